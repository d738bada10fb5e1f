"""Who is measured: programs that do the same work on the same file."""

import math
from collections.abc import Sequence
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
_THREE: Final = ("{input}", "{records}", "{schema}")

REFERENCE: Final = Peer(name="Node + ajv", command=_ajv("none"))
FULL: Final = Peer(name="Node + ajv, full records", command=_ajv("full"), records="full")
MSGSPEC: Final = Peer(name="msgspec types", command=_python("types_msgspec.py", *_THREE), records="three")
PYDANTIC: Final = Peer(name="pydantic", command=_python("types_pydantic.py", *_THREE), records="three")
CONVERT: Final = Peer(name="gallery-lens convert", command=_OURS)
REPORT: Final = Peer(name="gallery-lens convert --report", command=(*_OURS, *_REPORT), records="full")
JOBS: Final = Peer(name="gallery-lens convert --jobs 2", command=(*_OURS, "--jobs", "2"), least=MANY)
DASK: Final = Peer(name="gallery-lens convert --engine dask", command=(*_OURS, *_CLUSTER), least=10 * MANY)

PEERS: Final = (
    REFERENCE,
    Peer(name="JSON codec alone (the floor)", command=_python("floor.py", "{input}"), checks=False),
    Peer(name="Node, a tutorial's converter", command=("node", SCRIPTS / "tutorial.mjs", "{input}")),
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
    Peer(
        name="gallery_lens.convert, one call an item",
        command=_python("ours.py", "{input}", "{dialect}"),
        most=10_000,
    ),
)

BARE: Final = Peer(name="python -c pass", command=(PYTHON, "-c", "pass"))
VERSION: Final = Peer(name="gallery-lens --version", command=(COMMAND, "--version"))
CHECK: Final = Peer(name="check-jsonschema", command=(CHECKER, "--schemafile", GALLERY, "{input}"))
LINT: Final = Peer(name="gallery-lens lint", command=(COMMAND, "lint", "--exit-zero", "{input}"))


@attrs.frozen(kw_only=True)
class Trial:
    """Who is measured with which file."""

    kind: str  #: of the file: ``lines``, or one gallery for the ``start``, for ``lint`` or as ``document``
    peers: Sequence[Peer]
    count: int  #: of items
    dialect: str = "velo"
    indent: int | None = None  #: of a gallery, in blanks


#: What is measured with one gallery.
TRIALS: Final = (
    Trial(kind="start", peers=(BARE, VERSION, CONVERT), count=4, indent=2),
    Trial(kind="lint", peers=(CHECK, LINT), count=10_000, indent=1),
    Trial(kind="document", peers=(CONVERT,), count=50_000),
    Trial(kind="document", peers=(CONVERT,), count=500_000),
)
