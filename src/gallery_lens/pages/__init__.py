"""Pages of a long gallery, or of a list of galleries, put together."""

from gallery_lens.pages._merging import Merged, merge

__all__ = ["Merged", "merge"]
