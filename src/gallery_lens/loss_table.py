"""The loss table: what becomes of every field between any two dialects, read off their tables.

It is the join of two tables. A field that both hold is exact, unless the target's table declares a
loss for it; one that only the source holds is lost to the codes that speak of it, or impossible if
the whole item is left out for its sake.
"""

import enum
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import attrs

from gallery_lens.conditions import present
from gallery_lens.dialects import DIALECTS, Dialect, in_profile, writable
from gallery_lens.dialects.rows import Loss, Row, Silent, Takes, Unstructuring
from gallery_lens.dialects.table import Table
from gallery_lens.dialects.tracing import Trace, follow
from gallery_lens.model import Kind
from gallery_lens.places import Place
from gallery_lens.rules import rule
from gallery_lens.values import evolve
from gallery_lens.words import PROFILED, Profile


class Fidelity(enum.StrEnum):
    """The fate of a field."""

    EXACT = "exact"  #: whatever it holds can be read back
    LOSSY = "lossy"  #: one of the codes says when it is not
    IMPOSSIBLE = "impossible"  #: an item that has it is left out


class Verdict(enum.StrEnum):
    """The words for people, used on the site, in tables and in the playground alike."""

    KEPT = "kept"
    SOMETIMES = "sometimes lost"
    ALWAYS = "always lost"
    LEFT_OUT = "item left out"


@attrs.frozen(kw_only=True)
class FieldFate:
    """The fate of one field of the source."""

    source: str  #: dotted path on the wire
    target: str | None  #: the same in the target; None if it has no such field
    fate: Fidelity
    codes: tuple[str, ...] = ()  #: of the rules that say what is lost, sorted
    kind: Kind | None = None  #: only in items of this kind
    field: str = ""  #: dotted path in the model; empty for a key that it has no field for
    certain: bool = False  #: whether no value of the field escapes the loss

    @property
    def verdict(self) -> "Verdict":
        """The words that people read: they tell a loss in some cases from one in all."""
        if self.fate is Fidelity.IMPOSSIBLE:
            return Verdict.LEFT_OUT
        if self.fate is Fidelity.EXACT:
            return Verdict.KEPT
        return Verdict.ALWAYS if self.certain else Verdict.SOMETIMES

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON shape."""
        known = {"source": self.source, "target": self.target, "fate": self.fate.value}
        return known | {"codes": list(self.codes)} | ({"kind": self.kind.value} if self.kind else {})


@attrs.frozen
class DialectPair:
    """A conversion: from one dialect to another."""

    source: str
    target: str
    item: tuple[FieldFate, ...]  #: the fields of an item, in the order of the source's table
    gallery: tuple[FieldFate, ...]  #: those of a gallery without its items
    profile: Profile = "documented"  #: the form of the target, if that is a page

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON shape."""
        fates = {"item": self.item, "gallery": self.gallery}
        rows = {name: [each.to_dict() for each in held] for name, held in fates.items()}
        form = {} if self.profile == "documented" else {"profile": self.profile}
        return {"source": self.source, "target": self.target, **form, **rows}


def loss_table() -> tuple[DialectPair, ...]:
    """Return all pairs of two dialects of which the second can be written, in all forms of that."""
    usual = [pair(source, target) for source in DIALECTS for target in writable() if source != target]
    viewed = [pair(source, PROFILED, "viewer") for source in DIALECTS if source != PROFILED]
    return (*usual, *viewed)


@cache
def pair(source: str, target: str, profile: Profile = "documented") -> DialectPair:
    """Return the fate of every field of *source* in *target*, both names of dialects."""
    one, other = DIALECTS[source], in_profile(target, profile)
    return DialectPair(
        source,
        target,
        tuple(_Join(one.item, other.item, other).fates()),
        tuple(_Join(one.gallery, other.gallery, other).fates()),
        profile,
    )


#: Texts that say everything a text can say about a picture or a clip.
_MEDIA: Final = (
    "wix:image://v1/a.jpg/b.jpg#originWidth=1&originHeight=1&watermark=c",
    "wix:video://v1/a/b.mp4#posterUri=c.jpg&posterWidth=1&posterHeight=1",
    "https://static.wixstatic.com/media/a.jpg",
    "https://video.wixstatic.com/video/a/1080p/mp4/file.mp4",
    "https://vimeo.com/1",
)


class _Join:
    """Two tables of one thing, an item or a gallery."""

    def __init__(self, source: Table, target: Table, dialect: Dialect) -> None:
        self.source = _flat(source)
        self.target = _flat(target)
        self.dialect = dialect
        self.of_items = target is dialect.item
        self.homes = {row.wire: row.field for row in source.rows if row.field in source.classes}
        self.losses = [loss for loss in self.target.losses if rule(loss.rule).loses]

    def fates(self) -> Iterator[FieldFate]:
        """Yield the fate of every row of the source that says anything by itself."""
        for row in self.source.rows:
            kinds = {each.kind for each in self.source.rows if each.wire == row.wire and each.field}
            rows = [row]
            if kinds and not row.field and not row.kind:  # for the kinds for which its key is no field
                rows = [evolve(row, kind=kind) for kind in Kind if not kinds & {kind, None}]
            for each in rows:
                fate = self._fate(each) if each.field else self._fate_of_key(each)
                if fate is not None:
                    yield fate

    def _fate_of_key(self, row: Row) -> FieldFate | None:
        """A key that the model has no field for travels among undeclared ones, or not at all."""
        kept = self._to(row).related and row.takes is not Takes.SAME and not self.target.closed
        if row.codec.derives:
            return None
        if kept:
            return self._made(row, row.wire, ())
        home = next((field for wire, field in self.homes.items() if _in(row.wire, wire)), "")
        if dropped := self._drops("text" if row.kind is Kind.TEXT and not home else home):
            return self._made(row, None, (dropped,), Fidelity.IMPOSSIBLE)
        covering = [each.rule for each in self.losses if _covers(each) and _in(home, each.field)]
        # An open dialect may read the key as another spelling of a field.
        certain = bool(covering) or self.source.closed
        return self._made(row, None, (*covering, "unknown-field-dropped")[:1], certain=certain)

    def _drops(self, field: str) -> str | None:
        return self.dialect.drops(Kind.TEXT) if _in(field, "text") else None

    def _fate(self, row: Row) -> FieldFate | None:
        to = self._to(row)
        if dropped := self._drops(row.field):
            return (
                self._made(row, None, (dropped,), Fidelity.IMPOSSIBLE) if self._says_anything(row) else None
            )
        led = self._led(row, to)
        by = led[1] if led else None
        losses = [loss for loss in self.losses if self._speaks(loss, row, by)]
        codes = {loss.rule for loss in losses}
        if self.of_items and self.source.family is not self.target.family:
            written = self.dialect.writes
            codes |= {name for name in written if row.field and rule(name).field == row.field}
        if not codes and not self._says_anything(row):
            return None
        listed = by.codec.table if by is not None else None  # of the elements of a list that is written
        codes |= {loss.rule for loss in (listed.losses if listed else ()) if rule(loss.rule).loses}
        if by is not None and self._hands_on(row, by, to):
            codes = set()
        if led is None:
            # Neither a condition nor the order of a list saves a value.
            certain = any(_covers(loss) and loss.silent is not Silent.PLACED for loss in losses)
            return self._made(row, None, tuple(codes), certain=certain)
        return self._made(row, ".".join(map(str, led[0])), tuple(codes))

    def _hands_on(self, row: Row, by: Row, to: Unstructuring) -> bool:
        """Return whether whatever media text *row* reads is written by *by* as it is."""
        read = {text: _structured(row, text) for text in _MEDIA if row.codec.expands and by.codec.expands}
        known = {
            text: structured for text, structured in read.items() if "id" in structured or "url" in structured
        }
        return bool(known) and all(self._rewritten(row, by, to, known[text]) == text for text in known)

    def _rewritten(self, row: Row, by: Row, to: Unstructuring, structured: dict[str, Any]) -> Any:
        """Return the value that *by* writes for the attributes that *row* has read."""
        field = row.field
        value = self.source.classes[field](**structured)
        around: list[Any] = []  # the objects that hold it, up to the root
        while field:
            field, _, attribute = field.rpartition(".")
            holder = self.source.classes[field](**{attribute: around[-1] if around else value})
            around.append(holder)
        return by.codec.unstructure(value, around[0], evolve(to, root=around[-1]))

    def _led(self, row: Row, to: Unstructuring) -> tuple[Place, Row | None] | None:
        """Return the place where the target writes the field of *row*, or the first thing in it."""
        inside = self.source.classes.get(row.field) if row.codec.expands else None
        parts = [f"{row.field}.{part.name}" for part in attrs.fields(inside)] if inside else []
        led = (follow(self.target, Trace(field, ()), to) for field in (row.field, *parts))
        return next(filter(None, led), None)

    def _made(
        self,
        row: Row,
        target: str | None,
        names: tuple[str, ...],
        fate: Fidelity | None = None,
        *,
        certain: bool = False,
    ) -> FieldFate:
        return FieldFate(
            source=row.wire,
            target=target,
            fate=fate or (Fidelity.LOSSY if names else Fidelity.EXACT),
            codes=tuple(sorted(rule(name).code for name in names)),
            kind=row.kind,
            field=row.field,
            certain=certain,
        )

    def _speaks(self, loss: Loss, row: Row, by: Row | None) -> bool:
        """Return whether *loss* may report the value of *row*, which the target writes *by* a row, if any."""
        if loss.strangers and self.source.family is self.target.family:
            return False
        if loss.field == row.field:
            return by is None or by.takes is Takes.ANY  # else it is for those whose values are not taken
        if _in(loss.field, row.field):
            attribute = loss.field[len(row.field) + 1 :].partition(".")[0]
            said = _said(row)
            return row.codec.expands and (not said or attribute in said)
        return _in(row.field, loss.field)

    def _says_anything(self, row: Row) -> bool:
        """Return whether *row* is more than an object around other rows."""
        return row.codec.expands or row.field not in self.source.classes

    def _to(self, row: Row) -> Unstructuring:
        kinds = (Kind(step) for step in row.field.upper().split(".") if step in Kind.__members__)
        return Unstructuring(
            root=None,
            kind=row.kind or next(kinds, None),
            same=False,
            related=self.source.family is self.target.family,
            underscored=self.target.underscored,
        )


@cache
def _flat(table: Table) -> Table:
    """Return *table* with the rows of the objects that have a table of their own in their places."""
    rows: list[Row] = []
    losses = [*table.losses]
    for row in table.rows:
        inner = row.codec.table if row.field in table.classes and row.field else None
        if inner is None:
            rows.append(row)
        else:
            flat = _flat(inner)
            rows += (
                evolve(each, field=_below(row, each.field), wire=f"{row.wire}.{each.wire}")
                for each in flat.rows
            )
            losses += (evolve(each, field=_below(row, each.field)) for each in flat.losses)
    return evolve(table, rows=tuple(rows), losses=tuple(losses))


def _below(row: Row, field: str) -> str:
    """The path of *field* of the object that *row* carries; a key without a field stays without one."""
    return f"{row.field}.{field}" if field else ""


def _in(field: str, around: str) -> bool:
    """Return whether the dotted *field* is *around* or lies in it."""
    return field == around or field.startswith(f"{around}.")


def _covers(loss: Loss) -> bool:
    """Return whether *loss* speaks for everything in an object."""
    return loss.when is present and loss.find is None


@cache
def _said(row: Row) -> frozenset[str]:
    """The attributes of an object that one value of *row* can say."""
    return frozenset(key for text in _MEDIA for key in _structured(row, text))


def _structured(row: Row, text: str) -> dict[str, Any]:
    try:
        structured = row.codec.structure(text)
    except ValueError:  # refused, or no address at all
        return {}
    return structured if isinstance(structured, dict) else {}


# -------------------------------------------------------------------------------- for people


def to_dict() -> dict[str, Any]:
    """Return the whole table as JSON objects, with the words for the codes in it."""
    pairs = loss_table()
    codes = sorted({code for each in pairs for fate in (*each.item, *each.gallery) for code in fate.codes})
    words = {code: {"name": rule(code).name, "when": rule(code).summary} for code in codes}
    return {"schemaVersion": 1, "codes": words, "pairs": [each.to_dict() for each in pairs]}


def to_markdown() -> str:
    """Return the whole table as a page."""
    sections: list[str] = []
    for each in loss_table():
        items, gallery = (
            "".join(_line(fate, fates) for fate in fates) for fates in (each.item, each.gallery)
        )
        form = "" if each.profile == "documented" else f", {each.profile}"
        of_gallery = f"\nOf a gallery:\n\n{_COLUMNS}{gallery}" if gallery else ""
        sections.append(f"## {each.source} to {each.target}{form}\n\n{_COLUMNS}{items}{of_gallery}")
    return _HEAD + "\n".join(sections)


_HEAD: Final = """# What becomes of every field

Made from the dialects' own tables by `gallery-lens loss-table`. *kept*: whatever the field holds can be read
back. *sometimes lost* and *always lost*: one of the codes tells when, and [the rules](losses.md) explain
each. *item left out*: an item that has the field is left out. Keys that a dialect does not declare are kept
between backends and reported ([L125](losses.md#l125-unknown-field-dropped)) elsewhere. The last tables are
those of [the viewer's form](command-line.md#the-viewers-form) of a page's items.

"""


_COLUMNS: Final = "| field | becomes | is | codes |\n|---|---|---|---|\n"


def _line(fate: FieldFate, beside: tuple[FieldFate, ...]) -> str:
    shared = any(other.source == fate.source and other.kind for other in beside)
    only = f" ({fate.kind.lower() if fate.kind else 'otherwise'})" if shared else ""
    becomes = f"`{fate.target}`" if fate.target else ""
    names = {code: rule(code).name for code in fate.codes}
    codes = ", ".join(f"[{name}](losses.md#{code.lower()}-{name})" for code, name in names.items())
    return f"| `{fate.source}`{only} | {becomes} | {fate.verdict.value} | {codes} |\n"
