"""The Python of ours that runs in browsers only, loaded here: it has no package."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Final

from checkout import ROOT

PYTHON: Final = ROOT / "docs" / "playground" / "python"


def load(name: str, folder: Path = PYTHON) -> ModuleType:
    """Return a module under a name that hides no other."""
    spec = importlib.util.spec_from_file_location(f"playground_{name}", folder / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
