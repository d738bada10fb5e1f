"""The conversion of many items from one dialect to another, compiled from their tables."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any, Final

import msgspec
from msgspec import UNSET

from gallery_lens.compiled._asking import Asker
from gallery_lens.compiled._mending import UNKNOWN, Mender, Told, other_date
from gallery_lens.compiled._shipping import load, module_name, module_text
from gallery_lens.compiled._undeclared import Undeclared
from gallery_lens.compiled.bits import Bits, Found
from gallery_lens.compiled.columns import ANY_DATE, PRINTABLE, are_printed, printed
from gallery_lens.compiled.printing import Printer, Spelling, Unprintable, into_shape, keeps
from gallery_lens.compiled.shapes import Shape, Way, shape_of
from gallery_lens.dialects import DIALECTS, Dialect, detect
from gallery_lens.dialects.dialect import aim_of
from gallery_lens.dialects.spelling import renamed_keys
from gallery_lens.model import Family, Kind
from gallery_lens.rules.base import Aim
from gallery_lens.rules.s007_misspelt_key import looks_misspelt

#: The bits of an item that is unusual, and has to be converted with care.
ODD: Final = -1
#: How many keys that nobody declares are taken.
MOST: Final = 32
#: How many keys are remembered that are not.
_REMEMBERED: Final = 4096

#: How many characters a date has as JavaScript prints it.
_PRINTED: Final = len("2022-07-03T12:05:15.000Z")

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
        self.source: Dialect = source
        self.target: Dialect = target
        self.same = source is target
        self._bits = Bits()
        self._told = Told(self._bits)
        self._asker = Asker(source, target, self._bits)
        self._unlearnable: set[tuple[Way, str]] = set()
        self.learned: dict[Way, list[str]] = {}
        self._kept: dict[Way, list[str]] = {}
        self._compile()

    def _compile(self) -> None:
        shape = shape_of(self.source.item, self.learned)
        into = into_shape(self.source, self.target, self._kept)
        vars(self).pop("printer", None)
        self.shape, self._into = shape, into
        self._homes = {each.way: each.home for each in shape.walk()}
        self._known_keys = [(each, frozenset(each.by_name)) for each in shape.walk()]
        #: the keys at the top under which an object may stand as well, by its own
        self._likes = {
            each.name: [key.name for key in shape.keys if key.stands_for(each.inner)] for each in shape.keys
        }
        shipped = (
            None if self.learned or self._kept else load(self.source, self.target, shape, into, self._bits)
        )
        names = self.printer.names if shipped is None else shipped
        if shipped is None:
            exec(compile(self.text, f"<{self.source.name} to {self.target.name}>", "exec"), names)
        self._batch: Callable[..., None] = names["batch"]
        self.found = self._bits.found
        self.asked = self._bits.asked  #: the bits of rules that have to be asked
        self.decode: Callable[[Any], Any] = msgspec.json.Decoder(shape.type).decode
        self._items: Any = list[shape.type]  # type: ignore[name-defined]
        self.decode_list: Callable[[Any], list[Any]] = msgspec.json.Decoder(self._items).decode
        rows = self.source.item.by_field
        told_by = ("id", "created_date", "updated_date")
        #: the keys that no other dialect has
        self.telling = [rows[field].wire for field in told_by if field in rows]
        self._compared = [self.keys_of(field) for field in ("id", "sort_order")]
        dates = {
            key.attribute: key.row for key in shape.keys if key.row and key.row.codec.shape[:1] == ("date",)
        }
        self._dates = [*dates]
        held = self.target.item.by_field
        self._date_keys = {name: held[row.field].wire for name, row in dates.items() if row.field in held}
        self._prints_dates = aim_of(self.source, self.target) is Aim.BACKEND
        self._date_format = PRINTABLE if self._prints_dates else ANY_DATE
        self._undeclared = Undeclared(self.source, self.target, shape, self._keeps, self._told.say)
        self._mender = Mender(self.source, self.target, shape, self._told, self._undeclared)

    def keys_of(self, field: str) -> list[str]:
        """Return the keys at the top under which *field* may be; the first that says anything is it."""
        row = self.source.item.by_field.get(field)
        if row is None:
            return []
        others = [
            other for alias in self.source.aliases if alias.place == row.steps for other in alias.others
        ]
        return [row.wire, *(name for (name,) in others)]

    @property
    def placed(self) -> int:
        """The bits of what is not said of an item whose list shows it."""
        return self._bits.placed

    @cached_property
    def leaves_out(self) -> frozenset[str]:
        """The rules that say that an item is left out on purpose."""
        rules = (None if self.same else self.target.drops(kind) for kind in Kind)
        return frozenset(filter(None, rules))

    @cached_property
    def printer(self) -> Printer:
        """The printer of the conversion, which has printed it."""
        printer = Printer(self.source, self.target, self.shape, self._into, self._bits)
        printer.text = printer.print()
        return printer

    @property
    def text(self) -> str:
        """The text of the function that converts items."""
        return self.printer.text

    # ---------------------------------------------------------------- reading

    def read(self, value: Any) -> Any:
        """Return the item *value*, a dict, as this pair reads it; None if it is unusual."""
        try:
            return msgspec.convert(value, self.shape.type)
        except (ValueError, RecursionError) as error:
            return self.read_refused(value, error)

    def read_all(self, values: Sequence[Any]) -> list[Any]:
        """Return *values* as this pair reads them, None for each that is unusual."""
        try:
            read: list[Any] = msgspec.convert(values, self._items)
        except (ValueError, RecursionError):
            shape = self.shape
            read = [self.read(value) for value in values]
            if self.shape is not shape:  # keys were learned meanwhile
                again = iter(self.read_all([value for value, item in zip(values, read, strict=True) if item]))
                return [item and next(again) for item in read]
        return read

    def read_refused(self, value: Any, error: Exception) -> Any:
        """Return the item *value*, refused with *error*, once its keys are learned or its values mended."""
        if isinstance(error, RecursionError) or self._mender.is_hopeless(str(error)):
            return None
        if str(error).startswith(UNKNOWN):
            return self.read(value) if self.learn(value) else self._mended(value, str(error))
        item = self._mended(value, str(error))
        return self.read(value) if item is None and self.learn(value) else item

    def _mended(self, value: Any, sentence: str = "") -> Any:
        return self._mender.mend(value, dict.fromkeys(self._dates, self._date_format), sentence)

    def has_mended(self, items: Sequence[Any]) -> bool:
        """Return whether any of *items* was mended."""
        return self._mender.type in {*map(type, items)}

    def is_mended(self, item: Any) -> bool:
        """Return whether something in *item* was mended, or taken out, before it was read."""
        return isinstance(item, self._mender.type)

    def held(self, item: Any, raw: dict[str, Any]) -> dict[str, Any]:
        """Return the wire object that *item* was read from: *raw*, or its mended copy."""
        held: dict[str, Any] = item.done.wire if self.is_mended(item) else raw
        return held

    # ---------------------------------------------------------------- converting

    def convert(self, items: Sequence[Any], *, of_text: bool = False) -> tuple[list[Any], list[int]]:
        """Return what the target gets for each of *items*, and what is found in it.

        Those *of_text* were read from JSON, and hold nothing that JSON cannot.

        An item that is left out on purpose gives None; so does one that is unusual, whose bits are ``ODD``.
        """
        outs: list[Any] = []
        masks: list[int] = []
        self._batch(items, outs, masks, of_text)
        dates = [date for name in self._dates for item in items if (date := getattr(item, name))]
        are_usual = are_printed(dates) or (not self._prints_dates and self._date_format.fit(dates))
        if not are_usual:
            self._look_at_dates(items, outs, masks)
        if self._bits.asked:
            self._ask(items, outs, masks)
        if self.has_mended(items):
            for index, item in enumerate(items):
                if masks[index] != ODD and self.is_mended(item):
                    masks[index] = self._told.found(masks[index], item.done)
        return outs, masks

    def _look_at_dates(self, items: Sequence[Any], outs: list[Any], masks: list[int]) -> None:
        """Write out milliseconds, and mend items with dates of another format."""
        strays = dict[int, str]()  # the first of those dates in each item
        for name in self._dates:
            column = [getattr(item, name) for item in items]
            key = self._date_keys[name] if self._prints_dates else ""
            for date, out in zip(column, outs, strict=True) if key else ():
                if date and out is not None and len(date) != _PRINTED:
                    setattr(out, key, printed(date))
            for index in self._date_format.strays(column):
                strays.setdefault(index, name)
        found = self._dated([(items[index], name) for index, name in strays.items()])
        for index, converted in zip(strays, found, strict=True):
            outs[index], masks[index] = converted

    def _ask(self, items: Sequence[Any], outs: list[Any], masks: list[int]) -> None:
        """Ask the rules that the batch could not settle."""
        asked = self._bits.asked
        open_masks = {mask for mask in {*masks} if mask & asked and mask != ODD}
        for index, mask in enumerate(masks) if open_masks else ():
            if mask in open_masks:
                wire = self.held(items[index], {}) or msgspec.to_builtins(items[index])
                found = self._asker.ask(mask, wire)
                if found is None:
                    outs[index], masks[index] = None, ODD
                else:
                    masks[index] = found

    def _dated(self, strays: Sequence[tuple[Any, str]]) -> Iterator[tuple[Any, int]]:
        """Convert items, each with the key under which it has a date that is not as usual."""
        mended = [
            None if self.is_mended(item) else self._mended(msgspec.to_builtins(item), other_date(name))
            for item, name in strays
        ]
        found = [item for item in mended if item is not None]
        converted = zip(*self.convert(found), strict=True) if found else iter(())
        return ((None, ODD) if item is None else next(converted) for item in mended)

    def compared(self, items: Sequence[Any]) -> tuple[list[Any], list[Any]]:
        """Return the ids and the sort orders of *items*, None for what there is none of."""
        ids, sort_orders = (self._column(items, names) for names in self._compared)
        return ids, sort_orders

    def _column(self, items: Sequence[Any], names: list[str]) -> list[Any]:
        if not names:
            return [None] * len(items)
        first, *others = names
        column = [None if (value := getattr(item, first)) is UNSET else value for item in items]
        for name in others:
            for index, value in enumerate(column):
                if value in (None, "") and (other := getattr(items[index], name)) is not UNSET:
                    column[index] = value if other is None else other
        return column

    def said(self, mask: int) -> list[Found]:
        """Return what the bits of *mask* are."""
        said = [found for index, found in enumerate(self.found) if index and mask >> index & 1]
        return sorted(said, key=_order)

    @property
    def numbers(self) -> bool:
        """True if the places of items in a list become their sort orders."""
        return self.source.item.family is Family.PAGE and self.target.item.family is Family.BACKEND

    def number(self, out: Any, position: int) -> None:
        """Write the sort order that the *position* in a list implies into what the target gets."""
        setattr(out, self.target.item.by_field["sort_order"].wire, position)

    def is_sure(self, item: Any, raw: Callable[[], dict[str, Any]]) -> bool:
        """Return whether *item*, which was taken, can be nothing but one of the source.

        *raw* gives it as it stands.
        """
        untold = self.source.untold_by
        doubtful = untold is not None and untold[1](getattr(item, untold[0]))
        if doubtful or self.is_mended(item) or self.learned.get(()):
            return detect(raw()) == (self.source.name,)
        if any(all(getattr(item, name) is not UNSET for name in names) for names in self.source.told_by):
            return True
        if self.source.told_by or self.source.item.family is not Family.BACKEND:
            return detect(raw()) == (self.source.name,)
        # Its medium tells, if it has one.
        return item.type != Kind.TEXT or any(getattr(item, name) is not UNSET for name in self.telling)

    def are_sure(self, items: Sequence[Any]) -> bool:
        """Return whether it shows at a glance that all *items* can be nothing but items of the source."""
        untold = self.source.untold_by
        doubtful = untold is not None and any(map(untold[1], map(attrgetter(untold[0]), items)))
        if doubtful or self.learned.get(()) or self.has_mended(items):
            return False
        told_by = self.source.told_by
        if not told_by and self.source.item.family is Family.BACKEND:
            told_by = tuple((name,) for name in self.telling)
        return any(all(UNSET not in map(attrgetter(name), items) for name in names) for names in told_by)

    # ---------------------------------------------------------------- keys that nobody declares

    def learn(self, raw: Any) -> bool:
        """Look at the keys of an item; tell whether there are new ones among them that may be taken."""
        count = sum(map(len, self.learned.values()))
        start = count
        for shape, name in self._met(raw):
            key = (shape.way, name)
            if count == MOST or key in self._unlearnable or not self._is_learnable(shape, name):
                if len(self._unlearnable) == _REMEMBERED:
                    self._unlearnable.clear()
                self._unlearnable.add(key)
            else:
                count += 1
                self.learned.setdefault(shape.way, []).append(name)
                if self._keeps(shape.way):
                    self._kept.setdefault(shape.way, []).append(name)
        if count > start:
            self._compile()
        return count > start

    def _keeps(self, way: Way) -> bool:
        return keeps(self.source, self.target, self._homes[way])

    def _met(self, raw: Any) -> Iterator[tuple[Shape, str]]:
        for shape, known in self._known_keys:
            held = raw
            for step in shape.way:
                names = [step, *self._likes.get(step, ())] if held is raw else [step]
                held = (
                    next((held[name] for name in names if name in held), None)
                    if isinstance(held, dict)
                    else None
                )
            if isinstance(held, dict):
                yield from ((shape, name) for name in held if isinstance(name, str) and name not in known)

    def _is_learnable(self, shape: Shape, name: str) -> bool:
        """Return whether all that hangs on a key is that it is kept, or said to be dropped."""
        if not _nameable(name) or (self._undeclared.judges and looks_misspelt(name)):
            return False
        if shape.home == "" != "".join(shape.way) and self._keeps(shape.way):
            return False
        if not shape.way and not self._says_nothing(name):
            return False
        if not self._keeps(shape.way):
            return True
        if name in self.source.origin.own or self.target.item.homes[shape.home] != ".".join(shape.way):
            return False
        declared = {key.name for each in self._into.walk() if each.way == shape.way for key in each.keys}
        respelled = any(True for _ in renamed_keys({name: None}, Spelling(self.target.item.underscored)))
        # Several would be written in the order in which an item gives them.
        return name not in declared and not respelled and not self._kept.get(shape.way)

    def _says_nothing(self, name: str) -> bool:
        """Return whether the key leaves it open what dialect an item is, whatever it holds."""
        return all(
            detect(beside | {name: value}) == detect(beside) for beside in _BESIDE for value in _VALUES
        )


_order: Final = attrgetter("order")

#: What an item holds by which its dialect may be told, and values that a key may have.
_BESIDE: Final[tuple[dict[str, Any], ...]] = (
    {},
    {"type": "IMAGE"},
    {"src": "x"},
    {"_id": "x"},
    {"id": "x", "type": "IMAGE"},
)
_VALUES: Final[tuple[Any, ...]] = ("x", None, {}, [])


_pairs: dict[tuple[str, str], Pair | None] = {}


def pair(source: str, target: str) -> Pair | None:
    """Return the compiled conversion, one for each process; None if that cannot be."""
    key = (source, target)
    if key not in _pairs:
        try:
            _pairs[key] = Pair(DIALECTS[source], DIALECTS[target]) if key in PAIRS else None
        except Unprintable:
            _pairs[key] = None
    return _pairs[key]


#: The dialects that are compiled as the source of a conversion, and as its target.
SOURCES: Final = ("velo", "rest", "frontend", "cms", "rest-legacy", "component")
TARGETS: Final = ("velo", "rest", "frontend", "component")
PAIRS: Final = tuple((source, target) for source in SOURCES for target in TARGETS)


def printer_of(source: Dialect, target: Dialect) -> Printer:
    """Return the printer of a conversion that has met nothing yet."""
    return Printer(source, target, shape_of(source.item, {}), into_shape(source, target, {}), Bits())


def printed_modules() -> dict[str, str]:
    """Return the texts of the modules that are shipped, by their names."""
    printers = (printer_of(DIALECTS[source], DIALECTS[target]) for source, target in PAIRS)
    return {module_name(each.source, each.target): module_text(each) for each in printers}
