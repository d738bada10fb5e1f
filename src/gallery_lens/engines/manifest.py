"""Records of a distributed run: a plan for the whole, and a manifest for each split.

Both are put only where there are none, and a manifest comes after the parts that it speaks of: whoever
finds one may rely on them. Neither holds anything that another run would write differently.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.engines._storage import StoredFile
from gallery_lens.engines.parts import ITEMS, SplitJob
from gallery_lens.engines.splits import Split
from gallery_lens.errors import EngineError
from gallery_lens.jsontext import NotJson, encode, read, write
from gallery_lens.reporters import CodeCount, InputSummary
from gallery_lens.version import __version__

#: The name of the plan.
PLAN: Final = "plan.json"

_ENDINGS: Final = {ITEMS: "items.ndjson", "report": "report.jsonl", "rejects": "rejects.ndjson"}

#: What differs, if a run is another one, as a sentence about the folder.
_DIFFERENCES: Final = {
    "input": "{folder} holds parts of another input, or of this one before it was changed",
    "version": "{folder} holds parts that version {value} of gallery-lens wrote",
    "options": "{folder} holds parts that were converted with other options",
}


#: The counts of a summary, and all that is known of one beside its findings.
_COUNTS: Final = ("items", "converted", "rejected", "lossless")
_FACTS: Final = ("name", "target", "sources", *_COUNTS)


@attrs.frozen
class Identity:
    """The facts that must be equal for a run to resume."""

    input: dict[str, Any]  #: its name, size and etag
    version: str  #: ours
    options: str  #: a digest

    @classmethod
    def of(cls, source: StoredFile, work: SplitJob) -> "Identity":
        """Return the identity of a run."""
        known = {"name": work.name, "size": source.size, "etag": source.etag}
        return cls(known, __version__, hashlib.sha256(encode(attrs.asdict(work))).hexdigest()[:16])

    def check(self, data: Mapping[str, Any], folder: str) -> None:
        """Refuse what another run wrote.

        Raises:
            EngineError: *data*, found in *folder*, is of another run; the message says which.
        """
        for name, sentence in _DIFFERENCES.items():
            if data[name] != getattr(self, name):
                said = sentence.format(folder=folder, value=data[name])
                raise EngineError(f"{said}: name another folder, or empty this one.")


def part(split: int, kind: str) -> str:
    """Return the name of a part."""
    return f"part-{split:05}.{_ENDINGS[kind]}"


def manifest(split: int) -> str:
    """Return the name of a manifest."""
    return f"part-{split:05}.json"


def plan_bytes(identity: Identity, splits: Sequence[Split]) -> bytes:
    """Write a plan."""
    rows = [[each.start, each.end, each.before] for each in splits]
    return write({"schemaVersion": 1, **attrs.asdict(identity), "splits": rows})


def read_plan(data: bytes, identity: Identity, folder: str) -> tuple[Split, ...]:
    """Return the splits of a plan that was found in *folder*.

    Raises:
        EngineError: It is none, or one of another run.
    """
    found = _read(data, f"{folder}: {PLAN}")
    identity.check(found, folder)
    return tuple(Split(number, *row) for number, row in enumerate(found["splits"]))


def manifest_bytes(
    identity: Identity, split: Split, sizes: Mapping[str, int], summary: InputSummary
) -> bytes:
    """Write the manifest of a split; *sizes* are those of its parts, in bytes, by name."""
    known = {"split": attrs.asdict(split), "parts": dict(sizes), "account": summary_to_dict(summary)}
    return write({"schemaVersion": 1, **attrs.asdict(identity), **known})


@attrs.frozen
class Manifest:
    """The record of a finished split."""

    parts: dict[str, int]  #: their sizes in bytes, by name
    summary: InputSummary


def read_manifest(data: bytes, identity: Identity, folder: str) -> Manifest:
    """Return a manifest that was found in *folder*.

    Raises:
        EngineError: It is none, or one of another run.
    """
    found = _read(data, f"{folder}: a manifest")
    identity.check(found, folder)
    return Manifest(found["parts"], summary_from_dict(found["account"]))


def _read(data: bytes, name: str) -> dict[str, Any]:
    try:
        found: dict[str, Any] = read(data).document
    except NotJson:
        raise EngineError(f"{name} is damaged: empty the folder, and begin again.") from None
    return found


def summary_to_dict(summary: InputSummary) -> dict[str, Any]:
    """Return the JSON shape of a summary of lines, without the fates of single values."""
    findings = [
        {"count": group.count, "shown": [found.to_dict() for found in group.shown]}
        for group in summary.groups.values()
    ]
    return {name: getattr(summary, name) for name in _FACTS} | {"findings": findings}


def summary_from_dict(data: dict[str, Any]) -> InputSummary:
    """Return the summary that ``summary_to_dict`` wrote."""
    summary = InputSummary(**{name: data[name] for name in _FACTS})
    for each in data["findings"]:
        shown = [Diagnostic.from_dict(found) for found in each["shown"]]
        summary.groups[shown[0].severity, shown[0].code] = CodeCount(shown[0], shown, each["count"])
    return summary
