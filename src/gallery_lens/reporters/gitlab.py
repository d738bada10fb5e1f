"""The ``gitlab`` report: a Code Quality artifact, which merge requests show."""

from collections.abc import Sequence
from typing import Final

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.jsontext import encode
from gallery_lens.reporters._reporter import Reporter
from gallery_lens.reporters.identity import digest, identities
from gallery_lens.reporters.paths import shown_path
from gallery_lens.reporters.summary import Summary
from gallery_lens.reporters.unreadable import is_unreadable
from gallery_lens.reporters.visible import visible

_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def _report(found: Sequence[Diagnostic], _: Summary) -> bytes:
    rows = []
    for each, identity in zip(found, identities(found), strict=True):
        path = shown_path(each.file or "<document>")
        unsafe = each.code.startswith("X") and each.severity is not Severity.INFO
        severity = "critical" if unsafe else _SEVERITIES[each.severity]
        issue = {
            "description": visible(f"{each.code}: {each.message}"),
            "check_name": each.name,
            "fingerprint": digest(path, identity),
            "severity": "blocker" if is_unreadable(each) else severity,
            "location": {"path": path, "lines": {"begin": each.line or 1}},
        }
        rows.append(b"\n" + encode(issue))
    return b"[" + b",".join(rows) + b"\n]\n"


REPORTER: Final = Reporter(whole=_report)
