"""What was measured, as a page with a table, and as a plot."""

import platform
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs


@attrs.frozen(kw_only=True)
class Measured:
    """One program on one file."""

    name: str
    records: str  #: ``none``, ``three`` or ``full``
    ratio: float  #: how many times as fast as the reference, the median of all rounds
    low: float
    high: float
    seconds: float  #: the median
    memory: int  #: the highest peak, in KiB


_INTRODUCTION: Final = """# Benchmarks

How fast Gallery Lens is beside other ways to turn backend items into items of a page: all of them read
the same {count:,} items, one a line, and write the same items and the same losses, which is checked
first. Whole processes run in turn on one machine. The ratio is to Node with ajv, which reads, checks,
converts, checks again and writes, in the same round; above 1 is faster. What stands behind it are the
slowest and the quickest round.

`make bench` measures again; `make bench BENCH="--count 100000"` on longer files.

![Ratios to Node with ajv, as bars](benchmarks.svg)
"""
_HEAD: Final = """| | records | ratio | spread | seconds | MiB |
|---|---|--:|--:|--:|--:|"""
_WORDS: Final = {"none": "none", "three": "three fields", "full": "full"}


def page(found: Mapping[str, Sequence[Measured]], count: int, *, whole: bool = False) -> str:
    """Write the tables, one for each dialect, as Markdown; with what they mean if it is the *whole* page."""
    parts = [_INTRODUCTION.format(count=count)] if whole else []
    for dialect, rows in found.items():
        parts.append("\n".join((f"## From {dialect} to frontend\n", _HEAD, *map(_row, rows))) + "\n")
    made = f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}."
    return "\n".join((*parts, f"{made}\n") if whole else parts)


def _row(row: Measured) -> str:
    spread = f"{row.low:.2f} – {row.high:.2f}"
    name = f"**{row.name}**" if "gallery" in row.name else row.name
    cells = (
        name,
        _WORDS[row.records],
        f"{row.ratio:.2f}",
        spread,
        f"{row.seconds:.2f}",
        f"{row.memory >> 10}",
    )
    return f"| {' | '.join(cells)} |"


# ---------------------------------------------------------------- plot

_LINE: Final = 18
_LEFT: Final = 270
_UNIT: Final = 110  #: how long a ratio of 1 is, in pixels


def plot(found: Mapping[str, Sequence[Measured]]) -> str:
    """Draw the ratios as horizontal bars with their spread, one group for each dialect, as SVG."""
    lines = [line for dialect, rows in found.items() for line in (dialect, *rows, "")]
    shapes = [shape for index, line in enumerate(lines) for shape in _shapes(line, index * _LINE)]
    height, widest = len(lines) * _LINE, max(row.high for rows in found.values() for row in rows)
    width = round(_LEFT + widest * _UNIT + 60)
    one = f'<path d="M{_LEFT + _UNIT} 0V{height}" stroke="#999" stroke-dasharray="3"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
    style = "<style>text{font:12px sans-serif;fill:#555}</style>"
    return "\n".join((head, style, *shapes, one, "</svg>\n"))


def _shapes(line: str | Measured, top: int) -> Iterator[str]:
    if isinstance(line, str):
        yield f'<text x="4" y="{top + 13}" font-weight="bold">{line}</text>'
        return
    colour = "#2a7f62" if "gallery" in line.name else "#b9c4cc"
    middle = top + _LINE // 2
    low, high = (_LEFT + round(value * _UNIT) for value in (line.low, line.high))
    yield f'<text x="{_LEFT - 6}" y="{top + 13}" text-anchor="end">{line.name}</text>'
    yield f'<rect x="{_LEFT}" y="{top + 3}" width="{line.ratio * _UNIT:.0f}" height="12" fill="{colour}"/>'
    yield f'<path d="M{low} {middle}H{high}" stroke="#444"/>'
    yield f'<text x="{high + 6}" y="{top + 13}">{line.ratio:.2f}</text>'
