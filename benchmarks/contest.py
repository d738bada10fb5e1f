"""Who is measured: programs that do the same work on the same file, and what is aimed at."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import attrs

ROOT: Final = Path(__file__).resolve().parents[1]
HERE: Final = ROOT / "build" / "bench"
SCRIPTS: Final = HERE / "peers"
PYTHON: Final = HERE / "venv" / "bin" / "python"
COMMAND: Final = HERE / "venv" / "bin" / "gallery-lens"


@attrs.frozen(kw_only=True)
class Peer:
    """One program of the comparison."""

    name: str
    command: Sequence[str | Path]  #: ``{input}``, ``{records}``, ``{schema}`` and ``{dialect}`` are filled in
    records: str = "none"  #: what it writes for every loss: nothing, three fields, or all of them
    checks: bool = True  #: whether what it writes is compared
    most: int | None = None  #: how many items it is given at most; None if it is quick enough for any number


@attrs.frozen(kw_only=True)
class Aim:
    """How many times as fast as another program we want to be."""

    what: str
    ours: Peer
    other: Peer
    least: float
    better: float  #: what would be fine


def _python(script: str, *arguments: str) -> tuple[str | Path, ...]:
    return (PYTHON, SCRIPTS / script, *arguments)


def _ajv(how: str) -> tuple[str | Path, ...]:
    fixed = ("{input}", "{records}", "{schema}", HERE / "view.json", how, HERE / "rules.json")
    return ("node", SCRIPTS / "ajv.mjs", *fixed)


_OURS: Final = (COMMAND, "-q", "convert", "--fail-on", "never", "{input}")
_REPORT: Final = ("--report", "{records}", "--report-format", "jsonl")
_THREE: Final = ("{input}", "{records}", "{schema}")

REFERENCE: Final = Peer(name="Node + ajv", command=_ajv("none"))
_FULL: Final = Peer(name="Node + ajv, full records", command=_ajv("full"), records="full")
_MSGSPEC: Final = Peer(name="msgspec types", command=_python("types_msgspec.py", *_THREE), records="three")
_PYDANTIC: Final = Peer(name="pydantic", command=_python("types_pydantic.py", *_THREE), records="three")
CONVERT: Final = Peer(name="gallery-lens convert", command=_OURS)
REPORT: Final = Peer(name="gallery-lens convert --report", command=(*_OURS, *_REPORT), records="full")

PEERS: Final = (
    REFERENCE,
    Peer(name="JSON codec alone (the floor)", command=_python("floor.py", "{input}"), checks=False),
    Peer(name="Node, a tutorial's converter", command=("node", SCRIPTS / "tutorial.mjs", "{input}")),
    Peer(name="Node + ajv, three fields a loss", command=_ajv("three"), records="three"),
    _FULL,
    Peer(name="Python json + dicts, unchecked", command=_python("stdlib.py", *_THREE), records="three"),
    Peer(name="msgspec + dicts, unchecked", command=_python("codec.py", *_THREE), records="three"),
    _MSGSPEC,
    _PYDANTIC,
    Peer(name="jsonschema-rs + dicts", command=_python("schema_rust.py", *_THREE), records="three"),
    Peer(
        name="jsonschema + dicts",
        command=_python("schema_python.py", *_THREE),
        records="three",
        most=10_000,
    ),
    CONVERT,
    REPORT,
    Peer(
        name="gallery_lens.convert, one call an item",
        command=_python("ours.py", "{input}", "{dialect}"),
        most=10_000,
    ),
)

AIMS: Final = (
    Aim(what="convert", ours=CONVERT, other=REFERENCE, least=1.4, better=2.2),
    Aim(what="convert with a full report", ours=REPORT, other=_FULL, least=1.5, better=2.8),
    Aim(what="convert", ours=CONVERT, other=_PYDANTIC, least=2.0, better=3.5),
    Aim(what="convert", ours=CONVERT, other=_MSGSPEC, least=0.9, better=1.35),
)

#: From how many items on the aims are for: with fewer, it is the start that counts.
MANY: Final = 100_000

#: The most memory that a conversion of lines may take, and what would be fine, in MiB.
MEMORY: Final = (60, 35)
