"""Sidecar and restore: edits of a view go back, and everything else comes back as it was."""

import contextlib
import copy
import json
from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

import edits
import gallery_lens as gl
import strategies
from edit_scripts import order_problems, problems_of
from emitted import wrong
from gallery_lens import lens, schemas
from gallery_lens.lens.arranging import ArrangedItem, arrange
from gallery_lens.lens.numbering import ascending, is_ascending, renumbered
from gallery_lens.lens.pairs import Pairs
from gallery_lens.lens.sidecar import canonical, digest
from gallery_lens.order import numeric
from gallery_lens.places import resolve

ITEMS = {"velo": strategies.velo_items(), "rest": strategies.rest_items()}
SOURCES = {
    "velo": strategies.wrapped(ITEMS["velo"], strategies.velo_galleries()),
    "rest": strategies.wrapped(ITEMS["rest"], strategies.rest_galleries()),
}
GUIDS = (
    "6a5a4d2e-2a54-4c1b-9d8e-3f1f0c9b7a11",
    "0b9e2c44-77f1-4e0a-8c55-d2a9e6310f42",
    "e1d7f0a3-5b6c-4d8e-a9f0-112233445566",
    "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90",
)
PICTURE = "wix:image://v1/{}~mv2.jpg/{}.jpg#originWidth=800&originHeight=600"
#: An item of each source that every view shows.
SHOWN = {
    "velo": {"type": "IMAGE", "image": {"imageInfo": PICTURE.format("shown", "shown")}},
    "rest": {"image": {"imageInfo": {"id": "shown.jpg", "filename": "shown.jpg", "width": 8, "height": 6}}},
}
SAMPLES = sorted((Path(__file__).parent / "corpus" / "samples").glob("*.json"))
every_source = pytest.mark.parametrize("source", SOURCES)


def text_of(value: Any) -> str:
    """*value* as JSON in which the order of keys counts, and 1 is not 1.0."""
    return json.dumps(value)


def unordered(value: Any) -> str:
    """*value* as JSON, without the sort order that an item has."""
    held = (
        {key: inner for key, inner in value.items() if key != "sortOrder"}
        if isinstance(value, dict)
        else value
    )
    return text_of(held)


def image(number: int, **more: Any) -> dict[str, Any]:
    """An item of dialect velo with an id and a sort order."""
    media = PICTURE.format(number, number)
    return {
        "_id": GUIDS[number],
        "sortOrder": number * 10,
        "type": "IMAGE",
        "image": {"imageInfo": media},
    } | more


def text(**more: Any) -> dict[str, Any]:
    """A text item, which no view shows."""
    return {"type": "TEXT", "text": {"html": "<p>Words</p>"}} | more


def shown(document: Any, **options: Any) -> tuple[Any, dict[str, Any]]:
    """The view of *document*, and its sidecar."""
    result = gl.convert(document, options.pop("source", "velo"), **options)
    assert result.sidecar is not None
    return copy.deepcopy(result.value), result.sidecar


def after(document: Any, edit: Callable[[Any], Any], **options: Any) -> gl.Result:
    """Restore *document* from its view after an *edit* of it."""
    view, sidecar = shown(document, **options)
    return gl.restore(edit(view) or view, sidecar)


def findings(result: gl.Result) -> list[tuple[str, str]]:
    """Name and pointer of everything that was found."""
    return [(found.name, found.pointer) for found in result.diagnostics]


class TestLaws:
    """What holds for every gallery, in every wrapper, and every edit."""

    @every_source
    @given(data=st.data())
    def test_an_untouched_view_restores_the_source(self, source: str, data: st.DataObject) -> None:
        """GetPut: the same values, types, nulls, unknown keys, and order of items and keys."""
        document, view, sidecar, _ = drawn(source, data)

        result = gl.restore(view, json.loads(json.dumps(sidecar)))

        assert text_of(document) == text_of(result.value)
        assert () == result.diagnostics

    @every_source
    @given(data=st.data())
    def test_a_view_without_slugs_restores_the_source(self, source: str, data: st.DataObject) -> None:
        """GetPut by content alone: pages that lose every slug do no harm."""
        document, view, sidecar, _ = drawn(source, data)
        for item in items_of(document, view):
            item.pop("slug", None)

        assert text_of(document) == text_of(gl.restore(view, sidecar).value)

    @every_source
    @given(data=st.data())
    def test_what_is_no_edit_changes_nothing(self, source: str, data: st.DataObject) -> None:
        """A type in another case, a description cut after 100 characters, nothing said in other words."""
        document, view, sidecar, _ = drawn(source, data)
        same = data.draw(edits.edits(document, view, edits.NO_EDITS))

        result = gl.restore(same.view, sidecar)

        assert text_of(document) == text_of(result.value)
        assert () == result.diagnostics

    @every_source
    @given(data=st.data())
    def test_converting_what_was_restored_gives_the_edited_view(
        self, source: str, data: st.DataObject
    ) -> None:
        """PutGet: edits win. An item has the id of the one it was, new ones and copies have none.

        A new medium without a size, which the REST form cannot say, is told of, and gets one of 0 by 0.
        """
        document, view, sidecar, order = drawn(source, data)
        edited = data.draw(known(document, view))

        result = gl.restore(edited.view, sidecar)
        again = gl.convert(result.value, source, order=order).value

        unsized = unsized_in(edited.view, result)
        assert () == result.rejects
        assert without_slugs(edited.expected, unsized) == without_slugs(
            named(again, edited.expected), unsized
        )
        assert [] == wrong_slugs(
            items_of(document, view), items_of(document, edited.expected), items_of(document, again)
        )

    @every_source
    @given(data=st.data())
    def test_a_view_of_which_nothing_is_known_is_refused(self, source: str, data: st.DataObject) -> None:
        """That is one with items none of which has the slug, the source or the words of one before."""
        items = [SHOWN[source], *data.draw(st.lists(ITEMS[source], max_size=2))]
        view, sidecar = shown(items, source=source)
        strangers = edits.edits(items, view, (edits.start_over, edits.add, edits.unslug))
        edited = data.draw(strangers.filter(lambda each: not is_known(items, view, each.view)))

        assert "foreign" == refused(edited.view, sidecar).reason

    @pytest.mark.parametrize("kind", edits.EVERY, ids=lambda kind: kind.__name__)
    @given(data=st.data())
    def test_each_kind_of_edit_alone(self, kind: edits.Edit, data: st.DataObject) -> None:
        """PutGet, for a list of galleries in which everything can be edited."""
        galleries = [
            {"_id": "g0", "name": "Zero", "items": [image(0, title="T", description="d" * 101), text()]},
            {"name": "One", "items": [text(), image(1, link={"url": "/here", "text": "Go"}), image(2)]},
        ]
        view, sidecar = shown({"galleries": galleries})
        edited = data.draw(known({"galleries": galleries}, view, (kind,)))

        again = gl.convert(gl.restore(edited.view, sidecar).value, "velo").value

        assert without_slugs(edited.expected) == without_slugs(named(again, edited.expected))

    @every_source
    @given(data=st.data())
    def test_the_last_edit_is_what_counts(self, source: str, data: st.DataObject) -> None:
        """PutPut, where items are matched by id: words that are changed twice are as if changed once.

        The last edit may also move and remove items.
        """
        document, view, sidecar, _ = drawn(source, data, order="keep")
        first = data.draw(changed(document, view))
        last = data.draw(changed(document, view))
        last = data.draw(edits.edits(document, last, (edits.move, edits.remove))).view

        once = gl.restore(last, sidecar).value
        between = gl.restore(first, sidecar).value
        twice = gl.restore(last, gl.convert(between, source).sidecar).value

        assert text_of(once) == text_of(twice)

    @every_source
    @given(data=st.data())
    def test_what_the_view_does_not_hold_stays(self, source: str, data: st.DataObject) -> None:
        """A new title changes the title and nothing else."""
        document, view, sidecar, _ = drawn(source, data)
        items = items_of(document, view)
        for item in items and [data.draw(st.sampled_from(items))]:
            item["title"] = "Another title"

        value = gl.restore(view, sidecar).value

        assert min(1, len(items)) == len(differences(document, value))

    @every_source
    @given(data=st.data())
    def test_a_changed_address_keeps_the_rest_of_the_link(self, source: str, data: st.DataObject) -> None:
        """Nothing but the address changes, and where the link has words or data of its own, that is said."""
        items, view, sidecar = drawn_with_links(source, data)
        data.draw(st.sampled_from(view))["link"] = "/another"

        result = gl.restore(view, sidecar)

        (place,) = differences(items, result.value)
        link = resolve(items, place.removesuffix("/url"))
        assert link | {"url": "/another"} == resolve(result.value, place.removesuffix("/url"))
        said = bool(link.get("text") or link.get("wixLinkData"))
        assert ["link-text-kept"] * said == [found.name for found in result.diagnostics]

    @every_source
    @given(data=st.data())
    def test_a_removed_link_goes_whole(self, source: str, data: st.DataObject) -> None:
        """And nothing else does."""
        items, view, sidecar = drawn_with_links(source, data)
        del data.draw(st.sampled_from(view))["link"]

        result = gl.restore(view, sidecar)

        (place,) = differences(items, result.value)
        item = resolve(items, place)
        assert {key: item[key] for key in item if key != "link"} == resolve(result.value, place)
        assert () == result.diagnostics

    @every_source
    @given(data=st.data())
    def test_a_removed_item_goes(self, source: str, data: st.DataObject) -> None:
        """All others stay as they are and where they are, those that the view does not show among them."""
        items = data.draw(st.lists(ITEMS[source], max_size=5))
        view, sidecar = shown(items, source=source)
        gone = data.draw(st.integers(0, len(view) - 1)) if view else None
        if gone is not None:
            del view[gone]

        value = gl.restore(view, sidecar).value

        less = (
            [items[:place] + items[place + 1 :] for place in range(len(items))]
            if gone is not None
            else [items]
        )
        assert text_of(value) in [text_of(each) for each in less]
        assert view == gl.convert(value, source).value

    @every_source
    @given(data=st.data())
    def test_what_the_view_does_not_show_is_never_lost(self, source: str, data: st.DataObject) -> None:
        """Text items, and what could not be converted, are all there after any edit of the lists.

        Their sort orders may be others: they take part in the order of the gallery.
        """
        items = data.draw(st.lists(ITEMS[source], min_size=1, max_size=5))
        view, sidecar = shown(items, source=source)
        edited = data.draw(known(items, view, edits.OF_LISTS + edits.OF_ITEMS))

        value = gl.restore(edited.view, sidecar).value

        hidden = Counter(unordered(item) for item in items if gl.convert(item, source).value is None)
        assert hidden <= Counter(map(unordered, value))

    @every_source
    @given(data=st.data())
    def test_an_ascending_gallery_still_ascends(self, source: str, data: st.DataObject) -> None:
        """New and moved items get sort orders between those of their neighbours."""
        numbers = data.draw(
            st.lists(st.integers() | st.floats(-1e9, 1e9), max_size=5, unique_by=float).map(sorted)
        )
        items = [data.draw(ITEMS[source]) | {"sortOrder": number} for number in numbers]
        view, sidecar = shown(items, source=source)
        edited = data.draw(known(items, view, edits.OF_LISTS))

        result = gl.restore(edited.view, sidecar)

        orders = [item["sortOrder"] for item in result.value]
        assert sorted(set(map(float, orders))) == list(map(float, orders))
        again = gl.convert(result.value, source, order="sort-order").value
        unsized = unsized_in(edited.view, result)
        assert without_slugs(edited.expected, unsized) == without_slugs(again, unsized)

    @every_source
    @given(data=st.data())
    def test_any_gallery_shows_the_edited_order(self, source: str, data: st.DataObject) -> None:
        """Whatever its sort orders were: none repeats, and sorted they show the view in its direction.

        A list without any sort order keeps none. What was rewritten is counted by one finding.
        """
        orders = data.draw(any_orders())
        items = [
            data.draw(ITEMS[source]) | ({} if order is None else {"sortOrder": order}) for order in orders
        ]
        for item, order in zip(items, orders, strict=True):
            if order is None:
                item.pop("sortOrder", None)
        view, sidecar = shown(items, source=source)
        edited = data.draw(known(items, view, (edits.add, edits.remove, edits.move, edits.copy_item)))

        result = gl.restore(edited.view, sidecar)

        assert order_problems(items, result) == []

    def test_scripts_of_edits_over_galleries_in_every_order(self) -> None:
        """A sample of those that ``tests/edit_scripts.py`` runs."""
        found = {seed: problems_of(seed)[1] for seed in range(200)}

        assert {} == {seed: problems for seed, problems in found.items() if problems}

    @every_source
    @given(data=st.data())
    def test_nothing_is_changed_in_place(self, source: str, data: st.DataObject) -> None:
        """Neither the document, nor the view, nor the sidecar; and the result shares nothing with them."""
        document, view, sidecar, _ = drawn(source, data)
        edited = data.draw(known(document, view))
        before = [text_of(each) for each in (document, edited.view, sidecar)]

        wreck(gl.restore(edited.view, sidecar).value)

        assert before == [text_of(each) for each in (document, edited.view, sidecar)]

    @every_source
    @given(data=st.data())
    def test_any_change_of_a_view_has_an_answer(self, source: str, data: st.DataObject) -> None:
        """Junk is reported or refused, and never costs an item that was not touched."""
        _, view, sidecar, _ = drawn(source, data)
        junk = data.draw(strategies.json_values() | strategies.near_misses("frontend_items"))
        if isinstance(view, list) and view:
            view[data.draw(st.integers(0, len(view) - 1))] = junk
        else:
            view = junk

        with contextlib.suppress(gl.SidecarError):
            result = gl.restore(view, sidecar)

            assert len(result.rejects) == result.items - result.converted
            for found in result.diagnostics:
                resolve(view, found.pointer)  # raises where nothing stands

    @every_source
    @given(data=st.data())
    def test_the_sidecar_stays_beside_the_view(self, source: str, data: st.DataObject) -> None:
        """It is what its schema says, and the view is that of a page, to the last key."""
        document, view, sidecar, order = drawn(source, data)

        assert schemas.validator("sidecar").is_valid(sidecar)
        assert [] == wrong(view, "frontend")
        beside = gl.convert(document, source, order=order, sidecar=True).value
        assert without_pair(view) == without_pair(beside)


def any_orders() -> st.SearchStrategy[list[Any]]:
    """Sort orders of a list: in any direction, equal, as text, missing."""
    number = st.integers(-50, 50) | st.floats(-1e9, 1e9) | st.sampled_from((2**53, 1657439075188, 1e308))
    numbers = st.lists(number, max_size=6)
    ordered = st.lists(number, max_size=6, unique_by=float)
    odd = st.lists(number | st.none() | number.map(str) | st.just("soon"), max_size=6)
    return (
        ordered.map(sorted)
        | ordered.map(lambda each: sorted(each, reverse=True))
        | numbers
        | st.lists(st.just(5), max_size=4)
        | odd
    )


def drawn(source: str, data: st.DataObject, order: str = "") -> tuple[Any, Any, dict[str, Any], str]:
    """A document, its view, its sidecar, and the order that the view is in."""
    document = data.draw(SOURCES[source])
    order = order or data.draw(st.sampled_from(("keep", "sort-order")))
    return document, *shown(document, source=source, order=order), order


def drawn_with_links(source: str, data: st.DataObject) -> tuple[list[Any], list[Any], dict[str, Any]]:
    """Items that all have a link to somewhere, their view, which is not empty, and its sidecar."""
    links = st.fixed_dictionaries(
        {"url": st.sampled_from(("/here", "https://here.example"))},
        optional={
            "text": st.none() | strategies.texts(),
            "wixLinkData": st.sampled_from((None, {}, {"a": 1})),
        },
    )
    items = [SHOWN[source], *data.draw(st.lists(ITEMS[source], max_size=2))]
    items = data.draw(st.permutations([item | {"link": data.draw(links)} for item in items]))
    return items, *shown(items, source=source)


def refused(view: Any, sidecar: Any) -> gl.SidecarError:
    """How restoring is refused."""
    with pytest.raises(gl.SidecarError) as refusal:
        gl.restore(view, sidecar)
    return refusal.value


def known(
    document: Any, view: Any, kinds: tuple[edits.Edit, ...] = edits.EVERY
) -> st.SearchStrategy[edits.Edited]:
    """Edits after which anything of the view can be known; a law of its own is about all others."""
    return edits.edits(document, view, kinds).filter(lambda each: is_known(document, view, each.view))


def is_known(document: Any, view: Any, edited: Any) -> bool:
    """Whether anything of a view can be known after an edit; without items there is nothing to know."""
    before, after = items_of(document, view), items_of(document, edited)
    single = isinstance(view, dict)
    return single or not before or not after or any(is_like(one, other) for one in before for other in after)


def is_like(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two items of a view have a slug, a source, or all their words in common."""
    if one.get("slug") and one.get("slug") == other.get("slug"):
        return True
    said, says = (
        [item.get(key) or None for key in ("title", "description", "link")] for item in (one, other)
    )
    return one["src"] == other["src"] or (said == says and any(said))


def without_slugs(view: Any, unsized: Collection[str] = ()) -> Any:
    """A view in which no item has a slug, and no medium in *unsized* a size or poster."""
    if isinstance(view, dict) and "items" not in view:
        item = {key: value for key, value in view.items() if key != "slug"}
        return item | {"src": address(item["src"])} if address(item["src"]) in unsized else item
    if isinstance(view, dict):
        return view | {"items": without_slugs(view["items"], unsized)}
    return [without_slugs(each, unsized) for each in view] if isinstance(view, list) else view


def named(view: Any, expected: Any) -> Any:
    """A view without the ids of galleries that have only the name of one that is gone, and so are that."""
    if not isinstance(view, list) or len(view) != len(expected):
        return view
    lost = ("items" in each and "galleryId" not in each for each in expected)
    return [
        {key: value for key, value in one.items() if key != "galleryId"} if less else one
        for one, less in zip(view, lost, strict=True)
    ]


def address(source: str) -> str:
    """A media text without what stands behind it, its size above all."""
    return source.partition("#")[0]


def unsized_in(view: Any, result: gl.Result) -> set[str]:
    """The media of which restoring *view* says that they have no size."""
    missing = [found for found in result.diagnostics if found.name == "dimensions-missing"]
    return {address(resolve(view, found.pointer)) for found in missing}


def wrong_slugs(before: list[Any], asked: list[Any], given: list[Any]) -> list[str]:
    """What is wrong with the slugs of a view that was *asked* for.

    An item has the slug it was to have if one had it before, of copies as many as had it. One without
    such a slug has none, or that of one that is gone and like it.
    """
    had, wanted, got = (Counter(item.get("slug") for item in items) for items in (before, asked, given))
    del had[None], got[None]
    problems = [f"{slug} is gone" for slug in had if got[slug] < min(had[slug], wanted[slug])]
    problems += [f"{slug} was made up" for slug in got if got[slug] > had[slug]]
    changed = [pair for pair in zip(asked, given, strict=True) if pair[0].get("slug") != pair[1].get("slug")]
    recalled = [(want, give["slug"]) for want, give in changed if "slug" in give]
    problems += [f"{slug} is not {want['slug']}" for want, slug in recalled if want.get("slug") in had]
    like = [
        (slug, [is_like(item, want) for item in before if item.get("slug") == slug])
        for want, slug in recalled
    ]
    return problems + [
        f"{slug} is another one's" for slug, known in like if len(before) > 1 and not any(known)
    ]


def items_of(document: Any, view: Any) -> list[dict[str, Any]]:
    """Every item of the view of *document*."""
    return [item for item, _ in edits.Edited(view, copy.deepcopy(view), edits.is_many(document)).items()]


@st.composite
def changed(draw: st.DrawFn, document: Any, view: Any) -> Any:
    """*view* with other words where there are words, in items that are known by their ids."""
    view = copy.deepcopy(view)
    slugs = [item.get("slug") for item in items_of(document, view)]
    for item in items_of(document, view):
        if item.get("slug") and slugs.count(item["slug"]) == 1:
            for key, values in (("title", edits.WORDS), ("description", edits.WORDS), ("link", edits.LINKS)):
                if key in item:
                    item[key] = draw(st.just(item[key]) | values)
    return view


def differences(one: Any, other: Any) -> list[str]:
    """The places at which two documents differ."""
    if isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other):
        return [f"/{key}{rest}" for key in one for rest in differences(one[key], other[key])]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        return [f"/{index}{rest}" for index, pair in pairs for rest in differences(*pair)]
    return [] if canonical(one) == canonical(other) else [""]


def without_pair(view: Any) -> Any:
    """A view without what ties its galleries to their sidecar, which is written only where one is kept."""
    if not isinstance(view, list):
        return view
    return [
        {key: value for key, value in each.items() if key != "pair"} if isinstance(each, dict) else each
        for each in view
    ]


def wreck(value: Any) -> None:
    """Change everything inside of *value*."""
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        wreck(inner)
    if isinstance(value, dict | list):
        value.clear()


def javascript_cut(text: str) -> str:
    """The first hundred code units of *text*."""
    return text.encode("utf-16-le")[:200].decode("utf-16-le", "surrogatepass")


class TestItems:
    """What becomes of the edits of one item."""

    def test_a_changed_link_keeps_its_text(self) -> None:
        """And says so."""
        linked = image(0, link={"text": "Go", "url": "/old", "target": "_self"})

        result = after([linked], lambda view: view[0].update(link="/new"))

        assert {"text": "Go", "url": "/new", "target": "_self"} == result.value[0]["link"]
        assert [("link-text-kept", "/0/link")] == findings(result)
        assert "Go" == result.diagnostics[0].value

    def test_an_address_alone_is_just_changed(self) -> None:
        """There is nothing to be told."""
        result = after([image(0, link={"url": "/old", "text": ""})], lambda view: view[0].update(link="/new"))

        assert ({"url": "/new", "text": ""}, ()) == (result.value[0]["link"], result.diagnostics)

    def test_link_data_are_spoken_of(self) -> None:
        """They may still lead to the old place."""
        linked = image(0, link={"url": "/old", "wixLinkData": {"page": "old"}})

        result = after([linked], lambda view: view[0].update(link="/new"))

        assert {"page": "old"} == result.diagnostics[0].value

    @pytest.mark.parametrize("edit", [lambda item: item.pop("link"), lambda item: item.update(link="")])
    def test_a_removed_link_goes_whole(self, edit: Callable[[Any], Any]) -> None:
        """Its text is nothing without it."""
        linked = image(0, link={"text": "Go", "url": "/old"})

        result = after([linked], lambda view: edit(view[0]) and None)

        assert ([image(0)], []) == (result.value, findings(result))

    @pytest.mark.parametrize("whole", ["a" * 101, "é" * 250, "😀" * 150, "a" * 99 + "😀 and more"])
    @pytest.mark.parametrize("cut", [lambda text: text[:100], javascript_cut])
    def test_a_cut_description_was_not_edited(self, whole: str, cut: Callable[[str], str]) -> None:
        """Neither counted in characters nor as JavaScript counts."""
        result = after([image(0, description=whole)], lambda view: view[0].update(description=cut(whole)))

        assert ([image(0, description=whole)], ()) == (result.value, result.diagnostics)

    def test_a_shorter_description_was_edited(self) -> None:
        """Only what a page would cut is taken for a cut."""
        result = after([image(0, description="a" * 101)], lambda view: view[0].update(description="a" * 99))

        assert "a" * 99 == result.value[0]["description"]

    def test_a_type_in_another_case_was_not_edited(self) -> None:
        """Wix's own galleries write it so."""
        result = after([image(0)], lambda view: view[0].update(type="Image"))

        assert ([image(0)], ()) == (result.value, result.diagnostics)

    def test_nulls_stay_where_nothing_was_written(self) -> None:
        """A view that says nothing says nothing new."""
        odd = image(0, title=None, description="", link=None)

        result = after([odd], lambda view: view[0].update(title="", link=None, description=None))

        assert text_of([odd]) == text_of(result.value)

    def test_another_picture_has_nothing_of_the_old_one(self) -> None:
        """Its focal point, EXIF data and quality are dropped and reported; what is not about it stays."""
        odd, new = image(0), PICTURE.format("new", "new")
        odd["image"] |= {"focalPoint": {"x": 0.1, "y": 0.2}, "exif": {"a": 1}, "quality": 90, "x": 1}

        result = after([odd], lambda view: view[0].update(src=new))

        assert {"imageInfo": new, "x": 1} == result.value[0]["image"]
        assert [("old-media-field-dropped", "/0/src")] * 3 == findings(result)
        assert [{"x": 0.1, "y": 0.2}, {"a": 1}, 90] == [found.value for found in result.diagnostics]

    def test_another_picture_is_another_object(self) -> None:
        """Nothing of the old one stays in the REST form."""
        medium = {"id": "a.jpg", "width": 1, "height": 2, "filename": "a", "altText": "A", "sizeInBytes": 3}
        item = {"id": GUIDS[0], "image": {"imageInfo": medium, "quality": 90}}

        result = after([item], lambda view: view[0].update(src=PICTURE.format("b", "b")), source="rest")

        assert {"id", "width", "height", "filename", "url"} == result.value[0]["image"]["imageInfo"].keys()
        assert "quality" not in result.value[0]["image"]
        assert ["A", 90, 3] == [found.value for found in result.diagnostics]

    def test_another_name_of_a_file_keeps_the_rest(self) -> None:
        """A video that stays the same keeps its encodings."""
        medium = {"id": "a", "filename": "a.mp4", "resolutions": [{"url": "https://a.example"}], "url": "u"}
        item = {"id": GUIDS[0], "video": {"videoInfo": medium}}

        result = after([item], lambda view: view[0].update(src="wix:video://v1/a/b.mp4"), source="rest")

        assert medium | {"filename": "b.mp4"} == result.value[0]["video"]["videoInfo"]

    def test_another_kind_replaces_the_branch(self) -> None:
        """And the type with it."""
        clip = edits.CLIP.format(1, 1, 1)

        result = after([image(0)], lambda view: view[0].update(type="video", src=clip))

        assert "image" not in result.value[0]
        assert ("VIDEO", clip) == (result.value[0]["type"], result.value[0]["video"]["videoInfo"])

    def test_a_thumbnail_becomes_the_poster_of_a_clip_without_one(self) -> None:
        """As in a conversion."""
        item = {"_id": GUIDS[0], "type": "VIDEO", "video": {"videoInfo": "wix:video://v1/a/a.mp4"}}

        result = after([item], lambda view: view[0].update(thumbnail=edits.POSTER.format(1)))

        assert "posterUri=new_1f000.jpg" in result.value[0]["video"]["videoInfo"]

    def test_a_second_poster_has_no_place(self) -> None:
        """The clip's address names one already."""
        item = {"_id": GUIDS[0], "type": "VIDEO", "video": {"videoInfo": edits.CLIP.format(1, 1, 1)}}

        result = after([item], lambda view: view[0].update(thumbnail=edits.POSTER.format(2)))

        assert ([item], [("thumbnail-dropped", "/0/thumbnail")]) == (result.value, findings(result))

    def test_an_id_is_never_edited(self) -> None:
        """A slug that is no id is reported, and the id kept."""
        result = after([image(0)], lambda view: view[0].update(slug="harbour"))

        assert ([image(0)], [("slug-not-guid", "/0/slug")]) == (result.value, findings(result))

    def test_what_a_view_has_no_place_for_is_reported(self) -> None:
        """As in a conversion of the view."""
        document = [image(0, link={"url": "/old"})]

        result = after(document, lambda view: view[0].update(width=5, alt="A"))

        names = ["alt-text-dropped", "unknown-field-dropped"]
        assert (document, names) == (result.value, sorted(name for name, _ in findings(result)))

    @pytest.mark.parametrize(("name", "shown_as"), [("a.jpg", "a.jpg"), (None, "A")])
    def test_alt_text_goes_where_there_is_a_place_for_it(self, name: str | None, shown_as: str) -> None:
        """In the REST form, where a file without a name is then shown under its alt text."""
        item = {"image": {"imageInfo": {"id": "a.jpg", "width": 8, "height": 6, "filename": name}}}

        result = after([item], lambda view: view[0].update(alt="A"), source="rest")

        assert "A" == result.value[0]["image"]["imageInfo"]["altText"]
        assert f"/{shown_as}#" in gl.convert(result.value, "rest").value[0]["src"]

    def test_what_was_so_before_is_not_reported(self) -> None:
        """A picture from elsewhere is no news when its title changes."""
        item = image(0, title="Old") | {"image": {"imageInfo": "https://pictures.example/a.jpg"}}

        assert () == after([item], lambda view: view[0].update(title="New")).diagnostics

    @pytest.mark.parametrize("edit", [{"src": 5}, {"type": "audio"}, {"src": None}, {"src": "blob:a"}])
    def test_an_edit_that_makes_no_item_is_refused(self, edit: dict[str, Any]) -> None:
        """The source's item stays as it was."""
        result = after([image(0, title="Old")], lambda view: view[0].update(edit))

        assert [image(0, title="Old")] == result.value
        assert ["error"] == [found.severity for found in result.diagnostics]
        assert [("/0", result.diagnostics[0].code)] == [
            (each.pointer, *each.codes) for each in result.rejects
        ]
        assert (1, 0) == (result.items, result.converted)

    @pytest.mark.parametrize("edit", [{"title": [5]}, {"link": 5}, {"thumbnail": [], "description": {}}])
    def test_an_edit_that_cannot_be_read_is_none(self, edit: dict[str, Any]) -> None:
        """The value is reported; all other edits are made."""
        result = after([image(0, title="Old")], lambda view: view[0].update(edit | {"link": "/new"} | edit))

        assert "Old" == result.value[0]["title"]
        assert {"off-schema"} == {found.name for found in result.diagnostics}
        assert "link" in edit or {"url": "/new"} == result.value[0]["link"]


class TestLists:
    """What becomes of items that are moved, added and removed."""

    def test_text_items_stay_among_their_neighbours(self) -> None:
        """Nothing was moved, so nothing moves."""
        document = [text(title="a"), image(0), text(title="b"), image(1), text(title="c")]

        result = after(document, lambda view: view.__delitem__(0))

        assert [document[index] for index in (0, 2, 3, 4)] == result.value

    def test_what_is_not_shown_follows_what_is_moved(self) -> None:
        """The text behind the first picture stays behind it."""
        document = [text(title="a"), image(0), text(title="b"), image(1), 5]

        result = after(document, lambda view: view.reverse())

        assert ["a", GUIDS[1], 5, GUIDS[0], "b"] == [name_of(item) for item in result.value]

    def test_a_moved_item_gets_a_place_between_its_neighbours(self) -> None:
        """The others keep their sort orders."""
        document = [image(0), image(1), image(2), image(3)]

        result = after(document, lambda view: view.insert(1, view.pop(3)))

        assert [0, 5, 10, 20] == [item["sortOrder"] for item in result.value]

    def test_a_text_item_keeps_to_the_sort_orders(self) -> None:
        """Where all items ascend, all still do."""
        document = [image(0), text(sortOrder=5), image(1), image(2)]

        result = after(document, lambda view: view.append(view.pop(0)))

        orders = [item["sortOrder"] for item in result.value]
        assert sorted(orders) == orders
        assert [GUIDS[1], GUIDS[2], GUIDS[0], None] == [item.get("_id") for item in result.value]

    def test_a_new_item_has_no_id(self) -> None:
        """But a sort order between its neighbours."""
        new = {"type": "image", "src": PICTURE.format("new", "new"), "title": "New"}

        result = after([image(0), image(1)], lambda view: view.insert(1, new))

        assert {
            "type": "IMAGE", "image": {"imageInfo": new["src"]}, "title": "New", "sortOrder": 5
        } == result.value[1]  # fmt: skip
        assert [("item-added", "/1")] == findings(result)

    def test_items_without_order_give_none(self) -> None:
        """No neighbour says where a new item would stand."""
        document = [{"_id": GUIDS[0], "type": "IMAGE", "image": {"imageInfo": PICTURE.format(0, 0)}}]
        new = {"src": PICTURE.format("new", "new")}

        result = after(document, lambda view: view.append(new))

        assert "sortOrder" not in result.value[1]

    def test_a_copy_is_new(self) -> None:
        """Its id is another one's."""
        result = after([image(0), image(1)], lambda view: view.append(view[0] | {"title": "Copy"}))

        assert [GUIDS[0], GUIDS[1], None] == [item.get("_id") for item in result.value]
        assert [("item-added", "/2"), ("duplicate-id", "/2/slug")] == findings(result)

    @pytest.mark.parametrize(
        ("total", "expected"), [(3, 2), (3.0, 2.0), (50, 50), ("3", "3"), (None, None), (True, True)]
    )
    def test_a_true_count_goes_along(self, total: Any, expected: Any) -> None:
        """A gallery that was read in part still says how much there is."""
        gallery = {"totalItems": total, "items": [image(0), text(), image(1)]}

        result = after(gallery, lambda view: view.pop() and None)

        assert text_of(expected) == text_of(result.value["totalItems"])

    def test_a_removed_item_leaves_its_wrapper(self) -> None:
        """A single item that is null is gone."""
        _, sidecar = shown({"item": image(0), "x": 1})

        assert {"x": 1} == gl.restore(None, sidecar).value

    @pytest.mark.parametrize("orders", [(4, 3, 2, 1), (9.5, 0, -3, -7)])
    def test_a_descending_list_is_numbered_downwards(self, orders: tuple[float, ...]) -> None:
        """A new item in front gets a higher value than the first, one at the end a lower one."""
        new = {"type": "image", "src": PICTURE.format("new", "new")}
        document = [image(n, sortOrder=order) for n, order in enumerate(orders)]

        result = after(document, lambda view: [new, *view, {**new, "title": "Last"}])

        numbers = [item["sortOrder"] for item in result.value]
        assert numbers == sorted(set(numbers), reverse=True)
        assert list(orders) == numbers[1:-1]
        assert ["item-added", "item-added"] == [found.name for found in result.diagnostics]

    @pytest.mark.parametrize(
        ("orders", "reason"),
        [
            ((30, 10, 20), "the list as read neither ascends nor descends"),
            ((10, 10, 20), "the list as read neither ascends nor descends"),
            ((10, None, 20), "not every one had a sort order"),
            ((20, None, 10), "not every one had a sort order"),
            ((10, 20, 30), None),
        ],
    )
    def test_a_list_in_no_order_shows_the_edited_one(
        self, orders: tuple[Any, ...], reason: str | None
    ) -> None:
        """As few as possible get other values, and it is said how many and why."""
        document = [image(number, sortOrder=order) for number, order in enumerate(orders)]
        new = {"type": "image", "src": PICTURE.format("new", "new")}

        result = after(document, lambda view: [*view, new])

        numbers = [item["sortOrder"] for item in result.value]
        assert numbers == sorted(set(numbers))
        names = ["sort-orders-rewritten"] * bool(reason) + ["item-added"]
        assert names == [name for name, _ in findings(result)]
        assert not reason or reason in result.diagnostics[0].message

    def test_a_missing_list_is_made_for_new_items_only(self) -> None:
        """``items`` stays null as long as there are none."""
        new = {"src": PICTURE.format("new", "new")}
        document = {"_id": GUIDS[0], "name": "Empty", "items": None}

        assert document == after(document, lambda view: None).value
        assert 1 == after(document, lambda view: view.append(new)).value["items"][0]["sortOrder"]


def name_of(item: Any) -> Any:
    """What tells an item from others in these tests."""
    return (item.get("_id") or item.get("title")) if isinstance(item, dict) else item


class TestLiveViews:
    """Views that were read back from a live gallery, and views that hold less than items."""

    @pytest.mark.parametrize(
        ("name", "respelled"),
        [("My%20First%20View.jpg", "my-first-view.jpg"), ("", "_.jpg"), ("%E2%80%94.jpg", "_.jpg")],
    )
    def test_a_respelled_name_is_no_edit(self, name: str, respelled: str) -> None:
        """Id, size and fragment are the same."""
        medium = "wix:image://v1/a~mv2.jpg/{}#originWidth=10&originHeight=5"
        document = [
            image(0) | {"image": {"imageInfo": medium.format(name), "focalPoint": {"x": 0.1, "y": 0}}}
        ]

        result = after(document, lambda view: view[0].update(src=medium.format(respelled)))

        assert (document, ()) == (result.value, result.diagnostics)

    @pytest.mark.parametrize(
        "edit",
        [
            {"settings": {}},
            {"alt": ""},
            {"target": "_blank"},
            {"target": "_top"},
            {"type": "IMAGE"},
            {"slug": GUIDS[0].upper()},
        ],
    )
    def test_what_a_page_adds_is_no_edit(self, edit: dict[str, Any]) -> None:
        """Empty settings, the window of the link, the type in capitals, the slug in another case."""
        document = [image(0, link={"url": "/there", "target": "_top"})]

        result = after(document, lambda view: view[0].update(edit))

        assert (document, (), 0) == (result.value, result.diagnostics, result.edits["changed"])

    @pytest.mark.parametrize("junk", [None, 5, "x"])
    def test_what_is_no_item_keeps_the_one_that_stood_there(self, junk: Any) -> None:
        """With an error at its place."""
        document = [image(0), image(1), image(2)]

        result = after(document, lambda view: view.__setitem__(1, junk))

        assert (document, [("not-an-item", "/1")]) == (result.value, findings(result))

    def test_an_object_with_items_is_a_view(self) -> None:
        """Pointers lead into it."""
        view, sidecar = shown([image(0), image(1)])
        view[1]["title"] = [5]

        result = gl.restore({"items": [{**view[0], "title": "New"}, view[1]]}, sidecar)

        assert ["New", None] == [item.get("title") for item in result.value]
        assert ["/items/1/title"] == [found.pointer for found in result.diagnostics]

    def test_an_empty_view_replaces_all(self) -> None:
        """That is a warning, and every item is named."""
        result = after([image(0), text(), image(1)], lambda view: view.clear())

        assert [text()] == result.value
        assert [("view-replaced", ""), ("item-removed", ""), ("item-removed", "")] == findings(result)
        assert {GUIDS[0], GUIDS[1]} == {found.item_id for found in result.diagnostics[1:]}
        assert {"changed": 0, "added": 0, "moved": 0, "removed": 2} == result.edits

    def test_a_view_of_other_items_is_refused_unless_it_is_meant(self) -> None:
        """With ``replace_all`` all of it is new, and told."""
        _, sidecar = shown([image(0)])
        stranger = {"type": "image", "slug": GUIDS[1], "src": PICTURE.format("new", "new"), "title": "New"}

        assert "foreign" == refused([stranger], sidecar).reason
        result = gl.restore([stranger], sidecar, replace_all=True)

        assert ["New"] == [item["title"] for item in result.value]
        assert ["view-replaced", "item-removed", "item-added"] == [name for name, _ in findings(result)]

    @pytest.mark.parametrize(("edit", "count"), [(lambda view: view.reverse(), 2), (lambda view: None, 0)])
    def test_edits_are_counted(self, edit: Callable[[Any], Any], count: int) -> None:
        """The fewest moves that give the order."""
        result = after([image(0), image(1), image(2)], edit)

        assert {"changed": 0, "added": 0, "moved": count, "removed": 0} == result.edits
        assert count == sum(found.value for found in result.diagnostics)


class TestRestoredCases:
    """Galleries with an edit of their view, from ``corpus/restored``."""

    FOLDER: ClassVar[Path] = Path(__file__).parent / "corpus" / "restored"

    def restored(self, name: str) -> tuple[Any, gl.Result]:
        """Return the gallery of the case, and what the edit of its view gives."""
        case = json.loads((self.FOLDER / f"{name}.json").read_bytes())
        view, sidecar = shown(case["document"], source=case["from"])
        edit = dict(case["edit"])
        if insert := edit.pop("insert", None):
            view.insert(insert["at"], insert["item"])
        for place, value in edit.items():
            *steps, last = place.removeprefix("/").split("/")
            holder = view[int(steps[0])] if steps else view
            holder[last if steps else int(last)] = value
        return case["document"], gl.restore(view, sidecar)

    def test_a_new_item_in_a_descending_list(self) -> None:
        """It gets a value above the first one, and all others keep theirs."""
        _, result = self.restored("restore-insert-descending")

        new, *old = [item["sortOrder"] for item in result.value["items"]]
        assert [4, 3, 2, 1] == old
        assert new > 4
        assert [("item-added", "/0")] == findings(result)

    def test_new_media_in_old_items(self) -> None:
        """Nothing of the old media stays, and each value is named."""
        _, result = self.restored("restore-media-changed-rest")

        image, video = result.value["items"]
        assert {"imageInfo"} == image["image"].keys()
        assert {"type", "videoInfo"} == video["video"].keys()
        assert "resolutions" not in video["video"]["videoInfo"]
        dropped = [found for found in result.diagnostics if found.name == "old-media-field-dropped"]
        told = {found.message.split(" of the old")[0].rpartition(" ")[2] for found in dropped}
        assert told == {
            "image.imageInfo.url",
            "image.imageInfo.altText",
            "image.focalPoint",
            "image.exif",
            "image.quality",
            "video.videoInfo.url",
            "video.videoInfo.resolutions",
            "video.durationInMillis",
        }

    def test_null_in_a_view(self) -> None:
        """The item stays as it was, and the null is an error."""
        document, result = self.restored("restore-null-in-view")

        assert document == result.value
        assert [("error", "not-an-item", "/0")] == [
            (found.severity, found.name, found.pointer) for found in result.diagnostics
        ]

    def test_a_view_as_the_viewer_read_it(self) -> None:
        """Respelled file names are no edits."""
        document, result = self.restored("viewer-read-unedited")

        assert (document, ()) == (result.value, result.diagnostics)


class TestGalleries:
    """Several galleries in one document."""

    DOCUMENT: ClassVar[dict[str, Any]] = {
        "galleries": [
            {"_id": "g0", "name": "Zero", "x": 1, "items": [image(0)]},
            7,
            {"_id": "g1", "name": "One", "items": [image(1), image(2)]},
        ],
        "totalGalleries": 2,
    }

    def test_items_go_back_into_their_galleries(self) -> None:
        """Whatever order those stand in."""

        def edit(view: Any) -> None:
            view.reverse()
            view[0]["items"].pop()

        galleries = after(self.DOCUMENT, edit).value["galleries"]

        assert ["g1", "g0", 7] == [name_of(each) for each in galleries]
        assert [1, 1] == [len(each["items"]) for each in galleries[:2]]

    def test_a_removed_gallery_goes(self) -> None:
        """The others stay as they were, its items are told, and a true count goes along."""
        result = after(self.DOCUMENT, lambda view: view.pop(0) and None)

        assert self.DOCUMENT | {"galleries": self.DOCUMENT["galleries"][1:]} == result.value
        assert [("item-removed", "")] == findings(result)
        whole = {"galleries": [{"_id": "a", "items": []}, {"_id": "b", "items": []}], "totalGalleries": 2}
        assert 1 == after(whole, lambda view: view.pop() and None).value["totalGalleries"]

    @pytest.mark.parametrize(("orders", "expected"), [((1, 2, 3), (2, 3, 4)), ((3, 2, 1), (2, 1, 0))])
    def test_moved_galleries_get_other_sort_orders(
        self, orders: tuple[int, ...], expected: tuple[int, ...]
    ) -> None:
        """In the direction of the list, as few as possible, and counted."""
        galleries = [{"_id": f"g{n}", "sortOrder": order, "items": []} for n, order in enumerate(orders)]

        result = after({"galleries": galleries}, lambda view: view.append(view.pop(0)))

        assert expected == tuple(each["sortOrder"] for each in result.value["galleries"])
        assert [("sort-orders-rewritten", "")] == findings(result)

    def test_a_gallery_can_be_renamed(self) -> None:
        """Its name is part of the view."""
        assert (
            "New"
            == after(self.DOCUMENT, lambda view: view[0].update(name="New")).value["galleries"][0]["name"]
        )
        assert (
            "name"
            not in after(self.DOCUMENT, lambda view: view[0].pop("name") and None).value["galleries"][0]
        )

    def test_a_new_gallery_has_new_items(self) -> None:
        """Without an id."""
        new = {"name": "New", "items": [{"src": PICTURE.format("new", "new")}]}

        galleries = after(self.DOCUMENT, lambda view: view.append(new)).value["galleries"]

        assert [GUIDS[1], GUIDS[2]] == [item["_id"] for item in galleries[2]["items"]]
        assert {
            "name": "New",
            "items": [
                {"type": "IMAGE", "image": {"imageInfo": PICTURE.format("new", "new")}, "sortOrder": 1}
            ],
        } == galleries[3]

    @pytest.mark.parametrize("edit", [{"items": 5}, {"name": 5}])
    def test_a_gallery_that_cannot_be_read_stays_as_it_was(self, edit: dict[str, Any]) -> None:
        """With an error for what is wrong with it."""
        result = after(self.DOCUMENT, lambda view: view[0].update(edit))

        assert self.DOCUMENT == result.value
        assert [("off-schema", f"/0/{next(iter(edit))}")] == findings(result)

    def test_an_item_can_change_its_gallery(self) -> None:
        """With its id and all that the view does not show, and a sort order for where it stands now."""
        document = {
            "galleries": [{"_id": "g0", "items": [image(1)]}, {"_id": "g1", "items": [image(0, x=1)]}]
        }

        result = after(document, lambda view: view[0]["items"].append(view[1]["items"].pop()))

        assert [[image(1), image(0, x=1, sortOrder=11)], []] == [
            gallery["items"] for gallery in result.value["galleries"]
        ]
        assert () == result.diagnostics

    def test_a_moved_item_that_is_none_any_more(self) -> None:
        """It is refused, and moved as it was."""

        def edit(view: Any) -> None:
            view[0]["items"] += [view[1]["items"].pop() | {"src": "nowhere"}]

        result = after(self.DOCUMENT, edit)

        assert [GUIDS[0], GUIDS[2]] == [item["_id"] for item in result.value["galleries"][0]["items"]]
        assert ["/0/items/1"] == [each.pointer for each in result.rejects]

    def test_a_copy_in_another_gallery_is_new(self) -> None:
        """The item has stayed where it was."""
        result = after(self.DOCUMENT, lambda view: view[0]["items"].append(view[1]["items"][1]))

        assert [GUIDS[0], None] == [item.get("_id") for item in result.value["galleries"][0]["items"]]
        assert [("item-added", "/0/items/1"), ("duplicate-id", "/0/items/1/slug")] == findings(result)

    def test_a_gallery_with_the_id_of_another_one(self) -> None:
        """The one that was edited is that which is not as it was."""
        document = {"galleries": [{"_id": "g", "x": n, "items": [image(n)]} for n in range(3)]}

        result = after(document, lambda view: view.pop(0) and view[0]["items"][0].update(title="New"))

        assert [(1, "New"), (2, None)] == [
            (gallery["x"], gallery["items"][0].get("title")) for gallery in result.value["galleries"]
        ]

    def test_a_gallery_with_the_name_of_one_that_is_gone_is_that(self) -> None:
        """Its id is all that was lost; a page may have forgotten it."""
        document = {"galleries": [{}, {"_id": "g1", "name": "Harbour", "items": [], "x": 1}]}

        result = after(document, lambda view: [{"name": "Harbour", "items": []}])

        assert [{"_id": "g1", "name": "Harbour", "items": [], "x": 1}] == result.value["galleries"]

    def test_galleries_without_ids_are_known_by_their_names(self) -> None:
        """If their items were edited."""
        document = {
            "galleries": [{"name": name, "x": name, "items": [image(n)]} for n, name in enumerate("ab")]
        }

        result = after(document, lambda view: view.pop(0) and view[0]["items"][0].update(title="New"))

        assert ["b"] == [gallery["x"] for gallery in result.value["galleries"]]


class TestEvents:
    """What Wix sends when an item changes."""

    EVENT: ClassVar[dict[str, Any]] = {
        "data": {"item": image(0, tags={"values": ["a"]})},
        "metadata": {"entityId": GUIDS[1], "id": "e"},
    }

    def test_an_item_goes_back_into_its_event(self) -> None:
        """Everything around it stays."""
        value = after(self.EVENT, lambda view: view.update(title="New")).value

        assert self.EVENT | {"data": {"item": self.EVENT["data"]["item"] | {"title": "New"}}} == value

    @pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
    def test_samples_come_back(self, sample: Path) -> None:
        """As they were, JSON texts inside of them included."""
        document = json.loads(sample.read_bytes())
        result = gl.convert(document)

        if result.sidecar is not None:
            assert text_of(document) == text_of(gl.restore(result.value, result.sidecar).value)


class TestMatching:
    """Which item was which."""

    @pytest.mark.parametrize("slug", [None, "harbour"])
    def test_items_are_known_by_their_content(self, slug: str | None) -> None:
        """Galleries that give no slug back do no harm."""

        def edit(view: Any) -> None:
            for item in view:
                item.pop("slug") if slug is None else item.update(slug=slug)
            view[1]["title"] = "New"

        result = after([image(0, tags={"values": ["a"]}), image(1, tags={"values": ["b"]})], edit)

        assert [["a"], ["b"]] == [item["tags"]["values"] for item in result.value]
        assert "New" == result.value[1]["title"]

    def test_the_likelier_one_is_taken(self) -> None:
        """Of two items of one picture the one with the title that was there."""
        media = PICTURE.format(0, 0)
        document = [{"title": title, "image": {"imageInfo": media}, "x": title} for title in "ab"]

        def edit(view: Any) -> None:
            view[1]["description"] = "New"
            view.reverse()

        assert ["b", "a"] == [item["x"] for item in after(document, edit).value]

    @pytest.mark.parametrize("slug", ["kept", "lost"])
    @pytest.mark.parametrize("cut", [[0], [1], [0, 1], []])
    def test_of_copies_the_first_is_the_original(self, cut: list[int], slug: str) -> None:
        """Whichever of them have a description that a page has cut, and even without a slug."""

        def edit(view: Any) -> None:
            view.append(dict(view[0]))
            for index in cut:
                view[index]["description"] = view[index]["description"][:100]
            for item in view if slug == "lost" else ():
                del item["slug"]

        result = after([image(0, description="Slate. " * 20, x=1)], edit)

        assert [(1, "Slate. " * 20), (None, "Slate. " * 20)] == [
            (item.get("x"), item["description"]) for item in result.value
        ]

    def test_a_copy_without_a_size_gets_one(self) -> None:
        """An item of the REST form that stands twice; the first is the one that it was."""
        document = [{"image": {"imageInfo": {"id": "a.jpg", "filename": "a"}}}]

        result = after(document, lambda view: view.append(view[0]), source="rest")

        sizes = [item["image"]["imageInfo"].get("width") for item in result.value]
        names = [("item-added", "/1"), ("dimensions-missing", "/1/src")]
        assert ([None, 0], names) == (sizes, findings(result))

    def test_words_are_content_too(self) -> None:
        """An item of the same title and description with another picture is no new one."""
        document = [
            {"title": word, "image": {"imageInfo": PICTURE.format(word, word)}, "x": 1} for word in "ab"
        ]

        result = after(document, lambda view: view[0].update(src=PICTURE.format("new", "new")))

        assert [1, 1] == [item["x"] for item in result.value]

    def test_an_item_that_had_no_slug_is_preferred(self) -> None:
        """One that has none now and is like two that were there is rather that which had none then."""
        document = [image(0, title="A"), {"image": image(0)["image"], "title": "A", "x": 1}]

        result = after(document, lambda view: [view[1] | {"title": "B"}])

        assert [{"image": image(0)["image"], "title": "B", "x": 1}] == result.value

    def test_items_are_known_by_their_content_in_another_gallery(self) -> None:
        """Even without a slug."""
        document = {"galleries": [{"_id": f"g{n}", "items": [image(n, x=n)]} for n in range(2)]}

        def edit(view: Any) -> None:
            moved = view[1]["items"].pop()
            view[0]["items"].append({key: moved[key] for key in ("type", "src")})

        galleries = after(document, edit).value["galleries"]

        assert [0, 1] == [item["x"] for item in galleries[0]["items"]]

    def test_the_only_item_is_the_only_item(self) -> None:
        """Even if all of it was changed."""
        only = {"image": {"imageInfo": PICTURE.format(0, 0)}, "tags": {"values": ["a"]}}

        result = after(only, lambda view: {"src": PICTURE.format("new", "new")})

        assert ["a"] == result.value["tags"]["values"]


class TestPairs:
    """How much is compared."""

    @pytest.mark.parametrize("edited", [range(100), range(99, -1, -1), [0] * 100, range(100, 200)])
    def test_no_object_is_compared_with_every_other(self, edited: Any) -> None:
        """A key is asked for each of them, twice at most."""
        asked: list[Any] = []

        def key(item: Any) -> str:
            asked.append(item)
            return str(item["n"])

        Pairs([{"n": n} for n in range(100)], [{"n": n} for n in edited]).join([key])

        assert len(asked) <= 2 * 2 * 100

    def test_what_is_alike_is_told_by_what_is_left(self) -> None:
        """The first of two equal ones was edited, so the second is the second."""
        pairs = Pairs([{"a": 1, "b": 1}, {"a": 1, "b": 1}], [{"a": 2, "b": 1}, {"a": 1, "b": 1}])

        pairs.join([canonical, lambda item: str(item["b"])])

        assert [0, 1] == pairs.indexes

    def test_those_that_are_alike_keep_their_order(self) -> None:
        """The first of two equal ones is gone, since the other one stands behind what was between them."""
        pairs = Pairs([{"a": 1}, {"a": 2}, {"a": 1}], [{"a": 2}, {"a": 1}])

        pairs.join([canonical])

        assert [1, 2] == pairs.indexes

    def test_of_those_that_are_alike_the_first_is_the_first(self) -> None:
        """Where nothing else tells them from each other."""
        pairs = Pairs([{"a": 1}, {"a": 1}], [{"a": 1}, 5])

        pairs.join([canonical])

        assert [0, None] == pairs.indexes


class TestRefusals:
    """Sidecars that do not belong, each with its sentence."""

    VIEW, SIDECAR = shown([image(0), image(1)])

    @pytest.mark.parametrize("sidecar", [None, [], {}, 5, "x", {"view": 1}, [image(0)]])
    def test_something_else(self, sidecar: Any) -> None:
        """A view, or the gallery itself, is not a sidecar."""
        assert "off-schema" == refused(self.VIEW, sidecar).reason

    @pytest.mark.parametrize("version", [3, 0, "1", None, True])
    def test_an_unknown_version(self, version: Any) -> None:
        """Even if its digest is right."""
        refusal = refused(self.VIEW, signed(self.SIDECAR | {"schemaVersion": version}))

        assert ("version", True) == (refusal.reason, "version" in str(refusal))

    def test_the_first_version(self) -> None:
        """What it holds is the same."""
        result = gl.restore(self.VIEW, signed(self.SIDECAR | {"schemaVersion": 1}))

        assert [image(0), image(1)] == result.value

    @pytest.mark.parametrize("change", [{"document": []}, {"digest": "sha256:0"}, {"x": 1}, {"tool": {}}])
    def test_a_changed_one(self, change: dict[str, Any]) -> None:
        """Wherever it was changed."""
        refusal = refused(self.VIEW, self.SIDECAR | change)

        assert ("tampered", True) == (refusal.reason, "was changed" in str(refusal))

    def test_a_wrong_number_is_a_change(self) -> None:
        """1 is not 1.0."""
        changed = copy.deepcopy(self.SIDECAR)
        changed["document"][1]["sortOrder"] = 10.0

        assert "tampered" == refused(self.VIEW, changed).reason

    @pytest.mark.parametrize(
        "change",
        [
            {"source": {"dialect": "velo"}},
            {"source": {"dialect": "x", "target": "frontend", "order": "keep", "textItems": "drop"}},
            {"source": {"dialect": "velo", "target": "rest", "order": "keep", "textItems": "drop"}},
            {"x": 1},
            {"notFinite": [{"pointer": "/7/x", "number": "NaN"}]},
            {"notFinite": [{"pointer": "/0/_id/x", "number": "NaN"}]},
        ],
    )
    def test_a_made_up_one(self, change: dict[str, Any]) -> None:
        """A right digest does not make it one."""
        assert "off-schema" == refused(self.VIEW, signed(self.SIDECAR | change)).reason

    def test_one_that_is_converted_differently_now(self) -> None:
        """The program has changed since."""
        refusal = refused(self.VIEW, signed(self.SIDECAR | {"view": {"digest": "sha256:" + "0" * 64}}))

        assert ("stale", True) == (refusal.reason, "converts its gallery differently" in str(refusal))

    def test_one_of_an_older_gallery(self) -> None:
        """The view has an item that came later."""
        refusal = refused([*self.VIEW, self.VIEW[0] | {"slug": GUIDS[2]}], self.SIDECAR)

        assert ("stale", True) == (refusal.reason, GUIDS[2] in str(refusal))

    @pytest.mark.parametrize(
        "view", [[{"src": PICTURE.format("x", "x")}], {"src": PICTURE.format(0, 0)}, None, 5, "x"]
    )
    def test_one_of_another_gallery(self, view: Any) -> None:
        """Nothing in the view is known, or it is no such view at all."""
        refusal = refused(view, self.SIDECAR)

        assert ("foreign", True) == (refusal.reason, "another gallery" in str(refusal))

    def test_one_of_other_galleries(self) -> None:
        """Known by the galleries' ids."""
        view, sidecar = shown(TestGalleries.DOCUMENT)

        assert "foreign" == refused([{"galleryId": "x", "items": []}], sidecar).reason
        assert "stale" == refused([view[0], {"galleryId": "x", "items": []}], sidecar).reason

    def test_one_that_shows_no_item(self) -> None:
        """A text item has no view that could be edited."""
        _, sidecar = shown(text())

        assert text() == gl.restore(None, sidecar).value
        assert "foreign" == refused(self.VIEW[0], sidecar).reason


def signed(sidecar: dict[str, Any]) -> dict[str, Any]:
    """*sidecar* with the digest that it should have."""
    body = {key: value for key, value in sidecar.items() if key != "digest"}
    return body | {"digest": digest(body)}


class TestSidecar:
    """What is kept beside a view."""

    @pytest.mark.parametrize(
        ("document", "source", "target"),
        [
            ([image(0)], "velo", "rest"),
            ([image(0)], "velo", "velo"),
            ([{"src": "x"}], "frontend", "frontend"),
        ],
    )
    def test_there_is_none_where_nothing_is_left_out(self, document: Any, source: str, target: str) -> None:
        """A backend holds it all."""
        assert gl.convert(document, source, target).sidecar is None

    def test_what_was_restored_has_none(self) -> None:
        """It is the source itself."""
        assert after([image(0)], lambda view: None).sidecar is None

    def test_it_is_made_of_the_document(self) -> None:
        """An edit of the value does not change it."""
        result = gl.convert([image(0, title="Old")])
        result.value[0]["title"] = "New"

        assert "New" == gl.restore(result.value, result.sidecar).value[0]["title"]

    def test_numbers_that_are_none(self) -> None:
        """NaN and the infinities are null, as in everything that is written."""
        odd = [image(0, sortOrder=float("nan"), x=[float("-inf"), 1.0, {"a/b": float("inf")}])]
        view, sidecar = shown(odd)

        result = gl.restore(view, json.loads(json.dumps(sidecar, allow_nan=False)))

        assert [image(0, sortOrder=None, x=[None, 1.0, {"a/b": None}])] == result.value

    def test_a_document_that_is_none(self) -> None:
        """It stays as it was, in JSON."""
        view, sidecar = shown(float("inf"))

        assert gl.restore(view, sidecar).value is None

    @pytest.mark.parametrize("odd", ["\ud800", 10**30, 1.0, -0.0, 1e308, "\u2028"])
    def test_odd_values_survive(self, odd: Any) -> None:
        """They come back with their type."""
        view, sidecar = shown([image(0, title="Old", x=odd)])
        view[0]["title"] = "New"

        assert text_of([image(0, title="New", x=odd)]) == text_of(gl.restore(view, sidecar).value)

    def test_other_dialects(self) -> None:
        """What was restored can be converted further, with findings of both."""
        document = [image(0, link={"url": "/old", "text": "Go"}), {"type": "TEXT"}]
        view, sidecar = shown(document)
        view[0]["link"] = "/new"

        result = gl.restore(view, sidecar, target="rest")

        assert (GUIDS[0], "/new") == (result.value[0]["id"], result.value[0]["link"]["url"])
        assert "link-text-kept" == findings(result)[0][0]

    def test_its_own_dialect_is_no_other(self) -> None:
        """Nothing is converted to itself."""
        view, sidecar = shown([image(0)])

        assert [image(0)] == gl.restore(view, sidecar, target="velo").value

    def test_a_target_is_a_backend(self) -> None:
        """A page is where the view came from."""
        with pytest.raises(gl.UsageError, match="velo"):
            gl.restore([], {}, target="frontend")

    def test_equal_values_have_equal_texts(self) -> None:
        """The order of keys does not count, types do."""
        assert canonical({"a": 1, "b": [True]}) == canonical({"b": [True], "a": 1})
        assert len({canonical(value) for value in (1, 1.0, True, "1")}) == 4

    def test_nothing_else_is_public(self) -> None:
        """The package says what it offers."""
        assert [
            "Refusal",
            "Restored",
            "check_profile",
            "has_sidecar",
            "make_sidecar",
            "pair",
            "restore",
            "with_pair",
        ] == lens.__all__


class TestArranging:
    """Where entries stand."""

    @pytest.mark.parametrize(
        ("count", "seen", "edited", "expected"),
        [
            (3, [0, 1, 2], [0, 1, 2], [(0, 0), (1, 1), (2, 2)]),
            (3, [0, 2], [0, 2], [(0, 0), (1, None), (2, 1)]),
            (3, [0, 2], [2, 0], [(2, 0), (0, 1), (1, None)]),
            (3, [1], [1], [(0, None), (1, 0), (2, None)]),
            (3, [1], [], [(0, None), (2, None)]),
            (3, [0, 2], [0, None, 2], [(0, 0), (1, None), (None, 1), (2, 2)]),
            (2, [1, 0], [1, 0], [(0, 1), (1, 0)]),
            (2, [1, 0], [1, None, 0], [(0, 2), (1, 0), (None, 1)]),
            (0, [], [None, None], [(None, 0), (None, 1)]),
        ],
    )
    def test_entries(self, count: int, seen: list[int], edited: list[Any], expected: list[Any]) -> None:
        """Hidden ones stay, new ones follow their neighbours, moved ones go first."""
        assert [ArrangedItem(*each) for each in expected] == list(arrange(count, seen, edited).entries)

    @given(st.data())
    def test_everything_stands_somewhere(self, data: st.DataObject) -> None:
        """Each entry once, and the view's in its own order where anything was moved."""
        count = data.draw(st.integers(0, 6))
        seen = data.draw(
            st.permutations(range(count)).flatmap(lambda all: st.integers(0, count).map(lambda n: all[:n]))
        )
        kept = data.draw(
            st.permutations(seen).flatmap(lambda all: st.integers(0, len(seen)).map(lambda n: all[:n]))
        )
        edited = data.draw(st.permutations([*kept, None, None]))

        arranged = arrange(count, seen, edited)

        sources = [each.source for each in arranged.entries if each.source is not None]
        assert sorted(sources) == sorted({*range(count)} - ({*seen} - {*kept}))
        views = [each.view for each in arranged.entries if each.view is not None]
        assert sorted(views) == list(range(len(edited)))
        assert sorted(views) == views or not arranged.moved


def brute_force(values: list[Any]) -> int:
    """How many of *values* have to change, by trying all choices of those that stay."""
    best = 0
    for choice in range(2 ** len(values)):
        kept = [index for index in range(len(values)) if choice >> index & 1]
        numbers = [numeric(values[index]) for index in kept]
        pairs = zip(numbers, numbers[1:], kept, kept[1:], strict=False)
        if None not in numbers and all(one < other and room(one, other, b - a) for one, other, a, b in pairs):
            best = max(best, len(kept))
    return len(values) - best


def room(one: float, other: float, steps: int) -> bool:
    """Whether *other* is at least so many doubles above *one*."""
    import math

    at = float(one)
    for _ in range(steps):
        at = math.nextafter(at, math.inf)
    return at <= float(other)


class TestNumbering:
    """Sort orders of new and moved items."""

    @given(
        st.lists(
            st.integers(0, 8) | st.none() | st.sampled_from(["3", "x", 5.000000000000001, 1e308]), max_size=6
        )
    )
    def test_the_fewest_are_changed(self, values: list[Any]) -> None:
        """And all of them ascend afterwards."""
        changes = ascending(values)

        assert is_ascending([changes.get(index, value) for index, value in enumerate(values)])
        assert brute_force(values) == len(changes)

    @given(st.lists(st.integers(0, 8) | st.none() | st.sampled_from(["3", "x", 0.5, -1e308]), max_size=6))
    def test_a_descending_list_is_the_mirror_of_an_ascending_one(self, values: list[Any]) -> None:
        """The fewest are changed, and all of them descend afterwards."""
        changes = renumbered(values, descending=True)

        after = [changes.get(index, value) for index, value in enumerate(values)]
        assert is_ascending(after[::-1])
        mirrored = [None if (number := numeric(value)) is None else -number for value in values]
        assert brute_force(mirrored) == len(changes)

    @pytest.mark.parametrize(
        ("values", "expected"),
        [([], True), ([1, "2", 3.5], True), ([1, 1], False), ([1, None], False), ([2**53, 2**53 + 1], False)],
    )
    def test_ascending(self, values: list[Any], expected: bool) -> None:
        """Strictly, as doubles, without gaps."""
        assert expected is is_ascending(values)
