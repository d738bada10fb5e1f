"""Curves of what files of different sizes take, both scales logarithmic."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from drawing import WIDTH, drawing

_LEFT: Final = 50  #: room for the numbers of the vertical scale
_RIGHT: Final = 8
_HEIGHT: Final = 150

#: A size in megabytes, and what a file of that size took.
Point = tuple[float, float]


@attrs.frozen
class Chart:
    """Curves by their names; the first is drawn in the colour of what matters."""

    title: str
    unit: str
    curves: Mapping[str, Sequence[Point]]

    def draw(self, top: int) -> Iterator[str]:
        """Yield the shapes of the chart, below *top*."""
        points = [point for curve in self.curves.values() for point in curve]
        across = _Scale(points, 0, _LEFT, WIDTH - _RIGHT)
        upward = _Scale(points, 1, top + 20 + _HEIGHT, top + 20)
        yield f'  <text class="title" x="0" y="{top + 12}">{self.title}</text>'
        for value in upward.powers():
            y = upward.at(value)
            yield f'  <path class="grid" d="M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}"/>'
            yield f'  <text class="scale" x="0" y="{y + 4:.1f}">{value:,g} {self.unit}</text>'
        for value in across.powers():
            x, anchor = across.at(value), "end" if value == across.most else "middle"
            yield (
                f'  <text class="scale" text-anchor="{anchor}" x="{x:.1f}" y="{top + 36 + _HEIGHT}">'
                f"{_size(value)}</text>"
            )
        for index, (name, curve) in enumerate(self.curves.items()):
            kind = "curve" if index else "curve ours"
            path = "L".join(f"{across.at(size):.1f} {upward.at(taken):.1f}" for size, taken in curve)
            yield f'  <path class="{kind}" d="M{path}"/>'
            size, taken = curve[-1]
            x, y = across.at(size), upward.at(taken) - 6
            yield f'  <text text-anchor="end" x="{x:.1f}" y="{y:.1f}">{name}</text>'


class _Scale:
    """A logarithmic scale over whole powers of ten."""

    def __init__(self, points: Sequence[Point], index: int, start: float, end: float) -> None:
        values = [point[index] for point in points]
        self._low, self._high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        self._start, self._end = start, end
        self.most = 10.0**self._high

    def at(self, value: float) -> float:
        """Return where *value* stands, in pixels."""
        share = (math.log10(value) - self._low) / (self._high - self._low)
        return self._start + share * (self._end - self._start)

    def powers(self) -> list[float]:
        """Return the powers of ten on the scale."""
        return [10.0**power for power in range(self._low, self._high + 1)]


def _size(megabytes: float) -> str:
    return f"{megabytes / 1000:g} GB" if megabytes >= 1000 else f"{megabytes:g} MB"


def draw(charts: Sequence[Chart]) -> str:
    """Return the charts below each other as an SVG drawing."""
    step = _HEIGHT + 54
    shapes = (shape for index, chart in enumerate(charts) for shape in chart.draw(index * step))
    return drawing(step * len(charts), shapes)
