"""The converter as JavaScript: for the backend and the pages of a site, and as a package for Node."""

from gallery_lens.codegen._files import npm_files, velo_files
from gallery_lens.codegen.module_text import script

__all__ = ["npm_files", "script", "velo_files"]
