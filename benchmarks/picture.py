"""What was measured, as a drawing that follows light and dark."""

from collections.abc import Iterator, Sequence
from typing import Final

from measure import Contest, Ratio
from report import bars

_LINE: Final = 18
_LEFT: Final = 250
_WIDTH: Final = 720
_STYLE: Final = """<style>
    .lens-picture { --ink: #1d2730; --quiet: #55626e; --line: #c3ccd4; --keep: #14606f; \
font-family: system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-size: 12px; }
    @media (prefers-color-scheme: dark) { .lens-picture { --ink: #e8edf1; --quiet: #a9b5bf; \
--line: #46525d; --keep: #6cc5d6; } }
    .lens-picture text { fill: var(--ink); }
    .lens-picture .title { font-weight: 600; font-size: 14px; }
    .lens-picture .name { text-anchor: end; }
    .lens-picture .bar { fill: var(--line); }
    .lens-picture .bar.ours { fill: var(--keep); }
    .lens-picture .spread { stroke: var(--ink); stroke-width: 1.4; }
    .lens-picture .one { stroke: var(--quiet); stroke-dasharray: 4 4; }
  </style>"""


def draw(contests: Sequence[Contest]) -> str:
    """Draw the ratios as horizontal bars with their spread, one group for each dialect, as SVG."""
    groups = list(bars(contests))
    widest = max(ratio.high for _, rows in groups for _, ratio in rows)
    unit = (_WIDTH - _LEFT - 50) / widest
    shapes, top = [], 0
    for dialect, rows in groups:
        shapes.append(f'  <text class="title" x="4" y="{top + 14}">From {dialect}</text>')
        for name, ratio in rows:
            top += _LINE
            shapes += _bar(name, ratio, top, unit)
        top += 2 * _LINE
    one = round(_LEFT + unit)
    line = f'  <path class="one" d="M{one} {_LINE}V{top - _LINE}"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="lens-picture" viewBox="0 0 {_WIDTH} {top}">'
    return "\n".join((head, f"  {_STYLE}", *shapes, line, "</svg>\n"))


def _bar(name: str, ratio: Ratio, top: int, unit: float) -> Iterator[str]:
    low, middle, high = (round(value * unit) for value in (ratio.low, ratio.middle, ratio.high))
    kind = "bar ours" if "gallery" in name else "bar"
    half = top + _LINE // 2
    yield f'  <text class="name" x="{_LEFT - 8}" y="{top + 13}">{name}</text>'
    yield f'  <rect class="{kind}" x="{_LEFT}" y="{top + 3}" width="{middle}" height="12"/>'
    yield f'  <path class="spread" d="M{_LEFT + low} {half}H{_LEFT + high}"/>'
    yield f'  <text x="{_LEFT + high + 6}" y="{top + 13}">{ratio}</text>'
