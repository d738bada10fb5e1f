"""A Sphinx extension: galleries converted, and examples run, while a site is built.

Two directives, for MyST and reStructuredText alike: ``gallery-lens`` shows what becomes of a gallery,
``run`` shows what Python or a command really prints. What does not work fails the build. Needs
``gallery-lens[sphinx]``.

Configuration:
    gallery_lens_examples: a folder, from the source folder, of files for ``run``; every page gets a copy.
    gallery_lens_rule_pages: where ``{code}`` and ``{name}`` lead: an address, or a document from ``/``.
    gallery_lens_check: run the prompts and the ``gallery-lens`` sessions that pages show without ``run``.
"""

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from gallery_lens.sphinx_ext._checking import check
from gallery_lens.sphinx_ext._directive import ExampleDirective, fail
from gallery_lens.sphinx_ext._gallery import GalleryDirective
from gallery_lens.sphinx_ext._showing import RunDirective
from gallery_lens.sphinx_ext.running import ExampleError
from gallery_lens.version import __version__


def setup(app: Sphinx) -> dict[str, Any]:
    """Add the directives, the settings and the style sheet to a site."""
    app.add_config_value("gallery_lens_examples", None, "env", types=(str, type(None)))
    app.add_config_value("gallery_lens_rule_pages", None, "env", types=(str, type(None)))
    app.add_config_value("gallery_lens_check", False, "env", types=(bool,))
    app.add_directive("gallery-lens", GalleryDirective)
    app.add_directive("run", RunDirective)
    app.add_css_file("gallery-lens.css")
    styles = str(Path(__file__).parent / "static")
    app.connect("builder-inited", lambda app: app.config.html_static_path.append(styles))
    app.connect("doctree-read", check)
    app.connect("build-finished", fail)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


__all__ = ["ExampleDirective", "ExampleError", "setup"]
