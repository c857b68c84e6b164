"""Places named in a Chinese text: those of the tables, and those the text itself shows to be one.

Most reports print places that the tables know (all of China down to the
county, the partners' regions); `unlisted.py` finds the others.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from hapjak.reading.chinese.unlisted import Unlisted, has_short
from hapjak.reading.homonyms import resolve
from hapjak.reading.tables import read_table
from hapjak.reading.territories import TerritoryMention, find_in
from hapjak.reading.territory import Territory, is_known_alone

FORM = "zh-Hans"  # a text in traditional characters is read in simplified ones
PARISH = re.compile(r"[乡镇町村](?=公所|长|政府|党委|议会|人民)")
NOT_FRIENDS = re.compile(r"[省州县市关]")
LEVEL_BEHIND = re.compile(
    r"(?:（[\u4e00-\u9fff]{2,6}）)?共和国|大都市区|大区|边疆区|[省州市府县郡](?![长内外委级])"
)
OTHER_WORD = re.compile(r"[路街巷]|大道|江(?!省|市|苏)|[河湖山](?!东|西|南|北|省|市|区)")  # 中山路


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
        backwards = self.all[::-1]
        self._by_start = {place.start: place for place in backwards}
        self._by_end = {place.end: place for place in backwards}

    def ending(self, position: int) -> Place | None:
        """The place that ends at a position."""
        return self._by_end.get(position)

    def starting(self, position: int) -> Place | None:
        """The place that begins at a position."""
        return self._by_start.get(position)

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
            if (not hit.full or hit.name == "友好区") and self._is_other_word(hit):
                continue
            official = official_name(place) if place else hit.name
            level = level_of(place or hit.candidates[0])
            if place and not hit.full and level == "county" and not is_known_alone(place):
                continue  # 局长吴川: many counties are called as people are
            name = official if official in printed or level == "country" else hit.name
            self.codes.setdefault(name, place.code if place else None)
            longer = None if hit.full else self._with_level(hit)
            if longer:
                name = official = self.text[hit.start : longer]
                self.codes.setdefault(name, place.code if place else None)
            yield Place(hit.start, longer or hit.end, name, official, level)

    def _with_level(self, hit: TerritoryMention) -> int | None:
        """谅山|省: where a place abroad ends that the tables know without its level."""
        parish = PARISH.match(self.text, hit.end)
        if parish:
            return parish.end()
        level = LEVEL_BEHIND.match(self.text, hit.end)
        return level.end() if level and hit.candidates[0].country not in ("CN", "KR") else None

    def _is_other_word(self, hit: TerritoryMention) -> bool:
        """中山路, and 市长野志克仁: a mayor called Noshi, not Nagano."""
        head = hit.name[0] == "长" and self.text[hit.start - 1 : hit.start] in tuple("省市县区州")
        abroad = hit.candidates[0].country != "CN"
        friends = hit.name == "友好区" and NOT_FRIENDS.match(self.text, hit.end)  # 友好区省
        return bool(OTHER_WORD.match(self.text, hit.end) or friends) or (head and abroad)

    def _told(self, known: list[Place]) -> Iterator[Place]:
        """Places of no table, and counties printed without their level."""
        own = ("CN", None)
        abroad = [
            p.end for p in known if p.level == "country" and self.codes.get(p.name) not in own
        ]
        unlisted = Unlisted(self.text, {(p.start, p.end) for p in known}, abroad)
        names = unlisted.names()
        counties = (p.name for p in known if p.level == "county" and has_short(p.name))
        levels = {place.name: place.level for place in known}
        for name in (sure := [*names, *counties]):
            self.codes.setdefault(name, None)
        for start, end, name in unlisted.printed(sure):
            yield Place(start, end, name, name, levels.get(name, "unknown"))


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
