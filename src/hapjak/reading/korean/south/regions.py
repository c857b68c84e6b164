"""Regions as South Korean reports write them: its own by table, partners by table and by frame.

Chinese places come transcribed, with hanja inside the name (지린(吉林)성) or apart
from their level (허베이 성). A place of no table is taken only where the text
itself calls it one: a country before it, an office or a delegation behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec.structs import replace

from hapjak.reading import territories
from hapjak.reading.korean.south.gazetteer import (
    CHINA,
    COUNTRIES,
    Region,
    at_home,
    code_of,
    full_matcher,
    read_cities,
    rows,
    short_matcher,
    shorts,
)
from hapjak.reading.korean.south.names import (
    could_be_japanese,
    is_chinese,
    is_korean,
    read_syllables,
    sounds_foreign,
    sounds_like_china,
)
from hapjak.reading.korean.words import AFTER, BEFORE
from hapjak.reading.territory import Territory, around, by_code

ABROAD = rf"(?:(?:{COUNTRIES})\s?|[中日美獨佛露越]\s?)"
HEADS = (
    r"(?:상무\s?부?|제1\s?부?|부|경제부|행정\d?부|정무부)?(?:시장|성장|지사|주지사|현지사|군수|구청장|주장|현장|당서기|서기|비서장|주석)"
    r"|인민위원회|인민위원장|인민정부|정부|정부청사|대표단|방문단|교류단|사절단|시찰단|의회|인민의회|당위원회|교육위원회|청사"
)
OF_LEVEL = "성|시|주|현|부|구|군|도"
# 중국 셴닝시; 베트남 까마우성; the second place of a run: 산둥성 지난시
BEHIND_COUNTRY = re.compile(
    rf"{BEFORE}{ABROAD}(?P<name>[가-힣]{{1,7}}(?:성|시|주|현|부|군|구|공화국)|[가-힣A-Z]{{2,7}}\s(?:성|시|주)){AFTER}"
)
# 일본 야즈정: towns and villages of Japan
TOWN = re.compile(
    rf"{BEFORE}(?:일본의?|日|[가-힣]{{2,6}}현)\s?(?P<name>[가-힣]{{2,6}}[정촌]){AFTER}"
)
BEFORE_HEAD = re.compile(
    rf"{BEFORE}(?P<name>[가-힣]{{2,7}}(?:성|시|주|현|도))(?=\s?(?:{HEADS}){AFTER})"
)
GLUED = re.compile(
    rf"{BEFORE}(?P<name>[가-힣]{{2,7}}?(?:(?:성|시|주)(?=장|지사)|[도현](?=지사)))(?:장|지사){AFTER}"
)
# two of a kind that act together: 해솔도와 칭란성은
TOGETHER = re.compile(
    rf"{BEFORE}(?P<name>[가-힣]{{2,6}}(?:성|시|도|군|주|현))[과와]\s(?:[가-힣]{{2,5}}\s)?(?P<other>[가-힣]{{2,6}}(?:성|시|도|군|주|현))(?:은|는|이|가|간)[\s,]"
)
SHORT_ABROAD = re.compile(rf"{BEFORE}{ABROAD}(?P<name>[가-힣]{{2,6}}){AFTER}")
TRANSCRIBED = re.compile(
    rf"{BEFORE}(?P<name>[가-힣]{{2,7}}[시현구군주성])(?:{AFTER}|(?=\s?(?:{HEADS})))"
)
NEXT = re.compile(
    rf"(?:,?\s|[·ㆍ]|[과와]\s)(?P<name>[가-힣]{{1,6}}(?:시|현|주|구|군))(?:청|의회)?{AFTER}"
)
NEXT_APART = re.compile(rf"(?:,\s|[·ㆍ]|[과와]\s)(?P<name>[가-힣A-Z]{{2,7}}\s시){AFTER}")
APART = re.compile(
    r"(?<![가-힣])(?P<base>[가-힣]{1,7})(?:\s?\((?P<hanja>[\u3400-\u9fff\uf900-\ufaff]{1,6})\)\s?|\s)"
    rf"(?P<level>성|시|현|주|부|자치구|자치주){AFTER}"
)
NO_PLACE = re.compile(
    r"(?:자매|우호|대|중소|신|거점|양|두|항만|관광|산업|중심|국제|개최|창의|혁신|스마트|해양|위성)도시$"
    r"|^(?:각|양|두|전|동|당|역|다|일|수|즉|필요|방문|행사|체결|동북|지방|중앙|외교|정|본|연|주민|해당|광역|기초|지방정|정치|행정)(?:성|시|주|현|부|군|구)$"
    r"|(?:가능|중요|필요|특수|다양|적정|연속|여|남|구|작|조|형|달|육|양|상징|공공|수익|경제|지속|당위|동반|고도|녹색|균형)성$|^[가-힣]?(?:표|실|게|지|중|무|임|입|제|전)시$|국제전시$"
    r"|(?:[해공육국적아]|연방|주력|선발|후보|직업|상품|제품|품목|다국적|평화유지)군$|(?:연|요|출입|창|기|도|축|농|야|탁|배|당|촉|강|탐|복|허|전|가|친)구$"
    r"|(?:정|간|내|외|본|일|교육|외교|통일|국방|법무|환경|노동|복지|산업|중기)부$|(?:제|정|강|속|태|각|온|농|지|보|주|시|의|용|한|철|반)도$|(?:호|광|이번|다음|지난|매|격|금|제)주$"
)  # fmt: skip
JOINED = re.compile(rf"\s?[·ㆍ‧•,]\s?|(?:과|와)\s(?:(?:{COUNTRIES})의?\s)?|,?\s및\s")
LAST = re.compile(
    r"(?:등|의|이|가|은|는|과|와|을|를)?(?:[^가-힣]|$)|등"
)  # behind a name that stands in a list
POINTED = re.compile("[·ㆍ‧•,]")  # 갑과 을 alone is no list
GIVEN = re.compile(r"\s([가-힣]{3,5})(?=\s)")
SURNAME = re.compile(r"(?:^|[\s,·])(?!중국|일본)[가-힣]{1,3}[^가는은을를의과와성시현도군구주국]\s$")
GIVEN_LIKE_CITY = re.compile(
    r"(?:다케|히로|다카|사토|기요|쓰요|마사|아쓰|히토|다다|나오|하야|다쓰|야스|겐|고|가쓰|아키|에이|가즈)시\s(?:[가-힣]{2,6}[시현구정]\s?)?(?:부)?(?:시장|지사|의장|구청장|정장|회장|국장|총영사|대사)"
)
WORD_BEFORE = re.compile(r"(?:^|[\s,])(?!중국|일본)[가-힣]{2,5}\s$")
HELD_THERE = re.compile(
    r"\s[가-힣]{2,6}[현도부시구](?:의회|청)?\s?(?:부|행정\d?부)?(?:지사|의장|시장|구청장|교육감|[가-힣]{0,8}국장)"
)
HEAD_OF_LEVEL = re.compile(r"\s(?:부|상무부)?(?P<level>[시성구현주])장(?![가-힣]{2})")
SMALL = re.compile("(?:중|동|서|남|북)구$")  # a district only behind its city


def find_regions(text: str) -> list[Region]:
    """All regions of a text in order, none inside another."""
    known = list(_of_table(text))
    names = {region.name for region in known}
    found = [*known, *_apart(text), *_by_frame(text, names), *_listed(text, known)]
    found = [*found, *_next(text, found)]
    found = [*found, *_named_again(text, found)]
    kept: list[Region] = []
    for region in sorted(found, key=lambda r: (r.start, -r.end)):
        if not kept or region.start >= kept[-1].end:
            kept.append(region)
    return [replace(r, code=r.code or _code_by_reading(r.name)) for r in kept]


def _code_by_reading(name: str) -> str | None:
    """The code of a Chinese place read by its hanja (북경시), where a frame shows that it is one."""
    found = territories.candidates(name, "ko-KR")
    return found[0].code if len(found) == 1 and territories.is_full(name, "ko-KR") else None


def _of_table(text: str) -> Iterator[Region]:
    names, matcher = full_matcher()
    china = CHINA.search(text) is not None
    above: str | None = None  # the province named last
    districts: set[str] = set()  # small ones that a city before them has made known
    for index, start, end in matcher.find_matches_as_indexes(text):
        if start and "가" <= text[start - 1] <= "힣" and not _behind_name(text, start, end):
            continue
        name = names[index]
        if not china and name in read_cities() and not at_home(rows()[name][0]):
            continue
        if SMALL.match(name):
            if _behind_city(text, start):
                districts.add(name)
            elif name not in districts:
                continue
        code = _code(name, rows()[name], text[max(0, start - 10) : start], above)
        if code and len(code) == 5:
            above = code
        if name[-1] == "시" and not at_home(code) and _is_person(text, start, end):
            continue
        yield Region(start, end, name, code)


def _listed(text: str, known: list[Region]) -> Iterator[Region]:
    """부산·경남·전남, 순천, 광양 등: names without their level in a list of regions."""
    names, matcher = short_matcher()
    places = {region.start: region for region in known}
    for index, start, end in matcher.find_matches_as_indexes(text):
        if start not in places and not "가" <= text[start - 1 : start] <= "힣":
            full = shorts()[names[index]]
            places[start] = Region(start, end, names[index], code_of(full))
    row: list[Region] = []
    for region in [*sorted(places.values(), key=lambda r: r.start), None]:
        if row and (region is None or not JOINED.fullmatch(text, row[-1].end, region.start)):
            if len(row) > 1 and POINTED.search(text, row[0].end, row[-1].start):
                yield from (r for r in row if r.name in shorts() and LAST.match(text, r.end))
            row = []
        if region is not None:
            row.append(region)


def _behind_name(text: str, start: int, end: int) -> bool:
    """홍길동대전시장: glued between a name and the rest of a title."""
    word = re.compile(r"(?<![가-힣])[가-힣]{3}$").search(text, max(0, start - 4), start)
    return bool(word and is_korean(word[0]) and text[end : end + 1] in ("장", "지", "수"))


def _behind_city(text: str, start: int) -> bool:
    return bool(
        re.search(
            r"(?:서울|부산|대구|인천|광주|대전|울산)(?:광역|특별)?시?\s$",
            text[max(0, start - 8) : start],
        )
    )


def _code(name: str, codes: tuple[str, ...], before: str, above: str | None) -> str | None:
    """The code of a name; of several that of the region named before it."""
    if len(codes) == 1:
        return codes[0]
    for code in codes:
        for outer in _around(code):
            if any(short in before for short in outer.short.get("ko-KR", ())):
                return code
    inside = (code for code in codes if any(outer.code == above for outer in _around(code)))
    return next(inside, codes[0] if name == "광주시" else None)


def _around(code: str) -> tuple[Territory, ...]:
    territory = by_code(code)
    return tuple(around(territory)) if territory else ()


def _apart(text: str) -> Iterator[Region]:
    """지린(吉林)성, 허베이 성: hanja or a blank between name and level."""
    for match in APART.finditer(text):
        name = match["base"] + match["level"]
        known = rows().get(name)
        if known or (match["hanja"] and len(match["base"]) > 1):
            yield Region(*match.span(), name, known[0] if known else None)


def _by_frame(text: str, known: set[str]) -> Iterator[Region]:
    """Places of no table that a country or an office beside them gives away."""
    for match in SHORT_ABROAD.finditer(text):
        full = shorts().get(match["name"])
        code = rows()[full][0] if full else None
        if full and not at_home(code):
            yield Region(*match.span("name"), match["name"], code)
    for match in TRANSCRIBED.finditer(text):
        base, level = match["name"][:-1], match["name"][-1]
        if _is_person(text, *match.span("name")):
            continue
        china = level in "시현" and sounds_like_china(base)
        if match["name"] not in known and (china or sounds_foreign(base)):
            yield Region(*match.span("name"), match["name"], None)
    framed = (
        (BEHIND_COUNTRY, "name"),
        (TOWN, "name"),
        (BEFORE_HEAD, "name"),
        (GLUED, "name"),
        (TOGETHER, "name"),
        (TOGETHER, "other"),
    )
    for pattern, group in framed:
        for match in pattern.finditer(text):
            name = match[group]
            person = pattern in (BEFORE_HEAD, GLUED) and is_korean(name)  # 박정현 군수
            person = person or GIVEN_LIKE_CITY.match(text, match.start(group)) is not None
            common = all(syllable in read_syllables() for syllable in name[:-1].strip())
            if common and (" " in name or name[-1] in "정촌"):
                continue  # 중국 방문 시: when visiting China; 일본 일정
            if name in known or person or NO_PLACE.search(name) or not _plausible(name):
                continue
            yield Region(*match.span(group), name, None)


def _is_person(text: str, start: int, end: int) -> bool:
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


def _next(text: str, found: list[Region]) -> Iterator[Region]:
    """A smaller place right behind a larger one: 산둥성 더저우시."""
    taken = {region.start for region in found}
    waiting = list(found)
    while waiting:
        region = waiting.pop()
        match = NEXT.match(text, region.end)
        if match is None and region.name[-2:-1] == " ":
            match = NEXT_APART.match(text, region.end)
        if match and _heads_another(text, match):
            continue
        if match and match.start("name") not in taken and not NO_PLACE.search(match["name"]):
            near = Region(*match.span("name"), match["name"], None)
            taken.add(near.start)
            waiting.append(near)
            yield near


def _heads_another(text: str, match: re.Match[str]) -> bool:
    """환취구 상홍군 구장: a name before the title of another level is a person's."""
    head = HEAD_OF_LEVEL.match(text, match.end("name"))
    return head is not None and head["level"] != match["name"][-1]


def _named_again(text: str, found: list[Region]) -> Iterator[Region]:
    """Where the text writes a place of no table again, without a frame."""
    untold = {region.name: region.code for region in found if region.name not in rows()}
    known = {name: code for name, code in untold.items() if name not in shorts()}
    if not known:
        return
    names = list(known)
    matcher = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
    for index, start, end in matcher.find_matches_as_indexes(text):
        if not (start and "가" <= text[start - 1] <= "힣"):
            yield Region(start, end, names[index], known[names[index]])
