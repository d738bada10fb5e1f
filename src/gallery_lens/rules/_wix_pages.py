"""The pages of Wix that rules quote, by what the rules call them."""

import re
from typing import Final

_VELO: Final = "https://dev.wix.com/docs/velo/apis/wix-pro-gallery-backend"

#: Titles and addresses, by the words for them in the section *Source*.
_PAGES: Final = {
    r"introduction of wix-pro-gallery-backend": (
        "wix-pro-gallery-backend: introduction",
        f"{_VELO}/introduction",
    ),
    r"Velo references?\b[^.]*? wix-pro-gallery-backend": (
        "wix-pro-gallery-backend: reference",
        f"{_VELO}/pro-gallery/introduction",
    ),
    r"\btutorial\b": (
        "wix-pro-gallery-backend: tutorial",
        f"{_VELO}/tutorial-display-a-pro-gallery-on-your-site",
    ),
    r"\$w\.Gallery": ("$w.Gallery", "https://dev.wix.com/docs/velo/velo-only-apis/$w/gallery/introduction"),
    r"REST (v2 )?reference": (
        "REST API: Pro Gallery",
        "https://dev.wix.com/docs/api-reference/assets/pro-gallery/introduction",
    ),
}


def wix_pages(explanation: str) -> tuple[tuple[str, str], ...]:
    """Return the titles and addresses of the pages of Wix that the sources of an explanation name."""
    source = " ".join(explanation.partition("\n## Source\n")[2].split())
    return tuple(page for words, page in _PAGES.items() if re.search(words, source))
