"""Baselines of ``lint``: suppress recorded findings, or record new ones."""

import os
from collections.abc import Sequence
from typing import Protocol

from gallery_lens import jsontext
from gallery_lens.cli.io.compression import unpacking
from gallery_lens.cli.io.files import Outputs
from gallery_lens.cli.io.inputs import STDIN_NAME
from gallery_lens.errors import BaselineError, UsageError, reason
from gallery_lens.linting import Entry, told
from gallery_lens.linting.baseline import RecordedFinding, Sieve, read, recorded, to_bytes


class BaselineMode(Protocol):
    """The findings recorded before, or after, a run."""

    def new(self, name: str, found: Sequence[Entry], codes: frozenset[str]) -> Sequence[Entry]:
        """Return the findings of *found* in the input called *name* that are new; *codes* were checked."""

    def close(self, outputs: Outputs, *, complete: bool) -> str:
        """Write what there is to write; say for people what was done, if anything.

        *complete* says that every input could be read.
        """


class NoBaseline:
    """Without a baseline everything is new."""

    def new(self, name: str, found: Sequence[Entry], codes: frozenset[str]) -> Sequence[Entry]:
        """Return all of *found*."""
        return found

    def close(self, outputs: Outputs, *, complete: bool) -> str:
        """Do nothing."""
        return ""


class SuppressRecorded:
    """A baseline that holds back what it knows."""

    def __init__(self, path: str, *, prune: bool) -> None:
        """Read the baseline at *path*; *prune* it in the end.

        Raises:
            BaselineError: It cannot be read, or is none.
        """
        self._path, self._prune = path, prune
        folder = os.path.dirname(path)
        self._sieve = Sieve(
            _read(path), lambda file: file != STDIN_NAME and not os.path.exists(os.path.join(folder, file))
        )
        self._count = 0

    def new(self, name: str, found: Sequence[Entry], codes: frozenset[str]) -> Sequence[Entry]:
        """Return the findings that are not recorded."""
        all_found = [*told(found)]
        new = self._sieve.new(_file(name, self._path), all_found, codes)
        self._count += len(all_found) - len(new)
        return new

    def close(self, outputs: Outputs, *, complete: bool) -> str:
        """Write the baseline without what is stale, if that was asked for."""
        if self._prune:
            outputs.open(self._path).write(to_bytes(self._sieve.pruned()))
        held = f"Held back by {self._path}: {_findings(self._count)}.\n" if self._count else ""
        stale = sum(each.count for each in self._sieve.stale())
        if not stale:
            return held
        if self._prune:
            return f"{held}Removed from {self._path}, as no longer found: {_findings(stale)}.\n"
        return f"{held}No longer found of {self._path}: {_findings(stale)}; --prune-baseline removes them.\n"


class RecordAll:
    """A baseline that is being written: everything is known from now on."""

    def __init__(self, path: str) -> None:
        """Begin with nothing known.

        Raises:
            UsageError: Something else than a baseline stands at *path*, a gallery say.
        """
        try:
            if os.path.isfile(path):
                _read(path)
        except BaselineError:
            if _is_json(path):  # what is not was damaged, or is of no use
                raise UsageError(
                    f"--write-baseline would overwrite {path}, which is not a baseline. Name another file."
                ) from None
        self._path = path
        self._found: list[RecordedFinding] = []

    def new(self, name: str, found: Sequence[Entry], codes: frozenset[str]) -> Sequence[Entry]:
        """Return the findings that cannot be recorded: texts that are not JSON."""
        all_found = [*told(found)]
        self._found += recorded(_file(name, self._path), all_found)
        return [each for each in all_found if each.fingerprint is None]

    def close(self, outputs: Outputs, *, complete: bool) -> str:
        """Write the baseline, unless an input is missing from it."""
        if not complete:
            return f"{self._path} is not written, because not every input can be read.\n"
        outputs.open(self._path).write(to_bytes(self._found))
        return f"Known from now on, by {self._path}: {_findings(len(self._found))}.\n"


def _is_json(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            jsontext.read(file.read())
    except (OSError, jsontext.NotJson):
        return False
    return True


def _read(path: str) -> tuple[RecordedFinding, ...]:
    try:
        with open(path, "rb") as file:
            data = unpacking(path, file).read()
    except OSError as error:
        raise BaselineError(
            f"{path} cannot be read: {reason(error)}; write it with --write-baseline {path}."
        ) from None
    return read(data, path)


def _file(name: str, baseline: str) -> str:
    """Name a file as the baseline does: relative to its folder, wherever the command runs."""
    if name == STDIN_NAME:
        return name
    return os.path.relpath(name, os.path.dirname(baseline) or os.curdir).replace(os.sep, "/")


def _findings(count: int) -> str:
    return f"{count} finding" if count == 1 else f"{count} findings"
