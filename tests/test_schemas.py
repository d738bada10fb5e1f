"""The schemas: well made, closed or open as promised, and pointing at what is wrong."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

import gallery_lens
from checkout import ROOT
from findings import FOUND
from gallery_lens import schemas
from gallery_lens.errors import UsageError
from gallery_lens.places import pointer

SAMPLES = Path(__file__).parent / "corpus" / "samples"
FOLDER = ROOT / "schemas"

NAMES = (
    "baseline",
    "cms-item",
    "cms-items",
    "common",
    "component-gallery",
    "component-item",
    "config",
    "diagnostic",
    "extract",
    "frontend-galleries",
    "frontend-item",
    "frontend-items",
    "frontend-view",
    "frontend-view-item",
    "frontend-viewer-item",
    "ledger",
    "plan",
    "reject",
    "report",
    "rest-gallery",
    "rest-item",
    "rest-legacy-gallery",
    "rest-legacy-item",
    "sidecar",
    "velo-gallery",
    "velo-item",
)
READ = ("frontend-item", "rest-gallery", "rest-item", "velo-gallery", "velo-item")
WRITTEN = (
    "baseline",
    "diagnostic",
    "extract",
    "frontend-galleries",
    "frontend-view-item",
    "frontend-viewer-item",
    "ledger",
    "reject",
    "report",
    "sidecar",
)


SIDECAR = {
    "schemaVersion": 1,
    "tool": {"name": "gallery-lens", "version": "0.1.0"},
    "source": {"dialect": "auto", "target": "frontend", "order": "keep", "textItems": "drop"},
    "view": {"digest": f"sha256:{'0' * 64}"},
    "document": None,
    "digest": f"sha256:{'f' * 64}",
}


def subschemas(value: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every object inside a schema that is a schema itself, with its place."""
    if isinstance(value, list):
        for index, element in enumerate(value):
            yield from subschemas(element, f"{place}/{index}")
    elif isinstance(value, dict):
        if not place.endswith(("/properties", "/$defs")):
            yield place, value
        for key, inner in value.items():
            yield from subschemas(inner, f"{place}/{key}")


def parts(name: str) -> list[dict[str, Any]]:
    """Return every subschema of the schema *name*."""
    return [inner for _, inner in subschemas(schemas.schema(name))]


def declared(name: str, under: str) -> list[dict[str, Any]]:
    """Return the members of every ``properties`` or ``$defs``, those left out that only narrow (``then``)."""
    narrowing = re.compile("/(?:if|then|else)/")
    found = subschemas(schemas.schema(name))
    return [
        at for place, at in found if place.rpartition("/")[0].endswith(under) and not narrowing.search(place)
    ]


def sample(name: str) -> Any:
    """Read one sample document."""
    return json.loads((SAMPLES / f"{name}.json").read_text("utf-8"))


def wrong_places(name: str, document: Any) -> set[str]:
    """Return the JSON Pointers at which the schema *name* finds something wrong in *document*."""
    return {pointer(error.absolute_path) for error in schemas.validator(name).iter_errors(document)}


class TestFiles:
    """What holds for every file."""

    def test_names_are_the_files_of_the_checkout(self):
        """Every file in schemas/ is served under its name, and nothing else."""
        files = {file.name.removesuffix(".schema.json") for file in FOLDER.glob("*.json")}

        assert schemas.names() == NAMES
        assert set(NAMES) == files

    @pytest.mark.parametrize("name", NAMES)
    def test_is_listed(self, name):
        """The README of the folder says what every schema is for."""
        assert f"`{name}`" in (FOLDER / "README.md").read_text("utf-8")

    @pytest.mark.parametrize("name", NAMES)
    def test_text_is_the_file(self, name):
        """A schema is served as it stands in its file."""
        assert (FOLDER / f"{name}.schema.json").read_bytes() == schemas.text(name).encode()

    @pytest.mark.parametrize("name", NAMES)
    def test_is_a_schema_by_the_metaschema(self, name):
        """Every file is a valid schema of draft 2020-12."""
        found = schemas.schema(name)

        assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert None is Draft202012Validator.check_schema(found)

    @pytest.mark.parametrize("name", NAMES)
    def test_id_names_version_and_file(self, name):
        """The $id is the version's address with the file's name."""
        assert f"https://gallery-lens.example/schemas/1/{name}.schema.json" == schemas.schema(name)["$id"]

    @pytest.mark.parametrize("name", NAMES)
    def test_has_title_and_description(self, name):
        """Every file says what it is for."""
        assert {"title", "description"} <= schemas.schema(name).keys()

    @pytest.mark.parametrize("name", NAMES)
    def test_properties_are_described(self, name):
        """Every property has a description that is a sentence."""
        undescribed = [
            at for at in declared(name, "/properties") if not at.get("description", "").endswith(".")
        ]

        assert undescribed == []

    @pytest.mark.parametrize("name", NAMES)
    def test_definitions_have_title_and_description(self, name):
        """Every shared definition says what it is."""
        assert [at for at in declared(name, "/$defs") if not {"title", "description"} <= at.keys()] == []

    @pytest.mark.parametrize("name", NAMES)
    def test_patterns_are_read_alike_everywhere(self, name):
        """Patterns hold nothing that Python and ECMA-262 read in two ways, and never end in ``$``."""
        patterns = [at["pattern"].replace(r"(?![\s\S])", "") for at in parts(name) if "pattern" in at]
        outside_classes = [re.sub(r"\[[^\]]*\]", "", pattern) for pattern in patterns]

        assert all(pattern.startswith("^") for pattern in patterns)
        assert re.findall(r"\\[^.]|\(\?[^:]", "\n".join(patterns)) == []
        assert re.findall(r"\$|(?<!\\)\.", "\n".join(outside_classes)) == []

    @pytest.mark.parametrize("name", NAMES)
    def test_patterns_have_a_title_beside_them(self, name):
        """What a pattern wants is also said in words."""
        assert [at for at in parts(name) if "pattern" in at and "title" not in at] == []

    @pytest.mark.parametrize("name", NAMES)
    def test_formats_have_a_pattern_beside_them(self, name):
        """A format asserts nothing by itself, so a pattern does."""
        assert [at for at in parts(name) if "format" in at and "pattern" not in at] == []

    @pytest.mark.parametrize("name", NAMES)
    def test_references_are_relative(self, name):
        """Files refer to each other by name, so that a folder of them works anywhere."""
        form = re.compile(r"(?:[a-z-]+\.schema\.json)?(?:#/\$defs/\w+)?")

        assert [at["$ref"] for at in parts(name) if not form.fullmatch(at.get("$ref", ""))] == []

    @pytest.mark.parametrize("name", READ)
    def test_what_is_read_is_open(self, name):
        """No schema of what is read requires a key or closes an object."""
        found = [
            inner
            for place, inner in subschemas(schemas.bundle(name))
            if {"additionalProperties", "unevaluatedProperties"} & inner.keys()
            or ("required" in inner and not place.endswith("/if"))
        ]

        assert found == []

    @pytest.mark.parametrize("name", WRITTEN)
    def test_what_is_written_is_closed(self, name):
        """Every object that we write is closed and says which of its keys are always there."""
        objects = [inner for _, inner in subschemas(schemas.schema(name)) if inner.get("type") == "object"]

        assert objects
        assert all(False is inner["additionalProperties"] for inner in objects)
        assert all(set(inner["required"]) <= set(inner["properties"]) for inner in objects)


class TestLoading:
    """Finding a schema by its name."""

    def test_unknown_name_gets_a_suggestion(self):
        """A misspelled name is answered by the nearest one."""
        with pytest.raises(UsageError, match="there is no schema 'velo-itm'; did you mean 'velo-item'"):
            schemas.validator("velo-itm")

    def test_a_name_like_no_other_gets_the_list(self):
        """A name that resembles none is answered by all of them."""
        with pytest.raises(UsageError, match="there is no schema 'zzz'; there are baseline, cms-item, "):
            schemas.text("zzz")

    def test_a_path_is_no_name(self):
        """A name cannot be used to read another file."""
        with pytest.raises(UsageError):
            schemas.text("../schemas/velo-item")

    def test_schema_is_the_callers_own(self):
        """Changing what was handed out changes nothing for the next caller."""
        schemas.schema("velo-item").clear()

        assert "title" in schemas.schema("velo-item")

    def test_validator_is_made_once(self):
        """A second caller gets the same validator."""
        assert schemas.validator("report") is schemas.validator("report")

    def test_a_wheel_carries_its_own(self, tmp_path):
        """In an installed package the schemas are found beside the code."""
        shutil.copytree(Path(gallery_lens.__file__).parent, tmp_path / "gallery_lens")
        shutil.copytree(FOLDER, tmp_path / "gallery_lens" / "schemas", dirs_exist_ok=True)
        code = "from gallery_lens import schemas; print(schemas.__file__, *schemas.names())"

        ran = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"PYTHONPATH": str(tmp_path)},
        )

        assert [str(tmp_path / "gallery_lens" / "schemas.py"), *NAMES] == ran.stdout.split()

    def test_import_is_light(self):
        """Importing the module does not load jsonschema, which takes longer than everything else."""
        code = (
            "import sys, gallery_lens.schemas;"
            "print([name for name in ('jsonschema', 'referencing') if name in sys.modules])"
        )

        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

        assert ran.stdout == "[]\n"


def _within(document: Any, *keys: str) -> Any:
    for key in keys:
        document = document[key]
    return document


ACCEPTED = [
    ("velo-gallery", "sdk-1", ()),
    ("velo-item", "sdk-2", ()),
    ("velo-gallery", "sdk-3", ()),
    ("velo-item", "sdk-4", ()),
    ("velo-gallery", "sdk-5", ("galleries", 0)),
    ("velo-gallery", "sdk-5", ("galleries", 1)),
    ("velo-gallery", "sdk-6", ()),
    ("velo-gallery", "sdk-7", ()),
    ("velo-gallery", "sdk-8", ()),
    ("velo-item", "sdk-9", ("item",)),
    ("velo-gallery", "sdk-10", ()),
    ("rest-item", "rest-1", ("item",)),
    ("rest-gallery", "rest-2", ()),
    ("rest-gallery", "rest-3", ("gallery",)),
    ("velo-gallery", "veloevent-1", ("entity",)),
    ("velo-item", "veloevent-2", ("data", "updatedItem")),
    ("rest-gallery", "webhook-1", ("createdEvent", "entityAsJson")),
    ("rest-item", "webhook-3", ("actionEvent", "bodyAsJson", "item")),
    ("frontend-items", "frontend-1", ()),
    ("frontend-item", "frontend-2", ()),
    ("frontend-items", "frontend-3", ()),
    ("frontend-item", "frontend-4", ()),
    ("frontend-items", "frontend-5", ()),
    ("frontend-items", "frontend-6", ()),
]
REFUSED = [
    ("frontend-items", "frontend-7", (), {"/2"}),
    ("frontend-item", "frontend-1", (), {""}),
    ("frontend-items", "frontend-2", (), {""}),
    (
        "velo-gallery",
        "rest-2",
        (),
        {"/items/1/image/imageInfo", "/items/2/video/videoInfo", "/items/3/video/videoInfo"},
    ),
    ("rest-item", "sdk-4", (), {"/image/imageInfo"}),
]


class TestSamples:
    """Documents of the shapes that documentation and recorded answers show."""

    @pytest.mark.parametrize(("name", "file", "keys"), ACCEPTED)
    def test_accepted(self, name, file, keys):
        """What Wix shows as valid is valid."""
        assert set() == wrong_places(name, _within(sample(file), *keys))

    @pytest.mark.parametrize(("name", "file", "keys", "places"), REFUSED)
    def test_refused(self, name, file, keys, places):
        """What belongs to another dialect is refused where it differs."""
        assert places == wrong_places(name, _within(sample(file), *keys))


def nested(path: str, value: Any) -> Any:
    """Make a document in which *value* stands at the JSON Pointer *path* and little else."""
    for step in reversed(path.split("/")[1:]):
        value = [value] if step == "0" else {step: value}
    return value


TEXTS = (True, 0, 1.5, [], {})
OBJECTS = (True, 0, "", "{}", [])
LISTS = (True, 0, "", {})
COUNTS = (True, "1", 0.5, -1, [], {}, float("inf"), float("nan"))
NUMBERS = (False, "", "1", "nan", "NaN\n", "+Infinity", [], {})
SORT_ORDERS = (
    True, "", " 1", "1 ", "1\n", "1.", ".", "+", "--1", "1e", "1e+", "1_000", "0x10", "1,5", "\u0661", "nan",
    "+Infinity", "infinity", "NaN\n", [], {},
)  # fmt: skip
GOOD_SORT_ORDERS = (
    None, 0, 1.0, -2100000000000, 1644317968.985, 10**400, 1e308, 5e-324, -0.0, "420", "+1", "-.5", "1.5E-3",
    "1.644317968985E9", "007", "NaN", "Infinity", "-Infinity",
)  # fmt: skip
DATES = (
    True, 0, {}, " ", "2021-02-08", "2021-02-08T13:44:37", "2021-02-08 13:44:37Z", "2021-02-08t13:44:37Z",
    "2021-02-08T13:44:37z", "2021-02-08T13:44:37Z\n", "2021-02-08T13:44:37.Z", "2021-00-08T13:44:37Z",
    "2021-13-08T13:44:37Z", "2021-02-00T13:44:37Z", "2021-02-32T13:44:37Z", "2021-02-08T24:00:00Z",
    "2021-02-08T13:60:00Z", "2021-02-08T13:44:61Z", "2021-02-08T13:44:37+0200", "2021-02-08T13:44:37+24:00",
    "2021-02-08T13:44:37+02:60", "21-02-08T13:44:37Z", "2021-2-8T13:44:37Z", "\u0662021-02-08T13:44:37Z",
    "Mon Feb 08 2021 13:44:37", "1612791877000",
)  # fmt: skip
GOOD_DATES = (
    None, "", "2021-02-08T13:44:37Z", "2021-02-08T13:44:37.1Z", "2022-08-04T10:00:09.559484Z",
    "2021-02-08T13:44:37+02:00", "2021-02-08T13:44:37.000-11:30", "2021-02-30T00:00:00Z",
    "0000-01-01T00:00:00Z",
    "2016-12-31T23:59:60Z", "2021-02-08T13:44:37.0123456789Z", "2021-02-08T13:44:37-00:00",
)  # fmt: skip

BACKEND = {
    "": (True, None, 0, "", []),
    "/title": TEXTS,
    "/description": TEXTS,
    "/type": (None, True, 0, "", "image", "PHOTO", "IMAGE\n", [], {}),
    "/sortOrder": SORT_ORDERS,
    "/link": OBJECTS,
    "/link/text": TEXTS,
    "/link/url": TEXTS,
    "/link/target": TEXTS,
    "/link/type": TEXTS,
    "/link/rel": (True, 0, {}),
    "/link/rel/0": (None, *TEXTS),
    "/link/wixLinkData": OBJECTS,
    "/tags": OBJECTS,
    "/tags/values": LISTS,
    "/tags/values/0": (None, *TEXTS),
    "/image": OBJECTS,
    "/image/focalPoint": OBJECTS,
    "/image/focalPoint/x": NUMBERS,
    "/image/focalPoint/y": NUMBERS,
    "/image/exif": OBJECTS,
    "/image/quality": (*COUNTS, 29, 101),
    "/image/unsharpMasking": OBJECTS,
    "/image/unsharpMasking/amount": (*NUMBERS, -0.1, 5.1, float("inf")),
    "/image/unsharpMasking/radius": (*NUMBERS, -0.1, float("-inf")),
    "/image/unsharpMasking/threshold": (*NUMBERS, -0.1, 1.1),
    "/image/type": (True, 0, "", "wix_media", "YOUTUBE", [], {}),
    "/video": OBJECTS,
    "/video/type": (True, 0, "", "youtube", "EXTERNAL", [], {}),
    "/video/durationInMillis": COUNTS,
    "/video/duration": (True, -1, -0.5, "", "-1", "1.5", "+1", "1 ", "1\n", "\u0661", "NaN", [], {}),
    "/text": OBJECTS,
    "/text/html": TEXTS,
    "/text/css": OBJECTS,
    "/text/editorHtml": TEXTS,
    "/text/editorFontId": TEXTS,
    "/secondaryMedia": OBJECTS,
    "/secondaryMedia/image": OBJECTS,
    "/secondaryMedia/image/quality": (*COUNTS, 29, 101),
    "/secondaryMedia/image/focalPoint/x": NUMBERS,
    "/secondaryMedia/text": OBJECTS,
    "/secondaryMedia/text/html": TEXTS,
}
VELO = BACKEND | {
    "/_id": TEXTS,
    "/_createdDate": DATES,
    "/_updatedDate": DATES,
    "/image/imageInfo": TEXTS,
    "/video/videoInfo": TEXTS,
    "/secondaryMedia/image/imageInfo": TEXTS,
}
REST = BACKEND | {
    "/id": TEXTS,
    "/createdDate": DATES,
    "/updatedDate": DATES,
    "/image/imageInfo": OBJECTS,
    **{f"/image/imageInfo/{key}": TEXTS for key in ("id", "url", "altText", "filename")},
    "/image/imageInfo/width": COUNTS,
    "/image/imageInfo/height": COUNTS,
    "/secondaryMedia/image/imageInfo": OBJECTS,
    "/secondaryMedia/image/imageInfo/width": COUNTS,
    "/video/videoInfo": OBJECTS,
    **{f"/video/videoInfo/{key}": TEXTS for key in ("id", "url", "filename")},
    "/video/videoInfo/resolutions": (*LISTS, [{}] * 101),
    "/video/videoInfo/resolutions/0": (None, *OBJECTS),
    **{f"/video/videoInfo/resolutions/0/{key}": TEXTS for key in ("url", "format", "quality", "filename")},
    "/video/videoInfo/resolutions/0/width": COUNTS,
    "/video/videoInfo/resolutions/0/height": COUNTS,
    "/video/videoInfo/posters": LISTS,
    "/video/videoInfo/posters/0": (None, *OBJECTS),
    **{f"/video/videoInfo/posters/0/{key}": TEXTS for key in ("id", "url", "altText", "filename")},
    "/video/videoInfo/posters/0/width": COUNTS,
    "/video/videoInfo/posters/0/height": COUNTS,
}
GALLERY = {
    "": (True, None, 0, "", []),
    "/name": TEXTS,
    "/totalItems": COUNTS,
    "/sortOrder": SORT_ORDERS,
    "/items": LISTS,
    "/items/0": (None, True, 0, "", []),
    "/items/0/title": TEXTS,
}
FRONTEND = {
    "": (True, None, 0, "", []),
    "/type": (None, True, 0, "", "text", "image ", "image\n", "\u0131mage", "v\u0130deo", "IMAGES", [], {}),
    **{
        f"/{key}": TEXTS
        for key in ("slug", "src", "title", "description", "link", "thumbnail", "alt", "target")
    },
    "/width": (True, "100", [], {}),
    "/height": (True, "100", [], {}),
    "/settings": OBJECTS,
    "/settings/focalPoint": OBJECTS,
    "/settings/focalPoint/x": (True, "0.5", "NaN", [], {}),
    "/settings/focalPoint/y": (True, "0.5", "NaN", [], {}),
}
VIEW_IMAGE = {"type": "image", "src": "wix:image://v1/a.jpg/b.jpg#originWidth=1&originHeight=2"}
VIEW_VIDEO = {"type": "video", "src": "wix:video://v1/a/b.mp4"}
WORDS = (None, True, 0, "", [], {})
VIEW = {
    "/type": (None, "Image", "IMAGE", "text", ""),
    "/slug": WORDS,
    "/src": (
        *WORDS,
        "a.jpg",
        "//a.example/b.jpg",
        "wix:video://v1/a/b",
        "wix:image://v1/",
        "ftp://a.example",
    ),
    "/title": WORDS,
    "/description": WORDS,
    "/link": WORDS,
    "/thumbnail": ("https://static.wixstatic.com/media/a.jpg", "", None),
}
DIAGNOSTIC = {
    "/code": (None, "", "L1", "L1022", "l102", "Z102", "L102\n", "L10\u0662"),
    "/name": (None, "", "Link", "link_text", "-link", "link-", "a--b", "link\n"),
    "/severity": (None, "Error", "fatal"),
    "/message": (None, "", 0),
    "/pointer": (None, "items", "/a~", "/a~2", "#/a"),
    "/file": (None, 0),
    "/line": (None, 0, 1.5, "1", True),
    "/column": (None, 0, 1.5, "1", True),
    "/dialect": (None, "", "Velo", "rest legacy", "velo\n"),
    "/target": (None, "", "Velo"),
    "/galleryId": (None, 0),
    "/itemId": (None, 0),
    "/itemIndex": (None, -1, 0.5, True),
    "/itemTitle": (None, 0),
    "/help": (None, ""),
    "/url": (None, "", "rules/L102", "javascript:alert(1)", "https:///L102"),
    "/fingerprint": (
        None,
        "",
        "0123456789abcde",
        "0123456789ABCDEF",
        "0123456789abcdef0",
        "0123456789abcdef\n",
    ),
}


def cases(name: str, table: dict[str, tuple[Any, ...]]) -> list[Any]:
    """Spread a table of bad values per field into test parameters."""
    return [
        pytest.param(name, path, value, id=f"{name}{path}={value!r:.30}")
        for path, values in table.items()
        for value in values
    ]


class TestBadValues:
    """One bad value in an otherwise empty document is found where it stands."""

    @pytest.mark.parametrize(
        ("name", "path", "value"),
        [
            *cases("velo-item", VELO),
            *cases("rest-item", REST),
            *cases("velo-gallery", GALLERY | {"/_id": TEXTS, "/_createdDate": DATES}),
            *cases("rest-gallery", GALLERY | {"/id": TEXTS, "/createdDate": DATES}),
            *cases("frontend-item", FRONTEND),
            *cases("frontend-items", {"": (None, True, 0, "", {}), "/0": (None, True, 0, "", [])}),
        ],
    )
    def test_of_what_is_read(self, name, path, value):
        """The error's pointer is the field's, whatever dialect is read."""
        assert {path} == wrong_places(name, nested(path, value))

    @pytest.mark.parametrize(("name", "path", "value"), cases("frontend-view-item", VIEW))
    def test_of_a_view(self, name, path, value):
        """A view of an image refuses what a page could not show, a thumbnail above all."""
        assert path in wrong_places(name, VIEW_IMAGE | nested(path, value))

    @pytest.mark.parametrize(
        ("path", "value"),
        [("/src", VIEW_IMAGE["src"]), ("/src", "video://v1/"), ("/thumbnail", "a.jpg"), ("/thumbnail", "")],
    )
    def test_of_a_view_of_a_video(self, path, value):
        """A view of a video refuses a picture as its source, and a thumbnail that is not a picture."""
        assert {path} == wrong_places("frontend-view-item", VIEW_VIDEO | nested(path, value))

    @pytest.mark.parametrize(("name", "path", "value"), cases("diagnostic", DIAGNOSTIC))
    def test_of_a_diagnostic(self, name, path, value):
        """A diagnostic refuses null everywhere, and every near miss of a pattern."""
        assert {path} == wrong_places(name, FINDING | nested(path, value))


class TestGoodValues:
    """What is odd and allowed."""

    @pytest.mark.parametrize("value", GOOD_SORT_ORDERS)
    @pytest.mark.parametrize("name", ["velo-item", "rest-item", "velo-gallery", "rest-gallery"])
    def test_sort_order(self, name, value):
        """A sort order is any number, numeric text, or one of three texts."""
        assert set() == wrong_places(name, {"sortOrder": value})

    @pytest.mark.parametrize("value", GOOD_DATES)
    @pytest.mark.parametrize(("name", "key"), [("velo-item", "_createdDate"), ("rest-item", "updatedDate")])
    def test_date(self, name, key, value):
        """A date has the form of RFC 3339; whether its day exists is another question."""
        assert set() == wrong_places(name, {key: value})

    @pytest.mark.parametrize("value", [None, "NaN", "Infinity", "-Infinity", float("nan"), 0, 5, 5.0, -0.0])
    def test_amount(self, value):
        """The texts for NaN and the infinities are out of no range, nor is NaN itself."""
        assert set() == wrong_places("velo-item", {"image": {"unsharpMasking": {"amount": value}}})

    @pytest.mark.parametrize("value", [None, 30, 100, 30.0])
    def test_quality(self, value):
        """1.0 is an integer, and the ends of a range belong to it."""
        assert set() == wrong_places("rest-item", {"image": {"quality": value}})

    @pytest.mark.parametrize("value", [None, 0, 0.5, "0", "20000", "9" * 400])
    def test_duration(self, value):
        """The older duration is a number or text of digits."""
        assert set() == wrong_places("rest-item", {"video": {"duration": value}})

    @pytest.mark.parametrize("value", ["image", "Image", "IMAGE", "vIdEo"])
    def test_type_of_a_page(self, value):
        """A page's type may be written in any case."""
        assert set() == wrong_places("frontend-item", {"type": value})

    @pytest.mark.parametrize("path", sorted({*VELO, *REST} - {"", "/type"}))
    def test_null(self, path):
        """Null is read everywhere but for an item, its type, and the elements of a list."""
        name = "velo-item" if path in VELO else "rest-item"
        expected = {path} if path.endswith("/0") else set()

        assert expected == wrong_places(name, nested(path, None))

    @pytest.mark.parametrize("path", [path for path, refused in REST.items() if {} not in refused])
    def test_unknown_keys(self, path):
        """Unknown keys are welcome at every level."""
        assert set() == wrong_places("rest-item", nested(path, {"x": 0}))

    @pytest.mark.parametrize("path", ["/posters/0", "/posters/0/urlExpirationDate", "/posters/0/sizeInBytes"])
    def test_leftovers_of_posters(self, path):
        """What is left over inside posters may be anything."""
        assert set() == wrong_places("rest-item", {"video": {"videoInfo": nested(path, {"x": [1]})}})

    def test_hundred_resolutions(self):
        """A video has up to a hundred encodings."""
        assert set() == wrong_places("rest-item", {"video": {"videoInfo": {"resolutions": [{}] * 100}}})

    @pytest.mark.parametrize(
        ("name", "document"),
        [
            (
                "frontend-view-item",
                VIEW_IMAGE | {"slug": "a", "title": "b", "description": "c" * 101, "link": "/d"},
            ),
            ("frontend-view-item", {"type": "image", "src": "image://v1/a.jpg/1_2/b.jpg"}),
            ("frontend-view-item", {"type": "video", "src": "HTTPS://vimeo.com/1"}),
            ("frontend-view-item", VIEW_VIDEO | {"thumbnail": "https://static.wixstatic.com/media/a.jpg"}),
            ("frontend-view-item", VIEW_VIDEO | {"thumbnail": "wix:image://v1/a.jpg/b.jpg"}),
            ("frontend-view", []),
            ("frontend-view", [VIEW_IMAGE, VIEW_VIDEO]),
            ("frontend-galleries", [{"items": []}, {"galleryId": "a", "name": "b", "items": [VIEW_IMAGE]}]),
            ("extract", {"afterSlug": None, "html": "<p>a</p>", "plainText": "a", "css": None}),
            ("extract", {"slug": "a", "description": "é" * 101, "galleryId": "b"}),
            ("extract", {"slug": None, "linkText": "Go", "link": "/go"}),
            ("sidecar", SIDECAR | {"notFinite": [{"pointer": "/sortOrder", "number": "NaN"}]}),
            ("ledger", {"input": "a.json", "pointer": "/x", "fate": "kept"}),
            ("ledger", {"input": "a:1", "pointer": "", "fate": "moved", "to": "/y"}),
            ("ledger", {"input": "a", "pointer": "/x", "fate": "transformed", "to": "/y", "how": "spelling"}),
            ("ledger", {"input": "a", "pointer": "/x", "fate": "sidecar", "code": "L101"}),
            ("reject", {"input": "a.json:3", "pointer": "", "codes": ["M101", "S001"], "item": None}),
        ],
    )
    def test_written(self, name, document):
        """What we write fits its schema."""
        assert set() == wrong_places(name, document)


BRANCHES = {"image": {}, "video": {}, "text": {}}
CONTRADICTIONS = [
    ({"type": "IMAGE"}, set()),
    ({"type": "IMAGE", "image": {}, "video": None, "text": None}, set()),
    ({"type": "IMAGE", "video": {}}, {"/video"}),
    ({"type": "IMAGE", "image": {}, "text": {}}, {"/text"}),
    ({"type": "IMAGE"} | BRANCHES, {"/video", "/text"}),
    ({"type": "VIDEO", "video": {}}, set()),
    ({"type": "VIDEO"} | BRANCHES, {"/image", "/text"}),
    ({"type": "TEXT", "text": {}}, set()),
    ({"type": "TEXT"} | BRANCHES, {"/image", "/video"}),
    ({"type": "UNDEFINED"}, set()),
    ({"type": "UNDEFINED", "video": {}}, set()),
    ({"type": "UNDEFINED", "video": {}, "text": {}}, {"/text"}),
    ({}, set()),
    ({"image": {}}, set()),
    ({"text": {}, "image": None}, set()),
    ({"image": {}, "video": {}}, {"/video"}),
    ({"image": {}, "text": {}}, {"/text"}),
    (BRANCHES, {"/video", "/text"}),
]


class TestKinds:
    """Which branch goes with which type."""

    @pytest.mark.parametrize("name", ["velo-item", "rest-item"])
    @pytest.mark.parametrize(("item", "places"), CONTRADICTIONS)
    def test_error_stands_at_the_wrong_branch(self, name, item, places):
        """A branch that the type, or a branch before it, rules out is where the error stands."""
        assert places == wrong_places(name, item)

    @pytest.mark.parametrize("item", [{"type": "PHOTO"} | BRANCHES, {"type": None} | BRANCHES])
    def test_unknown_type_is_one_error(self, item):
        """An unknown type is reported alone: nobody knows which branch it would want."""
        assert {"/type"} == wrong_places("velo-item", item)

    def test_each_branch_is_reported_once(self):
        """Three branches without a type are two errors."""
        assert len(list(schemas.validator("rest-item").iter_errors(BRANCHES))) == 2


FINDING = {
    "code": "L102",
    "name": "link-text-dropped",
    "severity": "warning",
    "message": "The link's text “Click here” is lost.",
    "pointer": "/items/3/link/text",
}
REPORT = {
    "schemaVersion": 2,
    "tool": {"name": "gallery-lens", "version": "0.1.0"},
    "summary": {
        "items": 1, "converted": 1, "rejected": 0, "errors": 0, "warnings": 1, "infos": 0, "lossless": False,
    },
    "diagnostics": [FINDING],
}  # fmt: skip


def without(document: dict[str, Any], path: str) -> Any:
    """Copy *document* without the key at the JSON Pointer *path*."""
    copy = json.loads(json.dumps(document))
    *outer, last = path.split("/")[1:]
    del _within(copy, *outer)[last]
    return copy


class TestReports:
    """What is written for programs."""

    def test_a_full_diagnostic(self):
        """Everything that a diagnostic can say fits the schema."""
        finding = attrs.evolve(FOUND, url="https://gallery-lens.example/rules/L102", fixable=True).to_dict()

        assert set(schemas.schema("diagnostic")["properties"]) == set(finding)
        assert set() == wrong_places("diagnostic", finding)

    def test_a_report(self):
        """A report with its counts and findings fits the schema."""
        assert set() == wrong_places("report", REPORT)

    @pytest.mark.parametrize("key", FINDING)
    def test_a_diagnostic_lacks_nothing(self, key):
        """Five parts are in every diagnostic."""
        assert {""} == wrong_places("diagnostic", without(FINDING, f"/{key}"))

    @pytest.mark.parametrize(
        "path",
        [
            *(f"/{key}" for key in REPORT),
            "/tool/name",
            "/tool/version",
            *(f"/summary/{key}" for key in REPORT["summary"]),
        ],
    )
    def test_a_report_lacks_nothing(self, path):
        """Every count is in every report."""
        assert {path.rpartition("/")[0]} == wrong_places("report", without(REPORT, path))

    @pytest.mark.parametrize(
        ("name", "document"),
        [
            ("diagnostic", FINDING),
            ("report", REPORT),
            ("frontend-view-item", VIEW_IMAGE),
            ("reject", {"input": "a", "pointer": "", "codes": ["R001"], "item": 0}),
            ("extract", {"slug": "a", "linkText": "Go", "link": None}),
            ("ledger", {"input": "a", "pointer": "", "fate": "kept"}),
            ("sidecar", SIDECAR),
        ],
    )
    def test_unknown_keys_are_refused(self, name, document):
        """What is written has no room for surprises."""
        assert {""} == wrong_places(name, document | {"x": 0})

    @pytest.mark.parametrize(
        ("change", "place"),
        [
            ({"schemaVersion": 1}, "/schemaVersion"),
            ({"schemaVersion": True}, "/schemaVersion"),
            ({"tool": {"name": "", "version": "1"}}, "/tool/name"),
            ({"diagnostics": [{}]}, "/diagnostics/0"),
            ({"summary": REPORT["summary"] | {"errors": -1}}, "/summary/errors"),
            ({"summary": REPORT["summary"] | {"lossless": 1}}, "/summary/lossless"),
        ],
    )
    def test_a_bad_report(self, change, place):
        """Counts are whole numbers from 0, and findings are diagnostics."""
        assert {place} == wrong_places("report", REPORT | change)

    @pytest.mark.parametrize(
        ("change", "place"),
        [
            ({"input": ""}, "/input"),
            ({"pointer": "a"}, "/pointer"),
            ({"codes": []}, "/codes"),
            ({"codes": ["M101", "M101"]}, "/codes"),
            ({"codes": ["media-missing"]}, "/codes/0"),
        ],
    )
    def test_a_bad_reject(self, change, place):
        """A reject says where it stood and by which codes it was refused."""
        good = {"input": "a", "pointer": "", "codes": ["M101"], "item": {}}

        assert {place} == wrong_places("reject", good | change)

    @pytest.mark.parametrize(
        ("row", "places"),
        [
            ({}, {""}),
            ({"slug": "a"}, {""}),
            ({"slug": "a", "description": "short"}, {"/description"}),
            ({"slug": "a", "description": "é" * 101, "link": None}, {""}),
            ({"slug": "a", "linkText": "Go", "link": None, "html": "a"}, {""}),
            ({"afterSlug": "a", "html": "", "plainText": "", "css": []}, {"/html", "/css"}),
            ({"afterSlug": 0, "html": "a", "plainText": "", "css": None}, {"/afterSlug"}),
        ],
    )
    def test_a_bad_extract(self, row, places):
        """An extract is a text item, a description or a link text, and nothing of another."""
        assert places == wrong_places("extract", row)

    @pytest.mark.parametrize("change", [{"items": None}, {"galleryId": None}, {"name": 0}])
    def test_a_bad_list_of_galleries(self, change):
        """What is unknown about a gallery is left out, never null."""
        assert {f"/0/{key}" for key in change} == wrong_places("frontend-galleries", [{"items": []} | change])


class TestLedgers:
    """Where a value went."""

    @pytest.mark.parametrize(
        ("change", "place"),
        [
            ({"fate": "lost"}, "/fate"),
            ({"fate": "dropped"}, ""),
            ({"fate": "sidecar"}, ""),
            ({"to": "x"}, "/to"),
            ({"how": ""}, "/how"),
            ({"code": "X"}, "/code"),
        ],
    )
    def test_a_bad_row(self, change, place):
        """What is not in the output has a code that says so."""
        assert {place} == wrong_places("ledger", {"input": "a", "pointer": "", "fate": "kept"} | change)


class TestSidecars:
    """What is kept beside a view."""

    @pytest.mark.parametrize(
        ("change", "place"),
        [
            ({"schemaVersion": 3}, "/schemaVersion"),
            ({"digest": "0" * 64}, "/digest"),
            ({"view": {"digest": f"sha256:{'0' * 64}\n"}}, "/view/digest"),
            ({"source": SIDECAR["source"] | {"order": "x"}}, "/source/order"),
            ({"notFinite": [{"pointer": "", "number": "nan"}]}, "/notFinite/0/number"),
        ],
    )
    def test_a_bad_sidecar(self, change, place):
        """Each part has its form."""
        assert {place} == wrong_places("sidecar", SIDECAR | change)

    @pytest.mark.parametrize("key", SIDECAR)
    def test_a_sidecar_lacks_nothing(self, key):
        """Every part is in every sidecar."""
        assert {""} == wrong_places("sidecar", without(SIDECAR, f"/{key}"))


def judged(validator: Any, document: Any) -> list[tuple[str, str]]:
    """Return what a validator says of a document, in an order of its own."""
    return sorted((pointer(error.absolute_path), error.message) for error in validator.iter_errors(document))


class TestBundles:
    """One document instead of several."""

    @pytest.mark.parametrize(
        ("name", "inside"),
        [
            ("common", set()),
            ("velo-item", {"common"}),
            ("rest-gallery", {"common", "rest-item"}),
            ("frontend-items", {"frontend-item"}),
            ("frontend-galleries", {"diagnostic", "frontend-view", "frontend-view-item"}),
            ("report", {"diagnostic"}),
            ("sidecar", {"diagnostic"}),
        ],
    )
    def test_holds_what_it_leads_to(self, name, inside):
        """A bundle holds exactly the schemas that it refers to, directly or not, by their $id."""
        ids = {f"https://gallery-lens.example/schemas/1/{other}.schema.json" for other in inside}

        assert ids == {key for key in schemas.bundle(name).get("$defs", {}) if ":" in key}

    @pytest.mark.parametrize("name", NAMES)
    def test_is_a_schema(self, name):
        """A bundle is a valid schema that keeps its own address."""
        found = schemas.bundle(name)

        assert schemas.schema(name)["$id"] == found["$id"]
        assert None is Draft202012Validator.check_schema(found)

    @pytest.mark.parametrize(
        ("name", "at", "table"),
        [
            ("velo-item", "", VELO),
            ("rest-gallery", "/items/0", REST),
            ("frontend-items", "/0", FRONTEND),
            ("frontend-galleries", "/0/items/0", VIEW),
            ("report", "/diagnostics/0", DIAGNOSTIC),
            ("reject", "", {"": ({"input": "a", "pointer": "", "codes": ["R001"], "item": 0}, {})}),
        ],
    )
    def test_validates_like_the_files(self, name, at, table):
        """A bundle alone, without any registry, says of every document what the files say."""
        documents = [nested(at + path, value) for path, values in table.items() for value in values]
        alone = Draft202012Validator(schemas.bundle(name))

        expected = [judged(schemas.validator(name), document) for document in documents]
        assert expected == [judged(alone, document) for document in documents]
