"""The example for MkDocs: a hook that converts the galleries of a page."""

import runpy
from collections.abc import Callable

import pytest

from checkout import ROOT

EXAMPLE = ROOT / "docs" / "examples" / "mkdocs"


@pytest.fixture
def hook() -> Callable[[str], str]:
    """What MkDocs calls with the Markdown of every page."""
    return runpy.run_path(str(EXAMPLE / "hooks.py"))["on_page_markdown"]  # type: ignore[no-any-return]


def test_a_gallery_becomes_items_and_findings(hook: Callable[[str], str]) -> None:
    """The rest of the page stays, and no HTML of a gallery becomes part of it."""
    page = hook((EXAMPLE / "docs" / "index.md").read_text("utf-8"))

    assert page.startswith("# The harbour\n\n```json\n")
    assert '"title": "The old crane"' in page
    assert "- **L102 link-text-dropped**: " in page
    assert "<p>" not in page


def test_what_is_no_json_fails_the_build(hook: Callable[[str], str]) -> None:
    """A page never shows half of what it says."""
    with pytest.raises(ValueError, match="JSON"):
        hook("```gallery-lens\n{\n```")
