"""Compare what is compiled with the interpreter, on mutated items in any wrapper and on files.

``python tests/compare_compiled.py 80000`` makes that many items of all pairs, in documents of up to 60; each
document is converted as objects and as text, and by the interpreter alone. Values are compared byte for byte,
diagnostics in document order. ``--files FOLDER`` compares all JSON files in a folder, too.
"""

import argparse
import copy
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

sys.path.append(str(Path(__file__).parent / "support"))

import usual
from gallery_lens import jsontext
from gallery_lens.compiled import PAIRS
from gallery_lens.conversion import taking
from gallery_lens.conversion.conducting import conduct
from gallery_lens.conversion.output import output, report_discarded
from gallery_lens.conversion.run import Run
from gallery_lens.errors import UsageError
from gallery_lens.lines.documents import Documents
from gallery_lens.lines.input_report import InputReport
from gallery_lens.options import ConvertOptions
from gallery_lens.reporters import InputSummary


def documents(source: str, count: int, chance: Random) -> Iterator[tuple[list[Any], Any]]:
    """Yield items, *count* in all, of which most are changed a little, and the document they stand in."""
    items = usual.items(source)
    while count > 0:
        some = [copy.deepcopy(chance.choice(items)) for _ in range(min(count, chance.randint(1, 60)))]
        some = [usual.changed(item, chance) if chance.random() < 0.7 else item for item in some]
        gallery = {"name": "Boats", "totalItems": len(some), "items": some}
        yield some, chance.choice([some, gallery, {"gallery": gallery}, {"galleries": [gallery]}])
        count -= len(some)


def said(run: Run) -> list[Any]:
    """Return the diagnostics of a run, in document order."""
    return [each.to_dict() for each in run.findings.sorted()]


def differences(document: Any, options: ConvertOptions) -> Iterator[str]:
    """Yield what differs between the ways to convert a document."""
    apart = Run(document, options)
    apart.convert()
    out, counts = output(apart), apart.findings.counted()
    value = jsontext.write(out.value)
    together = conduct(document, options)
    if jsontext.write(output(together).value) != value:
        yield "value of objects"
    if together.findings.counted() != counts:
        yield "counts of objects"
    if said(together) != said(apart):
        yield "diagnostics of objects"
    report_discarded(apart, out)
    yield from _differences_of_text(document, options, value, said(apart))


def _differences_of_text(
    document: Any, options: ConvertOptions, value: bytes, expected: list[Any]
) -> Iterator[str]:
    entry = InputReport(InputSummary(name="a.json", target=options.target), None, None, None, None, None)
    documents = Documents(options, entry)
    text = json.dumps(document).encode()
    seen = documents.look(text)
    if seen is None:
        return
    result = documents.convert(text, seen)
    if jsontext.write(result.value) != value:
        yield "value of text"
    if [each.to_dict() for each in result.diagnostics] != expected:
        yield "diagnostics of text"


def _of_files(folder: Path) -> Iterator[tuple[str, Any]]:
    for path in sorted(each for each in folder.rglob("*") if each.suffix in (".json", ".ndjson", ".jsonl")):
        data = path.read_bytes()
        texts = [data] if path.suffix == ".json" else data.splitlines()
        for number, text in enumerate(texts, start=1):
            try:
                yield f"{path.name}:{number}", jsontext.read(text).document
            except jsontext.NotJson:
                continue


def _report(name: str, document: Any, options: ConvertOptions) -> int:
    try:
        found = list(differences(document, options))
    except UsageError:
        return 0
    for each in found:
        sys.stdout.write(f"{name}, {options.source} to {options.target}: {each} differ\n")
        sys.stdout.write(f"  {jsontext.write(document).decode()}")
    return len(found)


def _options(source: str, target: str) -> ConvertOptions:
    return ConvertOptions(source=source, target=target)  # type: ignore[arg-type]


def main() -> int:
    """Compare, and print what differs and how much was compared."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=9_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--pair", action="append", default=[], help="only these, as SOURCE:TARGET")
    parser.add_argument("--files", type=Path, action="append", default=[])
    arguments = parser.parse_args()
    vars(taking)["ENOUGH"] = 0
    items = wrong = read = 0
    pairs = [each for each in PAIRS if not arguments.pair or ":".join(each) in arguments.pair]
    for number, (source, target) in enumerate(pairs):
        chance = Random(f"{arguments.seed} {source} {target}")
        for some, document in documents(source, -(-arguments.count // len(pairs)), chance):
            asked = chance.choice((source, "auto"))
            wrong += _report(f"seed {arguments.seed}", document, _options(asked, target))
            items += len(some)
        sys.stderr.write(f"{number + 1} of {len(pairs)} pairs: {items:,} items, {wrong} differ\n")
    for folder in arguments.files:
        for name, document in _of_files(folder):
            for target in {target: None for _, target in pairs}:
                read += 1
                wrong += _report(name, document, _options("auto", target))
    sys.stdout.write(f"{items:,} items and {read:,} conversions of files, {wrong} differ\n")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
