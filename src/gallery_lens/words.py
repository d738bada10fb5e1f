"""The words that arguments take, and the flags of a conversion: for type checkers, the command, the API.

Written once: the choices of the command and the checks of the API are those of the types.
"""

from collections.abc import Iterable
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
#: The severity of a finding, worst first.
SeverityName: TypeAlias = Literal["error", "warning", "info"]
#: The format of a report; ``gallery_lens.reporters`` has a module of that name for each.
ReportFormat: TypeAlias = Literal["json", "jsonl", "concise", "sarif", "github", "gitlab", "junit"]
#: The form that ``plan`` writes its calls in, the default first.
PlanFormat: TypeAlias = Literal["text", "json", "rest", "velo"]

#: The dialect that has those forms.
PROFILED: Final[TargetName] = "frontend"

SOURCES: Final[tuple[str, ...]] = get_args(SourceName)
TARGETS: Final[tuple[str, ...]] = get_args(TargetName)
SEVERITIES: Final[tuple[str, ...]] = get_args(SeverityName)
REPORT_FORMATS: Final[tuple[str, ...]] = get_args(ReportFormat)
PLAN_FORMATS: Final[tuple[str, ...]] = get_args(PlanFormat)
PROFILES: Final[tuple[str, ...]] = get_args(Profile)


class Flag(NamedTuple):
    """A flag of a conversion, as the command shows it."""

    help: str
    words: tuple[str, ...] = ()  #: what it takes, the default first; none for a switch or any text
    metavar: str | None = None  #: what stands for any text; None for a switch


#: The flags by the name of the argument; ``--from`` and ``--to`` stand by themselves.
FLAGS: Final[dict[str, Flag]] = {
    "order": Flag("Keep the order of the items, or sort them by sort order.", get_args(Order)),
    "text_items": Flag("Handling of text items that the target cannot hold.", get_args(TextItems)),
    "profile": Flag(
        "viewer: also write fields of page items that Wix shows but does not document, such as text items.",
        PROFILES,
    ),
    "at": Flag(
        "Part of a larger document to read: a JSON Pointer, with * for every key or index; "
        "'*' for every gallery.",
        metavar="POINTER",
    ),
    "as_gallery": Flag("Write the request body of createGallery."),
    "name": Flag("Name of that gallery.", metavar="NAME"),
}


def closest(given: str, names: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the one of *names* that is spelled most like *given*; None if none is like it at all.

    Args:
        given: what was written instead of a name.
        names: all that could be meant.
        cutoff: how alike they have to be, from 0 to 1.
    """
    from difflib import get_close_matches  # needed only after a mistake

    return next(iter(get_close_matches(given, names, 1, cutoff)), None)
