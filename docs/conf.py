"""Sphinx settings of the site; ``make docs`` builds it. Nothing is fetched, neither here nor by readers."""

import sys
from pathlib import Path

from pygments.lexers.shell import BashSessionLexer
from sphinx.application import Sphinx

from gallery_lens import __version__

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "Gallery Lens"
author = "the authors of Gallery Lens"
version = release = __version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "gallery_lens.sphinx_ext",
    "finishing",
    "links",
    "pictures",
    "published_schemas",
    "rule_pages",
    "tables",
]

# The pages of all rules and of all fields are for readers of the repository; the site has pages of its own.
exclude_patterns = ["examples/mkdocs", "loss-table.md", "losses.md", "playground/**", "templates", "theme"]
nitpicky = True
# What is not ours is documented elsewhere, and a build asks nobody.
nitpick_ignore_regex = [
    ("py:.*", r"(?!gallery_lens\.).*"),
    (
        "py:.*",
        r"gallery_lens\.((conversion|engines|jsontext|linting\.\w+_findings?|reporters)\..*|model\.T)",
    ),
]

gallery_lens_examples = "examples"
gallery_lens_rule_pages = "/rules/{code}-{name}/index"
gallery_lens_check = True

myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
myst_url_schemes = ("http", "https", "mailto", "site")

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "separated"
napoleon_use_rtype = False

# Attributes that are called type look like the builtin, to the highlighter of signatures.
suppress_warnings = ["ref.python"]

html_theme = "furo"
html_title = "Gallery Lens"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["copy.js", "fields.js"]
templates_path = ["theme"]
html_favicon = "_static/lens.svg"
html_logo = "_static/lens.svg"
html_copy_source = False
html_show_copyright = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#14606f", "color-brand-content": "#14606f"},
    "dark_css_variables": {"color-brand-primary": "#6cc5d6", "color-brand-content": "#6cc5d6"},
}
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"


def setup(app: Sphinx) -> None:
    """Teach the highlighter the name that GitHub has for a terminal."""
    app.add_lexer("shellsession", BashSessionLexer)
