"""The text of a function that converts usual items, printed from two tables and the rules.

For each kind of item it checks what makes an item unusual, sets a bit for what is found, and builds what
the target gets. An object that both dialects spell alike is passed on as it is. What cannot be printed is
unusual: a field whose codec has no shape, a loss without a condition.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

import attrs
from msgspec import UNSET

from gallery_lens.compiled._finding import Finder
from gallery_lens.compiled._settling import ODD, Settling, moves_of
from gallery_lens.compiled.bits import Bits, Mover
from gallery_lens.compiled.carrying import (
    DETAILS,
    USUAL_PICTURE,
    Task,
    carriers,
    told_at_address,
    told_by_clip,
    told_by_picture,
)
from gallery_lens.compiled.columns import all_guids
from gallery_lens.compiled.plain import is_plain
from gallery_lens.compiled.shapes import Key, Shape, Way, shape_for_strangers, shape_of, shape_of_element
from gallery_lens.conditions import Condition, Field, present
from gallery_lens.dialects.dialect import Dialect, aim_of, rules_of
from gallery_lens.dialects.frontend import shows_thumbnail
from gallery_lens.dialects.media_losses import tells_more
from gallery_lens.dialects.noise import leads
from gallery_lens.dialects.rows import Loss, Made, Row, Silent, Unstructuring, holds_anything
from gallery_lens.dialects.spelling import renamed_keys
from gallery_lens.dialects.table import Node
from gallery_lens.model import Family, Item, Kind
from gallery_lens.rules import rule
from gallery_lens.rules.base import Aim, Rule
from gallery_lens.rules.guid import is_guid
from gallery_lens.values import evolve

#: Printed conditions: Python code, or what is known beforehand.
_Code = str | bool

#: The word that code writes for nothing, which is a finding where a medium is to have a name.
UNDEFINED: Final = "undefined"
#: The paths of objects whose codec carries a medium.
_MEDIA: Final = ("image.picture", "video.clip")
#: The branches of an item, of which each kind has one; a hover medium is unusual.
_BRANCHES: Final = ("image", "video", "text", "secondary_media")


@attrs.define(eq=False)
class _Block:
    """The code for one object on the wire, which runs if it is there."""

    way: Way
    name: str
    loads: dict[str, str] = attrs.field(factory=dict)  #: attributes by variable
    lines: list[str] = attrs.field(factory=list)
    inner: dict[str, "_Block"] = attrs.field(factory=dict)  #: by attribute
    first: list[str] = attrs.field(factory=list)  #: what is done once the object is known
    head: list[str] = attrs.field(factory=list)  #: what comes before the code of inner objects
    drops: dict[str, str] = attrs.field(factory=dict)  #: what tells of values that have no place, by variable

    def text(self, depth: int) -> Iterator[str]:
        """Yield the lines, indented."""
        blanks = "    " * depth
        for variable, attribute in self.loads.items():
            yield f"{blanks}{variable} = {self.name}.{attribute}"
        yield from (f"{blanks}{line}" for line in self.head)
        for attribute, block in self.inner.items():
            yield f"{blanks}{block.name} = {self.name}.{attribute}"
            yield from (f"{blanks}{line}" for line in block.first)
            body = list(block.text(depth + 1))
            if body:
                yield f"{blanks}if {block.name}:"
                yield from body
        if self.drops:  # as a rule none of them is there
            yield f"{blanks}if not ({' is '.join(self.drops)} is UNSET):"
            yield from (f"{blanks}    {line}" for line in self.drops.values())
        yield from (f"{blanks}{line}" for line in self.lines)


#: What may stand for nothing.
_NOTHING: Final[tuple[Any, ...]] = (UNSET, None, "", [], {})


def _of_nothing(function: Callable[..., bool]) -> bool | None:
    """Return the truth of *function* for absent values; None if it differs, or has none."""
    try:
        said = {bool(function(each)) for each in _NOTHING}
    except (TypeError, AttributeError):
        return None
    return said.pop() if len(said) == 1 else None


class Unprintable(Exception):
    """A conversion that a rule looks at of which nothing is known beforehand."""


class Printer:
    """Prints the conversion of items from one dialect to another.

    ``bits`` tell what may be found, ``names`` what the text refers to.
    """

    def __init__(self, source: Dialect, target: Dialect, shape: Shape, into: Shape, bits: Bits) -> None:
        self.source, self.target, self.shape, self.into = source, target, shape, into
        self.same = source is target
        self.related = are_related(source, target)
        self.aim = aim_of(source, target)
        self.bits = bits
        self.text = ""  #: of the function, once it is printed
        self.names: dict[str, Any] = {"UNSET": UNSET}
        self.carriers: dict[str, Task] = {}  #: what the functions that carry media know, by their names
        self.finders: dict[str, Finder] = {}  #: what finds losses in a value, by the names of its functions
        #: what finds the places of values that stand under other keys
        self.moves = moves_of(source)
        self.move = Mover(bits, *self.moves).move
        self.columns: dict[str, str] = {}  #: what is found out about many items before each is looked at
        self.shapes = {each.way: each for each in shape.walk()}
        self.rules = [rule(name) for name in rules_of(source, target)]

    def print(self) -> str:
        """Return the text of the function ``batch``.

        Raises:
            Unprintable: It would not be known when one of the rules speaks.
        """
        lines = ["    for item in items:", "        mask = 0"]
        lines += [f"        {line}" for line in self._tell_kind()]
        word = "if"
        for kind in Kind:
            words = self._words(kind)
            if words and (body := Body(self, kind).text()):
                is_it = f"kind in {words!r}" if len(words) > 1 else f"kind == {words[0]!r}"
                lines += [f"        {word} {is_it}:", *body]
                word = "elif"
        columns = [f"    {name} = {code}" for name, code in self.columns.items()]
        return "\n".join(["def batch(items, outs, masks, of_text):", *columns, *lines, f"        {ODD}"])

    def guids(self, key: Key) -> str:
        """Return the expression that checks that all values of *key* are GUIDs."""
        name = f"all_{key.attribute}"
        self.columns[name] = f"{self.name(all_guids, 'all_guids')}([item.{key.attribute} for item in items])"
        return name

    def keeps(self, way: Way) -> bool:
        """Return whether the target keeps keys that nobody declares in the object at *way*."""
        return keeps(self.source, self.target, self.shapes[way].home)

    def _tell_kind(self) -> list[str]:
        """Return the lines that find the word for the kind of an item."""
        *around, name = self.source.item.by_field["type"].steps
        if around:
            (holder,) = around
            others = [key for key in self.shapes[()].keys if key.stands_for(self.shapes[(holder,)])]
            names = [self.shapes[()].by_name[holder].attribute, *(key.attribute for key in others)]
            lines = [f"held = {' or '.join(f'item.{name}' for name in names)}"]
            lines += [f"kind = held.{name} if held else UNSET", "untyped = kind is UNSET and bool(held)"]
        else:
            lines = [f"kind = item.{self.shapes[()].by_name[name].attribute}", "untyped = kind is UNSET"]
        return lines + self._infer_kind() if self.source.untyped else lines[:-1]

    def _infer_kind(self) -> list[str]:
        assert self.source.untyped is not None
        keys, tell = self.source.untyped.keys, self.source.untyped.tell
        words = {kind.value: self._words(kind)[0] for kind in Kind if self.is_inferred(kind)}
        given = ", ".join(f"item.{key}" for key in keys)
        return [f"if untyped: kind = {words!r}.get({self.name(tell, tell.__name__)}({given}))"]

    def is_inferred(self, kind: Kind) -> bool:
        """Return whether an item that names no type may be of a *kind*."""
        # Whose words stand for the whole of it is shown by them.
        return bool(self._words(kind)) and not (self.reports_type and kind is Kind.TEXT)

    @property
    def reports_type(self) -> bool:
        """True if something is said of a missing type."""
        stays = self.aim is Aim.BACKEND and self.source.item.family is Family.BACKEND
        return self.aim is not Aim.SAME and not stays

    def _words(self, kind: Kind) -> tuple[str, ...]:
        """Return the types that say that an item is of *kind*."""
        codec = self.source.item.by_field["type"].codec
        words = map(str, codec.shape[1:])
        return tuple(word for word in words if codec.structure(word).upper() == kind)

    def name(self, value: Any, name: str) -> str:
        """Return what the text calls *value*."""
        chosen, count = name, 1
        while chosen in self.names and self.names[chosen] is not value:
            count += 1
            chosen = f"{name}{count}"
        self.names[chosen] = value
        return chosen


class Body:
    """The code for items of one kind."""

    def __init__(self, printer: Printer, kind: Kind) -> None:
        self.of, self.kind = printer, kind
        self.to = Unstructuring(
            root=Item(origin=printer.source.origin),
            kind=kind,
            same=printer.same,
            related=printer.related,
            underscored=printer.target.item.underscored,
        )
        self.root = _Block((), "item")
        self.blocks: dict[Way, _Block] = {(): self.root}
        self.inits: dict[str, str] = {}
        self.tail: list[str] = []
        #: The objects that an item of this kind has none of.
        self.dead = [name for name in _BRANCHES if name != kind.lower()]
        self.places = dict(self._places())
        self.carried: dict[str, str] = {}  #: the variables of carried media by path

    # ------------------------------------------------------------ fields and objects

    def _places(self) -> Iterator[tuple[str, tuple[Way, Key]]]:
        for row in self.of.source.item.rows:
            way = row.steps[:-1]
            if row.field and (row.kind is None or row.kind is self.kind) and way in self.of.shapes:
                key = self.of.shapes[way].by_name[row.steps[-1]]
                yield row.field, (way, key)
                shape = row.codec.shape
                for index, name in enumerate(shape[1:] if shape[:1] == ("pair",) else ()):
                    yield f"{row.field}.{name}", (way, attrs.evolve(key, element=index))

    def block(self, way: Way) -> _Block:
        """Return the code for the object at *way*."""
        if way not in self.blocks:
            around = self.block(way[:-1])
            key = self.of.shapes[way[:-1]].by_name[way[-1]]
            self.blocks[way] = _Block(way, "o_" + "_".join(way))
            around.inner[key.attribute] = self.blocks[way]
            if len(way) > 1:
                self.inits[self.blocks[way].name] = "UNSET"
        return self.blocks[way]

    def is_dead(self, field: str) -> bool:
        """Return whether *field* lies in an object that the item does not have."""
        return any(field == dead or field.startswith(f"{dead}.") for dead in self.dead)

    def load(self, way: Way, key: Key, here: Way | None = None) -> str:
        """Return the variable of what stands under *key*, for code in the block *here* (None: the end)."""
        if key.inner is not None and key.row is not None and (*way, key.name) in self.of.shapes:
            return self._load_object((*way, key.name))
        name = "v_" + "_".join((*way, key.attribute))
        self.block(way).loads[name] = key.attribute
        if key.element is not None:
            pair, name = name, f"{name}_{key.element}"
            line = f"{name} = {pair}[{key.element}] if {pair} else UNSET"
            self.block(way).head += [] if line in self.block(way).head else [line]
        if way and (here is None or here[: len(way)] != way):
            self.inits[name] = "UNSET"
        return name

    def _load_object(self, way: Way) -> str:
        return self.block(way).name

    # ------------------------------------------------------------ conditions

    def fold(self, condition: Condition, here: Way | None) -> _Code:
        """Print *condition* for the block *here*."""
        if condition.operation in ("and", "or"):
            return self._join(condition, here)
        if condition.operation == "not":
            (given,) = condition.given
            code = self.fold(given, here)
            return not code if isinstance(code, bool) else f"not ({code})"
        return self._operate(condition, here)

    def _join(self, condition: Condition, here: Way | None) -> _Code:
        neutral = condition.operation == "and"
        codes = [self.fold(each, here) for each in condition.given]
        if (not neutral) in [code for code in codes if isinstance(code, bool)]:
            return not neutral
        open_codes = [f"({code})" for code in codes if not isinstance(code, bool)]
        return f" {condition.operation} ".join(open_codes) or neutral

    def _operate(self, condition: Condition, here: Way | None) -> _Code:
        operation, given = condition.operation, condition.given
        if operation == "call":
            return self._call(given[0], given[1:], here)
        field, *rest = given
        place = self._place(field)
        if operation == "has":
            return self._has(field.path, here)
        if operation == "there":
            return self._there(field.path, here)
        if place is None:
            return Condition(operation, field, *rest).holds(Item())
        variable = self.load(*place, here)
        templates = {
            "longer": "{v} and len({v}) > {a}",
            "among": "{v} in {a}",
            "between": "{v} is None or {v} is UNSET or {a} <= {v} <= {b}",
            "starts": "{v} and {v}.startswith({a})",
        }
        words = [repr(each) for each in rest]
        return templates[operation].format(v=variable, a=words[0], b=words[-1])

    def _place(self, field: Field) -> tuple[Way, Key] | None:
        return None if self.is_dead(field.path) else self.places.get(field.path)

    def _call(self, function: Callable[..., bool], fields: Iterable[Field], here: Way | None) -> _Code:
        places = [self._place(field) for field in fields]
        if function is tells_more:
            kind, medium = fields
            return self._tells_more(kind, medium, here)
        if all(place is None for place in places):
            return Condition("call", function, *fields).holds(Item())
        given = ["UNSET" if place is None else self.load(*place, here) for place in places]
        code = f"{self.of.name(function, function.__name__)}({', '.join(given)})"
        if function is is_guid:
            return self._is_guid(given[0], places[0])
        if len(given) > 1 or (nothing := _of_nothing(function)) is None:
            return code
        return f"not {given[0]} or {code}" if nothing else f"{given[0]} and {code}"

    def _is_guid(self, variable: str, place: tuple[Way, Key] | None) -> str:
        """Print whether there is nothing but a GUID, at most."""
        code = f"{self.of.name(is_guid, 'is_guid')}({variable})"
        if place is None or place[0]:
            return code
        known = self.of.guids(place[1])
        moved = any(now == (place[1].name,) for now, _ in self.of.moves)
        return f"({known} and not moved) or {code}" if moved else f"{known} or {code}"

    def _tells_more(self, kind: Field, medium: Field, here: Way | None) -> _Code:
        place = self._place(kind)
        if place is None or medium.path not in self.carried:
            return False
        variable = self.load(*place, here)
        return f"{variable} and {variable} != {self.carried[medium.path]}_says"

    def _has(self, path: str, here: Way | None) -> _Code:
        place = None if self.is_dead(path) else self.places.get(path)
        inner = [] if place is None or place[1].inner is None or path in _MEDIA else self._inside(place)
        if place is None or (place[1].inner is not None and path not in _MEDIA):
            below = [] if self.is_dead(path) else [f for f in self.places if f.startswith(f"{path}.")]
            codes = [self._has(each, here) for each in below if each.count(".") == path.count(".") + 1]
            codes += inner
            known = [code for code in codes if isinstance(code, str)]
            return " or ".join(f"({code})" for code in known) if known else False
        way, key = place
        variable = self.load(way, key, here)
        name = key.row.codec.shape[0] if key.row and key.row.codec.shape else ""
        if name in ("whole", "number", "boolean"):
            return f"{variable} is not None and {variable} is not UNSET"
        return variable

    def _inside(self, place: tuple[Way, Key]) -> list[str]:
        """The keys that nobody declares in the object at *place*: they are something, too."""
        way, key = place
        assert key.inner is not None
        return [
            f"{self.load((*way, key.name), each)} is not UNSET" for each in key.inner.keys if each.learned
        ]

    def _there(self, path: str, here: Way | None) -> _Code:
        place = None if self.is_dead(path) else self.places.get(path)
        if place is not None:
            return self.load(*place, here)
        below = [] if self.is_dead(path) else [f for f in self.places if f.startswith(f"{path}.")]
        codes = [f"{self.load(*self.places[each], here)} is not UNSET" for each in below]
        return " or ".join(codes) if codes else False

    def _ways(self, condition: Condition) -> list[Way]:
        """The objects that hold what *condition* looks at."""
        ways = []
        for field in condition.fields:
            for path, (way, _) in self.places.items():
                below = path.startswith(f"{field.path}.") and field.path not in _MEDIA
                if (path == field.path or below) and not self.is_dead(path):
                    ways.append(way)
        return ways

    def add(self, condition: Condition, line: str) -> bool:
        """Let *line* run where *condition* holds; tell whether that is always."""
        ways = self._ways(condition)
        deepest = max(ways, key=len, default=())
        nested = all(deepest[: len(way)] == way for way in ways) and not condition.holds(Item())
        apart = any(self._is_apart(field.owner) for field in condition.fields if field.path in _MEDIA)
        here = deepest if nested and not apart else None
        code = self.fold(condition, here)
        if code is False:
            return False
        if code is True:
            return True
        lines = self.tail if here is None else self.block(here).lines
        lines.append(f"if {code}: {line}")
        return False

    # ------------------------------------------------------------ what is found

    def text(self) -> list[str]:
        """Return the lines for items of this kind; none if all of them are unusual."""
        of = self.of
        dropped = None if of.same else of.target.drops(self.kind)
        Settling(self).print()
        self._require_plain()
        if not self._require_branches(dropped is not None) or not self._look(dropped is not None):
            return []
        if dropped is not None:
            found = of.bits.bit(dropped, ())
            self._finish("None", f"mask | {found}")
        elif of.same:
            self._finish("item", "mask")
        else:
            self._lose()
            self._lose_undeclared()
            self._finish(self._build(of.into), "mask")
        values = dict.fromkeys(self.inits.values())
        names = {value: [name for name, init in self.inits.items() if init == value] for value in values}
        head = [f"            {' = '.join(names[value])} = {value}" for value in values]
        return [*head, *self.root.text(3), *(f"            {line}" for line in self.tail)]

    def _finish(self, out: str, mask: str) -> None:
        if "moved" in self.inits:
            self.tail.append(f"if moved: mask = {self.of.name(self.of.move, 'move')}(mask, moved)")
        self.tail.append(f"outs.append({out}); masks.append({mask}); continue")

    def _require_plain(self) -> None:
        """Let an item be unusual that holds, where anything may stand, what JSON cannot hold."""
        plain = self.of.name(is_plain, "is_plain")
        for way, shape in self.of.shapes.items():
            for key in () if self.is_dead(shape.home) else shape.keys:
                free = key.row is not None and key.row.codec.shape[:1] == ("free",)
                if key.learned or free:
                    variable = self.load(way, key, way)
                    self.block(way).lines.append(
                        f"if {variable} and not (of_text or {plain}({variable})): {ODD}"
                    )

    def _require_branches(self, dropped: bool) -> bool:
        for name in self.dead:
            if name in self.places:
                way, key = self.places[name]
                held, row = self._load_object((*way, key.name)), self.of.source.item.by_field.get(name)
                # Null has a place of its own where the table has one row for all of the object.
                nulls = f" or {held} is None" if row is not None and row.codec.kind else ""
                self.root.lines.insert(0, f"if {held}{nulls}: {ODD}")
        for way, shape in self.of.shapes.items():
            for key in shape.keys:
                if key.inner is not None and key.row is None and self.of.keeps(()):
                    self.tail.append(f"if {self.load(way, key)} is not UNSET: {ODD}")
        path = {Kind.IMAGE: "image.picture", Kind.VIDEO: "video.clip"}.get(self.kind)
        if self.kind is Kind.TEXT:
            if "text.html" not in self.places:
                return False
            way, _ = self.places["text.html"]
            if self.of.source.item.family is Family.BACKEND and not self.of.source.told_by:
                # Alone, an object without a branch may be something else around a medium.
                self.root.lines.insert(0, f"if item.{way[0]} is UNSET: {ODD}")
        if path is None:
            return True
        if path not in self.places:
            return False
        self._carry(path)
        return True

    def _carry(self, path: str) -> None:
        """Carry the medium at *path*; an item without it, or with one that is not usual, is unusual."""
        of, (way, key) = self.of, self.places[path]
        into = self._target_medium(path)
        poster = element_type(of.target, "posters") if into is not None else None
        encoding = element_type(of.target, "resolutions") if into is not None else None
        row = of.target.item.by_field.get(path)
        details = self._details(path)
        task = Task(
            at=(*way, key.name),
            parts=key.inner is not None or bool(details),
            details=tuple(details.items()),
            into=into,
            poster=poster,
            encoding=encoding,
            flat=row is not None and row.codec.writes == "flat-medium",
            to_backend=of.aim is Aim.BACKEND,
            same=of.same,
            alt=self._alt(path),
            formats=self._lists_formats(path),
            bits=of.bits,
        )
        addressed = row is not None and row.codec.writes == "address" and not of.same
        home, name = carriers(addressed=addressed), path.rpartition(".")[2]
        function = of.name(getattr(home, name)(task), f"carry_{name}" + "_address" * addressed)
        of.carriers[function] = task
        variable = f"m_{name}"
        parts = ("found" if part == "found" else f"{variable}_{part}" for part in home.CARRIED[name]._fields)
        self.carried[path] = variable
        self.inits[f"{variable}_value"] = "None"
        medium = self.load(way, key, way)
        beside = self._given_details(path, way) if details else self._beside(path, way)
        carried = [
            f"{variable} = {function}({medium}, {beside}) if {medium} else None",
            f"if {variable} is None: {ODD}",
            f"{', '.join(parts)} = {variable}",
            "mask |= found",
        ]
        if task.is_text and not addressed and path == "image.picture":
            usual = of.name(USUAL_PICTURE, "usual_picture")
            told = f"{variable}_value = {medium}; {variable}_says = 'WIX_MEDIA'"
            alone = f"{medium} and not {beside}" if beside != "None" else medium
            carried = [
                f"if {alone} and {usual}({medium}): {told}",
                "else:",
                *(f"    {each}" for each in carried),
            ]
        self.block(way).lines += carried
        if way:
            self.tail.append(f"if {variable}_value is None: {ODD}")
        for field, (other, beside_it) in self.places.items():
            if field.startswith(f"{path}.") and not details and other[: len(way) + 1] != (*way, key.name):
                said = f"== {UNDEFINED!r}" if of.same or field.endswith(".alt_text") else "is not UNSET"
                self.tail.append(f"if {self.load(other, beside_it)} {said}: {ODD}")

    def _details(self, path: str) -> dict[str, Way]:
        """The places of what stands beside the address of a medium and says more of it, by their names."""
        (_, key), names = self.places[path], DETAILS[path.rpartition(".")[2]]
        if key.row is None or key.row.codec.shape != ("address",):
            return {}
        places = (
            (name, self.places[f"{path}.{field}"])
            for name, field in names.items()
            if f"{path}.{field}" in self.places
        )
        found = {name: (*way, key.name) for name, (way, key) in places}
        if path == "video.clip" and "video.thumbnail" in self.places:
            way, key = self.places["video.thumbnail"]
            found["thumbnail"] = (*way, key.name)
        return found

    def _lists_formats(self, path: str) -> bool:
        """Return whether the encodings of the source list formats."""
        place = self.places.get(f"{path}.resolutions")
        shape = place[1].row.codec.shape if place and place[1].row else ()
        return len(shape) > 2 and any(row.wire == "formats" for row in shape[2].rows)

    def _given_details(self, path: str, way: Way) -> str:
        fields = [f"{path}.{field}" for field in DETAILS[path.rpartition(".")[2]].values()]
        fields += ["video.thumbnail"] if path == "video.clip" else []
        places = map(self.places.get, fields)
        return f"({', '.join('UNSET' if place is None else self.load(*place, way) for place in places)})"

    def _beside(self, path: str, way: Way) -> str:
        """The variable of what stands beside the medium at *path*: a thumbnail, or alternative text."""
        field = "video.thumbnail" if path == "video.clip" else "image.picture.alt_text"
        place = None if self.of.same else self.places.get(field)
        return self.load(*place, way) if place and place[0] == way else "None"

    def _alt(self, path: str) -> Way:
        """The place of the alternative text beside a picture at *path* that is a text."""
        (around, medium), place = self.places[path], self.places.get(f"{path}.alt_text")
        beside = place is not None and place[0] == around and medium.inner is None
        return (*place[0], place[1].name) if place and beside and not self.of.same else ()

    def _target_medium(self, path: str) -> Any:
        for shape in self.of.into.walk():
            if shape.home == path and shape.way:
                return shape.type
        return None

    def _look(self, dropped: bool) -> bool:
        """Add what the rules look at; tell whether any item of this kind can be usual."""
        if self.of.source.untyped and self.of.reports_type and self.of.is_inferred(self.kind) and not dropped:
            self._infer()
        return all(self._consult(each) for each in self.of.rules if self._concerns(each, dropped))

    def _infer(self) -> None:
        """Report an item that names no type."""
        found = rule("type-inferred").partly[[*Kind].index(self.kind)]
        around = self.of.source.item.by_field["type"].steps[:-1]
        bit = self.of.bits.bit("type-inferred", around, found.facts)
        self.tail.append(f"if untyped: mask |= {bit}")

    def _concerns(self, each: Rule, dropped: bool) -> bool:
        if each.check is None or (dropped and not each.of_dropped):
            return False
        families = each.families is None or self.of.source.item.family in each.families
        return families and (each.aims is None or self.of.aim in each.aims) and each.known_by is None

    def _consult(self, each: Rule) -> bool:
        if each.silent is not None:
            ask = f"mask |= {self.of.bits.ask(each.name)}"
            if self.add(~each.silent, ask):
                self.tail.append(ask)
            return True
        if not each.finds:
            raise Unprintable(each.name)
        for found in each.finds:
            place = self._place(Field(found.field))
            if place is not None:
                bit = self.of.bits.bit(each.name, (*place[0], place[1].name), found.facts)
                self.add(found.when, f"mask |= {bit}")
        return True

    # ------------------------------------------------------------ what is lost

    def _lose(self) -> None:
        for loss in self.of.target.item.losses:
            if (loss.strangers and self.of.related) or not self._comes(loss.field):
                continue
            if loss.known_by is None:
                self._report(loss)
            elif loss.known_by == "value" and loss.field in self.places:
                self._look_into(loss)

    def _look_into(self, loss: Loss) -> None:
        """Find what is lost of a value by looking at it alone."""
        of, (way, key) = self.of, self.places[loss.field]
        finder, name = Finder(loss, (*way, key.name), of.bits), "find_" + "_".join((*way, key.name))
        of.name(of.finders.setdefault(name, finder).find, name)
        variable = self.load(way, key, way)
        self.block(way).lines += [
            f"found = {name}({variable}) if {variable} else 0",
            f"if found is None: {ODD}",
            "mask |= found",
        ]

    def _comes(self, field: str) -> bool:
        if self.is_dead(field):
            return False
        return any(path == field or path.startswith(f"{field}.") for path in self.places)

    def _report(self, loss: Loss) -> None:
        when: Any = loss.when
        place = self.places.get(loss.field)
        if place is not None and loss.silent is Silent.PLACED:
            self.of.bits.placed |= self.of.bits.bit(loss.rule, (*place[0], place[1].name))
        bit = f"mask |= {self.of.bits.bit(loss.rule, (*place[0], place[1].name))}" if place else ODD
        if loss.find is None and when is present:
            self.add(Condition("has", Field(loss.field)), bit)
        elif loss.find is None and isinstance(when, Condition):
            self.add(when, bit)
        else:
            self.add(Condition("there", Field(loss.field)), ODD)

    def _lose_undeclared(self) -> None:
        of = self.of
        for way, shape in of.shapes.items():
            node = self._node(way)
            if node is None or self.is_dead(node.home) or node.home in of.target.item.spoken_for:
                continue
            for key in shape.keys:
                row = node.rows.get(key.name)
                if key.like is not None:
                    self.tail.append(f"if {self.load(way, key)}: {ODD}")
                elif key.learned and of.keeps(way):
                    self._keep_clean(way, key)
                elif key.learned or (key.inner is None and _is_unplaced(row)):
                    self._drop_undeclared(way, key)
                elif row is None and key.name not in node.children:  # it is declared for other kinds only
                    self.tail.append(f"if {self.load(way, key)} is not UNSET: {ODD}")
        self._lose_derived()
        respells = of.source.item.underscored is not of.target.item.underscored
        for field, (way, key) in self.places.items():
            free = key.row is not None and key.row.codec.shape[:1] == ("free",) and not self.is_dead(field)
            if free and (of.related or (respells and field in of.target.item.by_field)):
                self._keep_clean(way, key)

    def _node(self, way: Way) -> Node | None:
        """Return the object at *way* of items of this kind."""
        node: Node | None = self.of.source.item.nodes[self.kind]
        for step in way:
            node = node.children.get(step) if node is not None else None
        return node

    def _lose_derived(self) -> None:
        """Find keys that do not say what the rest of the item says, from which they follow as a rule."""
        told: dict[str, str] = {}
        for row in self.of.source.item.derived:
            if row.kind in (None, self.kind):
                way = row.steps[:-1]
                variable = self.load(way, self.of.shapes[way].by_name[row.steps[-1]])
                bit = self.of.bits.bit("unknown-field-dropped", row.steps)
                differs = f"if {variable} is not UNSET and {variable} is not None and {{}}: mask |= {bit}"
                if isinstance(row.codec.unstructure, Made):
                    self._compare(variable, row.codec.unstructure, differs)
                elif row.codec.writes == "id":
                    self.tail.append(differs.format(f"{variable} != {self.load(*self.places['id'])}"))
                elif row.codec.writes.startswith("medium."):
                    told[variable] = differs.format(
                        self._differs(row.codec.writes.rpartition(".")[2], variable)
                    )
                else:
                    self.tail.append(f"if {variable} is not UNSET: {ODD}")
        if told and self.carried:
            there = " or ".join(f"{variable} is not UNSET" for variable in told)
            self.tail += [f"if {there}:", f"    {self._told()}", *(f"    {line}" for line in told.values())]

    def _compare(self, variable: str, made: Made, differs: str) -> None:
        """Find a value that is not what its function makes of the fields."""
        name = self.of.name(made.function, made.function.__name__)
        places = map(self.places.get, made.fields)
        given = ("UNSET" if place is None else self.load(*place) for place in places)
        self.tail += [
            f"if {variable} is not UNSET and {variable} is not None:",
            f"    made = {name}({', '.join(given)})",
            f"    {differs.format(f'(type({variable}) is not type(made) or {variable} != made)')}",
        ]

    def _told(self) -> str:
        """Print what the medium says of which other keys are told as well."""
        (path,) = self.carried
        way, key = self.places[path]
        text = self.load(way, key)
        if self._details(path):
            name = self.of.name(told_at_address, "told_at_address")
            return f"t_page, t_external, t_width, t_height = {name}({text}, {self._given_details(path, ())})"
        function = told_by_picture if path == "image.picture" else told_by_clip
        name = self.of.name(function, function.__name__)
        return f"t_filename, t_width, t_height = {name}({text})"

    def _differs(self, part: str, variable: str) -> str:
        if part in ("width", "height"):
            return f"(type({variable}) is not int or {variable} != t_{part})"
        return f"{variable} != t_{part}"

    def _keep_clean(self, way: Way, key: Key) -> None:
        """Let an item be unusual in whose free object ids or dates would have to be respelled."""
        function = self.of.name(self._respells(), "respells")
        variable = self.load(way, key, way)
        self.block(way).lines.append(f"if {variable} and {function}({variable}): {ODD}")

    def _respells(self) -> Callable[[Any], bool]:
        known: Callable[[Any], bool] | None = self.of.names.get("respells")
        return known or respelling(self.to.underscored)

    def _drop_undeclared(self, way: Way, key: Key) -> None:
        bit = self.of.bits.bit("unknown-field-dropped", (*way, key.name))
        variable = self.load(way, key, way)
        own = key.row is not None
        there = f"{variable} is not UNSET" + (f" and {variable} is not None" if own else "")
        anything = self.of.name(holds_anything, "holds_anything")
        self.block(way).drops[variable] = f"if {there} and {anything}({variable}): mask |= {bit}"

    # ------------------------------------------------------------ what is written

    def _build(self, shape: Shape, here: Way | None = None) -> str:
        """Return the expression that makes an object of the target, for the block *here*."""
        return self._make(shape, [self._value(shape, key, here) for key in shape.keys])

    def _make(self, shape: Shape, values: list[str]) -> str:
        values = values.copy()
        while len(values) > 1 and values[-1] == "UNSET":
            values.pop()
        return f"{self.of.name(shape.type, 'Out' + ''.join(map(str.title, shape.way)))}({', '.join(values)})"

    def _value(self, shape: Shape, key: Key, here: Way | None) -> str:
        if key.learned:
            place = self.of.shapes[shape.way].by_name[key.name]
            return self.load(shape.way, place)
        row = self._row(shape, key)
        if key.inner is not None and (row is None or row.field not in _MEDIA):
            return self._object(key.inner, row, here)
        if row is None or not row.written(self.to) or self.is_dead(row.field):
            return "UNSET"
        return self._written(row, here)

    def _row(self, shape: Shape, key: Key) -> Row | None:
        nodes: Any = self.of.target.item.nodes[self.kind]
        for step in shape.way:
            nodes = nodes.children.get(step)
            if nodes is None:
                return None
        row: Row | None = nodes.rows.get(key.name)
        return row

    def _object(self, inner: Shape, row: Row | None, here: Way | None) -> str:
        place = self.places.get(row.field) if row is not None else None
        if not self.of.related:
            return self._object_of_strangers(inner, row, here)
        if row is None or (self.is_dead(row.field) and row.field not in self.dead):
            return "UNSET"
        if not self.is_dead(row.field) and self._is_apart(row.field):
            return self._build(inner)  # at the end, once both are known
        if place is None or place[1].inner is None:
            return self._gathered(inner, here)
        way = (*place[0], place[1].name)
        if self.is_dead(row.field) or place[1].inner.type is inner.type:
            return self._load_object(way)  # of another kind: null, if anything
        name = "t_" + "_".join(way)
        block = self.block(way)
        made = self._build(inner)
        block.lines.append(f"{name} = {made}")
        self.inits[name] = "UNSET"
        return f"({name} if {block.name} else {block.name})"

    def _is_apart(self, field: str) -> bool:
        """Return whether the medium of a branch stands outside of the object that has the rest of it."""
        places = [
            self.places[path][0] for path in _MEDIA if path.startswith(f"{field}.") and path in self.places
        ]
        branch = self.places.get(field)
        return branch is not None and any(
            way[: len(branch[0]) + 1] != (*branch[0], branch[1].name) for way in places
        )

    def _object_of_strangers(self, inner: Shape, row: Row | None, here: Way | None) -> str:
        if row is not None and self.is_dead(row.field):
            return "UNSET"
        place = self.places.get(row.field) if row is not None else None
        if place is not None and place[1].row and place[1].row.codec.shape[:1] == ("pair",):
            pair = self.load(*place, here)
            return f"({self._gathered(inner, here)} if {pair} else {pair})"
        if row is None or place is None or place[1].inner is None:
            return self._gathered(inner, here)
        way = (*place[0], place[1].name)
        made = self._gathered(inner, way)
        if row.codec.writes == "known" or made == "UNSET":
            return made
        return f"({made} if {self._load_object(way)} is not None else None)"

    def _gathered(self, inner: Shape, here: Way | None) -> str:
        """Return an object that the source has none for, if there is anything to put in it.

        It is made in the block *here*, which holds all that goes into it.
        """
        values = [self._value(inner, key, here) for key in inner.keys]
        held = [value for value in values if value != "UNSET"]
        if not held:
            return "UNSET"
        made = self._make(inner, values)
        if any(value.startswith("'") for value in held):
            return made
        for index, value in enumerate(values):
            if value != "UNSET" and not value.isidentifier():
                values[index] = self._keep(inner, inner.keys[index], value, here)
        there = " or ".join(f"{value} is not UNSET" for value in values if value != "UNSET")
        made = f"({self._make(inner, values)} if {there} else UNSET)"
        return made if here is None else self._keep(inner, None, made, here)

    def _keep(self, shape: Shape, key: Key | None, value: str, here: Way | None) -> str:
        """Return the variable of a *value* for the target, which is made in the block *here*."""
        name = "t_" + "_".join((*shape.way, key.name) if key else shape.way)
        (self.tail if here is None else self.block(here).lines).append(f"{name} = {value}")
        if here is not None and key is None:
            self.inits[name] = "UNSET"
        return name

    def _written(self, row: Row, here: Way | None) -> str:
        """Return the value that the target's *row* writes."""
        made, writes = row.codec.unstructure, row.codec.writes
        if isinstance(made, Made):
            return self._made(row, made)
        if writes.startswith("medium."):
            (carried,) = self.carried.values()
            return f"{carried}_{writes.removeprefix('medium.')}"
        if row.field in self.carried:
            return f"{self.carried[row.field]}_value"
        derived = self._derived(writes)
        if derived is not None:
            return derived
        place = self.places.get(row.field)
        if place is None:
            return self._free(row, here)
        return self._unstructured(writes, self.load(*place, here), place, here)

    def _free(self, row: Row, here: Way | None) -> str:
        """Print a free object of which the source holds some keys apart; UNSET if it holds none."""
        if row.field not in self.of.source.item.free:
            return "UNSET"
        parts = [
            f"{field.rpartition('.')[2]}={self.load(*place, here)}"
            for field, place in self.places.items()
            if field.rpartition(".")[0] == row.field
        ]
        return f"{self.of.name(free_object, 'free_object')}({', '.join(parts)})"

    def _made(self, row: Row, made: Made) -> str:
        """Print the call of a function of fields; UNSET if none of them is there."""
        paths = [f"{row.owner}.{path}".lstrip(".") if path else row.field for path in made.fields]
        places = [self.places.get(path) for path in paths if not self.is_dead(path)]
        name = self.of.name(made.function, made.function.__name__)
        if row.owner in self.of.target.item.free and row.owner in self.places:
            way, key = self.places[row.owner]
            held = self.load(way, key, way)
            code = f"{name}({held}.get({row.attribute!r})) if {held} else UNSET"
            return self._kept(row, code, way)
        ways = [place[0] for place in places if place is not None]
        if not ways:
            return "UNSET"
        here = max(ways, key=len)
        if any(here[: len(way)] != way for way in ways):
            here = ()
        given = ["UNSET" if place is None else self.load(*place, here) for place in places]
        code = f"{name}({', '.join(given)})"
        return self._kept(
            row, code if len(given) > 1 else f"{code} if {given[0]} is not UNSET else UNSET", here
        )

    def _kept(self, row: Row, code: str, here: Way) -> str:
        """Return the variable of what *row* writes, which is made in the block *here*."""
        name = "t_" + "_".join(row.steps)
        if here:
            self.inits[name] = "UNSET"
        self.block(here).lines += [f"{name} = {code}", f"if {name} is None: {name} = UNSET"]
        return name

    def _derived(self, writes: str) -> str | None:
        """Return a value that follows from the rest of the item."""
        if writes == "kind":
            word = repr(self._word_of_target())
            return (
                f"({word} if not untyped else UNSET)" if self.of.source.untyped and self.of.related else word
            )
        if writes == "thumbnail":
            return self._thumbnail(f"{self.carried['video.clip']}_poster")
        if writes == "medium-type" and not self.of.related:
            return f"({self.carried['video.clip']}_says or UNSET)"
        return None

    def _thumbnail(self, poster: str) -> str:
        """Return the thumbnail that is given, if a page shows it, else the *poster*."""
        place = self.places.get("video.thumbnail")
        if place is None:
            return poster
        given, shows = self.load(*place), self.of.name(shows_thumbnail, "shows_thumbnail")
        self.tail.append(f"if {given} and not {shows}({given}): {ODD}")
        return f"({given} or {poster})"

    def _unstructured(self, writes: str, variable: str, place: tuple[Way, Key], here: Way | None) -> str:
        if not writes:  # nobody knows
            self.tail.insert(0, f"if {variable} is not UNSET: {ODD}")
            return "UNSET"
        if writes == "id" and not self.of.related:
            return f"({variable} if {variable} and ({self._is_guid(variable, place)}) else UNSET)"
        if writes == "target" and not self.of.related:
            return f"({variable} if {variable} and {self._leads(here)} else UNSET)"
        if writes == "link" and not self.of.related:
            return f"({variable} if {self.of.name(leads, 'leads')}({variable}) else UNSET)"
        if writes == "known":
            return f"({variable} if {variable} is not None else UNSET)"
        empty_is_nothing = writes in ("shown", "date")
        return f"({variable} or UNSET)" if empty_is_nothing else variable

    def _leads(self, here: Way | None) -> str:
        """Return whether the item has a link that leads anywhere."""
        place = self.places.get("link.url")
        return f"{self.of.name(leads, 'leads')}({self.load(*place, here)})" if place else "False"

    def _word_of_target(self) -> str:
        to = evolve(self.to, same=False, related=False)
        word: str = self.of.target.item.by_field["type"].codec.unstructure(UNSET, to.root, to)
        return word


def keeps(source: Dialect, target: Dialect, home: str) -> bool:
    """Return whether *target* keeps keys that nobody declares in the object *home* of the model."""
    return are_related(source, target) and source is not target and home in target.item.homes


def are_related(source: Dialect, target: Dialect) -> bool:
    """Return whether *target* takes what *source* has as its own; if it is closed, it does from nobody."""
    family = source.item.family is target.item.family
    return source is target or (family and not target.item.closed)


def free_object(**values: Any) -> Any:
    """Return an object of those *values* that are there, or UNSET if none is."""
    return {name: value for name, value in values.items() if value is not UNSET} or UNSET


def _is_unplaced(row: Row | None) -> bool:
    """Return whether the model has no place for a key that is declared, and does not follow from others."""
    return row is not None and not row.field and not row.codec.derives


@attrs.frozen
class Spelling:
    """The spelling of keys in objects where anything may stand, as *renamed_keys* takes it."""

    underscored: bool
    respells = True


def respelling(underscored: bool) -> Callable[[Any], bool]:
    """Return the expression that checks whether nested ids or dates need the spelling of the target."""
    to: Any = Spelling(underscored)

    def respells(value: Any) -> bool:
        return any(True for _ in renamed_keys(value, to))

    return respells


def into_shape(source: Dialect, target: Dialect, kept: Mapping[Way, Iterable[str]]) -> Shape:
    """Return the shape of what an item becomes, with slots for the undeclared keys that are *kept*."""
    related = are_related(source, target)
    return shape_of(target.item, kept) if related else shape_for_strangers(target.item)


def element_type(target: Dialect, field: str) -> Any:
    """Return the type of an element of a *field* of clips of *target*; None if that has none."""
    row = target.item.by_field.get(f"video.clip.{field}")
    return shape_of_element(row.codec.table).type if row and row.codec.table else None


__all__ = ["Printer", "Spelling", "Unprintable", "element_type", "into_shape", "keeps", "respelling"]
