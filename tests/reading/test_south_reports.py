"""Whole South Korean reports, short and invented: meetings, instruments, lines."""

from __future__ import annotations

import pytest

from hapjak.reading.model import Reading
from hapjak.reading.rules import read_bytes


def read(text: str, published: str | None = "2024-04-10") -> Reading:
    reading = read_bytes(text.encode(), "talks.txt", published=published)
    assert isinstance(reading, Reading)
    return reading


def meetings(text: str) -> list[tuple[str, str | None, str | None, set[str], bool]]:
    reading = read(text)
    names = {body.id: body.name for body in reading.organisations}
    return [
        (m.kind.value, m.date, m.until, {names[p] for p in m.parties}, m.planned)
        for m in reading.meetings
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # given out on the 9th, held on the 8th
            "여수시는 지난 8일 중국 더란시와 우호교류 협약을 체결했다고 9일 밝혔다.",
            [("signing", "2024-04-08", None, {"여수시", "더란시"}, False)],
        ),
        (  # the day is that on which it was given out
            "여수시는 중국 더란시와 교류에 나선다고 9일 밝혔다. 여수시와 더란시는 이날 우호교류 협약을 체결했다.",
            [("signing", "2024-04-09", None, {"여수시", "더란시"}, False)],
        ),
        (  # by the people who met
            "차도담 여수시장은 9일 시청에서 쑤윈청(蘇雲靑) 더란시장을 접견하고 관광 교류를 논의했다.",
            [("talks", "2024-04-09", None, {"여수시", "더란시"}, False)],
        ),
        (  # a delegation abroad for some days
            "차도담 여수시장 등 대표단은 오는 15일부터 3박 4일 일정으로 중국 더란시를 방문할 예정이다.",
            [("visit", "2024-04-15", "2024-04-18", {"여수시", "더란시"}, True)],
        ),
        (  # history is no meeting of this report
            "여수시와 중국 더란시는 2015년 자매결연을 체결했다. 여수시는 9일 더란시와 화상회의를 열었다.",
            [("call", "2024-04-09", None, {"여수시", "더란시"}, False)],
        ),
    ],
)  # fmt: skip
def test_a_meeting_has_its_day_and_its_parties(
    text: str, expected: list[tuple[str, str | None, str | None, set[str], bool]]
) -> None:
    assert meetings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "차도담 여수시장은 9일 시청에서 열린 간담회에서 “교통망을 확충하겠다”고 말했다.",
        "여수시의회는 12일 임시회를 열어 조례안을 심의했다. 차도담 여수시의회 의장은 “성공적인 축제를 만들자”고 말했다.",
        "여수시와 순천시의 아파트값이 올랐다. 여수시 관계자는 “산업단지를 조성할 계획”이라고 설명했다.",
    ],
)  # fmt: skip
def test_a_page_without_talks_gives_nothing(text: str) -> None:
    reading = read(text)
    assert not reading.meetings
    assert not reading.commitments
    assert not reading.agreements


def test_items_with_their_own_noun_of_action_are_lines_of_their_own() -> None:
    reading = read(
        "여수시와 더란시는 9일 업무협약을 체결했다.\n"
        "두 도시는 △청소년 홈스테이 교류 확대 △수산물 공동 판매장 운영 △관광 상품 공동 개발 등을 추진하기로 했다."
    )
    quotes = [c.quote for c in reading.commitments if c.firmness == "agreement"]
    assert quotes == ["청소년 홈스테이 교류 확대", "수산물 공동 판매장 운영", "관광 상품 공동 개발"]


def test_a_bare_list_of_fields_is_one_line() -> None:
    reading = read(
        "여수시와 더란시는 9일 업무협약을 체결했다.\n"
        "두 도시는 관광, 문화, 체육 등 다양한 분야에서 교류하기로 했다."
    )
    [line] = [c for c in reading.commitments if c.firmness == "agreement"]
    assert line.field == "TOU"


@pytest.mark.parametrize(
    "words",
    [
        "이번 만남이 뜻깊은 계기가 되길 바란다",  # praise
        "앞으로 함께 협력해 나가자",  # no object
        "양 도시의 교류가 더욱 활발해지길 기대한다",
    ],
)
def test_words_without_an_object_promise_nothing(words: str) -> None:
    reading = read(
        "차도담 여수시장은 9일 중국 더란시 쑤윈청 시장과 회담했다. "
        f"차도담 시장은 “{words}”고 말했다."
    )
    assert reading.meetings
    assert not reading.commitments


@pytest.mark.parametrize(
    ("text", "kind", "planned"),
    [
        ("여수시는 9일 더란시와 업무협약(MOU)을 체결했다.", "memorandum", False),
        ("여수시는 9일 더란시와 우호교류 의향서를 교환했다.", "letter_of_intent", False),
        ("여수시는 9일 더란시와 자매결연 협정을 맺었다.", "sister_tie", False),
        ("여수시는 오는 15일 더란시와 우호협력 양해각서를 체결할 예정이다.", "memorandum", True),
    ],
)
def test_an_instrument_has_its_kind(text: str, kind: str, planned: bool) -> None:
    [agreement] = read(text + " 중국 더란시는 항구 도시다.").agreements
    assert (agreement.kind, agreement.planned) == (kind, planned)
