"""Exceptions, all of which a caller may catch as ``GalleryLensError``.

::

    GalleryLensError
    ├── ReadError       (ValueError)   bytes or a document that hold nothing to read
    ├── UsageError      (ValueError)   an argument that makes no sense, an unknown name
    ├── WriteError      (ValueError)   a model that a dialect has no form for
    ├── OutputError     (OSError)      a file that could not be written
    ├── SidecarError    (ValueError)   a sidecar that does not belong to the view, or to this program
    ├── BaselineError   (ValueError)   a file that is not a baseline, or none for this program
    ├── ConfigError     (ValueError)   a config file that cannot be followed
    ├── EngineError     (RuntimeError) a run on several machines that cannot begin or go on
    ├── InternalError   (RuntimeError) an error of our own, where no item can be left out for it
    └── LossError                      raised by ``Result.raise_for``; holds the diagnostics
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

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


class SidecarError(GalleryLensError, ValueError):
    """A sidecar that nothing can be restored from.

    Attributes:
        reason: ``off-schema`` (no sidecar at all), ``version`` (of a version not known here),
            ``tampered`` (changed after it was written), ``stale`` (the gallery, or the way it is
            converted, has changed since) or ``foreign`` (of another gallery than the view).
    """

    def __init__(self, reason: str, sentence: str) -> None:
        super().__init__(reason, sentence)
        self.reason = reason
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence


class BaselineError(GalleryLensError, ValueError):
    """A file that is not a baseline, or one of a version not known here; the message says why."""


class ConfigError(GalleryLensError, ValueError):
    """A config file that cannot be read or followed; the message names the file and the place in it."""


class EngineError(GalleryLensError, RuntimeError):
    """A run on several machines that cannot begin or go on; the message says why."""


class InternalError(GalleryLensError, RuntimeError):
    """The program itself failed, and what it was at cannot be done without what it failed on."""


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


def reason(error: OSError) -> str:
    """Return a clause that says why the system refused, without the file's name."""
    return (error.strerror or str(error)).lower()


@contextmanager
def writing(name: str) -> Iterator[None]:
    """Turn an ``OSError`` inside into an ``OutputError`` about *name*; a broken pipe passes."""
    try:
        yield
    except OSError as error:
        refuse_output(name, error)


def refuse_output(name: str, error: OSError) -> NoReturn:
    """Raise *error* as an ``OutputError`` that names the output *name*; a broken pipe stays one."""
    if isinstance(error, OutputError | BrokenPipeError):
        raise error
    raise OutputError(f"{name} cannot be written: {reason(error)}.") from error
