"""The description is longer than the 100 characters that the page promises to show.

Reported when an image or video item goes to a page and its description has more than 100 characters,
counted as Unicode code points. The description is written whole: nothing is cut here.

## Why it matters

The reference says that longer descriptions are truncated, without saying where or how. The public
viewer code cuts nothing. So visitors may see the whole text today and a part of it tomorrow.

## What to do

Keep what matters within the first 100 characters, or show the long text beside the gallery.

## Source

The Velo reference of $w.Gallery for the limit; public viewer code, which does not apply it.
"""

from collections.abc import Iterator

from gallery_lens.conditions import longer
from gallery_lens.diagnostics import Severity, spell
from gallery_lens.model import DESCRIPTION_LIMIT, Item, Kind, kind_of
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Aim, Example, Finds, Rule, Violation


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report a description above the limit, unless the item does not reach the page at all."""
    text = item.description or ""
    if aim is Aim.PAGE and len(text) > DESCRIPTION_LIMIT and kind_of(item) is not Kind.TEXT:
        yield Violation("description", text, _facts(text))


def _facts(given: str | int | float) -> dict[str, object]:
    """Count the characters of a description as it was given; a number is read as its text."""
    return {"length": len(given if isinstance(given, str) else spell(given))}


def _described(text: str) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, "description": text}


RULE = Rule(
    code="L104",
    name="description-truncated",
    severity=Severity.WARNING,
    message=(
        "The description has {length} characters, "
        f"and the page may cut it after {DESCRIPTION_LIMIT}: {{value}}."
    ),
    help=f"Keep what matters within the first {DESCRIPTION_LIMIT} characters.",
    explain=__doc__,
    check=check,
    aims=(Aim.PAGE,),
    finds=(Finds("description", longer("description", DESCRIPTION_LIMIT), _facts),),
    bad=(Example(document=_described("A walk along the river, with a stop at the old mill. " * 2)),),
    good=(Example(document=_described("≈" * DESCRIPTION_LIMIT)),),
)
