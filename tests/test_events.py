"""Events: what comes out of them, and how JSON text inside JSON text is taken apart and put together."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import gallery_lens as gl
import strategies
from gallery_lens import events, wrappers
from gallery_lens.errors import UsageError
from gallery_lens.places import resolve

SAMPLES = Path(__file__).parent / "corpus" / "samples"
NAMES = sorted(path.stem for path in SAMPLES.iterdir() if path.stem.startswith(("velo", "webhook")))
PICTURE = "wix:image://v1/11062b_river~mv2.jpg/river.jpg#originWidth=800&originHeight=600"
ITEM_ID = "95db0595-6b60-52e2-b98a-ad02414ff161"
GALLERY_ID = "be14973b-a14a-55c4-854f-19547553bcb0"
VELO_ITEM = {"_id": ITEM_ID, "type": "IMAGE", "title": "River", "image": {"imageInfo": PICTURE}}
REST_ITEM = {
    "id": ITEM_ID,
    "type": "IMAGE",
    "title": "River",
    "image": {
        "imageInfo": {"id": "11062b_river~mv2.jpg", "width": 800, "height": 600, "filename": "river.jpg"}
    },
}
VIEW = {"type": "image", "slug": ITEM_ID, "src": PICTURE, "title": "River"}
METADATA = {"entityId": GALLERY_ID, "id": "e", "eventTime": "2022-08-04T10:00:09.559484Z"}
#: Where the four happenings hold their content: documented keys, and those of the SDK.
BODIES = [("actionEvent", key) for key in ("bodyAsJson", "body")]
ENTITIES = [
    ("createdEvent", "entityAsJson"),
    ("createdEvent", "entity"),
    ("updatedEvent", "currentEntityAsJson"),
    ("updatedEvent", "currentEntity"),
]


def sample(name: str) -> Any:
    return json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def domain_event(slug: str, happening: str, held: Any, **more: Any) -> dict[str, Any]:
    return {"id": "e", "slug": slug, "entityId": GALLERY_ID, happening: held, **more}


def claims(event: Any, *, outer: bool = True, inner: bool = True) -> dict[str, Any]:
    """The claims of a webhook's token, with text or objects at both levels."""
    data = {"eventType": "wix.pro_gallery.v2.gallery", "data": json.dumps(event) if inner else event}
    return {"data": json.dumps(data) if outer else data, "iat": 1639654876}


def found(result: gl.Result) -> list[tuple[str, str]]:
    return [(each.name, each.pointer) for each in result.diagnostics]


@pytest.mark.parametrize("name", NAMES)
def test_an_event_goes_back_unchanged(name: str) -> None:
    """Converting an event to its own dialect changes nothing, not even the blanks in its texts."""
    document = sample(name)
    dialect = "velo" if name.startswith("velo") else "rest"

    result = gl.convert(document, target=dialect)

    assert document == result.value
    assert (dialect,) == result.dialects


@pytest.mark.parametrize("key", ["item", "updatedItem"])
def test_a_velo_item_event_gives_an_item(key: str) -> None:
    """What a page wants of an item event is the item."""
    result = gl.convert({"data": {key: VELO_ITEM}, "metadata": METADATA})

    assert VIEW == result.value
    assert [("unknown-field-dropped", "/metadata")] == found(result)


@pytest.mark.parametrize(("happening", "key"), BODIES)
@pytest.mark.parametrize("as_text", [True, False])
@pytest.mark.parametrize("item_key", ["item", "updatedItem"])
def test_a_rest_item_event_gives_an_item(happening: str, key: str, as_text: bool, item_key: str) -> None:
    """The body of an item event is an object or a text, under either key."""
    body: Any = {item_key: REST_ITEM}
    held = {key: json.dumps(body) if as_text else body}

    assert VIEW == gl.to_frontend(domain_event("gallery_item_created", happening, held))


@pytest.mark.parametrize("outer", [True, False])
@pytest.mark.parametrize("inner", [True, False])
def test_claims_hold_text_or_objects(outer: bool, inner: bool) -> None:
    """The claims of a webhook are followed through objects and texts alike."""
    event = domain_event("gallery_item_created", "actionEvent", {"bodyAsJson": {"item": REST_ITEM}})

    assert VIEW == gl.to_frontend(claims(event, outer=outer, inner=inner))


@pytest.mark.parametrize(("happening", "key"), ENTITIES)
@pytest.mark.parametrize("as_text", [True, False])
def test_a_rest_gallery_event_gives_no_items(happening: str, key: str, as_text: bool) -> None:
    """What a page gets of a gallery event is an empty list, and the notice that items are missing."""
    entity: Any = {"id": GALLERY_ID, "totalItems": 2, "items": []}
    held = {key: json.dumps(entity) if as_text else entity}

    result = gl.convert(domain_event("updated", happening, held), target="rest")
    place = f"/{happening}/{key}" + ("" if as_text else "/items")

    assert [("event-without-items", place)] == found(result)
    assert [] == gl.to_frontend(domain_event("updated", happening, held))


@pytest.mark.parametrize(
    ("entity", "spoken"),
    [
        ({"items": [], "totalItems": 2}, ["event-without-items"]),
        ({"items": []}, ["event-without-items"]),
        ({"totalItems": 2}, ["event-without-items"]),
        ({"items": [], "totalItems": 0}, []),
        ({"items": [VELO_ITEM], "totalItems": 1}, []),
        ({"items": [VELO_ITEM], "totalItems": 2}, ["items-incomplete"]),
    ],
)
def test_missing_items_are_told_once(entity: dict[str, Any], spoken: list[str]) -> None:
    """A gallery event without items is by design, one with some of them is a page of a gallery."""
    document = {"entity": {"name": "Rivers"} | entity, "metadata": METADATA}

    assert spoken == [name for name, _ in found(gl.convert(document, target="rest"))]


DELETIONS = {
    "velo-item": ({"data": {"itemId": ITEM_ID}, "metadata": METADATA}, "item"),
    "velo-gallery": ({"metadata": METADATA}, "gallery"),
    "rest-item": (domain_event("gallery_item_deleted", "actionEvent", {"body": {"itemId": ITEM_ID}}), "item"),
    "rest-item-text": (
        domain_event("gallery_item_deleted", "actionEvent", {"bodyAsJson": json.dumps({"itemId": ITEM_ID})}),
        "item",
    ),
    "rest-item-whole": (
        domain_event("gallery_item_deleted", "actionEvent", {"body": {"item": REST_ITEM}}),
        "item",
    ),
    "rest-gallery": (domain_event("deleted", "deletedEvent", {}), "gallery"),
    "rest-gallery-whole": (
        domain_event("deleted", "deletedEvent", {"deletedEntity": {"id": GALLERY_ID, "name": "Rivers"}}),
        "gallery",
    ),
    "claims": (claims(domain_event("deleted", "deletedEvent", {})), "gallery"),
}


@pytest.mark.parametrize("name", DELETIONS)
def test_a_page_is_told_what_is_gone(name: str) -> None:
    """A deletion becomes a small document with the ids that are known."""
    document, what = DELETIONS[name]
    item = {"itemId": ITEM_ID} if what == "item" else {}

    assert {"deleted": what, **item, "galleryId": GALLERY_ID} == gl.to_frontend(document)


@pytest.mark.parametrize("name", DELETIONS)
def test_ids_of_what_is_gone_are_not_lost(name: str) -> None:
    """The ids that the small document holds are not reported as dropped; the ledger says where they went."""
    result = gl.convert(DELETIONS[name][0])

    assert GALLERY_ID not in [each.value for each in result.diagnostics]
    assert "/galleryId" in [row.to for row in result.ledger]


def test_an_id_that_is_not_known_is_left_out() -> None:
    """Only known keys stand in the small document."""
    assert {"deleted": "item", "itemId": ITEM_ID} == gl.to_frontend(
        {"data": {"itemId": ITEM_ID}, "metadata": {"entityId": None}}
    )


def test_the_deleted_entity_names_the_gallery() -> None:
    """The id of a deleted gallery is taken from what it was if the event itself has none."""
    event = {"slug": "deleted", "deletedEvent": {"deletedEntity": {"id": GALLERY_ID}}}

    assert {"deleted": "gallery", "galleryId": GALLERY_ID} == gl.to_frontend(event)


def test_what_is_gone_is_converted_for_a_backend() -> None:
    """Between backends the event stays, and what it still holds of the gallery is converted."""
    event = domain_event("deleted", "deletedEvent", {"deletedEntity": {"id": GALLERY_ID, "name": "Rivers"}})

    converted = gl.to_velo(event)

    assert {"_id": GALLERY_ID, "name": "Rivers"} == converted["deletedEvent"]["deletedEntity"]
    assert "e" == converted["id"]


def test_wrapper_keys_are_kept_between_backends() -> None:
    """Ids in the metadata keep their names, unknown keys stay, and only the content changes."""
    event = domain_event(
        "gallery_item_deleted",
        "actionEvent",
        {"body": {"item": REST_ITEM}},
        originatedFrom="Gallery Deleted",
        x_id={"id": "kept"},
    )

    converted = gl.to_velo(event)

    assert "Gallery Deleted" == converted["originatedFrom"]
    assert {"id": "kept"} == converted["x_id"]
    assert VELO_ITEM == converted["actionEvent"]["body"]["item"]


def test_originated_from_is_reported_towards_a_page() -> None:
    """Why an item is gone has no place on a page."""
    event = domain_event("gallery_item_deleted", "actionEvent", {}, originatedFrom="Gallery Deleted")

    assert ("unknown-field-dropped", "/originatedFrom") in found(gl.convert(event))


def test_text_becomes_compact_text_again() -> None:
    """A text whose content changes is written anew, without blanks, text inside text included."""
    event = domain_event("gallery_item_created", "actionEvent", {"bodyAsJson": {"item": REST_ITEM}})

    converted = gl.to_velo(claims(event))
    outer = json.loads(converted["data"])
    inner = json.loads(outer["data"])

    assert VELO_ITEM == inner["actionEvent"]["bodyAsJson"]["item"]
    assert json.dumps(outer, separators=(",", ":")) == converted["data"]
    assert json.dumps(inner, separators=(",", ":")) == outer["data"]


def test_pointers_end_at_a_text() -> None:
    """Nothing inside a JSON text can be pointed at, so the text itself is."""
    item = {**REST_ITEM, "tags": {"values": ["a"]}, "link": {"text": "Go", "url": "/go"}}
    event = domain_event("gallery_item_created", "actionEvent", {"body": json.dumps({"item": item})})

    result = gl.convert(event)
    spoken = dict(found(result))

    assert "/actionEvent/body" == spoken["tags-dropped"] == spoken["link-text-dropped"]
    assert {"/actionEvent/body"} == {row.pointer for row in result.ledger if row.pointer.startswith("/act")}


def test_an_item_in_a_text_that_is_refused_is_kept_whole() -> None:
    """A reject points at the text, and holds the item as it was inside."""
    bad = {**REST_ITEM, "type": "AUDIO"}
    event = domain_event("gallery_item_created", "actionEvent", {"body": json.dumps({"item": bad})})

    (reject,) = gl.convert(event).rejects

    assert ("/actionEvent/body", ("S002",), bad) == (reject.pointer, reject.codes, reject.item)


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ({"data": "{", "iat": 1}, "/data"),
        ({"data": ""}, "/data"),
        ({"data": json.dumps({"eventType": "x", "data": "<html>"}), "iat": 1}, "/data"),
        ({"eventType": "x", "data": "nothing"}, "/data"),
        (
            domain_event("created", "createdEvent", {"entityAsJson": "{'id': 1}"}),
            "/createdEvent/entityAsJson",
        ),
        (domain_event("created", "createdEvent", "?"), "/createdEvent"),
        (domain_event("deleted", "deletedEvent", "?"), "/deletedEvent"),
        (domain_event("gallery_item_deleted", "actionEvent", {"body": "?"}), "/actionEvent/body"),
        ({"entity": "?", "metadata": METADATA}, "/entity"),
        ({"data": "?", "metadata": METADATA}, "/data"),
        ({"data": {"item": "?"}, "metadata": METADATA}, "/data/item"),
    ],
)
@pytest.mark.parametrize("target", ["frontend", "rest"])
def test_text_that_is_no_json_is_an_error_there(document: Any, place: str, target: str) -> None:
    """An event whose text cannot be read is rejected, and the place of the text is named."""
    result = gl.convert(document, target=target)

    assert ("not-json", place) in found(result)
    assert [place] == [reject.pointer for reject in result.rejects]
    assert (1, 0) == (result.items, result.converted)


@pytest.mark.parametrize(
    ("document", "dialect"),
    [
        ({"data": {"item": {"title": "Bare"}}, "metadata": METADATA}, "velo"),
        ({"entity": {}, "metadata": METADATA}, "velo"),
        (domain_event("created", "createdEvent", {"entity": {}}), "rest"),
        (domain_event("gallery_item_created", "actionEvent", {"body": {"item": {"title": "Bare"}}}), "rest"),
        ({"metadata": METADATA}, "velo"),
    ],
)
def test_the_event_tells_the_dialect(document: Any, dialect: str) -> None:
    """A content that says nothing by itself is written as the events of its kind are."""
    result = gl.convert(document, target="rest")

    assert (dialect,) == result.dialects
    assert "dialect-guessed" not in dict(found(result))


def test_the_gallery_of_an_event_is_named_in_findings() -> None:
    """Findings about an item of an event say which gallery it is in."""
    item = {**VELO_ITEM, "tags": {"values": ["a"]}}

    (tags, _) = gl.convert({"data": {"item": item}, "metadata": METADATA}).diagnostics

    assert (GALLERY_ID, ITEM_ID) == (tags.gallery_id, tags.item_id)


def test_half_a_surrogate_pair_in_a_text_is_told() -> None:
    """What is odd about a text inside an event is told at that text, and kept."""
    body = json.dumps({"item": {**REST_ITEM, "title": "\ud83d"}}, ensure_ascii=False)

    result = gl.convert(domain_event("gallery_item_created", "actionEvent", {"body": body}))

    assert ("not-json", "/actionEvent/body") in found(result)
    assert "\ud83d" == result.value["title"]


@pytest.mark.parametrize("name", DELETIONS)
def test_a_deletion_is_no_gallery(name: str) -> None:
    """There is nothing in a deletion to read or to make a gallery of."""
    with pytest.raises(UsageError, match="something is gone"):
        gl.read(DELETIONS[name][0])
    with pytest.raises(UsageError, match="something is gone"):
        gl.convert(DELETIONS[name][0], target="rest", as_gallery=True)


def test_an_event_can_be_read_into_the_model() -> None:
    """``gl.read`` takes the item of an event."""
    gallery = gl.read({"data": {"item": VELO_ITEM}, "metadata": METADATA})

    assert ["River"] == [item.title for item in gallery.items or ()]


@pytest.mark.parametrize(
    "document",
    [
        {"data": [1], "metadata": {"count": 1}},
        {"metadata": {"count": 1}},
        {"data": {"a": 1}, "title": "An item"},
        {"data": "text", "src": PICTURE, "iat": 1},
        {"data": "text", "other": 1},
        [{"metadata": METADATA}],
    ],
)
def test_not_everything_with_data_is_an_event(document: Any) -> None:
    """What other services send, and items with a stray key, are no events of galleries."""
    assert events.find(document) is None


WRAPPERS = [
    lambda item: {"data": {"updatedItem": item}, "metadata": METADATA, "xId": 1},
    lambda item: {"entity": {"items": [item], "name": "x"}, "metadata": METADATA},
    lambda item: domain_event("gallery_item_updated", "actionEvent", {"body": json.dumps({"item": item})}),
    lambda item: claims(domain_event("created", "createdEvent", {"entityAsJson": {"items": [item]}})),
]


@pytest.mark.parametrize("wrap", WRAPPERS)
@pytest.mark.parametrize(("source", "target"), [("velo", "rest"), ("rest", "velo"), ("rest", "frontend")])
@given(data=st.data())
def test_an_event_converts_its_item_like_any_other(
    wrap: Any, source: str, target: str, data: st.DataObject
) -> None:
    """An item in an event becomes what it becomes alone, and the event stays what it was."""
    item = data.draw(getattr(strategies, f"{source}_items")())
    document = json.loads(json.dumps(wrap(item)))
    before = copy.deepcopy(document)

    result = gl.convert(document, source, target)
    alone = gl.convert(json.loads(json.dumps(item)), source, target)

    assert before == document
    assert alone.converted == result.converted
    if target != "frontend" and alone.converted:
        (slot,) = wrappers.unwrap(result.value).slots
        content = slot.value["items"][0] if slot.shape is wrappers.Shape.GALLERY else slot.value
        assert json.dumps(alone.value) == json.dumps(content)
    # In a list of one item the place shows its sort order.
    assert {each.code for each in alone.diagnostics} - {"L123"} <= {each.code for each in result.diagnostics}


KEYS = [
    *("data", "metadata", "entity", "entityId", "item", "updatedItem", "itemId", "iat", "eventType", "slug"),
    *("createdEvent", "updatedEvent", "deletedEvent", "actionEvent", "entityAsJson", "currentEntity"),
    *("bodyAsJson", "body", "deletedEntity", "items", "id", "_id", "gallery_item_deleted", "title"),
]
leaves = (
    st.none() | st.integers(0, 2) | st.sampled_from(["", "{", "gallery_item_deleted", "\ud800", GALLERY_ID])
)
anything = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=2),
        st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
        st.dictionaries(st.sampled_from(KEYS), inner, max_size=4).map(json.dumps),
    ),
    max_leaves=15,
)


@given(anything, st.sampled_from(["auto", "velo", "frontend"]), st.sampled_from(["frontend", "velo", "rest"]))
def test_anything_like_an_event_can_be_converted(document: Any, source: str, target: str) -> None:
    """Whatever is given, there is an answer: a value, or diagnostics that say why not."""
    assume(not isinstance(document, str))  # text is for convert_text
    result = gl.convert(document, source, target)

    for each in (*result.diagnostics, *result.rejects, *result.ledger):
        resolve(document, each.pointer)
    assert result.converted == result.items or result.diagnostics
    json.dumps(result.value)
