"""README and docs: examples do what they say, links lead somewhere, nothing is left out."""

import doctest
import json
import os
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

import gallery_lens as gl
from checkout import ROOT
from gallery_lens.cli.convert.command import command as convert
from gallery_lens.cli.lint.command import command as lint
from gallery_lens.cli.merge import command as merge
from gallery_lens.cli.plan import command as plan
from gallery_lens.cli.restore import command as restore

DOCS = ROOT / "docs"
#: The commands whose options fill a table.
LONG = (convert, lint, merge, plan, restore)
WRITTEN = set(DOCS.glob("**/*.md")) - set(DOCS.glob("rules/**/*"))  # those are made when the site is built
PAGES = [ROOT / "README.md", ROOT / "schemas" / "README.md", *sorted(WRITTEN)]
#: The pages whose lines for scripts are tried.
SCRIPTED = ("command-line", "preflight")

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def blocks(page: Path, language: str) -> list[str]:
    """Return the code blocks of a page that are marked with *language*."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def sessions() -> Iterator[Any]:
    """Yield what the pages show of the command: what is typed, and what is printed."""
    for page in PAGES:
        together = "".join(block.rstrip("\n") + "\n" for block in blocks(page, "console"))
        for number, block in enumerate(re.split(r"^\$ ", together, flags=re.MULTILINE)[1:], start=1):
            typed, _, printed = block.partition("\n")
            if "gallery-lens" in typed:
                yield pytest.param(typed, printed, id=f"{page.stem}-{number}")


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, Any]:
    """How to run programs beside the examples, with ``gallery-lens`` installed."""
    beside, commands = tmp_path / "examples", tmp_path / "bin"
    shutil.copytree(DOCS / "examples", beside)
    commands.mkdir()
    (commands / "gallery-lens").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m gallery_lens "$@"\n')
    (commands / "gallery-lens").chmod(0o755)
    path = f"{commands}{os.pathsep}{os.environ['PATH']}"
    sources = str(Path(gl.__file__).parents[1])
    environment = {**os.environ, "PATH": path, "NO_COLOR": "1", "PYTHONPATH": sources}
    return {"cwd": beside, "env": environment, "encoding": "utf-8"}


class TestExamples:
    """What the pages show was not made up."""

    @every_page
    def test_python_examples_run(self, page: Path) -> None:
        """Every prompt gives what stands below it."""
        assert 0 == doctest.testfile(str(page), module_relative=False, encoding="utf-8").failed

    @pytest.mark.parametrize(("typed", "printed"), [*sessions()])
    def test_console_blocks_are_what_is_printed(
        self, shell: dict[str, Any], typed: str, printed: str
    ) -> None:
        """The command prints today what the page says, data and account."""
        ran = subprocess.run(
            typed, shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **shell
        )

        assert printed == ran.stdout

    def test_readme_shows_the_account(self) -> None:
        """The first thing a reader sees of the command is an account of losses."""
        assert any("Not everything was carried over" in block for block in blocks(PAGES[0], "console"))

    @pytest.mark.parametrize(
        "block", [block for name in SCRIPTED for block in blocks(DOCS / f"{name}.md", "sh")]
    )
    def test_shell_examples_are_right_usage(self, shell: dict[str, Any], block: str) -> None:
        """Every line for scripts is understood; what it says about the data is another matter."""
        galleries = shell["cwd"] / "galleries"
        galleries.mkdir()
        for name in ("galleries/a.json", "gallery.json", "items.json"):
            shutil.copy(shell["cwd"] / "harbour.json", shell["cwd"] / name)

        ran = subprocess.run(block, shell=True, stderr=subprocess.PIPE, check=False, **shell)

        assert ran.returncode in (0, 1), ran.stderr

    @pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
    def test_the_node_example_runs(self, shell: dict[str, Any]) -> None:
        """A tool in Node gets the items of a gallery, and learns that one is missing."""
        gallery = json.loads((DOCS / "examples" / "harbour.json").read_text("utf-8"))
        script = f"""
import {{ toGalleryItems }} from './export.mjs';
const given = toGalleryItems({json.dumps(gallery)});
console.log(JSON.stringify([given.items, given.complete, given.account.startsWith('<stdin>')]));
"""

        ran = subprocess.run(
            ["node", "--input-type=module", "-e", script], stdout=subprocess.PIPE, check=False, **shell
        )

        assert [gl.to_frontend(gallery), False, True] == json.loads(ran.stdout)

    @pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
    def test_the_node_example_says_what_failed(self, shell: dict[str, Any]) -> None:
        """What cannot be read at all is an error in Node, with the words of the account."""
        script = "import { toGalleryItems } from './export.mjs'; toGalleryItems('no gallery');"

        ran = subprocess.run(
            ["node", "--input-type=module", "-e", script], stderr=subprocess.PIPE, check=False, **shell
        )

        assert 0 != ran.returncode
        assert "R002 not-an-item" in ran.stderr

    @pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
    @pytest.mark.parametrize(
        ("given", "words"),
        [
            ({"message": "Gallery not found", "details": {}}, "R008 failed-answer"),
            ({"item": {"type": "IMAGE", "image": {}}}, "M101 media-missing"),
        ],
    )
    def test_the_node_example_never_hands_null_on(
        self, shell: dict[str, Any], given: Any, words: str
    ) -> None:
        """What leaves no list of items is an error, too."""
        script = f"import {{ toGalleryItems }} from './export.mjs'; toGalleryItems({json.dumps(given)});"

        ran = subprocess.run(
            ["node", "--input-type=module", "-e", script], stderr=subprocess.PIPE, check=False, **shell
        )

        assert 0 != ran.returncode
        assert words in ran.stderr

    @pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
    def test_the_example_of_a_process_that_stays(self, shell: dict[str, Any]) -> None:
        """Each gallery has its answer before the next one is given; bad ones stop nobody."""
        gallery = json.loads((DOCS / "examples" / "harbour.json").read_text("utf-8"))
        script = f"""
import {{ startLens }} from './stream.mjs';
const gallery = {json.dumps(gallery)};
const lens = startLens();
const given = [await lens.convert(gallery)];
given.push(await lens.convert({{ message: 'No', details: null }}).catch((error) => error.message));
given.push(...await Promise.all([1, 2, 3].map(() => lens.convert(gallery))));
await lens.end();
given.push(await lens.convert(gallery).catch((error) => 'ended'));
console.log(JSON.stringify(given));
"""

        ran = subprocess.run(
            ["node", "--input-type=module", "-e", script], stdout=subprocess.PIPE, check=False, **shell
        )

        items, refused, *others, last = json.loads(ran.stdout)
        assert [gl.to_frontend(gallery)] * 4 == [items, *others]
        assert refused.startswith("This is not a gallery")
        assert "ended" == last

    @pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
    def test_the_batch_example_runs(self, shell: dict[str, Any]) -> None:
        """Galleries go through one process; one that cannot be read is set apart, and the others arrive."""
        gallery = json.loads((DOCS / "examples" / "harbour.json").read_text("utf-8"))
        script = f"""
import {{ convertAll }} from './batch.mjs';
const given = await convertAll([{json.dumps(gallery)}, 'no gallery', {json.dumps(gallery)}]);
console.log(JSON.stringify([given.converted, given.failed]));
"""

        ran = subprocess.run(
            ["node", "--input-type=module", "-e", script], stdout=subprocess.PIPE, check=False, **shell
        )

        converted, (failed,) = json.loads(ran.stdout)
        assert [[0, gl.to_frontend(gallery)], [2, gl.to_frontend(gallery)]] == [
            [each["index"], each["items"]] for each in converted
        ]
        assert (1, ["R002"]) == (failed["index"], [found["code"] for found in failed["findings"]])
        assert "L101" in [found["code"] for found in converted[1]["findings"]]

    @pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
    def test_the_batch_example_says_what_failed(self, shell: dict[str, Any]) -> None:
        """A command that cannot do its work is an error in Node, with the words of the command."""
        script = "import { convertAll } from './batch.mjs'; await convertAll([{}]);"
        path = f"{shell['cwd'].parent / 'none'}{os.pathsep}{os.environ['PATH']}"
        broken = shell["cwd"].parent / "none" / "gallery-lens"
        broken.parent.mkdir()
        broken.write_text("#!/bin/sh\ncat > /dev/null; echo 'Error: no room' >&2; exit 2\n")
        broken.chmod(0o755)

        ran = subprocess.run(
            ["node", "--input-type=module", "-e", script],
            stderr=subprocess.PIPE,
            check=False,
            **{**shell, "env": {**shell["env"], "PATH": path}},
        )

        assert 0 != ran.returncode
        assert "Error: no room" in ran.stderr

    def test_the_page_shows_the_node_example(self) -> None:
        """The page and the file are the same text."""
        assert (DOCS / "examples" / "export.mjs").read_text("utf-8") in blocks(DOCS / "command-line.md", "js")


class TestCompleteness:
    """Nothing is forgotten, nothing is stale."""

    @every_page
    def test_links_lead_somewhere(self, page: Path) -> None:
        """Every link to a file leads to one, and every anchor to a heading of it."""
        targets = re.findall(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)", page.read_text("utf-8"))
        inside = [target for target in targets if not re.match(r"[a-z]+:", target)]

        assert [] == [target for target in inside if not _leads_somewhere(page, target)]

    def test_generated_pages_are_up_to_date(self, tmp_path: Path) -> None:
        """The pages that follow from the code are those that the code gives today."""
        script = shutil.copy(DOCS / "generate.py", tmp_path)

        runpy.run_path(str(script), run_name="__main__")

        made = {page.name: page.read_text("utf-8") for page in tmp_path.glob("*.md")}
        assert made == {name: (DOCS / name).read_text("utf-8") for name in made}
        assert "losses.md" in made

    @pytest.mark.parametrize(
        ("command", "option"),
        [(command, option) for command in LONG for option in command.params if option.expose_value],
        ids=lambda each: each.name,
    )
    def test_every_option_has_its_row(self, command: click.Command, option: click.Parameter) -> None:
        """The page of the command lists every option, with its default and its choices."""
        rows = re.findall(r"^\| `(-.+?)` \| (.+?) \| (.+) \|$", _section(command), re.MULTILINE)
        names = [each for each in option.opts if each.startswith("-")]

        found = [row for row in rows if set(names) & set(re.split(r"[ ,]+", row[0].replace("`", "")))]

        assert bool(names) == bool(found)
        assert [] == [word for row in found for word in _words(option) if word not in f"{row[1]} {row[2]}"]


def _section(command: click.Command) -> str:
    page = (DOCS / "command-line.md").read_text("utf-8")
    return page.partition(f"\n## {command.name}\n")[2].partition("\n## ")[0]


def _words(option: click.Parameter) -> list[str]:
    """What the row of an option has to say: its default, and what it may be."""
    choices = list(option.type.choices) if isinstance(option.type, click.Choice) else []
    default = option.to_info_dict()["default"]
    return [f"`{each}`" for each in [*choices, *([default] if isinstance(default, str) else [])]]


def _leads_somewhere(page: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    file = (page.parent / path).resolve() if path else page
    if file.parent == DOCS / "rules":
        return True  # a page that the site's build writes, and refuses if it is not there
    return file.exists() and (not anchor or anchor in _anchors(file))


def _anchors(file: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
