"""Work shared among processes and machines: files of lines, cut into splits that anyone may convert.

``convert`` writes the parts of a folder, with processes of this machine or a Dask cluster, and goes on after
an interruption. ``run`` is what it is built on: any function, any splits, any executor.
"""

from gallery_lens.engines._engine import Engine, processes
from gallery_lens.engines.converting import convert
from gallery_lens.engines.dask_cluster import dask
from gallery_lens.engines.pool import Processes
from gallery_lens.engines.running import FinishedSplit, SkippedSplit, run
from gallery_lens.engines.splits import Split
from gallery_lens.options import ConvertOptions

__all__ = [
    "ConvertOptions",
    "Engine",
    "FinishedSplit",
    "Processes",
    "SkippedSplit",
    "Split",
    "convert",
    "dask",
    "processes",
    "run",
]
