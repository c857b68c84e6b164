"""Reports that tell what was agreed but of no meeting, and news that only sounds like one."""

from __future__ import annotations

import pytest

from hapjak.reading import model
from hapjak.reading.rules import read_bytes


def read(text: str) -> model.Reading:
    found = read_bytes(text.encode(), "news.txt")
    assert isinstance(found, model.Reading)
    return found


def test_what_two_governments_agreed_counts_without_any_meeting() -> None:
    reading = read(
        "경기도와 강원특별자치도는 관광 상품을 공동으로 개발하기로 했다. "
        "두 도는 수소버스 충전소를 함께 설치하기로 했다."
    )
    assert reading.meetings == []
    assert [line.firmness for line in reading.commitments] == ["agreement", "agreement"]
    assert {body.territory for body in reading.organisations} == {"KR-41", "KR-42"}


@pytest.mark.parametrize(
    "text",
    [
        "경기도는 수소버스 충전소를 설치하기로 했다. 도는 관광 상품도 개발하기로 했다.",  # one side
        "경기도와 강원특별자치도에 비가 내리겠다. 두 도는 강풍에 주의해야 한다.",
        "吉林省队与北京市队将在长春进行比赛。双方将继续努力。",
    ],
)
def test_one_side_alone_or_nothing_agreed_is_no_fact(text: str) -> None:
    reading = read(text)
    assert not [*reading.meetings, *reading.commitments, *reading.agreements]


def test_people_of_two_sides_beside_a_wish_are_kept_without_any_meeting() -> None:
    reading = read(
        "Governor Shen Ruochuan of Jilin Province thanked Governor Han Seo-jun of Gyeonggi Province. "
        "He hoped that both provinces would expand cooperation in ice and snow sports."
    )
    assert {person.name for person in reading.people} == {"Shen Ruochuan", "Han Seo-jun"}
    assert [line.firmness for line in reading.commitments] == ["hope"]
