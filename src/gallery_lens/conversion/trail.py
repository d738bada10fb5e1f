"""The trail of a finished conversion, from which ledger and sidecar are built on demand.

The document is the caller's, who may change it meanwhile; what is made of it then would not be true.
"""

import copy
import marshal
from typing import Any, Final

from gallery_lens.conversion.conducting import conduct
from gallery_lens.conversion.finding import sha256_of
from gallery_lens.conversion.output import Output, body, output, report_discarded
from gallery_lens.conversion.run import Run
from gallery_lens.errors import UsageError
from gallery_lens.options import ConvertOptions


def finish(run: Run) -> Output:
    """Return the output of a conducted run, and report the losses of its wrapper."""
    out = body(run, run.options.name) if run.options.as_gallery else output(run)
    report_discarded(run, out)
    return out


class Trail:
    """A document as given, and the finished run over it once there is one; a copy or pickle has no run."""

    def __init__(
        self,
        document: Any,
        options: ConvertOptions,
        finished: tuple[Run, Output] | None = None,
        *,
        guarded: bool,
    ) -> None:
        """Begin; a *guarded* document may be changed by others, which is then noticed."""
        self.document, self.options = document, options
        self._finished = finished
        self._mark: bytes | None = None
        if guarded:
            try:
                self._mark = _mark_of(self.document)
            except ValueError:  # not made of plain objects only: keep it as it is now
                self.document, self._finished = copy.deepcopy(self.document), None

    def __getstate__(self) -> dict[str, Any]:
        return vars(self) | {"_finished": None}

    def check(self, what: str) -> None:
        """Refuse to make *what* of a document that is another one by now.

        Raises:
            UsageError: The document was changed after it was converted.
        """
        if self._mark is not None and self._mark != _mark_of(self.document):
            early = " Or convert with sidecar=True, which makes it at once." if what == "sidecar" else ""
            raise UsageError(
                f"The document was changed after it was converted, so its {what} cannot be made any more: "
                f"ask for the {what} before you change it.{early}"
            )

    def finished(self, what: str) -> tuple[Run, Output]:
        """Return the finished run with what came out, to make *what* of it; see ``check``."""
        self.check(what)
        if self._finished is None:
            run = conduct(self.document, self.options)
            self._finished = run, finish(run)
        return self._finished


#: How many bytes are quicker kept than hashed.
_KEPT: Final = 1 << 16


def _mark_of(document: Any) -> bytes:
    # Version 2 writes equal objects alike, however many others refer to them.
    data = marshal.dumps(document, 2)
    digest: bytes = data if len(data) <= _KEPT else sha256_of(data).digest()
    return digest
