"""What the server would object to in what it stores, wherever a conversion goes."""

from collections.abc import Callable, Iterator
from typing import Any, Final

import attrs

from gallery_lens.conversion._items import gallery_checks, item_checks, report
from gallery_lens.conversion._run import Converted, Run
from gallery_lens.dialects import DIALECTS, Dialect
from gallery_lens.model import Family
from gallery_lens.rules import rule
from gallery_lens.rules._rule import Aim

#: A conversion on which the server's demands are checked, by what is read.
_SISTERS: Final = {"velo": "rest"}
_SISTER: Final = "velo"


def look_as_stored(run: Run) -> None:
    """Report what writing the items of a backend would run into: dates, outside media, unknown keys."""
    for converted in run.converted:
        _look_at_items(run, converted)
        _look_at_gallery(run, converted)


def _look_at_items(run: Run, converted: Converted) -> None:
    for found, item in zip(converted.reads, converted.gallery.items or (), strict=False):
        if found.dialect and item.origin and _needs_look(found.dialect, run):
            read = attrs.evolve(found, model=item)
            for name, check in _keeping(item_checks(found.dialect, _sister(found.dialect))):
                for spot in check(item, Aim.BACKEND):
                    report(name, spot, read, Aim.BACKEND, run.findings)


def _look_at_gallery(run: Run, converted: Converted) -> None:
    dialect = converted.dialect
    if dialect is None or not _needs_look(dialect, run):
        return
    for name, check in _keeping(gallery_checks(dialect, _sister(dialect))):
        for spot in check(converted.gallery, Aim.BACKEND):
            if spot.index is None:  # items are compared in every conversion
                place = dialect.place(converted.gallery, spot.field)
                run.findings.add(name, converted.subject, place, value=spot.value, facts=spot.facts)


def _needs_look(dialect: Dialect, run: Run) -> bool:
    target = run.options.target
    converted = target.item.family is Family.BACKEND and target is not dialect
    return dialect.item.family is Family.BACKEND and not converted


def _sister(dialect: Dialect) -> Dialect:
    return DIALECTS[_SISTERS.get(dialect.name, _SISTER)]


def _keeping(checks: tuple[tuple[str, Callable[..., Any]], ...]) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the checks whose rules tell of no loss: nothing is written here that could lose anything."""
    return ((name, check) for name, check in checks if not rule(name).loses)
