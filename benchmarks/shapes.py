"""What each shape, pair and report costs, in floors: the CPU time of parsing and printing the same file.

``python benchmarks/shapes.py 20000`` writes that many items in every shape (see ``wide``), runs the command
over each of them, and prints a line for each run. A ratio says the same on any machine; what starting takes
is in both.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from wide import SHAPES, write_shapes

_FLOOR: Final = (
    "import sys, msgspec\n"
    "read, write = msgspec.json.Decoder().decode, msgspec.json.Encoder().encode\n"
    "for line in open(sys.argv[1], 'rb'): sys.stdout.buffer.write(write(read(line)) + b'\\n')\n"
)
_ROUNDS: Final = 3


def _cpu(command: list[str]) -> float:
    """Return the least CPU time, in seconds, that *command* takes in a few rounds."""
    # Compiled files of ours are kept, as they are for everybody.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    spent = []
    for _ in range(_ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=False, capture_output=True, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return min(spent)


def _runs(dialect: str, folder: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield what is done, the shape, and the arguments of each run, without the file."""
    other = "rest" if dialect == "velo" else "velo"
    for shape in SHAPES:
        yield f"{dialect} to frontend", shape, ["convert", "--from", dialect]
    for shape in ("items.ndjson", "galleries.ndjson"):
        yield f"{dialect} to {other}", shape, ["convert", "--from", dialect, "--to", other]
    for name in ("report.jsonl", "report.json"):
        report = ["convert", "--from", dialect, "--report", str(folder / name)]
        yield f"{dialect} to frontend, {name}", "galleries.ndjson", report
    yield f"{dialect} linted", "galleries.ndjson", ["lint", "--from", dialect]


def main() -> None:
    """Measure every run and print a line for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=20_000)
    count = parser.parse_args().count
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for dialect in ("velo", "rest"):
            paths = write_shapes(folder, dialect, count)
            floors = {shape: _cpu([sys.executable, "-c", _FLOOR, str(path)]) for shape, path in paths.items()}
            for done, shape, arguments in _runs(dialect, folder):
                spent = _cpu([sys.executable, "-m", "gallery_lens", *arguments, str(paths[shape])])
                each = spent / count * 1e6
                sys.stdout.write(f"{done:34} {shape:18} {each:7.1f} µs {spent / floors[shape]:6.1f} floors\n")


if __name__ == "__main__":
    main()
