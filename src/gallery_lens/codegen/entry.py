"""The entry points of the generated converter; printed as JavaScript, and run as Python by tests only."""

from typing import Any

from gallery_lens.conversion.finding import Finding
from gallery_lens.conversion.output import output, report_discarded
from gallery_lens.conversion.run import Run
from gallery_lens.options import ConvertOptions
from gallery_lens.places import Place, position
from gallery_lens.words import Profile


def convert(document: Any, profile: Profile = "documented") -> tuple[Any, list[dict[str, Any]]]:
    """Return the items for a page, and the findings."""
    run = Run(document, ConvertOptions(profile=profile), together=True)
    run.convert()
    out = output(run)
    report_discarded(run, out)
    warnings: list[dict[str, Any]] = []
    for each in run.findings.entries():
        if isinstance(each, tuple):
            warnings.append(_warning(run, run.findings.found(each), each[1]))
            continue
        raw = each.subject.raw
        in_order = sorted(each.found(), key=lambda found: (position(raw, found.inside), len(found.inside)))
        warnings.extend(_warning(run, found, found.place) for found in in_order)
    return out.value, warnings


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
