"""The playground loses nothing that was put into it, and shows nothing that is gone."""

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest

from browser.playground import PAGE, PATIENCE, Playground
from browser.visits import Visit

INFO = "wix:image://v1/a.jpg/a.jpg#originWidth=1&originHeight=1"
LINKED = {"title": "Ours", "type": "IMAGE", "image": {"imageInfo": INFO}, "link": {"url": "/a", "text": "Go"}}
OURS = json.dumps([LINKED], indent=1)


@pytest.fixture
def playground(browser: Any, with_playground: str) -> Iterator[Playground]:
    """The playground in a tab of its own, with its first sample."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit = Visit(context.new_page(), with_playground).watch().go(PAGE)
    yield Playground(visit.page).settle()
    assert [] == [fault for fault in visit.faults if not fault.startswith("Executing inline")]
    context.close()


def tiles(playground: Playground) -> int:
    """How many items the gallery shows."""
    return int(playground.frame.locator(".info").count())


def wait_for_tiles(playground: Playground, count: int) -> None:
    """Wait until the gallery shows so many items: the component draws when it likes."""
    for _ in range(100):
        if tiles(playground) == count:
            return
        time.sleep(0.1)
    assert count == tiles(playground)


def test_a_reload_brings_the_text_back(playground: Playground) -> None:
    """And the dialects that were chosen."""
    playground.page.select_option("#target", "rest")
    playground.settle().write(OURS)

    playground.page.reload()
    playground.settle()

    assert "Ours" in playground.editor.inner_text()
    assert "rest" == playground.page.input_value("#target")
    assert "" == playground.page.input_value("#sample")


def test_the_way_back_from_another_page_brings_the_text_back(playground: Playground) -> None:
    """Rules open in a tab of their own; a page that was opened in this one loses nothing either."""
    playground.write(OURS)
    chip = playground.page.locator(".chips a").first

    assert "_blank" == chip.get_attribute("target")
    playground.page.goto(playground.page.url.replace(PAGE, "index.html"))
    playground.page.go_back()

    assert "Ours" in playground.settle().editor.inner_text()


def test_a_text_of_ones_own_can_be_chosen_again(playground: Playground) -> None:
    """After a sample, or a link, has taken its place."""
    playground.write(OURS)
    playground.choose("cms")

    playground.choose("")

    assert "Ours" in playground.editor.inner_text()


@pytest.mark.parametrize("width", [390, 640])
def test_the_page_stays_where_it_is_while_one_writes(width: int, playground: Playground) -> None:
    """On a phone, and at 200 % zoom, which is half the width: no jump at a keystroke."""
    page = playground.page
    page.set_viewport_size({"width": width, "height": 740})
    playground.editor.click()
    page.keyboard.press("Control+Home")
    before = page.evaluate("scrollY")

    for _ in range(3):
        drawings = page.get_attribute("body", "data-drawings")
        page.keyboard.type(" ")
        page.wait_for_selector(f'body:not([data-drawings="{drawings}"])[data-state=drawn]', timeout=PATIENCE)

    assert before == page.evaluate("scrollY")


def test_converted_items_keep_their_place(playground: Playground) -> None:
    """The pane scrolls for itself: a keystroke leaves it where it was."""
    page = playground.page
    playground.write(json.dumps([LINKED] * 50, indent=1))
    scroller = "document.querySelector('#items').shadowRoot.querySelector('.cm-scroller')"
    page.evaluate(f"{scroller}.scrollTop = 300")
    playground.editor.click()
    page.keyboard.press("Control+End")
    drawings = page.get_attribute("body", "data-drawings")

    page.keyboard.type(" ")
    page.wait_for_selector(f'body:not([data-drawings="{drawings}"])[data-state=drawn]', timeout=PATIENCE)

    assert 300 == round(page.evaluate(f"{scroller}.scrollTop"))


@pytest.mark.parametrize("text", ["{", " ", "[]"])
def test_the_gallery_never_shows_what_is_gone(text: str, playground: Playground) -> None:
    """After broken JSON, nothing, or an empty list there is no tile."""
    wait_for_tiles(playground, 4)

    playground.write(text)

    wait_for_tiles(playground, 0)
    assert "No item" in playground.frame.locator("#gallery").inner_text()


def test_the_gallery_follows_the_target(playground: Playground) -> None:
    """A text item is left out of a page, and kept by a backend."""
    wait_for_tiles(playground, 4)
    assert 2 == playground.frame.locator(".info.hidden").count()

    playground.page.select_option("#target", "rest")
    playground.settle()

    playground.frame.locator(".info.hidden").first.wait_for(state="detached")


def test_a_value_a_line_is_read(playground: Playground) -> None:
    """Each line is converted for itself, and findings name their line."""
    line = json.dumps(LINKED)

    playground.write(f"{line}\n\n{line}\n")

    playground.page.click("#copy")
    playground.page.locator("#status", has_text="copied").wait_for()
    copied = playground.page.evaluate("navigator.clipboard.readText()")
    assert ["Ours", "Ours"] == [json.loads(each)["title"] for each in copied.split("\n")]
    assert ["line 1,", "line 3,"] == [
        place[:7] for place in playground.page.locator(".warning .place").all_inner_texts()
    ]


def test_one_line_is_at_home(playground: Playground) -> None:
    """Lines are wrapped, places are told exactly, and *Format* lays the text out."""
    playground.write(json.dumps([LINKED] * 3))

    places = playground.page.locator(".warning .place").all_inner_texts()
    assert 3 == len(set(places))
    assert all(f"/{number}/link/text" in place for number, place in enumerate(places))
    scroller = "document.querySelector('#editor').shadowRoot.querySelector('.cm-scroller')"
    assert playground.page.evaluate(f"(e => e.scrollWidth <= e.clientWidth)({scroller})")
    playground.page.click("#format")
    playground.settle()
    assert "\n" in playground.editor.inner_text().strip()
    assert "line 3" not in places[0]


def test_a_damaged_link_says_so_and_stays(visit: Visit, with_playground: str) -> None:
    """The notice is there after the conversion, until the text is edited."""
    visit.go(f"{PAGE}#gallery=!!")
    playground = Playground(visit.page).settle()

    assert "damaged" in visit.page.inner_text("#notice")
    playground.editor.click()
    visit.page.keyboard.type(" ")
    visit.page.locator("#notice").wait_for(state="hidden")


def test_findings_that_are_not_listed_are_counted(playground: Playground) -> None:
    """Five hundred are listed, and how many more there are is said."""
    playground.write(json.dumps([LINKED] * 700))

    assert "200" in playground.page.inner_text("#findings .more")


def test_texts_can_be_read_in_the_dark(playground: Playground) -> None:
    """A text's own colours are made for light pages, and so is its tile."""
    playground.page.emulate_media(color_scheme="dark")
    tile = playground.frame.locator(".text-item").first
    tile.wait_for()

    ground, ink = (
        tile.evaluate(
            f"e => getComputedStyle(e).{name}.match(/[\\d.]+/g).slice(0, 3).reduce((a, b) => +a + +b, 0)"
        )
        for name in ("backgroundColor", "color")
    )

    assert ground - ink > 400
