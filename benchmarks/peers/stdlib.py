"""The standard library's JSON and the converter by hand; nothing is checked."""

import json

from plain import compact, run

run(json.loads, compact, lambda item: [])
