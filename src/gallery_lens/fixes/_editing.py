"""From changes of a document to edits of its text, which leave everything else as it is."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from gallery_lens.fixes._changes import Change, Fix
from gallery_lens.fixes._layout import Margin, after, before, margin, written
from gallery_lens.places import Place
from gallery_lens.source_map import SourceMap, Span


@attrs.frozen(order=True)
class Edit:
    """A part of a text, and what comes in its place; in characters counted from 0."""

    start: int
    end: int  #: the one after the last; ``start`` if nothing goes
    text: str

    def touches(self, other: "Edit") -> bool:
        """Return whether it matters which of the two is made first."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return *text* with *edits*, of which none touches another, made."""
    parts, done = [], 0
    for edit in sorted(edits):
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join((*parts, text[done:]))


def edits(fix: Fix, source_map: SourceMap, text: str) -> tuple[Edit, ...]:
    """Return the text edits of *fix* for *text*, ascending; empty if a part of it is absent.

    New members get the layout of those beside them, other values are written on one line, unless what
    is around them stands on lines of its own.

    Args:
        fix: changes of the document that *text* holds.
        source_map: of *text*.
        text: a JSON text, with or without a byte order mark.
    """
    for change in fix.changes:
        target = source_map.span(change.place[:-1] if change.op == "add" else change.place)
        if target is None or (change.op == "add" and text[target.start] != "{"):
            return ()
    removed = [_at(source_map, each.place) for each in _of(fix, "remove")]
    places = {each.place for each in _of(fix, "remove")}
    # Values that a removed one hides go with it: they would become visible.
    removed += [each.hidden for each in source_map.duplicates if each.place in places] if places else []
    runs = _runs(text, sorted((span.key[0] if span.key else span.start, span.end) for span in removed))
    found = [_replacement(each, source_map, text) for each in _of(fix, "replace")]
    added: dict[Place, dict[str, Any]] = {}
    for change in _of(fix, "add"):
        added.setdefault(change.place[:-1], {})[str(change.place[-1])] = change.value
    for parent, members in added.items():
        addition = _addition(parent, members, source_map, text)
        around = (run for run in runs if run[0] <= addition.start <= run[1])
        whole = next((run for run in around if _fills(text, run)), None)
        if whole:  # what is added takes the place of all that was there
            runs.remove(whole)
            addition = Edit(*whole, addition.text.partition(",")[2].lstrip())
        found.append(addition)
    return tuple(sorted((*found, *(_removal(text, *run) for run in runs))))


def _of(fix: Fix, op: str) -> Iterator[Change]:
    return (change for change in fix.changes if change.op == op)


def _at(source_map: SourceMap, place: Place) -> Span:
    span = source_map.span(place)
    assert span is not None
    return span


# Replacing


def _replacement(change: Change, source_map: SourceMap, text: str) -> Edit:
    span = _at(source_map, change.place)
    start = span.key[0] if span.key else span.start
    closing = _at(source_map, change.place[:-1]).end - 1
    inside = margin(text, start, closing) if change.place else None
    return Edit(span.start, span.end, written(change.value, text, inside))


# Removing


def _runs(text: str, pieces: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the *pieces*, ascending, between which only a comma stands."""
    runs: list[tuple[int, int]] = []
    for start, end in pieces:
        joins = runs and text[runs[-1][1] : start].strip() == ","
        runs.append((runs.pop()[0] if joins else start, end))
    return runs


def _fills(text: str, run: tuple[int, int]) -> bool:
    """Return whether a run of members or elements is all that stands between its brackets."""
    return text[before(text, run[0]) - 1] in "[{" and text[after(text, run[1])] in "]}"


def _removal(text: str, start: int, end: int) -> Edit:
    """Take out what stands from *start* to *end*, with one comma and the blanks beside it."""
    left, right = before(text, start), after(text, end)
    if text[left - 1] == ",":
        return Edit(before(text, left - 1), end, "")
    if text[right] == ",":
        return Edit(start, after(text, right + 1), "")
    return Edit(left, right, "")


# Adding


def _addition(parent: Place, members: dict[str, Any], source_map: SourceMap, text: str) -> Edit:
    """Put *members* behind the last one of the object at *parent*."""
    whole = _at(source_map, parent)
    pairs: Sequence[tuple[str, Any]] = json.loads(
        text[whole.start : whole.end], object_pairs_hook=list, parse_int=str, parse_float=str
    )
    if not pairs:
        colon = _colon(text, whole) if whole.key else ":"
        inner = _members(members, text, f",{colon.partition(':')[2]}", colon, None)
        return Edit(whole.start + 1, whole.start + 1, inner)
    last = _at(source_map, (*parent, pairs[-1][0]))
    assert last.key is not None
    colon, start = _colon(text, last), last.key[0]
    blanks = before(text, start)
    gap = "," + (text[blanks:start] or colon.partition(":")[2])
    if text[blanks - 1] == ",":  # it is separated as the last member is
        gap = text[before(text, blanks - 1) : start]
    inner = _members(members, text, gap, colon, margin(text, last.key[0], whole.end - 1))
    return Edit(last.end, last.end, gap + inner)


def _members(members: dict[str, Any], text: str, gap: str, colon: str, inside: Margin | None) -> str:
    pairs = ((written(key, text, None), written(value, text, inside)) for key, value in members.items())
    return gap.join(f"{key}{colon}{value}" for key, value in pairs)


def _colon(text: str, span: Span) -> str:
    """The colon behind the key of a member, with the blanks around it."""
    assert span.key is not None
    return text[span.key[1] : span.start]
