"""The ``run`` directive: code or commands, and below them what they really print."""

from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from gallery_lens.sphinx_ext._directive import ExampleDirective
from gallery_lens.sphinx_ext._running import ExampleError, run_console, run_python, scene


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
        shown = self._python() if self.arguments[0] == "python" else self._console()
        return nodes.container("", *shown, classes=["gallery-lens-run"])

    def _python(self) -> list[nodes.Node]:
        code = "\n".join(self.content)
        printed = run_python(code, scene(self.env, self.config))
        output = self.options.get("output", "text")
        shown = [] if "hide-code" in self.options else [_block(code, "python", "gallery-lens-code")]
        if printed and "hide-output" not in self.options:
            shown.append(_block(printed, output, "gallery-lens-output"))
        return shown

    def _console(self) -> list[nodes.Node]:
        typed = "\n".join(self.content)
        status = self.options.get("exit", 0)
        session = run_console(typed, scene(self.env, self.config), status)
        return [_block(typed if "hide-output" in self.options else session, "console", "gallery-lens-code")]


def _block(text: str, language: str, kind: str) -> nodes.Node:
    text = text.rstrip("\n")
    return nodes.literal_block(text, text, language=language, classes=[kind])
