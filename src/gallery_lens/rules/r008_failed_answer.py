"""The answer of a call that failed stands where a gallery was expected.

Reported for an object that has a ``message`` and ``details``, as the REST API and the Velo functions
answer when a call fails, and none of the keys of an item or a gallery; whatever dialect was named.

## Why it matters

The gallery was never exported: there is no picture in the file, and a page made of it is empty. Tools
that save every answer, without looking at its status, store such objects in place of galleries.

## What to do

Do what the message asks for, usually another id or more rights, and export again. Check the status of
each answer before it is saved.

## Source

The REST reference of Wix, on errors: ``{"message", "details": {"applicationError": {"code",
"description"}}}``; the Velo functions throw objects with the same keys.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule

_FAILED = {
    "message": "Gallery not found",
    "details": {"applicationError": {"code": "GALLERY_NOT_FOUND", "description": "Gallery not found"}},
}

RULE = Rule(
    code="R008",
    name="failed-answer",
    severity=Severity.ERROR,
    refuses="document",
    message="This is the answer of a call that failed, not a gallery. {problem}.",
    help="Do what the message asks for, and export again.",
    explain=__doc__,
    bad=(
        Example(document=_FAILED, source="velo"),
        Example(document=_FAILED, source="auto", target="rest"),
        Example(document=[_FAILED], source="rest", target="velo"),
    ),
    good=(
        Example(
            document={"type": "IMAGE", "image": {"imageInfo": PICTURE}},
            source="velo",
        ),
    ),
)
