"""JSON texts in any layout: blanks, line ends and escapes wherever JSON allows them."""

import json
from random import Random
from typing import Any

_CHARACTERS = 'ab/~"\\\n\té😀\u2028\u202e 0'
_GAPS = ("", "", "", " ", "\n", "\r\n", "\r", "\t", "  \n ")
_NUMBERS = (0, -1, 1.5, -0.0, 1e300, 12345678901234567890, True, False, None)


def random_document(random: Random, depth: int = 3) -> Any:
    """Return a document that is nested at most *depth* levels deep."""
    kind = random.choice("snal" if depth else "sn")
    if kind == "s":
        return random_text(random)
    if kind == "n":
        return random.choice(_NUMBERS)
    size = random.choice((0, 1, 2, 5))
    if kind == "a":
        return [random_document(random, depth - 1) for _ in range(size)]
    return {random_text(random): random_document(random, depth - 1) for _ in range(size)}


def random_text(random: Random) -> str:
    """Return a few characters, among them those that JSON, pointers and lines know."""
    return "".join(random.choices(_CHARACTERS, k=random.choice((0, 1, 3))))


def laid_out(document: Any, random: Random) -> str:
    """Write *document* as JSON with arbitrary blanks and escapes."""
    gap = random.choice(_GAPS)
    if isinstance(document, str):
        written = _quoted(document, random)
    elif isinstance(document, list):
        written = "[" + (",".join(laid_out(each, random) for each in document) or gap) + "]"
    elif isinstance(document, dict):
        members = (
            f"{gap}{_quoted(key, random)}{random.choice(_GAPS)}:{laid_out(value, random)}"
            for key, value in document.items()
        )
        written = "{" + (",".join(members) or gap) + "}"
    else:
        written = json.dumps(document)
    return gap + written + random.choice(_GAPS)


def _quoted(text: str, random: Random) -> str:
    return json.dumps(text, ensure_ascii=random.random() < 0.5)


def leaves_and_branches(value: Any, place: tuple[Any, ...] = ()) -> list[tuple[tuple[Any, ...], Any]]:
    """Return every value in *value*, itself too, with its place."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    below = (each for step, held in inner for each in leaves_and_branches(held, (*place, step)))
    return [(place, value), *below]
