"""Random galleries of a backend, and random edits of them, for the laws of plans."""

import copy
from random import Random
from typing import Any

_WORDS = ("River", "Lake", "", None, "Größe 😀", "a\u2028b")


def gallery(random: Random, *, items: int = 7, descending: bool = False) -> dict[str, Any]:
    """Return a gallery as REST, its items in the direction of a server."""
    count = random.randrange(items + 1)
    orders = sorted(sort_orders(random, count), reverse=descending)
    return {
        "id": "gallery-0",
        **random.choice([{}, {"name": "Rivers"}, {"name": None}]),
        "totalItems": count,
        "items": [
            {"id": f"old-{index}", "sortOrder": order, **content(random)}
            for index, order in enumerate(orders)
        ],
    }


def sort_orders(random: Random, count: int) -> list[int | float]:
    """Return different sort orders: small, epochs in two units, close together."""
    low, step = random.choice([(1, 1), (1657439075188, 1), (1644317968.985, 0.001), (-3, 0.5), (1.0, 2**-52)])
    return [low + step * place for place in random.sample(range(count * 3 + 1), count)]


def content(random: Random) -> dict[str, Any]:
    """Return what an item says."""
    fields = {
        "title": random.choice(_WORDS),
        "description": random.choice(_WORDS),
        "link": random.choice(
            [None, {}, {"url": "/a"}, {"url": "/b", "text": ""}, {"url": "/c", "target": "_self"}]
        ),
        "tags": random.choice([None, {"values": []}, {"values": ["a"]}]),
        "xFuture": random.choice([None, {"id": 1}]),
    }
    return {**some(random, fields), **branch(random)}


def some(random: Random, fields: dict[str, Any]) -> dict[str, Any]:
    """Return some of *fields*."""
    return {key: value for key, value in fields.items() if random.random() < 0.5}


def branch(random: Random) -> dict[str, Any]:
    """Return one branch of an item."""
    name = f"4d2a9c_{random.randrange(4)}~mv2.jpg"
    picture = {
        "id": name,
        "width": 8,
        "height": 6,
        **random.choice([{}, {"filename": "a.jpg"}, {"altText": "b"}]),
    }
    settings = some(
        random, {"focalPoint": {"x": 0.5, "y": random.choice([0.25, 1])}, "exif": {"id": 3}, "quality": 80}
    )
    films: list[dict[str, Any]] = [
        {"id": f"4d2a9c_{random.randrange(3)}", "filename": "a.mp4"},
        {"id": "4d2a9c_9", "posters": [{"id": name, "width": 8, "height": 6}]},
        {"url": "https://vimeo.com/76979871"},
    ]
    return random.choice(
        [
            {"image": {"imageInfo": picture, **settings}},
            {"video": {"videoInfo": random.choice(films), **some(random, {"durationInMillis": 9})}},
            {"text": {"html": random.choice(["<p>a</p>", "<p>b</p>"]), **some(random, {"css": {"a": 1}})}},
        ]
    )


def edited(random: Random, given: dict[str, Any]) -> dict[str, Any]:
    """Return another gallery: items are changed, moved, removed and added, sort orders rewritten or not."""
    new = copy.deepcopy(given)
    items = new["items"]
    for _ in range(random.randrange(5)):
        _edit(random, items)
    mode = random.randrange(4)
    for place, item in enumerate(items):
        if mode == 1:
            item["sortOrder"] = place + 1
        elif mode == 2:
            item.pop("sortOrder", None)
    if random.random() < 0.3:
        new |= {"name": random.choice(["Lakes", None])}
    return new


def _edit(random: Random, items: list[dict[str, Any]]) -> None:
    place = random.randrange(len(items) + 1)
    match random.randrange(6):
        case 0:
            items.insert(place, {**random.choice([{}, {"id": f"new-{random.random()}"}]), **content(random)})
        case 1 if items:
            items.insert(place, items.pop(random.randrange(len(items))))
        case 2 if items:
            items.pop(random.randrange(len(items)))
        case 3 if items:
            item = random.choice(items)
            kept = {key: item[key] for key in ("id", "sortOrder") if key in item}
            item.clear()
            item |= kept | content(random)
        case 4 if items:
            random.choice(items)["title"] = random.choice(_WORDS)
        case 5:
            random.shuffle(items)
