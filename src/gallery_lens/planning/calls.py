"""The calls of a plan."""

from collections.abc import Mapping
from typing import Any, Final, Literal
from urllib.parse import quote

import attrs

from gallery_lens.values import Value

#: Where the REST API has galleries.
ROOT: Final = "/progallery/v2/galleries"
#: How many items one call deletes.
BULK: Final = 1000


@attrs.frozen(eq=False, repr=False)
class Change(Value):
    """A field that a call changes."""

    field: str  #: as REST calls it
    before: Any  #: None if there was nothing
    after: Any  #: None if it is cleared

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON shape."""
        return {"field": self.field, "before": self.before, "after": self.after}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Call(Value):
    """One call of the backend."""

    action: Literal["create", "update", "delete"]
    object: Literal["gallery", "item"]
    gallery_id: str | None  #: None for a gallery that is created
    item_ids: tuple[str, ...] = ()  #: of the items that are updated or deleted
    title: str | None = None  #: of the item, or the gallery's name
    pointer: str | None = None  #: RFC 6901, to the item of DESIRED that is created or updated
    content: Mapping[str, Any] = attrs.field(factory=dict)  #: what is sent of the gallery or item, as REST
    changes: tuple[Change, ...] = ()  #: of an update
    #: the whole item as REST, of which *content* may be a part
    whole: Mapping[str, Any] = attrs.field(factory=dict)

    @property
    def method(self) -> str:
        """The method of the REST request."""
        bulk = self.action == "delete" and len(self.item_ids) > 1
        return "POST" if bulk else {"create": "POST", "update": "PATCH", "delete": "DELETE"}[self.action]

    @property
    def path(self) -> str:
        """The path of the REST request."""
        gallery = "" if self.gallery_id is None else f"/{quote(self.gallery_id, safe='')}"
        if self.object == "gallery":
            return f"{ROOT}{gallery}"
        if len(self.item_ids) > 1:
            return f"{ROOT}{gallery}/items/delete"
        item = "".join(f"/{quote(each, safe='')}" for each in self.item_ids)
        return f"{ROOT}{gallery}/items{item}"

    @property
    def body(self) -> dict[str, Any] | None:
        """The body of the REST request, None if it has none."""
        if self.action == "delete":
            return {"itemIds": list(self.item_ids)} if len(self.item_ids) > 1 else None
        return {self.object: dict(self.content)}

    def to_rest(self) -> dict[str, Any]:
        """Return the request: ``method``, ``path``, and ``body`` if it has one."""
        body = self.body
        return {"method": self.method, "path": self.path, **({} if body is None else {"body": body})}

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON shape of a plan's call."""
        known = {
            "galleryId": self.gallery_id,
            "itemIds": list(self.item_ids) or None,
            "title": self.title,
            "pointer": self.pointer,
        }
        told = {key: value for key, value in known.items() if value is not None}
        changes = [change.to_dict() for change in self.changes]
        return {
            "action": self.action,
            "object": self.object,
            **told,
            **({"changes": changes} if changes else {}),
            **self.to_rest(),
        }
