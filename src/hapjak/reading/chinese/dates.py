"""Dates as Chinese reports write them: 3月1日, 5月30至31日, 三月二十一日, 今天, 明年3月.

A date is never more precise than the source. A day without a year takes it
from the day of publication; today (今天) is the day of the dateline
(杭州6月23日电), else the day of publication. 近日 and 日前 say no day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from hapjak.reading.dates import DateMention, resolve
from hapjak.text.patterns import Anchored

DIGITS = {digit: number for number, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
YEAR = r"(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3}"
DAY = Anchored(
    rf"(?:(?P<year>{YEAR}|今|去|明|前)\s?年\s?)?(?:(?P<month>{NUMBER})\s?月(?:份)?\s?)?"
    rf"(?P<day>{NUMBER})\s?(?:）?[日号]\s?(?:（[^（）]{{1,8}}）)?)?"
    rf"(?:[至到~～∼—–-]{{1,2}}\s?(?:(?:{YEAR})年)?(?:(?P<until_month>{NUMBER})\s?月\s?)?(?P<until>{NUMBER})\s?)?"
    r"(?P<unit>(?<=[日号）])|(?<=[日号]\s)|[日号])"
)
MONTH = re.compile(rf"(?P<year>{YEAR}|今|去|明|前)\s?年(?:\s?(?P<month>{NUMBER})\s?月)?")
MAY_DATE = re.compile(r"[日号年天昨]|今[晨晚]")
RELATIVE = re.compile(r"(?:今[天日]|今[晨晚](?![年报]))|(?P<before>昨[天日晚])|(?P<two>前天)")
DATELINE = re.compile(r"(?:电|讯|報道|报道|消息)(?![视话])")
NUMBERED = re.compile(r"(?:[\d.第零每半]|\d，)$")
NO_DAY = re.compile(r"[间内元本报後里子程均]|以[内来]|常|用|益|夜|前以")
YEARS = {"今": 0, "去": -1, "明": 1, "前": -2}
DATED = re.compile(
    rf"(?<![\d年])(?P<month>{NUMBER})月(?P<day>{NUMBER})日(?:电|讯|報道|报道|消息)(?![视话])"
)
WIRED = re.compile("日(?:电|讯|報道|报道|消息)")
SOON = timedelta(days=10)
HEAD = 800  # characters in which a dateline is looked for


def find_dates(text: str, published: str | None) -> list[DateMention]:
    """Days, and years or months that stand without a day, in reading order."""
    return list(_found(text, published)) if MAY_DATE.search(text) else []


@lru_cache(maxsize=64)
def _found(text: str, published: str | None) -> tuple[DateMention, ...]:
    found = [_day(match, published) for match in DAY.finditer(text) if _is_date(text, match)]
    for match in MONTH.finditer(text):
        if not any(d.start <= match.start() < d.end for d in found):
            found.append(DateMention(_month(match, published), None, *match.span()))
    found += [_relative(match, published) for match in RELATIVE.finditer(text)]
    return tuple(sorted(found, key=lambda mention: mention.start))


def today(text: str, published: str | None) -> str | None:
    """The day a report calls today: that of its dateline (6月23日电), else its publication."""
    match = DATED.search(text, 0, HEAD) if WIRED.search(text, 0, HEAD) else None
    if match is None:
        return published
    month, day = (str(number_of(match[name])) for name in ("month", "day"))
    return _resolved(None, month, day, published) or published


def _is_date(text: str, match: re.Match[str]) -> bool:
    """A dateline's day (12日电), a length of time and a number of something are no dates."""
    before = text[match.start() - 1 : match.start()]
    if NUMBERED.search(text, max(0, match.start() - 2), match.start()):
        return False
    if DATELINE.match(text, match.end()):
        return False
    if match["month"]:
        return True
    spelled = not match["day"].isdigit() and before not in ("（", "", "，", "于")
    return not (spelled or NO_DAY.match(text, match.end()))


def _day(match: re.Match[str], published: str | None) -> DateMention:
    year = _year(match["year"], published)
    month = match["month"] and str(number_of(match["month"]))
    first = _resolved(year, month, str(number_of(match["day"])), published)
    until = None
    if match["until"] and first:
        until_month = match["until_month"] and str(number_of(match["until_month"]))
        until = resolve(
            first[:4], until_month or first[5:7], str(number_of(match["until"])), published
        )
    end = match.start() + len(match[0].rstrip())
    return DateMention(first, until, match.start(), end)


def _resolved(year: str | None, month: str | None, day: str, published: str | None) -> str | None:
    """The ISO day. A day soon after the page's own date is of the same year: pages are dated early."""
    if year is None and month and published and len(published) >= 10:
        soon = resolve(published[:4], month, day, published)
        late = (date.fromisoformat(published[:10]) + SOON).isoformat()
        if soon and published[:10] < soon <= late:
            return soon
    return resolve(year, month, day, published)


def _month(match: re.Match[str], published: str | None) -> str | None:
    year = _year(match["year"], published)
    if year is None or match["month"] is None:
        return year
    month = number_of(match["month"])
    return f"{year}-{month:02}" if 1 <= month <= 12 else None


def _year(words: str | None, published: str | None) -> str | None:
    """今 and 明 count from the day of publication; 二〇一八 is 2018."""
    if words is None or words.isdigit():
        return words
    if words in YEARS:
        return str(int(published[:4]) + YEARS[words]) if published else None
    return "".join(str(DIGITS[digit]) for digit in words)


def _relative(match: re.Match[str], published: str | None) -> DateMention:
    value = None
    if published and len(published) >= 10:
        back = 1 if match["before"] else 2 if match["two"] else 0
        value = (date.fromisoformat(published[:10]) - timedelta(days=back)).isoformat()
    return DateMention(value, None, *match.span())


def number_of(words: str) -> int:
    """12, 十二 and 二十一 as numbers; 0 for what is none."""
    if words.isdigit():
        return int(words)
    tens, ten, ones = words.partition("十")
    if not ten:
        return DIGITS.get(words, 0) if len(words) == 1 else 0
    return 10 * (DIGITS.get(tens, 0) if tens else 1) + (DIGITS.get(ones, 0) if ones else 0)
