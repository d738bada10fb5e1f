"""The Sphinx extension: examples are run, galleries converted, and what does not work fails the build."""

import json
import re
from collections.abc import Callable
from html import unescape
from io import StringIO
from pathlib import Path
from typing import Any

import attrs
import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from gallery_lens.sphinx_ext import running

PICTURE = {"type": "IMAGE", "title": "Crane", "image": {"imageInfo": "https://river.example/crane.jpg"}}
LINKED = {**PICTURE, "link": {"text": "Go", "url": "https://river.example"}}
EMPTY = {"type": "IMAGE", "title": "Fog", "image": {}}


@attrs.frozen
class Built:
    """A site of one page."""

    status: int
    said: str  #: warnings and errors
    page: str  #: as HTML


Build = Callable[..., Built]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """How to build a site of one MyST page, beside which there may be files, with settings."""

    def built(page: str, files: dict[str, str] | None = None, **settings: Any) -> Built:
        source, out, said = tmp_path / "source", tmp_path / "out", StringIO()
        for name, text in {"index.md": f"# Page\n\n{page}\n", **(files or {})}.items():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_text(text, "utf-8")
        settings |= {"extensions": ["myst_parser", "gallery_lens.sphinx_ext"], "html_theme": "basic"}
        with patch_docutils(), docutils_namespace():
            app = Sphinx(
                source,
                None,
                out,
                tmp_path / "trees",
                "html",
                settings,
                status=None,
                warning=said,
                freshenv=True,
            )
            app.build()
        return Built(app.statuscode, said.getvalue(), (out / "index.html").read_text("utf-8"))

    return built


def fence(name: str, content: str, **options: str) -> str:
    """A directive in MyST."""
    lines = "".join(f":{key.replace('_', '-')}: {value}\n" for key, value in options.items())
    return f"`````{{{name}}}\n{lines}{content}\n`````\n"


def run(language: str, content: str, **options: str) -> str:
    """A ``run`` directive."""
    return fence("run", content, **options).replace("{run}", f"{{run}} {language}")


def gallery(document: Any, **options: str) -> str:
    """A ``gallery-lens`` directive with a document as content."""
    return fence("gallery-lens", json.dumps(document), **options)


def words(html: str) -> str:
    """What a reader sees of HTML, without the colours of code."""
    return unescape(re.sub(r"<[^>]+>", "", html))


class TestPython:
    """``run python``."""

    def test_shows_what_is_printed(self, build: Build) -> None:
        """The output on the page is that of the code, and not written by anybody."""
        built = build(run("python", "print(6 * 7, 'boats')"))

        assert 0 == built.status
        assert "42 boats" in words(built.page)

    def test_shows_the_value_of_the_last_expression(self, build: Build) -> None:
        """As at a prompt."""
        assert "[0, 1, 4]" in words(build(run("python", "[n * n for n in range(3)]")).page)

    def test_shows_nothing_for_none(self, build: Build) -> None:
        """As at a prompt, too."""
        assert "gallery-lens-output" not in build(run("python", "x = 5\nNone")).page

    def test_names_stay_for_the_next_example(self, build: Build) -> None:
        """The examples of a page are one session."""
        assert "12" in words(build(run("python", "boats = 12") + run("python", "boats")).page)

    def test_runs_beside_the_examples(self, build: Build) -> None:
        """Files of the examples folder are there."""
        page = run("python", "from pathlib import Path\nPath('a.txt').read_text()")
        built = build(page, {"files/a.txt": "a text"}, gallery_lens_examples="files")

        assert "'a text'" in words(built.page)

    @pytest.mark.parametrize("code", ["boats = 1\nboats / 0", "raise SystemExit(0)", "def ("])
    def test_fails_the_build_when_it_raises(self, build: Build, code: str) -> None:
        """A broken example is not a page, whatever it raises."""
        built = build(run("python", code))

        assert 1 == built.status
        assert "this example does not work: it raised" in built.said

    def test_says_where_it_raised(self, build: Build) -> None:
        """The place on the page, the line of the example, and nothing of the machinery."""
        built = build(run("python", "boats = 1\nboats / 0"))

        assert "index.md:3" in built.said
        assert 'File "<example>", line 2, in <module>\n    boats / 0' in built.said
        assert "_running.py" not in built.said

    def test_hides_what_is_not_to_be_shown(self, build: Build) -> None:
        """Code or output may stay away, and both are run."""
        built = build(
            run("python", "print('ab' * 2)", hide_code="") + run("python", "'cd' * 2", hide_output="")
        )

        assert "abab" in built.page
        assert "print" not in words(built.page)
        assert "cdcd" not in built.page


class TestConsole:
    """``run console``."""

    def test_shows_a_session(self, build: Build) -> None:
        """Both streams of every command stand below what was typed."""
        built = build(run("console", "$ echo one >&2\n$ expr 1 + 1"))

        assert "$ echo one >&2\none\n$ expr 1 + 1\n2" in words(built.page)

    def test_knows_the_command(self, build: Build) -> None:
        """``gallery-lens`` is the package that builds the site, installed or not."""
        page = run("console", """$ echo '{"type": "TEXT"}' | gallery-lens -q convert --to rest""")

        assert '{"type":"TEXT"}' in words(build(page).page)

    def test_joins_further_lines(self, build: Build) -> None:
        """A command may go on after a greater-than sign."""
        assert "\n> one\n> end\none" in words(build(run("console", "$ cat <<end\n> one\n> end")).page)

    def test_files_stay_for_the_next_example(self, build: Build) -> None:
        """The examples of a page share a folder, with Python, too."""
        page = run("console", "$ echo kept > a.txt", hide_output="") + run(
            "python", "from pathlib import Path\nPath('a.txt').read_text()"
        )

        assert r"'kept\n'" in words(build(page).page)

    def test_takes_the_status_it_is_told(self, build: Build) -> None:
        """The last command may fail if the page says so."""
        assert 0 == build(run("console", "$ true\n$ exit 3", exit="3")).status

    @pytest.mark.parametrize(
        ("session", "status", "problem"),
        [
            ("$ exit 3", "0", "exited with 3, not with 0"),
            ("$ true", "1", "exited with 0, not with 1"),
            ("$ exit 1\n$ exit 1", "1", "exited with 1, not with 0"),
            ("echo hello", "0", "'echo hello' is no command"),
            ("> echo hello", "0", "'> echo hello' is no command"),
        ],
    )
    def test_fails_the_build_when_it_does_otherwise(
        self, build: Build, session: str, status: str, problem: str
    ) -> None:
        """Another exit status, or what is no command, is told and fails the build."""
        built = build(run("console", session, exit=status))

        assert 1 == built.status
        assert problem in built.said

    def test_does_not_wait_for_ever(self, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
        """A command that hangs is a broken example."""
        monkeypatch.setattr(running, "_PATIENCE", 0.1)

        assert "it still ran after 0.1 seconds" in build(run("console", "$ exec sleep 5")).said

    @pytest.mark.parametrize(
        ("page", "problem"),
        [
            (run("python", ""), "there is nothing to run"),
            (run("ruby", "puts 1"), "'ruby' cannot be run: say python or console"),
        ],
    )
    def test_refuses_what_cannot_be_run(self, build: Build, page: str, problem: str) -> None:
        """Nothing, and other languages, are told as mistakes of the page."""
        assert problem in build(page).said


class TestGallery:
    """``gallery-lens``."""

    def test_shows_items_and_findings(self, build: Build) -> None:
        """What the page gets, and what it does not."""
        shown = words(build(gallery([LINKED])).page)

        assert '"link": "https://river.example"' in shown
        assert "Not everything was carried over. 1 item: 1 converted." in shown
        assert "L102 link-text-dropped" in shown
        assert "/0/link/text in “Crane”" in shown

    def test_says_that_nothing_was_lost(self, build: Build) -> None:
        """A gallery that survives has a verdict and no list."""
        built = build(gallery([PICTURE], to="velo"))

        assert "Nothing was lost. 1 item: 1 converted." in built.page
        assert "gallery-lens-findings" not in built.page

    def test_puts_findings_of_one_code_together(self, build: Build) -> None:
        """One entry for two items, with both places."""
        shown = words(build(gallery([LINKED, LINKED])).page)

        assert "L102 link-text-dropped 2 times" in shown
        assert "/0/link/text in “Crane”, /1/link/text in “Crane”" in shown

    def test_gives_places_without_titles(self, build: Build) -> None:
        """Items without a title are known by their place alone."""
        untitled = {key: value for key, value in LINKED.items() if key != "title"}

        assert "/0/link/text, /1/link/text" in words(build(gallery([untitled, untitled])).page)

    def test_shows_what_is_asked_for(self, build: Build) -> None:
        """The source as it was written, and no more than that."""
        built = build(gallery([LINKED], show="source"))

        assert json.dumps([LINKED]) in words(built.page)
        assert "L102" not in built.page

    @pytest.mark.parametrize(
        "document",
        [PICTURE, [PICTURE], {"galleries": [{"items": [PICTURE]}]}],
        ids=["item", "list", "galleries"],
    )
    def test_draws_cards(self, build: Build, document: Any) -> None:
        """Every item has a card, whatever it lies in."""
        built = build(gallery(document, show="gallery", to="frontend"))

        assert 1 == built.page.count("gallery-lens-card ")
        assert "crane.jpg" in built.page

    def test_marks_what_is_lost(self, build: Build) -> None:
        """The lines that warnings point to, and neither those of infos nor any other."""
        text = json.dumps({**LINKED, "sortOrder": 1, "tags": {"values": ["a"]}}, indent=1)
        page = build(fence("gallery-lens", text, show="source")).page
        marked = [words(line).strip() for line in page.splitlines() if 'class="hll"' in line]

        assert ['"text": "Go",'] == marked

    def test_draws_no_card_for_nothing(self, build: Build) -> None:
        """A text item alone leaves an empty wall."""
        built = build(gallery({"type": "TEXT", "text": {"html": "Hi"}}, show="gallery"))

        assert 0 == built.status
        assert "gallery-lens-card " not in built.page

    def test_reads_a_file(self, build: Build) -> None:
        """The argument is a path from the page."""
        page = fence("gallery-lens", "").replace("{gallery-lens}", "{gallery-lens} a.json")

        assert "L102" in build(page, {"a.json": json.dumps(LINKED)}).page

    def test_takes_the_options_of_a_conversion(self, build: Build) -> None:
        """Dialects, order and what becomes of text items."""
        items = [{**PICTURE, "sortOrder": 2}, {**PICTURE, "title": "First", "sortOrder": 1}]
        shown = words(
            build(gallery(items, **{"from": "velo", "order": "sort-order", "text-items": "error"})).page
        )

        assert shown.index('"First"') < shown.index('"Crane"')

    def test_shows_the_viewers_form(self, build: Build) -> None:
        """With its text items, each of which is told."""
        items = [{"type": "TEXT", "text": {"html": "<p>Low at noon</p>"}}]
        page = build(gallery(items, **{"from": "velo", "profile": "viewer"})).page

        assert "Low at noon" in page
        assert "S010" in page

    @pytest.mark.parametrize(
        ("page", "problem"),
        [
            (fence("gallery-lens", "{"), "it ends where a key in double quotes was expected"),
            (gallery({"a": 1}), "is not a gallery item"),
            (gallery([PICTURE], to="pdf"), "target cannot be 'pdf'"),
            (gallery([LINKED], **{"fail-on": "warning"}), "L102"),
            (gallery([PICTURE], to="velo", show="gallery"), "leave :to: out"),
            (gallery(PICTURE).replace("lens}", "lens} a.json"), "not both"),
            (fence("gallery-lens", "").replace("lens}", "lens} a.json"), "a.json cannot be read"),
        ],
        ids=["not-json", "no-item", "dialect", "fail-on", "cards", "both", "no-file"],
    )
    def test_fails_the_build_over_what_it_cannot_show(self, build: Build, page: str, problem: str) -> None:
        """What is not a gallery, or worse than allowed, is told and fails the build."""
        built = build(page)

        assert 1 == built.status
        assert problem in built.said

    def test_shows_refused_items_without_failing(self, build: Build) -> None:
        """A page may show what goes wrong."""
        built = build(gallery([EMPTY, PICTURE]))

        assert (0, "") == (built.status, built.said)
        assert "1 converted, 1 rejected" in built.page

    def test_nothing_of_a_gallery_becomes_html(self, build: Build) -> None:
        """Hostile titles, addresses and texts are shown as the characters that they are."""
        hostile = {
            **LINKED,
            "title": "<script>alert(1)</script> *bold* {ref}`x`\u202e",
            "description": '"><img src=x onerror=alert(1)>',
            "link": {"text": "<b>", "url": "javascript:alert(1)"},
        }
        built = build(gallery([hostile, EMPTY], show="source items gallery findings"))

        assert "" == built.said
        assert "<script>alert" not in built.page
        assert "<img" not in built.page
        assert "<b>" not in built.page
        assert 'href="javascript:' not in built.page
        assert "*bold* {ref}`x`\\u202e" in words(built.page)

    def test_quotes_stay_as_they_are(self, build: Build) -> None:
        """Values in messages are not made typographic."""
        assert '"Go"' in words(build(gallery([LINKED], show="findings")).page)

    def test_what_is_hardly_json_is_shown_without_complaint(self, build: Build) -> None:
        """The highlighter knows no NaN; the page shows it all the same."""
        built = build(fence("gallery-lens", '[{"type": "TEXT", "sortOrder": NaN}]', show="source"))

        assert (0, "") == (built.status, built.said)

    @pytest.mark.parametrize(
        ("pages", "target"),
        [
            (None, "<strong>L102 link-text-dropped</strong>"),
            ("https://rules.example/{name}/", 'href="https://rules.example/link-text-dropped/"'),
            ("/rules/{code}", 'href="rules/L102.html"'),
        ],
    )
    def test_codes_lead_to_pages(self, build: Build, pages: str | None, target: str) -> None:
        """To nowhere, to an address, or to a page of the site, as the site has it."""
        built = build(
            gallery([LINKED]),
            {"rules/L102.md": "---\norphan: true\n---\n# L102"},
            gallery_lens_rule_pages=pages,
        )

        assert "" == built.said
        assert target in built.page


class TestCheck:
    """``gallery_lens_check``."""

    PROMPTS = "```python\n>>> boats = {}\n>>> boats + 1\n13\n\n```\n"
    SESSION = "```console\n$ gallery-lens --version\ngallery-lens 0\n```\n"

    def test_what_is_written_out_is_left_alone(self, build: Build) -> None:
        """Unless the site asks for it."""
        assert 0 == build(self.PROMPTS.format("'a'") + self.SESSION).status

    def test_right_prompts_pass(self, build: Build) -> None:
        """Prompts share their names with those before, and with what is run."""
        page = (
            run("python", "boats = 11") + "```python\n>>> boats += 1\n```\n\n```pycon\n>>> boats\n12\n```\n"
        )

        assert (0, "") == attrs.astuple(build(page, gallery_lens_check=True))[:2]

    @pytest.mark.parametrize("page", [PROMPTS.format("11"), SESSION], ids=["prompts", "session"])
    def test_wrong_output_fails_the_build(self, build: Build, page: str) -> None:
        """What stands below a prompt has to be what is printed today."""
        built = build(page, gallery_lens_check=True)

        assert 1 == built.status
        assert "index.md:3: ERROR: this example does not work" in built.said

    def test_sessions_have_a_folder_each(self, build: Build) -> None:
        """What one command leaves behind is nothing to the next."""
        page = "```console\n$ echo 1 > a; gallery-lens -q rules > /dev/null\n$ ls; : gallery-lens\n```\n"

        assert (0, "") == attrs.astuple(build(page, gallery_lens_check=True))[:2]

    def test_other_programs_are_not_run(self, build: Build) -> None:
        """Nobody wants make to be called by a page, nor languages that are not Python."""
        page = "```console\n$ false; make everything\n```\n\n```python\nraise ValueError\n```\n"

        assert 0 == build(page, gallery_lens_check=True, highlight_language="none").status
