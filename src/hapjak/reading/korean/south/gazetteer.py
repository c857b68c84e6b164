"""The places South Korean reports name: by table, and as some offices read Chinese ones."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from hapjak.reading import territories
from hapjak.reading.korean.south.names import sounds_foreign, sounds_like_china
from hapjak.reading.tables import read_table

LEVELS = "특별자치도|특별자치시|특별시|특례시|광역시|자치주|자치구|공화국|성|시|도|주|군|구|현|부"
COUNTRIES = frozenset(
    row["word"] for row in read_table("words.ko-KR.tsv") if row["list"] == "country"
)
PROVINCE = re.compile(r"CN-[A-Z]{2}")
CITY = re.compile(r"CN-\d{4}00")
HEAD = {
    "료": "요", "녕": "영", "려": "여", "련": "연", "량": "양", "류": "유", "륙": "육", "림": "임", "리": "이", "룡": "용", "라": "나",
    "락": "낙", "란": "난", "래": "내", "루": "누", "로": "노", "랑": "낭",
}  # the head of a word in South Korean spelling  # fmt: skip
CALLED = {
    "광서성": ("CN-GX",),
    "내몽고자치구": ("CN-NM",),
    "신강자치구": ("CN-XJ",),
    "영하자치구": ("CN-NX",),
}
NO_CITY = frozenset(
    ["통화시", "보이시", "성도시", "자양시", "대동시", "경양시", "수주시", "상주시"]
)
CHINA = re.compile("중국|中|한중|방중")


class Region(Struct, frozen=True):
    """A region that stands in a text. `name` is without hanja and blanks."""

    start: int
    end: int
    name: str
    code: str | None


@cache
def rows() -> dict[str, tuple[str, ...]]:
    """Codes of a name; 고성군 is two. Names of two syllables are none but those of the South."""
    known = {**read_cities(), **_read_provinces(), **territories.full_names("ko-KR")}
    return {n: codes for n, codes in known.items() if len(n) > 2 or at_home(codes[0])}


def _read_provinces() -> dict[str, tuple[str, ...]]:
    """Provinces of China read by their hanja, as some offices write them: 하북성, 요녕성, 상해시."""
    names = territories.full_names("ko-CN")
    read = {n: c for n, c in names.items() if c and PROVINCE.fullmatch(c[0]) and n[-1] in "성시"}
    return read | {HEAD[n[0]] + n[1:]: c for n, c in read.items() if n[0] in HEAD} | CALLED


@cache
def read_cities() -> dict[str, tuple[str, ...]]:
    """Cities of China read by their hanja (구강시); they count only in a text that names China."""
    names = territories.full_names("ko-CN")
    read = {n: c for n, c in names.items() if CITY.fullmatch(c[0]) and len(n) > 2 and n[-1] == "시"}
    headed = {HEAD.get(n[0], n[0]) + n[1:]: c for n, c in read.items()}
    return {n: c for n, c in headed.items() if n not in NO_CITY}


@cache
def full_matcher() -> tuple[list[str], AhoCorasick]:
    names = list(rows())
    return names, AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)


@cache
def shorts() -> dict[str, str]:
    """Names without their level, as they are glued to titles: 부산 부산시, 경남 경남도, 지린 지린성."""
    found: dict[str, str] = {}
    for name, codes in rows().items():
        if not _is_county(codes[0]):
            found.setdefault(base_of(name), name)
    return found


def _is_county(code: str) -> bool:
    """A county of China by its code: too many are called as other things are."""
    return code.startswith("CN-") and code[3:].isdigit() and not code.endswith("00")


def code_of(name: str) -> str | None:
    """The code of a region of the table by its full name."""
    codes = rows().get(name, ())
    return codes[0] if codes else None


def base_of(name: str) -> str:
    """A name without its level, if two syllables are left."""
    base = re.sub(rf"(?:{LEVELS})$", "", name)
    return base if len(base) > 1 else name


def at_home(code: str | None) -> bool:
    """Whether a code is one of South Korea's."""
    return bool(code and code.startswith("KR"))


def is_abroad(name: str, code: str | None) -> bool:
    """Whether a region lies abroad; one of no table by its level and its sound."""
    if code is not None:
        return not at_home(code)
    return name[-1] in "성현주부국정촌" or sounds_like_china(name[:-1]) or sounds_foreign(name[:-1])


@cache
def short_matcher() -> tuple[list[str], AhoCorasick]:
    names = list(shorts())
    return names, AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
