"""What programs call: arguments, results, models, converters."""

import copy
import json
import math
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import cattrs
import pytest

import gallery_lens as gl
from gallery_lens.model import Family, Image, Link, Picture

GUID = "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90"
OTHER = "c2d81f37-6a0b-4e92-b1f4-7d3e5a9c0b18"
PICTURE = "wix:image://v1/4d2a9c_0f1e~mv2.jpg/river.jpg#originWidth=1200&originHeight=800"

IMAGE: dict[str, Any] = {"_id": GUID, "type": "IMAGE", "title": "River", "image": {"imageInfo": PICTURE}}
VIEW = {"type": "image", "slug": GUID, "src": PICTURE, "title": "River"}
LINKED = {**IMAGE, "link": {"url": "/walks", "text": "Walks"}}
TEXT = {"_id": OTHER, "type": "TEXT", "text": {"html": "<p>Weir</p>"}}
BROKEN = {"_id": OTHER, "type": "IMAGE", "title": "Fog", "image": {}}


def said(result: gl.Result) -> list[tuple[str, str]]:
    """Return the name and the place of every finding."""
    return [(found.name, found.pointer) for found in result.diagnostics]


def fingerprint(document: Any, name: str = "link-text-dropped", **options: Any) -> str | None:
    """Return the fingerprint of the only finding called *name*."""
    [found] = [each for each in gl.convert(document, **options).diagnostics if each.name == name]
    return found.fingerprint


def test_one_text_item_costs_no_other() -> None:
    """The gallery that stops the usual converter: a text item first, then a picture with a link."""
    result = gl.convert({"items": [TEXT, LINKED]})

    assert [{**VIEW, "link": "/walks"}] == result.value
    assert [("text-item-dropped", "/items/0"), ("link-text-dropped", "/items/1/link/text")] == said(result)


class TestArguments:
    """What ``convert`` refuses at the door."""

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            ({"source": "vello"}, "source cannot be 'vello': did you mean velo?"),
            ({"target": "frontent"}, "target cannot be 'frontent': did you mean frontend?"),
            ({"target": "auto"}, "target cannot be 'auto': "),
            ({"target": None}, "target cannot be None: choose one of "),
            ({"source": "html"}, "source cannot be 'html': choose one of auto, "),
            ({"order": "sort_order"}, "order cannot be 'sort_order': did you mean sort-order?"),
            ({"text_items": "dropp"}, "text_items cannot be 'dropp': did you mean drop?"),
            ({"name": "Rivers"}, "A name is for a new gallery"),
            ({"as_gallery": True}, "Only a backend dialect"),
        ],
    )
    def test_what_makes_no_sense_is_said(self, arguments: dict[str, Any], words: str) -> None:
        """The sentence names what would make sense."""
        with pytest.raises(gl.UsageError) as refused:
            gl.convert([IMAGE], **arguments)

        assert str(refused.value).startswith(words)

    def test_several_galleries_are_no_new_one(self) -> None:
        """What ``createGallery`` takes is one gallery."""
        with pytest.raises(gl.UsageError, match="one by one"):
            gl.convert({"galleries": [{"items": [IMAGE]}]}, target="velo", as_gallery=True)

    @pytest.mark.parametrize("name", ["read", "converter", "write"])
    def test_unknown_dialects_are_refused_everywhere(self, name: str) -> None:
        """The other functions refuse a dialect in the same words."""
        arguments = {"read": ([], "vello"), "converter": ("vello",), "write": (gl.Item(), "vello")}

        with pytest.raises(gl.UsageError, match="did you mean velo"):
            getattr(gl, name)(*arguments[name])


class TestResult:
    """What a conversion gives beside its value."""

    @pytest.mark.parametrize(("severity", "count"), [("error", 1), ("warning", 2), ("info", 3)])
    def test_raise_for_holds_what_is_that_bad_or_worse(self, severity: str, count: int) -> None:
        """One exception holds all findings, in document order, and tells them one per line."""
        result = gl.convert([{**LINKED, "sortOrder": 1}, BROKEN])

        with pytest.raises(gl.LossError) as lost:
            result.raise_for(severity)

        found = [each for each in result.diagnostics if each.severity.reaches(gl.Severity(severity))]
        assert tuple(found) == lost.value.diagnostics
        assert [f"{count} finding(s):", count] == [str(lost.value).splitlines()[0], len(found)]

    def test_raise_for_passes_what_is_not_that_bad(self) -> None:
        """A warning is no error, and severities may be given as what they are."""
        result = gl.convert(LINKED)

        result.raise_for(gl.Severity.ERROR)
        with pytest.raises(gl.LossError):
            result.raise_for(gl.Severity.WARNING)

    def test_raise_for_refuses_what_is_no_severity(self) -> None:
        """A misspelling would otherwise let everything pass."""
        with pytest.raises(gl.UsageError, match="did you mean warning"):
            gl.convert(IMAGE).raise_for("warnings")

    @pytest.mark.parametrize(
        ("document", "target", "lossless"),
        [
            ([IMAGE], "frontend", True),
            ([LINKED], "frontend", False),
            ([LINKED], "rest", True),
            ([TEXT], "frontend", False),
            ([BROKEN], "frontend", False),
            ([{**IMAGE, "description": "x" * 101}], "frontend", True),
            ([], "frontend", True),
            (None, "frontend", False),
        ],
    )
    def test_lossless_is_about_values(self, document: Any, target: str, lossless: bool) -> None:
        """A warning is not a loss by itself; an item that is left out is one."""
        assert lossless is gl.convert(document, "auto", target).lossless

    def test_rejects_are_whole_and_say_why(self) -> None:
        """What cannot be converted is kept as it was given, with the codes of its errors."""
        bad = {**IMAGE, "title": 5, "image": {"imageInfo": 7}}

        result = gl.convert({"items": [IMAGE, bad, BROKEN, TEXT, None]})

        assert (
            gl.Reject("/items/1", ("S001",), bad),
            gl.Reject("/items/2", ("M101",), BROKEN),
            gl.Reject("/items/4", ("R002",), None),
        ) == result.rejects

    def test_galleries_that_cannot_be_read_are_rejects(self) -> None:
        """In a list of galleries each entry is kept that is none."""
        result = gl.convert({"galleries": [{"items": [IMAGE]}, "rivers"]}, target="rest")

        assert (gl.Reject("/galleries/1", ("R002",), "rivers"),) == result.rejects

    def test_text_items_called_errors_are_rejects(self) -> None:
        """Left out on purpose they are not."""
        assert () == gl.convert([TEXT]).rejects
        assert (gl.Reject("/0", ("L101",), TEXT),) == gl.convert([TEXT], text_items="error").rejects

    def test_numbers_add_up(self) -> None:
        """Every item is converted, rejected, or a text item that was left out."""
        result = gl.convert({"galleries": [{"items": [IMAGE, TEXT]}, {"items": [BROKEN, LINKED]}]})

        assert (4, 2, 1) == (result.items, result.converted, len(result.rejects))

    def test_dialects_are_named_as_they_were_met(self) -> None:
        """A list may hold items of several dialects."""
        assert ("frontend", "velo") == gl.convert([VIEW, IMAGE], target="rest").dialects

    def test_findings_name_the_item(self) -> None:
        """A finding can be told to a person without looking at the document."""
        found = gl.convert({"_id": OTHER, "items": [IMAGE, LINKED]}).diagnostics[-1]

        expected = {"galleryId": OTHER, "itemId": GUID, "itemIndex": 1, "itemTitle": "River"}
        assert expected | {"dialect": "velo", "target": "frontend", "value": "Walks"} == {
            key: found.to_dict()[key] for key in (*expected, "dialect", "target", "value")
        }

    def test_threads_do_not_disturb_each_other(self) -> None:
        """The same document gives the same result, however many convert it at once."""
        document = {"items": [LINKED, TEXT, BROKEN] * 20}
        expected = gl.convert(document, target="rest")

        with ThreadPoolExecutor(8) as pool:
            results = list(pool.map(lambda _: gl.convert(document, target="rest"), range(32)))

        assert [(expected.value, expected.diagnostics)] * 32 == [(r.value, r.diagnostics) for r in results]

    def test_the_value_is_the_callers_own(self) -> None:
        """Changing what comes out changes nothing of what went in."""
        document = {"items": [{**IMAGE, "image": {"imageInfo": PICTURE, "exif": {"Artist": "Ada"}}}]}
        before = copy.deepcopy(document)

        value = gl.convert(document, target="rest").value
        value["items"][0]["image"]["exif"]["Artist"] = "Bob"
        value["items"].clear()

        assert before == document


class TestBadInput:
    """What is not a gallery is told, never thrown."""

    @pytest.mark.parametrize("document", [None, True, 5, 1.5, {}, {"colour": "red"}, {"item": None}])
    def test_what_is_no_item_gives_no_value(self, document: Any) -> None:
        """The only finding is an error about the whole document."""
        result = gl.convert(document)

        assert (None, [("not-an-item", "")]) == (result.value, said(result))

    @pytest.mark.parametrize("document", [(IMAGE,), {IMAGE["_id"]}, object()])
    def test_other_python_objects_are_no_json(self, document: Any) -> None:
        """Tuples and sets are not taken for what they resemble."""
        assert [("not-an-item", "")] == said(gl.convert(document))

    def test_what_is_nested_without_end_is_refused(self) -> None:
        """Nesting beyond Python's own limit is invalid usage, told in a sentence."""
        deep: dict[str, Any] = {}
        for _ in range(5_000):
            deep = {"x": deep}

        with pytest.raises(gl.UsageError, match="nested too deeply"):
            gl.convert({"items": [{"_id": "1", "type": "IMAGE", "x": deep}]})

    @pytest.mark.parametrize("document", [{"galleries": []}, {"itemsInGalleries": []}])
    def test_no_galleries_are_no_loss(self, document: Any) -> None:
        """An empty list of galleries becomes an empty list, and nothing is said."""
        result = gl.convert(document)

        assert ([], ()) == (result.value, result.diagnostics)
        assert result.lossless

    def test_a_gallery_of_nothing_known_is_an_empty_page(self) -> None:
        """What shows no dialect is read as a backend's, so its wrapper does not reach the page."""
        result = gl.convert({"gallery": {"gallery": {}}})

        assert [] == result.value

    def test_among_items_each_stranger_is_named(self) -> None:
        """Null, numbers, text and lists among the items cost nobody else."""
        result = gl.convert([None, 7, IMAGE, "rivers", [IMAGE], False])

        assert [VIEW] == result.value
        assert [("not-an-item", f"/{index}") for index in (0, 1, 3, 4, 5)] == said(result)

    @pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
    def test_numbers_that_json_lacks(self, number: float) -> None:
        """They are written as the target can: as null, or by the words of the REST API."""
        to_velo, to_rest = (gl.convert({**IMAGE, "sortOrder": number}, "velo", to) for to in ("velo", "rest"))

        assert None is to_velo.value["sortOrder"]
        assert to_rest.value["sortOrder"] in ("NaN", "Infinity", "-Infinity")
        assert [("non-finite-number", "/sortOrder")] == said(to_velo)
        assert json.dumps([to_velo.value, to_rest.value], allow_nan=False)

    def test_numbers_that_json_lacks_anywhere(self) -> None:
        """Undeclared keys are looked into as well, lists included."""
        result = gl.convert({**IMAGE, "depths": [1.5, {"deepest": math.inf}]}, "velo", "rest")

        assert [1.5, {"deepest": None}] == result.value["depths"]
        assert [("non-finite-number", "/depths/1/deepest")] == said(result)

    def test_values_that_follow_each_other(self) -> None:
        """They are a list; a diagnostic has the line that its value begins in."""
        first, second = {**IMAGE, "title": "One"}, {**IMAGE, "title": "Two", "sortOrder": "soon"}
        text = f"{json.dumps(first, indent=1)}\n{json.dumps(second)}\nrest"
        result = gl.convert_text(text, "velo", "rest")

        assert ["One", "Two"] == [item["title"] for item in result.value]
        lines = len(json.dumps(first, indent=1).splitlines()) + 1
        found = {each.code: (each.line, each.pointer) for each in result.diagnostics}
        assert {"S001": (lines, "/1/sortOrder"), "R001": (lines + 1, "")} == {
            code: found[code] for code in ("S001", "R001")
        }

    def test_an_id_that_no_address_can_hold(self) -> None:
        """A picture whose id would change its address is refused, not bent."""
        result = gl.convert({"id": GUID, "type": "IMAGE", "image": {"imageInfo": {"id": "a/b"}}}, "rest")

        assert (None, [("malformed-uri", "/image/imageInfo/id")]) == (result.value, said(result))

    def test_half_of_a_surrogate_pair_is_kept(self) -> None:
        """Text is carried code point for code point, even where it is no character."""
        assert "\ud83c" == gl.to_rest({**IMAGE, "title": "\ud83c"})["title"]

    def test_long_values_are_shortened(self) -> None:
        """The value and the words of a finding stay readable; objects are shown by their JSON."""
        exif = {f"Key{number}": "x" * 20 for number in range(50)}

        [found] = gl.convert({**IMAGE, "image": {"imageInfo": PICTURE, "exif": exif}}).diagnostics

        assert isinstance(found.value, str)
        assert found.value.startswith('{"Key0": "xxxx')
        assert found.value in found.message


class TestFingerprints:
    """What makes two findings the same, from one export to the next."""

    @pytest.mark.parametrize(
        "document",
        [
            [LINKED],
            [IMAGE | {"_id": OTHER}, LINKED],
            {"name": "Rivers", "items": [LINKED]},
            {"galleries": [{"_id": OTHER, "items": [LINKED]}]},
            dict(reversed(LINKED.items())),
            {**LINKED, "title": "Renamed", "link": {"text": "Other words"}},
        ],
    )
    def test_unchanged_by_what_is_around(self, document: Any) -> None:
        """Position, wrapper, other items, the order of keys and the lost value itself do not count."""
        assert fingerprint(LINKED) == fingerprint(document)

    @pytest.mark.parametrize("target", ["frontend", "rest"])
    def test_unchanged_by_the_target(self, target: str) -> None:
        """One fault of an item is one finding, wherever the item goes."""
        odd = {**IMAGE, "_id": "river"}

        assert fingerprint(odd, "id-not-guid", target="velo") == fingerprint(
            odd, "id-not-guid", target=target
        )

    def test_changed_by_the_item(self) -> None:
        """Another id is another item."""
        assert fingerprint(LINKED) != fingerprint({**LINKED, "_id": OTHER})

    def test_without_an_id_the_content_counts(self) -> None:
        """Two items that nothing names are told apart by what they hold, in any order of keys."""
        nameless = {key: value for key, value in LINKED.items() if key != "_id"}

        assert fingerprint(nameless) == fingerprint(dict(reversed(nameless.items())))
        assert fingerprint(nameless) != fingerprint({**nameless, "title": "Weir"})

    def test_changed_by_rule_and_by_place(self) -> None:
        """Everything that is said about one item can be told apart."""
        item = {**LINKED, "sortOrder": 1, "_createdDate": "2024-05-01T08:30:00Z", "one": 1, "two": 2}

        found = [each.fingerprint for each in gl.convert({**item, "image": {"imageInfo": 5}}).diagnostics]
        found += [each.fingerprint for each in gl.convert(item).diagnostics]

        assert len(set(found)) == len(found) > 5

    def test_sixteen_hexadecimal_digits(self) -> None:
        """Short enough to be read aloud, and none for a text that is not JSON."""
        assert len(f"{int(str(fingerprint(LINKED)), 16):016x}") == 16
        assert gl.convert_text("[").diagnostics[0].fingerprint is None


class TestText:
    """Conversions that begin with bytes."""

    @pytest.mark.parametrize("text", ['[{"src": "https://river.example/a.jpg"}]', b"[]"])
    def test_text_and_bytes_are_read_alike(self, text: str | bytes) -> None:
        """Both give what the document gives."""
        assert gl.convert(json.loads(text)).value == gl.convert_text(text).value

    def test_text_that_is_no_json(self) -> None:
        """There is no value, and one finding with its place."""
        result = gl.convert_text('{"items":\n [}')

        assert (None, 0, False) == (result.value, result.items, result.lossless)
        assert [(2, 3, "not-json")] == [(each.line, each.column, each.name) for each in result.diagnostics]

    def test_what_is_odd_about_the_text_is_said(self) -> None:
        """Notes join the findings, each with a severity of its own."""
        text = json.dumps([{**IMAGE, "title": "\ud83c"}])

        result = gl.convert_text(f"\ufeff{text}")

        assert [("not-json", ""), ("not-json", "/0/title")] == said(result)
        assert ["info", "warning"] == [found.severity for found in result.diagnostics]

    def test_options_are_passed_on(self) -> None:
        """All of them mean what they mean to ``convert``."""
        result = gl.convert_text(json.dumps([TEXT]), "velo", "frontend", text_items="error")

        assert 1 == len(result.rejects)

    def test_half_of_a_surrogate_pair_is_no_text(self) -> None:
        """A text that cannot be written as UTF-8 is refused like any that is no Unicode."""
        assert ["not-json"] == [each.name for each in gl.convert_text('["\ud83c"]').diagnostics]


class TestShortcuts:
    """Just the value."""

    @pytest.mark.parametrize("name", ["frontend", "velo", "rest"])
    def test_they_give_what_convert_gives(self, name: str) -> None:
        """One function for each dialect."""
        assert gl.convert(LINKED, target=name).value == getattr(gl, f"to_{name}")(LINKED)
        assert gl.convert(VIEW, "frontend", name).value == getattr(gl, f"to_{name}")(VIEW, "frontend")


class TestModels:
    """Documents as frozen values, and back."""

    @pytest.mark.parametrize(
        "document",
        [
            {"_id": OTHER, "name": None, "totalItems": 3.0, "owner": {"_id": 1}, "items": [LINKED, TEXT]},
            {"name": "Rivers"},
            {"name": "Rivers", "items": None},
            {"name": "Rivers", "items": []},
        ],
    )
    def test_what_was_read_comes_back(self, document: Any) -> None:
        """Null and absent, keys that nobody declared and numbers included."""
        assert document == gl.write(gl.read(document, "velo"), "velo")

    @pytest.mark.parametrize("document", [IMAGE, [IMAGE], {"item": IMAGE}, {"gallery": {"items": [IMAGE]}}])
    def test_every_wrapper_gives_a_gallery(self, document: Any) -> None:
        """An item that stands alone has a gallery without fields around it."""
        assert ("River",) == tuple(item.title for item in gl.read(document).items or ())

    def test_an_item_is_written_alone(self) -> None:
        """In the dialect it came from, or in another."""
        [item] = gl.read([LINKED]).items or ()

        assert LINKED == gl.write(item, "velo")
        assert {**VIEW, "link": "/walks"} == gl.write(item, "frontend")

    def test_a_gallery_is_written_in_another_dialect(self) -> None:
        """Its own fields too, as far as the dialect has them."""
        gallery = gl.read({"_id": OTHER, "name": "Rivers", "items": [IMAGE]})

        assert {"id", "name", "items"} == gl.write(gallery, "rest").keys()
        assert {"items": [VIEW]} == gl.write(gallery, "frontend")

    def test_models_can_be_made_by_hand(self) -> None:
        """A model that was never read is written like one of the dialect."""
        picture = Picture(id="4d2a9c_0f1e~mv2.jpg", filename="river.jpg", width=1200, height=800)
        item = gl.Item(id=GUID, type="IMAGE", title="River", image=Image(picture=picture))

        assert IMAGE == gl.write(item, "velo")
        assert VIEW == gl.write(item, "frontend")

    def test_models_say_where_they_came_from(self) -> None:
        """The origin lets a dialect give its own back."""
        gallery = gl.read({"name": "Rivers", "items": [IMAGE]})

        assert ("velo", Family.BACKEND) == (gallery.origin.dialect, gallery.origin.family)

    def test_unset_and_null_are_two_things(self) -> None:
        """What the source does not say is not what it calls null."""
        [item] = gl.read({**IMAGE, "title": None}).items or ()

        assert (None, gl.UNSET) == (item.title, item.description)
        assert {"title": None} == gl.write(gl.Item(title=None), "velo")

    @pytest.mark.parametrize(
        ("document", "places"),
        [
            (
                [{**IMAGE, "type": "AUDIO"}, {**IMAGE, "image": {"imageInfo": 5}}],
                ["/0/type", "/1/image/imageInfo"],
            ),
            ({"_id": GUID, "items": {}}, ["/items"]),
            ("rivers", [""]),
            ([IMAGE, 5], ["/1"]),
        ],
    )
    def test_what_cannot_be_read_is_said_at_once(self, document: Any, places: list[str]) -> None:
        """One exception holds everything that is wrong, and is a ``ValueError``."""
        with pytest.raises(gl.ReadError) as refused:
            gl.read(document)

        assert isinstance(refused.value, ValueError)
        assert places == [found.pointer for found in refused.value.diagnostics]
        assert all(found.message in str(refused.value) for found in refused.value.diagnostics)

    @pytest.mark.parametrize("galleries", [[], [{"items": []}, {"items": []}]])
    def test_galleries_are_read_one_by_one(self, galleries: list[Any]) -> None:
        """A list of them is not a gallery."""
        with pytest.raises(gl.UsageError, match="one gallery at a time"):
            gl.read({"galleries": galleries}, "velo")


class TestConverters:
    """The cattrs converters of the dialects."""

    def test_they_go_there_and_back(self) -> None:
        """Items and galleries."""
        converter = gl.converter("velo")
        gallery = {"name": "Rivers", "items": [IMAGE]}

        assert IMAGE == converter.unstructure(converter.structure(IMAGE, gl.Item))
        assert gallery == converter.unstructure(converter.structure(gallery, gl.Gallery))

    @pytest.mark.parametrize(
        ("wire", "model", "path"),
        [
            ({"type": "IMAGE", "image": {"quality": "90"}}, gl.Item, "$.image.quality"),
            ({"tags": {"values": ["a", 5]}}, gl.Item, "$.tags.values[1]"),
            ({"type": "IMAGE", "video": {}}, gl.Item, "$.video"),
            ({"name": 5}, gl.Gallery, "$.name"),
            ({"items": {}}, gl.Gallery, "$.items"),
            ({"items": [IMAGE, {"title": 5}]}, gl.Gallery, "$.items[1].title"),
        ],
    )
    def test_what_they_refuse_has_its_place(self, wire: Any, model: type, path: str) -> None:
        """The error is cattrs's own, so that its tools can tell the way to the value."""
        with pytest.raises(cattrs.ClassValidationError) as refused:
            gl.converter("velo").structure(wire, model)

        assert cattrs.transform_error(refused.value)[0].endswith(f" @ {path}")

    @pytest.mark.parametrize("model", [gl.Item, gl.Gallery])
    def test_what_is_no_object_is_refused(self, model: type) -> None:
        """A list, say, where an item or a gallery belongs."""
        with pytest.raises(cattrs.ClassValidationError):
            gl.converter("rest").structure([], model)

    def test_hooks_stay_with_the_caller(self) -> None:
        """Every call returns a copy."""
        gl.converter("velo").register_unstructure_hook(gl.Item, lambda item: "mine")

        assert IMAGE == gl.converter("velo").unstructure(gl.read(IMAGE).items[0])

    def test_they_serve_structures_of_others(self) -> None:
        """Items may be part of anything that cattrs knows."""

        @attrs.frozen
        class Page:
            route: str
            items: list[gl.Item]

        page = gl.converter("velo").structure({"route": "/rivers", "items": [LINKED]}, Page)

        assert Link(url="/walks", text="Walks") == page.items[0].link
