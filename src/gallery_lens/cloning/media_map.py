"""A map of media ids: what each file of the old site is called on the new one."""

import contextlib
import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from gallery_lens import media
from gallery_lens.errors import UsageError
from gallery_lens.media import MediaError

#: What a map may be, for people whose map is none.
_FORM: Final = 'a JSON object {"old id": "new id"} or CSV lines old,new'
#: The keys of what the platform answers with when it copies a file to another site.
_TARGETS: Final = ("targetUri", "targetId")


def media_map(given: Any) -> dict[str, str]:
    """Return new ids by old ones.

    Args:
        given: a mapping, or pairs, of ids or media addresses; a new one may be an object with
            ``targetUri`` and ``targetId``.

    Raises:
        UsageError: It is not a map, or one id has two targets.
    """
    if isinstance(given, Mapping):
        given = given.items()
    if not isinstance(given, Iterable) or isinstance(given, str | bytes):
        raise _no_map()
    pairs = list(given)
    if not all(isinstance(pair, tuple | list) and len(pair) == 2 for pair in pairs):
        raise _no_map()
    found: dict[str, str] = {}
    for old, target in pairs:
        known, new = _id(old), _target(old, target)
        if found.setdefault(known, new) != new:
            raise UsageError(
                f"The media map has two targets for {json.dumps(known)}: "
                f"{json.dumps(found[known])} and {json.dumps(new)}. Leave one."
            )
    return found


def read_media_map(data: bytes) -> list[tuple[Any, Any]]:
    """Return the pairs of a map in JSON or CSV, those with the same id included.

    Raises:
        UsageError: It is neither.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"The media map is not UTF-8: write {_FORM}.") from None
    if text.lstrip()[:1] not in ("{", "["):
        return list(_csv_pairs(text))
    try:
        found = json.loads(text, object_pairs_hook=_KeyValues)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"The media map is not JSON ({error}): write {_FORM}.") from None
    if not isinstance(found, _KeyValues):
        raise _no_map()
    return [(old, dict(new) if isinstance(new, _KeyValues) else new) for old, new in found]


class _KeyValues(list[tuple[str, Any]]):
    """The pairs of a JSON object."""


def _csv_pairs(text: str) -> Iterable[tuple[str, str]]:
    first = text.lstrip().partition("\n")[0]
    delimiter = next((each for each in "\t;," if each in first), ",")
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(map(str.strip, row))]
    # A media id has digits; the names of columns have none.
    headed = rows[:1] and not any(each.isdigit() for each in "".join(rows[0]))
    for number, row in enumerate(rows):
        cells = [cell.strip() for cell in row]
        if len(cells) < 2 or not all(cells[:2]):
            raise _no_map(",".join(row))
        if headed and number == 0:
            continue
        yield from ((cells[0], cell) for cell in cells[1:] if cell)


def _target(old: Any, target: Any) -> str:
    if not isinstance(target, Mapping):
        return _id(target)
    ids = {_id(target[key]) for key in _TARGETS if target.get(key)}
    if len(ids) != 1:
        problem = f"two targets ({' and '.join(sorted(ids))})" if ids else "no targetUri and no targetId"
        raise UsageError(f"The media map has {problem} for {json.dumps(old)}: give one media id.")
    return ids.pop()


def _id(given: Any) -> str:
    """Return the media id that *given* is, or that its address names."""
    text = given.strip() if isinstance(given, str) else ""
    named = media.cdn_id(text) or media.video_cdn_id(text)
    with contextlib.suppress(MediaError):
        named = named or media.parse(text).id
    found = named or text.removeprefix("/").removeprefix("media/")
    if not found or "/" in found or ":" in found:
        raise UsageError(f"The media map holds {json.dumps(given)}, which is not a media id: write {_FORM}.")
    return found


def _no_map(line: str = "") -> UsageError:
    where = f" at {json.dumps(line)}" if line else ""
    return UsageError(f"The media map is not a map{where}: write {_FORM}.")
