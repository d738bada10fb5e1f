"""``gallery-lens lint`` of a project: galleries are linted, everything else is skipped and counted."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest

from command import BROKEN, CLEAN, LINKED, SORTED, TEXT, Ran, Run, ndjson
from gallery_lens import schemas
from gallery_lens.linting.presence import OUTPUTS

Make = Callable[[str, Any], Path]

#: What else there is in a project, by file name. Most of it has keys of items and galleries.
OTHERS: dict[str, Any] = {
    "package.json": {"name": "shop", "version": "1.0.0", "type": "module", "description": "A shop"},
    "tsconfig.json": b'{\n  // strict\n  "compilerOptions": {"types": ["node"],}, /* more */\n}\n',
    "composer.json": {"name": "a/b", "type": "library", "description": "A library"},
    "manifest.json": {
        "name": "Shop",
        "description": "A shop",
        "icons": [{"src": "/icon.png", "sizes": "192x192", "type": "image/png"}],
        "screenshots": [{"src": "https://shop.example/a.png", "type": "image/png"}],
    },
    "locales/en.json": {
        "title": "Gallery",
        "image": "Picture",
        "text": "Text",
        "link": "Link",
        "type": "Kind",
    },
    "locales/de.json": {"gallery": {"title": "Galerie", "name": "Name"}, "item": {"title": "Bild"}},
    "locales/fr.json": {"name": "Nom", "items": [{"title": "Un"}, {"title": "Deux", "description": "Trois"}]},
    "blocks.json": [{"type": "text", "text": "Words"}, {"type": "image", "url": "https://a.example/a.png"}],
    "feed.json": {"items": [{"id": "1", "title": "News", "image": "https://a.example/a.png"}]},
    "geo.json": {"type": "FeatureCollection", "features": []},
    "schema.json": {"$schema": "x", "type": "object", "properties": {"image": {"type": "string"}}},
    "numbers.json": 5,
    "empty.json": b"",
    "events.ndjson": ndjson({"level": "info", "type": "TEXT", "text": "x"}, None, {"items": []}) + b"{\n",
}


def found(ran: Ran) -> list[tuple[str, str]]:
    """Return the file and code of each finding."""
    return [(row["file"], row["code"]) for row in ran.lines]


@pytest.fixture
def project(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with much JSON and no gallery, where the command runs."""
    for name, content in OTHERS.items():
        make(name, content)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def written(run: Run, make: Make, project: Path) -> Path:
    """The project with one gallery, and with everything that the command writes beside it."""
    gallery = make("gallery.json", {"items": [LINKED, TEXT, BROKEN, {**SORTED, "sortOrder": "5"}]})
    for command in (
        ["convert", "--sidecar", "view.sidecar.json", "--ledger", "l.ndjson", "--rejects", "r.ndjson"],
        ["convert", "--report", "r.json", "--text-items", "extract", "--extract", "x.ndjson"],
        ["convert", "--report", "r.jsonl"],
        ["convert", "--report", "sarif.json", "--report-format", "sarif"],
        ["convert", "--report", "quality.json", "--report-format", "gitlab"],
        ["lint", "--write-baseline", "baseline.json"],
    ):
        run(*command, gallery, "-o", project / "view.out")
    run("convert", make("lines.ndjson.txt", ndjson([LINKED])), "--input-format", "ndjson", "-o", "l.out")
    return gallery


def test_only_the_gallery_has_findings(run: Run, written: Path) -> None:
    """Those that it has when it is linted alone."""
    alone = run("lint", "gallery.json", "--format", "jsonl")
    project = run("lint", ".", "--format", "jsonl")

    assert (alone.code, alone.out) == (project.code, project.out)
    assert f"{len(OTHERS) + 9} files hold no gallery." in project.err
    assert {"gallery.json"} == {file for file, _ in found(project)}


@pytest.mark.parametrize(
    "options", [["--jobs", "2"], ["--jobs", "2", "--format", "json"], ["--jobs", "3", "-q"]]
)
def test_several_processes_write_the_same(run: Run, make: Make, written: Path, options: list[str]) -> None:
    """In the order of the files, whichever is done first."""
    for number in range(20):
        make(f"more/{number}.json", [LINKED] * (20 - number))
    make("lines.ndjson", ndjson(LINKED, BROKEN))

    assert run("lint", ".", *options) == run("lint", ".", *options, "--jobs", "1")


def test_without_a_gallery(run: Run, project: Path) -> None:
    """There is nothing to object to."""
    assert (0, f"{len(OTHERS)} files hold no gallery.\n") == (
        (ran := run("lint", ".")).code,
        ran.out.decode(),
    )


def test_one_file_is_one(run: Run, make: Make) -> None:
    """And the verb agrees."""
    make("package.json", OTHERS["package.json"])

    ran = run("lint", make("a.json", [CLEAN]).parent)

    assert b"1 file holds no gallery.\n" == ran.out.splitlines(keepends=True)[-1]


@pytest.mark.parametrize(
    "content",
    [
        {"items": [BROKEN]},
        [{"_id": "a", "type": "IMAGE", "title": "No picture"}],
        [{"type": "image", "src": "https://a.example/a.png", "slug": "x", "colour": "red"}],
        {"gallery": {"items": [{"src": "wix:image://v1/a~mv2.jpg/a.jpg"}]}},
        {"galleries": [{"id": "a", "name": "A", "totalItems": 3, "items": []}]},
        [{"itemId": "a", "mediaUrl": "a.jpg", "metaData": {"type": "poem"}}],
        b'{"items": [{"image": {"imageInfo": "wix:image://v1/a~mv2.jpg/a.jpg"}',
    ],
)
def test_galleries_are_known_however_broken(run: Run, make: Make, content: Any) -> None:
    """What is damaged, misspelt or bare is still reported."""
    ran = run("lint", make("a.json", content).parent, "--format", "jsonl")

    assert " in 1 file with " in ran.err
    assert "no gallery" not in ran.err


def test_a_named_file_is_judged_strictly(run: Run, project: Path) -> None:
    """Unless it is said that it may be anything."""
    named = run("lint", "tsconfig.json", "composer.json", "--format", "jsonl")
    lenient = run("lint", "tsconfig.json", "composer.json", "--ignore-unknown")

    assert 2 == named.code
    assert {"tsconfig.json", "composer.json"} == {file for file, _ in found(named)}
    assert (0, b"2 files hold no gallery.\n") == (lenient.code, lenient.out)


def test_lines_before_the_first_item_are_not_lost(run: Run, make: Make) -> None:
    """What was met on the way to it is reported after all."""
    folder = make("a.ndjson", b"{\n" + ndjson({"colour": "red"}, LINKED)).parent

    assert ["R001", "R002", "L102"] == [code for _, code in found(run("lint", folder, "--format", "jsonl"))]


def test_long_files_of_lines_are_given_up(run: Run, make: Make) -> None:
    """A log is not read to its end."""
    folder = make("log.ndjson", ndjson({"level": "info"}) * 1000 + ndjson(LINKED)).parent

    assert b"1 file holds no gallery.\n" == run("lint", folder).out


def test_fixes_leave_other_files_alone(run: Run, written: Path, project: Path) -> None:
    """Rejects and sidecars hold items, too, and stay as they are."""
    others = {path: path.read_bytes() for path in project.rglob("*.*json*") if path != written}

    ran = run("lint", ".", "--fix", "--unsafe-fixes", "--format", "jsonl")

    assert "Fixed 1 finding" in ran.err
    assert others == {path: path.read_bytes() for path in others}


@pytest.mark.parametrize("name", sorted(OUTPUTS.keys() - {"sarif", "gitlab"}))
def test_shapes_are_those_of_the_schemas(name: str) -> None:
    """What a schema requires is what an output is known by."""
    assert OUTPUTS[name] == frozenset(schemas.schema(name)["required"])


class TestExclusion:
    """What is skipped on purpose."""

    @pytest.fixture
    def files(self, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("a.json", "drafts/b.json", "drafts/keep.json", "deep/build/c.json", "old.json"):
            make(name, [LINKED])
        monkeypatch.chdir(tmp_path)

    def linted(self, run: Run, *arguments: str) -> list[str]:
        """Return the files that have findings."""
        return sorted({file for file, _ in found(run("lint", *arguments, "--format", "jsonl"))})

    @pytest.mark.usefixtures("files")
    def test_gitignore(self, run: Run, make: Make) -> None:
        """Files above, in and below the folder count, the innermost first; a repository is not needed."""
        make(".gitignore", b"# comment\nbuild/\n!\n/old.json\ndrafts/*\n")
        make("drafts/.gitignore", b"!keep.json\n")

        assert ["a.json", "drafts/keep.json"] == self.linted(run, ".")
        assert ["drafts/keep.json"] == self.linted(run, "drafts")
        assert ["deep/build/c.json"] == self.linted(run, "deep/build")
        assert ["drafts/b.json", "old.json"] == self.linted(run, "old.json", "drafts/b.json")
        assert 5 == len(self.linted(run, ".", "--no-respect-gitignore"))

    @pytest.mark.usefixtures("files")
    def test_gitignore_of_the_repository(
        self, run: Run, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Its root and its own list count wherever the command runs."""
        make(".gitignore", b"build\n")
        make(".git/info/exclude", b"b.json\n")
        monkeypatch.chdir(tmp_path / "drafts")

        assert ["../a.json", "../old.json", "../drafts/keep.json"] == sorted(self.linted(run, ".."), key=len)

    @pytest.mark.usefixtures("files")
    def test_exclude(self, run: Run, make: Make) -> None:
        """Beside what the config file says; named files are meant, unless it is forced."""
        make("gallery-lens.toml", b'exclude = ["old.json"]')

        assert ["a.json"] == self.linted(run, ".", "--exclude", "drafts", "--exclude", "deep/**/*.json")
        assert ["drafts/b.json"] == self.linted(run, "drafts/b.json", "--exclude", "drafts")
        assert ["a.json"] == self.linted(
            run, "a.json", "old.json", "drafts/b.json", "--exclude", "drafts", "--force-exclude"
        )

    @pytest.mark.usefixtures("files")
    def test_nothing_left(self, run: Run) -> None:
        """Whoever names only excluded files has nothing to fear."""
        assert 0 == run("lint", "a.json", "--exclude", "*.json", "--force-exclude").code


class TestReports:
    """Reports beside the findings for people."""

    def test_one_run_writes_several(self, run: Run, make: Make, tmp_path: Path) -> None:
        """Each in its format, and the same as one alone would."""
        path = make("a.json", [LINKED])
        names = [tmp_path / name for name in ("r.json", "r.sarif", "r.xml")]
        ran = run("lint", path, *(part for name in names for part in ("--report", name)))

        assert b"L102 link-text-dropped" in ran.out
        for name, form in zip(names, ("json", "sarif", "junit"), strict=True):
            assert run("lint", path, "--format", form).out == name.read_bytes()

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["--report", "a.xml", "--report", "b.xml", "--report-format", "junit"], "one --report FILE"),
            (["--report-format", "junit"], "one --report FILE"),
            (["--report", "{input}"], "overwrite the input"),
            (["--report", "r.xml", "-o", "r.xml"], "both be written to"),
            (["--report", "-"], "both be written to"),
            (["--fix-only", "--report", "r.xml"], "reports nothing"),
        ],
    )
    def test_what_makes_no_sense(self, run: Run, make: Make, arguments: list[str], words: str) -> None:
        """One sentence says why."""
        path = make("a.json", [LINKED])

        ran = run("lint", path, *(each.format(input=path) for each in arguments))

        assert (2, b"") == (ran.code, ran.out)
        assert words in ran.err

    def test_an_earlier_report_is_written_again(self, run: Run, make: Make, tmp_path: Path) -> None:
        """It is met in the folder, and is no input; a gallery there is never replaced."""
        gallery = make("a.json", [LINKED])
        for name, form in (("b.json", "json"), ("c.jsonl", "jsonl"), ("d.json", "gitlab")):
            runs = [run("lint", tmp_path, "-o", tmp_path / name, "--format", form) for _ in range(2)]
            assert [1, 1] == [each.code for each in runs]

        assert 2 == run("lint", tmp_path, "-o", gallery, "--format", "json").code


class TestFixable:
    """Findings that ``--fix`` settles."""

    ITEM: ClassVar[dict[str, Any]] = {**LINKED, "sortOrder": "5"}

    def test_they_are_marked(self, run: Run, make: Make) -> None:
        """In every form for people and in JSON."""
        path = make("a.json", [self.ITEM])

        assert b": O102 [*] sort-order-text" in run("lint", path, "--show", "info").out
        assert b": O102 [*] " in run("lint", path, "--format", "concise", "--show", "info").out
        rows = run("lint", path, "--format", "jsonl").lines
        assert [["O102"], [True]] == [
            [row[key] for row in rows if "fixable" in row] for key in ("code", "fixable")
        ]

    def test_unsafe_fixes_are_counted(self, run: Run, make: Make) -> None:
        """They are marked where they are made."""
        script = {**CLEAN, "link": {"url": "javascript:alert(1)"}}
        path = make("a.json", [script])
        both = make("b.json", [script, self.ITEM])

        assert b"[*]" not in (shown := run("lint", path).out)
        assert b"\n1 finding can be fixed with --fix --unsafe-fixes.\n" in shown
        assert (
            b"[*] 1 finding can be fixed with --fix (1 more with --unsafe-fixes).\n" in run("lint", both).out
        )

    def test_nothing_marked_is_left(self, run: Run, make: Make) -> None:
        """A mark is a promise."""
        path = make("a.json", [self.ITEM, {**BROKEN, "sortOrder": "6"}, {**CLEAN, "sortOrder": "x"}])
        before = run("lint", path, "--format", "jsonl").lines
        run("lint", path, "--fix")
        after = {row["fingerprint"] for row in run("lint", path, "--format", "jsonl").lines}

        assert {row["fingerprint"] for row in before if row.get("fixable")}.isdisjoint(after)

    def test_fix_only(self, run: Run, make: Make) -> None:
        """What is left is neither told nor a failure; what cannot be read is both."""
        path = make("a.json", [self.ITEM, BROKEN])
        ran = run("lint", "--fix-only", path)

        assert (0, b"", "Fixed 1 finding.\n") == (ran.code, ran.out, ran.err)
        assert (0, b"", "") == ((again := run("lint", "--fix-only", path)).code, again.out, again.err)
        assert 2 == run("lint", "--fix-only", make("b.json", b"{")).code


#: Lints a folder and prints each file that was opened in it, as often as it was.
PROGRAM = """
import os, sys
os.chdir(sys.argv[1])
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from gallery_lens.cli import main
sys.stdout, shown = open(os.devnull, "w"), sys.stdout
main(["-q", "lint", ".", *sys.argv[2:]])
print(*(name for name in opened if name.startswith(("many/", "gallery-lens"))), sep="\\n", file=shown)
"""


def test_nothing_is_read_twice(make: Make, tmp_path: Path) -> None:
    """Of many files in a folder, neither they nor the settings of the project."""
    make("gallery-lens.toml", b'ignore = ["L102"]')
    for number in range(50):
        make(f"many/{number}.json", [{**LINKED, "sortOrder": "1"}] if number % 2 else OTHERS["package.json"])

    ran = subprocess.run([sys.executable, "-c", PROGRAM, tmp_path], capture_output=True, check=True)

    counts = Counter(ran.stdout.decode().split())
    assert 50 == sum(name.startswith("many/") for name in counts)
    assert {1} == {counts[name] for name in counts if name.startswith("many/")}


def test_a_file_that_kills_its_process_is_named(
    run: Run, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are linted all the same."""
    paths = [make(f"{number}.json", [CLEAN]) for number in range(20)]
    monkeypatch.setattr("gallery_lens.cli.lint.jobs.look_into", _die_of_five)
    monkeypatch.setattr("gallery_lens.cli.lint.jobs._TOGETHER", 1)

    ran = run("lint", *paths, "--jobs", "2", "--format", "jsonl")

    assert (2, ["5.json"]) == (ran.code, [Path(row["file"]).name for row in ran.lines])


def _die_of_five(source: Any, *more: Any) -> Any:
    import os

    from gallery_lens.cli.lint.checking import look_into

    if source.path.endswith("/5.json"):
        os._exit(9)
    return look_into(source, *more)


def test_reports_say_so_for_programs(run: Run, project: Path) -> None:
    """A report of a folder without galleries is one of nothing."""
    report = json.loads(run("lint", ".", "--format", "json").out)

    assert schemas.validator("report").is_valid(report)
    assert [] == report["diagnostics"]
