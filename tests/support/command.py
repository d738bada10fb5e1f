"""What tests of the command share: sample items, and how a run of the command is described."""

import io
import json
from collections.abc import Callable
from typing import Any

import attrs

PICTURE = "wix:image://v1/11062b_river~mv2.jpg/river.jpg#originWidth=800&originHeight=600"

#: Items of dialect velo that convert to frontend with nothing, or one thing, to say.
CLEAN: dict[str, Any] = {"type": "IMAGE", "title": "River", "image": {"imageInfo": PICTURE}}
SORTED = {**CLEAN, "sortOrder": 1}  # info
#: Something is lost that nobody sees.
TAGGED = CLEAN | {"tags": {"values": ["boats"]}}
LINKED = {**CLEAN, "link": {"url": "https://river.example", "text": "Walks"}}  # warning
TEXT = {"type": "TEXT", "title": "Words", "text": {"html": "<p>Words</p>"}}  # warning, left out
BROKEN = {"type": "IMAGE", "title": "Broken", "image": {}}  # error

#: What CLEAN becomes.
VIEW = {"type": "image", "src": PICTURE, "title": "River"}


@attrs.frozen
class Ran:
    """What a run of the command gave."""

    code: int
    out: bytes
    err: str

    @property
    def data(self) -> Any:
        """Standard output as one JSON document."""
        assert self.out, f"nothing was written, exit {self.code}: {self.err}"
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """Standard output as one JSON value a line."""
        return [json.loads(line) for line in self.out.splitlines()]


#: ``run("convert", path, stdin=b"…", terminals="stdin stdout stderr")``
Run = Callable[..., Ran]


class Terminal(io.BytesIO):
    """Bytes that claim to go to, or come from, a terminal."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def ndjson(*values: Any) -> bytes:
    """Write *values* one per line."""
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)
