"""The functions for programs: conversions and models. None prints, logs, or changes its input."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

import attrs

from gallery_lens import jsontext
from gallery_lens.conversion.conducting import conduct, not_json, report_note
from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.guarding import FORESEEN, internal
from gallery_lens.conversion.lone import Lone, convert_lone, is_lone
from gallery_lens.conversion.outcome import Outcome
from gallery_lens.conversion.output import Layout, Output
from gallery_lens.conversion.run import Run
from gallery_lens.conversion.subject import Subject
from gallery_lens.conversion.trail import Trail, finish
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.dialects import DIALECTS
from gallery_lens.errors import ReadError, UsageError
from gallery_lens.jsontext import Note
from gallery_lens.model import Gallery, Item
from gallery_lens.options import ConvertOptions, asked, checked, one_of, writable
from gallery_lens.places import Place
from gallery_lens.values import Value, evolve
from gallery_lens.words import SOURCES, DialectName, Order, Profile, SourceName, TargetName, TextItems

if TYPE_CHECKING:
    from cattrs import Converter

    from gallery_lens.conversion.fates import Fates
    from gallery_lens.conversion.ledger import LedgerRow
    from gallery_lens.linting import LintResult


@attrs.frozen(eq=False, repr=False)
class Reject(Value):
    """Something that could not be converted, kept whole."""

    pointer: str  #: RFC 6901, into the document as given
    codes: tuple[str, ...]  #: of the errors that kept it from being converted, sorted
    item: Any  #: as given


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Result(Outcome):
    """The result of a conversion: the value, and findings about everything that it does not contain.

    ``diagnostics``, ``ledger`` and ``sidecar`` are made when they are first asked for: the document must not
    have been changed until then.
    """

    value: Any  #: what the command would print, as plain Python objects
    rejects: tuple[Reject, ...]  #: in document order
    #: with ``text_items="extract"``: what a page can show beside the gallery, in the order of ``value``
    extracts: tuple[dict[str, Any], ...] = ()
    #: of a restoration: how many items were ``changed``, ``added``, ``moved`` and ``removed``; else None
    edits: Mapping[str, int] | None = None

    #: what ledger and sidecar are made from when they are asked for
    _trail: Trail | None = attrs.field(default=None, repr=False, eq=False, alias="trail")

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings, in document order; built at first access.

        Raises:
            UsageError: the document was changed after it was converted.
        """
        if self._trail is not None and not isinstance(self._found, tuple):
            self._trail.check("diagnostics")
        return super().diagnostics

    @cached_property
    def ledger(self) -> "tuple[LedgerRow, ...]":
        """The fate of every value of the input, one row per leaf, in document order; built at first access.

        Raises:
            UsageError: the document was changed after it was converted.
        """
        return () if self.fates is None else tuple(self.fates)

    @cached_property
    def fates(self) -> "Fates | None":
        """The ledger as long as its rows are not made; None if it has none."""
        from gallery_lens import lens
        from gallery_lens.conversion.fates import Fates

        if self._trail is None:
            return None
        finished = self._trail.finished("ledger")
        kept = self._trail.options.keeps_sidecar and lens.has_sidecar(*finished)
        return Fates(*finished, sidecar=kept)

    @cached_property
    def sidecar(self) -> dict[str, Any] | None:
        """The data ``restore`` needs beside the value; None unless a backend was converted for a page.

        Made when first asked for, or at once with ``sidecar=True``.

        Raises:
            UsageError: the document was changed after it was converted.
        """
        from gallery_lens import lens

        if self._trail is None or not lens.has_sidecar(*self._trail.finished("sidecar")):
            return None
        return lens.make_sidecar(self._trail.document, self._trail.options)


def convert(
    document: Any,
    source: SourceName = "auto",
    target: TargetName = "frontend",
    *,
    order: Order = "keep",
    text_items: TextItems = "drop",
    profile: Profile = "documented",
    as_gallery: bool = False,
    name: str | None = None,
    sidecar: bool = False,
    at: str | None = None,
    notes: Iterable[Note] = (),
) -> Result:
    """Convert a document in any wrapper: items, galleries, lists of them.

    Args:
        document: plain JSON-like objects; they are not changed.
        source: ``velo``, ``rest``, ``frontend``, ``component``, ``rest-legacy``, ``cms``, or ``auto`` to
            recognise it item by item.
        target: ``velo``, ``rest``, ``frontend`` or ``component``; the others are only read.
        order: ``keep``, or ``sort-order`` to sort ascending, items without a value last.
        text_items: ``drop`` them with a warning where the target has none, call each an ``error``, or
            ``extract`` them, and what else a page cannot show, into ``Result.extracts``.
        profile: ``documented``, or ``viewer`` to write text items, focal points, alternative texts and
            link targets for a page as Wix's own code does, and no document promises.
        as_gallery: give the body that ``createGallery`` takes instead; the target must be a backend.
        name: the name of that gallery.
        at: a JSON Pointer to what is converted of a larger document, with ``*`` for every key or index; ``*``
            alone is every gallery in it. A page gets that alone, a backend the document with it replaced.
        sidecar: make ``Result.sidecar`` at once, which you keep: what is dropped is then ``sidecar`` in the
            ledger.
        notes: what reading the bytes had to say (see ``convert_text``); they join the diagnostics.

    Raises:
        UsageError: an argument is none of the above; the message names those that are. Or texts are to
            be extracted, and the library for it is not installed. Or the document is nested deeper than
            Python's recursion limit allows.
    """
    _refuse_files(document, "convert")
    options = asked(
        source=source,
        target=target,
        order=order,
        text_items=text_items,
        profile=profile,
        as_gallery=as_gallery,
        name=name,
        at=at,
        keeps_sidecar=sidecar,
    )
    return convert_as(document, options, notes, guarded=True)


#: What takes text and files where a function takes a document.
_READERS: Final = {
    "convert": ("convert_text", "its path to convert_file"),
    "lint": ("lint_text", "its text to lint_text"),
    "media_list": ("json.loads first", "its text to json.loads first"),
}


def _refuse_files(document: Any, asked: str) -> None:
    """Refuse text and files where a document is to be; raises ``UsageError`` with the right function."""
    if isinstance(document, dict | list):
        return
    reader, file = _READERS[asked]
    if isinstance(document, str | bytes | bytearray):
        given, advice = "text", f"pass JSON text to {reader}, and the address of a medium in a list"
    elif isinstance(document, os.PathLike):
        given, advice = "a path", f"pass {file.replace('its path', 'it')}"
    elif hasattr(document, "read"):
        given, advice = "a file", f"pass {file}"
    else:
        return
    raise UsageError(f"{asked} takes a document, and was given {given}: {advice}.")


def convert_as(
    document: Any,
    options: ConvertOptions,
    notes: Iterable[Note] = (),
    *,
    guarded: bool = False,
    unusual: bool = False,
) -> Result:
    """Convert a document as *options* say; see ``convert``. A *guarded* one may be changed by others.

    It may be a text that JSON text held. One that is known to be *unusual* is tried by no compiled
    conversion.
    """
    checked(options)
    if options.text_items == "extract":
        from gallery_lens import plaintext

        plaintext.require()
    try:
        alone = unusual or (not notes and is_lone(document, options))
        if alone and not unusual and (lone := convert_lone(document, options)) is not None:
            return _result_of_lone(lone, Trail(document, options, guarded=guarded))
        run = conduct(document, options, notes, together=not alone)
        out = finish(run)
        result = result_of(run, out, Trail(document, options, (run, out), guarded=guarded))
        return _with_sidecar(result, document, run, out) if options.keeps_sidecar else result
    except FORESEEN:
        raise
    except Exception as error:
        return _failed(document, error)


def _result_of_lone(lone: Lone, trail: Trail) -> Result:
    value = lone.value
    return Result(
        value=value,
        diagnostics=lone,
        rejects=(),
        items=1,
        converted=int(value is not None),
        dialects=(lone.one.pair.source.name,),
        trail=trail,
    )


def _with_sidecar(result: Result, document: Any, run: Run, out: Output) -> Result:
    """Return *result* with its sidecar made, and its key in the view, where a list of galleries has room."""
    from gallery_lens import lens

    sidecar = lens.make_sidecar(document, run.options, out) if lens.has_sidecar(run, out) else None
    if out.layout is Layout.GALLERIES and sidecar is not None:
        key = lens.pair(document, run.options)
        result = attrs.evolve(result, value=lens.with_pair(out.value, key))
    vars(result)["sidecar"] = sidecar
    return result


def _failed(document: Any, error: Exception) -> Result:
    """Return that *error* cost the whole of *document*."""
    found = internal(error)
    rejects = (Reject("", (found.code,), document),)
    return Result(value=None, diagnostics=(found,), rejects=rejects, items=1, converted=0)


def restore(
    view: Any,
    sidecar: Any,
    *,
    target: Literal["velo", "rest"] | None = None,
    profile: Profile | None = None,
    replace_all: bool = False,
    notes: Iterable[Note] = (),
) -> Result:
    """Put an edited view back into the document that it was converted from.

    Edits win, the sidecar supplies the rest. Items are found by their slugs, then by their content.
    What the source cannot hold of an edit is reported; an item whose edits cannot be understood is an
    error, and stays in the value as it was. Every item that is added or removed is reported, and so are
    sort orders that other items got.

    Args:
        view: what ``convert`` gave as value, edited, or an object that holds it as ``items``; it is not
            changed.
        sidecar: the ``sidecar`` of that result.
        target: ``velo`` or ``rest``, to convert what was restored; None leaves it in its own dialect.
        profile: ``documented`` or ``viewer``, to refuse a view in the other form; None takes both.
        replace_all: accept a view that shares no item with the sidecar; all items that the view showed
            are then replaced.
        notes: what reading the view's bytes had to say; they join the diagnostics.

    Returns:
        A result whose value is the restored document, and whose diagnostics point into the view;
        those of a further conversion, which follow, point into the restored document.

    Raises:
        SidecarError: the sidecar was changed, is stale, of an unknown version, or of another gallery.
        UsageError: *target* or *profile* is not one of these, or the view is in the other form.
    """
    from gallery_lens import lens

    if target is not None:
        one_of("target", target, ["velo", "rest"])
    if profile is not None:
        one_of("profile", profile, get_args(Profile))
        lens.check_profile(sidecar, profile)
    try:
        restored = lens.restore(view, sidecar, replace_all=replace_all)
    except FORESEEN:
        raise
    except Exception as error:
        return _failed(view, error)
    findings = Findings(view)
    for note in notes:
        report_note(note, findings, Subject(raw=view, place=()))
    result = Result(
        value=restored.value,
        diagnostics=(*findings.sorted(), *restored.diagnostics),
        rejects=tuple(Reject(each.pointer, each.codes, each.item) for each in restored.refusals),
        items=restored.items,
        converted=restored.items - len(restored.refusals),
        dialects=(restored.view,),
        edits=restored.edits,
    )
    if target is None or set(restored.dialects) <= {target}:
        return result
    further = convert(restored.value, restored.source, target, at=restored.at)
    diagnostics = (*result.diagnostics, *further.diagnostics)
    return attrs.evolve(
        result, value=further.value, diagnostics=diagnostics, rejects=(*result.rejects, *further.rejects)
    )


def convert_text(
    text: str | bytes, source: SourceName = "auto", target: TargetName = "frontend", **options: Any
) -> Result:
    """Convert JSON text, as ``convert`` does; what is odd about the text joins the diagnostics.

    Values that follow each other (``jq '.items[]'``) are converted as one list, as those of lines are: a
    pointer begins with an index in it, and a diagnostic has the number of the line its value begins in.
    Text that is not JSON gives a result without value whose only diagnostic says where and why.
    """
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    try:
        reading = jsontext.read(data)
    except jsontext.NotJson as problem:
        if (stream := jsontext.read_stream(data)) is not None:
            return _convert_lines(stream, source, target, options)
        return Result(value=None, diagnostics=(not_json(problem),), rejects=(), items=0, converted=0)
    return convert_as(reading.document, _asked(source, target, options), reading.notes, guarded=True)


def convert_file(
    path: str | os.PathLike[str],
    source: SourceName = "auto",
    target: TargetName = "frontend",
    **options: Any,
) -> Result:
    """Convert a file of JSON, or of JSON lines (``.ndjson``, ``.jsonl``), as ``convert_text`` does.

    The values of lines are converted as one list: a pointer begins with an index in it, and a diagnostic
    has the number of its line. All diagnostics have the name of the file.

    Raises:
        OSError: the file cannot be read.
        UsageError: as ``convert``.
    """
    name = os.fspath(path)
    with open(name, "rb") as file:  # noqa: PTH123 - a path need not be of this class
        data = file.read()
    lines = name.lower().endswith((".ndjson", ".jsonl"))
    result = (
        _convert_lines(jsontext.read_lines([data]), source, target, options)
        if lines
        else convert_text(data, source, target, **options)
    )
    return attrs.evolve(
        result, diagnostics=tuple(attrs.evolve(each, file=name) for each in result.diagnostics)
    )


def _convert_lines(
    lines: Iterable[jsontext.Line], source: SourceName, target: TargetName, options: dict[str, Any]
) -> Result:
    values: list[Any] = []
    notes: list[Note] = []
    numbers, refused = [], []
    for line in lines:
        try:
            reading = jsontext.read(line.data)
        except jsontext.NotJson as problem:
            refused.append((line, not_json(problem)))
            continue
        at = len(values)
        notes += (evolve(note, place=(at, *note.place)) for note in (*line.notes, *reading.notes))
        values.append(reading.document)
        numbers.append(line.number)
    result = convert_as(values, _asked(source, target, options), notes)
    found = [_in_line(each, numbers) for each in result.diagnostics]
    found += (attrs.evolve(each, line=line.number) for line, each in refused)
    texts = ((line.data.decode("utf-8", "backslashreplace"), each.code) for line, each in refused)
    return attrs.evolve(
        result,
        diagnostics=tuple(sorted(found, key=lambda each: each.line or 0)),
        rejects=(*result.rejects, *(Reject("", (code,), text) for text, code in texts)),
        items=result.items + len(refused),
    )


def _in_line(found: Diagnostic, numbers: Sequence[int]) -> Diagnostic:
    step = found.pointer.split("/")[1:2]
    return attrs.evolve(found, line=numbers[int(step[0])]) if step and step[0].isdigit() else found


def _asked(source: SourceName, target: TargetName, options: Mapping[str, Any]) -> ConvertOptions:
    kept = {"keeps_sidecar" if name == "sidecar" else name: value for name, value in options.items()}
    return asked(source=source, target=target, **kept)


def lint(
    document: Any,
    source: SourceName = "auto",
    target: TargetName = "frontend",
    *,
    order: Order = "keep",
    text_items: TextItems = "drop",
    profile: Profile = "documented",
    at: str | None = None,
    notes: Iterable[Note] = (),
) -> "LintResult":
    """Report the findings of a conversion without converting.

    With *target* the dialect that it is written in, that is what is wrong in itself.
    The arguments are those of ``convert``.

    Raises:
        UsageError: an argument is none of those words, or the document is nested too deeply.
    """
    from gallery_lens import linting

    _refuse_files(document, "lint")
    options = asked(source=source, target=target, order=order, text_items=text_items, profile=profile, at=at)
    return linting.lint(document, options, notes)


def lint_text(
    text: str | bytes,
    source: SourceName = "auto",
    target: TargetName = "frontend",
    *,
    order: Order = "keep",
    text_items: TextItems = "drop",
    profile: Profile = "documented",
    at: str | None = None,
    file: str | None = None,
    line: int = 1,
    column: int = 1,
    notes: Iterable[Note] = (),
) -> "LintResult":
    """Lint JSON text: as ``lint``, with line and column, and with duplicate keys.

    Text that is not JSON gives a result whose only diagnostic says where and why.

    Args:
        text: characters, or bytes in any Unicode encoding.
        source: as for ``convert``, and so are *target*, *order*, *text_items* and *profile*.
        target: see there.
        order: see there.
        text_items: see there.
        profile: see there.
        at: see there.
        file: the name for the diagnostics.
        line: where the text begins in that file, counted from 1.
        column: in that line, in characters counted from 1.
        notes: what reading the file had to say; they join the diagnostics.

    Raises:
        UsageError: as ``lint``.
    """
    from gallery_lens import linting

    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    options = asked(source=source, target=target, order=order, text_items=text_items, profile=profile, at=at)
    return linting.lint_text(data, options, linting.Start(file, line, column), notes)


def merge(pages: Iterable[Any], *, at: str | None = None) -> Result:
    """Merge the pages of one gallery into that gallery, or the pages of a list of galleries into that list.

    Items are joined by id, and come out by sort order, then by id; the order of the pages does not count.
    Of two versions of an item the one that was updated later is kept, with the warning ``page-conflict``.
    Items that are missing by the total or by the offsets of the pages are reported.

    Args:
        pages: what ``getGallery``, ``listGalleryItems`` or ``listGalleries`` gave, or lists of that, in
            the dialects ``velo``, ``rest`` or ``rest-legacy``; they are not changed.
        at: a JSON Pointer to that, if each stands in a larger document.

    Returns:
        A result whose value is a gallery, or ``{"galleries": […]}``, and whose pointers begin with
        the index of a page.

    Raises:
        UsageError: There is no page, one of them is none, or they belong to different galleries.
    """
    from gallery_lens import pages as package

    merged = package.merge([*pages], at=at)
    return Result(
        value=merged.value,
        diagnostics=merged.diagnostics,
        rejects=(),
        items=sum(merged.counts),
        converted=sum(merged.counts),
        dialects=merged.dialects,
    )


def media_list(document: Any, source: SourceName = "auto", *, at: str | None = None) -> list[dict[str, Any]]:
    """List the pictures and videos of a document in any wrapper, with addresses to download them from.

    Each row has the keys ``url``, ``name``, ``order`` (the item's sort order, else its place, from 1),
    ``title`` (the item's) and ``id`` (of the medium, empty if it is outside of Wix). A picture on hover
    follows that of its item. Items whose medium cannot be read have no row; ``lint`` says which.

    Args:
        document: plain JSON-like objects; they are not changed.
        source: as for ``convert``.
        at: as for ``convert``.

    Raises:
        UsageError: an argument is wrong, or *document* is text.
    """
    _refuse_files(document, "media_list")
    rows: list[dict[str, Any]] = media_found(document, source, at).value
    return rows


def media_found(document: Any, source: SourceName = "auto", at: str | None = None) -> Result:
    """Return the list as the value of a result, whose findings say what is not, or not surely, listed."""
    from gallery_lens.conversion.media_list import TARGET, is_about_media, media_rows
    from gallery_lens.conversion.output import output

    run = conduct(document, checked(ConvertOptions(source=source, target=TARGET, at=at)))
    result = result_of(run, output(run))
    told = tuple(each for each in result.diagnostics if is_about_media(each.name, each.severity))
    return attrs.evolve(result, value=list(media_rows(run)), diagnostics=told)


def to_frontend(document: Any, source: SourceName = "auto") -> Any:
    """Convert to ``$w.Gallery`` items and return just the value; see ``convert`` for an account of losses.

    Raises:
        ReadError: nothing could be read; holds the diagnostics.
    """
    return _value(convert(document, source, "frontend"))


def to_velo(document: Any, source: SourceName = "auto") -> Any:
    """Convert to the form of ``wix-pro-gallery-backend`` and return just the value; as ``to_frontend``."""
    return _value(convert(document, source, "velo"))


def to_rest(document: Any, source: SourceName = "auto") -> Any:
    """Convert to the form of the REST API, version 2, and return just the value; as ``to_frontend``."""
    return _value(convert(document, source, "rest"))


def _value(result: Result) -> Any:
    errors = [found for found in result.diagnostics if found.severity is Severity.ERROR]
    if errors and not result.converted:
        raise ReadError(errors)
    return result.value


def read(document: Any, source: SourceName = "auto") -> Gallery:
    """Read a document into the model; items that stand alone or in a list get a gallery without fields.

    Raises:
        ReadError: something in it cannot be read; holds the diagnostics.
        UsageError: *source* is not a dialect, or the document holds a list of galleries, or nothing.
    """
    run = Run(document, checked(ConvertOptions(source=source, target="velo")))
    errors = [found for found in run.findings.sorted() if found.severity is Severity.ERROR]
    if errors:
        raise ReadError(errors)
    if run.envelope.emptied:
        raise UsageError("The event tells that something is gone: it holds nothing to read.")
    if len(run.converted) != 1:
        raise UsageError("A list of galleries is read one gallery at a time: pass its entries.")
    return run.converted[0].gallery


def write(gallery: Gallery | Item, dialect: TargetName) -> dict[str, Any]:
    """Write a gallery, or one item, in *dialect*; what it came from is given back unchanged.

    Raises:
        UsageError: *dialect* is not a dialect, or one that is only read.
        WriteError: the dialect has no form for an item, as a page has none for a text.
    """
    written: dict[str, Any] = DIALECTS[writable(dialect, "dialect")].converter.unstructure(gallery)
    return written


def converter(dialect: DialectName) -> "Converter":
    """Return a cattrs converter of *dialect* between wire objects and the classes of the model.

    It has hooks for ``Item``, ``Gallery`` and every part of them; those that are registered later for a
    part are called inside of items. It refuses what the dialect's schema refuses, with cattrs's
    ``ClassValidationError``. Hooks that are added to it stay with the caller: every call returns a copy.

    Raises:
        UsageError: *dialect* is not a dialect.
    """
    return DIALECTS[one_of("dialect", dialect, SOURCES[1:])].converter.copy()


def result_of(run: Run, out: Output, trail: Trail | None = None) -> Result:
    """Return the result of a finished run, with the value of *out*."""
    rows: tuple[dict[str, Any], ...] = ()
    if run.options.text_items == "extract":
        from gallery_lens.conversion.extract import extracts

        rows = tuple(extracts(run))
    return Result(
        value=out.value,
        diagnostics=run.findings,
        rejects=tuple(_rejects(run)),
        items=run.count,
        converted=sum(len(each.written) for each in run.converted),
        dialects=tuple(dialect.name for dialect in run.dialects),
        extracts=rows,
        trail=trail,
    )


def _rejects(run: Run) -> Iterator[Reject]:
    codes: defaultdict[Place, set[str]] = defaultdict(set)  # by what the errors are about, and lie in
    for place, found in run.findings.errors():
        for depth in range(len(place) + 1):
            codes[place[:depth]].add(found.code)
    subjects = [each.subject for each in run.converted if not each.readable]
    subjects += [found.subject for found in run.alone if found.refused]
    for subject in subjects:
        told = tuple(sorted(codes[subject.place]))
        yield Reject(run.findings.pointer(subject.place), told, subject.raw)
