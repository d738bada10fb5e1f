"""Exceptions that nobody foresaw: each costs what it is about, and is reported as ``internal-error``."""

from typing import Final

from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.subject import Subject
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.errors import GalleryLensError, InternalError, ReadError
from gallery_lens.rules import rule

#: The name of the rule.
INTERNAL: Final = "internal-error"

#: Exceptions that have their own sentence further up: they pass every guard.
FORESEEN: Final = (GalleryLensError, RecursionError, MemoryError, OSError)


def clause(error: Exception) -> str:
    """Return the exception's kind and the line of this package that it came from.

    Its message is left out: it may quote what stands in the gallery.
    """
    import traceback  # both load much that no run needs
    from pathlib import Path

    package = Path(__file__).parents[1]
    places = [
        f"{Path(frame.filename).relative_to(package).as_posix()}, line {frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(package)
    ]
    return f"{type(error).__name__} in {places[-1]}" if places else type(error).__name__


def internal(error: Exception, pointer: str = "") -> Diagnostic:
    """Return the finding that *error* cost what stands at *pointer*."""
    spoken = rule(INTERNAL)
    return Diagnostic(
        code=spoken.code,
        name=spoken.name,
        severity=spoken.severity,
        message=spoken.message.format(problem=clause(error)),
        pointer=pointer,
        help=spoken.help,
        url=spoken.url,
    )


def report_internal(error: Exception, subject: Subject, findings: Findings) -> None:
    """Report that *error* cost *subject*."""
    findings.add(INTERNAL, subject, facts={"problem": clause(error)})


def refuse_internal(error: Exception) -> None:
    """Refuse to take *error* for one of the document, if it holds that the program itself failed.

    Raises:
        InternalError: It does.
    """
    if isinstance(error, ReadError):
        for found in error.diagnostics:
            if not rule(found.name).of_document:
                raise InternalError(found.message) from None


class _Guard:
    """A context manager as ``contextlib`` makes them of a generator, at a quarter of the price."""

    __slots__ = ("findings", "subject")

    def __init__(self, subject: Subject, findings: Findings) -> None:
        self.subject, self.findings = subject, findings

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if not isinstance(error, Exception) or isinstance(error, FORESEEN):
            return False
        report_internal(error, self.subject, self.findings)
        return True


def guarding(subject: Subject, findings: Findings) -> _Guard:
    """Report an exception inside that nobody foresaw about *subject*, and go on after the block."""
    return _Guard(subject, findings)
