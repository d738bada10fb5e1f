"""Texts fixed until nothing is left that can be."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

import attrs

from gallery_lens import jsontext
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.fixes._changes import Fix
from gallery_lens.fixes._editing import Edit, apply, edits
from gallery_lens.fixes._proposing import propose
from gallery_lens.jsontext.encodings import encoding_of, to_text
from gallery_lens.source_map import SourceMap
from gallery_lens.words import SourceName

#: How often a text is looked at anew. What one fix uncovers, or keeps waiting, is settled in the next round.
ROUNDS: Final = 10

#: Says what is wrong with a text; only findings that it returns are fixed.
Lint: TypeAlias = Callable[[str], Iterable[Diagnostic]]


@attrs.frozen
class Fixed:
    """A text after all rounds."""

    text: str
    fixes: tuple[Fix, ...]  #: those that were made, in the order in which they were made


def fix(
    text: str, lint: Lint, *, unsafe: bool = False, source: SourceName = "auto", at: str | None = None
) -> Fixed:
    """Fix one JSON text; text that is not JSON is left as it is.

    Args:
        text: with or without a byte order mark.
        lint: says what is wrong with a text, this one and those it becomes.
        unsafe: whether fixes are made, too, after which the gallery shows something else.
        source: the dialect to read the text as, or ``auto``.
        at: what is looked at of the document, as for ``lint``.
    """
    made: list[Fix] = []
    for _ in range(ROUNDS):
        chosen = _chosen(text, lint, unsafe=unsafe, source=source, at=at)
        new = apply(text, (edit for _, several in chosen for edit in several))
        if new == text:
            break
        made += [each for each, _ in chosen]
        text = new
    return Fixed(text, tuple(made))


def fix_text(
    text: str, lint: Lint, *, unsafe: bool = False, source: SourceName = "auto", at: str | None = None
) -> str:
    """Fix one JSON text as ``fix`` does, and return just the text."""
    return fix(text, lint, unsafe=unsafe, source=source, at=at).text


def fix_lines(
    text: str, lint: Lint, *, unsafe: bool = False, source: SourceName = "auto", at: str | None = None
) -> Fixed:
    """Fix NDJSON, every line for itself; *lint* is given line by line."""
    fixed = [fix(line, lint, unsafe=unsafe, source=source, at=at) for line in text.split("\n")]
    return Fixed("\n".join(each.text for each in fixed), tuple(made for each in fixed for made in each.fixes))


def fix_bytes(
    data: bytes,
    lint: Lint,
    *,
    unsafe: bool = False,
    source: SourceName = "auto",
    at: str | None = None,
    lines: bool = False,
) -> tuple[bytes, tuple[Fix, ...]]:
    """Fix the bytes of a file, which keep their encoding and byte order mark.

    Args:
        data: JSON, or NDJSON if *lines*.
        lint: is given text without a byte order mark.
        unsafe: as for ``fix``.
        source: as for ``fix``.
        at: as for ``fix``.
        lines: whether every line is a document.

    Returns:
        The bytes, the same ones if nothing was fixed, and the fixes that were made.

    Raises:
        NotJson: the bytes are not of the encoding that they begin in.
    """
    encoding = encoding_of(data)
    fixed = (fix_lines if lines else fix)(to_text(data, encoding), lint, unsafe=unsafe, source=source, at=at)
    return (encoding.mark + fixed.text.encode(encoding.name) if fixed.fixes else data), fixed.fixes


def _chosen(
    text: str, lint: Lint, *, unsafe: bool, source: SourceName, at: str | None
) -> list[tuple[Fix, Sequence[Edit]]]:
    """Return the fixes of one round with their edits; those that touch earlier ones have to wait."""
    try:
        document = jsontext.read(text.encode("utf-8", "surrogatepass")).document
    except jsontext.NotJson:
        return []
    source_map, chosen, taken = SourceMap(text), list[tuple[Fix, Sequence[Edit]]](), list[Edit]()
    for each in propose(document, lint(text), source=source, at=at):
        wanted = edits(each, source_map, text) if each.safe or unsafe else ()
        if wanted and not any(edit.touches(other) for edit in wanted for other in taken):
            chosen.append((each, wanted))
            taken += wanted
    return chosen
