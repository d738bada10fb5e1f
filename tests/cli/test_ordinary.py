"""Galleries as Wix returns them: the preflight is silent where no visitor would notice anything."""

import json
from collections import Counter
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
