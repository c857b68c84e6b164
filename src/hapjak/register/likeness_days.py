"""When something was, as far as a report says, and under which keys it is looked for.

A report names the day, only the month, or nothing; then it was in the days
before the report. Two windows are compared by how they lie to each other.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

REPORTED_WITHIN = 10  # days
LONGEST = 14  # days of one event that are looked for
FULL = re.compile(r"\d{4}-\d{2}-\d{2}")
MONTH = re.compile(r"\d{4}-\d{2}")


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    REPORTED = "reported"


class Nearness(StrEnum):
    """How two windows lie to each other, the nearest first."""

    SAME_DAY = "same_day"
    SAME_DAYS = "same_days"
    DAY_APART = "day_apart"
    SAME_MONTH = "same_month"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day on which it was, and how that is known."""

    first: date
    last: date
    precision: Precision

    def days(self, more: int = 0) -> list[str]:
        """Its days, and some more on both sides."""
        start, count = self.first - timedelta(more), (self.last - self.first).days + 2 * more
        return [(start + timedelta(n)).isoformat() for n in range(count + 1)]

    def months(self) -> list[str]:
        return list(dict.fromkeys(day[:7] for day in (str(self.first), str(self.last))))


def window_of(day: str, until: str, published: str) -> Window | None:
    """The window of a date as precise as its source; None where nothing says when."""
    if FULL.fullmatch(day) and (first := _parsed(day)):
        last = (_parsed(until) if FULL.fullmatch(until) else None) or first
        return Window(first, max(first, min(last, first + timedelta(LONGEST))), Precision.DAY)
    if MONTH.fullmatch(day) and (first := _parsed(f"{day}-01")):
        length = calendar.monthrange(first.year, first.month)[1]
        return Window(first, first.replace(day=length), Precision.MONTH)
    told = _parsed(published[:10])
    if told is None or (day and not published.startswith(day[:4])):
        return None
    return Window(told - timedelta(REPORTED_WITHIN), told, Precision.REPORTED)


def _parsed(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def nearness(one: Window, other: Window) -> Nearness | None:
    """How two windows lie to each other; None if they are further apart."""
    gap = max((one.first - other.last).days, (other.first - one.last).days)
    kinds = {one.precision, other.precision}
    if kinds == {Precision.DAY}:
        if gap > 1:
            return None
        if gap == 1:
            return Nearness.DAY_APART
        return Nearness.SAME_DAY if one.first == other.first else Nearness.SAME_DAYS
    if gap > 0:
        return None
    return Nearness.REPORTED if Precision.REPORTED in kinds else Nearness.SAME_MONTH


def written(kind: str, window: Window, parties: Iterable[str]) -> list[str]:
    """Keys a record is found under."""
    return list(_keys(kind, parties, _own(window)))


def looked_up(kind: str, window: Window, parties: Iterable[str]) -> list[str]:
    """Keys of records that may be the same."""
    return list(_keys(kind, parties, _others(window)))


def _own(window: Window) -> list[str]:
    months = [f"m{month}" for month in window.months()]
    if window.precision is Precision.MONTH:
        return [*months, f"M{window.months()[0]}"]
    letter = "d" if window.precision is Precision.DAY else "u"
    return [*months, *(letter + day for day in window.days())]


def _others(window: Window) -> list[str]:
    if window.precision is Precision.MONTH:
        return [letter + window.months()[0] for letter in "mM"]
    more = 1 if window.precision is Precision.DAY else 0
    known = [f"d{day}" for day in window.days(more)]
    return [*known, *(f"u{day}" for day in window.days()), *(f"M{m}" for m in window.months())]


def _keys(kind: str, parties: Iterable[str], times: list[str]) -> Iterator[str]:
    for party in dict.fromkeys(parties):
        for time in times:
            yield f"{kind}|{time}|{party}"[:120]
