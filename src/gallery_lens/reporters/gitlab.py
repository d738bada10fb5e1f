"""The ``gitlab`` report: a Code Quality artifact, which merge requests show."""

from collections.abc import Sequence
from typing import Any, Final

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
    rows = (encode(_issue(each, identity)) for each, identity in zip(found, identities(found), strict=True))
    return b"[" + b",".join(b"\n" + row for row in rows) + b"\n]\n"


def _issue(found: Diagnostic, identity: str) -> dict[str, Any]:
    path = shown_path(found.file or "<document>")
    unsafe = found.code.startswith("X") and found.severity is not Severity.INFO
    severity = "critical" if unsafe else _SEVERITIES[found.severity]
    return {
        "description": visible(f"{found.code}: {found.message}"),
        "check_name": found.name,
        "fingerprint": digest(path, identity),
        "severity": "blocker" if is_unreadable(found) else severity,
        "location": {"path": path, "lines": {"begin": found.line or 1}},
    }


REPORTER: Final = Reporter(whole=_report)
