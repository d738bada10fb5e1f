"""The HTML of a text item runs code.

Reported when the HTML of a text, that of the editor and that under the pointer included, holds a
``script`` element, an attribute whose name begins with ``on``, an attribute ``srcdoc``, or an
attribute for addresses with a ``javascript:`` or ``vbscript:`` address in it; where the address is
one to go to or to load a page from, with a ``data:`` address as well. HTML is read as browsers read
it: attributes after a slash, characters written as entities, tabs and line ends inside of addresses
hide nothing. What stands in a comment is skipped. Text items that a page leaves out are looked
at as well. This is a check of what people wrote and no filter for what strangers send.

## Why it matters

Whoever writes the text into a page as it is lets the code run for every visitor, as if the site had
written it. Wix itself may take it out, so that the text on the site is another than the one here.

## What to do

Remove the code from the text. If the page puts the text into an HTML component, clean it there with
a library made for that.

## Source

The HTML standard of the WHATWG, which says how markup is read and which attributes run code or hold
addresses; its URL standard for how addresses are read.
"""

from collections.abc import Iterator
from typing import Any, Final

from gallery_lens.conditions import call
from gallery_lens.diagnostics import Severity
from gallery_lens.late import late
from gallery_lens.model import Item
from gallery_lens.rules._addresses import unsafe_scheme
from gallery_lens.rules.base import Aim, Example, Rule, Violation
from gallery_lens.rules.html import Tag, tags

#: Attributes that hold an address to go to, of any element.
_LEADS: Final = frozenset(("href", "xlink:href", "action", "formaction"))
#: Elements that load a page from the address in these attributes.
_LOADS: Final = frozenset(
    (("iframe", "src"), ("frame", "src"), ("embed", "src"), ("object", "data"), ("script", "src"))
)
#: Further attributes that hold an address; those of drawings may set that of another attribute.
_HOLDS: Final = frozenset(
    (
        *("src", "data", "background", "poster", "cite", "longdesc", "ping", "codebase", "classid"),
        *("dynsrc", "lowsrc", "manifest", "profile", "usemap", "from", "to", "by", "values"),
    )
)
#: How many kinds of trouble a message names.
_NAMED: Final = 3


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report every HTML of an item that runs code."""
    hover = item.secondary_media.text if item.secondary_media else None
    for path, text in (("text", item.text), ("secondary_media.text", hover)):
        for field, html in (("html", text.html), ("editor_html", text.editor_html)) if text else ():
            if html and (found := troubles(html)):
                further = [f"{len(found) - _NAMED} more"] if len(found) > _NAMED else []
                *named, last = found[:_NAMED] + further
                listed = f"{', '.join(named)} and {last}" if named else last
                yield Violation(f"{path}.{field}", html, {"found": listed})


#: Markup without anything in it that could run; what else there is has to be looked at.
_HARMLESS: Final = late(
    r"[^<]*+(?:</?(?:p|br|b|i|u|em|strong|span|div|h[1-6]|ul|ol|li)"
    r'(?: (?:class|style)="[^"<>&]*+")*+>[^<]*+)*+'
)


def runs_nothing(html: Any) -> bool:
    """Return whether *html* runs no code, at a glance if it is plain."""
    return not html or _HARMLESS.fullmatch(html) is not None or not troubles(html)


def troubles(html: str) -> list[str]:
    """Return a phrase for each thing in *html* that runs code, once each, in order."""
    return list(dict.fromkeys(trouble for tag in tags(html) for trouble in _troubles(tag)))


def _troubles(tag: Tag) -> Iterator[str]:
    if tag.name == "script":
        yield "a script element"
    for name, value in tag.attributes:
        if (name.startswith("on") and len(name) > 2) or name == "srcdoc":
            yield f"the attribute {name[:30]}"
        elif scheme := _scheme(tag.name, name, value):
            yield f"a {scheme}: address in {name}"


def _scheme(element: str, name: str, value: str) -> str | None:
    goes = name in _LEADS or (element, name) in _LOADS
    if not goes and name not in _HOLDS:
        return None
    found = filter(None, map(unsafe_scheme, value.split(";") if name == "values" else [value]))
    return next((scheme for scheme in found if goes or scheme != "data"), None)


def _written(html: str) -> dict[str, object]:
    return {"type": "TEXT", "text": {"html": html}}


RULE = Rule(
    code="X102",
    name="unsafe-html",
    severity=Severity.WARNING,
    of_dropped=True,
    message="The HTML {value} holds {found}.",
    help="Remove the code from the text.",
    explain=__doc__,
    check=check,
    silent=call(runs_nothing, "text.html") & call(runs_nothing, "text.editor_html"),
    bad=(
        Example(document=_written("<p>Rivers</p><script>track()</script>"), target="rest"),
        Example(document=_written("<img/onerror=alert(1) src=x>"), target="rest"),
        Example(document=_written("<a href='java&Tab;script:alert(1)'>Rivers</a>"), target="rest"),
    ),
    good=(
        Example(document=_written("<p>Use the &lt;script&gt; element and onclick=…</p>"), target="rest"),
        Example(document=_written("<a href='https://rivers.example/#javascript:'>Rivers</a>"), target="rest"),
    ),
)
