"""Loading the playground: what is fetched, when, and what a returning visitor is spared."""

import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import attrs
import pytest

from browser.playground import PAGE, Playground
from browser.visits import SITE, Visit
from checkout import ROOT

#: What holds modules that no sample needs.
ARCHIVES = {"packages.zip", "python_stdlib.zip"}


@attrs.define
class Returning:
    """Somebody with a profile on disk, as people have: Chromium keeps compiled code in no other."""

    context: Any
    site: str
    asked: list[str] = attrs.field(factory=list)  #: paths of what the last visit asked for
    took: float = 0.0  #: seconds until the last visit was answered

    def visit(self) -> Playground:
        """Open the playground, and wait for its answer."""
        return self._load(self.context.new_page())

    def _load(self, page: Any) -> Playground:
        self.asked.clear()
        page.on("request", lambda request: self.asked.append(urlsplit(request.url).path))
        began = time.perf_counter()
        page.goto(f"{self.site}/{PAGE}")
        shown = Playground(page).settle()
        self.took = time.perf_counter() - began
        return shown

    def use(self) -> set[str]:
        """Open the playground and look at samples for a while; return what Chromium notes about its code."""
        page = self.context.new_page()
        noted: set[str] = set()
        ended: list[dict[str, Any]] = []
        session = self.context.new_cdp_session(page)
        session.on("Tracing.dataCollected", lambda data: noted.update(each["name"] for each in data["value"]))
        session.on("Tracing.tracingComplete", lambda data: ended.extend([data]))
        session.send("Tracing.start", {"traceConfig": {"includedCategories": _CATEGORIES}})
        playground = self._load(page)
        for sample in ("rest", "cms", "harbour") * 4:
            playground.choose(sample)
        page.wait_for_timeout(3_000)  # code is kept when no more of it has been made for two seconds
        session.send("Tracing.end")
        while not ended:
            page.wait_for_timeout(50)
        page.close()
        return noted


_CATEGORIES = ["disabled-by-default-devtools.timeline", "devtools.timeline"]


@pytest.fixture
def returning(
    browser: Any, launch: dict[str, Any], with_playground: str, tmp_path: Path
) -> Iterator[Returning]:
    """A visitor whose browser has seen nothing of the site yet."""
    context = browser.browser_type.launch_persistent_context(tmp_path, **launch)
    yield Returning(context, with_playground)
    context.close()


def names(paths: list[str]) -> set[str]:
    """The last steps of *paths*."""
    return {path.rpartition("/")[2] for path in paths}


def test_python_is_taken_over_and_not_started(returning: Returning, figures: dict[str, str]) -> None:
    """A visitor waits for Python's memory and its code, and for nothing that Python would import from."""
    verdicts, took = [], []
    for _ in range(3):
        verdicts.append(returning.visit().page.inner_text(".verdict"))
        took.append(returning.took)
        assert set() == ARCHIVES & names(returning.asked)
        assert {"python.memory", "pyodide.asm.wasm"} <= names(returning.asked)

    assert 1 == len(set(verdicts))
    figures["cold and warm"] = ", ".join(f"{each:.1f} s" for each in took)
    files = [SITE / path.lstrip("/") for path in set(returning.asked)]
    weights = [path.read_bytes() for path in files]
    figures["loaded until the first conversion"] = f"{sum(map(len, weights)) / 1e6:.1f} MB"
    figures["the same, compressed by a server"] = (
        f"{sum(min(len(each), len(gzip.compress(each, 6))) for each in weights) / 1e6:.1f} MB"
    )


def test_code_is_compiled_once(returning: Returning) -> None:
    """Whoever has used the playground gets its code out of the browser's cache of compiled code."""
    visits = (returning.use() for _ in range(4))  # when code is worth keeping, the browser decides

    assert any("v8.wasm.moduleCacheHit" in noted for noted in visits)


def test_what_no_sample_needs_is_fetched_when_it_is_needed(returning: Returning) -> None:
    """A long text is read with a codec, and converted by code, that nobody has waited for before."""
    playground = returning.visit()
    harbour = json.loads((ROOT / "docs" / "examples" / "harbour.json").read_text("utf-8"))["items"]
    returning.context.grant_permissions(["clipboard-read", "clipboard-write"])

    playground.write(json.dumps(harbour * 40))

    assert 80 == len(playground.items)
    assert "packages.zip" in names(returning.asked)


def test_the_first_answer_does_not_wait_for_python(visit: Visit, with_playground: str) -> None:
    """The first sample's answer was made with the site: it is there when nothing else can be loaded."""
    visit.page.route("**/python.memory", lambda route: None)  # never answered

    visit.go(PAGE).page.locator("#findings li", has_text="L102").wait_for()

    assert "waiting" == visit.page.get_attribute("body", "data-state")
    visit.page.unroute_all()
