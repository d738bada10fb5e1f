"""A run over a document in parts: what is around its items, and their text, read as its dialects are.

Most items never become objects as they were given. What a doubtful one is read as hangs on its neighbours,
and so does what wraps it: where that would take all of them, the document is left to be read as a whole.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from gallery_lens.conversion.guarding import FORESEEN
from gallery_lens.conversion.run import Run
from gallery_lens.conversion.taking import Conversions, holds_list, is_enough, suits, were_enough
from gallery_lens.jsontext import MAX_DEPTH, ArraySplit, clearly_shallow, repeats, split
from gallery_lens.options import ConvertOptions
from gallery_lens.values import Record
from gallery_lens.wrappers import may_wrap

if TYPE_CHECKING:
    from gallery_lens.compiled import Columns, Watch


#: What nearly every item holds, of one format or another: some of it stands once in each.
_MARKS: Final = (b'"type"', b'"dataType"', b'"src"', b'Info"', b'"itemId"', b'"photoId"')


class Seen(Record):
    """A document at a glance: what is around its items, and the items converted as far as they are usual."""

    parts: ArraySplit
    columns: "Columns"


class PartReader:
    """Reads documents in parts, with the conversions that *options* ask for."""

    def __init__(self, options: ConvertOptions) -> None:
        self._options = options
        self._suits = suits(options) and options.order == "keep"
        self._conversions: Conversions | None = None

    def look(self, data: bytes, watch: "Watch" = iter) -> Seen | None:
        """Look at a document; None if it has to be read as a whole."""
        if not (self._suits and holds_list(data)):
            return None
        if not (were_enough() or is_enough(max(map(data.count, _MARKS)))):
            return None
        try:
            return self._look(data, watch)
        except (ValueError, RecursionError):
            return None
        except FORESEEN:
            raise
        except Exception:  # the usual run reports it, and loses no more by it than it must
            return None

    def _look(self, data: bytes, watch: "Watch") -> Seen | None:
        parts = split(data)
        if parts is None:
            return None
        from gallery_lens.compiled import ArrayText

        if self._conversions is None:
            self._conversions = Conversions(self._options.source, self._options.target)
            self._conversions.expect(parts.text)
        source = ArrayText(parts.text, parts.quotes, next(iter(self._conversions)))
        columns = self._conversions.convert(source, watch=watch)
        # A key that stands twice, where not all was read at once, stands around the items or in one of them.
        reads_all = source.at_once or parts.reads_every_key
        return Seen(parts, columns) if any(columns.pairs) and reads_all else None

    def reasons(self, seen: Seen) -> Iterator[str]:
        """Yield why each of the unusual items is one, in words that follow "because of"."""
        from gallery_lens.compiled import Texts

        assert self._conversions is not None
        first = next(iter(self._conversions))  # that takes most of them
        for index in seen.columns.unusual:
            yield Texts([seen.columns.text(index)]).why(first, sure=self._conversions.sure)

    def conduct(self, seen: Seen) -> Run | None:
        """Convert a document; None if it has to be read as a whole."""
        try:
            return conduct_parts(seen.parts, seen.columns, self._options)
        except FORESEEN:
            raise
        except Exception:  # the usual run reports it, and loses no more by it than it must
            return None


def conduct_parts(parts: ArraySplit, columns: "Columns", options: ConvertOptions) -> Run | None:
    """Convert a document of which the items were, as far as they are usual; None if it has to be whole."""
    try:
        if not _stand_alone(columns, parts):
            return None
        run = Run(parts.frame, options, columns={parts.place: columns})
        if not run.has_all_columns:
            return None
        run.convert()
    except (ValueError, RecursionError):
        return None
    return run


def _stand_alone(columns: "Columns", parts: ArraySplit) -> bool:
    """Return whether each unusual item is nothing but itself, and can be read as if it stood alone."""
    for index in columns.unusual:
        text, value = columns.text(index), columns.raw(index)
        if isinstance(value, str) or (isinstance(value, dict) and may_wrap(value)):
            return False  # what stands around it may be more than a list of items
        if not clearly_shallow(text, MAX_DEPTH - len(parts.place) - 1) or repeats(text, value):
            return False
    return True
