"""Reports and ledgers of many items, from ready rows, are byte for byte those of items that go one by one."""

import itertools
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

import usual
from command import Ran, Run, ndjson
from gallery_lens.conversion import taking
from gallery_lens.lines import values

PAPERS = {
    "json": ("--report", "report.json"),
    "jsonl": ("--report", "report.jsonl"),
    "sarif": ("--report", "report.sarif"),
    "ledger": ("--ledger", "ledger.ndjson"),
    "all": ("--report", "report.json", "--ledger", "ledger.ndjson", "--sidecar", "sidecar.ndjson"),
}
#: What is found in a value of each of these has to be spelled with care.
ODD = ({"title": 5}, {"title": '"\\ \x7f\u2028 \u202e'}, {"owner~/": {"a": "ü" * 300}}, {"type": "GIF"})


@pytest.fixture
def both(run: Run, make: Callable[[str, Any], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run the command twice in an empty folder, the second time with all items one by one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(taking, "ENOUGH", 0)

    def command(name: str, content: bytes, *arguments: str) -> list[tuple[Ran, dict[str, bytes]]]:
        make(name, content)
        ran = []
        for alone in (False, True):
            if alone:
                monkeypatch.setattr(taking, "ENOUGH", 1 << 60)
                monkeypatch.setattr(values, "suits_lines", lambda options, entry: False)
            outcome = run("convert", name, *arguments)
            written = [path for path in tmp_path.iterdir() if path.is_file() and path.name != name]
            ran.append((outcome, {path.name: path.read_bytes() for path in written}))
            for path in written:
                path.unlink()
        return ran

    return command


def items(dialect: str) -> list[dict[str, Any]]:
    """Items as people have them, some of them odd."""
    chance, id = Random(dialect), "_id" if dialect == "velo" else "id"
    some = [chance.choice(usual.items(dialect)) for _ in range(35)]
    named = [
        item | {id: f"{order:08}{usual.GUID[8:]}", "sortOrder": order} for order, item in enumerate(some)
    ]
    odd = [item | more for item, more in zip(named[::5], itertools.cycle(ODD), strict=False)]
    return [*named[:25], *odd, *named[25:]]


@pytest.mark.parametrize("dialect", ["velo", "rest"])
@pytest.mark.parametrize(
    ("target", "papers"), [*(("frontend", papers) for papers in PAPERS), ("component", "json")]
)
def test_galleries(both: Any, dialect: str, target: str, papers: str) -> None:
    """One per line, with ids that their rows have, and one that cannot be read."""
    given = items(dialect)
    galleries = [
        {"_id" if dialect == "velo" else "id": usual.GUID, "name": "Ü/~", "items": given[at : at + 9]}
        for at in range(0, len(given), 9)
    ]
    content = ndjson(*galleries, given, given[0], {"galleries": galleries[:2]}) + b"{\n"

    one, other = both("galleries.ndjson", content, "--to", target, *PAPERS[papers])
    assert one == other


@pytest.mark.parametrize("papers", PAPERS)
def test_one_document(both: Any, papers: str) -> None:
    """Of items with a lone surrogate in them, and in keys around them, too."""
    given = [*items("velo"), {**items("velo")[0], "title": "\ud800"}]
    content = ndjson({"\udfff": {"items": given}}).replace(b"\n", b"")

    one, other = both("gallery.json", content, *PAPERS[papers])
    assert one == other


def test_no_finding(both: Any) -> None:
    """A report without rows is one, too."""
    item = {"type": "image", "src": "wix:image://v1/a.jpg/a.jpg#originWidth=8&originHeight=6"}

    one, other = both("items.ndjson", ndjson({"items": [item] * 3}), "--from", "frontend", *PAPERS["json"])
    assert one == other
