"""Sort orders as numbers: an item's place in its gallery, room for others, and its repair.

What most need is here; the rest is imported when it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from gallery_lens.order._reading import numeric

if TYPE_CHECKING:
    from gallery_lens.order._placing import ROOM, between, headroom, midpoint
    from gallery_lens.order._repair import Repair, displayed, repair

_PLACING = ("ROOM", "between", "headroom", "midpoint")


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{'_placing' if name in _PLACING else '_repair'}"), name)


__all__ = ["ROOM", "Repair", "between", "displayed", "headroom", "midpoint", "numeric", "repair"]
