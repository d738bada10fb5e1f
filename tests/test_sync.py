"""Two-way sync: the mapping, the echo filter, and the example with a real server that is killed."""

import json
import runpy
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
from checkout import ROOT
from gallery_lens.planning import Call
from gallery_lens.sync import Change, Links, covers, read_event
from simulator import Backend

EXAMPLES = ROOT / "docs" / "examples" / "sync"
GALLERY = "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90"


def item(number: int, **held: Any) -> dict[str, Any]:
    """Return a REST item with a picture of its own."""
    info = {"id": f"4d2a9c_{number}~mv2.jpg", "width": 8, "height": 6, "filename": "a.jpg"}
    return {
        "id": f"item-{number}",
        "sortOrder": number,
        "title": f"T{number}",
        "image": {"imageInfo": info},
        **held,
    }


def happened(what: str, sequence: int, held: dict[str, Any], gallery: str = GALLERY) -> dict[str, Any]:
    """Return a domain event about an item."""
    body = {"itemId": held["id"]} if what == "deleted" else {"item": held}
    return {
        "id": f"event-{sequence}",
        "entityFqdn": "wix.pro_gallery.v2.gallery",
        "slug": f"gallery_item_{what}",
        "entityId": gallery,
        "eventTime": f"2024-05-01T10:00:{sequence:09.6f}Z",
        "entityEventSequence": str(sequence),
        "actionEvent": {"body": body},
    }


def webhook(event: dict[str, Any]) -> dict[str, Any]:
    """Wrap a domain event as the claims of a webhook have it."""
    inner = {"eventType": "x", "instanceId": "y", "data": json.dumps(event), "identity": "{}"}
    return {"data": json.dumps(inner), "iat": 1, "exp": 2}


class Outside:
    """The other platform, in memory."""

    def __init__(self) -> None:
        self.items: dict[str, Any] = {}
        self.calls = 0
        self._keys: dict[str, str] = {}

    def make(self, change: Change) -> str | None:
        """Carry a change out, and return the item's id here."""
        self.calls += 1
        if change.action == "create":
            known = change.key in self._keys
            id = self._keys.setdefault(change.key, f"ext-{len(self._keys)}")
            self.items |= {} if known else {id: change.item}
            return id
        if change.action == "update":
            self.items |= {change.external_id: change.item} if change.external_id in self.items else {}
        else:
            self.items.pop(str(change.external_id), None)
        return change.external_id


@pytest.fixture
def links() -> Iterator[Links]:
    """An empty mapping with one gallery shared."""
    connection = sqlite3.connect(":memory:")
    made = Links(connection)
    made.share(GALLERY)
    yield made
    connection.close()


def feed(links: Links, outside: Outside, *events: Any) -> None:
    """Let events in, and carry out what they mean."""
    for document in events:
        for change in links.changes(read_event(document)):
            links.done(change, outside.make(change))


class TestEvents:
    """What an event says."""

    def test_rest(self) -> None:
        """A domain event, bare or in the claims of a webhook."""
        for document in (happened("updated", 7, item(1)), webhook(happened("updated", 7, item(1)))):
            event = read_event(document)

            assert ("updated", "item", GALLERY, "item-1", 7) == (
                event.action,
                event.object,
                event.gallery_id,
                event.item_id,
                event.sequence,
            )
            assert item(1) == event.item

    @pytest.mark.parametrize(
        ("data", "action"),
        [
            ({"item": {"_id": "a"}}, "created"),
            ({"updatedItem": {"_id": "a"}}, "updated"),
            ({"itemId": "a"}, "deleted"),
        ],
    )
    def test_velo(self, data: Any, action: str) -> None:
        """What a handler gets has a time, and no sequence."""
        metadata = {"id": "e", "entityId": GALLERY, "eventTime": "2024-05-01T10:00:00.123456Z"}

        event = read_event({"data": data, "metadata": metadata})

        assert (action, "a", None, "e") == (event.action, event.item_id, event.sequence, event.id)

    @pytest.mark.parametrize(
        ("slug", "held", "action"),
        [
            ("created", {"createdEvent": {"entity": {"id": GALLERY}}}, "created"),
            ("updated", {"updatedEvent": {"currentEntity": {"id": GALLERY}}}, "updated"),
            ("deleted", {"deletedEvent": {}}, "deleted"),
        ],
    )
    def test_galleries(self, slug: str, held: Any, action: str) -> None:
        """Events about the gallery have no item."""
        event = read_event({"slug": slug, "entityId": GALLERY, **held})

        assert (action, "gallery", None) == (event.action, event.object, event.item_id)

    @pytest.mark.parametrize(
        "document", [None, {}, [], {"items": []}, {"metadata": {"entityId": 5}, "data": {"itemId": "a"}}]
    )
    def test_no_event(self, document: Any) -> None:
        """One sentence says so."""
        with pytest.raises(gl.UsageError, match="event"):
            read_event(document)


class TestLinks:
    """What an event means."""

    def test_created_updated_deleted(self, links: Links) -> None:
        """Each is done once."""
        outside = Outside()

        feed(links, outside, happened("created", 1, item(1)))
        assert {"ext-0": item(1)} == outside.items
        assert ("ext-0", "item-1") == (links.external_id("item-1"), links.item_id("ext-0"))
        feed(links, outside, happened("updated", 2, item(1, title="x")))
        assert {"ext-0": item(1, title="x")} == outside.items
        feed(links, outside, happened("deleted", 3, item(1)))
        assert ({}, 3, None) == (outside.items, outside.calls, links.external_id("item-1"))

    @given(st.integers(0, 2**32))
    def test_any_order_leads_to_the_last_state(self, seed: int) -> None:
        """Replayed, reordered and repeated events, with a crash before some are recorded."""
        random = Random(seed)
        connection = sqlite3.connect(":memory:")
        links, outside = Links(connection), Outside()
        links.share(GALLERY)
        state, events = {}, []
        for sequence in range(1, random.randrange(2, 14)):
            number = random.randrange(3)
            if number in state and random.random() < 0.4:
                events.append(happened("deleted", sequence, state.pop(number)))
                continue
            if any(event["actionEvent"]["body"].get("itemId") == f"item-{number}" for event in events):
                continue  # ids never come back
            what = "updated" if number in state else "created"
            state[number] = item(number, title=str(sequence), sortOrder=sequence)
            events.append(happened(what, sequence, state[number]))
        sent = [*events, *random.choices(events or [happened("deleted", 99, item(9))], k=5)]
        random.shuffle(sent)

        for event in sent:
            for change in links.changes(read_event(event)):
                made = outside.make(change)
                if random.random() < 0.3:
                    break  # the process dies here
                links.done(change, made)
        feed(links, outside, *random.sample(sent, len(sent)))

        assert sorted(each["title"] for each in state.values()) == sorted(
            each["title"] for each in outside.items.values()
        )
        connection.close()

    def test_our_own_change_comes_back_as_an_echo(self, links: Links) -> None:
        """Before or after the call was recorded, it is skipped, and so is its repetition."""
        outside = Outside()
        outside.items["ext-9"] = item(1)
        whole = {"title": "T1", "image": item(1)["image"]}
        call = Call(
            action="create", object="item", gallery_id=GALLERY, content={"sortOrder": 1, **whole}, whole=whole
        )

        links.expect(call, "ext-9")
        feed(links, outside, happened("created", 1, item(1)))
        links.made(call, item(1), "ext-9")
        feed(links, outside, happened("created", 1, item(1)), happened("updated", 2, item(1)))

        assert (0, "ext-9") == (outside.calls, links.external_id("item-1"))
        feed(links, outside, happened("updated", 3, item(1, title="x")))
        assert 1 == outside.calls

    def test_a_change_back_is_no_echo(self, links: Links) -> None:
        """What was made is expected no longer."""
        outside = Outside()
        links.link(GALLERY, item(1), "ext-0")
        outside.items["ext-0"] = item(1)
        plan = gl.plan({"id": GALLERY, "items": [item(1)]}, {"id": GALLERY, "items": [item(1, title="B")]})
        (call,) = plan.calls

        links.expect(call)
        links.made(call, item(1, title="B"))
        feed(
            links,
            outside,
            happened("updated", 5, item(1, title="C")),
            happened("updated", 6, item(1, title="B")),
        )

        assert "B" == outside.items["ext-0"]["title"]

    def test_an_event_without_a_time(self, links: Links) -> None:
        """Of an item that was linked by hand, nothing is known that it could come after."""
        outside = Outside()
        outside.items["ext-0"] = item(1)
        links.link(GALLERY, item(1), "ext-0")
        event = happened("updated", 1, item(1, title="x"))
        del event["eventTime"]

        feed(links, outside, event, event)

        assert ("x", 1) == (outside.items["ext-0"]["title"], outside.calls)

    def test_an_external_id_belongs_to_one_item(self, links: Links) -> None:
        """The last one that it was linked with."""
        links.link(GALLERY, item(1), "ext-0")
        links.link(GALLERY, item(2), "ext-0")

        assert (None, "item-2") == (links.external_id("item-1"), links.item_id("ext-0"))

    def test_a_deleted_gallery(self, links: Links) -> None:
        """All of its items go."""
        outside = Outside()
        feed(links, outside, happened("created", 1, item(1)), happened("created", 2, item(2)))

        feed(
            links,
            outside,
            {"slug": "deleted", "entityId": GALLERY, "entityEventSequence": "9", "deletedEvent": {}},
        )

        assert {} == outside.items

    def test_a_gallery_that_is_not_shared(self, links: Links) -> None:
        """Its items are unknown; the sentence names both."""
        with pytest.raises(gl.UsageError, match="the item item-1 of other"):
            links.changes(read_event(happened("updated", 1, item(1), gallery="other")))

    def test_an_item_without_an_id(self, links: Links) -> None:
        """It cannot be linked."""
        with pytest.raises(gl.UsageError, match="without an id"):
            links.link(GALLERY, {"title": "x"}, "ext")


def test_covers() -> None:
    """Galleries to choose from, with the first picture that each shows."""
    text = {"id": "t", "sortOrder": 0, "text": {"html": "<p>a</p>"}}
    galleries = [
        {"id": "a", "name": "A", "items": [item(2), item(1), text, item(3)]},
        {"id": "b", "items": []},
    ]

    first, second = covers({"galleries": galleries})

    assert ("a", "A", 4) == (first.gallery_id, first.name, first.items)
    assert first.src is not None
    assert "4d2a9c_1~mv2.jpg" in first.src
    assert (None, 0) == (second.src, second.items)


class Told(Backend):
    """A server that tells of every change of an item."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[dict[str, Any]] = []

    def request(self, method: str, path: str, body: Any = None) -> Any:
        """Answer a request, and note the event."""
        answer = super().request(method, path, body)
        what = {"POST": "created", "PATCH": "updated", "DELETE": "deleted"}[method]
        ids = [path.rpartition("/")[2]] if what == "deleted" else [answer.get("id")]
        if path.endswith("/items/delete"):
            what, ids = "deleted", body["itemIds"]
        for id in ids:
            held = {"id": id} if what == "deleted" else answer
            self.events.append(happened(what, len(self.events) + 1, held))
        return answer


class Process:
    """The example's server, in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "items.db"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        script = str(EXAMPLES / "platform_server.py")
        self._process = subprocess.Popen([sys.executable, script, str(self._path), str(self.port)])
        for _ in range(600):
            try:
                with urlopen(f"{self.address}/items", timeout=5):
                    return
            except (URLError, ConnectionError):
                time.sleep(0.05)
        raise AssertionError("the server does not start")

    def kill(self) -> None:
        """End it at once."""
        if self._process:
            self._process.kill()
            self._process.wait()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Process]:
    """A running server."""
    process = Process(tmp_path)
    process.start()
    yield process
    process.kill()


def same(platform: Any, backend: Backend) -> bool:
    """Tell whether both sides show the same."""
    there = [(each["title"], each["src"].split("/")[3]) for each in platform.items()]
    here = [
        (each.get("title", ""), each["image"]["imageInfo"]["id"])
        for each in backend.gallery(GALLERY)["items"]
    ]
    return there == here


def test_the_example_survives(server: Process, tmp_path: Path) -> None:
    """Both directions, with events repeated and out of order, and a server killed in the middle."""
    example = runpy.run_path(str(EXAMPLES / "two_way.py"))
    platform = example["Platform"](server.address)
    backend = Told()
    backend.load({"id": GALLERY, "name": "Rivers", "items": [item(1), item(2), item(3)]})
    connection = sqlite3.connect(tmp_path / "links.db")
    links = Links(connection)
    path = f"/progallery/v2/galleries/{GALLERY}/items"

    example["share"](links, platform, backend.gallery(GALLERY))
    example["share"](links, platform, backend.gallery(GALLERY))
    assert 3 == len(platform.items())

    backend.request("PATCH", f"{path}/item-1", {"item": {"title": "Lake"}})
    backend.request("PATCH", f"{path}/item-1", {"item": {"title": "Pond"}})
    backend.request("DELETE", f"{path}/item-2")
    backend.request("POST", path, {"item": {"title": "New", "sortOrder": 9, "image": item(4)["image"]}})
    waiting = [*backend.events[::-1], *backend.events]
    deliver(example["receive"], links, platform, waiting, server)
    assert same(platform, backend), (platform.items(), backend.gallery(GALLERY))

    first, *_ = platform.items()
    platform.update(first["id"], {**first, "title": "From outside"})
    platform.create({"title": "Theirs", "src": gl.to_frontend([item(5)])[0]["src"], "place": 100}, "theirs")
    count = len(backend.events)
    example["send"](links, platform, backend.gallery(GALLERY), backend.request)
    assert same(platform, backend)
    echoes = backend.events[count:]
    assert 2 == len(echoes)

    before = platform.items()
    deliver(example["receive"], links, platform, [*echoes[::-1], *echoes], server, kill=False)
    assert before == platform.items()
    assert gl.plan(backend.gallery(GALLERY), backend.gallery(GALLERY)).empty
    example["send"](links, platform, backend.gallery(GALLERY), backend.request)
    assert count + 2 == len(backend.events), "no loop"
    connection.close()


def deliver(
    receive: Callable[..., Any],
    links: Links,
    platform: Any,
    events: list[Any],
    server: Process,
    *,
    kill: bool = True,
) -> None:
    """Deliver events as webhooks do: what fails comes again later; the server is killed in between."""
    waiting = list(events)
    for number in range(10 * len(events)):
        if not waiting:
            return
        if kill and number == 2:
            server.kill()
        if kill and number == 5:
            server.start()
        event = waiting.pop(0)
        try:
            receive(links, platform, webhook(event))
        except OSError:
            waiting.append(event)
    assert not waiting
