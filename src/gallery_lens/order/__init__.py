"""Sort orders as numbers: an item's place in its gallery, room for others, and its repair.

What most need is here; the rest is imported when it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from gallery_lens.order._reading import is_strict, numeric

if TYPE_CHECKING:
    from gallery_lens.order._direction import descends, shown
    from gallery_lens.order._placing import ROOM, between, headroom, midpoint
    from gallery_lens.order._repair import Repair, displayed, repair

_HOMES = {
    "_direction": ("descends", "shown"),
    "_placing": ("ROOM", "between", "headroom", "midpoint"),
    "_repair": ("Repair", "displayed", "repair"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


__all__ = [
    "ROOM",
    "Repair",
    "between",
    "descends",
    "displayed",
    "headroom",
    "is_strict",
    "midpoint",
    "numeric",
    "repair",
    "shown",
]
