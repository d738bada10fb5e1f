"""A plan for people: losses first, then every call with what it changes."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from gallery_lens.diagnostics import Diagnostic, shorten, spell
from gallery_lens.planning._plan import Plan
from gallery_lens.planning.calls import Call, Change

#: The signs of calls, and their colours on a terminal.
SIGNS: Final = {"create": ("+", "green"), "update": ("~", "yellow"), "delete": ("-", "red")}
_WORDS: Final = {"create": "create", "update": "change", "delete": "delete"}
#: (text, colour) to the styled text
Style = Callable[[str, str], str]


def _plain(text: str, colour: str) -> str:
    return text


def render(plan: Plan, style: Style = _plain) -> str:
    """Return the text of *plan*, ending in a line end."""
    if plan.empty and not plan.losses:
        return "Nothing to do: CURRENT is what DESIRED says.\n"
    lines = [*_losses(plan, style), *(line for call in plan.calls for line in (*_call(call, style), ""))]
    return "\n".join([*lines, _summary(plan)]) + "\n"


def _losses(plan: Plan, style: Style) -> Iterator[str]:
    if plan.losses:
        yield "What is lost, or cannot be done:"
        yield from (f"  {_loss(found, style)}" for found in plan.losses)
        yield ""


def _loss(found: Diagnostic, style: Style) -> str:
    colour = {"error": "red", "warning": "yellow"}.get(found.severity.value, "blue")
    head = style(f"{found.severity.value} {found.code}", colour)
    return f"{head} {_visible(found.message)} ({found.pointer or '/'})"


def _call(call: Call, style: Style) -> Iterator[str]:
    sign, colour = SIGNS[call.action]
    many = f"{len(call.item_ids)} {call.object}s" if len(call.item_ids) > 1 else call.object
    title = f' "{_visible(call.title)}"' if call.title else ""
    ids = ", ".join(call.item_ids) if call.object == "item" else call.gallery_id or ""
    yield style(f"{sign} {_WORDS[call.action]} {many}{title}", colour) + (
        f" ({_visible(ids)})" if ids else ""
    )
    if call.action == "update":
        yield from map(_change, call.changes)
    elif call.action == "create":
        yield from (f"    {key}: {_value(value)}" for key, value in call.content.items())


def _change(change: Change) -> str:
    return f"    {change.field}: {_value(change.before)} -> {_value(change.after)}"


def _value(value: Any) -> str:
    if isinstance(value, list):
        return f"{len(value)} items" if len(value) != 1 else "1 item"
    shown = shorten(value)
    return _visible(shown if isinstance(shown, str) and not isinstance(value, str) else spell(shown))


def _visible(text: str) -> str:
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in text)


def _summary(plan: Plan) -> str:
    if plan.empty:
        return "Nothing to do that can be done."
    counts = ", ".join(f"{plan.count(action)} to {_WORDS[action]}" for action in SIGNS)
    return f"Plan: {counts}."
