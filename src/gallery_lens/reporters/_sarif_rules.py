"""Rules as SARIF describes them: what the viewer of a finding can read about its kind."""

from collections.abc import Iterable
from typing import Any, Final

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.rules import rule
from gallery_lens.rules.base import Rule

#: SARIF's words for severities.
LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

#: GitHub's words for them.
_PROBLEMS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
}

#: What the families of codes are about.
_FAMILIES: Final = {
    "R": ("reading",),
    "S": ("schema",),
    "L": ("loss",),
    "M": ("media",),
    "O": ("order",),
    "I": ("identity",),
    "X": ("safety", "security"),
}


def rules(found: Iterable[Diagnostic]) -> list[dict[str, Any]]:
    """Describe the rules of *found*, in the order of their codes."""
    pages = {each.code: each.url for each in reversed([*found])}
    return [_described(rule(code), pages[code]) for code in sorted(pages)]


def _described(spoken: Rule, page: str | None) -> dict[str, Any]:
    explained = spoken.explain.strip()
    summary, _, rest = explained.partition("\n\n")
    return {
        "id": spoken.code,
        "name": "".join(word.capitalize() for word in spoken.name.split("-")),
        "shortDescription": {"text": _plain(summary)},
        "fullDescription": {"text": _plain(rest.partition("\n\n## ")[0]) or _plain(summary)},
        "help": {
            "text": spoken.help if page else f"{spoken.help} See: {spoken.command}",
            "markdown": f"{explained}\n",
        },
        **({"helpUri": page} if page else {}),
        "defaultConfiguration": {"level": LEVELS[spoken.severity]},
        "properties": {
            "tags": ["gallery", *_FAMILIES[spoken.code[0]]],
            "problem.severity": _PROBLEMS[spoken.severity],
        },
    }


def _plain(markdown: str) -> str:
    return " ".join(markdown.replace("``", "").split())
