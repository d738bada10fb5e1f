"""A gallery of a site, shared on another platform and kept like it, in both directions."""

import json
from collections.abc import Callable
from typing import Any
from urllib.request import Request, urlopen

import gallery_lens as gl
from gallery_lens.sync import Links, read_event


class Platform:
    """The other platform, as its HTTP API has it."""

    def __init__(self, address: str) -> None:
        """Take its address, such as ``http://127.0.0.1:8080``."""
        self.address = address

    def items(self) -> list[dict[str, Any]]:
        """Return all items in their order."""
        return self._send("GET", "/items")

    def create(self, item: dict[str, Any], key: str = "") -> str:
        """Create an item and return its id; the same key creates it once."""
        return self._send("POST", "/items", item, key)["id"]

    def update(self, id: str, item: dict[str, Any]) -> None:
        """Replace an item."""
        self._send("PUT", f"/items/{id}", item)

    def delete(self, id: str) -> None:
        """Remove an item."""
        self._send("DELETE", f"/items/{id}")

    def _send(self, method: str, path: str, body: Any = None, key: str = "") -> Any:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", "Idempotency-Key": key}
        with urlopen(Request(self.address + path, data, headers, method=method), timeout=10) as answer:
            return json.load(answer)


def outside(item: dict[str, Any]) -> dict[str, Any]:
    """Return an item of a backend as the other platform has it."""
    (view,) = gl.to_frontend([item])
    return {"title": view.get("title", ""), "src": view["src"], "place": item["sortOrder"]}


def inside(item: dict[str, Any], id: str | None) -> dict[str, Any]:
    """Return an item of the other platform as a backend has it."""
    (made,) = gl.to_rest([{"type": "image", "src": item["src"]}])
    known = {"id": id} if id else {}
    return {**known, "title": item["title"], "sortOrder": item["place"], "image": made["image"]}


def share(links: Links, platform: Platform, gallery: dict[str, Any]) -> None:
    """Put a whole gallery on the other platform; items that are there already stay."""
    links.share(gallery["id"])
    for item in gallery["items"]:
        if links.external_id(item["id"]) is None:
            external = platform.create(outside(item), key=f"share:{item['id']}")
            links.link(gallery["id"], item, external)


def receive(links: Links, platform: Platform, document: Any) -> None:
    """Bring an event of the backend to the other platform.

    Whatever fails on the way is raised: let the sender repeat the event.
    """
    for change in links.changes(read_event(document)):
        external = change.external_id
        if change.action == "create":
            external = platform.create(outside(change.item), change.key)
        elif change.action == "update" and external:
            platform.update(external, outside(change.item))
        elif external:
            platform.delete(external)
        links.done(change, external)


def send(links: Links, platform: Platform, gallery: dict[str, Any], request: Callable[..., Any]) -> None:
    """Bring the state of the other platform to the backend; *request* makes a call of the REST API."""
    there = platform.items()
    items = [inside(item, links.item_id(item["id"])) for item in there]
    for call in gl.plan(gallery, {**gallery, "items": items}).calls:
        external = there[int(call.pointer.rpartition("/")[2])]["id"] if call.pointer else None
        links.expect(call, external)
        answer = request(call.method, call.path, call.body)
        links.made(call, answer, external)
