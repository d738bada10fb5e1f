"""Plans: the calls that turn CURRENT into DESIRED, carried out on a backend in memory."""

import copy
import itertools
import json
import math
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import galleries
import gallery_lens as gl
from gallery_lens import schemas
from gallery_lens.order.doubles import rank
from gallery_lens.planning.content import cleaned, key_of
from gallery_lens.planning.ordering import FREE, longest, ordering
from simulator import Backend, Refused

SEEDS = st.integers(0, 2**32)


def backend_of(gallery: dict[str, Any], *, descending: bool = False) -> Backend:
    """Return a server that keeps *gallery*."""
    backend = Backend(descending=descending)
    backend.load(gallery)
    return backend


def carry_out(plan: gl.Plan, backend: Backend) -> Iterator[None]:
    """Make the calls of a plan one by one."""
    for request in plan.to_rest():
        backend.request(request["method"], request["path"], request.get("body"))
        backend.check()
        yield


def contents(gallery: dict[str, Any]) -> list[str]:
    """Return what the items of a gallery say, in the order of its list."""
    return [key_of(cleaned(item)) for item in gallery["items"]]


def wanted(old: dict[str, Any], new: dict[str, Any], *, descending: bool) -> list[str]:
    """Return what the items of DESIRED say, in the order wanted."""
    from gallery_lens.order import shown

    del old
    orders = shown([item.get("sortOrder") for item in new["items"]], descending=descending)
    return [contents(new)[index] for index in orders]


class TestLaws:
    """What holds for any two galleries."""

    @given(SEEDS, st.booleans())
    def test_a_plan_leads_to_desired(self, seed: int, descending: bool) -> None:
        """With the same name, contents and order; and a second plan is empty; inputs stay as they were."""
        random = Random(seed)
        old = galleries.gallery(random, descending=descending)
        new = galleries.edited(random, old)
        before = copy.deepcopy((old, new))
        backend = backend_of(old, descending=descending)
        goes_down = _descends(old if len(old["items"]) > 1 else new)
        backend.descending = goes_down

        plan = gl.plan(old, new)
        list(carry_out(plan, backend))

        result = backend.gallery("gallery-0")
        assert before == (old, new)
        assert wanted(old, new, descending=goes_down) == contents(result)
        assert (new.get("name") or None) == (result.get("name") or None)
        assert gl.plan(result, new).empty or len(result["items"]) < 2
        assert schemas.validator("plan").is_valid(plan.to_dict())

    @given(SEEDS, st.booleans())
    def test_every_prefix_leaves_a_gallery_to_go_on_from(self, seed: int, descending: bool) -> None:
        """Planned again from there, it ends in DESIRED."""
        random = Random(seed)
        old = galleries.gallery(random, descending=descending)
        new = galleries.edited(random, old)
        goes_down = _descends(old if len(old["items"]) > 1 else new)
        plan = gl.plan(old, new)
        stop = random.randrange(len(plan.calls) + 1)
        backend = backend_of(old, descending=goes_down)

        list(itertools.islice(carry_out(plan, backend), stop))
        between = backend.gallery("gallery-0")
        if len(between["items"]) < 2:
            goes_down = backend.descending = _descends(new)
        list(carry_out(gl.plan(between, new), backend))

        assert wanted(old, new, descending=goes_down) == contents(backend.gallery("gallery-0"))

    @given(SEEDS, st.booleans())
    def test_the_fewest_sort_orders_are_written(self, seed: int, descending: bool) -> None:
        """Of items that stay; one that is created carries its own, and needs room all the same."""
        random = Random(seed)
        old = galleries.gallery(random, items=30, descending=descending)
        new = galleries.edited(random, galleries.edited(random, old))
        goes_down = _descends(old if len(old["items"]) > 1 else new)
        backend = backend_of(old, descending=goes_down)
        requests = gl.plan(old, new).to_rest()
        for request in requests:
            backend.request(request["method"], request["path"], request.get("body"))

        orders = {each["id"]: each["sortOrder"] for each in old["items"]}
        values = [orders.get(each["id"]) for each in backend.gallery("gallery-0")["items"]]
        stay = len(values) - values.count(None)
        written = [each for each in requests if "sortOrder" in each.get("body", {}).get("item", {})]
        moved = [each for each in written if each["method"] == "PATCH"]
        assert len(values) - most_kept(values, descending=goes_down) == len(moved) + len(values) - stay

    @given(SEEDS)
    def test_both_dialects_give_one_plan(self, seed: int) -> None:
        """Whatever each gallery is written in, as far as both can say it."""
        random = Random(seed)
        old = gl.to_velo(galleries.gallery(random))
        new = galleries.edited(random, gl.to_rest(old))

        plans = [gl.plan(one, other) for one in (old, gl.to_rest(old)) for other in (new, gl.to_velo(new))]

        assert plans[0].empty == plans[3].empty
        assert len(plans[0].calls) == len(plans[1].calls) == len(plans[2].calls)

    @given(SEEDS)
    def test_nothing_is_to_do_for_the_same_gallery(self, seed: int) -> None:
        """Read in the other direction, in the other dialect, without its dates, or as it is."""
        old = galleries.gallery(Random(seed))
        turned = {**old, "items": old["items"][::-1]}

        assert gl.plan(old, old).empty
        assert gl.plan(old, turned).empty or len(old["items"]) < 2
        assert gl.plan(old, gl.to_velo(old)).empty
        assert gl.plan(gl.to_velo(old), old).empty


def _descends(gallery: dict[str, Any]) -> bool:
    from gallery_lens.order import descends

    return descends([item.get("sortOrder") for item in gallery["items"]])


def fits(ranks: list[int], kept: tuple[int, ...]) -> bool:
    """Tell whether the places *kept* can keep their values, by the definition."""
    low, high = rank(-math.inf), rank(math.inf)
    edges = [(-1, low), *((place, ranks[place]) for place in kept), (len(ranks), high)]
    return all(
        one < other and other - one - 1 >= FREE * (right - left - 1)
        for (left, one), (right, other) in itertools.pairwise(edges)
    )


def most_kept(values: list[float | None], *, descending: bool = False) -> int:
    """Return how many of *values* can be kept at most: the longest way from one that fits behind another."""
    signed = [None if value is None else -value if descending else value for value in values]
    places = [(place, rank(value)) for place, value in enumerate(signed) if value is not None]
    best: dict[tuple[int, int], int] = {(-1, rank(-math.inf)): 0}
    for right, other in [*places, (len(values), rank(math.inf))]:
        before = [
            count
            for (left, one), count in best.items()
            if one < other and other - one - 1 >= FREE * (right - left - 1)
        ]
        if before:
            best[right, other] = max(before) + 1
    return best[len(values), rank(math.inf)] - 1


class TestOrder:
    """The fewest sort orders are written."""

    LONG = st.lists(
        st.none() | st.integers(-20, 20) | st.floats(allow_nan=False, allow_infinity=False)
        | st.sampled_from([1.0, 1 + 2**-52, 1 + 2**-51, 1 + 2**-49, 2.0**-1074, 1657439075188]),
        max_size=80,
    )  # fmt: skip

    @given(LONG, st.booleans())
    def test_the_minimum_of_long_lists(self, values: list[float | None], descending: bool) -> None:
        """Whatever the values are: some missing, some equal, some without room between them."""
        written = ordering(values, descending=descending).values

        assert len(values) - most_kept(values, descending=descending) == len(written)

    VALUES = st.lists(
        st.sampled_from([1, 2, 3, 4, 1.5, 1 + 2**-52, 1 + 2**-51, 1 + 3 * 2**-52, 1 + 2**-49, -1e308, 1e308]),
        max_size=7,
        unique=True,
    )

    @given(VALUES)
    def test_the_number_of_writes_is_the_minimum(self, values: list[float]) -> None:
        """No other choice of items could keep more of the values."""
        ranks = [rank(value) for value in values]

        most = max(
            len(kept)
            for size in range(len(values) + 1)
            for kept in itertools.combinations(range(len(values)), size)
            if fits(ranks, kept)
        )

        assert most == len(longest(ranks))
        assert len(values) - most == len(ordering(values).values)

    @given(VALUES, st.booleans(), st.randoms(use_true_random=False))
    def test_no_two_are_ever_equal(self, values: list[float], descending: bool, random: Random) -> None:
        """Whatever is written, in the sequence given; with new items among the old ones."""
        given: list[float | None] = [*values, *[None] * random.randrange(3)]
        random.shuffle(given)
        found = ordering(given, descending=descending)

        now = list(given)
        for place in found.sequence:
            now[place] = found.values[place]
            held = [float(value) for value in now if value is not None]
            assert len(set(held)) == len(held)

        ordered = [float(value) for value in now if value is not None]
        assert len(given) == len(ordered)
        assert sorted(ordered, reverse=descending) == ordered

    @pytest.mark.parametrize(
        ("values", "descending", "expected"),
        [
            ([1, 2, 3], False, {}),
            ([3, 2, 1], True, {}),
            ([1, 3, 2, 4], False, {2: 3.5}),
            ([2, 3, 1], False, {2: 4}),
            ([1, None, 2], False, {1: 1.5}),
            ([None, None], False, {0: 1, 1: 2}),
            ([2, None, 1], True, {1: 1.5}),
        ],
    )
    def test_between_the_neighbours(
        self, values: list[Any], descending: bool, expected: dict[int, float]
    ) -> None:
        """In the middle of them."""
        assert expected == ordering(values, descending=descending).values

    def test_many(self) -> None:
        """A long gallery is no trouble."""
        values = list(range(3000))
        Random(1).shuffle(values)

        assert len(ordering(values).values) < 3000


PICTURE = {"imageInfo": {"id": "4d2a9c_a~mv2.jpg", "width": 8, "height": 6}}
OTHER = {"imageInfo": {"id": "4d2a9c_b~mv2.jpg", "width": 8, "height": 6}}


def item(id: str | None, order: float | None, **held: Any) -> dict[str, Any]:
    """Return a REST item with a picture."""
    known = {"id": id, "sortOrder": order}
    return {**{key: value for key, value in known.items() if value is not None}, "image": PICTURE, **held}


def gallery(*items: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Return a REST gallery."""
    return {"id": "g/1", "items": list(items), **fields}


class TestCalls:
    """What is sent."""

    def test_an_update_sends_what_changed(self) -> None:
        """A branch whole, without the address that the server makes; null clears."""
        old = gallery(item("a", 1, title="A", description="x", link={"url": "/a", "text": "b"}))
        new = gallery(
            item("a", 9, title="A", link={"url": "/c", "text": "b"})
            | {"image": {**PICTURE, "focalPoint": {"x": 0, "y": 1}}}
        )
        new["items"][0]["image"]["imageInfo"] = {
            **PICTURE["imageInfo"],
            "url": "https://static.wixstatic.com/media/x",
        }

        (request,) = gl.plan(old, new).to_rest()

        assert ("PATCH", "/progallery/v2/galleries/g%2F1/items/a") == (request["method"], request["path"])
        assert {
            "item": {
                "description": None,
                "link": {"url": "/c", "text": "b"},
                "image": {**PICTURE, "focalPoint": {"x": 0, "y": 1}},
            }
        } == request["body"]

    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ({"title": None}, {}, True),
            ({"link": {}}, {}, True),
            ({"link": {"url": None}}, {"link": None}, True),
            ({"title": ""}, {}, False),
            ({"type": "IMAGE", "createdDate": "2024-05-01T10:00:00Z"}, {}, True),
            ({"tags": {"values": ["a"]}}, {}, False),
            ({"xFuture": 1}, {"xFuture": 2}, True),
            ({"image": {**PICTURE, "quality": 80}}, {"image": {**PICTURE, "quality": 80.0}}, True),
        ],
    )
    def test_what_is_equal(self, one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
        """Null, an empty object and nothing are; an empty text is not."""
        assert same == gl.plan(gallery(item("a", 1, **one)), gallery(item("a", 1, **other))).empty

    def test_a_creation(self) -> None:
        """Without id, type, dates and undeclared keys; with its sort order."""
        new = item("x", 7, type="IMAGE", createdDate="2024-05-01T10:00:00Z", xFuture=1, title="")

        (request,) = gl.plan(gallery(item("a", 1)), gallery(item("a", 1), new)).to_rest()

        assert ("POST", "/progallery/v2/galleries/g%2F1/items") == (request["method"], request["path"])
        assert {"item": {"sortOrder": 2, "title": "", "image": PICTURE}} == request["body"]

    @pytest.mark.parametrize("count", [1, 2, 1001])
    def test_deletions(self, count: int) -> None:
        """One by its path, several by their ids, a thousand at most."""
        requests = gl.plan(gallery(*(item(str(each), each) for each in range(count))), gallery()).to_rest()

        if count == 1:
            assert [{"method": "DELETE", "path": "/progallery/v2/galleries/g%2F1/items/0"}] == requests
        ids = [id for request in requests if "body" in request for id in request["body"]["itemIds"]]
        assert ids == [str(each) for each in range(count)] * (count > 1) or count == 1001
        assert [] == [each for each in requests if "body" in each and len(each["body"]["itemIds"]) > 1000]

    def test_a_changed_medium(self) -> None:
        """The item is deleted and created at its place."""
        old = gallery(item("a", 1), item("b", 2), item("c", 3))
        new = gallery(item("a", 1), item("b", 2, image=OTHER, title="B"), item("c", 3))

        plan = gl.plan(old, new)

        assert ["DELETE", "POST"] == [request["method"] for request in plan.to_rest()]
        assert {"sortOrder": 2, "title": "B", "image": OTHER} == plan.to_rest()[1]["body"]["item"]
        assert [("item-replaced", "/items/1")] == [(each.name, each.pointer) for each in plan.losses]

    def test_changed_html_is_an_update(self) -> None:
        """A text has no medium."""
        old, new = ({"id": "t", "sortOrder": 1, "text": {"html": html}} for html in ("<p>a</p>", "<p>b</p>"))

        assert ["PATCH"] == [each["method"] for each in gl.plan(gallery(old), gallery(new)).to_rest()]

    def test_the_name_of_the_gallery(self) -> None:
        """Nothing else of it is written; a list of items says nothing of it."""
        old = gallery(item("a", 1), name="Rivers", totalItems=1, sortOrder=1)

        (request,) = gl.plan(old, gallery(item("a", 1), name="Lakes", totalItems=9, sortOrder=5)).to_rest()

        assert {
            "method": "PATCH",
            "path": "/progallery/v2/galleries/g%2F1",
            "body": {"gallery": {"name": "Lakes"}},
        } == request
        assert gl.plan(old, [item("a", 1)]).empty

    def test_content_makes_up_for_ids(self) -> None:
        """What was created by an interrupted plan is not created again."""
        old = gallery(item("server-1", 1, title="A"))

        assert gl.plan(old, gallery(item(None, None, title="A"))).empty
        assert gl.plan(old, gallery(item("unknown", 5, title="A"))).empty

    def test_order_is_that_of_the_sort_orders(self) -> None:
        """If list and values disagree, the values win, and it is said."""
        old = gallery(item("a", 1), item("b", 2))
        plan = gl.plan(old, gallery(item("b", 20), item("a", 10)))

        assert plan.empty
        assert [("sort-order-unsorted", "/items/1/sortOrder")] == [
            (each.name, each.pointer) for each in plan.losses
        ]

    def test_equal_sort_orders_leave_the_list(self) -> None:
        """They say nothing."""
        old = gallery(item("a", 1), item("b", 2))

        (request,) = gl.plan(old, gallery(item("b", 7), item("a", 7))).to_rest()

        assert {"item": {"sortOrder": 0}} == request["body"] or {"item": {"sortOrder": 3}} == request["body"]

    def test_what_cannot_be_created(self) -> None:
        """It is told, the others are planned, and what it should replace stays."""
        outside = {"imageInfo": {"url": "https://pictures.example/a.jpg"}}
        old = gallery(item("a", 1))

        plan = gl.plan(
            old, gallery(item("a", 1, image=outside), item(None, 2, image=outside), item(None, 3, title="x"))
        )

        assert ["POST"] == [request["method"] for request in plan.to_rest()]
        assert ["item-not-planned"] * 2 == [each.name for each in plan.losses]

    def test_galleries_are_created_and_deleted(self) -> None:
        """Where there is none, or none is wanted."""
        backend = Backend()

        list(carry_out(gl.plan(None, gallery(item("a", 5), name="Rivers")), backend))
        ((created,),) = [backend.listed()["galleries"]]
        (request,) = gl.plan(created, None).to_rest()

        assert ("Rivers", [5]) == (created["name"], [each["sortOrder"] for each in created["items"]])
        assert {"method": "DELETE", "path": f"/progallery/v2/galleries/{created['id']}"} == request

    def test_lists_of_galleries(self) -> None:
        """By their ids."""
        old = {"galleries": [gallery(item("a", 1)), gallery(id="gone")]}
        new = {"galleries": [gallery(item("a", 1, title="A")), gallery(id="new", name="New")]}

        assert ["PATCH", "POST", "DELETE"] == [each["method"] for each in gl.plan(old, new).to_rest()]
        assert ["item-deleted"] == [each.name for each in gl.plan(old, new).losses]

    def test_galleries_of_a_list_are_not_reordered(self) -> None:
        """It is told where DESIRED has them in another order, by their sort orders if they have some."""
        one, two = gallery(id="one", name="One", sortOrder=1), gallery(id="two", sortOrder=2)

        def told(old: list[Any], new: list[Any]) -> list[tuple[str, str]]:
            plan = gl.plan({"galleries": old}, {"galleries": new})
            assert plan.empty
            return [(each.name, each.pointer) for each in plan.losses]

        assert [] == told([one, two], [two, one])
        assert [("gallery-order-kept", "/galleries/0")] == told([one, two], [{**two, "sortOrder": 0}, one])
        bare = [{key: value for key, value in each.items() if key != "sortOrder"} for each in (one, two)]
        assert [("gallery-order-kept", "/galleries/0")] == told(bare, bare[::-1])

    def test_an_incomplete_current_is_told(self) -> None:
        """What is not in it would be created again."""
        plan = gl.plan(gallery(item("a", 1), totalItems=60), gallery(item("a", 1)))

        assert ["items-incomplete"] == [each.name for each in plan.losses]

    def test_alternative_text_survives_a_poorer_desired(self) -> None:
        """Velo has no place for it, so that it says nothing about it."""
        old = gallery(
            item(
                "a", 1, image={"imageInfo": {**PICTURE["imageInfo"], "filename": "f.jpg", "altText": "words"}}
            )
        )
        new = gl.to_velo(old)

        assert gl.plan(old, new).empty
        new["items"][0]["image"]["focalPoint"] = {"x": 0, "y": 0}
        (request,) = gl.plan(old, new).to_rest()
        assert "words" == request["body"]["item"]["image"]["imageInfo"]["altText"]

    def test_undeclared_keys_are_reported_or_stay(self) -> None:
        """No call sends them by themselves; one that replaces the branch they stand in keeps them."""
        old = gallery(item("a", 1, image={**PICTURE, "xShape": 1}), item("b", 2))
        new = copy.deepcopy(old)
        new["items"][0] |= {"xFuture": 1, "image": {**PICTURE, "xNew": {"deep": 2}}}
        new["items"].append(item(None, 3, image=OTHER, xFuture=None, yFuture=3))

        plan = gl.plan(old, new)
        assert [("/items/0/image/xNew", {"deep": 2}), ("/items/0/xFuture", 1), ("/items/2/yFuture", 3)] == [
            (each.pointer, each.value) for each in plan.losses
        ]
        new["items"][0]["image"] |= {"focalPoint": {"x": 0, "y": 1}}
        (update, _) = gl.plan(old, new).to_rest()
        assert {
            **PICTURE,
            "focalPoint": {"x": 0, "y": 1},
            "xShape": 1,
            "xNew": {"deep": 2},
        } == update["body"]["item"]["image"]

    @pytest.mark.parametrize(
        ("current", "desired", "words"),
        [
            (gallery(), gl.to_frontend(gallery(item("a", 1))), "DESIRED holds items of a page.*--sidecar"),
            (gl.to_frontend(gallery(item("a", 1))), gallery(), "CURRENT holds items of a page.*getGallery"),
            (gallery(), {**gallery(), "id": "other"}, "for one gallery"),
            ([], [item("a", 1)], "which gallery it is"),
            (gallery(item(None, 1)), gallery(), "has no id"),
            (gallery(item("a", 1), item("a", 2)), gallery(), "shares its id"),
            ("text", gallery(), "CURRENT holds no gallery"),
            (gallery(), {"title": "x"}, "no gallery"),
        ],
    )
    def test_what_cannot_be_planned(self, current: Any, desired: Any, words: str) -> None:
        """One sentence says why."""
        with pytest.raises(gl.UsageError, match=words):
            gl.plan(current, desired)


class TestViews:
    """An edited view of a page, on top of the gallery as it is now."""

    @given(SEEDS, st.sampled_from(["ascending", "descending", "unsorted"]))
    def test_the_page_gets_the_view(self, seed: int, direction: str) -> None:
        """Reordered, edited, shortened and extended; converted again, the gallery gives the view."""
        random = Random(seed)
        old = gl.to_velo(galleries.gallery(random, descending=direction == "descending"))
        if direction == "unsorted":
            random.shuffle(old["items"])
        result = gl.convert(old)
        view = edited_view(random, result.value)
        if result.sidecar is None or not {each["slug"] for each in result.value} & {
            each.get("slug") for each in view
        }:
            return  # a view of something else
        descending = _descends(old)
        backend = backend_of(gl.to_rest(old), descending=descending)

        list(carry_out(gl.plan(old, view, result.sidecar), backend))

        if view == result.value:
            assert 0 == backend.calls
        else:
            assert _shown(view) == _shown(gl.to_frontend(gl.to_velo(backend.gallery("gallery-0"))))

    def test_what_others_did_is_kept(self) -> None:
        """New items, and fields that the view did not edit; what it edits wins."""
        old = gallery(item("a", 1, title="A"), item("b", 2, title="B"))
        result = gl.convert(old)
        view = [dict(each) for each in result.value]
        view[0]["title"] = "A2"
        now = gallery(
            item("a", 1, title="other", tags={"values": ["x"]}),
            item("c", 1.5, title="C"),
            item("b", 2, title="B2"),
        )

        plan = gl.plan(now, view, result.sidecar)

        assert [{"item": {"title": "A2"}}] == [request["body"] for request in plan.to_rest()]
        assert [("item-kept", "/items/1")] == [(each.name, each.pointer) for each in plan.losses]

    def test_another_gallery(self) -> None:
        """Its id makes a sidecar stale, nothing else."""
        result = gl.convert(gallery(item("a", 1)))

        with pytest.raises(gl.SidecarError, match="CURRENT is other"):
            gl.plan(gallery(item("a", 1), id="other"), result.value, result.sidecar)


def edited_view(random: Random, view: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return an edited view of which at least one item is left."""
    new = copy.deepcopy(view)
    for _ in range(random.randrange(4) if new else 0):
        place = random.randrange(len(new))
        match random.randrange(4):
            case 0:
                new.insert(place, {"type": "image", "title": str(random.random()), "src": _fresh(random)})
            case 1:
                new.insert(0, new.pop(place))
            case 2 if len(new) > 1:
                new.pop(place)
            case 3:
                new[place]["title"] = str(random.random())
    return new


def _fresh(random: Random) -> str:
    return f"wix:image://v1/4d2a9c_{random.randrange(10**9)}~mv2.jpg/a.jpg#originWidth=8&originHeight=6"


def _shown(view: Any) -> Any:
    return [{key: value for key, value in each.items() if key != "slug"} for each in view]


class TestForms:
    """The formats of a plan."""

    OLD = gallery(item("a", 1, title="A"), item("b", 2, title="B\u2028"), name="Rivers")
    NEW = gallery(item("a", 1, title="Q"), item(None, 3, title="C"), name="Rivers")

    def test_text(self) -> None:
        """Losses first, then each call with what it changes."""
        text = gl.plan(self.OLD, self.NEW).to_text()

        assert (
            text.index("What is lost") < text.index('- delete item "B\\u2028" (b)') < text.index("~ change")
        )
        assert '    title: "A" -> "Q"\n' in text
        assert text.endswith("Plan: 1 to create, 1 to change, 1 to delete.\n")
        assert "Nothing to do" in gl.plan(self.OLD, self.OLD).to_text()

    def test_json(self) -> None:
        """What the schema describes."""
        told = gl.plan(self.OLD, self.NEW).to_dict()

        assert schemas.validator("plan").is_valid(told)
        assert {"create": 1, "update": 1, "delete": 1} == told["summary"]
        assert json.loads(json.dumps(told)) == told


#: ``wix-pro-gallery-backend`` in memory.
MOCK = Path(__file__).with_name("wix_pro_gallery_backend.mjs")
#: Applies a plan until nothing fails, the first times with a failure at the calls named; prints all answers.
SCRIPT = r"""
import { failing, galleries } from 'wix-pro-gallery-backend';
import { applyPlan } from './plan.mjs';
const { given, stops } = JSON.parse(process.argv[1]);
for (const gallery of given) galleries.set(gallery._id, gallery);
const told = [];
for (const at of [...stops, 0, 0]) {
  Object.assign(failing, { at, calls: 0 });
  const { done, skipped, failed } = await applyPlan();
  told.push([done.length, skipped.length, failed?.message ?? null]);
}
console.log(JSON.stringify({ told, galleries: [...galleries.values()] }));
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
class TestVelo:
    """The module for a site's backend, run in Node."""

    @pytest.fixture
    def apply(self, tmp_path: Path) -> Callable[..., Any]:
        """Apply the plan from one document to another, with failures."""
        package = tmp_path / "node_modules" / "wix-pro-gallery-backend"
        package.mkdir(parents=True)
        (package / "package.json").write_text('{"type": "module", "exports": "./index.mjs"}')
        shutil.copy(MOCK, package / "index.mjs")

        def applied(old: Any, new: Any, *stops: int) -> Any:
            (tmp_path / "plan.mjs").write_text(gl.plan(old, new).to_velo(), encoding="utf-8")
            given = gl.to_velo(old)
            given = given.get("galleries", [given])
            argument = json.dumps({"given": given, "stops": stops})
            ran = subprocess.run(
                ["node", "--input-type=module", "-e", SCRIPT, argument],
                cwd=tmp_path,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            assert 0 == ran.returncode, ran.stderr
            return json.loads(ran.stdout)

        return applied

    @pytest.mark.parametrize("seed", range(6))
    def test_it_does_what_the_plan_says(self, apply: Callable[..., Any], seed: int) -> None:
        """Stopped by failures it goes on, and in the end there is nothing left to do."""
        random = Random(seed)
        old = galleries.gallery(random, items=12)
        new = galleries.edited(random, galleries.edited(random, old))
        backend = backend_of(old, descending=_descends(old))
        plan = gl.plan(old, new)
        list(carry_out(plan, backend))

        stops = [random.randrange(1, len(plan.calls) + 2) for _ in range(3)]
        answer = apply(old, new, *stops)

        (made,) = answer["galleries"]
        made["items"].sort(key=lambda each: each["sortOrder"], reverse=backend.descending)
        assert contents(gl.to_rest(gl.to_velo(backend.gallery("gallery-0")))) == contents(gl.to_rest(made))
        (_, _, failed), (done, _, again) = answer["told"][-2:]
        assert (None, None) == (failed, again)
        assert 0 == done or made.get("name") != old.get("name")

    def test_it_stops_at_the_first_failure(self, apply: Callable[..., Any]) -> None:
        """It says what was done, what was skipped and what failed."""
        old = gallery(item("a", 1), item("b", 2))
        new = gallery(item("b", 2, title="B"), item(None, 3, title="x"), item(None, 4, title="x"))

        told = apply(old, new, 3)["told"]

        assert [[2, 0, "no connection"], [2, 2, None], [0, 4, None]] == told

    def test_galleries(self, apply: Callable[..., Any]) -> None:
        """They are created once, and deleted."""
        old = {"galleries": [gallery(item("a", 1)), gallery(id="gone", name="Gone")]}
        new = {"galleries": [gallery(item("a", 1, title="A")), gallery(item(None, 1), id="new", name="New")]}

        answer = apply(old, new, 3)

        assert [[2, 0, "no connection"], [1, 2, None], [0, 3, None]] == answer["told"]
        assert [None, "New"] == [each.get("name") for each in answer["galleries"]]


def test_the_simulator_refuses_what_the_server_refuses() -> None:
    """Equal sort orders, media that are not there, and pages that are too long."""
    backend = backend_of(gallery(item("a", 1), item("b", 2)))
    path = "/progallery/v2/galleries/g%2F1/items"

    for method, at, body in [
        ("PATCH", f"{path}/a", {"item": {"sortOrder": 2}}),
        ("PATCH", f"{path}/a", {"item": {"image": OTHER}}),
        ("PATCH", f"{path}/x", {"item": {"title": "x"}}),
        ("PATCH", path[:-6], {"gallery": {"items": []}}),
        ("POST", path, {"item": {"image": {"imageInfo": {"id": "x"}}}}),
        ("POST", path, {"item": {"image": PICTURE, "text": {"html": "x"}}}),
        ("POST", f"{path}/delete", {"itemIds": []}),
        ("GET", path, None),
    ]:
        with pytest.raises(Refused):
            backend.request(method, at, body)
    with pytest.raises(Refused):
        backend.items("g/1", 101)
    assert 2 == len(backend.gallery("g/1")["items"])
