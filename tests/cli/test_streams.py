"""Values that follow each other in one file, as ``jq '.items[]'`` writes them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import Run
from gallery_lens import jsontext

PICTURE = "https://river.example/{}.jpg"
ITEMS = [{"type": "image", "src": PICTURE.format(number), "title": f"T{number}"} for number in range(3)]
STREAM = "\n".join(json.dumps(each, indent=2) for each in ITEMS).encode()
#: In which line each of them begins.
LINES = [1, 6, 11]


def test_each_is_converted(run: Run, tmp_path: Path) -> None:
    """As NDJSON, with the line that it begins in."""
    (tmp_path / "a.json").write_bytes(STREAM)
    report = tmp_path / "report.jsonl"

    ran = run("-q", "convert", "--to", "rest", "--report", report, tmp_path / "a.json")

    assert [each["title"] for each in ITEMS] == [each["title"] for each in ran.lines]
    found = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    assert set(LINES) == {each["line"] for each in found}
    assert 0 == ran.code


def test_another_format_is_one_document(run: Run) -> None:
    """If it is asked for."""
    ran = run("-q", "convert", "--output-format", "json", stdin=STREAM)

    assert ITEMS == json.loads(ran.out)


def test_what_follows_and_is_no_json(run: Run) -> None:
    """It is an error in its line, and costs nothing else."""
    ran = run("convert", stdin=STREAM + b'\n{"type": ')

    assert [*ITEMS, None] == ran.lines
    assert 1 == ran.code
    assert "R001 not-json" in ran.err
    assert "line 16" in ran.err


@pytest.mark.parametrize("rest", [b"x", b"5", b'"a"'])
def test_one_value_is_no_stream(run: Run, rest: bytes) -> None:
    """What follows it is a mistake."""
    ran = run("convert", stdin=b'{"src": "https://river.example/a.jpg"} ' + rest)

    assert (2, b"") == (ran.code, ran.out)
    assert "further text follows the document" in ran.err


def test_one_document_may_be_insisted_on(run: Run) -> None:
    """Then it is none."""
    assert 2 == run("convert", "--input-format", "json", stdin=STREAM).code


def test_the_way_back(run: Run, tmp_path: Path) -> None:
    """Each has its sidecar."""
    items = [
        {"_id": f"i{number}", "type": "IMAGE", "image": {"imageInfo": PICTURE.format(number)}}
        for number in range(2)
    ]
    given, view, kept = (tmp_path / name for name in ("a.json", "view.json", "kept.json"))
    given.write_text("\n".join(json.dumps(each, indent=1) for each in items))

    run("convert", given, "-o", view, "--sidecar", kept)
    ran = run("-q", "restore", view, "--sidecar", kept)

    assert items == ran.lines


def test_lint_places_what_it_finds(run: Run) -> None:
    """In the lines of the file."""
    ran = run("lint", "--to", "rest", "--output-format", "jsonl", stdin=STREAM)

    found = [json.loads(line) for line in ran.out.splitlines()]
    assert found
    assert {each["line"] for each in found} <= set(range(1, 16))
    assert max(each["line"] for each in found) > LINES[-1]


@given(
    st.lists(
        st.recursive(
            st.dictionaries(st.text(max_size=3), st.integers() | st.text(max_size=3), max_size=2),
            lambda inner: st.lists(inner, max_size=2),
            max_leaves=4,
        ),
        min_size=2,
        max_size=5,
    ),
    st.lists(st.sampled_from(["", " ", "\n", "\r\n", "\n\n  "]), min_size=5, max_size=5),
)
def test_values_and_lines(values: list[object], gaps: list[str]) -> None:
    """Whatever stands between them, each is found with the line it begins in."""
    text = "".join(gap + json.dumps(value) for gap, value in zip(gaps, values, strict=False))

    found = jsontext.read_stream(text.encode())

    assert found is not None
    assert values == [jsontext.read(each.data).document for each in found]
    ends = [sum(gap.count("\n") for gap in gaps[: index + 1]) for index in range(len(values))]
    assert [1 + count for count in ends] == [each.number for each in found]
