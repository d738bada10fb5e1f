"""A backend in memory, with the documented rules of the Pro Gallery's REST API."""

import copy
import itertools
import re
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import unquote

import attrs

READ_ONLY: Final = ("id", "type", "createdDate", "updatedDate")
BRANCHES: Final = ("image", "video", "text")


class Refused(Exception):
    """A call that the server refuses."""


@attrs.define
class Stored:
    """A gallery as the server keeps it."""

    id: str
    name: str | None
    created: str
    items: list[dict[str, Any]] = attrs.field(factory=list)


class Backend:
    """Answers requests as the server does."""

    def __init__(self, *, descending: bool = False) -> None:
        self.galleries: dict[str, Stored] = {}
        self.descending = descending
        self.calls = 0
        self._clock = itertools.count(1657439075188)
        self._ids = itertools.count(1)

    def load(self, gallery: dict[str, Any]) -> None:
        """Keep a gallery as it is, ids included."""
        stored = Stored(gallery["id"], gallery.get("name"), self._now())
        stored.items = [self._filled(item) for item in copy.deepcopy(gallery["items"])]
        self.galleries[stored.id] = stored
        self.check()

    def request(self, method: str, path: str, body: Any = None) -> Any:
        """Answer a request; what is refused changes nothing."""
        self.calls += 1
        steps = [
            unquote(step) for step in re.fullmatch(r"/progallery/v2/galleries(.*)", path)[1].split("/")[1:]
        ]  # type: ignore[index]
        body = copy.deepcopy(body)
        match method, steps:
            case "POST", []:
                return self._create_gallery(body["gallery"])
            case "PATCH", [gallery]:
                return self._update_gallery(self._of(gallery), body["gallery"])
            case "DELETE", [gallery]:
                del self.galleries[self._of(gallery).id]
                return {}
            case "POST", [gallery, "items"]:
                return self._create(self._of(gallery), body["item"])
            case "POST", [gallery, "items", "delete"]:
                return self._delete(self._of(gallery), body["itemIds"])
            case "PATCH", [gallery, "items", item]:
                return self._update(self._of(gallery), item, body["item"])
            case "DELETE", [gallery, "items", item]:
                return self._delete(self._of(gallery), [item])
        raise Refused(f"no such call: {method} {path}")

    def items(self, gallery: str, limit: int = 50, offset: int = 0) -> list[dict[str, Any]]:
        """List a page of items, in the direction of this server."""
        if not 1 <= limit <= 100:
            raise Refused("a page has 1 to 100 items")
        listed = sorted(self._of(gallery).items, key=lambda item: item["sortOrder"], reverse=self.descending)
        return copy.deepcopy(listed[offset : offset + limit])

    def gallery(self, id: str) -> dict[str, Any]:
        """Return a gallery with all of its items, read page by page."""
        stored, items = self._of(id), list[dict[str, Any]]()
        while page := self.items(id, 100, len(items)):
            items += page
        name = {} if stored.name is None else {"name": stored.name}
        return {"id": id, **name, "totalItems": len(items), "createdDate": stored.created, "items": items}

    def listed(self, limit: int = 10, offset: int = 0) -> dict[str, Any]:
        """List galleries by their dates of creation."""
        found = sorted(self.galleries.values(), key=lambda each: each.created)
        page = [self.gallery(each.id) for each in found[offset : offset + limit]]
        return {"galleries": page, "totalGalleries": len(found)}

    def check(self) -> None:
        """Raise if what is kept is no valid state."""
        for stored in self.galleries.values():
            orders = [float(item["sortOrder"]) for item in stored.items]
            if len(set(orders)) < len(orders):
                raise Refused(f"two items have one sort order: {sorted(orders)}")
            for item in stored.items:
                if len([branch for branch in BRANCHES if item.get(branch) is not None]) != 1:
                    raise Refused("an item has one of image, video and text")

    def _of(self, id: str) -> Stored:
        if id not in self.galleries:
            raise Refused(f"there is no gallery {id}")
        return self.galleries[id]

    def _now(self) -> str:
        return f"2024-05-01T10:00:00.{next(self._clock) % 1000000:06d}Z"

    def _create_gallery(self, gallery: dict[str, Any]) -> dict[str, Any]:
        stored = Stored(f"gallery-{next(self._ids)}", gallery.get("name"), self._now())
        self.galleries[stored.id] = stored
        for item in gallery.get("items") or ():
            self._create(stored, item)
        return self.gallery(stored.id)

    def _update_gallery(self, stored: Stored, fields: dict[str, Any]) -> dict[str, Any]:
        if "items" in fields:
            raise Refused("items are changed one by one")
        if "name" in fields:
            stored.name = fields["name"]
        return self.gallery(stored.id)

    def _create(self, stored: Stored, item: dict[str, Any]) -> dict[str, Any]:
        fresh = {key: value for key, value in item.items() if key not in READ_ONLY and value is not None}
        if (picture := fresh.get("image")) is not None:
            info = picture.get("imageInfo") or {}
            if not (info.get("id") and info.get("width") and info.get("height")):
                raise Refused("a picture needs id, width and height")
        if (film := fresh.get("video")) is not None and not film.get("videoInfo"):
            raise Refused("a video needs videoInfo")
        if (words := fresh.get("text")) is not None and not words.get("html"):
            raise Refused("a text needs html")
        fresh.setdefault("sortOrder", next(self._clock))
        made = {"id": f"made-{next(self._ids)}", **fresh, "createdDate": self._now()}
        return self._changed(stored, [*stored.items, self._filled(made)], made)

    def _update(self, stored: Stored, id: str, fields: dict[str, Any]) -> dict[str, Any]:
        old = self._item(stored, id)
        known = {key: value for key, value in fields.items() if key not in READ_ONLY}
        merged = {key: value for key, value in {**old, **known}.items() if value is not None}
        new = {**merged, "updatedDate": self._now()}
        if _medium(old) != _medium(new):
            raise Refused("a medium is set on creation only")
        return self._changed(
            stored, [self._filled(new) if each is old else each for each in stored.items], new
        )

    def _delete(self, stored: Stored, ids: Iterable[str]) -> dict[str, Any]:
        gone = [self._item(stored, id) for id in ids]
        if not 1 <= len(gone) <= 1000:
            raise Refused("1 to 1000 items are deleted in one call")
        return self._changed(stored, [each for each in stored.items if each not in gone], {})

    def _item(self, stored: Stored, id: str) -> dict[str, Any]:
        found = [item for item in stored.items if item["id"] == id]
        if not found:
            raise Refused(f"there is no item {id}")
        return found[0]

    def _changed(self, stored: Stored, items: list[dict[str, Any]], answer: dict[str, Any]) -> dict[str, Any]:
        before, stored.items = stored.items, items
        try:
            self.check()
        except Refused:
            stored.items = before
            raise
        return copy.deepcopy(answer)

    def _filled(self, item: dict[str, Any]) -> dict[str, Any]:
        """Return an item with what the server sets: addresses of pictures and posters, and the type."""
        info = (item.get("image") or {}).get("imageInfo")
        if info and info.get("id"):
            info["url"] = f"https://static.wixstatic.com/media/{info['id']}"
        for poster in ((item.get("video") or {}).get("videoInfo") or {}).get("posters") or ():
            if poster.get("id"):
                poster["url"] = f"https://static.wixstatic.com/media/{poster['id']}"
        item["type"] = next(
            (branch.upper() for branch in BRANCHES if item.get(branch) is not None), "UNDEFINED"
        )
        return item


def _medium(item: dict[str, Any]) -> Any:
    info = (item.get("image") or {}).get("imageInfo") or (item.get("video") or {}).get("videoInfo") or {}
    return [branch for branch in BRANCHES if item.get(branch)], info.get("id") or info.get("url", "")
