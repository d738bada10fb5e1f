"""What people come for is two clicks away: from the landing page, with a mouse and a keyboard."""

from typing import Any

import pytest

from browser.visits import SITE, Visit


@pytest.fixture
def landing(visit: Visit) -> Visit:
    """The first page."""
    return visit.go("index.html")


def asked(page: Any, source: str, target: str, field: str) -> str:
    """What the page about fields says of a field, the only one that is shown."""
    page.select_option("#field-source", source)
    page.select_option("#field-target", target)
    page.fill("#field-name", field)
    assert 1 == page.locator("#field-rows tr").count()
    return str(page.inner_text("#field-rows"))


def is_in_sight(page: Any, text: str) -> bool:
    """Whether *text* stands on the first screen."""
    box = page.locator("article").get_by_text(text).first.bounding_box()
    return bool(box) and box["y"] < page.viewport_size["height"]


def test_what_happens_to_a_links_text(landing: Visit) -> None:
    """One click, one screen."""
    landing.page.get_by_role("link", name="What happens to a field").first.click()

    assert "always lost" in asked(landing.page, "velo", "frontend", "link.text")
    assert is_in_sight(landing.page, "L102 link-text-dropped")


def test_what_happens_to_posters(landing: Visit) -> None:
    """One click, one screen."""
    landing.page.get_by_role("link", name="What happens to a field").first.click()

    assert "sometimes lost" in asked(landing.page, "rest", "velo", "posters")


def test_how_it_is_installed(landing: Visit) -> None:
    """One click."""
    landing.page.locator("article").get_by_role("link", name="Install").click()

    assert is_in_sight(landing.page, "Python 3.11 or newer")


def test_which_shape_has_a_media_url(landing: Visit) -> None:
    """One click; the table is on the first screen."""
    landing.page.locator("article").get_by_role("link", name="Which shape is mine?").click()

    assert is_in_sight(landing.page, "mediaUrl")


def test_what_a_code_means(landing: Visit) -> None:
    """The rules, and the rule: two clicks."""
    landing.page.locator("article").get_by_role("link", name="The rules").click()
    landing.page.locator("article").get_by_role("link", name="L104").first.click()

    assert landing.page.url.endswith("rules/L104-description-truncated/index.html")


@pytest.mark.parametrize(
    ("words", "page"),
    [("install", "install.html"), ("what is lost", "rules/index.html#what-is-lost"), ("L104", "rules/L104-")],
)
def test_the_search_finds_it(words: str, page: str, landing: Visit) -> None:
    """Among the first five."""
    landing.go(f"search.html?q={words.replace(' ', '+')}")
    results = landing.page.locator("#search-results li > a")
    results.first.wait_for()
    landing.page.locator(".search-summary", has_text="found").wait_for()

    assert any(
        page in (each or "") for each in results.evaluate_all("all => all.slice(0, 5).map(a => a.href)")
    )


def test_the_playground_is_a_click_away(landing: Visit, with_playground: str) -> None:
    """The program itself, and on the first screen of a phone."""
    landing.page.set_viewport_size({"width": 390, "height": 844})

    assert is_in_sight(landing.page, "Try it on your gallery")
    landing.page.get_by_text("Try it on your gallery").click()

    assert landing.page.url.endswith("playground/index.html")


def test_examples_can_be_copied(landing: Visit) -> None:
    """What one types, without the prompt and without what is printed."""
    landing.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    landing.page.locator("button.copy").nth(1).click()  # the first one copies how to install
    landing.page.locator("button.copy", has_text="Copied").wait_for()

    copied = landing.page.evaluate("navigator.clipboard.readText()")
    assert "gallery-lens lint --format concise harbour.json" == copied


def test_pages_say_of_which_version_they_are(landing: Visit) -> None:
    """At the end of each, and what each is about at its head."""
    from gallery_lens import __version__

    assert f"Gallery Lens {__version__}" in landing.page.inner_text("footer")
    assert "Wix" in landing.page.get_attribute("meta[name=description]", "content")


def test_a_wrong_address_leads_somewhere(visit: Visit) -> None:
    """The page for wrong addresses looks and links alike from everywhere below the site."""
    visit.page.route("**/nowhere/at/all", lambda route: route.fulfill(status=404, path=SITE / "404.html"))
    visit.page.goto(f"{visit.site}/nowhere/at/all")

    visit.page.locator("article").get_by_role("link", name="the rules").click()

    assert visit.page.url.endswith("/rules/index.html")
