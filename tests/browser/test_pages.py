"""Every page of the site: quiet, by itself, and readable on a telephone."""

import pytest

from browser.visits import SITE, Visit

WIDTHS = (
    "index.html",
    "playground.html",
    "reference/fields.html",
    "reference/shapes.html",
    "rules/L102-link-text-dropped/index.html",
    "tutorial/first-conversion.html",
)


def test_every_page_loads_by_itself(visit: Visit) -> None:
    """No page of the site writes an error on the console or asks anybody else for anything."""
    paths = [path for path in sorted(SITE.rglob("*.html")) if path.name != "frame.html"]

    for path in paths:
        visit.go(str(path.relative_to(SITE)))

    assert paths
    assert [] == visit.faults


@pytest.mark.parametrize("path", WIDTHS)
def test_pages_fit_a_narrow_screen(path: str, visit: Visit) -> None:
    """On 360 pixels nothing of a page reaches beyond its right edge."""
    visit.page.set_viewport_size({"width": 360, "height": 740})

    visit.go(path)

    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_pages_follow_the_reader_to_the_dark(visit: Visit) -> None:
    """A reader whose system is dark gets dark pages and light words on them."""
    visit.page.emulate_media(color_scheme="dark")

    visit.go("index.html")

    assert visit.page.evaluate(_LIGHTNESS, "body") < 64
    assert visit.page.evaluate(_INK, "h1") > 160


#: How light, from 0 to 255, the ground and the words of an element are.
_GREY = "c => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number); return (r + g + b) / 3; }"
_LIGHTNESS = f"s => ({_GREY})(getComputedStyle(document.querySelector(s)).backgroundColor)"
_INK = f"s => ({_GREY})(getComputedStyle(document.querySelector(s)).color)"
