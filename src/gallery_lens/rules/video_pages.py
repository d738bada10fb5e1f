"""The pages of YouTube and Vimeo: which of them are about one video.

Source: the forms of address that the two services give for sharing and embedding.
"""

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from gallery_lens.media import video_host, web_parts

if TYPE_CHECKING:
    from urllib.parse import SplitResult

#: The pages of YouTube that show the video named after ``?v=``; the front page leads to one of them.
_WATCHED: Final[tuple[list[str], ...]] = ([], ["watch"], ["watch_popup"])
#: The first part of a YouTube path after which the id of a video stands.
_BEFORE_ID: Final = frozenset(("embed", "v", "e", "shorts", "live", "watch"))
#: What stands there for several videos, or for whichever is live.
_NO_ID: Final = frozenset(("videoseries", "live_stream"))
#: The parts of a Vimeo path after which the number of something else stands.
_BEFORE_OTHERS: Final = frozenset(("album", "showcase"))


def names_no_video(url: str) -> str | None:
    """Return ``"YOUTUBE"`` or ``"VIMEO"`` if *url* leads there, but to no video; None for all others."""
    host, parts = video_host(url), web_parts(url)
    if host is None or parts is None:
        return None
    path = [part for part in parts.path.split("/") if part]
    if host == "VIMEO":
        after = [part for before, part in pairwise(("", *path)) if before not in _BEFORE_OTHERS]
        # The number of a video may have the ending of a file.
        numbered = any(part.isascii() and part.partition(".")[0].isdecimal() for part in after)
        named = numbered or _asks_for(parts, "clip_id")
    elif path in _WATCHED and _asks_for(parts, "v"):
        named = True
    elif (parts.hostname or "").removesuffix(".").endswith("youtu.be"):
        named = len(path) == 1 and path != ["watch"]
    else:
        named = len(path) > 1 and path[0] in _BEFORE_ID and path[1] not in _NO_ID
    return None if named else host


def _asks_for(parts: "SplitResult", key: str) -> bool:
    from urllib.parse import parse_qs

    return key in parse_qs(parts.query)
