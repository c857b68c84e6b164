"""Places that a Korean text names, by their full names and by the level a report leaves alone (성, 주)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from hapjak.reading.homonyms import resolve
from hapjak.reading.korean.words import BEFORE
from hapjak.reading.territories import candidates, find_in, is_full
from hapjak.reading.territory import Territory

FORMS = ("ko-CN", "ko-KR")  # papers quote the South's spellings too
LEVELS = "특별자치도|특별자치시|특별시|광역시|자치주|자치구|자치현|변강구|공화국|아이막|성|시|도|주|현|구|군|맹"
GLUED = (
    "한국|조선|일본|로씨야|러시아|몽골|미국"  # countries often written as one word with the place
)
NATIONS = "조선족|만족|몽골족|몽고족|회족|장족|쫭족|위글족|이족|묘족|다우르족|어원커족"
PREFIXES = ("중공", *GLUED.split("|"))


# An unknown name is a place if a body or an office stands on it. Every 도 is in the tables.
OPEN_LEVELS = LEVELS.replace("|도|", "|")
UNKNOWN = re.compile(
    rf"(?:중공\s?|{BEFORE}(?:{GLUED})?)(?P<name>[가-힣]{{2,4}}?(?:{NATIONS})?(?:{OPEN_LEVELS}))"
    r"(?=\s?(?:당위원회|당위|위원회|인민정부|인민위원회|정부|인대|정협|대표단|의회|지도자|상무청"
    r"|당서기|[가-힣0-9]{0,5}(?:지사|성장|시장|주장|현장|구장|군수|맹장|청장)))"
)
# 일본 을자와시, 로씨야 병스크주: a place abroad whose name no table has
ABROAD = re.compile(
    rf"{BEFORE}(?:한국|일본|로씨야|러시아|몽골|미국|독일|프랑스|카나다|까나다|윁남|까자흐스딴)\s(?P<name>[가-힣]{{2,8}}?(?:시|주|현|변강구|변강|구역|구|군))"
    r"(?=\s|[,·]|(?:과|와|은|는|이|가|을|를|의|에|에서)\s)"
)
# 갑성과 을시는: beside a place that is known
BESIDE = re.compile(
    rf"(?P<known>[가-힣]{{3,10}})(?:과|와)\s(?:(?:{GLUED})\s)?(?P<name>[가-힣]{{2,4}}(?<!도)(?:시|현|주|군))"
    r"(?=(?:은|는|이|가|간|사이)[\s,])"
)
NO_PLACE = (
    "중국공산", "각성", "각시", "각현", "각구", "해당", "당시", "동시", "역시", "다시", "전성", "전시",
    "우리", "일시", "중앙", "중요", "주요", "필요", "지구", "연구", "도구", "요구", "기구", "친구",
    "원구", "개발구", "합작구", "시범구", "협력구", "실험구", "신구", "특구", "지도", "제도", "정도",
    "속도", "력도", "구현", "표현", "실현", "재현", "현", "구", "군", "광주",
)  # fmt: skip
HOME = "연변조선족자치주"
SOUTHERN = ("도", "군")  # levels that China does not have
# The level a place has, as its name ends; 자치주 before 주.
ENDS = (
    ("성", "성"),
    ("주", "주"),
    ("시", "시"),
    ("현", "현"),
    ("구", "구"),
    ("도", "도"),
    ("군", "군"),
    ("공화국", "국"),
    ("맹", "맹"),
    ("자치기", "기"),
)


@dataclass(frozen=True, slots=True)
class Places:
    """Full names with their codes (None for places of no table), and where each stands."""

    codes: Mapping[str, str | None]
    stands: tuple[tuple[int, str], ...]  # in reading order
    short: tuple[tuple[int, int, str], ...]  # short names of the table: start, end, full name
    aliases: Mapping[str, str]  # other full names of the same place: 연변주, 신빈현
    told: Mapping[str, str]  # codes of the full names of short ones, as the text tells them apart

    def of_level(self, level: str, position: int) -> str | None:
        """The place that 성, 주 or 시 alone means: the nearest of that level before, else the next.

        A report of China leaves only its own places without a name; 주 is then
        the one prefecture that has a Korean press.
        """
        own = [
            (at, name)
            for at, name in self.stands
            if level_of(name) == level and (level in SOUTHERN or _home(name))
        ]
        if not own:
            own = [
                (at, name) for at, _, name in self.short if level_of(name) == level and _home(name)
            ]
        if own:
            return own[max(bisect_right(own, (position, "힣")) - 1, 0)][1]
        return HOME if level == "주" else None

    @staticmethod
    def is_known(name: str) -> bool:
        """Whether the tables have a name; people are called as counties are (풍도), so in full."""
        found = candidates(name, *FORMS)
        return bool(found) and (found[0].level != "county" or is_full(name, *FORMS))

    def code_of(self, name: str) -> str | None:
        """The code of a full name, printed or not."""
        if name in self.told:
            return self.told[name]
        found = candidates(name, *FORMS)
        return found[0].code if len(found) == 1 else None


def level_of(name: str) -> str | None:
    """The level a full name ends in; none for countries and cities without one."""
    return next((level for end, level in ENDS if name.endswith(end)), None)


def base_of(place: str) -> str:
    """길림성 → 길림: the name without its level."""
    return re.sub(rf"(?:{NATIONS}){{0,2}}(?:{LEVELS})$", "", place) if len(place) > 2 else place


def _is_abroad(place: Territory) -> bool:
    """A city abroad, which goes by its name alone: 울라지보스또크."""
    return place.level == "city" and place.country not in ("CN", "KR")


def _home(name: str) -> bool:
    found = candidates(name, *FORMS)
    return not found or any(one.country == "CN" for one in found)


def find_places(text: str) -> Places:
    """The places of a text. A short name counts only as what may stand for a full one."""
    codes: dict[str, str | None] = {}
    stands: list[tuple[int, str]] = []
    short: list[tuple[int, int, str]] = []
    told: dict[str, str] = {}
    hits = find_in(text, *FORMS)
    for hit, place in zip(hits, resolve(text, hits, "ko-CN"), strict=True):
        if (hit.full and level_of(hit.name)) or (place and _is_abroad(place)):
            codes[hit.name] = place.code if place else None
            stands.append((hit.start, hit.name))
        elif place and place.level not in ("country", "county"):
            full = place.names.get("ko-CN", hit.name)
            short.append((hit.start, hit.end, full))
            told.setdefault(full, place.code)
    codes |= dict.fromkeys(_unknown(text, codes))
    unknown = [name for name, code in codes.items() if code is None]
    if unknown:
        found = AhoCorasick(unknown).find_matches_as_indexes(text)
        stands += [(start, unknown[index]) for index, start, _ in found]
    aliases = _aliases(codes)
    codes = {name: code for name, code in codes.items() if name not in aliases}
    stands = [(at, aliases.get(name, name)) for at, name in stands]
    return Places(codes, tuple(sorted(stands)), tuple(short), aliases, told)


def _aliases(codes: Mapping[str, str | None]) -> dict[str, str]:
    """Names that stand for the longer name of the same place: by code, or by what they begin with."""
    longest: dict[str, str] = {}
    for name, code in sorted(codes.items(), key=lambda item: -len(item[0])):
        longest.setdefault(code if code and "-" in code else base_of(name), name)
        if re.search(f"(?:{NATIONS})자치", name):
            longest.setdefault(base_of(name), name)
    same = {
        name: longest.get(code or "") if code and "-" in code else longest.get(base_of(name))
        for name, code in codes.items()
    }
    return {name: full for name, full in same.items() if full and full != name}


def _unknown(text: str, known: Mapping[str, str | None]) -> list[str]:
    """Names of no table that a body or an office stands on."""
    found = (*UNKNOWN.finditer(text), *ABROAD.finditer(text))
    names = dict.fromkeys(match["name"] for match in found)
    for match in BESIDE.finditer(text):
        if match["known"] in known or match["known"] in names:
            names[match["name"]] = None
    return [
        name
        for name in names
        if name not in known and not name.startswith(NO_PLACE) and name not in NO_PLACE
    ]
