"""Galleries to measure with: items in a realistic mix, the same ones for the same seed.

Of a hundred items 78 are pictures, 14 videos and 8 texts. All have ids, dates and sort orders as
Wix writes them; about half have a link, a third tags and a description, a quarter a focal point.
``python benchmarks/generate.py velo 1000 items.ndjson`` writes one item per line.
"""

import random
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

SEED: Final = 20_240_601
_WORDS: Final = (
    "harbour", "evening", "slate", "river", "old", "crane", "Größe", "winter", "market", "light",
    "bridge", "garden", "north", "quiet", "morning", "boats", "rain", "street", "hill", "window",
)  # fmt: skip
_TAGS: Final = ("boats", "winter", "client-a", "print", "favourite", "2023")
_SITE: Final = "https://harbour.example"
_PICTURES: Final = "https://static.wixstatic.com/media"
_VIDEOS: Final = "https://video.wixstatic.com/video"


def items(dialect: str, count: int, dirt: float = 0.0, seed: int = SEED) -> Iterator[dict[str, Any]]:
    """Yield *count* items of ``velo`` or ``rest``; the share *dirt* of them is not what the schema says."""
    chance = random.Random(f"{seed} {dialect}")
    spell = _velo if dialect == "velo" else _rest
    for number in range(count):
        item = spell(_neutral(chance, number), chance)
        yield _soiled(item, chance) if chance.random() < dirt else item


def _neutral(chance: random.Random, number: int) -> dict[str, Any]:
    """What both dialects write alike, in the order in which Wix writes it."""
    created = (
        f"2023-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}T{chance.randint(0, 23):02}:15:33.120Z"
    )
    item: dict[str, Any] = {
        "id": _guid(chance),
        "createdDate": created,
        "updatedDate": created.replace("2023", "2024"),
        "sortOrder": 1_657_000_000.985 + number,
    }
    if chance.random() < 0.8:
        item["title"] = _phrase(chance, 2, 4).capitalize()
    if chance.random() < 0.35:
        item["description"] = _phrase(chance, 4, 22)
    if chance.random() < 0.45:
        item["link"] = {"url": f"{_SITE}/{_word(chance)}/{number}"}
        if chance.random() < 0.4:
            item["link"] = {"text": _phrase(chance, 1, 3)} | item["link"]
    kind = chance.choices(("IMAGE", "VIDEO", "TEXT"), (78, 14, 8))[0]
    return item | {"type": kind}


def _velo(item: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    branch = _branch(item["type"], chance)
    if "imageInfo" in branch:
        branch["imageInfo"] = _picture_text(branch["imageInfo"])
    if "videoInfo" in branch:
        branch["videoInfo"] = _clip_text(branch["videoInfo"])
    renamed = {f"_{key}" if key in ("id", "createdDate", "updatedDate") else key: item[key] for key in item}
    return renamed | {item["type"].lower(): branch} | _tags(chance)


def _rest(item: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    return item | {item["type"].lower(): _branch(item["type"], chance)} | _tags(chance)


def _branch(kind: str, chance: random.Random) -> dict[str, Any]:
    if kind == "TEXT":
        return {"html": f"<p>{_phrase(chance, 6, 20)}</p>", "css": {"backgroundColor": "rgba(0, 0, 0, 0.7)"}}
    if kind == "VIDEO":
        length = {"durationInMillis": chance.randint(2_000, 90_000)} if chance.random() < 0.7 else {}
        return {"type": "WIX_MEDIA", "videoInfo": _clip(chance)} | length
    focal = {"focalPoint": {"x": chance.randint(1, 99) / 100, "y": chance.randint(1, 99) / 100}}
    return {"type": "WIX_MEDIA", "imageInfo": _picture(chance)} | (focal if chance.random() < 0.25 else {})


def _picture(chance: random.Random) -> dict[str, Any]:
    id = f"{_hex(chance, 6)}_{_hex(chance, 32)}~mv2.jpg"
    size = {"height": chance.randint(400, 4000), "width": chance.randint(400, 4000)}
    return {"id": id, "url": f"{_PICTURES}/{id}", **size, "filename": f"{_phrase(chance, 1, 2)}.jpg"}


def _clip(chance: random.Random) -> dict[str, Any]:
    id = f"{_hex(chance, 6)}_{_hex(chance, 32)}"
    poster = f"{id}f000.jpg"
    file = {"url": f"{_VIDEOS}/{id}/1080p/mp4/file.mp4", "height": 1080, "width": 1920}
    return {
        "id": id,
        "resolutions": [file | {"format": "mp4", "quality": "1080p"}],
        "posters": [{"id": poster, "url": f"{_PICTURES}/{poster}", "height": 1080, "width": 1920}],
        "filename": f"{_word(chance)}.mp4",
    }


def _picture_text(info: dict[str, Any]) -> str:
    name = quote(info["filename"], safe="-_.!~*'()")
    return f"wix:image://v1/{info['id']}/{name}#originWidth={info['width']}&originHeight={info['height']}"


def _clip_text(info: dict[str, Any]) -> str:
    poster = info["posters"][0]
    size = f"posterWidth={poster['width']}&posterHeight={poster['height']}"
    return f"wix:video://v1/{info['id']}/{quote(info['filename'])}#posterUri={poster['id']}&{size}"


def _tags(chance: random.Random) -> dict[str, Any]:
    words = chance.sample(_TAGS, chance.randint(1, 3))
    return {"tags": {"values": words}} if chance.random() < 0.3 else {}


def _soiled(item: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return an item with one of the usual mistakes: a wrong type, a bad date, an unknown kind."""
    created = "_createdDate" if "_id" in item else "createdDate"
    wrong = (
        {"title": 5},
        {"sortOrder": "first"},
        {"type": "AUDIO"},
        {"tags": ["boats"]},
        {created: "3 July 2022"},
        {created: "soon"},
        {"link": {"url": 5}},
        {"description": ["Boats"]},
    )
    return item | chance.choice(wrong)


def _guid(chance: random.Random) -> str:
    digits = _hex(chance, 32)
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _hex(chance: random.Random, digits: int) -> str:
    return f"{chance.getrandbits(4 * digits):0{digits}x}"


def _word(chance: random.Random) -> str:
    return chance.choice(_WORDS)


def _phrase(chance: random.Random, least: int, most: int) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(least, most)))
