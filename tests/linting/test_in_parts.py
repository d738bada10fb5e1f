"""Documents whose items are checked many at once: what is found, and where, tells nothing of it."""

import json
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
import strategies
import usual
from gallery_lens.compiled import SOURCES
from gallery_lens.conversion import taking
from gallery_lens.conversion.parts import PartReader
from gallery_lens.reporters import reporter
from layouts import laid_out

GUID = "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90"
CASES = Path(__file__).parents[1] / "corpus" / "cases"
TARGETS = ("frontend", "velo", "rest", "component")


def assert_alike(text: str | bytes, source: str = "auto", target: str = "frontend") -> None:
    """Lint *text* in parts if that is possible, and as a whole."""
    with mock.patch.object(taking, "ENOUGH", 0):
        in_parts = gl.lint_text(text, source, target, file="a.json", line=3, column=5)
        with mock.patch.object(PartReader, "look", return_value=None):
            whole = gl.lint_text(text, source, target, file="a.json", line=3, column=5)
    # As text, for a NaN is not equal to another.
    assert [*map(repr, whole.diagnostics)] == [*map(repr, in_parts.diagnostics)]
    assert repr(whole) == repr(in_parts)
    assert whole.counts == in_parts.counts
    concise = reporter("concise")
    assert concise.row
    assert concise.several
    assert b"".join(map(concise.row, whole.diagnostics)) == concise.several(in_parts.entries)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("source", SOURCES)
@given(seed=st.integers())
def test_galleries(source: str, target: str, seed: int) -> None:
    """As people have them, some of them changed, however they are laid out, and whatever they are called."""
    chance = Random(seed)
    items = [chance.choice(usual.items(source)) for _ in range(chance.randint(1, 6))]
    items = [usual.changed(item, chance) if chance.random() < 0.4 else item for item in items]
    gallery = {"name": "Boats", "totalItems": 9, "items": items, "sortOrder": 5}
    document = chance.choice((items, gallery, {"gallery": gallery}, {"items": items, "x": items}))
    text = laid_out(document, chance) if chance.random() < 0.5 else json.dumps(document, ensure_ascii=False)

    assert_alike(text, chance.choice((source, "auto", chance.choice(SOURCES))), target)


@pytest.mark.parametrize("source", ["velo", "rest"])
@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", 0),
        ("https://vimeo.com/76979871", 0),
        ("https://films.example/river.mp4", 1),
        ("https://youtube.com.example/watch?v=dQw4w9WgXcQ", 1),
    ],
)
def test_hosts_of_clips(source: str, url: str, said: int) -> None:
    """As a text, or inside of an object."""
    item = {"type": "VIDEO", "video": {"videoInfo": url if source == "velo" else {"url": url}}}
    text = json.dumps({"items": [item] * 60})  # enough to go together

    assert_alike(text, source)
    found = gl.lint_text(text, source).diagnostics
    assert [each.item_index for each in found if each.code == "M108"] == [*range(60 * said)]


@given(data=st.data())
def test_any_items(data: st.DataObject) -> None:
    """Right and nearly right ones, and anything else."""
    near = [strategies.near_misses(f"{name.replace('-', '_')}_items") for name in SOURCES]
    document = data.draw(strategies.wrapped(st.one_of(*near, strategies.json_values())))

    assert_alike(json.dumps(document, ensure_ascii=False), target=data.draw(st.sampled_from(TARGETS)))


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_the_cases_of_the_corpus(case: Path) -> None:
    """Among them a list of which as many items are of one dialect as of another."""
    assert_alike((case / "input.json").read_bytes())


@pytest.mark.parametrize(
    "item",
    [
        {"title": 'the "link": here', "link": {"url": "/a", "text": 'a "text": b'}},
        {"link": {"text": "x", "url": "/a"}, "title": "\\", "tags": {"values": []}},
        {"exif": {"link": {"text": 1}}, "link": {"url": "/a", "text": "x"}},
        {"exif": [{"text": 1}, {"text": 2}], "link": {"url": "/a", "text": "x"}, "exif2": {"text": 3}},
        {"x/~y": {"text": 1}, 'a"text': 1, "link": {"text": "ü\u2028😀", "url": "/a"}},
        {"": 1, ",": ["a", ":b"], "link": {"text": "x" * 300, "url": "/a"}},
    ],
)
@pytest.mark.parametrize("spelled", [{"ensure_ascii": True}, {"ensure_ascii": False}, {"indent": "\t"}])
def test_keys_elsewhere(item: dict[str, Any], spelled: dict[str, Any]) -> None:
    """Texts and keys that look like the key of a reported value."""
    image = "wix:image://v1/4d2a9c_0f1e2d3c4b5a69788796a5b4c3d2e1f0~mv2.jpg/river.jpg"
    given_item = {
        "_id": GUID,
        "type": "IMAGE",
        "image": {"imageInfo": f"{image}#originWidth=12&originHeight=8"},
    }
    items = [given_item | item, item | given_item, given_item]

    assert_alike(json.dumps({"items": items}, **spelled), "velo")
    assert_alike(json.dumps(items, **spelled).replace('"link"', r'"\u006cink"'), "velo")


@pytest.mark.parametrize("url", ["https://a.example/b.mp4", "https://youtu.be/abcdefghijk"])
def test_media_outside_of_wix(url: str) -> None:
    """Findings about the server stand where they always stood."""
    web = {
        "type": "VIDEO",
        "title": "t",
        "link": {"text": "x"},
        "video": {"videoInfo": url, "type": "UNDEFINED"},
    }
    for target in TARGETS:
        assert_alike(json.dumps([*usual.items("velo"), web]), "velo", target)
