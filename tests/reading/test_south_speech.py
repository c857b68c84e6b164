"""How firmly South Korean sentences speak, and who speaks; all are invented."""

from __future__ import annotations

import pytest

from hapjak.reading.korean.south.bodies import SouthBodies
from hapjak.reading.korean.south.dates import find_dates
from hapjak.reading.korean.south.endings import read_ending
from hapjak.reading.korean.south.people import SouthPeople
from hapjak.reading.korean.south.speech import speeches
from hapjak.reading.sentences import split


@pytest.mark.parametrize(
    ("text", "firmness", "words"),
    [
        ("양 도시는 관광객을 서로 보내기로 했다.", "agreement", "양 도시는 관광객을 서로 보내"),
        ("문화 행사를 함께 열기로 뜻을 모았다.", "agreement", None),
        ("직항 노선을 개설하기로 합의했다고 20일 밝혔다.", "agreement", "직항 노선을 개설"),
        ("체육 교류를 확대키로 했다.", "agreement", "체육 교류를 확대"),
        ("박람회에 기업 20곳을 보낼 예정이다.", "intention", "박람회에 기업 20곳을 보낼 예정"),
        ("쌀 수출을 늘릴 계획이라고 설명했다.", "intention", "쌀 수출을 늘릴 계획"),
        ("연수생 30명을 보내겠다", "intention", "연수생 30명을 보내겠다"),
        ("스마트팜 기술을 함께 연구하자", "proposal", "스마트팜 기술을 함께 연구하자"),
        ("축제에 예술단을 보내 달라고 요청했다.", "proposal", None),
        ("박람회 참가를 제안했다.", "proposal", "박람회 참가"),
        ("항공편이 다시 열리기를 바란다", "hope", "항공편이 다시 열리기"),
        ("농산물 교역을 기대한다고 말했다.", "hope", None),
        ("관광 협력 업무협약을 체결했다.", "signed", "관광 협력 업무협약을 체결"),
        ("우호교류 협약서에 서명했다고 밝혔다.", "signed", "우호교류 협약서에 서명"),
        ("두 도시는 오래전부터 교류해 왔다.", None, None),
        ("의견을 교환했다.", None, None),  # views, not papers
    ],
)
def test_the_last_verb_tells_firmness(text: str, firmness: str | None, words: str | None) -> None:
    ending = read_ending(text)
    assert ending.firmness == firmness
    if words:
        assert text[: ending.end].rstrip() == words


def spoken(text: str) -> list[tuple[str, str | None, str | None]]:
    """Words within quotation marks with their speaker and firmness."""
    bodies = SouthBodies(text)
    found = speeches(split(text), SouthPeople(text, bodies))
    return [
        (text[said.start : said.end], said.speaker.name if said.speaker else None, said.firmness)
        for said in found
        if said.firmness
    ]


def test_both_halves_of_a_quotation_are_their_subjects() -> None:
    text = (
        "차도담 여수시장은 “오랜 벗을 만나 기쁘다”라며 “축제에 예술단을 초청하겠다”고 말했다. "
        "이어 “청소년 교류를 늘리자”고 제안했다."
    )
    assert spoken(text) == [
        ("축제에 예술단을 초청하겠다", "차도담", "intention"),
        ("청소년 교류를 늘리자", "차도담", "proposal"),
    ]


def test_each_quotation_has_the_subject_nearest_before_it() -> None:
    text = (
        "차도담 여수시장과 쑤윈청 산둥성 성장이 만났다. 쑤 성장은 “여수의 쌀을 더 사겠다”고 했고, "
        "차 시장은 “뱃길을 다시 열자”라고 화답했다."
    )
    assert spoken(text) == [
        ("여수의 쌀을 더 사겠다", "쑤윈청", "intention"),
        ("뱃길을 다시 열자", "차도담", "proposal"),
    ]


def test_officials_without_a_name_are_nobody() -> None:
    text = "차도담 여수시장이 참석했다. 시 관계자는 “직항 노선을 열겠다”고 말했다."
    assert spoken(text) == [("직항 노선을 열겠다", None, "intention")]


@pytest.mark.parametrize(
    ("text", "value", "until"),
    [
        ("지난달 25일 체결했다", "2024-03-25", None),
        ("오는 20일 연다", "2024-04-20", None),
        ("오는 5일 연다", "2024-05-05", None),
        ("어제(9일) 만났다", "2024-04-09", None),
        ("4.8(월) 면담했다", "2024-04-08", None),
        ("2023.11.3 체결", "2023-11-03", None),
        ("'23.11.3 체결", "2023-11-03", None),
        ("지난 7일부터 9일까지 방문했다", "2024-04-07", "2024-04-09"),
        ("8일부터 2박 3일 일정으로", "2024-04-08", "2024-04-10"),
        ("2∼3일 방문했다", "2024-04-02", "2024-04-03"),
        ("비율은 3.5로 늘었다", None, None),  # a figure
    ],
)
def test_dates_are_told_from_the_day_of_the_paper(
    text: str, value: str | None, until: str | None
) -> None:
    found = find_dates(text, "2024-04-10")
    assert ((found[0].value, found[0].until) if found else (None, None)) == (value, until)


def test_a_day_is_unknown_where_the_paper_has_none() -> None:
    assert [mention.value for mention in find_dates("지난달 25일 체결했다", None)] == [None]
