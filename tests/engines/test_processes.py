"""Processes that are replaced when they die, and that do not outlive the one that started them."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import BrokenExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from gallery_lens.engines import Processes, pool


def die() -> None:
    """End the process."""
    os._exit(9)


def test_work_is_taken_after_a_death() -> None:
    """Whatever was under way has failed; what comes later is done."""
    with Processes(1) as processes:
        with pytest.raises(BrokenExecutor):
            processes.submit(die).result()

        assert processes.submit(int, "7").result() == 7


def test_nothing_is_started_before_there_is_work() -> None:
    """Opening and closing costs nothing."""
    with Processes(2) as processes:
        assert processes._pool is None


def test_interrupts_are_left_to_the_one_that_gives_the_work() -> None:
    """It tells the others what to do, in one voice."""
    with Processes(1) as processes:
        assert processes.submit(signal.getsignal, signal.SIGINT).result() is signal.SIG_IGN


ORPHAN = """
import os, sys, time
from gallery_lens.engines import Processes
processes = Processes(2)
print(processes.submit(os.getpid).result(), flush=True)
time.sleep(60)
"""


def test_workers_go_when_their_parent_is_killed() -> None:
    """However suddenly it went."""
    parent = subprocess.Popen([sys.executable, "-c", ORPHAN], stdout=subprocess.PIPE, encoding="ascii")
    assert parent.stdout
    with parent.stdout:
        worker = int(parent.stdout.readline())
        parent.kill()
        parent.wait()

        until = time.monotonic() + 10
        while runs(worker) and time.monotonic() < until:
            time.sleep(0.02)

    assert not runs(worker)


def runs(pid: int) -> bool:
    """Tell whether there is such a process; one that only waits to be counted is none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_worker_ends_when_its_parent_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """It waits for that as long as it takes."""
    ended: list[int] = []
    monkeypatch.setattr(pool.os, "_exit", ended.append)
    monkeypatch.setattr(pool, "parent_process", lambda: SimpleNamespace(join=lambda: None))
    pool.end_with_parent()

    assert [1] == ended


def test_a_process_without_parent_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """As this one, which sets itself up like a worker."""
    monkeypatch.setattr(pool.signal, "signal", lambda *_: None)
    before = threading.active_count()
    pool._settle()
    pool.end_with_parent()

    assert threading.active_count() <= before + 1
