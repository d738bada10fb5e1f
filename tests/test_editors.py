"""What editors make of the schemas and of the documented code: VS Code, TypeScript, Pylance.

The npm packages are those of ``tests/editors/package-lock.json``; they are installed once, below the
temporary folder, and again when the lock changes. Without npm these tests are skipped.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from checkout import ROOT
from documented import documented
from gallery_lens import schemas
from gallery_lens.draft7 import to_draft7

SOURCES = ROOT / "tests" / "editors"
PICTURE = "wix:image://v1/11062b_river~mv2.jpg/river.jpg#originWidth=800&originHeight=600"

pytestmark = [
    pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed"),
    pytest.mark.skipif(not SOURCES.is_dir(), reason="only a checkout has the sources"),
]

#: An item that each schema takes, one key per line, and the wrapper that the schema is about.
VELO = {"title": "River", "type": "IMAGE", "image": {"imageInfo": PICTURE}}
REST = {"title": "River", "type": "IMAGE", "image": {"imageInfo": {"id": "a.jpg", "width": 8, "height": 6}}}
PAGE = {"title": "River", "type": "image", "src": PICTURE}
LEGACY = {"title": "River", "dataType": "PHOTO", "mediaUrl": "a.jpg"}
CMS = {"title": "River", "type": "image", "src": PICTURE}
COMPONENT = {
    "itemId": "a",
    "mediaUrl": "a.jpg",
    "metaData": {"title": "River", "type": "image", "height": 6, "width": 8},
}
WITH_ITEMS: dict[str, Any] = {
    "velo-item": VELO,
    "velo-gallery": {"items": [VELO]},
    "rest-item": REST,
    "rest-gallery": {"items": [REST]},
    "rest-legacy-item": LEGACY,
    "rest-legacy-gallery": {"items": [LEGACY]},
    "frontend-item": PAGE,
    "frontend-items": [PAGE],
    "frontend-view": [PAGE],
    "frontend-view-item": PAGE,
    "frontend-viewer-item": PAGE,
    "frontend-galleries": [{"galleryId": "a", "items": [PAGE]}],
    "cms-item": CMS,
    "cms-items": [CMS],
    "component-item": COMPONENT,
    "component-gallery": {"items": [COMPONENT]},
}
#: The type of an item, under either name.
TYPE = re.compile(r'"(type|dataType)": "\w+"')


def bundle(name: str) -> dict[str, Any]:
    """Return a schema as editors take it."""
    return to_draft7(schemas.bundle(name))


@pytest.fixture(scope="session")
def packages() -> Path:
    """Return a folder with the programs of this test and the npm packages that they need."""
    digest = hashlib.sha256((SOURCES / "package-lock.json").read_bytes()).hexdigest()[:16]
    folder = Path(tempfile.gettempdir()) / f"gallery-lens-editors-{digest}"
    if not (folder / "node_modules" / ".package-lock.json").is_file():
        with tempfile.TemporaryDirectory(dir=folder.parent) as fresh:
            made = Path(fresh) / "made"
            shutil.copytree(SOURCES, made, ignore=shutil.ignore_patterns("node_modules"))
            subprocess.run(["npm", "ci", "--no-fund", "--no-audit", "--silent"], cwd=made, check=True)
            if not folder.exists():
                made.rename(folder)
    for program in SOURCES.glob("*.mjs"):
        shutil.copy(program, folder)
    return folder


def asked(packages: Path, program: str, request: Any) -> Any:
    """Run one of the programs."""
    ran = subprocess.run(
        ["node", program], cwd=packages, input=json.dumps(request).encode(), capture_output=True, check=False
    )
    assert b"" == ran.stderr
    return json.loads(ran.stdout)


def at(text: str, words: str, offset: int = 0) -> list[int]:
    """Return the line and character where *words* begin, counted from 0, moved by *offset*."""
    before = text[: text.index(words)]
    return [before.count("\n"), len(before) - before.rfind("\n") - 1 + offset]


def test_every_schema_with_items_is_tried() -> None:
    """None is forgotten when one is added."""
    assert set(WITH_ITEMS) == {
        name for name in schemas.names() if re.search(r"-(items?|gallery|galleries|view)$", name)
    }


def test_valid_documents_have_no_problems(packages: Path) -> None:
    """Nor is anything fetched."""
    requests = [
        {"name": name, "schema": bundle(name), "text": json.dumps(document, indent=2)}
        for name, document in WITH_ITEMS.items()
    ]

    assert [[]] * len(requests) == [each["problems"] for each in asked(packages, "service.mjs", requests)]


def test_a_wrong_type_is_marked_at_its_line(packages: Path) -> None:
    """In all schemas that have items."""
    texts = {name: json.dumps(document, indent=2) for name, document in WITH_ITEMS.items()}
    texts = {name: TYPE.sub(r'"\1": "AUDIO"', text) for name, text in texts.items()}
    requests = [{"name": name, "schema": bundle(name), "text": text} for name, text in texts.items()]

    answers = asked(packages, "service.mjs", requests)

    marked = [{each["line"] for each in answer["problems"]} for answer in answers]
    wanted = [at(text, '"AUDIO"')[0] for text in texts.values()]
    assert [] == [name for name, line, lines in zip(texts, wanted, marked, strict=True) if line not in lines]


def test_keys_are_explained_and_completed(packages: Path) -> None:
    """What the pointer rests on is explained, and the values and keys that may follow are offered."""
    texts = {name: json.dumps(document, indent=2) for name, document in WITH_ITEMS.items()}
    requests = [
        {
            "name": name,
            "schema": bundle(name),
            "text": text,
            "hover": at(text, '"title"', 2),
            "complete": at(text, '"River"', -8),
        }
        for name, text in texts.items()
    ]

    answers = asked(packages, "service.mjs", requests)

    named = [*zip(texts, answers, strict=True)]
    assert [] == [name for name, each in named if not each["hover"]]
    assert [] == [name for name, each in named if "description" not in each["completions"]]


def test_every_schema_can_be_used_by_an_editor(packages: Path) -> None:
    """Also those of reports and settings: nothing in them is beyond the language service."""
    requests = [{"name": name, "schema": bundle(name), "text": "[0]"} for name in schemas.names()]

    answers = asked(packages, "service.mjs", requests)

    told = " ".join(problem["message"] for each in answers for problem in each["problems"])
    assert "Problems loading" not in told
    assert "resolve" not in told


#: How the types are used: a typed value that is right, and one that is not.
USES = {
    "velo-gallery": ("VeloGallery", {"items": [VELO]}, {"items": [{**VELO, "title": 5}]}),
    "rest-gallery": ("RESTGallery", {"items": [REST]}, {"items": [{**REST, "title": 5}]}),
    "frontend-items": ("FrontendItems", [PAGE], [{**PAGE, "title": 5}]),
    "report": ("Report", None, {"schemaVersion": "one"}),
}


def test_types_for_typescript_compile(packages: Path, tmp_path: Path) -> None:
    """Those of every schema; and they take what is right, and refuse what is not."""
    made = asked(packages, "types.mjs", {name: bundle(name) for name in schemas.names()})
    for name, text in made.items():
        (tmp_path / f"{name}.d.ts").write_text(text, "utf-8")
    lines = []
    for index, (name, (type_, right, wrong)) in enumerate(USES.items()):
        lines.append(f"import type {{ {type_} as T{index} }} from './{name}';")
        if right is not None:
            lines.append(f"export const right{index}: T{index} = {json.dumps(right)};")
        lines += ["// @ts-expect-error", f"export const wrong{index}: T{index} = {json.dumps(wrong)};"]
    (tmp_path / "use.ts").write_text("\n".join(lines), "utf-8")

    compiler = packages / "node_modules" / "typescript" / "bin" / "tsc"
    options = ["--noEmit", "--strict", "--skipLibCheck", "false", "--moduleResolution", "node"]
    ran = subprocess.run(
        ["node", compiler, *options, *tmp_path.glob("*.ts")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert "" == ran.stdout


def test_what_is_documented_passes_pyright(packages: Path, tmp_path: Path) -> None:
    """In its strict mode, but for shown values, unused imports, and types of ``{}``."""
    config = {
        "include": [documented(tmp_path).name],
        "extraPaths": [str(ROOT / "src")],
        "typeCheckingMode": "strict",
        "reportUnusedExpression": False,
        "reportUnusedImport": False,
        "reportUnknownVariableType": False,
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(config), "utf-8")
    pyright = packages / "node_modules" / ".bin" / "pyright"
    command = [str(pyright), "--pythonpath", sys.executable, "-p", str(tmp_path)]

    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    assert 0 == ran.returncode, ran.stdout
