"""Splits run by an executor, whatever happens to its workers."""

import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery_lens.engines import FinishedSplit, Processes, SkippedSplit, run
from gallery_lens.errors import EngineError


class Fragile(Executor):
    """Does its work at once, and breaks when told to: ``deaths`` says how often for each split."""

    def __init__(self, deaths: dict[int, int]) -> None:
        self.deaths = dict(deaths)
        self.calls: list[int] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Return a future that is done."""
        future: Future[Any] = Future()
        (split,) = args
        self.calls.append(split)
        if self.deaths.get(split, 0):
            self.deaths[split] -= 1
            future.set_exception(BrokenExecutor("gone"))
        else:
            future.set_result(fn(split))
        return future


def double(split: int) -> int:
    """Work that is easily checked."""
    return 2 * split


def sleepy(split: int) -> int:
    """Work of which the first split takes longest."""
    time.sleep(0.2 if split == 0 else 0)
    return split


class Deaf(Executor):
    """Takes work, and never says anything of it again."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Return a future that stays pending."""
        return Future()


@pytest.mark.parametrize("fragile", [False, True])
def test_nobody_waits_for_an_executor_that_is_gone(monkeypatch: pytest.MonkeyPatch, fragile: bool) -> None:
    """Neither for splits that are under way, nor for one that is run again alone."""
    monkeypatch.setattr("gallery_lens.engines.running.INTERVAL", 0.01)
    checks: list[bool] = []

    def check() -> None:
        checks.append(True)
        if len(checks) > 2:
            raise EngineError("gone")

    class DiesOnce(Fragile):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            return super().submit(fn, *args) if not self.calls else Future()

    executor = DiesOnce({0: 1}) if fragile else Deaf()
    with pytest.raises(EngineError, match="gone"):
        list(run(executor, range(2), double, 1, check=check))
    assert 3 == len(checks)


@given(
    count=st.integers(0, 12),
    window=st.integers(1, 5),
    deaths=st.dictionaries(st.integers(0, 11), st.integers(1, 4)),
)
def test_every_split_has_one_outcome_in_order(count: int, window: int, deaths: dict[int, int]) -> None:
    """Those that kill at most three times are done, the others are set aside: four deaths are too many."""
    outcomes = list(run(Fragile(deaths), range(count), double, window))

    assert list(range(count)) == [each.split for each in outcomes]
    assert {n for n in range(count) if deaths.get(n, 0) > 3} == {
        each.split for each in outcomes if isinstance(each, SkippedSplit)
    }
    assert all(each.value == 2 * each.split for each in outcomes if isinstance(each, FinishedSplit))


def test_no_more_splits_are_under_way_than_the_window_allows() -> None:
    """Splits are asked for when there is room, so that their number may be without end."""
    asked: list[int] = []

    def splits() -> Iterator[int]:
        for number in range(1000):
            asked.append(number)
            yield number

    with ThreadPoolExecutor(2) as threads:
        outcomes = run(threads, splits(), sleepy, 3)
        next(outcomes)
        outcomes.close()

    assert len(asked) == 3


def test_outcomes_come_as_they_are_done_if_order_does_not_matter() -> None:
    """A slow split holds up nobody."""
    with ThreadPoolExecutor(2) as threads:
        outcomes = [each.split for each in run(threads, range(4), sleepy, 2, ordered=False)]

    assert [1, 2, 3, 0] == outcomes


def test_a_split_that_fails_ends_the_run() -> None:
    """What the function raises is for the caller to judge."""
    with ThreadPoolExecutor(1) as threads, pytest.raises(ZeroDivisionError):
        list(run(threads, [1, 0], (1).__truediv__, 1))


def test_what_is_under_way_is_given_up_with_the_run() -> None:
    """Nobody would fetch it."""
    futures: list[Future[int]] = [Future(), Future()]
    futures[0].set_result(7)
    left = iter(futures)
    outcomes = run(SimpleNamespace(submit=lambda *_: next(left)), range(2), double, 2)
    next(outcomes)
    outcomes.close()

    assert futures[1].cancelled()


def once(path: Path) -> Path:
    """Kill the process that runs this, but only one; leave a note of every call."""
    with path.open("a") as notes:
        notes.write("called\n")
    if path.name == "murderous" and path.read_text().count("\n") == 1:
        os._exit(9)
    return path


def always(split: int) -> int:
    """Kill every process that takes the second split."""
    if split == 1:
        os._exit(9)
    return split


def test_a_worker_that_dies_costs_no_split(tmp_path: Path) -> None:
    """New processes take over, and all is done."""
    splits = [tmp_path / name for name in ("a", "murderous", "b", "c")]
    with Processes(2) as processes:
        outcomes = list(run(processes, splits, once, 3))

    assert [FinishedSplit(path, path) for path in splits] == outcomes


def test_only_the_split_that_kills_is_set_aside() -> None:
    """It is given three more chances, alone, so that no other is blamed."""
    with Processes(2) as processes:
        outcomes = list(run(processes, range(4), always, 4))

    assert [0, 2, 3] == [each.split for each in outcomes if isinstance(each, FinishedSplit)]
    assert [1] == [each.split for each in outcomes if isinstance(each, SkippedSplit)]
