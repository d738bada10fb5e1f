"""``jsonschema``: every item checked by the same schema that Gallery Lens ships."""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

from plain import Losses, code_of, compact, run

check = Draft202012Validator(json.loads(Path(sys.argv[3]).read_text()))


def refuse(item: object) -> Losses:
    """The places that the schema refuses."""
    found = ("".join(f"/{step}" for step in error.absolute_path) for error in check.iter_errors(item))
    return [(code_of(pointer), pointer) for pointer in found]


run(json.loads, compact, refuse)
