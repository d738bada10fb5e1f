"""The form of an item as given: its keys in their order, and the kinds of its values, but no value itself.

What hangs on nothing else is worked out once for all items of one form.
"""

from typing import Any, TypeAlias

#: The form of an object or array; two are equal if the values are alike but for texts, numbers and booleans.
Form: TypeAlias = tuple[Any, ...]

#: How many forms are remembered at a time; items of one file have few.
REMEMBERED = 4096


def form_of(value: Any) -> Form:
    """Return the form of *value*, an object or an array.

    A text that holds anything is told by its key alone; of all other values, empty ones too, the class is
    told besides.
    """
    if type(value) is list:
        return (list, *[_kind_of(each) for each in value])
    return tuple(
        [
            key
            if (kind := type(each)) is str and each
            else (key, _kind_of(each) if kind in _HOLDERS else kind)
            for key, each in value.items()
        ]
    )


_HOLDERS = frozenset((dict, list))


def _kind_of(value: Any) -> Any:
    kind = type(value)
    if kind in _HOLDERS:
        return form_of(value) if value else kind
    return "" if kind is str and value else kind
