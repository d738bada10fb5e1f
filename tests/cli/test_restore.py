"""``gallery-lens convert --sidecar`` and ``gallery-lens restore``."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import gallery_lens as gl
from checkout import ROOT
from command import BROKEN, CLEAN, LINKED, SORTED, TEXT, VIEW, Ran, Run, ndjson
from gallery_lens import schemas
from gallery_lens.jsontext import MAX_DEPTH
from gallery_lens.lens.sidecar import digest

Make = Callable[[str, Any], Path]
GUID = "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90"
GALLERY = {"name": "Rivers", "items": [{**SORTED, "_id": GUID}, TEXT, {**LINKED, "title": "Walks"}, BROKEN]}


@attrs.frozen
class Pair:
    """A view of ``GALLERY`` and its sidecar, in files."""

    run: Run
    view: Path
    sidecar: Path

    def edit(self, change: Callable[[Any], Any]) -> None:
        """Change the view."""
        view = json.loads(self.view.read_bytes())
        changed = change(view)
        self.view.write_text(json.dumps(view if changed is None else changed))

    def sign(self, **changes: Any) -> None:
        """Change the sidecar, its digest along with it."""
        body = json.loads(self.sidecar.read_bytes()) | changes
        del body["digest"]
        self.sidecar.write_text(json.dumps(body | {"digest": digest(body)}))

    def restore(self, *arguments: object) -> Ran:
        """Run ``restore`` on both."""
        return self.run("restore", self.view, "--sidecar", self.sidecar, *arguments)


def ndjson_rows(path: Path) -> list[dict[str, Any]]:
    """What a file holds, one value per line."""
    return [json.loads(line) for line in path.read_bytes().splitlines()]


@pytest.fixture
def pair(run: Run, make: Make, tmp_path: Path) -> Pair:
    """A view and its sidecar."""
    view, sidecar = tmp_path / "view.json", tmp_path / "kept.json"
    assert run("convert", make("gallery.json", GALLERY), "-o", view, "--sidecar", sidecar).code == 1
    return Pair(run, view, sidecar)


class TestConvert:
    """What ``convert --sidecar`` writes."""

    def test_a_sidecar(self, pair: Pair) -> None:
        """What its schema says, and what the API gives."""
        sidecar = json.loads(pair.sidecar.read_bytes())

        assert schemas.validator("sidecar").is_valid(sidecar)
        assert gl.convert(GALLERY).sidecar == sidecar

    def test_the_view_knows_nothing_of_it(self, pair: Pair, run: Run) -> None:
        """The data are the same with and without."""
        assert pair.view.read_bytes() == run("convert", stdin=ndjson(GALLERY)).out

    @pytest.mark.parametrize(
        ("arguments", "document", "words"),
        [
            (["--to", "velo"], VIEW, "a backend loses nothing"),
            (["--from", "frontend"], [VIEW], "cannot be restored"),
            (["-", "other.json"], [CLEAN], "one INPUT"),
        ],
    )
    def test_where_there_is_none(
        self, run: Run, tmp_path: Path, arguments: list[str], document: Any, words: str
    ) -> None:
        """Nothing is written then."""
        sidecar = tmp_path / "kept.json"

        ran = run("convert", *arguments, "--sidecar", sidecar, stdin=ndjson(document))

        assert (2, True, b"") == (ran.code, words in " ".join(ran.err.split()), ran.out)
        assert not sidecar.exists()

    def test_it_is_withheld_with_the_data(self, run: Run, tmp_path: Path) -> None:
        """--strict writes neither."""
        ran = run("convert", "--strict", "--sidecar", tmp_path / "kept.json", stdin=ndjson(SORTED))

        assert (1, b"", []) == (ran.code, ran.out, list(tmp_path.iterdir()))

    def test_it_is_not_mixed_with_the_data(self, run: Run) -> None:
        """Both on standard output would be neither."""
        assert 2 == run("convert", "--sidecar", "-", stdin=ndjson(CLEAN)).code

    def test_an_older_one_stays_if_there_is_none(self, run: Run, make: Make) -> None:
        """An input that cannot be read has no sidecar."""
        older = make("kept.json", b"older")

        ran = run("convert", "--sidecar", older, stdin=b"{")

        assert (2, b"older") == (ran.code, older.read_bytes())

    def test_the_ledger_knows_of_it(self, run: Run, make: Make, tmp_path: Path) -> None:
        """What the view does not hold is not dropped, and still has its code."""
        given, ledger = make("a.json", GALLERY), tmp_path / "ledger.ndjson"
        arguments = ("convert", given, "-o", tmp_path / "view.json", "--ledger", ledger)

        run(*arguments)
        without = ndjson_rows(ledger)
        run(*arguments, "--sidecar", tmp_path / "kept.json", "--report", tmp_path / "report.json")
        beside = ndjson_rows(ledger)

        assert all(schemas.validator("ledger").is_valid(row) for row in beside)
        assert [row | {"fate": "sidecar"} if row["fate"] == "dropped" else row for row in without] == beside
        counted = json.loads((tmp_path / "report.json").read_bytes())["summary"]["leaves"]
        assert (0, 9) == (counted["dropped"], counted["sidecar"])

    def test_the_deepest_document(self, run: Run, make: Make, tmp_path: Path) -> None:
        """A sidecar is one level deeper than what can be read, and can be read."""
        deep: Any = 0
        for _ in range(MAX_DEPTH - 2):
            deep = [deep]
        view, sidecar = tmp_path / "view.json", tmp_path / "kept.json"
        run("convert", make("a.json", [CLEAN | {"x": deep}]), "-o", view, "--sidecar", sidecar)

        assert [CLEAN | {"x": deep}] == run("restore", view, "--sidecar", sidecar).data

    def test_it_does_not_overwrite_the_input(self, run: Run, make: Make) -> None:
        """The gallery is worth more than its sidecar."""
        path = make("a.json", CLEAN)

        assert 2 == run("convert", path, "--sidecar", path).code


class TestRestore:
    """What ``restore`` writes."""

    def test_an_untouched_view(self, pair: Pair) -> None:
        """Everything comes back."""
        ran = pair.restore()

        assert (0, GALLERY) == (ran.code, ran.data)
        assert "Nothing was lost." in ran.err

    def test_an_edited_view(self, pair: Pair) -> None:
        """The edit, and everything else."""
        pair.edit(lambda view: view[1].update(title="Other walks"))

        assert GALLERY["items"][2] | {"title": "Other walks"} == pair.restore().data["items"][2]

    def test_the_account(self, pair: Pair) -> None:
        """What is found stands at its place in the view."""
        pair.edit(lambda view: view[1].update(link="/other", width=5))

        ran = pair.restore("--fail-on", "info")

        assert 1 == ran.code
        assert 'L129 link-text-kept, first at /1/link in "Walks"' in ran.err
        assert ran.err.startswith(f"{pair.view} (frontend to its source)\n2 items: 2 converted\n")

    def test_an_edit_that_makes_no_item(self, pair: Pair) -> None:
        """An error; the item stays as it was."""
        pair.edit(lambda view: view[1].update(src="nowhere"))

        ran = pair.restore()

        assert (1, GALLERY) == (ran.code, ran.data)
        assert "M102 unsupported-media" in ran.err

    def test_a_report(self, pair: Pair, tmp_path: Path) -> None:
        """Valid, as that of a conversion."""
        pair.edit(lambda view: view[1].update(link="/other"))

        pair.restore("--report", tmp_path / "report.json")

        report = json.loads((tmp_path / "report.json").read_bytes())
        assert schemas.validator("report").is_valid(report)
        assert ["link-text-kept"] == [row["name"] for row in report["diagnostics"]]

    def test_another_dialect(self, pair: Pair) -> None:
        """The restored gallery, converted."""
        assert GUID == pair.restore("--to", "rest").data["items"][0]["id"]

    def test_output(self, pair: Pair, tmp_path: Path) -> None:
        """Into a file, indented if that is asked for."""
        ran = pair.restore("-o", tmp_path / "out.json", "--indent", 1)

        text = (tmp_path / "out.json").read_text()
        assert (b"", GALLERY) == (ran.out, json.loads(text))
        assert '\n "name": "Rivers"' in text

    @pytest.mark.parametrize("name", ["view", "sidecar"])
    def test_standard_input(self, pair: Pair, run: Run, name: str) -> None:
        """Either can be sent there, but not both."""
        paths = {"view": pair.view, "sidecar": pair.sidecar}
        stdin = paths[name].read_bytes()
        paths[name] = Path("-")

        ran = run("restore", paths["view"], "--sidecar", paths["sidecar"], stdin=stdin)

        assert GALLERY == ran.data
        assert 2 == run("restore", "-", "--sidecar", "-").code

    def test_the_sidecar_is_not_overwritten(self, pair: Pair) -> None:
        """It may be needed again."""
        ran = pair.restore("-o", pair.sidecar)

        assert (2, True) == (ran.code, "overwrite the sidecar" in ran.err)

    def test_odd_text_is_reported(self, pair: Pair) -> None:
        """As in a conversion."""
        pair.view.write_bytes(pair.view.read_bytes().replace(b'"River"', b'"\\ud800"'))

        ran = pair.restore()

        assert (0, "\ud800") == (ran.code, ran.data["items"][0]["title"])
        assert "R001 not-json" in ran.err


class TestLines:
    """NDJSON."""

    @pytest.fixture
    def lines(self, run: Run, make: Make, tmp_path: Path) -> Pair:
        """Two views and their sidecars, one per line, with a line between them that is not JSON."""
        source = make("galleries.ndjson", ndjson(GALLERY) + b"{\n" + ndjson(CLEAN))
        view, sidecar = tmp_path / "views.ndjson", tmp_path / "kept.ndjson"
        run("convert", source, "-o", view, "--sidecar", sidecar)
        return Pair(run, view, sidecar)

    def test_each_line_has_its_sidecar(self, lines: Pair) -> None:
        """And comes back on its own line."""
        ran = lines.restore()

        assert (0, [GALLERY, None, CLEAN]) == (ran.code, ran.lines)

    def test_a_line_less_belongs_to_others(self, lines: Pair) -> None:
        """Nobody can tell which is which."""
        lines.view.write_bytes(lines.view.read_bytes().partition(b"\n")[2])

        ran = lines.restore()

        assert (2, b"", True) == (ran.code, ran.out, "3 line(s), and this has 2" in ran.err)

    def test_a_refusal_names_the_line(self, lines: Pair) -> None:
        """The first one that does not belong, in the file of sidecars."""
        lines.view.write_bytes(lines.view.read_bytes().replace(b"null", b"[]"))

        ran = lines.restore()

        assert (2, b"") == (ran.code, ran.out)
        assert ran.err.startswith(f"Error: {lines.sidecar}:2: This is not a sidecar")

    def test_blank_lines_do_not_count(self, lines: Pair) -> None:
        """But places name the lines of the file."""
        lines.view.write_bytes(b"\n" + lines.view.read_bytes().replace(b"river.example", b"lake.example"))

        ran = lines.restore(
            "--report", "-", "-o", lines.view.parent / "out.ndjson", "--report-format", "jsonl"
        )

        assert [("link-text-kept", 2)] == [(row["name"], row["line"]) for row in ran.lines]

    def test_text_that_is_cut_off(self, lines: Pair) -> None:
        """The file of sidecars is to blame, and its line is named."""
        lines.sidecar.write_bytes(lines.sidecar.read_bytes()[:-9])

        assert lines.restore().err.startswith(f"Error: {lines.sidecar}:3: The sidecar is not JSON: ")

    def test_bytes_that_are_no_text(self, lines: Pair) -> None:
        """Here the file as a whole is."""
        lines.sidecar.write_bytes("null\n".encode("utf-16") + b"\x00")

        assert lines.restore().err.startswith(f"Error: {lines.sidecar}: The sidecar is not JSON: ")

    def test_no_lines(self, run: Run, make: Make, tmp_path: Path) -> None:
        """An empty file and its sidecar, which is empty, too."""
        view, sidecar = tmp_path / "views.ndjson", tmp_path / "kept.ndjson"
        run("convert", make("none.ndjson", b""), "-o", view, "--sidecar", sidecar)

        ran = run("restore", view, "--sidecar", sidecar)

        assert (0, b"") == (ran.code, ran.out)

    def test_lines_of_one_gallery(self, pair: Pair, run: Run, make: Make) -> None:
        """A view that was written with a line for each item."""
        view = make("view.ndjson", ndjson(*json.loads(pair.view.read_bytes())))

        assert GALLERY == run("restore", view, "--sidecar", pair.sidecar).data

    def test_a_document_has_no_lines(self, pair: Pair, lines: Pair, run: Run) -> None:
        """Sidecars in lines are for views in lines."""
        assert 2 == run("restore", pair.view, "--sidecar", lines.sidecar).code


class TestRefusals:
    """Exit status 2, nothing written, and a sentence of its own for each that names the file and a remedy."""

    def test_a_tampered_one(self, pair: Pair) -> None:
        """A hand has been at it."""
        pair.sidecar.write_bytes(pair.sidecar.read_bytes().replace(b"Rivers", b"Lakes"))

        assert self.refusal(pair) == (
            "The sidecar was changed after it was written: its digest is not that of its content. "
            "Convert the gallery again."
        )

    def test_a_foreign_one(self, pair: Pair) -> None:
        """It knows no item of the view."""
        pair.edit(lambda view: [{**VIEW, "src": VIEW["src"].replace("river", "lake"), "title": "Lake"}])

        assert self.refusal(pair) == (
            "The sidecar is of another gallery: it knows none of the view's 1 item(s). "
            "Name the one that was written with this view, or replace all items on purpose (--replace-all)."
        )

    def test_one_of_another_wrapper(self, pair: Pair) -> None:
        """A single item is not made of a gallery."""
        pair.edit(lambda view: view[0])

        assert self.refusal(pair) == (
            "The sidecar is of another gallery: its view is a list, this is one item. "
            "Name the one that was written with this view."
        )

    def test_a_stale_one(self, pair: Pair) -> None:
        """The view knows more than it does."""
        stranger = GUID.replace("5", "6")
        pair.edit(lambda view: view.append(VIEW | {"slug": stranger}))

        assert self.refusal(pair) == (
            f'The sidecar is stale: the view holds the item "{stranger}", which the sidecar does not know, '
            "so the gallery has changed since. Convert it again."
        )

    def test_one_of_another_conversion(self, pair: Pair) -> None:
        """This program would have written another view."""
        pair.sign(view={"digest": f"sha256:{'0' * 64}"}, tool={"name": "gallery-lens", "version": "0.0.1"})

        assert self.refusal(pair) == (
            "The sidecar is stale: gallery-lens 0.0.1 wrote it, and this version converts its gallery "
            "differently. Convert the gallery again."
        )

    def test_one_of_an_unknown_version(self, pair: Pair) -> None:
        """A later program may have written it."""
        pair.sign(schemaVersion=3)

        assert self.refusal(pair) == (
            "The sidecar is of version 3, and this program knows up to 2. "
            "Restore with the version of gallery-lens that wrote it."
        )

    @pytest.mark.parametrize("content", [b"[]", b'{"items": []}', b"null"])
    def test_something_else(self, pair: Pair, content: bytes) -> None:
        """A file of another kind."""
        pair.sidecar.write_bytes(content)

        assert "This is not a sidecar: name the file that convert wrote with --sidecar FILE." == self.refusal(
            pair
        )

    @pytest.mark.parametrize(
        ("content", "problem"),
        [(b"", "it is empty"), (b"{", "it ends where a key in double quotes was expected")],
    )
    def test_one_that_is_no_json(self, pair: Pair, content: bytes, problem: str) -> None:
        """It may be cut off."""
        pair.sidecar.write_bytes(content)

        assert self.refusal(pair) == (
            f"The sidecar is not JSON: {problem}. Name the file that convert wrote with --sidecar FILE."
        )

    def test_a_missing_one(self, pair: Pair) -> None:
        """The name may be wrong."""
        pair.sidecar.unlink()

        assert self.refusal(pair) == (
            "The input cannot be read: no such file or directory. "
            "Name the file that convert wrote with --sidecar FILE."
        )

    def refusal(self, pair: Pair) -> str:
        """What is told of the sidecar when nothing is restored."""
        before = sorted(pair.view.parent.iterdir())

        ran = pair.restore("-o", pair.view.parent / "out.json")

        assert (2, b"", before) == (ran.code, ran.out, sorted(pair.view.parent.iterdir()))
        assert ran.err.startswith(f"Error: {pair.sidecar}: ")
        return " ".join(ran.err.removeprefix(f"Error: {pair.sidecar}: ").split())

    @pytest.mark.parametrize("content", [b"", b"[{]", None])
    def test_a_view_that_cannot_be_read(self, pair: Pair, tmp_path: Path, content: bytes | None) -> None:
        """The sidecar is not to blame."""
        pair.view.unlink() if content is None else pair.view.write_bytes(content)

        ran = pair.restore("-o", tmp_path / "out.json")

        assert (2, True) == (ran.code, ran.err.startswith(f"{pair.view}"))
        assert ("R001 not-json" if content is not None else "R007 unreadable-input") in ran.err
        assert not (tmp_path / "out.json").exists()

    @pytest.mark.parametrize("arguments", [[], ["a"], ["--sidecar", "x"], ["a", "b", "--sidecar", "c"]])
    def test_wrong_usage(self, run: Run, arguments: list[str]) -> None:
        """One view and one sidecar."""
        assert 2 == run("restore", *arguments).code


@pytest.mark.skipif(not shutil.which("jq") or not shutil.which("bash"), reason="needs jq and bash on PATH")
def test_the_readme_shows_what_happens(tmp_path: Path) -> None:
    """Its round trip is typed line by line, and prints what stands there."""
    (block,) = re.findall(r"```shellsession\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    (tmp_path / "gallery-lens").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m gallery_lens "$@"\n')
    (tmp_path / "gallery-lens").chmod(0o755)
    shutil.copy(ROOT / "docs" / "examples" / "harbour.json", tmp_path)
    environment = os.environ | {
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(gl.__file__).parents[1]),
        "NO_COLOR": "1",
    }

    shown = ""
    for typed in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        ran = subprocess.run(
            ["bash", "-c", typed],
            cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
        shown += f"$ {typed}\n{ran.stdout.decode()}"

    assert block == shown
