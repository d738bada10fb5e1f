"""A page in the browser, and what goes wrong in it."""

import os
from pathlib import Path
from typing import Any, Final

import attrs

from checkout import ROOT

#: Where the site was built.
SITE: Final = Path(os.environ.get("SITE", ROOT / "build" / "site"))


@attrs.define(slots=False)  # Playwright leaves a note on whose methods it calls
class Visit:
    """A page of the site, and what went wrong in it."""

    page: Any
    site: str
    faults: list[str] = attrs.field(factory=list)  #: errors on the console, requests to elsewhere

    def go(self, path: str) -> "Visit":
        """Load a page of the site."""
        self.page.goto(f"{self.site}/{path}")
        return self

    def watch(self) -> "Visit":
        """Take note of faults from now on; nothing that is asked of others is let through."""
        self.page.on("console", lambda told: told.type == "error" and self.faults.append(told.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        ours = (self.site, "data:")
        self.page.route(lambda url: not url.startswith(ours), self._refuse)
        return self

    def _refuse(self, route: Any) -> None:
        self.faults.append(f"asks for {route.request.url}")
        route.abort()
