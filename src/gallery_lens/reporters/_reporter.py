"""The interface of reporters for programs: the start of a report, a finding, the end."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.jsontext import encode, inert
from gallery_lens.reporters.summary import Summary
from gallery_lens.values import Record

if TYPE_CHECKING:
    from gallery_lens.linting import Entry


class Appendix(Record, kw_only=True):
    """The part of a report that goes to the end of a file that the environment names."""

    variable: str  #: of the environment; holds the path of the file
    #: what to append, given how many bytes the file may still take
    write: Callable[[Sequence[Diagnostic], Summary, int], bytes]
    limit: int  #: how many bytes the file may have


class Reporter(Record, kw_only=True):
    """A format of reports, as the pieces that are written one after the other.

    Findings can so be written as they come; only ``head`` has to wait for the counts. A format that has
    to see all findings before it can write one has ``whole`` in place of the pieces.
    """

    row: Callable[[Diagnostic], bytes] | None = None
    #: rows at once, with those of items whose findings nobody told; for a format with nothing between rows
    several: Callable[["Sequence[Entry]"], bytes] | None = None
    #: what a row has before and behind the JSON of its finding; None if it is anything else
    frame: tuple[bytes, bytes] | None = None
    head: Callable[[Summary], bytes] | None = None
    between: bytes = b""  #: stands between two rows
    tail: bytes = b""
    whole: Callable[[Sequence[Diagnostic], Summary], bytes] | None = None
    appendix: Appendix | None = None

    def report(self, found: Sequence[Diagnostic], summary: Summary) -> bytes:
        """Write all of a report at once."""
        if self.whole:
            return self.whole(found, summary)
        head = self.head(summary) if self.head else b""
        rows = map(self.row, found) if self.row else ()
        return head + self.between.join(rows) + self.tail


def framed(before: bytes, after: bytes) -> Callable[[Diagnostic], bytes]:
    """Make a function that writes a finding as JSON, with what stands *before* and *after* it."""
    return lambda found: before + inert(encode(found.to_dict())) + after
