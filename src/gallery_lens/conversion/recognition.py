"""Which dialect each object of a document is read as."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.subject import Subject
from gallery_lens.diagnostics import shorten
from gallery_lens.dialects import DIALECTS, SOUGHT, Dialect, detect
from gallery_lens.places import pointer
from gallery_lens.wrappers import holds_items, is_address

#: The keys of an answer of a call that failed.
_FAILED: Final = frozenset(("message", "details"))


class Recognition:
    """Knows the dialect that was asked for, or tells it item by item.

    An object that says nothing by itself, or could be two dialects, is read as the one that most
    of its neighbours are; with no such neighbour the richest is guessed, and said so once. What
    stands in an event is, if in doubt, what such events are *usually* written in.
    """

    def __init__(
        self, source: str, objects: Iterable[Any], findings: Findings, usually: str | None = None
    ) -> None:
        self._asked = DIALECTS.get(source)
        self._findings = findings
        #: What each object may be, by identity; they are kept, so that none takes the place of another.
        self._detected: dict[int, tuple[Any, tuple[str, ...]]] = {}
        self._known: list[tuple[Sequence[Any], Iterable[str | None]]] = []
        self._objects: Iterable[Any] | None = None if self._asked or usually else objects
        self._usual = usually

    def item_dialect(self, subject: Subject) -> Dialect | None:
        """Return the dialect to read an item as; None, reported, if it is none, whatever was asked for."""
        raw = subject.raw
        if isinstance(raw, dict) and holds_items(raw):
            choice = f"take it with --at {pointer(subject.place)} (at= in Python)"
            facts = {"problem": f"holds items, and is none itself: {choice}"}
            self._findings.add("not-an-item", subject, facts=facts)
            return None
        if is_address(raw):
            return DIALECTS[_OF_ADDRESSES]
        found = self.dialect(subject)
        if found is None or not isinstance(raw, dict) or found.knows(raw) or self._names(raw):
            return found
        self._findings.add("not-an-item", subject, facts=lacks(SOUGHT))
        return None

    def dialect(self, subject: Subject) -> Dialect | None:
        """Return the dialect to read *subject* as; None, reported, if it is nothing known."""
        if is_failed_answer(subject.raw):
            self._findings.add("failed-answer", subject, facts={"problem": problem_of(subject.raw)})
            return None
        if self._asked is not None and isinstance(subject.raw, dict):
            return self._asked
        names = self._names(subject.raw) if isinstance(subject.raw, dict) else ()
        if len(names) == 1:
            return DIALECTS[names[0]]
        if isinstance(subject.raw, dict) and self.usual and (not names or self.usual in names):
            return DIALECTS[self.usual]
        if not names:
            self._findings.add("not-an-item", subject, facts=lacks(SOUGHT))
            return None
        self._usual = names[0]
        facts = {"dialect": names[0], "others": ", ".join(names[1:])}
        # It is said of the first one only, whichever that is.
        self._findings.add("dialect-guessed", subject, facts=facts, told_by=(names[0],))
        return DIALECTS[names[0]]

    def known(self, values: Sequence[Any], names: Iterable[str | None]) -> None:
        """Take note of the *names* of what *values* can be nothing but; None where that is not known."""
        if self._objects is not None:
            self._known.append((values, names))

    @property
    def usual(self) -> str | None:
        """The dialect that most are sure to be, counted at first use."""
        if self._objects is not None:
            given, self._objects = self._objects, None
            for values, names in self._known:
                pairs = zip(values, names, strict=True)
                self._detected.update((id(raw), (raw, (name,))) for raw, name in pairs if name)
            self._usual = usual(self._vote(raw) for raw in given if isinstance(raw, dict))
        return self._usual

    def _names(self, raw: dict[str, Any]) -> tuple[str, ...]:
        if id(raw) not in self._detected:
            self._detected[id(raw)] = raw, detect(raw)
        return self._detected[id(raw)][1]

    def _vote(self, raw: dict[str, Any]) -> tuple[str, ...]:
        try:
            return self._names(raw)
        except Exception:  # reported where the object itself is read
            return ()


#: What an address without anything around it is read as: like the entry of a CMS field.
_OF_ADDRESSES: Final = "cms"


def lacks(keys: str) -> dict[str, str]:
    """Return the facts about what has none of the *keys* that are looked for."""
    return {"problem": f"is not a gallery item; one has some of the keys {keys}"}


def usual(named: Iterable[tuple[str, ...]]) -> str | None:
    """Return the dialect that most objects are sure to be, each *named* what it can be; None if none is."""
    sure = Counter(names[0] for names in named if len(names) == 1)
    return sure.most_common(1)[0][0] if sure else None


def is_failed_answer(raw: Any) -> bool:
    """Return whether *raw* is what a call that failed answers with, and nothing of a gallery."""
    failed = isinstance(raw, dict) and raw.keys() >= _FAILED and isinstance(raw["message"], str)
    return failed and not detect(raw)


def problem_of(answer: Mapping[str, Any]) -> str:
    """Return the words of an answer that failed, with the code if it has one."""
    details = answer["details"]
    error = details.get("applicationError") if isinstance(details, dict) else None
    code = error.get("code") if isinstance(error, dict) else None
    said = shorten(answer["message"].strip())
    words = f"It says: {said}" if said else "It does not say why"
    return f"{words} ({code})" if isinstance(code, str) else words
