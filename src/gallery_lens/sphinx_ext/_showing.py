"""The ``run`` directive: code or commands, and below them what they really print."""

from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from gallery_lens.sphinx_ext._running import ExampleError, run_console, run_python, scene


def _language(argument: str) -> str:
    return directives.choice(argument, ("python", "console"))


class RunDirective(SphinxDirective):
    """Runs its content when the site is built; the argument says what it is, ``python`` or ``console``."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar = {
        "exit": directives.nonnegative_int,
        "output": directives.unchanged_required,
        "hide-code": directives.flag,
        "hide-output": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Return the example as it is shown; raises ``ExampleError`` if it does not work."""
        language = self._language()
        if not self.content:
            raise ExampleError(f"{self.get_location()}: run has nothing to run.")
        shown = self._python() if language == "python" else self._console()
        box = nodes.container("", *shown, classes=["gallery-lens-run"], is_div=True)
        self.set_source_info(box)
        return [box]

    def _language(self) -> str:
        try:
            return _language(self.arguments[0])
        except ValueError as error:
            raise ExampleError(f"{self.get_location()}: run {error}") from None

    def _python(self) -> list[nodes.Node]:
        code = "\n".join(self.content)
        printed = run_python(code, scene(self.env, self.config), self.get_location(), self.content_offset)
        output = self.options.get("output", "text")
        shown = [] if "hide-code" in self.options else [_block(code, "python", "gallery-lens-code")]
        if printed and "hide-output" not in self.options:
            shown.append(_block(printed, output, "gallery-lens-output"))
        return shown

    def _console(self) -> list[nodes.Node]:
        typed = "\n".join(self.content)
        status = self.options.get("exit", 0)
        session = run_console(typed, scene(self.env, self.config), self.get_location(), status)
        return [_block(typed if "hide-output" in self.options else session, "console", "gallery-lens-code")]


def _block(text: str, language: str, kind: str) -> nodes.Node:
    text = text.rstrip("\n")
    return nodes.literal_block(text, text, language=language, classes=[kind])
