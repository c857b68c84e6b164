"""The day of an act in an English sentence.

A dateline (`NANJING, Nov. 8 (Agency) -- `) tells when a report was sent: days of the
week fall near it, without one near the day of the page. The day on which somebody says a thing is not the day of the thing.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from hapjak.reading.cues import Cues
from hapjak.reading.dates import DateMention
from hapjak.reading.sentences import Sentence

DAY = 10  # characters of a whole day
MONTH = 7
DATELINE = re.compile(r"[A-ZÀ-Þ][\w.'’ ,/-]{2,60}?(?: \([\w ./]{2,30}\))? ?(?:--|—|–|:) ")
SAID = re.compile(
    r"\b(?:said|says|announced|reported|stated|revealed|told \w+)(?: in an? [\w ]{2,20})?(?:,? on)? (?:the )?$"
)
DAY_BEFORE = re.compile(r"\b(?:the )?(?:previous day|day before|day earlier)\b")
YEAR = re.compile(r"\d{4}")
Told = tuple[str | None, str | None, str]


def report_day(text: str, cues: Cues, published: str | None) -> str | None:
    """The day in a report's dateline; None where it has none."""
    for line in re.finditer(r"^[^\n]{3,120}", text[:600], re.M):
        match = DATELINE.match(line[0])
        days = [d for d in cues.dates(match[0], published) if _is_day(d)] if match else []
        if days:
            return days[0].value
    return None


def day_told(
    sentence: Sentence,
    act: tuple[int, int],
    cues: Cues,
    published: str | None,
    dateline: str | None,
    planned: bool,
) -> Told | None:
    """When an act was done: day, last day and the words; None where its sentence does not say."""
    line = DATELINE.match(sentence.text)
    skipped = line.end() if line else 0
    text = sentence.text[skipped:]
    mentions = cues.dates(text, dateline or published)
    said = [d for d in mentions if SAID.search(text[: d.start])]
    own = [d for d in mentions if d not in said]
    before = DAY_BEFORE.search(text)
    if before and (day := next(filter(_is_day, said), None)):
        return _shifted(day.value or "", -1), None, before[0]
    place = act[0] - sentence.start - skipped
    days = sorted(filter(_is_day, own), key=lambda d: abs(d.start - place))
    months = [d for d in own if d.value and len(d.value) == MONTH]
    for found in (*days, *months):
        words = text[found.start : found.end]
        if (
            not planned
            and (found.value or "") > (dateline or published or "9")
            and not YEAR.search(words)
        ):
            return _year_before(found.value), _year_before(found.until), words
        return found.value, found.until, words
    if line and dateline:
        sent = next(filter(_is_day, cues.dates(line[0], published)), None)
        return (dateline, None, line[0][sent.start : sent.end]) if sent else None
    return None


def _year_before(day: str | None) -> str | None:
    """The same day a year earlier: what was done is not still to come."""
    return f"{int(day[:4]) - 1}{day[4:]}" if day else None


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _is_day(mention: DateMention) -> bool:
    return mention.value is not None and len(mention.value) == DAY
