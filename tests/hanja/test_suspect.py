"""Names that look like others are told, and why."""

from __future__ import annotations

import unicodedata

import pytest

from hapjak.hanja import Suspicion, is_suspect, suspicions


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Cаi Qi", Suspicion.MIXED),  # Cyrillic а
        ("Χi Jinping", Suspicion.MIXED),  # Greek Χ
        ("蔡\u200b奇", Suspicion.INVISIBLE),
        ("蔡\ufe00奇", Suspicion.INVISIBLE),  # variation selector
        ("김\u3164영록", Suspicion.INVISIBLE),  # Hangul filler
        ("Cai\u202eQi", Suspicion.CONTROL),
        ("Cai\x00Qi", Suspicion.CONTROL),
        ("Cai\ud800Qi", Suspicion.CONTROL),
        ("Ｃａｉ Ｑｉ", Suspicion.COMPATIBILITY),
        ("\uf90a瑛錄", Suspicion.COMPATIBILITY),  # 金 of the compatibility block
        ("⼈民", Suspicion.COMPATIBILITY),  # a radical, not 人
        ("蔡ト", Suspicion.MIXED),  # kana beside 卜
        ("Xi J1nping", Suspicion.DIGIT),
        ("Ca\u0301\u0302\u0303i Qi", Suspicion.MARKS),
    ],
)
def test_what_is_odd_is_named(name: str, reason: Suspicion) -> None:
    assert reason in suspicions(name)
    assert is_suspect(name)


@pytest.mark.parametrize(
    "name",
    ["蔡奇", "陳吉寧", "김영록", "Lü Zhihe", "Xi'an", "O’Neil", "LG전자", "SK하이닉스", "中國銀行 서울지점",
     "Сибирь", "제20차", "BMW 3", "蔡·奇", "아이ㅎ", ""],
)  # fmt: skip
def test_clean_names_are_not_suspect(name: str) -> None:
    assert suspicions(name) == ()


def test_composition_alone_is_no_reason() -> None:
    assert not is_suspect(unicodedata.normalize("NFD", "김영록 Lü"))
