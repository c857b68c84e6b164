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
from hapjak.reading.korean.south.frames import NO_PLACE, by_frame, is_person
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
    is_korean,
)
from hapjak.reading.korean.words import AFTER
from hapjak.reading.territory import Territory, around, by_code

NEXT = re.compile(
    rf"(?:,?\s|[·ㆍ]|[과와]\s)(?P<name>[가-힣]{{1,6}}(?:시|현|주|구|군))(?:청|의회)?{AFTER}"
)
NEXT_APART = re.compile(rf"(?:,\s|[·ㆍ]|[과와]\s)(?P<name>[가-힣A-Z]{{2,7}}\s시){AFTER}")
APART = re.compile(
    r"(?<![가-힣])(?P<base>[가-힣]{1,7})(?:\s?\((?P<hanja>[\u3400-\u9fff\uf900-\ufaff]{1,6})\)\s?|\s)"
    rf"(?P<level>성|시|현|주|부|자치구|자치주){AFTER}"
)
COUNTRY = "|".join(sorted(COUNTRIES))
JOINED = re.compile(rf"\s?[·ㆍ‧•,]\s?|(?:과|와)\s(?:(?:{COUNTRY})의?\s)?|,?\s및\s")
LAST = re.compile(
    r"(?:등|의|이|가|은|는|과|와|을|를)?(?:[^가-힣]|$)|등"
)  # behind a name that stands in a list
POINTED = re.compile("[·ㆍ‧•,]")  # 갑과 을 alone is no list
HEAD_OF_LEVEL = re.compile(r"\s(?:부|상무부)?(?P<level>[시성구현주])장(?![가-힣]{2})")
SMALL = re.compile("(?:중|동|서|남|북)구$")  # a district only behind its city


def find_regions(text: str) -> list[Region]:
    """All regions of a text in order, none inside another."""
    known = list(_of_table(text))
    names = {region.name for region in known}
    found = [*known, *_apart(text), *by_frame(text, names), *_listed(text, known)]
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
        if name[-1] == "시" and not at_home(code) and is_person(text, start, end):
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
    """복산구 왕평군 구장: a name before the title of another level is a person's."""
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
