"""What all drawings of measurements share: their width, and colours for light and dark themes."""

from collections.abc import Iterable
from typing import Final

#: The drawings are as wide as the text on a telephone of 390 px, so that their words keep their size there.
WIDTH: Final = 358
_STYLE: Final = """<style>
    .lens-picture { --ink: #1d2730; --quiet: #55626e; --line: #9aa7b2; --keep: #14606f; \
font-family: system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-size: 13px; }
    @media (prefers-color-scheme: dark) { .lens-picture { --ink: #e8edf1; --quiet: #a9b5bf; \
--line: #66737f; --keep: #6cc5d6; } }
    .lens-picture text { fill: var(--ink); }
    .lens-picture .title { font-weight: 600; font-size: 14px; }
    .lens-picture .bar { fill: var(--line); }
    .lens-picture .bar.ours { fill: var(--keep); }
    .lens-picture .one { stroke: var(--quiet); stroke-dasharray: 4 4; }
    .lens-picture .grid { stroke: var(--line); stroke-width: 0.5; }
    .lens-picture .scale { fill: var(--quiet); font-size: 12px; }
    .lens-picture .curve { stroke: var(--line); stroke-width: 2; fill: none; }
    .lens-picture .curve.ours { stroke: var(--keep); }
  </style>"""


def drawing(height: int, shapes: Iterable[str]) -> str:
    """Return an SVG drawing of this height."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="lens-picture" viewBox="0 0 {WIDTH} {height}">'
    return "\n".join((head, f"  {_STYLE}", *shapes, "</svg>\n"))
