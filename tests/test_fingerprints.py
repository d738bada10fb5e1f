"""Fingerprints: what stays the same when a document is rearranged, and what tells findings apart."""

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
import strategies

PICTURE = "wix:image://v1/11062b_river~mv2.jpg/river.jpg#originWidth=800&originHeight=600"

#: An item that every dialect with galleries says nothing about.
HEALTHY: dict[str, dict[str, Any]] = {
    "velo": {"type": "IMAGE", "title": "Quay", "image": {"type": "WIX_MEDIA", "imageInfo": PICTURE}},
    "frontend": {"type": "image", "title": "Quay", "src": PICTURE},
}
ITEMS = {"velo": strategies.velo_items(), "frontend": strategies.frontend_items()}
#: The rules that are about the order of the list itself.
ABOUT_THE_ORDER = ("sort-order-descending", "sort-order-dropped", "sort-order-unsorted")


def fingerprints(document: Any, source: str, target: str = "frontend") -> Counter[str | None]:
    """Count the fingerprints of everything found, but for what is found because of the order."""
    found = gl.convert(document, source, target).diagnostics
    return Counter(each.fingerprint for each in found if each.name not in ABOUT_THE_ORDER)


def galleries(dialect: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Lists of items, some of which share their sort order or their id."""
    item = st.builds(
        lambda item, more: item | more,
        ITEMS[dialect],
        st.fixed_dictionaries(
            {},
            optional={
                "sortOrder": st.sampled_from([1, 1.0, "1", 1644317968.985, 1657439075188]),
                "_id": st.sampled_from(["one", "two", "B0B1E5D2-0000-4000-8000-00000000ABCD"]),
            }
            if dialect == "velo"
            else {"slug": st.sampled_from(["one", "two"])},
        ),
    )
    return st.lists(item, min_size=1, max_size=5)


def wrapped(items: list[dict[str, Any]], shape: str, more: dict[str, Any]) -> Any:
    """Put *items* into a wrapper."""
    held = {"items": items, **more}
    return {
        "list": items,
        "gallery": held,
        "in gallery": {"gallery": held, "beside": 1},
        "galleries": {"galleries": [{"name": "Other", "items": []}, held]},
    }[shape]


every_shape = st.sampled_from(["list", "gallery", "in gallery", "galleries"])
own_fields = st.fixed_dictionaries(
    {},
    optional={
        "name": st.just("Rivers"),
        "sortOrder": st.just("5"),
        "totalItems": st.just(99),
        "odd": st.just(True),
    },
)


class TestRearranging:
    """What a baseline relies on."""

    @pytest.mark.parametrize("dialect", ITEMS)
    @given(data=st.data())
    def test_shuffling_changes_none(self, dialect: str, data: st.DataObject) -> None:
        """The same items in another order give the same fingerprints, each as often."""
        items = data.draw(galleries(dialect))
        shape, more = data.draw(every_shape), data.draw(own_fields)
        shuffled = data.draw(st.permutations(items))

        assert fingerprints(wrapped(items, shape, more), dialect) == fingerprints(
            wrapped(shuffled, shape, more), dialect
        )

    @pytest.mark.parametrize("dialect", ITEMS)
    @given(data=st.data())
    def test_a_healthy_item_on_top_changes_none(self, dialect: str, data: st.DataObject) -> None:
        """An item that nothing is said about leaves everything said of the others."""
        items = data.draw(galleries(dialect))
        shape, more = data.draw(every_shape), data.draw(own_fields)
        inserted = [HEALTHY[dialect], *items]

        assert fingerprints(wrapped(items, shape, more), dialect) == fingerprints(
            wrapped(inserted, shape, more), dialect
        )

    @given(data=st.data(), indent=st.sampled_from([None, 1, "\t"]), ascii=st.booleans(), sort=st.booleans())
    def test_layout_changes_none(self, data: st.DataObject, indent: Any, ascii: bool, sort: bool) -> None:
        """Indentation, escapes and the order of keys do not count."""
        document = data.draw(strategies.wrapped(strategies.velo_items(), strategies.velo_galleries()))
        written = json.dumps(document, indent=indent, ensure_ascii=ascii, sort_keys=sort)

        plain = gl.convert_text(json.dumps(document), "velo").diagnostics
        found = gl.convert_text(written.encode("utf-8", "surrogatepass"), "velo").diagnostics

        assert Counter(each.fingerprint for each in plain if each.name != "not-json") == Counter(
            each.fingerprint for each in found if each.name != "not-json"
        )

    def test_a_guess_is_the_same_whichever_item_it_is_said_of(self) -> None:
        """Of items that could all be two dialects, only the first one met is spoken of."""
        one, other = ({"type": "TEXT", "text": {"html": f"<p>{word}</p>"}} for word in ("Hi", "Ho"))

        assert fingerprints([one, other], "auto") == fingerprints([other, one], "auto")

    def test_what_is_odd_about_an_items_text_stays_with_the_item(self) -> None:
        """What was found while the text was read belongs to the item that it was found in."""
        odd = HEALTHY["velo"] | {"title": "cut \ud83d"}

        [first] = gl.convert_text(json.dumps([odd]), "velo").diagnostics
        [second] = gl.convert_text(json.dumps([HEALTHY["velo"], odd]), "velo").diagnostics

        assert first.fingerprint == second.fingerprint
        assert [0, 1] == [first.item_index, second.item_index]
