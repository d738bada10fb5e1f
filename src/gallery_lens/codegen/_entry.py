"""The entry points of the generated converter; printed as JavaScript, and run as Python by tests only."""

from collections.abc import Iterator
from typing import Any

from gallery_lens.conversion.finding import Finding
from gallery_lens.conversion.output import output, report_discarded
from gallery_lens.conversion.run import Run
from gallery_lens.diagnostics import Place, position
from gallery_lens.options import ConvertOptions
from gallery_lens.words import Profile


def convert(document: Any, profile: Profile = "documented") -> tuple[Any, list[dict[str, Any]]]:
    """Return the items for a page, and the findings."""
    run = Run(document, ConvertOptions(profile=profile), together=True)
    run.convert()
    out = output(run)
    report_discarded(run, out)
    return out.value, list(_warnings(run))


def _warnings(run: Run) -> Iterator[dict[str, Any]]:
    for each in run.findings.entries():
        if isinstance(each, tuple):
            yield _warning(run, run.findings.found(each), each[1])
        else:
            subject = each.subject
            for found in sorted(each.found(), key=lambda found: _order(subject.raw, found.inside)):
                yield _warning(run, found, found.place)


def _order(raw: Any, place: Place) -> tuple[tuple[int, ...], int]:
    return position(raw, place), len(place)


def _warning(run: Run, found: Finding, place: Place) -> dict[str, Any]:
    told = {
        "code": found.code,
        "name": found.name,
        "severity": found.severity,
        "message": found.message,
        "pointer": run.findings.pointer(place),
    }
    id = found.subject.id if found.subject.index is not None else None
    return told if id is None else told | {"itemId": id}
