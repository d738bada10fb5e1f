"""The two charts of the measurements, for light and dark themes and narrow screens."""

from collections.abc import Iterator, Sequence
from typing import Final

from contest import CONVERT, FULL, MSGSPEC, PYDANTIC, REFERENCE, REPORT
from drawing import WIDTH, drawing
from measure import Contest, Ratio

_LINE: Final = 34  #: the name of a program above its bar
_RIGHT: Final = 46  #: room for the ratio behind a bar
#: The shapes of files in words.
SHAPES: Final = {
    "items.ndjson": "one item per line",
    "galleries.ndjson": "a gallery of 40 per line",
    "document.json": "one gallery in one document",
}

#: Bars of one file: the programs with their ratios.
Group = tuple[str, list[tuple[str, Ratio]]]


def draw(contests: Sequence[Contest]) -> dict[str, str]:
    """Return the drawings by the names of their files: conversions, and conversions with a full report."""
    return {
        "benchmarks.svg": _drawn(groups(contests)),
        "benchmarks-report.svg": _drawn(groups(contests, full=True)),
    }


def groups(contests: Sequence[Contest], *, full: bool = False) -> list[Group]:
    """Return the groups of a chart: programs that read, validate, convert and validate again."""
    against = FULL.name if full else REFERENCE.name
    peers = (FULL, REPORT) if full else (REFERENCE, PYDANTIC, MSGSPEC, CONVERT)
    names = [peer.name for peer in peers]
    return [
        (
            f"{each.trial.dialect}, {SHAPES[each.trial.shape]}",
            [(name, each.ratio(name, against)) for name in names if name in each.samples],
        )
        for each in contests
        if each.trial.kind in ("lines", "shape") and each.trial.shape in SHAPES and names[-1] in each.samples
    ]


def _drawn(shown: list[Group]) -> str:
    widest = max(ratio.middle for _, rows in shown for _, ratio in rows)
    unit = (WIDTH - _RIGHT) / widest
    shapes: list[str] = []
    top = 0
    for title, rows in shown:
        shapes.append(f'  <text class="title" x="0" y="{top + 15}">{title}</text>')
        start, top = top + 20, top + 24
        for name, ratio in rows:
            shapes += _bar(name, ratio, top, unit)
            top += _LINE
        shapes.append(f'  <path class="one" d="M{round(unit)} {start}V{top}"/>')
        top += 14
    return drawing(top, shapes)


def _bar(name: str, ratio: Ratio, top: int, unit: float) -> Iterator[str]:
    kind, width = ("bar ours" if "gallery" in name else "bar"), round(ratio.middle * unit)
    yield f'  <text x="0" y="{top + 12}">{name}</text>'
    yield f'  <rect class="{kind}" x="0" y="{top + 17}" width="{width}" height="12"/>'
    yield f'  <text x="{width + 6}" y="{top + 28}">{ratio}</text>'
