"""The program itself failed on this item or input: a fault of gallery-lens, not of the gallery.

Reported when a part of the program ends in an exception that nobody foresaw: a rule, the reading of a
field, the repair of a text. The item is left out and kept whole in `--rejects`; where no single item is
to blame, it is the gallery, the line or the file. Everything else goes on. The message names the kind of
the exception and the line of the program that it came from, and nothing of what the gallery holds.

The command exits with 3, whatever else was found (`plan`: 2), unless an input could not be read or an
output not be written (2). No option and no baseline hides it: neither `--ignore` nor `--exit-zero`.

## Why it matters

What was left out is missing from the page, and the rules may not have seen all of it.

## What to do

Report it, together with the item that `--rejects` kept and the message: the project mends what made
such an item fail. Until then, convert the rest, or change the item so that it is like its neighbours.

## Source

This program's own promise: one item never costs another one, and no traceback reaches a user.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules.base import Rule

RULE = Rule(
    code="R005",
    name="internal-error",
    severity=Severity.ERROR,
    message="Gallery Lens itself failed here ({problem}): please report it, with this item.",
    help="Report it to the project with the item, which --rejects FILE keeps; everything else goes on.",
    explain=__doc__,
    of_document=False,
    bad=(),  # no document is known that gives it: each that is found becomes a case, and is mended
    good=(),
)
