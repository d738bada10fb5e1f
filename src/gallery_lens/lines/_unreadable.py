"""The finding that an input, or a part of it, cannot be read."""

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.rules import rule


def unreadable(why: str) -> Diagnostic:
    """Return the finding that an input cannot be read; *why* is a clause."""
    spoken = rule("not-json")
    return Diagnostic(
        code=spoken.code,
        name=spoken.name,
        severity=Severity.ERROR,
        message=f"The input cannot be read: {why}.",
        pointer="",
        url=spoken.url,
    )
