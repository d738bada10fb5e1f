"""Results of reading a text: a document with notes, or the reason why there is none."""

from collections.abc import Mapping
from typing import Any, Final

from gallery_lens.diagnostics import NO_VALUE, Severity
from gallery_lens.errors import GalleryLensError
from gallery_lens.late import late
from gallery_lens.places import Place
from gallery_lens.values import Record, fresh

_LINE_END: Final = late(r"\r\n?|\n")


class Note(Record, kw_only=True):
    """Something odd about a text that could be read all the same."""

    place: Place = ()  #: where in the document; ``()`` is the whole
    rule: str = "not-json"  #: the rule that says so
    problem: str = ""  #: a clause: ``it begins with a byte order mark``
    help: str = ""  #: what to do about it, a sentence
    severity: Severity | None = None  #: None for that of the rule
    line: int | None = None  #: counted from 1
    column: int | None = None  #: in characters, counted from 1
    value: Any = NO_VALUE  #: the odd value, or the one that was not read
    facts: Mapping[str, Any] = fresh(factory=dict)  #: what the message of another rule says besides


class Reading(Record):
    """A document, and what was odd about its text."""

    document: Any
    notes: tuple[Note, ...] = ()


class NotJson(GalleryLensError, ValueError):
    """A text that is not JSON.

    Attributes:
        problem: a clause: ``the text ends where a value was expected``.
        help: what to do about it, a sentence.
        line: counted from 1, where known.
        column: in characters, counted from 1, where known.
    """

    def __init__(self, problem: str, help: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(problem, help, line, column)
        self.problem, self.help, self.line, self.column = problem, help, line, column

    def __str__(self) -> str:
        return self.problem


def not_json_at(text: str, index: int, problem: str, help: str) -> NotJson:
    """Make a ``NotJson`` for the character at *index* of *text*, counted from 0."""
    line, begin = 1, 0
    for found in _LINE_END.finditer(text, 0, index):
        line, begin = line + 1, found.end()
    return NotJson(problem, help, line, index - begin + 1)
