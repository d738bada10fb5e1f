"""Who is measured: programs that do the same work on the same file, and the work that only we do."""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

ROOT: Final = Path(__file__).resolve().parents[1]
HERE: Final = ROOT / "build" / "bench"
SCRIPTS: Final = HERE / "peers"
PYTHON: Final = HERE / "venv" / "bin" / "python"
COMMAND: Final = HERE / "venv" / "bin" / "gallery-lens"
CHECKER: Final = HERE / "venv" / "bin" / "check-jsonschema"
GALLERY: Final = HERE / "gallery.json"
SCHEDULER: Final = "tcp://127.0.0.1:18786"

#: From how many items on the start of a program hardly counts.
MANY: Final = 100_000


@attrs.frozen(kw_only=True)
class Peer:
    """One program of the comparison."""

    name: str
    command: Sequence[str | Path]  #: ``{input}``, ``{records}`` and the like are filled in
    records: str = "none"  #: what it writes for every loss: nothing, three fields, or all of them
    checks: bool = True  #: whether what it writes is compared
    least: int = 0  #: how many items it is given at least: with fewer, it is the start that counts
    most: float = math.inf  #: how many items it is given at most, unless it is quick enough for any number


def _python(script: str, *arguments: str) -> tuple[str | Path, ...]:
    return (PYTHON, SCRIPTS / script, *arguments)


def _ajv(how: str) -> tuple[str | Path, ...]:
    fixed = ("{input}", "{records}", "{schema}", HERE / "view.json", how, HERE / "rules.json")
    return ("node", SCRIPTS / "ajv.mjs", *fixed)


_OURS: Final = (COMMAND, "-q", "convert", "--fail-on", "never", "{input}")
_REPORT: Final = ("--report", "{records}", "--report-format", "jsonl")
_CLUSTER: Final = ("--engine", "dask", "--scheduler", SCHEDULER, "--no-report", "-o", "{parts}")
_LIBRARY: Final = ("ours.py", "{input}", "{dialect}")
_THREE: Final = ("{input}", "{records}", "{schema}")

REFERENCE: Final = Peer(name="Node + ajv", command=_ajv("none"))
FULL: Final = Peer(name="Node + ajv, full records", command=_ajv("full"), records="full")
FLOOR: Final = Peer(name="JSON codec alone (the floor)", command=_python("floor.py", "{input}"), checks=False)
MSGSPEC: Final = Peer(name="msgspec types", command=_python("types_msgspec.py", *_THREE), records="three")
PYDANTIC: Final = Peer(name="pydantic", command=_python("types_pydantic.py", *_THREE), records="three")
CONVERT: Final = Peer(name="gallery-lens convert", command=_OURS)
REPORT: Final = Peer(name="gallery-lens convert --report", command=(*_OURS, *_REPORT), records="full")
JOBS: Final = Peer(name="gallery-lens convert --jobs 2", command=(*_OURS, "--jobs", "2"), least=MANY)
DASK: Final = Peer(name="gallery-lens convert --engine dask", command=(*_OURS, *_CLUSTER), least=10 * MANY)

PEERS: Final = (
    REFERENCE,
    FLOOR,
    Peer(
        name="Node, a tutorial's converter",
        command=("node", SCRIPTS / "tutorial.mjs", "{input}"),
        checks=False,
    ),
    Peer(name="Node + ajv, three fields a loss", command=_ajv("three"), records="three"),
    FULL,
    Peer(name="Python json + dicts, unchecked", command=_python("stdlib.py", *_THREE), records="three"),
    Peer(name="msgspec + dicts, unchecked", command=_python("codec.py", *_THREE), records="three"),
    MSGSPEC,
    PYDANTIC,
    Peer(name="jsonschema-rs + dicts", command=_python("schema_rust.py", *_THREE), records="three"),
    Peer(
        name="jsonschema + dicts",
        command=_python("schema_python.py", *_THREE),
        records="three",
        most=10_000,
    ),
    CONVERT,
    REPORT,
    JOBS,
    DASK,
)
#: Who is given galleries and single documents.
_OF_LISTS: Final = (REFERENCE, FLOOR, FULL, CONVERT, REPORT)
_OF_VARIANTS: Final = (REFERENCE, FLOOR, CONVERT)

BARE: Final = Peer(name="python -c pass", command=(PYTHON, "-c", "pass"))
VERSION: Final = Peer(name="gallery-lens --version", command=(COMMAND, "--version"))
CHECK: Final = Peer(name="check-jsonschema", command=(CHECKER, "--schemafile", GALLERY, "{input}"))
LINT: Final = Peer(name="gallery-lens lint", command=(COMMAND, "lint", "--exit-zero", "{input}"))
LISTS: Final = Peer(name="gallery_lens.convert, lists of 50 dicts", command=_python(*_LIBRARY, "50"))
ONES: Final = Peer(name="gallery_lens.convert, one dict per call", command=_python(*_LIBRARY, "1"))


def _work(name: str, *arguments: str, command: str = "convert") -> Peer:
    fixed = ("--fail-on", "never") if command == "convert" else ("--exit-zero", "--output-format", "concise")
    return Peer(
        name=name, command=(COMMAND, "-q", command, *fixed, "--from", "{dialect}", *arguments, "{input}")
    )


#: What else the command does, in floors; ``{other}`` is the other dialect of the backend.
WORK: Final = (
    _work("to {other}", "--to", "{other}"),
    _work("to component", "--to", "component"),
    _work("to frontend, json report", "--report", "{records}", "--report-format", "json"),
    _work("to frontend, sidecar", "--sidecar", "{records}"),
    _work("to frontend, ledger", "--ledger", "{records}"),
    _work("lint", command="lint"),
)


#: The preflight of galleries in which it finds nothing that a visitor would miss.
PREFLIGHT: Final = _work("lint of ordinary galleries", command="lint")


@attrs.frozen(kw_only=True)
class Trial:
    """Who is measured with which file."""

    kind: str  #: of the measurement: ``lines``, ``shape``, ``large``, ``work``, ``objects``, ...
    peers: Sequence[Peer]
    count: int  #: of items
    dialect: str = "velo"
    shape: str = "items.ndjson"  #: of the file; see ``wide``
    indent: int | None = None  #: of a gallery, in blanks


#: Files of galleries, of one document, and of items with something unusual.
_LISTS: Final = ("galleries.ndjson", "document.json")
_VARIANTS: Final = ("undeclared.ndjson", "odd.ndjson", "odder.ndjson")


def trials(count: int, dialects: Sequence[str]) -> Iterator[Trial]:
    """Yield what is measured with *count* items besides lines."""
    for dialect in dialects:
        for shape in (*_LISTS, *_VARIANTS):
            peers = _OF_LISTS if shape == _LISTS[0] else _OF_VARIANTS
            yield Trial(kind="shape", peers=peers, count=count, dialect=dialect, shape=shape)
        yield Trial(kind="work", peers=(FLOOR, *WORK), count=count, dialect=dialect, shape=_LISTS[0])
        yield Trial(
            kind="work", peers=(FLOOR, PREFLIGHT), count=count, dialect=dialect, shape="ordinary.ndjson"
        )
        yield Trial(kind="large", peers=(FLOOR, CONVERT), count=5 * count, dialect=dialect, shape=_LISTS[1])
        yield Trial(kind="objects", peers=(FLOOR, LISTS, ONES), count=2 * count, dialect=dialect)
    pages = (FLOOR, _work("to velo", "--to", "velo"), _work("to rest", "--to", "rest"))
    yield Trial(kind="work", peers=pages, count=count, dialect="frontend", shape="pages.ndjson")
    yield Trial(kind="start", peers=(BARE, VERSION, CONVERT, LINT), count=4, indent=2)
    yield Trial(kind="lint", peers=(CHECK, LINT), count=min(count, 10_000), indent=1)
