"""Sort orders as numbers: an item's place in its gallery, room for others, and its repair."""

from gallery_lens.order._placing import between, headroom, midpoint
from gallery_lens.order._reading import numeric
from gallery_lens.order._repair import ROOM, Repair, displayed, repair

__all__ = ["ROOM", "Repair", "between", "displayed", "headroom", "midpoint", "numeric", "repair"]
