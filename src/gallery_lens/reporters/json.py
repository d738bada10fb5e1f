"""The ``json`` report: one document with the counts in front, one finding per line."""

from typing import Final

from gallery_lens.jsontext import encode
from gallery_lens.reporters._reporter import Reporter, framed
from gallery_lens.reporters.summary import Summary
from gallery_lens.version import __version__

_TOOL: Final = {"name": "gallery-lens", "version": __version__}


def _head(summary: Summary) -> bytes:
    opened = encode({"schemaVersion": 2, "tool": _TOOL, "summary": summary.to_dict()})
    return opened.removesuffix(b"}") + b',"diagnostics":['


_FRAME: Final = (b"\n", b"")

REPORTER: Final = Reporter(head=_head, row=framed(*_FRAME), frame=_FRAME, between=b",", tail=b"\n]}\n")
