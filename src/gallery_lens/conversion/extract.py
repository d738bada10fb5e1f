"""Texts that a page can show beside its gallery, for which the gallery has no field."""

from collections.abc import Iterator, Mapping
from typing import Any

from gallery_lens.conversion.items import Read
from gallery_lens.conversion.run import Run
from gallery_lens.dialects import Dialect
from gallery_lens.dialects.dialect import aim_of
from gallery_lens.model import DESCRIPTION_LIMIT, Item, Link, Maybe, Text
from gallery_lens.plaintext import plain_text
from gallery_lens.rules.base import Aim


def extracts(run: Run) -> Iterator[dict[str, Any]]:
    """Yield a row for every text item, long description, link text and hover text, as the output has them.

    Rows say which item they belong to, or come after, by its slug; those of a list of galleries name
    the gallery as well.

    Raises:
        UsageError: what reads HTML is not installed.
    """
    for each in run.converted:
        gallery = {"galleryId": each.subject.id} if run.envelope.many and each.subject.id else {}
        above: str | None = None
        for found in run.shown(each):
            if found.left is not None:
                if words := _words(found.left.text):
                    yield {**gallery, "afterSlug": above, **words, **_beside(found.left)}
            elif found.wire is not None and found.dialect and aim_of(found.dialect, run.target) is Aim.PAGE:
                yield from (gallery | row for row in _cut(found, run.target))
                above = found.wire.get("slug", above)


def _words(text: Maybe[Text] | None) -> dict[str, Any] | None:
    """Return the HTML of *text*, or that of its editor, with its style; None if there is neither."""
    if not text or not (html := text.html or text.editor_html):
        return None
    return {"html": html, "plainText": plain_text(html), "css": _plain(text.css) if text.css else None}


def _beside(item: Item) -> dict[str, Any]:
    """Return the attributes of a text item beside its text, without absent and empty ones."""
    link = item.link or Link()
    held = {
        "id": item.id,
        "title": item.title,
        "link": link.url,
        "linkText": link.text,
        "tags": list(item.tags.values or ()) if item.tags else None,
        "sortOrder": item.sort_order,
    }
    return {key: value for key, value in held.items() if value or value == 0}


def _cut(found: Read, target: Dialect) -> Iterator[dict[str, Any]]:
    """Yield the texts of a shown item that the page may cut or cannot hold."""
    item, wire = found.model, found.wire or {}
    slug = wire.get("slug")
    if item and "description-truncated" in target.writes and len(item.description or "") > DESCRIPTION_LIMIT:
        yield {"slug": slug, "description": item.description}
    if item and item.link and item.link.text and "link.text" not in target.item.by_field:
        yield {"slug": slug, "linkText": item.link.text, "link": wire.get("link")}
    hover = item.secondary_media if item and "secondary_media" not in target.item.by_field else None
    if hover and (words := _words(hover.text)):
        yield {"slug": slug, **words}


def _plain(value: Any) -> Any:
    """Copy a free object, so that nothing of the input is shared."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value
