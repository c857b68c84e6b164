"""Dates as English reports write them: May 12, 12 May 2021, March 2018, by 2025."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from hapjak.reading.dates import DateMention, resolve
from hapjak.text.patterns import Anchored

MONTHS = {
    name: number
    for number, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        1,
    )
}
_NAMES = "|".join([*MONTHS, *(f"{name[:3]}[.]?" for name in MONTHS), "sept[.]?"])
ENGLISH = Anchored(
    rf"(?P<m1>{_NAMES})\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?(?:-|–|to|and)\s?(?P<u1>\d{{1,2}}))?(?:,?\s(?P<y1>(?:19|20)\d\d))?\b"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?(?:-|–|to)\s?(?P<u2>\d{{1,2}}))?\s(?:of\s)?(?P<m2>{_NAMES})(?:,?\s(?P<y2>(?:19|20)\d\d))?\b"
    rf"|(?<=\b[Ii]n )(?P<m4>{_NAMES})\b(?!,? \d)"
    rf"|\b(?P<m3>{_NAMES})\s(?P<y3>(?:19|20)\d\d)\b"
    rf"|(?:(?<=\bin )|(?<=\bby )|(?<=\bof )|(?<=\bend )|(?<=\buntil )|(?<=\bsince ))(?P<y4>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


RELATIVE = re.compile(
    r"\b(?P<today>[Tt]oday|[Tt]his (?:morning|afternoon|evening))\b|\b(?P<yesterday>[Yy]esterday)\b"
    r"|(?<!last )(?<!Last )(?<!next )\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?! (?:to|through|until) (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))"
    r"|\bon the (?P<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?:anniversary|session|of))"
)
NUMERIC = re.compile(
    r"(?<![\d./-])(?:(?P<y>(?:19|20)\d\d)[./-](?P<m>\d{1,2})[./-](?P<d>\d{1,2})"
    r"|(?<=\()(?P<sd>\d{1,2})/(?P<sm>\d{1,2})(?=\))"
    r"|(?P<dd>\d{1,2})\.(?P<mm>\d{1,2})\.(?P<yy>(?:19|20)\d\d))(?![\d.:-])"
)
MAY_DATE = re.compile(r"\d|\b[Ii]n (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def find_english_dates(text: str, published: str | None) -> list[DateMention]:
    """All dates in reading order; see `find_dates` for days without a year."""
    return list(_dates(text, published))


@lru_cache(maxsize=64)  # a sentence is asked for its dates by meetings, lines and agreements
def _dates(text: str, published: str | None) -> tuple[DateMention, ...]:
    found: list[DateMention] = []
    if MAY_DATE.search(text):
        coming = bool(COMING.search(text))
        found = [_english(match, published, coming) for match in ENGLISH.finditer(text)]
        found += [_numeric(match, published) for match in NUMERIC.finditer(text)]
    if not any(day.value and len(day.value) == FULL for day in found):
        found += [_relative(match, published) for match in RELATIVE.finditer(text)]
    return tuple(sorted(found, key=lambda mention: mention.start))


COMING = re.compile(
    r"\bwill (?!have been)|\b(?:is|are) (?:to|due|scheduled|set|expected|slated) |\b(?:upcoming|forthcoming)\b"
)
FULL = 10  # characters of a whole day


def _numeric(match: re.Match[str], published: str | None) -> DateMention:
    """2014-03-05, (23/6), and 05.03.2014 with the day first, as mirrored pages of Chinese cities write."""
    if match["sd"]:
        return DateMention(resolve(None, match["sm"], match["sd"], published), None, *match.span())
    year, month, day = (
        match["y"] or match["yy"],
        match["m"] or match["mm"],
        match["d"] or match["dd"],
    )
    return DateMention(resolve(year, month, day, None), None, *match.span())


def _relative(match: re.Match[str], published: str | None) -> DateMention:
    """today, yesterday, Monday, on the 8th: told from the day of publication; else unknown."""
    if not published or len(published) < FULL:
        return DateMention(None, None, *match.span())
    day = date.fromisoformat(published[:FULL])
    if match["day"]:
        return DateMention(resolve(None, None, match["day"], published), None, *match.span())
    back = 1 if match["yesterday"] else 0
    if match["weekday"]:
        back = (day.weekday() - WEEKDAYS.index(match["weekday"])) % 7
    return DateMention((day - timedelta(days=back)).isoformat(), None, *match.span())


def _english(match: re.Match[str], published: str | None, coming: bool) -> DateMention:
    if match["y4"]:
        return DateMention(match["y4"], None, *match.span())
    if match["m4"]:
        return _bare_month(match, published, coming)
    month = _month(match["m1"] or match["m2"] or match["m3"])
    if match["m3"]:
        return DateMention(f"{match['y3']}-{int(month):02}", None, *match.span())
    year = match["y1"] or match["y2"]
    day = match["d1"] or match["d2"]
    first = resolve(
        year or (_next_year(month, day, published) if coming else None), month, day, published
    )
    until = match["u1"] or match["u2"]
    last = resolve(first[:4], month, until, published) if first and until else None
    return DateMention(first, last, *match.span())


def _bare_month(match: re.Match[str], published: str | None, coming: bool) -> DateMention:
    """In May: the last one before the report, or the next where something is to come."""
    if not match["m4"][0].isupper() or not published or len(published) < FULL:
        return DateMention(None, None, *match.span())
    year, month = int(published[:4]), int(_month(match["m4"]))
    report = int(published[5:7])
    year += (month < report) if coming else -(month > report)
    return DateMention(f"{year}-{month:02}", None, *match.span())


def _next_year(month: str, day: str, published: str | None) -> str | None:
    """The year of a day to come: the first that does not put it before the report."""
    if not published or len(published) < FULL:
        return None
    year = int(published[:4])
    return str(year + (f"{int(month):02}-{int(day):02}" < published[5:FULL]))


def _month(name: str) -> str:
    return str(next(number for full, number in MONTHS.items() if full.startswith(name.lower()[:3])))
