"""Checks examples that pages write out, prompts and sessions, against what happens today."""

import doctest
import re
from collections.abc import Callable
from contextlib import chdir
from typing import Final

from docutils import nodes
from sphinx.application import Sphinx

from gallery_lens.sphinx_ext._directive import tell
from gallery_lens.sphinx_ext.running import ExampleError, PageState, fresh_scene, run_command, scene

_COMMAND: Final = "gallery-lens"


def check(app: Sphinx, doctree: nodes.document) -> None:
    """Run the examples that a page writes out, if the site asks for it; what prints otherwise is reported."""
    for block in doctree.findall(nodes.literal_block) if app.config.gallery_lens_check else ():
        shows_code = block.get("language") in ("python", "pycon", "console")
        if not shows_code or "gallery-lens-code" in block["classes"]:  # that has just been run
            continue
        text = block.astext()
        try:
            if text.startswith(">>>"):
                check_prompts(text, app.env.docname, scene(app.env, app.config))
            elif text.startswith("$ ") and _COMMAND in text:
                check_session(text, lambda: fresh_scene(app.env, app.config, "session"))
        except ExampleError as error:
            tell(error, app.env, block)


def check_prompts(prompts: str, page: str, scene: PageState) -> None:
    """Run *prompts* in the page's namespace; raises ``ExampleError`` if doctest objects."""
    test = doctest.DocTestParser().get_doctest(f"{prompts}\n", scene.namespace, page, page, None)
    test.globs = scene.namespace  # not the copy that doctest makes: names stay for the next block
    report: list[str] = []
    with chdir(scene.folder):
        doctest.DocTestRunner(verbose=False).run(test, out=report.append, clear_globs=False)
    if report:
        raise ExampleError("".join(report))


def check_session(session: str, fresh: Callable[[], PageState]) -> None:
    """Run the commands of a session, each in a *fresh* scene.

    Raises:
        ExampleError: a command prints something else than stands below it; the message shows both.
    """
    for typed, shown in re.findall(r"^\$ (.*)\n?((?:(?!\$ ).*(?:\n|\Z))*)", session, re.MULTILINE):
        _, printed = run_command(typed, fresh())
        if printed.rstrip() != shown.rstrip():
            raise ExampleError(f"$ {typed}\nThe page shows\n{shown}\nbut this was printed\n{printed}")
