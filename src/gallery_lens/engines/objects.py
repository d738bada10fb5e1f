"""Object storage, by addresses such as ``s3://bucket/key``.

Credentials, endpoints and the like come from the environment of each worker; none is sent to them.
"""

import contextlib
import functools
from typing import IO, TYPE_CHECKING, Any, Final

import attrs

from gallery_lens.engines._storage import changed, translating_errors
from gallery_lens.errors import UsageError

if TYPE_CHECKING:
    from obstore.store import ObjectStore

_MISSING: Final = 'The library for object storage is not installed: pip install "gallery-lens[dask]".'


@attrs.frozen
class StoredObject:
    """An object to read."""

    address: str
    size: int
    etag: str

    def read(self, start: int, end: int) -> bytes:
        """Return the bytes between two offsets; raises ``EngineError`` if they are not to be had."""
        store, name = _holder(self.address)
        options: Any = {"range": (start, end), "if_match": self.etag}
        with _speaking(f"{self.address} cannot be read"):
            try:
                return bytes(store.get(name, options=options).bytes())
            except _library().exceptions.PreconditionError:
                raise changed(self.address) from None


def look(address: str) -> StoredObject:
    """Look at an object; raises ``EngineError`` if there is none."""
    store, name = _holder(address)
    with _speaking(f"{address} cannot be read"):
        found = store.head(name)
    return StoredObject(address, found["size"], str(found["e_tag"]))


@attrs.frozen
class Prefix:
    """The counterpart of a folder in object storage."""

    address: str

    def names(self) -> dict[str, int]:
        """Return the names of all that is in it, and the sizes in bytes."""
        with _speaking(f"{self.address} cannot be read"):
            batches: Any = _store(self.address).list()
            return {found["path"]: found["size"] for batch in batches for found in batch}

    def get(self, name: str) -> bytes:
        """Return the content of *name*."""
        with _speaking(f"{self.address}/{name} cannot be read"):
            return bytes(_store(self.address).get(name).bytes())

    def put(self, name: str, file: IO[bytes]) -> None:
        """Put all that *file* holds there under *name*."""
        file.seek(0)
        with _speaking(f"{self.address}/{name} cannot be written"):
            _store(self.address).put(name, file)

    def create(self, name: str, data: bytes) -> None:
        """Put *data* there under *name*, unless something has that name."""
        with _speaking(f"{self.address}/{name} cannot be written"):
            try:
                _store(self.address).put(name, data, mode="create")
            except _library().exceptions.AlreadyExistsError:
                return

    def sweep(self, names: set[str]) -> None:
        """Remove what has one of these *names*; interrupted writes leave nothing that has a name."""
        with _speaking(f"{self.address} cannot be cleared"):
            _store(self.address).delete(sorted(names))


def folder(address: str) -> Prefix:
    """Name a prefix; raises ``EngineError`` if the address is of an unknown kind."""
    made = Prefix(address.rstrip("/"))
    _store(made.address)
    return made


def _holder(address: str) -> "tuple[ObjectStore, str]":
    around, _, name = address.rpartition("/")
    return _store(around), name


@functools.cache
def _store(address: str) -> "ObjectStore":
    with _speaking(f"{address} cannot be reached"):
        made: ObjectStore = _library().store.from_url(address)
    return made


def _speaking(clause: str) -> contextlib.AbstractContextManager[None]:
    return translating_errors(clause, _library().exceptions.BaseError)


def _library() -> Any:
    try:
        import obstore.exceptions
        import obstore.store
    except ImportError:
        raise UsageError(_MISSING) from None
    return obstore
