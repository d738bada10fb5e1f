"""Work shared among processes and machines: files of lines, cut into splits that anyone may convert."""

from gallery_lens.engines._processes import Processes
from gallery_lens.engines._running import Aside, Done, run
from gallery_lens.engines._splits import Split

__all__ = ["Aside", "Done", "Processes", "Split", "run"]
