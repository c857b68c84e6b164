"""Events, rows of parties and clauses of Chinese-Korean reports; everybody and everything is invented."""

from __future__ import annotations

import pytest

from hapjak.reading import model
from hapjak.reading.korean.china.endings import read_ending
from hapjak.reading.korean.china.listed import listed
from hapjak.reading.rules import read_bytes

END = "\n이는 련합뉴스가 아니라 길림의 련락원이 쓴 글이다."
HEAD = "13일, 연변조선족자치주와 녕파시는 연길에서 협력좌담회를 가졌다.\n"


def read(text: str) -> model.Reading:
    result = read_bytes((text + END).encode(), "event.txt", published="2025-02-14", language="ko")
    assert isinstance(result, model.Reading)
    assert result.document.variety == "ko-CN"
    return result


def said(text: str) -> list[tuple[str, str]]:
    return [(c.firmness.value, c.quote) for c in read(HEAD + text).commitments]


def parties(reading: model.Reading) -> list[list[str]]:
    names = {body.id: body.name for body in reading.organisations}
    return [[names[party] for party in meeting.parties] for meeting in reading.meetings]


def test_cities_counted_in_a_row_take_part_in_the_event() -> None:
    reading = read(
        "지난 2월 11일, 관광추천회가 할빈에서 시작을 알렸다."
        " 온주, 주산, 소흥 등 3개 시와 할빈 문화관광부문의 책임자들이 행사에 참가했다."
    )
    assert [m.kind.value for m in reading.meetings] == ["forum"]
    assert parties(reading) == [["온주", "주산", "소흥", "할빈"]]
    assert not reading.commitments


def test_words_counted_in_a_row_are_no_cities_where_none_is_known() -> None:
    reading = read(HEAD + "감자, 사과, 배추 등 3개 시범지역 품종을 전시했다.")
    assert {body.name for body in reading.organisations} == {"연변조선족자치주", "녕파시"}


def test_what_regions_agreed_counts_without_a_meeting() -> None:
    reading = read(
        "일전 흑룡강성, 길림성, 료녕성 관광부문은 련합으로 관광합작기구를 설립하고"
        " 빙설관광로선을 공동구축하기로 하였다. 주로 온천관광을 보급하고 농업기술교류를 강화한다."
    )
    assert [c.firmness.value for c in reading.commitments] == [
        "agreement",
        "agreement",
        "intention",
        "intention",
    ]
    assert [b.name for b in reading.organisations] == ["흑룡강성", "길림성", "료녕성"]


def test_each_noun_of_action_in_a_row_is_a_line() -> None:
    found = said(
        "쌍방은 미술전 상호 개최, 빙설관광로선 공동 개발, 청년예술단 상호 파견을 확정했다."
    )
    assert found == [
        ("agreement", "미술전 상호 개최"),
        ("agreement", "빙설관광로선 공동 개발"),
        ("agreement", "청년예술단 상호 파견"),
    ]


def test_a_bare_list_of_fields_is_one_line() -> None:
    found = said("쌍방은 관광 개발, 농업 연구, 인재 양성 등 분야에서 협력을 강화하기로 했다.")
    assert found == [("agreement", "관광 개발, 농업 연구, 인재 양성 등 분야에서 협력을 강화")]


def test_a_clause_that_signs_before_one_that_agrees_keeps_its_force() -> None:
    found = said("두 지역 려행사 대표들은 계약에 사인하고 관광객 교류를 추진하기로 했다.")
    assert [firmness for firmness, _ in found] == ["signed", "agreement"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("쌍방은 청도―연길 항로 개설을 적극 추진하고 있다.", ["intention"]),
        ("녕파시 부시장 최한수는 녕파시는 항로 개설을 적극 추진하고 있다고 소개했다.", []),
    ],
)
def test_what_is_under_way_is_a_plan_unless_one_side_boasts_of_it(
    sentence: str, expected: list[str]
) -> None:
    assert [firmness for firmness, _ in said(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "firmness"),
    [
        ("연변을 방문할 것을 요청했다.", "proposal"),
        ("최한수를 빙설박람회에 초청했습니다.", "proposal"),
        ("최한수를 공식 초청했다.", "proposal"),
        ("예술단 파견을 확정했다.", "agreement"),
        ("관광제품을 보여주게 된다.", "intention"),
        ("항로 개설을 추진하고 있습니다.", "intention"),
        ("새 항로를 보여주었다.", None),
    ],
)
def test_endings_of_invitations_and_plans(sentence: str, firmness: str | None) -> None:
    assert read_ending(sentence).firmness == firmness


def test_an_invitation_is_exchange_with_abroad() -> None:
    found = read(
        HEAD
        + "녕파시 부시장 최한수는 연변조선족자치주 대표단이 적당한 시기에 녕파를 방문할 것을 요청했다."
    ).commitments
    assert [(c.firmness.value, c.field) for c in found] == [("proposal", "EXT")]


def test_names_stand_in_a_row_before_what_they_work_for() -> None:
    row = listed(
        "이날 간담회에는 협회에서 박수일(朴秀日ㆍ변호사) 무역촉진센터 상해 센터장,"
        " 최민국 사무국장, 리정식 투자유치처장 등이 참석했다."
    )
    assert [(one.name, one.title) for one in row] == [
        ("박수일", "센터장"),
        ("최민국", "사무국장"),
        ("리정식", "처장"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "연길시 부시장 박수일, 상무국 국장 최민국 등이 참석했다.",
        "관련 부문 책임자, 기업 대표, 전문가 등이 참석했다.",
        "박수일 사무국장이 참석했다.",
    ],
)
def test_other_lists_are_no_such_row(sentence: str) -> None:
    assert not listed(sentence)


def test_clauses_that_sign_apart_are_instruments_with_their_own_parties() -> None:
    reading = read(
        "13일, 훈춘에서 관광포럼이 개최됐다. 포럼에서 길림성과 강원도는 관광협력 량해각서를 체결하고"
        " 연변조선족자치주와 빈해변강구는 물류협력 량해각서를 체결했으며"
        " 연길청람유한회사와 훈춘홍화유한회사는 수산물판매 기틀협의를 달성했다."
    )
    names = {body.id: body.name for body in reading.organisations}
    found = [(a.kind.value, [names[p] for p in a.parties]) for a in reading.agreements]
    assert found == [
        ("memorandum", ["길림성", "강원도"]),
        ("memorandum", ["연변조선족자치주", "빈해변강구"]),
        ("framework", ["연길청람유한회사", "훈춘홍화유한회사"]),
    ]


def test_one_signing_between_two_bodies_stays_one() -> None:
    reading = read("13일, 길림성은 강원도와 장춘에서 좌담회를 갖고 관광협력 량해각서를 체결했다.")
    assert [a.kind.value for a in reading.agreements] == ["memorandum"]


def test_domestic_plans_and_weather_are_no_talks() -> None:
    reading = read(
        "장춘, 길림, 연변 등 3개 지역에 눈이 내린다. 연길시, 훈춘시 관광부문은 관광절을 조직하기로 결정했다."
        " 연길시 민정국은 감자 재배, 사과 판매, 양로 봉사 등 사업을 추진한다고 소개했다."
    )
    assert not reading.meetings
    assert not reading.commitments


def test_talks_told_in_polite_form_with_a_word_for_sitting_together() -> None:
    reading = read(
        "할빈시 부시장 김명호는 14일 심양주재 한국총령사관을 방문하여 최한수 총령사와 좌담을 가졌습니다."
        " 김명호는 빙설관광협력을 심화할 것을 건의했습니다."
    )
    assert [m.kind.value for m in reading.meetings] == ["talks"]
    assert [c.firmness.value for c in reading.commitments] == ["proposal"]
    assert [person.name for person in reading.people] == ["김명호", "최한수"]
