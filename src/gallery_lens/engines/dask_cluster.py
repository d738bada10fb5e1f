"""Dask clusters as engines."""

import contextlib
import socket
from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from gallery_lens.engines._engine import Engine
from gallery_lens.errors import EngineError, GalleryLensError, UsageError

#: How long to wait for a scheduler, and for the first of its workers, in seconds.
_PATIENCE: Final = 30

#: How long to look for one that was there and is gone, in seconds.
_LEAVE: Final = 3

#: What is said then.
GONE: Final = "The scheduler is gone: run this again, and it does what is missing."


@contextlib.contextmanager
def dask(scheduler: str | None = None, workers: int | None = None) -> Iterator[Engine]:
    """Use the cluster of a *scheduler*, or else one of this machine's processes.

    No more splits are under way than the workers have threads, so that a split which kills its worker
    takes no other with it that was only waiting there.

    Args:
        scheduler: its address, ``tcp://host:8786``.
        workers: how many processes to start without one; None is one for each core.

    Raises:
        EngineError: The scheduler cannot be reached, or has no workers.
        UsageError: Dask is not installed.
    """
    try:
        import distributed
        from dask import config
    except ImportError:
        raise UsageError('Dask is not installed: pip install "gallery-lens[dask]".') from None

    with config.set({"distributed.scheduler.worker-saturation": 1.0}), contextlib.ExitStack() as closing:
        cluster = scheduler or closing.enter_context(
            distributed.LocalCluster(  # type: ignore[no-untyped-call]
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                dashboard_address=":0",
                silence_logs=50,
            )
        )
        client = closing.enter_context(_client(distributed, cluster))
        engine = Engine(
            executor=client.get_executor(pure=False),
            window=sum(client.nthreads().values()),
            tries=1,  # the scheduler itself has tried four times by then
            deaths=(distributed.KilledWorker,),
            check=partial(_check, client),
        )
        with _translating_lost_scheduler(client):
            yield engine


@contextlib.contextmanager
def _translating_lost_scheduler(client: Any) -> Iterator[None]:
    """Replace the library's errors about a lost scheduler by one sentence."""
    try:
        yield
    except GalleryLensError:
        raise
    except Exception:
        if client.status == "running" and _answers(client):  # the client notices late that it is gone
            raise
        raise EngineError(GONE) from None


def _check(client: Any) -> None:
    """Raise if the scheduler is gone; the library can leave the futures of a lost one pending for good."""
    if client.status != "running" and (client.status in ("closing", "closed") or not _answers(client)):
        raise EngineError(GONE)


def _answers(client: Any) -> bool:
    try:
        _knock(client.scheduler.address)
    except (OSError, ValueError):
        return False
    return True


@contextlib.contextmanager
def _client(distributed: Any, cluster: Any) -> Iterator[Any]:
    try:
        if isinstance(cluster, str):
            _knock(cluster)
        client = distributed.Client(cluster, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise EngineError(f"The scheduler {cluster} cannot be reached: {error}.") from error
    with client:
        client._timeout = _LEAVE  # otherwise it looks for a scheduler that is gone as long as for a new one
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except OSError:
            raise EngineError(
                f"The scheduler {cluster} has no workers: start some and begin again."
            ) from None
        yield client


def _knock(address: str) -> None:
    """See whether anybody is there; a client would be patient, and complain for itself."""
    from distributed.comm.addressing import get_address_host_port

    socket.create_connection(get_address_host_port(address), _PATIENCE).close()
