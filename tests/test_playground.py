"""What the browser runs of ours in Python, run here: the bridge to the page, the stand-in for ``rpds``."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
import rpds
from checkout import ROOT
from in_browsers import PYTHON, load

HARBOUR = (ROOT / "docs" / "examples" / "harbour.json").read_text("utf-8")


bridge = load("bridge")
stand_in = load("rpds")


def converted(text: str, source: str = "auto", target: str = "frontend") -> dict[str, Any]:
    """What the page is told of a text."""
    return dict(json.loads(bridge.convert(text, source, target)))


def drawn(text: str) -> dict[str, Any]:
    """What the page is told to draw of a text."""
    bridge.convert(text, "auto", "frontend")
    return dict(json.loads(bridge.draw()))


# ---------------------------------------------------------------- the bridge


def test_items_are_those_of_convert() -> None:
    """The text of the items is what ``convert`` gives, as JSON."""
    expected = gl.convert(json.loads(HARBOUR)).value

    assert expected == json.loads(converted(HARBOUR)["value"])


def test_findings_are_those_of_lint() -> None:
    """Every finding of ``lint_text`` comes with its line, worst first."""
    expected = sorted(
        (found.severity.rank, found.line, found.code) for found in gl.lint_text(HARBOUR).diagnostics
    )

    findings = converted(HARBOUR)["findings"]

    ranks = {"error": 0, "warning": 1, "info": 2}
    assert expected == sorted(
        (ranks[each["severity"]], each["at"]["line"], each["code"]) for each in findings
    )
    assert findings == sorted(findings, key=lambda each: ranks[each["severity"]])


def test_places_are_counted_as_browsers_count() -> None:
    """A character beyond the first 65,536 takes two units."""
    before = '{"type": "IMAGE", "title": "𝄞", "link": {"text": '
    info = '"wix:image://v1/a.jpg/a.jpg#originWidth=1&originHeight=1"'
    line = f'{before}"𝄞!", "url": "https://a.example"}}, "image": {{"imageInfo": {info}}}}}'

    at = next(each["at"] for each in converted(line)["findings"] if each["code"] == "L102")

    assert {"line": 1, "from": len(before) + 1, "to": len(before) + 6} == at


def test_of_a_value_over_many_lines_the_first_is_marked() -> None:
    """What is wrong with a whole item is marked at its opening bracket."""
    text_item = next(each for each in converted(HARBOUR)["findings"] if each["code"] == "L101")

    assert {"line": 19, "from": 4, "to": 5} == text_item["at"]


def test_a_repeated_key_is_marked_itself() -> None:
    """Of two members with one key the second key is marked."""
    findings = converted('{"type": "IMAGE", "title": "a", "title": "b", "image": {}}')["findings"]

    assert {"line": 1, "from": 32, "to": 39} in [each["at"] for each in findings if each["code"] == "R004"]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("", {"line": 1, "from": 0, "to": 1}),
        ('[\n"𝄞" 1]', {"line": 2, "from": 5, "to": 6}),
        ("[" * 5_000, {"line": 1, "from": 200, "to": 201}),
    ],
)
def test_what_is_no_json_has_a_place(text: str, at: dict[str, int]) -> None:
    """One finding says where the text goes wrong; there are no items, and nothing is drawn."""
    told = converted(text)

    assert (["R001"], None) == ([each["code"] for each in told["findings"]], told["value"])
    assert at == told["findings"][0]["at"]
    assert {"items": [], "more": 0, "fates": None} == json.loads(bridge.draw())


def test_wrong_words_are_told() -> None:
    """A dialect that there is not is a problem in words, not an error."""
    assert "velo" in converted("[]", "nonsense")["problem"]


def test_items_are_drawn_with_what_hides_them() -> None:
    """A text item has its form for the component, and the code for which a page leaves it out."""
    items = drawn(HARBOUR)["items"]

    assert [None, "L101 text-item-dropped", None, "M101 media-missing"] == [each["hidden"] for each in items]
    assert ["image", "text", "video", None] == [
        each["item"] and each["item"]["metaData"]["type"] for each in items
    ]


def test_what_is_no_item_is_drawn_as_hidden() -> None:
    """Among items, something else stands for itself."""
    assert [None, "R002 not-an-item"] == [
        each["hidden"] for each in drawn('[{"src": "https://a.example/a.jpg"}, 5]')["items"]
    ]


def test_of_many_items_the_first_are_drawn() -> None:
    """The page is told how many more there are; of very many no value is looked up."""
    told = drawn(json.dumps(json.loads(HARBOUR)["items"] * 150))

    assert (60, 540, None) == (len(told["items"]), told["more"], told["fates"])


def test_fates_are_those_of_the_ledger() -> None:
    """How many values were kept, moved and dropped is counted in the ledger."""
    ledger = gl.convert(json.loads(HARBOUR)).ledger

    assert len(ledger) == sum(drawn(HARBOUR)["fates"].values())


def test_very_many_findings_are_counted() -> None:
    """The page gets 500 of them, and the number of all."""
    told = converted(json.dumps(json.loads(HARBOUR)["items"] * 150))

    assert 500 == len(told["findings"])
    assert 500 < sum(each["count"] for each in told["counts"])


# ---------------------------------------------------------------- the build


def test_without_npm_the_site_is_told_to_have_no_playground(tmp_path: Path) -> None:
    """The build says so in words, and does not fail."""
    command = [sys.executable, str(ROOT / "docs" / "playground" / "build.py"), str(tmp_path / "playground")]

    built = subprocess.run(
        command, env={"PATH": str(tmp_path)}, capture_output=True, encoding="utf-8", check=False
    )

    assert (0, False) == (built.returncode, (tmp_path / "playground").exists())
    assert "npm is not installed" in built.stderr


# ---------------------------------------------------------------- the stand-in for rpds

KEYS = st.integers(0, 5)
PAIRS = st.dictionaries(KEYS, st.integers())


def _outcome(action: Callable[[], Any]) -> Any:
    """What an action gives, in plain values, or the kind of error that it raises."""
    try:
        given = action()
    except (KeyError, IndexError) as error:
        return type(error)
    return _plain(given)


def _plain(value: Any) -> Any:
    if isinstance(value, (rpds.HashTrieMap, stand_in.HashTrieMap)):
        return dict(value.items())
    if isinstance(value, (rpds.HashTrieSet, stand_in.HashTrieSet)):
        return set(value)
    return list(value) if isinstance(value, (rpds.List, stand_in.List)) else value


@given(PAIRS, KEYS, st.integers(), PAIRS)
def test_maps_behave_as_the_real_ones(
    held: dict[int, int], key: int, value: int, other: dict[int, int]
) -> None:
    """Looking, adding and taking away give what ``rpds.HashTrieMap`` gives."""
    for act in (
        lambda it: it[key],
        lambda it: it.get(key),
        lambda it: key in it,
        len,
        lambda it: it.insert(key, value),
        lambda it: it.update(other),
        lambda it: it.update(list(other.items())),
        lambda it: it.remove(key),
        lambda it: it.discard(key),
        lambda it: set(it.keys()),
        lambda it: sorted(it.values()),
        lambda it: it == type(it)(held),
        lambda it: it == type(it)(other),
        lambda it: type(it).convert(it) is it,
        lambda it: type(it).convert(other),
        lambda it: type(it).fromkeys(other, value),
    ):
        real, ours = rpds.HashTrieMap(held), stand_in.HashTrieMap(held)
        assert _outcome(lambda: act(real)) == _outcome(lambda: act(ours))  # noqa: B023 - called at once


@given(st.sets(KEYS), KEYS, st.sets(KEYS))
def test_sets_behave_as_the_real_ones(held: set[int], value: int, other: set[int]) -> None:
    """Looking, adding and taking away give what ``rpds.HashTrieSet`` gives."""
    for act in (
        lambda it: value in it,
        len,
        lambda it: it.insert(value),
        lambda it: it.update(other),
        lambda it: it.remove(value),
        lambda it: it.discard(value),
        lambda it: it == type(it)(other),
    ):
        real, ours = rpds.HashTrieSet(held), stand_in.HashTrieSet(held)
        assert _outcome(lambda: act(real)) == _outcome(lambda: act(ours))  # noqa: B023 - called at once


@given(st.lists(st.integers()), st.integers())
def test_lists_behave_as_the_real_ones(held: list[int], value: int) -> None:
    """Looking at the front, adding and taking away there give what ``rpds.List`` gives."""
    for act in (
        lambda it: it.first,
        lambda it: it.rest,
        lambda it: it.push_front(value),
        lambda it: it.drop_first(),
        len,
        lambda it: list(reversed(it)),
        lambda it: it == type(it)(held),
    ):
        real, ours = rpds.List(held), stand_in.List(held)
        assert _outcome(lambda: act(real)) == _outcome(lambda: act(ours))  # noqa: B023 - called at once


_VERDICTS = """
import json, sys
from pathlib import Path
from gallery_lens import schemas
for path in map(Path, sys.argv[1:]):
    document = json.loads(path.read_text("utf-8"))
    for name in schemas.names():
        errors = schemas.validator(name).iter_errors(document)
        print(path.parent.name, name, sorted((each.json_path, each.message) for each in errors))
print(sys.modules["rpds"].__file__, file=sys.stderr)
"""


def _verdicts(cases: list[Path], *, first: list[Path]) -> tuple[str, str]:
    """What ``jsonschema`` says of all cases, and which ``rpds`` it used."""
    path = ":".join(map(str, [*first, Path(gl.__file__).parents[1]]))
    command = [sys.executable, "-c", _VERDICTS, *map(str, cases)]
    ran = subprocess.run(command, env={"PYTHONPATH": path}, capture_output=True, encoding="utf-8", check=True)
    return ran.stdout, ran.stderr.strip()


def test_schemas_say_the_same_with_the_stand_in(tmp_path: Path) -> None:
    """Of documents of all kinds ``jsonschema`` says the same with the stand-in as with the real one."""
    (tmp_path / "rpds.py").write_text((PYTHON / "rpds.py").read_text("utf-8"), "utf-8")
    cases = sorted((ROOT / "tests" / "corpus" / "cases").glob("*/input.json"))[::8]

    real, _ = _verdicts(cases, first=[])
    ours, used = _verdicts(cases, first=[tmp_path])

    assert str(tmp_path / "rpds.py") == used
    assert real == ours


# ---------------------------------------------------------------- lines


def test_a_value_a_line_is_converted_for_itself() -> None:
    """The answer is a line a value, and findings stand in the lines of the text."""
    link = {"url": "/a", "text": "Go"}
    info = "wix:image://v1/a.jpg/a.jpg#originWidth=1&originHeight=1"
    line = json.dumps([{"type": "IMAGE", "image": {"imageInfo": info}, "link": link}])

    answer = converted(f"\n{line}\n\n{line}\n")

    assert [gl.convert(json.loads(line)).value] * 2 == [
        json.loads(each) for each in answer["value"].split("\n")
    ]
    assert [2, 4] == [each["at"]["line"] for each in answer["findings"] if each["code"] == "L102"]
    assert 2 == answer["items"]


@pytest.mark.parametrize("text", ['{"a": 1}\n{', "[]\n", "{\n}"])
def test_lines_that_are_not_all_json_are_one_text(text: str) -> None:
    """What is wrong is told of the whole text."""
    assert converted(text)["dialects"] == []


def test_items_in_the_viewers_form() -> None:
    """A text item is one of them, and is not hidden."""
    answer = converted(HARBOUR, target="frontend:viewer")

    assert gl.convert(json.loads(HARBOUR), profile="viewer").value == json.loads(answer["value"])
    assert [None, None, None, "M101 media-missing"] == [
        each["hidden"] for each in json.loads(bridge.draw())["items"]
    ]


def test_items_that_the_target_keeps_are_not_hidden() -> None:
    """A text item, and one whose picture is still missing, have a place in a backend."""
    bridge.convert(HARBOUR, "auto", "rest")

    assert [None] * 4 == [each["hidden"] for each in json.loads(bridge.draw())["items"]]
