"""Dates as South Korean papers write them, told from the day of the paper.

Beyond the common forms: 지난달 25일, 오는 7일, 어제, 12.2(월), 2024.3.5, 7일부터 10일까지,
8일부터 2박 3일.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from hapjak.reading.dates import DateMention
from hapjak.reading.dates import find_dates as find_common

LAST_MONTH = re.compile(
    r"(?P<which>지난달|지난 달|전달|이달|이번 달|다음달|다음 달|내달)\s(?P<day>\d{1,2})일?(?:\s?[~∼～-]\s?(?P<until>\d{1,2})일|일)?(?![\d개])"
)
COMING = re.compile(r"(?:오는|다가오는|돌아오는)\s$")
RELATIVE = re.compile(r"(?<![가-힣])(?P<word>어제|오늘|내일|모레|그제|그저께)(?=[\s(,은의부])")
POINTS = re.compile(
    r"(?<![\d.])(?:(?:(?P<year>(?:19|20)\d\d)|['‘’](?P<short>\d\d))\.\s?)?(?P<month>\d{1,2})\.\s?(?P<day>\d{1,2})\.?(?P<weekday>\s?\([월화수목금토일]\))?(?![\d%℃㎜.도])"
)
UNTIL = re.compile(
    r"(?:\s?\([월화수목금토일]\))?\s?부터\s(?:(?P<month>\d{1,2})월\s)?(?P<day>\d{1,2})일(?:\s?\([월화수목금토일]\))?(?:까지|\s?사이)?|부터\s(?P<nights>\d{1,2})박\s?(?P<days>\d{1,2})일|부터\s(?P<long>\d{1,2})일간"
)
PAST = re.compile(
    r"^(?:한편|앞서|이에 앞서|그동안|지금까지)[,\s]|바 있|(?:지난해|작년|재작년|지난 (?:19|20)\d\d년|[‘’']\d\d년|지난 \d{1,2}월(?! ?\d)|이후)\s?"
    r"|(?:맺은|체결한|결연한|수교한) (?:지|이후|뒤)|(?:맺었던|체결했던)|주년을? 맞은"
)
YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)년(?:부터|에|도|\s)(?! ?\d{0,2}일?까지)")
BARE_MONTH = re.compile(
    r"(?<![\d년~∼-])(?<!년 )(?<!오는 )(?<!다음 )(?P<month>\d{1,2})월(?:에|\s?중|\s?초|\s?말|\s)(?! ?\d)"
)
NIGHTS = re.compile(r"\d박\s?$")  # 3박 4일: how long, not when
BARE_DAY = re.compile(r"(?P<day>\d{1,2})일")
DAY_BEFORE = re.compile(r"(?<![가-힣])전날(?=\s(?!밤|저녁))")
SENTENCES = 256  # of one report, whose dates are kept at hand
WINDOW = 31  # days before the paper in which something told is news
DAYS = {"어제": -1, "오늘": 0, "내일": 1, "모레": 2, "그제": -2, "그저께": -2}


def find_dates(text: str, published: str | None) -> list[DateMention]:
    """All dates of a text in reading order; spans of different forms never overlap."""
    return list(_dates(text, published))


@lru_cache(maxsize=SENTENCES)
def _dates(text: str, published: str | None) -> tuple[DateMention, ...]:
    """Asked for a sentence several times: by its meeting, its instruments and its lines."""
    report = date.fromisoformat(published[:10]) if published and len(published) >= 10 else None
    own = [
        *_of_months(text, report),
        *_points(text, report),
        *_relative(text, report),
        *_bare_months(text, report),
    ]
    taken = [(d.start, d.end) for d in own]
    common = [
        _coming(text, _not_before(text, d, report), report)
        for d in find_common(text, published)
        if not any(a < d.end and d.start < b for a, b in taken)
        and not NIGHTS.search(text[max(0, d.start - 5) : d.start])
    ]
    known = [*own, *common]
    found = [_until(text, d) for d in [*known, *_day_before(text, known, report)]]
    found.sort(key=lambda d: d.start)
    return tuple(d for n, d in enumerate(found) if n == 0 or d.start >= found[n - 1].end)


@lru_cache(maxsize=SENTENCES)
def is_history(text: str, published: str | None) -> bool:
    """Whether a sentence tells of what lies back: long before the paper, or said to be."""
    years = [int(m["year"]) for m in YEAR.finditer(text)]
    this_year = int(published[:4]) if published else None
    earlier = any(this_year is None or year < this_year for year in years)
    if not (earlier or PAST.search(text)):
        return False
    if "이날" in text and not re.search(r"바 있[^.]{0,4}$", text):
        return False
    days = [d.value for d in find_dates(text, published) if d.value and len(d.value) == 10]
    if not published or len(published) < 10 or not days or "바 있" in text:
        return True
    news = date.fromisoformat(published[:10]) - timedelta(WINDOW)
    return max(days) < news.isoformat()


def _of_months(text: str, report: date | None) -> list[DateMention]:
    """지난달 25일: the month is told by that of the paper."""
    found = []
    for match in LAST_MONTH.finditer(text):
        step = {"지": -1, "전": -1, "이": 0}.get(match["which"][0], 1)
        value = _in_month(report, step, int(match["day"]))
        until = _in_month(report, step, int(match["until"])) if match["until"] else None
        found.append(DateMention(value, until, match.start(), match.end()))
    return found


def _in_month(report: date | None, step: int, day: int) -> str | None:
    if report is None:
        return None
    months = report.year * 12 + report.month - 1 + step
    return _iso(months // 12, months % 12 + 1, day)


def _points(text: str, report: date | None) -> list[DateMention]:
    """2024.3.5, '24.3.5, 12.2(월): a bare 3.5 is a figure, so a year or a weekday must stand by."""
    found = []
    for match in POINTS.finditer(text):
        if not (match["year"] or match["short"] or match["weekday"]):
            continue
        year = int(match["year"] or 0) or (2000 + int(match["short"]) if match["short"] else 0)
        if not year and report:
            year = report.year if int(match["month"]) <= report.month else report.year - 1
        value = _iso(year, int(match["month"]), int(match["day"])) if year else None
        found.append(DateMention(value, None, *match.span()))
    return found


def _relative(text: str, report: date | None) -> list[DateMention]:
    if report is None:
        return []
    return [
        DateMention((report + timedelta(DAYS[m["word"]])).isoformat(), None, *m.span())
        for m in RELATIVE.finditer(text)
    ]


def _bare_months(text: str, report: date | None) -> list[DateMention]:
    """10월에, 10월 중: a month of the paper's year, where no day follows."""
    if report is None:
        return []
    return [
        DateMention(f"{report.year}-{int(m['month']):02}", None, *m.span())
        for m in BARE_MONTH.finditer(text)
        if 1 <= int(m["month"]) <= 12
    ]


def _not_before(text: str, mention: DateMention, report: date | None) -> DateMention:
    """31일 on 30 October: the month before has no such day, so it lies ahead."""
    day = BARE_DAY.fullmatch(text, mention.start, mention.end)
    if mention.value or report is None or day is None:
        return mention
    back = 2 * text[: mention.start].endswith("지난 ")  # 지난 31일 on 1 May is of March
    months = report.year * 12 + report.month - 1 - back
    value = _iso(months // 12, months % 12 + 1, int(day["day"]))
    return DateMention(value, None, mention.start, mention.end)


def _day_before(text: str, known: list[DateMention], report: date | None) -> Iterator[DateMention]:
    """24일 협의회에 따르면 … 전날: the day before the one told, or before the paper."""
    for match in DAY_BEFORE.finditer(text):
        told = [d.value for d in known if d.start < match.start() and d.value]
        days = [date.fromisoformat(value) for value in told if len(value) == 10]
        day = days[-1] if days else report
        if day is not None:
            yield DateMention((day - timedelta(1)).isoformat(), None, *match.span())


def _coming(text: str, mention: DateMention, report: date | None) -> DateMention:
    """오는 7일 lies ahead: the next such day from the paper on."""
    if report is None or mention.value is None or len(mention.value) != 10:
        return mention
    if not COMING.search(text[max(0, mention.start - 6) : mention.start]):
        return mention
    first, until = ahead(mention.value, report), mention.until
    return DateMention(first, ahead(until, report) if until else None, mention.start, mention.end)


def ahead(value: str, report: date) -> str:
    """The same day of the month, or of the year, not before the paper."""
    told = date.fromisoformat(value)
    steps = range(0, 13)
    for step in steps:
        months = told.year * 12 + told.month - 1 + step
        moved = _iso(months // 12, months % 12 + 1, told.day)
        if moved and moved >= report.isoformat():
            return moved
    return value


def _until(text: str, mention: DateMention) -> DateMention:
    """7일부터 10일까지, 8일부터 2박 3일: the last day."""
    match = UNTIL.match(text, mention.end)
    if match is None or mention.value is None or len(mention.value) != 10:
        return mention
    first = date.fromisoformat(mention.value)
    if match["day"]:
        month = int(match["month"] or first.month)
        year = first.year + (month < first.month)
        until = _iso(year, month, int(match["day"]))
    else:
        until = (first + timedelta(int(match["days"] or match["long"]) - 1)).isoformat()
    return DateMention(mention.value, until, mention.start, match.end())


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
