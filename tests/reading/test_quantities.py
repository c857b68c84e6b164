"""Figures in the contract's units, exact, with the words that blur them; refusals beside finds."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hapjak.reading.numerals import value_of
from hapjak.reading.quantities import find_quantity

VARIETIES = ("zh-Hans", "ko-KR", "ko-CN", "en")


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("3만5천", 35_000),
        ("2만5000", 25_000),
        ("1억 2천만", 120_000_000),
        ("1.5万亿", 1_500_000_000_000),
        ("10万亿", 10_000_000_000_000),
        ("2.5bn", 2_500_000_000),
        ("40m", 40_000_000),
        ("1조 2천억", 1_200_000_000_000),
        ("13억 2,500만", 1_325_000_000),
        ("천만", 10_000_000),
        ("73.56万", 735_600),
        ("两千三百", 2_300),
        ("十二", 12),
        ("二十五万", 250_000),
        ("三千", 3_000),
        ("1,200", 1_200),
        ("1.2 million", 1_200_000),
        ("two hundred", 200),
        ("twenty-five thousand", 25_000),
        ("a million", 1_000_000),
    ],
)
def test_a_number_has_the_value_it_is_read_with(printed: str, value: int) -> None:
    assert value_of(printed) == Fraction(value)


@pytest.mark.parametrize(
    ("variety", "text", "amount", "unit", "printed"),
    [
        ("zh-Hans", "每年供应大米近73.56万吨", "735600", "t", "近73.56万吨"),
        ("zh-Hans", "收购粮食10亿斤", "500000", "t", "10亿斤"),
        ("zh-Hans", "建设高标准农田5万亩", "3333.3333", "ha", "5万亩"),
        ("zh-Hans", "外送绿电3亿千瓦时", "300000000", "kWh", "3亿千瓦时"),
        ("zh-Hans", "总投资超过30亿元人民币", "3000000000", "CNY", "超过30亿元人民币"),
        ("zh-Hans", "贸易额5000万美元", "50000000", "USD", "5000万美元"),
        ("zh-Hans", "互送游客100万人次以上", "1000000", "visits", "100万人次以上"),
        ("zh-Hans", "调出生猪10万头", "100000", "head", "10万头"),
        ("zh-Hans", "培训干部三百余名", "300", "people", "三百余名"),
        ("ko-KR", "1억 2천만 원을 지원", "120000000", "KRW", "1억 2천만 원"),
        ("zh-Hans", "投资1.5万亿元建设", "1500000000000", "CNY", "1.5万亿元"),
        ("en", "worth $2.5bn in all", "2500000000", "USD", "$2.5bn"),
        ("en", "US$40m for ports", "40000000", "USD", "US$40m"),
        ("ko-KR", "관광객 3만5천여 명", "35000", "people", "3만5천여 명"),
        ("ko-KR", "약 300만 달러 규모의", "3000000", "USD", "약 300만 달러 규모"),
        ("ko-KR", "쌀 2만5000톤", "25000", "t", "2만5000톤"),
        ("ko-KR", "1조 2천억원", "1200000000000", "KRW", "1조 2천억원"),
        ("ko-CN", "연인수로 40만명이 찾았다", "400000", "visits", "연인수로 40만명"),
        ("ko-CN", "투자액은 13억 2천만원", "1320000000", "CNY", "13억 2천만원"),
        ("ko-CN", "수출액 1억 9000만딸라", "190000000", "USD", "1억 9000만딸라"),
        ("ko-CN", "벼 20만 8천톤", "208000", "t", "20만 8천톤"),
        ("en", "invest US$5 million", "5000000", "USD", "US$5 million"),
        ("en", "worth RMB 200 million", "200000000", "CNY", "RMB 200 million"),
        ("en", "nearly 30,000 tons of rice", "30000", "t", "nearly 30,000 tons"),
        ("en", "1.2 million metric tons", "1200000", "t", "1.2 million metric tons"),
        ("en", "EUR 3.5 billion", "3500000000", "EUR", "EUR 3.5 billion"),
        ("en", "train two hundred students", "200", "people", "two hundred students"),
        ("en", "invite 30 young farmers", "30", "people", "30 young farmers"),
    ],
)  # fmt: skip
def test_a_figure_comes_in_the_contracts_unit(
    variety: str, text: str, amount: str, unit: str, printed: str
) -> None:
    found = find_quantity(text, variety)
    assert found is not None
    assert (found.amount, found.unit, found.text) == (amount, unit, printed)


@pytest.mark.parametrize(
    ("variety", "text", "low", "high", "unit"),
    [
        ("zh-Hans", "供应玉米3万至4万吨", "30000", "40000", "t"),
        ("zh-Hans", "培训人员200—300名", "200", "300", "people"),
        ("ko-KR", "쌀 8~9만 톤", "80000", "90000", "t"),
        ("en", "between 3 and 4 million tonnes", "3000000", "4000000", "t"),
        ("en", "20 to 30 trainees", "20", "30", "people"),
    ],
)
def test_a_range_has_two_ends(variety: str, text: str, low: str, high: str, unit: str) -> None:
    found = find_quantity(text, variety)
    assert found is not None
    assert (found.from_, found.to, found.unit, found.amount) == (low, high, unit, None)


@pytest.mark.parametrize(
    ("variety", "text"),
    [
        ("zh-Hans", "2024年5月12日"),
        ("zh-Hans", "第3次联席会议"),
        ("zh-Hans", "十四五规划"),
        ("zh-Hans", "数百名"),
        ("zh-Hans", "9" * 6000 + "万吨"),
        ("ko-KR", "제3회 연석회의"),
        ("ko-KR", "2024년 5월 12일"),
        ("ko-KR", "수십만 명"),
        ("ko-CN", "9" * 6000 + "만톤"),
        ("en", "on 12 May 2024"),
        ("en", "9" * 6000 + " tonnes"),
        ("en", "G20 members"),
    ],
)
def test_what_is_no_figure_is_none(variety: str, text: str) -> None:
    assert find_quantity(text, variety) is None


@given(
    st.text(alphabet="0123456789,.~천백만억万亿三十톤吨名 tonsmillion", max_size=60),
    st.sampled_from(VARIETIES),
)
def test_any_text_gives_a_figure_that_stands_in_it_or_none(text: str, variety: str) -> None:
    found = find_quantity(text, variety)
    if found is not None:
        assert found.text in text
        assert (found.amount is None) == (found.to is not None)
