"""The loss table: what it says of fields, and that conversions do no more than it says."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
from gallery_lens.conversion.items import Read, as_object
from gallery_lens.conversion.ledger import Fate, LedgerRow
from gallery_lens.conversion.run import Run
from gallery_lens.dialects import DIALECTS, writable
from gallery_lens.dialects.normalizing import moved_from
from gallery_lens.dialects.tracing import trace_of
from gallery_lens.loss_table import (
    DialectPair,
    Fidelity,
    FieldFate,
    Verdict,
    loss_table,
    pair,
    to_dict,
    to_markdown,
)
from gallery_lens.model import Kind
from gallery_lens.options import ConvertOptions
from gallery_lens.places import Place, resolve
from gallery_lens.rules import rule
from test_laws import READ

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "loss-table.md"
DOCUMENTS = sorted((HERE / "corpus" / "samples").glob("*.json")) + sorted(
    (HERE / "corpus" / "cases").glob("*/input.json")
)
PAIRS = [(source, target) for source in DIALECTS for target in writable() if source != target]


def fate(source: str, target: str, field: str, of: str = "item", kind: str | None = None) -> FieldFate:
    """The row of one field, by its name on the wire."""
    rows = getattr(pair(source, target), of)
    return next(row for row in rows if row.source == field and kind in (None, row.kind))


def test_every_pair_is_there() -> None:
    """Every dialect has its part of the table for every other one that can be written."""
    assert PAIRS == [(each.source, each.target) for each in loss_table() if each.profile == "documented"]


@pytest.mark.parametrize(
    ("source", "target", "field", "becomes", "expected", "names"),
    [
        ("velo", "rest", "_id", "id", Fidelity.EXACT, []),
        ("rest", "velo", "id", "_id", Fidelity.EXACT, []),
        ("velo", "frontend", "_id", "slug", Fidelity.EXACT, []),
        ("frontend", "velo", "slug", "_id", Fidelity.LOSSY, ["slug-not-guid"]),
        ("velo", "frontend", "image.imageInfo", "src", Fidelity.EXACT, []),
        ("velo", "frontend", "video.videoInfo", "src", Fidelity.EXACT, []),
        (
            "velo",
            "rest",
            "image.imageInfo",
            "image.imageInfo",
            Fidelity.LOSSY,
            ["watermark-dropped", "address-part-dropped"],
        ),
        (
            "rest",
            "velo",
            "image.imageInfo.width",
            "image.imageInfo",
            Fidelity.LOSSY,
            ["external-image-details-dropped"],
        ),
        (
            "rest",
            "velo",
            "image.imageInfo.altText",
            "image.imageInfo",
            Fidelity.LOSSY,
            ["alt-text-dropped", "alt-text-as-filename", "external-image-details-dropped"],
        ),
        ("rest", "frontend", "link.text", None, Fidelity.LOSSY, ["link-text-dropped"]),
        ("rest", "frontend", "image.focalPoint.x", None, Fidelity.LOSSY, ["focal-point-dropped"]),
        ("rest", "frontend", "secondaryMedia.text.html", None, Fidelity.LOSSY, ["secondary-media-dropped"]),
        ("rest", "velo", "link.target", "link.target", Fidelity.EXACT, []),
        ("frontend", "rest", "target", "link.target", Fidelity.LOSSY, ["link-details-dropped"]),
        ("velo", "frontend", "text.html", None, Fidelity.IMPOSSIBLE, ["text-item-dropped"]),
        ("rest", "velo", "text.html", "text.html", Fidelity.EXACT, []),
        ("rest-legacy", "rest", "mediaOwner", None, Fidelity.LOSSY, ["unknown-field-dropped"]),
        ("rest-legacy", "frontend", "tags.tags", None, Fidelity.LOSSY, ["tags-dropped"]),
    ],
)
def test_what_becomes_of_a_field(
    source: str, target: str, field: str, *, becomes: str | None, expected: Fidelity, names: list[str]
) -> None:
    """A field is exact, lossy or impossible, with its name in the target and the codes."""
    row = fate(source, target, field)

    assert (becomes, expected) == (row.target, row.fate)
    assert sorted(rule(name).code for name in names) == list(row.codes)


def test_fields_of_one_name_are_told_apart_by_kind() -> None:
    """What one key becomes may depend on the kind of the item."""
    rows = [row for row in pair("frontend", "velo").item if row.source == "src"]

    assert [("IMAGE", "image.imageInfo"), ("VIDEO", "video.videoInfo")] == [
        (row.kind, row.target) for row in rows
    ]


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_codes_and_fates_agree(source: str, target: str) -> None:
    """What is exact has a place and no codes, what is not has codes, and every code says what is lost."""
    rows = (*pair(source, target).item, *pair(source, target).gallery)

    assert [] == [row for row in rows if (row.fate is Fidelity.EXACT) is bool(row.codes)]
    assert [] == [row for row in rows if row.fate is Fidelity.EXACT and row.target is None]
    assert all(rule(code).loses for row in rows for code in row.codes)


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_every_field_of_the_source_is_there(source: str, target: str) -> None:
    """No row of the source's table is forgotten but objects around others, and what follows from others."""
    table = DIALECTS[source].item
    inner = {row.wire for row in table.rows if row.codec.table is not None and row.field in table.classes}
    wires = {row.source for row in pair(source, target).item}
    leaves = {
        row.wire
        for row in table.rows
        if (row.field not in table.classes or row.codec.expands) and not (row.codec.derives and not row.field)
    }

    assert set() == leaves - inner - wires
    assert all(any(wire.startswith(f"{each}.") or wire == each for wire in wires) for each in inner)


def losses(run: Run) -> Iterator[tuple[str, str, str]]:
    """Every loss of a declared field of an item: the source's dialect, the field in the model, the code."""
    for place, found in run.findings.placed():
        around = (each for each in run.reads if place[: len(each.subject.place)] == each.subject.place)
        read = next(around, None)
        if read and read.dialect and rule(found.code).loses and found.severity.value != "error":
            field = _field(read, place[len(read.subject.place) :])
            # A value that the strict reading refuses is lost whatever its field is.
            off = found.code.startswith("S") or found.code in ("M102", "M103") or _is_no_json(found)
            if field is not None and not (off or _is_undeclared(field, found.code)):
                yield read.dialect.name, field, found.code


def _field(read: Read, inside: Place) -> str | None:
    item = read.model or read.left
    if item is None or read.dialect is None:
        return None
    kind = read.dialect.kind(as_object(read.subject.raw, read.dialect))
    settled = moved_from(inside, item.origin.moves) if item.origin else inside
    trace = trace_of(read.dialect.item, settled, kind, item)
    return trace.field if trace.declared else None


def _is_undeclared(field: str, code: str) -> bool:
    """Whether a finding is about a key that nobody declares, in an element of a list."""
    return code == "L125" and field in ("video.clip.posters", "video.clip.resolutions")


def _is_in(field: str, around: str) -> bool:
    return f"{field}.".startswith(f"{around}.")


def _is_no_json(found: gl.Diagnostic) -> bool:
    """NaN as a number is lost in any JSON, whatever the field."""
    return found.name == "non-finite-number" and isinstance(found.value, float)


def _options(path: Path) -> dict[str, Any]:
    options = path.with_name("options.json")
    return json.loads(options.read_text("utf-8")) if path.name == "input.json" and options.exists() else {}


@pytest.mark.parametrize("target", writable())
def test_conversions_lose_no_more_than_the_table_says(target: str) -> None:
    """Every loss that the corpus shows is in the row of its field."""
    seen: set[tuple[str, str, str]] = set()
    for path in DOCUMENTS:
        source = _options(path).get("source", "auto")
        run = Run(json.loads(path.read_text("utf-8")), ConvertOptions(target=target, source=source))
        run.convert()
        # What the schema of the source does not describe, and what cannot be read, has no row.
        seen |= {each for each in losses(run) if each[0] != target and not rule(each[2]).stays}

    assert [] == [
        (source, field, code)
        for source, field, code in sorted(seen)
        if not any(code in row.codes for row in pair(source, target).item if _is_in(row.field, field))
    ]
    assert len(seen) > 5


#: What a verdict leaves open: a value that is lost is ``dropped``, whatever else becomes of it.
_POSSIBLE = {
    Verdict.KEPT: {*Fate} - {Fate.DROPPED},
    Verdict.SOMETIMES: {*Fate},
    Verdict.ALWAYS: {Fate.DROPPED},
    Verdict.LEFT_OUT: {Fate.DROPPED},
}
#: Dialects in which a key has one meaning: in the others it may be another spelling of a field.
_PLAIN = ("velo", "rest", "frontend")


def row_of(pointer: str, kind: Kind | None, fates: DialectPair) -> FieldFate | None:
    """The row of the field in which the value at *pointer* lies, of an item of a list."""
    path = ".".join(step for step in pointer.split("/")[2:] if not step.isdigit())
    around = [row for row in fates.item if _is_in(path, row.source) and row.kind in (None, kind)]
    return max(around, key=lambda row: (len(row.source), row.kind is not None), default=None)


def is_fair(row: LedgerRow, value: Any) -> bool:
    """Whether what became of a value is that of its field: it says something, and is fit for the field."""
    nothing = ("null", "NaN", "nan", "Infinity")
    says = value not in (None, "", [], {}) and str(value).lstrip("-") not in nothing
    return says and not (row.code or "").startswith(("S", "R", "M", "X"))


def surprises(items: list[Any], source: str, target: str) -> Iterator[str]:
    """What became of values of *items*, where the table says something else."""
    result, fates = gl.convert(items, source, target), pair(source, target)
    refused = {found.pointer.split("/")[1] for found in result.diagnostics if found.severity.value == "error"}
    for row in result.ledger:
        number = row.pointer.split("/")[1]
        told = row_of(row.pointer, DIALECTS[source].kind(items[int(number)]), fates)
        if (
            told is None
            or number in refused
            or (row.code == "L101" and told.verdict is not Verdict.LEFT_OUT)
            or not is_fair(row, resolve(items, row.pointer))
        ):
            continue
        if row.fate not in _POSSIBLE[told.verdict]:
            yield f"{row.pointer} is {told.verdict.value}, and was {row.fate.value} ({row.code})"
        if told.verdict is Verdict.LEFT_OUT and row.code != "L101":
            yield f"{row.pointer} is of an item that is left out, and was told as {row.code}"


@pytest.mark.parametrize(("source", "target"), [each for each in PAIRS if each[0] in _PLAIN])
@given(data=st.data())
def test_verdicts_are_what_happens(source: str, target: str, data: st.DataObject) -> None:
    """A field that is kept is never lost, one that is always lost never arrives, whatever an item holds."""
    items = data.draw(st.lists(READ[source], min_size=1, max_size=3))

    assert [] == [*surprises(items, source, target)]


def test_a_place_in_the_list_saves_a_sort_order() -> None:
    """It is lost only where it says something else than the order does, and so are defaults."""
    verdicts = {row.source: row.verdict for row in pair("velo", "frontend").item}

    assert {Verdict.SOMETIMES} == {
        verdicts[name]
        for name in ("sortOrder", "link.target", "link.type", "image.focalPoint.x", "tags.values")
    }
    assert {Verdict.ALWAYS} == {verdicts[name] for name in ("link.text", "image.exif", "_createdDate")}


def test_json_has_words_for_its_codes() -> None:
    """Programs get the table with the name of every code, and when it is said."""
    table = json.loads(json.dumps(to_dict()))
    codes = {
        code for each in table["pairs"] for row in (*each["item"], *each["gallery"]) for code in row["codes"]
    }

    assert codes == set(table["codes"])
    assert "link-text-dropped" == table["codes"]["L102"]["name"]


def test_the_page_is_up_to_date() -> None:
    """What the docs show is what the tables say; ``python docs/generate.py`` writes it."""
    assert to_markdown() == PAGE.read_text("utf-8")


def test_the_page_leads_to_the_codes() -> None:
    """Every link of the page leads to a heading of the page of codes."""
    page = (PAGE.parent / "losses.md").read_text("utf-8")
    codes = {code for each in loss_table() for row in (*each.item, *each.gallery) for code in row.codes}

    assert all(f"\n## {code} {rule(code).name}\n" in page for code in codes)


@pytest.mark.parametrize(
    ("field", "becomes", "expected"),
    [
        ("text.html", "html", Fidelity.EXACT),
        ("text.css", "style", Fidelity.EXACT),
        ("image.focalPoint.x", "settings.focalPoint", Fidelity.LOSSY),  # if the other number is missing
        ("link.target", "target", Fidelity.LOSSY),  # if there is no address
        ("link.text", None, Fidelity.LOSSY),
    ],
)
def test_the_viewer_has_a_table_of_its_own(field: str, becomes: str | None, expected: Fidelity) -> None:
    """In which texts are no loss."""
    rows = pair("velo", "frontend", "viewer").item
    (row,) = [each for each in rows if each.source == field]

    assert (becomes, expected) == (row.target, row.fate)
    assert "text-item-dropped" not in {
        code for each in pair("velo", "frontend", "viewer").item for code in each.codes
    }
    assert {"frontend"} == {each.target for each in loss_table() if each.profile == "viewer"}
