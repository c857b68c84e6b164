"""Days of no calendar: kept as text, never taken for facts."""

from __future__ import annotations

import pytest

from hapjak.reading import model
from hapjak.reading.dates import long_before
from hapjak.reading.rules import read_bytes

TALKS = {
    "ko": "{day}, 길림성과 북경시는 북경에서 회담을 가졌다. 길림성 성장 심약천, 북경시 시장 조명철이 참석했다.",
    "zh": "{day}，吉林省与北京市在北京举行工作会谈。吉林省省长沈若川、北京市市长赵明哲出席。",
    "en": "On {day}, Jilin Province and Gyeonggi Province held talks in Suwon. "
    "Governor Shen Ruochuan of Jilin Province and Governor Han Seo-jun of Gyeonggi Province attended.",
}


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("ko", "2021년 2월 30일"),
        ("ko", "2021년 13월 1일"),
        ("ko", "주체110년 5월 99일"),
        ("zh", "2021年2月30日"),
        ("zh", "2021年0月12日"),
        ("zh", "2021年11月31日"),
        ("en", "30 February 2021"),
        ("en", "November 31, 2021"),
        ("en", "May 99, 2021"),
    ],
)
def test_a_day_of_no_calendar_is_no_date(language: str, day: str) -> None:
    reading = read_bytes(TALKS[language].format(day=day).encode(), "talks", published="2022-01-05")
    assert isinstance(reading, model.Reading)
    assert len(reading.people) == 2
    for meeting in reading.meetings:
        assert meeting.date in (None, "2021", "2021-05", "2021-02", "2021-11")


@pytest.mark.parametrize(
    ("value", "published", "past"),
    [
        ("2021-12-28", "2022-01-05", False),  # over New Year
        ("2021", "2022-01-05", False),
        ("2021-08-30", "2022-01-05", True),
        ("2018", "2021-09-01", True),
        ("2021-12-28", None, False),
        ("2021-12-28", "2022", False),
    ],
)
def test_a_day_long_before_its_report_is_history(value, published, past) -> None:
    assert long_before(value, published) is past
