"""The ``gallery-lens`` directive: a gallery, what becomes of it, and what is said about that."""

import json
from pathlib import Path
from typing import ClassVar, Final

from docutils import nodes
from docutils.parsers.rst import directives

from gallery_lens.api import Result, convert_text
from gallery_lens.errors import LossError, UsageError
from gallery_lens.sphinx_ext._directive import ExampleDirective
from gallery_lens.sphinx_ext.nodes import account, cards, titled
from gallery_lens.sphinx_ext.running import ExampleError

_PARTS: Final = ("source", "items", "gallery", "findings")


class GalleryDirective(ExampleDirective):
    """Converts its content, or the file that its argument names, and shows the result."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar = {
        "from": directives.unchanged_required,
        "to": directives.unchanged_required,
        "order": directives.unchanged_required,
        "text-items": directives.unchanged_required,
        "profile": directives.unchanged_required,
        "fail-on": directives.unchanged_required,
        "show": lambda argument: [directives.choice(part, _PARTS) for part in argument.split()],
    }

    def example(self) -> nodes.Element:
        """Return the nodes of the example; raises ``ExampleError`` if it is not a gallery, or too bad."""
        text = self._text()
        result = self._converted(text)
        show = self.options.get("show", ["items", "findings"])
        sides = nodes.container("", classes=["gallery-lens-sides"])
        if "source" in show:
            sides += titled(", ".join(result.dialects) or "JSON", text, result.diagnostics)
        if "items" in show:
            items = json.dumps(result.value, indent=2, ensure_ascii=False)
            sides += titled(self.options.get("to", "frontend"), items)
        box = nodes.container("", *([sides] if sides.children else []), classes=["gallery-lens"])
        if "gallery" in show:
            if self.options.get("to", "frontend") != "frontend":
                raise ExampleError("Only items of a page are shown as a gallery: leave :to: out.")
            box += cards(result.value)
        if "findings" in show:
            box += account(result, self.config.gallery_lens_rule_pages)
        return box

    def _text(self) -> str:
        if self.arguments and self.content:
            raise ExampleError("Give a file or the gallery itself, not both.")
        if not self.arguments:
            return "\n".join(self.content)
        relative, path = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(relative)
        try:
            return Path(path).read_text("utf-8-sig")
        except OSError as error:
            raise ExampleError(f"{relative} cannot be read: {error.strerror}.") from None

    def _converted(self, text: str) -> Result:
        flags = ("order", "text-items", "profile")
        options = {key.replace("-", "_"): self.options[key] for key in flags if key in self.options}
        threshold = self.options.get("fail-on", "never")
        try:
            result = convert_text(
                text, self.options.get("from", "auto"), self.options.get("to", "frontend"), **options
            )
            if threshold != "never":
                result.raise_for(threshold)
        except (UsageError, LossError) as error:
            raise ExampleError(str(error)) from None
        if result.diagnostics and not result.dialects:
            raise ExampleError(result.diagnostics[0].message)
        return result
