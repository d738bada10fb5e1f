"""A hook for MkDocs: a block called ``gallery-lens`` becomes the items of its gallery, and findings."""

import html
import json
import re
from typing import Any

import gallery_lens as gl

_BLOCK = re.compile(r"^```gallery-lens\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Convert the galleries of a page; one that is no JSON fails the build."""
    return _BLOCK.sub(lambda block: _shown(block[1]), markdown)


def _shown(text: str) -> str:
    result = gl.convert_text(text)
    if result.value is None:
        raise ValueError(result.diagnostics[0].message)
    items = json.dumps(result.value, indent=2, ensure_ascii=False)
    told = [f"- **{found.code} {found.name}**: {html.escape(found.message)}" for found in result.diagnostics]
    return "\n".join([f"```json\n{items}\n```\n", *told])
