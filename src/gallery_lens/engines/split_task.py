"""The task of a worker of a distributed run: convert one split, on any machine."""

import contextlib
import tempfile

import attrs

from gallery_lens.engines import manifest as manifests
from gallery_lens.engines._storage import Folder, StoredFile
from gallery_lens.engines.manifest import Identity
from gallery_lens.engines.parts import SplitJob, write_parts
from gallery_lens.engines.splits import Split, Survey, survey
from gallery_lens.errors import EngineError, writing
from gallery_lens.version import __version__


@attrs.frozen
class SurveyTask:
    """Looks where the lines of a range of bytes end."""

    source: StoredFile

    def __call__(self, range_: tuple[int, int]) -> Survey:
        """Look at the bytes between two offsets; raises ``EngineError`` if they cannot be read."""
        start, end = range_
        data = self.source.read(start, end)
        return survey(lambda begin, stop: data[begin - start : stop - start], start, end)


@attrs.frozen
class SplitTask:
    """Converts splits and delivers their parts; nothing of it stays where it works."""

    source: StoredFile
    folder: Folder
    work: SplitJob
    identity: Identity

    def __call__(self, split: Split) -> None:
        """Convert *split* and put its parts, then its manifest; called again, it does the same again.

        Raises:
            EngineError: The input cannot be read, or has changed; the folder cannot be written; or this
                worker has another version of ours.
            OutputError: There is no room for the parts.
        """
        if self.identity.version != __version__:
            raise EngineError(
                f"A worker has version {__version__} of gallery-lens: install the same everywhere."
            )
        data = self.source.read(split.start, split.end)
        with contextlib.ExitStack() as closing:
            with writing("A temporary file"):
                # These have no names, so that nothing is left of them if this process is killed.
                files = {kind: closing.enter_context(tempfile.TemporaryFile()) for kind in self.work.kinds}
            summary = write_parts(data, split, self.work, files)
            sizes = {manifests.part(split.number, kind): file.tell() for kind, file in files.items()}
            for kind, file in files.items():
                self.folder.put(manifests.part(split.number, kind), file)
        said = manifests.manifest_bytes(self.identity, split, sizes, summary)
        self.folder.create(manifests.manifest(split.number), said)
