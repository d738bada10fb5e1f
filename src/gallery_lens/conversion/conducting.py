"""A run from end to end: a document, and what reading its text had to say, to findings."""

from collections.abc import Iterable
from typing import Any

from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.run import Run
from gallery_lens.conversion.subject import Subject
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.errors import UsageError
from gallery_lens.jsontext import Note, NotJson
from gallery_lens.options import ConvertOptions
from gallery_lens.rules import rule


def conduct(
    document: Any, options: ConvertOptions, notes: Iterable[Note] = (), *, together: bool = True
) -> Run:
    """Convert *document* and report *notes*; nothing is wrapped yet.

    Usual items are converted *together*, unless it is known that there are none.

    Raises:
        UsageError: it is nested deeper than Python's recursion limit allows.
    """
    try:
        run = Run(document, options, together=together)
        run.convert()
    except RecursionError:
        raise UsageError("The document is nested too deeply to be a gallery.") from None
    for note in (*notes, *run.envelope.notes):
        run.findings.settle()
        report_note(note, run.findings, run.subject_at(note.place))
    return run


def report_note(note: Note, findings: Findings, subject: Subject) -> None:
    """Report what was odd about the text that *subject*, which the note is about, was read from."""
    below = note.place[len(subject.place) :]
    if note.rule == "not-json":
        findings.add(note.rule, subject, below, severity=note.severity, facts={"problem": note.problem})
    else:
        findings.add(note.rule, subject, below, unread=note.value, severity=note.severity, facts=note.facts)


def not_json(problem: NotJson) -> Diagnostic:
    """Return the diagnostic for bytes that hold no JSON document."""
    spoken = rule("not-json")
    return Diagnostic(
        code=spoken.code,
        name=spoken.name,
        severity=Severity.ERROR,
        message=spoken.message.format(value="", problem=problem.problem),
        pointer="",
        line=problem.line,
        column=problem.column,
        help=problem.help or spoken.help,
        url=spoken.url,
    )
