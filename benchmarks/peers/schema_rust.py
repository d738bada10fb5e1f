"""``jsonschema-rs``: every item checked by the same schema that Gallery Lens ships."""

import json
import sys
from pathlib import Path

import jsonschema_rs
import msgspec

from plain import Losses, code_of, run

check = jsonschema_rs.Draft202012Validator(json.loads(Path(sys.argv[3]).read_text()))


def refuse(item: object) -> Losses:
    """The places that the schema refuses."""
    if check.is_valid(item):
        return []
    found = ("".join(f"/{step}" for step in error.instance_path) for error in check.iter_errors(item))
    return [(code_of(pointer), pointer) for pointer in found]


run(msgspec.json.Decoder().decode, msgspec.json.Encoder().encode, refuse)
