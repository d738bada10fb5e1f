"""The parts of a split, written by whoever converts it."""

from pathlib import Path

import pytest

from command import BROKEN, CLEAN, SORTED, ndjson
from findings import held
from gallery_lens.engines.files import Converter, splits
from gallery_lens.engines.parts import SplitJob
from gallery_lens.errors import OutputError
from gallery_lens.options import ConvertOptions

LINES = ndjson(CLEAN, SORTED, BROKEN, CLEAN)


def converter(folder: Path, *papers: str, report_as: str = "jsonl") -> Converter:
    """Return what converts the splits of a file of four lines."""
    path = folder / "items.ndjson"
    path.write_bytes(LINES)
    work = SplitJob(name="items.ndjson", options=ConvertOptions(), papers=papers, report_as=report_as)
    return Converter(path, work, folder)


def test_a_split_has_its_own_parts_and_account(tmp_path: Path) -> None:
    """What is said of a line names the line of the file."""
    convert = converter(tmp_path, "report", "rejects")
    with convert.path.open("rb") as file:
        *_, last = splits(file, len(LINES) // 2)
    summary = convert(last)

    assert last.before > 0
    assert (summary.items, summary.converted, summary.rejected) == (4 - last.before, 3 - last.before, 1)
    assert {"items", "report", "rejects"} == {path.name for path in convert.parts(last).iterdir()}
    assert b'"line":3,' in (convert.parts(last) / "report").read_bytes()


def test_a_split_that_is_converted_again_gives_the_same(tmp_path: Path) -> None:
    """Whatever the first worker had written when it died."""
    convert = converter(tmp_path, "report", report_as="json")
    with convert.path.open("rb") as file:
        (split,) = splits(file, 10_000)
    first = held(convert(split)), (convert.parts(split) / "report").read_bytes()
    (convert.parts(split) / "items").write_bytes(b"half a l")

    assert first == (held(convert(split)), (convert.parts(split) / "report").read_bytes())


def test_parts_that_cannot_be_written(tmp_path: Path) -> None:
    """The message names the folder."""
    convert = converter(tmp_path)
    (tmp_path / "0").write_bytes(b"in the way")
    with convert.path.open("rb") as file:
        (split,) = splits(file, 10_000)

    with pytest.raises(OutputError, match="0 cannot be written: file exists"):
        convert(split)
