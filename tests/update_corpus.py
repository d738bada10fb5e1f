"""Writes what the cases of ``corpus/cases`` are expected to give: ``python tests/update_corpus.py [CASE …]``.

A case is a folder with ``input.json`` and, if it needs them, the further arguments of ``convert`` in
``options.json``. Beside them stand, for each target, the expected value and the expected findings,
one line each: severity, code, name, pointer. Read the difference before you commit it.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import gallery_lens as gl

CASES: Final = Path(__file__).parent / "corpus" / "cases"
TARGETS: Final = ("frontend", "velo", "rest", "component")
BACKENDS: Final = ("velo", "rest")


def document(case: Path) -> Any:
    """Return what the case converts."""
    return json.loads((case / "input.json").read_text("utf-8"))


def options(case: Path) -> dict[str, Any]:
    """Return the arguments of ``convert`` that the case asks for besides the target."""
    path = case / "options.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def results(case: Path) -> dict[str, gl.Result]:
    """Convert the case to every target that its options allow: only a backend has galleries to create."""
    asked = options(case)
    allowed = BACKENDS if asked.get("as_gallery") else TARGETS
    return {target: gl.convert(document(case), target=target, **asked) for target in allowed}


def expectations(case: Path) -> dict[str, str]:
    """Return the text of every file that the case is expected to have, by name."""
    files = {}
    for target, result in results(case).items():
        files[f"{target}.json"] = json.dumps(result.value, ensure_ascii=False, indent=2) + "\n"
        files[f"{target}.findings"] = "".join(map(_line, result.diagnostics))
    return files


def _line(found: gl.Diagnostic) -> str:
    return f"{found.severity} {found.code} {found.name} {found.pointer}".rstrip() + "\n"


def update(names: Iterable[str], folder: Path = CASES) -> None:
    """Write the files of the cases called *names* in *folder*, or of all cases."""
    for case in [folder / name for name in names] or sorted(folder.iterdir()):
        for name, text in expectations(case).items():
            (case / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    update(sys.argv[1:])
