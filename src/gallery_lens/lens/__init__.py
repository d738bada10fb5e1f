"""A view and what it was made of: edits of the view go back into the source, the sidecar supplies the rest.

Two laws hold. An untouched view gives back the source exactly; converting what was restored from an
edited view gives that view again, except where a finding says that the source cannot hold an edit.
"""

from gallery_lens.lens._restoring import Restored, restore
from gallery_lens.lens.session import Refusal
from gallery_lens.lens.sidecar import check_profile, has_sidecar, make_sidecar, pair, with_pair

__all__ = [
    "Refusal",
    "Restored",
    "check_profile",
    "has_sidecar",
    "make_sidecar",
    "pair",
    "restore",
    "with_pair",
]
