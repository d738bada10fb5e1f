"""The ``gallery-lens`` directive: a gallery, what becomes of it, and what is said about that."""

import json
from pathlib import Path
from typing import Any, ClassVar, Final

from docutils import nodes
from docutils.parsers.rst import directives

from gallery_lens.api import Result, convert_text
from gallery_lens.errors import LossError, UsageError
from gallery_lens.sphinx_ext._blocks import titled
from gallery_lens.sphinx_ext._cards import cards
from gallery_lens.sphinx_ext._directive import ExampleDirective
from gallery_lens.sphinx_ext._findings import account
from gallery_lens.sphinx_ext._running import ExampleError

_PARTS: Final = ("source", "items", "gallery", "findings")


def _parts(argument: str) -> list[str]:
    return [directives.choice(part, _PARTS) for part in argument.split()]


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
        "show": _parts,
    }

    def example(self) -> nodes.Element:
        """Return the nodes of the example; raises ``ExampleError`` if it is not a gallery, or too bad."""
        text = self._text()
        result = self._converted(text)
        show = self.options.get("show", ["items", "findings"])
        sides = nodes.container("", *self._sides(text, result, show), classes=["gallery-lens-sides"])
        box = nodes.container("", *([sides] if sides.children else []), classes=["gallery-lens"])
        if "gallery" in show:
            box += self._cards(result)
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

    def _sides(self, text: str, result: Result, show: list[str]) -> list[nodes.Node]:
        given = ", ".join(result.dialects) or "JSON"
        sides = []
        if "source" in show:
            sides.append(titled(given, text, result.diagnostics))
        if "items" in show:
            sides.append(titled(self.options.get("to", "frontend"), _json(result.value)))
        return sides

    def _cards(self, result: Result) -> nodes.Node:
        if self.options.get("to", "frontend") != "frontend":
            raise ExampleError("Only items of a page are shown as a gallery: leave :to: out.")
        return cards(result.value)


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
