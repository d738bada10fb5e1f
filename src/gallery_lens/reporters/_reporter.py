"""What a reporter for programs is: how a report begins, how a finding is written, how it ends."""

from collections.abc import Callable

import attrs

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.reporters._account import Summary


@attrs.frozen(kw_only=True)
class Reporter:
    """A format of reports, as the pieces that are written one after the other.

    Findings can so be written as they come; only ``head`` has to wait for the counts.
    """

    row: Callable[[Diagnostic], bytes]
    head: Callable[[Summary], bytes] | None = None
    between: bytes = b""  #: stands between two rows
    tail: bytes = b""
