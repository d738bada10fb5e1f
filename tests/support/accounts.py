"""Whether a ledger is true: each row can be seen in the output, or in what was reported."""

from collections.abc import Iterator
from typing import Any, Final

import gallery_lens as gl
from gallery_lens.conversion.ledger import Fate
from gallery_lens.places import pointer, resolve
from gallery_lens.wrappers import unwrap

_NOTHING: Final = object()


def leaves(value: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every value that holds no others, with its JSON Pointer."""
    if isinstance(value, (dict, list)) and value:
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, f"{at}/{str(key).replace('~', '~0').replace('/', '~1')}")
    else:
        yield at, value


def unaccounted(document: Any, result: gl.Result) -> list[str]:
    """Return what the ledger of a conversion of *document* leaves out, doubles or claims wrongly.

    The rows have to be the leaves of the document, in its order. Leaves inside of a JSON text have a
    row each, with the pointer to the text.
    """
    envelope = unwrap(document)
    texts = [pointer(place) for place in envelope.texts]
    held = list(leaves(envelope.document))
    expected, given = [_cut(at, texts) for at, _ in held], [row.pointer for row in result.ledger]
    if expected != given:
        missing = [f"{at}: has no row of its own" for at in expected if at not in given]
        return missing or ["the rows are in another order"]
    value = envelope.opened(result.value)
    return [
        f"{at}: not {row.fate}"
        for (at, leaf), row in zip(held, result.ledger, strict=True)
        if not _holds(row, at, leaf, value, result)
    ]


def _cut(at: str, texts: list[str]) -> str:
    """Where *at* is in a document whose JSON texts are not read: nothing stands inside of those."""
    return min((text for text in texts if f"{at}/".startswith(f"{text}/")), key=len, default=at)


def _holds(row: Any, at: str, leaf: Any, value: Any, result: gl.Result) -> bool:
    """Whether what a row says of the *leaf* that stands *at* a place can be seen in *value*, or was told."""
    if row.fate is Fate.KEPT:
        return repr(_at(value, at)) == repr(leaf)
    if row.fate is Fate.MOVED:
        # Where it went inside of a JSON text, the row does not say.
        there = _at(value, row.to)
        inside = [there] if row.pointer == at else [inner for _, inner in leaves(there)]
        return repr(leaf) in map(repr, inside)
    if row.fate is Fate.TRANSFORMED:
        return row.to is None or _at(value, row.to) is not _NOTHING
    if row.fate in (Fate.IMPLIED, Fate.IGNORED):
        return row.to is None and row.code is None
    return any(_is_about(row, found, result) for found in result.diagnostics)


def _at(value: Any, at: str) -> Any:
    try:
        return resolve(value, at)
    except LookupError:
        return _NOTHING


def _is_about(row: Any, found: gl.Diagnostic, result: gl.Result) -> bool:
    """Whether a diagnostic speaks of a row's value, of what is around it, or of the item refused with it."""
    around = [found.pointer] + [each.pointer for each in result.rejects if found.code in each.codes]
    return row.code == found.code and any(f"{row.pointer}/".startswith(f"{each}/") for each in around)
