"""Compare conversions with the official SDK's: ``python tests/differential.py [--items 20000] -- COMMAND …``.

COMMAND reads an item a line and writes what the SDK makes of it, a line each: with ``rest2sdk`` as its last
argument what ``getGalleryItem()`` resolves to for an item of REST, with ``sdk2rest`` the item in the body of
``createGalleryItem()`` for one of Velo. Numbers that JSON does not have travel as ``{"$float": "NaN"}``, and
an exception as ``{"$error": {"name": …}}``.

Where we differ on purpose, ``differential_reasons.py`` says why and what is right; what the SDK wrote,
corrected for these reasons, has to be what we write, to the last leaf.
"""

import argparse
import collections
import copy
import json
import math
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

sys.path.append(str(Path(__file__).parent / "support"))

from hypothesis import HealthCheck, Phase, given, seed, settings

import differential_reasons as reasons
import gallery_lens as gl
import strategies

DIRECTIONS: Final = {"rest2sdk": ("rest", "velo"), "sdk2rest": ("velo", "rest")}
SHOWN: Final = 20
_NOTHING: Final = object()


def items_of(source: str, count: int, number: int) -> list[dict[str, Any]]:
    """Draw *count* items of *source*, usual and odd ones."""
    drawn: list[dict[str, Any]] = []

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(getattr(strategies, f"{source}_items")())
    def draw(item: dict[str, Any]) -> None:
        drawn.append(item)

    draw()
    return drawn[:count]


def official(command: list[str], mode: str, items: list[Any]) -> list[Any]:
    """Return what *command* answers to each of *items*."""
    lines = "".join(json.dumps(_tagged(item)) + "\n" for item in items)
    environ = {**os.environ, "TZ": "UTC"}
    told = subprocess.run(
        [*command, mode], input=lines, capture_output=True, encoding="utf-8", check=False, env=environ
    )
    answers = [json.loads(line) for line in told.stdout.split("\n") if line]
    if len(answers) != len(items):
        raise SystemExit(f"{len(answers)} answers to {len(items)} items: {told.stderr[:500]}")
    return [_untagged(answer) for answer in answers]


def _tagged(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return {"$float": "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"}
    if isinstance(value, dict):
        return {key: _tagged(inner) for key, inner in value.items()}
    return [_tagged(inner) for inner in value] if isinstance(value, list) else value


def _untagged(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"$float"}:
            return float(value["$float"])
        return {key: _untagged(inner) for key, inner in value.items()}
    return [_untagged(inner) for inner in value] if isinstance(value, list) else value


def _applied(item: Any, case: reasons.Case, names: tuple[reasons.Reason, ...]) -> tuple[Any, list[str]]:
    """Apply reasons to a copy of *item*, and return the names of those that changed it."""
    made, found = copy.deepcopy(item), []
    for reason in names:
        before = copy.deepcopy(made)
        reason(made, case)
        if repr(before) != repr(made):
            found.append(reason.__name__)
    return made, found


def _same(ours: Any, theirs: Any) -> bool:
    """Compare as JavaScript would: 1 is 1.0, and integers beyond 2^53 are what a double makes of them."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return ours.keys() == theirs.keys() and all(_same(ours[key], theirs[key]) for key in ours)
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(_same, ours, theirs))
    if isinstance(ours, bool) or isinstance(theirs, bool) or not isinstance(ours, int | float):
        return type(ours) is type(theirs) and bool(ours == theirs)
    return isinstance(theirs, int | float) and float(ours) == float(theirs)


def _differences(expected: Any, ours: Any, at: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield the places at which two answers differ, and what stands there."""
    if isinstance(expected, dict) and isinstance(ours, dict):
        pairs = [
            (f"{at}/{key}", expected.get(key, _NOTHING), ours.get(key, _NOTHING)) for key in expected | ours
        ]
    elif isinstance(expected, list) and isinstance(ours, list) and len(expected) == len(ours):
        pairs = [(f"{at}/{place}", *pair) for place, pair in enumerate(zip(expected, ours, strict=True))]
    else:
        if not _same(ours, expected):
            yield at, *("nothing" if each is _NOTHING else json.dumps(each) for each in (expected, ours))
        return
    for place, right, wrong in pairs:
        yield from _differences(right, wrong, place)


def compare(command: list[str], mode: str, items: list[dict[str, Any]]) -> bool:
    """Print how *items* compare, and return whether nothing is unexplained."""
    source, target = DIRECTIONS[mode]
    read = [_applied(item, reasons.Case(item, item), reasons.BEFORE[mode]) for item in items]
    answers = official(command, mode, [item for item, _ in read])
    counts: collections.Counter[str] = collections.Counter()
    unexplained = []
    for item, (asked, before), answer in zip(items, read, answers, strict=True):
        ours = gl.convert(item, source=source, target=target).value
        if reasons.is_refused(item):
            expected, named = None, [reasons.is_refused.__name__]
        else:
            expected, after = _applied(answer, reasons.Case(item, asked), reasons.AFTER[mode])
            named = [*before, *after]
        counts.update(named or ["equal as they are"])
        if not _same(ours, expected):
            unexplained.append((item, answer, expected, ours))
    print(f"{mode}: {len(items)} items, {len(unexplained)} unexplained")
    for name, count in counts.most_common():
        print(f"  {count:6} {name}")
    shapes: dict[str, str] = {}
    for item, _, expected, ours in unexplained:
        for place, right, wrong in _differences(expected, ours):
            shape = re.sub(r"/[0-9]+", "/*", place)
            shapes.setdefault(
                shape, f"  {place}: expected {right:.300}, got {wrong:.300}\n    in {json.dumps(item)}"
            )
    print(*list(shapes.values())[:SHOWN], sep="\n")
    return not unexplained


def main() -> int:
    """Compare both ways, and return 1 if anything is unexplained."""
    options = argparse.ArgumentParser(description="Compare conversions with the official SDK's.")
    options.add_argument("--items", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--mode", choices=DIRECTIONS, help="one direction alone")
    options.add_argument("command", nargs="+", metavar="COMMAND")
    given = options.parse_args()
    found = [
        compare(given.command, mode, items_of(source, given.items, given.seed))
        for mode, (source, _) in DIRECTIONS.items()
        if given.mode in (None, mode)
    ]
    return 0 if all(found) else 1


if __name__ == "__main__":
    sys.exit(main())
