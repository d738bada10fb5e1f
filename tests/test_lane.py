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
from gallery_lens.compiled import COMPILED
from gallery_lens.conversion import _taking
from gallery_lens.lines import _quick_rows
from gallery_lens.lines._entry import Entry
from gallery_lens.lines._lane import Lane
from gallery_lens.lines._survey import surveyor
from gallery_lens.lines._telling import report
from gallery_lens.reporters import Account
from gallery_lens.reporters.jsonl import REPORTER

PAIRS = [(source, target) for source in COMPILED for target in COMPILED]


@pytest.fixture(autouse=True)
def _one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the interpreter convert all that is compared."""
    monkeypatch.setattr(_taking, "ENOUGH", 10**9)


class Lined:
    """What becomes of lines that are converted together."""

    def __init__(self, lines: list[bytes], source: str, target: str) -> None:
        rows: list[bytes] = []
        lane = Lane(source, target, lambda dialect, codes: True, ("items.ndjson", rows.append))  # type: ignore[arg-type]
        self.runs = [*lane.convert(jsontext.Block(7, b"".join(line + b"\n" for line in lines)))]
        self.report = b"".join(rows)
        self.tallies = tuple(lane.tallies())

    @property
    def left(self) -> list[int]:
        """The numbers of the lines that were left."""
        return [run.number for run in self.runs if isinstance(run, jsontext.Line)]


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
    values = [value for run in quick.runs if not isinstance(run, jsontext.Line) for value in run]
    assert jsontext.write_lines(values) == b"".join(jsontext.write(each.value) for each in results)
    assert quick.report == b"".join(map(reported, results, taken))
    assert sum(each.items for each in quick.tallies) == len(taken)
    assert sum(each.items for each in quick.tallies if each.converted) == sum(
        each.converted for each in results
    )
    assert all(each.lossless for each in quick.tallies) == all(each.lossless for each in results)
    codes = [code for each in quick.tallies for code in each.codes * each.items]
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


@given(seed=st.integers())
def test_lines_of_several_dialects_are_alike(seed: int) -> None:
    """Each line is read as what it is."""
    chance = Random(seed)
    items = [chance.choice(usual.items(chance.choice(COMPILED))) for _ in range(8)]

    assert_alike(items, "auto", chance.choice(COMPILED), "auto")


@pytest.mark.parametrize(
    "words", ["é" * 300, 'x"' * 150, "x" * 197 + "é", "x" * 199, 'Say "ahoy"', "a\\b", "\x7f\u2028"]
)
def test_values_are_shown_as_usual(words: str) -> None:
    """Long values are cut, and quotes in quotes escaped twice, by both ways alike."""
    link = {"url": "/a", "text": words}
    item = usual.items("velo")[0] | {"title": words, "link": link, "tags": {"values": [words]}}

    assert not Lined([written(item)], "auto", "frontend").left
    assert_alike([item], "velo", "frontend", "auto")


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
    lane = Lane("auto", "frontend", lambda dialect, codes: not codes)
    line = written(usual.items("velo")[0])

    assert [jsontext.Line(1, line)] == list(lane.convert(jsontext.Block(1, line + b"\n")))
    assert () == tuple(lane.tallies())


def test_long_reports_are_written_in_pieces() -> None:
    """What many lines give is not held in memory until the last of them."""
    line, rows = written(usual.items("velo")[0]), list[bytes]()
    lane = Lane("auto", "frontend", lambda dialect, codes: True, ("items.ndjson", rows.append))

    (values,) = lane.convert(jsontext.Block(1, b"\n".join([line] * 50)))

    each = len(Lined([line], "auto", "frontend").report.splitlines())
    assert 50 == len(values)
    assert len(rows) > 1
    assert 50 * each == len(b"".join(rows).splitlines())


def test_orders_are_not_remembered_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Items whose keys come in ever new orders cost no memory, and are reported in their own."""
    monkeypatch.setattr(_quick_rows, "_ORDERS", 1)
    item = usual.items("velo")[0]

    assert_alike([item, dict(reversed(item.items())), item], "velo", "frontend", "velo")


class _Kept:
    """A report that is kept in memory."""

    plain, counts = True, False

    def __init__(self) -> None:
        self.rows: list[bytes] = []
        self.add_rows = self.rows.append

    def add(self, found: gl.Diagnostic) -> None:
        assert REPORTER.row
        self.rows.append(REPORTER.row(found))


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
    with patch.object(_taking, "ENOUGH", 0):
        result = gl.convert(document, source, target)  # type: ignore[arg-type]
        entry = Entry(Account(name="items.ndjson", target=target), kept, None, None, None, None)  # type: ignore[arg-type]
        report(result, entry, line)

    placed = (attrs.evolve(each, file="items.ndjson", line=line) for each in result.diagnostics)
    assert b"".join(map(REPORTER.row, placed)) == b"".join(kept.rows)  # type: ignore[arg-type]
    assert result.counts == {key: group.count for key, group in entry.account.groups.items()}


def test_a_list_that_shows_the_order_says_nothing_of_it() -> None:
    """The sort order of an item is not lost there."""
    lane = Lane("velo", "frontend", lambda dialect, codes: True, placed=True)

    list(lane.convert(jsontext.Block(1, written(usual.items("velo")[0]))))

    assert "L123" not in [code for each in lane.tallies() for _, code in each.codes]


@pytest.mark.parametrize("source", COMPILED)
def test_a_glance_tells_dialect_id_and_order(source: str) -> None:
    """Who compares many items sees no more of them."""
    seen = surveyor("auto", "frontend")
    for raw in usual.items(source):
        (known,) = seen([written(raw)])
        name, item = known or ("", None)
        read = gl.read(raw, source).items  # type: ignore[arg-type]
        assert read
        assert item is not None
        assert (source, read[0].id, read[0].sort_order) == (name, item.id, item.sort_order)
    assert [None, None] == seen([b'{"type": "AUDIO"}', b"5"])
