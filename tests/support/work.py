"""How much work a run is: calls and lines are counted, for time tells of the machine, too."""

import sys
from collections import Counter
from collections.abc import Callable
from typing import Any


class Counted(str):
    """A text whose comparisons are calls that are counted, where Python would compare without one."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other) is True

    def __hash__(self) -> int:
        return str.__hash__(self)


def counted(value: Any) -> Any:
    """Return *value* with keys whose comparisons are counted."""
    if isinstance(value, dict):
        return {Counted(key): counted(inner) for key, inner in value.items()}
    return [counted(inner) for inner in value] if isinstance(value, list) else value


def places(run: Callable[[], object]) -> "Counter[Any]":
    """Return how many lines *run* goes through, and how many calls it makes, by function."""
    lines: Counter[Any] = Counter()

    def trace(frame: Any, event: str, _: Any) -> Any:
        lines[frame.f_code] += 1
        return trace

    def see(frame: Any, event: str, _: Any) -> None:
        if event == "c_call":
            lines[frame.f_code] += 1

    before = sys.gettrace(), sys.getprofile()
    sys.setprofile(see)
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before[0])
        sys.setprofile(before[1])
    return lines


def work(run: Callable[[], object]) -> int:
    """Return how many lines *run* goes through, of Python and of ours, and how many calls it makes."""
    return sum(places(run).values())
