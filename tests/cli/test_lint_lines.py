"""``gallery-lens lint`` of lines of an item each: that many are looked at at once shows nowhere."""

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

import pytest

import usual
from command import LINKED, Run
from gallery_lens.cli.lint import checking
from gallery_lens.compiled import SOURCES
from gallery_lens.linting.lines import LineLinter

#: What stands between items: nothing that is linted, lines that are laid out oddly, other documents.
BETWEEN = ("", "   ", "{", "[1]", json.dumps(LINKED, indent=1).replace("\n", "\r"))


def lines(source: str) -> list[str]:
    """Return items of a dialect, some of them changed, and other lines between them."""
    chance = Random(source)
    found = []
    for index in range(200):
        item = chance.choice(usual.items(source))
        item = usual.changed(item, chance) if chance.random() < 0.3 else item
        text = json.dumps(item, ensure_ascii=chance.random() < 0.3)
        found.append(" " * (index % 29 == 5) + text + " \r" * (index % 31 == 3))
        if index % 17 == 0:
            found.append(chance.choice((*BETWEEN, json.dumps({"items": [item, item]}))))
    return found


@pytest.mark.parametrize("show", ["warning", "info"])
@pytest.mark.parametrize("form", ["text", "concise", "jsonl", "sarif"])
@pytest.mark.parametrize("target", ["frontend", "velo"])
@pytest.mark.parametrize("source", SOURCES)
def test_as_one_by_one(run: Run, tmp_path: Path, source: str, target: str, form: str, show: str) -> None:
    """The same is written, in every format, and whatever stands between the items."""
    path = tmp_path / "items.ndjson"
    path.write_bytes("\n".join(lines(source)).encode("utf-8", "surrogatepass"))
    command = ("lint", path, "--to", target, "--output-format", form, "--show", show, "--ignore", "L120")

    with mock.patch.object(checking, "FEW", 10_000):
        alone = run(*command)
    together = run(*command)

    assert (alone.code, alone.out, alone.err) == (together.code, together.out, together.err)


def galleries(source: str) -> list[str]:
    """Return galleries that differ in little, some of them in what is found around their items."""
    chance = Random(source)
    found = []
    for index in range(60):
        items = [chance.choice(usual.items(source)) for _ in range(chance.choice((1, 3, 8, 20)))]
        if chance.random() < 0.2:
            items[0] = usual.changed(items[0], chance)
        for number, item in enumerate(items) if chance.random() < 0.8 else ():
            item |= {key: f"{key}-{index}-{number}" for key in ("_id", "id") if key in item}
            item |= {key: float(number) + 0.5 for key in ("sortOrder", "orderIndex") if key in item}
        gallery = {
            "name": chance.choice(("Harbour", "Harbour 5", "null", "Größe\n")),
            "totalItems": chance.choice((len(items), len(items), 7)),
            "createdDate": chance.choice(("2024-12-24T08:00:00Z", "2024-12-24T08:00:00.123Z", "soon")),
        }
        kept = {key: gallery[key] for key in gallery if chance.random() < 0.8}
        whole = {**kept, "items": items} if chance.random() < 0.5 else {"items": items, **kept}
        shown = chance.choice((whole, whole, {"gallery": whole}, {"gallery": whole}, items))
        found.append(json.dumps(shown, ensure_ascii=chance.random() < 0.3))
    return found


@pytest.mark.parametrize("options", [(), ("--show", "info"), ("--show", "info", "--select", "L1,O1")])
@pytest.mark.parametrize("form", ["concise", "jsonl"])
@pytest.mark.parametrize("target", ["frontend", "velo"])
@pytest.mark.parametrize("source", SOURCES)
def test_galleries_as_one_by_one(
    run: Run, tmp_path: Path, source: str, target: str, form: str, options: Sequence[str]
) -> None:
    """The same is written of galleries, too, whether others of their form were met or not."""
    path = tmp_path / "galleries.ndjson"
    path.write_bytes("\n".join(galleries(source)).encode("utf-8", "surrogatepass"))
    command = ("lint", path, "--to", target, "--output-format", form, *options)

    with mock.patch.object(checking, "FEW", 10_000):
        alone = run(*command)
    together = run(*command)

    assert (alone.code, alone.out, alone.err) == (together.code, together.out, together.err)


def videos() -> list[dict[str, Any]]:
    """Return videos with some posters each, in the keys of some of which there is another order."""
    chance = Random(5)

    def shuffled(value: dict[str, Any]) -> dict[str, Any]:
        keys = [*value]
        chance.shuffle(keys)
        return {key: value[key] for key in keys}

    def poster(number: int) -> dict[str, Any]:
        url = f"https://static.wixstatic.com/media/8af3b1_{number:032}f000.jpg"
        words = chance.choice(("A {: cat", "url"))
        found = {"url": url, "height": 90 + number, "width": 160, "altText": words}
        return shuffled(found) if chance.random() < 0.3 else found

    found = []
    for index in range(160):
        posters = [poster(number) for number in range(chance.choice((2, 3, 4)))]
        clip = {"id": f"8af3b1_{index:032x}", "url": "https://a.example/b.mp4", "posters": posters}
        item = {
            "id": f"{index:08x}{usual.GUID[8:]}",
            "title": chance.choice(("Harbour", "posters", "Größe, 5 \\")),
            "sortOrder": index,
            "type": "VIDEO",
            "video": {"type": "WIX_MEDIA", "durationInMillis": index, "videoInfo": clip},
        }
        if chance.random() < 0.3:
            item["video"] = {"videoInfo": shuffled(clip), "type": "WIX_MEDIA"}
        found.append(shuffled(item) if chance.random() < 0.3 else item)
    return found


@pytest.mark.parametrize("separators", [(",", ":"), (", ", ": "), (" , ", " : ")])
@pytest.mark.parametrize("form", ["concise", "jsonl"])
def test_posters_as_one_by_one(run: Run, tmp_path: Path, form: str, separators: tuple[str, str]) -> None:
    """The places of what is found in each poster are told by the keys in front of it, however they stand."""
    path = tmp_path / "items.ndjson"
    found = videos()
    some = [*found[:40], *({"items": found[at : at + 8]} for at in range(40, 160, 8))]
    path.write_text("\n".join(json.dumps(each, separators=separators) for each in some), encoding="utf-8")
    command = ("lint", path, "--output-format", form, "--show", "info")

    with mock.patch.object(checking, "FEW", 10_000):
        alone = run(*command)
    together = run(*command)

    assert (alone.code, alone.out, alone.err) == (together.code, together.out, together.err)


def test_an_unforeseen_exception_costs_nothing(run: Run, tmp_path: Path) -> None:
    """The lines are linted one by one then."""
    path = tmp_path / "items.ndjson"
    path.write_text("\n".join([json.dumps(LINKED)] * 40), "utf-8")

    with mock.patch.object(LineLinter, "_convert", side_effect=ValueError) as convert:
        alone = run("lint", path)

    assert convert.called
    assert alone.out == run("lint", path).out
