"""Dates as pages print them, never more precise than printed.

Only days of the calendar count: 30 February, month 13 and hour 24:60 are
passed over. Two-digit years and day-first dates are read where the shape
leaves one meaning (`05.03.2014` has dots and the year last; `05/03/2014` is
ambiguous and passed over unless one number exceeds 12).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_CLOCK = (
    r"(?:[T ,，]{0,3}(?:[(（\[][^()（）\[\]]{1,6}[)）\]]\s?)?(?P<half>오전|오후|上午|下午|晚上|AM|PM|am|pm)?\s?"
    r"(?<!\d)(?P<hour>\d{1,2})\s?[:：시时時]\s?(?P<minute>\d{2})(?!\d)(?:\s?[:：분分]\s?(?P<second>\d{2})(?!\d))?[초秒분分]?"
    r"(?:[.]\d{1,9})?\s?(?P<half_after>AM|PM|am|pm|a\.m\.|p\.m\.)?"
    r"\s?(?P<zone>Z\b|[+-]\d{2}:?\d{2}(?!\d)"
    r"|\(?(?:GMT|UTC|KST|BJT|CST|HKT|Beijing time)\b(?:\s?[+-]\d{1,2}(?::?\d{2})?)?)?)?"
)
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_YEAR_FIRST = re.compile(
    r"(?<![\d.,/-])(?P<year>(?:19|20|21)\d{2})\s?(?P<sign>[-./年년－])\s?(?P<month>\d{1,2})\s?[-./月월－]\s?"
    r"(?P<day>\d{1,2})(?!\d)\s?[日일.]?" + _CLOCK
)
_DAY_FIRST = re.compile(
    r"(?<![\d.,/-])(?P<day>\d{1,2})(?P<sign>[./-])(?P<month>\d{1,2})(?P=sign)(?P<year>(?:19|20|21)\d{2})(?!\d)"
    + _CLOCK
)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_ENGLISH = (
    re.compile(
        rf"\b{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>(?:19|20|21)\d{{2}})(?!\d)"
        + _CLOCK,
        re.I,
    ),
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]{_MONTH},?[\s-](?P<year>(?:19|20|21)\d{{2}})(?!\d)"
        + _CLOCK,
        re.I,
    ),
)
_SHORT_YEAR = re.compile(r"^(?P<year>\d{2})[-.](?P<month>\d{2})[-.](?P<day>\d{2})(?!\d)" + _CLOCK)
_IN_ADDRESS = (
    re.compile(r"/(?P<year>(?:19|20)\d{2})[-/_](?P<month>\d{2})[-/_]?(?P<day>\d{2})(?!\d)"),
    re.compile(r"/(?P<year>(?:19|20)\d{2})[-/_]?(?P<month>\d{2})[-/_]?(?P<day>\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>20\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:\d{0,12})(?!\d)"),
    re.compile(r"/(?P<year>20\d{2})/(?P<month>\d{1,2})/(?P<day>\d{1,2})/"),
)
_NAMED_ZONES = {"GMT": 0, "UTC": 0, "KST": 9, "BJT": 8, "CST": 8, "HKT": 8, "BEIJING TIME": 8}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in a text: `day` and `clock` are ISO, `offset` as `+08:00`."""

    day: str
    clock: str | None
    offset: str | None
    start: int
    end: int

    def iso(self, zone: str | None) -> str:
        """ISO 8601; a time of day only where its offset is known."""
        offset = self.offset or zone
        if self.clock is None or offset is None:
            return self.day
        return f"{self.day}T{self.clock}{offset}"


def find_dates(text: str) -> list[Stamp]:
    """Dates with year, month and day, in reading order."""
    if _YEAR.search(text) is None:
        return []
    stamps = [stamp for pattern in (_YEAR_FIRST, *_ENGLISH) for stamp in _found(pattern, text)]
    stamps += [stamp for stamp in _day_first(text) if not _overlaps(stamp, stamps)]
    return sorted(stamps, key=lambda stamp: stamp.start)


def _overlaps(stamp: Stamp, others: list[Stamp]) -> bool:
    return any(other.start < stamp.end and stamp.start < other.end for other in others)


def _found(pattern: re.Pattern[str], text: str) -> Iterator[Stamp]:
    for match in pattern.finditer(text):
        stamp = _stamp(match)
        if stamp is not None:
            yield stamp


def _day_first(text: str) -> Iterator[Stamp]:
    for match in _DAY_FIRST.finditer(text):
        stamp = _stamp(match)
        if stamp is None and match["sign"] == "/":
            stamp = _stamp(match, swapped=True)
        elif match["sign"] == "/" and int(match["day"]) <= 12 and match["day"] != match["month"]:
            stamp = None
        if stamp is not None:
            yield stamp


def _stamp(match: re.Match[str], *, swapped: bool = False) -> Stamp | None:
    groups = match.groupdict()
    month, number = _month(groups["month"]), int(groups["day"])
    if swapped:
        month, number = number, month
    year = int(groups["year"])
    day = _day(year + 2000 if year < 100 else year, month, number)
    if day is None:
        return None
    clock = _clock(groups)
    end = match.end() if clock is not None or not groups.get("hour") else match.start("hour")
    return Stamp(day, clock, _offset(groups.get("zone")), match.start(), end)


def _month(printed: str) -> int:
    return int(printed) if printed.isdecimal() else _MONTHS.index(printed[:3].capitalize()) + 1


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _clock(groups: dict[str, str | None]) -> str | None:
    hour_text, minute, second = groups.get("hour"), groups.get("minute"), groups.get("second")
    if hour_text is None or minute is None:
        return None
    half = (groups.get("half") or groups.get("half_after") or "").lower().replace(".", "")
    hour = int(hour_text)
    if half in {"오후", "下午", "晚上", "pm"} and hour < 12:
        hour += 12
    elif half in {"오전", "上午", "am"} and hour == 12:
        hour = 0
    if hour > 23 or int(minute) > 59 or int(second or 0) > 59:
        return None
    return f"{hour:02}:{minute}" + (f":{second}" if second else "")


def _offset(zone: str | None) -> str | None:
    """`+08:00` for `+0800`, `(GMT+8)`, `Beijing time`; None where none is printed."""
    if not zone:
        return None
    named = re.match(r"\(?([A-Za-z ]*)\s?([+-]?)(\d{0,2}):?(\d{0,2})", zone)
    if named is None or zone == "Z":
        return "+00:00"
    hours = _NAMED_ZONES.get(named[1].strip().upper(), 0)
    if named[3]:
        if int(named[3]) > 14:
            return None
        return f"{named[2] or '+'}{int(named[3]):02}:{named[4] or '00'}"
    return f"+{hours:02}:00"


def parse_date(text: str) -> Stamp | None:
    """The date that a field of its own holds (`25-03-04`, ISO, any printed shape)."""
    stripped = text.strip()[:80]
    found = find_dates(stripped)
    if found:
        return found[0]
    match = _SHORT_YEAR.match(stripped)
    return _stamp(match) if match else None


def date_in_address(url: str) -> str | None:
    """The day that an address carries: `/2018-03/02/`, `/20180302/`, `t20240304_88`."""
    for pattern in _IN_ADDRESS:
        for match in pattern.finditer(url[:2000]):
            stamp = _stamp(match)
            if stamp is not None:
                return stamp.day
    return None
