"""Lint one document or line, and keep of it only what reports and baselines need."""

import contextlib
import gc
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any, Final

from gallery_lens import api, jsontext
from gallery_lens.cli.io.inputs import Unreadable, opened, read_whole
from gallery_lens.cli.lint.discovery import InputFile
from gallery_lens.cli.lint.file_settings import FileSettings
from gallery_lens.cli.lint.source_text import SourceText
from gallery_lens.conversion.guarding import FORESEEN
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.lines.pieces import FEW
from gallery_lens.linting import Entry, LintResult, Start, told
from gallery_lens.linting.presence import output_of_ours
from gallery_lens.options import ConvertOptions
from gallery_lens.values import Record, evolve

#: How many lines of a file may hold no gallery until it is taken for one of another kind.
_PATIENCE: Final = 1000


class NoGallery(Exception):
    """A file that nobody called a gallery, and that holds none."""


class LintedText(Record, kw_only=True):
    """The result of linting a document or a line."""

    found: Sequence[Entry]  #: those that are selected; of what cannot be read, all
    text: SourceText
    hidden: int  #: how many findings only unsafe fixes would settle
    parsed: bool  #: whether it was JSON
    readable: bool  #: whether it held anything of a gallery, as far as the reader is concerned
    holds_gallery: bool  #: whether that is beyond doubt
    items: int
    converted: int
    rejected: int
    lossless: bool
    dialects: tuple[str, ...]


def look(
    data: bytes,
    name: str,
    settings: FileSettings,
    *,
    unsafe: bool,
    start: Start | None = None,
    notes: Any = (),
) -> LintedText:
    """Lint *data*, which begins at *start* in the file *name*."""
    start = start or Start()
    result = api.lint_text(
        data,
        settings.source,
        settings.target,
        at=settings.at,
        profile=settings.profile,
        file=name,
        line=start.line,
        column=start.column,
        notes=notes,
    )
    return _linted(result, SourceText(data, settings.source, start, settings.at), settings, unsafe=unsafe)


def _linted(result: LintResult, text: SourceText, settings: FileSettings, *, unsafe: bool) -> LintedText:
    chosen = settings.selection.choose(result.entries, settings.path)
    found, hidden = text.marked(chosen if result.readable else result.entries, unsafe=unsafe)
    return LintedText(
        found=found,
        text=text if found else SourceText(b""),
        hidden=hidden,
        parsed=result.parsed,
        readable=result.readable,
        holds_gallery=result.holds_gallery,
        items=result.items,
        converted=result.converted,
        rejected=result.rejected,
        lossless=result.lossless,
        dialects=result.dialects,
    )


def look_at_document(
    file: IO[bytes], name: str, settings: FileSettings, *, unsafe: bool, limit: int
) -> LintedText:
    """Lint the one document that *file* holds.

    Raises:
        Unreadable: The file cannot be read, or holds more than *limit* bytes.
    """
    data = read_whole(file, limit)
    with _collector_paused():
        return look(data, name, settings, unsafe=unsafe)


def look_at_stream(
    result: LintedText, name: str, settings: FileSettings, *, unsafe: bool
) -> Iterator[LintedText]:
    """Yield the *result* of a document; if it is none, but several values, what linting each of them gave."""
    stream = None if result.parsed else jsontext.read_stream(result.text.data)
    if stream is None:
        yield result
        return
    for each in look_at_lines(stream, name, settings, unsafe=unsafe):
        yield evolve(each, parsed=True)  # what follows them and is not JSON is one finding of many


def look_at_lines(
    lines: Iterable[jsontext.Line], name: str, settings: FileSettings, *, unsafe: bool
) -> Iterator[LintedText]:
    """Lint line after line."""
    for each in lines:
        start = Start(None, each.number, each.blanks + 1)
        yield look(each.data, name, settings, unsafe=unsafe, start=start, notes=each.notes)


def look_at_blocks(
    blocks: Iterable[jsontext.Block], name: str, settings: FileSettings, *, unsafe: bool
) -> Iterator[LintedText]:
    """Lint blocks of lines: many lines at once, as soon as there was a gallery, or an item of one."""
    linter = None
    holds_gallery = False
    for number, block in enumerate(blocks):
        if linter is None and number >= FEW and holds_gallery:
            from gallery_lens.linting.lines import LineLinter

            options = ConvertOptions(
                source=settings.source, target=settings.target, profile=settings.profile, at=settings.at
            )
            linter = LineLinter(options, name)
        for each in linter.lint(block) if linter and linter.suits else block.lines():
            if isinstance(each, jsontext.Line):
                (result,) = look_at_lines((each,), name, settings, unsafe=unsafe)
            else:
                start = Start(None, each.lines[0].number)
                text = SourceText(each.data, settings.source, start, settings.at, is_lines=each.are_apart)
                result = _linted(each.result, text, settings, unsafe=unsafe)
            holds_gallery |= result.holds_gallery
            yield result


def look_into(source: InputFile, settings: FileSettings, limit: int) -> LintedText | Diagnostic | None:
    """Lint the document in a file, in a process of its own; None if the caller has to, as it holds several.

    What keeps the file from being read is returned as a finding.
    """
    if source.lines or source.problem:
        return None
    try:
        with opened(source.path) as file:
            result = look_at_document(file, source.name, settings, unsafe=False, limit=limit)
            return evolve(result, found=[*told(result.found)]) if result.parsed else None
    except Unreadable as error:
        return error.diagnostic
    except FORESEEN:
        raise
    except Exception:  # the caller meets it, too, and knows how to report it
        return None


def was_written_by_us(path: str) -> bool:
    """Return whether the file at *path* is a report or the like, and so may be written again."""
    with contextlib.suppress(Unreadable, jsontext.NotJson), opened(path) as file:
        data = read_whole(file)
        first, _, others = data.partition(b"\n")
        several = others.lstrip()[:1] == b"{" and first.rstrip()[-1:] == b"}"
        return (
            not data.strip() or output_of_ours(jsontext.read(first if several else data).document) is not None
        )
    return False


def sure(results: Iterable[LintedText]) -> Iterator[LintedText]:
    """Yield *results* if any of them is beyond doubt of a gallery; of long files, one of the first.

    Raises:
        NoGallery: None is.
    """
    given, waiting = iter(results), list[LintedText]()
    with contextlib.suppress(jsontext.NotJson):
        for each in given:
            waiting.append(each)
            if each.holds_gallery:
                yield from waiting
                yield from given
                return
            if len(waiting) == _PATIENCE:
                break
    raise NoGallery


@contextlib.contextmanager
def _collector_paused() -> Iterator[None]:
    """Let Python look for no garbage inside: a document makes many objects, and all of them are kept."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
