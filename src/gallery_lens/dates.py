"""Dates in every form that they are dumped, printed or stored in, read as instants.

What is read comes back as RFC 3339 text in UTC, with the digits of the second that were given, at
least three. A date-time without a zone is taken as UTC.
"""

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final, NamedTuple

from gallery_lens.late import late

#: The form that the schemas describe; its group holds the digits below a second.
RFC_3339: Final = late(
    r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)"
    r"(?:\.([0-9]+))?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
)
#: Below it, a number counts seconds since 1970; above, milliseconds.
_SECONDS_BELOW: Final = 1e11
#: The 27th September of the year 275760, the last day that JavaScript knows, in milliseconds.
_MOST_MILLISECONDS: Final = 8.64e15
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_TIME: Final = (
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,](?P<digits>[0-9]+))?)?"
    r"(?:\s*(?P<half>[ap])m)?"
)
_OFFSET: Final = r"(?P<sign>[+-])(?P<hours>[0-9]{2}):?(?P<minutes>[0-9]{2})?"
_ISO: Final = late(
    rf"(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})"
    rf"(?:(?:T|\s+){_TIME}\s*(?P<zone>Z|UTC|GMT)?(?:{_OFFSET})?)?",
    re.IGNORECASE,
)
_CLOCK: Final = rf"(?:\s+{_TIME})?\s*(?P<zone>Z|UTC|GMT)?(?:{_OFFSET})?(?:\s*\(.*\))?"
_WEEKDAY: Final = r"(?:[a-z]{3,9}\.?,?\s+)?"
_MONTH: Final = r"(?P<month>[a-z]{3,9})\.?"
#: ``Mon Feb 08 2021 13:44:37 GMT+0100 (…)``, as JavaScript prints a ``Date``.
_NAMED: Final = late(
    rf"{_WEEKDAY}{_MONTH}\s+(?P<day>[0-9]{{1,2}}),?\s+(?P<year>[0-9]{{4}}),?{_CLOCK}", re.IGNORECASE
)
#: ``Mon, 08 Feb 2021 13:44:37 GMT``, as its ``toUTCString`` does.
_DAY_FIRST: Final = late(
    rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})[\s-]+{_MONTH}[\s-]+(?P<year>[0-9]{{4}}),?{_CLOCK}", re.IGNORECASE
)
_COUNT: Final = late(r"-?[0-9]{9,14}(?:\.[0-9]+)?")


class Instant(NamedTuple):
    """An instant that was read."""

    text: str  #: RFC 3339 in UTC
    zoned: bool  #: whether a zone was named; a count of seconds has one


class NoDate(ValueError):
    """A value that names no instant; its text says why, as the end of a sentence."""


def read(value: Any) -> Instant:
    """Read a date in any of the forms.

    Raises:
        NoDate: The value names no instant.
    """
    if isinstance(value, Mapping) and set(value) == {"$date"}:  # as MongoDB writes one
        inner = value["$date"]
        if isinstance(inner, Mapping) and set(inner) == {"$numberLong"}:
            inner = inner["$numberLong"]
            if isinstance(inner, str) and re.fullmatch("-?[0-9]{1,16}", inner):
                return _counted(int(inner), milliseconds=True)
        if not isinstance(inner, Mapping):
            return read(inner)
    if isinstance(value, str):
        return _read_text(value.strip())
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise NoDate("it is not a date")
    return _counted(value)


def exists(text: str) -> bool:
    """Return whether the RFC 3339 *text* names an instant."""
    try:
        _read_text(text)
    except NoDate:
        return False
    return True


def in_utc(text: str) -> str | None:
    """Return RFC 3339 *text* in UTC with milliseconds, as JavaScript prints it; None if it names none."""
    try:
        whole, _, digits = _read_text(text).text.removesuffix("Z").partition(".")
    except NoDate:
        return None
    return f"{whole}.{digits[:3]}Z"


def _counted(number: float, *, milliseconds: bool = False) -> Instant:
    if not math.isfinite(number):
        raise NoDate("it is not a number of seconds")
    in_seconds = abs(number) < _SECONDS_BELOW and not milliseconds
    if abs(number) * (1000 if in_seconds else 1) > _MOST_MILLISECONDS:
        raise NoDate("it lies beyond all calendars")
    micro = round(number * 1_000_000) if in_seconds else round(number * 1000)
    try:
        instant = datetime(1970, 1, 1) + timedelta(microseconds=micro)
    except OverflowError:
        raise NoDate("it lies beyond all calendars") from None
    return Instant(_spelled(instant, _digits(f"{instant.microsecond:06}")), zoned=True)


def _read_text(text: str) -> Instant:
    if _COUNT.fullmatch(text):
        return _counted(float(text) if "." in text else int(text))
    found = _ISO.fullmatch(text) or _NAMED.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    if found is None:
        raise NoDate("it is not a date")
    part = found.groupdict()
    month = part["month"]
    if not month.isdigit() and month[:3].lower() not in _MONTHS:
        raise NoDate(f"{month!r} is no month")
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    return _instant(int(part["year"]), number, int(part["day"]), part)


def _instant(year: int, month: int, day: int, part: Mapping[str, str | None]) -> Instant:
    hour, minute, second = (int(part[name] or 0) for name in ("hour", "minute", "second"))
    hours, minutes = int(part["hours"] or 0), int(part["minutes"] or 0)
    if hours > 23 or minutes > 59:
        raise NoDate("no zone is so far away")
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if part["sign"] == "-" else 1)
    # The calendar repeats every 400 years, and Python's knows neither a year 0 nor what is before it.
    shift = 400 if year < 2 else -400 if year > 9998 else 0
    try:
        local = datetime(year + shift, month, day, tzinfo=timezone(offset))
    except ValueError:
        raise NoDate("no calendar has this day") from None
    if part["half"]:
        hour = hour % 12 + 12 * (part["half"] in "pP") if 1 <= hour <= 12 else 99
    ends_day = hour == 24 and not (minute or second or (part["digits"] or "").strip("0"))  # as in ISO 8601
    if not (ends_day or (hour < 24 and minute < 60 and second <= 60)):
        raise NoDate("no clock shows this time")
    instant = (local + timedelta(hours=hour, minutes=minute, seconds=second)).astimezone(UTC)
    if second == 60 and not (instant.day == 1 and (instant.hour, instant.minute) == (0, 0)):
        raise NoDate("no clock shows this time")  # a leap second ends the last day of a month
    zoned = bool(part["zone"] or part["sign"])
    return Instant(_spelled(instant, _digits(part["digits"] or ""), instant.year - shift), zoned)


def _digits(digits: str) -> str:
    return digits.rstrip("0").ljust(3, "0")


def _spelled(instant: datetime, digits: str, year: int | None = None) -> str:
    if not 0 <= (instant.year if year is None else year) <= 9999:
        raise NoDate("it lies beyond all calendars")
    day = f"{instant.year if year is None else year:04}-{instant.month:02}-{instant.day:02}"
    return f"{day}T{instant.hour:02}:{instant.minute:02}:{instant.second:02}.{digits}Z"
