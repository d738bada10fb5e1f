"""Items of the usual kind become items of a page, with a set of bits each: what the rules would find."""

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

from gallery_lens.dialects._noise import link_target_tells, link_type_tells, tags_tell
from gallery_lens.fast import _losses as bit
from gallery_lens.fast._columns import Format, not_guids
from gallery_lens.fast._types import Clip, Image, Link, Picture, RestItem, VeloItem, Video, View
from gallery_lens.media import encode_component, picture_url
from gallery_lens.rules._addresses import unsafe_scheme
from gallery_lens.rules.l104_description_truncated import LIMIT
from gallery_lens.rules.x102_unsafe_html import troubles

#: The page's item (None for a text, which pages do not show) and the bits; None for "the usual way".
Answer: TypeAlias = tuple[View | None, int] | None

# Both patterns are narrower than what may be read: any other text goes the usual way.

_DATES: Final = Format(
    r"[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
    r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(?:\.[0-9]+)?Z"
)

#: An id, but none of the words that code writes for nothing.
_WORD: Final = r"(?!(?:undefined|null|None|NaN)(?![A-Za-z0-9_.~-]))[A-Za-z0-9_.~-]+"
_TAIL: Final = "%[89AB][0-9A-F]"
#: A part of a name as ``encodeURIComponent`` spells it; longer ones by the ranges of UTF-8.
_SPELLED: Final = (
    r"[A-Za-z0-9_.!~*'()-]++|%(?:[0-7][0-9A-F]"
    rf"|(?:C[2-9A-F]|D[0-9A-F]){_TAIL}"
    rf"|(?:E0%[AB][0-9A-F]|E[1-9A-CEF]{_TAIL}|ED%[89][0-9A-F]){_TAIL}"
    rf"|(?:F0%[9AB][0-9A-F]|F[123]{_TAIL}|F4%8[0-9A-F]){_TAIL}{_TAIL})"
)
_SIZE: Final = "[1-9][0-9]{0,14}"
_PICTURE_TEXTS: Final = Format(
    rf"wix:image://v1/{_WORD}/(?!undefined#)(?:{_SPELLED})+#originWidth={_SIZE}&originHeight={_SIZE}"
)
_CLIP_TEXT: Final = re.compile(
    rf"wix:video://v1/{_WORD}/(?!undefined#)(?:{_SPELLED})+#posterUri=({_WORD})&posterWidth={_SIZE}&posterHeight={_SIZE}"
).fullmatch
_ID: Final = re.compile(_WORD).fullmatch
#: Markup without anything in it that could run; what else there is has to be looked at.
_HARMLESS: Final = re.compile(
    r"[^<]*+(?:</?(?:p|br|b|i|u|em|strong|span|div|h[1-6]|ul|ol|li)"
    r'(?: (?:class|style)="[^"<>&]*+")*+>[^<]*+)*+'
).fullmatch
_PLAIN_NAME: Final = re.compile(r"[A-Za-z0-9_.!~*'() -]+").fullmatch
_CDN: Final = picture_url("")


def velo(items: Sequence[VeloItem]) -> list[Answer]:
    """Convert items of ``velo``."""
    answers = list(map(_velo, items))
    pictures = [item.image.image_info if item.image else None for item in items]
    return _checked(items, answers, _PICTURE_TEXTS.strays(pictures))


def _velo(item: VeloItem) -> Answer:
    if item.type == "IMAGE":
        return _velo_image(item)
    return _velo_video(item) if item.type == "VIDEO" else _text(item)


def _velo_image(item: VeloItem) -> Answer:
    image = item.image
    if image is None or item.video is not None or item.text is not None:
        return None
    src = image.image_info
    return _shown(item, "image", src, None, _settings(image)) if src else None


def _velo_video(item: VeloItem) -> Answer:
    video = item.video
    if video is None or item.image is not None or item.text is not None:
        return None
    match = _CLIP_TEXT(video.video_info or "")
    return _shown(item, "video", match[0], _CDN + match[1], _lengths(video)) if match else None


def rest(items: Sequence[RestItem]) -> list[Answer]:
    """Convert items of ``rest``."""
    return _checked(items, list(map(_rest, items)), ())


def _rest(item: RestItem) -> Answer:
    if item.type == "IMAGE":
        return _rest_image(item)
    return _rest_video(item) if item.type == "VIDEO" else _text(item)


def _rest_image(item: RestItem) -> Answer:
    image = item.image
    if image is None or image.image_info is None or item.video is not None or item.text is not None:
        return None
    built = _picture(image.image_info)
    return _shown(item, "image", built[0], None, _settings(image) | built[1]) if built else None


def _rest_video(item: RestItem) -> Answer:
    video = item.video
    if video is None or video.video_info is None or item.image is not None or item.text is not None:
        return None
    built = _clip(video.video_info)
    return _shown(item, "video", built[0], built[2], _lengths(video) | built[1]) if built else None


def _text(item: VeloItem | RestItem) -> Answer:
    """A page shows no texts, so that nothing else is said of one."""
    text = item.text
    if item.type is None or item.image is not None or item.video is not None or not item.id:
        return None
    if text is not None and not (_runs_nothing(text.html) and _runs_nothing(text.editor_html)):
        return None
    return None, bit.TEXT_ITEM


def _runs_nothing(html: str | None) -> bool:
    return not html or _HARMLESS(html) is not None or not troubles(html)


def _shown(item: VeloItem | RestItem, kind: str, src: str, thumbnail: str | None, found: int) -> Answer:
    """The page's item, unless something about it is unusual that items of all kinds may have."""
    id, description, tags = item.id, item.description, item.tags
    led = _NOWHERE if item.link is None else _led(item.link)
    if led is None or not id or id == "null":
        return None
    url, bits = led
    found |= bits
    if item.created is not None:
        found |= bit.CREATED
    if item.updated is not None:
        found |= bit.UPDATED
    if item.sort_order is not None:
        found |= bit.SORT_ORDER
    if description is not None and len(description) > LIMIT:
        found |= bit.DESCRIPTION
    if tags is not None and tags.values and tags_tell(tags.values):
        found |= bit.TAGS
    return View(kind, id, src, item.title or None, description or None, url, thumbnail), found


_NOWHERE: Final = (None, 0)
_SAFE: Final = ("https://", "http://", "/")
#: What links have as a rule, for a look before the call that knows.
_USUAL_TARGETS: Final = (None, "_blank")
_USUAL_TYPES: Final = (None, "EXTERNAL")


def _led(link: Link) -> tuple[str | None, int] | None:
    """Where a link leads, and what is lost of it; None if it leads nowhere, or into code."""
    url = link.url
    if not url or url == "undefined" or (not url.startswith(_SAFE) and unsafe_scheme(url)):
        return None
    found = bit.LINK_TEXT if link.text else 0
    if link.target not in _USUAL_TARGETS and link_target_tells(link.target):
        found |= bit.LINK_TARGET
    if link.type not in _USUAL_TYPES and link_type_tells(link.type):
        found |= bit.LINK_TYPE
    return url, found


def _settings(image: Image) -> int:
    found, point, mask = 0, image.focal_point, image.unsharp_masking
    if point is not None and (point.x, point.y) not in _CENTRES:
        found |= bit.FOCAL_POINT
    if image.exif:
        found |= bit.EXIF
    if image.quality is not None:
        found |= bit.QUALITY
    if mask is not None and (mask.amount, mask.radius, mask.threshold) != (None, None, None):
        found |= bit.UNSHARP_MASK
    return found


#: No point, and the one that is so by default.
_CENTRES: Final = ((None, None), (0.5, 0.5))


def _lengths(video: Video) -> int:
    found = bit.MILLISECONDS if video.duration_in_millis is not None else 0
    return found | bit.DURATION if video.duration is not None else found


def _picture(info: Picture) -> tuple[str, int] | None:
    """The text of a picture that has an id, a name and a size, and what is lost of it."""
    id, name, width, height = info.id, info.filename, info.width, info.height
    if not (id and name and width and height and _ID(id)) or "undefined" in (name, info.alt_text):
        return None
    found = bit.ALT_TEXT if info.alt_text and info.alt_text != name else 0
    if info.url and info.url not in (_CDN + id, id):
        found |= bit.PICTURE_URL
    return f"wix:image://v1/{id}/{_spelled(name)}#originWidth={width}&originHeight={height}", found


def _clip(info: Clip) -> tuple[str, int, str] | None:
    """The text of a video that has an id, a name and a plain poster; what is lost of it; its thumbnail."""
    id, name, posters = info.id, info.filename, info.posters
    if not (id and name and posters and len(posters) < len(_EXTRA) and _ID(id)) or name == "undefined":
        return None
    poster = _poster(posters[len(posters) > 1])
    if poster is None or (info.url and not info.resolutions):
        return None
    found = _EXTRA[len(posters)]
    if info.resolutions:
        found |= bit.RESOLUTIONS | (bit.CLIP_URL if info.url else 0)
    return f"wix:video://v1/{id}/{_spelled(name)}#{poster[0]}", found, poster[1]


def _poster(poster: Picture) -> tuple[str, str] | None:
    """What names a poster in a text, and its address; None if it says more than a text can hold."""
    id, width, height = poster.id, poster.width, poster.height
    if not (id and width and height and _ID(id)) or poster.alt_text or poster.filename:
        return None
    if poster.url and poster.url not in (_CDN + id, id):
        return None
    return f"posterUri={id}&posterWidth={width}&posterHeight={height}", _CDN + id


def _spelled(name: str) -> str:
    return name.replace(" ", "%20") if _PLAIN_NAME(name) else encode_component(name)


#: The posters that are lost, by how many there are: of more than one the second is kept.
_EXTRA: Final = [0, 0, *(sum(bit.POSTERS[: count - 1]) for count in (2, 3, 4))]


def _checked(items: Sequence[VeloItem | RestItem], answers: list[Answer], odd: Iterable[int]) -> list[Answer]:
    """Take back the answers for items that are *odd*, or have a date that is none; look at the ids."""
    for column in ([item.created for item in items], [item.updated for item in items]):
        odd = itertools.chain(odd, _DATES.strays(column))
    for index in odd:
        answers[index] = None
    for index in not_guids([item.id or "" for item in items]):
        answers[index] = _named_otherwise(answers[index])
    return answers


def _named_otherwise(answer: Answer) -> Answer:
    view, found = answer or (None, 0)
    return (view, found | bit.ID) if view else answer


#: The readers by dialect: the type of an item, and what converts many of them.
READERS: Final[dict[str, tuple[type, Callable[..., list[Answer]]]]] = {
    "velo": (VeloItem, velo),
    "rest": (RestItem, rest),
}
