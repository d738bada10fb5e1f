"""Object storage: parts, manifests and changes, with a server that speaks as S3 does."""

import logging
import sys
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from command import BROKEN, CLEAN, LINKED, ndjson
from gallery_lens import engines
from gallery_lens.cli import main
from gallery_lens.engines import Engine, objects
from gallery_lens.errors import EngineError, UsageError

obstore = pytest.importorskip("obstore")
CONTENT = ndjson(CLEAN, LINKED, BROKEN) * 12
INPUT, OUTPUT = "s3://galleries/in/items.ndjson", "s3://galleries/out/run"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server that lives as long as these tests."""
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    running = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    running.start()
    yield "http://{}:{}".format(*running.get_host_and_port())
    running.stop()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A fresh bucket that holds the input; workers find it by their environment."""
    settings = {"ENDPOINT_URL": server, "ALLOW_HTTP": "true", "REGION": "us-east-1"}
    for name, value in (settings | {"ACCESS_KEY_ID": "a", "SECRET_ACCESS_KEY": "s"}).items():
        monkeypatch.setenv(f"AWS_{name}", value)
    objects._store.cache_clear()
    urllib.request.urlopen(urllib.request.Request(f"{server}/moto-api/reset", method="POST")).close()
    urllib.request.urlopen(urllib.request.Request(f"{server}/galleries", method="PUT")).close()
    store = obstore.store.from_url("s3://galleries")
    store.put("in/items.ndjson", CONTENT)
    yield store
    objects._store.cache_clear()


@pytest.fixture
def engine() -> Iterator[Engine]:
    """Two threads of this process."""
    with ThreadPoolExecutor(2) as threads:
        yield Engine(executor=threads, window=2)


def convert(engine: Engine) -> Any:
    """Convert the object in splits of a few lines."""
    return engines.convert(engine, INPUT, OUTPUT, size=600)


def parts(bucket: Any) -> dict[str, bytes]:
    """Return all that was written, by name."""
    found = [each["path"] for batch in bucket.list("out") for each in batch]
    return {name.removeprefix("out/run/"): bytes(bucket.get(name).bytes()) for name in sorted(found)}


def test_parts_are_what_the_command_writes(engine: Engine, bucket: Any, tmp_path: Path) -> None:
    """One after the other, byte for byte."""
    (tmp_path / "items.ndjson").write_bytes(CONTENT)
    summary = convert(engine)
    main(["-q", "convert", str(tmp_path / "items.ndjson"), "-o", str(tmp_path / "out.ndjson")])
    written = parts(bucket)

    assert (tmp_path / "out.ndjson").read_bytes() == b"".join(
        data for name, data in written.items() if name.endswith("items.ndjson")
    )
    assert (36, 24, 12) == (summary.items, summary.converted, summary.rejected)
    assert len(written) > 12


def test_an_interrupted_run_goes_on(engine: Engine, bucket: Any) -> None:
    """What is missing is written, in the same bytes."""
    convert(engine)
    before = parts(bucket)
    bucket.delete(["out/run/part-00001.json", "out/run/part-00002.report.jsonl"])
    convert(engine)

    assert before == parts(bucket)


def test_another_input_is_refused(engine: Engine, bucket: Any) -> None:
    """Its etag tells."""
    convert(engine)
    bucket.put("in/items.ndjson", CONTENT[::-1])

    with pytest.raises(EngineError, match="holds parts of another input"):
        convert(engine)


def test_an_input_that_changes_meanwhile_is_noticed(bucket: Any) -> None:
    """By whoever reads it next."""
    looked = objects.look(INPUT)
    bucket.put("in/items.ndjson", CONTENT[::-1])

    with pytest.raises(EngineError, match="has changed while it was being converted"):
        looked.read(0, 5)


def test_what_is_swept_is_gone(bucket: Any) -> None:
    """And nothing else."""
    bucket.put("out/run/part-00001.items.ndjson", b"1")
    bucket.put("out/run/part-00002.items.ndjson", b"2")
    objects.folder(OUTPUT + "/").sweep({"part-00001.items.ndjson"})

    assert {"part-00002.items.ndjson": b"2"} == parts(bucket)


@pytest.mark.usefixtures("bucket")
def test_what_cannot_be_reached_is_told(engine: Engine) -> None:
    """In one sentence, without what the server said at length."""
    with pytest.raises(EngineError, match=r"^s3://galleries/nothing\.ndjson cannot be read: [^\n]{,220}\.$"):
        engines.convert(engine, "s3://galleries/nothing.ndjson", OUTPUT)
    with pytest.raises(EngineError, match=r"^ftp://out cannot be reached: [^\n]{,220}\.$"):
        engines.convert(engine, INPUT, "ftp://out")


def test_without_its_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that people know what to install."""
    monkeypatch.setitem(sys.modules, "obstore.store", None)

    with pytest.raises(UsageError, match=r'pip install "gallery-lens\[dask\]"'):
        objects.look("s3://galleries/items.ndjson")
