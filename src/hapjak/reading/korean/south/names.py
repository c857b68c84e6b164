"""What a person's name looks like in a South Korean report.

A Korean name is a surname and two syllables, seldom one. Chinese names are
transcribed by sound (징쥔하이), so every part of one is the spelling of a pinyin
syllable. Names of other countries run over several words and are known only
by what stands around them.
"""

from __future__ import annotations

import re
from functools import cache

from hapjak.hanja import hangul_surnames, pinyin_to_hangul
from hapjak.hanja.tables import pinyin, readings, surnames
from hapjak.reading.tables import read_table

HANGUL = re.compile(r"[가-힣]+$")
# Endings of words that stand before a post and are no given name.
NO_GIVEN = re.compile(
    r"(?:단|측|처|당|계|팀|회|청|별|적|들|께|에|를|을|는|와|과|의|및|된|할|던|등|씩|실|급|층|법)$"
)
# 방문해, 지원한: what somebody does, though it begins like a surname.
VERBAL_NOUN = re.compile(
    r"(?:방문|주최|주관|주재|주도|전달|안내|구성|조성|조사|조율|지원|지정|지속|추진|선정|선출|선언|성사|소개|신청|신설|연결|연계|유치|이전|이행|인정|인솔|임명|제안|제의|제공|진행|진출|정착|정비"
    r"|최종|최우수|채택|표명|한정|허가|홍보|황폐|변경|반영|마련|도출|동행|동의|노력|구축|강조|강화|공유|공감|국제|기원|기대|남측|북측|양측|감사|경유|계획|고려|권유|모색|문의|민간|배정|서명|설명|송출|안정|여행|예방|오찬|원활|위촉|현지|하반|상반)[해한된될할차시중]$"
)
VERBAL = re.compile(
    r"(?:[하되]는|[가-힣]*[했였었았겠졌됐왔갔났렸](?:으며|고|다|지만|는데)|[가-힣]{2}[한된할될던린]|[가-힣]+(?:해|하여|하고|하며|해서|려고|면서|지만|도록|중인|[가-힣]며|고자)|위한|위해|대한|관한|통한|열린|만난|찾은|함께|있는|없는|등|및|또는"
    r"|이후|당시|[가-힣]날엔?|찾아|만나|들러|맞아|열어|이끌고|있으며|있고|있어|하며|오전|오후|현재|최근|이날|이번)$"
)
# Parts of words of office: no name of another country is made of them.
NOUN = re.compile(
    "협력|국제|관광|경제|문화|교류|산업|통상|투자|행정|기획|정책|교육|농업|무역|개발|건설|관리|외사|외무|재정|과학|기술|환경|보건|위생|체육|청소년|여성|홍보|선전|조직|통일"
    "|총괄|대외|의회|위원|정부|인민|시민|대표|방문|공동|지방|지역|중앙|상임|상무|부서|담당|주재|참석|면담|접견|예방|초청|회의|회담|포럼|업무|전략|양해|우호|자매|발전|시장|기업"
    "|글로벌|마케팅|스마트|디지털|미디어|콘텐츠|센터|프로젝트|리더|파트너|컨설팅|디자인|브랜드|서비스|시스템|네트워크|플랫폼|바이오|메디컬|헬스|클러스터|비즈니스|엔지니어"
    "|소프트|캠퍼스|에너지|테크|클럽|스포츠|리그|코리아|아시아|그룹|홀딩스|뉴스|닷컴|호텔|리조트|뷰티|푸드|로컬|아카데미|스타트업|이노베이션|벤처|모빌리티|드론|로봇"
)
# Given names of other countries that look like a place or a body.
FIRST_NAMES = frozenset(
    row["word"] for row in read_table("words.ko-KR.tsv") if row["list"] == "first name"
)
# Syllables that Japanese names are transcribed by, and those no Korean word of office has.
KANA = frozenset(
    "아이우에오카키쿠케코가기구게고사시스세소자지즈제조타치쓰츠테토다데도나니누네노하히후헤호바비부베보파피푸페포마미무메모야유요라리루레로와"
    "쿄슈쇼주쥬초뇨료규교슌준켄겐신진친난반칸킨콘손혼몬온인운엔젠센텐렌린돈단산쓴호"
)
KANA_ALONE = frozenset("케쿠카키코토츠쓰테타즈게네누메루레스히후헤쿄슈쇼켄칸킨콘센텐렌")
MOST_SYLLABLES = 9


@cache
def no_names() -> frozenset[str]:
    """Words that stand where names do, titles among them (이사장)."""
    words = {row["word"] for row in read_table("words.ko-KR.tsv") if row["list"] == "no name"}
    return frozenset(words | {row["title"] for row in read_table("posts.ko-KR.tsv")})


@cache
def _surnames() -> frozenset[str]:
    return frozenset(
        row["word"] for row in read_table("words.ko-KR.tsv") if row["list"] == "surname"
    )


def is_korean(word: str) -> bool:
    """Whether a word can be a Korean's name: surname and two syllables, 남궁 and two."""
    if not HANGUL.match(word) or word in no_names() or NO_GIVEN.search(word):
        return False
    if VERBAL_NOUN.match(word):
        return False
    if len(word) == 3 and word[0] in _surnames():
        return True
    return len(word) in (3, 4) and word[:2] in _surnames()


def is_short_korean(word: str) -> bool:
    """A surname and one syllable: 허균. Many nouns look so."""
    return len(word) == 2 and word[0] in _surnames() and word not in no_names()


@cache
def _syllables() -> frozenset[str]:
    """All spellings of one pinyin syllable."""
    spelled = {pinyin_to_hangul(sound) for sound in set(pinyin().values())}
    return frozenset(s for s in spelled if s)


@cache
def _chinese_surnames() -> frozenset[str]:
    spelled = {pinyin_to_hangul("".join(parts)) for _, parts in surnames().values()}
    return frozenset(s for s in spelled if s)


@cache
def _rest(word: str, left: int) -> bool:
    """Whether a given name parses as at most `left` pinyin syllables."""
    if not word:
        return True
    return left > 0 and any(
        word[:n] in _syllables() and _rest(word[n:], left - 1) for n in (1, 2, 3)
    )


def is_chinese(word: str) -> bool:
    """Whether a word is a surname and one or two syllables in the spelling by sound."""
    if not 2 <= len(word) <= MOST_SYLLABLES or not HANGUL.match(word) or word in no_names():
        return False
    return any(
        word[:n] in _chinese_surnames() and len(word) > n and _rest(word[n:], 2) for n in (1, 2, 3)
    )


@cache
def read_syllables() -> frozenset[str]:
    """All readings of Chinese characters: what Sino-Korean words are made of."""
    return frozenset(reading for row in readings().values() for reading in row)


def sounds_chinese(word: str) -> bool:
    """Whether a Chinese name has a syllable that no Korean word of Chinese origin has (쑤, 쥔)."""
    return is_chinese(word) and any(s not in read_syllables() for s in word)


def sounds_like_china(word: str) -> bool:
    """Whether a word is spelled by pinyin throughout, and no Sino-Korean word: 셴닝, 더저우."""
    spelled = 2 <= len(word) <= MOST_SYLLABLES and _rest(word, 3)
    return spelled and any(s not in read_syllables() for s in word)


def sounds_foreign(word: str) -> bool:
    """Whether a word can only be a foreign name: long, and spelled unlike words of Chinese origin."""
    strange = sum(s not in read_syllables() for s in word)
    return len(word) > 3 and strange > 1 and is_foreign_part(word)


def could_be_japanese(surname: str, given: str) -> bool:
    """Whether two words are a Japanese name, though the first ends like a particle: 구로에 유이치."""
    strange = any(s not in read_syllables() for s in surname)
    both = is_foreign_part(surname) and is_foreign_part(given)
    kana = all(syllable in KANA for syllable in surname)
    return both and strange and kana and len(surname) == 4 and 3 <= len(given) <= 5


def is_japanese(surname: str, given: str) -> bool:
    """Whether two words are spelled by Japanese syllables throughout, and are no Korean words: 고타니 다케시."""
    both = surname + given
    return (
        2 <= len(surname) <= 5
        and 2 <= len(given) <= 5
        and all(syllable in KANA for syllable in both)
        and any(syllable in KANA_ALONE for syllable in both)
    )


def is_foreign_part(word: str) -> bool:
    """Whether a word can be a part of a name of another country."""
    return (
        bool(HANGUL.match(word))
        and len(word) <= MOST_SYLLABLES
        and word not in no_names()
        and not VERBAL.search(word)
        and not NOUN.search(word)
    )


def is_surname(word: str) -> bool:
    """Whether a word can be all that is left of a name at second mention."""
    return word in _surnames() or word in hangul_surnames()
