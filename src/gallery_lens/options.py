"""Options of a conversion: one value for command, API, sidecar and engines."""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any, Final, cast

import attrs

from gallery_lens.errors import UsageError
from gallery_lens.values import Value
from gallery_lens.words import (
    FLAGS,
    PROFILED,
    SOURCES,
    TARGETS,
    Order,
    Profile,
    SourceName,
    TargetName,
    TextItems,
)


def _stored(default: str, key: str) -> Any:
    """Make a field that decides what the view is, and so is kept in a sidecar under *key*."""
    return attrs.field(default=default, metadata={"stored": key})


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ConvertOptions(Value):
    """The options of a conversion; ``checked`` validates their values."""

    source: SourceName = _stored("auto", "dialect")
    target: TargetName = _stored("frontend", "target")
    order: Order = _stored("keep", "order")
    text_items: TextItems = _stored("drop", "textItems")
    profile: Profile = _stored("documented", "profile")
    at: str | None = attrs.field(default=None, metadata={"stored": "at"})  #: a pointer, or a pattern
    as_gallery: bool = False
    name: str | None = None
    keeps_sidecar: bool = False  #: what is dropped is then kept beside the value


#: The fields that a sidecar keeps, by their keys there.
STORED: Final[Mapping[str, str]] = {
    field.metadata["stored"]: field.name
    for field in attrs.fields(ConvertOptions)
    if "stored" in field.metadata
}


def stored(options: ConvertOptions) -> dict[str, Any]:
    """Return the part of *options* that a sidecar records."""
    kept = {key: getattr(options, name) for key, name in STORED.items()}
    return {key: value for key, value in kept.items() if value is not None}


def from_stored(kept: Mapping[str, Any]) -> ConvertOptions:
    """Return the options that a sidecar kept; raises ``UsageError`` if they are none."""
    return checked(ConvertOptions(**{name: kept[key] for key, name in STORED.items() if key in kept}))


#: The words that an option takes, by its name.
_WORDS: Final = {name: flag.words for name, flag in FLAGS.items() if flag.words}


def checked(options: ConvertOptions) -> ConvertOptions:
    """Return *options* if every word of theirs is one.

    Raises:
        UsageError: One is not; the message names what comes closest.
    """
    if options.source not in SOURCES:
        one_of("source", options.source, SOURCES)
    if options.target not in TARGETS:
        writable(options.target, "target")
    for name, words in _WORDS.items():
        if getattr(options, name) not in words:
            one_of(name, getattr(options, name), words)
    if options.profile != "documented" and options.target != PROFILED:
        raise UsageError(f"profile {options.profile} is a form of {PROFILED} items: convert to those.")
    if options.name is not None and not options.as_gallery:
        raise UsageError("A name is for a new gallery: ask for one with as_gallery (--as-gallery).")
    return options


def asked(**said: Any) -> ConvertOptions:
    """Return the options of those names, which are made and checked once; raises as ``checked`` does."""
    try:
        return _known(**said)
    except TypeError:  # a value that is none of the words, nor a text, and cannot be remembered
        return checked(ConvertOptions(**said))


_known: Final = lru_cache(maxsize=64, typed=True)(lambda **said: checked(ConvertOptions(**said)))


def writable(name: str, argument: str) -> TargetName:
    """Return *name* if it is that of a dialect that is written; raises ``UsageError`` otherwise."""
    if name not in TARGETS:
        one_of(argument, name, SOURCES[1:])
        choices = ", ".join(TARGETS)
        raise UsageError(f"{argument} cannot be {name!r}: it is only read; choose one of {choices}.")
    return cast("TargetName", name)


def one_of(argument: str, value: str, allowed: Collection[str]) -> str:
    """Return *value* if it is allowed; else raise ``UsageError`` with what comes closest."""
    if value in allowed:
        return value
    import difflib

    words = [*allowed]
    meant = difflib.get_close_matches(str(value), words, 1)
    hint = f"did you mean {meant[0]}?" if meant else f"choose one of {', '.join(words)}."
    raise UsageError(f"{argument} cannot be {value!r}: {hint}")
