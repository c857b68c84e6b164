"""Bodies of a South Korean report: governments by their regions, institutions by their endings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from hapjak.reading.bodies import Bodies, Named
from hapjak.reading.drafts import Body
from hapjak.reading.korean.south.gazetteer import (
    COUNTRIES,
    Region,
    at_home,
    base_of,
    code_of,
    shorts,
)
from hapjak.reading.korean.south.institutions import (
    COMPANY,
    ENDED,
    GENERIC,
    INTRODUCED,
    abbreviates,
    endings,
    universities,
)
from hapjak.reading.korean.south.names import is_chinese, is_korean, no_names
from hapjak.reading.korean.south.regions import find_regions
from hapjak.reading.korean.words import AFTER
from hapjak.reading.model import OrganisationKind

WORD = re.compile(r"[가-힣A-Za-z0-9&·]{1,24}$")
OF_REGION = re.compile(r"\s?[가-힣]{0,8}$")
OWN = re.compile(
    r"(?:(?<=^)|(?<=[\s\[(]))(?P<level>도|시|군|구)(?=(?:는|은|가|와|과|의|에\s따르면|에서는)[\s,]|\s(?:관계자|대표단|방문단|[가-힣]{2,10}(?:국장|과장|실장|본부장|단장))[은는이가을를과와]?[\s,])"
)
OUR = re.compile(r"우리\s?(?P<level>도|시|군|구)(?=[은는이가와과의]?[\s,])")
SHORT_ACTS = re.compile(
    r"(?:은|는|을|를|간|측은)[\s,]|[과와][\s,](?!\S{1,8}(?:\s(?:지역|일대|등지))?(?:에서|을 |를 ))"
)
# 공주대에서, 공주대 대강당에서: only where something is held
VENUE = re.compile(r"(?:\s[가-힣0-9A-Z]{1,10}){0,3}?에(?:서|\s(?:마련|위치|있는|자리))")
BYLINE = re.compile(r"[\[(【][^\[\]()【】\n]{0,12}$")
FOREIGN = re.compile(COUNTRIES)
COUNCIL = re.compile(r"(?:중국 )?(?:인민정치협상회의|정협)(?:\([^()]{1,8}\))?\s$")
OFFICE = re.compile(rf"\s?(?P<name>[가-힣]{{2,10}}?(?:국|청|본부|위원회|판공실)){AFTER}")
NO_OFFICE = re.compile(
    r"(?:^|\s)(?:[가-힣]{0,2}시|도|군|구)청$|^[가-힣]?(?:시|도|군|구|요|신|초|재)청$|(?:중|한|미|영|태|외|전|양|각|본|모|자|귀|입|출|약|방송|선진|강대|당사|상대|체|회원|참가|개최)국$|(?:대회|행사|조직|추진|상임)?본부$(?<!난본부)(?<!방본부)|^(?:조직|추진|상임|집행|특별|운영)위원회$"
)
TITLED = re.compile(
    r"\s(?:당|부)?(?:시장|성장|군수|지사|서기|현장|주장|구청장|비서장|주임|국장|청장|주석|의장)"
)
HEADED = (
    "경찰청",
    "경찰서",
    "소방서",
    "보건소",
    "농업기술원",
    "농업기술센터",
    "소방본부",
    "개발청",
    "관광청",
    "투자청",
    "교육지원청",
    "경제자유구역청",
)
MINISTER = re.compile(r"(?:제?\d)?[장차]관")
MINISTRY = "ministry"  # such an ending is a whole name


class SouthBodies(Bodies):
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

    def region_of(self, prefix: str, levels: str) -> Body | None:
        """The government a title's prefix names: 부산 before 시장, 허베이성 before 성장."""
        for name in (prefix, *(prefix + level for level in levels)):
            if name in self._canonical or name in self.places:
                return self.ensure_government(name)
        full = shorts().get(prefix)
        if full is None or full[-1] not in levels:
            return None
        body = self.body(prefix, OrganisationKind.GOVERNMENT, None)  # 경남지사, no 경남도 printed
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
        printed = {named.body.name for named in institutions}
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
        return found

    def key_of(self, name: str) -> str:
        """An abbreviation is the institution it stands for: 갑산외대, 갑산외국어대학교."""
        printed = next((p for p in self._canonical if name.startswith(p) and name != p), None)
        if printed:
            name = self._canonical[printed] + name[len(printed) :]
        for known in self._institutions_known:
            short, full = sorted((name, known), key=len)
            if short[:1] == full[:1] and abbreviates(short, full):
                return known
        if name not in self.places and len(name) > 3:
            self._institutions_known.append(name)
        return name

    def _government(self, region: Region) -> Named:
        return Named(region.start, region.end, self.ensure_government(region.name))

    def _institutions(self) -> Iterator[Named]:
        kinds, matcher = endings()
        for _, start, end in matcher.find_matches_as_indexes(self.text):
            ending = self.text[start:end]
            headed = kinds[ending] in ("institute", "association") or ending in HEADED
            of_post = self.text[end : end + 1] == "장" and headed
            if ENDED.match(self.text, end) or of_post or MINISTER.match(self.text, end):
                named = self._institution(start, end, kinds[ending])
                if named:
                    yield named

    def _departments(self) -> Iterator[Named]:
        """베이징시 소방국, 지린성 공안청: an office right behind its region."""
        for region in self._regions:
            match = OFFICE.match(self.text, region.end)
            if match and not NO_OFFICE.search(match["name"]) and not self._is_name(match):
                name = self.text[region.start : match.end()]
                office = self.body(name, OrganisationKind.GOVERNMENT, region.name)
                yield Named(region.start, match.end(), office)

    def _is_name(self, match: re.Match[str]) -> bool:
        """더란시 쑤윈청 시장: a name that ends like an office."""
        named = is_korean(match["name"]) or is_chinese(match["name"])
        return named and TITLED.match(self.text, match.end()) is not None

    def _institution(self, start: int, end: int, kind: str) -> Named | None:
        word = WORD.search(self.text, max(0, start - 24), start)
        begin = word.start() if word else start
        head = self.text[begin:start]
        if not head:
            begin = self._longer(start, kinds=endings()[0])
            head = self.text[begin:start].strip()
        if kind == "media" and BYLINE.search(self.text, max(0, begin - 14), begin):
            return None
        region = self._region_at(begin) or self._region_ending(begin)
        if kind == MINISTRY:
            return self._ministry(region, head, start, end)
        if (
            GENERIC.match(head)
            or (not head and region is None)
            or (len(head) < 2 and region is None)
        ):
            return None
        if region and kind == "same" and self.text[region.end : start].strip() in ("", "주"):
            return Named(region.start, end, self.ensure_government(region.name))
        begin = min(begin, region.start) if region else begin
        council = COUNCIL.search(self.text, max(0, begin - 24), begin)
        begin, kind = (council.start(), "legislature") if council else (begin, kind)
        name = self.text[begin:end]
        place = region.name if region else self._short_region(head)
        real = OrganisationKind.GOVERNMENT if kind == "same" else OrganisationKind(kind)
        return Named(begin, end, self.body(name, real, place))

    def _ministry(self, region: Region | None, head: str, start: int, end: int) -> Named | None:
        """A ministry of a state, or of a region abroad (마하라슈트라주 산업부)."""
        if region and not at_home(region.code) and region.name.endswith(("주", "성", "공화국")):
            name = self.text[region.start : end]
            body = self.body(name, OrganisationKind.GOVERNMENT, region.name)
            return Named(region.start, end, body)
        if head and not GENERIC.match(head):
            return None
        return Named(start, end, self.body(self.text[start:end], OrganisationKind.GOVERNMENT, None))

    def _longer(self, start: int, kinds: dict[str, str]) -> int:
        """갑을상공회의소 총연합회: an ending of its own stands behind another body's name."""
        word = WORD.search(self.text, max(0, start - 25), max(0, start - 1))
        if word and self.text[start - 1] == " " and word[0].endswith(tuple(kinds)):
            return word.start()
        return start

    def _region_at(self, begin: int) -> Region | None:
        return self._starts_of.get(begin)

    def _region_ending(self, begin: int) -> Region | None:
        """A region right before a word: 하남성 인민의회."""
        return self._ends_of.get(begin - 1) if self.text[begin - 1 : begin] == " " else None

    def _short_region(self, head: str) -> str | None:
        """부산외국어대학교 lies in no government; 전북교육청 is 전북도's, if the text names it."""
        return next(
            (
                self._short[head[:n]]
                for n in (4, 3, 2)
                if head[:n] == head and head[:n] in self._short
            ),
            None,
        )

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
        return bool(FOREIGN.search(self.text)) or any(
            not at_home(region.code) for region in self._regions
        )

    def _resolve_own(self) -> None:
        """도는, 시에 따르면, 우리 군 for the report's own government; 갑과 을은 by short names."""
        found = [
            Named(*match.span(), self.main[match["level"]])
            for pattern in (OWN, OUR)
            for match in pattern.finditer(self.text)
            if match["level"] in self.main
        ]
        taken = {mention.start for mention in self.mentions}
        short = self._short_names_that_act()
        for named in (*found, *(n for n in short if n.start not in taken)):
            named.body.spans.append((named.start, named.end))
            self.mentions.append(named)
        self.mentions.sort(key=lambda m: m.start)
        self._starts = [m.start for m in self.mentions]
        self._ends = [m.end for m in self.mentions]

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
