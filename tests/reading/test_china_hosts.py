"""Who holds, comes to and speaks at what Chinese-Korean reports tell; all is invented."""

from __future__ import annotations

import pytest

from hapjak.reading import model
from hapjak.reading.rules import read_bytes
from hapjak.text.variety import tell_variety

END = "\n련락원이 쓴 글이 력사에 남았다."


def read(text: str) -> model.Reading:
    result = read_bytes((text + END).encode(), "hosts.txt", published="2024-05-20", language="ko")
    assert isinstance(result, model.Reading)
    return result


def met(text: str) -> list[tuple[str | None, list[str]]]:
    """Day and parties of each meeting."""
    reading = read(text)
    names = {body.id: body.name for body in reading.organisations}
    return [(m.date, sorted(names[party] for party in m.parties)) for m in reading.meetings]


@pytest.mark.parametrize(
    ("text", "day", "parties"),
    [
        (  # who holds an event is told in its second sentence
            "제3회 버들미술전이 5월 8일 버들시에서 개막되였다. 이번 미술전은 버들시미술가협회와"
            " 한국 가람미술협회, 로씨야 은빛미술가동맹의 공동주최로 마련되였다.",
            "2024-05-08",
            ["가람미술협회", "버들시미술가협회", "은빛미술가동맹"],
        ),
        (
            "‘중한 청년포럼’이 5월 8일 막을 올렸다. 포럼은 도문시과학기술국, 한국 가람혁신쎈터에서"
            " 공동주최하고 버들대학에서 주관했다.",
            "2024-05-08",
            ["가람혁신쎈터", "도문시과학기술국"],
        ),
        (
            "버들학회와 한국 가람연구소는 5월 8일 버들시에서 ‘우리말 학술토론회’를 공동 주최했다.",
            "2024-05-08",
            ["가람연구소", "버들학회"],
        ),
        (  # a government that answers in a speech is a party of a reception
            "8일 저녁, 주심양 로씨야총령사관이 초대회를 가졌다. 총령사 쓰쩨빤꼬는 환영사를 올렸다."
            " 료녕성인민정부 비서장 왕가람이 축하의 말을 했다.",
            "2024-05-08",
            ["료녕성", "주심양 로씨야총령사관"],
        ),
        (  # an event that ends in a signing is one meeting of all who acted
            "5월 8일, 버들시정부와 한국 가람시가 공동으로 마련한 ‘버들-가람 설명회’가 가람시에서 열렸다."
            " 현장에서 버들무역촉진회와 가람경제진흥원은 협력협의를 체결했다.",
            "2024-05-08",
            ["가람경제진흥원", "가람시", "버들무역촉진회", "버들시"],
        ),
        (  # a visit of which only the talks are told is those talks
            "5월 8일, 버들대학 부교장 왕가람 일행이 한국 은빛대학교를 방문했다."
            " 은빛대학교 총장 김하늘은 일행과 좌담을 나누었다.",
            "2024-05-08",
            ["버들대학", "은빛대학교"],
        ),
        (  # where a party has its seat is only where they met
            "8일, 버들기업가협회 회장 왕가람 일행은 한국 안산시를 방문해 안산상공회의소 회장 김하늘과"
            " 간담회를 가졌다.",
            "2024-05-08",
            ["버들기업가협회", "안산상공회의소"],
        ),
        (  # a place right before an association is where that lies
            "버들시빙설협회와 강원도 가람군스키협회 사이의 업무협약식이 5월 8일 있었다."
            " 로씨야 손님들도 자리했다.",
            "2024-05-08",
            ["가람군스키협회", "버들시빙설협회"],
        ),
        (  # the day told before a meeting without one
            "버들시 부시장 왕가람은 8일 서울에서 열린 투자추천활동 보도모임에 나와 로씨야인들을 만났다."
            " 이날 버들시와 한국 가람개발공사는 합작협의를 체결했다.",
            "2024-05-08",
            ["가람개발공사", "버들시"],
        ),
        (
            "도문시부녀련합회의 초청으로 한국 가람녀성협회 회장 김하늘 일행이 8일 도문시에 도착해"
            " 방문을 시작했다.",
            "2024-05-08",
            ["가람녀성협회", "도문시부녀련합회"],
        ),
        (  # who gives the rooms is no party; a part of a university is a body of its own
            "버들대학 가람분원과 한국 은빛대학교가 공동으로 주최하고 도문시가 후원한 세미나가 5월 8일"
            " 열렸다.",
            "2024-05-08",
            ["버들대학 가람분원", "은빛대학교"],
        ),
        (  # a branch is a body of its own
            "버들상공회와 한국 월드옥타 가람지회는 5월 8일 교류회를 갖고 로씨야시장에 대해 론의하였다.",
            "2024-05-08",
            ["버들상공회", "월드옥타 가람지회"],
        ),
    ],
)
def test_who_holds_and_comes(text, day, parties) -> None:
    assert met(text) == [(day, parties)]


def test_recently_is_no_day_though_another_is_told() -> None:
    [(day, _)] = met(
        "일전, 도문시와 한국 속초시는 버들호텔에서 좌담회를 가졌다. 버들시는 5월 1일 새 로선을 열었다."
    )
    assert day is None


def test_a_day_alone_is_of_the_month_told_last() -> None:
    found = met(
        "한국 가람협회 회장 김하늘 일행은 4월 17일부터 18일까지 도문시를 고찰했다. 일행은 항구를 돌아보았다."
        " 도문시 부시장 왕가람이 17일 일행과 좌담했다."
    )
    assert {day for day, _ in found} == {"2024-04-17"}


def test_a_stop_with_nobody_of_the_other_side_is_none() -> None:
    found = met(
        "도문시 부시장 왕가람을 단장으로 하는 도문시대표단이 5월 8일부터 5월 11일까지 한국 속초시를 방문했다."
        " 대표단은 항구를 돌아보고 속초상공회의소와 좌담회를 가졌다."
        " 9일, 속초시 시장 김하늘이 대표단을 접견했다."
    )
    assert found == [
        ("2024-05-08", ["도문시", "속초시"]),
        ("2024-05-09", ["도문시", "속초시"]),
    ]


def test_the_province_of_the_paper_meets_none_of_its_own_cities() -> None:
    assert not met(
        "5월 8일, 성당위 서기 왕가람이 통화시 집안시에 내려가 조사연구했다. 좌담회를 소집했다."
    )


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "버들시 시장 리청이 한국 은빛식품 부사장 김하늘 일행을 회견했다.",
            ("김하늘", "부사장", "은빛식품"),
        ),
        (
            "버들시 시장 리청이 일본 은빛자와시 국제교류과장 스즈끼 일행을 회견했다.",
            ("스즈끼", "국제교류과장", "은빛자와시"),
        ),
        (
            "주심양 로씨야총령사관이 8일 초대회를 가졌다. 총령사 쓰쩨빤꼬가 축사를 올렸고"
            " 버들시 시장 리청이 답사를 했다.",
            ("쓰쩨빤꼬", "총령사", "주심양 로씨야총령사관"),
        ),
        (
            "버들시 시장 리청과 한국 가람시 시장 김하늘이 5월 8일 회담을 진행했다.",
            ("리청", "시장", "버들시"),
        ),
    ],
)
def test_posts_on_what_no_list_knows(text, post) -> None:
    reading = read(text + " 료녕성의 로씨야인들도 있었다.")
    names = {body.id: body.name for body in reading.organisations}
    found = [
        (p.name, q.title, names.get(q.organisation or "")) for p in reading.people for q in p.posts
    ]
    assert post in found


@pytest.mark.parametrize(
    ("text", "variety"),
    [
        ("상담회가 9월 1일 개막되였다.", "ko-CN"),
        ("시당위 서기 왕가람이 대표단을 회견했다.", "ko-CN"),
        ("돈화시와 가람시가 협의를 맺었다.", "ko-CN"),
        ("가람시와 돈화시가 업무협약을 맺었다. 도의회와 시의회도 함께했다.", "ko-KR"),
        ("가람시가 8일 상담회를 열었다.", "ko-KR"),
    ],
)
def test_one_spelling_tells_the_variety_where_nothing_is_of_the_south(text, variety) -> None:
    assert tell_variety(text).variety == variety
