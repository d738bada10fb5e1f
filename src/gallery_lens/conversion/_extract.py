"""What a page can show beside its gallery: texts that the gallery itself has no place for."""

from collections.abc import Iterator, Mapping
from typing import Any

from gallery_lens.conversion._items import Read, aim_of
from gallery_lens.conversion._run import Converted, Run
from gallery_lens.dialects import Dialect
from gallery_lens.model import Item
from gallery_lens.plaintext import plain_text
from gallery_lens.rules._rule import Aim
from gallery_lens.rules.l104_description_truncated import LIMIT


def extracts(run: Run) -> Iterator[dict[str, Any]]:
    """Yield a row for every text item, long description and link text, in the order of the output.

    Rows say which item they belong to, or come after, by its slug; those of a list of galleries name
    the gallery as well.

    Raises:
        UsageError: what reads HTML is not installed.
    """
    for each in run.converted:
        gallery = {"galleryId": each.subject.id} if run.envelope.many and each.subject.id else {}
        for row in _of_gallery(each, run):
            yield gallery | row


def _of_gallery(each: Converted, run: Run) -> Iterator[dict[str, Any]]:
    above: str | None = None
    for found in run.shown(each):
        if found.left is not None:
            yield from _text(found.left, above)
        elif found.wire is not None and _aim(found, run.options.target) is Aim.PAGE:
            yield from _cut(found, run.options.target)
            above = found.wire.get("slug", above)


def _aim(found: Read, target: Dialect) -> Aim | None:
    return aim_of(found.dialect, target) if found.dialect else None


def _text(item: Item, above: str | None) -> Iterator[dict[str, Any]]:
    html = item.text.html if item.text else None
    if html and item.text:
        css = _plain(item.text.css) if item.text.css else None
        yield {"afterSlug": above, "html": html, "plainText": plain_text(html), "css": css}


def _cut(found: Read, target: Dialect) -> Iterator[dict[str, Any]]:
    """What the page may cut, or has no place for, of an item that it shows."""
    item, wire = found.model, found.wire or {}
    slug = wire.get("slug")
    if item and "description-truncated" in target.writes and len(item.description or "") > LIMIT:
        yield {"slug": slug, "description": item.description}
    if item and item.link and item.link.text and "link.text" not in target.item.by_field:
        yield {"slug": slug, "linkText": item.link.text, "link": wire.get("link")}


def _plain(value: Any) -> Any:
    """Copy a free object, so that nothing of the input is shared."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value
