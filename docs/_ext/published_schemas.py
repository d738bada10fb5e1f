"""Puts the schemas below their addresses: as they are, bundled, and bundled in draft 7 for editors."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from sphinx.application import Sphinx

from gallery_lens import schemas
from gallery_lens.draft7 import to_draft7

#: What lies beside a schema, in folders of these names.
BUNDLE: Final = "bundle"
DRAFT_7: Final = "draft-07"


def setup(app: Sphinx) -> dict[str, Any]:
    """Write the files when the site is built."""
    app.connect("build-finished", _publish)
    return {"parallel_read_safe": True}


def _publish(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.format == "html":
        for path, text in files():
            target = Path(app.outdir, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")


def files() -> Iterator[tuple[str, str]]:
    """Yield the path of every file from the root of the site, and what it holds."""
    for name in schemas.names():
        folder, _, file = urlsplit(schemas.schema(name)["$id"]).path.lstrip("/").rpartition("/")
        yield f"{folder}/{file}", schemas.text(name)
        yield f"{folder}/{BUNDLE}/{file}", _text(schemas.bundle(name))
        yield f"{folder}/{DRAFT_7}/{file}", _text(to_draft7(schemas.bundle(name)))


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
