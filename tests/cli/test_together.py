"""Files of many lines: most of them go a quicker way, and nothing of what is written tells which."""

import codecs
import re
import uuid
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, ClassVar

import pytest

from command import BROKEN, CLEAN, LINKED, PICTURE, SORTED, TEXT, Ran, Run, ndjson
from gallery_lens.cli.convert.options import ConvertCommandOptions
from gallery_lens.cli.convert.run_report import RunReport
from gallery_lens.cli.io.files import Outputs
from gallery_lens.conversion import taking
from gallery_lens.lines import pieces, values
from gallery_lens.lines.documents import Documents, suits_lines
from gallery_lens.lines.pieces import FEW

Make = Callable[[str, Any], Path]

GUID = "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90"
NAMED = [{"_id": GUID, **item} for item in (CLEAN, SORTED, LINKED, TEXT, BROKEN)]
REST = {
    "id": GUID,
    "type": "IMAGE",
    "image": {"imageInfo": {"id": "a.jpg", "filename": "a.jpg", "width": 8, "height": 6}},
    "tags": {"values": ["slate"]},
}
VIEWED = {"type": "image", "src": PICTURE}
#: Usual items and others, in an order in which nothing is where it is expected.
MIXED = ndjson(*NAMED, REST, *NAMED, VIEWED, LINKED, REST) * FEW + b"{" + b"\n"


def _whole(documents: Documents, data: bytes) -> None:
    """Look at no document in parts."""


@pytest.fixture
def both(run: Run, make: Callable[[str, Any], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run the command twice, the second time without the quick way; with the report, if there is one."""

    def command(content: bytes, *arguments: object) -> list[tuple[Ran, bytes]]:
        path, report = make("items.ndjson", content), tmp_path / "report.jsonl"
        ran = []
        for suiting in (suits_lines, lambda asked, entry: False):
            monkeypatch.setattr(values, "suits_lines", suiting)
            monkeypatch.setattr(Documents, "look", Documents.look if suiting is suits_lines else _whole)
            report.write_bytes(b"")
            outcome = run("convert", path, *arguments)
            ran.append((outcome, report.read_bytes()))
        return ran

    return command


@pytest.mark.parametrize("source", ["auto", "velo", "rest"])
@pytest.mark.parametrize("reported", [False, True], ids=["counted", "reported"])
def test_both_ways_give_the_same(both: Any, source: str, reported: bool, tmp_path: Path) -> None:
    """Data, account, report and exit code do not tell which way a line went."""
    papers = ("--report", tmp_path / "report.jsonl") if reported else ()

    quick, usual = both(MIXED, "--from", source, *papers)

    assert usual == quick


#: Galleries that differ in nothing of which anybody speaks, and such as say more than others.
def _galleries(chance: Random) -> list[Any]:
    galleries = []
    for number in range(120):
        items = [
            {**chance.choice(NAMED[:4]), "_id": str(uuid.UUID(int=chance.getrandbits(128)))} for _ in range(3)
        ]
        items = [{**item, "sortOrder": order} for order, item in enumerate(items, start=1)]
        fields = {"_id": GUID, "name": f"Boats {number}", "totalItems": 3, "sortOrder": number + 1}
        fields["_createdDate"] = f"2024-03-05T07:08:{number % 60:02}.{chance.choice(('000', '120'))}Z"
        odd = {
            "_id": "5",
            "name": chance.choice(("", None, "null", "a\tb", 5)),
            "totalItems": 9,
            "created": "x",
        }
        if chance.random() < 0.3:
            fields["sortOrder"] = str(fields["sortOrder"])
        held = {key: value for key, value in fields.items() if chance.random() < 0.7}
        held |= {key: value for key, value in odd.items() if chance.random() < 0.05}
        keys = chance.choice(([*held, "items"], ["items", *held]))
        gallery = {key: held.get(key, items) for key in keys}
        if chance.random() < 0.1:
            items[0]["sortOrder"] = 7
        galleries.append(chance.choice([gallery, gallery, {"gallery": gallery}, items]))
    return galleries


@pytest.mark.parametrize("target", ["frontend", "rest", "velo"])
@pytest.mark.parametrize(("source", "reported"), [("auto", False), ("auto", True), ("velo", True)])
def test_galleries_of_one_form_are_written_the_same(
    both: Any, source: str, target: str, reported: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is found in a gallery is found in all of its form, and only there."""
    galleries, counted, count = _galleries(Random(f"{source} {target}")), list[Any](), Documents.count

    def counting(*given: Any) -> Any:
        counted.append(count(*given))
        return counted[-1]

    monkeypatch.setattr(Documents, "count", counting)
    papers = ("--report", tmp_path / "report.jsonl") if reported else ()
    quick, usual = both(ndjson(*galleries), "--from", source, "--to", target, *papers)

    assert usual == quick
    assert 20 < sum(value is not None for value in counted) < 100
    assert len(galleries) == len(quick[0].out.splitlines())


@pytest.mark.parametrize("size", [7, 300])
def test_it_does_not_matter_how_many_bytes_are_read_at_once(
    both: Any, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines that are longer than what is read at once, or lie across two pieces, are put together."""
    monkeypatch.setattr(pieces, "_CHUNK", size)
    content = MIXED.removesuffix(b"{\n") + b'{"type":"TEXT","_id":"a"}'

    quick, usual = both(content, "-o", "-")

    assert usual == quick
    assert len(content.splitlines()) == len(quick[0].out.splitlines())


@pytest.mark.parametrize("form", ["json", "js"])
def test_other_formats_are_written_the_same(both: Any, form: str) -> None:
    """A list of items holds what lines of them would."""
    quick, usual = both(ndjson(*NAMED[:4]) * FEW, "--output-format", form, "--indent", "2")

    assert usual == quick


def test_all_items_are_counted(run: Run) -> None:
    """The account counts those that went the quick way as well."""
    ran = run("convert", "--input-format", "ndjson", "--show", "info", stdin=ndjson(NAMED[1]) * 100)

    assert "100 items: 100 converted" in ran.err
    assert "sort-order-dropped, 100 times" in ran.err


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, True),
        ({"source": "rest", "report": "losses.jsonl", "rejects": "rejects.ndjson"}, True),
        ({"source": "frontend", "target": "rest"}, True),
        ({"target": "velo"}, True),
        ({"source": "cms"}, True),
        ({"source": "component"}, True),
        ({"target": "component"}, True),
        ({"report": "losses.json"}, False),
        ({"ledger": "ledger.ndjson"}, False),
        ({"sidecar": "sidecar.ndjson"}, False),
        ({"text_items": "error"}, False),
        ({"at": "/data"}, False),
        ({"target": "velo", "as_gallery": True}, False),
    ],
)
def test_whoever_asks_for_more_goes_the_usual_way(
    options: dict[str, Any], expected: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The quick way is for data, accounts and lists of findings."""
    monkeypatch.chdir(tmp_path)
    chosen = ConvertCommandOptions(**options)
    with Outputs() as papers:
        record = RunReport(papers, chosen, papers)
        entry = record.open("items.ndjson", chosen.conversion.source, chosen.conversion.target)
        record.close()

        assert suits_lines(chosen.conversion, entry) is expected


def test_blank_lines_before_the_first_item_change_nothing(both: Any) -> None:
    """What there is to say of the stream as a whole is said with its first item, wherever that stands."""
    quick, usual = both(codecs.BOM_UTF8 + b"\n" * FEW * 2 + ndjson(*NAMED))

    assert usual == quick
    assert "infos" in quick[0].err


@pytest.mark.parametrize("count", [0, 1, FEW, FEW + 1])
def test_few_lines_are_converted_as_well(run: Run, count: int) -> None:
    """Every line has its value, however few there are."""
    assert [VIEWED | {"slug": GUID, "title": "River"}] * count == run(
        "convert", "--input-format", "ndjson", stdin=ndjson(NAMED[0]) * count
    ).lines


class TestVerbose:
    """``--verbose`` says which items went which way."""

    ITEMS: ClassVar[list[Any]] = [
        *({**CLEAN, "_id": f"{number:08}-0000-4000-8000-000000000000"} for number in range(900)),
        *({**CLEAN, "image": {}} for _ in range(7)),
        *({"items": [CLEAN]} for _ in range(5)),
        {**CLEAN, "type": "AUDIO"},
    ]

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_lines(self, run: Run, make: Make, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
        """With the reasons of those that are converted alone, whoever converts them."""
        monkeypatch.setattr("gallery_lens.cli.convert.jobs.LEAST", 1)
        path = make("a.ndjson", ndjson(*self.ITEMS))
        ran = run("convert", path, "--verbose", "--jobs", jobs, "--from", "velo")
        told = " ".join(ran.err.splitlines()[-1].split())

        together, alone = map(
            int, re.findall(r"([0-9]+) items? converted together, ([0-9]+) one by one", told)[0]
        )
        assert (len(self.ITEMS), True) == (together + alone, together > 800)
        assert "7 because of a value that the rules have to judge" in told
        assert "list of items" not in told
        assert "1 because of keys or values of an unusual kind" in told

    def test_a_list(self, run: Run, make: Make) -> None:
        """Those of its items are counted that are converted alone, with the reasons."""
        path = make("a.json", {"items": [*self.ITEMS[:100], *self.ITEMS[900:907]]})
        told = " ".join(run("convert", path, "--verbose").err.splitlines()[-1].split())

        assert "100 items converted together, 7 one by one: 7 because of a value that the rules" in told

    def test_items_without_a_type(self, run: Run, make: Make) -> None:
        """They are as many as others."""
        path = make("a.json", [{"src": f"https://a.example/{number}.jpg"} for number in range(80)])

        assert "80 items converted together, 0 one by one" in run("convert", path, "--verbose").err

    def test_a_small_document(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is not worth the trouble."""
        monkeypatch.setattr(taking, "ENOUGH", 10**9)
        ran = run("convert", "--verbose", stdin=ndjson([CLEAN]))

        assert "<stdin>: 0 items converted together, 1 one by one.\n" in ran.err

    def test_nothing_without_it(self, run: Run, make: Make) -> None:
        """Nobody else cares."""
        assert "together" not in run("convert", make("a.ndjson", ndjson(*self.ITEMS))).err
