"""One JSON document from its bytes: quickly if it is plain, with care if it is not."""

import json
from collections.abc import Iterator
from typing import Any, Final

from gallery_lens.diagnostics import Severity
from gallery_lens.jsontext import codec
from gallery_lens.jsontext._values import Note, NotJson, Reading
from gallery_lens.jsontext.duplicates import Repeats, repeats
from gallery_lens.jsontext.encodings import encoding_of, to_text
from gallery_lens.jsontext.limits import MAX_DEPTH, clearly_shallow, long_number, refuse_depth
from gallery_lens.places import Place

#: How many bytes the standard library reads as soon as the codec is imported.
_FEW: Final = 1 << 15


def read(data: bytes, *, depth: int = MAX_DEPTH) -> Reading:
    """Read one JSON document.

    Numbers keep their type and value, NaN and Infinity are read as floats, a lone surrogate is kept. Of a
    key that stands more than once the last value counts, and a note tells of the others.

    Args:
        data: in any of the encodings that JSON comes in.
        depth: how many arrays and objects may stand inside each other.

    Raises:
        NotJson: The text is not JSON, not Unicode, or nested deeper than that.
    """
    if len(data) < _FEW and not codec.is_here():
        return _read_with_care(data, depth)
    try:
        document = codec.decoder()(data)
    except (ValueError, RecursionError):
        return _read_with_care(data, depth)
    if not clearly_shallow(data, depth):
        refuse_depth(data.decode(), depth)
    if repeats(data, document):
        return Reading(document, tuple(Repeats(data.decode()).notes()))
    return Reading(document)


def _read_with_care(data: bytes, depth: int) -> Reading:
    encoding = encoding_of(data)
    text = to_text(data, encoding)
    if not text.strip():
        raise NotJson("it is empty", "Check the export that should have written it.")
    refuse_depth(text, depth)
    try:
        found = Repeats(text)
    except json.JSONDecodeError as error:
        from gallery_lens.jsontext._explaining import explain

        raise explain(error, text) from None
    except ValueError:
        raise long_number(text) from None
    odd = _lone_surrogates(found.document, ())
    return Reading(found.document, (*encoding.notes, *odd, *found.notes()))


def _lone_surrogates(value: Any, place: Place) -> Iterator[Note]:
    if isinstance(value, str):
        yield from _if_surrogate(value, place)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _if_surrogate(key, (*place, key))
            yield from _lone_surrogates(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _lone_surrogates(inner, (*place, index))


def _if_surrogate(text: str, place: Place) -> Iterator[Note]:
    if not _is_unicode(text):
        yield Note(
            place=place,
            problem="half of a surrogate pair stands alone, which is no character",
            help="An emoji was probably cut in two: write the text again.",
            severity=Severity.WARNING,
            value=text,
        )


def _is_unicode(text: str) -> bool:
    """Return whether *text* holds nothing but characters, of which half a surrogate pair is none."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
