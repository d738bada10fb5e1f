"""Stands in for ``rpds`` in the browser, where it has no wheel: what ``jsonschema`` and ``referencing`` use.

The real one shares structure between versions; here each version is a copy, which is quick enough for
the few entries that a registry of schemas or a set of types has.
"""

from collections.abc import Hashable, ItemsView, Iterable, Iterator, KeysView, Mapping, Set, ValuesView
from typing import Any, Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class HashTrieMap(Mapping[K, V], Generic[K, V]):
    """A mapping that never changes; what would change it returns another."""

    def __init__(self, value: Mapping[K, V] | Iterable[tuple[K, V]] = (), **named: V) -> None:
        """Take the pairs of a mapping, or of anything that yields them."""
        self._held: dict[Any, V] = dict(value, **named)

    @classmethod
    def convert(cls, value: "Mapping[K, V] | HashTrieMap[K, V]") -> "HashTrieMap[K, V]":
        """Return *value* itself if it is such a map already."""
        return value if isinstance(value, HashTrieMap) else cls(value)

    @classmethod
    def fromkeys(cls, keys: Iterable[K], val: Any = None) -> "HashTrieMap[K, Any]":
        """Return a map of *keys*, all with one value."""
        return cls(dict.fromkeys(keys, val))

    def __getitem__(self, key: K) -> V:
        return self._held[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __hash__(self) -> int:
        return hash(frozenset(self._held.items()))

    def __repr__(self) -> str:
        return f"HashTrieMap({self._held!r})"

    def keys(self) -> KeysView[K]:
        """The keys."""
        return self._held.keys()

    def values(self) -> ValuesView[V]:
        """The values."""
        return self._held.values()

    def items(self) -> ItemsView[K, V]:
        """The pairs."""
        return self._held.items()

    def insert(self, key: K, val: V) -> "HashTrieMap[K, V]":
        """Return a map in which *key* is *val*."""
        return HashTrieMap({**self._held, key: val})

    def update(self, *others: Mapping[K, V] | Iterable[tuple[K, V]], **named: V) -> "HashTrieMap[K, V]":
        """Return a map with all pairs of *others*; later ones win."""
        held = dict(self._held)
        for other in others:
            held.update(other)
        return HashTrieMap(held | named)

    def remove(self, key: K) -> "HashTrieMap[K, V]":
        """Return a map without *key*; raises ``KeyError`` if it is not there."""
        held = dict(self._held)
        del held[key]
        return HashTrieMap(held)

    def discard(self, key: K) -> "HashTrieMap[K, V]":
        """Return a map without *key*."""
        return self.remove(key) if key in self._held else self


class HashTrieSet(Set[K]):
    """A set that never changes; what would change it returns another."""

    def __init__(self, value: Iterable[K] = ()) -> None:
        """Take whatever is iterable."""
        self._held = frozenset(value)

    def __contains__(self, value: object) -> bool:
        return value in self._held

    def __iter__(self) -> Iterator[K]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __hash__(self) -> int:
        return hash(self._held)

    def __repr__(self) -> str:
        return f"HashTrieSet({{{', '.join(map(repr, self._held))}}})"

    def insert(self, value: K) -> "HashTrieSet[K]":
        """Return a set that has *value*, too."""
        return HashTrieSet(self._held | {value})

    def update(self, *others: Iterable[K]) -> "HashTrieSet[K]":
        """Return a set that has all of *others*, too."""
        return HashTrieSet(self._held.union(*others))

    def remove(self, value: K) -> "HashTrieSet[K]":
        """Return a set without *value*; raises ``KeyError`` if it is not there."""
        if value not in self._held:
            raise KeyError(value)
        return HashTrieSet(self._held - {value})

    def discard(self, value: K) -> "HashTrieSet[K]":
        """Return a set without *value*."""
        return HashTrieSet(self._held - {value})


class List(Generic[V]):
    """A list that grows and shrinks at its front, each time as another list."""

    def __init__(self, *values: Any) -> None:
        """Take one iterable, or the values themselves."""
        self._held: tuple[V, ...] = tuple(values[0]) if len(values) == 1 else values

    def __iter__(self) -> Iterator[V]:
        return iter(self._held)

    def __reversed__(self) -> Iterator[V]:
        return reversed(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __eq__(self, other: object) -> bool:
        return self._held == other._held if isinstance(other, List) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._held)

    def __repr__(self) -> str:
        return f"List([{', '.join(map(repr, self._held))}])"

    @property
    def first(self) -> V:
        """The value in front; raises ``IndexError`` if there is none."""
        if not self._held:
            raise IndexError("empty list has no first element")
        return self._held[0]

    @property
    def rest(self) -> "List[V]":
        """The list without the value in front."""
        return List(self._held[1:])

    def push_front(self, other: V) -> "List[V]":
        """Return the list with *other* in front."""
        return List((other, *self._held))

    def drop_first(self) -> "List[V]":
        """Return the list without the value in front; raises ``IndexError`` if it is empty."""
        if not self._held:
            raise IndexError("empty list has no first element")
        return self.rest
