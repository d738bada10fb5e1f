"""Files cut into splits: every line is in exactly one of them."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from gallery_lens.engines.files import splits
from gallery_lens.engines.splits import Split, Survey, cut, longest_line, ranges, survey

#: Files of lines of every kind: empty ones, long ones, a last one without an end.
CONTENTS = st.lists(st.sampled_from([b"\n", b"a\n", b"\r\n", b"[1,2,3]\n", b"x" * 9 + b"\n", b"tail"])).map(
    b"".join
)


def surveyed(content: bytes, size: int) -> list[Survey]:
    """Survey a file of that content in ranges of that size."""

    def read(start: int, end: int) -> bytes:
        return content[start:end]

    return [survey(read, start, end) for start, end in ranges(len(content), size)]


def cut_up(content: bytes, size: int) -> list[Split]:
    """Cut a file of that content into splits of about that size."""
    return list(cut(surveyed(content, size)))


@given(content=CONTENTS, size=st.integers(1, 40))
def test_surveys_know_the_longest_line(content: bytes, size: int) -> None:
    """Wherever the ranges end."""
    assert max(map(len, content.split(b"\n"))) == longest_line(surveyed(content, size))


def test_the_longest_line_of_a_large_range() -> None:
    """Lines that go on from one piece to the next are one."""
    content = b"x" * 10 + b"\n" + b"y" * 2_500_000 + b"\n" + b"z" * 1_500_000

    assert 2_500_000 == longest_line(surveyed(content, 4_000_000)) == longest_line(surveyed(content, 700_000))


@given(content=CONTENTS, size=st.integers(1, 40))
def test_splits_cover_every_byte_once(content: bytes, size: int) -> None:
    """One after the other they are the file."""
    assert content == b"".join(content[each.start : each.end] for each in cut_up(content, size))


@given(content=CONTENTS, size=st.integers(1, 40))
def test_splits_end_where_lines_end(content: bytes, size: int) -> None:
    """The last may end where the file does."""
    assert all(content[each.end - 1 : each.end] == b"\n" for each in cut_up(content, size)[:-1])


@given(content=CONTENTS, size=st.integers(1, 40))
def test_splits_know_how_many_lines_stand_in_front(content: bytes, size: int) -> None:
    """So that what is said of a line names the right one."""
    assert all(each.before == content[: each.start].count(b"\n") for each in cut_up(content, size))


@given(content=CONTENTS, size=st.integers(1, 40))
def test_splits_are_numbered_and_not_empty(content: bytes, size: int) -> None:
    """Their numbers are those of their parts."""
    made = cut_up(content, size)

    assert list(range(len(made))) == [each.number for each in made]
    assert all(each.size > 0 for each in made)


def test_ranges_larger_than_what_is_read_at_once() -> None:
    """They are looked at piece by piece, and nothing is counted twice."""
    content = (b"x" * 999 + b"\n") * 2500

    assert [(0, 2_000_000, 0), (2_000_000, 2_500_000, 2000)] == [
        (each.start, each.end, each.before) for each in cut_up(content, 2_000_000)
    ]


def test_a_file_is_read_as_splits_are_asked_for(tmp_path: Path) -> None:
    """The first can be worked on before the last is known."""
    path = tmp_path / "lines"
    path.write_bytes(b"a\n" * 100)
    with path.open("rb") as file:
        first = next(splits(file, 10))

        assert (0, 10) == (first.start, first.end)
        assert file.tell() == 10


def test_an_empty_file_has_no_splits() -> None:
    """There is nothing to do."""
    assert [] == cut_up(b"", 5)
