"""Splits of work run by an executor: few at a time, in order, and none lost when a worker dies."""

import itertools
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from typing import Final, Generic, TypeAlias, TypeVar

import attrs

S = TypeVar("S")
T = TypeVar("T")

#: How often a split may kill a worker that has nothing else to do.
TRIES: Final = 3

#: How long to wait for a split before the executor is checked, in seconds.
INTERVAL: Final = 5

#: The exceptions by which an executor says that a worker died.
Deaths: TypeAlias = tuple[type[BaseException], ...]


def unchecked() -> None:
    """Take it for granted that the executor completes every future."""


@attrs.frozen
class FinishedSplit(Generic[S, T]):
    """A split, and what the function gave for it."""

    split: S
    value: T


@attrs.frozen
class SkippedSplit(Generic[S]):
    """A split that is set aside, because whoever works on it dies."""

    split: S
    fault: BaseException  #: the exception of the executor


def run(
    executor: Executor,
    splits: Iterable[S],
    function: Callable[[S], T],
    window: int,
    *,
    ordered: bool = True,
    tries: int = TRIES,
    deaths: Deaths = (BrokenExecutor,),
    check: Callable[[], None] = unchecked,
) -> Generator[FinishedSplit[S, T] | SkippedSplit[S], None, None]:
    """Yield what *function* gives for each of *splits*.

    When a worker dies, nobody can tell which of the splits that were under way killed it. Each of them is
    run again alone: those that can be done are done, the one that cannot be is set aside.

    Args:
        executor: processes of this machine (``Processes``), of a cluster, or threads. After a worker's
            death it has to take work again.
        splits: are asked for when there is room for one more.
        function: has to give the same however often it is called; executors may have to pickle it.
        window: how many splits may be under way, or done and not yet yielded.
        ordered: whether to yield in the order of *splits*, else as they are done.
        tries: how often a split may kill a worker that has nothing else to do.
        deaths: the exceptions by which *executor* says that a worker died.
        check: is called every few seconds in which no split is done; it raises if none will ever be,
            since an executor that loses its connection may leave futures pending for good.

    Raises:
        BaseException: What *function* raised for a split, or *check*; the others are given up.
    """
    running = _Execution(executor, function, tries, deaths, ordered, check)
    try:
        yield from running.outcomes(enumerate(splits), window)
    finally:
        running.cancel()


class _Execution(Generic[S, T]):
    def __init__(
        self,
        executor: Executor,
        function: Callable[[S], T],
        tries: int,
        deaths: Deaths,
        ordered: bool,
        check: Callable[[], None],
    ) -> None:
        self._executor, self._function, self._check = executor, function, check
        self._tries, self._deaths, self._ordered = tries, deaths, ordered
        self._under_way: dict[Future[T], tuple[int, S]] = {}
        self._suspects: deque[tuple[int, S]] = deque()
        self._ready: dict[int, FinishedSplit[S, T] | SkippedSplit[S]] = {}
        self._yielded = 0

    def outcomes(
        self, splits: Iterator[tuple[int, S]], window: int
    ) -> Iterator[FinishedSplit[S, T] | SkippedSplit[S]]:
        """Yield all outcomes."""
        while True:
            room = 0 if self._suspects else window - len(self._under_way) - len(self._ready)
            for index, split in itertools.islice(splits, room):
                self._under_way[self._executor.submit(self._function, split)] = (index, split)
            if self._under_way:
                for future in self._first_done(self._under_way):
                    index, split = self._under_way.pop(future)
                    try:
                        self._ready[index] = FinishedSplit(split, future.result())
                    except self._deaths:
                        self._suspects.append((index, split))
            elif self._suspects:
                index, split = self._suspects.popleft()
                self._ready[index] = self._alone(split, self._tries)
            else:
                return
            if not self._ordered:
                yield from (self._ready.pop(index) for index in tuple(self._ready))
            while self._yielded in self._ready:
                yield self._ready.pop(self._yielded)
                self._yielded += 1

    def cancel(self) -> None:
        """Give up what is under way."""
        for future in self._under_way:
            future.cancel()

    def _first_done(self, futures: Iterable[Future[T]]) -> Collection[Future[T]]:
        while True:
            done, _ = wait(futures, INTERVAL, return_when=FIRST_COMPLETED)
            if done:
                return done
            self._check()

    def _alone(self, split: S, left: int) -> FinishedSplit[S, T] | SkippedSplit[S]:
        try:
            (future,) = self._first_done([self._executor.submit(self._function, split)])
            return FinishedSplit(split, future.result())
        except self._deaths as fault:
            return self._alone(split, left - 1) if left > 1 else SkippedSplit(split, fault)
