"""How tests work with the playground: what they put into it, and what they read there."""

import json
from pathlib import Path
from typing import Any

import attrs

PAGE = "playground/index.html"
#: Long enough for a busy machine; nothing is measured by it.
PATIENCE = 120_000


@attrs.frozen
class Playground:
    """The page with Python loaded."""

    page: Any

    def settle(self) -> "Playground":
        """Wait until everything that follows from the text is shown."""
        self.page.wait_for_selector("body[data-state=drawn]", timeout=PATIENCE)
        return self

    def choose(self, sample: str) -> "Playground":
        """Choose a sample."""
        self.page.select_option("#sample", sample)
        return self.settle()

    def write(self, text: str) -> "Playground":
        """Put *text* in place of what stands in the editor, as somebody does who pastes."""
        drawings = self.page.get_attribute("body", "data-drawings")
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.editor.click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Control+v")
        self.page.wait_for_selector(f'body:not([data-drawings="{drawings}"])', timeout=PATIENCE)
        return self.settle()

    @property
    def editor(self) -> Any:
        """The editor in which one writes."""
        return self.page.locator("#editor .cm-content")

    @property
    def status(self) -> str:
        """What is said about the state of things."""
        return str(self.page.inner_text("#status"))

    @property
    def items(self) -> Any:
        """The converted items, as *Copy items* gives them; None if there are none."""
        self.page.click("#copy")
        self.page.locator("#status", has_text="copied").wait_for()  # the policy forbids waiting for code
        copied = self.page.evaluate("navigator.clipboard.readText()")
        return json.loads(copied) if copied else None

    @property
    def frame(self) -> Any:
        """The frame in which the gallery is drawn."""
        return self.page.frame_locator("#frame")

    @property
    def selected(self) -> str:
        """The text that is selected in the editor."""
        return str(
            self.page.evaluate("document.getElementById('editor').shadowRoot.getSelection().toString()")
        )

    def marked(self, severity: str) -> list[str]:
        """The pieces of text that are underlined as *severity*."""
        return list(self.page.locator(f"#editor .cm-lintRange-{severity}").all_inner_texts())


def weight(folder: Path) -> int:
    """Return how many bytes the files below *folder* take."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
