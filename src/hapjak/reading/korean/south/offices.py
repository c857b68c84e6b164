"""Institutions and offices of a South Korean text: how their names open and which body they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hapjak.reading.bodies import Bodies, Named
from hapjak.reading.korean.south.gazetteer import Region, at_home
from hapjak.reading.korean.south.institutions import ENDED, GENERIC, abbreviates, endings
from hapjak.reading.korean.south.names import is_chinese, is_korean
from hapjak.reading.korean.words import AFTER
from hapjak.reading.model import OrganisationKind

WORD = re.compile(r"[가-힣A-Za-z0-9&·]{1,24}$")
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
    "교육청",
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
# 한국농어촌공사 전남지역본부: the branch belongs to the name
BRANCH = re.compile(rf"\s[가-힣]{{2,6}}(?:지역본부|본부|지사|지부|지회|지점){AFTER}")
BYLINE = re.compile(r"[\[(【][^\[\]()【】\n]{0,12}$")
SPECIFIC = frozenset(["지사회", "시장회", "암센터", "의학원", "보건원"])  # 전국지사회, 국립암센터
ELSEWHERE = frozenset(
    [
        "경제부",
        "산업부",
        "농업부",
        "관광부",
        "문화부",
        "노동부",
        "교통부",
        "내무부",
        "재무부",
        "에너지부",
    ]
)  # at home desks of papers are called so
MINISTRY = "ministry"  # such an ending is a whole name


class OfficeBodies(Bodies):
    """Bodies known by an ending (협회, 교육청) or as an office right behind its region."""

    _regions: list[Region]
    _institutions_known: list[str]
    _keys: dict[str, str]
    _canonical: dict[str, str]
    _starts_of: dict[int, Region]
    _ends_of: dict[int, Region]

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
            (GENERIC.match(head) and self.text[start:end] not in SPECIFIC)
            or (not head and region is None)
            or (len(head) < 2 and region is None)
        ):
            return None
        if region and kind == "same" and self.text[region.end : start].strip() in ("", "주"):
            return Named(region.start, end, self.ensure_government(region.name))
        begin = min(begin, region.start) if region else begin
        council = COUNCIL.search(self.text, max(0, begin - 24), begin)
        begin, kind = (council.start(), "legislature") if council else (begin, kind)
        branch = BRANCH.match(self.text, end) if kind in ("company", "association") else None
        end = branch.end() if branch else end
        name = self.text[begin:end]
        place = region.name if region else self._short_region(head)
        real = OrganisationKind.GOVERNMENT if kind == "same" else OrganisationKind(kind)
        return Named(begin, end, self.body(name, real, place))

    def _ministry(self, region: Region | None, head: str, start: int, end: int) -> Named | None:
        """A ministry of a state, or of a region abroad (더반주 산업부)."""
        if region and not at_home(region.code) and region.name.endswith(("주", "성", "공화국")):
            name = self.text[region.start : end]
            body = self.body(name, OrganisationKind.GOVERNMENT, region.name)
            return Named(region.start, end, body)
        if (head and not GENERIC.match(head)) or self.text[start:end] in ELSEWHERE:
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
