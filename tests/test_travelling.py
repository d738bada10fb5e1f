"""Results that are copied, pickled, handed on; documents that others change meanwhile."""

import copy
import pickle
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import pytest

import gallery_lens as gl
from command import BROKEN, LINKED, TEXT

GUID = "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90"


def gallery() -> dict[str, Any]:
    """A gallery of which a page cannot show everything."""
    return {"_id": GUID, "name": "Rivers", "items": [{**LINKED, "sortOrder": 3}, TEXT, BROKEN]}


COPIES: dict[str, Callable[[Any], Any]] = {
    "copied": copy.copy,
    "copied deeply": copy.deepcopy,
    "pickled": lambda value: pickle.loads(pickle.dumps(value)),
}


@pytest.mark.parametrize("travel", COPIES.values(), ids=COPIES)
class TestCopies:
    """What is a copy says what the original says."""

    def test_of_results(self, travel: Callable[[Any], Any]) -> None:
        """Value, account, and what is made when it is asked for."""
        result = gl.convert(gallery(), "velo")
        other = travel(result)

        assert result == other
        assert (result.value, result.lossless) == (other.value, other.lossless)
        assert result.sidecar == other.sidecar
        assert result.ledger == other.ledger

    def test_of_results_whose_sidecar_is_kept(self, travel: Callable[[Any], Any]) -> None:
        """In a list of galleries it has a key in the view."""
        result = gl.convert({"galleries": [gallery()]}, "velo", sidecar=True)
        other = travel(result)

        assert (result.value, result.sidecar, result.ledger) == (other.value, other.sidecar, other.ledger)

    def test_of_what_was_restored_linted_and_read(self, travel: Callable[[Any], Any]) -> None:
        """They are values, too."""
        result = gl.convert(gallery(), "velo")
        restored = gl.restore(result.value, result.sidecar)

        assert (restored.value, restored.edits) == (travel(restored).value, travel(restored).edits)
        for value in (gl.lint(gallery()), gl.read(gallery()["items"][:2], "velo"), *result.diagnostics):
            assert value == travel(value)


def test_of_another_process() -> None:
    """A pool's workers send results back whole."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        other = pool.submit(gl.convert, gallery(), "velo").result()

    result = gl.convert(gallery(), "velo")
    assert result == other
    assert result.sidecar == other.sidecar
    assert result.ledger == other.ledger


class TestChanges:
    """A document that was changed after it was converted."""

    def test_findings_are_not_made_of_it(self) -> None:
        """Nor is it copied then."""
        document = gallery()
        result = gl.convert(document, "velo")
        document["items"].clear()

        with pytest.raises(gl.UsageError, match="its diagnostics cannot be made any more"):
            _ = result.diagnostics
        with pytest.raises(gl.UsageError, match="ask for the diagnostics before you change it"):
            copy.copy(result)

    @pytest.mark.parametrize("what", ["sidecar", "ledger"])
    @pytest.mark.parametrize("travel", [lambda value: value, *COPIES.values()], ids=["itself", *COPIES])
    def test_nothing_false_is_made_of_it(self, what: str, travel: Callable[[Any], Any]) -> None:
        """The error says how to have it."""
        document = gallery()
        result = gl.convert(document, "velo")
        assert result.diagnostics
        document["items"][0]["title"] = "Changed"

        with pytest.raises(gl.UsageError, match=f"its {what} cannot be made any more"):
            getattr(travel(result), what)

    def test_what_was_made_stays(self) -> None:
        """With ``sidecar=True``, or because somebody asked before."""
        document = gallery()
        early, asked = gl.convert(document, "velo", sidecar=True), gl.convert(document, "velo")
        ledger = asked.ledger
        document["items"].clear()

        assert early.sidecar
        assert gallery() == early.sidecar["document"]
        assert ledger == asked.ledger

    def test_documents_of_other_classes_are_kept_as_they_were(self) -> None:
        """Objects that are more than plain ones."""

        class Title(str):
            __slots__ = ()

        document = OrderedDict(gallery(), name=Title("Rivers"))
        result = gl.convert(document, "velo")
        document["items"].clear()

        assert result.sidecar
        assert gallery() == result.sidecar["document"]
        assert len(result.ledger) > 5
