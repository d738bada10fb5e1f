"""Twice the input is at most a little more than twice the work, whatever the input looks like.

Work is counted in calls, comparisons of keys included: a machine that is busy counts the same.
"""

import functools
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import pytest

import gallery_lens as gl
from command import CLEAN
from gallery_lens import api, fixes, globs, jsontext
from gallery_lens.cli import main
from gallery_lens.conversion import finding
from gallery_lens.order import repair
from work import counted, work

#: How much more work twice the input may be.
MOST: Final = 2.2

#: Makes a run of a size.
Shape = Callable[[int], Callable[[], object]]
SHAPES: dict[str, tuple[Shape, int]] = {}


def shape(size: int) -> Callable[[Shape], Shape]:
    """List a shape; at that *size* its work is more than what every run costs."""

    def listed(function: Shape) -> Shape:
        SHAPES[function.__name__.removeprefix("_")] = (function, size)
        return function

    return listed


def _items(count: int, **more: Any) -> list[dict[str, Any]]:
    return [{**CLEAN, "_id": f"{number:032x}", "title": f"Title {number}", **more} for number in range(count)]


def _convert(document: Any, **options: Any) -> Callable[[], object]:
    return functools.partial(api.convert, counted(document), **options)


def _lint(text: str) -> Callable[[], object]:
    return functools.partial(api.lint_text, text)


# ---------------------------------------------------------------- documents


@shape(30)
def _items_of_a_list(size: int) -> Callable[[], object]:
    return _convert(_items(size))


@shape(60)
def _nulls_in_a_list(size: int) -> Callable[[], object]:
    return _convert([*_items(2), *[None] * size])


@shape(60)
def _rejects(size: int) -> Callable[[], object]:
    return _convert(_items(size, image={}))


@shape(60)
def _rejects_that_are_refused(size: int) -> Callable[[], object]:
    return _convert(_items(size, type=7))


@shape(30)
def _galleries(size: int) -> Callable[[], object]:
    return _convert({"galleries": [{"_id": f"{n}", "items": _items(1)} for n in range(size)]})


@shape(200)
def _galleries_that_are_none(size: int) -> Callable[[], object]:
    return _convert({"galleries": [7] * size})


@shape(30)
def _pages(size: int) -> Callable[[], object]:
    return _convert([{"items": _items(2), "totalItems": 2 * size} for _ in range(size)])


@shape(30)
def _events(size: int) -> Callable[[], object]:
    return _convert([{"data": {"item": item}, "metadata": {}} for item in _items(size)])


@shape(200)
def _unknown_keys_of_an_item(size: int) -> Callable[[], object]:
    return _convert([{**CLEAN, **{f"key{size}x{n}": n for n in range(size)}}])


@shape(300)
def _unknown_keys_of_a_gallery(size: int) -> Callable[[], object]:
    return _convert({"items": _items(1), "name": "n", **{f"key{size}x{n}": n for n in range(size)}})


@shape(300)
def _unknown_keys_of_an_image(size: int) -> Callable[[], object]:
    return _convert([{**CLEAN, "image": {**CLEAN["image"], **{f"key{size}x{n}": n for n in range(size)}}}])


@shape(300)
def _unknown_keys_of_a_link(size: int) -> Callable[[], object]:
    return _convert([{**CLEAN, "link": {"url": "/", **{f"key{size}x{n}": n for n in range(size)}}}])


@shape(500)
def _unknown_keys_of_a_wrapper(size: int) -> Callable[[], object]:
    return _convert({"gallery": {"items": _items(1)}, **{f"key{size}x{n}": n for n in range(size)}})


@shape(120)
def _misspelt_keys(size: int) -> Callable[[], object]:
    return _convert([{**CLEAN, **{f"titl{size}x{n}": n for n in range(size)}}], target="rest")


@shape(60)
def _equal_ids(size: int) -> Callable[[], object]:
    return _convert(_items(size, _id="the same"))


@shape(60)
def _equal_orders(size: int) -> Callable[[], object]:
    return _convert(_items(size, sortOrder=1))


@shape(60)
def _mixed_orders(size: int) -> Callable[[], object]:
    return _convert([{**item, "sortOrder": -n if n % 2 else n} for n, item in enumerate(_items(size))])


@shape(60)
def _items_without_id(size: int) -> Callable[[], object]:
    return _convert([{**CLEAN, "link": {"url": "/", "text": "x"}, "tags": {"tags": ["a"]}}] * size)


@shape(60)
def _findings_in_one_item_without_id(size: int) -> Callable[[], object]:
    posters = [{"id": f"{n}", "width": -1, "height": -1} for n in range(size)]
    return _convert(
        [{"type": "VIDEO", "video": {"videoInfo": {"id": "v", "posters": posters}}}], source="rest"
    )


@shape(1000)
def _tags(size: int) -> Callable[[], object]:
    return _convert([{**CLEAN, "tags": {"tags": [f"tag {n}" for n in range(size)]}}])


@shape(500)
def _bad_tags(size: int) -> Callable[[], object]:
    return _convert([{**CLEAN, "tags": {"tags": list(range(size))}}])


@shape(500)
def _numbers_that_are_none(size: int) -> Callable[[], object]:
    return _convert([{**CLEAN, "exif": {f"key{size}x{n}": float("nan") for n in range(size)}}])


@shape(20)
def _deep_values(size: int) -> Callable[[], object]:
    deep: Any = {}
    for _ in range(size):
        deep = {"a": deep}
    return _convert([{**CLEAN, "unknown": deep}], target="rest")


@shape(30)
def _mixed_dialects(size: int) -> Callable[[], object]:
    rest = {"id": "1", "type": "IMAGE", "image": {"imageInfo": {"id": "a", "width": 1, "height": 1}}}
    return _convert([item for one in _items(size) for item in (one, rest, {"title": "x"})])


@shape(60)
def _numbered_pages(size: int) -> Callable[[], object]:
    return functools.partial(gl.merge, counted([{"items": _items(2)} for _ in range(size)]))


# ---------------------------------------------------------------- texts


@shape(500)
def _long_html(size: int) -> Callable[[], object]:
    item = {"type": "TEXT", "_id": "1", "text": {"html": "<p onclick=x>" * size}}
    return _convert([item])


@shape(2000)
def _open_tags(size: int) -> Callable[[], object]:
    return _convert([{"type": "TEXT", "_id": "1", "text": {"html": "<" * size}}])


@shape(200)
def _extracted_html(size: int) -> Callable[[], object]:
    pytest.importorskip("selectolax")
    item = {"type": "TEXT", "_id": "1", "text": {"html": "<ul><li>a</li></ul>" * size}}
    return _convert([item], text_items="extract")


@shape(2000)
def _escapes_of_a_name(size: int) -> Callable[[], object]:
    src = f"wix:image://v1/a_b~mv2.jpg/{'%C3%A9' * size}.jpg#originWidth=8&originHeight=6"
    return _convert([{"type": "IMAGE", "_id": "1", "image": {"imageInfo": src}}], target="rest")


@shape(3000)
def _escapes_of_a_json_text(size: int) -> Callable[[], object]:
    return _lint(json.dumps([{**CLEAN, "title": "\u00e9\n" * size}]))


@shape(60)
def _surrogates(size: int) -> Callable[[], object]:
    return _lint(json.dumps([{**CLEAN, "title": "\ud800", "link": {"url": "/"}}] * size))


@shape(60)
def _findings_on_one_line(size: int) -> Callable[[], object]:
    return _lint(json.dumps(_items(size, link={"url": "/", "text": "x"})))


@shape(60)
def _findings_on_many_lines(size: int) -> Callable[[], object]:
    return _lint(json.dumps(_items(size, link={"url": "/", "text": "x"}), indent=1))


@shape(500)
def _duplicate_keys(size: int) -> Callable[[], object]:
    return _lint('[{"type": "IMAGE", "image": {"imageInfo": null}' + ', "title": "x"' * size + "}]")


@shape(60)
def _duplicate_keys_of_many_items(size: int) -> Callable[[], object]:
    return _lint("[" + ", ".join(['{"title": "x", "title": "y", "src": "wix:image://v1/a/b"}'] * size) + "]")


@shape(500)
def _no_json_at_the_end(size: int) -> Callable[[], object]:
    return _lint(json.dumps(_items(size))[:-1])


@shape(500)
def _open_brackets(size: int) -> Callable[[], object]:
    return _lint("[" * size)


@shape(30)
def _fixes(size: int) -> Callable[[], object]:
    text = json.dumps({"items": _items(size, sortOrder="1")})

    def lint(given: str) -> Any:
        return api.lint_text(given).diagnostics

    return lambda: fixes.fix_text(text, lint)


@shape(200)
def _order_repair(size: int) -> Callable[[], object]:
    return lambda: repair([n * 7919 % size for n in range(size)])


@shape(1000)
def _lines(size: int) -> Callable[[], object]:
    data = b"".join(json.dumps(item).encode() + b"\n" for item in _items(size))
    return lambda: list(jsontext.read_lines([data]))


# ---------------------------------------------------------------- what is made beside


@shape(30)
def _ledger(size: int) -> Callable[[], object]:
    return lambda: api.convert(counted(_items(size, tags={"tags": ["a"]}))).ledger


@shape(30)
def _sidecar(size: int) -> Callable[[], object]:
    return lambda: api.convert(counted(_items(size))).sidecar


def _edited(size: int, edit: Callable[[list[Any]], list[Any]]) -> Callable[[], object]:
    result = api.convert([{**item, "sortOrder": n + 1} for n, item in enumerate(_items(size))])
    view, sidecar = edit(result.value), result.sidecar
    return lambda: api.restore(view, sidecar)


@shape(30)
def _restore(size: int) -> Callable[[], object]:
    return _edited(size, lambda view: [{**item, "title": "new"} for item in view])


@shape(30)
def _restore_reordered(size: int) -> Callable[[], object]:
    return _edited(size, lambda view: view[::-1])


@shape(30)
def _restore_without_slugs(size: int) -> Callable[[], object]:
    return _edited(size, lambda view: [{k: v for k, v in item.items() if k != "slug"} for item in view])


@shape(30)
def _restore_half(size: int) -> Callable[[], object]:
    return _edited(size, lambda view: view[::2])


@shape(30)
def _plan(size: int) -> Callable[[], object]:
    current, desired = _items(size), [{**item, "title": "new"} for item in _items(size)[::-1]]
    return lambda: gl.plan({"_id": "g", "items": current}, {"_id": "g", "items": desired})


@shape(300)
def _stars(size: int) -> Callable[[], object]:
    return lambda: globs.matches("**/a/" * size + "b", "a/" * 20 + "c")


@shape(300)
def _deep_paths(size: int) -> Callable[[], object]:
    return lambda: globs.matches("**/a/**/a/**/b", "a/" * size + "c")


# ---------------------------------------------------------------- the command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _baseline(size: int) -> Callable[[], object]:
    given, known = Path(f"{size}.json"), Path(f"{size}.known.json")
    given.write_text(json.dumps(_items(size, link={"url": "/", "text": "x"})))
    main(["-q", "lint", str(given), "--write-baseline", str(known)])
    return lambda: main(["-q", "lint", str(given), "--baseline", str(known)])


def _linted_files(size: int) -> Callable[[], object]:
    inside = Path(f"{size}")
    inside.mkdir(exist_ok=True)
    for number in range(size):
        (inside / f"{number}.json").write_text(json.dumps(CLEAN))
    return lambda: main(["-q", "lint", str(inside)])


def _converted_files(size: int) -> Callable[[], object]:
    inside = Path(f"{size}")
    inside.mkdir(exist_ok=True)
    names = [str(inside / f"{number}.json") for number in range(size)]
    for name in names:
        Path(name).write_text(json.dumps(CLEAN))
    return lambda: main(["-q", "convert", *names, "-o", f"{size}.out/"])


def _report(size: int, form: str) -> Callable[[], object]:
    given = Path(f"{size}.json")
    given.write_text(json.dumps(_items(size, link={"url": "/", "text": "x"})))
    return lambda: main(["-q", "lint", str(given), "--output-format", form, "-o", f"{size}.report"])


COMMANDS: dict[str, Shape] = {
    "baseline": _baseline,
    "linted_files": _linted_files,
    "converted_files": _converted_files,
    **{
        f"report_{form}": functools.partial(_report, form=form)
        for form in ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit")
    },
}


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    """Compile what is compiled once so many items have been met."""
    for target in ("frontend", "rest"):
        _convert(_items(60), target=target)()


def _growth(made: Shape, size: int) -> float:
    made(size + 1)()  # what is made once for all, and learned of keys, is no work of these runs
    small, large = made(size), made(2 * size)
    return work(large) / work(small)


@pytest.mark.parametrize("name", SHAPES)
def test_the_work_grows_as_the_input_does(name: str) -> None:
    assert _growth(*SHAPES[name]) <= MOST


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.usefixtures("folder")
def test_the_work_of_a_command_grows_as_its_input_does(name: str) -> None:
    assert _growth(COMMANDS[name], 30) <= MOST


def test_what_a_large_gallery_is_told_by_is_hashed_once_for_each_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However many of its keys nobody declares: bytes that are hashed are no calls."""
    hashed: list[int] = []

    def counting(data: bytes) -> Any:
        hashed.append(len(data))
        return sha256(data)

    monkeypatch.setattr(finding, "sha256_of", counting)
    gallery = {"items": _items(1), **{f"key {n}": n for n in range(1000)}}

    found = gl.convert(gallery).diagnostics

    assert len(found) >= 1000
    assert sum(hashed) < 10 * len(json.dumps(gallery))


def test_there_are_shapes_enough() -> None:
    assert len(SHAPES) + len(COMMANDS) >= 40


def test_work_that_grows_too_fast_is_seen() -> None:
    """Comparisons that C makes, too."""

    def quadratic(size: int) -> Callable[[], object]:
        keys = list(counted({f"{n}": n for n in range(size)}))
        return lambda: [keys.index(key) for key in keys]

    assert _growth(quadratic, 64) > 3
