"""Speech, promises and meetings in Chinese-Korean reports; everybody and everything is invented."""

from __future__ import annotations

import pytest

from hapjak.reading import model
from hapjak.reading.korean.china.endings import read_ending
from hapjak.reading.rules import read_bytes

HEAD = "13일, 주당위 부서기이며 주장인 조명철이 연변호텔에서 한국 강원도 도지사 최하람 일행을 만났다.\n"


def read(text: str) -> model.Reading:
    result = read_bytes(text.encode(), "talks.txt", published="2025-02-14", language="ko")
    assert isinstance(result, model.Reading)
    assert result.document.variety == "ko-CN"
    return result


def lines(text: str) -> list[tuple[str, str, str | None]]:
    """Firmness, quote and speaker of each commitment."""
    reading = read(HEAD + text + "\n이는 련합뉴스가 아니라 길림의 련락원이 쓴 글이다.")
    names = {person.id: person.name for person in reading.people}
    return [(c.firmness.value, c.quote, names.get(c.speaker or "")) for c in reading.commitments]


@pytest.mark.parametrize(
    ("sentence", "firmness", "said"),
    [
        ("관광협력을 강화하기를 바란다.", "hope", "관광협력을 강화하"),
        ("관광협력을 강화할것을 희망했다.", "hope", "관광협력을 강화할"),
        ("관광협력을 강화하길 바랐다.", "hope", "관광협력을 강화하"),
        ("관광협력을 강화할 수 있기 바란다.", "hope", "관광협력을 강화할 수 있"),
        ("관광협력을 강화하자고 제안했다.", "proposal", "관광협력을 강화하자"),
        ("관광협력을 강화해야 한다고 지적했다.", "proposal", "관광협력을 강화"),
        ("관광협력을 강화할 용의가 있다고 표했다.", "intention", "관광협력을 강화할"),
        ("관광협력을 강화하련다.", "intention", "관광협력을 강화"),
        ("관광협력을 강화할것이라고 말했다.", "intention", "관광협력을 강화할"),
        ("관광협력을 강화하기로 의견을 모았다.", "agreement", "관광협력을 강화하기"),
        ("관광협력협의를 체결하였다.", "signed", "관광협력협의를 체결하였다"),
        ("관광협력협의에 싸인했다.", "signed", "관광협력협의에 싸인했다"),
        ("관광협력이 발전할것이라고 전망했다.", None, "관광협력이 발전할"),
        ("관광협력을 강화한것이다.", None, "관광협력을 강화한것이다"),  # explains
        ("관광협력을 강화하였으면 하는 바람을 표했다.", "hope", "관광협력을 강화하였으면 하"),
        ("관광협력을 강화할 타산이라고 말했다.", "intention", "관광협력을 강화"),
        ("관광협력을 강화하기로 약정했다.", "agreement", "관광협력을 강화하기"),
        ("관광협력을 강화하는데 공동인식을 이룩했다.", "agreement", "관광협력을 강화하는"),
        ("관광협력을 강화할것을 당부했다.", "proposal", "관광협력을 강화할"),
        ("길림의 기자.", None, "길림의 기자"),  # a noun, no call
        ("감사를 표했다.", None, "감사를"),
    ],
)
def test_the_last_verb_says_how_firm(sentence: str, firmness: str | None, said: str) -> None:
    ending = read_ending(sentence)
    assert ending.firmness == firmness
    assert sentence[: ending.end] == said


def test_a_speech_opened_by_he_runs_until_the_next_speaker() -> None:
    found = lines(
        "조명철은 최하람 일행을 환영했다. 그는 다음과 같이 말했다. 두 지역은 산과 물이 잇닿아있다."
        " 쌍방이 관광로선을 함께 개척하고 농업기술 교류를 넓히기를 희망한다.\n"
        "최하람은 청소년 빙설운동 교류를 추진할 용의가 있다고 표했다."
    )
    assert [(firmness, speaker) for firmness, _, speaker in found] == [
        ("hope", "조명철"),
        ("hope", "조명철"),
        ("intention", "최하람"),
    ]
    assert found[2][1] == "청소년 빙설운동 교류를 추진"


def test_who_is_wished_something_does_not_speak() -> None:
    found = lines(
        "조명철은 다음과 같이 말했다. 최하람도지사가 관광상품 개발을 지원하길 바란다. 통상구를 건설할것이다."
    )
    assert [speaker for _, _, speaker in found] == ["조명철", "조명철"]


def test_reports_that_hang_on_each_other_have_their_own_force() -> None:
    [line] = lines(
        "조명철은 지난해 항로가 열려 무역이 늘었다면서 물류통로를 공동으로 건설해야 한다고 말했다."
    )
    assert line == ("proposal", "물류통로를 공동으로 건설", "조명철")


@pytest.mark.parametrize(
    "sentence",
    [
        "쌍방이 우의를 증진하고 협력을 새로운 단계에 끌어올리기를 희망한다.",
        "강원도는 관광자원을 갖고 있으며 농업이 발달했다고 말했다.",
        "중한자유무역협정은 농업협력에 새로운 기회를 마련할것이다.",
        "쌍방은 1999년에 우호교류협의를 체결했다고 소개했다.",
        "성과를 거두고 두 지역 인민에게 행복을 가져다주기를 희망한다.",
    ],
)
def test_friendship_states_and_history_promise_nothing(sentence: str) -> None:
    assert lines("조명철은 다음과 같이 말했다. " + sentence) == []


def test_a_wish_for_success_behind_a_means_is_cut() -> None:
    [line] = lines(
        "조명철은 다음과 같이 말했다. 신에너지 분야의 협력을 심화하여 더욱 큰 성과를 거두기를 바란다."
    )
    assert line[1] == "신에너지 분야의 협력을 심화"


def meetings(text: str) -> list[tuple[str, str | None, str | None, set[str]]]:
    reading = read(text + "\n이는 련합뉴스가 아니라 길림의 련락원이 쓴 글이다.")
    names = {body.id: body.name for body in reading.organisations}
    return [
        (m.kind.value, m.date, m.place, {names[party] for party in m.parties})
        for m in reading.meetings
    ]


def test_guests_received_in_turn_are_meetings_of_their_own() -> None:
    assert meetings(
        "1월 21일, 성당위 부서기이며 성장인 림승원은 장춘에서 외국 귀빈들을 각각 회견했다.\n"
        "한국 강원도 도지사 최하람 일행을 만났을 때 림승원은 다음과 같이 말했다. 길림성은 협력을 중시한다.\n"
        "심양주재 조선총령사 김하늘 일행을 회견할 때 림승원은 다음과 같이 말했다. 교류를 바란다."
    ) == [
        ("talks", "2025-01-21", "장춘", {"길림성", "강원도"}),
        ("talks", "2025-01-21", "장춘", {"길림성", "조선"}),
    ]


def test_who_hosts_an_event_is_no_party_of_those_who_sign_there() -> None:
    assert meetings(
        "1월 19일, 청람인민우호협회, 운남성인민정부가 공동으로 주최한 국제우호도시대회에서 대경시는"
        " 한국 충주시와 우호도시협의를 체결했다."
    ) == [
        ("forum", "2025-01-19", None, {"청람인민우호협회", "운남성"}),
        ("signing", "2025-01-19", None, {"대경시", "충주시"}),
    ]


def test_the_larger_place_only_says_where_the_smaller_one_lies() -> None:
    assert meetings("1월 14일, 길림성 통화시와 료녕성 단동시는 물류 전략합작협의를 체결했다.") == [
        ("signing", "2025-01-14", None, {"통화시", "단동시"})
    ]


def test_assemblies_meet_for_themselves() -> None:
    assert meetings(
        "17일, 주인대 상무위원회 주임 고회주는 백산호텔에서 일본 니이가다시의회 의장 다나까 히로시를"
        " 단장으로 하는 대표단을 회견했다."
    ) == [("talks", "2025-01-17", "백산호텔", {"주인대 상무위원회", "니이가다시의회"})]


@pytest.mark.parametrize(
    "text",
    [
        "주기상국에 따르면 이번 주 우리 주는 기온이 낮겠다. 각지에서는 교통안전에 주의해야 한다. 련락이 온다. 량식도 왔다.",
        "연변팀이 매주팀을 3대0으로 제압했다. 감독 림승원은 선수들의 협력을 강조했다. 련속 승리했다.",
        "시장은 손님으로 붐볐다. 상인들은 손잡고 시장을 개척하자고 말했다. 로인들도 왔고 량식도 많았다.",
    ],
)
def test_pages_without_talks_give_nothing(text: str) -> None:
    reading = read(text)
    assert (reading.meetings, reading.commitments, reading.agreements) == ([], [], [])


def test_a_group_that_speaks_is_not_who_spoke_last() -> None:
    found = lines(
        "조명철은 관광로선을 함께 개척하기를 희망했다."
        "\n대표단 성원들은 앞으로 농업기술 교류를 추진할것이라고 표했다."
    )
    assert [speaker for _, _, speaker in found] == ["조명철", None]


def test_what_hangs_on_said_so_is_apart_from_the_wish() -> None:
    [line] = lines(
        "조명철은 두 지역의 래왕이 날로 늘고있다고 하면서 빙설관광 협력을 강화하기를 희망했다."
    )
    assert line == ("hope", "빙설관광 협력을 강화", "조명철")
