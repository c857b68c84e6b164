"""Dates in Chinese reports."""

from __future__ import annotations

import pytest

from hapjak.reading.chinese.dates import find_dates, today

PUBLISHED = "2024-11-20"


@pytest.mark.parametrize(
    ("text", "value", "until", "words"),
    [
        ("5月30至31日，两省座谈", "2024-05-30", "2024-05-31", "5月30至31日"),
        ("10月8日至10月12日出访", "2024-10-08", "2024-10-12", "10月8日至10月12日"),
        ("9月30日—10月2日出访", "2024-09-30", "2024-10-02", "9月30日—10月2日"),
        ("19日晚，双方会谈", "2024-11-19", None, "19日"),
        ("28日会谈", "2024-10-28", None, "28日"),  # this month's is yet to come
        ("12月3日会谈", "2023-12-03", None, "12月3日"),  # over New Year
        ("三月二十一日会谈", "2024-03-21", None, "三月二十一日"),
        ("二〇一八年十二月三日", "2018-12-03", None, "二〇一八年十二月三日"),
        ("今（十九日）会见", "2024-11-19", None, "十九日"),
        ("今天会见", "2024-11-20", None, "今天"),
        ("昨日下午会见", "2024-11-19", None, "昨日"),
        ("将于明年3月2日举行", "2025-03-02", None, "明年3月2日"),
        ("今年3月签署", "2024-03", None, "今年3月"),
        ("到2025年底建成", "2025", None, "2025年"),
    ],
)
def test_a_date_is_read_from_the_day_of_publication(text, value, until, words):
    [mention] = find_dates(text, PUBLISHED)
    assert (mention.value, mention.until) == (value, until)
    assert text[mention.start : mention.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "近日，双方会谈",
        "日前，双方会谈",
        "12日电 双方会谈",  # a dateline is no day of talks
        "每日签约",
        "第3日赛事",
        "为期15日内完成",
        "十五日间",
    ],
)
def test_what_says_no_day_gives_none(text):
    assert find_dates(text, PUBLISHED) == []


def test_a_day_of_no_calendar_stays_unresolved():
    [mention] = find_dates("2月30日会谈", PUBLISHED)
    assert mention.value is None


def test_without_publication_a_day_without_year_stays_unresolved():
    [mention] = find_dates("5月18日会谈", None)
    assert mention.value is None


def test_today_is_the_day_of_the_dateline():
    assert today("本报云港6月23日讯 省长今天会见", "2010-06-24") == "2010-06-23"
    assert today("省长今天会见", "2010-06-24") == "2010-06-24"
