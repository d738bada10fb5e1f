"""Inputs for fuzzing: the corpus of the tests, changed at random, by structure and by bytes."""

import copy
import functools
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

CORPUS: Final = Path(__file__).parents[1] / "corpus"

#: Values that something may not be ready for.
ODD: Final = (
    *(None, True, False, 0, -1, 1.0, -0.0, 1e308, 2**53 + 1, 10**400, float("nan"), float("inf")),
    *("", " ", "null", "\0", "\ud800", "\u202e", "é" * 300, "x" * 5000, "/", "~", "<script>", "javascript:x"),
    *("wix:image://v1/", "wix:image://v1/a/b#originWidth=1&originHeight=1", "wix:video://v1/a/b#posterUri=%"),
    *("https://static.wixstatic.com/media/a.jpg", "https://youtu.be/x", "2020-02-30T25:61:61Z", "IMAGE", "5"),
    *([], {}, [[]], [None], {"": {}}, {"items": None}, {"$date": 0}, {"id": {}}),
)

_BYTES: Final = (b"", b'"', b"[", b"}", b",", b"\\", b"\xff", b"0")
_KEYS: Final = ("items", "gallery", "item", "_id", "id", "type", "src", "image", "imageInfo", "video", "text")


@functools.cache
def corpus() -> tuple[Any, ...]:
    """Return every document of the corpus."""
    found = []
    for path in sorted(CORPUS.rglob("*.json")):
        try:
            found.append(json.loads(path.read_text("utf-8")))
        except ValueError:
            continue
    return tuple(found)


def document(rng: random.Random) -> Any:
    """Return a document of the corpus, or one that is changed in a few places."""
    made = copy.deepcopy(rng.choice(corpus()))
    for _ in range(rng.choice((0, 1, 1, 2, 3, 8))):
        made = _changed(made, rng)
    return made


def text(rng: random.Random) -> bytes:
    """Return JSON text, most of it whole."""
    data = json.dumps(document(rng), ensure_ascii=rng.random() < 0.5, indent=rng.choice((None, None, 1)))
    made = bytearray(data.encode("utf-8", "surrogatepass" if rng.random() < 0.1 else "replace"))
    for _ in range(rng.choice((0, 0, 0, 1, 4))):
        if made:
            at = rng.randrange(len(made))
            made[at : at + rng.choice((0, 1, 9))] = rng.choice(_BYTES)
    return bytes(made)


def _changed(value: Any, rng: random.Random) -> Any:
    """Return *value* with one change at a place taken at random."""
    places = [*_containers(value)]
    if not places:
        return copy.deepcopy(rng.choice(ODD))
    holder = rng.choice(places)
    keys: list[Any] = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    what = rng.randrange(6)
    if what == 0 or not keys:
        _put(holder, rng.choice(_KEYS), copy.deepcopy(rng.choice(ODD)))
    elif what == 1:
        del holder[rng.choice(keys)]
    elif what == 2:
        holder[rng.choice(keys)] = copy.deepcopy(holder[rng.choice(keys)])
    elif what == 3:
        _put(holder, rng.choice(_KEYS), copy.deepcopy(rng.choice(corpus())))
    elif what == 4:
        key = rng.choice(keys)
        holder[key] = [holder[key]] if rng.random() < 0.5 else {rng.choice(_KEYS): holder[key]}
    else:
        holder[rng.choice(keys)] = copy.deepcopy(rng.choice(ODD))
    return value


def _put(holder: Any, key: str, value: Any) -> None:
    if isinstance(holder, dict):
        holder[key] = value
    else:
        holder.append(value)


def _containers(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _containers(inner)
