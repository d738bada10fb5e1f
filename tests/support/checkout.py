"""Where the checkout is, for tests that look at more than the package: they may run in a copy inside it."""

from pathlib import Path
from typing import Final

ROOT: Final = next(folder for folder in Path(__file__).resolve().parents if (folder / "schemas").is_dir())
