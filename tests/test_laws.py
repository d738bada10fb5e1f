"""Laws that hold for every document, not only for those that somebody thought of."""

import copy
import itertools
import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

import cattrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
import strategies
from accounts import leaves
from gallery_lens import media, order, schemas
from gallery_lens.dialects import DIALECTS
from gallery_lens.dialects.noise import resolutions_tell
from gallery_lens.model import Clip, Resolution
from gallery_lens.places import resolve

ITEMS = {
    "velo": strategies.velo_items(),
    "rest": strategies.rest_items(),
    "frontend": strategies.frontend_items(),
    "component": strategies.component_items(),
}
GALLERIES = {
    "velo": strategies.velo_galleries(),
    "rest": strategies.rest_galleries(),
    "component": strategies.component_galleries(),
}
#: Dialects that are read, and never written.
READ_ONLY = {"rest-legacy": strategies.rest_legacy_items(), "cms": strategies.cms_items()}
READ = ITEMS | READ_ONLY
READ_GALLERIES = GALLERIES | {"rest-legacy": strategies.rest_legacy_galleries()}
PAIRS = list(itertools.permutations(ITEMS, 2))
ONE_WAY = list(itertools.product(READ_ONLY, ITEMS))
#: The schema of one item that comes out of a conversion, by its target.
EMITTED = {name: "frontend-view-item" if name == "frontend" else f"{name}-item" for name in ITEMS}


def same(one: Any, other: Any) -> bool:
    """Equal as JSON: 1 and 1.0 are two numbers, true is none."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and repr(one) == repr(other)


def at(document: Any, pointer: str) -> Any:
    """What stands at *pointer*, or nothing."""
    try:
        return resolve(document, pointer)
    except (LookupError, ValueError, TypeError):
        return ...


def accepts(dialect: str, wire: Any, model: type) -> bool:
    """Whether the dialect's converter takes *wire*."""
    try:
        gl.converter(dialect).structure(wire, model)
    except cattrs.BaseValidationError:
        return False
    return True


@pytest.mark.parametrize("dialect", READ)
@given(data=st.data())
def test_converter_and_schema_take_the_same_items(dialect: str, data: st.DataObject) -> None:
    """What the converter takes is exactly what the schema takes, item by item."""
    wire = data.draw(READ[dialect] | strategies.near_misses(f"{dialect.replace('-', '_')}_items"))

    assert schemas.validator(f"{dialect}-item").is_valid(wire) is accepts(dialect, wire, gl.Item)


@pytest.mark.parametrize("dialect", READ_GALLERIES)
@given(data=st.data())
def test_converter_and_schema_take_the_same_galleries(dialect: str, data: st.DataObject) -> None:
    """What the converter takes is exactly what the schema takes, for whole galleries."""
    near = strategies.near_misses(f"{dialect.replace('-', '_')}_galleries")
    wire = data.draw(READ_GALLERIES[dialect] | near)

    assert schemas.validator(f"{dialect}-gallery").is_valid(wire) is accepts(dialect, wire, gl.Gallery)


@pytest.mark.parametrize("dialect", ITEMS)
@given(data=st.data())
def test_a_dialect_gets_its_own_back(dialect: str, data: st.DataObject) -> None:
    """Converting a dialect to itself changes nothing, in any wrapper."""
    document = data.draw(strategies.wrapped(ITEMS[dialect], GALLERIES.get(dialect)))

    result = gl.convert(document, dialect, dialect)

    assert same(document, result.value)
    assert result.rejects == ()


@pytest.mark.parametrize("dialect", ITEMS)
@given(data=st.data())
def test_the_model_gives_back_what_was_read(dialect: str, data: st.DataObject) -> None:
    """Reading an item into the model and writing it in the same dialect changes nothing."""
    wire = data.draw(ITEMS[dialect])
    converter = gl.converter(dialect)

    assert same(wire, converter.unstructure(converter.structure(wire, gl.Item)))


@pytest.mark.parametrize("dialect", GALLERIES)
@given(data=st.data())
def test_read_and_write_give_back_a_gallery(dialect: str, data: st.DataObject) -> None:
    """``gl.read`` and ``gl.write`` change nothing in a gallery."""
    wire = data.draw(GALLERIES[dialect].filter(lambda gallery: "items" in gallery))

    assert same(wire, gl.write(gl.read(wire, dialect), dialect))


@pytest.mark.parametrize("pair", [*PAIRS, *ONE_WAY], ids="-".join)
@given(data=st.data())
def test_emitted_items_are_valid(pair: tuple[str, str], data: st.DataObject) -> None:
    """Every item that comes out is what the target's schema describes, and no NaN is in it."""
    source, target = pair
    items = data.draw(st.lists(READ[source], max_size=4))

    result = gl.convert(items, source, target)

    for item in result.value:
        schemas.validator(EMITTED[target]).validate(item)  # type: ignore[attr-defined]
    assert json.dumps(result.value, allow_nan=False)
    assert result.converted == len(result.value)


@pytest.mark.parametrize("pair", [*PAIRS, *ONE_WAY], ids="-".join)
@given(data=st.data())
def test_diagnostics_are_valid_and_in_order(pair: tuple[str, str], data: st.DataObject) -> None:
    """Every diagnostic is what its schema describes, and names a place that exists."""
    source, target = pair
    document = data.draw(strategies.wrapped(READ[source], READ_GALLERIES.get(source)))

    result = gl.convert(document, source, target)

    for found in result.diagnostics:
        schemas.validator("diagnostic").validate(found.to_dict())  # type: ignore[attr-defined]
        assert at(document, found.pointer) is not ...
        assert json.dumps(found.to_dict())
    assert result.diagnostics == gl.convert(document, source, target).diagnostics


@pytest.mark.parametrize("pair", [*PAIRS, *ONE_WAY], ids="-".join)
@given(data=st.data())
def test_the_input_is_unchanged(pair: tuple[str, str], data: st.DataObject) -> None:
    """A conversion changes nothing in what it is given, and shares nothing that changes with it."""
    source, target = pair
    document = data.draw(strategies.wrapped(READ[source], READ_GALLERIES.get(source)))
    before = copy.deepcopy(document)

    gl.convert(document, source, target)

    assert same(before, document)


def is_covered(pointer: str, result: gl.Result) -> bool:
    """Whether a diagnostic speaks of the value at *pointer*, or of something around or inside it."""
    return any(
        found.pointer == pointer
        or pointer.startswith(found.pointer + "/")
        or found.pointer.startswith(pointer + "/")
        for found in result.diagnostics
        if found.pointer
    )


def is_mentioned(value: Any, result: gl.Result) -> bool:
    """Whether a diagnostic of the way back shows *value*, which stands elsewhere by then."""
    shown = [leaf for found in result.diagnostics for _, leaf in leaves(found.value)]
    return value in shown or any(same_picture(value, leaf) for leaf in shown)


def same_picture(one: Any, other: Any) -> bool:
    """Whether two texts name one picture of the Media Manager."""
    both = isinstance(one, str) and isinstance(other, str)
    return both and media_id(one) is not None and media_id(one) == media_id(other)


def is_nothing(value: Any) -> bool:
    """Whether there is nothing to lose: null and empty are absent to a page."""
    return value in (None, "", {}, []) if not isinstance(value, bool | int | float) else False


def same_instant(one: Any, other: Any) -> bool:
    """Whether two texts are one instant, to the millisecond."""
    try:
        first, second = (datetime.fromisoformat(text).astimezone(UTC) for text in (one, other))
    except (TypeError, ValueError, OverflowError):
        return False
    return abs((first - second).total_seconds()) < 0.001


def same_medium(one: Any, other: Any) -> bool:
    """Whether two texts are one medium, however its name and sizes are spelled."""
    try:
        return isinstance(one, str) and media.parse(one) == media.parse(other)
    except (media.MediaError, AttributeError, TypeError):
        return False


def is_kept(pointer: str, one: Any, other: Any) -> bool:
    """Whether a value came back as it was; dates, media and sizes perhaps in another spelling."""
    if pointer.endswith(("width", "height")):
        return bool(one == other)
    if pointer.endswith(("/thumbnail", "/mediaUrl")) and isinstance(other, str) and media_id(other):
        return media_id(other) in (media_id(one), one.rpartition("/")[2])
    return (
        same(one, other) or same_medium(one, other) or (pointer.endswith("Date") and same_instant(one, other))
    )


def lost_unseen(item: Any, source: str, target: str) -> list[str]:
    """The leaves of *item* that a round trip loses although nothing was said about them."""
    there = gl.convert(item, source, target)
    if there.value is None:
        return [] if there.diagnostics else [""]
    back = gl.convert(there.value, target, source)
    if back.value is None:
        return [] if back.diagnostics else [""]
    return [
        pointer
        for pointer, value in leaves(item)
        if not is_nothing(value)
        and not is_kept(pointer, value, at(back.value, pointer))
        and not is_kept(pointer, value, at(back.value, pointer.replace("/posters/1/", "/posters/0/")))
        and not is_covered(pointer, there)
        and not is_mentioned(value, back)
        and not is_derived(pointer, value, item)
    ]


def media_id(text: str) -> str | None:
    """The picture of the Media Manager that an address names."""
    try:
        return media.parse(text).id or media.cdn_id(text) or media.video_cdn_id(text)
    except media.MediaError:
        return None


def is_noise(pointer: str, value: Any, item: Any) -> bool:
    """Whether Wix sets a value by itself: it says what would hold without it, or nothing."""
    if pointer.endswith("/link/type"):
        return value.upper() in ("NONE", "UNDEFINED", "EXTERNAL", "WEB")
    if pointer.startswith("/tags/values/") and isinstance(item["tags"], dict):
        return all(tag.startswith("_") for tag in item["tags"]["values"])
    if pointer.startswith("/video/videoInfo/resolutions/"):
        return not resolutions_tell(*_resolutions(item))
    return pointer.endswith(("/link/target", "/target")) and value == "_blank"


def _resolutions(item: Any) -> tuple[tuple[Resolution, ...], Clip]:
    clip = DIALECTS["rest"].structure(item).video.clip
    return clip.resolutions, clip


def is_derived(pointer: str, value: Any, item: Any) -> bool:
    """Whether a value follows from others: what kind a medium is, its plain address, its loose spelling."""
    if pointer.endswith(("/overrideQuality", "/overrideUsm")) or pointer == "/secondaryMedia/metaData/type":
        return True
    if pointer == "/alt":
        return bool(value == media.parse(item["src"]).name)
    if pointer.startswith("/metaData/focalPoint/"):
        return bool(item["metaData"]["focalPoint"] == [0.5, 0.5])
    if pointer.endswith(("metaData/width", "metaData/height")):
        return bool(value == 0)
    if is_noise(pointer, value, item):
        return True
    if pointer == "/video/duration":
        return bool(order.numeric(value) == item["video"].get("durationInMillis"))
    if pointer == "/thumbnail":
        return media_id(value) is not None and str(media_id(value)) in item["src"]
    if pointer.startswith("/image/focalPoint/"):
        return all(item["image"]["focalPoint"].get(axis) == 0.5 for axis in "xy")
    if pointer in ("/image/type", "/video/type", "/secondaryMedia/image/type", "/type"):
        return value in ("UNDEFINED", "WIX_MEDIA", "EXTERNAL", "YOUTUBE", "VIMEO") or pointer == "/type"
    return False


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
@given(data=st.data())
def test_nothing_is_lost_unseen(pair: tuple[str, str], data: st.DataObject) -> None:
    """What a round trip does not bring back was reported on the way."""
    source, target = pair
    plain = {"component": strategies.plain_component_items()}
    item = data.draw((ITEMS | plain)[source])

    assert lost_unseen(item, source, target) == []


def is_in(value: Any, result: gl.Result) -> bool:
    """Whether *value* is somewhere in the output, perhaps in an address or in another spelling."""
    held = [leaf for _, leaf in leaves(result.value)]
    if any(same(value, leaf) or same_instant(value, leaf) for leaf in held):
        return True
    texts = [unquote(leaf) for leaf in held if isinstance(leaf, str)]
    names = {str(value), f"{value:.0f}" if isinstance(value, float) else "", media_id(str(value)) or ""} - {
        ""
    }
    return any(name in text for name in names for text in texts) or order.numeric(value) in held


@pytest.mark.parametrize("pair", ONE_WAY, ids="-".join)
@given(data=st.data())
def test_nothing_is_lost_unseen_on_the_only_way(pair: tuple[str, str], data: st.DataObject) -> None:
    """What is only read is in the output, or reported."""
    source, target = pair
    item = data.draw(READ[source])
    result = gl.convert(item, source, target)

    assert [] == [
        pointer
        for pointer, value in leaves(item)
        if not is_nothing(value)
        and not is_in(value, result)
        and not is_covered(pointer, result)
        and not (result.value is None and result.diagnostics)
        and not is_derived_in(source, pointer, value, item)
    ]


_CMS_FOCAL = ("/settings/focalPoint/x", "/settings/focalPoint/y")


def is_derived_in(source: str, pointer: str, value: Any, item: Any) -> bool:
    """Whether a value of an older dialect says what other values say, or what is so by default."""
    if pointer in ("/dataType", "/type") or is_noise(pointer, value, item):
        return True
    if (source, pointer) == ("cms", "/id"):
        return bool(value == item.get("slug"))  # of which is told what there is to tell
    if pointer.endswith(("/width", "/height")):
        return value == 0
    if pointer in ("/photoMetadata/focalPoint/x", "/photoMetadata/focalPoint/y", *_CMS_FOCAL):
        held = item["photoMetadata" if source == "rest-legacy" else "settings"]
        return all(held["focalPoint"].get(axis) == 0.5 for axis in "xy")
    return pointer in ("/photoMetadata/type", "/videoMetadata/type", "/videoMetadata/source")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["items", "gallery", "item", "galleries", "_id", "id", "image", "video", "text", "src"]
            )
            | st.text(max_size=3),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(json_values, st.sampled_from(["auto", *READ]), st.sampled_from(list(ITEMS)))
def test_anything_can_be_converted(document: Any, source: str, target: str) -> None:
    """Whatever is given, there is an answer: a value, or diagnostics that say why not."""
    result = gl.convert(document, source, target)

    assert result.items >= result.converted
    assert all(at(document, found.pointer) is not ... for found in result.diagnostics)
    assert result.converted == result.items or result.diagnostics


def test_a_plain_address_is_rebuilt() -> None:
    """The address that REST gives beside an id comes back from the id alone."""
    item = {
        "image": {
            "imageInfo": {"id": "a~mv2.jpg", "url": media.picture_url("a~mv2.jpg"), "height": 1, "width": 2}
        }
    }

    assert same(item, gl.to_rest(gl.to_velo(item)))
