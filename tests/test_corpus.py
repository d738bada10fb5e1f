"""The cases of ``corpus/cases``, through the API and through the command."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import gallery_lens as gl
import update_corpus
from accounts import unaccounted
from checkout import ROOT
from emitted import wrong
from update_corpus import CASES
from wrappings import wrappings

SAMPLES = Path(__file__).parent / "corpus" / "samples"

#: One case for each thing that the command does with its arguments and the document.
BY_COMMAND = {
    "sdk-1": [],
    "wrapper-galleries": [],
    "bad-item-among-good": [],
    "order-sorted": ["--order", "sort-order"],
    "text-items-as-errors": ["--text-items", "error"],
    "source-named": ["--from", "rest"],
}

every_case = pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    command = [sys.executable, "-m", "gallery_lens", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@every_case
def test_a_case_gives_what_is_expected(case: Path) -> None:
    """Values and findings of every target are those of the files, to the letter."""
    given = {path.name for path in case.iterdir()} - {"input.json", "options.json"}
    expected = {name: (case / name).read_text("utf-8") for name in given}

    assert expected == update_corpus.expectations(case)


@every_case
def test_what_a_case_gives_is_valid(case: Path) -> None:
    """Every part of what comes out is what the target's schema describes."""
    results = update_corpus.results(case).items()

    document = update_corpus.document(case)
    assert [] == [
        sentence
        for target, result in results
        for sentence in wrong(
            result.value,
            target,
            kept="frontend" in result.dialects,
            given=document if target in result.dialects else None,
        )
    ]


@pytest.mark.parametrize("target", update_corpus.TARGETS)
@pytest.mark.parametrize("name", ["sdk-1", "rest-2", "restold-1", "cms-1", "component-2", "frontend-6"])
def test_every_wrapper_gives_all_back(name: str, target: str) -> None:
    """Valid parts, and an account of every value, whatever the items come in, events included."""
    for wrapper, document in wrappings(_read(SAMPLES / f"{name}.json")):
        result = gl.convert(document, target=target)

        assert (wrapper, []) == (wrapper, wrong(result.value, target, kept="frontend" in result.dialects))
        assert (wrapper, []) == (wrapper, unaccounted(document, result))


def test_every_sample_is_a_case() -> None:
    """Each has its folder, unchanged."""
    samples = list(SAMPLES.glob("*.json"))
    strangers = [path.name for path in samples if _read(path) != _read(CASES / path.stem / "input.json")]

    assert [] == strangers
    assert samples


@pytest.mark.parametrize("target", update_corpus.TARGETS)
@pytest.mark.parametrize("name", BY_COMMAND)
def test_the_command_gives_the_same(name: str, target: str, tmp_path: Path) -> None:
    """The command writes the expected value, reports the expected findings and keeps what is left."""
    case, report, rejects = CASES / name, tmp_path / "report.jsonl", tmp_path / "rejects.ndjson"

    arguments = [*BY_COMMAND[name], "--to", target, "--report", report, "--rejects", rejects]
    ran = run("-q", "convert", *arguments, case / "input.json")

    expected = update_corpus.results(case)[target]
    found = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    kept = [json.loads(line)["item"] for line in rejects.read_text("utf-8").splitlines()]
    assert expected.value == json.loads(ran.stdout)
    assert [each.to_dict() | {"file": str(case / "input.json")} for each in expected.diagnostics] == found
    assert [each.item for each in expected.rejects] == kept
    assert any(each["severity"] == "error" for each in found) == ran.returncode


class TestScripts:
    """The scripts that keep the corpus."""

    @pytest.mark.parametrize(("names", "written"), [([], {"new", "other"}), (["new"], {"new"})])
    def test_updating_writes_what_is_missing(
        self, tmp_path: Path, names: list[str], written: set[str]
    ) -> None:
        """A case begins as a folder with its input; the script writes the rest, for all or for some."""
        for name in ("new", "other"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "input.json").write_text('[{"src": 5}]')

        update_corpus.update(names, tmp_path)

        found = {path.parent.name: path.read_text("utf-8") for path in tmp_path.glob("*/velo.findings")}
        assert dict.fromkeys(written, "error S001 off-schema /0/src\n") == found

    @pytest.mark.parametrize(
        ("name", "content", "code", "told"),
        [
            ("frontend-1", '[{"src": "https://river.example/a.jpg"}, 5]', 0, "0 problems"),
            ("webhook-2", '{"metadata": {"entityId": "5"}}', 0, "0 problems"),
            ("webhook-3", '{"metadata": {"entityId": "5"}}', 1, "nothing is converted, and nobody says why"),
            ("frontend-1", "[", 1, "the command gives exit status 2"),
        ],
    )
    def test_all_payloads_at_hand_are_converted(
        self, tmp_path: Path, name: str, content: str, code: int, told: str
    ) -> None:
        """Items may be refused, but every document gives data, valid papers and a fitting exit status."""
        (tmp_path / f"{name}.json").write_text(content)

        command = [sys.executable, ROOT / ".ci" / "convert_corpus.py", tmp_path]
        ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

        assert (code, 4) == (ran.returncode, ran.stdout.count(told))

    def test_a_folder_without_payloads_is_a_mistake(self, tmp_path: Path) -> None:
        """Nothing has been looked at then."""
        command = [sys.executable, ROOT / ".ci" / "convert_corpus.py", tmp_path]

        assert 1 == subprocess.run(command, capture_output=True, check=False).returncode


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))
