"""A view and a sidecar of two runs are not taken for a pair."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from command import CLEAN, Run
from gallery_lens import api, schemas
from gallery_lens.errors import SidecarError

GALLERIES: dict[str, Any] = {
    "galleries": [
        {"_id": "one", "name": "One", "items": [{**CLEAN, "tags": {"tags": ["a"]}}]},
        {"_id": "two", "name": "Two", "items": []},
    ]
}


def _converted(document: Any, **options: Any) -> api.Result:
    return api.convert(document, sidecar=True, **options)


def _later() -> dict[str, Any]:
    later = copy.deepcopy(GALLERIES)
    later["galleries"][1]["items"] = [{**CLEAN, "title": "Added on the server"}]
    return later


def test_a_list_of_galleries_has_the_key_of_its_sidecar() -> None:
    result = _converted(GALLERIES)
    sidecar: Any = result.sidecar

    assert {sidecar["view"]["pair"]} == {each["pair"] for each in result.value}
    assert schemas.validator("frontend-galleries").is_valid(result.value)
    assert schemas.validator("sidecar").is_valid(sidecar)


def test_the_key_hangs_on_document_options_and_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same input gives the same bytes; any other input another key."""

    def key(document: Any, **options: Any) -> str:
        return str(_converted(document, **options).value[0]["pair"])

    keys = [key(GALLERIES), key(_later()), key(GALLERIES, order="sort-order"), key(GALLERIES, source="velo")]
    again = key(copy.deepcopy(GALLERIES))
    monkeypatch.setattr("gallery_lens.lens.sidecar.__version__", "99.0")
    keys.append(key(GALLERIES))

    assert again == keys[0]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("document", [CLEAN, [CLEAN], {"items": [CLEAN]}, {"gallery": {"items": [CLEAN]}}])
def test_a_view_without_room_has_none(document: Any) -> None:
    assert api.convert(document).value == _converted(document).value


def test_nor_has_a_view_without_sidecar() -> None:
    assert [["galleryId", "name", "items"]] * 2 == [list(each) for each in api.convert(GALLERIES).value]


def test_a_pair_is_restored() -> None:
    result = _converted(GALLERIES)
    restored = api.restore(result.value, result.sidecar)

    assert (GALLERIES, ()) == (restored.value, restored.diagnostics)


def test_a_view_and_a_sidecar_of_two_runs_are_refused() -> None:
    """The reproduction: what was added on the server was taken back, and nothing was said of it."""
    view, sidecar = _converted(GALLERIES).value, _converted(_later()).sidecar
    with pytest.raises(SidecarError, match="not written by the same run") as refused:
        api.restore(view, sidecar)

    assert "foreign" == refused.value.reason


def test_a_gallery_that_is_new_in_the_view_needs_no_key() -> None:
    result = _converted(GALLERIES)
    view = [*result.value, {"name": "Three", "items": []}]

    assert ["One", "Two", "Three"] == [
        each["name"] for each in api.restore(view, result.sidecar).value["galleries"]
    ]


def test_a_sidecar_of_an_earlier_version_has_none() -> None:
    """It is restored all the same."""
    from gallery_lens.lens.sidecar import digest

    result = _converted(GALLERIES)
    sidecar: Any = copy.deepcopy(result.sidecar)
    del sidecar["view"]["pair"]
    body = {key: value for key, value in sidecar.items() if key != "digest"}

    assert api.restore(result.value, body | {"digest": digest(body)}).value == GALLERIES


def test_the_view_is_not_changed() -> None:
    result = _converted(GALLERIES)
    view = copy.deepcopy(result.value)
    api.restore(view, result.sidecar)

    assert result.value == view


def test_the_command_writes_and_checks_it(run: Run, tmp_path: Path) -> None:
    for name, document in (("old", GALLERIES), ("new", _later())):
        (tmp_path / f"{name}.json").write_text(json.dumps(document))
        out, sidecar = tmp_path / f"{name}.view.json", tmp_path / f"{name}.side.json"
        assert 0 == run("convert", tmp_path / f"{name}.json", "-o", out, "--sidecar", sidecar).code
    good = run("restore", tmp_path / "old.view.json", "--sidecar", tmp_path / "old.side.json")
    bad = run("restore", tmp_path / "old.view.json", "--sidecar", tmp_path / "new.side.json")

    assert (0, GALLERIES) == (good.code, good.data)
    assert (2, b"") == (bad.code, bad.out)
    assert "not written by the same run" in " ".join(bad.err.split())


@pytest.mark.parametrize(
    "document",
    [
        [{"itemId": "a", "metaData": {"type": 1}}, [{"gallery": {"items": []}}]],
        {"name": "x", "items": {"0": {**CLEAN, "gallery": {"galleries": [{"items": [CLEAN]}]}}}},
        {"createdEvent": {"entity": 0}},
        {"data": {"item": {"title": "x", "image": 7}}, "metadata": {}},
    ],
)
def test_an_untouched_view_gives_its_document_back(document: Any) -> None:
    """Whatever that is: what fuzzing found was restored with less, or spelled in another way."""
    result = _converted(document)
    if result.sidecar is not None:
        assert document == api.restore(result.value, result.sidecar).value
