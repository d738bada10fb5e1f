"""The ``picture`` directive: a drawing as part of the page, so that it follows light and dark."""

from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective


class Picture(SphinxDirective):
    """Shows an SVG file of the source folder; its alternative text is the content of the directive."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar = {"caption": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the picture, with its words for those who do not see it."""
        self.assert_has_content()
        relative, path = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(relative)
        said = nodes.make_id(relative)
        words = " ".join(self.content)
        drawing = (
            Path(path).read_text("utf-8").replace("<svg ", f'<svg role="img" aria-labelledby="{said}" ', 1)
        )
        drawing = drawing.replace("<style>", f'<title id="{said}">{_escaped(words)}</title><style>', 1)
        shown = [nodes.raw("", f'<div class="drawing">{drawing}</div>', format="html")]
        if "caption" in self.options:
            shown.append(nodes.caption("", self.options["caption"]))
        return [nodes.figure("", *shown, classes=["picture"])]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def setup(app: Sphinx) -> dict[str, Any]:
    """Add the directive."""
    app.add_directive("picture", Picture)
    return {"parallel_read_safe": True}
