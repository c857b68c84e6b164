"""Which spellings may be one name, and which may not."""

from __future__ import annotations

import pytest

from hapjak.hanja import How, Kind, match_spelling


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("陈吉宁", "陳吉寧", How.CHARACTERS),
        ("敎育部", "教育部", How.CHARACTERS),
        ("蔡奇", "채기", How.READING),
        ("刘晓东", "류효동", How.READING),
        ("刘晓东", "유효동", How.READING),
        ("陈炎顺", "진담순", How.READING),  # as the paper reads it
        ("蔡奇", "차이치", How.SOUND),
        ("靑島", "칭따오", How.SOUND),  # tense sounds of older print
        ("蔡奇", "Cai Qi", How.PINYIN),
        ("蔡奇", "CAI Qi", How.PINYIN),
        ("习近平", "Jinping Xi", How.PINYIN),
        ("习近平", "Xi Jin-ping", How.PINYIN),
        ("吕志和", "Lv Zhihe", How.PINYIN),
        ("吕志和", "Lyu Zhihe", How.PINYIN),
        ("吕志和", "Lu Zhihe", How.PINYIN),
        ("西安", "Xi'an", How.PINYIN),
        ("西安", "Xian", How.PINYIN),
        ("江泽民", "Chiang Tse-min", How.OLDER),
        ("周恩来", "Chou En-lai", How.OLDER),
        ("梁振英", "Leung Chun-ying", How.CANTONESE),
        ("류효동", "유효동", How.NORM),
        ("채기", "차이치", How.BY_CHARACTER),
        ("채기", "Cai Qi", How.BY_CHARACTER),
        ("차이치", "Cai Qi", How.SOUND),
        ("김영록", "Kim Young-rok", How.ROMANISED),
        ("金瑛錄", "Kim Young-rok", How.ROMANISED),
        ("이재명", "Lee Jae-myung", How.ROMANISED),
        ("최민호", "Choi Min-ho", How.ROMANISED),
        ("강릉", "Gangneung", How.ROMANISED),
        ("Kim Young-rok", "Gim Yeongrok", How.ROMANISED),
        ("Mao Zedong", "Mao Tse-tung", How.OLDER),
        ("吉林省", "지린 성", How.SOUND),
        ("吉林省", "Jilin Province", How.PINYIN),
        ("吉林大学", "길림대학교", How.READING),
        ("国家发展和改革委员会", "National Development and Reform Commission", How.SAME),
        ("最高人民法院", "Supreme People's Court", How.SAME),
        ("首尔", "서울", How.SAME),
        ("哈尔滨市", "할빈시", How.SAME),
    ],
)
def test_a_written_form_explains_two_spellings(one: str, other: str, how: How) -> None:
    found = match_spelling(one, other)
    assert found is not None
    assert found.how == how
    assert match_spelling(other, one) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("蔡奇", "蔡琪"),
        ("李强", "李刚"),
        ("차이치", "차이나"),
        ("吉林省", "吉林市"),
        ("지린성", "지린시"),
        ("山西省", "陕西省"),
        ("全罗北道", "전라남도"),
        ("北京大学", "北京师范大学"),
        ("外交部", "外交委员会"),
        ("Ministry of Finance", "Ministry of Justice"),
        ("蔡奇", ""),
        ("", ""),
    ],
)
def test_other_names_are_refused(one: str, other: str) -> None:
    assert match_spelling(one, other) is None


def test_two_syllables_by_their_characters_are_only_possible() -> None:
    found = match_spelling("채기", "차이치")
    assert found is not None and not found.clear


def test_a_bare_name_that_two_places_bear_is_left_open() -> None:
    province = match_spelling("吉林", "吉林省")
    assert province is not None and not province.clear
    city = match_spelling("长春", "长春市")
    assert city is not None and city.clear


def test_the_kind_keeps_a_person_from_being_taken_apart() -> None:
    assert match_spelling("왕기산", "왕이", Kind.PERSON) is None
    assert match_spelling("金成", "김성시", Kind.PERSON) is None


@pytest.mark.parametrize("name", ["Cаi Qi", "蔡\u200b奇", "Ｃａｉ Ｑｉ", "\uf90a瑛录"])
def test_a_suspect_name_is_proposed_at_most_and_never_clear(name: str) -> None:
    for other in ("Cai Qi", "蔡奇", "金瑛录"):
        found = match_spelling(name, other)
        assert found is None or (found.suspect and not found.clear)
