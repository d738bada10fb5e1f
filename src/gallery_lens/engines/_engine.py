"""The interface of engines: an executor for splits, and how it is used."""

import contextlib
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor
from typing import TypeVar

import attrs

from gallery_lens.engines.pool import Processes
from gallery_lens.engines.running import TRIES, Deaths, FinishedSplit, SkippedSplit, run, unchecked

S = TypeVar("S")
T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Engine:
    """An executor, and the arguments of ``run`` that suit it."""

    executor: Executor
    window: int  #: how many splits may be under way
    tries: int = TRIES
    deaths: Deaths = (BrokenExecutor,)
    check: Callable[[], None] = unchecked

    def run(
        self, splits: Iterable[S], function: Callable[[S], T], *, ordered: bool = True
    ) -> Generator[FinishedSplit[S, T] | SkippedSplit[S], None, None]:
        """Yield what *function* gives for each of *splits*; see ``gallery_lens.engines.run``."""
        return run(
            self.executor,
            splits,
            function,
            self.window,
            ordered=ordered,
            tries=self.tries,
            deaths=self.deaths,
            check=self.check,
        )


@contextlib.contextmanager
def processes(count: int) -> Iterator[Engine]:
    """Start *count* processes of this machine when there is work for them, and end them afterwards."""
    # Object storage has threads of its own, which do not survive a fork.
    with Processes(count, "spawn") as executor:
        yield Engine(executor=executor, window=2 * count)
