"""Faults of stored data that the server would refuse, whatever the target."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from gallery_lens.conversion.batch import Batch, Taken
from gallery_lens.conversion.guarding import guarding
from gallery_lens.conversion.items import Read, report
from gallery_lens.conversion.run import Converted, Run
from gallery_lens.dialects import Dialect
from gallery_lens.media import video_host
from gallery_lens.model import Family, Item
from gallery_lens.places import value_at
from gallery_lens.rules import rule
from gallery_lens.rules.base import Aim, ItemCheck

#: The rules that speak only where something is written to the server.
_SERVERS: Final = ("date-invalid", "misspelt-key", "external-image", "unknown-video-host")


def look_as_stored(run: Run) -> None:
    """Report what writing the items of a backend would run into: dates, keys, media outside of Wix."""
    for converted in run.converted:
        for found, item in _held(converted, run.target):
            if found.dialect and item.origin and _needs_look(found.dialect, run.target):
                with guarding(found.subject, run.findings):
                    _look_at_item(found, item, run)
        if converted.dialect and _needs_look(converted.dialect, run.target):
            _look_at_gallery(converted, converted.dialect, run)


def _held(converted: Converted, target: Dialect) -> Iterator[tuple[Read, Item]]:
    """Yield the items of which anything may be said; those that were taken hold nothing but their media."""
    reads, items = converted.reads, converted.gallery.items or ()
    if not isinstance(reads, Batch):
        yield from zip(reads, items, strict=False)
        return
    yield from ((found, items[index]) for index, found in reads.odd.items() if index < len(items))
    for found in reads.outside():
        spared = found.dialect and _is_silent(found.raw, found.dialect, target)
        if not spared and found.model is not None:
            yield found, found.model


def is_refused(raw: dict[str, Any], dialect: Dialect, target: Dialect) -> bool:
    """Return whether anything is said of an item as it is stored that was converted together with others."""
    if not _needs_look(dialect, target) or _is_silent(raw, dialect, target):
        return False
    item = dialect.read(raw).root
    checks = _checks(target.item.family) if item.origin else ()
    return any(True for _, check in checks for _ in check(item, Aim.BACKEND))


def _is_silent(raw: dict[str, Any], dialect: Dialect, target: Dialect) -> bool:
    """Return whether it is clear without a model that nothing is said of an item that was converted together.

    Such an item has nothing but its media that a rule may speak of, and a page may get any picture: what is
    left is the host of its clip. An API that spells items in several ways is left to its reader.
    """
    if target.item.family is not Family.PAGE or dialect.settle is not None:
        return False
    clip = value_at(raw, dialect.item.by_field["video.clip"].steps)
    url = clip.get("url") if isinstance(clip, dict) else clip
    return url is None or (isinstance(url, str) and video_host(url) is not None)


def _needs_look(dialect: Dialect, target: Dialect) -> bool:
    """A conversion from one backend to another has let these rules look already."""
    written = target.item.family is Family.BACKEND and target is not dialect
    return dialect.item.family is Family.BACKEND and not written


def _look_at_item(read: Read, item: Item, run: Run) -> None:
    whole = Read(subject=read.subject, dialect=read.dialect, model=item)
    for name, check in _checks(run.target.item.family):
        for spot in check(item, Aim.BACKEND):
            if isinstance(read, Taken):
                run.findings.tell(read, read.place)
            report(name, spot, whole, Aim.BACKEND, run.findings)


@cache
def _checks(family: Family) -> tuple[tuple[str, ItemCheck], ...]:
    spoken = (rule(name) for name in _SERVERS)
    return tuple((each.name, each.check) for each in spoken if each.check and family not in each.harmless_to)


def _look_at_gallery(converted: Converted, dialect: Dialect, run: Run) -> None:
    for name in _SERVERS:
        check = rule(name).check_gallery
        for spot in check(converted.gallery, Aim.BACKEND) if check else ():
            place = dialect.place(converted.gallery, spot.field)
            run.findings.add(name, converted.subject, place, value=spot.value, facts=spot.facts)
