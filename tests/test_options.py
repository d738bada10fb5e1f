"""What decides what becomes of a document: one value, made alike by all that convert."""

import inspect
import pickle
from typing import Any, get_args

import attrs
import pytest

import gallery_lens as gl
from gallery_lens import schemas
from gallery_lens.cli.convert.command import command
from gallery_lens.cli.convert.options import ConvertCommandOptions
from gallery_lens.dialects import DIALECTS, writable
from gallery_lens.options import STORED, ConvertOptions, asked, checked, from_stored, stored
from gallery_lens.words import FLAGS, SOURCES, TARGETS, DialectName, SeverityName

FIELDS = {field.name: field for field in attrs.fields(ConvertOptions)}
#: The fields that no flag of the command makes by its name.
OTHERS = {"source", "target", "keeps_sidecar"}


def test_the_words_are_the_dialects() -> None:
    """Those that there are, and those that are written."""
    assert set(DIALECTS) == set(get_args(DialectName)) == set(SOURCES[1:])
    assert set(writable()) == set(TARGETS)
    assert [each.value for each in gl.Severity] == [*get_args(SeverityName)]


def test_every_flag_is_a_field_with_the_same_default() -> None:
    """Nothing is said twice in two ways."""
    assert FIELDS.keys() - OTHERS == FLAGS.keys()
    for name, flag in FLAGS.items():
        silent = None if flag.metavar else False
        assert FIELDS[name].default == (flag.words[0] if flag.words else silent)


def test_the_command_takes_every_flag() -> None:
    """And hands them on as they are."""
    given = {parameter.name: parameter for parameter in command.params}

    assert given.keys() > FLAGS.keys()
    options = ConvertCommandOptions(order="sort-order", sidecar="a.json", source="velo")
    assert ConvertOptions(order="sort-order", keeps_sidecar=True, source="velo") == options.conversion


def test_the_api_takes_every_field() -> None:
    """With the same defaults."""
    parameters = inspect.signature(gl.convert).parameters
    known = {name.removeprefix("keeps_"): field for name, field in FIELDS.items()}

    assert parameters.keys() - {"document", "notes"} == known.keys()
    assert all(parameters[name].default == field.default for name, field in known.items())


def test_a_sidecar_keeps_what_decides_what_the_view_is() -> None:
    """As its schema says, and gives it back."""
    options = ConvertOptions(source="rest", order="sort-order", text_items="extract")

    assert options == from_stored(stored(options))
    assert set(schemas.schema("sidecar")["properties"]["source"]["properties"]) == STORED.keys()


@pytest.mark.parametrize("name", [name for name, flag in FLAGS.items() if flag.words] + ["source", "target"])
def test_words_that_are_none_are_refused(name: str) -> None:
    """With the name of the argument."""
    wrong: Any = {name: "sideways"}

    with pytest.raises(gl.UsageError, match=f"^{name} cannot be 'sideways'"):
        checked(ConvertOptions(**wrong))


def test_they_are_made_once_of_the_same_words() -> None:
    """But for words that cannot be remembered, which are refused as others are."""
    said = {"source": "velo", "as_gallery": True}

    assert asked(**said) is asked(**said) == checked(ConvertOptions(**said))
    assert asked(**said, name="Boats").name == "Boats"
    with pytest.raises(gl.UsageError, match=r"^target cannot be"):
        asked(target=["velo"])
    with pytest.raises(TypeError, match="sideways"):
        asked(sideways=True)


def test_they_travel() -> None:
    """To other processes."""
    options = ConvertOptions(order="sort-order")

    assert options == pickle.loads(pickle.dumps(options))
