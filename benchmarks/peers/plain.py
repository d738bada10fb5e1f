"""The conversion as many would write it by hand: dictionaries in, dictionaries out, losses noted.

Every peer in Python shares it, so that what is measured is how each reads and checks its input.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

Losses = list[tuple[str, str]]


def convert(item: dict[str, Any], lost: Losses) -> dict[str, Any] | None:
    """Return the page's item, or None for a text; add (code, pointer) to *lost* in the order of the keys."""
    kind = item["type"].lower()
    if kind == "text":
        lost.append(("L101", ""))
        return None
    view: dict[str, Any] = {"type": kind}
    under = "_" if "_id" in item else ""
    if id := item.get(f"{under}id"):
        view["slug"] = id
    for key in (f"{under}createdDate", f"{under}updatedDate"):
        if item.get(key):
            lost.append(("L121", f"/{key}"))
    if item.get("sortOrder") is not None:
        lost.append(("L123", "/sortOrder"))
    branch = item[kind]
    view["src"] = _source(kind, branch)
    _words(item, view, lost)
    (_image if kind == "image" else _video)(branch, view, lost)
    if any(not tag.startswith("_") for tag in (item.get("tags") or {}).get("values") or ()):
        lost.append(("L120", "/tags/values"))
    return view


def _words(item: dict[str, Any], view: dict[str, Any], lost: Losses) -> None:
    for key in ("title", "description"):
        if item.get(key):
            view[key] = item[key]
    if len(item.get("description") or "") > 100:
        lost.append(("L104", "/description"))
    link = item.get("link") or {}
    if link.get("url"):
        view["link"] = link["url"]
    if link.get("text"):
        lost.append(("L102", "/link/text"))


def _image(branch: dict[str, Any], view: dict[str, Any], lost: Losses) -> None:
    if branch.get("focalPoint") not in (None, {"x": 0.5, "y": 0.5}):
        lost.append(("L117", "/image/focalPoint"))
    if branch.get("exif"):
        lost.append(("L118", "/image/exif"))
    for key in ("quality", "unsharpMasking"):
        if branch.get(key) is not None:
            lost.append(("L119", f"/image/{key}"))
    info = branch["imageInfo"]
    if "/#" in info if isinstance(info, str) else info.get("id") and not info.get("filename"):
        lost.append(("M105", "/image/imageInfo"))
    if isinstance(info, dict) and info.get("altText") not in (None, "", info.get("filename")):
        lost.append(("L106", "/image/imageInfo/altText"))


def _video(branch: dict[str, Any], view: dict[str, Any], lost: Losses) -> None:
    info = branch["videoInfo"]
    if isinstance(info, str):
        if poster := info.partition("#posterUri=")[2].partition("&")[0]:
            view["thumbnail"] = _PICTURES + poster
    elif not info.get("id"):
        poster = info["posters"][0]
        view["thumbnail"] = poster["url"]
        lost += [
            ("L111", f"/video/videoInfo/posters/0/{key}") for key in ("width", "height") if key in poster
        ]
    else:
        _posters(info, view, lost)
    if branch.get("durationInMillis") is not None:
        lost.append(("L116", "/video/durationInMillis"))


def _posters(info: dict[str, Any], view: dict[str, Any], lost: Losses) -> None:
    kept = _chosen(info["posters"])
    view["thumbnail"] = _PICTURES + info["posters"][kept]["id"]
    if info.get("resolutions"):
        lost.append(("L114", "/video/videoInfo/resolutions"))
    for index, poster in enumerate(info["posters"]):
        if index != kept:
            lost.append(("L112", f"/video/videoInfo/posters/{index}"))
        elif poster.get("filename"):
            lost.append(("L125", f"/video/videoInfo/posters/{index}/filename"))


_PICTURES = "https://static.wixstatic.com/media/"


def _chosen(posters: list[Any]) -> int:
    return 1 if len(posters) > 1 else 0


def _source(kind: str, branch: dict[str, Any]) -> str:
    info = branch[f"{kind}Info"]
    if isinstance(info, str):
        return info
    if not info.get("id"):
        return str(info["url"])
    name = quote(info.get("filename") or "", safe="-_.!~*'()")
    if kind == "image":
        size = f"originWidth={info['width']}&originHeight={info['height']}"
        return f"wix:image://v1/{info['id']}/{name}#{size}"
    poster = info["posters"][_chosen(info["posters"])]
    size = f"posterWidth={poster['width']}&posterHeight={poster['height']}"
    return f"wix:video://v1/{info['id']}/{name}#posterUri={poster['id']}&{size}"


def run(read: Callable[[bytes], Any], write: Callable[[Any], bytes], refuse: Callable[[Any], Losses]) -> None:
    """Convert the file of the first argument to standard output, three fields a loss to the second's."""
    with open(sys.argv[1], "rb") as lines, Path(sys.argv[2]).open("wb") as records:  # noqa: PTH123
        out = sys.stdout.buffer
        for number, line in enumerate(lines, 1):
            view, lost = _one(line, read, refuse)
            out.write(write(view) + b"\n")
            for code, pointer in lost:
                records.write(write({"line": number, "code": code, "pointer": pointer}) + b"\n")


def _one(line: bytes, read: Callable[[bytes], Any], refuse: Callable[[Any], Losses]) -> tuple[Any, Losses]:
    item = read(line)
    lost = refuse(item)
    return (None, lost) if lost else (convert(item, lost), lost)


def compact(value: Any) -> bytes:
    """Write *value* with the standard library."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def code_of(pointer: str) -> str:
    """The code of a value that a schema refuses."""
    return "S002" if pointer == "/type" else "S001"
