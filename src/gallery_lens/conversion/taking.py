"""Lists whose items are converted many at once: when that is worth it, and by which conversions."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final

from gallery_lens.dialects import DIALECTS, Dialect, detect
from gallery_lens.options import ConvertOptions
from gallery_lens.words import SOURCES

if TYPE_CHECKING:
    from gallery_lens.compiled import Columns, One, Pair, Source, Watch

#: The dialects that are compiled as the source of a conversion, and as its target; ``compiled`` is not worth
#: an import before there is enough to do.
FROM: Final = ("velo", "rest", "frontend", "cms", "rest-legacy", "component")
TO: Final = ("velo", "rest", "frontend", "component")
#: How many items have to be met before the conversions of many are worth their import.
ENOUGH: Final = 64


class _Met:
    """The number of items that this process has converted."""

    count = 0


def suits(options: ConvertOptions) -> bool:
    """Return whether items may be converted many at once with *options*, but for the order of the output."""
    usual = options.text_items == "drop" and options.profile == "documented" and options.at is None
    return usual and options.source in (SOURCES[0], *FROM) and options.target in TO


def holds_list(data: bytes) -> bool:
    """Return whether a line, or the first of several, is a list, or any of them may hold one of items."""
    return b'"items"' in data or data.lstrip()[:1] == b"["


def is_enough(count: int) -> bool:
    """Return whether enough items were met, now that there are *count* more, to compile anything for them."""
    _Met.count += count
    return _Met.count >= ENOUGH


def were_enough() -> bool:
    """Return whether enough items were met before."""
    return _Met.count >= ENOUGH


def take(
    values: Sequence[Any], source: str, target: Dialect, *, single: bool = False, compares: bool = True
) -> "Columns | None":
    """Convert those of *values* that are usual; *single* if it is one that stands in no list.

    Ids and sort orders are kept only if anybody *compares* them.

    Nothing is returned as long as there is too little to do, if none is usual, and if it fails.
    """
    if not is_enough(len(values)):
        return None
    try:
        return _taken(values, source, target, single=single, compares=compares)
    except MemoryError:
        raise
    except Exception:  # one by one, it costs one of them at most
        return None


def take_one(value: Any, source: str, target: Dialect) -> "One | None":
    """Convert an item that stands in no list, as ``take`` does.

    Most are taken as they are by the conversion that is tried first; the others take the way of lists.
    """
    found: One | None = None
    try:
        if were_enough():
            found = _conversions(source, target.name).convert_one(value)
    except MemoryError:
        raise
    except Exception:  # which the way of lists meets as well
        found = None
    if found is not None:
        return found
    columns = take([value], source, target, single=True, compares=False)
    return None if columns is None else columns.only()


def _taken(
    values: Sequence[Any], source: str, target: Dialect, *, single: bool, compares: bool
) -> "Columns | None":
    from gallery_lens.compiled import Objects

    conversions = _conversions(source, target.name)
    if not conversions.sure and values and isinstance(values[0], dict):
        conversions.prefer(*detect(values[0]))
    columns = conversions.convert(Objects(values, single=single), compares=compares)
    return columns if any(columns.pairs) else None


class Conversions:
    """The compiled conversions to one target; each is made when those before it left anything."""

    def __init__(self, source: str, target: str) -> None:
        """Begin; *source* is the name of a dialect or ``auto``."""
        from gallery_lens.compiled import convert, convert_object, pair

        self._target, self._pair = target, pair
        self._convert, self._convert_one = convert, convert_object
        self.sure = source != SOURCES[0]  #: whether all items are known to be of the dialect
        self._names = [*FROM] if source == "auto" else [source]
        self._agreed = False  # whether the last items were all of one dialect

    def __iter__(self) -> "Iterator[Pair]":
        return (pair for _, made in self.choices if (pair := made()) is not None)

    @property
    def choices(self) -> "list[tuple[str, Callable[[], Pair | None]]]":
        """The sources in the order in which they are tried, each with what makes its conversion."""
        return [(name, partial(self._pair, name, self._target)) for name in self._names]

    def convert(self, source: "Source", *, watch: "Watch" = iter, compares: bool = True) -> "Columns":
        """Convert the items of *source*; from now on begin with the dialect of the first one taken.

        Items of one file are alike as a rule. *watch* sees the indexes of items as they are converted. Ids
        and sort orders are kept only if anybody *compares* them.
        """
        columns = self._convert(source, self.choices, sure=self.sure, watch=watch, compares=compares)
        if taken := next(filter(None, columns.pairs), None):
            self.prefer(taken.source.name)
        self._agreed = len({*columns.pairs}) == 1 and taken is not None
        return columns

    def convert_one(self, value: Any) -> "One | None":
        """Convert an item by the first of the conversions, if that takes it as it is."""
        pair = self._pair(self._names[0], self._target)
        return None if pair is None else self._convert_one(value, pair, sure=self.sure)

    def prefer(self, *names: str) -> None:
        """Begin with the dialect of that name, if it is the only one."""
        if len(names) == 1 and names[0] in self._names[1:]:
            self._names.sort(key=lambda name: name != names[0])

    def expect(self, text: Any) -> None:
        """Try first the dialect whose keys stand at the beginning of *text*: a wrong attempt is expensive.

        After items that were all of one dialect, that is tried first.
        """
        if len(self._names) > 1 and not self._agreed:
            head = bytes(memoryview(text)[:_HEAD])
            self._names.sort(key=lambda name: -sum(mark in head for mark in _marks(name)))


#: How much of a text is looked at for keys that tell what it is.
_HEAD: Final = 4096


@cache
def _marks(name: str) -> tuple[bytes, ...]:
    """The keys that tell a dialect from the others that are compiled, as JSON has them."""
    rows = DIALECTS[name].item.by_field
    told_by = [rows[field].wire for field in ("id", "created_date", "updated_date") if field in rows]
    told_by += {"src"} & {row.wire for row in DIALECTS[name].item.rows}
    told_by += {key for keys in DIALECTS[name].told_by for key in keys}.difference(told_by)
    return tuple(f'"{key}"'.encode() for key in told_by)


_conversions: Final = cache(Conversions)
