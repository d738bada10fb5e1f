"""Keep a gallery and its copy on another platform alike: what changes there, and what is only an echo.

Nothing here calls anybody: events come in, changes come out, and a database of your own remembers which item
is which.
"""

from gallery_lens.sync._covers import Cover, covers
from gallery_lens.sync._events import Event, read_event
from gallery_lens.sync._links import Change, Links

__all__ = ["Change", "Cover", "Event", "Links", "covers", "read_event"]
