"""Checks examples that pages write out, prompts and sessions, against what happens today."""

import doctest
from collections.abc import Iterator
from contextlib import chdir
from typing import Final

from docutils import nodes
from sphinx.application import Sphinx

from gallery_lens.sphinx_ext._running import ExampleError, Scene, run_command, scene

_COMMAND: Final = "gallery-lens"


def check(app: Sphinx, doctree: nodes.document) -> None:
    """Run the examples that a page writes out, if the site asks for it.

    Raises:
        ExampleError: something else is printed than stands there; the message shows both.
    """
    if not app.config.gallery_lens_check:
        return
    page = app.env.docname
    prompts = [text for text in _blocks(doctree, ("python", "pycon")) if text.startswith(">>>")]
    sessions = [text for text in _blocks(doctree, ("console",)) if text.startswith("$ ")]
    if prompts:
        _check_prompts("\n\n".join(prompts) + "\n", page, scene(app.env, app.config))
    for session in sessions:
        _check_session(session, page, app)


def _blocks(doctree: nodes.document, languages: tuple[str, ...]) -> Iterator[str]:
    """The code of a page in one of the languages, without what directives have run."""
    for block in doctree.findall(nodes.literal_block):
        if block.get("language") in languages and "gallery-lens-code" not in block["classes"]:
            yield block.astext()


def _check_prompts(prompts: str, page: str, scene: Scene) -> None:
    test = doctest.DocTestParser().get_doctest(prompts, {"__name__": "__main__"}, page, page, None)
    report: list[str] = []
    with chdir(scene.folder):
        doctest.DocTestRunner(verbose=False).run(test, out=report.append)
    if report:
        raise ExampleError("".join(report))


def _check_session(session: str, page: str, app: Sphinx) -> None:
    """Compare a session of one command with what it prints; those of other programs are not run."""
    typed, _, shown = session.removeprefix("$ ").partition("\n")
    if _COMMAND not in typed:
        return
    _, printed = run_command(typed, scene(app.env, app.config))
    if printed.rstrip() != shown.rstrip():
        raise ExampleError(
            f"{page}: $ {typed}\nThe page shows\n\n{shown}\n\nbut this was printed\n\n{printed}"
        )
