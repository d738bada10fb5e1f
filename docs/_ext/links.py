"""Makes links that are right in the repository right on the site, too.

Pages are written to be read in the repository as well, where a link leads to a file. Here a rule has a
page of its own, README and the schemas' README are pages, and schemas lie below ``schemas/1/``.
"""

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from gallery_lens.rules import rule

_LINK = re.compile(r"\]\((?:\.\./|docs/)*([^)\s:#]+)(#[^)\s]*)?\)")


def setup(app: Sphinx) -> dict[str, Any]:
    """Rewrite links as pages are read, and what begins with ``site:`` as they are written."""
    app.connect("source-read", lambda app, docname, source: _rewrite(source))
    app.connect("include-read", lambda app, path, docname, source: _rewrite(source))
    app.connect("doctree-resolved", _resolve)
    return {"parallel_read_safe": True}


def _rewrite(source: list[str]) -> None:
    source[0] = _LINK.sub(_link, source[0])


def _link(match: re.Match[str]) -> str:
    path, anchor = match[1], match[2] or ""
    if path == "losses.md":
        return f"]({_rule_page(anchor)})"
    if path == "README.md":
        return f"](/readme.md{anchor})"
    if path == "schemas/README.md":
        return f"](/reference/schemas.md{anchor})"
    if path.startswith("schemas/"):
        return f"](site:schemas/1/{path.removeprefix('schemas/')})"
    if match[0].startswith("](docs/"):
        return f"](/{path}{anchor})"
    return match[0]


def _rule_page(anchor: str) -> str:
    """The page that a heading such as ``#l102-link-text-dropped`` stands for."""
    if not anchor:
        return "/rules/index.md"
    found = rule(anchor[1:5])
    return f"/rules/{found.code}-{found.name}/index.md"


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    up = "../" * docname.count("/")
    for reference in doctree.findall(nodes.reference):
        if reference.get("refuri", "").startswith("site:"):
            reference["refuri"] = up + reference["refuri"].removeprefix("site:")
            reference["classes"] = [name for name in reference["classes"] if name != "external"]
