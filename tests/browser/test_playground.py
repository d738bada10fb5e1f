"""The playground: the package itself, in a page that trusts nobody."""

import json
import re
import statistics
import time
from collections.abc import Iterator
from typing import Any

import pytest

import gallery_lens as gl
from browser.playground import PAGE, PATIENCE, Playground, weight
from browser.visits import SITE, Visit
from checkout import ROOT
from in_browsers import load

SAMPLES = ROOT / "docs" / "playground" / "samples"
HARBOUR = (ROOT / "docs" / "examples" / "harbour.json").read_text("utf-8")
#: Samples that are converted to something else than items of a page.
TARGETS = {"page": "velo", "legacy": "rest"}

every_sample = pytest.mark.parametrize("sample", sorted(path.stem for path in SAMPLES.glob("*.json")))


@pytest.fixture(scope="module")
def opened(browser: Any, with_playground: str, figures: dict[str, str]) -> Iterator[Visit]:
    """The playground, loaded once for all tests that leave it usable."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit = Visit(context.new_page(), with_playground).watch()
    began = time.perf_counter()
    visit.go(PAGE)
    visit.page.wait_for_selector("body[data-state=converted], body[data-state=drawn]", timeout=PATIENCE)
    figures["time to first conversion"] = f"{time.perf_counter() - began:.1f} s"
    figures["weight of the playground"] = f"{weight(SITE / 'playground') / 1e6:.1f} MB"
    yield visit
    context.close()


@pytest.fixture
def playground(opened: Visit) -> Playground:
    """The loaded playground with its first sample, on a wide screen."""
    opened.faults.clear()
    opened.page.set_viewport_size({"width": 1280, "height": 900})
    opened.page.select_option("#source", "auto")
    return Playground(opened.page).choose("harbour")


def unexpected(visit: Visit) -> list[str]:
    """What went wrong, but for handlers that were refused: Chromium tells of them where HTML is only read."""
    return [fault for fault in visit.faults if not fault.startswith("Executing inline event handler")]


@every_sample
def test_samples_are_converted_as_the_package_does(sample: str, playground: Playground) -> None:
    """The items of the page are those that ``gallery_lens.convert_text`` gives."""
    text = (SAMPLES / f"{sample}.json").read_text("utf-8")
    expected = gl.convert_text(text, "auto", TARGETS.get(sample, "frontend")).value

    playground.choose(sample)

    assert expected == playground.items


@every_sample
def test_samples_are_shown_without_a_fault(sample: str, opened: Visit, playground: Playground) -> None:
    """No sample makes the page complain or ask anybody for anything."""
    playground.choose(sample)
    playground.page.wait_for_timeout(300)

    assert [] == unexpected(opened)


def test_findings_stand_at_their_places(playground: Playground) -> None:
    """What a warning is about is underlined in the text, and nothing else is."""
    playground.choose("harbour")

    expected = ['"Opening hours"', '{"x": 0.25, "y": 0.4}', "{"]
    assert expected == playground.marked("warning")


def test_places_are_right_behind_characters_of_two_units(playground: Playground) -> None:
    """A link text is underlined exactly, though JavaScript counts the key before it otherwise than Python."""
    info = "wix:image://v1/a.jpg/a.jpg#originWidth=1&originHeight=1"
    link = {"text": "Öffnungs🎨zeiten", "url": "https://a.example"}
    item = {"title": "𝄞𝄞🎨", "type": "IMAGE", "link": link, "image": {"imageInfo": info}}

    playground.write(json.dumps(item, ensure_ascii=False))

    assert ['"Öffnungs🎨zeiten"'] == playground.marked("warning")


def test_a_finding_leads_to_its_place(playground: Playground) -> None:
    """Pressing a finding selects what it is about in the editor, and puts the keyboard there."""
    playground.choose("harbour")

    playground.page.get_by_role("button", name="L102").click()

    assert '"Opening hours"' == playground.selected
    assert playground.page.evaluate("document.activeElement.id") == "editor"


def test_a_tile_leads_to_its_item(playground: Playground) -> None:
    """Pressing a tile of the gallery selects where its item begins."""
    playground.choose("harbour")

    playground.frame.get_by_text("Tram 4 to the").click()

    assert "{" == playground.selected


def test_what_a_page_would_not_show_is_marked(playground: Playground) -> None:
    """A text item is drawn with its words, and says that it is not on the page."""
    playground.choose("harbour")

    drawn = playground.frame.locator("#gallery")

    assert "fish market" in drawn.inner_text()
    assert ["How to get here", "Fog"] == [
        told.split("\n")[0] for told in playground.frame.locator(".info.hidden").all_inner_texts()
    ]


def test_the_viewers_form_is_drawn(playground: Playground) -> None:
    """A gallery of texts, pictures off centre and links: the component shows what a page would get of it."""
    picture = "wix:image://v1/4d2a9c_0f1e~mv2.jpg/boat.jpg#originWidth=1200&originHeight=800"
    point, link = {"x": 0.1, "y": 0.9}, {"url": "/boats", "target": "_self"}
    given = [
        {"type": "TEXT", "text": {"html": "<p>Low tide</p>"}},
        {
            "type": "IMAGE",
            "title": "Boat",
            "image": {"imageInfo": picture, "focalPoint": point},
            "link": link,
        },
    ]
    playground.write(json.dumps(given))
    playground.page.select_option("#target", "frontend:viewer")
    playground.settle()

    items = playground.items
    assert gl.convert(given, profile="viewer").value == items

    playground.write(json.dumps(items))
    assert "Low tide" in playground.frame.locator("#gallery").inner_text()
    assert 0 == playground.frame.locator(".info.hidden").count()


def test_the_bar_of_fates_has_no_gap(playground: Playground) -> None:
    """Every share of the values has a colour: that of the words below."""
    colours = "all => all.map(each => getComputedStyle(each, PSEUDO).backgroundColor)"
    parts = playground.page.locator(".fates i").evaluate_all(colours.replace("PSEUDO", "null"))
    words = playground.page.locator(".fate").evaluate_all(colours.replace("PSEUDO", "'::before'"))

    assert len(parts) > 3
    assert parts == words
    assert "rgba(0, 0, 0, 0)" not in parts


def test_every_finding_has_a_page(playground: Playground) -> None:
    """The codes of the summary lead to pages of rules that are there."""
    playground.choose("rest")

    links = playground.page.locator(".chips a").evaluate_all("links => links.map(each => each.href)")

    assert links
    assert all((SITE / re.sub(r"^http://[^/]+/", "", link)).is_file() for link in links)


@pytest.mark.parametrize("text", ["", "{", '{"items": [1, 2', "[" * 5_000, '{"a": \u0001}', "<html>", "\\"])
def test_text_that_is_no_json_is_explained(text: str, playground: Playground) -> None:
    """Whatever stands there, one finding says that it is not JSON, and where; the page goes on."""
    playground.write(text or " ")

    assert "R001 not-json" in playground.page.inner_text("#findings")
    assert playground.choose("harbour").items is not None


@pytest.mark.parametrize("text", ["{}", "null", "1e999", '"text"', '{"items": 5}', "[[[]]]"])
def test_json_that_is_no_gallery_is_explained(text: str, playground: Playground) -> None:
    """A finding says so; nothing goes wrong."""
    playground.write(text)

    assert playground.page.locator("#findings li.error").count()
    assert "wrong" not in playground.status


def test_five_megabytes_are_survived(playground: Playground, figures: dict[str, str]) -> None:
    """A gallery of 5 MB is converted, the page can be used meanwhile, and small ones are quick again."""
    one = json.loads(HARBOUR)["items"]
    text = json.dumps({"items": one * (5_000_000 // len(json.dumps(one, indent=1)) + 1)}, indent=1)
    before = time.perf_counter()

    playground.write(text)

    figures["5 MB"] = f"{time.perf_counter() - before:.0f} s"
    assert len(text) >= 5_000_000
    assert "converted" in playground.status
    assert playground.page.locator("#findings li:not(.more)").count() == 500
    assert 2 == len(playground.choose("harbour").items)


def test_the_page_can_be_used_while_it_converts(playground: Playground) -> None:
    """What is chosen during a long conversion is shown after it."""
    one = json.loads(HARBOUR)["items"]
    text = json.dumps(one * 500)
    playground.page.evaluate("text => navigator.clipboard.writeText(text)", text)
    playground.editor.click()
    playground.page.keyboard.press("Control+a")
    playground.page.keyboard.press("Control+v")
    playground.page.wait_for_selector("body[data-state=waiting]")

    playground.choose("cms")

    assert 2 == len(playground.items)


def test_hostile_texts_reach_nothing(opened: Visit, playground: Playground) -> None:
    """Scripts, handlers, frames and addresses in a text item neither run nor ask anybody for anything."""
    playground.choose("hostile")
    playground.page.wait_for_timeout(500)

    drawn = playground.frame.locator("#gallery")
    assert "Playground · Gallery Lens" == playground.page.title()
    assert PAGE == re.sub(r"^http://[^/]+/", "", playground.page.url)
    assert 0 == drawn.locator("script, iframe, link, meta, [onerror], [onload], [href^=javascript]").count()
    assert [] == unexpected(opened)


def test_the_frame_is_a_stranger_to_the_page(playground: Playground) -> None:
    """Were a text item to run code in spite of all, it could not look at the page or its storage."""
    frame = playground.page.frames[1]

    assert "null" == frame.evaluate("window.origin")
    tried = "() => { try { return String(REACH) } catch (error) { return error.name } }"
    for reach in ("parent.document", "top.location.href", "localStorage", "document.cookie"):
        assert "SecurityError" == frame.evaluate(tried.replace("REACH", reach))


def test_the_policy_stops_what_gets_into_the_frame(opened: Visit, playground: Playground) -> None:
    """HTML that got past the cleaning would still run no script and fetch nothing."""
    frame = playground.page.frames[1]

    frame.evaluate(
        """() => { document.body.insertAdjacentHTML('beforeend', `<img src="https://tracker.example/a.png"
        onerror="document.body.dataset.taken = 1"><svg onload="document.body.dataset.taken = 1"></svg>`) }"""
    )
    playground.page.wait_for_timeout(300)

    assert frame.evaluate("document.body.dataset.taken") is None
    assert opened.faults
    assert not [fault for fault in opened.faults if fault.startswith("asks for")]


def test_the_page_evaluates_no_text(playground: Playground) -> None:
    """The policy allows WebAssembly, and no ``eval``."""
    # At a key, for what a test evaluates itself is allowed everything.
    tried = "() => { try { window.tried = eval('1') } catch (error) { window.tried = error.name } }"
    playground.page.evaluate(f"addEventListener('keydown', {tried})")

    playground.page.keyboard.press("Shift")

    assert "EvalError" == playground.page.evaluate("window.tried")


def test_a_link_holds_the_gallery(playground: Playground, visit: Visit) -> None:
    """Whoever opens a copied link sees the same text, from and to the same dialects."""
    text = '[{"src": "https://a.example/🎨.jpg", "title": "Ä & <b>"}]'
    playground.page.select_option("#target", "velo")
    playground.write(text)
    playground.page.click("#share")
    playground.page.wait_for_url("**/*#from=*")

    visit.page.goto(playground.page.url)
    other = Playground(visit.page).settle()

    assert text == other.editor.inner_text()
    assert "velo" == visit.page.input_value("#target")


def test_examples_of_rules_can_be_tried(visit: Visit, with_playground: str) -> None:
    """The page of a rule leads to the playground, where its example gives the rule's finding."""
    visit.go("rules/L102-link-text-dropped/index.html")
    visit.page.get_by_text("Try it in the playground").first.click()

    Playground(visit.page).settle()

    assert "L102 link-text-dropped" in visit.page.inner_text("#findings")
    assert [] == visit.faults


@pytest.mark.parametrize("fragment", ["#gallery=!!", "#gallery=AAAA", "#from=x&to=y&gallery=q1YqUbJSKAYA"])
def test_damaged_links_are_survived(fragment: str, visit: Visit, with_playground: str) -> None:
    """A link that cannot be read gives a sample, or nothing worse than an explanation."""
    visit.go(PAGE + fragment)

    shown = Playground(visit.page).settle()

    assert "wrong" not in shown.status
    assert [] == visit.faults


def test_keys_are_enough(playground: Playground) -> None:
    """Without a mouse: from the samples through both editors to a finding, and to its place."""
    page = playground.page
    page.focus("#sample")
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
        if reached[-1] == "finding":
            break
    page.keyboard.press("Enter")

    assert ["source", "target", "format", "share", "editor"] == reached[:5]
    assert "editor" == page.evaluate("document.activeElement.id")


def test_it_fits_a_narrow_screen(playground: Playground) -> None:
    """On 360 pixels nothing reaches beyond the right edge, and editor and gallery can be reached."""
    playground.page.set_viewport_size({"width": 360, "height": 740})

    playground.choose("harbour")

    assert playground.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert playground.page.locator("#frame").bounding_box()["width"] > 300


def test_the_theme_is_that_of_the_site(visit: Visit, with_playground: str) -> None:
    """What is chosen in the playground holds on the other pages, too."""
    visit.go(PAGE)
    visit.page.click("#theme")
    visit.page.click("#theme")

    assert "dark" == visit.page.evaluate("document.documentElement.dataset.theme")
    assert "dark" == visit.go("index.html").page.evaluate("document.body.dataset.theme")


def test_loading_is_visible(visit: Visit, with_playground: str) -> None:
    """Until Python is there, a bar and a status say how far it is."""
    visit.page.add_init_script(_NOTE_PROGRESS)

    Playground(visit.go(PAGE).page).settle()

    seen = visit.page.evaluate("window.seen")
    assert seen == sorted(seen)
    assert len(set(seen)) > 3
    assert visit.page.locator("#progress").is_hidden()


_NOTE_PROGRESS = """window.seen = []; addEventListener("DOMContentLoaded", () => {
  const [bar, status] = ["progress", "status"].map(id => document.getElementById(id));
  new MutationObserver(() => seen.push(bar.value)).observe(status, { childList: true });
})"""


def test_what_cannot_be_loaded_is_told(visit: Visit, with_playground: str) -> None:
    """A part that is missing on the server ends in words, not in a bar that stands still."""
    visit.page.route("**/python.memory", lambda route: route.fulfill(status=404))

    visit.go(PAGE).page.wait_for_selector("body[data-state=failed]", timeout=PATIENCE)

    assert "python.memory" in visit.page.inner_text("#status")


def test_python_that_breaks_is_started_again(visit: Visit, with_playground: str) -> None:
    """Where a text breaks Python in spite of all, the next one finds another."""
    broken = "onmessage = ({ data }) => postMessage({ type: 'refused', id: data.id, message: 'it broke' })"
    visit.page.route(
        "**/worker.js", lambda route: route.fulfill(body=broken, content_type="text/javascript"), times=1
    )
    visit.go(PAGE).page.wait_for_selector("body[data-state=failed]", timeout=PATIENCE)
    told = visit.page.inner_text("#status")

    playground = Playground(visit.page).choose("cms")

    assert "it broke" in told
    assert "2 converted" in playground.status


def test_it_works_under_its_policy_in_the_worker_too(browser: Any, strict_site: str) -> None:
    """From a server that sends the policy as a header, which workers obey, it works as well."""
    page = browser.new_page()
    strict = Visit(page, strict_site).watch().go(PAGE)

    Playground(page).settle()

    assert [] == strict.faults
    page.close()


def test_the_browser_says_what_the_package_says(playground: Playground) -> None:
    """For every case of the corpus the Python of the browser gives the answer of ours, to the letter."""
    bridge = load("bridge")
    cases = sorted((ROOT / "tests" / "corpus" / "cases").glob("*/input.json"))
    texts = {path.parent.name: path.read_text("utf-8") for path in cases}
    expected = {name: json.loads(bridge.convert(text, "auto", "frontend")) for name, text in texts.items()}

    answers = playground.page.evaluate(_ASK, ["converted", list(texts.items())])

    assert expected == answers


def test_every_case_can_be_drawn(opened: Visit, playground: Playground) -> None:
    """Whatever the corpus holds, the component draws it without a complaint, and nothing is asked for."""
    cases = sorted((ROOT / "tests" / "corpus" / "cases").glob("*/input.json"))
    texts = [(path.parent.name, path.read_text("utf-8")) for path in cases]

    drawings = playground.page.evaluate(_ASK, ["drawn", texts]).values()
    for items in [drawing["items"] for drawing in drawings if drawing["items"]]:
        playground.page.evaluate(_DRAW, items)
        title = items[0]["title"] or "without a title"
        playground.frame.locator(".info strong", has_text=title).first.wait_for(timeout=5_000)

    assert [] == unexpected(opened)


_DRAW = "items => document.getElementById('frame').contentWindow.postMessage({ items, dark: false }, '*')"

_ASK = """([wanted, texts]) => new Promise(done => {
  const worker = new Worker("worker.js", { type: "module" }), answers = {};
  worker.onmessage = ({ data: { type, id, took, ...answer } }) => {
    if (type === "refused" || type === wanted) answers[texts[id][0]] = answer;
    if (Object.keys(answers).length === texts.length) { worker.terminate(); done(answers); }
  };
  texts.forEach(([, text], id) => worker.postMessage({ id, text, source: "auto", target: "frontend" }));
})"""


def test_later_conversions_are_measured(playground: Playground, figures: dict[str, str]) -> None:
    """Not a limit, for machines differ: the median is printed at the end of the run."""
    page = playground.page
    took = []
    for name in ("rest", "cms", "harbour", "rest", "harbour"):
        playground.choose(name)
        took.append(int(re.search(r"in (\d+) ms", playground.status)[1]))  # type: ignore[index]

    figures["later conversions"] = f"{statistics.median(took):.0f} ms"
    assert page.locator("#progress").is_hidden()
