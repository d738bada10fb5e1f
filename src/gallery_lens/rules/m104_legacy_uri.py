"""A media address is in a loose or older form, and was read all the same.

Reported for addresses that begin with ``image://v1/`` or ``video://v1/``, that have a slash before
the ``#``, a blank that is not encoded, further path parts, a ``?`` part, or unknown or reordered
keys after the ``#``. One notice for each address names all of them.

## Why it matters

Wix reads most of these forms, but not everywhere alike: the official SDK takes the size in an older
address for the file name and finds no size at all. What one part of Wix forgives may fail in
another.

## What to do

Write the address in today's form:
``wix:image://v1/<id>/<name>#originWidth=<pixels>&originHeight=<pixels>``.

A fix does that where the new address says the same as the old one, and is safe. It leaves alone what
would still be loose, such as an id with a blank in it.

## Source

The address grammar of Wix's own media helper, which calls some of the forms deprecated; recorded
behaviour of the official SDK; examples in the Velo references and public code.
"""

from collections.abc import Iterator
from typing import Any

from gallery_lens.conditions import call
from gallery_lens.diagnostics import Severity
from gallery_lens.media import Quirk, Reference
from gallery_lens.model import Item
from gallery_lens.rules._samples import PICTURE, PICTURE_ID, VIDEO
from gallery_lens.rules.base import Aim, Example, Finds, Rule, Violation
from gallery_lens.rules.media import read, references

FORMS = {
    Quirk.LEGACY_SCHEME: "wix: is missing in front",
    Quirk.SLASH: "there is a slash before the #",
    Quirk.BLANK: "a blank is not encoded",
    Quirk.EXTRA_PATH: "further path parts are ignored",
    Quirk.QUERY: "the part after the ? is ignored",
    Quirk.NESTED: "an address, or a folder, stands where the id alone belongs",
    Quirk.EXTRA_FRAGMENT: "the part after the # has other keys or another order",
}


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report addresses that depart from the strict form, each with all its departures."""
    for address, found in references(item):
        if _departs(found):
            yield Violation(address.field, address.text, _facts(found))


def _departs(found: Reference) -> bool:
    return not FORMS.keys().isdisjoint(_quirks(found))


def _facts(found: Reference) -> dict[str, str]:
    quirks = _quirks(found)
    return {"form": ", ".join(words for quirk, words in FORMS.items() if quirk in quirks)}


def _quirks(found: Reference) -> frozenset[Quirk]:
    return found.quirks - {Quirk.BLANK} if found.quirks & {Quirk.BARE, Quirk.CDN} else found.quirks


def _is_departing(text: Any) -> bool:
    found = read(text) if isinstance(text, str) else None
    return found is not None and _departs(found)


def _facts_of(text: Any) -> dict[str, str]:
    found = read(text)
    return {} if found is None else _facts(found)


def _pictured(text: str) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": text}}


RULE = Rule(
    code="M104",
    name="legacy-uri",
    severity=Severity.INFO,
    fixable=True,
    message="The media address {value} is not in today's form: {form}.",
    help="Write the address in today's form.",
    explain=__doc__,
    check=check,
    known_by="media",
    partly=tuple(
        Finds(field, call(_is_departing, f"{field}.address"), _facts_of)
        for field in ("image.picture", "video.clip")
    ),
    bad=(
        Example(document=_pictured(f"image://v1/{PICTURE_ID}/1200_800/river.jpg")),
        Example(document=_pictured(PICTURE.replace("river.jpg", "river at dawn.jpg/"))),
    ),
    good=(
        Example(document=_pictured(PICTURE.replace("river.jpg", "river%20at%20dawn.jpg"))),
        Example(document={"type": "VIDEO", "video": {"videoInfo": VIDEO}}),
    ),
)
