"""A link runs code or shows made-up content instead of leading anywhere.

Reported when the address of a link, or any text in its Wix link data, begins with ``javascript:``,
``data:`` or ``vbscript:`` as a browser reads it: in any case of letters, after blanks and control
characters, and with tabs and line ends anywhere in between. The link is passed on as it is.

## Why it matters

A click on such an item runs the code as if the site had written it: it can read what the visitor
types and act in the visitor's name. A ``data:`` address shows a page that looks like the site's and
is not. Titles and links of a gallery often come from people who may not change the site itself.

## What to do

Replace the address with the page that is meant, and find out who wrote it.

A fix removes the whole link, and has to be asked for: the item is then no longer clickable.

## Source

The URL standard of the WHATWG for how an address is read; the HTML standard of the WHATWG for what
following a ``javascript:`` address does.
"""

from collections.abc import Iterator
from typing import Any

from gallery_lens.conditions import call, starts
from gallery_lens.diagnostics import Severity
from gallery_lens.model import Item
from gallery_lens.places import Place
from gallery_lens.rules._addresses import unsafe_scheme
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Aim, Example, Rule, Violation


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report the address of a link, and what in its data is one, that a browser does not only follow."""
    if item.link:
        held = (("link.url", item.link.url or ""), ("link.data", item.link.data or {}))
        for field, value in held:
            for below, text, scheme in _unsafe(value, ()):
                yield Violation(field, text, {"scheme": scheme}, below=below)


def _unsafe(value: Any, below: Place) -> Iterator[tuple[Place, str, str]]:
    if isinstance(value, str):
        if scheme := unsafe_scheme(value):
            yield below, value, scheme
    elif isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _unsafe(inner, (*below, step))


def _is_harmless(value: Any) -> bool:
    return not value or next(_unsafe(value, ()), None) is None


def _linked(url: str) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, "link": {"url": url}}


RULE = Rule(
    code="X101",
    name="unsafe-link",
    severity=Severity.WARNING,
    fixable=True,
    message="The link {value} is a {scheme}: address, which does not lead to a page.",
    help="Replace it with the address of the page that is meant, and find out who wrote it.",
    explain=__doc__,
    check=check,
    silent=(starts("link.url", "https://", "http://", "/") | call(_is_harmless, "link.url"))
    & call(_is_harmless, "link.data"),
    bad=(
        Example(document=_linked("javascript:alert(document.domain)"), target="rest"),
        Example(document=_linked("\u0001 Java\tScript:alert(1)"), target="rest"),
        Example(document=_linked("data:text/html,<h1>Sign in</h1>"), target="rest"),
    ),
    good=(
        Example(document=_linked("https://rivers.example/?next=javascript:"), target="rest"),
        Example(document=_linked("/data:2024"), target="rest"),
    ),
)
