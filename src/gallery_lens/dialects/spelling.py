"""How ids and dates are spelled inside free objects and undeclared keys.

The JavaScript side writes ``_id``, ``_createdDate`` and ``_updatedDate`` at every depth, the REST
side writes them without the underscore. A key is left alone where the other spelling stands
beside it, as the official SDK does.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, Protocol

from gallery_lens.places import Place

_PLAIN: Final = ("id", "createdDate", "updatedDate")
_TO_UNDERSCORED: Final = {key: f"_{key}" for key in _PLAIN}
_TO_PLAIN: Final = {f"_{key}": key for key in _PLAIN}


class Spelling(Protocol):
    """The options of a conversion that concern spelling."""

    @property
    def respells(self) -> bool:
        """True if anything changes."""

    @property
    def underscored(self) -> bool:
        """The spelling of the target."""


def respell(value: Any, to: Spelling) -> Any:
    """Return *value* with the keys of all objects inside it in the target's spelling."""
    return _respell(value, _renames(to)) if to.respells else value


def renamed_keys(value: Any, to: Spelling) -> Iterator[tuple[Place, str]]:
    """Yield the place and the old name of every key that ``respell`` changes."""
    yield from _renamed(value, _renames(to), ())


def _renames(to: Spelling) -> Mapping[str, str]:
    return _TO_UNDERSCORED if to.underscored else _TO_PLAIN


def _respell(value: Any, renames: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_respell(element, renames) for element in value]
    if not isinstance(value, Mapping):
        return value
    return {_new(key, value, renames): _respell(inner, renames) for key, inner in value.items()}


def _new(key: str, beside: Mapping[str, Any], renames: Mapping[str, str]) -> str:
    new = renames.get(key, key)
    return key if new in beside else new


def _renamed(value: Any, renames: Mapping[str, str], at: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, list):
        for index, element in enumerate(value):
            yield from _renamed(element, renames, (*at, index))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if _new(key, value, renames) != key:
                yield (*at, key), key
            yield from _renamed(inner, renames, (*at, key))
