"""Files of this machine as sources of splits."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

import attrs

from gallery_lens.engines.parts import SplitJob, write_parts
from gallery_lens.engines.splits import Split, cut, ranges, survey
from gallery_lens.errors import writing
from gallery_lens.reporters import InputSummary

#: How many bytes are looked at in one go.
_BLOCK: Final = 1 << 20


def splits(file: IO[bytes], size: int) -> Iterator[Split]:
    """Cut *file* into splits of about *size* bytes, looking at it as they are asked for."""

    def read(start: int, end: int) -> bytes:
        file.seek(start)
        return file.read(end - start)

    total = os.fstat(file.fileno()).st_size
    return cut(survey(read, start, end) for start, end in ranges(total, size))


def read_split(path: Path, split: Split) -> bytes:
    """Return the bytes of *split*; raises ``OSError`` if they cannot be read."""
    with path.open("rb") as file:
        file.seek(split.start)
        return file.read(split.size)


def long_line(path: Path, split: Split, limit: int) -> int | None:
    """Return where the first line of *split* begins that has more bytes than *limit*; None if none has."""
    begin = at = split.start
    with path.open("rb") as file:
        file.seek(at)
        while at < split.end and (block := file.read(min(split.end - at, _BLOCK))):
            *ended, rest = block.split(b"\n")
            for line in ended:
                at += len(line)
                if at - begin > limit:
                    return begin
                begin = at = at + 1
            at += len(rest)
    return begin if at - begin > limit else None


@attrs.frozen
class Converter:
    """Converts splits of a file into parts below a folder; can be sent to another process."""

    path: Path
    work: SplitJob
    folder: Path  #: on this machine; each split gets a folder in it

    def __call__(self, split: Split) -> InputSummary:
        """Convert *split*; called again for the same one, it gives and writes the same."""
        data, folder = read_split(self.path, split), self.parts(split)
        with contextlib.ExitStack() as closing:
            with writing(str(folder)):
                folder.mkdir(exist_ok=True)
                files = {kind: closing.enter_context((folder / kind).open("wb")) for kind in self.work.kinds}
            return write_parts(data, split, self.work, files)

    def parts(self, split: Split) -> Path:
        """The folder of the parts of *split*."""
        return self.folder / str(split.number)
