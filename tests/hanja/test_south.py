"""Chinese-Korean spelling as the South spells it, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hapjak.hanja import to_south


@pytest.mark.parametrize(
    ("china", "south"),
    [
        ("량국의 력사", "양국의 역사"),
        ("농업령역과 문화관광령역", "농업영역과 문화관광영역"),
        ("대외련락부", "대외연락부"),
        ("효률적으로 조률하다", "효율적으로 조율하다"),
        ("거행되였다", "거행되었다"),
        ("뛰여나고 쥐여주다", "뛰어나고 쥐어주다"),
        ("학생이였다", "학생이었다"),
        ("띄여쓰기", "띄어쓰기"),
        ("로씨야 뻐스", "러시아 버스"),
        ("해빛", "햇빛"),
    ],
)
def test_what_is_sure_is_replaced(china: str, south: str) -> None:
    assert to_south(china).text == south


@pytest.mark.parametrize(
    "text",
    [
        "협력사업과 권리, 동력, 교류", "우리 소리를 올리다", "가려고 만들려고", "서울로서 집으로도",
        "라디오 러시아 로마 리본", "5년간 2021년도", "대여금 기여 참여 하여금 구태여 그대여 귀여운",
        "친구였다", "길림과 하련다", "바다가 푸르다", "", "蔡奇 Cai Qi",
    ],
)  # fmt: skip
def test_what_is_right_in_the_south_stays(text: str) -> None:
    assert to_south(text).text == text
    assert to_south(text).runs == ()


WORDS = [
    "량국",
    "력사",
    "혁명력사",
    "협력",
    "되여",
    "로씨야",
    "해빛",
    "학생이였다",
    " ",
    "은",
    "5",
    "\n",
    "蔡奇",
    "a",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map("".join))


@given(TEXTS)
def test_the_runs_lead_back(text: str) -> None:
    made = to_south(text)
    source = made.text
    for run in reversed(made.runs):
        source = source[: run.start] + text[run.source_start : run.source_end] + source[run.end :]
    assert source == text
    for run in made.runs:
        assert made.source_span(run.start, run.end) == (run.source_start, run.source_end)


@given(TEXTS, st.data())
def test_every_stretch_has_its_source(text: str, data: st.DataObject) -> None:
    made = to_south(text)
    start = data.draw(st.integers(0, len(made.text)))
    end = data.draw(st.integers(start, len(made.text)))
    source_start, source_end = made.source_span(start, end)
    assert 0 <= source_start <= source_end <= len(text)
    if not any(run.start < end and start < run.end for run in made.runs):
        assert text[source_start:source_end] == made.text[start:end]


@given(st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_a_text_of_the_south_is_left_alone(text: str) -> None:
    once = to_south(text).text
    assert to_south(once).text == once
