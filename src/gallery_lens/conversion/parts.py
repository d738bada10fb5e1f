"""A run over a document in parts: what is around its items, and their text, read as its dialects are.

Most items never become objects as they were given. What a doubtful one is read as hangs on its neighbours,
and so does what wraps it: where that would take all of them, the document is left to be read as a whole.
"""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from gallery_lens.conversion.recognition import usual
from gallery_lens.conversion.run import Run
from gallery_lens.dialects import DIALECTS
from gallery_lens.jsontext import MAX_DEPTH, ArraySplit, clearly_shallow, repeats
from gallery_lens.options import ConvertOptions
from gallery_lens.wrappers import may_wrap

if TYPE_CHECKING:
    from gallery_lens.compiled import Columns


def conduct_parts(parts: ArraySplit, columns: "Columns", options: ConvertOptions) -> Run | None:
    """Convert a document of which the items were, as far as they are usual; None if it has to be whole."""
    try:
        if not _stand_alone(columns, parts):
            return None
        run = Run(parts.frame, options, columns={parts.place: columns})
        if not run.has_all_columns or _is_named_wrongly(run, columns, options.source):
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


def _is_named_wrongly(run: Run, columns: "Columns", source: str) -> bool:
    """Return whether the dialect that was named may not be the one of the items."""
    if source not in DIALECTS or not any(found.refused for found in run.alone):
        return False
    return usual(chain(run.named(), _taken(columns))) not in (None, source)


def _taken(columns: "Columns") -> Iterator[tuple[str, ...]]:
    return ((pair.source.name,) for pair in columns.pairs if pair)
