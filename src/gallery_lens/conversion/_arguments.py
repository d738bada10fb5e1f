"""What callers may say: the words that an argument takes, and a sentence for any other."""

from collections.abc import Iterable

from gallery_lens.conversion._run import Options
from gallery_lens.dialects import DIALECTS, WRITABLE, Dialect
from gallery_lens.errors import UsageError


def options_of(source: str, target: str, order: str, text_items: str) -> Options:
    """Return the options that these words stand for; raises ``UsageError`` if one of them is none."""
    return Options(
        source=one_of("source", source, ["auto", *DIALECTS]),
        target=writable(target, "target"),
        order=one_of("order", order, ["keep", "sort-order"]),
        text_items=one_of("text_items", text_items, ["drop", "error", "extract"]),
    )


def dialect(name: str, argument: str) -> Dialect:
    """Return the dialect of that name; raises ``UsageError`` if there is none."""
    return DIALECTS[one_of(argument, name, DIALECTS)]


def writable(name: str, argument: str) -> Dialect:
    """Return the dialect of that name; raises ``UsageError`` if there is none, or it is only read."""
    found = dialect(name, argument)
    if not found.writable:
        choices = ", ".join(WRITABLE)
        raise UsageError(f"{argument} cannot be {name!r}: it is only read; choose one of {choices}.")
    return found


def one_of(argument: str, value: str, allowed: Iterable[str]) -> str:
    """Return *value* if it is allowed; else raise ``UsageError`` with what comes closest."""
    words = [*allowed]
    if value in words:
        return value
    import difflib

    meant = difflib.get_close_matches(str(value), words, 1)
    hint = f"did you mean {meant[0]}?" if meant else f"choose one of {', '.join(words)}."
    raise UsageError(f"{argument} cannot be {value!r}: {hint}")
