"""``gallery-lens lint``: findings that are known."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from command import BROKEN, CLEAN, LINKED, TEXT, Ran, Run
from gallery_lens import schemas

Make = Callable[[str, Any], Path]

SAID = ("--output-format", "jsonl", "--from", "velo")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def entries(path: str = "known.json") -> list[tuple[str, str, int]]:
    """Return what a baseline knows: file, code and count."""
    held = json.loads(Path(path).read_bytes())
    assert schemas.validator("baseline").is_valid(held)
    return [(each["file"], each["code"], each["count"]) for each in held["findings"]]


def codes(ran: Ran) -> list[str]:
    """Return the codes of what a jsonl report says, in order."""
    return [row["code"] for row in ran.lines]


class TestWriting:
    """``--write-baseline``."""

    def test_everything_found_is_known_from_then_on(self, run: Run, make: Make) -> None:
        """Nothing is told, and nothing fails, neither now nor later."""
        make("a.json", [LINKED, TEXT])

        written = run("lint", "a.json", *SAID, "--write-baseline", "known.json")
        later = run("lint", "a.json", *SAID, "--baseline", "known.json")

        assert [(0, b""), (0, b"")] == [(ran.code, ran.out) for ran in (written, later)]
        assert [("a.json", "L101", 1), ("a.json", "L102", 1)] == entries()
        assert "Known from now on, by known.json: 2 findings.\n" in written.err
        assert "Held back by known.json: 2 findings.\n" in later.err

    def test_only_what_is_wanted(self, run: Run, make: Make) -> None:
        """What is not selected is not known either."""
        make("a.json", [LINKED, TEXT])

        run("lint", "a.json", *SAID, "--write-baseline", "known.json", "--ignore", "L101")

        assert [("a.json", "L102", 1)] == entries()

    def test_files_are_named_from_where_the_baseline_is(self, run: Run, make: Make) -> None:
        """So that it holds wherever the command runs."""
        make("x/a.json", [LINKED])
        Path("ci").mkdir()

        run("lint", Path("x/a.json").absolute(), "--write-baseline", "ci/known.json")

        assert ["../x/a.json"] == [file for file, _, _ in entries("ci/known.json")]
        assert 0 == run("lint", "x", *SAID, "--baseline", "ci/known.json").code

    def test_not_if_an_input_cannot_be_read(self, run: Run, make: Make) -> None:
        """A baseline without it would be a wrong one; what cannot be read is told."""
        make("known.json", b"mine")
        make("a.json", b"[")

        ran = run("lint", "a.json", *SAID, "--write-baseline", "known.json")

        assert (2, ["R001"]) == (ran.code, codes(ran))
        assert b"mine" == Path("known.json").read_bytes()
        assert "known.json is not written, because not every input can be read." in ran.err

    @pytest.mark.parametrize(
        ("options", "sentence"),
        [
            (("--write-baseline", "-"), "--write-baseline needs the name of a file."),
            (("--write-baseline", "a.json"), "--write-baseline would overwrite the input a.json."),
            (("--write-baseline", "b", "-o", "b"), "--write-baseline and -o would both be written to b."),
            (("--write-baseline", "b", "--baseline", "c", "--prune-baseline"), "there is nothing to prune."),
            (("--prune-baseline",), "--prune-baseline needs a --baseline FILE to prune."),
        ],
    )
    def test_wrong_usage(self, run: Run, make: Make, options: tuple[str, ...], sentence: str) -> None:
        """What would destroy something, or means nothing."""
        make("a.json", [CLEAN])

        ran = run("lint", "a.json", *options)

        assert (2, True) == (ran.code, sentence in ran.err)


class TestReading:
    """``--baseline``."""

    @pytest.mark.parametrize("more", [[TEXT], [LINKED]])
    def test_only_what_is_new_is_told(self, run: Run, make: Make, more: list[Any]) -> None:
        """Another finding, or the same one once more than it is known."""
        make("a.json", [LINKED])
        run("lint", "a.json", *SAID, "--write-baseline", "known.json")
        make("a.json", [*more, CLEAN, LINKED])

        ran = run("lint", "a.json", *SAID, "--baseline", "known.json")

        assert (1, 1) == (ran.code, len(ran.lines))

    def test_a_rearranged_file_is_known(self, run: Run, make: Make) -> None:
        """Moved items, another layout, another name."""
        make("a.json", {"items": [LINKED, TEXT, {**LINKED, "title": "Weir", "sortOrder": 5}]})
        run("lint", "a.json", *SAID, "--write-baseline", "known.json")
        Path("a.json").unlink()
        items = [CLEAN, TEXT, {**LINKED, "title": "Weir", "sortOrder": 7}, LINKED]
        make("b.json", json.dumps({"items": items}, indent=4).encode())

        ran = run("lint", "b.json", *SAID, "--baseline", "known.json")

        assert (0, b"") == (ran.code, ran.out)

    @pytest.mark.parametrize("stdin", [True, False])
    def test_standard_input_is_a_file_like_others(self, run: Run, stdin: bool) -> None:
        """It is never gone."""
        text = json.dumps([LINKED]).encode()
        name = () if stdin else ("--stdin-filename", "x/a.json")
        run("lint", *name, *SAID, "--write-baseline", "known.json", stdin=text)

        ran = run("lint", *name, *SAID, "--baseline", "known.json", stdin=text)

        assert (0, b"") == (ran.code, ran.out)
        assert ["<stdin>" if stdin else "x/a.json"] == [file for file, _, _ in entries()]

    def test_from_a_config(self, run: Run, make: Make) -> None:
        """Where the config says, from its folder; one that lies among galleries is none of them."""
        make("x/gallery-lens.toml", b'baseline = "known.json"')
        make("x/a.json", [LINKED])

        written = run("lint", "x", *SAID, "--write-baseline", "x/known.json")
        later = run("lint", "x", *SAID)

        assert [(0, b""), (0, b"")] == [(ran.code, ran.out) for ran in (written, later)]

    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            (
                None,
                "known.json cannot be read: no such file or directory; write it with --write-baseline",
            ),
            (
                b"{}",
                "known.json is not a baseline (it holds something else): write one with --write-",
            ),
        ],
    )
    def test_what_is_no_baseline(self, run: Run, make: Make, content: bytes | None, sentence: str) -> None:
        """A sentence, and nothing written."""
        make("a.json", [LINKED])
        if content is not None:
            make("known.json", content)

        ran = run("lint", "a.json", "--baseline", "known.json")

        assert (2, b"", True) == (ran.code, ran.out, sentence in ran.err)


def _rearranged(document: Any, random: Random) -> Any:
    """Return a document with lists of items in another order, and a healthy item on top of each."""
    if isinstance(document, dict):
        new = dict(reversed(document.items()))
        new |= {"items": _shuffled(new["items"], random)} if isinstance(new.get("items"), list) else {}
        return new | ({"totalItems": new["totalItems"] + 1} if "totalItems" in new else {})
    return _shuffled(document, random) if isinstance(document, list) else document


def _shuffled(items: list[Any], random: Random) -> list[Any]:
    return [CLEAN, *random.sample(items, len(items))] if items else items


@pytest.mark.parametrize("dialect", ["sdk", "rest", "frontend", "component", "restold", "webhook"])
def test_rearranged_samples_stay_quiet(run: Run, make: Make, dialect: str) -> None:
    """Of every sample; only that a list is out of order is news."""
    samples = [*(Path(__file__).parents[1] / "corpus" / "samples").glob(f"{dialect}-*.json")]
    for path in samples:
        make(f"s/{path.name}", path.read_bytes())
    known = run("lint", "s", "--output-format", "jsonl", "--write-baseline", "known.json")
    for path in samples:
        document = _rearranged(json.loads(path.read_bytes()), Random(path.name))
        make(f"s/{path.name}", json.dumps(document, indent="\t").encode())

    ran = run("lint", "s", "--output-format", "jsonl", "--baseline", "known.json")

    assert (0, b"") == (known.code, known.out)
    assert {"O104", "L123"} >= {*codes(ran)}


class TestStale:
    """What is known and no longer found."""

    def test_is_counted_for_people(self, run: Run, make: Make) -> None:
        """With the way to be rid of it; nothing is changed."""
        make("a.json", [LINKED, TEXT])
        run("lint", "a.json", *SAID, "--write-baseline", "known.json")
        make("a.json", [CLEAN, TEXT])

        ran = run("lint", "a.json", *SAID, "--baseline", "known.json")

        assert 0 == ran.code
        assert "No longer found of known.json: 1 finding; --prune-baseline removes them.\n" in ran.err
        assert 2 == len(entries())

    def test_is_pruned(self, run: Run, make: Make) -> None:
        """Of the files that were read, and of those that are gone; what is new is no part of it."""
        for name in ("a.json", "b.json", "c.json"):
            make(name, [LINKED, TEXT])
        run("lint", ".", *SAID, "--write-baseline", "known.json")
        make("a.json", [BROKEN, TEXT])
        Path("b.json").unlink()

        ran = run("lint", "a.json", *SAID, "--baseline", "known.json", "--prune-baseline")

        assert (1, ["M101"]) == (ran.code, codes(ran))
        assert "Removed from known.json, as no longer found: 3 findings.\n" in ran.err
        assert [("a.json", "L101", 1), ("c.json", "L101", 1), ("c.json", "L102", 1)] == entries()
