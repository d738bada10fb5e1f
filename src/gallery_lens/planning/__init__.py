"""Plans: the calls that turn one gallery of a backend into another, worked out before any is made."""

from gallery_lens.planning._plan import Plan
from gallery_lens.planning._planning import plan
from gallery_lens.planning.calls import Call, Change

__all__ = ["Call", "Change", "Plan", "plan"]
