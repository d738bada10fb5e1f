"""Addresses on the web: those of Wix's own hosts, and of the hosts that a video can come from."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from gallery_lens.late import late

if TYPE_CHECKING:
    from urllib.parse import SplitResult

#: What a browser takes off both ends of an address: C0 controls and the blank.
ENDS: Final = "".join(map(chr, range(0x21)))
BREAKS: Final = str.maketrans("", "", "\t\n\r")
WEB_SCHEME: Final = late(r"https?:[/\\]*|//(?=[^/])", re.IGNORECASE | re.ASCII)
_CDN_HOST: Final = "static.wixstatic.com"
_CDN_PATH: Final = late(r"/media/([^/]+)(?:/v1/.*)?")
#: Words that code writes where it has nothing to write.
NO_IDS: Final = frozenset(("undefined", "null", "None", "NaN"))
#: What would end an id in the path of a media text, or be taken out of it.
NOT_IN_ID: Final = late(r"[/?#\t\n\r]")
#: A media id by itself, or below ``media/``; a name with a dot or an underscore, and no scheme.
_BARE: Final = late(r"(?:/?media/)?((?=[^/]*[._])[A-Za-z0-9_.~-]+)")
_VIDEO_HOST: Final = "video.wixstatic.com"
_VIDEO_PATH: Final = late(r"/video/([^/]+)(?:/.*)?")
_HOSTS: Final[Mapping[str, str]] = {
    "youtube.com": "YOUTUBE",
    "youtu.be": "YOUTUBE",
    "youtube-nocookie.com": "YOUTUBE",
    "vimeo.com": "VIMEO",
}
_NOT_IN_HOST: Final = late(r"[\s<>^|]")
#: Most addresses: a host that everybody reads in the same way.
_PLAIN_HOST: Final = late("https?://([a-z0-9.-]+)[/?#]")


def picture_url(id: str) -> str:
    """Return the address of the picture *id* as it was uploaded."""
    return f"https://{_CDN_HOST}/media/{id}"


def vector_url(id: str) -> str:
    """Return the address of the vector picture *id*."""
    return f"https://{_CDN_HOST}/shapes/{id}"


def video_url(id: str, quality: str) -> str:
    """Return the address of the mp4 file of the video *id*, *quality* being ``1080p`` and the like."""
    return f"https://{_VIDEO_HOST}/video/{id}/{quality}/mp4/file.mp4"


def cdn_id(url: str) -> str | None:
    """Return the media id in the address of a Wix picture, as written there, or None for others.

    A tail that crops or scales (``/v1/…``) is ignored, as are ``?…`` and ``#…``.
    """
    parts = web_parts(url)
    if parts is None or parts.hostname != _CDN_HOST:
        return None
    found = _CDN_PATH.fullmatch(parts.path)
    return found[1] if found else None


def video_cdn_id(url: str) -> str | None:
    """Return the media id in the address of an mp4 file of Wix, as written there, or None for others."""
    parts = web_parts(url)
    if parts is None or parts.hostname != _VIDEO_HOST:
        return None
    found = _VIDEO_PATH.fullmatch(parts.path)
    return found[1] if found else None


def bare_id(text: str) -> str | None:
    """Return the media id that *text* is, alone or after ``media/``, or None for anything else."""
    found = _BARE.fullmatch(text)
    return found[1] if found else None


def video_host(url: str) -> str | None:
    """Return ``"YOUTUBE"`` or ``"VIMEO"`` for an http(s) address at their hosts, else None."""
    plain = _PLAIN_HOST.match(url)
    parts = None if plain else web_parts(url)
    host = plain[1] if plain else (parts and parts.hostname) or ""
    labels = host.removesuffix(".").split(".")
    domains = (".".join(labels[start:]) for start in range(len(labels)))
    return next((_HOSTS[domain] for domain in domains if domain in _HOSTS), None)


def web_parts(url: str) -> "SplitResult | None":
    """Take an http(s) address apart as browsers do, or return None for others; the scheme is left out."""
    # Backslashes are slashes, so that none can hide the host.
    address = url.strip(ENDS).translate(BREAKS)
    scheme = WEB_SCHEME.match(address)
    if scheme is None:
        return None
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(f"//{address[scheme.end() :]}".replace("\\", "/"))
        host = parts.hostname
    except ValueError:
        return None
    return parts if host and not _NOT_IN_HOST.search(host) else None
