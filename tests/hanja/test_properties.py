"""What holds for any string whatever."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hapjak.hanja import (
    candidate_readings,
    is_suspect,
    match_spelling,
    pinyin_to_hangul,
    search_key,
    simplify,
    surname_of,
    suspicions,
    to_south,
    written_forms,
)
from hapjak.hanja.plain import plain
from hapjak.hanja.script import base_form, traditional_forms

LETTERS = "蔡奇陳陈吉宁寧叶范省市部大学한강성로력여였ᄀ\u1161\u11abㄱㅏㄴ챠이치CcaiQqi'-, ü\u0301\u200b\ufe00\u3164Ａ\uf90a⼈аΧ1\ud800\x00\n"
ANY = st.one_of(st.text(), st.text(alphabet=LETTERS, max_size=30))


@given(ANY)
def test_nothing_raises(text: str) -> None:
    for ask in (candidate_readings, suspicions, pinyin_to_hangul, surname_of, simplify,
                written_forms, to_south, traditional_forms, base_form):  # fmt: skip
        ask(text)


@given(ANY)
def test_the_key_of_a_key_is_the_key(text: str) -> None:
    key = search_key(text)
    assert search_key(key) == key
    assert all(c.isalnum() for c in key)


@given(ANY)
def test_plain_and_simplified_are_final(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert base_form(base_form(text)) == base_form(text)
    assert len(simplify(text)) == len(text)


@given(ANY)
def test_composition_does_not_matter(text: str) -> None:
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert search_key(composed) == search_key(apart)
    assert written_forms(composed) == written_forms(apart)
    assert is_suspect(composed) == is_suspect(apart) or is_suspect(text)


@given(ANY, ANY)
def test_a_match_is_mutual_and_suspect_names_are_never_clear(one: str, other: str) -> None:
    found = match_spelling(one, other)
    assert match_spelling(other, one) == found
    if found and (is_suspect(one) or is_suspect(other)):
        assert found.suspect and not found.clear


@given(ANY)
def test_a_name_matches_itself(name: str) -> None:
    found = match_spelling(name, name)
    assert found is not None or len(name) > 200 or not plain(name).strip() or not found


@settings(max_examples=60)
@given(st.text(alphabet="蔡奇陈吉宁叶范李强王毅海", min_size=2, max_size=4))
def test_every_form_of_a_name_leads_back_to_it(name: str) -> None:
    for spelling in written_forms(name).spellings():
        assert match_spelling(name, spelling) is not None, spelling


@pytest.mark.parametrize(
    "unit", ["蔡", "력사", "되여", "ab", "xian", "가", "ㄱㅏ", "\u0301", "省", "of "]
)
def test_long_strings_take_linear_time(unit: str) -> None:
    long = unit * 20_000
    start = time.perf_counter()
    search_key(long), to_south(long), suspicions(long), simplify(long)
    candidate_readings(long), written_forms(long), match_spelling(long, long[1:])
    assert time.perf_counter() - start < 3
