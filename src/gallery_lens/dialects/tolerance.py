"""Reading what the schemas refuse: a value is mended or taken out at its place, the rest is read.

The tables stay strict. What they refuse is changed in a copy of the object, place by place, until
nothing is refused any more; a ``Patch`` remembers every change, so that the object can be written
back to its own dialect as it was given.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from gallery_lens.diagnostics import NO_VALUE, Severity, spell
from gallery_lens.dialects._mending import NULL, is_text_type
from gallery_lens.dialects.normalizing import moved_from, moved_to
from gallery_lens.dialects.rows import GONE, Mended, Refused, RefusedItem, Row, Unstructuring
from gallery_lens.dialects.table import Node, Table
from gallery_lens.model import Family, Item, Kind, is_bare
from gallery_lens.places import Place, Step, value_at
from gallery_lens.rules import rule
from gallery_lens.values import Record, evolve

if TYPE_CHECKING:
    from gallery_lens.dialects.dialect import Dialect
    from gallery_lens.dialects.tracing import Trace

#: The fields without which there is no item: its kind and the ids of its medium.
_NEEDED: Final = frozenset(("type", "image.picture.id", "video.clip.id"))
#: The ways to a medium; without any there is nothing to show.
_MEDIUM: Final = ("image", "image.picture", "video", "video.clip", "text", "text.html")
#: What holds an id or an address, where the text ``null`` makes no sense.
#: Where it is told as an id that is none.
_MEDIA: Final = frozenset(("image.picture", "video.clip", "image.picture.id", "video.clip.id"))
_NAMED: Final = frozenset(("id", "picture", "clip", "thumbnail"))
_NAMING: Final = frozenset(("id", "_id", "url", "src", "slug", "thumbnail", "mediaUrl", "file_url", "itemId"))
#: The last keys of the places of values that were taken out, with where those stood.
Gone: TypeAlias = frozenset[tuple[Step, Place]]
_BRANCHES: Final = ("image", "video", "text", "photoMetadata", "videoMetadata", "textMetadata")
#: Where items of the component have what others have at the top, and where links may stand.
_METADATA: Final = frozenset(("metaData", "metadata"))
_LINKS: Final[tuple[Place, ...]] = (("link",), ("metaData", "link"), ("metadata", "link"))


class Fault(Record):
    """A value that was not read as it stands."""

    place: Place  #: in the object as given
    rule: str
    value: Any
    facts: Mapping[str, Any]
    field: str  #: of the model, ``""`` if the table knows none
    gone: bool  #: whether the rest was read as if it were absent
    row: Row | None = None  #: whose codec refused it


class Normalization(Record):
    """One change of the object, told in the places that held before it."""

    place: Place
    given: Any
    became: Any  #: ``GONE`` where it was taken out

    def undone(self, wire: Any) -> Any:
        """Put back what was given, unless something else stands there by now."""
        return _undone(wire, self.place, self)


class Patch(Record):
    """The changes made to an object before it could be read."""

    given: Any  #: the whole object
    changes: tuple[Normalization, ...]
    gone: frozenset[Place]  #: where values were given that were taken out
    faults: tuple[Fault, ...]
    moves: Mapping[Place, Place]  #: where values stood, by where they stand in the changed object
    fields: Mapping[str, Place]  #: where fields stood that the table has no place for

    def left_out(self, place: Place) -> bool:
        """Return whether what was given at *place* was taken out, or read as nothing."""
        return any(place[:end] in self.gone for end in range(1, len(place) + 1))

    def undone(self, wire: Any) -> Any:
        """Return *wire*, written from what was read, with everything as it was given."""
        for change in reversed(self.changes):
            wire = change.undone(wire)
        return wire

    def trace(self, place: Place) -> "Trace | None":
        """Return the trace of the value at *place*, if the table has no field for it."""
        from gallery_lens.dialects import tracing

        for field, known in self.fields.items():
            if place[: len(known)] == known and len(place) > len(known):
                inner, *below = place[len(known) :]
                declared = inner in ("url", "text", "target", "type")
                named = f"{field}.{inner}" if declared else field
                return tracing.Trace(named, tuple(below) if declared else place[len(known) :], declared)
        return None

    def place(self, field: str, below: Place) -> Place | None:
        """Return where the dotted *field* stood, if the table has no place for it."""
        steps = field.split(".")
        for end in range(len(steps), 0, -1):
            if (known := self.fields.get(".".join(steps[:end]))) is not None:
                return (*known, *steps[end:], *below)
        return None


class TolerantReading(Record):
    """The result of reading an object, and its faults."""

    root: Any  #: None if nothing can be made of it
    faults: tuple[Fault, ...] = ()
    fatal: tuple[Fault, ...] = ()  #: those of them for which there is no item


def tolerate(
    dialect: "Dialect",
    table: Table,
    wire: Any,
    structure: Callable[[Any, Kind | None], Any],
    refused: RefusedItem | None = None,
) -> TolerantReading:
    """Read *wire* with *structure*, which is strict and may be told the kind; it was *refused* before.

    Raises:
        RefusedItem: It is not an object.
    """
    if not isinstance(wire, dict):
        raise RefusedItem([Refused("an object")])
    work = NormalizerState(table, wire, dialect.kind(wire) if table is dialect.item else None)
    work.prepare()
    if refused is not None and work.wire is wire:  # once more, it would be refused for the same
        work.mend(refused.refusals)
    while True:
        try:
            root = structure(work.wire, work.fixed_kind)
        except RefusedItem as again:
            work.mend(again.refusals)
        else:
            return work.reading(root)


class NormalizerState:
    """An object on its way to something that can be read."""

    def __init__(self, table: Table, wire: dict[str, Any], kind: Kind | None) -> None:
        self.table, self.given, self.wire, self.kind = table, wire, wire, kind
        self.fixed_kind: Kind | None = None
        self.type = ""  #: the one that fixes it
        self.faults: list[Fault] = []
        self._around_gone: set[Place] = set()  # the places that hold what was taken out
        self.changes: list[Normalization] = []
        self.gone: set[Place] = set()
        self.moves: dict[Place, Place] = {}
        self.fields: dict[str, Place] = {}
        self.beside: dict[str, Any] = {}
        self._mended: set[Place] = set()

    # ---------------------------------------------------------------- before anything is refused

    def prepare(self) -> None:
        """Take out what says nothing, though no schema minds it."""
        for place in list(_nulls(self.table.nodes[self.kind], self.wire, ())):
            self._change(place, GONE)
        for place in _LINKS:
            link = value_at(self.wire, place) if place[0] in self.wire else None
            if isinstance(link, dict) and is_no_link(link):
                self._change(place, GONE)
        there = [branch for branch in _BRANCHES if self.wire.get(branch) is not None]
        hollow = [branch for branch in there if is_hollow(self.wire[branch])] if len(there) > 1 else []
        for branch in hollow if len(hollow) < len(there) else ():
            self._change((branch,), GONE)
        if not _METADATA.isdisjoint(self.wire):
            self._open_metadata()
        for branch in _BRANCHES:
            row = self.table.nodes[self.kind].rows.get(branch)
            held = self.wire.get(branch)
            if row is not None and isinstance(held, dict) and (mended := row.codec.mend(held)):
                self._apply((branch,), mended, row)

    def _open_metadata(self) -> None:
        """Let metadata that are a JSON text be the object that it holds."""
        from gallery_lens.dialects._component_spelling import metadata_of

        key = next((key for key in ("metaData", "metadata") if self.wire.get(key) not in (None, "")), "")
        text = self.wire.get(key)
        if (
            isinstance(text, str)
            and key in self.table.nodes[self.kind].rows | self.table.nodes[self.kind].children
        ) and (read := metadata_of(text)):
            fault = respelt((key,), read)
            self.faults.append(evolve(fault, value=text))
            self._change((key,), read)

    # ---------------------------------------------------------------- what is refused

    def mend(self, refusals: Iterable[Refused]) -> None:
        """Mend or take out every value that was refused."""
        met: dict[Place, Refused] = {}
        for each in refusals:
            met.setdefault(each.place, each)
        # Backwards, so that in a list those before keep their places.
        for place in sorted(met, key=lambda at: [(isinstance(step, int), step) for step in at], reverse=True):
            self._mend(met[place])

    def _mend(self, refused: Refused) -> None:
        place, row = refused.place, refused.row
        if not place:
            raise RefusedItem([refused])
        value = value_at(self.wire, place)
        again = place in self._mended
        mended = row.codec.mend(value) if row is not None and not again else None
        if row is not None and row.field == "type" and self.kind is not Kind.TEXT and is_text_type(value):
            mended = None
        # What is reported inside of it may be what the rest makes no sense without.
        hollow = self._given_place(place) in self._around_gone
        if (value == [] and refused.expected.startswith("an object")) or hollow:
            mended = Mended(GONE)
        if mended is None:
            value = self._untold(place, value) if again else value
            rule, facts = _told(refused, value)
            self._fault(place, rule, value, facts, row, gone=True)
            self._change(place, GONE)
        else:
            self._mended.add(place)
            self._apply(place, mended, row)

    def _untold(self, place: Place, value: Any) -> Any:
        """Forget that a value was read in another way, for that one was no better; return it as given."""
        here = self._given_place(place)
        told = [fault for fault in self.faults if fault.place == here and not fault.gone]
        self.faults = [fault for fault in self.faults if fault not in told]
        return told[0].value if told else value

    def _apply(self, place: Place, mended: Mended, row: Row | None) -> None:
        if mended.rule is not None:
            self._fault(place, mended.rule, value_at(self.wire, place), mended.facts, row, gone=False)
        for field, value in mended.beside.items():
            self.beside[field] = value
            self.fields[field.partition(".")[0]] = self._given_place(place)
        if row is not None and row.field == "type" and isinstance(value_at(self.wire, place), str):
            self.fixed_kind, self.type = self.kind, str(value_at(self.wire, place))
        here = self._given_place(place)
        self._change(place, mended.value)
        self.moves |= {(*place, *now): (*here, *then) for now, then in mended.moves.items()}

    def _fault(
        self,
        place: Place,
        rule: str,
        value: Any,
        facts: Mapping[str, Any],
        row: Row | None,
        *,
        gone: bool,
    ) -> None:
        field = row.field if row is not None else ""
        # A row inside of a list speaks of a field of its elements.
        outer = field if self.table.by_field.get(field) is row else ""
        given = self._given_place(place)
        self.faults.append(Fault(given, rule, value, facts, outer, gone, row))
        if gone:
            self._around_gone.update(given[:depth] for depth in range(len(given)))

    # ---------------------------------------------------------------- changes

    def _given_place(self, place: Place) -> Place:
        return moved_to(place, self.moves)

    def _change(self, place: Place, became: Any) -> None:
        self.changes.append(Normalization(place, value_at(self.wire, place), became))
        *around, step = place
        if became is GONE:
            self.gone.add(self._given_place(place))
        if became is GONE and isinstance(step, int):  # the elements behind it move up
            count = len(value_at(self.wire, tuple(around)))
            moved = {(*around, now): self._given_place((*around, now + 1)) for now in range(step, count - 1)}
            kept = {now: then for now, then in self.moves.items() if now[: len(place)] not in moved}
            self.moves = {**kept, **moved}
        self.wire = _put(self.wire, place, became)

    # ---------------------------------------------------------------- what has come of it

    def reading(self, root: Any) -> TolerantReading:
        """Return the reading of *root*, with the patch; or the fault."""
        fatal = tuple(self._fatal(root)) if isinstance(root, Item) else ()
        patch = Patch(
            self.given,
            tuple(self.changes),
            frozenset(self.gone),
            tuple(self.faults),
            self.moves,
            self.fields,
        )
        if fatal:
            return TolerantReading(None, patch.faults, fatal)
        root = _with(root, self.beside | ({"type": self.type} if self.type else {}))
        given = None if root.origin.given is None else self.given
        origin = attrs.evolve(root.origin, patch=patch, given=given)
        return TolerantReading(attrs.evolve(root, origin=origin), patch.faults)

    def _fatal(self, item: Item) -> Iterable[Fault]:
        bare = is_bare(item)
        if bare:  # perhaps because its medium stands under a key that is nearly the right one
            for field in ("image.picture", "video.clip", "text.html"):
                row = self.table.by_field.get(field)
                *around, meant = row.steps if row is not None else ("",)
                held = value_at(self.wire, tuple(around)) if around else None
                if row is None or not isinstance(held, dict) or not is_hollow(held.get(meant)):
                    continue
                for key, value in held.items():
                    if key != meant and _folded(key) == _folded(meant) and not is_hollow(value):
                        facts = {"key": spell(key), "meant": meant}
                        self._fault((*around, key), "misspelt-key", value, facts, row, gone=True)
        for fault in self.faults:
            lost = fault.gone and (fault.field in _NEEDED or (bare and fault.field in _MEDIUM))
            if lost or rule(fault.rule).spoils:
                yield fault


def spoils(fault: Fault) -> bool:
    """Return whether *fault* may cost the item, whatever else it holds."""
    return rule(fault.rule).spoils or (fault.gone and fault.field in (*_NEEDED, *_MEDIUM))


def explains(name: str, place: Place, gone: Gone) -> bool:
    """Return whether what the rule *name* finds at *place* only follows from values that are *gone*."""
    keys = rule(name).follows if gone else ()
    # The component has the sizes of a picture beside its address, in another object.
    around = (place, place[:-1], (*place[:-1], "metaData"), (*place[:-1], "metadata"))
    return any((key, each) in gone for key in keys for each in around)


def severity_of(
    fault: Fault, kind: Kind | None, source: Table, target: Table, to: Unstructuring | None
) -> Severity | None:
    """Return how bad *fault* is in an item of *kind*; None for what is usual.

    A value that was left out is missed where the target, to which *to* leads, has a place for it;
    without *to*, where nothing is written, all are.
    """
    if not fault.gone:
        return None
    if fault.rule == "date-invalid":
        return Severity.INFO if target.family is Family.PAGE else Severity.WARNING
    if to is None:
        return Severity.WARNING
    from gallery_lens.dialects.tracing import follow, trace_of

    moves = to.root.origin.moves if to.root.origin else {}
    trace = trace_of(source, moved_from(fault.place, moves), kind)
    return Severity.INFO if follow(target, trace, to) is None else Severity.WARNING


def respelt(place: Place, read: Any) -> Fault:
    """Return the fault of a text at *place* that holds another value, *read*."""
    return Fault(place, "value-respelled", NO_VALUE, {"read": spell(read)}, "", gone=False)


def _told(refused: Refused, value: Any) -> tuple[str, Mapping[str, Any]]:
    if refused.told:
        return refused.told
    if refused.row is not None and refused.row.codec.tell is not None:
        return refused.row.codec.tell(value)
    return "off-schema", {"expected": refused.expected}


def _with(root: Any, beside: Mapping[str, Any]) -> Any:
    """Return *root* with values at dotted fields, in objects that are made where there are none."""
    from gallery_lens.model import parts

    for field, value in beside.items():
        owner, _, attribute = field.partition(".")
        if not attribute:
            root = attrs.evolve(root, **{field: value})
            continue
        held = getattr(root, owner) or parts(type(root))[owner]()
        root = attrs.evolve(root, **{owner: attrs.evolve(held, **{attribute: value})})
    return root


# ---------------------------------------------------------------- JSON values


def _folded(key: str) -> str:
    return "".join(filter(str.isalnum, key)).lower()


def says_nothing(wire: Any) -> bool:
    """Return whether *wire* contains a value that means nothing, though no schema refuses it."""
    if isinstance(wire, dict):
        return is_none(wire.get("type")) or any(
            value == NULL or says_nothing(value) for value in wire.values()
        )
    return isinstance(wire, list) and any(map(says_nothing, wire))


def _nulls(node: Node, wire: Any, at: Place) -> Iterable[Place]:
    """Yield the places of ids and addresses that are the text ``null``, innermost lists backwards."""
    if not isinstance(wire, dict):
        return
    for key, value in wire.items():
        if isinstance(value, str):
            row = node.rows.get(key) if value == NULL else None
            named = row is not None and (row.attribute in _NAMED or key in _NAMING)
            if row is not None and named and row.owner != "link" and row.field not in _MEDIA:
                yield (*at, key)
        elif isinstance(value, dict):
            child = node.children.get(key)
            if child is not None:
                yield from _nulls(child, value, (*at, key))
        elif isinstance(value, list) and key not in node.children:
            row = node.rows.get(key)
            if row is not None and row.codec.table is not None:
                for index, element in enumerate(value):
                    yield from _nulls(row.codec.table.nodes[None], element, (*at, key, index))


def is_no_link(link: Mapping[str, Any]) -> bool:
    """Return whether *link* says that there is none, as an editor writes it."""
    if not is_none(link.get("type")):
        return False
    return all(is_hollow(value) for key, value in link.items() if key not in ("type", "target"))


def is_none(word: Any) -> bool:
    """Return whether *word* is the type that editors write for no link."""
    return isinstance(word, str) and word.lower() == "none"


def is_hollow(value: Any) -> bool:
    """Return whether *value* holds nothing but empty values; a kind that is not named is one."""
    if isinstance(value, dict):
        return all(is_hollow(inner) or (key, inner) == ("type", "UNDEFINED") for key, inner in value.items())
    if isinstance(value, list):
        return all(map(is_hollow, value))
    return value is None or value == ""


def _put(wire: Any, place: Place, value: Any) -> Any:
    """Copy *wire* along the way to *place*, where *value* is to stand, or nothing."""
    copy: Any = list(wire) if isinstance(wire, list) else dict(wire)
    step, rest = place[0], place[1:]
    if rest:
        copy[step] = _put(copy[step], rest, value)
    elif value is GONE:
        del copy[step]
    else:
        copy[step] = value
    return copy


def _undone(wire: Any, place: Place, change: Normalization) -> Any:
    """Copy *wire* along the way to *place*, where *change* is taken back if that is still possible."""
    step, rest = place[0], place[1:]
    if isinstance(step, int) if isinstance(wire, dict) else not isinstance(wire, list):
        return wire
    copy: Any = list(wire) if isinstance(wire, list) else dict(wire)
    there = step < len(copy) if isinstance(step, int) else step in copy
    if there and rest:
        copy[step] = _undone(copy[step], rest, change)
    elif there and change.became is not GONE:
        same = type(copy[step]) is type(change.became) and copy[step] == change.became
        copy[step] = change.given if same else copy[step]
    elif not rest and change.became is GONE and isinstance(step, int) and step <= len(copy):
        copy.insert(step, change.given)
    elif not rest and change.became is GONE and not there:
        copy[step] = change.given
    return copy
