"""New media ids in a gallery: in ids, addresses, file names and posters, wherever they stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote, unquote

import attrs

from gallery_lens import media
from gallery_lens.api import Result
from gallery_lens.cloning.gallery import known as known_envelope
from gallery_lens.cloning.media_map import media_map as read_map
from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.subject import Subject
from gallery_lens.diagnostics import Severity
from gallery_lens.dialects import detect
from gallery_lens.errors import UsageError
from gallery_lens.places import Place, Step
from gallery_lens.wrappers import Shape, Slot

#: What an id, or a name made of one, can be in an address.
_TOKEN: Final = re.compile(r"(?:[A-Za-z0-9_~.-]|%[0-9A-Fa-f]{2})+")
#: The addresses that name a file of the Media Manager, as values and inside HTML.
_ADDRESS: Final = re.compile(
    r"(?:(?:image|video|vector|audio|document)://v1/(?:ugd/|media/)?"
    r"|static\.wixstatic\.com/(?:media|shapes)/|video\.wixstatic\.com/video/|[#&]posterUri=)"
    r"""([^/?#&\s"'<>]+)"""
)
#: A file of the Media Manager by its bare id.
_BARE: Final = re.compile(r"(?:/?media/)?([0-9A-Za-z_-]+(?:~mv2[\w]*)?\.[0-9A-Za-z]{2,5})")
#: The objects whose ``id`` is that of a file, and the keys that hold an address.
_MEDIA: Final = frozenset(("imageInfo", "videoInfo", "posters", "poster"))
_ADDRESSES: Final = frozenset(
    ("imageInfo", "videoInfo", "url", "src", "thumbnail", "poster", "mediaUrl", "file_url", "image", "video")
)
_KEYS: Final = _MEDIA | _ADDRESSES | {"id", "filename", "name", "format", "link"}
#: The keys whose words are for visitors.
_ALTERNATIVES: Final = frozenset(("alt", "altText"))
_WORDS: Final = _ALTERNATIVES | {"title", "description", "tags"}
_IDS: Final = ("_id", "id", "itemId", "galleryId")
#: Where sites are that have no domain of their own.
_FREE: Final = ("wixsite.com", "wixstudio.com", "wixstudio.io", "editorx.io")


def remap(
    gallery: Any,
    media_map: Any,
    *,
    strip_ids: bool = False,
    old_domains: Sequence[str] = (),
    at: str | None = None,
) -> Result:
    """Put the media ids of another site into a gallery.

    An id is replaced wherever it stands: in ids, media addresses and those of the CDN, file names, posters
    and HTML. A medium that the map does not know stays, with the error ``media-unmapped``; links that
    lead to the old site stay, with ``link-to-old-site``.

    Args:
        gallery: a gallery, items or a list of galleries, in any dialect; it is not changed.
        media_map: new ids by old ones: a mapping or pairs. Ids or media addresses; a new one may be
            an object with ``targetUri`` and ``targetId``, as the platform answers. Posters have ids of
            their own in it.
        strip_ids: leave the ids of galleries and items out, for they are those of the old site.
        old_domains: the hosts of the old site; without any, links to all hosts are listed.
        at: a JSON Pointer to the gallery, if it stands in a larger document, or a pattern, as for
            ``convert``; the rest of the document stays as it is.

    Returns:
        A result whose value is the document with the new ids.

    Raises:
        UsageError: The map is not a map, or has two targets for one id, or the document holds nothing.
    """
    return remapped(gallery, media_map, strip_ids=strip_ids, old_domains=old_domains, at=at).result


@attrs.frozen
class Remapped:
    """A gallery with new media ids, and what somebody has to look after."""

    result: Result
    unmapped: Mapping[str, Sequence[str]]  #: pointers by the id of a medium
    links: Mapping[str, Sequence[str]]  #: pointers by address


def remapped(
    gallery: Any, media_map: Any, *, strip_ids: bool, old_domains: Sequence[str], at: str | None = None
) -> Remapped:
    """Do what ``remap`` does, and list what is left; raises what that does."""
    known = read_map(media_map)
    envelope = known_envelope(gallery, at)
    work = _Remapper(envelope.document, known, strip_ids=strip_ids, old_domains=tuple(old_domains))
    value = envelope.fill({slot.place: work.slot(slot) for slot in envelope.slots})
    if not work.items and not any(slot.shape is Shape.GALLERY for slot in envelope.slots):
        raise UsageError("The document holds no gallery and no items whose media could be mapped.")
    result = Result(
        value=value,
        diagnostics=work.findings.sorted(),
        rejects=(),
        items=work.items,
        converted=work.items,
        dialects=tuple(sorted(work.dialects)),
    )
    return Remapped(result, work.unmapped, work.links)


class _Remapper:
    def __init__(
        self, document: Any, known: Mapping[str, str], *, strip_ids: bool, old_domains: tuple[str, ...]
    ) -> None:
        self.findings = Findings(document)
        self.items = 0
        self.dialects: set[str] = set()
        self.unmapped: dict[str, list[str]] = {}
        self.links: dict[str, list[str]] = {}
        self._known, self._new = known, frozenset(known.values())
        self._strip_ids, self._old_domains = strip_ids, old_domains

    def slot(self, slot: Slot) -> Any:
        """Return the content of *slot* with new media ids."""
        value = slot.value
        if slot.shape is Shape.ITEM:
            return self._item(value, slot.place, 0)
        if slot.shape is Shape.ITEMS:
            return [self._item(each, (*slot.place, index), index) for index, each in enumerate(value)]
        if not isinstance(value, dict):
            return value
        items, at = value.get("items"), (*slot.place, "items")
        fields = {key: inner for key, inner in value.items() if not (self._strip_ids and key in _IDS)}
        if isinstance(items, list):
            fields["items"] = [self._item(each, (*at, index), index) for index, each in enumerate(items)]
        return fields

    def _item(self, item: Any, at: Place, index: int) -> Any:
        if not isinstance(item, dict | str):
            return item
        names = detect(item) if isinstance(item, dict) else ()
        subject = Subject(raw=item, place=at, index=index, dialect=names[0] if names else None)
        self.dialects |= set(names[:1])
        self.items += 1
        for place, ids in _media(item):
            missing = [id for id in ids if id not in self._known and id not in self._new]
            if missing:
                facts = {"ids": ", ".join(missing)}
                self.findings.add("media-unmapped", subject, place, facts=facts)
            for id in missing:
                self.unmapped.setdefault(id, []).append(self.findings.pointer((*at, *place)))
        self._look_at_link(item, subject)
        return self._mapped(item, "", top=True)

    def _look_at_link(self, item: Any, subject: Subject) -> None:
        link = item.get("link") if isinstance(item, dict) else None
        place, url = (("link", "url"), link.get("url")) if isinstance(link, dict) else (("link",), link)
        parts = media.web_parts(url) if isinstance(url, str) else None
        if not isinstance(url, str) or parts is None or not parts.hostname:
            return
        host, domains = parts.hostname, map(str.lower, self._old_domains or _FREE)
        old = any(host == each or host.endswith(f".{each}") for each in domains)
        if old or not self._old_domains:
            severity = Severity.WARNING if old else Severity.INFO
            facts = {"host": host}
            self.findings.add("link-to-old-site", subject, place, value=url, severity=severity, facts=facts)
            self.links.setdefault(url, []).append(self.findings.pointer((*subject.place, *place)))

    def _mapped(self, value: Any, key: str, *, top: bool = False) -> Any:
        if isinstance(value, dict):
            stripped = _IDS if top and self._strip_ids else ()
            pairs = ((name, inner) for name, inner in value.items() if name not in stripped)
            kept = {*_WORDS - _ALTERNATIVES, *(_IDS if top else ())}
            return {name: inner if name in kept else self._mapped(inner, name) for name, inner in pairs}
        if isinstance(value, list):
            return [self._mapped(inner, key) for inner in value]
        if not isinstance(value, str):
            return value
        if key in _ALTERNATIVES:  # Wix repeats the file name there
            return self._known.get(value, value)
        return value if key in _WORDS else _TOKEN.sub(self._replace, value)

    def _replace(self, found: re.Match[str]) -> str:
        token = found[0]
        new = self._known.get(token)
        if new is None and "%" in token and (new := self._known.get(unquote(token))) is not None:
            return quote(new, safe="")
        return token if new is None else new


def _media(value: Any, at: Place = ()) -> Iterator[tuple[Place, list[str]]]:
    """Yield the places in *value* that name files of the Media Manager, with the ids of those."""
    if isinstance(value, dict):
        # The poster of a video from elsewhere comes from there, too.
        outside = at[-1:] == ("videoInfo",) and not value.get("id")
        for name, inner in value.items():
            if name not in _WORDS and not (outside and name == "posters"):
                yield from _media(inner, (*at, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _media(inner, (*at, index))
    elif isinstance(value, str) and value:
        ids = list(dict.fromkeys(_ids(value, [step for step in at if step in _KEYS])))
        if ids:
            yield at, ids


def _ids(text: str, keys: Sequence[Step]) -> Iterator[str]:
    """Yield the ids in *text*, which stands below *keys*."""
    if keys[-1:] == ["id"] and set(keys[:-1]) & _MEDIA:
        yield text
    for named in _ADDRESS.finditer(text):
        yield unquote(named[1])
    bare = _BARE.fullmatch(text.strip()) if not keys or keys[-1] in _ADDRESSES else None
    if bare:
        yield bare[1]
