"""Places of no table: what a country, an office or another place beside a word gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from hapjak.reading.korean.south.gazetteer import COUNTRIES, Region, at_home, rows, shorts
from hapjak.reading.korean.south.names import (
    could_be_japanese,
    is_chinese,
    is_korean,
    read_syllables,
    sounds_foreign,
    sounds_like_china,
)
from hapjak.reading.korean.words import AFTER, BEFORE

SIGNS = "中日美獨佛露越"  # countries as headlines write them
HEADS = (
    r"(?:상무\s?부?|제1\s?부?|부|경제부|행정\d?부|정무부)?(?:시장|성장|지사|주지사|현지사|군수|구청장|주장|현장|당서기|서기|비서장|주석)"
    r"|인민위원회|인민위원장|인민정부|정부|정부청사|대표단|방문단|교류단|사절단|시찰단|의회|인민의회|당위원회|교육위원회|청사"
)
OF_LEVEL = "성|시|주|현|부|구|군|도"
# 중국 셴닝시; 베트남 까마우성; the second place of a run: 산둥성 지난시
BEHIND_COUNTRY = re.compile(
    rf"\s?(?P<name>[가-힣]{{1,7}}(?:성|시|주|현|부|군|구|공화국)|[가-힣A-Z]{{2,7}}\s(?:성|시|주)){AFTER}"
)
# 일본 야즈정: towns and villages of Japan
TOWN = re.compile(rf"의?\s?(?P<name>[가-힣]{{2,6}}[정촌]){AFTER}")
BEFORE_HEAD = re.compile(
    rf"{BEFORE}(?P<name>[가-힣]{{2,7}}(?:성|시|주|현|도))(?=\s?(?:{HEADS}){AFTER})"
)
GLUED = re.compile(
    rf"{BEFORE}(?P<name>[가-힣]{{2,7}}?(?:(?:성|시|주)(?=장|지사)|[도현](?=지사)))(?:장|지사){AFTER}"
)
# 더말라시청에서: whose hall it is
HALL = re.compile(rf"{BEFORE}(?P<name>[가-힣]{{2,6}}[시군구현])(?=청(?:에서|에|을|의)\s)")
# two of a kind that act together: 해솔도와 칭란성은
TOGETHER = re.compile(
    rf"{BEFORE}(?P<name>[가-힣]{{2,6}}(?:성|시|도|군|주|현))[과와]\s(?:[가-힣]{{2,5}}\s)?(?P<other>[가-힣]{{2,6}}(?:성|시|도|군|주|현))(?:은|는|이|가|간)[\s,]"
)
SECOND = re.compile(r"(?P<name>[가-힣]{2,6}(?:성|시|도|군|주|현))")
SHORT_ABROAD = re.compile(rf"\s?(?P<name>[가-힣]{{2,6}}){AFTER}")
TRANSCRIBED = re.compile(
    rf"{BEFORE}(?P<name>[가-힣]{{2,7}}[시현구군주성])(?:{AFTER}|(?=\s?(?:{HEADS})))"
)
GIVEN = re.compile(r"\s([가-힣]{3,5})(?=\s)")
SURNAME = re.compile(r"(?:^|[\s,·])(?!중국|일본)[가-힣]{1,3}[^가는은을를의과와성시현도군구주국]\s$")
HELD_THERE = re.compile(
    r"\s[가-힣]{2,6}[현도부시구](?:의회|청)?\s?(?:부|행정\d?부)?(?:지사|의장|시장|구청장|교육감|[가-힣]{0,8}국장)"
)
GIVEN_LIKE_CITY = re.compile(
    r"(?:다케|히로|다카|사토|기요|쓰요|마사|아쓰|히토|다다|나오|하야|다쓰|야스|겐|고|가쓰|아키|에이|가즈)시\s(?:[가-힣]{2,6}[시현구정]\s?)?(?:부)?(?:시장|지사|의장|구청장|정장|회장|국장|총영사|대사)"
)
WORD_BEFORE = re.compile(r"(?:^|[\s,])(?!중국|일본)[가-힣]{2,5}\s$")
NO_PLACE = re.compile(
    r"(?:자매|우호|대|중소|신|거점|양|두|항만|관광|산업|중심|국제|개최|창의|혁신|스마트|해양|위성)도시$"
    r"|^(?:각|양|두|전|동|당|역|다|일|수|즉|필요|방문|행사|체결|동북|지방|중앙|외교|정|본|연|주민|해당|광역|기초|지방정|정치|행정)(?:성|시|주|현|부|군|구)$"
    r"|(?:가능|중요|필요|특수|다양|적정|연속|여|남|구|작|조|형|달|육|양|상징|공공|수익|경제|지속|당위|동반|고도|녹색|균형)성$|^[가-힣]?(?:표|실|게|지|중|무|임|입|제|전)시$|국제전시$"
    r"|(?:[해공육국적아]|연방|주력|선발|후보|직업|상품|제품|품목|다국적|평화유지)군$|(?:연|요|출입|창|기|도|축|농|야|탁|배|당|촉|강|탐|복|허|전|가|친)구$"
    r"|(?:정|간|내|외|본|일|교육|외교|통일|국방|법무|환경|노동|복지|산업|중기)부$|(?:제|정|강|속|태|각|온|농|지|보|주|시|의|용|한|철|반)도$|(?:호|광|이번|다음|지난|매|격|금|제)주$"
)  # fmt: skip


def by_frame(text: str, known: set[str]) -> Iterator[Region]:
    """Places of no table that a country or an office beside them gives away."""
    ends = list(_countries(text))
    for match in filter(None, (SHORT_ABROAD.match(text, end) for _, end in ends)):
        full = shorts().get(match["name"])
        code = rows()[full][0] if full else None
        if full and not at_home(code):
            yield Region(*match.span("name"), match["name"], code)
    for match in TRANSCRIBED.finditer(text):
        base, level = match["name"][:-1], match["name"][-1]
        if is_person(text, *match.span("name")):
            continue
        china = level in "시현" and sounds_like_china(base)
        if match["name"] not in known and (china or sounds_foreign(base)):
            yield Region(*match.span("name"), match["name"], None)
    for match in _framed(text, ends):
        name = match["name"]
        person = match.re in (BEFORE_HEAD, GLUED, HALL) and is_korean(name)  # 박정현 군수
        person = person or GIVEN_LIKE_CITY.match(text, match.start("name")) is not None
        common = all(syllable in read_syllables() for syllable in name[:-1].strip())
        if common and (" " in name or name[-1] in "정촌"):
            continue  # 중국 방문 시: when visiting China; 일본 일정
        if name in known or person or NO_PLACE.search(name) or not _plausible(name):
            continue
        yield Region(*match.span("name"), name, None)


def _framed(text: str, ends: list[tuple[bool, int]]) -> Iterator[re.Match[str]]:
    """All that stands where a place does: behind a country, before an office, beside another."""
    for japan, end in ends:
        match = BEHIND_COUNTRY.match(text, end) or (TOWN.match(text, end) if japan else None)
        if match:
            yield match
    for pattern in (BEFORE_HEAD, GLUED, HALL):
        yield from pattern.finditer(text)
    for together in TOGETHER.finditer(text):
        yield together
        other = SECOND.match(text, together.start("other"))
        if other:
            yield other


@cache
def _country_matcher() -> tuple[list[str], AhoCorasick]:
    names = [*COUNTRIES, *SIGNS]
    return names, AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)


def names_country(text: str) -> bool:
    """Whether a text speaks of a country at all."""
    return next(_countries(text), None) is not None


def _countries(text: str) -> Iterator[tuple[bool, int]]:
    """Where countries named as a word of their own end, and whether each is Japan."""
    names, matcher = _country_matcher()
    for index, start, end in matcher.find_matches_as_indexes(text):
        if not (start and "가" <= text[start - 1] <= "힣"):
            yield names[index] in ("일본", "日"), end


def is_person(text: str, start: int, end: int) -> bool:
    """다케이시 노부유키 의장, 니시모리 다카시 고치현 부지사: names that end like a city."""
    if GIVEN_LIKE_CITY.match(text, start) and WORD_BEFORE.search(text, max(0, start - 7), start):
        return True
    given = GIVEN.match(text, end)
    if given and could_be_japanese(text[start:end], given[1]):
        return not (is_chinese(given[1]) or is_korean(given[1]))
    alone = SURNAME.search(text, max(0, start - 6), start)
    return bool(alone and HELD_THERE.match(text, end))


def _plausible(name: str) -> bool:
    known = any(name[n:] in rows() for n in (2, 3, 4))  # 홍길동대전시장: a name before it
    return (
        not known
        and len(name) > 2
        and not name.startswith(("한국", "중국", "일본", "우리", "해외", "국내", "현지"))
    )
