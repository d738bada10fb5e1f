"""A plan for people: losses first, then every call with what it changes."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from gallery_lens.diagnostics import shorten, spell
from gallery_lens.planning._plan import Plan
from gallery_lens.planning.calls import Call

#: The signs of calls, and their colours on a terminal.
SIGNS: Final = {"create": ("+", "green"), "update": ("~", "yellow"), "delete": ("-", "red")}
_WORDS: Final = {"create": "create", "update": "change", "delete": "delete"}
#: (text, colour) to the styled text
Style = Callable[[str, str], str]


def render(plan: Plan, style: Style = lambda text, colour: text) -> str:
    """Return the text of *plan*, ending in a line end."""
    if plan.empty and not plan.losses:
        return "Nothing to do: CURRENT is what DESIRED says.\n"
    lines = ["What is lost, or cannot be done:"] if plan.losses else []
    for found in plan.losses:
        colour = {"error": "red", "warning": "yellow"}.get(found.severity.value, "blue")
        head = style(f"{found.severity.value} {found.code}", colour)
        lines.append(f"  {head} {_visible(found.message)} ({found.pointer or '/'})")
    if plan.losses:
        lines.append("")
    for call in plan.calls:
        lines += [*_call(call, style), ""]
    counts = ", ".join(f"{plan.count(action)} to {_WORDS[action]}" for action in SIGNS)
    lines.append("Nothing to do that can be done." if plan.empty else f"Plan: {counts}.")
    return "\n".join(lines) + "\n"


def _call(call: Call, style: Style) -> Iterator[str]:
    sign, colour = SIGNS[call.action]
    many = f"{len(call.item_ids)} {call.object}s" if len(call.item_ids) > 1 else call.object
    title = f' "{_visible(call.title)}"' if call.title else ""
    ids = ", ".join(call.item_ids) if call.object == "item" else call.gallery_id or ""
    yield style(f"{sign} {_WORDS[call.action]} {many}{title}", colour) + (
        f" ({_visible(ids)})" if ids else ""
    )
    if call.action == "update":
        for change in call.changes:
            yield f"    {change.field}: {_value(change.before)} -> {_value(change.after)}"
    elif call.action == "create":
        yield from (f"    {key}: {_value(value)}" for key, value in call.content.items())


def _value(value: Any) -> str:
    if isinstance(value, list):
        return f"{len(value)} items" if len(value) != 1 else "1 item"
    shown = shorten(value)
    return _visible(shown if isinstance(shown, str) and not isinstance(value, str) else spell(shown))


def _visible(text: str) -> str:
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in text)
