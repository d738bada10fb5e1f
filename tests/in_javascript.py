"""Compares the printed converter with the package on many generated items, and counts what differs.

``python tests/in_javascript.py --items 20000 [--seed N] [--keep FILE] [DIALECT …]`` takes some minutes and
leaves with 1 if anything differs; CI compares a few items of each kind (``test_codegen.py``).
"""

import argparse
import json
import math
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

sys.path.append(str(Path(__file__).parent / "support"))

from hypothesis import HealthCheck, Phase, given, seed, settings

import gallery_lens as gl
import strategies
import usual
from gallery_lens import codegen

RUNNER = Path(__file__).with_name("converter.mjs")
KEYS = ("code", "name", "severity", "pointer", "itemId")
#: How many documents one process of Node gets.
BATCH = 2000


def in_node(converter: Path, documents: list[Any]) -> list[Any]:
    """Return what the printed converter makes of *documents*, without messages."""
    ran = subprocess.run(
        ["node", str(RUNNER), str(converter)],
        input=json.dumps(_marked(documents)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert 0 == ran.returncode, ran.stderr
    answers: list[Any] = json.loads(ran.stdout)
    for answer in answers:
        for warning in answer.get("warnings", ()):
            assert warning.pop("message")
    return [plain(answer) for answer in answers]


def in_python(document: Any) -> Any:
    """Return what the package makes of a document, in the same form."""
    result = gl.convert(document)
    told = [
        {key: value for key, value in each.to_dict().items() if key in KEYS} for each in result.diagnostics
    ]
    return plain(json.loads(json.dumps({"items": result.value, "warnings": told})))


def _marked(value: Any) -> Any:
    """Write numbers that JSON lacks as objects."""
    if isinstance(value, float) and not math.isfinite(value):
        return {"$float": str(value).replace("inf", "Infinity").replace("nan", "NaN")}
    if isinstance(value, dict):
        return {key: _marked(inner) for key, inner in value.items()}
    return [_marked(inner) for inner in value] if isinstance(value, list | tuple) else value


def plain(value: Any) -> Any:
    """Return a value with the numbers that JavaScript has: it knows no difference of 1 and 1.0."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def is_exempt(value: Any) -> bool:
    """Return whether a document has integers beyond 2**53, or keys that JavaScript puts in another order."""
    if isinstance(value, str):  # the size of a picture stands in its address
        return any(int(digits) > 2**53 for digits in re.findall("[0-9]{16,}", value))
    if isinstance(value, int | float):
        return not isinstance(value, bool) and math.isfinite(value) and abs(value) > 2**53
    if isinstance(value, dict):
        return any(key.isdigit() or is_exempt(inner) for key, inner in value.items())
    return any(map(is_exempt, value)) if isinstance(value, list) else False


def generated(dialect: str, count: int, number: int) -> Iterator[Any]:
    """Yield items that schemas allow and hostile ones, and usual items with small changes, by turns."""
    chance = Random(number)
    known = usual.items(dialect)
    made: list[Any] = []
    while len(made) < count:
        made += _drawn(getattr(strategies, f"{dialect}_items")(), count // 2 + 1, number + len(made))
        made += (usual.changed(chance.choice(known), chance) for _ in range(count // 2 + 1))
        made = [each for each in made if not is_exempt(each)]
    chance.shuffle(made)
    yield from made[:count]


def _drawn(strategy: Any, count: int, number: int) -> list[Any]:
    drawn: list[Any] = []

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    @given(strategy)
    def collect(item: Any) -> None:
        drawn.append(item)

    collect()
    return drawn


def differing(converter: Path, documents: list[Any], expected: Callable[[Any], Any] = in_python) -> list[Any]:
    """Return the documents of which the two do not say the same."""
    answers = in_node(converter, documents)
    return [each for each, answer in zip(documents, answers, strict=True) if expected(each) != answer]


def main() -> int:
    """Compare, print how many differ, and keep those."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dialects", nargs="*", default=["velo", "rest"])
    parser.add_argument("--items", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where the items that differ are written, one a line")
    given = parser.parse_args()
    failed: list[Any] = []
    with tempfile.TemporaryDirectory() as folder:
        converter = Path(folder) / "convert.mjs"
        converter.write_text(codegen.script(), encoding="utf-8")
        for dialect in given.dialects:
            items = list(generated(dialect, given.items, given.seed))
            wrong: list[Any] = []
            for start in range(0, len(items), BATCH):
                wrong += differing(converter, items[start : start + BATCH])
            print(f"{dialect}: {given.items} items, {len(wrong)} differ", flush=True)
            failed += wrong
    if given.keep:
        given.keep.write_text("".join(json.dumps(_marked(each)) + "\n" for each in failed), "utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
