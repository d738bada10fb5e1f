"""The start tags in a piece of HTML, found as browsers find them.

This is the tokenizer of the HTML standard as far as tags go. Where it depends on the surroundings
whether the content of an element is markup or plain text (``style`` in a drawing and outside of one,
say), both readings are followed: no tag that a browser sees is missed, and a few more may be found.

Source: the HTML standard of the WHATWG, chapter 13.2.5.
"""

from bisect import bisect_left
from collections.abc import Container, Iterator
from typing import Final

from gallery_lens.values import Record

_BLANKS: Final = frozenset("\t\n\f\r ")
_GAPS: Final = _BLANKS | {"/"}
_AFTER_NAME: Final = _GAPS | {">"}
_AFTER_ATTRIBUTE: Final = _AFTER_NAME | {"="}
_AFTER_VALUE: Final = _BLANKS | {">"}
_SMALL: Final = "abcdefghijklmnopqrstuvwxyz"
_UPPER: Final = _SMALL.upper()
_LETTERS: Final = frozenset(_UPPER + _SMALL)
_LOWER: Final = str.maketrans(_UPPER, _SMALL)
#: Elements whose content may be plain text.
_RAW: Final = frozenset(
    ("iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp")
)


class Tag(Record):
    """A start tag."""

    name: str  #: in lower case
    attributes: tuple[tuple[str, str], ...]  #: names in lower case, values decoded; ``""`` for none
    end: int  #: the index behind it


def tags(text: str) -> list[Tag]:
    """Return all start tags of *text* in the order in which they stand."""
    return _Scan(text).tags()


class _Scan:
    """Follows all readings of a text; every place is looked at once, whatever reading leads there."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lower = text.translate(_LOWER)
        self._places: dict[str, list[int]] = {}

    def tags(self) -> list[Tag]:
        found: dict[int, Tag] = {}
        waiting, seen = [0], set[int]()
        while waiting:
            at = self._text.find("<", waiting.pop())
            if at >= 0 and at not in seen:
                seen.add(at)
                tag = _Cursor(self._text, at + 1).tag() if self._is_letter(at + 1) else None
                if tag is not None:
                    found[at] = tag
                waiting += self._onwards(at, tag)
        return [found[at] for at in sorted(found)]

    def _onwards(self, at: int, tag: Tag | None) -> Iterator[int]:
        """Yield from where to look for the next ``<``, after the one at *at*; nothing after a tag cut off."""
        lower = self._lower
        if tag is not None:
            yield tag.end
            if tag.name in _RAW:  # plain text up to the end tag
                yield self._next(f"</{tag.name}", tag.end)
        elif lower.startswith(("<!-->", "<!--->"), at):
            yield self._behind(">", at)
        elif lower.startswith("<!--", at):
            yield min(self._behind(end, at + 4) for end in ("-->", "--!>"))
        elif lower.startswith("</", at) and self._is_letter(at + 2):
            closing = _Cursor(lower, at + 2).tag()
            yield closing.end if closing else len(lower)
        elif lower.startswith(("<!", "<?", "</"), at):
            yield self._behind(">", at + 2)
            if lower.startswith("<![cdata[", at):
                yield self._behind("]]>", at)
        elif not self._is_letter(at + 1):
            yield at + 1

    def _is_letter(self, at: int) -> bool:
        return self._text[at : at + 1] in _LETTERS

    def _behind(self, sought: str, start: int) -> int:
        return min(self._next(sought, start) + len(sought), len(self._text))

    def _next(self, sought: str, start: int) -> int:
        """Return where *sought* stands next. All its places are kept: hostile texts ask for them often."""
        if sought not in self._places:
            self._places[sought] = list(_occurrences(self._lower, sought))
        places = self._places[sought]
        index = bisect_left(places, start)
        return places[index] if index < len(places) else len(self._text)


def _occurrences(text: str, sought: str) -> Iterator[int]:
    """Yield where *sought* stands in *text*; an end tag only where its name ends as well."""
    at = text.find(sought)
    while at >= 0:
        follows = text[at + len(sought) : at + len(sought) + 1]
        if not sought.startswith("</") or follows in _AFTER_NAME:
            yield at
        at = text.find(sought, at + 1)


class _Cursor:
    """Reads a tag, character by character."""

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self._at = at

    def tag(self) -> Tag | None:
        """Read a tag from its name on; None if it is cut off."""
        name = self._until(_AFTER_NAME)
        attributes = []
        self._skip(_GAPS)
        while self._here not in ("", ">"):
            first = self._here
            self._at += 1
            key = first + self._until(_AFTER_ATTRIBUTE)
            self._skip(_BLANKS)
            attributes.append((key.translate(_LOWER), self._value() if self._here == "=" else ""))
            self._skip(_GAPS)
        return Tag(name.translate(_LOWER), tuple(attributes), self._at + 1) if self._here else None

    @property
    def _here(self) -> str:
        return self._text[self._at : self._at + 1]

    def _value(self) -> str:
        self._at += 1
        self._skip(_BLANKS)
        quote = self._here
        if quote not in ("'", '"'):
            return decoded(self._until(_AFTER_VALUE))
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
        from html import unescape

        return unescape(f"&{plain}")
    except ValueError:
        return f"\ufffd{piece}"
