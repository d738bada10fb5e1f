"""Findings for tests of the reporters: two to look at, and a strategy for all there may be."""

from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import strategies
from gallery_lens.diagnostics import NO_VALUE, Diagnostic, Severity
from gallery_lens.places import pointer
from gallery_lens.reporters import Summary
from gallery_lens.rules import all_rules
from gallery_lens.values import Record

SUMMARY: Final = Summary(items=2, converted=1, rejected=1, errors=1, warnings=1, infos=0, lossless=False)

#: Everything is known of it, and half a character is in its title.
FOUND: Final = Diagnostic(
    code="L102",
    name="link-text-dropped",
    severity=Severity.WARNING,
    message="The text is dropped.",
    pointer="/items/0/link/text",
    file="wedding.json",
    line=3,
    column=7,
    dialect="velo",
    target="frontend",
    gallery_id="g",
    item_id="i",
    item_index=0,
    item_title="Grove \ud83d",
    value=None,
    help="Say it elsewhere.",
    fingerprint="0123456789abcdef",
)

#: Nothing is known of it that need not be.
BARE: Final = Diagnostic(
    code="M101", name="media-missing", severity=Severity.ERROR, message="No picture.", pointer=""
)


def _texts() -> SearchStrategy[str]:
    return strategies.texts() | strategies.surrogate_text()


def files() -> SearchStrategy[str]:
    """Names that a file system may give, and what stands for standard input."""
    # A name from the file system can hold bytes that are no UTF-8, but no half characters.
    odd = st.text(st.sampled_from("aé😀 %#?&+:,'\"<>\\|*`~\n\x1b\u202e\udcff"), min_size=1, max_size=8)
    known = ("wedding.json", "albums/2024/a b.json", "../out.json", "./in.ndjson", "/tmp/x.json", "<stdin>")
    return st.sampled_from(known) | odd


def _optional(values: SearchStrategy[str]) -> SearchStrategy[str | None]:
    return st.none() | values


def findings() -> SearchStrategy[Diagnostic]:
    """Findings of every rule, in odd words, with parts missing; several may be alike."""
    return st.builds(
        lambda names, **parts: Diagnostic(**names, **parts),
        st.sampled_from([{"code": spoken.code, "name": spoken.name} for spoken in all_rules()]),
        severity=st.sampled_from(Severity),
        message=_texts().filter(bool),
        pointer=st.lists(_texts() | st.integers(0, 9), max_size=3).map(pointer),
        file=_optional(files()),
        line=st.none() | st.integers(1, 10**9),
        column=st.none() | st.integers(1, 10**9),
        dialect=st.sampled_from((None, "velo")),
        target=st.sampled_from((None, "frontend")),
        gallery_id=_optional(_texts()),
        item_id=_optional(_texts()),
        item_index=st.none() | st.integers(0, 10**6),
        item_title=_optional(_texts()),
        value=st.just(NO_VALUE) | strategies.json_values(),
        help=_optional(_texts().filter(bool)),
        url=st.sampled_from((None, "https://gallery-lens.example/L102")),
        fingerprint=st.sampled_from((None, "0123456789abcdef", "fedcba9876543210")),
    )


def reports() -> SearchStrategy[list[Diagnostic]]:
    """What one report is made of."""
    return st.lists(findings(), max_size=8)


def held(value: Any) -> Any:
    """Return the fields of a record, and of the records in it, as objects that can be compared."""
    if isinstance(value, Record):
        return {name: held(inner) for name, inner in vars(value).items()}
    return {key: held(inner) for key, inner in value.items()} if isinstance(value, dict) else value
