"""The account for people."""

import textwrap

import attrs
import click
import pytest

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.reporters import InputSummary
from gallery_lens.reporters.text import render
from gallery_lens.reporters.visible import clipped, visible
from gallery_lens.values import evolve

LOST = Diagnostic(
    code="L102",
    name="link-text-dropped",
    severity=Severity.WARNING,
    message="The link's text is dropped.",
    pointer="/items/0/link/text",
    dialect="velo",
    item_title="Grove",
    help="Say it elsewhere.",
)
REFUSED = Diagnostic(
    code="M101", name="media-missing", severity=Severity.ERROR, message="There is no picture.", pointer=""
)
NOTICE = attrs.evolve(LOST, code="L123", name="sort-order-dropped", severity=Severity.INFO)


def summary(*found: Diagnostic, **counts: int) -> InputSummary:
    """Return the account of a file in which *found* was found; it counts as lossy if anything was."""
    made = InputSummary("wedding.json", "frontend", lossless=not found, **counts)
    made.read_as(each.dialect for each in found if each.dialect)
    for each in found:
        made.add(each)
    return made


def plain(*summaries: InputSummary, **options: object) -> str:
    """Render without colour."""
    return click.unstyle(render(summaries, **options))  # type: ignore[arg-type]


def test_the_whole_account() -> None:
    """Heading, counts, groups worst first, infos in a line each, verdict, advice."""
    found = [NOTICE, *[LOST] * 2, attrs.evolve(LOST, message="Another."), LOST, REFUSED, NOTICE]
    text = plain(summary(*found, items=4, converted=2, rejected=1), advice=["Try again."])

    assert (
        textwrap.dedent("""\
        wedding.json (velo to frontend)
        4 items: 2 converted, 1 left out as text, 1 rejected

          error    M101 media-missing
                   the document
                     There is no picture.

          warning  L102 link-text-dropped, 4 times
                   /items/0/link/text in "Grove"
                   /items/0/link/text in "Grove"
                     The link's text is dropped.
                   /items/0/link/text in "Grove"
                     Another.
                   ... and 1 more
                   Help: Say it elsewhere.

          info     L123 sort-order-dropped, 2 times, first at /items/0/link/text in "Grove"

        Not everything was carried over: 1 error, 4 warnings, 2 infos.
        Try again.
        """)
        == text
    )


@pytest.mark.parametrize(("title", "place"), [("Grove", 'first in "Grove"'), (None, "first at the document")])
def test_an_info_without_a_pointer(title: str | None, place: str) -> None:
    """Such as that an item was removed, which is nowhere in the view."""
    assert place in plain(summary(attrs.evolve(NOTICE, pointer="", item_title=title), items=1))


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        (summary(items=3, converted=3), "Nothing was lost."),
        (evolve(summary(NOTICE, items=1, converted=1), lossless=True), "Nothing was lost: 1 info."),
        (summary(LOST, items=1, converted=1), "Not everything was carried over: 1 warning."),
    ],
)
def test_the_verdict_comes_last(given: InputSummary, verdict: str) -> None:
    """That nothing was lost is said clearly."""
    assert verdict == plain(given).splitlines()[-1]


def test_an_empty_input_has_no_items() -> None:
    """An empty list is no failure."""
    assert "wedding.json (to frontend)\nno items\n\nNothing was lost.\n" == plain(summary())


def test_unreadable_inputs_have_one_line_each() -> None:
    """File, line and column stand in front, as editors understand them."""
    broken, missing = summary(), summary()
    broken.refuse(attrs.evolve(REFUSED, file="a.json", line=3, column=7, help="Mend it."))
    missing.refuse(attrs.evolve(REFUSED, file="b\n.json"))

    assert (
        "a.json:3:7: error M101 media-missing: There is no picture. Mend it.\n"
        "b\\n.json: error M101 media-missing: There is no picture.\n"
    ) == plain(broken, missing)


def test_an_input_that_breaks_off_is_told_with_its_items() -> None:
    """What was read before the break has its account."""
    broken = summary(items=1, converted=1)
    broken.refuse(attrs.evolve(REFUSED, file="a.ndjson"))

    assert (
        "wedding.json (to frontend)\n1 item: 1 converted\n\n"
        "a.ndjson: error M101 media-missing: There is no picture.\n\n"
        "Not everything was carried over: 1 error.\n"
    ) == plain(broken)


def test_lines_of_ndjson_stand_before_the_pointer() -> None:
    """The place says the line, then the place inside its value."""
    text = plain(summary(attrs.evolve(LOST, line=12), attrs.evolve(REFUSED, line=3)))

    assert 'line 12 /items/0/link/text in "Grove"' in text
    assert "           line 3\n" in text


@pytest.mark.parametrize("width", [40, 80, 100])
def test_messages_are_wrapped_and_cut(width: int) -> None:
    """Words fit the terminal, and a message takes three lines at most."""
    long = attrs.evolve(LOST, message="many words " * 100, help="A long remedy. " * 20)
    lines = plain(summary(long), width=width).splitlines()

    assert max(map(len, lines)) <= max(width, len("wedding.json (velo to frontend)") + 15)
    assert 3 == sum("many words" in line for line in lines)


def test_what_a_terminal_would_obey_is_spelled_out() -> None:
    """Neither titles nor messages nor names reach the terminal as commands."""
    evil = "\x1b[2J\x07\u202e\r\n"
    found = attrs.evolve(LOST, item_title=evil, message=evil, pointer=f"/{evil}")
    given = evolve(summary(found, items=1), name=evil)

    text = click.unstyle(render([given])).replace("\n", "")
    assert text.isprintable()
    assert "\\x1b[2J\\x07\\u202e\\r\\n" in text


def test_severities_have_their_colours() -> None:
    """Red, yellow and blue."""
    text = render([summary(REFUSED, LOST, NOTICE)])

    assert [True, True, True] == [f"\x1b[{colour}m" in text for colour in (31, 33, 34)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain ü 日本 🎉", "plain ü 日本 🎉"),
        ("tab\tend", "tab\\tend"),
        ("\x9b31m", "\\x9b31m"),
        ("\u2028\u2066", "\\u2028\\u2066"),
        ("\ud800", "\\ud800"),
        ("👨\u200d👩 می\u200cخواهم a\u00a0b", "👨\u200d👩 می\u200cخواهم a\u00a0b"),
    ],
)
def test_visible(text: str, expected: str) -> None:
    """Letters and emoji of all languages stay; what is not seen is escaped."""
    assert expected == visible(text)


def test_long_titles_are_clipped() -> None:
    """A title takes no more than its share."""
    assert ("a" * 37 + "...", "a" * 40) == (clipped("a" * 41, 40), clipped("a" * 40, 40))
