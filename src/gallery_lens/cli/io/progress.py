"""How far something has come: a bar on a terminal, for whatever takes more than a second."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from gallery_lens.cli.shared.settings import Settings, is_terminal

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

T = TypeVar("T")

#: How long nothing is shown, and how long the same, in seconds.
PATIENCE: Final = 1.0
PAUSE: Final = 0.1

#: How many columns the bar takes, and a name beside it at most.
_WIDTH: Final = 24
_NAME: Final = 30


class Measure(Protocol):
    """The unit of progress."""

    @property
    def total(self) -> int | None:
        """Return how much there is; None if nobody knows."""

    def reached(self, count: int) -> int:
        """Return how much of it is done after *count* values."""

    def speed(self, reached: int, seconds: float) -> str:
        """Return the speed in words."""


class Steps:
    """Things that are counted."""

    def __init__(self, things: str, total: int | None = None) -> None:
        """Begin; *things* is the plural that people call them by."""
        self.total = total
        self._things = things

    def reached(self, count: int) -> int:
        """Return *count*."""
        return count

    def speed(self, reached: int, seconds: float) -> str:
        """Return the number per second and, where the total is unknown, the number so far."""
        met = f"{reached:,} {self._things}  " if self.total is None else ""
        return f"{met}{reached / seconds:,.0f} {self._things}/s"


class Bytes:
    """The bytes of a file."""

    def __init__(self, total: int, position: Callable[[], int]) -> None:
        """Begin; *position* tells how many were fetched."""
        self.total = total
        self._position = position

    def reached(self, count: int) -> int:
        """Return where the file is being read."""
        return self._position()

    def speed(self, reached: int, seconds: float) -> str:
        """Return the number of megabytes per second."""
        return f"{reached / seconds / 1e6:,.1f} MB/s"


class Progress:
    """Shows how far something has come, if anybody looks."""

    def __init__(self, *, shown: bool = False) -> None:
        self._shown = shown

    def over(
        self, values: Iterable[T], name: str, measure: Measure, size: Callable[[T], int] = lambda value: 1
    ) -> Iterable[T]:
        """Return *values*, which are being worked at while they are taken.

        *name* is what people see; *size* says for how many a value stands.
        """
        return self._watched(values, _Bar(name, measure), size) if self._shown else values

    def _watched(self, values: Iterable[T], bar: "_Bar", size: Callable[[T], int]) -> Iterator[T]:
        due, count = time.monotonic() + PATIENCE, 0
        with bar:
            for value in values:
                if time.monotonic() >= due:
                    bar.draw(count)
                    due = time.monotonic() + PAUSE
                yield value
                count += size(value)


def progress(settings: Settings, *, data_seen: bool) -> Progress:
    """Return the progress display on standard error; *data_seen*: data appear on the terminal."""
    return Progress(shown=not (settings.quiet or data_seen) and is_terminal(sys.stderr))


class _Bar:
    """A bar that appears when it is drawn for the first time."""

    def __init__(self, name: str, measure: Measure) -> None:
        self._name, self._measure = os.path.basename(name.rstrip("/"))[:_NAME], measure
        self._began = time.time()
        self._bar: ProgressBar[str] | None = None

    def __enter__(self) -> "_Bar":
        return self

    def __exit__(self, fault: object, *more: object) -> None:
        if self._bar:
            with contextlib.suppress(OSError):
                if fault is None and self._measure.total is not None:
                    self._bar.update(self._measure.total - self._bar.pos)
                self._bar.render_finish()

    def draw(self, count: int) -> None:
        """Show what is reached after *count* values; a terminal that is gone is nobody's fault."""
        reached = self._measure.reached(count)
        with contextlib.suppress(OSError):
            if self._bar is None:
                import click

                self._bar = click.progressbar(
                    (step for step in ""),  # which says nothing about their number
                    length=self._measure.total,
                    label=self._name,
                    width=_WIDTH,
                    item_show_func=lambda speed: speed,
                    file=sys.stderr,
                )
                self._bar.start = self._bar.last_eta = self._began
            self._bar.update(reached - self._bar.pos, self._measure.speed(reached, time.time() - self._began))
