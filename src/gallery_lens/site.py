"""The address of the published documentation: one setting, of a build or of the environment."""

import os
from functools import cache
from typing import Final

#: The address that a build of the package was given; empty while nothing is published.
ADDRESS: Final = ""

#: The variable of the environment that says another.
VARIABLE: Final = "GALLERY_LENS_SITE"


@cache
def page(path: str) -> str | None:
    """Return the address of the page at *path*, or None while there is no site."""
    address = (os.environ.get(VARIABLE) or ADDRESS).rstrip("/")
    return f"{address}/{path}" if address.startswith(("http://", "https://")) else None
