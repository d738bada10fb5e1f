"""Converts every sample payload of a folder, in every wrapper, to every dialect: ``convert_corpus.py DIR``.

The command converts each payload as it is: the exit status has to be 0 or 1, and data, report,
rejects and ledger valid by their schemas. The API converts what it holds in every wrapper there is:
besides, the ledger has to tell of every value once, and truly. Prints a line for each target.
"""

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "support"))

import gallery_lens as gl  # noqa: E402
from accounts import unaccounted  # noqa: E402
from emitted import wrong  # noqa: E402
from gallery_lens import cli, schemas  # noqa: E402
from wrappings import wrappings  # noqa: E402

TARGETS: Final = ("velo", "rest", "frontend", "component")
#: What may give no item, and why; every other payload gives one to every target.
WITHOUT_ITEMS: Final = {
    "component-3": "texts alone, which a page cannot show",
    "uris-1": "addresses alone, each of them no item",
    "veloevent-1": "an event about a gallery, which leaves its items out",
    "veloevent-3": "an event that tells of a deletion",
    "webhook-1": "an event about a gallery, which leaves its items out",
    "webhook-2": "an event that tells of a deletion",
}


def problems(payload: Path, target: str, counts: Counter[str]) -> Iterator[str]:
    """Yield what is wrong with the conversions of *payload* to *target*; count what was looked at."""
    counts["payloads"] += 1
    with tempfile.TemporaryDirectory() as folder:
        files = {name: Path(folder, name) for name in ("output", "report", "rejects", "ledger")}
        code = cli.main(["-q", "convert", "--to", target, *_options(files), str(payload)])
        if code not in (0, 1):
            yield f"the command gives exit status {code}"
            return
        texts = {name: path.read_text("utf-8") for name, path in files.items()}
    try:
        document = json.loads(payload.read_text("utf-8"))
    except json.JSONDecodeError:
        yield from _of_lines(texts)
        return
    yield from _commanded(texts, gl.convert(document, target=target), str(payload))
    for name, wrapped in (("as given", document), *wrappings(document)):
        if isinstance(wrapped, str):
            continue  # an address alone: the API takes text for a mistake
        result = gl.convert(wrapped, target=target)
        counts.update(documents=1, values=len(result.ledger), findings=len(result.diagnostics))
        yield from (f"{name}: {each}" for each in _converted(wrapped, result, target))


def _of_lines(texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with the output of values that follow each other: a line for each."""
    try:
        values = [json.loads(line) for line in texts["output"].splitlines()]
    except json.JSONDecodeError:
        yield "a line of the output is not JSON"
        return
    if not any(values):
        yield "nothing is converted, and nobody says why"


def _options(files: Mapping[str, Path]) -> Iterator[str]:
    for name, path in files.items():
        yield from (f"--{name}", str(path)) if name != "output" else ("-o", str(path))


def _commanded(texts: Mapping[str, str], result: gl.Result, name: str) -> Iterator[str]:
    """Yield what is wrong with the files that the command wrote: not valid, or not what the API gives."""
    rejects, ledger = ([*map(json.loads, texts[each].splitlines())] for each in ("rejects", "ledger"))
    for schema, values in (
        ("report", [json.loads(texts["report"])]),
        ("reject", rejects),
        ("ledger", ledger),
    ):
        for value in values:
            yield from _unlike(schema, value)
    rows = [{"input": name, **row.to_dict()} for row in result.ledger]
    if (json.loads(texts["output"]), ledger) != (result.value, rows):
        yield "the command and the API disagree"
    if not result.converted and Path(name).stem not in WITHOUT_ITEMS:
        yield "nothing is converted, and nobody says why"


def _converted(document: Any, result: gl.Result, target: str) -> Iterator[str]:
    if target not in result.dialects:  # what goes back to its own dialect stays as it was given
        yield from wrong(result.value, target, kept="frontend" in result.dialects)
    yield from unaccounted(document, result)
    for found in result.diagnostics:
        yield from _unlike("diagnostic", found.to_dict())


def _unlike(schema: str, value: Any) -> Iterator[str]:
    for error in schemas.validator(schema).iter_errors(value):
        yield f"{schema}: {error.message}"


def _plain(folder: Path, into: Path) -> list[Path]:
    """Copy the payloads of *folder*; of an envelope around a ``document`` only that."""
    for path in folder.glob("*.json"):
        text = path.read_text("utf-8")
        try:
            read = json.loads(text)
        except json.JSONDecodeError:
            read = None
        enveloped = isinstance(read, dict) and "document" in read
        (into / path.name).write_text(json.dumps(read["document"]) if enveloped else text, "utf-8")
    return sorted(into.iterdir())


def main(folder: str) -> int:
    """Convert every payload of *folder*; return 1 if one of them does not pass."""
    with tempfile.TemporaryDirectory() as copies:
        return _converted_all(_plain(Path(folder), Path(copies)))


def _converted_all(payloads: list[Path]) -> int:
    failed = 0
    for target in TARGETS:
        counts: Counter[str] = Counter()
        found = [f"  {each.name}: {what}" for each in payloads for what in problems(each, target, counts)]
        failed += len(found)
        said = ", ".join(f"{count} {name}" for name, count in counts.items())
        sys.stdout.write("\n".join([f"{target}: {said}, {len(found)} problems", *found, ""]))
    return int(failed > 0 or not payloads)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
