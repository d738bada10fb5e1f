"""The ``sarif`` report: version 2.1.0 of the format that code scanning and editors read.

Columns count characters (Unicode code points), as everywhere in Gallery Lens.
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final, Protocol, TypeAlias
from urllib.parse import quote

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.jsontext import encode, inert
from gallery_lens.reporters._identity import identities
from gallery_lens.reporters._paths import project_path
from gallery_lens.reporters._reporter import Reporter
from gallery_lens.reporters._sarif_rules import LEVELS, rules
from gallery_lens.reporters.summary import Summary
from gallery_lens.reporters.unreadable import is_unreadable
from gallery_lens.reporters.visible import visible
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
    return {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": LEVELS[found.severity],
        "message": {"text": _message(found)},
        "locations": [location] if (location := _location(found)) else [],
        "partialFingerprints": dict.fromkeys(_FINGERPRINTS, identity),
        "properties": _properties(found),
        **_fixes(found, fixes),
    }


def _message(found: Diagnostic) -> str:
    named = f'In "{visible(found.item_title)}": ' if found.item_title else ""
    return f"{named}{visible(found.message)}"


def _location(found: Diagnostic) -> dict[str, Any]:
    physical, logical = _physical(found), _logical(found)
    located = {"physicalLocation": physical} if physical else {}
    return {**located, "logicalLocations": [logical]} if logical else located


def _physical(found: Diagnostic) -> dict[str, Any]:
    if not found.file:
        return {}
    place = {"startLine": found.line, "startColumn": found.line and found.column}
    region = {name: number for name, number in place.items() if number}
    artifact = {"artifactLocation": _artifact(found.file)}
    return {**artifact, "region": region} if region else artifact


def _logical(found: Diagnostic) -> dict[str, Any]:
    if not found.pointer:
        return {}
    last = found.pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
    return {"name": _sound(last), "fullyQualifiedName": _sound(found.pointer), "kind": "value"}


def _properties(found: Diagnostic) -> dict[str, Any]:
    """Return further facts about the item, for filters; none is needed to show a finding."""
    wanted = ("pointer", "dialect", "target", "galleryId", "itemId", "itemIndex", "itemTitle")
    known: Mapping[str, Any] = found.to_dict()
    pairs = ((name, known[name]) for name in wanted if name in known)
    return {name: _sound(value) if isinstance(value, str) else value for name, value in pairs}


def _fixes(found: Diagnostic, fixes: Fixes) -> dict[str, Any]:
    if not found.file:
        return {}
    artifact = _artifact(found.file)
    offered = [_fix(artifact, sentence, edits) for sentence, edits in fixes(found)]
    return {"fixes": offered} if offered else {}


def _fix(artifact: dict[str, Any], sentence: str, edits: Sequence[SupportsEdit]) -> dict[str, Any]:
    change = {"artifactLocation": artifact, "replacements": [_replacement(each) for each in edits]}
    return {"description": {"text": visible(sentence)}, "artifactChanges": [change]}


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
    unread = [_notification(each) for each in found if is_unreadable(each)]
    ended = {} if exit_code is None else {"exitCode": exit_code}
    return {"executionSuccessful": not unread, **ended, "toolExecutionNotifications": unread}


def _notification(found: Diagnostic) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": visible(found.message)},
        "associatedRule": {"id": found.code},
        "locations": [location] if (location := _location(found)) else [],
    }


def _sound(text: str) -> str:
    """Return *text* without halves of characters, at which strict readers of JSON give up."""
    return text.encode("utf-8", "replace").decode()


REPORTER: Final = Reporter(whole=render)
