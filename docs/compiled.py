"""Writes the conversions that are printed from the tables, ``compiled/printed/``. A test compares."""

from pathlib import Path

import gallery_lens.compiled
from gallery_lens.compiled import printed_modules

FOLDER = Path(gallery_lens.compiled.__file__).parent / "printed"


if __name__ == "__main__":
    for name, text in printed_modules().items():
        (FOLDER / f"{name}.py").write_text(text, encoding="utf-8")
