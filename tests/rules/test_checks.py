"""The checks of the rules, one by one, on items and galleries made by hand."""

import math
import re
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import gallery_lens as gl
from gallery_lens import order, schemas
from gallery_lens.diagnostics import NO_VALUE, Severity
from gallery_lens.model import (
    DESCRIPTION_LIMIT,
    UNSET,
    Clip,
    Family,
    FocalPoint,
    Gallery,
    Image,
    Item,
    Link,
    Origin,
    Picture,
    SecondaryMedia,
    Text,
    Video,
)
from gallery_lens.rules import rule
from gallery_lens.rules.base import Aim, Violation
from gallery_lens.rules.guid import is_guid
from gallery_lens.rules.i106_full_page import UNASKED
from gallery_lens.rules.media import addresses

BACKEND = Origin(dialect="velo", family=Family.BACKEND, underscored=True)
PAGE = Origin(dialect="frontend", family=Family.PAGE)
EVERY_AIM = list(Aim)

GUID = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
STRICT = "wix:image://v1/ab.jpg/n.jpg#originWidth=4&originHeight=3"
FILM = "wix:video://v1/ab/n.mp4#posterUri=p.jpg&posterWidth=4&posterHeight=3"
MALFORMED = "wix:image://v1/undefined/n.jpg#originWidth=4&originHeight=3"
VECTOR = "wix:vector://v1/ab.svg/n.svg"
OUTSIDE = "https://pictures.example/n.jpg"


def spots(name: str, item: Item, aim: Aim = Aim.BACKEND) -> list[Violation]:
    """Return what the rule *name* finds in *item*."""
    check = rule(name).check
    assert check is not None
    return list(check(item, aim))


def gallery_spots(name: str, gallery: Gallery, aim: Aim = Aim.BACKEND) -> list[Violation]:
    """Return what the rule *name* finds in *gallery*."""
    check = rule(name).check_gallery
    assert check is not None
    return list(check(gallery, aim))


def picture(address: Any = UNSET, **held: Any) -> Item:
    """Return an image item with one picture."""
    return Item(type="IMAGE", image=Image(picture=Picture(address=address, **held)))


def film(address: Any = UNSET, **held: Any) -> Item:
    """Return a video item with one clip."""
    return Item(type="VIDEO", video=Video(clip=Clip(address=address, **held)))


def hover(address: str) -> Item:
    """Return an image item with a strict picture and another one under the pointer."""
    secondary = SecondaryMedia(image=Image(picture=Picture(address=address)))
    return attrs.evolve(picture(STRICT), secondary_media=secondary)


def from_(origin: Origin, item: Item) -> Item:
    """Return *item* as if it had been read from *origin*."""
    return attrs.evolve(item, origin=origin)


def ordered(*orders: Any) -> Gallery:
    """Return a gallery of items with these sort orders."""
    return Gallery(items=tuple(Item(sort_order=order) for order in orders))


class TestTypeMismatch:
    """S003: what an address says against the branch it stands in."""

    @pytest.mark.parametrize(
        ("item", "field", "text", "contradiction"),
        [
            (picture(FILM), "image.picture", FILM, "its picture has the address of a video"),
            (picture(url=FILM), "image.picture.url", FILM, "its picture has the address of a video"),
            (film(STRICT), "video.clip", STRICT, "its video has the address of a picture"),
            (hover(FILM), "secondary_media.image.picture", FILM, "its picture has the address of a video"),
        ],
    )
    def test_an_address_of_the_other_kind_is_found(
        self, item: Item, field: str, text: str, contradiction: str
    ) -> None:
        """Wherever it stands."""
        assert [Violation(field, text, {"contradiction": contradiction})] == spots("type-mismatch", item)

    @pytest.mark.parametrize(
        "item",
        [
            picture(STRICT),
            film(FILM),
            picture(OUTSIDE),
            film(OUTSIDE),
            picture(VECTOR),
            picture(MALFORMED),
            Item(),
        ],
    )
    def test_other_addresses_are_passed_over(self, item: Item) -> None:
        """Those that agree, those that say nothing of their kind, and those other rules speak of."""
        assert [] == spots("type-mismatch", item)


class TestTypeInferred:
    """S004: an item without a type."""

    @pytest.mark.parametrize(
        ("type_", "field_value", "given"),
        [
            (UNSET, NO_VALUE, "is missing"),
            (None, None, "is null"),
            ("", "", 'is ""'),
            ("UNDEFINED", "UNDEFINED", 'is "UNDEFINED"'),
            ("undefined", "undefined", 'is "undefined"'),
        ],
    )
    def test_the_only_branch_decides(self, type_: Any, field_value: Any, given: str) -> None:
        """All ways of naming no type are alike."""
        item = Item(type=type_, video=Video())

        expected = [Violation("type", field_value, {"given": given, "kind": "VIDEO"})]
        assert expected == spots("type-inferred", item, Aim.PAGE)

    @pytest.mark.parametrize(
        ("origin", "aim", "count"),
        [
            (BACKEND, Aim.PAGE, 1),
            (PAGE, Aim.BACKEND, 1),
            (BACKEND, Aim.BACKEND, 0),
            (PAGE, Aim.PAGE, 1),
            (BACKEND, Aim.SAME, 0),
            (PAGE, Aim.SAME, 0),
        ],
    )
    def test_it_matters_between_dialects_that_differ_in_it(
        self, origin: Origin, aim: Aim, count: int
    ) -> None:
        """Elsewhere no type is written that was not there."""
        item = from_(origin, Item(image=Image()))

        assert count == len(spots("type-inferred", item, aim))

    def test_an_item_made_by_hand_is_judged_on_its_way_to_a_page(self) -> None:
        """It is as good as one of a backend."""
        assert 1 == len(spots("type-inferred", Item(text=Text()), Aim.PAGE))

    @pytest.mark.parametrize(
        "item",
        [Item(), Item(image=Image(), text=Text()), Item(image=None), Item(type="Image", image=Image())],
    )
    def test_no_branch_or_several_or_a_type_infer_nothing(self, item: Item) -> None:
        """Exactly one branch is needed, and no type."""
        assert [] == spots("type-inferred", item, Aim.PAGE)


class TestDateInvalid:
    """S005: dates that do not exist."""

    @pytest.mark.parametrize(
        "text",
        [
            "2021-02-30T10:00:00Z",
            "2023-02-29T10:00:00Z",
            "1900-02-29T10:00:00Z",
            "2021-00-10T10:00:00Z",
            "2021-13-10T10:00:00Z",
            "2021-01-00T10:00:00Z",
            "2021-01-10T25:00:00Z",
            "2021-01-10T10:60:00Z",
            "2021-01-10T10:00:60Z",
            "2021-01-10T10:00:00+24:00",
            "٢٠٢١-01-10T10:00:00Z",
        ],
    )
    @pytest.mark.parametrize(
        ("aim", "severity"),
        [
            (Aim.BACKEND, Severity.WARNING),
            (Aim.COMPONENT, Severity.WARNING),
            (Aim.SAME, Severity.WARNING),
            (Aim.PAGE, Severity.INFO),
        ],
    )
    def test_what_is_no_instant_is_found(self, text: str, aim: Aim, severity: Severity) -> None:
        """In both dates of an item, whatever it is converted to; a page would not show them."""
        item = Item(created_date=text, updated_date=text)

        found = spots("date-invalid", item, aim)

        assert [("created_date", severity), ("updated_date", severity)] == [
            (each.field, each.severity) for each in found
        ]

    @pytest.mark.parametrize(
        "date",
        [
            UNSET,
            None,
            "",
            "2024-02-29T10:00:00Z",
            "2000-02-29T23:59:59.999999999Z",
            "0000-02-29T10:00:00Z",
            "9999-12-31T23:59:59.999Z",
            "2016-12-31T23:59:60Z",
            "2021-01-10T24:00:00Z",
            "2021-02-08T13:44:37.000+23:59",
            "2021-02-08T13:44:37-00:00",
        ],
    )
    def test_instants_and_nothing_are_passed_over(self, date: Any) -> None:
        """Year 0 and the leap days of every fourth century exist."""
        assert [] == spots("date-invalid", Item(created_date=date, updated_date=date))

    def test_a_gallery_is_not_left_out_for_its_date(self) -> None:
        """So it is a warning there."""
        gallery = Gallery(created_date="2021-02-30T10:00:00Z")

        [found] = gallery_spots("date-invalid", gallery)

        assert ("created_date", Severity.WARNING) == (found.field, found.severity)

    def test_a_gallery_with_a_date_is_passed_over(self) -> None:
        """A good one is no finding."""
        assert [] == gallery_spots("date-invalid", Gallery(created_date="2021-02-28T10:00:00Z"))


class TestDescriptionTruncated:
    """L104: descriptions above 100 characters."""

    @pytest.mark.parametrize("text", ["a" * 101, "𝒳" * 101, "a\u0301" * 51])
    def test_more_than_100_code_points_are_found(self, text: str) -> None:
        """Counted neither in bytes nor in what the eye sees."""
        expected = [Violation("description", text, {"length": len(text)})]

        assert expected == spots("description-truncated", Item(description=text), Aim.PAGE)

    @pytest.mark.parametrize("description", [UNSET, None, "", "a" * 100, "𝒳" * 100])
    def test_up_to_100_are_passed_over(self, description: Any) -> None:
        """The limit itself is within it."""
        assert [] == spots("description-truncated", Item(description=description), Aim.PAGE)

    @pytest.mark.parametrize("aim", [Aim.BACKEND, Aim.SAME])
    def test_only_a_page_has_the_limit(self, aim: Aim) -> None:
        """The backend documents none."""
        assert [] == spots("description-truncated", Item(description="a" * 101), aim)

    def test_a_text_item_does_not_reach_the_page(self) -> None:
        """It is dropped as a whole."""
        item = Item(type="TEXT", description="a" * 101)

        assert [] == spots("description-truncated", item, Aim.PAGE)


class TestLinkUrlMissing:
    """L105: links that lead nowhere."""

    @pytest.mark.parametrize("aim", EVERY_AIM)
    @pytest.mark.parametrize(
        ("url", "field", "value", "given"),
        [
            (UNSET, "link", NO_VALUE, "is missing"),
            (None, "link.url", None, "is null"),
            ("", "link.url", "", 'is ""'),
            *((word, "link.url", word, f'is "{word}"') for word in ("undefined", "null", "#", " ")),
        ],
    )
    def test_a_link_without_address_is_found(
        self, url: Any, field: str, value: Any, given: str, aim: Aim
    ) -> None:
        """Whatever the conversion is for."""
        item = Item(link=Link(url=url, text="Go"))

        assert [Violation(field, value, {"given": given})] == spots("link-url-missing", item, aim)

    @pytest.mark.parametrize(
        "link", [UNSET, None, Link(url="/page"), Link(url="#top"), Link(data={"page": {"pageId": "p"}})]
    )
    def test_no_link_and_any_address_are_passed_over(self, link: Any) -> None:
        """Whether an address is a good one is not asked here."""
        assert [] == spots("link-url-missing", Item(link=link))


class TestMediaMissing:
    """M101: items with nothing to show."""

    @pytest.mark.parametrize(
        ("item", "field", "medium"),
        [
            (Item(type="IMAGE"), "", "picture"),
            (Item(type="IMAGE", image=None), "image", "picture"),
            (Item(type="IMAGE", image=Image()), "image", "picture"),
            (Item(image=Image()), "image", "picture"),
            (Item(type="IMAGE", image=Image(picture=None)), "image.picture", "picture"),
            (picture(), "image.picture", "picture"),
            (picture(""), "image.picture", "picture"),
            (picture(id="", url=None, width=4, filename="n.jpg"), "image.picture", "picture"),
            (Item(type="VIDEO"), "", "video"),
            (Item(type="VIDEO", video=Video()), "video", "video"),
            (Item(type="VIDEO", video=Video(clip=None)), "video.clip", "video"),
            (film(id="", url=""), "video.clip", "video"),
            (Item(type="TEXT"), "", "text"),
            (Item(type="TEXT", text=None), "text", "text"),
            (Item(type="TEXT", text=Text()), "text", "text"),
            (Item(type="TEXT", text=Text(html=None)), "text.html", "text"),
            (Item(type="TEXT", text=Text(html="")), "text.html", "text"),
            (Item(), "", "picture, video or text"),
            (Item(type="UNDEFINED", image=None), "", "picture, video or text"),
        ],
    )
    def test_it_is_found_at_the_deepest_thing_there(self, item: Item, field: str, medium: str) -> None:
        """Null counts as there, for the source says it."""
        expected = [Violation(field, NO_VALUE, {"medium": medium}, Severity.WARNING)]

        assert expected == spots("media-missing", item)

    @pytest.mark.parametrize(
        "item",
        [
            picture(id="ab.jpg"),
            picture(url=OUTSIDE),
            picture("5a47.jpg"),
            film(id="ab"),
            film(FILM),
            Item(text=Text(html="<p>Hi</p>")),
            Item(image=Image(), video=Video()),
        ],
    )
    def test_anything_to_show_is_enough(self, item: Item) -> None:
        """Whether it can be shown is another question; so is which of two branches is meant."""
        assert [] == spots("media-missing", item, Aim.PAGE)

    @pytest.mark.parametrize(
        ("origin", "aim", "severity"),
        [
            (BACKEND, Aim.PAGE, Severity.ERROR),
            (BACKEND, Aim.BACKEND, Severity.WARNING),
            (BACKEND, Aim.SAME, Severity.WARNING),
            (PAGE, Aim.BACKEND, Severity.ERROR),
            (PAGE, Aim.SAME, Severity.ERROR),
        ],
    )
    def test_only_backends_carry_it(self, origin: Origin, aim: Aim, severity: Severity) -> None:
        """Where a page is involved there is nothing to convert."""
        item = from_(origin, Item(type="IMAGE"))

        assert [severity] == [spot.severity for spot in spots("media-missing", item, aim)]

    def test_a_text_item_does_not_reach_the_page(self) -> None:
        """It is dropped as a whole, text or no text."""
        assert [] == spots("media-missing", Item(type="TEXT"), Aim.PAGE)


class TestUnsupportedMedia:
    """M102: addresses of what no gallery shows."""

    @pytest.mark.parametrize(
        ("item", "field", "text"),
        [
            (picture(VECTOR), "image.picture", VECTOR),
            (film("wix:audio://v1/ab/n.mp3#duration=9"), "video.clip", "wix:audio://v1/ab/n.mp3#duration=9"),
            (
                picture("wix:document://v1/ugd/ab.pdf/n.pdf"),
                "image.picture",
                "wix:document://v1/ugd/ab.pdf/n.pdf",
            ),
            (picture("5a47"), "image.picture", "5a47"),
            (picture(" "), "image.picture", " "),
            (picture(url="javascript:alert(1)"), "image.picture.url", "javascript:alert(1)"),
            (film(url="ftp://films.example/n.mp4"), "video.clip.url", "ftp://films.example/n.mp4"),
            (hover(VECTOR), "secondary_media.image.picture", VECTOR),
        ],
    )
    def test_neither_wix_media_nor_the_web_is_found(self, item: Item, field: str, text: str) -> None:
        """Whether it can be read or not."""
        assert [Violation(field, text)] == spots("unsupported-media", item)

    @pytest.mark.parametrize(
        "item",
        [
            picture(STRICT),
            film(FILM),
            picture(OUTSIDE),
            picture(FILM),
            picture(MALFORMED),
            picture(""),
            picture(id="ab.jpg", url="//static.wixstatic.com/ab.jpg"),
        ],
    )
    def test_other_addresses_are_passed_over(self, item: Item) -> None:
        """Broken ones and those of the other kind have their own rules; with an id the url is no matter."""
        assert [] == spots("unsupported-media", item)


class TestMalformedUri:
    """M103: addresses that are broken."""

    @pytest.mark.parametrize(
        "text",
        [MALFORMED, "wix:image://v1/null/n.jpg", "wix:image://v1//n.jpg", "wix:video://v1/"],
    )
    @pytest.mark.parametrize(
        ("make", "field"),
        [(picture, "image.picture"), (film, "video.clip"), (hover, "secondary_media.image.picture")],
    )
    def test_a_broken_address_is_found(self, make: Any, field: str, text: str) -> None:
        """Wherever it stands."""
        assert [(field, text)] == [(spot.field, spot.value) for spot in spots("malformed-uri", make(text))]

    def test_the_problem_is_named(self) -> None:
        """In the words of whoever could not read it."""
        assert [{"problem": "the word undefined is no id"}] == [
            spot.facts for spot in spots("malformed-uri", picture(MALFORMED))
        ]

    @pytest.mark.parametrize("item", [picture(STRICT), picture("5a47.jpg"), picture(VECTOR), film(), Item()])
    def test_other_addresses_are_passed_over(self, item: Item) -> None:
        """What is whole but of no use is another rule's."""
        assert [] == spots("malformed-uri", item)


class TestLegacyUri:
    """M104: addresses in a loose form."""

    @pytest.mark.parametrize(
        ("text", "form"),
        [
            ("image://v1/ab.jpg/4_3/n.jpg", "wix: is missing in front"),
            (STRICT.replace("#", "/#"), "there is a slash before the #"),
            (STRICT.replace("n.jpg", "n n.jpg"), "a blank is not encoded"),
            (STRICT.replace("#", "/more#"), "further path parts are ignored"),
            (STRICT.replace("#", "?v=1#"), "the part after the ? is ignored"),
            (f"{STRICT}&extra=1", "the part after the # has other keys or another order"),
            (
                STRICT.replace("wix:", "").replace("n.jpg", "n n.jpg/"),
                "wix: is missing in front, there is a slash before the #, a blank is not encoded",
            ),
        ],
    )
    def test_one_notice_names_every_departure(self, text: str, form: str) -> None:
        """In the order in which the rule lists them."""
        assert [Violation("image.picture", text, {"form": form})] == spots("legacy-uri", picture(text))

    @pytest.mark.parametrize(
        "item",
        [
            picture(STRICT),
            picture("wix:image://v1/ab.jpg/#originWidth=4&originHeight=3"),
            picture("wix:image://v1/ab.jpg/n.jpg"),
            film(FILM),
            film("wix:video://v1/ab/n.mp4"),
            picture(OUTSIDE),
            picture(MALFORMED),
        ],
    )
    def test_other_addresses_are_passed_over(self, item: Item) -> None:
        """Missing names and sizes have their own rules."""
        assert [] == spots("legacy-uri", item)


class TestFilenameMissing:
    """M105: addresses without a name."""

    @pytest.mark.parametrize(
        ("item", "field"),
        [
            (picture("wix:image://v1/ab.jpg/#originWidth=4&originHeight=3"), "image.picture"),
            (picture("wix:image://v1/ab.jpg#originWidth=4&originHeight=3"), "image.picture"),
            (film("wix:video://v1/ab"), "video.clip"),
            (hover("wix:image://v1/ab.jpg"), "secondary_media.image.picture"),
        ],
    )
    def test_no_name_is_found(self, item: Item, field: str) -> None:
        """With or without the slash before it."""
        assert [field] == [spot.field for spot in spots("filename-missing", item)]

    @pytest.mark.parametrize(
        "item",
        [
            picture(STRICT),
            picture("wix:vector://v1/ab.svg/"),
            picture(OUTSIDE),
            picture(id="ab.jpg"),
            film(FILM),
        ],
    )
    def test_other_addresses_are_passed_over(self, item: Item) -> None:
        """Objects without a name are the tables' matter."""
        assert [] == spots("filename-missing", item)


class TestDimensionsMissing:
    """M106: addresses without a usable size."""

    @pytest.mark.parametrize(
        "item",
        [
            picture("wix:image://v1/ab.jpg/n.jpg"),
            picture("image://v1/ab.jpg/n.jpg"),
            picture(STRICT.replace("=4", "=0")),
            picture(STRICT.replace("=3", "=")),
            picture(STRICT.replace("=3", "=three")),
            picture(STRICT.replace("=4", "=-4")),
            film(FILM.replace("=4", "=0")),
            film("wix:video://v1/ab/n.mp4#posterUri=p.jpg"),
            hover("wix:image://v1/ab.jpg/n.jpg"),
        ],
    )
    def test_no_usable_size_is_found(self, item: Item) -> None:
        """Missing, zero, or no number of pixels."""
        assert [list(addresses(item))[-1].text] == [spot.value for spot in spots("dimensions-missing", item)]

    @pytest.mark.parametrize(
        "item",
        [
            picture(STRICT),
            picture("image://v1/ab.jpg/4_3/n.jpg"),
            film(FILM),
            film("wix:video://v1/ab/n.mp4"),
            picture(OUTSIDE),
            picture(VECTOR),
            picture(MALFORMED),
            picture(id="ab.jpg", width=0),
        ],
    )
    def test_other_addresses_are_passed_over(self, item: Item) -> None:
        """What has no size of its own, and objects, which are the tables' matter."""
        assert [] == spots("dimensions-missing", item)


class TestExternalImage:
    """M107: pictures outside of Wix."""

    @pytest.mark.parametrize(
        ("item", "field"),
        [(picture(OUTSIDE), "image.picture"), (hover(OUTSIDE), "secondary_media.image.picture")],
    )
    def test_an_address_on_the_web_is_found(self, item: Item, field: str) -> None:
        """On its way to a backend."""
        assert [Violation(field, OUTSIDE)] == spots("external-image", item)

    @pytest.mark.parametrize("aim", [Aim.PAGE, Aim.SAME])
    def test_a_page_shows_them(self, aim: Aim) -> None:
        """And what stays where it was is no news."""
        assert [] == spots("external-image", picture(OUTSIDE), aim)

    @pytest.mark.parametrize(
        "item",
        [picture(STRICT), picture(url=OUTSIDE), film(OUTSIDE), picture("5a47.jpg"), picture(None), Item()],
    )
    def test_other_media_are_passed_over(self, item: Item) -> None:
        """Wix pictures, videos, and objects, which a backend gave itself."""
        assert [] == spots("external-image", item)


class TestUnknownVideoHost:
    """M108: videos on other hosts."""

    @pytest.mark.parametrize(
        "text",
        [
            "https://films.example/n.mp4",
            "https://youtube.com.films.example/watch?v=1",
            "http://notvimeo.com/1",
        ],
    )
    def test_another_host_is_found(self, text: str) -> None:
        """In an address or in the url of an object."""
        assert [Violation("video.clip", text)] == spots("unknown-video-host", film(text, url=text))
        assert [Violation("video.clip.url", text)] == spots("unknown-video-host", film(url=text, id=""))

    @pytest.mark.parametrize(
        "item",
        [
            film("https://www.youtube.com/watch?v=1"),
            film("https://youtu.be/1"),
            film(url="https://player.vimeo.com/video/1"),
            film(FILM),
            film(id="ab", url="https://films.example/n.mp4"),
            film("n.mp4"),
            film(),
            picture("https://films.example/n.mp4"),
            Item(),
        ],
    )
    def test_other_videos_are_passed_over(self, item: Item) -> None:
        """Wix's own, those of the two services, and what is no address on the web."""
        assert [] == spots("unknown-video-host", item)

    @pytest.mark.parametrize("aim", [Aim.PAGE, Aim.SAME])
    def test_only_a_backend_minds(self, aim: Aim) -> None:
        """A page may play any file."""
        assert [] == spots("unknown-video-host", film("https://films.example/n.mp4"), aim)


class TestSortOrderDuplicate:
    """O101: equal sort orders."""

    @pytest.mark.parametrize(
        ("orders", "expected"),
        [
            ((5, 5), [Violation("sort_order", 5, {"earlier": 1}, index=1, shared="5")]),
            ((5, 5.0), [Violation("sort_order", 5.0, {"earlier": 1}, index=1, shared="5")]),
            ((5, "5"), [Violation("sort_order", "5", {"earlier": 1}, index=1, shared="5")]),
            (("5e0", 7, "+5.00"), [Violation("sort_order", "+5.00", {"earlier": 1}, index=2, shared="5")]),
            (
                (1, 5, 5, 5),
                [
                    Violation("sort_order", 5, {"earlier": 2}, index=2, shared="5"),
                    Violation("sort_order", 5, {"earlier": 2}, index=3, shared="5"),
                ],
            ),
            ((0, -0.0), [Violation("sort_order", -0.0, {"earlier": 1}, index=1, shared="0")]),
        ],
    )
    def test_equal_values_are_found_at_the_later_items(self, orders: Any, expected: list[Violation]) -> None:
        """By value, with the first of them named, counted from 1."""
        assert expected == gallery_spots("sort-order-duplicate", ordered(*orders))

    @pytest.mark.parametrize(
        "gallery",
        [
            ordered(1, 2, 3),
            ordered(UNSET, UNSET, None, None),
            ordered("NaN", "NaN", float("nan"), float("nan")),
            ordered(2**53, 2**53 + 1),
            Gallery(items=None),
            Gallery(),
        ],
    )
    def test_others_are_passed_over(self, gallery: Gallery) -> None:
        """Different values, however close, and items without a usable one."""
        assert [] == gallery_spots("sort-order-duplicate", gallery)


class TestSortOrderText:
    """O102: numbers written as text."""

    @pytest.mark.parametrize("text", ["420", "1644317968.985", "1.6E9", "-1"])
    def test_numeric_text_is_found(self, text: str) -> None:
        """On an item and on a gallery itself."""
        assert [Violation("sort_order", text)] == spots("sort-order-text", Item(sort_order=text))
        assert [Violation("sort_order", text)] == gallery_spots("sort-order-text", Gallery(sort_order=text))

    @pytest.mark.parametrize("order", [UNSET, None, 420, 4.5, "NaN", "Infinity", "-Infinity"])
    def test_numbers_and_other_text_are_passed_over(self, order: Any) -> None:
        """The three texts stand for numbers that JSON lacks."""
        assert [] == spots("sort-order-text", Item(sort_order=order))
        assert [] == gallery_spots("sort-order-text", Gallery(sort_order=order))


class TestSortOrderMixedUnits:
    """O103: seconds and milliseconds in one list."""

    SECONDS = 1644317968.985
    MILLISECONDS = 1657439075188

    def test_the_first_that_departs_is_found(self) -> None:
        """Once, whatever follows, with both units named."""
        gallery = ordered(7, self.SECONDS, self.MILLISECONDS, self.SECONDS, self.MILLISECONDS)

        expected = [
            Violation(
                "sort_order",
                self.MILLISECONDS,
                {"unit": "milliseconds", "other": "seconds"},
                index=2,
                shared="",
            )
        ]
        assert expected == gallery_spots("sort-order-mixed-units", gallery)

    @pytest.mark.parametrize(
        ("seconds", "milliseconds"),
        [(1e8, 1e11), (99_999_999_999, 99_999_999_999_999), ("1644317968.985", "1657439075188")],
    )
    def test_the_ranges_reach_from_limit_to_limit(self, seconds: Any, milliseconds: Any) -> None:
        """The lower end belongs to a unit, the upper one to the next."""
        spots_ = gallery_spots("sort-order-mixed-units", ordered(milliseconds, seconds))

        assert [
            Violation("sort_order", seconds, {"unit": "seconds", "other": "milliseconds"}, index=1, shared="")
        ] == spots_

    @pytest.mark.parametrize(
        "gallery",
        [
            ordered(SECONDS, SECONDS + 1),
            ordered(MILLISECONDS, MILLISECONDS + 1),
            ordered(1, SECONDS, 99_999_999, 1e14, None, UNSET, "NaN"),
            ordered(-MILLISECONDS, SECONDS),
            Gallery(),
        ],
    )
    def test_one_unit_is_passed_over(self, gallery: Gallery) -> None:
        """Small, huge and negative values belong to none."""
        assert [] == gallery_spots("sort-order-mixed-units", gallery)


class TestSortOrderUnsorted:
    """O104: items out of order."""

    @pytest.mark.parametrize(
        ("aim", "severity"),
        [(Aim.PAGE, Severity.WARNING), (Aim.BACKEND, Severity.INFO), (Aim.SAME, Severity.INFO)],
    )
    def test_the_first_lower_value_is_found(self, aim: Aim, severity: Severity) -> None:
        """Once; a warning where the place in the list is all there is."""
        reason = "5 is lower than 30 of an item before it"
        expected = [Violation("sort_order", 5, {"reason": reason}, severity, 2, shared="")]

        assert expected == gallery_spots("sort-order-unsorted", ordered(1, 30, 5, 2, None), aim)

    @pytest.mark.parametrize(
        ("gallery", "index"),
        [(ordered(None, 5), 0), (ordered(1, UNSET, "NaN", 2), 1), (ordered(2, None, 1), 1)],
    )
    def test_items_without_a_value_show_last(self, gallery: Gallery, index: int) -> None:
        """So they are out of place before others."""
        assert [index] == [spot.index for spot in gallery_spots("sort-order-unsorted", gallery)]

    @pytest.mark.parametrize(
        ("gallery", "descends"),
        [
            (ordered(3, 2, 1), True),
            (ordered("10", "9"), True),
            (ordered(3, 1, 1), False),
            (ordered(3), False),
        ],
    )
    def test_a_list_that_descends_is_in_order(self, gallery: Gallery, descends: bool) -> None:
        """And is told as that, if no two values are equal and none is missing."""
        assert descends is (1 == len(gallery_spots("sort-order-descending", gallery)))
        assert not (descends and gallery_spots("sort-order-unsorted", gallery))

    def test_text_is_compared_by_value(self) -> None:
        """1000 comes after 420, whatever its characters say."""
        assert [] == gallery_spots("sort-order-unsorted", ordered("420", "1000"))

    @pytest.mark.parametrize(
        "gallery", [ordered(1, 2, 2, 3), ordered(1, 2, UNSET, "NaN"), ordered(5), ordered(), Gallery()]
    )
    def test_ascending_values_are_passed_over(self, gallery: Gallery) -> None:
        """Equal ones have their own rule."""
        assert [] == gallery_spots("sort-order-unsorted", gallery, Aim.PAGE)


class TestIdNotGuid:
    """I101: ids that Wix did not make."""

    @pytest.mark.parametrize("aim", EVERY_AIM)
    @pytest.mark.parametrize(
        "id_", ["image-1", GUID[:-1], f"{GUID}0", f"{{{GUID}}}", f"{GUID}\n", GUID.replace("-", "")]
    )
    def test_another_form_is_found(self, id_: str, aim: Aim) -> None:
        """Whatever the conversion is for."""
        assert [Violation("id", id_)] == spots("id-not-guid", from_(BACKEND, Item(id=id_)), aim)

    @pytest.mark.parametrize("id_", [UNSET, None, "", GUID, GUID.upper()])
    def test_guids_and_nothing_are_passed_over(self, id_: Any) -> None:
        """In either case of letters."""
        assert [] == spots("id-not-guid", from_(BACKEND, Item(id=id_)))

    @pytest.mark.parametrize("item", [Item(id="image-1"), from_(PAGE, Item(id="image-1"))])
    def test_only_backend_items_are_judged(self, item: Item) -> None:
        """A slug may be anything."""
        assert [] == spots("id-not-guid", item)


class TestSlugNotGuid:
    """I102: slugs that cannot be ids."""

    def test_another_form_is_found_on_the_way_to_a_backend(self) -> None:
        """It does not become an id."""
        assert [Violation("id", "sunset")] == spots("slug-not-guid", from_(PAGE, Item(id="sunset")))

    @pytest.mark.parametrize("id_", [UNSET, None, "", GUID])
    def test_guids_and_nothing_are_passed_over(self, id_: Any) -> None:
        """They are written, or there is nothing to write."""
        assert [] == spots("slug-not-guid", from_(PAGE, Item(id=id_)))

    @pytest.mark.parametrize(
        ("origin", "aim"), [(PAGE, Aim.SAME), (PAGE, Aim.PAGE), (BACKEND, Aim.BACKEND), (BACKEND, Aim.PAGE)]
    )
    def test_only_slugs_that_would_become_ids_are_judged(self, origin: Origin, aim: Aim) -> None:
        """Elsewhere a slug stays a slug, and an id has its own rule."""
        assert [] == spots("slug-not-guid", from_(origin, Item(id="sunset")), aim)


class TestDuplicateId:
    """I103: two items with one id."""

    @pytest.mark.parametrize(
        ("ids", "expected"),
        [
            (("a", "b", "a"), [Violation("id", "a", {"earlier": 1}, index=2, shared="a")]),
            ((GUID, GUID.upper()), [Violation("id", GUID.upper(), {"earlier": 1}, index=1, shared=GUID)]),
            (
                ("b", "a", "a", "a"),
                [
                    Violation("id", "a", {"earlier": 2}, index=2, shared="a"),
                    Violation("id", "a", {"earlier": 2}, index=3, shared="a"),
                ],
            ),
        ],
    )
    def test_it_is_found_at_the_later_items(self, ids: Any, expected: list[Violation]) -> None:
        """With the first of them named, counted from 1."""
        gallery = Gallery(items=tuple(Item(id=id_) for id_ in ids))

        assert expected == gallery_spots("duplicate-id", gallery)

    @pytest.mark.parametrize("ids", [(), ("a", "b"), ("a", "A"), (UNSET, UNSET), (None, None), ("", "")])
    def test_others_are_passed_over(self, ids: Any) -> None:
        """Items without an id are not alike; only in GUIDs the case of letters does not count."""
        assert [] == gallery_spots("duplicate-id", Gallery(items=tuple(Item(id=id_) for id_ in ids)))


class TestItemsIncomplete:
    """I104: galleries that are not whole."""

    @pytest.mark.parametrize("aim", EVERY_AIM)
    @pytest.mark.parametrize(("items", "held"), [((), 0), ((Item(),), 1)])
    def test_a_higher_total_is_found(self, items: tuple[Item, ...], held: int, aim: Aim) -> None:
        """Whatever the conversion is for."""
        facts = {"total": 51, "held": held, "things": "items", "here": "are here"}
        expected = [Violation("total_items", 51, facts)]

        assert expected == gallery_spots("items-incomplete", Gallery(total_items=51, items=items), aim)

    @pytest.mark.parametrize(
        "gallery",
        [
            Gallery(items=(Item(),)),
            Gallery(total_items=None, items=(Item(),)),
            Gallery(total_items=1, items=(Item(),)),
            Gallery(total_items=0, items=(Item(),)),
            Gallery(total_items=51),
            Gallery(total_items=51, items=None),
        ],
    )
    def test_no_total_or_no_list_says_nothing(self, gallery: Gallery) -> None:
        """A rule that cannot hold is silent."""
        assert [] == gallery_spots("items-incomplete", gallery)


class TestFullPage:
    """I106: exactly what a call returns by itself."""

    def test_fifty_items_are_found(self) -> None:
        """Where nothing says how many there are."""
        expected = [Violation("", 50, {"held": 50, "things": "items", "page": UNASKED})]

        assert expected == gallery_spots("full-page", Gallery(items=(Item(),) * 50))
        assert expected == gallery_spots("full-page", Gallery(items=(Item(),) * 50, total_items=None))

    @pytest.mark.parametrize(
        "gallery",
        [
            Gallery(),
            Gallery(items=None),
            Gallery(items=(Item(),) * 49),
            Gallery(items=(Item(),) * 51),
            Gallery(items=(Item(),) * 50, total_items=50),
            Gallery(items=(Item(),) * 50, total_items=120),
        ],
    )
    def test_other_numbers_and_totals_say_nothing(self, gallery: Gallery) -> None:
        """A total decides, and has its own rule."""
        assert [] == gallery_spots("full-page", gallery)

    @pytest.mark.parametrize(
        ("beside", "count", "expected"),
        [
            ({}, 10, {"full-page": ""}),
            ({"totalGalleries": None}, 10, {"full-page": ""}),
            ({"totalGalleries": 10}, 10, {}),
            ({"totalGalleries": 12}, 10, {"items-incomplete": "/totalGalleries"}),
            ({"totalGalleries": 2}, 1, {"items-incomplete": "/totalGalleries"}),
            ({"totalGalleries": True}, 0, {}),
            ({"totalGalleries": "12"}, 10, {}),
            ({}, 9, {}),
        ],
    )
    def test_a_list_of_galleries_is_counted_too(
        self, beside: dict[str, Any], count: int, expected: dict[str, str]
    ) -> None:
        """A full page is a hint, a higher total is certain."""
        galleries = [{"name": str(number), "items": []} for number in range(count)]

        found = gl.convert({"galleries": galleries, **beside}, "velo", "rest").diagnostics

        assert expected == {each.name: each.pointer for each in found}

    def test_another_list_of_galleries_has_no_pages(self) -> None:
        """The other call that gives galleries is asked for each of them."""
        document = {"itemsInGalleries": [{"galleryId": str(number), "items": []} for number in range(10)]}

        assert "full-page" not in {found.name for found in gl.convert(document, target="rest").diagnostics}


class TestVideoSearchPage:
    """M110: pages that are no video."""

    @pytest.mark.parametrize(
        ("address", "host"),
        [
            ("https://www.youtube.com/results?search_query=river", "YouTube"),
            ("https://youtube.com", "YouTube"),
            ("https://youtube.com/watch", "YouTube"),
            ("https://youtube.com/watch?v=", "YouTube"),
            ("https://youtube.com/playlist?list=PL1", "YouTube"),
            ("https://youtube.com/results?search_query=a&v=b", "YouTube"),
            ("https://youtube.com/@rivers/videos", "YouTube"),
            ("https://youtube.com/embed/", "YouTube"),
            ("https://www.youtube-nocookie.com/embed/videoseries?list=PL1", "YouTube"),
            ("https://youtu.be/", "YouTube"),
            ("https://youtu.be/watch", "YouTube"),
            ("https://vimeo.com/", "Vimeo"),
            ("https://vimeo.com/search?q=1234", "Vimeo"),
            ("https://vimeo.com/user1234", "Vimeo"),
            ("https://vimeo.com/showcase/1234", "Vimeo"),
            ("https://vimeo.com/album/1234", "Vimeo"),
            ("https://vimeo.com/channels/staffpicks", "Vimeo"),
            ("https://vimeo.com/٣٤", "Vimeo"),
        ],
    )
    def test_a_page_without_a_video_is_found(self, address: str, host: str) -> None:
        """In an address, and in the url of an object that has no id."""
        assert [Violation("video.clip", address, {"host": host})] == spots("video-search-page", film(address))
        assert [Violation("video.clip.url", address, {"host": host})] == spots(
            "video-search-page", film(url=address, id="")
        )

    @pytest.mark.parametrize(
        "address",
        [
            "https://www.youtube.com/watch?v=b0aTdriver0&ab_channel=rivers",
            "https://m.youtube.com/watch?list=PL1&v=b0aTdriver0",
            "https://youtube.com/?v=b0aTdriver0",
            "https://youtube.com/embed/b0aTdriver0?start=5",
            "https://youtube.com/shorts/b0aTdriver0",
            "https://youtube.com/live/b0aTdriver0",
            "https://youtu.be/b0aTdriver0?t=3",
            "https://youtu.be/watch?v=b0aTdriver0",
            "https://vimeo.com/76979871",
            "https://vimeo.com/76979871/4b2c",
            "https://player.vimeo.com/video/76979871",
            "https://player.vimeo.com/external/76979871.hd.mp4?s=1",
            "https://vimeo.com/channels/staffpicks/76979871",
            "https://vimeo.com/album/12/video/76979871",
            "https://vimeo.com/moogaloop.swf?clip_id=76979871",
            "https://films.example/results?search_query=river",
            "https://youtube.com.films.example/results",
            FILM,
            "n.mp4",
        ],
    )
    def test_videos_and_other_hosts_are_passed_over(self, address: str) -> None:
        """However a video is named."""
        assert [] == spots("video-search-page", film(address))

    @pytest.mark.parametrize(
        "item", [film(), film(id="ab", url="https://youtube.com"), picture(OUTSIDE), Item()]
    )
    def test_what_has_no_such_address_is_passed_over(self, item: Item) -> None:
        """With an id the url is no matter."""
        assert [] == spots("video-search-page", item)


class TestFocalPointOutside:
    """M111: focal points beside the picture."""

    @pytest.mark.parametrize(
        ("x", "y"), [(1.1, 0.5), (0.5, -0.1), (50, 50), ("1.5", 0), (UNSET, 2), (None, -1)]
    )
    def test_a_number_beyond_0_to_1_is_found(self, x: Any, y: Any) -> None:
        """In the picture and in that under the pointer."""
        image = Image(focal_point=FocalPoint(x=x, y=y))
        item = Item(image=image, secondary_media=SecondaryMedia(image=image))

        assert [
            Violation("image.focal_point", {"x": x, "y": y}),
            Violation("secondary_media.image.focal_point", {"x": x, "y": y}),
        ] == spots("focal-point-outside", item)

    @pytest.mark.parametrize(
        "point",
        [
            UNSET,
            None,
            *(FocalPoint(x=x, y=y) for x, y in [(0, 1), (0.5, 0.5), (UNSET, None), ("NaN", "-Infinity")]),
        ],
    )
    def test_points_of_the_picture_are_passed_over(self, point: Any) -> None:
        """The edges belong to it, and what is not a number has other rules."""
        assert [] == spots("focal-point-outside", Item(image=Image(focal_point=point)))

    def test_items_without_a_picture_are_passed_over(self) -> None:
        """There is nothing to crop."""
        assert [] == spots("focal-point-outside", Item(image=None, secondary_media=SecondaryMedia()))


class TestSortOrderExhausted:
    """O105: neighbours that leave no room."""

    @pytest.mark.parametrize(
        ("orders", "spot"),
        [
            (
                (2.0**52, 2.0**52 + 2),
                Violation(
                    "sort_order",
                    2.0**52 + 2,
                    {"before": 2.0**52, "room": "1 more item"},
                    index=1,
                    shared=str(2**52 + 2),
                ),
            ),
            (
                (2**53, 2**53 + 1),
                Violation(
                    "sort_order",
                    2**53 + 1,
                    {"before": 2**53, "room": "no more items"},
                    index=1,
                    shared=str(2**53 + 1),
                ),
            ),
            (
                (0, 5e-324),
                Violation(
                    "sort_order", 5e-324, {"before": 0, "room": "no more items"}, index=1, shared="5e-324"
                ),
            ),
            (
                (7, "1657439075188.002", 1657439075188),
                Violation(
                    "sort_order",
                    "1657439075188.002",
                    {"before": 1657439075188, "room": "3 more items"},
                    index=1,
                    shared="1657439075188.002",
                ),
            ),
        ],
    )
    def test_less_room_than_for_four_is_found(self, orders: Any, spot: Violation) -> None:
        """At the item shown later, whatever the order of the list."""
        assert [spot] == gallery_spots("sort-order-exhausted", ordered(*orders))

    @given(st.floats(allow_nan=False, allow_infinity=False), st.integers(1, 200))
    def test_it_is_what_the_headroom_says(self, low: float, steps: int) -> None:
        """No pair is missed for being judged too quickly."""
        high = low
        for _ in range(steps):
            high = math.nextafter(high, math.inf)
        assume(math.isfinite(high))

        found = gallery_spots("sort-order-exhausted", ordered(low, high))

        assert (order.headroom(low, high) < 4) == bool(found)

    @pytest.mark.parametrize(
        "gallery",
        [
            ordered(1, 2, 3),
            ordered(5, 5, "5"),
            ordered(1657439075188, 1657439075188.01),
            ordered(None, UNSET, "NaN", 1),
            ordered(10**400, 10**400 + 1),
            ordered(-1, 1),
            Gallery(),
        ],
    )
    def test_room_and_equal_values_are_passed_over(self, gallery: Gallery) -> None:
        """Equal ones have their own rule, and so have those beyond all numbers."""
        assert [] == gallery_spots("sort-order-exhausted", gallery)


class TestMisspeltKey:
    """S007: keys that look like documented ones."""

    @pytest.mark.parametrize(
        ("key", "meant"),
        [
            ("sortorder", "sortOrder"),
            ("sort_order", "sortOrder"),
            ("Title", "title"),
            ("URL", "url"),
            ("discription", "description"),
            ("focal-point", "focalPoint"),
            ("durationInMilis", "durationInMillis"),
        ],
    )
    @pytest.mark.parametrize("aim", [Aim.SAME, Aim.BACKEND])
    def test_a_look_alike_is_found(self, key: str, meant: str, aim: Aim) -> None:
        """Between backends, where nothing else speaks of it."""
        expected = [Violation("", 5, {"key": f'"{key}"', "meant": meant}, below=(key,))]

        assert expected == spots("misspelt-key", from_(BACKEND, Item(extra={key: 5})), aim)
        assert expected == gallery_spots("misspelt-key", Gallery(extra={key: 5}, origin=BACKEND), aim)

    def test_objects_inside_are_looked_at(self) -> None:
        """Wherever a key may be undeclared."""
        item = Item(link=Link(extra={"Url": "/"}), image=Image(picture=Picture(extra={"alttext": ""})))

        assert [("link", ("Url",)), ("image.picture", ("alttext",))] == [
            (spot.field, spot.below) for spot in spots("misspelt-key", from_(BACKEND, item))
        ]

    @pytest.mark.parametrize(
        "key", ["revision", "id", "_id", "name", "tag", "urls", "x", "", "createdBy", "mediaOwner"]
    )
    def test_other_unknown_keys_are_passed_over(self, key: str) -> None:
        """So are documented ones that stand elsewhere, and short words a letter away."""
        assert [] == spots("misspelt-key", from_(BACKEND, Item(extra={key: 5})))

    @pytest.mark.parametrize(
        ("item", "aim"),
        [
            (from_(BACKEND, Item(extra={"sortorder": 5})), Aim.COMPONENT),
            (from_(PAGE, Item(extra={"sortorder": 5})), Aim.BACKEND),
            (Item(extra={"sortorder": 5}), Aim.BACKEND),
        ],
    )
    def test_elsewhere_another_rule_speaks(self, item: Item, aim: Aim) -> None:
        """What is dropped is said to be dropped."""
        assert [] == spots("misspelt-key", item, aim)

    @pytest.mark.parametrize(("key", "told"), [("sortorder", True), ("text2", False), ("image10", False)])
    @pytest.mark.parametrize("aim", [Aim.PAGE, Aim.BACKEND, Aim.SAME])
    def test_a_number_behind_a_key_is_no_mistake(self, key: str, told: bool, aim: Aim) -> None:
        """It tells one of several from the others; towards a page, too."""
        assert told is bool(spots("misspelt-key", from_(BACKEND, Item(extra={key: 5})), aim))


class TestUnsafeLink:
    """X101: addresses that do more than lead somewhere."""

    @pytest.mark.parametrize("aim", EVERY_AIM)
    @pytest.mark.parametrize(
        ("url", "scheme"),
        [
            ("javascript:alert(1)", "javascript"),
            ("JavaScript:alert(1)", "javascript"),
            (" \x00\x1f\n javascript:alert(1)", "javascript"),
            ("java\tscr\r\nipt:alert(1)", "javascript"),
            ("data:text/html,<b>", "data"),
            ("VBScript:msgbox", "vbscript"),
            ("javascript:", "javascript"),
        ],
    )
    def test_an_address_that_runs_is_found(self, url: str, scheme: str, aim: Aim) -> None:
        """However it is spelled, and wherever it goes."""
        item = Item(link=Link(url=url))

        assert [Violation("link.url", url, {"scheme": scheme})] == spots("unsafe-link", item, aim)

    def test_wix_link_data_are_searched(self) -> None:
        """At every depth."""
        data = {
            "external": {"url": "javascript:1", "target": "_blank"},
            "more": [{"href": "data:,x"}, 5, None],
        }

        assert [
            Violation("link.data", "javascript:1", {"scheme": "javascript"}, below=("external", "url")),
            Violation("link.data", "data:,x", {"scheme": "data"}, below=("more", 0, "href")),
        ] == spots("unsafe-link", Item(link=Link(data=data)))

    @pytest.mark.parametrize(
        "link",
        [
            UNSET,
            None,
            Link(),
            Link(url=None, data=None),
            *(
                Link(url=url)
                for url in (
                    "",
                    "https://rivers.example/?to=javascript:alert(1)",
                    "/javascript:alert(1)",
                    "#javascript:alert(1)",
                    "javascript",
                    "java script:alert(1)",
                    "\u00a0javascript:alert(1)",
                    "javascripts:alert(1)",
                    "mailto:data@rivers.example",
                    "tel:+1",
                )
            ),
        ],
    )
    def test_addresses_that_lead_somewhere_are_passed_over(self, link: Any) -> None:
        """The words may stand anywhere but in front."""
        assert [] == spots("unsafe-link", Item(link=link))


class TestUnsafeHtml:
    """X102: markup that runs code."""

    @pytest.mark.parametrize(
        ("html", "found"),
        [
            ("<script>go()</script>", "a script element"),
            ("<SCRIPT/src=//x>", "a script element"),
            ("<svg><script/>", "a script element"),
            ("<img/onerror=go()>", "the attribute onerror"),
            ("<b oNcLiCk>", "the attribute onclick"),
            (f"<b on{'x' * 99}>", f"the attribute on{'x' * 28}"),
            ("<iframe srcdoc='x'>", "the attribute srcdoc"),
            ("<a href='java&#x09;script&colon;go()'>", "a javascript: address in href"),
            ("<a xlink:href=vbscript:go>", "a vbscript: address in xlink:href"),
            ("<form action=' data:text/html,x'>", "a data: address in action"),
            ("<iframe src=data:text/html,x>", "a data: address in src"),
            ("<object data=data:text/html,x>", "a data: address in data"),
            ("<img src=javascript:go()>", "a javascript: address in src"),
            ("<animate values='#a;javascript:go()'>", "a javascript: address in values"),
            ("<a onclick href=javascript:1>", "the attribute onclick and a javascript: address in href"),
            ("<b onb><b onb><b ona>", "the attribute onb and the attribute ona"),
            (
                "<b on1 on2 on3 on4 on5>",
                "the attribute on1, the attribute on2, the attribute on3 and 2 more",
            ),
        ],
    )
    def test_code_is_found_and_named(self, html: str, found: str) -> None:
        """Each kind once, no more than three of them."""
        item = Item(text=Text(html=html), secondary_media=SecondaryMedia(text=Text(editor_html=html)))

        assert [
            Violation("text.html", html, {"found": found}),
            Violation("secondary_media.text.editor_html", html, {"found": found}),
        ] == spots("unsafe-html", item)

    @pytest.mark.parametrize(
        "html",
        [
            UNSET,
            None,
            "",
            "<p class=on data-on=1 on>Read <a href=/x title='javascript: the river'>on</a>…</p>",
            "&lt;script&gt;",
            "<!-- <script> -->",
            "<img src=data:image/png;base64,x>",
            "onclick=go()",
            "<scripts>",
        ],
    )
    def test_plain_markup_is_passed_over(self, html: Any) -> None:
        """Words are no code."""
        assert [] == spots("unsafe-html", Item(text=Text(html=html), secondary_media=SecondaryMedia()))

    @pytest.mark.parametrize("text_items", ["drop", "error"])
    def test_items_that_a_page_leaves_out_are_looked_at(self, text_items: str) -> None:
        """Their words may still be shown beside the gallery."""
        item = {"type": "TEXT", "text": {"html": "<b onclick=go()>"}, "link": {"url": ""}}

        found = gl.convert([item], "velo", text_items=text_items).diagnostics

        assert ["text-item-dropped", "unsafe-html"] == [each.name for each in found]

    def test_items_without_text_are_passed_over(self) -> None:
        """A title is no markup."""
        assert [] == spots("unsafe-html", Item(title="<script>", secondary_media=None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [(GUID, True), (GUID.upper(), True), ("", False), (f" {GUID}", False), (GUID.replace("a", "g"), False)],
)
def test_a_guid_is_known_by_its_form(text: str, expected: bool) -> None:
    """Hexadecimal digits and hyphens in their places, nothing around them."""
    assert expected == is_guid(text)


def test_texts_about_long_descriptions_name_the_limit() -> None:
    """Rule, schemas and messages give the number that the check compares with."""
    rule_ = rule("description-truncated")
    schemas_ = [
        schemas.schema(name)["properties"]["description"]
        for name in ("frontend-item", "frontend-viewer-item")
    ]

    texts = [rule_.explain, rule_.message, rule_.help, *(each["description"] for each in schemas_)]
    assert {str(DESCRIPTION_LIMIT)} == {number for text in texts for number in re.findall(r"[0-9]{2,}", text)}
