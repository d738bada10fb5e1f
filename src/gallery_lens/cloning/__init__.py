"""Galleries for another site: the body that creates a copy, and new ids for its media."""

from gallery_lens.cloning._cloning import clone
from gallery_lens.cloning.remapping import remap

__all__ = ["clone", "remap"]
