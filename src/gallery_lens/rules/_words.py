"""Words that the messages of several rules share."""

import json
from typing import Any

from gallery_lens.diagnostics import NO_VALUE
from gallery_lens.model import UNSET


def given(value: Any) -> str:
    """Return a clause that describes an unexpected *value*: ``is missing``, ``is null``, ``is ""``."""
    return "is missing" if value is UNSET else f"is {json.dumps(value, ensure_ascii=False)}"


def or_no_value(value: Any) -> Any:
    """Return *value* as a finding carries it: what the source does not say is no value."""
    return NO_VALUE if value is UNSET else value
