"""Restore random galleries after random edits, and count what goes wrong with their sort orders.

``python tests/edit_scripts.py [--count 20000] [--seed N]`` prints how many galleries there were of each
order, and every script after which a sort order repeats, or the order is another one and nothing says so.
"""

import argparse
import copy
import json
import sys
from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any, Final

import gallery_lens as gl
from gallery_lens.order import descends, numeric

_PICTURE: Final = "wix:image://v1/4d2a9c_{0}~mv2.jpg/{0}.jpg#originWidth=8&originHeight=6"


def _numbers(random: Random, count: int) -> list[Any]:
    low, step = random.choice(((1, 1), (1657439075188, 1), (1644317968.985, 0.001), (-2100000000000, 10**9)))
    return [low + step * place for place in random.sample(range(count * 3 + 1), count)]


#: How the sort orders of a gallery are drawn, by the name of its order.
ORDERS: Final[dict[str, Callable[[Random, int], list[Any]]]] = {
    "ascending": lambda random, count: sorted(_numbers(random, count)),
    "descending": lambda random, count: sorted(_numbers(random, count), reverse=True),
    "unsorted": _numbers,
    "equal": lambda random, count: [random.choice((1, 2, 2.0, 3)) for _ in range(count)],
    "missing": lambda random, count: [random.choice((each, None)) for each in _numbers(random, count)],
    "text": lambda random, count: [
        random.choice((each, str(each), "soon")) for each in _numbers(random, count)
    ],
    "none": lambda random, count: [None] * count,
    "crowded": lambda random, count: [1 + place * 2**-52 for place in range(count)],
}


def gallery(random: Random, order: str) -> list[dict[str, Any]]:
    """Return the items of a gallery: pictures, and texts that no page shows."""
    orders = ORDERS[order](random, random.randrange(9))
    return [
        _item(random, number) | ({} if each is None else {"sortOrder": each})
        for number, each in enumerate(orders)
    ]


def _item(random: Random, number: int) -> dict[str, Any]:
    id = f"00000000-0000-4000-8000-{number:012}"
    if random.random() < 0.15:
        return {"_id": id, "type": "TEXT", "text": {"html": f"<p>{number}</p>"}}
    return {"_id": id, "type": "IMAGE", "image": {"imageInfo": _PICTURE.format(number)}}


def edited(random: Random, view: list[Any]) -> list[Any]:
    """Return *view* after some edits, a few of them large."""
    new = copy.deepcopy(view)
    for number in range(random.choice((0, 1, 1, 2, 3, 6))):
        match random.randrange(7):
            case 0 | 1 if new:
                new.insert(random.randrange(len(new)), new.pop(random.randrange(len(new))))
            case 2 if len(new) > 1:
                new.pop(random.randrange(len(new)))
            case 3 | 4:
                picture = {"type": "image", "src": _PICTURE.format(f"new-{number}")}
                new.insert(random.randrange(len(new) + 1), picture)
            case 5 if new:
                random.choice(new)["title"] = f"Edited {number}"
            case 6 if random.random() < 0.3:
                random.shuffle(new)
    return new


def order_problems(items: list[Any], result: gl.Result) -> list[str]:
    """Return what is wrong with the sort orders of the items of a gallery that was restored.

    Args:
        items: of the gallery as it was.
        result: what came of it.
    """
    rewritten = [found.value for found in result.diagnostics if found.name == "sort-orders-rewritten"]
    if not result.edits["added"] and not result.edits["moved"]:
        return ["something was rewritten"] * bool(rewritten)
    before = [item.get("sortOrder") for item in items]
    numbers = [numeric(item.get("sortOrder")) for item in result.value]
    if items and all(numeric(each) is None for each in before):
        return ["a sort order was made up"] * any(number is not None for number in numbers)
    doubles = [float(number) for number in numbers if number is not None]
    if len(doubles) < len(numbers) or len(set(doubles)) < len(doubles):
        return [f"missing or repeated: {numbers}"]
    problems = ["not in the order shown"] * (doubles != sorted(doubles, reverse=descends(before)))
    kept = Counter(map(_untitled, items)) & Counter(map(_untitled, result.value))
    others = len(items) - sum(kept.values()) - result.edits["removed"]
    return problems + ["not counted"] * (bool(rewritten) != (others > 0))


def _untitled(item: Any) -> str:
    return json.dumps({key: item[key] for key in item if key != "title"} if isinstance(item, dict) else item)


def problems_of(seed: int) -> tuple[str, list[str]]:
    """Return the order of the gallery of a script, and what is wrong after it."""
    random = Random(seed)
    order = random.choice([*ORDERS])
    items = gallery(random, order)
    converted = gl.convert(items, "velo", sidecar=True)
    shown = edited(random, converted.value)
    result = gl.restore(shown, converted.sidecar, replace_all=True)
    pictures = [item["image"]["imageInfo"] for item in result.value if "image" in item]
    problems = order_problems(items, result)
    return order, problems + ["the list is another one"] * (pictures != [each["src"] for each in shown])


def main() -> int:
    """Run scripts, print what is wrong, and return 1 if anything is."""
    options = argparse.ArgumentParser(description="Restore random galleries after random edits.")
    options.add_argument("--count", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    counts: Counter[str] = Counter()
    wrong = 0
    for seed in range(given.seed, given.seed + given.count):
        order, problems = problems_of(seed)
        counts[order] += 1
        wrong += bool(problems)
        if problems:
            print(f"script {seed}, {order}: {'; '.join(problems)}")
    print(", ".join(f"{count} {order}" for order, count in sorted(counts.items())))
    print(
        f"{given.count} scripts, {wrong} with a repeated sort order or a change of order that nothing reports"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
