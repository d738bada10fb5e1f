"""By what a finding is known again in the next report, even among findings that look the same."""

import json
from collections import defaultdict
from collections.abc import Sequence

from gallery_lens.diagnostics import NO_VALUE, Diagnostic


def identities(found: Sequence[Diagnostic]) -> list[str]:
    """Return one text for each finding that no other finding of the same file has.

    It is the fingerprint and a number, counted from 1, among those of the file that share it. They are
    numbered by what they say rather than by where they stand, so that moving items around changes nothing.
    """
    alike: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for index, each in enumerate(found):
        fingerprint = each.fingerprint or digest(each.code, each.item_id or "", each.pointer)
        alike[each.file, fingerprint].append(index)
    numbered = [""] * len(found)
    for (_, fingerprint), indexes in alike.items():
        for number, index in enumerate(sorted(indexes, key=lambda index: _content(found[index])), start=1):
            numbered[index] = f"{fingerprint}:{number}"
    return numbered


def digest(*parts: str) -> str:
    """Return 32 hexadecimal digits that depend on *parts* and nothing else."""
    from hashlib import sha256

    return sha256(json.dumps(parts).encode()).hexdigest()[:32]


def _content(found: Diagnostic) -> tuple[str, ...]:
    value = "" if found.value is NO_VALUE else json.dumps(found.value, sort_keys=True, default=str)
    return (found.item_id or "", found.item_title or "", value, found.message)
