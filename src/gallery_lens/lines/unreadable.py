"""The finding that an input, or a part of it, cannot be read."""

import attrs

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.rules import rule


def unreadable(why: str, remedy: str | None = None) -> Diagnostic:
    """Return the finding that a file cannot be read.

    Args:
        why: a clause.
        remedy: what to do about it; None is what the rule says.
    """
    spoken = rule("unreadable-input")
    found = Diagnostic(
        code=spoken.code,
        name=spoken.name,
        severity=Severity.ERROR,
        message=spoken.message.format(problem=why),
        pointer="",
        help=spoken.help,
        url=spoken.url,
    )
    return attrs.evolve(found, help=remedy) if remedy else found
