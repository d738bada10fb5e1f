"""Repairs: what to change in a document, and how to change its text without touching anything else.

``propose`` says what would settle findings, in terms of the document; ``edits`` says what that means
for the text, ``apply`` does it. ``fix``, ``fix_text``, ``fix_lines`` and ``fix_bytes`` go all the way.
"""

from gallery_lens.fixes._changes import Change, Fix, changed
from gallery_lens.fixes._editing import Edit, apply, edits
from gallery_lens.fixes._proposing import FIXABLE, propose
from gallery_lens.fixes.rounds import ROUNDS, Fixed, fix, fix_bytes, fix_lines, fix_text

__all__ = [
    "FIXABLE",
    "ROUNDS",
    "Change",
    "Edit",
    "Fix",
    "Fixed",
    "apply",
    "changed",
    "edits",
    "fix",
    "fix_bytes",
    "fix_lines",
    "fix_text",
    "propose",
]
