"""Values that follow each other in one text, as ``jq`` writes them: each is taken like a line of NDJSON."""

from typing import Final

from gallery_lens.jsontext._lines import Line
from gallery_lens.jsontext._values import NotJson
from gallery_lens.jsontext.encodings import encoding_of, to_text
from gallery_lens.late import late

_BLANK: Final = late(r"[ \t\r\n]*")
_LINE_END: Final = late(r"\r\n?|\n")
#: How the values of a stream begin; null stands where a conversion left nothing.
_BEGINNINGS: Final = ("{", "[", "null")


def read_stream(data: bytes) -> list[Line] | None:
    """Return the values of a text that holds several, as lines with the number of the one each begins in.

    What follows the last value and is none is a line as well. None for any other text: several are two,
    one of them an object or a list.
    """
    import json

    encoding = encoding_of(data)
    try:
        text = to_text(data, encoding)
    except NotJson:
        return None
    decode, found = json.JSONDecoder().raw_decode, list[tuple[int, int]]()
    start = _after_blanks(text, 0)
    while text.startswith(_BEGINNINGS, start):
        try:
            end = decode(text, start)[1]
        except (ValueError, RecursionError):
            break
        found.append((start, end))
        start = _after_blanks(text, end)
    if len(found) < 2 or all(text[start] == "n" for start, _ in found):
        return None
    rest = [(start, len(text))] if start < len(text) else []
    lines = _numbered(text, [*found, *rest])
    lines[0] = Line(lines[0].number, lines[0].data, encoding.notes, lines[0].blanks)
    return lines


def _after_blanks(text: str, start: int) -> int:
    found = _BLANK.match(text, start)
    return found.end() if found else start


def _numbered(text: str, spans: list[tuple[int, int]]) -> list[Line]:
    lines, number, begin, seen = list[Line](), 1, 0, 0
    for start, end in spans:
        for found in _LINE_END.finditer(text, seen, start):
            number, begin = number + 1, found.end()
        seen = start
        data = text[start:end].rstrip().encode("utf-8", "surrogatepass")
        lines.append(Line(number, data, (), start - begin))
    return lines
