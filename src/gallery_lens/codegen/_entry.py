"""The entry points of the generated converter; printed as JavaScript, and run as Python by tests only."""

from typing import Any

from gallery_lens.conversion._output import output, report_discarded
from gallery_lens.conversion._run import Run
from gallery_lens.diagnostics import position
from gallery_lens.options import ConvertOptions
from gallery_lens.words import Profile


def convert(document: Any, profile: Profile = "documented") -> tuple[Any, list[dict[str, Any]]]:
    """Return the items for a page, and the findings."""
    run = Run(document, ConvertOptions(profile=profile), together=True)
    run.convert()
    out = output(run)
    report_discarded(run, out)
    return out.value, [_warning(run, key) for key in _sorted(run)]


def _sorted(run: Run) -> list[Any]:
    run.findings.settle()
    found, whole = run.findings._found, run.envelope.document
    return sorted(found, key=lambda key: (position(whole, key[1]), len(key[1])))


def _warning(run: Run, key: Any) -> dict[str, Any]:
    found = run.findings._found[key]
    known = {
        "code": found.code,
        "name": found.name,
        "severity": found.severity,
        "message": found.message,
        "pointer": run.findings.pointer(key[1]),
        "itemId": found.subject.id if found.subject.index is not None else None,
    }
    return {name: value for name, value in known.items() if value is not None}
