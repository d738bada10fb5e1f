"""The ``sarif`` report: version 2.1.0 of the format that code scanning and editors read.

Columns count characters (Unicode code points), as everywhere in Gallery Lens.
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final, Protocol, TypeAlias
from urllib.parse import quote

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.jsontext import encode, inert
from gallery_lens.places import steps
from gallery_lens.reporters._reporter import Reporter
from gallery_lens.reporters.identity import identities
from gallery_lens.reporters.paths import project_path
from gallery_lens.reporters.summary import Summary
from gallery_lens.reporters.unreadable import is_unreadable
from gallery_lens.reporters.visible import visible
from gallery_lens.rules import rule
from gallery_lens.version import __version__

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_TOOL: Final = {"name": "Gallery Lens", "fullName": f"Gallery Lens {__version__}", "version": __version__}

#: What consumers call the root of the checkout; where it is, is theirs to know.
_ROOT: Final = "SRCROOT"

#: Under which names a finding is known again; the first is the one that GitHub looks at.
_FINGERPRINTS: Final = ("primaryLocationLineHash", "galleryLens/v1")


class SupportsEdit(Protocol):
    """A piece of the file to be replaced; places are lines and columns, counted from 1."""

    @property
    def start(self) -> tuple[int, int]:
        """The position of the start."""

    @property
    def end(self) -> tuple[int, int]:
        """The position of the first character after the end."""

    @property
    def text(self) -> str:
        """The replacement text."""


#: What may be done about a finding: for each way, a sentence and the edits.
Fixes: TypeAlias = Callable[[Diagnostic], Iterable[tuple[str, Sequence[SupportsEdit]]]]


def render(
    found: Sequence[Diagnostic],
    summary: Summary,
    *,
    fixes: Fixes = lambda _: (),
    exit_code: int | None = None,
) -> bytes:
    """Write the report.

    Args:
        found: all findings, in document order.
        summary: its ``files`` are listed as what was looked at.
        fixes: gives the fixes of a finding, which are offered with it.
        exit_code: of the command, if it is known.
    """
    described = rules(found)
    numbers = {rule["id"]: number for number, rule in enumerate(described)}
    run = {
        "tool": {"driver": {**_TOOL, "rules": described}},
        "invocations": [_invocation(found, exit_code)],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the project."}}},
        "artifacts": [{"location": _artifact(file)} for file in dict.fromkeys(summary.files)],
        "results": [
            _result(each, identity, numbers[each.code], fixes)
            for each, identity in zip(found, identities(found), strict=True)
        ],
    }
    return inert(encode({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)) + b"\n"


def _result(found: Diagnostic, identity: str, rule: int, fixes: Fixes) -> dict[str, Any]:
    named = f'In "{visible(found.item_title)}": ' if found.item_title else ""
    # Further facts about the item are for filters; none is needed to show a finding.
    wanted = ("pointer", "dialect", "target", "galleryId", "itemId", "itemIndex", "itemTitle")
    known: Mapping[str, Any] = found.to_dict()
    facts = {name: known[name] for name in wanted if name in known}
    return {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": LEVELS[found.severity],
        "message": {"text": f"{named}{visible(found.message)}"},
        "locations": [location] if (location := _location(found)) else [],
        "partialFingerprints": dict.fromkeys(_FINGERPRINTS, identity),
        "properties": {
            name: _sound(value) if isinstance(value, str) else value for name, value in facts.items()
        },
        **_fixes(found, fixes),
    }


def _location(found: Diagnostic) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if found.file:
        place = {"startLine": found.line, "startColumn": found.line and found.column}
        region = {name: number for name, number in place.items() if number}
        artifact = {"artifactLocation": _artifact(found.file)}
        location["physicalLocation"] = {**artifact, "region": region} if region else artifact
    if found.pointer:
        name, whole = _sound(steps(found.pointer)[-1]), _sound(found.pointer)
        location["logicalLocations"] = [{"name": name, "fullyQualifiedName": whole, "kind": "value"}]
    return location


def _fixes(found: Diagnostic, fixes: Fixes) -> dict[str, Any]:
    if not found.file:
        return {}
    artifact = _artifact(found.file)
    offered = []
    for sentence, edits in fixes(found):
        change = {"artifactLocation": artifact, "replacements": [_replacement(each) for each in edits]}
        offered.append({"description": {"text": visible(sentence)}, "artifactChanges": [change]})
    return {"fixes": offered} if offered else {}


def _replacement(edit: SupportsEdit) -> dict[str, Any]:
    names = ("startLine", "startColumn", "endLine", "endColumn")
    deleted = dict(zip(names, (*edit.start, *edit.end), strict=True))
    inserted = {"insertedContent": {"text": _sound(edit.text)}} if edit.text else {}
    return {"deletedRegion": deleted, **inserted}


def _artifact(file: str) -> dict[str, str]:
    path = project_path(file)
    if PurePath(path).is_absolute():
        return {"uri": f"file:///{_quoted(path.lstrip('/'))}"}
    return {"uri": _quoted(path), "uriBaseId": _ROOT}


def _quoted(path: str) -> str:
    return quote(os.fsencode(path))


def _invocation(found: Sequence[Diagnostic], exit_code: int | None) -> dict[str, Any]:
    unread = [
        {
            "level": "error",
            "message": {"text": visible(each.message)},
            "associatedRule": {"id": each.code},
            "locations": [location] if (location := _location(each)) else [],
        }
        for each in found
        if is_unreadable(each)
    ]
    ended = {} if exit_code is None else {"exitCode": exit_code}
    return {"executionSuccessful": not unread, **ended, "toolExecutionNotifications": unread}


def _sound(text: str) -> str:
    """Return *text* without halves of characters, at which strict readers of JSON give up."""
    return text.encode("utf-8", "replace").decode()


REPORTER: Final = Reporter(whole=render)


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
    described: list[dict[str, Any]] = []
    for code in sorted(pages):
        spoken, page = rule(code), pages[code]
        explained = spoken.explain.strip()
        summary, _, rest = explained.partition("\n\n")
        description = {
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
        described.append(description)
    return described


def _plain(markdown: str) -> str:
    return " ".join(markdown.replace("``", "").split())
