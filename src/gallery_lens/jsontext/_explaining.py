"""Explanations of text that is not JSON, in terms of its format."""

import json
import re
from typing import Final

from gallery_lens.jsontext._values import NotJson, not_json_at
from gallery_lens.late import late

#: What was expected, by the parser's own word for it.
_EXPECTED: Final = {
    "Expecting value": "a value",
    "Expecting property name enclosed in double quotes": "a key in double quotes",
    "Expecting ',' delimiter": "a comma or a closing bracket",
    "Expecting ':' delimiter": "a colon",
}

_WRITE_AGAIN: Final = "Write it with a JSON library, such as JSON.stringify."
_CUT_OFF: Final = "It was cut off: export it again."

#: What is wrong otherwise, and what to do about it.
_OTHERWISE: Final = {
    "Extra data": (
        "further text follows the document",
        "If it holds one value per line, name it .ndjson or say --input-format ndjson.",
    ),
    "Invalid control character at": ("a text holds a bare control character", _WRITE_AGAIN),
    "Invalid \\escape": ("a text holds a backslash that escapes nothing", _WRITE_AGAIN),
    "Invalid \\uXXXX escape": ("a text holds a \\u without four hexadecimal digits", _WRITE_AGAIN),
}

#: What people write instead of JSON: how it begins, and what to do about it.
_LOOKALIKES: Final = {
    "'": "JSON has double quotes only.",
    "/": "JSON has no comments.",
    "#": "JSON has no comments.",
    "<": "This looks like a web page: was an error page saved instead of the answer?",
    "eyJ": "This looks like a webhook's token: decode its middle part, which is JSON in base64.",
    "undefined": "JSON has no undefined: write null, or leave the key out.",
    "object Object": "An object was turned into text: write it with JSON.stringify.",
    "None": "JSON has null, true and false: write it with json.dumps.",
    "True": "JSON has null, true and false: write it with json.dumps.",
    "False": "JSON has null, true and false: write it with json.dumps.",
}

_WORD: Final = late(r"\w{1,20}|.", re.DOTALL)


def explain(error: json.JSONDecodeError, text: str) -> NotJson:
    """Return the explanation of the parser's *error*, and its remedy."""
    # Newer Pythons point at a trailing comma, older ones at the bracket after it.
    head = text[: error.pos + 1].rstrip("]} \t\r\n")
    if head.endswith(",") and text[len(head) :].lstrip()[:1] in ("]", "}"):
        problem = "a comma stands before a closing bracket"
        return not_json_at(text, len(head) - 1, problem, "Remove the comma.")
    if error.msg.startswith("Unterminated string"):
        return not_json_at(text, error.pos, "it ends inside the quotes that open here", _CUT_OFF)
    if expected := _EXPECTED.get(error.msg):
        found = _WORD.match(text, error.pos)
        if found is None or not text[error.pos :].strip():
            return not_json_at(text, len(text.rstrip()), f"it ends where {expected} was expected", _CUT_OFF)
        stands = json.dumps(found[0], ensure_ascii=False)
        problem = f"{expected} was expected, but {stands} stands there"
        likely = (help for start, help in _LOOKALIKES.items() if text.startswith(start, error.pos))
        return not_json_at(text, error.pos, problem, next(likely, _WRITE_AGAIN))
    problem, help = _OTHERWISE.get(error.msg.rstrip(": "), (error.msg.lower(), _WRITE_AGAIN))
    return not_json_at(text, error.pos, problem, help)
