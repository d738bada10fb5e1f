"""Why a conversion differs from what the official SDK writes: every reason, with its cause and what is right.

A reason of ``BEFORE`` reads a value for the SDK as we read it, one of ``AFTER`` corrects what the SDK wrote.
Each changes an item in place where its cause is there, and nothing else. None looks at our own answer, and
none uses the package: what they know of addresses, dates and numbers is written here again.
"""

import datetime
import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeAlias
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlsplit

Item: TypeAlias = dict[str, Any]


class Case(NamedTuple):
    """One item, as it was given and as the SDK was asked to read it."""

    given: Item
    asked: Item


Reason: TypeAlias = Callable[[Item, Case], None]

NO_IDS: Final = frozenset(("undefined", "null", "None", "NaN"))
CDN: Final = "https://static.wixstatic.com/media/"
#: What browsers take off the ends of an address.
_ENDS: Final = "".join(map(chr, range(0x21)))
_DATES: Final = ("createdDate", "updatedDate", "_createdDate", "_updatedDate")
_SIZES: Final = ("width", "height")


def media(item: Item) -> Iterator[tuple[Item, str]]:
    """Yield what holds a medium, and the key of it: of the item, and of what it shows under the pointer."""
    hover = item.get("secondaryMedia")
    for owner in (item, hover if isinstance(hover, dict) else {}):
        if isinstance(owner.get("image"), dict):
            yield owner["image"], "imageInfo"
    if isinstance(item.get("video"), dict):
        yield item["video"], "videoInfo"


def objects(item: Item, kind: str) -> Iterator[Item]:
    """Yield the media of *kind* that are objects."""
    yield from (held[key] for held, key in media(item) if key == kind and isinstance(held.get(key), dict))


# ---------------------------------------------------------------- numbers and dates


def the_text_null_is_null(item: Item, _: Case) -> None:
    """Code that makes text of everything writes ``null`` where there is no id."""
    held = [*objects(item, "imageInfo"), *objects(item, "videoInfo")]
    for each, keys in ((item, ("id", "_id")), *((medium, ("id", "url")) for medium in held)):
        for key in keys:
            if each.get(key) == "null":
                del each[key]


_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_DATE: Final = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:)(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)


def sort_order_is_a_number(item: Item, _: Case) -> None:
    """The SDK passes a sort order given as text on; the API wants a number."""
    text = item.get("sortOrder")
    if isinstance(text, str) and _NUMBER.fullmatch(text) and math.isfinite(float(text)):
        item["sortOrder"] = int(text) if re.fullmatch("[+-]?[0-9]+", text) else float(text)


def a_date_is_an_instant(item: Item, _: Case) -> None:
    """JavaScript takes 30 February for 2 March, has no leap seconds, and has years of five digits."""
    for key in _DATES:
        if isinstance(text := item.get(key), str):
            instant = _instant(text)
            if instant is None:
                del item[key]
            elif text[17:19] == "60":
                item[key] = instant


def _instant(text: str) -> str | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    day, minute, second, fraction, zone = found.groups()
    leap = second == "60"
    # The calendar is the same 400 years on; before and behind its ends Python's knows nothing.
    shift = 400 if day < "0002" else -400 if day > "9999" else 0
    whole = (
        f"{int(day[:4]) + shift:04}{day[4:]}T{minute}{59 if leap else second}{zone.replace('Z', '+00:00')}"
    )
    try:
        utc = datetime.datetime.fromisoformat(whole).astimezone(datetime.UTC)
        utc += datetime.timedelta(seconds=int(leap))
    except ValueError:
        return None
    year = utc.year - shift
    if not 0 <= year <= 9999 or (leap and f"{utc:%dT%H:%M:%S}" != "01T00:00:00"):
        return None
    thousandths = f"{fraction or '.'}000"[1:4]
    return f"{year:04}-{utc:%m-%dT%H:%M:%S}.{thousandths}Z"


def what_is_no_number_is_null(item: Item, _: Case) -> None:
    """JSON has neither NaN nor infinities."""
    _replace(item, lambda value: None if isinstance(value, float) and not math.isfinite(value) else value)


def _replace(value: Any, new: Callable[[Any], Any]) -> None:
    for key, inner in [*(value.items() if isinstance(value, dict) else enumerate(value))]:
        value[key] = new(inner)
        if isinstance(inner, dict | list):
            _replace(inner, new)


# ---------------------------------------------------------------- media as objects, on their way to the SDK


def undefined_is_no_name(item: Item, _: Case) -> None:
    """The SDK itself writes ``undefined`` where there is no file name, and takes it for one."""
    for held in (*objects(item, "imageInfo"), *objects(item, "videoInfo")):
        for key in ("filename", "altText"):
            if held.get(key) == "undefined":
                del held[key]


def a_missing_size_is_zero(item: Item, _: Case) -> None:
    """The SDK writes ``originWidth=undefined``, or ``null``."""
    pictures = [each for each in objects(item, "imageInfo") if each.get("id")]
    posters = [each for clip in objects(item, "videoInfo") for each in clip.get("posters") or ()]
    for held in (*pictures, *posters):
        held.update({key: 0 for key in _SIZES if held.get(key) is None})


def an_address_at_wix_is_an_id(item: Item, _: Case) -> None:
    """The SDK passes the address of a medium without id on, although it says the id.

    Where that is all, an alternative text is no name of the file.
    """
    for held in objects(item, "imageInfo"):
        known = read_address(held.get("url"), "image") if not held.get("id") else {}
        if "id" in known:
            sizes = {key: known[key] for key in _SIZES if known.get(key) and not held.get(key)}
            names = {"filename": known["name"]} if known.get("name") and not held.get("filename") else {}
            if all(held.get(key) is None for key in _SIZES):
                held.pop("altText", None)
            held.update({"id": known["id"], **sizes, **names})
    for held in objects(item, "videoInfo"):
        known = read_address(held.get("url"), "video") if not held.get("id") else {}
        if "id" in known:
            names = {"filename": known["name"]} if known.get("name") and not held.get("filename") else {}
            posters = (
                {"posters": [known["poster"]]} if known.get("poster") and not held.get("posters") else {}
            )
            held.update({"id": known["id"], **names, **posters})


def a_poster_is_known_by_its_id(item: Item, _: Case) -> None:
    """Without an id the SDK takes the last part of the address, which of a crop is no id, nor encodes one."""
    for held in objects(item, "videoInfo"):
        for poster in held.get("posters") or ():
            url = poster.get("url") or ""
            id = (
                poster.get("id")
                or read_address(url, "image").get("id")
                or url.rpartition("/")[2] * ("/" in url)
            )
            poster["id"] = "" if id in NO_IDS else re.sub("[\0-\x1f&+]|%(?=[0-9A-Fa-f]{2})", _escape, id)
            if not poster["id"]:
                poster["url"] = None


def _escape(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


def sizes_are_digits(item: Item, case: Case) -> None:
    """JavaScript loses digits of big numbers and prints them as ``1e+30``; no size is no fragment."""
    for (held, key), source in zip(
        media(item), [each.get(key) for each, key in media(case.asked)], strict=True
    ):
        if isinstance(text := held.get(key), str) and isinstance(source, dict) and text.startswith("wix:"):
            if key == "imageInfo" and source.get("id"):
                held[key] = _with_sizes(text, "origin", source)
            elif posters := source.get("posters"):
                held[key] = _with_sizes(text, "poster", posters[min(1, len(posters) - 1)])


def _with_sizes(text: str, what: str, source: Item) -> str:
    width, height = (int(source.get(key) or 0) for key in _SIZES)
    said = re.sub(f"Width=[^&]*&{what}Height=[^&]*$", lambda _: f"Width={width}&{what}Height={height}", text)
    return said if width or height or what == "poster" else text.partition("#originWidth=")[0]


def nothing_is_left_out(item: Item, _: Case) -> None:
    """Where there is no medium the SDK writes null."""
    for held, key in media(item):
        if key in held and not held[key]:
            del held[key]


# ---------------------------------------------------------------- media as text, on their way to the API

_MEDIUM: Final = re.compile(r"(wix:)?(image|video)://v1/([^?#]*)", re.IGNORECASE | re.DOTALL)
_BARE: Final = re.compile(r"(?:/?media/)?((?=[^/]*[._])[A-Za-z0-9_.~-]+)")


def read_address(text: Any, kind: str) -> dict[str, Any]:
    """Return what the address of a picture or video at Wix says; ``url`` for one elsewhere; else nothing."""
    if not isinstance(text, str):
        return {}
    address = re.sub("[\t\n\r]", "", text.strip(_ENDS))
    if found := _MEDIUM.match(address):
        return _read_medium(found, address) if found[2].lower() == kind else {}
    if not re.match(r"(?:https?:|//)", address, re.IGNORECASE):
        found = _BARE.fullmatch(address)
        return {"id": found[1], "web": text} if found and found[1] not in NO_IDS else {}
    parts = urlsplit(re.sub(r"^(?:https?:)?/*", "//", address, flags=re.IGNORECASE))
    at_wix = {"static.wixstatic.com": "image", "video.wixstatic.com": "video"}.get(parts.netloc)
    if at_wix is None:
        return {"url": text} if parts.netloc else {}
    id = parts.path.split("/")[2]
    return {"id": id, "web": text, **_sizes(parts.query)} if at_wix == kind else {"url": text}


def _read_medium(found: re.Match[str], address: str) -> dict[str, Any]:
    fragment = "".join(address.split("#")[1:2])
    parts = re.sub(r"^(?:https://static\.wixstatic\.com/)?(?:media|video)/", "", found[3]).split("/")
    size: dict[str, int] = {}
    if len(parts) > 2 and (legacy := re.fullmatch("([0-9]+)_([0-9]+)", parts[1])):
        size = dict(zip(_SIZES, map(int, legacy.groups()), strict=True))
        parts = [parts[0], *parts[2:]]
    if parts[1:2] and re.fullmatch("[0-9]+p", parts[1]):
        parts = [parts[0], parts[-1]]
    if parts[0] in NO_IDS or not parts[0]:
        return {}
    said = size | _sizes(address.partition("?")[2].partition("#")[0]) | _sizes(fragment)
    return {"id": parts[0], "name": _name(parts[1] if parts[1:] else ""), "poster": _poster(fragment), **said}


def _name(spelled: str) -> str | None:
    """Return the file name, or None for one with a bad escape, and for the word that means none."""
    try:
        name = unquote_to_bytes(spelled).decode() if not re.search("%(?![0-9A-Fa-f]{2})", spelled) else ""
    except UnicodeDecodeError:
        return None
    return None if name in ("", "undefined") else name


def _fields(query: str) -> dict[str, str]:
    return dict(reversed(parse_qsl(query.removeprefix("?"), keep_blank_values=True)))


def _sizes(query: str) -> dict[str, int]:
    fields = _fields(query)
    spelled = {key: fields.get(f"origin{key.title()}", "") for key in _SIZES}
    return {key: number for key, text in spelled.items() if (number := _whole(text))}


def _whole(text: str) -> int:
    """Return a size as JavaScript reads it, or 0 for what is none."""
    text = text.strip()
    if re.fullmatch("0[xX][0-9a-fA-F]+", text):
        return int(text, 16)
    number = float(text) if _NUMBER.fullmatch(text) else 0.0
    return (int(text) if text.isdigit() else int(number)) if number > 0 and number == int(number) else 0


def _poster(fragment: str) -> Item | None:
    fields = _fields(fragment)
    id = fields.get("posterUri", "")
    if not id or id.strip() in NO_IDS:
        return None
    return {"id": id, **{key: _whole(fields.get(f"poster{key.title()}", "")) for key in _SIZES}}


def addresses_are_read_as_meant(item: Item, _: Case) -> None:
    """The SDK takes a size for a name, a scheme for an id, and stops at a bad escape or a missing scheme."""
    for held, key in media(item):
        kind = key.removesuffix("Info")
        text = held.get(key)
        known = read_address(text, kind)
        if "id" in known:
            held[key] = _strict(known, kind)
        elif "url" not in known:
            held.pop(key, None)


def _strict(known: Mapping[str, Any], kind: str) -> str:
    name = quote(known.get("name") or "", safe="-_.!~*'()")
    text = f"wix:{kind}://v1/{known['id']}/{name}"
    poster = known.get("poster")
    if kind == "video" and poster:
        id = re.sub("[\0-\x1f&+]|%(?=[0-9A-Fa-f]{2})", _escape, poster["id"])
        return f"{text}#posterUri={id}&posterWidth={poster['width']}&posterHeight={poster['height']}"
    if kind == "image":
        return f"{text}#originWidth={known.get('width', 0)}&originHeight={known.get('height', 0)}"
    return text


def a_name_is_no_alternative_text(item: Item, _: Case) -> None:
    """The SDK writes the name of the file as alternative text, too."""
    for held in objects(item, "imageInfo"):
        if "altText" in held and held["altText"] == held.get("filename"):
            del held["altText"]


def a_size_that_nobody_said_is_none(item: Item, case: Case) -> None:
    """An address on the web, and an id by itself, say nothing of a size."""
    for (held, key), (source, _) in zip(media(item), media(case.given), strict=True):
        known = read_address(source.get(key), "image") if key == "imageInfo" else {}
        if "web" in known and "id" in known:
            held[key] = {size: held[key][size] for size in held[key] if size not in _SIZES or size in known}


def a_video_keeps_its_address(item: Item, case: Case) -> None:
    """The SDK passes the address of an mp4 file at Wix on; it stays beside the id that it says."""
    for (held, key), (source, _) in zip(media(item), media(case.given), strict=True):
        known = read_address(source.get(key), "video") if key == "videoInfo" else {}
        if "web" in known and not _BARE.fullmatch(known["web"].strip(_ENDS)):
            held[key]["url"] = known["web"]


def a_picture_has_its_address(item: Item, _: Case) -> None:
    """The SDK writes the media text where the address on the web belongs, or no address."""
    for held in objects(item, "imageInfo"):
        if "id" in held:
            held["url"] = f"{CDN}{held['id']}"
    for held in objects(item, "videoInfo"):
        for poster in held.get("posters") or ():
            poster["url"] = f"{CDN}{poster['id']}"


# ---------------------------------------------------------------- media that nobody can show


def a_picture_on_hover_without_id_is_left_out(item: Item, _: Case) -> None:
    """The SDK makes an address of an id that none can hold; the item is shown without such a picture."""
    hover = item.get("secondaryMedia")
    image = hover.get("image") if isinstance(hover, dict) else None
    medium = image.get("imageInfo") if isinstance(image, dict) else None
    if medium and not _is_readable(medium, "image"):
        del image["imageInfo"]


def is_refused(item: Item) -> bool:
    """Tell whether an item has no medium that can be read: the SDK writes whatever stands there."""
    for kind in ("image", "video"):
        held = item.get(kind)
        medium = held.get(f"{kind}Info") if isinstance(held, dict) else None
        if medium and not _is_readable(medium, kind):
            return True
    return False


def _is_readable(medium: Any, kind: str) -> bool:
    if isinstance(medium, str):
        return bool(read_address(medium, kind))
    if medium.get("id"):
        return not re.search("[/?#\t\n\r]", medium["id"]) and medium["id"] not in NO_IDS
    return medium.get("url") in (None, "", "null") or bool(read_address(medium["url"], kind))


BEFORE: Final[Mapping[str, tuple[Reason, ...]]] = {
    "rest2sdk": (
        the_text_null_is_null,
        sort_order_is_a_number,
        a_date_is_an_instant,
        an_address_at_wix_is_an_id,
        a_picture_on_hover_without_id_is_left_out,
        undefined_is_no_name,
        a_missing_size_is_zero,
        a_poster_is_known_by_its_id,
    ),
    "sdk2rest": (
        the_text_null_is_null,
        sort_order_is_a_number,
        a_date_is_an_instant,
        addresses_are_read_as_meant,
    ),
}
AFTER: Final[Mapping[str, tuple[Reason, ...]]] = {
    "rest2sdk": (nothing_is_left_out, sizes_are_digits, what_is_no_number_is_null),
    "sdk2rest": (
        a_name_is_no_alternative_text,
        a_size_that_nobody_said_is_none,
        a_video_keeps_its_address,
        a_picture_has_its_address,
    ),
}
