"""The ledger: every value of the input is accounted for, exactly once."""

import re
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
import strategies
from accounts import unaccounted
from declared import properties
from gallery_lens.conversion.ledger import Fate
from gallery_lens.dialects import DIALECTS
from gallery_lens.places import resolve
from test_laws import GALLERIES, ITEMS, READ, READ_GALLERIES
from unread import UNREAD

TARGETS = tuple(ITEMS)
#: Items in one spelling: what another one stands for is not read.
PLAIN = READ | {"component": strategies.plain_component_items()}


def taken_for_unknown(item: Any, source: str, result: gl.Result) -> list[str]:
    """Pointers to declared fields that were lost as undeclared ones, although they are read."""
    kind = DIALECTS[source].kind(item) or ""
    unknown = [row.pointer for row in result.ledger if row.code == "L125" and resolve(item, row.pointer)]
    return [at for at in unknown if _is_read(re.sub(r"/[0-9]+(?=/|$)", "/*", at), kind, source)]


def _is_read(path: str, kind: str, source: str) -> bool:
    # What the component shows while the pointer rests has a kind of its own.
    hovering = source == "component" and path.startswith("/secondaryMedia/")
    declared = not hovering and path in properties(f"{source}-item")
    return declared and kind not in UNREAD[source].get(path, ())


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("source", READ)
@given(data=st.data())
def test_every_leaf_has_one_row(source: str, target: str, data: st.DataObject) -> None:
    """The rows are the leaves of the document, in its order, and each says what is so."""
    document = data.draw(strategies.wrapped(READ[source], READ_GALLERIES.get(source)))
    result = gl.convert(document, source, target)

    assert unaccounted(document, result) == []
    assert [row for row in result.ledger if row.fate is Fate.DROPPED and row.code is None] == []
    assert result.lossless is all(row.fate is not Fate.DROPPED for row in result.ledger)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("source", READ)
@given(data=st.data())
def test_declared_fields_are_never_unknown(source: str, target: str, data: st.DataObject) -> None:
    """A field that the source's schema declares is not taken for an undeclared one."""
    item = data.draw(PLAIN[source])
    result = gl.convert(item, source, target)

    assert [] == taken_for_unknown(item, source, result)


@pytest.mark.parametrize("source", ["velo", "rest"])
@given(data=st.data())
def test_a_sidecar_keeps_what_is_dropped(source: str, data: st.DataObject) -> None:
    """Every leaf that the output lacks is in the sidecar, where it stood, and still has its code."""
    document = data.draw(strategies.wrapped(ITEMS[source], GALLERIES.get(source)))
    without = gl.convert(document, source)
    result = gl.convert(document, source, sidecar=True)

    dropped = [row for row in without.ledger if row.fate is Fate.DROPPED]
    kept = [row for row in result.ledger if row.fate is Fate.SIDECAR]
    assert [attrs.evolve(row, fate=Fate.SIDECAR) for row in dropped] == kept
    assert [row for row in result.ledger if row.fate is Fate.DROPPED] == []
    beside = result.sidecar["document"]
    assert all(repr(resolve(document, row.pointer)) == repr(resolve(beside, row.pointer)) for row in kept)


def test_without_a_sidecar_nothing_is_in_it() -> None:
    """Between backends there is none, whatever was asked for."""
    item = {"image": {"imageInfo": {"id": "a.jpg", "filename": "a", "altText": "A", "width": 1, "height": 2}}}
    result = gl.convert(item, "rest", "velo", sidecar=True)

    assert (None, ["L106"]) == (
        result.sidecar,
        [row.code for row in result.ledger if row.fate is Fate.DROPPED],
    )


@pytest.mark.parametrize("dialect", ITEMS)
@given(data=st.data())
def test_a_dialect_keeps_everything_of_its_own(dialect: str, data: st.DataObject) -> None:
    """Converting a dialect to itself keeps every leaf where it is."""
    item = data.draw(ITEMS[dialect])
    result = gl.convert(item, dialect, dialect)

    assert result.rejects or {Fate.KEPT} == {row.fate for row in result.ledger}


def _sorted(*orders: float) -> list[Any]:
    picture = "wix:image://v1/a.jpg/a.jpg#originWidth=8&originHeight=6"
    return [{"type": "IMAGE", "image": {"imageInfo": picture}, "sortOrder": order} for order in orders]


@pytest.mark.parametrize(
    ("orders", "options"), [((1, 2.5), {}), ((3, 2), {}), ((3, 1, 2), {"order": "sort-order"})]
)
def test_a_place_says_what_a_sort_order_does(orders: tuple[float, ...], options: dict[str, str]) -> None:
    """If the list shows the order: then nothing is lost, and nothing told."""
    result = gl.convert(_sorted(*orders), "velo", **options)

    assert result.lossless
    assert [row.fate for row in result.ledger if row.how == "place in the list"] == [Fate.TRANSFORMED] * len(
        orders
    )
    assert {found.code for found in result.diagnostics} <= {"O104", "O107"}


@pytest.mark.parametrize("orders", [(1, 1), (1, 3, 2)])
def test_a_list_out_of_order_says_nothing(orders: tuple[float, ...]) -> None:
    """Then every sort order is reported."""
    result = gl.convert(_sorted(*orders), "velo")

    assert not result.lossless
    assert len(orders) == sum(found.code == "L123" for found in result.diagnostics)


def test_noise_is_ignored_and_defaults_are_implied() -> None:
    """Neither has a code, and neither makes a result lossy."""
    (item,) = _sorted(1)
    item |= {"tags": {"values": ["_fileOrigin_uploaded"]}, "link": {"url": "/a", "target": "_blank"}}
    result = gl.convert([item], "velo")

    fates = {row.pointer: (row.fate, row.code) for row in result.ledger}
    assert result.lossless
    assert (Fate.IGNORED, None) == fates["/0/tags/values/0"]
    assert (Fate.IMPLIED, None) == fates["/0/link/target"]


def test_what_is_lost_of_a_gallery_is_told_once() -> None:
    """Its fields have the code of the one finding."""
    result = gl.convert(
        {"gallery": {"_id": "a", "name": "B", "totalItems": 2, "items": _sorted(1, 2)}}, "velo"
    )

    (found,) = result.diagnostics
    assert ("L132", "info", "/gallery") == (found.code, found.severity, found.pointer)
    assert {"_id": "a", "name": "B"} == found.value
    lost = {row.pointer for row in result.ledger if row.fate is Fate.DROPPED}
    assert {"/gallery/_id", "/gallery/name"} == lost


def test_encodings_of_older_items_are_where_they_went() -> None:
    """One with an address for each format becomes one for each; their sizes are those of the first."""
    one = {
        "videoMode": "720p",
        "width": 1280,
        "height": 720,
        "urls": {"mp4": "https://a.example/1", "webm": "/2"},
    }
    two = {"videoMode": "480p", "width": 640, "height": 480, "urls": {"mp4": "https://a.example/3"}}
    document = {"id": "x", "dataType": "Video", "videoMetadata": {"resolutions": [one, two]}}
    document["mediaUrl"] = "https://video.wixstatic.com/video/4d2a9c_1/720p/mp4/file.mp4"
    result = gl.convert(document, "rest-legacy", "rest")

    rows = [row for row in result.ledger if "/resolutions/" in row.pointer]
    assert {Fate.MOVED} == {row.fate for row in rows}
    for row in rows:
        assert resolve(document, row.pointer) == resolve(result.value, row.to)


@pytest.mark.parametrize("key", ["totalItems", "totalItemsCount"])
def test_a_total_that_agrees_is_implied(key: str) -> None:
    """Under either name; one that does not is told."""
    agreeing = gl.convert({key: 2, "items": _sorted(1, 2)}, "velo")
    falling_short = gl.convert({key: 3, "items": _sorted(1, 2)}, "velo")

    assert (True, ()) == (agreeing.lossless, agreeing.diagnostics)
    assert Fate.IMPLIED is agreeing.ledger[0].fate
    assert ["L132", "I104"] == [found.code for found in falling_short.diagnostics]


@pytest.mark.parametrize(
    "beside",
    [
        {"metadata": {"count": 2, "offset": 0, "total": 2, "tooManyToCount": False}},
        {"paging": {"limit": 50, "offset": 0}, "totalItems": 2},
        {"pagingMetadata": {"count": 2, "cursors": {"next": None}, "hasNext": False}},
        {"length": 2, "currentPage": 0, "totalPages": 1, "totalCount": 2, "pageSize": 50, "hasNext": False},
    ],
)
def test_what_is_said_of_a_page_that_agrees_is_implied(beside: dict[str, Any]) -> None:
    result = gl.convert({"items": _sorted(1, 2), **beside}, "velo")

    assert (True, ()) == (result.lossless, result.diagnostics)
    fates = [row.fate for row in result.ledger if not row.pointer.startswith("/items")]
    assert {Fate.IMPLIED} == set(fates)


@pytest.mark.parametrize(
    "beside",
    [
        {"metadata": {"count": 3}},
        {"paging": {"offset": 50}},
        {"paging": {"limit": 1}},
        {"pagingMetadata": {"cursors": {"next": "abc"}}},
        {"hasNext": True},
        {"pagingMetadataV2": {"requestedBy": "me"}},
        {"paging": None},
    ],
)
def test_what_is_said_of_a_page_that_does_not_agree_is_told(beside: dict[str, Any]) -> None:
    """All but null, which says nothing."""
    result = gl.convert({"items": _sorted(1, 2), **beside}, "velo")

    told = [] if None in beside.values() else ["L125"]
    assert told == [found.code for found in result.diagnostics]
    assert result.lossless is not bool(told)


def test_pages_that_are_all_there_agree_together() -> None:
    """Each counts what stands before it; a cursor leads to the next one."""
    pages = [
        {"items": _sorted(1, 2), "paging": {"offset": 0, "total": 3, "cursors": {"next": "abc"}}},
        {"items": _sorted(3), "paging": {"offset": 2, "total": 3, "cursors": {}}},
    ]

    assert gl.convert(pages, "velo").lossless
    assert not gl.convert(pages[:1], "velo").lossless
    assert not gl.convert(pages[1:], "velo").lossless


@pytest.mark.parametrize(("total", "codes"), [(2, []), (3, ["I104", "L125"])])
def test_a_count_of_galleries_that_agrees_is_implied(total: int, codes: list[str]) -> None:
    ids = ("6a5a4d2e-2a54-4c1b-9d8e-3f1f0c9b7a11", "6a5a4d2e-2a54-4c1b-9d8e-3f1f0c9b7a12")
    galleries = [{"_id": id, "items": _sorted(1)} for id in ids]

    result = gl.convert({"galleries": galleries, "totalGalleries": total}, "velo")

    assert codes == [found.code for found in result.diagnostics]
    assert result.lossless is not bool(codes)
