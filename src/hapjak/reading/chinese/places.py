"""Places named in a Chinese text: those of the tables, and those the text itself shows to be one.

Most reports print places that the tables know (all of China down to the
county, the partners' regions). A place of no table is believed where an office
stands behind its level (某某市委) and something bounds it before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from hapjak.reading.chinese.words import HAN, begins, sounds, word_pattern
from hapjak.reading.homonyms import resolve
from hapjak.reading.tables import read_table
from hapjak.reading.territories import TerritoryMention, find_in
from hapjak.reading.territory import Territory, is_known_alone
from hapjak.text.patterns import Anchored

FORM = "zh-Hans"  # a text in traditional characters is read in simplified ones
LEVELS = r"自治区|自治州|自治县|特别行政区|广域市|边疆区|省|市|县|区|州|盟|旗|道|郡|府|町|村"
LEVEL_AT_END = re.compile(rf"(?:{LEVELS})$")
MOST = 200  # places of no table in one text; more is no report
OFFICE = r"委|人民政府|政府|人大|政协|议会|党政|代表团|领导|[副代]?[省市县州盟旗区]长|知事|议长"
UNKNOWN = Anchored(rf"(?P<level>[省市县州盟旗道郡町]|(?<![区社园])区)(?={OFFICE}|[与和、，同将愿])")
CERTAIN = re.compile(OFFICE)
NO_BASE = re.compile(
    r"^(?:全|各|两|我|本|该|外|贵|跨|他|同|多|每|某|此|双|城|都|超|上|夜|门|股|菜|海|开发|新|老|大|街|轨|频|渠|知|报|一|赛|通|轨|空|水|航|管|人)$"
    r"|(?:城|都|超|股|全|各|两|开发|示范|园|社|景|校|厂|特|辖|郊|产|合作|实验|试验|保税|功能|地级|直辖|相关|有关|集聚|核心|先行|行政|自贸|革命老|片|专|街|轨|渠|频|报|知|等|省|市|县|我|本|州|道|友好|友城|年|月|日|沿边|边境|内陆|兄弟|主席|姊妹|自治|副|务|委|常|政|府|代表|一行|出席)$"
)


OTHER_WORD = re.compile(r"[路街巷]|大道|江(?!省|市|苏)|[河湖山](?!东|西|南|北|省|市|区)")  # 中山路
NOT_HAN = re.compile(rf"[^{HAN}]")


class Place(Struct, frozen=True):
    """A place in the text.

    `name` is the fullest name the text prints for it, `official` that of the
    tables; where they differ the text prints only a short name.
    """

    start: int
    end: int
    name: str
    official: str
    level: str  # country, province, city, county, region; unknown for a place of no table


@cache
def provinces() -> dict[str, str]:
    """First digits of a national code → the province (22 → 吉林省)."""
    return {row["code"]: row["name"] for row in read_table("provinces.zh.tsv")}


class Places:
    """The places of one text in order, with what its own words add."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.codes: dict[str, str | None] = {}  # by the name the text prints, in order
        known = list(self._known())
        self.all: list[Place] = sorted([*known, *self._told(known)], key=lambda p: p.start)
        self._starts = [place.start for place in self.all]
        self._ends = [place.end for place in self.all]

    def ending(self, position: int) -> Place | None:
        """The place that ends at a position."""
        index = bisect_left(self._ends, position)
        found = self.all[index] if index < len(self.all) else None
        return found if found and found.end == position else None

    def starting(self, position: int) -> Place | None:
        """The place that begins at a position."""
        index = bisect_left(self._starts, position)
        found = self.all[index] if index < len(self.all) else None
        return found if found and found.start == position else None

    def inside(self, start: int, end: int) -> list[Place]:
        """The places that lie wholly in a stretch."""
        return self.all[bisect_left(self._starts, start) : bisect_right(self._ends, end)]

    def chain(self, start: int) -> int:
        """Where the places begin that stand one behind the other before a place (浙江省|舟山市|)."""
        while place := self.ending(start):
            start = place.start
        return start

    def _known(self) -> Iterator[Place]:
        """Places of the tables; a short name goes by the full one where the text prints it."""
        hits = find_in(self.text, FORM)
        meant = resolve(self.text, hits, FORM)
        printed = {hit.name for hit in hits}
        for hit, place in zip(hits, meant, strict=True):
            if place is None and not hit.full:
                continue
            if not hit.full and self._is_other_word(hit):
                continue
            official = official_name(place) if place else hit.name
            level = level_of(place or hit.candidates[0])
            if place and not hit.full and level == "county" and not is_known_alone(place):
                continue  # 局长吴川: many counties are called as people are
            name = official if official in printed or level == "country" else hit.name
            self.codes.setdefault(name, place.code if place else None)
            yield Place(hit.start, hit.end, name, official, level)

    def _is_other_word(self, hit: TerritoryMention) -> bool:
        """中山路, and 市长野志克仁: a mayor called Noshi, not Nagano."""
        head = hit.name[0] == "长" and self.text[hit.start - 1 : hit.start] in tuple("省市县区州")
        abroad = hit.candidates[0].country != "CN"
        return bool(OTHER_WORD.match(self.text, hit.end)) or (head and abroad)

    def _told(self, known: list[Place]) -> Iterator[Place]:
        """Places of no table that stand before an office; then wherever they are printed."""
        taken = {place.end for place in known}
        names: dict[str, bool] = {}
        printed_again = cache(lambda name: self.text.count(name) > 1)
        for match in UNKNOWN.finditer(self.text):
            base = self._base_before(match.start(), taken) if match.end() not in taken else None
            if base and len(names) < MOST:
                name = base + match["level"]
                head = self.text.startswith(
                    "长", match.end()
                )  # 松山市长: 松山市, or 松山 and its 市长
                bounded = match.start() - len(base) in taken or printed_again(name)
                certain = bounded if head else CERTAIN.match(self.text, match.end()) is not None
                names[name] = names.get(name, False) or certain
        sure = [name for name, certain in names.items() if certain]
        sure += [
            place.name for place in known if place.level == "county" and _has_short(place.name)
        ]
        for name in sure:
            self.codes.setdefault(name, None)
        yield from self._printed(sure, known)

    def _base_before(self, position: int, taken: set[int]) -> str | None:
        """The characters before a level, bounded on their left: two to four, more if by sound."""
        words = NOT_HAN.split(self.text[max(0, position - 12) : position])[-1]
        begin = position - len(words)
        cuts = [begin + m.end() for m in bounds().finditer(words)]
        cuts += [end for end in range(begin, position) if end in taken]
        base = self.text[max(cuts, default=begin) : position]
        base = base.lstrip("年月日号时")
        short = len(base) <= 4 or sounds().issuperset(base)  # 谢斯得罗列茨克
        return base if len(base) > 1 and short and not NO_BASE.search(base) else None

    def _printed(self, names: list[str], known: list[Place]) -> Iterator[Place]:
        if not names:
            return
        by_word = {base_of(name): name for name in names} | {name: name for name in names}
        words = list(by_word)
        taken = {place.start for place in known}
        levels = {place.name: place.level for place in known}
        matcher = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
        for index, start, end in matcher.find_matches_as_indexes(self.text):
            if start not in taken:
                name = by_word[words[index]]
                yield Place(start, end, name, name, levels.get(name, "unknown"))


def _has_short(name: str) -> bool:
    """Whether a county goes by its name without the level: 扶余, not 和平 or 新."""
    base = base_of(name)
    return 1 < len(base) < len(name) and begins("no name", base, 0) is None


def official_name(place: Territory) -> str:
    """The name in full; of a city abroad, which has none in the tables, with its level."""
    name = place.names[FORM]
    bare = place.level == "city" and place.country not in ("CN", "KR") and name[-1] != "市"
    return f"{name}市" if bare else name


def level_of(place: Territory) -> str:
    """The level of a territory; that of a province abroad is a region."""
    if place.level != "province" or place.country in ("CN", "KR"):
        return place.level
    return "city" if place.within == "CN-TW" else "region"


@cache
def bounds() -> re.Pattern[str]:
    """Words that may stand before a place or a body and are no part of it."""
    return word_pattern("before body")


def base_of(place: str) -> str:
    """吉林省 → 吉林."""
    base = LEVEL_AT_END.sub("", place)
    return base if len(base) > 1 else place
