"""The start tags in a piece of HTML, found as browsers find them.

This is the tokenizer of the HTML standard as far as tags go. Where it depends on the surroundings
whether the content of an element is markup or plain text (``style`` in a drawing and outside of one,
say), both readings are followed: no tag that a browser sees is missed, and a few more may be found.

Source: the HTML standard of the WHATWG, chapter 13.2.5.
"""

import html
import string
from collections.abc import Container, Iterator
from typing import Final

import attrs

_BLANKS: Final = frozenset("\t\n\f\r ")
_GAPS: Final = _BLANKS | {"/"}
_LETTERS: Final = frozenset(string.ascii_letters)
_LOWER: Final = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
#: Elements whose content may be plain text.
_RAW: Final = frozenset(
    ("iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp")
)


@attrs.frozen
class Tag:
    """A start tag."""

    name: str  #: in lower case
    attributes: tuple[tuple[str, str], ...]  #: names in lower case, values decoded; ``""`` for none
    end: int  #: the index behind it


def tags(text: str) -> list[Tag]:
    """Return all start tags of *text* in the order in which they stand."""
    found: dict[int, Tag] = {}
    lower, waiting, seen = text.translate(_LOWER), [0], set[int]()
    while waiting:
        at = text.find("<", waiting.pop())
        if at >= 0 and at not in seen:
            seen.add(at)
            tag = _Cursor(text, at + 1).tag() if _is_letter(text, at + 1) else None
            if tag is not None:
                found[at] = tag
            waiting += _onwards(lower, at, tag)
    return [found[at] for at in sorted(found)]


def _is_letter(text: str, at: int) -> bool:
    return text[at : at + 1] in _LETTERS


def _onwards(lower: str, at: int, tag: Tag | None) -> Iterator[int]:
    """Yield from where to look for the next ``<``, after the one at *at*; nothing after a tag cut off."""
    if tag is not None:
        yield tag.end
        if tag.name in _RAW:
            yield _raw_end(lower, tag)
    elif lower.startswith("<!--", at):
        yield _comment_end(lower, at + 4)
    elif lower.startswith("</", at) and _is_letter(lower, at + 2):
        closing = _Cursor(lower, at + 2).tag()
        yield closing.end if closing else len(lower)
    elif lower.startswith(("<!", "<?", "</"), at):
        yield _behind(lower, ">", at + 2)
        if lower.startswith("<![cdata[", at):
            yield _behind(lower, "]]>", at)
    elif not _is_letter(lower, at + 1):
        yield at + 1


def _behind(text: str, end: str, start: int) -> int:
    at = text.find(end, start)
    return len(text) if at < 0 else at + len(end)


def _comment_end(text: str, start: int) -> int:
    for abrupt in (">", "->"):
        if text.startswith(abrupt, start):
            return start + len(abrupt)
    return min(_behind(text, end, start) for end in ("-->", "--!>"))


def _raw_end(lower: str, tag: Tag) -> int:
    """Return where the end tag begins that brings plain text to its end."""
    closing = f"</{tag.name}"
    at = lower.find(closing, tag.end)
    while at >= 0 and lower[at + len(closing) : at + len(closing) + 1] not in {*_GAPS, ">"}:
        at = lower.find(closing, at + 1)
    return len(lower) if at < 0 else at


class _Cursor:
    """Reads a tag, character by character."""

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self._at = at

    def tag(self) -> Tag | None:
        """Read a tag from its name on; None if it is cut off."""
        name = self._until({*_GAPS, ">"})
        attributes = []
        self._skip(_GAPS)
        while self._here not in ("", ">"):
            attributes.append(self._attribute())
            self._skip(_GAPS)
        return Tag(name.translate(_LOWER), tuple(attributes), self._at + 1) if self._here else None

    @property
    def _here(self) -> str:
        return self._text[self._at : self._at + 1]

    def _attribute(self) -> tuple[str, str]:
        first = self._here
        self._at += 1
        name = first + self._until({*_GAPS, ">", "="})
        self._skip(_BLANKS)
        return name.translate(_LOWER), self._value() if self._here == "=" else ""

    def _value(self) -> str:
        self._at += 1
        self._skip(_BLANKS)
        quote = self._here
        if quote not in ("'", '"'):
            return decoded(self._until({*_BLANKS, ">"}))
        self._at += 1
        value = self._until(quote)
        self._at += 1
        return decoded(value)

    def _until(self, stops: Container[str]) -> str:
        start = self._at
        while self._at < len(self._text) and self._text[self._at] not in stops:
            self._at += 1
        return self._text[start : self._at]

    def _skip(self, characters: Container[str]) -> None:
        while self._at < len(self._text) and self._text[self._at] in characters:
            self._at += 1


def decoded(value: str) -> str:
    """Return the value of an attribute with its character references read, however long they are."""
    before, *pieces = value.split("&")
    return before + "".join(map(_reference, pieces))


def _reference(piece: str) -> str:
    mark = piece[:2] if piece[:2] in ("#x", "#X") else piece[:1]
    # Without its zeros every number that names a character is short enough for Python to read.
    plain = mark + piece[len(mark) :].lstrip("0") if mark.startswith("#") else piece
    try:
        return html.unescape(f"&{plain}")
    except ValueError:
        return f"\ufffd{piece}"
