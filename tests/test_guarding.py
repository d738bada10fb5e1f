"""An exception that nobody foresaw costs its item, and nothing else."""

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from command import CLEAN, VIEW
from gallery_lens import api
from gallery_lens.conversion import items, lone, recognition, run, taking
from gallery_lens.conversion.finding import Finding
from gallery_lens.diagnostics import Severity
from gallery_lens.dialects.dialect import Dialect
from gallery_lens.lens import session
from gallery_lens.linting import examining, stored

CURSED: dict[str, Any] = {**CLEAN, "title": "Cursed"}
Patch = Callable[..., None]


def _is_cursed(value: Any) -> bool:
    wire = getattr(value, "title", None) or (value.get("title") if isinstance(value, dict) else None)
    return bool(wire == "Cursed")


def failing(function: Callable[..., Any], at: int) -> Callable[..., Any]:
    """Return *function*, but failing where its argument number *at* is the cursed item."""

    def wrapped(*arguments: Any, **named: Any) -> Any:
        if _is_cursed(arguments[at]):
            raise ZeroDivisionError("secret words of the gallery")
        return function(*arguments, **named)

    return wrapped


def _check(item: Any, aim: Any) -> Iterator[Any]:
    yield from () if not _is_cursed(item) else [1 // 0]


#: Every step of an item's way, and how to make it fail for the cursed one.
STEPS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "recognize": lambda patch: patch.setattr(recognition, "detect", failing(recognition.detect, 0)),
    "read": lambda patch: patch.setattr(Dialect, "structure", failing(Dialect.structure, 1)),
    "check": lambda patch: patch.setattr(items, "item_checks", lambda *_: (("off-schema", _check),)),
    "write": lambda patch: patch.setattr(Dialect, "unstructure", failing(Dialect.unstructure, 1)),
    "lose": lambda patch: patch.setattr(Dialect, "lost", failing(Dialect.lost, 1)),
}


@pytest.fixture(autouse=True)
def _one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be converted by what was compiled, which takes none of these steps."""
    monkeypatch.setattr(run, "take", lambda *_, **__: None)
    monkeypatch.setattr(lone, "take_one", lambda *_, **__: None)


@pytest.fixture(params=STEPS)
def step(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    STEPS[request.param](monkeypatch)
    return str(request.param)


@pytest.mark.usefixtures("step")
class TestItems:
    """Whatever fails, the neighbours go on."""

    def test_an_item_costs_no_other(self) -> None:
        result = api.convert([CLEAN, CURSED, CLEAN])

        assert [VIEW, VIEW] == result.value
        assert [(1, "R005", Severity.ERROR, "/1")] == [
            (found.item_index, found.code, found.severity, found.pointer) for found in result.diagnostics
        ]
        assert [("/1", ("R005",), CURSED)] == [
            (each.pointer, each.codes, each.item) for each in result.rejects
        ]
        assert not result.lossless

    def test_an_item_alone_is_rejected(self) -> None:
        result = api.convert(CURSED)

        assert (None, 1, 0) == (result.value, len(result.rejects), result.converted)

    def test_a_gallery_keeps_its_other_items(self) -> None:
        document = {"galleries": [{"_id": "a", "items": [CURSED]}, {"_id": "b", "items": [CLEAN]}]}

        assert [[], [VIEW]] == [each["items"] for each in api.convert(document).value]

    def test_lint_says_so_and_nothing_else(self) -> None:
        assert ["R005"] == [found.code for found in api.lint([CLEAN, CURSED, CLEAN]).diagnostics]

    def test_the_message_quotes_nothing_of_the_gallery(self) -> None:
        (found,) = api.convert([CURSED, CLEAN]).diagnostics

        assert "ZeroDivisionError" in found.message
        assert "please report it" in found.message
        assert "secret words" not in str(found.to_dict())

    def test_the_document_is_not_changed(self) -> None:
        document = [CLEAN, CURSED]
        before = copy.deepcopy(document)
        api.convert(document)

        assert before == document

    def test_a_baseline_cannot_know_it(self) -> None:
        assert [None] == [found.fingerprint for found in api.convert([CURSED]).diagnostics]


def _fail(*arguments: Any, **named: Any) -> Any:
    raise KeyError("secret words of the gallery")


def test_a_gallery_that_cannot_be_read_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Dialect, "structure_gallery", failing_for_b(Dialect.structure_gallery))
    document = {"galleries": [{"_id": "a", "items": [CLEAN]}, {"_id": "b", "items": [CLEAN]}]}
    result = api.convert(document)

    assert [{"galleryId": "a", "items": [VIEW]}] == result.value
    assert [("/galleries/1", document["galleries"][1])] == [
        (each.pointer, each.item) for each in result.rejects
    ]


def failing_for_b(function: Callable[..., Any]) -> Callable[..., Any]:
    def wrapped(self: Any, fields: dict[str, Any]) -> Any:
        return _fail() if fields.get("_id") == "b" else function(self, fields)

    return wrapped


def test_what_is_compiled_may_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then all items go one by one, and nothing is lost by it."""
    monkeypatch.setattr(run, "take", taking.take)
    monkeypatch.setattr(lone, "take_one", taking.take_one)
    monkeypatch.setattr(taking, "ENOUGH", 0)
    monkeypatch.setattr(taking, "_conversions", _fail)

    for document, value in (([CLEAN] * 49, [VIEW] * 49), (CLEAN, VIEW)):
        result = api.convert(document)
        assert (value, ()) == (result.value, result.diagnostics)


def test_a_rule_about_galleries_costs_no_item(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "gallery_checks", lambda *_: (("duplicate-id", _fail),))
    result = api.convert({"items": [CLEAN]})

    assert [VIEW] == result.value
    assert [("R005", "")] == [(found.code, found.pointer) for found in result.diagnostics]


def test_a_document_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "unwrap", _fail)
    result = api.convert([CLEAN])

    assert (None, 1, 0, False) == (result.value, result.items, result.converted, result.lossless)
    assert [("", [CLEAN])] == [(each.pointer, each.item) for each in result.rejects]
    assert ["R005"] == [found.code for found in api.lint([CLEAN]).diagnostics]
    assert ["R005"] == [found.code for found in api.lint_text("[]").diagnostics]
    assert api.lint_text("[]").rejected == 1


def test_words_that_cannot_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Finding, "diagnostic", _fail)
    result = api.convert([{**CLEAN, "link": {"url": "/x", "text": "w"}}])

    assert [("R005", "/0/link/text")] == [(found.code, found.pointer) for found in result.diagnostics]


def test_what_lint_looks_at_besides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "_checks", lambda *_: (("date-invalid", _check),))

    assert [("R005", "/1")] == [
        (found.code, found.pointer) for found in api.lint([CLEAN, CURSED]).diagnostics
    ]
    monkeypatch.setattr(examining, "look_as_stored", _fail)
    assert [("R005", "")] == [(found.code, found.pointer) for found in api.lint([CLEAN]).diagnostics]


def test_an_edit_that_cannot_be_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """The item stays as it was, and the others take their edits."""
    given = [{**CLEAN, "_id": f"{number}"} for number in range(2)]
    result = api.convert(given)
    monkeypatch.setattr(session, "put_item", _put_failing(session.put_item))
    view = [{**each, "title": title} for each, title in zip(result.value, ["Cursed", "New"], strict=True)]
    restored = api.restore(view, result.sidecar)

    assert [given[0], {**given[1], "title": "New"}] == restored.value
    assert [("/0", ("R005",))] == [(each.pointer, each.codes) for each in restored.rejects]


def _put_failing(function: Callable[..., Any]) -> Callable[..., Any]:
    def wrapped(original: Any, subject: Any, *rest: Any) -> Any:
        return _fail() if _is_cursed(subject.raw) else function(original, subject, *rest)

    return wrapped


@pytest.mark.parametrize("kind", [None, 7, [], True])
def test_a_type_that_is_no_word_is_refused_with_reasons(kind: Any) -> None:
    """The reproduction: a type of null beside metadata."""
    item = {
        "mediaUrl": "https://static.wixstatic.com/media/a_b.jpg",
        "dataType": kind,
        "photoMetadata": {"width": 800},
    }
    codes = {found.code for found in api.convert([item, CLEAN]).diagnostics}

    assert "R005" not in codes


@pytest.mark.parametrize("event", ["createdEvent", "updatedEvent"])
@pytest.mark.parametrize("entity", [0, "x", [], None])
def test_an_event_without_an_entity_comes_back_as_it_was(event: str, entity: Any) -> None:
    """The reproduction: nothing of it can be read, and nothing of it is lost."""
    document = {event: {"entity": entity}}
    result = api.convert(document)

    if result.sidecar is not None:
        assert document == api.restore(result.value, result.sidecar).value


@pytest.mark.parametrize("odd", [None, 0, "x", [], True])
@pytest.mark.parametrize("target", ["velo", "frontend"])
def test_a_list_of_galleries_with_something_else_in_it(odd: Any, target: str) -> None:
    """What fuzzing found: null beside pages of items ended in an exception."""
    found = api.convert(
        [odd, {"items": [CLEAN], "totalItems": 1}, {"items": [], "totalItems": 1}], target=target
    )

    assert "R005" not in {each.code for each in found.diagnostics}
