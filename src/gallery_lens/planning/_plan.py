"""A plan: what is lost, and the calls in their order."""

from typing import Any

import attrs

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.planning.calls import Call
from gallery_lens.values import Value
from gallery_lens.version import __version__


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Plan(Value):
    """The calls that turn one gallery into another, in the order in which they are to be made."""

    #: what the calls delete, and what cannot be done; pointers of removals are into CURRENT
    losses: tuple[Diagnostic, ...]
    calls: tuple[Call, ...]

    @property
    def empty(self) -> bool:
        """True if there is nothing to do."""
        return not self.calls

    def count(self, action: str) -> int:
        """Return how many galleries and items are to be ``create``, ``update`` or ``delete``."""
        return sum(max(1, len(call.item_ids)) for call in self.calls if call.action == action)

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON shape that the schema ``plan`` describes."""
        return {
            "schemaVersion": 1,
            "tool": {"name": "gallery-lens", "version": __version__},
            "summary": {action: self.count(action) for action in ("create", "update", "delete")},
            "losses": [found.to_dict() for found in self.losses],
            "calls": [call.to_dict() for call in self.calls],
        }

    def to_rest(self) -> list[dict[str, Any]]:
        """Return the requests of the REST API: ``method``, ``path``, and ``body`` where there is one."""
        return [call.to_rest() for call in self.calls]

    def to_text(self) -> str:
        """Return the plan for people: losses first, then every call with its changes."""
        from gallery_lens.planning.text import render

        return render(self)

    def to_velo(self) -> str:
        """Return a JavaScript module for a site's backend that makes the calls."""
        from gallery_lens.planning._velo import render

        return render(self)
