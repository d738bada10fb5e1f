"""The strategies: all of what they promise is valid, and they leave no corner of a schema out."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

import strategies
from declared import properties
from gallery_lens import media, schemas

VALID = [
    ("velo_items", "velo-item"),
    ("velo_galleries", "velo-gallery"),
    ("rest_items", "rest-item"),
    ("rest_galleries", "rest-gallery"),
    ("rest_legacy_items", "rest-legacy-item"),
    ("rest_legacy_galleries", "rest-legacy-gallery"),
    ("frontend_items", "frontend-item"),
    ("frontend_lists", "frontend-items"),
    ("cms_items", "cms-item"),
    ("component_items", "component-item"),
    ("component_galleries", "component-gallery"),
    ("cms_lists", "cms-items"),
]

#: The beginning of an undeclared key, which is longer than the ``x`` of a focal point.
UNDECLARED = re.compile("/x(?=.)", re.DOTALL)
#: What keeps values out, or might.
CONSTRAINTS = {"type", "enum", "pattern", "minimum", "maximum"}


def collected(strategy: Any, examples: int, number: int = 0) -> list[Any]:
    """Draw many examples; others for another *number*."""
    found: list[Any] = []

    @seed(number)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(example: Any) -> None:
        found.append(example)

    draw()
    return found


#: How many documents are drawn at once, and how often: what Hypothesis draws is not the same in every run.
SOME, ROUNDS = 300, 20


@cache
def documents(strategy: str, number: int) -> list[Any]:
    """Return some of what a valid strategy gives; others for another *number*."""
    return collected(getattr(strategies, strategy)(), SOME, number)


def unmet(strategy: str, wanted: set[Any], reached: Callable[[str, Any], Iterable[Any]]) -> set[Any]:
    """Return what of *wanted* no value of any document reaches, told by its path and itself."""
    left = set(wanted)
    for number in range(ROUNDS):
        if left:
            values = (pair for one in documents(strategy, number) for pair in met(one))
            left.difference_update(each for pair in values for each in reached(*pair))
    return left


def own(schema: str) -> dict[str, list[dict[str, Any]]]:
    """Return what a schema says of its own properties, those of items in it left out."""
    said = properties(schema)
    inner = [f"{path}/" for path in said if path and any(one in said[""] for one in said[path])]
    return {
        path: said[path]
        for path in said
        if (schema.endswith("-item") or path.count("*") < 1) and not path.startswith(tuple(inner))
    }


def words(schema: str) -> set[tuple[str, str]]:
    """Return every word that a schema allows for one of its own properties, with the path."""
    said = [(path, one) for path, there in own(schema).items() for one in there]
    return {(path, word) for path, one in said for word in one.get("enum", ()) if word is not None}


def nullable(schema: str) -> set[str]:
    """Return the names of a schema's own properties that may be null."""
    said = [(path, one) for path, there in own(schema).items() for one in there]
    return {name(path) for path, one in said if "null" in one.get("type", ()) or None in one.get("enum", ())}


def name(path: str) -> str:
    """Return the last step of a path."""
    return path.rpartition("/")[2]


def met(value: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every value inside a document with its path; an element of an array is ``*``."""
    yield at, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from met(inner, f"{at}/{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from met(inner, f"{at}/*")


class TestValidDocuments:
    """Documents that the schemas take."""

    @pytest.mark.parametrize(("strategy", "schema"), VALID)
    def test_validate(self, strategy, schema):
        """Whatever a strategy gives is valid by its schema."""

        @settings(max_examples=100, deadline=None)
        @given(getattr(strategies, strategy)())
        def check(document: Any) -> None:
            assert list(schemas.validator(schema).iter_errors(document)) == []

        check()

    @pytest.mark.parametrize(("strategy", "schema"), VALID)
    def test_reach_every_property(self, strategy, schema):
        """Every property occurs, with every word that is allowed for it, and those of its name with null."""
        assert set() == unmet(strategy, set(own(schema)), lambda path, value: [path])
        assert set() == unmet(
            strategy, words(schema), lambda path, value: [(path, value)] if isinstance(value, str) else []
        )
        assert set() == unmet(
            strategy, nullable(schema), lambda path, value: [name(path)] if value is None else []
        )

    @pytest.mark.parametrize(("strategy", "schema"), VALID)
    def test_reach_undeclared_keys_at_every_level(self, strategy, schema):
        """Beside every declared property an undeclared one occurs, and none that another dialect declares."""
        paths = {path for one in documents(strategy, 0) for path, _ in met(one)}
        levels = {path.rpartition("/")[0] for path in own(schema) if path and not path.endswith("*")}
        backend = set().union(*(properties(f"{name}-item").keys() for name in ("velo", "rest")))

        assert set() == unmet(strategy, levels, lambda path, value: UNDECLARED.split(path)[:-1][:1])
        assert set() == (paths - properties(schema).keys()) & backend

    def test_lists_of_a_page_hold_items(self):
        """Arrays are empty, short and longer."""
        assert {0, 1, 2, 3, 4} == {len(found) for found in collected(strategies.frontend_lists(), 200)}

    def test_numbers_are_of_every_sort(self):
        """Sort orders are integers too big for a float, whole floats, denormals, minus zero and text."""
        found = collected(strategies.sort_orders(), 500)
        spelled = {json.dumps(number) for number in found}

        assert {"1", "1.0", "-0.0", "1e+308", "5e-324", "null", '"NaN"', '"420"', str(10**30)} <= spelled


class TestText:
    """Text that is hard to carry."""

    def test_odd_characters(self):
        """Texts hold astral, combining, invisible and control characters, and never a surrogate."""
        found = Counter("".join(collected(strategies.texts(), 1000)))

        assert {"😀", "\u0301", "\u2028", "\x00", "\r", "/", "~"} <= found.keys()
        assert [character for character in found if "\ud800" <= character <= "\udfff"] == []

    def test_surrogates(self):
        """Surrogate text cannot be written as UTF-8."""
        for found in collected(strategies.surrogate_text(), 100):
            with pytest.raises(UnicodeEncodeError):
                found.encode()


class TestAddresses:
    """Media texts of every sort."""

    @pytest.mark.parametrize(("strategy", "kind"), [("strict_images", "image"), ("strict_videos", "video")])
    def test_strict(self, strategy, kind):
        """Strict texts follow the grammar, and all of them can be read."""
        found = collected(getattr(strategies, strategy)(), 300)

        assert [text for text in found if not media.is_strict(text)] == []
        assert {kind} == {media.parse(text).kind for text in found}

    @pytest.mark.parametrize(("strategy", "kind"), [("loose_images", "image"), ("loose_videos", "video")])
    def test_loose(self, strategy, kind):
        """Loose texts are off the grammar, and read as their kind, whatever is wrong with their names."""
        found = collected(getattr(strategies, strategy)(), 300)

        assert [text for text in found if media.is_strict(text) and "undefined" not in text] == []
        assert kind in set(map(reading, found)) <= {kind, "malformed"}

    def test_web(self):
        """Web addresses are at YouTube, Vimeo, Wix and elsewhere; those at Wix are read as media."""
        found = collected(strategies.web_addresses(), 100)

        assert {"web", "image"} <= set(map(reading, found)) <= {"web", "image", "video"}
        assert {"YOUTUBE", "VIMEO", None} == set(map(media.video_host, found))

    def test_foreign(self):
        """Foreign addresses are of every sort but pictures and videos; a text may look like a bare id."""
        found = set(map(reading, collected(strategies.foreign_addresses(), 300)))

        assert {"vector", "document", "audio", "malformed", "unsupported"} == found - {"image"}


def reading(text: str) -> str:
    """Say what a media text is read as, or why it is not."""
    try:
        return media.parse(text).kind
    except media.MediaError as error:
        return error.reason


# ---------------------------------------------------------------- wrappers and near misses


class TestWrapped:
    """What documents come in."""

    def test_every_wrapper_occurs(self):
        """Items and galleries come alone, in lists, and in every object that Wix puts around them."""
        found = collected(strategies.wrapped(strategies.velo_items(), strategies.velo_galleries()), 500)
        keys = {key for one in found if isinstance(one, dict) for key in one}

        assert {list, dict} == set(map(type, found))
        assert {
            "item",
            "items",
            "gallery",
            "galleries",
            "totalGalleries",
            "itemsInGalleries",
            "title",
        } <= keys

    def test_galleries_may_be_items_alone(self):
        """Items of a page have no galleries of their own, but come in the same wrappers."""
        found = collected(strategies.wrapped(strategies.frontend_items()), 300)
        galleries = [one["gallery"] for one in found if isinstance(one, dict) and "gallery" in one]

        assert galleries
        assert all(schemas.validator("frontend-items").is_valid(gallery["items"]) for gallery in galleries)


class TestNearMisses:
    """Documents that are nearly right."""

    @pytest.mark.parametrize(("strategy", "schema"), VALID)
    def test_miss_every_property(self, strategy, schema):
        """Every property that a schema says anything about is refused in some near miss."""
        said = {path for path, there in own(schema).items() if any(CONSTRAINTS & one.keys() for one in there)}
        near = strategies.near_misses(strategy, st.builds(dict), frozenset(own(schema)))
        found = collected(near, 40 * len(own(schema)))
        errors = [error for document in found for error in schemas.validator(schema).iter_errors(document)]
        places = {
            "".join(f"/{'*' if isinstance(at, int) else at}" for at in error.absolute_path)
            for error in errors
        }

        assert set() == said - places

    @pytest.mark.parametrize(("strategy", "schema"), VALID)
    def test_some_hit(self, strategy, schema):
        """A fair part of the near misses is valid all the same, so that both verdicts are tested."""
        found = collected(strategies.near_misses(strategy), 300)
        hits = sum(map(schemas.validator(schema).is_valid, found))

        assert 0.1 < hits / len(found) < 0.9

    def test_unknown_name(self):
        """A strategy that there is not has no near misses."""
        with pytest.raises(KeyError):
            strategies.near_misses("wix_items")
