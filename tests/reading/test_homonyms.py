"""Which of several territories of one name a text means."""

from __future__ import annotations

import pytest

from hapjak.reading.homonyms import resolve
from hapjak.reading.territories import find_in

FORMS = {"zh-Hans": ("zh-Hans",), "ko-CN": ("ko-CN", "ko-KR"), "ko-KR": ("ko-KR",), "en": ("en",)}


def meant(text: str, form: str) -> dict[str, str | None]:
    mentions = find_in(text, *FORMS[form])
    found = resolve(text, mentions, form)
    return {m.name: one.code if one else None for m, one in zip(mentions, found, strict=True)}


@pytest.mark.parametrize(
    ("text", "form", "name", "code"),
    [
        # the place beside the name
        ("北京市朝阳区", "zh-Hans", "朝阳区", "CN-110105"),
        ("长春市朝阳区", "zh-Hans", "朝阳区", "CN-220104"),
        ("沈阳市和平区", "zh-Hans", "和平区", "CN-210102"),
        ("甘南州合作市", "zh-Hans", "合作市", "CN-623001"),
        ("강원도 고성군", "ko-KR", "고성군", "KR-42820"),
        ("경상남도 고성군", "ko-KR", "고성군", "KR-48820"),
        ("대전 중구", "ko-KR", "중구", "KR-30140"),
        ("경기도 광주시", "ko-KR", "광주시", "KR-41610"),
        ("길림성 백성시", "ko-CN", "백성시", "CN-220800"),
        ("Chaoyang District, Beijing", "en", "Chaoyang District", "CN-110105"),
        ("a visit to Nice, France", "en", "Nice", "FR-G2990440"),
        # a place inside the name's
        ("산시성 시안시", "ko-KR", "산시성", "CN-SN"),
        ("산시성 대표단이 타이위안시에서", "ko-KR", "산시성", "CN-SX"),
        ("경기 수원시", "ko-KR", "경기", "KR-41"),
        ("Georgia and its capital Atlanta", "en", "Georgia", "US-GA"),
        ("Georgia and its capital Tbilisi", "en", "Georgia", "GE"),
        # the city or province around a county that the text names
        ("延边州派出代表，安图提出方案", "zh-Hans", "安图", "CN-222426"),
        ("珲春口岸", "zh-Hans", "珲春", "CN-222404"),  # known by itself
        # the country
        ("전라남도와 광주가 손잡고", "ko-KR", "광주", "KR-29"),
        ("광동성에서 광주까지", "ko-CN", "광주", "CN-440100"),
        ("江东区长访问首尔", "zh-Hans", "江东区", "KR-11740"),
        # the wider one, and home
        ("吉林与北京", "zh-Hans", "吉林", "CN-JL"),
        ("강원도와 길림성", "ko-KR", "강원도", "KR-42"),
    ],
)
def test_the_text_tells_which_place_is_meant(text: str, form: str, name: str, code: str) -> None:
    assert meant(text, form)[name] == code


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("朝阳区代表团来访", "zh-Hans", "朝阳区"),
        ("江东区代表团来访", "zh-Hans", "江东区"),  # Seoul's, or one of China that is no more
        ("双方加强合作", "zh-Hans", "合作"),
        ("朝阳产业", "zh-Hans", "朝阳"),
        ("安图提出方案", "zh-Hans", "安图"),  # a county's short name alone
        ("局长吴川主持", "zh-Hans", "吴川"),
        ("고성군 대표단", "ko-KR", "고성군"),
        ("산시성 대표단", "ko-KR", "산시성"),
        ("중구난방이다", "ko-KR", "중구"),
        ("경기 침체", "ko-KR", "경기"),
        ("백성들이 모였다", "ko-CN", "백성"),
        ("시안을 마련했다", "ko-KR", "시안"),
        ("It is Nice to meet", "en", "Nice"),
        ("Georgia sent a delegation", "en", "Georgia"),
        ("Chaoyang District sent a delegation", "en", "Chaoyang District"),
    ],
)
def test_a_doubtful_name_stays_unknown(text: str, form: str, name: str) -> None:
    assert meant(text, form)[name] is None
