"""The key that Chinese and Korean writing share, and the written forms of names."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hapjak.hanja import (
    candidate_readings,
    hangul_surnames,
    pinyin_to_hangul,
    search_key,
    surname_of,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("冰雪产业", "빙설산업"),
        ("冰雪產業", "빙설 산업"),
        ("利用", "리용"),
        ("利用", "이용"),
        ("령역", "영역"),
        ("领域", "영역"),
        ("干部交流", "간부교류"),
        ("复兴", "부흥"),
        ("女性", "녀성"),
        ("北京", "북경"),
    ],
)
def test_words_that_share_their_hanja_share_the_key(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)


@pytest.mark.parametrize(("one", "other"), [("冰雪", "빙상"), ("粮食", "식량"), ("합작", "협력")])
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert search_key(one) != search_key(other)


@given(st.text())
def test_any_text_has_a_key_and_composition_does_not_matter(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert search_key(text) == search_key(composed)
    assert search_key(unicodedata.normalize("NFD", composed)) == search_key(composed)


# Transcriptions by the South Korean rule; places and people of public life.
@pytest.mark.parametrize(
    ("pinyin", "hangul"),
    [
        ("Cai Qi", "차이치"),
        ("Jing Junhai", "징쥔하이"),
        ("Chen Jining", "천지닝"),
        ("Han Jun", "한쥔"),
        ("Xi Jinping", "시진핑"),
        ("Song Tao", "쑹타오"),
        ("Chen Yanshun", "천옌순"),
        ("Liu Xiaodong", "류샤오둥"),
        ("Guo Yezhou", "궈예저우"),
        ("Qiu Xiandong", "추셴둥"),
        ("An Guiwu", "안구이우"),
        ("Mao Zedong", "마오쩌둥"),
        ("Yuan Jiajun", "위안자쥔"),
        ("Jilin", "지린"),
        ("Changchun", "창춘"),
        ("Yanbian", "옌볜"),
        ("Longjing", "룽징"),
        ("Heilongjiang", "헤이룽장"),
        ("Liaoning", "랴오닝"),
        ("Qingdao", "칭다오"),
        ("Chongqing", "충칭"),
        ("Xinjiang", "신장"),
        ("Xi'an", "시안"),
        ("Seoul", None),
        ("", None),
    ],
)
def test_pinyin_in_hangul(pinyin: str, hangul: str | None) -> None:
    assert pinyin_to_hangul(pinyin) == hangul


@pytest.mark.parametrize(
    ("name", "readings"),
    [
        ("蔡奇", {"채기"}),
        ("陈吉宁", {"진길녕", "진길령", "진길저"}),
        ("陈炎顺", {"진염순", "진담순"}),  # a paper's reading need not be the dictionary's
        ("刘晓东", {"류효동"}),
        ("沈若川", {"심약천"}),
        ("金 瑛 录", {"김영록"}),
    ],
)
def test_every_reading_of_every_character_is_a_candidate(name: str, readings: set[str]) -> None:
    assert readings <= set(candidate_readings(name))


def test_candidate_readings_are_unfolded_and_only_of_characters() -> None:
    assert "유효동" not in candidate_readings("刘晓东")
    assert candidate_readings("류효동") == candidate_readings("Liu Xiaodong") == ()
    assert candidate_readings("陈吉宁")[0] == "진길녕"  # the likeliest first


@pytest.mark.parametrize("name", ["", "한준", "Q", "第十八届", "1"])
def test_what_is_no_name_has_few_or_no_readings(name: str) -> None:
    assert len(candidate_readings(name)) <= 64


@pytest.mark.parametrize(
    ("name", "surname"),
    [("诸葛亮", "诸葛"), ("司马光", "司马"), ("蔡奇", "蔡"), ("冰雪", None), ("王", None)],
)
def test_surnames_of_two_characters_come_first(name: str, surname: str | None) -> None:
    assert surname_of(name) == surname


def test_surnames_in_hangul_stand_in_both_norms() -> None:
    assert {"류", "유", "리", "이", "구양", "김"} <= hangul_surnames()
    assert "빙" not in hangul_surnames()
