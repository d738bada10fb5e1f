"""Baselines: what is known stays quiet, what is new does not, what is gone is told."""

import json
from collections.abc import Iterable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
import strategies
from gallery_lens import schemas
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.errors import BaselineError
from gallery_lens.linting.baseline import RecordedFinding, Sieve, read, recorded, to_bytes

ONE, TWO = "1" * 16, "2" * 16
FOUND = Diagnostic(
    code="L102",
    name="link-text-dropped",
    severity=Severity.WARNING,
    message="The text is dropped.",
    pointer="/0/link/text",
    item_id="a",
    fingerprint=ONE,
)
OTHER = attrs.evolve(FOUND, code="M101", name="media-missing", fingerprint=TWO, item_id=None)
NOT_JSON = attrs.evolve(FOUND, code="R001", name="not-json", fingerprint=None)
ALL = frozenset(("L102", "M101", "R001"))


def sieve(*findings: RecordedFinding, gone: Iterable[str] = ()) -> Sieve:
    """Return a sieve that knows *findings*; the files *gone* are no longer there."""
    return Sieve(findings, frozenset(gone).__contains__)


def of(file: str, *found: Diagnostic) -> tuple[RecordedFinding, ...]:
    """Return what is known of *file*, one entry a finding."""
    return tuple(recorded(file, found))


class TestFile:
    """How a baseline is written and read."""

    def test_one_finding_a_line_sorted(self) -> None:
        """By file, then code; equal ones are counted; what has no fingerprint cannot be known."""
        findings = [*of("b.json", FOUND), *of("a.json", OTHER, FOUND, FOUND, NOT_JSON)]

        assert [
            "{",
            '  "schemaVersion": 1,',
            f'  "tool": {{"name": "gallery-lens", "version": "{gl.__version__}"}},',
            '  "findings": [',
            f'    {{"fingerprint": "{ONE}", "code": "L102", "name": "link-text-dropped", "file": "a.json", '
            '"count": 2, "itemId": "a"},',
            f'    {{"fingerprint": "{TWO}", "code": "M101", "name": "media-missing", "file": "a.json", '
            '"count": 1},',
            f'    {{"fingerprint": "{ONE}", "code": "L102", "name": "link-text-dropped", "file": "b.json", '
            '"count": 1, "itemId": "a"}',
            "  ]",
            "}",
        ] == to_bytes(findings).decode().splitlines()

    @pytest.mark.parametrize("findings", [(), of("ä \ud83d.json", FOUND), of("a.json", FOUND, OTHER)])
    def test_what_was_written_is_read(self, findings: tuple[RecordedFinding, ...]) -> None:
        """Everything comes back, and is what the schema describes."""
        data = to_bytes(findings)

        assert findings == read(data, "known.json")
        assert schemas.validator("baseline").is_valid(json.loads(data))

    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            (
                b"[",
                r"known.json is not a baseline \(line 1, column 2: .*\): write one with --write-base",
            ),
            (b"", r"known.json is not a baseline \(it is empty\)"),
            (b"[]", r"\(it holds something else\)"),
            (
                b'{"schemaVersion": 0, "tool": {"name": "a", "version": "b"}, "findings": []}',
                "at /schemaVersion",
            ),
            (
                to_bytes(of("a", FOUND)).replace(b': 1, "itemId', b': 0, "itemId'),
                "at /findings/0/count is wrong",
            ),
            (
                b'{"schemaVersion": 2}',
                "known.json was written by a later version of gallery-lens: update it.",
            ),
        ],
    )
    def test_anything_else_is_refused(self, data: bytes, sentence: str) -> None:
        """In a sentence that says where and what to do."""
        with pytest.raises(BaselineError, match=sentence):
            read(data, "known.json")

    def test_entries_that_were_merged_by_hand_add_up(self) -> None:
        """Two lines about one finding are one line about two."""
        twice = of("a.json", FOUND, FOUND)

        assert () == sieve(*twice).new("a.json", [FOUND, FOUND], ALL)


class TestSieve:
    """What is held back."""

    def test_only_the_known_are_held_back_and_only_so_often(self) -> None:
        """A second one of what is known once is new, and so is what has no fingerprint."""
        held = sieve(*of("a.json", FOUND))

        assert (OTHER, FOUND, NOT_JSON) == held.new("a.json", [OTHER, FOUND, FOUND, NOT_JSON], ALL)

    def test_lines_of_one_file_share_what_is_known(self) -> None:
        """A file that is read piece by piece counts as one."""
        held = sieve(*of("a.ndjson", FOUND))

        assert () == held.new("a.ndjson", [FOUND], ALL)
        assert (FOUND,) == held.new("a.ndjson", [FOUND], ALL)

    def test_what_is_known_of_another_file_is_new(self) -> None:
        """A copy has its own findings."""
        assert (FOUND,) == sieve(*of("a.json", FOUND)).new("b.json", [FOUND], ALL)

    def test_a_renamed_file_brings_nothing_new(self) -> None:
        """What is known of a file that is gone is known wherever it turns up, and as often."""
        held = sieve(*of("a.json", FOUND, OTHER), gone=["a.json"])

        assert (FOUND,) == held.new("b.json", [FOUND, FOUND], ALL)
        assert of("a.json", OTHER) == held.stale()
        assert of("b.json", FOUND) == held.pruned()


class TestStale:
    """What is known and no longer there."""

    def test_what_was_not_found_is_stale(self) -> None:
        """As often as it was not found."""
        held = sieve(*of("a.json", FOUND, FOUND, FOUND, OTHER))
        held.new("a.json", [FOUND], ALL)

        assert [(ONE, 2), (TWO, 1)] == [(each.fingerprint, each.count) for each in held.stale()]
        assert of("a.json", FOUND) == held.pruned()

    def test_what_was_not_looked_at_is_not(self) -> None:
        """Other files, and rules that were not wanted, stay as they are known."""
        findings = (*of("a.json", FOUND, OTHER), *of("b.json", FOUND))
        held = sieve(*findings)
        held.new("a.json", [], frozenset({"M101"}))

        assert of("a.json", OTHER) == held.stale()
        assert (*of("a.json", FOUND), *of("b.json", FOUND)) == held.pruned()

    def test_files_that_are_gone_are(self) -> None:
        """Although nobody looked at them."""
        held = sieve(*of("a.json", FOUND), gone=["a.json"])

        assert of("a.json", FOUND) == held.stale()
        assert () == held.pruned()


@given(st.lists(strategies.velo_items(), max_size=4), st.data())
def test_a_rearranged_gallery_brings_nothing_new(items: list[Any], data: st.DataObject) -> None:
    """Items moved, the text laid out anew, a healthy item on top: all is known."""
    picture = "wix:image://v1/11062b_river~mv2.jpg/river.jpg#originWidth=800&originHeight=600"
    healthy = {"type": "IMAGE", "title": "Quay", "image": {"imageInfo": picture}}
    before = gl.lint_text(json.dumps({"name": "Rivers", "items": items}), "velo").diagnostics
    shuffled = [healthy, *data.draw(st.permutations(items))]

    text = json.dumps({"items": shuffled, "name": "Rivers"}, indent=data.draw(st.sampled_from([1, "\t"])))
    after = gl.lint_text(text, "velo").diagnostics

    held = Sieve(read(to_bytes(recorded("a.json", before)), "known.json"), lambda file: False)
    new = held.new("a.json", after, frozenset(each.code for each in before))
    assert {"sort-order-unsorted", "sort-order-dropped"} >= {each.name for each in new}
    assert {"sort-order-unsorted"} >= {each.name for each in held.stale()}
