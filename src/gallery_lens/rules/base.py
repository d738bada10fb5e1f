"""The class of rules: a code, a name, texts for people, and examples that prove it."""

import enum
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final, Literal, TypeAlias

from gallery_lens.conditions import Condition
from gallery_lens.diagnostics import Severity
from gallery_lens.model import Family, Gallery, Item
from gallery_lens.places import Place
from gallery_lens.site import page
from gallery_lens.values import Record, Value, fresh

#: What the rules of a family are about, by the letter that their codes begin with.
FAMILIES: Final[Mapping[str, str]] = {
    "I": "identity and completeness",
    "L": "what is lost",
    "M": "media",
    "O": "order",
    "R": "reading",
    "S": "what is off schema",
    "X": "safety",
}


class Example(Record, kw_only=True):
    """A document and the conversion under which a rule speaks (bad) or is silent (good)."""

    document: Any
    source: str = "velo"
    target: str = "frontend"
    #: further arguments of ``convert``; or ``view``, an edited one to restore the document from
    options: Mapping[str, Any] = fresh(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON shape: ``source``, ``target``, and a ``document`` or the ``text`` of one."""
        held = {} if "text" in self.options else {"document": self.document}
        return {"source": self.source, "target": self.target, **held, **self.options}


class Violation(Value, Record):
    """A match of a rule: a field of the model, and the values of the message."""

    field: str  #: dotted path in the model, ``"link.text"``; ``""`` is the item itself
    value: Any  #: the lost or refused value
    facts: Mapping[str, Any] = fresh(factory=dict)  #: further words for the message
    severity: Severity | None = None  #: where it differs from the rule's
    index: int | None = None  #: of the item, when a rule looks at a whole gallery
    below: Place = ()  #: further steps, inside of a free object or to a key that is not declared
    #: what several items have in common, ``""`` being the gallery: it tells the finding from others
    #: then, because which of the items it stands at depends on their order
    shared: str | None = None


class Aim(enum.Enum):
    """The purpose of a conversion, as far as a rule needs it."""

    SAME = "same"  #: the dialect it came from: nothing has to be understood
    BACKEND = "backend"  #: another form of what the server stores
    PAGE = "page"  #: what a gallery on a page shows
    COMPONENT = "component"  #: what the open-source gallery component lays out


ItemCheck: TypeAlias = Callable[[Item, Aim], Iterator[Violation]]
GalleryCheck: TypeAlias = Callable[[Gallery, Aim], Iterator[Violation]]


class Finds(Record):
    """A field that a rule speaks of, where a condition holds."""

    field: str
    when: Condition
    facts: Callable[[Any], Mapping[str, Any]] | None = None  #: further words, by the field's value


class Rule(Record, kw_only=True):
    """One code. The message is a template: ``{value}`` is the value's JSON, the rest are facts."""

    code: str  #: family letter and three digits
    name: str  #: kebab-case name of the bad thing
    severity: Severity
    severity_off_page: Severity | None = None  #: where the conversion leads to no page, if it differs
    loses: bool = False  #: whether a value of the input is missing from the output
    fixable: bool = False
    #: whether it is about the document; what the program itself got wrong is in no baseline, and always told
    of_document: bool = True
    #: whether a finding about a whole document says that its text cannot be read, or holds nothing known
    refuses: Literal["text", "document"] | None = None
    stays: bool = False  #: whether the value stays where it is as long as the dialect does
    moves: bool = False  #: whether the value it speaks of is in the output, in part or elsewhere
    spoils: bool = False  #: whether a finding leaves nothing of an item that could be shown
    follows: tuple[str, ...] = ()  #: keys of values that, refused and taken out, are why it speaks
    gathers: bool = False  #: whether one finding speaks of several fields
    of_key: bool = False  #: whether it is about the key in the text rather than the value
    of_dropped: bool = False  #: whether it looks at items that are left out, too: their words may be shown
    of_address: bool = False  #: whether it says that an address is not certain
    in_copies: bool = True  #: whether a copy of the gallery has what it speaks of
    compares: bool = False  #: whether it compares the ids or sort orders of items
    counts: bool = False  #: whether it compares the number of items with the total
    field: str | None = None  #: the field that it takes away, where a check sees that rather than a table
    said_by: tuple[str, ...] = ()  #: rules that, where they speak, have said it
    settled_by: str | None = None  #: the choice of ``order`` that puts it right
    harmless_to: tuple[Family, ...] = ()  #: targets that take the value, though the server would refuse it
    message: str
    help: str
    explain: str  #: the module's docstring
    since: str = "0.1.0"
    check: ItemCheck | None = None
    #: for whom and from whom ``check`` may say anything; None for all
    aims: tuple[Aim, ...] | None = None
    families: tuple[Family, ...] | None = None
    #: where it holds, ``check`` says nothing of an item; it may fail to hold where nothing is said, too
    silent: Condition | None = None
    finds: tuple[Finds, ...] = ()  #: exactly what ``check`` says, instead of *silent*
    partly: tuple[Finds, ...] = ()  #: a part of what ``check`` says
    #: what else settles in ordinary items that nothing is said, or says it: their ``shape``, or the
    #: functions that carry ``media``
    known_by: Literal["shape", "media"] | None = None
    check_gallery: GalleryCheck | None = None
    bad: tuple[Example, ...]
    good: tuple[Example, ...]

    @property
    def summary(self) -> str:
        """The first sentence of the explanation."""
        return self.explain.strip().splitlines()[0]

    def severity_for(self, family: Family) -> Severity:
        """Return how bad a finding is on the way to a dialect of *family*."""
        off_page = self.severity_off_page if family is not Family.PAGE else None
        return off_page or self.severity

    @property
    def severities(self) -> str:
        """The severity for people, and the other one where there are two."""
        off_page = self.severity_off_page
        return f"{self.severity.value}, {off_page.value} off a page" if off_page else self.severity.value

    @property
    def family(self) -> str:
        """The subject of rules whose codes begin with the same letter."""
        return FAMILIES[self.code[0]]

    @property
    def url(self) -> str | None:
        """The address of the rule's page; None while there is no site."""
        return page(f"rules/{self.code}-{self.name}/")

    @property
    def command(self) -> str:
        """The command that prints the rule's page."""
        return f"gallery-lens rule {self.code}"

    @cached_property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """The titles and addresses of the pages of Wix that it quotes."""
        from gallery_lens.rules._wix_pages import wix_pages

        return wix_pages(self.explain)

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON shape, in which the explanation is Markdown."""
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity.value,
            "severityOffPage": (self.severity_off_page or self.severity).value,
            "family": self.family,
            "loses": self.loses,
            "fixable": self.fixable,
            "since": self.since,
            "summary": self.summary,
            "explanation": self.explain.strip(),
            "message": self.message,
            "help": self.help,
            "bad": [example.to_dict() for example in self.bad],
            "good": [example.to_dict() for example in self.good],
            "sources": [{"title": title, "url": address} for title, address in self.sources],
            **({"url": self.url} if self.url else {}),
        }
