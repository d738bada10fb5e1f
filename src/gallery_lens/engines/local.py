"""Files and folders of a file system that all workers share."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

import attrs

from gallery_lens.engines._storage import changed, translating_errors

#: How the names of files end that are being written; they begin with a dot.
_UNFINISHED: Final = ".unfinished"


@attrs.frozen
class LocalFile:
    """A file to read."""

    address: str
    size: int
    etag: str

    def read(self, start: int, end: int) -> bytes:
        """Return the bytes between two offsets; raises ``EngineError`` if they are not to be had."""
        with translating_errors(f"{self.address} cannot be read"), Path(self.address).open("rb") as file:
            file.seek(start)
            data = file.read(end - start)
            now = _etag(os.fstat(file.fileno()))
        if now != self.etag:
            raise changed(self.address)
        return data


def look(address: str) -> LocalFile:
    """Look at a file; raises ``EngineError`` if there is none."""
    path = Path(address).absolute()
    with translating_errors(f"{address} cannot be read"), path.open("rb") as file:
        found = os.fstat(file.fileno())
    return LocalFile(str(path), found.st_size, _etag(found))


def _etag(found: os.stat_result) -> str:
    return f"{found.st_size}-{found.st_mtime_ns}-{found.st_ino}"


@attrs.frozen
class LocalFolder:
    """A folder to write to."""

    address: str

    @property
    def _path(self) -> Path:
        return Path(self.address)

    def names(self) -> dict[str, int]:
        """Return the names of all that is in it, and the sizes in bytes."""
        with translating_errors(f"{self.address} cannot be read"):
            self._path.mkdir(parents=True, exist_ok=True)
            return {path.name: path.stat().st_size for path in self._path.glob("[!.]*")}

    def get(self, name: str) -> bytes:
        """Return the content of *name*."""
        with translating_errors(f"{self._path / name} cannot be read"):
            return (self._path / name).read_bytes()

    def put(self, name: str, file: IO[bytes]) -> None:
        """Put all that *file* holds there under *name*."""
        file.seek(0)
        with self._writing(name) as unfinished:
            with unfinished.open("xb") as written:
                shutil.copyfileobj(file, written, 1 << 20)
                _settle(written)
            unfinished.replace(self._path / name)

    def create(self, name: str, data: bytes) -> None:
        """Put *data* there under *name*, unless something has that name."""
        with self._writing(name) as unfinished:
            with unfinished.open("xb") as written:
                written.write(data)
                _settle(written)
            with contextlib.suppress(FileExistsError):
                os.link(unfinished, self._path / name)

    def sweep(self, names: set[str]) -> None:
        """Remove what has one of these *names*, and what interrupted writes left."""
        with translating_errors(f"{self.address} cannot be cleared"):
            for path in (*map(self._path.joinpath, names), *self._path.glob(f".*{_UNFINISHED}")):
                path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _writing(self, name: str) -> Iterator[Path]:
        unfinished = self._path / f".{name}.{os.urandom(4).hex()}{_UNFINISHED}"
        with translating_errors(f"{self._path / name} cannot be written"):
            try:
                yield unfinished
            finally:
                unfinished.unlink(missing_ok=True)


def folder(address: str) -> LocalFolder:
    """Name a folder."""
    return LocalFolder(str(Path(address).absolute()))


def _settle(file: IO[bytes]) -> None:
    """Let what was written survive a power failure: a manifest must not outlive its parts."""
    file.flush()
    os.fsync(file.fileno())
