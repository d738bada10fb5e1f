"""The words that arguments take, and the flags of a conversion: for type checkers, the command, the API.

Written once: the choices of the command and the checks of the API are those of the types.
"""

from typing import Final, Literal, NamedTuple, TypeAlias, get_args

#: What something is read as; ``auto`` recognises it item by item.
SourceName: TypeAlias = Literal["auto", "velo", "rest", "frontend", "component", "rest-legacy", "cms"]
#: What something is written as.
TargetName: TypeAlias = Literal["velo", "rest", "frontend", "component"]
#: The name of a dialect.
DialectName: TypeAlias = Literal["velo", "rest", "frontend", "component", "rest-legacy", "cms"]
#: The order of the items that are written.
Order: TypeAlias = Literal["keep", "sort-order"]
#: What becomes of text items where the target has none.
TextItems: TypeAlias = Literal["drop", "error", "extract"]
#: The form of the items of a page: what its documents say, or what the viewer knows besides.
Profile: TypeAlias = Literal["documented", "viewer"]
#: How bad a finding is, worst first.
SeverityName: TypeAlias = Literal["error", "warning", "info"]

#: The dialect that has those forms.
PROFILED: Final[TargetName] = "frontend"

SOURCES: Final[tuple[str, ...]] = get_args(SourceName)
TARGETS: Final[tuple[str, ...]] = get_args(TargetName)


class Flag(NamedTuple):
    """A flag of a conversion, as the command shows it."""

    help: str
    words: tuple[str, ...] = ()  #: what it takes, the default first; none for a switch or any text
    metavar: str | None = None  #: what stands for any text; None for a switch


#: The flags by the name of the argument; ``--from`` and ``--to`` stand by themselves.
FLAGS: Final[dict[str, Flag]] = {
    "order": Flag("Keep the items' order, or sort them by their sort order.", get_args(Order)),
    "text_items": Flag("What becomes of text items where the target has none.", get_args(TextItems)),
    "profile": Flag(
        "viewer: also write for a page what its documents do not promise, such as text items.",
        get_args(Profile),
    ),
    "at": Flag(
        "What to take of a larger document: a JSON Pointer, with * for every key or index; "
        "'*' is every gallery in it.",
        metavar="POINTER",
    ),
    "as_gallery": Flag("Write the body that createGallery takes."),
    "name": Flag("The name of that gallery.", metavar="NAME"),
}
