"""The ``json`` report: one document with the counts in front, one finding per line."""

from typing import Final

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.jsontext import encode, inert
from gallery_lens.reporters._reporter import Reporter
from gallery_lens.reporters.summary import Summary
from gallery_lens.version import __version__

_TOOL: Final = {"name": "gallery-lens", "version": __version__}


def _head(summary: Summary) -> bytes:
    opened = encode({"schemaVersion": 2, "tool": _TOOL, "summary": summary.to_dict()})
    return opened.removesuffix(b"}") + b',"diagnostics":['


def _row(found: Diagnostic) -> bytes:
    return b"\n" + inert(encode(found.to_dict()))


REPORTER: Final = Reporter(head=_head, row=_row, between=b",", tail=b"\n]}\n")
