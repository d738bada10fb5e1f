"""What happens to a field: one page that answers, on a telephone too."""

import pytest

from browser.visits import Visit

PAGE = "reference/fields.html"


def rows(visit: Visit) -> list[str]:
    """The fields that are shown."""
    return list(visit.page.locator("#field-rows tr td:first-child code").all_inner_texts())


def test_the_usual_question_is_answered_at_once(visit: Visit) -> None:
    """From the backend to a page, before anything is chosen."""
    visit.go(PAGE)

    assert ("velo", "frontend") == (
        visit.page.input_value("#field-source"),
        visit.page.input_value("#field-target"),
    )
    assert "link.text" in rows(visit)
    assert [] == visit.faults


def test_a_field_is_found_by_its_name(visit: Visit) -> None:
    """In any case, and by the name that the target has for it; the answer names the rule."""
    visit.go(PAGE).page.fill("#field-name", "LINK.text")

    assert ["link.text"] == rows(visit)
    answer = visit.page.inner_text("#field-rows")
    assert "always lost" in answer
    assert "L102 link-text-dropped" in answer


def test_other_dialects_are_a_choice_away(visit: Visit) -> None:
    """And the address holds what was asked, for others."""
    visit.go(PAGE).page.select_option("#field-source", "rest")
    visit.page.select_option("#field-target", "velo")
    visit.page.fill("#field-name", "posters")

    address = visit.page.evaluate("location.href")
    visit.page.goto("about:blank")
    visit.page.goto(address)

    assert ["video.videoInfo.posters"] == rows(visit)
    assert "rest" == visit.page.input_value("#field-source")


@pytest.mark.parametrize("name", ["nothing.of.the.kind", "<img src=x onerror=alert(1)>"])
def test_a_name_that_nobody_declares_is_explained(name: str, visit: Visit) -> None:
    """What becomes of such a key is said."""
    visit.go(PAGE).page.fill("#field-name", name)

    assert [] == rows(visit)
    assert "L125" in visit.page.inner_text("#field-count")
    assert [] == visit.faults


def test_it_is_readable_on_a_telephone(visit: Visit) -> None:
    """Field, verdict and rule stand below each other, all within the screen."""
    visit.page.set_viewport_size({"width": 390, "height": 740})
    visit.go(PAGE)

    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert visit.page.locator("#field-rows .verdict").first.is_visible()
