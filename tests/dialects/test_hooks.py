"""The cattrs converters: hooks of somebody else's for parts, classes derived from the model's."""

from typing import Any

import attrs
import cattrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
import strategies
import test_laws as laws
from gallery_lens.dialects import DIALECTS, writable
from gallery_lens.dialects.hooks import MODELS
from gallery_lens.model import (
    UNSET,
    Clip,
    FocalPoint,
    Image,
    Kind,
    Link,
    Maybe,
    Origin,
    Picture,
    Poster,
    Resolution,
    SecondaryMedia,
    Tags,
    Text,
    UnsharpMask,
    Video,
)

CRANE = "wix:image://v1/4d2a9c_0f1e.jpg/crane.jpg#originWidth=400&originHeight=300"
ITEM: dict[str, Any] = {
    "_id": "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90",
    "type": "IMAGE",
    "title": "Crane",
    "link": {"text": "More", "url": "/harbour"},
    "image": {"imageInfo": CRANE, "quality": 90},
    "secondaryMedia": {"image": {"imageInfo": CRANE}},
}
GALLERY = {"name": "Harbour", "items": [ITEM]}
PARTS = sorted(MODELS - {gl.Item, gl.Gallery}, key=lambda part: part.__name__)


class TestHooks:
    """A hook that somebody registers for a part is called for that part of an item."""

    @pytest.mark.parametrize("dialect", writable())
    @pytest.mark.parametrize("part", [Link, Picture])
    def test_they_are_called_inside_an_item_inside_a_gallery(self, dialect: str, part: type) -> None:
        """In every dialect, on the way in and on the way out."""
        document = gl.convert(GALLERY, "velo", dialect).value
        document = document if isinstance(document, dict) else {"items": document}
        converter, read, written = gl.converter(dialect), [], []
        structure, unstructure = converter.get_structure_hook(part), converter.get_unstructure_hook(part)

        converter.register_structure_hook(part, lambda wire, kind: read.append(1) or structure(wire, kind))
        converter.register_unstructure_hook(part, lambda value: written.append(1) or unstructure(value))
        gallery = converter.structure(document, gl.Gallery)

        assert document == converter.unstructure(gallery)
        assert gl.converter(dialect).structure(document, gl.Gallery) == gallery
        assert read
        assert len(read) == len(written)

    @pytest.mark.parametrize("dialect", writable())
    @given(data=st.data())
    def test_hooks_that_change_nothing_change_nothing(self, dialect: str, data: st.DataObject) -> None:
        """Whatever the item, and whichever part has a hook."""
        wire = data.draw(laws.ITEMS[dialect] | strategies.near_misses(f"{dialect}_items"))
        plain, hooked = gl.converter(dialect), gl.converter(dialect)
        for part in data.draw(st.sets(st.sampled_from(PARTS), min_size=1)):
            hooked.register_structure_hook(part, _through(hooked.get_structure_hook(part)))
            hooked.register_unstructure_hook(part, _through(hooked.get_unstructure_hook(part)))

        assert laws.accepts(dialect, wire, gl.Item) is _accepts(hooked, wire)
        if laws.accepts(dialect, wire, gl.Item):
            item = plain.structure(wire, gl.Item)
            assert repr(item) == repr(hooked.structure(wire, gl.Item))
            written = hooked.unstructure(item)
            again = hooked.structure(written, gl.Item)
            if dialect != "component":  # which is written in one of its several spellings
                assert repr(item.image) == repr(again.image)
                assert laws.same(wire, written)
            else:
                assert laws.same(written, hooked.unstructure(again))

    def test_null_is_given_to_no_hook(self) -> None:
        """It is what it is without one: the reference has a null address, and no medium."""
        hooked = gl.converter("frontend")
        hooked.register_structure_hook(Clip, _through(hooked.get_structure_hook(Clip)))
        wire = {"type": "video", "src": None}

        assert gl.converter("frontend").structure(wire, gl.Item) == hooked.structure(wire, gl.Item)

    def test_the_order_of_registrations_does_not_matter(self) -> None:
        """A hook for a part is called even by a hook for items that was there before."""
        converter = gl.converter("velo")
        before = converter.get_structure_hook(gl.Item)
        before(ITEM, gl.Item)

        converter.register_structure_hook(Link, lambda wire, _: Link(url="/elsewhere"))

        assert Link(url="/elsewhere") == before(ITEM, gl.Item).link
        assert Link(url="/elsewhere") == converter.copy().structure(ITEM, gl.Item).link

    def test_a_part_may_have_a_form_of_its_own(self) -> None:
        """Null stays null; a hook is asked only where there is something."""
        converter = gl.converter("velo")
        converter.register_structure_hook(Link, lambda wire, _: Link(url=wire))
        converter.register_unstructure_hook(Link, lambda link: link.url)

        item = converter.structure({"title": "Crane", "link": "/harbour"}, gl.Item)

        assert Link(url="/harbour") == item.link
        assert converter.unstructure(item) == {"title": "Crane", "link": "/harbour"}
        assert converter.structure({"link": None}, gl.Item).link is None

    def test_keys_among_others_have_to_be_keys(self) -> None:
        """A link has no value of its own on a page."""
        converter = gl.converter("frontend")
        converter.register_unstructure_hook(Link, lambda link: link.url)

        with pytest.raises(gl.GalleryLensError, match="link cannot be written: its keys stand among those"):
            converter.unstructure(gl.Item(link=Link(url="/harbour")))

    @pytest.mark.parametrize("dialect", ["rest", "component", "rest-legacy"])
    def test_lists_of_parts_have_their_hooks_called_one_by_one(self, dialect: str) -> None:
        """Posters and encodings; one that lists several formats is several encodings."""
        wire: dict[str, Any] = {
            "rest": {
                "type": "VIDEO",
                "video": {"videoInfo": {"id": "a", "resolutions": [{"format": "mp4"}, {"format": "webm"}]}},
            },
            "component": {
                "mediaUrl": "a.mp4",
                "metaData": {"type": "video", "qualities": [{"quality": "480p", "formats": ["mp4", "webm"]}]},
            },
            "rest-legacy": {
                "dataType": "VIDEO",
                "videoMetadata": {"resolutions": [{"urls": {"mp4": "/a", "webm": "/b"}}]},
            },
        }[dialect]
        converter = gl.converter(dialect)
        structure = converter.get_structure_hook(Resolution)
        converter.register_structure_hook(
            Resolution, lambda wire, kind: attrs.evolve(structure(wire, kind), quality="best")
        )

        item = converter.structure(wire, gl.Item)

        assert item.video
        assert item.video.clip
        found = [(each.format, each.quality) for each in item.video.clip.resolutions or ()]
        assert found == [("mp4", "best"), ("webm", "best")]

    @pytest.mark.parametrize("part", [Resolution, Clip])
    def test_null_in_a_list_of_parts_is_refused_before_a_hook_sees_it(self, part: type) -> None:
        """As it is without hooks."""
        wire = {"mediaUrl": "a.mp4", "metaData": {"type": "video", "qualities": [None]}}
        plain, hooked = gl.converter("component"), gl.converter("component")
        hooked.register_structure_hook(part, _through(hooked.get_structure_hook(part)))

        for converter in (plain, hooked):
            with pytest.raises(cattrs.ClassValidationError) as refused:
                converter.structure(wire, gl.Item)

            found = cattrs.transform_error(refused.value, format_exception=lambda error, _: str(error))
            assert found == ["an object @ $.metaData.qualities[0]"]

    def test_what_a_hook_raises_has_its_place(self) -> None:
        """As everything that is refused; all of it at once."""

        def refuse(wire: Any, _: Any) -> Link:
            raise ValueError("not on my site")

        converter = gl.converter("velo")
        converter.register_structure_hook(Link, refuse)

        with pytest.raises(cattrs.ClassValidationError) as refused:
            converter.structure({"items": [{}, {"title": 5, "link": {}}]}, gl.Gallery)

        found = cattrs.transform_error(refused.value, format_exception=lambda error, _: str(error))
        assert found == ["a string, or null @ $.items[1].title", "not on my site @ $.items[1].link"]


def _through(hook: Any) -> Any:
    """Somebody else's hook, that does what ours does."""

    def call(*given: Any) -> Any:
        return hook(*given)

    return call


def _accepts(converter: cattrs.Converter, wire: Any) -> bool:
    try:
        converter.structure(wire, gl.Item)
    except cattrs.BaseValidationError:
        return False
    return True


class TestPartsAlone:
    """Parts that are structured and unstructured by themselves, to the names of the wire."""

    @pytest.mark.parametrize(
        ("dialect", "part", "wire"),
        [
            ("velo", Link(url="/a"), {"url": "/a"}),
            ("velo", Link(), {}),
            ("velo", Picture(id="4d2a9c_0f1e.jpg", filename="a.jpg"), "wix:image://v1/4d2a9c_0f1e.jpg/a.jpg"),
            ("velo", Image(focal_point=FocalPoint(x=0.1)), {"focalPoint": {"x": 0.1}}),
            ("velo", UnsharpMask(amount=1), {"amount": 1}),
            ("velo", Text(html="<p>", editor_html=None), {"html": "<p>", "editorHtml": None}),
            ("velo", Video(duration_in_millis=3), {"durationInMillis": 3}),
            ("velo", Tags(values=("a",)), {"values": ["a"]}),
            ("velo", SecondaryMedia(text=Text(html="x")), {"text": {"html": "x"}}),
            ("rest", Picture(id="a.jpg", alt_text="A"), {"id": "a.jpg", "altText": "A"}),
            ("rest", Poster(id="a.jpg", width=3), {"id": "a.jpg", "width": 3}),
            ("rest", Resolution(format="mp4", height=3), {"format": "mp4", "height": 3}),
            ("rest", Clip(id="a", posters=(Poster(id="b"),)), {"id": "a", "posters": [{"id": "b"}]}),
            ("frontend", Link(url="/a"), {"link": "/a"}),
            ("frontend", Image(picture=Picture(address=CRANE)), {}),
            ("component", FocalPoint(x=0.1, y=0.2), [0.1, 0.2]),
            ("component", Link(url="/a", text="A"), {"url": "/a", "text": "A"}),
            ("component", UnsharpMask(amount=1), {"usm_a": 1}),
            ("component", Resolution(quality="480p", format="mp4"), {"quality": "480p", "formats": ["mp4"]}),
            ("component", Tags(values=("a",)), {"metaData": {"tags": ["a"]}}),
        ],
        ids=str,
    )
    def test_they_have_the_form_that_they_have_in_an_item(self, dialect: str, part: Any, wire: Any) -> None:
        """And nothing that is unset."""
        converter = gl.converter(dialect)

        assert wire == converter.unstructure(part, type(part))

    def test_nothing_is_written_of_a_hover_medium_that_shows_nothing(self) -> None:
        """Its kind alone would be read as no medium."""
        media = SecondaryMedia(image=Image(picture=Picture(url=None)))

        assert gl.converter("component").unstructure(media) is None

    @pytest.mark.parametrize("dialect", DIALECTS)
    @given(data=st.data())
    def test_they_are_read_as_in_an_item(self, dialect: str, data: st.DataObject) -> None:
        """What is written of a part that was read is read as the same part."""
        if dialect not in writable():
            return
        converter = gl.converter(dialect)
        item = converter.structure(data.draw(laws.ITEMS[dialect]), gl.Item)
        for part in (item.link, item.image, item.video, item.text, item.secondary_media):
            if part:
                try:
                    wire = converter.unstructure(part)
                except gl.GalleryLensError:
                    continue
                if wire is None:  # of an empty part
                    continue
                again = converter.unstructure(converter.structure(wire, type(part)))
                assert laws.same(wire, again)

    @pytest.mark.parametrize(
        ("dialect", "wire", "part", "path"),
        [
            ("velo", {"url": 5}, Link, "$.url"),
            ("velo", {"focalPoint": {"x": "left"}}, Image, "$.focalPoint.x"),
            ("velo", [], Link, "$"),
            ("velo", None, Picture, "$"),
            ("frontend", "/a", Link, "$"),
            ("frontend", {"link": "/a", "colour": "red"}, Link, "$.colour"),
            ("rest", {"posters": [{}, {"width": -1}]}, Clip, "$.posters[1].width"),
            ("rest", {"width": -1}, Poster, "$.width"),
        ],
    )
    def test_what_is_refused_has_its_place(self, dialect: str, wire: Any, part: type, path: str) -> None:
        """In the part."""
        with pytest.raises(cattrs.ClassValidationError) as refused:
            gl.converter(dialect).structure(wire, part)

        assert cattrs.transform_error(refused.value)[0].endswith(f"@ {path}")

    @pytest.mark.parametrize("part", [Poster(id="a"), Tags(), FocalPoint(x=1)], ids=str)
    def test_what_a_dialect_has_no_form_for_is_refused(self, part: Any) -> None:
        """A page knows no tags."""
        converter = gl.converter("frontend")

        with pytest.raises(gl.GalleryLensError, match="frontend has no form for it"):
            converter.unstructure(part)

    def test_nor_is_it_read(self) -> None:
        """By cattrs's own error for that."""
        with pytest.raises(cattrs.StructureHandlerNotFoundError, match="frontend has no form for Tags"):
            gl.converter("frontend").structure({"values": ["x"]}, Tags)


@attrs.frozen(kw_only=True)
class Rated(gl.Item):
    """An item with a field of somebody else's."""

    stars: Maybe[int] = UNSET


@attrs.frozen(kw_only=True)
class Tracked(Link):
    """A link with a field of somebody else's."""

    campaign: str


@attrs.frozen(kw_only=True)
class Promoted(gl.Item):
    """An item with a link of somebody else's."""

    link: Maybe[Tracked] = UNSET


@attrs.frozen(kw_only=True)
class Shelf(gl.Gallery):
    """A gallery of somebody else's items."""

    items: Maybe[tuple[Rated, ...]] = UNSET


class TestDerivedClasses:
    """Classes that are derived from those of the model keep their own fields."""

    @pytest.mark.parametrize("dialect", writable())
    def test_an_item_keeps_its_own_fields(self, dialect: str) -> None:
        """There and back; where there is nothing, nothing is written."""
        [wire] = gl.convert([ITEM], "velo", dialect).value
        converter = gl.converter(dialect)

        rated = converter.structure({**wire, "stars": 5}, Rated)

        assert (type(rated), rated.stars, rated.title, rated.extra.get("stars")) == (Rated, 5, "Crane", None)
        assert converter.unstructure(rated) == {**wire, "stars": 5}
        assert converter.unstructure(converter.structure(wire, Rated)) == wire

    def test_so_do_parts_and_galleries(self) -> None:
        """Whatever class an annotation names, or an attribute holds."""
        converter = gl.converter("velo")
        tracked = {"title": "Crane", "link": {"url": "/a", "campaign": "spring"}}

        promoted = converter.structure(tracked, Promoted)
        shelf = converter.structure({"name": "Harbour", "items": [{"stars": 3}]}, Shelf)

        assert promoted.link == Tracked(url="/a", campaign="spring")
        assert converter.unstructure(promoted) == tracked
        assert converter.unstructure(gl.Item(title="Crane", link=promoted.link)) == tracked
        assert shelf.items
        assert shelf.items[0].stars == 3
        assert converter.unstructure(shelf) == {"name": "Harbour", "items": [{"stars": 3}]}

    @pytest.mark.parametrize(
        ("wire", "kind", "path"),
        [
            ({"stars": "many"}, Rated, "$.stars"),
            ({"link": {"url": "/a"}}, Promoted, "$.link.campaign"),
            ({"items": [{}, {"stars": "many"}]}, Shelf, "$.items[1].stars"),
        ],
    )
    def test_what_is_wrong_with_them_has_its_place(self, wire: Any, kind: type, path: str) -> None:
        """As what is wrong with the model's own fields."""
        with pytest.raises(cattrs.ClassValidationError) as refused:
            gl.converter("velo").structure(wire, kind)

        assert cattrs.transform_error(refused.value)[0].endswith(f"@ {path}")

    def test_a_part_that_is_a_text_has_no_room(self) -> None:
        """That is said."""

        @attrs.frozen(kw_only=True)
        class Signed(Picture):
            painter: str

        with pytest.raises(gl.GalleryLensError, match="painter cannot be written: velo writes a Picture as"):
            gl.converter("velo").unstructure(Signed(id="a.jpg", painter="Anna"))


class TestUnset:
    """Nothing is no value."""

    def test_it_never_reaches_data(self) -> None:
        """Not that of classes of others either."""

        @attrs.frozen
        class Page:
            route: str
            title: Maybe[str] = UNSET
            items: Maybe[list[gl.Item]] = UNSET

        converter = gl.converter("velo")

        assert converter.unstructure(Page("/harbour")) == {"route": "/harbour"}
        assert converter.structure({"route": "/a", "title": None}, Page) == Page("/a", None)
        assert converter.structure({"route": "/a", "items": [{}]}, Page).items[0].title is UNSET
        with pytest.raises(gl.GalleryLensError, match="UNSET"):
            converter.unstructure([UNSET])


class TestRefusals:
    """What a dialect has no items for."""

    def test_a_text_item_is_refused_by_a_page(self) -> None:
        """With the reason, and with its place in a gallery."""
        item = gl.Item(text=Text(html="<p>Low at noon</p>"))

        with pytest.raises(gl.GalleryLensError, match=r"^text cannot be written: frontend has no text items"):
            gl.write(item, "frontend")
        with pytest.raises(gl.GalleryLensError, match=r"^items\.1\.text cannot be written"):
            gl.write(gl.Gallery(items=(gl.Item(), item)), "frontend")

    @pytest.mark.parametrize("dialect", ["rest-legacy", "cms"])
    def test_nothing_is_written_in_what_is_only_read(self, dialect: str) -> None:
        """No part either."""
        with pytest.raises(gl.UsageError, match="only read"):
            gl.converter(dialect).unstructure(Link(url="/a"))


def test_the_model_is_walked_whole() -> None:
    """All of its classes but where it came from."""
    from gallery_lens import model

    classes = {kind for kind in vars(model).values() if isinstance(kind, type) and attrs.has(kind)}

    assert classes - {Origin} == MODELS
    assert all(issubclass(kind, str) is False for kind in MODELS)
    assert {kind.value for kind in Kind} == {"IMAGE", "VIDEO", "TEXT"}
