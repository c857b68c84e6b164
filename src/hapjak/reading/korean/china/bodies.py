"""The bodies of government, party and economy that a Korean report names.

A name is told by how it ends (`data/bodies.ko-CN.tsv`) and by what it begins
with: a place (길림성외사판공실), the level of a place left unnamed (주상무국,
성당위), or any name (연변대학). Chains are mostly written as one word; where a
report parts them (길림성 외사판공실), the parts are joined again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from hapjak.reading.bodies import Named
from hapjak.reading.drafts import Body
from hapjak.reading.korean.china.acting import ACTS, acts_at
from hapjak.reading.korean.china.bodynames import (
    COMPANIES,
    LEVEL_WORDS,
    alone,
    bare,
    bare_tail,
    is_generic,
    may_be_body,
    name_tail,
    place_tail,
    words,
)
from hapjak.reading.korean.china.missions import abroad, by_shape, countries, missions
from hapjak.reading.korean.china.placed import PlacedBodies
from hapjak.reading.korean.china.places import PREFIXES, base_of, find_places
from hapjak.reading.korean.words import AFTER, BEFORE
from hapjak.reading.model import OrganisationKind
from hapjak.text.patterns import occurrences

WORD = re.compile(
    r"[가-힣A-Za-z0-9]+(?:\([가-힣]{1,8}\)[가-힣]{3,20}|\([\u3400-\u9fff]{1,10}\)[가-힣]{1,20})?"
)
HANJA = re.compile(r"\([\u3400-\u9fff]{1,10}\)")  # 갑(甲)그룹: a gloss within a name
LOCAL_FIRM = re.compile(r"\s등\s(?P<place>\S+?)\s(?:현지|지역|소재)\s?기업")
GOES = re.compile(r"(?:방문단|고찰단|시찰단|참관단)$")
ACCREDITED = re.compile(r"주[가-힣]{1,3}(?P<country>[가-힣]{2,5})")
BEGINS, ENDS = re.compile(BEFORE), re.compile(AFTER)
STATIONED = re.compile("주재|^주")
HEADED = re.compile(r"\s(?:상무)?부?(?:부장|서기|주임)(?![가-힣]{3})")
STANDING = "상무위원회"
BRANCHED = (OrganisationKind.ASSOCIATION, OrganisationKind.COMPANY, OrganisationKind.MEDIA)
SCHOOL = re.compile(r"[가-힣]{2,8}(?:분원|분교|단과대학|학부|경영대학|사범대학|의과대학|공과대학)")
BRANCH = re.compile(
    r"[가-힣]{1,6}(?:지회|분회|지부|지사|본부|무역관|대표처|사무소|사무국|위원회|지점|분점|분행|지국|련락처|쎈터|센터)"
)
PARENTS = (OrganisationKind.GOVERNMENT, OrganisationKind.PARTY, OrganisationKind.LEGISLATURE)
# 중한(장춘)국제협력시범구(이하 중한시범구로 략칭): a shorter name from here on
BRIEF = re.compile(r"\(이하\s(?P<name>[가-힣]{2,10}?)(?:으로|로|라고?)?(?:\s?략칭)?\)")


class ChinaBodies(PlacedBodies):
    """The bodies of a Korean text."""

    def __init__(self, text: str) -> None:
        self._where = find_places(text)
        self._used: set[int] = set()
        self._missions = {}
        super().__init__(text, dict(self._where.codes), base_of)
        self._local_firms()

    def scan(self) -> list[Named]:
        found: list[Named] = []
        self._places_by_head = _by_head([*self.places, *self._where.aliases])
        self._brief: dict[str, Body] = {}
        for match in WORD.finditer(self.text):
            gloss = HANJA.search(match[0])
            word = match[0].replace(gloss[0], "") if gloss else match[0]
            last = found[-1] if found else None
            near = last if last and self.text[last.end : match.start()] in ("", " ") else None
            branch = near is not None and near.body.kind in (*BRANCHED, OrganisationKind.INSTITUTE)
            if word[:2] not in self._places_by_head and not branch and not may_be_body(word):
                continue
            named = next(
                filter(None, (self._named(b, match.start(), near) for b in bare(word))), None
            )
            if named and gloss and named.end > match.start() + gloss.start():
                named = Named(named.start, named.end + len(gloss[0]), named.body)
            if named and near and named.start == near.start:
                found[-1] = named
            elif named:
                found.append(named)
            brief = BRIEF.match(self.text, named.end) if named else None
            if named and brief:
                self._brief[brief["name"]] = named.body
        return [
            *self._by_shape(),
            *self._embassies(),
            *self._rows(),
            *self._visited(),
            *self._ours(),
            *found,
            *self._partners(found),
        ]

    def all(self) -> list[Body]:
        """Bodies that act, meet or hold posts; a place that is only a place is none."""
        return [body for body in super().all() if self._acts(body)]

    def use(self, body: Body | None) -> None:
        """A body has a part in what is told."""
        if body is not None:
            self._used.add(id(body))

    def _acts(self, body: Body) -> bool:
        if body.kind is not OrganisationKind.GOVERNMENT or body.side or id(body) in self._used:
            return True
        return any(acts_at(self.text, end, self._end_of) for _, end in body.spans)

    def _end_of(self, start: int) -> int | None:
        following = self.at(start)
        return following.end if following else None

    def of_word(self, word: str, start: int) -> Body | None:
        """The body that the head of a word is (갑성당 of 갑성당서기); it counts as named there."""
        country = self.country(word, start) or self._accredited(word, start)
        if country or len(word) < 2 or (word[1:] == "위" and word[0] not in LEVEL_WORDS):
            return country
        body = self._of_a_place(word, start) or self._elided(word, start)
        if body is None and word in self._short:
            body = self.ensure_government(word)
        if body is None and word.endswith(COMPANIES):
            body = self._any(word, start + len(word))
        if body is not None:
            body.spans.append((start, start + len(word)))
        return body

    def _accredited(self, word: str, start: int) -> Body | None:
        """주심양한국(총령사): the country behind where its envoy is stationed."""
        told = ACCREDITED.fullmatch(word)
        return self.country(told["country"], start + told.start("country")) if told else None

    def envoys(self, position: int) -> Body | None:
        """The embassy or consulate named last, whose envoy stands there without it."""
        named = [m for m in self.inside(0, position) if m.body in self._missions.values()]
        return named[-1].body if named else None

    def of_name(self, word: str, start: int) -> Body | None:
        """The body of any name that a word is; it counts as named there."""
        body = self._any(word, start + len(word))
        if body is not None:
            body.spans.append((start, start + len(word)))
        return body

    def unknown(
        self, word: str, start: int, kind: OrganisationKind = OrganisationKind.OTHER
    ) -> Body:
        """A body of no known ending, which only a post upon it tells."""
        body = self.body(word, kind, None)
        body.spans.append((start, start + len(word)))
        return body

    def _partners(self, found: list[Named]) -> list[Named]:
        """Partners abroad of no known name; what is known already is left to its own list."""
        taken = {named.start for named in found}
        named: dict[str, Body] = {}
        for start, end, kind in abroad(self.text):
            name = self.text[start:end]
            if start not in taken and not self.is_place(name):
                named[name] = self.body(name, kind, None)
        return [
            Named(start, end, named[name])
            for name, start, end in occurrences(list(named), self.text)
            if BEGINS.match(self.text, start) and ENDS.match(self.text, end)
        ]

    def _by_shape(self) -> list[Named]:
        """Departments of the Party's centre, republics with a gloss inside."""
        return [
            Named(start, end, self.body(self.text[start:end], kind, None))
            for start, end, kind in by_shape(self.text)
        ]

    def _embassies(self) -> list[Named]:
        """조선 주재 중국대사관, 심양주재 한국 총령사관: the body, with where it is stationed."""
        found = []
        for start, end, country in missions(self.text):
            code = countries()[country]
            known = self._missions.get(code)
            if known is None or STATIONED.search(self.text[start:end]):
                name = self.text[start:end]
                known = self.body(name, OrganisationKind.GOVERNMENT, None)
            known.territory = code
            body = self._missions.setdefault(code, known)
            found.append(Named(start, end, body))
        return found

    def _named(self, word: str, start: int, last: Named | None) -> Named | None:
        """The body that a word without its particles is, alone or with the mention before it."""
        end = start + len(word)
        if last and (body := self._joined(word, last, end)):
            return Named(last.start, end, body)
        if last and GOES.search(word):
            return None  # 갑협회 을성고찰단: who goes to 을성
        body = (
            self._brief.get(word)
            or self._of_a_place(word, start)
            or self._elided(word, start)
            or self._any(word, end)
            or self._alone(word, end)
        )
        return Named(start, end, body) if body else None

    def _joined(self, word: str, last: Named, end: int) -> Body | None:
        """길림성 외사판공실, 주인대 상무위원회, 길림대학 당위, 을협회 병지회."""
        name = self.text[last.start : end]
        branches = BRANCH if last.body.kind in BRANCHED else SCHOOL
        of_its_own = last.body.kind in (*BRANCHED, OrganisationKind.INSTITUTE)
        if of_its_own and branches.fullmatch(word):
            return self.body(name, last.body.kind, None)
        if word == STANDING and last.body.kind is OrganisationKind.LEGISLATURE:
            last.body.name = max(last.body.name, name, key=len)
            return last.body
        if last.body.kind is OrganisationKind.INSTITUTE and word in ("당위", "당위원회"):
            return self._part(name, OrganisationKind.PARTY, last.body)
        if last.body.kind is OrganisationKind.INSTITUTE and word.endswith("부속병원"):
            return self._part(name, OrganisationKind.INSTITUTE, last.body)
        if word == "관리위원회" and last.body.name.endswith("구"):
            return last.body
        if last.body.kind is OrganisationKind.PARTY and word in words("inner department"):
            return self._part(name, OrganisationKind.PARTY, last.body.side or last.body)
        place = self._place_of(last.body)
        if place is None or last.body.kind not in PARENTS or word in self.places:
            return None
        whole = last.body.kind is OrganisationKind.GOVERNMENT and last.body.side is None
        society = bare_tail(word) if whole else None
        if society:  # 갑성 무역촉진회: an ending alone needs the place before it
            return self.body(name, OrganisationKind(society.kind), None)
        house = name_tail(word) if whole and word.startswith(words("department")) else None
        if house:  # 을군 농업기술쎈터
            return self.body(name, OrganisationKind(house.kind), None)
        tail = place_tail(word, elided=True) or place_tail(word, elided=False)
        rooted = word.startswith(words("department"))
        if tail is None or not whole or (tail == "part" and not rooted):
            return None
        return self._office(name, tail, place)

    def _part(self, name: str, kind: OrganisationKind, whole: Body) -> Body:
        body = self.body(name, kind, None)
        body.side = body.side or whole
        return body

    def _any(self, word: str, end: int) -> Body | None:
        """연변대학, 길림신문사: any name before the ending."""
        tail = name_tail(word)
        if tail is None or is_generic(word[: -len(tail.text)]):
            return None
        paired = self.text[max(0, end - len(word) - 2) : end - len(word)] in ("와 ", "과 ")
        if tail.text.endswith("구") and not paired and not ACTS.match(self.text, end):
            return None
        return self.body(self._without_country(word), OrganisationKind(tail.kind), None)

    def _alone(self, word: str, end: int) -> Body | None:
        """산업통상자원부: a ministry by its name alone; 조직부 before its head's title."""
        if word in words("inner department") and HEADED.match(self.text, end):
            return self.body(word, OrganisationKind.PARTY, None)
        kind = alone(word)
        return self.body(word, OrganisationKind(kind), None) if kind else None

    def _without_country(self, word: str) -> str:
        """한국청람협회 is 청람협회 where the text calls it so as well."""
        prefix = next((p for p in PREFIXES[1:] if word.startswith(p)), "")
        own = word[len(prefix) :]
        alone = re.search(rf"(?<![가-힣]){re.escape(own)}", self.text) if prefix else None
        return own if alone else word

    def _local_firms(self) -> None:
        """“A 등 갑성 현지 기업” tells on which side a company stands."""
        for mention in self.mentions:
            match = LOCAL_FIRM.match(self.text, mention.end)
            if match and mention.body.kind is OrganisationKind.COMPANY:
                mention.body.side = self.government(match["place"])


def _by_head(places: Iterable[str]) -> dict[str, list[str]]:
    """Places by their first two syllables, the longest first."""
    heads: dict[str, list[str]] = {}
    for place in sorted(places, key=len, reverse=True):
        heads.setdefault(place[:2], []).append(place)
    return heads
