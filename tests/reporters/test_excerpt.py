"""Findings with the lines that they are about."""

import re
import textwrap
import unicodedata
from textwrap import dedent

import attrs
import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings import FOUND
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.reporters import InputSummary, excerpt
from gallery_lens.reporters.columns import columns, fitted, shown
from gallery_lens.reporters.excerpt import Excerpts, render, statistics, verdict

LOST = attrs.evolve(
    FOUND, message="The link's text is dropped.", line=2, column=11, item_id="5b1c6f0e", item_title="Grove"
)
TEXT = '{"items": [{"link":\n  {"text": "Walks", "url": "/walks"}\n}]}'

lines = st.text(st.sampled_from('ab" \t界é\u0301\u202e\x1b{}[],:😀\\'), max_size=200)


def plain(found: Diagnostic, text: str = TEXT, width: int = 80) -> str:
    """Return what is shown of a finding, without colour."""
    return click.unstyle(render(found, Excerpts.of(text), width))


def marked(text: str, column: int, width: int = 80, line: int = 1) -> list[str]:
    """Return the lines of an excerpt without their numbers."""
    found = attrs.evolve(LOST, line=line, column=column)
    return [row.partition("| ")[2] for row in plain(found, text, width).splitlines() if "|" in row]


class TestFinding:
    """What is said of one finding."""

    def test_the_whole(self) -> None:
        """Place, rule, message, pointer and item, the line with a mark under the value, the remedy."""
        expected = """\
            wedding.json:2:12: L102 link-text-dropped (warning)
              The link's text is dropped.
              /items/0/link/text in "Grove" (5b1c6f0e)

              2 |   {"text": "Walks", "url": "/walks"}
                |            ^^^^^^^

              Help: Say it elsewhere.

            """

        assert dedent(expected) == plain(attrs.evolve(LOST, column=12))

    def test_what_has_no_place_takes_one_line(self) -> None:
        """A file that is not there has no lines."""
        found = attrs.evolve(LOST, line=None, column=None)

        assert "wedding.json: L102 link-text-dropped (warning): The link's text is dropped.\n\n" == plain(
            found
        )

    @pytest.mark.parametrize(
        ("changes", "about"),
        [
            ({"item_title": None}, "  /items/0/link/text in (5b1c6f0e)"),
            ({"item_id": None}, '  /items/0/link/text in "Grove"'),
            ({"item_id": None, "item_title": None}, "  /items/0/link/text"),
            ({"pointer": ""}, '  in "Grove" (5b1c6f0e)'),
            ({"item_title": "a\x1b[2J\nb"}, '  /items/0/link/text in "a\\x1b[2J\\nb" (5b1c6f0e)'),
        ],
    )
    def test_what_is_known_of_the_item(self, changes: dict[str, str | None], about: str) -> None:
        """Title and id stand beside the pointer; what a terminal would obey is spelled out."""
        assert about == plain(attrs.evolve(LOST, **changes)).splitlines()[2]

    def test_a_long_pointer_has_a_line_of_its_own(self) -> None:
        """Nothing is wider than the terminal."""
        found = attrs.evolve(LOST, pointer="/items/0/" + "x" * 60)

        assert ["  /items/0/" + "x" * 60, '  in "Grove" (5b1c6f0e)'] == plain(found).splitlines()[2:4]

    def test_a_document_is_pointed_to_by_nothing(self) -> None:
        """The whole has no pointer, and nothing is said of it."""
        found = attrs.evolve(LOST, pointer="", item_id=None, item_title=None)

        assert "" == plain(found).splitlines()[2]

    def test_without_remedy(self) -> None:
        """Not everything can be helped."""
        assert "Help" not in plain(attrs.evolve(LOST, help=None))

    def test_without_text(self) -> None:
        """Where the lines are not known there is no excerpt."""
        assert "|" not in click.unstyle(render(LOST, Excerpts(), 80))

    def test_long_messages_are_wrapped(self) -> None:
        """Words go to the next line, and words that are longer than a line are broken."""
        found = attrs.evolve(LOST, message="many words " * 20 + "x" * 200)

        assert max(map(len, plain(found, width=60).splitlines())) <= 60

    @given(st.lists(st.text(st.sampled_from("ab界\u00a0"), max_size=30)), st.integers(40, 60))
    def test_lines_are_the_standard_librarys(self, words: list[str], width: int) -> None:
        """What is wrapped by ourselves breaks where it would break otherwise."""
        message = " ".join(["begin", *words, "end"])
        expected = textwrap.wrap(message, width - 2, break_on_hyphens=False)

        found = attrs.evolve(LOST, message=message, help=None, pointer="", item_id=None, item_title=None)

        assert expected == [line[2:] for line in plain(found, "", width).splitlines()[1:-1]]

    def test_what_is_plain_has_no_colours(self) -> None:
        """It is what a terminal shows, without what makes it bold, dim or coloured."""
        source = Excerpts.of(TEXT)

        assert click.unstyle(render(LOST, source, 80)) == render(LOST, source, 80, style=excerpt.plain)

    @pytest.mark.parametrize("severity", Severity)
    def test_colours_say_how_bad_it_is(self, severity: Severity) -> None:
        """The mark has the colour of the word."""
        text = render(attrs.evolve(LOST, severity=severity), Excerpts.of(TEXT), 80)
        (word,) = re.findall(rf"(\x1b\[3\dm)(?:\x1b\[1m)?{severity}", text)

        assert f"{word}\x1b[1m^" in text


class TestExcerpt:
    """Which part of the text is shown, and what is marked."""

    @pytest.mark.parametrize(
        ("text", "column", "mark"),
        [
            ('["a", "b\\"c", 1]', 7, "^^^^^^"),
            ("[1.5e3, 2]", 2, "^^^^^"),
            ("[true]", 2, "^^^^"),
            ("[{}, []]", 2, "^^"),
            ('[{"a": [1, {"b": "}"}]}, 2]', 2, "^" * 22),
            ('["open', 2, "^^^^^"),
            ("[{1", 2, "^^"),
            ("[,", 2, "^"),
            ("[1", 3, "^"),
            ("[1", 9, "^"),
        ],
    )
    def test_the_value_is_marked(self, text: str, column: int, mark: str) -> None:
        """From its first character to its last, or to where the line ends."""
        assert mark == marked(text, column)[1].strip()

    def test_no_json_is_marked_where_it_stops(self) -> None:
        """There is no value to be marked."""
        found = attrs.evolve(LOST, code="R001", name="not-json", line=1, column=3)

        assert "    |   ^" in plain(found, "[[[[[").splitlines()

    def test_a_value_of_several_lines_shows_its_beginning(self) -> None:
        """A bracket alone says little."""
        assert ["[{", " ^", "1,", "2"] == marked("[{\n1,\n2\n}]", 2)

    def test_the_last_lines_are_no_more_than_there_are(self) -> None:
        """The text may end before."""
        assert ["{", "^", "}"] == marked("{\n}", 1)

    def test_line_numbers_stand_right_aligned(self) -> None:
        """The bar does not jump between 9 and 10."""
        found = attrs.evolve(LOST, line=9, column=1)

        assert ["   9 | {", "     | ^", "  10 | }"] == plain(found, "\n" * 8 + "{\n}").splitlines()[4:7]

    def test_a_part_of_a_file_keeps_its_numbers(self) -> None:
        """A line of NDJSON is a text of its own, with blanks in front that are not shown."""
        found = attrs.evolve(LOST, line=7, column=4)

        assert "  7 | [1]" in click.unstyle(render(found, Excerpts.of("[1]", 7, 3), 80)).splitlines()

    @pytest.mark.parametrize("line", [6, 8])
    def test_other_lines_are_not_known(self, line: int) -> None:
        """Nothing is shown instead."""
        found = attrs.evolve(LOST, line=line)

        assert "|" not in click.unstyle(render(found, Excerpts.of("[1]", 7), 80))

    def test_only_json_ends_lines(self) -> None:
        """CR, LF and CRLF do; what ends a line elsewhere is shown as an escape."""
        assert ["2,\\u2028", "^"] == marked("[1,\r2,\u2028\r\n3]", 1, line=2)

    def test_long_lines_are_cut_around_the_value(self) -> None:
        """Both sides say that there is more."""
        line, mark = marked('["' + "a" * 100 + '", "here", "' + "b" * 100 + '"]', 106, width=40)

        assert line.startswith("…") and line.endswith("…")
        assert '"here"' == line[mark.index("^") : mark.rindex("^") + 1]
        assert len(line) == 40 - len("  1 | ")

    def test_a_long_value_is_cut_itself(self) -> None:
        """The mark goes as far as what is shown of it."""
        line, mark = marked('["' + "a" * 100 + '"]', 2, width=40)

        assert line.endswith("a…")
        assert mark.rindex("^") == len(line) - 2

    def test_what_cannot_be_seen_is_spelled_out(self) -> None:
        """A mark that turns the direction of writing turns nothing here; a tab is four blanks."""
        assert ['    "\\u202e\\x07", 1', "                  ^"] == marked('\t"\u202e\x07", 1', 8)

    def test_wide_and_combining_characters(self) -> None:
        """The mark stands under the value in columns, not in characters."""
        assert ['["界界", "é"]', "         ^^^"] == [
            unicodedata.normalize("NFC", row) for row in marked('["界界", "e\u0301"]', 8)
        ]


class TestFitted:
    """A line in a few columns."""

    @given(line=lines, places=st.tuples(st.integers(0, 200), st.integers(0, 200)), room=st.integers(10, 80))
    def test_it_fits(self, line: str, places: tuple[int, int], room: int) -> None:
        """Never wider than there is room, and the mark lies inside."""
        start, end = sorted(min(place, len(line)) for place in places)

        text, begin, stop = fitted(line, start, end, room)

        assert columns(text) <= room
        assert 0 <= begin <= stop <= columns(text)
        assert text.isprintable() or "\u0301" in text

    @given(line=lines, places=st.tuples(st.integers(0, 200), st.integers(0, 200)))
    def test_what_fits_is_not_cut(self, line: str, places: tuple[int, int]) -> None:
        """With room for everything everything is shown."""
        start, end = sorted(min(place, len(line)) for place in places)

        text, begin, stop = fitted(line, start, end, 10_000)

        assert shown(line) == text
        assert (columns(shown(line[:start])), columns(shown(line[:end]))) == (begin, stop)


def summary(*found: Diagnostic, items: int = 1) -> InputSummary:
    """Return an account of one input with these findings."""
    made = InputSummary("wedding.json", "frontend", items=items)
    for each in found:
        made.add(each)
    return made


class TestVerdict:
    """The last lines."""

    @pytest.mark.parametrize(
        ("summaries", "line"),
        [
            ([summary()], "Nothing found in 1 file with 1 item.\n"),
            ([summary(items=0), summary(items=2)], "Nothing found in 2 files with 2 items.\n"),
            (
                [summary(LOST), summary(LOST)],
                "Found 2 warnings in 2 files with 2 items.\nExplain a code: gallery-lens rule L102\n",
            ),
            (
                [summary(LOST, *(attrs.evolve(LOST, severity=each, code="M101") for each in Severity))],
                "Found 1 error, 2 warnings, 1 info in 1 file with 1 item.\n"
                "Explain a code: gallery-lens rule M101\n",
            ),
        ],
    )
    def test_it_counts(self, summaries: list[InputSummary], line: str) -> None:
        """Findings by severity, files and items; the worst code is the one to look up."""
        assert line == click.unstyle(verdict(summaries))

    def test_statistics_count_codes(self) -> None:
        """Over all inputs, the most frequent first, then by code."""
        other = attrs.evolve(LOST, code="L101", name="text-item-dropped", severity=Severity.ERROR)
        third = attrs.evolve(LOST, code="L103", name="link-details-dropped")

        text = statistics([summary(third, other, *[LOST] * 6), summary(*[LOST] * 6)])

        assert (
            "12  L102 link-text-dropped (warning)\n"
            " 1  L101 text-item-dropped (error)\n"
            " 1  L103 link-details-dropped (warning)\n"
        ) == click.unstyle(text)

    def test_statistics_of_nothing(self) -> None:
        """There is nothing to count."""
        assert "" == statistics([summary()])
