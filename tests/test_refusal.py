"""A value that nobody needs never costs its item: laws over every optional place of every dialect."""

import copy
import json
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
from gallery_lens import schemas
from gallery_lens.places import Place, pointer
from update_corpus import CASES

DIALECTS: Final = ("velo", "rest", "frontend", "component", "rest-legacy", "cms")
TARGETS: Final = ("velo", "rest", "frontend", "component")
#: Without these there is no item; what stands below counts as optional only where it is said so.
NEEDED: Final = (
    *("type", "dataType", "image", "video", "text", "photoMetadata", "videoMetadata", "textMetadata"),
    *(
        "image/imageInfo",
        "image/imageInfo/id",
        "video/videoInfo",
        "video/videoInfo/id",
        "video/videoInfo/url",
    ),
    *(
        "text/html",
        "textMetadata/html",
        "src",
        "mediaUrl",
        "html",
        "metaData",
        "metaData/type",
        "file_url",
        "url",
        "metadata",
    ),
    *("metaData/videoUrl", "metaData/html", "metaData/isExternal", "id", "slug"),
    *("videoMetadata/externalId", "videoMetadata/source"),
)
TOLD: Final = ("S001", "S005", "S008", "S009")


class Spot(NamedTuple):
    """An optional place of an item."""

    dialect: str
    item: dict[str, Any]
    place: Place

    def __repr__(self) -> str:
        return f"{self.dialect} {self.item.get('title')} {pointer(self.place)}"


def places(value: Any, at: Place = ()) -> Iterator[Place]:
    """Yield the place of everything inside *value*."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*at, step)
        yield from places(inner, (*at, step))


def held(document: Any) -> list[dict[str, Any]]:
    """Return the items of a case."""
    inner = document.get("gallery", document) if isinstance(document, dict) else document
    return inner["items"] if isinstance(inner, dict) else inner


def errors(result: gl.Result) -> list[str]:
    """Return the errors of a result, in words."""
    return [
        f"{each.name} {each.pointer} {each.message}"
        for each in result.diagnostics
        if each.severity == "error"
    ]


def spots() -> list[Spot]:
    """Return every optional place of the items in which every field is filled."""
    found = []
    for dialect in DIALECTS:
        document = json.loads((CASES / f"every-field-{dialect}" / "input.json").read_text("utf-8"))
        for item in filter(lambda each: not errors(gl.convert(each, dialect, "velo")), held(document)):
            inside = (place for place in places(item) if "/".join(map(str, place)) not in NEEDED)
            found += [Spot(dialect, item, place) for place in inside]
    return found


SPOTS: Final = spots()
VALUES: Final = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(("", "null", "5", "x", "2021-02-31", "Mon Feb 08 2021", "undefined", "NaN"))
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)


def put(item: Any, place: Place, value: Any) -> Any:
    """Return a copy of *item* with *value* at *place*."""
    changed = copy.deepcopy(item)
    inner = changed
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    return changed


def told(result: gl.Result, place: Place) -> list[tuple[str, str]]:
    """Return what is said of values inside *place* that could not be read as they stand."""
    at = pointer(place)
    return [
        (each.code, each.pointer)
        for each in result.diagnostics
        if each.code in TOLD and f"{each.pointer}/".startswith(f"{at}/")
    ]


def refused(dialect: str, item: Any) -> set[str]:
    """Return the pointers of everything that the dialect's schema does not allow in *item*."""
    wrong = schemas.validator(f"{dialect}-item").iter_errors(item)
    return {pointer(tuple(leaf.absolute_path)) for error in wrong for leaf in leaves(error)}


def leaves(error: Any) -> Iterator[Any]:
    """Yield the errors that stand deepest."""
    if error.context:
        for inner in error.context:
            yield from leaves(inner)
    else:
        yield error


@given(st.sampled_from(SPOTS), VALUES, st.sampled_from(TARGETS))
def test_whatever_stands_at_an_optional_place_its_item_is_converted(
    spot: Spot, value: Any, target: str
) -> None:
    """No error, and everything that the schema refuses is reported once, at its place."""
    item = put(spot.item, spot.place, value)

    result = gl.convert(item, spot.dialect, target)

    assert [] == errors(result)
    if item.get("type") != "TEXT" or target != "frontend":
        assert result.converted == int(result.value is not None)
    found = told(result, spot.place)
    assert sorted(set(found)) == sorted(found)


@given(st.sampled_from([spot for spot in SPOTS if spot.dialect in TARGETS]), VALUES)
def test_what_is_refused_stays_verbatim_in_its_own_dialect(spot: Spot, value: Any) -> None:
    """It is given back as it was, key for key."""
    item = put(spot.item, spot.place, value)

    result = gl.convert(item, spot.dialect, spot.dialect)

    assert json.dumps(item) == json.dumps(result.value)
    assert result.lossless is not any(row.fate == "dropped" for row in result.ledger)


@given(st.sampled_from(SPOTS), VALUES)
def test_what_the_schema_refuses_is_told(spot: Spot, value: Any) -> None:
    """At its place or inside, unless it says nothing: an empty list for an object, the text ``null``."""
    item = put(spot.item, spot.place, value)
    at = pointer(spot.place)
    wrong = {each for each in refused(spot.dialect, item) if f"{each}/".startswith(f"{at}/")}

    result = gl.convert(item, spot.dialect, "rest" if spot.dialect != "rest" else "velo")

    silent = value in ([], "null", "") or value == {} or value is None
    if wrong and not silent:
        assert told(result, spot.place)
    if not wrong and value != "2021-02-31":
        assert not [each for each in told(result, spot.place) if each[0] in ("S001", "S005")]
