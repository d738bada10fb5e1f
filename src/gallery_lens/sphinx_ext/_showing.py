"""The ``run`` directive: code or commands, and below them what they really print."""

from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from gallery_lens.sphinx_ext._directive import ExampleDirective
from gallery_lens.sphinx_ext.running import ExampleError, run_console, run_python, scene


class RunDirective(ExampleDirective):
    """Runs its content when the site is built; the argument says what it is, ``python`` or ``console``."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar = {
        "exit": directives.nonnegative_int,
        "output": directives.unchanged_required,
        "hide-code": directives.flag,
        "hide-output": directives.flag,
    }

    def example(self) -> nodes.Element:
        """Return the example as it is shown; raises ``ExampleError`` if it does not work."""
        if not self.content:
            raise ExampleError("there is nothing to run")
        if self.arguments[0] not in ("python", "console"):
            raise ExampleError(f"{self.arguments[0]!r} cannot be run: say python or console")
        typed, page = "\n".join(self.content), scene(self.env, self.config)
        if self.arguments[0] == "console":
            session = run_console(typed, page, self.options.get("exit", 0))
            seen = typed if "hide-output" in self.options else session
            shown = [_block(seen, "console", "gallery-lens-code")]
        else:
            printed = run_python(typed, page)
            shown = [] if "hide-code" in self.options else [_block(typed, "python", "gallery-lens-code")]
            if printed and "hide-output" not in self.options:
                shown.append(_block(printed, self.options.get("output", "text"), "gallery-lens-output"))
        return nodes.container("", *shown, classes=["gallery-lens-run"])


def _block(text: str, language: str, kind: str) -> nodes.Node:
    text = text.rstrip("\n")
    return nodes.literal_block(text, text, language=language, classes=[kind])
