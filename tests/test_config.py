"""Config files: where they are sought, what they may say, and what is said of mistakes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from checkout import ROOT
from gallery_lens import schemas
from gallery_lens.config import Config, Configs
from gallery_lens.diagnostics import Severity
from gallery_lens.dialects import DIALECTS, writable
from gallery_lens.errors import ConfigError
from gallery_lens.linting.selection import RuleChoice
from gallery_lens.words import PROFILES, REPORT_FORMATS

PAGE = (ROOT / "docs" / "configuration.md").read_text("utf-8")
KEYS = schemas.schema("config")["properties"]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(path: str, text: str | bytes) -> None:
    """Write a file, with its folders."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode() if isinstance(text, str) else text)


def refused(text: str | bytes, path: str = "gallery-lens.toml") -> str:
    """Return what is said of a config file that holds *text*."""
    write(path, text)
    with pytest.raises(ConfigError) as error:
        Configs().at(str(Path(path).parent))
    return str(error.value)


class TestContent:
    """What a file may say."""

    def test_every_key(self) -> None:
        """All of them at once, as a frozen value."""
        write(
            "gallery-lens.toml",
            """
            from = "velo"
            to = "rest"
            profile = "viewer"
            select = ["L", "M101"]
            extend-select = ["off-schema"]
            ignore = ["L102"]
            per-file-ignores = {"drafts/*" = ["ALL"]}
            severity = {"link-text-dropped" = "info"}
            fail-on = "never"
            max-warnings = 3
            output-format = "json"
            baseline = "known.json"
            exclude = ["old"]
            """,
        )
        expected = Config(
            path=str(Path.cwd() / "gallery-lens.toml"),
            source="velo",
            target="rest",
            profile="viewer",
            select=("L", "M101"),
            extend_select=("off-schema",),
            ignore=("L102",),
            per_file_ignores={"drafts/*": ("ALL",)},
            severity={"link-text-dropped": Severity.INFO},
            fail_on="never",
            max_warnings=3,
            output_format="json",
            baseline="known.json",
            exclude=("old",),
        )

        assert expected == Configs().at(".")

    def test_the_schema_and_the_class_know_the_same(self) -> None:
        """Every key has its attribute; there is one more, for the file itself."""
        names = {"from": "source", "to": "target"}

        expected = {"path", *(names.get(key, key.replace("-", "_")) for key in KEYS)}
        assert expected == {*Config.held_fields}

    @pytest.mark.parametrize(
        ("key", "names"),
        [
            ("from", ["auto", *DIALECTS]),
            ("to", writable()),
            ("profile", PROFILES),
            ("output-format", ["text", *REPORT_FORMATS]),
        ],
    )
    def test_the_names_are_those_there_are(self, key: str, names: Any) -> None:
        """The schema spells out what the code knows."""
        assert sorted(names) == sorted(KEYS[key]["enum"])

    def test_what_it_says_of_rules(self) -> None:
        """For choosing, with the name of the file."""
        write("gallery-lens.toml", 'select = ["L"]\n')

        assert RuleChoice(select=("L",), source="gallery-lens.toml") == Configs().at(".").choice

    def test_nothing_at_all(self) -> None:
        """Without a file, or with an empty one, nothing is said, and patterns begin where we are."""
        assert Config() == Configs().at(".")
        assert str(Path.cwd()) == Config().folder
        assert RuleChoice() == Config().choice
        write("gallery-lens.toml", "")
        assert Config(path=str(Path.cwd() / "gallery-lens.toml")) == Configs().at(".")

    def test_a_byte_order_mark_is_no_content(self) -> None:
        """As Windows editors write it."""
        write("gallery-lens.toml", b'\xef\xbb\xbfto = "rest"\n')

        assert "rest" == Configs().at(".").target


class TestSearch:
    """Which file counts."""

    @pytest.mark.parametrize(
        ("folder", "expected"),
        [
            ("a/b/c", "a/b/gallery-lens.toml"),
            ("a/b", "a/b/gallery-lens.toml"),
            ("a", "pyproject.toml"),
            ("d", "d/gallery-lens.toml"),
            ("nowhere", "pyproject.toml"),
        ],
    )
    def test_the_nearest_one(self, folder: str, expected: str) -> None:
        """Upwards from the folder; our own file first; a project without our table is skipped."""
        write("pyproject.toml", "[tool.gallery-lens]\n")
        write("a/pyproject.toml", "[tool.other]\n")
        write("a/b/gallery-lens.toml", "")
        write("a/b/c/pyproject.toml", 'name = "gallery-lens"\ntool = 1\n')
        write("d/pyproject.toml", "[tool.gallery-lens]\n")
        write("d/gallery-lens.toml", "")

        assert str(Path.cwd() / expected) == Configs().at(folder).path

    def test_a_broken_project_that_does_not_name_us_is_none_of_our_business(self) -> None:
        """It is not even read as TOML."""
        write("pyproject.toml", "[")

        assert Configs().at(".").path is None

    @pytest.mark.parametrize(("name", "text"), [("x.toml", ""), ("x/pyproject.toml", "[tool.gallery-lens]")])
    def test_a_file_that_is_given_is_the_only_one(self, name: str, text: str) -> None:
        """Whatever its name, and wherever the folder."""
        write("gallery-lens.toml", "")
        write(name, text)

        assert str(Path.cwd() / name) == Configs(name).at("a").path

    @pytest.mark.parametrize(
        ("name", "sentence"),
        [
            ("none.toml", "none.toml cannot be read: no such file or directory."),
            (".", "cannot be read: is a directory."),
            ("pyproject.toml", "pyproject.toml has no [tool.gallery-lens] to follow."),
        ],
    )
    def test_a_file_that_is_given_must_be_one(self, name: str, sentence: str) -> None:
        """Nothing is skipped in silence."""
        write("pyproject.toml", "[tool.other]\n")

        with pytest.raises(ConfigError) as error:
            Configs(name)
        assert str(error.value).endswith(sentence)

    @pytest.mark.parametrize(
        ("folder", "path", "expected"),
        [("a", "a/b/c.json", "b/c.json"), ("a", "x.json", "../x.json"), (".", "x.json", "x.json")],
    )
    def test_patterns_begin_at_the_file(self, folder: str, path: str, expected: str) -> None:
        """Wherever the command runs."""
        write(f"{folder}/gallery-lens.toml", "")

        assert expected == Configs().at(folder).relative(path)


class TestMistakes:
    """What is said of them: the file, the key, and the remedy."""

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ('selct = ["L"]', "there is no key selct; did you mean select?"),
            ("fail_on = 1", "there is no key fail_on; did you mean fail-on?"),
            ("zzz = 1", f"there is no key zzz; choose one of {', '.join(KEYS)}."),
            ('fail-on = "warn"', "fail-on cannot be 'warn'; did you mean warning?"),
            ('to = "VELO"', "to cannot be 'VELO'; did you mean velo?"),
            ('to = "cms"', "to cannot be 'cms'; choose one of velo, rest, frontend, component."),
            ('severity = {L102 = "of"}', "severity.L102 cannot be 'of'; choose one of error, warning, info."),
            ('select = "L"', "select cannot be 'L'; it takes a list of selectors."),
            ("ignore = [1]", "ignore.0 cannot be 1; it takes a selector."),
            ('ignore = [""]', "ignore.0 cannot be ''; it takes a selector."),
            ("max-warnings = -1", "max-warnings cannot be -1; it takes a whole number, 0 or more."),
            ("max-warnings = true", "max-warnings cannot be True; it takes a whole number, 0 or more."),
            ("exclude = 1", "exclude cannot be 1; it takes a list of patterns."),
            ('baseline = ""', "baseline cannot be ''; it takes a path of a file."),
            (
                "per-file-ignores = []",
                "per-file-ignores cannot be []; it takes a table of patterns",
            ),
        ],
    )
    def test_of_content(self, text: str, sentence: str) -> None:
        """What comes closest, or what there is."""
        said = refused(text)

        assert said.startswith(f"gallery-lens.toml: {sentence}")

    def test_all_of_them(self) -> None:
        """One line each; in a project's file with the whole key."""
        assert [
            "pyproject.toml: there is no key tool.gallery-lens.selct; did you mean select?",
            "pyproject.toml: tool.gallery-lens.to cannot be 1; choose one of velo, rest, frontend, "
            "component.",
        ] == refused("[tool.gallery-lens]\nto = 1\nselct = 2\n", "pyproject.toml").splitlines()

    def test_of_rules(self) -> None:
        """What is no rule is not skipped until a file is linted."""
        said = refused('per-file-ignores = {"*.json" = ["link-text-droped"]}')

        assert said.startswith(
            "per-file-ignores in gallery-lens.toml: there is no rule 'link-text-droped'; did "
        )

    def test_of_the_table(self) -> None:
        """A number is no table."""
        said = refused("[tool]\ngallery-lens = 1\n", "pyproject.toml")

        assert "pyproject.toml: tool.gallery-lens cannot be 1; it takes a table of settings." == said

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ('to = "rest"\nselect [', "line 2, column 8: expected '=' after a key"),
            ('to = "rest', "line 1, column 11: "),
            ('to = "rest"\nto = "velo"', "line 2, column 12: cannot overwrite a value"),
        ],
    )
    def test_of_toml(self, text: str, place: str) -> None:
        """Line and column first."""
        assert refused(text).startswith(f"gallery-lens.toml is no TOML: {place}")

    def test_of_encoding(self) -> None:
        """TOML is UTF-8."""
        assert "gallery-lens.toml is not in UTF-8, as TOML is: see byte 1." == refused(b"#\xff")


class TestPage:
    """What the manual says of config files."""

    @pytest.mark.parametrize("key", KEYS)
    def test_every_key_has_its_section(self, key: str) -> None:
        """With its default, the words it takes, and an example that is followed."""
        section = PAGE.partition(f"\n### {key}\n")[2].partition("\n#")[0]
        words = [f"`{word}`" for word in KEYS[key].get("enum", ())]
        default = f"`{json.dumps(KEYS[key]['default'])}`" if "default" in KEYS[key] else "none"

        assert [] == [word for word in words if word not in section]
        assert f"Default: {default}." in " ".join(section.split())
        write("gallery-lens.toml", section.partition("```toml\n")[2].partition("```")[0])
        assert Configs().at(".") != Config(path=str(Path.cwd() / "gallery-lens.toml"))

    @pytest.mark.parametrize(
        "block", re.findall(r"^```toml\n(# \S+\n.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    )
    def test_whole_files_can_be_followed(self, block: str) -> None:
        """Under the name that stands on top of them."""
        name = block.split()[1]
        write(name, block)

        assert str(Path.cwd() / name) == Configs().at(".").path
