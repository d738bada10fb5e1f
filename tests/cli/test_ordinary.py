"""Galleries as Wix returns them: the preflight is silent where no visitor would notice anything."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import gallery_lens as gl
from command import Run

FOLDER = Path(__file__).parents[1] / "corpus" / "ordinary"
#: What a page cannot show of the large one: texts, words of links, the end of long descriptions.
LOST = {("warning", "L101"): 7, ("warning", "L102"): 12, ("warning", "L104"): 4}


def document(name: str) -> Any:
    """Return one of the galleries."""
    return json.loads((FOLDER / name).read_text("utf-8"))


def plain(gallery: Any) -> Any:
    """Return *gallery* without what a page cannot show."""
    items = [each for each in gallery["items"] if each["type"] != "TEXT"]
    for each in items:
        each.pop("description", None)
        each.get("link", {}).pop("text", None)
    return gallery | {"items": items, "totalItems": len(items)}


def test_only_what_a_visitor_would_notice_is_a_warning() -> None:
    """Of 132 items: all else is bookkeeping."""
    found = gl.lint(document("gallery.json"), target="frontend").diagnostics

    assert {"warning", "info"} == {each.severity for each in found}
    assert LOST == Counter((each.severity, each.code) for each in found if each.severity != "info")


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_an_ordinary_gallery_passes(name: str, run: Run, tmp_path: Path) -> None:
    """The command exits with 0 towards a page."""
    given = document(name)
    (tmp_path / name).write_text(json.dumps(plain(given.get("gallery", given))), "utf-8")

    assert 0 == run("lint", tmp_path / name).code


def test_noise_is_no_loss() -> None:
    """What Wix sets by itself is not said to be dropped at all."""
    found = gl.convert(document("noise.json"), "rest").diagnostics

    assert {"L121"} == {each.code for each in found}


# ---------------------------------------------------------------- the whole corpus, by a rule


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in *value*, *value* included."""
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from objects(each)


def _is_noticed(each: dict[str, Any]) -> bool:
    """Tell whether an object says something that a visitor, a screen reader or the API misses on a page."""
    link, named = each.get("link"), each.get("filename") or each.get("fileName")
    alt = each.get("altText") or each.get("alt")
    point = each.get("focalPoint")
    return bool(
        str(each.get("type", each.get("dataType", ""))).upper() in ("TEXT", "HTML")
        or any(each.get(key) for key in ("html", "text", "textMetadata", "secondaryMedia", "wixLinkData"))
        or (isinstance(link, dict) and (not link.get("url") or link.get("target") not in (None, "_blank")))
        or (isinstance(link, str) and not link.strip().startswith(("/", "http")))
        or (alt and alt != named)
        or (point and [*(point.values() if isinstance(point, dict) else point)] != [0.5, 0.5])
        or len(str(each.get("description") or "")) > 100
    )


#: A medium whose address says an id, and of a picture the size.
_MEDIUM = re.compile(
    r"wix:image://v1/[^/#]+/?[^/#]*/?#originWidth=[1-9]\d*&originHeight=[1-9]\d*"
    r"|wix:video://v1/[^/#]+/[^/#]*(?:#posterUri=[^&]+&posterWidth=[1-9]\d*&posterHeight=[1-9]\d*)?"
    r"|https://(?:static|video)\.wixstatic\.com/(?:media|video)/[^#?]+"
    r"|https://(?:www\.youtube\.com/watch.*|youtu\.be/.*|vimeo\.com/\d+)"
)
_ADDRESSES = ("src", "imageInfo", "videoInfo", "mediaUrl", "file_url")


def _shows(each: dict[str, Any]) -> bool:
    """Tell whether the media that an object holds are there, and in full."""
    texts = [each[key] for key in _ADDRESSES if isinstance(each.get(key), str)]
    parts = [each[key] for key in ("imageInfo",) if isinstance(each.get(key), dict)]
    sized = (bool(part.get("id") and part.get("width") and part.get("height")) for part in parts)
    clips = [each["videoInfo"]] if isinstance(each.get("videoInfo"), dict) else []
    texts += [str(clip.get("url")) for clip in clips if not clip.get("id")]
    branches = [each[key] for key in ("image", "video") if key in each]
    return all(map(_MEDIUM.fullmatch, texts)) and all(sized) and all(branches)


def _differ(values: list[Any]) -> bool:
    return len(values) == len({str(each) for each in values})


def _is_listed(items: Any) -> bool:
    """Tell whether the ids of items differ, and their sort orders ascend."""
    held = [each for each in items if isinstance(each, dict)] if isinstance(items, list) else []
    ids = [each[key] for each in held for key in ("_id", "id", "slug", "itemId") if each.get(key)]
    orders = [float(each[key]) for each in held for key in ("sortOrder", "orderIndex") if each.get(key)]
    return _differ(ids) and _differ(orders) and orders == sorted(orders)


def _is_whole(each: dict[str, Any]) -> bool:
    """Tell whether the totals in an object are the number of its items."""
    items = each.get("items")
    totals = [each[key] for key in ("totalItems", "totalItemsCount", "total") if key in each]
    return all(isinstance(items, list) and total <= len(items) for total in totals)


def is_ordinary(given: Any) -> bool:
    """Tell whether nothing in a document is lost on a page that anybody would notice there."""
    lists = [given, *(each.get("items") for each in objects(given))]
    found = [*objects(given)]
    return (
        bool(found)
        and not any(map(_is_noticed, found))
        and all(map(_shows, found))
        and all(map(_is_listed, lists))
        and all(map(_is_whole, found))
        and not isinstance(given, str)
    )


def _documents() -> Iterator[tuple[str, Any]]:
    """Yield what people have: samples, what became of them in another form of the backend, real inputs."""
    root = FOLDER.parent
    yield from ((path.name, path) for path in sorted((root / "samples").iterdir()))
    yield from ((path.name, path) for path in sorted(FOLDER.iterdir()))
    for path in sorted((root / "cases").glob("*/*.json")):
        case, name = path.parent.name, path.name
        of_sample = (root / "samples" / f"{case}.json").exists() and name in ("velo.json", "rest.json")
        if of_sample or (case.startswith("real-") and name == "input.json"):
            yield f"{case}/{name}", path


def test_every_ordinary_document_of_the_corpus_passes() -> None:
    """Whatever says nothing that a page has no place for, and would be missed, is no warning."""
    read = {name: json.loads(path.read_text("utf-8")) for name, path in _documents()}
    ordinary = {name: given for name, given in read.items() if is_ordinary(given)}
    told = {name: gl.lint(given, target="frontend").diagnostics for name, given in ordinary.items()}

    assert {} == {
        name: found for name, found in told.items() if any(each.severity != "info" for each in found)
    }
    assert len(ordinary) > len(read) / 3, "the rule takes too few for ordinary"
