"""A video's duration has no place in ``$w.Gallery``.

Reported when ``durationInMillis``, or the older ``duration``, holds something and the item goes to a
page.

## Why it matters

Code on the page cannot show how long a video is before it has loaded it.

## What to do

Put the duration into the title or description if visitors should see it.

## Source

The REST v2 reference, whose types have ``durationInMillis`` and whose examples still print
``duration``; the Velo reference of $w.Gallery, which has neither.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import VIDEO
from gallery_lens.rules.base import Example, Rule


def _filmed(duration: int | None) -> dict[str, object]:
    return {"type": "VIDEO", "video": {"videoInfo": VIDEO, "durationInMillis": duration}}


RULE = Rule(
    code="L116",
    name="duration-dropped",
    severity=Severity.INFO,
    loses=True,
    message="The duration {value} has no place on a page and is dropped.",
    help="Put the duration into the title or description if visitors should see it.",
    explain=__doc__,
    bad=(
        Example(document=_filmed(20000)),
        Example(document={"type": "VIDEO", "video": {"videoInfo": VIDEO, "duration": "20000"}}),
    ),
    good=(Example(document=_filmed(None)), Example(document=_filmed(20000), target="rest")),
)
