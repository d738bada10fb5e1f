"""The built site in Debian's Chromium: servers, pages that note what goes wrong in them, figures to print."""

import os
import re
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, NoReturn

import pytest

from browser.visits import SITE, Visit

FIGURES: dict[str, str] = {}


def unavailable(what: str) -> NoReturn:
    """Skip at the desk; in CI, where everything has to be there, fail."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


class _Files(SimpleHTTPRequestHandler):
    """Gives files away, quietly, with headers of our choice beside them."""

    def __init__(self, *arguments: Any, headers: dict[str, str], **named: Any) -> None:
        self._further = headers
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        for name, value in self._further.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        pass


def _serve(headers: dict[str, str]) -> Iterator[str]:
    handler = partial(_Files, directory=str(SITE), headers=headers)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the built site."""
    if not (SITE / "index.html").is_file():
        unavailable("The site is not built: make docs.")
    yield from _serve({})


@pytest.fixture(scope="session")
def policy(with_playground: str) -> str:
    """The content security policy of the playground."""
    page = (SITE / "playground" / "index.html").read_text("utf-8")
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert found
    return found[1]


@pytest.fixture(scope="session")
def strict_site(policy: str) -> Iterator[str]:
    """The site from a server that sends the playground's policy with everything."""
    yield from _serve({"Content-Security-Policy": policy})


@pytest.fixture(scope="session")
def with_playground(site: str) -> str:
    """The address of the site, if it has a playground."""
    if not (SITE / "playground" / "index.html").is_file():
        unavailable("The site is built without its playground: it needs npm.")
    return site


@pytest.fixture(scope="session")
def launch() -> dict[str, Any]:
    """How Chromium is started, as Debian packages it; Playwright's own download is not asked for."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        unavailable("Chromium is not installed: apt-get install chromium, or set CHROMIUM to its path.")
    # Its sandbox needs a user that is not root, which CI has not; names of hosts lead nowhere.
    alone = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    return {"executable_path": chromium, "args": alone}


@pytest.fixture(scope="session")
def browser(launch: dict[str, Any]) -> Iterator[Any]:
    """One Chromium for all tests."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        unavailable("Playwright is not installed: pip install playwright.")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(**launch)
        yield running
        running.close()


@pytest.fixture
def visit(browser: Any, site: str) -> Iterator[Visit]:
    """A page of its own, with nothing loaded."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Visit(context.new_page(), site).watch()
    context.close()


@pytest.fixture(scope="session")
def figures() -> dict[str, str]:
    """What is printed at the end of the run."""
    return FIGURES


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print how long things took, and how much they weigh."""
    for name, figure in FIGURES.items():
        terminalreporter.write_line(f"{name}: {figure}")
