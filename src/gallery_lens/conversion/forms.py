"""The form of an item as given: its keys in their order, and those of all that it holds, but no value.

What hangs on nothing else is worked out once for all items of one form.
"""

from typing import Any, TypeAlias

#: The form of an object or array; two are equal if the same keys stand at the same places.
Form: TypeAlias = tuple[Any, ...]

#: How many forms are remembered at a time; items of one file have few.
REMEMBERED = 4096


def form_of(value: Any) -> Form:
    """Return the form of *value*, an object or an array."""
    if type(value) is list:
        return (list, *[form_of(each) if type(each) in _HOLDERS else None for each in value])
    return tuple([(key, form_of(each)) if type(each) in _HOLDERS else key for key, each in value.items()])


_HOLDERS = frozenset((dict, list))
