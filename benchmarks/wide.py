"""The items of ``generate`` with what people's galleries have besides, for every shape that files come in.

Of the pictures a tenth has a watermark, or another alternative text than its name (a fifth in REST); some
have no name, EXIF data, settings, or lie outside of Wix. A fifth of the videos is one of YouTube, with the
size 0 × 0; the others have up to four posters with names. Styles of texts hold numbers and lists, links open
in new tabs and are EXTERNAL, tags are Wix's own, titles are null, empty or in other scripts. A third of the
dates is without the zeros at its end, and REST writes null for alternative texts that there are not.
``undeclared`` gives each picture a key that nobody declares, ``odd`` is the share of items off the schema;
``ordinary`` items have nothing that a visitor of a page would miss.
"""

import itertools
import json
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from generate import SEED
from generate import items as plain_items

#: How many items a gallery has.
GALLERY: Final = 40
_OUTSIDE: Final = "https://harbour.example/p.jpg"
_LETTERS: Final = "abcdefghijkmnpqrstuvwxyzABCDEFGH23456789-_"


def items(
    dialect: str, count: int, *, undeclared: bool = False, odd: float = 0.0
) -> Iterator[dict[str, Any]]:
    """Yield *count* items of ``velo`` or ``rest``."""
    chance = random.Random(f"{SEED} wide {dialect}")
    for item in plain_items(dialect, count, dirt=odd):
        branch = item.get(str(item["type"]).lower())
        if isinstance(branch, dict):
            _WIDEN[item["type"]](branch, dialect, chance)
            if undeclared and item["type"] == "IMAGE":
                branch["isSecured"] = False
        _widen(item, chance)
        yield item


def ordinary(dialect: str, count: int) -> Iterator[dict[str, Any]]:
    """Yield *count* pictures and videos that a page shows as they are: ``lint`` has no warning of them."""
    shown = (item for item in items(dialect, 2 * count) if item["type"] != "TEXT")
    return map(_as_shown, itertools.islice(shown, count))


def _as_shown(item: dict[str, Any]) -> dict[str, Any]:
    """Return *item* without what a page has no place for, and a visitor would miss."""
    key = item["type"].lower()
    branch = {name: value for name, value in item[key].items() if name != "focalPoint"}
    for name, info in branch.items():
        if name == "imageInfo" and isinstance(info, dict):
            branch[name] = info | {"altText": None}
    shown = {**item, key: branch, "description": (item.get("description") or "")[:100]}
    if "link" in item:
        shown["link"] = {name: item["link"][name] for name in ("url", "type") if name in item["link"]}
    return shown


def _widen(item: dict[str, Any], chance: random.Random) -> None:
    if "link" in item:
        item["link"] |= {"target": "_blank"} if chance.random() < 0.4 else {}
        item["link"] |= {"type": "EXTERNAL"} if chance.random() < 0.2 else {}
    if isinstance(item.get("tags"), dict) and chance.random() < 0.5:
        item["tags"]["values"].append("_fileOrigin_uploaded")
    if chance.random() < 0.3:
        item |= {key: _short(date) for key, date in item.items() if key.endswith("Date")}
    if chance.random() < 0.15 and not isinstance(item.get("title"), int):
        item["title"] = chance.choice((None, "", "漢字 😀 Größe", "ترجمة"))


def _short(date: str) -> str:
    """Return a date without the zeros at its end, as the REST API prints it."""
    return date.replace(".120Z", ".12Z") if date.startswith("2024") else date.replace(".120Z", "Z")


def _widen_image(branch: dict[str, Any], dialect: str, chance: random.Random) -> None:
    part = chance.random()
    info = branch["imageInfo"]
    if part < 0.03:
        branch |= {"type": "EXTERNAL", "imageInfo": _OUTSIDE if dialect == "velo" else {"url": _OUTSIDE}}
    elif part < 0.13 and dialect == "velo":
        branch["imageInfo"] = f"{info}&watermark=a1b2c3_{chance.getrandbits(128):032x}-wm"
    elif part < 0.18 and dialect == "velo":
        head, _, size = info.partition("#")
        branch["imageInfo"] = f"{head.rpartition('/')[0]}/#{size}"
    elif part < 0.33 and dialect == "rest":
        info["altText"] = "Boats in the evening"
    elif part < 0.38 and dialect == "rest":
        del info["filename"]
    elif part < 0.6 and dialect == "rest":
        info["altText"] = None
    if chance.random() < 0.05:
        branch["exif"] = {"ISO": "100", "Model": "X100", "Lens": {"mm": 23}}
    if chance.random() < 0.03:
        branch |= {"quality": 90, "unsharpMasking": {"amount": 0.5, "radius": 1.2, "threshold": 0.1}}


def _widen_video(branch: dict[str, Any], dialect: str, chance: random.Random) -> None:
    if chance.random() < 0.2:
        url = f"https://www.youtube.com/watch?v={''.join(chance.choices(_LETTERS, k=11))}"
        encoding = {"url": url, "height": 0, "width": 0, "format": "Youtube"}
        poster = {
            "url": url.replace("www.youtube.com/watch?v=", "i.ytimg.com/vi/"),
            "width": 480,
            "height": 360,
        }
        info = {"url": url, "resolutions": [encoding], "posters": [poster]}
        branch |= {"type": "YOUTUBE", "videoInfo": url if dialect == "velo" else info}
    elif dialect == "rest":
        (poster,) = branch["videoInfo"]["posters"]
        names = [
            poster["id"].replace("f000", f"f00{number}") for number in range(chance.choice((1, 2, 3, 4)))
        ]
        branch["videoInfo"]["posters"] = [
            poster | {"id": name, "url": poster["url"].replace(poster["id"], name), "filename": name}
            for name in names
        ]


def _widen_text(branch: dict[str, Any], dialect: str, chance: random.Random) -> None:
    branch["css"] = {"backgroundColor": "rgba(0, 0, 0, 0.7)", "width": 300, "shadows": ["none", "1px"]}
    if chance.random() < 0.5:
        branch["editorHtml"] = branch["html"]


_WIDEN: Final = {"IMAGE": _widen_image, "VIDEO": _widen_video, "TEXT": _widen_text}


#: The shapes and variants, by the names of their files.
SHAPES: Final[dict[str, Callable[[str, int], Iterable[dict[str, Any]]]]] = {
    "items.ndjson": items,
    "galleries.ndjson": lambda dialect, count: _galleries([*items(dialect, count)]),
    "document.json": lambda dialect, count: [_gallery([*items(dialect, count)])],
    "undeclared.ndjson": lambda dialect, count: _galleries([*items(dialect, count, undeclared=True)]),
    "odd.ndjson": lambda dialect, count: items(dialect, count, odd=0.01),
    "odder.ndjson": lambda dialect, count: items(dialect, count, odd=0.05),
    "ordinary.ndjson": lambda dialect, count: _galleries([*ordinary(dialect, count)]),
}


def write_shapes(
    folder: Path, dialect: str, count: int, shapes: Iterable[str] = tuple(SHAPES)
) -> dict[str, Path]:
    """Write *count* items in each of the *shapes*; return the files by these names."""
    paths = {name: folder / f"{dialect}-{name}" for name in shapes}
    for name, path in paths.items():
        write_lines(path, SHAPES[name](dialect, count))
    return paths


def write_gallery(path: Path, dialect: str, count: int, indent: int | None = None) -> None:
    """Write one gallery of *count* items to *path*; *indent* is in spaces, None is all on one line."""
    text = json.dumps(_gallery([*items(dialect, count)]), ensure_ascii=False, indent=indent)
    path.write_text(text, "utf-8")


def _gallery(given: list[dict[str, Any]]) -> dict[str, Any]:
    return {"name": "Harbour", "totalItems": len(given), "items": given}


def _galleries(given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [_gallery(given[start : start + GALLERY]) for start in range(0, len(given), GALLERY)]


def write_lines(path: Path, values: Iterable[dict[str, Any]]) -> None:
    """Write one value per line."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{_spell(value)}\n" for value in values)


def _spell(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
