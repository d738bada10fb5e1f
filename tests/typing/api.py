"""Right and invalid usage of the public names: checked by mypy, never run.

A line that ends in ``type: ignore[code]`` has to be wrong, for mypy complains of ignoring nothing.
"""

from typing import Any, Literal, assert_type

import attrs
from cattrs import Converter

import gallery_lens as gl
from gallery_lens import schemas
from gallery_lens.diagnostics import NO_VALUE
from gallery_lens.model import Image, Link, Picture, Unset
from gallery_lens.typed import Finding, VeloItem
from gallery_lens.words import SourceName, TargetName


def convert(document: Any) -> None:
    """Conversions take anything that JSON holds, and say what they give."""
    result = gl.convert(document, "velo", "frontend", order="sort-order", text_items="error")
    assert_type(result, gl.Result)
    assert_type(result.diagnostics, tuple[gl.Diagnostic, ...])
    assert_type(result.rejects, tuple[gl.Reject, ...])
    assert_type(result.items, int)
    assert_type(result.lossless, bool)
    result.raise_for("warning")
    result.raise_for(2)  # type: ignore[arg-type]
    assert_type(gl.convert_text(b"[]", target="rest").converted, int)
    gl.convert()  # type: ignore[call-arg]
    gl.convert(document, "velo", "frontend", "sort-order")  # type: ignore[call-arg]
    gl.convert(document, as_gallery="yes")  # type: ignore[arg-type]
    result.items = 3  # type: ignore[misc]
    result.value.anything = 1  # the value is whatever the document was
    gl.convert_text(5)  # type: ignore[arg-type]


def lint(document: Any) -> None:
    """Lint takes what convert takes, and text; there is no value."""
    assert_type(gl.lint(document, "velo", target="velo"), gl.LintResult)
    result = gl.lint_text(b"[]", file="a.json", line=3)
    assert_type(result.diagnostics, tuple[gl.Diagnostic, ...])
    assert_type(result.readable, bool)
    result.raise_for("error")
    _ = result.value  # type: ignore[attr-defined]
    gl.lint(document, "velo", "velo", "keep")  # type: ignore[call-arg]


def find(found: gl.Diagnostic, reject: gl.Reject) -> None:
    """Findings are frozen values."""
    assert_type(found.severity, gl.Severity)
    assert_type(found.line, int | None)
    assert_type(found.to_dict(), Finding)
    assert_type(found.severity.reaches(gl.Severity.ERROR), bool)
    assert_type(reject.codes, tuple[str, ...])
    found.message = "no"  # type: ignore[misc]
    gl.Diagnostic("L102")  # type: ignore[call-arg]
    _ = gl.Severity.FATAL  # type: ignore[attr-defined]
    assert_type(found.value is NO_VALUE, bool)


def words(source: SourceName, target: TargetName, word: str) -> None:
    """The words of arguments are types."""
    gl.convert([], source, target, order="sort-order", text_items="extract")
    gl.convert([], "velo", "cms")  # type: ignore[arg-type]
    gl.convert([], word)  # type: ignore[arg-type]
    gl.convert([], order="sorted")  # type: ignore[arg-type]
    gl.convert([]).raise_for("fatal")  # type: ignore[arg-type]
    gl.converter("cms")
    gl.converter("html")  # type: ignore[arg-type]
    gl.write(gl.Item(), "cms")  # type: ignore[arg-type]
    gl.convert_file("gallery.json", "velo", target="rest")


def dicts() -> None:
    """Items are dicts whose keys are known."""
    item: VeloItem = {"_id": "a", "type": "IMAGE", "image": {"imageInfo": "wix:image://v1/a.jpg/a.jpg"}}
    assert_type(item.get("title"), str | None)
    item["type"] = "AUDIO"  # type: ignore[typeddict-item]
    _ = item["colour"]  # type: ignore[typeddict-item]
    shown: list[VeloItem] = gl.to_velo([item])
    gl.convert(shown, "velo")
    [found] = gl.lint([item]).diagnostics
    assert_type(found.to_dict()["severity"], Literal["error", "warning", "info"])
    assert_type(found.to_dict().get("line"), int | None)


def shortcuts(document: list[dict[str, Any]]) -> None:
    """The shortcuts give just the value."""
    assert_type(gl.to_frontend(document), Any)
    assert_type(gl.to_velo(document, "rest"), Any)
    assert_type(gl.to_rest(document), Any)
    gl.to_rest(document, order="keep")  # type: ignore[call-arg]


def model(document: object) -> gl.Gallery:
    """A model may be silent or null anywhere, and type checkers know."""
    gallery = gl.read(document)
    assert_type(gallery, gl.Gallery)
    assert_type(gl.write(gallery, "rest"), dict[str, Any])
    for item in gallery.items or ():
        assert_type(item, gl.Item)
        assert_type(item.title, str | Unset | None)
        item.title.upper()  # type: ignore[union-attr]
        if item.link and item.link.url:
            assert_type(item.link.url, str)
        item.title = "no"  # type: ignore[misc]
    gl.write(document, "rest")  # type: ignore[arg-type]
    return attrs.evolve(gallery, name=gl.UNSET)


def by_hand() -> gl.Item:
    """Models can be made by hand, by keyword only."""
    gl.Item("5b1c6f0e")  # type: ignore[call-arg]
    gl.Item(title=5)  # type: ignore[arg-type]
    picture = Picture(id="a.jpg", width=400, height=300)
    return gl.Item(type="IMAGE", link=Link(url="/map"), image=Image(picture=picture))


def converters() -> None:
    """Converters are cattrs's own."""
    converter = gl.converter("velo")
    assert_type(converter, Converter)
    assert_type(converter.structure({}, gl.Item), gl.Item)
    gl.converter()  # type: ignore[call-arg]


def errors(error: gl.GalleryLensError) -> None:
    """What is raised on purpose holds what was found, or is a builtin that callers expect."""
    if isinstance(error, gl.LossError | gl.ReadError):
        assert_type(error.diagnostics, tuple[gl.Diagnostic, ...])
    if isinstance(error, gl.UsageError):
        _catch(error, OSError())
    if isinstance(error, gl.OutputError):
        _catch(ValueError(), error)
    _ = error.diagnostics  # type: ignore[attr-defined]


def _catch(one: ValueError, other: OSError) -> None:
    """Stand for code that knows nothing of us."""


def validators() -> None:
    """Schemas are plain objects, validators have two methods."""
    assert_type(schemas.schema("report"), dict[str, Any])
    assert_type(schemas.names(), tuple[str, ...])
    assert_type(schemas.validator("report").is_valid({}), bool)
    schemas.validator("report").validate({})  # type: ignore[attr-defined]
