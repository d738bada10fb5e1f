"""The worked examples of the contributing guide: what it prints works, and what it leaves out is noticed."""

import csv
import io
import sys
from pathlib import Path
from types import ModuleType

import pytest

import test_options
from findings import BARE, FOUND, SUMMARY
from gallery_lens import read, reporters, words
from gallery_lens.reporters import reporter
from gallery_lens.rules import RETIRED, RULES
from gallery_lens.rules.base import Aim, Rule
from gallery_lens.words import Flag
from test_docs import DOCS, blocks


def example(begin: str) -> ModuleType:
    """Return the module that the guide shows in the block that begins with *begin*."""
    (block,) = (each for each in blocks(DOCS / "contributing.md", "py") if each.startswith(f'"""{begin}'))
    module = ModuleType("example")
    exec(compile(block, "contributing.md", "exec"), module.__dict__)
    return module


def test_a_report() -> None:
    """The format is found by its name, and writes a line for each finding."""
    module = example("The ``csv`` report")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "gallery_lens.reporters.csv", module)
        patch.setattr(reporters, "REPORT_FORMATS", (*words.REPORT_FORMATS, "csv"))
        text = reporter("csv").report([FOUND, BARE], SUMMARY).decode()

    head, *rows = csv.reader(io.StringIO(text))
    assert ["file", "line", "column", "code", "severity", "message"] == head
    assert [["wedding.json", "3", "7", "L102"], ["", "", "", "M101"]] == [row[:4] for row in rows]


def test_a_rule() -> None:
    """It speaks of its bad examples and not of its good ones, and its code is free."""
    rule: Rule = example("The title begins or ends with blanks.").RULE

    assert rule.check
    assert rule.name not in {*RULES, *RETIRED}
    assert rule.code.lower() not in {module[:4] for module in RULES.values()}
    for examples, count in ((rule.bad, 1), (rule.good, 0)):
        for each in examples:
            (item,) = read(each.document, "velo").items
            assert count == len([*rule.check(item, Aim.PAGE)])


def test_a_flag_alone_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its field and its argument."""
    monkeypatch.setitem(words.FLAGS, "untitled", Flag("Handling of items without a title.", ("keep", "name")))

    with pytest.raises(AssertionError):
        test_options.test_every_flag_is_a_field_with_the_same_default()


@pytest.mark.parametrize("heading", ["rule", "field", "dialect", "flag of a conversion", "report format"])
def test_files_that_the_guide_names_exist(heading: str) -> None:
    """Each section, in its own words; names in angle brackets and of the examples stand for others."""
    text = (
        (DOCS / "contributing.md").read_text("utf-8").split(f"\n## Add a {heading}\n", 1)[1].split("\n## ")[0]
    )
    named = {word.strip("`,.;:)") for word in text.split() if word.startswith("`")}
    files = {word for word in named if word.endswith((".py", ".json", ".md", "/")) and "<" not in word}

    root, package = DOCS.parent, Path(reporters.__file__).parents[1]
    missing = [name for name in files if not any((folder / name).exists() for folder in (root, package))]
    assert not {*missing} - {"rules/s011_title_untrimmed.py", "reporters/csv.py"}
