"""Text from elsewhere, made safe to show: what a terminal would obey is spelled out."""

from typing import Final

#: Not printable by Unicode's classes, but needed to write some languages and to join emoji.
_HARMLESS: Final = frozenset("\u00a0\u200c\u200d\u3000")


def visible(text: str) -> str:
    """Return *text* with control characters, direction marks and line ends written as escapes."""
    return text if text.isprintable() else "".join(map(_spell, text))


def _spell(character: str) -> str:
    if character.isprintable() or character in _HARMLESS:
        return character
    return character.encode("unicode_escape").decode("ascii")


def clipped(text: str, length: int) -> str:
    """Return *text* as ``visible`` does, cut to about *length* characters."""
    shown = visible(text)
    return shown if len(shown) <= length else shown[: length - 3] + "..."
