"""The conversion of many items from one dialect to another, compiled from their tables."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec
from msgspec import UNSET

from gallery_lens.compiled._bits import Bits, Found
from gallery_lens.compiled._columns import ANY_DATE, PRINTED
from gallery_lens.compiled._printing import Printer, Unprintable
from gallery_lens.compiled._shapes import Shape, Way, shape_of
from gallery_lens.dialects import DIALECTS, Dialect, detect
from gallery_lens.dialects._aims import aim_of
from gallery_lens.dialects._spelling import renamed_keys
from gallery_lens.model import Family, Kind
from gallery_lens.rules._rule import Aim
from gallery_lens.rules.s007_misspelt_key import looks_misspelt

#: The bits of an item that is unusual, and has to be converted with care.
ODD: Final = -1
#: How many keys that nobody declares are taken.
MOST: Final = 32

#: What msgspec takes as the name of a field.
_nameable: Final = re.compile(r'[^"\\\x00-\x1f]*').fullmatch


class Pair:
    """Converts items that are usual, and says what is found in them: exactly as the interpreter would.

    Attributes:
        found: what may be found in an item, by the index of its bit; the list may grow.
    """

    def __init__(self, source: Dialect, target: Dialect) -> None:
        """Compile the conversion.

        Raises:
            Unprintable: A rule looks at it of which nothing is known beforehand.
        """
        self.source, self.target = source, target
        self.same = source is target
        self._bits = Bits()
        self.learned: dict[Way, list[str]] = {}
        self._kept: dict[Way, list[str]] = {}
        self._compile()

    def _compile(self) -> None:
        shape = shape_of(self.source.item, self.learned)
        into = shape_of(self.target.item, self._kept)
        printer = Printer(self.source, self.target, shape, into, self._bits)
        self.text = printer.print()
        names = printer.names
        exec(compile(self.text, f"<{self.source.name} to {self.target.name}>", "exec"), names)
        self._batch: Callable[..., None] = names["batch"]
        self.shape, self.found, self.printer = shape, printer.bits.found, printer
        #: the bits of what is not said of an item whose list shows it
        self.placed: int = printer.placed
        self.decode: Callable[[Any], Any] = msgspec.json.Decoder(shape.type).decode
        items: Any = list[shape.type]  # type: ignore[name-defined]
        self.decode_list: Callable[[Any], list[Any]] = msgspec.json.Decoder(items).decode
        rows = self.source.item.by_field
        told_by = ("id", "created_date", "updated_date")
        #: the keys that no other dialect has
        self.telling = [rows[field].wire for field in told_by if field in rows]
        self._compared = [rows[field].wire if field in rows else None for field in ("id", "sort_order")]
        self._dates = [
            key.attribute for key in shape.keys if key.row and key.row.codec.shape[:1] == ("date",)
        ]
        to_backend = aim_of(self.source, self.target) is Aim.BACKEND
        self._date_format = PRINTED if to_backend else ANY_DATE

    # ---------------------------------------------------------------- reading

    def read(self, value: Any) -> Any:
        """Return the item *value*, a dict, as this pair reads it; None if it is unusual."""
        try:
            return msgspec.convert(value, self.shape.type)
        except (ValueError, RecursionError):
            return self._read_anew(value)

    def read_all(self, values: Mapping[int, Any]) -> dict[int, Any]:
        """Return those of *values* that are usual, as this pair reads them."""
        try:
            items = msgspec.convert([*values.values()], list[self.shape.type])  # type: ignore[name-defined]
            return dict(zip(values, items, strict=True))
        except (ValueError, RecursionError):
            read = {index: item for index, value in values.items() if (item := self.read(value)) is not None}
        if any(type(item) is not self.shape.type for item in read.values()):  # keys were learned meanwhile
            return self.read_all({index: values[index] for index in read})
        return read

    def _read_anew(self, value: Any) -> Any:
        if not self.learn(value):
            return None
        try:
            return msgspec.convert(value, self.shape.type)
        except (ValueError, RecursionError):
            return None

    # ---------------------------------------------------------------- converting

    def convert(self, items: Sequence[Any]) -> tuple[list[Any], list[int]]:
        """Return what the target gets for each of *items*, and what is found in it.

        An item that is left out on purpose gives None; so does one that is unusual, whose bits are ``ODD``.
        """
        outs: list[Any] = []
        masks: list[int] = []
        self._batch(items, outs, masks)
        for name in self._dates:
            for index in self._date_format.strays([getattr(item, name) for item in items]):
                outs[index], masks[index] = None, ODD
        return outs, masks

    def compared(self, items: Sequence[Any]) -> tuple[list[Any], list[Any]]:
        """Return the ids and the sort orders of *items*, None for what there is none of."""
        ids, sort_orders = (
            [None] * len(items)
            if name is None
            else [None if (value := getattr(item, name)) is UNSET else value for item in items]
            for name in self._compared
        )
        return ids, sort_orders

    def said(self, mask: int) -> list[Found]:
        """Return what the bits of *mask* are."""
        return [found for index, found in enumerate(self.found) if index and mask >> index & 1]

    def number(self, out: Any, position: int) -> None:
        """Write the sort order that the *position* in a list implies into what the target gets."""
        setattr(out, self.target.item.by_field["sort_order"].wire, position)

    def written(self, out: Any, raw: Any) -> Any:
        """Return what the target gets, as plain objects that share nothing with the item *raw*."""
        return msgspec.to_builtins(raw if self.same else out)

    def is_sure(self, item: Any, raw: Callable[[], dict[str, Any]]) -> bool:
        """Return whether *item*, which was taken, can be nothing but one of the source.

        *raw* gives it as it stands.
        """
        if self.source.item.family is not Family.BACKEND:
            return detect(raw()) == (self.source.name,)
        # Its medium tells, if it has one.
        return item.type != Kind.TEXT or any(getattr(item, name) is not UNSET for name in self.telling)

    # ---------------------------------------------------------------- keys that nobody declares

    def learn(self, raw: Any) -> bool:
        """Look at the keys of an item; tell whether there are new ones among them that may be taken."""
        count = sum(map(len, self.learned.values()))
        start = count
        for shape, name in self._met(raw):
            if count < MOST and self._is_learnable(shape, name):
                count += 1
                self.learned.setdefault(shape.way, []).append(name)
                if self._keeps(shape.way):
                    self._kept.setdefault(shape.way, []).append(name)
        if count > start:
            self._compile()
        return count > start

    def _keeps(self, way: Way) -> bool:
        return not self.same and self.printer.keeps(way)

    def _met(self, raw: Any) -> Iterator[tuple[Shape, str]]:
        for shape in self.shape.walk():
            held = raw
            for step in shape.way:
                held = held.get(step) if isinstance(held, dict) else None
            if isinstance(held, dict):
                known = shape.by_name
                yield from ((shape, name) for name in held if isinstance(name, str) and name not in known)

    def _is_learnable(self, shape: Shape, name: str) -> bool:
        """Tell whether all that hangs on a key is that it is kept, or said to be dropped."""
        if not _nameable(name) or looks_misspelt(name) or shape.home == "" != "".join(shape.way):
            return False
        if not shape.way and not self._says_nothing(name):
            return False
        if not self._keeps(shape.way):
            return True
        declared = {
            key.name for each in self.printer.into.walk() if each.way == shape.way for key in each.keys
        }
        respelled = any(True for _ in renamed_keys({name: None}, self._printer_spelling))
        # Several would be written in the order in which an item gives them.
        return name not in declared and not respelled and not self._kept.get(shape.way)

    def _says_nothing(self, name: str) -> bool:
        """Tell whether the key leaves it open what dialect an item is, whatever it holds."""
        return all(
            detect(beside | {name: value}) == detect(beside) for beside in _BESIDE for value in _VALUES
        )

    @property
    def _printer_spelling(self) -> Any:
        return _Spelling(self.target.item.underscored)


#: What an item holds by which its dialect may be told, and values that a key may have.
_BESIDE: Final[tuple[dict[str, Any], ...]] = (
    {},
    {"type": "IMAGE"},
    {"src": "x"},
    {"_id": "x"},
    {"id": "x", "type": "IMAGE"},
)
_VALUES: Final[tuple[Any, ...]] = ("x", None, {}, [])


class _Spelling:
    respells = True

    def __init__(self, underscored: bool) -> None:
        self.underscored = underscored


_pairs: dict[tuple[str, str], Pair | None] = {}


def pair(source: str, target: str) -> Pair | None:
    """Return the compiled conversion, one for each process; None if that cannot be."""
    key = (source, target)
    if key not in _pairs:
        try:
            _pairs[key] = Pair(DIALECTS[source], DIALECTS[target]) if _is_compiled(*key) else None
        except Unprintable:
            _pairs[key] = None
    return _pairs[key]


#: The dialects whose tables are compiled.
COMPILED: Final = ("velo", "rest", "frontend")


def _is_compiled(source: str, target: str) -> bool:
    return source in COMPILED and target in COMPILED
