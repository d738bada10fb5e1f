"""Baselines: findings that are known, so that only new ones are told of.

A finding is known by its file and its fingerprint, as often as the baseline counts it. What is known of
a file that is gone is taken for known wherever it turns up, as files are renamed.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from gallery_lens import jsontext, schemas
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.errors import BaselineError
from gallery_lens.places import pointer
from gallery_lens.values import Record, Value, evolve
from gallery_lens.version import __version__

VERSION: Final = 1


class RecordedFinding(Value, Record, kw_only=True):
    """A finding that is known, as often as it is counted."""

    fingerprint: str
    code: str
    name: str
    file: str  #: relative to the folder of the baseline, with forward slashes
    count: int = 1
    item_id: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """The key of the finding."""
        return self.file, self.fingerprint

    @property
    def order(self) -> tuple[str, ...]:
        """The sort key of baselines."""
        return self.file, self.code, self.item_id or "", self.fingerprint

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON shape."""
        item = {} if self.item_id is None else {"itemId": self.item_id}
        names = ("fingerprint", "code", "name", "file", "count")
        return {name: getattr(self, name) for name in names} | item


def recorded(file: str, found: Iterable[Diagnostic]) -> Iterator[RecordedFinding]:
    """Yield what there is to know of *found* in *file*; a text that is not JSON never is."""
    for each in found:
        if each.fingerprint is not None:
            yield RecordedFinding(
                fingerprint=each.fingerprint,
                code=each.code,
                name=each.name,
                file=file,
                item_id=each.item_id,
            )


def to_bytes(findings: Iterable[RecordedFinding]) -> bytes:
    """Write a baseline as JSON, one finding per line, sorted, so that two of them can be compared."""
    tool = json.dumps({"name": "gallery-lens", "version": __version__})
    lines = ",\n".join(f"    {json.dumps(each.to_dict())}" for each in _counted(findings))
    held = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "schemaVersion": {VERSION},\n  "tool": {tool},\n  "findings": {held}\n}}\n'.encode()


def read(data: bytes, name: str) -> tuple[RecordedFinding, ...]:
    """Read a baseline; *name* is that of its file.

    Raises:
        BaselineError: It is none, or one of another version.
    """
    try:
        document = jsontext.read(data).document
    except jsontext.NotJson as problem:
        place = f"line {problem.line}, column {problem.column}: " if problem.line else ""
        raise _no_baseline(name, f"{place}{problem.problem}") from None
    version = document.get("schemaVersion") if isinstance(document, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise BaselineError(f"{name} was written by a later version of gallery-lens: update it.")
    for error in schemas.validator("baseline").iter_errors(document):
        where = pointer(error.absolute_path)
        raise _no_baseline(name, f"what stands at {where} is wrong" if where else "it holds something else")
    names = {"itemId": "item_id"}
    return tuple(
        RecordedFinding(**{names.get(key, key): value for key, value in held.items()})
        for held in document["findings"]
    )


class Sieve:
    """Holds back what a baseline knows."""

    def __init__(self, findings: Iterable[RecordedFinding], is_gone: Callable[[str], bool]) -> None:
        """Begin with all *findings*; *is_gone* tells of a file whether it is no longer there."""
        self._findings = _counted(findings)
        self._left = Counter({each.key: each.count for each in self._findings})
        self._gone = {file for file in {each.file for each in self._findings} if is_gone(file)}
        self._homeless: dict[str, list[str]] = {}
        for each in self._findings:
            if each.file in self._gone:
                self._homeless.setdefault(each.fingerprint, []).append(each.file)
        self._seen: dict[str, frozenset[str]] = {}
        self._moved: list[RecordedFinding] = []

    def new(self, file: str, found: Iterable[Diagnostic], codes: frozenset[str]) -> tuple[Diagnostic, ...]:
        """Return the findings of *found* in *file* that are not recorded; *codes* were checked."""
        self._seen[file] = codes
        return tuple(each for each in found if not self._holds(file, each))

    def stale(self) -> tuple[RecordedFinding, ...]:
        """Return the recorded findings that were checked and not found, each as often as it is missing."""
        lost = (
            (each, self._left[each.key])
            for each in self._findings
            if each.file in self._gone or each.code in self._seen.get(each.file, ())
        )
        return tuple(evolve(each, count=left) for each, left in lost if left)

    def pruned(self) -> tuple[RecordedFinding, ...]:
        """Return the baseline without what is stale, and with files under their new names."""
        stale = Counter({each.key: each.count for each in self.stale()})
        kept = (
            (each, each.count - stale[each.key]) for each in self._findings if each.file not in self._gone
        )
        return (*(evolve(each, count=count) for each, count in kept if count), *self._moved)

    def _holds(self, file: str, found: Diagnostic) -> bool:
        for each in recorded(file, (found,)):
            homes = (file, *self._homeless.get(each.fingerprint, ()))
            home = next((home for home in homes if self._left[home, each.fingerprint]), None)
            if home is not None:
                self._left[home, each.fingerprint] -= 1
                self._moved += [each] if home in self._gone else []
                return True
        return False


def _counted(findings: Iterable[RecordedFinding]) -> list[RecordedFinding]:
    first: dict[tuple[str, str], RecordedFinding] = {}
    for each in findings:
        same = first.get(each.key)
        first[each.key] = evolve(each, count=each.count + same.count) if same else each
    return sorted(first.values(), key=lambda each: each.order)


def _no_baseline(name: str, why: str) -> BaselineError:
    return BaselineError(f"{name} is not a baseline ({why}): write one with --write-baseline {name}.")
