"""The options of ``convert``, and the jobs that they ask for."""

import os
from collections.abc import Sequence
from typing import Any, Final

import attrs

from gallery_lens.cli.io.compression import bare
from gallery_lens.cli.io.destinations import destinations, is_folder, named_inputs, refuse_overwriting
from gallery_lens.cli.io.files import STDOUT, make_folder, seen
from gallery_lens.cli.io.inputs import LINES_SUFFIXES, MAX_INPUT, STDIN, Input, expanded, inputs
from gallery_lens.diagnostics import Severity
from gallery_lens.errors import UsageError
from gallery_lens.options import ConvertOptions
from gallery_lens.values import Record

#: The formats of reports, by the suffixes of their files; other files get ``json``.
_REPORT_SUFFIXES: Final = {
    **dict.fromkeys(LINES_SUFFIXES, "jsonl"),
    **dict.fromkeys((".sarif", ".sarif.json"), "sarif"),
    ".xml": "junit",
}


def report_format(path: str) -> str:
    """Return the format of the report *path*, by its suffix; a suffix for compression does not count.

    Names that begin as those of GitLab's documentation do are for GitLab.
    """
    name = bare(path).lower()
    if os.path.basename(name).startswith("gl-code-quality"):
        return "gitlab"
    return next((form for suffix, form in _REPORT_SUFFIXES.items() if name.endswith(suffix)), "json")


def outlet(path: str | None) -> str | None:
    """Return *path*, or ``-`` if it is another name of standard output."""
    # Opened by these names, a standard output that is a file would be emptied or replaced.
    return STDOUT if path in ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1") else path


#: The options that name files which are written.
_OUTLETS: Final = frozenset(("output", "report", "rejects", "ledger", "extract", "sidecar"))


def with_paths(given: dict[str, Any]) -> dict[str, Any]:
    """Return the options *given*, with the files that patterns stand for and one name of standard output."""
    inputs = {"inputs": expanded(given["inputs"])} if "inputs" in given else {}
    return given | inputs | {name: _outlets(given[name]) for name in _OUTLETS & given.keys()}


def _outlets(path: Any) -> Any:
    return tuple(map(outlet, path)) if isinstance(path, tuple) else outlet(path)


#: The options that decide how a document is converted.
_OF_CONVERSION: Final = frozenset(field.name for field in attrs.fields(ConvertOptions))


class ConvertCommandOptions(Record, kw_only=True):
    """The options of ``convert``, as the command line gives them."""

    conversion: ConvertOptions  #: those that decide how a document is converted
    inputs: tuple[str, ...] = ()
    output: str | None = None  #: a file, a folder, ``-`` or nothing
    input_format: str = "auto"
    output_format: str | None = None
    indent: int | None = None  #: in blanks
    report: str | None = None
    report_format: str | None = None
    rejects: str | None = None
    ledger: str | None = None
    extract: str | None = None
    sidecar: str | None = None
    fail_on: str | None = None
    show: str = "info"  #: how bad a finding must be to be listed for people
    strict: bool = False
    max_input: int = MAX_INPUT  #: how many bytes a document, or a line, may have
    jobs: int = 1  #: how many processes share the lines of an input
    engine: str = "local"  #: or ``dask``
    scheduler: str | None = None  #: of a cluster
    no_report: bool = False
    verbose: bool = False

    def __init__(self, **given: Any) -> None:
        deciding = {name: given.pop(name) for name in _OF_CONVERSION & given.keys()}
        if "conversion" not in given:
            given["conversion"] = ConvertOptions(**deciding, keeps_sidecar=given.get("sidecar") is not None)
        super().__init__(**with_paths(given))

    @property
    def threshold(self) -> Severity | None:
        """How bad a finding must be for the command to fail; None is never."""
        named = self.fail_on or ("info" if self.strict else "error")
        return None if named == "never" else Severity(named)

    @property
    def lists_infos(self) -> bool:
        """True if infos are listed for people: on request, and where they make the command fail."""
        return self.show == "info" or self.threshold is Severity.INFO

    @property
    def report_as(self) -> str:
        """The format of the report, by its suffix if it was not given."""
        return self.report_format or report_format(self.report or "")


class Job(Record):
    """One input, and where and how its data are to be written."""

    options: ConvertCommandOptions
    input: Input
    form: str  #: ``json``, ``ndjson`` or ``js``
    path: str  #: ``-`` is standard output
    indent: int | None  #: in blanks; None is all on one line


def jobs(options: ConvertCommandOptions) -> tuple[Job, ...]:
    """Return the jobs of *options*, one for each input.

    Raises:
        UsageError: They make no sense together.
    """
    _check_meaning(options)
    given = inputs(options.inputs, options.input_format)
    forms = [options.output_format or ("ndjson" if each.lines else "json") for each in given]
    if options.indent and "ndjson" in forms:
        raise UsageError("--indent is not for ndjson, where every value has one line.")
    paths = destinations(given, forms, options.output)
    check_papers(options, paths)
    if options.output and is_folder(options.output):
        make_folder(options.output)
    planned = zip(given, forms, paths, strict=True)
    return tuple(
        Job(options, each, form, path, indent_of(options, form, path)) for each, form, path in planned
    )


def check_new_gallery(options: ConvertCommandOptions) -> None:
    """Refuse a new gallery where there can be none; raises ``UsageError``."""
    if options.conversion.as_gallery and options.conversion.target not in ("velo", "rest"):
        raise UsageError("--as-gallery is what createGallery takes: add --to velo or --to rest.")
    if options.conversion.name is not None and not options.conversion.as_gallery:
        raise UsageError("--name is the name of a new gallery: add --as-gallery.")


def _check_meaning(options: ConvertCommandOptions) -> None:
    check_new_gallery(options)
    if options.strict and options.fail_on:
        raise UsageError("--strict is --fail-on info: give one of the two.")
    if options.scheduler or options.no_report:
        raise UsageError("--scheduler and --no-report are for a cluster: add --engine dask.")
    if options.report_format and not options.report:
        raise UsageError("--report-format needs a --report FILE to write.")
    if options.sidecar and options.conversion.target != "frontend":
        raise UsageError("--sidecar keeps what a page cannot hold, and a backend loses nothing of it.")
    if options.sidecar and len(options.inputs) > 1:
        raise UsageError("--sidecar is for one INPUT: it belongs to one view.")
    if options.extract and options.conversion.text_items != "extract":
        raise UsageError("--extract FILE is where texts are extracted to: add --text-items extract.")
    if options.conversion.text_items == "extract" and not options.extract:
        raise UsageError("--text-items extract needs an --extract FILE to write.")


def check_papers(
    options: ConvertCommandOptions, paths: Sequence[str], further: Sequence[tuple[str, str | None]] = ()
) -> None:
    """Refuse what would be mixed with data, written where something else is, or destroy an input."""
    named = (
        ("--report", options.report),
        ("--rejects", options.rejects),
        ("--ledger", options.ledger),
        ("--extract", options.extract),
        ("--sidecar", options.sidecar),
    )
    papers = [(name, path) for name, path in (*named, *further) if path is not None]
    for name, path in papers:
        if path == STDOUT and STDOUT in paths:
            raise UsageError(f"{name} - would be mixed with the data: send those to a file (-o OUT).")
    data = [("the data" if path == STDOUT else "-o", path) for path in sorted(set(paths))]
    refuse_overwriting([*papers, *data], named_inputs(options.inputs or (STDIN,)))


def indent_of(options: ConvertCommandOptions, form: str, path: str) -> int | None:
    """Return the spaces per level of data in the format *form* at *path*; None for compact output."""
    if options.indent is not None:
        return options.indent or None
    return 2 if path == STDOUT and form != "ndjson" and seen() else None
