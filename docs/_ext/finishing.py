"""What the theme leaves undone: descriptions of pages, roles and labels, and a page for wrong addresses."""

import os
import re
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.application import Sphinx

#: What readers of screens and users of keys need, and the theme does not write.
_MENDED: Final = (
    ('<p class="caption" role="heading">', '<p class="caption" role="heading" aria-level="2">'),
    ('<aside class="sidebar-drawer">', '<aside class="sidebar-drawer" aria-label="All pages">'),
    ('<aside class="toc-drawer', '<aside aria-label="On this page" class="toc-drawer'),
    ("<pre>", '<pre tabindex="0">'),
    ('<th class="head"><p></p></th>', "<td></td>"),
)
_LONGEST: Final = 200


def setup(app: Sphinx) -> dict[str, Any]:
    """Describe pages as they are written, and mend them when all are."""
    app.connect("html-page-context", _describe)
    app.connect("build-finished", _mend)
    return {"parallel_read_safe": True}


def _describe(
    app: Sphinx, name: str, template: str, context: dict[str, Any], page: nodes.document | None
) -> None:
    """Give a page its first paragraph as description; the one for wrong addresses may be shown anywhere."""
    first = next(page.findall(nodes.paragraph), None) if page else None
    if first is not None:
        words = re.sub(r"\s+", " ", first.astext()).replace('"', "&quot;").replace("<", "&lt;")
        shown = words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + " …"
        context["metatags"] += f'<meta name="description" content="{shown}">'
    if name == "404":
        root = urlsplit(os.environ.get("GALLERY_LENS_SITE", "")).path.rstrip("/")
        context["metatags"] += f'<base href="{root}/">'


def _mend(app: Sphinx, error: Exception | None) -> None:
    for page in Path(app.outdir).rglob("*.html") if not error and app.builder.name == "html" else ():
        text = page.read_text("utf-8")
        for given, wanted in _MENDED:
            text = text.replace(given, wanted)
        page.write_text(text, "utf-8")
