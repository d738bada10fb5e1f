"""The worked examples of the contributing guide: what it prints works, and what it leaves out is noticed."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import test_options
from findings import BARE, FOUND, SUMMARY
from gallery_lens import read, reporters, schemas, words
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


#: What a field costs in two dialects, which share a table: file, line before which it stands, the new line.
FIELD = {
    "model.py": ("    quality: Maybe[int]", "    author: Maybe[str] = UNSET  #: who took the picture\n"),
    "schemas/common.schema.json": (
        '        "quality": {\n          "description": "Quality',
        '        "author": {"description": "Who took the picture.", "type": ["string", "null"]},\n',
    ),
    "dialects/_backend.py": (
        '        Row(f"{at}.quality"',
        '        Row(f"{at}.author", f"{wire}.author", TEXT),\n',
    ),
    "dialects/frontend.py": (
        '        Loss("image.exif"',
        '        Loss("image.author", "unknown-field-dropped", has("image.author")),\n',
    ),
    "dialects/_component_losses.py": (
        '        Loss("image.focal_point", "focal-point-dropped", unfit),',
        '        Loss("image.author", "unknown-field-dropped", present),\n',
    ),
}
PICTURE = """{"_id": "5b1c6f0e-6f0a-4d0c-9d3c-0f1e2d3c4b5a", "type": "IMAGE", "image": {"imageInfo":
"wix:image://v1/a.jpg/a.jpg#originWidth=8&originHeight=6", "author": "Ansel"}}"""
CONVERT = """
import json, sys
import gallery_lens as gl
from gallery_lens.compiled import printed_modules
for name, text in printed_modules().items():  # as make generate does
    open(f"{sys.argv[1]}/gallery_lens/compiled/printed/{name}.py", "w", encoding="utf-8").write(text)
given = json.loads(sys.argv[2])
for source, target in json.loads(sys.argv[3]):
    result = gl.convert(given, source=source, target=target)
    print(json.dumps([result.value, [found.name for found in result.diagnostics]]))
"""


def copied(folder: Path) -> Path:
    """Copy the package with its schemas into *folder*, as a wheel holds them."""
    package = Path(reporters.__file__).parents[1]
    copy = shutil.copytree(package, folder / "gallery_lens", ignore=shutil.ignore_patterns("__pycache__"))
    for name in schemas.names():
        (copy / "schemas").mkdir(exist_ok=True)
        (copy / "schemas" / f"{name}.schema.json").write_text(schemas.text(name), "utf-8")
    return copy


def insert(file: Path, before: str, text: str) -> None:
    """Let *text* stand in *file* before the only place that begins with *before*."""
    held = file.read_text("utf-8")
    assert held.count(before) == 1, before
    file.write_text(held.replace(before, text + before), "utf-8")


def converted(folder: Path, item: str, pairs: list[tuple[str, str]]) -> list[Any]:
    """Convert *item* by the package in *folder*; return values and names of findings."""
    program = [sys.executable, "-c", CONVERT, str(folder), item, json.dumps(pairs)]
    environment = os.environ | {"PYTHONPATH": str(folder)}
    ran = subprocess.run(program, capture_output=True, check=True, env=environment)
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_a_field(tmp_path: Path) -> None:
    """It travels between the dialects that have it, and is lost, with a finding, to the one that has not."""
    copy = copied(tmp_path)
    for name, (before, text) in FIELD.items():
        insert(copy / name, before, text)

    pairs = [("velo", "rest"), ("velo", "frontend"), ("velo", "component")]
    (there, told), *others = converted(tmp_path, PICTURE, pairs)

    assert ("Ansel", []) == (there["image"]["author"], told)
    assert [["unknown-field-dropped"]] * 2 == [why for _, why in others]
    assert "Ansel" not in json.dumps(others)


def test_a_dialect(tmp_path: Path) -> None:
    """Its two fields are read, and the command knows its name."""
    copy = copied(tmp_path)
    (block,) = (each for each in blocks(DOCS / "contributing.md", "py") if each.startswith('"""``postcard``'))
    (copy / "dialects/postcard.py").write_text(block, "utf-8")
    source = "from gallery_lens.dialects.postcard import POSTCARD"
    function = f"def _postcard() -> Dialect:\n    {source}\n\n    return POSTCARD\n\n\n"
    insert(copy / "dialects/__init__.py", "def _rest() ->", function)
    insert(copy / "dialects/__init__.py", '        "rest": _rest,', '        "postcard": _postcard,\n')
    words = copy / "words.py"
    words.write_text(
        words.read_text("utf-8").replace('"rest-legacy", "cms"]', '"rest-legacy", "cms", "postcard"]')
    )
    for name in ("postcard-item", "postcard-items"):
        schema = {"$id": f"https://example.org/{name}.schema.json", "type": ["object", "array"]}
        (copy / "schemas" / f"{name}.schema.json").write_text(json.dumps(schema), "utf-8")

    item = '{"caption": "River", "picture": "https://example.org/a.jpg"}'
    ((named, _), (found, _)) = converted(tmp_path, item, [("postcard", "frontend"), ("auto", "frontend")])

    assert {"type": "image", "src": "https://example.org/a.jpg", "title": "River"} == named == found


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
    assert not {*missing} - {"rules/s011_title_untrimmed.py", "reporters/csv.py", "dialects/postcard.py"}
