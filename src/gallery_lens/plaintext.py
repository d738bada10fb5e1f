"""HTML as plain text: what a reader sees, blocks on lines of their own.

The work of reading HTML is selectolax's, which comes with the extra ``extract`` of the package and
is imported when it is needed.
"""

import enum
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from gallery_lens.errors import UsageError

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

#: Elements that begin and end a line.
_BLOCKS: Final = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "li", "main", "nav", "ol", "p", "section", "summary", "table", "tr", "ul"),
    )
)
#: Elements whose content no reader sees as text.
_HIDDEN: Final = frozenset(
    ("head", "iframe", "noscript", "object", "script", "select", "style", "svg", "template")
)
_CELLS: Final = frozenset(("td", "th"))
_BLANKS: Final = re.compile("[ \t\n\r\f]+")


class _Break(enum.Enum):
    BLOCK = "block"  #: a new line, unless one has just begun
    LINE = "line"  #: a new line


def require() -> "type[LexborHTMLParser]":
    """Return the parser.

    Raises:
        UsageError: it is not installed; the sentence says what to install.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise UsageError(
            'Text is extracted with selectolax, which is not installed: pip install "gallery-lens[extract]".'
        ) from None
    return LexborHTMLParser


def plain_text(html: str) -> str:
    """Return the visible text of *html*: lines without surrounding blanks, no markup.

    Blanks are collapsed as browsers do; a no-break space stays one.

    Raises:
        UsageError: the library for it is not installed.
    """
    body = require()(html).body
    lines = [""]
    for piece in _pieces(body) if body is not None else ():
        if isinstance(piece, str):
            lines[-1] += piece
        elif piece is _Break.LINE or lines[-1].strip():
            lines.append("")
    return "\n".join(_BLANKS.sub(" ", line).strip(" ") for line in lines).strip("\n")


def _pieces(root: "LexborNode") -> Iterator[str | _Break]:
    """Yield texts and breaks in the order of reading; no recursion, markup may be nested without end."""
    waiting: list[LexborNode | str | _Break] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str | _Break):
            yield node
        elif node.tag == "br":
            yield _Break.LINE
        elif node.is_text_node:
            yield node.text_content or ""
        elif node.tag == "pre":  # its own line ends are breaks
            lines = [piece for line in node.text().split("\n") for piece in (line, _Break.LINE)]
            waiting += (_Break.BLOCK, *lines[-2::-1], _Break.BLOCK)
        elif node.tag not in _HIDDEN:
            inside = reversed([*node.iter(include_text=True)])
            around = (_Break.BLOCK,) if node.tag in _BLOCKS else ()
            behind = (" ",) if node.tag in _CELLS else around
            waiting += (*behind, *inside, *around)
