"""Lines that are converted many at once give exactly what they give one by one, or are left to that."""

import json
from random import Random
from typing import Any
from unittest.mock import patch

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
import usual
from gallery_lens import jsontext
from gallery_lens.compiled import PAIRS, SOURCES, TARGETS, Texts
from gallery_lens.conversion import taking
from gallery_lens.lines import quick_rows
from gallery_lens.lines.input_report import InputReport
from gallery_lens.lines.telling import report
from gallery_lens.lines.together import Together
from gallery_lens.options import ConvertOptions
from gallery_lens.reporters import InputSummary
from gallery_lens.reporters.jsonl import REPORTER
from gallery_lens.reporters.summary import CodeCount


@pytest.fixture(autouse=True)
def _one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the interpreter convert all that is compared."""
    monkeypatch.setattr(taking, "ENOUGH", 10**9)


class _Shown(InputSummary):
    """An account that needs no more examples of anything."""

    def has_enough(self, key: Any) -> bool:
        self.groups.setdefault(key, CodeCount(None))  # type: ignore[arg-type]
        return True


class Lined:
    """What becomes of lines that are converted together."""

    def __init__(self, lines: list[bytes], source: str, target: str) -> None:
        self.left: list[int] = []  #: the numbers of the lines that were left
        self.summary = _Shown(name="items.ndjson", target=target)
        kept = _Kept()
        entry = InputReport(self.summary, kept, None, None, None, None)  # type: ignore[arg-type]
        together = Together(ConvertOptions(source=source, target=target), entry, self._leave)
        block = jsontext.Block(7, b"".join(line + b"\n" for line in lines))
        runs = [*together.convert(block)]
        together.settle()
        self.values = [value for run in runs for value in run if value is not _LEFT]
        self.runs, self.rows, self.report = runs, kept.rows, b"".join(kept.rows)

    def _leave(self, line: jsontext.Line, *, unusual: bool = False) -> Any:
        self.left.append(line.number)
        return _LEFT


_LEFT = object()


class _Kept:
    """A report that is kept in memory."""

    frame, counts = (b"", b"\n"), False

    def __init__(self) -> None:
        self.rows: list[bytes] = []
        self.add_rows = self.rows.append

    def add(self, found: gl.Diagnostic) -> None:
        assert REPORTER.row
        self.rows.append(REPORTER.row(found))


def written(item: Any) -> bytes:
    return json.dumps(item, ensure_ascii=False).encode("utf-8", "surrogatepass")


def reported(result: gl.Result, line: int) -> bytes:
    """The rows that the reporter writes for the same line."""
    placed = (attrs.evolve(each, file="items.ndjson", line=line) for each in result.diagnostics)
    return b"".join(map(REPORTER.row, placed))  # type: ignore[arg-type]


def assert_alike(items: list[Any], source: str, target: str, asked: str) -> None:
    """Compare both ways in all that anybody sees; lines that were left are not compared."""
    lines = [written(item) for item in items]
    quick = Lined(lines, asked, target)
    taken = [number for number in range(7, 7 + len(lines)) if number not in quick.left]
    results = [gl.convert_text(lines[number - 7], asked, target) for number in taken]  # type: ignore[arg-type]
    assert jsontext.write_lines(quick.values) == b"".join(jsontext.write(each.value) for each in results)
    assert quick.report == b"".join(map(reported, results, taken))
    summary = quick.summary
    assert summary.items == summary.together == len(taken)
    assert summary.converted == sum(each.converted for each in results)
    assert summary.lossless == all(each.lossless for each in results)
    codes = [code for code, group in summary.groups.items() for _ in range(group.count)]
    assert sorted(codes) == sorted((one.severity, one.code) for each in results for one in each.diagnostics)


@pytest.mark.parametrize(("source", "target"), PAIRS)
@pytest.mark.parametrize("asked", ["auto", None])
def test_what_people_have_is_taken(source: str, target: str, asked: str | None) -> None:
    """Every line as people have it is taken, in every direction, and reported byte for byte."""
    items = usual.items(source)

    assert_alike(items, source, target, asked or source)
    assert not Lined([*map(written, items)], asked or source, target).left


@pytest.mark.parametrize(("source", "target"), PAIRS)
@given(seed=st.integers())
def test_changed_lines_are_alike(source: str, target: str, seed: int) -> None:
    """Small changes make lines unusual, or change what is given and said as they should."""
    chance = Random(seed)
    items = [usual.changed(chance.choice(usual.items(source)), chance) for _ in range(8)]

    assert_alike(items, source, target, chance.choice((source, "auto")))


@pytest.mark.parametrize("target", TARGETS)
def test_null_is_reported_where_a_text_belongs(target: str) -> None:
    """A link whose address is null leads nowhere, which rows that are ready beforehand say as well."""
    item = usual.items("velo")[0] | {"link": {"url": None}}

    assert_alike([item], "velo", target, "velo")


@given(seed=st.integers())
def test_lines_of_several_dialects_are_alike(seed: int) -> None:
    """Each line is read as what it is."""
    chance = Random(seed)
    items = [chance.choice(usual.items(chance.choice(SOURCES))) for _ in range(8)]

    assert_alike(items, "auto", chance.choice(TARGETS), "auto")


@pytest.mark.parametrize("source", SOURCES)
def test_another_dialect_may_follow(source: str) -> None:
    """What was met in front of a block is tried first, and nothing hangs on it."""
    conversions = taking.Conversions("auto", "frontend")
    for name in (source, *SOURCES):
        lines = [written(item) for item in usual.items(name)]
        conversions.expect(b"\n".join(lines))
        columns = conversions.convert(Texts(lines))
        assert {name} == {*columns.names}


@pytest.mark.parametrize(
    "words", ["é" * 300, 'x"' * 150, "x" * 197 + "é", "x" * 199, 'Say "ahoy"', "a\\b", "\x7f\u2028"]
)
def test_values_are_shown_as_usual(words: str) -> None:
    """Long values are cut, and quotes in quotes escaped twice, by both ways alike."""
    link = {"url": "/a", "text": words}
    item = usual.items("velo")[0] | {"title": words, "link": link, "tags": {"values": [words]}}

    assert not Lined([written(item)], "auto", "frontend").left
    assert_alike([item], "velo", "frontend", "auto")


MEDIUM = "wix:image://v1/3f9c21_5d0e~mv2.jpg/a.jpg#originWidth=8&originHeight=6"


def test_a_focal_point_with_more_in_it_is_shown_as_usual() -> None:
    """Its message has blanks where JSON for people has them, and not in texts."""
    point = {"x": 0.1, "y": 0.5, "set": "10:00:00,5"}
    item = {"_id": "a", "type": "IMAGE", "image": {"imageInfo": MEDIUM, "focalPoint": point}}

    assert_alike([item, item], "velo", "frontend", "velo")
    assert not Lined([written(item)] * 2, "velo", "frontend").left


@pytest.mark.parametrize("wrong", [{}, {"id": 5}, {"title": 5}])
@pytest.mark.parametrize(
    "held", [{"title": MEDIUM}, {"link": {"url": MEDIUM}}, {"Title": MEDIUM}, {"more": [MEDIUM]}]
)
def test_a_text_without_a_branch_beside_a_medium_is_left(held: dict[str, Any], wrong: dict[str, Any]) -> None:
    """Alone it is no item, but something around a medium."""
    item = {"createdDate": "2022-07-03T12:05:15Z", "type": "TEXT", **held, **wrong}

    assert_alike([item], "rest", "frontend", "auto")
    assert [7] == Lined([written(item)], "auto", "frontend").left


def test_items_refused_for_two_reasons_are_alike() -> None:
    """Two dates, and a date beside a wrong type, in this order and in the other one."""
    wrong: list[dict[str, Any]] = [
        {"_createdDate": "soon", "_updatedDate": "3 July 2022"},
        {"_updatedDate": "soon", "_createdDate": 5},
        {"title": 5, "_createdDate": "soon"},
        {"_createdDate": "soon", "link": {"url": 5}},
        {"type": "AUDIO", "_createdDate": "soon"},
        {"type": "AUDIO"},
    ]
    usual_one = usual.items("velo")[0]
    items = [given | each for each in wrong for given in ({}, usual_one)]

    for target in TARGETS:
        assert_alike(items, "velo", target, "velo")
    # Those with a medium are mended, unless their type is none.
    assert [7, 9, 11, 13, 15, 16, 17, 18] == Lined([*map(written, items)], "velo", "frontend").left


def test_a_key_that_stands_twice_is_left() -> None:
    """The codec says nothing of it, so both lines are read with care."""
    line = written(usual.items("velo")[0])
    twice = line.replace(b'{"x"', b'{"x": 1, "x"').replace(b'"title"', b'"title": null, "title"')

    assert [8] == Lined([line, twice, line], "velo", "frontend").left


@pytest.mark.parametrize("line", [b'{"name": "Boats", "items": []}', b"[]", b"5", b"{", b'{"item": {}}'])
def test_what_is_no_item_is_left(line: bytes) -> None:
    """Galleries, wrapped items and broken lines are read with care; blank lines are nothing."""
    assert [9] == Lined([written(usual.items("velo")[0]), b"  ", line], "auto", "frontend").left


def test_a_line_is_left_while_examples_are_wanted() -> None:
    """Whoever still shows findings one by one gets them from the careful way."""
    left: list[jsontext.Line] = []
    entry = InputReport(InputSummary(name="items.ndjson", target="frontend"), None, None, None, None, None)
    together = Together(ConvertOptions(), entry, lambda line, unusual: left.append(line))
    line = written(usual.items("velo")[0])

    list(together.convert(jsontext.Block(1, line + b"\n")))
    together.settle()

    assert [jsontext.Line(1, line)] == left
    assert 0 == entry.summary.items


def test_long_reports_are_written_in_pieces() -> None:
    """What many lines give is not held in memory until the last of them."""
    line = written(usual.items("velo")[0])

    lined = Lined([line] * 50, "auto", "frontend")

    each = len(Lined([line], "auto", "frontend").report.splitlines())
    assert 50 == len(lined.values)
    assert len(lined.rows) > 1
    assert 50 * each == len(lined.report.splitlines())


def test_orders_are_not_remembered_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Items whose keys come in ever new orders cost no memory, and are reported in their own."""
    monkeypatch.setattr(quick_rows, "_ORDERS", 1)
    item = usual.items("velo")[0]

    assert_alike([item, dict(reversed(item.items())), item], "velo", "frontend", "velo")


@pytest.mark.parametrize(("source", "target"), PAIRS)
@given(seed=st.integers())
def test_documents_are_reported_alike(source: str, target: str, seed: int) -> None:
    """The rows of a document's items are what the reporter writes, in document order."""
    chance = Random(seed)
    items = [chance.choice(usual.items(source)) for _ in range(30)]
    items = [usual.changed(item, chance) if chance.random() < 0.2 else item for item in items]
    galleries = [{"id": "g", "items": items[:15]}, {"name": "Boats", "items": items[15:]}]
    document = chance.choice([items, {"items": items}, {"galleries": galleries}])
    kept, line = _Kept(), chance.choice((None, 7))
    with patch.object(taking, "ENOUGH", 0):
        result = gl.convert(document, source, target)  # type: ignore[arg-type]
        entry = InputReport(InputSummary(name="items.ndjson", target=target), kept, None, None, None, None)  # type: ignore[arg-type]
        report(result, entry, line)

    placed = (attrs.evolve(each, file="items.ndjson", line=line) for each in result.diagnostics)
    assert b"".join(map(REPORTER.row, placed)) == b"".join(kept.rows)  # type: ignore[arg-type]
    assert result.counts == {key: group.count for key, group in entry.summary.groups.items()}
