"""Real clusters: a scheduler and workers of their own, over TCP, some of which are killed."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import gallery_lens
from command import BROKEN, CLEAN, LINKED, TEXT, ndjson
from gallery_lens import engines
from gallery_lens.cli import main
from gallery_lens.engines import dask_cluster
from gallery_lens.errors import EngineError, UsageError

pytest.importorskip("distributed")

GUID = "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90"
LINES = ndjson(*({"_id": GUID, **item} for item in (CLEAN, LINKED, TEXT, BROKEN))) + b"{\n\n"
KINDS = ("items.ndjson", "report.jsonl", "rejects.ndjson")

#: What workers load first: they wait while there is a file ``hold``, and one kind of line kills them.
PRELOAD = """
import os, time
from pathlib import Path
from gallery_lens.engines import split_task
from gallery_lens.engines.parts import write_parts

def slowly(data, *others):
    while Path("hold").exists() and len(list(Path("out").glob("part-*.json"))) > 10:
        time.sleep(0.02)
    if b"poison" in data:
        os._exit(9)
    return write_parts(data, *others)

split_task.write_parts = slowly
"""

#: So that one death is enough to suspect a split; it is four by default.
ENVIRONMENT = {
    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",
    "PYTHONPATH": str(Path(gallery_lens.__file__).parents[1]),
}


class Cluster:
    """A scheduler and workers, each a process that can be killed."""

    def __init__(self, folder: Path) -> None:
        self._file, self._preload = folder / "scheduler.json", folder / "preload.py"
        self._preload.write_text(PRELOAD)
        self._log = (folder / "cluster.log").open("ab")
        self.scheduler: subprocess.Popen[bytes] | None = None
        self.workers: list[subprocess.Popen[bytes]] = []

    def start(self, workers: int) -> str:
        """Start a scheduler and so many workers, and return its address."""
        self._file.unlink(missing_ok=True)
        self.scheduler = self._run("scheduler", "--host", "127.0.0.1", "--port", "0")
        until(self._is_up)
        options = ("--nthreads", "1", "--no-nanny", "--preload", str(self._preload))
        self.workers = [self._run("worker", *options) for _ in range(workers)]
        address: str = json.loads(self._file.read_bytes())["address"]
        return address

    def _is_up(self) -> bool:
        """Whether the scheduler has written down where it is, to the end."""
        with contextlib.suppress(FileNotFoundError, ValueError):
            return bool(json.loads(self._file.read_bytes()))
        return False

    def stop(self) -> None:
        """Kill what still runs."""
        for process in (*self.workers, self.scheduler):
            if process:
                process.kill()
                process.wait()

    def kill_scheduler(self) -> None:
        """Kill the scheduler, and leave the workers alone."""
        assert self.scheduler
        self.scheduler.kill()

    def close(self) -> None:
        """Kill everything, for good."""
        self.stop()
        self._log.close()

    def _run(self, kind: str, *options: str) -> subprocess.Popen[bytes]:
        module = f"distributed.cli.dask_{kind}"
        file = ("--scheduler-file", str(self._file), "--no-dashboard")
        command = [sys.executable, "-m", module, *file, *options]
        environment = os.environ | ENVIRONMENT
        return subprocess.Popen(command, stdout=self._log, stderr=self._log, env=environment)


def until(true: Callable[[], bool], stop: threading.Event | None = None) -> bool:
    """Wait for something, but not for ever; return False if told to stop."""
    end = time.monotonic() + 60
    while not true():
        if stop and stop.is_set():
            return False
        assert time.monotonic() < end
        time.sleep(0.02)
    return True


@contextlib.contextmanager
def meanwhile(deed: Callable[[threading.Event], None]) -> Iterator[None]:
    """Do something beside the block; it is over when the block is, and what it raised is raised."""
    stop = threading.Event()
    with ThreadPoolExecutor(1) as threads:
        doing = threads.submit(deed, stop)
        try:
            yield
        finally:
            stop.set()
    doing.result()


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    """A cluster that is not started yet, in the folder where the test is."""
    monkeypatch.chdir(tmp_path)
    running = Cluster(tmp_path)
    yield running
    running.close()


def convert(address: str, workers: int) -> Any:
    """Convert the file on all workers of a cluster, in splits of a few lines."""
    from distributed import Client

    with Client(address) as client:
        client.wait_for_workers(workers, timeout=60)
    with engines.dask(address) as engine:
        return engines.convert(engine, "items.ndjson", "out", size=900)


def manifests() -> int:
    """Count the splits that are done."""
    return len(list(Path("out").glob("part-*.json")))


def joined(kind: str) -> bytes:
    """Return all parts of a kind, one after the other."""
    return b"".join(path.read_bytes() for path in sorted(Path("out").glob(f"part-*.{kind}")))


def plain() -> tuple[bytes, ...]:
    """Return what one process writes for the same file."""
    papers = ("--report", "report.jsonl", "--rejects", "rejects.ndjson")
    main(["-q", "convert", "items.ndjson", "-o", "items.out.ndjson", *papers])
    return tuple(Path(name).read_bytes() for name in ("items.out.ndjson", "report.jsonl", "rejects.ndjson"))


def test_a_run_survives_its_workers_and_its_scheduler(cluster: Cluster) -> None:
    """A worker is killed, then the scheduler: begun again, the run has every line once."""
    Path("items.ndjson").write_bytes(LINES * 40)
    Path("hold").touch()  # after eleven splits, the workers wait for what is to happen
    address = cluster.start(2)

    def kill(stop: threading.Event) -> None:
        if until(lambda: manifests() > 3, stop):
            cluster.workers[0].kill()
        if until(lambda: manifests() > 10, stop):
            cluster.kill_scheduler()

    with meanwhile(kill), pytest.raises(EngineError, match="The scheduler is gone: run this again"):
        convert(address, 2)
    cluster.stop()
    assert 10 < manifests() < 40
    Path("hold").unlink()

    summary = convert(cluster.start(2), 2)

    assert plain() == tuple(map(joined, KINDS))
    assert (200, 80, 80, []) == (summary.items, summary.converted, summary.rejected, summary.unreadable)
    assert {"plan.json"} == {path.name for path in Path("out").iterdir() if "part" not in path.name}


def test_the_command_says_soon_and_alone_that_the_scheduler_is_gone(cluster: Cluster) -> None:
    """One sentence, and nothing of what the library logs; begun again, nothing is missing."""
    Path("items.ndjson").write_bytes(LINES * 40)
    Path("hold").touch()
    address = cluster.start(2)
    script = "import sys; from gallery_lens.engines import converting as c; c._SIZES = (900, 900); "
    script += "from gallery_lens.cli import main; sys.exit(main())"
    command = ["convert", "items.ndjson", "-o", "out", "--engine", "dask", "--scheduler", address]
    with subprocess.Popen([sys.executable, "-c", script, *command], stderr=subprocess.PIPE) as process:
        until(lambda: manifests() > 10)
        cluster.kill_scheduler()
        _, err = process.communicate(timeout=300)

    assert (2, b"Error: The scheduler is gone: run this again, and it does what is missing.\n") == (
        process.returncode,
        err,
    )


@pytest.mark.parametrize("there", [True, False])
def test_what_the_library_trips_over_when_its_scheduler_goes(there: bool) -> None:
    """The reproduction: its future ended in a ``TypeError``, which is one of ours only if it is there."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        client = SimpleNamespace(
            status="running" if there else "connecting", scheduler=SimpleNamespace(address=address)
        )
        with (
            pytest.raises(TypeError if there else EngineError),
            dask_cluster._translating_lost_scheduler(client),
        ):
            raise TypeError("cannot unpack non-iterable CancelledError object")


@pytest.mark.parametrize("status", ["running", "connecting", "closed"])
def test_a_client_that_has_lost_its_scheduler_ends_the_run(status: str) -> None:
    """The library closed the client and left futures pending: the run waited for ever."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        client = SimpleNamespace(status=status, scheduler=SimpleNamespace(address=address))
        for there in (True, False):
            lost = status == "closed" or (status == "connecting" and not there)
            with pytest.raises(EngineError, match="is gone") if lost else contextlib.nullcontext():
                dask_cluster._check(client)
            server.close()


def test_a_split_that_kills_its_workers_is_reported_alone(cluster: Cluster) -> None:
    """It takes two workers with it; the third does all the rest."""
    poison = ndjson({**CLEAN, "title": "poison"})
    Path("items.ndjson").write_bytes(LINES * 5 + poison + LINES * 5)

    summary = convert(cluster.start(3), 3)

    (found,) = summary.unreadable
    lost = next(number for number in range(99) if not Path(f"out/part-{number:05}.json").exists())
    plan = json.loads(Path("out/plan.json").read_bytes())["splits"]
    start, end, before = plan[lost]
    assert poison in Path("items.ndjson").read_bytes()[start:end]
    assert (found.code, found.line) == ("R007", before + 1)
    assert manifests() == len(plan) - 1
    assert [] == list(Path("out").glob(f"part-{lost:05}.*"))


def test_without_a_scheduler_processes_of_this_machine_do_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command starts and ends them; what it tells is what one process tells."""
    monkeypatch.chdir(tmp_path)
    Path("items.ndjson").write_bytes(LINES * 3)

    code = main(["-q", "convert", "items.ndjson", "-o", "out", "--engine", "dask", "--jobs", "2"])

    assert code == 1
    assert plain() == tuple(map(joined, KINDS))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:{port}", "tcp://127.0.0.1", "nonsense"])
def test_a_scheduler_that_is_not_there(address: str) -> None:
    """Nobody waits for it."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    with (
        pytest.raises(EngineError, match=r"^The scheduler \S+ cannot be reached: "),
        engines.dask(address.format(port=port)),
    ):
        pass


def test_a_scheduler_without_workers(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nobody to do anything."""
    monkeypatch.setattr(engines.dask_cluster, "_PATIENCE", 2)
    address = cluster.start(0)

    with pytest.raises(EngineError, match="has no workers: start some"), engines.dask(address):
        pass


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that people know what to install."""
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(UsageError, match=r'pip install "gallery-lens\[dask\]"'), engines.dask():
        pass
