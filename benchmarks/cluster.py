"""A Dask cluster of this machine: a scheduler and two workers, processes of their own."""

import contextlib
import subprocess
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from contest import PYTHON, SCHEDULER

_DASK: Final = (str(PYTHON), "-m", "dask")
_PARTS: Final[tuple[Sequence[str], ...]] = (
    ("scheduler", "--port", str(urlsplit(SCHEDULER).port), "--no-dashboard"),
    ("worker", SCHEDULER, "--nworkers", "2", "--nthreads", "1", "--no-dashboard"),
)


@contextlib.contextmanager
def cluster() -> Iterator[None]:
    """Have it run while something is measured; a conversion waits for its workers by itself."""
    with contextlib.ExitStack() as closing:
        for part in _PARTS:
            process = subprocess.Popen([*_DASK, *part], stderr=subprocess.DEVNULL)
            closing.callback(process.wait)
            closing.callback(process.terminate)
        yield
