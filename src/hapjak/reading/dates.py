"""Dates as Korean and Chinese reports write them: 8월 30일, 2018年3月1日, 21~22일.

A date is never more precise than the source, and a day without a year takes
it from the day of publication: a report tells what has happened, so the
latest year that does not put the day after the report. Where publication is
unknown the day stays unresolved.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from msgspec import Struct

from hapjak.text.patterns import Anchored

DATE = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)\s?[년年]\s?)?"
    r"(?:(?P<month>\d{1,2})\s?[월月份]{1,2}\s?)?"
    r"(?P<day>\d{1,2})\s?(?:[일日号]\s?)?"
    r"(?:\([월화수목금토일]\)\s?)?"
    r"(?P<range>[~～∼\-–—至到]\s?(?:(?P<until_month>\d{1,2})\s?[월月]\s?)?(?P<until>\d{1,2})\s?)?"
    r"(?P<unit>(?<=[일日号]\s)|(?<=[일日号])|[일日号])"
)
MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)\s?[년年]\s?(?:(?P<month>\d{1,2})\s?[월月])?")
NEXT_MONTH = re.compile(r"(?:오는|다음)\s(?P<month>\d{1,2})월(?!\s?\d)")
YEARS = Anchored(r"(?P<this>올해|금년|今年|本年)|(?P<next>내년|래년|명년|明年)")
DIGIT = re.compile(r"\d")
NEWS = timedelta(days=92)
AFTER_DAY = frozenset("간째차정내")  # 30일간: a length of time, no date


class DateMention(Struct, frozen=True):
    """A date with its place. `value` is None where no calendar has it or the year is unknown."""

    value: str | None
    until: str | None
    start: int
    end: int


def long_before(value: str, published: str | None) -> bool:
    """Whether a date lies too far back to be what a report is about.

    A report of January may tell of a meeting in December; a year alone counts
    as its last day. Unknown publication tells nothing.
    """
    try:
        report = date.fromisoformat((published or "")[:10])
        last = date.fromisoformat(f"{value}-12-28"[:10] if len(value) < 10 else value)
    except ValueError:
        return False
    return last < report - NEWS


def find_dates(text: str, published: str | None) -> list[DateMention]:
    """Days, and years or months that stand without a day, in reading order."""
    found = [*_in_digits(text, published), *_relative(text, published)]
    return sorted(found, key=lambda mention: mention.start) if len(found) > 1 else found


def _in_digits(text: str, published: str | None) -> list[DateMention]:
    found: list[DateMention] = []
    if DIGIT.search(text) is None:
        return found
    taken: list[tuple[int, int]] = []
    for match in DATE.finditer(text):
        if _is_other_number(text, match):
            continue
        found.append(_day_mention(match, published))
        taken.append(match.span())
    for match in MONTH.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(DateMention(_month_value(match), None, *match.span()))
    return found


def _relative(text: str, published: str | None) -> list[DateMention]:
    """올해, 明年, 오는 9월: told from the day of publication."""
    if not published:
        return []
    year, month = int(published[:4]), int(published[5:7] or 1)
    found = []
    for match in YEARS.finditer(text):
        found.append(DateMention(str(year + (match["next"] is not None)), None, *match.span()))
    for match in NEXT_MONTH.finditer(text):
        wanted = int(match["month"])
        if 1 <= wanted <= 12:
            then = year if wanted >= month else year + 1
            found.append(DateMention(f"{then}-{wanted:02}", None, *match.span()))
    return found


def _is_other_number(text: str, match: re.Match[str]) -> bool:
    """제18일, 30일간, 2.5일 and the like are no dates."""
    before = text[match.start() - 1 : match.start()]
    return (
        before.isdigit()
        or before in (".", ",", "제", "第")
        or text[match.end() : match.end() + 1] in AFTER_DAY
    )


def _day_mention(match: re.Match[str], published: str | None) -> DateMention:
    end = match.start() + len(match[0].rstrip())
    first = resolve(match["year"], match["month"], match["day"], published)
    until = None
    if match["until"] and first:
        year, month, _ = first.split("-")
        until = resolve(year, match["until_month"] or month, match["until"], published)
    return DateMention(first, until, match.start(), end)


def resolve(year: str | None, month: str | None, day: str, published: str | None) -> str | None:
    """The ISO day, its missing parts taken from the publication; None if there is none."""
    report = date.fromisoformat(published[:10]) if published and len(published) >= 10 else None
    if year and month:
        return _iso(int(year), int(month), int(day))
    if report is None:
        return None
    if month:
        return _latest(
            [_iso(y, int(month), int(day)) for y in (report.year, report.year - 1)], report
        )
    last_month = (report.year, report.month - 1) if report.month > 1 else (report.year - 1, 12)
    months = [(report.year, report.month), last_month]
    return _latest([_iso(y, m, int(day)) for y, m in months], report)


def _latest(days: list[str | None], report: date) -> str | None:
    return next((day for day in days if day and day <= report.isoformat()), None)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month_value(match: re.Match[str]) -> str | None:
    if match["month"] is None:
        return match["year"]
    return f"{match['year']}-{int(match['month']):02}" if 1 <= int(match["month"]) <= 12 else None
