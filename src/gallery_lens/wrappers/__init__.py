"""Wrappers: what galleries and items come in, and how to put other ones in their place.

Every wrapper is the same thing: places in a document at which an item, a list of items or a
gallery stands. The rest of the document is left as it is. The way to a place may lead through JSON
text, which is read on the way in and written again on the way out.
"""

from gallery_lens.wrappers._envelope import Envelope, Form, Shape, Slot
from gallery_lens.wrappers._keys import LISTS, Extent, agrees, holds_items, telling, totals
from gallery_lens.wrappers._searching import is_address, shows
from gallery_lens.wrappers._taking import in_whole, put_back, taken
from gallery_lens.wrappers._unwrapping import WRAPPING, is_lone_item, may_wrap, unwrap

__all__ = [
    "LISTS",
    "WRAPPING",
    "Envelope",
    "Extent",
    "Form",
    "Shape",
    "Slot",
    "agrees",
    "holds_items",
    "in_whole",
    "is_address",
    "is_lone_item",
    "may_wrap",
    "put_back",
    "shows",
    "taken",
    "telling",
    "totals",
    "unwrap",
]
