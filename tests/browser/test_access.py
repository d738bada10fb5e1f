"""Every kind of page can be used by those who do not see it, or use no mouse: axe-core finds nothing."""

from typing import Any

import pytest

from browser.playground import PATIENCE
from browser.visits import SITE, Visit
from checkout import ROOT

AXE = ROOT / "build" / "playground" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = (
    "index.html",
    "404.html",
    "install.html",
    "tutorial/first-conversion.html",
    "how-to/sphinx.html",
    "reference/fields.html",
    "reference/shapes.html",
    "rules/index.html",
    "rules/L102-link-text-dropped/index.html",
    "configuration.html",
    "command-line.html",
    "python.html",
    "preflight.html",
    "benchmarks.html",
    "search.html?q=install",
    "playground/index.html",
)
_RUN = """axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map((each) => `${id}: ${each.html}`)))"""


def violations(page: Any) -> list[str]:
    """What axe-core has against the page, in both schemes of colours."""
    page.evaluate(AXE.read_text("utf-8"))
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}, {each}" for each in page.evaluate(_RUN)]
    return found


@pytest.mark.parametrize("path", PAGES)
def test_nothing_stands_in_anybodys_way(path: str, visit: Visit, with_playground: str) -> None:
    """No violation of the rules that axe-core knows, in the light and in the dark."""
    visit.go(path)
    if path.startswith("playground/"):
        visit.page.wait_for_selector("body[data-state=drawn]", timeout=PATIENCE)
    if path.startswith("search"):
        visit.page.locator("#search-results li").first.wait_for()

    assert [] == violations(visit.page)


def test_what_stands_in_the_way_is_found(visit: Visit, with_playground: str) -> None:
    """A button without a name would be told."""
    assert (SITE / "index.html").is_file()
    visit.go("index.html")

    visit.page.evaluate("document.querySelector('article').append(document.createElement('button'))")

    assert any("button-name" in each for each in violations(visit.page))
