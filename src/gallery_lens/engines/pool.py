"""Processes of this machine, as an executor that takes work again after one of them died."""

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from typing import Any, ParamSpec, TypeVar

T = TypeVar("T")
P = ParamSpec("P")


class Processes(Executor):
    """So many processes; when one dies, whatever is under way fails, and new ones take its place.

    Args:
        count: how many.
        method: how they are started, in the words of ``multiprocessing``; None is what is usual there.
    """

    def __init__(self, count: int, method: str | None = None) -> None:
        self._count, self._context = count, get_context(method)
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Let one of the processes call *fn*; processes are started as soon as there is work."""
        try:
            return self._running().submit(fn, *args, **kwargs)
        except BrokenExecutor:
            self.shutdown()
            return self._running().submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the processes end when they are done with what they are at."""
        if self._pool:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)
        self._pool = None

    def __exit__(self, *exception: Any) -> None:
        self.shutdown(cancel_futures=True)

    def _running(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._count, self._context, _settle)
        return self._pool


def _settle() -> None:
    """Leave interrupts to the process that gives the work, and end when that one has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in {"SIGTERM", "SIGHUP"} & set(signal.Signals.__members__):
        signal.signal(signal.Signals[name], signal.SIG_DFL)  # that of the command cleans up after itself
    threading.Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """Wait until the process that gives the work has ended, and end as well."""
    if parent := parent_process():
        parent.join()
        os._exit(1)
