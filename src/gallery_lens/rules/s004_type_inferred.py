"""The item names no type, so its media decide.

Reported when the type is missing, empty or ``UNDEFINED`` while exactly one branch (or, on a page, a
source) is there, and the item goes to a page, to the open-source component, or from one of these to
the backend: there a type has to be written. Silent between backend dialects, which pass the item on
as it is, and where a dialect gets its own back.

## Why it matters

The reading is almost surely right; it is reported because the output holds a type that the input
does not. From a page, an address that is neither a Wix video nor one of YouTube or Vimeo is taken
for a picture.

## What to do

Nothing, or write the type into the source.

A fix writes the type that the item is read as. It is safe, except for a video of a page: until it is
called one, the page takes it for a picture.

## Source

The REST v2 reference, where requests leave the type out and answers hold it; the Velo reference of
$w.Gallery, whose examples often have none; public viewer code, which shows such items as pictures.
"""

from collections.abc import Iterator
from typing import Any

from gallery_lens.conditions import has, there
from gallery_lens.diagnostics import Severity
from gallery_lens.model import UNSET, Family, Item, Kind, branches, declared_kind
from gallery_lens.rules._origin import comes_from
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules._words import given, or_no_value
from gallery_lens.rules.base import Aim, Example, Finds, Rule, Violation


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report an item whose only branch says what its type does not."""
    held = branches(item)
    stays = comes_from(item, Family.BACKEND) or item.origin is None
    crosses = aim is not Aim.SAME and not (aim is Aim.BACKEND and stays)
    if declared_kind(item) is None and len(held) == 1 and crosses:
        yield Violation("type", or_no_value(item.type), _facts(item.type, held[0]))


def _facts(type: Any, kind: Kind) -> dict[str, str]:
    return {"given": given(type), "kind": kind.value}


def _facts_of_image(value: Any) -> dict[str, str]:
    return _facts(UNSET, Kind.IMAGE)


def _facts_of_video(value: Any) -> dict[str, str]:
    return _facts(UNSET, Kind.VIDEO)


def _facts_of_text(value: Any) -> dict[str, str]:
    return _facts(UNSET, Kind.TEXT)


RULE = Rule(
    code="S004",
    name="type-inferred",
    severity=Severity.INFO,
    fixable=True,
    follows=("type", "dataType"),
    message="The type {given}, so the item is read as {kind}.",
    help="Write the type into the source if the reading is not what is meant.",
    explain=__doc__,
    check=check,
    partly=(
        Finds("type", ~there("type") & has("image"), _facts_of_image),
        Finds("type", ~there("type") & has("video"), _facts_of_video),
        Finds("type", ~there("type") & has("text"), _facts_of_text),
    ),
    known_by="shape",
    bad=(
        Example(document={"image": {"imageInfo": PICTURE}}),
        Example(document={"type": "UNDEFINED", "image": {"imageInfo": PICTURE}}),
        Example(document={"src": PICTURE}, source="frontend", target="velo"),
    ),
    good=(
        Example(document={"type": "IMAGE", "image": {"imageInfo": PICTURE}}),
        Example(document={"image": {"imageInfo": PICTURE}}, target="rest"),
    ),
)
