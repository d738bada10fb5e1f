"""A quick way for the usual: items of a backend that become items of a page, read from lines of JSON.

It takes an item only if it is certain what the usual way would say of it, and gives exactly that; the
rest is handed back, item by item. So this package decides nothing by itself: the tables, the rules and
the schemas say what a conversion is, and ``tests/test_fast.py`` holds the two ways together.

Nothing here is imported before there is enough to do.
"""

from gallery_lens.fast._lane import Codes, Lane, Run, Tally
from gallery_lens.fast._survey import surveyor

__all__ = ["Codes", "Lane", "Run", "Tally", "surveyor"]
