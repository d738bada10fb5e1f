"""Exceptions, all of which a caller may catch as ``GalleryLensError``.

::

    GalleryLensError
    ├── ReadError       (ValueError)   bytes or a document that hold nothing to read
    ├── UsageError      (ValueError)   an argument that makes no sense, an unknown name
    ├── WriteError      (ValueError)   a model that a dialect has no form for
    ├── OutputError     (OSError)      a file that could not be written
    └── LossError                      raised by ``Result.raise_for``; holds the diagnostics
"""

from collections.abc import Sequence

from gallery_lens.diagnostics import Diagnostic


class GalleryLensError(Exception):
    """The root of the tree."""


class UsageError(GalleryLensError, ValueError):
    """An argument that makes no sense; the message says which would."""


class WriteError(GalleryLensError, ValueError):
    """A value of the model that a dialect has no form for, such as an id that no address can hold.

    Attributes:
        problem: a clause for people.
        field: the dotted path in the model; empty until it is known.
    """

    def __init__(self, problem: str, field: str = "") -> None:
        super().__init__(problem, field)
        self.problem = problem
        self.field = field

    def __str__(self) -> str:
        return f"{self.field or 'a value'} cannot be written: {self.problem}"


class OutputError(GalleryLensError, OSError):
    """A file that could not be written; what stood there before is untouched."""


class ReadError(GalleryLensError, ValueError):
    """Nothing could be read.

    Attributes:
        diagnostics: what is wrong, with places; at least one.
    """

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(diagnostics)
        self.diagnostics = tuple(diagnostics)

    def __str__(self) -> str:
        return "; ".join(found.message for found in self.diagnostics)


class LossError(GalleryLensError):
    """A conversion found something at or above the severity that was asked about.

    Attributes:
        diagnostics: all of those findings, in document order; at least one.
    """

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(diagnostics)
        self.diagnostics = tuple(diagnostics)

    def __str__(self) -> str:
        lines = (f"{found.code} {found.pointer or '/'}: {found.message}" for found in self.diagnostics)
        return "\n".join((f"{len(self.diagnostics)} finding(s):", *lines))
