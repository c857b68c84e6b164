"""Bodies of a South Korean report: governments by their regions, institutions by their endings."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from hapjak.reading.bodies import Named
from hapjak.reading.drafts import Body
from hapjak.reading.korean.south.frames import names_country
from hapjak.reading.korean.south.gazetteer import (
    Region,
    at_home,
    base_of,
    code_of,
    shorts,
)
from hapjak.reading.korean.south.institutions import (
    COMPANY,
    INTRODUCED,
    firms,
    universities,
)
from hapjak.reading.korean.south.names import no_names
from hapjak.reading.korean.south.offices import OfficeBodies
from hapjak.reading.korean.south.regions import find_regions
from hapjak.reading.korean.words import AFTER
from hapjak.reading.model import OrganisationKind

OF_REGION = re.compile(r"\s?[가-힣]{0,8}$")
OWN = re.compile(
    r"(?:(?<=^)|(?<=[\s\[(]))(?P<level>도|시|군|구)(?=(?:는|은|가|와|과|의|에\s따르면|에서는)[\s,]|\s(?:관계자|대표단|방문단|[가-힣]{2,10}(?:국장|과장|실장|본부장|단장))[은는이가을를과와]?[\s,])"
)
COUNCIL = re.compile(rf"(?<![가-힣])(?P<level>[도시군구])의회{AFTER}")  # the report's own assembly
OUR = re.compile(r"우리\s?(?P<level>도|시|군|구)(?=[은는이가와과의]?[\s,])")
SHORT_ACTS = re.compile(
    r"(?:은|는|을|를|간|측은)[\s,]|[과와][\s,](?!\S{1,8}(?:\s(?:지역|일대|등지))?(?:에서|을 |를 ))"
)
# 공주대에서, 공주대 대강당에서: only where something is held
VENUE = re.compile(r"(?:\s[가-힣0-9A-Z]{1,10}){0,3}?에(?:서|\s(?:마련|위치|있는|자리))")


class SouthBodies(OfficeBodies):
    """The bodies of a South Korean text."""

    def __init__(self, text: str) -> None:
        self._regions = find_regions(text)
        self._institutions_known: list[str] = []
        self._canonical = _fullest(self._regions)
        self._starts_of = {region.start: region for region in self._regions}
        self._ends_of = {region.end: region for region in self._regions}
        places: dict[str, str | None] = {self._canonical[r.name]: None for r in self._regions}
        places |= {self._canonical[r.name]: r.code for r in self._regions if r.code}
        super().__init__(text, places, base_of)
        self.main = self._main()
        self._resolve_own()
        acting = {id(m.body) for m in self.mentions if SHORT_ACTS.match(text, m.end)}
        met_in = {id(m.body) for m in self.mentions if not VENUE.match(text, m.end)}
        for body in self.all():
            houses = body.kind is OrganisationKind.INSTITUTE and id(body) not in met_in
            body.acts = id(body) in acting or not (houses or body.name in self.places)

    def full_name(self, place: str) -> str:
        return self._canonical.get(place) or super().full_name(place)

    def is_place(self, name: str) -> bool:
        return name in self._canonical or super().is_place(name) or name in shorts()

    def ending_at(self, position: int) -> Named | None:
        """The mention that ends at a place in the text."""
        return self.before(position, 0) if self.text[position - 1 : position] != " " else None

    def region_of(self, prefix: str, levels: str, level: str = "") -> Body | None:
        """The government a title's prefix names: 부산 before 시장, 허베이성 before 성장.

        `level`: what the title itself begins with, so that 안산시 is printed in 안산시장.
        """
        for name in (prefix, *(prefix + level for level in levels)):
            if name in self._canonical or name in self.places:
                return self.ensure_government(name)
        full = shorts().get(prefix)
        if full is None or full[-1] not in levels:
            return None
        name = prefix + level if shorts().get(prefix) == prefix + level else prefix
        body = self.body(name, OrganisationKind.GOVERNMENT, None)  # 경남지사, no 경남도 printed
        body.territory = code_of(full)
        self.main.setdefault(full[-1], body)
        return body

    def named(self, start: int, end: int, body: Body) -> Body:
        """Note where a body is named only within a post: 갑시의장, 주을총영사."""
        body.spans.append((start, end))
        return body

    def covers(self, start: int, end: int) -> bool:
        """Whether a stretch lies inside a body's name or holds one."""
        index = bisect_right(self._starts, start) - 1
        return (index >= 0 and self._ends[index] >= end) or bool(self.inside(start, end))

    def scan(self) -> list[Named]:
        found = [self._government(region) for region in self._regions]
        institutions = list(self._institutions())
        found.extend(institutions)
        found.extend(self._departments())
        printed = dict.fromkeys(named.body.name for named in institutions)
        found.extend(
            Named(start, end, self.body(self.text[start:end], OrganisationKind.INSTITUTE, None))
            for start, end in universities(self.text, printed)
        )
        found.extend(
            Named(*m.span(), self.body(m[0].strip(), OrganisationKind.COMPANY, None))
            for m in COMPANY.finditer(self.text)
        )
        found.extend(
            Named(*m.span("name"), self.body(m["name"], OrganisationKind.COMPANY, None))
            for m in INTRODUCED.finditer(self.text)
            if m["name"] not in no_names()
        )
        taken = {named.start for named in found}
        found.extend(
            Named(start, end, self.body(self.text[start:end], OrganisationKind.COMPANY, None))
            for start, end in firms(self.text)
            if start not in taken
        )
        return found

    def _government(self, region: Region) -> Named:
        return Named(region.start, region.end, self.ensure_government(region.name))

    def _main(self) -> dict[str, Body]:
        """The Korean government of each level that the text names first: who 도 and 시 are."""
        home = [region for region in self._regions if at_home(region.code)]
        unknown = [region for region in self._regions if region.code is None]
        found: dict[str, Body] = {}
        for region in (*home, *unknown):
            found.setdefault(region.name[-1], self.ensure_government(region.name))
        return found

    @cached_property
    def abroad(self) -> bool:
        """Whether the text names a country or a region abroad."""
        return names_country(self.text) or any(not at_home(region.code) for region in self._regions)

    @cached_property
    def in_china(self) -> bool:
        """Whether the text names a region of China."""
        return any((region.code or "").startswith("CN") for region in self._regions)

    def _resolve_own(self) -> None:
        """도는, 시에 따르면, 우리 군 for the report's own government; 갑과 을은 by short names."""
        found = [
            Named(*match.span(), self.main[match["level"]])
            for pattern in (OWN, OUR)
            for match in pattern.finditer(self.text)
            if match["level"] in self.main
        ]
        found += [Named(*m.span(), self._own_council(m)) for m in COUNCIL.finditer(self.text)]
        taken = {mention.start for mention in self.mentions}
        short = self._short_names_that_act()
        for named in (*found, *(n for n in short if n.start not in taken)):
            named.body.spans.append((named.start, named.end))
            self.mentions.append(named)
        self.mentions.sort(key=lambda m: m.start)
        self._starts = [m.start for m in self.mentions]
        self._ends = [m.end for m in self.mentions]

    def _own_council(self, match: re.Match[str]) -> Body:
        """도의회: the assembly of the report's own government, under its full name if it is printed."""
        home = self.main.get(match["level"])
        known = self.of_side(home, OrganisationKind.LEGISLATURE) if home else None
        place = home.name if home else None
        return known or self.body(match[0], OrganisationKind.LEGISLATURE, place)

    def _short_names_that_act(self) -> list[Named]:
        """울란바토르와, 제주는: the name without its level, where the text has it in full too."""
        names = [name for name in self._short if name not in self.places and len(name) > 1]
        if not names:
            return []
        matcher = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
        return [
            Named(start, end, self.ensure_government(self._short[names[index]]))
            for index, start, end in matcher.find_matches_as_indexes(self.text)
            if SHORT_ACTS.match(self.text, end)
            and not ("가" <= self.text[start - 1 : start] <= "힣")
        ]


def _fullest(regions: list[Region]) -> dict[str, str]:
    """The fullest spelling of each region that the text prints: 서울시 is 서울특별시 there."""
    best: dict[str, str] = {}
    for region in regions:
        key = region.code or region.name
        if len(region.name) > len(best.get(key, "")):
            best[key] = region.name
    return {region.name: best[region.code or region.name] for region in regions}
