"""Words that the messages of several rules share."""

import json
from typing import Any

from gallery_lens.diagnostics import NO_VALUE
from gallery_lens.model import UNSET


def given(value: Any) -> str:
    """Say what *value* is where something else was hoped for: ``is missing``, ``is null``, ``is ""``."""
    return "is missing" if value is UNSET else f"is {json.dumps(value, ensure_ascii=False)}"


def or_no_value(value: Any) -> Any:
    """Return *value* as a finding carries it: what the source does not say is no value."""
    return NO_VALUE if value is UNSET else value
