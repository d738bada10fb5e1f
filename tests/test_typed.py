"""The types of items and findings as plain dicts follow from the schemas."""

import importlib.util
import sys
from types import ModuleType
from typing import Any, get_type_hints

import pytest
from hypothesis import given

import gallery_lens as gl
import strategies
from checkout import ROOT
from gallery_lens import schemas, typed

GENERATOR = ROOT / "docs" / "typed.py"
pytestmark = pytest.mark.skipif(not GENERATOR.exists(), reason="the generator is not part of the wheel")


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_typed", GENERATOR)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_they_are_made_of_the_schemas() -> None:
    """``make generate`` would write the same."""
    assert _generator().TARGET.read_text("utf-8") == _generator().text()


def test_every_property_of_a_schema_is_a_key() -> None:
    """Of the items, galleries and findings."""
    for name, schema in _generator().CLASSES.items():
        declared = schemas.schema(schema).get("properties", {}).keys()
        assert declared <= get_type_hints(getattr(typed, name)).keys()


@given(document=strategies.velo_items())
def test_findings_have_the_declared_keys(document: dict[str, Any]) -> None:
    """And no others; those that are required are there."""
    for found in gl.convert([document], "velo").diagnostics:
        assert found.to_dict().keys() <= typed.Finding.__annotations__.keys()
        assert typed.Finding.__required_keys__ <= found.to_dict().keys()
