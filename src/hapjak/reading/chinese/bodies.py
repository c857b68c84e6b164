"""The bodies of a Chinese report: governments of places, their offices, and bodies by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hapjak.reading import territories
from hapjak.reading.bodies import Bodies, Named
from hapjak.reading.chinese.home import OUR
from hapjak.reading.chinese.letters import lettered
from hapjak.reading.chinese.namings import (
    FORM,
    GENERAL,
    LONGEST_PART,
    NAMING,
    NO_NAME,
    TITLED,
    ZONES,
    kind_of,
    namings,
)
from hapjak.reading.chinese.offices import PARTY, Office, Offices
from hapjak.reading.chinese.places import Place, Places
from hapjak.reading.chinese.unlisted import base_of, bounds
from hapjak.reading.chinese.words import HAN
from hapjak.reading.drafts import Body
from hapjak.reading.model import OrganisationKind

GOVERNMENT = ("人民政府", "政府", "人民委员会", "执行委员会")
MOST_ALIKE = 20  # companies of one beginning that short names are looked for among
OURSELVES = re.compile(r"我(?:校|院|公司|司|行|集团|厅|局|委|办)(?![外内领区员托任派公])")
COMMITTEE = re.compile(r"(?<=[省市道州区县])(?:区|县|市|州)?委员会$")
LEFT = re.compile(rf"[{HAN}A-Za-z0-9·（）&-]{{1,24}}$")


class ChineseBodies(Bodies):
    """The bodies of a Chinese text. `home`: the report's own place by level (省 → 吉林省)."""

    def __init__(self, text: str, places: Places, offices: Offices, home: dict[str, str]) -> None:
        self.gazetteer = places
        self.offices = offices
        self.home = home
        self.paired: set[int] = set()  # where characters of provinces stand in pairs
        self._companies: dict[str, list[Body]] = {}  # by the first characters of their names
        codes = dict(places.codes)
        for name in home.values():
            codes.setdefault(name, code_of(name))
        super().__init__(text, codes, base_of)

    def key_of(self, name: str) -> str:
        """One key for a body's spellings: 中共甲省委员会, 甲省委, 甲省人民政府商务厅."""
        plain = name.removeprefix("中共").replace("人民政府", "").replace("市市", "市")
        return COMMITTEE.sub("委", plain) or name

    def full_name(self, place: str) -> str:
        """The name the text prints; short names are told apart by the gazetteer already."""
        return place if place in self.places else super().full_name(place)

    def scan(self) -> list[Named]:
        found = [
            Named(office.start, office.end, body)
            for office in self.offices.all
            if (body := self.of_office(office)) is not None
        ]
        for place in self.gazetteer.all:
            if place.level != "country":
                found.append(Named(place.start, place.end, self.ensure_government(place.name)))
        for match in OUR.finditer(self.text):
            own = self.home.get(match["level"])
            if own:
                found.append(Named(*match.span(), self.ensure_government(own)))
        for match in OURSELVES.finditer(self.text):
            found.append(Named(*match.span(), self.body(match[0], own_kind(match[0]), None)))
        return [*found, *self._by_letters(), *self._by_names()]

    def _by_letters(self) -> Iterator[Named]:
        """沪滇, 来湘: provinces by their characters, under the names the text prints else."""
        printed = {place.official: place.name for place in self.gazetteer.all}
        for at, official, pair in lettered(self.text):
            name = printed.get(official, official)
            self.places.setdefault(name, code_of(official))
            if pair:
                self.paired.add(at)
            yield Named(at, at + 1, self.ensure_government(name))

    def body(
        self, name: str, kind: OrganisationKind, place: str | None, spelled: str | None = None
    ) -> Body:
        """The body of a name; a company goes by its short name too (新云集团, 新云建设集团有限公司)."""
        if kind is not OrganisationKind.COMPANY:
            return super().body(name, kind, place, spelled)
        alike = self._companies.setdefault(name[:3], [])
        for known in alike[:MOST_ALIKE]:
            if (
                name == known.name
                or _abbreviates(name, known.name)
                or _abbreviates(known.name, name)
            ):
                known.name = max(known.name, name, key=len)
                return known
        body = super().body(name, kind, place, spelled)
        if body not in alike[:MOST_ALIKE]:
            alike.append(body)
        return body

    def of_office(self, office: Office) -> Body | None:
        """The body an office is: of its place, of the report's own place, or by its name alone."""
        name = self.text[office.start : office.end]
        place = office.place.name if office.place else self.home.get(office.level or "")
        if office.place is None and office.level is None:
            central = len(office.stem) > 3 and office.stem == name
            return self.body(name, office.kind, None) if central else None
        if place is None:
            return self.body(name, office.kind, None)
        if office.stem in GOVERNMENT:
            return self.ensure_government(place)
        return self.body(place + office.stem, office.kind, place)

    def bare(self, office: Office) -> Body:
        """An office without a place, of which a post is held (组织部部长)."""
        body = self.body(self.text[office.start : office.end], office.kind, None)
        if (office.start, office.end) not in body.spans:
            body.spans.append((office.start, office.end))
        return body

    def by_words(self, start: int, end: int, kind: OrganisationKind) -> Body:
        """A body that only its words before a title name; its ending tells the kind."""
        country = self.gazetteer.starting(start)
        if country and country.level == "country" and self._named_without(country, end):
            start = country.end
        name = self.text[start:end]
        own = OURSELVES.fullmatch(name)
        told = own_kind(name) if own else kind_of(name)
        body = self.body(name, told or kind, None)
        if (start, end) not in body.spans:
            body.spans.append((start, end))
        return body

    def name_as_printed(self) -> None:
        """A body is called by the fullest of its names that the text prints.

        A government by its place, unless 人民政府 stands in the prose itself.
        """
        for office in self.offices.all:
            named = office.stem in GOVERNMENT or self.text.startswith(PARTY, office.start)
            body = self.of_office(office) if office.place and named else None
            titled = self.text.rfind("《", 0, office.start) > self.text.rfind("》", 0, office.start)
            if body is not None and not titled:
                full = self.text[office.start : office.end]
                body.name = max(body.name, full, key=len)
            elif office.place and office.stem not in GOVERNMENT:
                self._name_in_full(office)
        self._placed_in_offices()
        for body in self.all():
            if body.name not in self.text and any(b - a > 1 for a, b in body.spans):
                body.name = max((self.text[a:b] for a, b in body.spans), key=len)

    def _name_in_full(self, office: Office) -> None:
        """An office of a district goes by its city too: 甲市乙区教育局; no province, no country."""
        body = self.of_office(office)
        around = self.gazetteer.ending(office.start)
        district = office.place is not None and office.place.name.endswith("区")
        city = around if district and around and around.name.endswith("市") else None
        full = self.text[city.start if city else office.start : office.end]
        if body is not None and office.kind is not OrganisationKind.PARTY and body.name in full:
            body.name = full

    def _placed_in_offices(self) -> None:
        """A government printed only within its office's name (乙市|委) stands there."""
        for office in self.offices.all:
            side = self.ensure_government(office.place.name) if office.place else None
            if side is not None and office.place and not side.spans:
                side.spans.append((office.place.start, office.place.end))

    def _by_names(self) -> Iterator[Named]:
        """Companies, universities, hospitals and missions by how their names end."""
        endings, matcher = namings()
        last: tuple[int, int] | None = None  # of a name that the next may go on: 大学|医院
        for index, start, stop in matcher.find_matches_as_indexes(self.text):
            rest = FORM.match(self.text, stop)
            end = rest.end() if rest else stop
            limit = last[1] if last else 0
            begin = self._beginning(max(limit, start - 24), start)
            if last and begin == limit and end - begin < LONGEST_PART:
                begin = last[0]
            name = self.text[begin:end]
            titled = TITLED.search(self.text, max(0, begin - 40), begin)
            zone = name.endswith(ZONES) and (
                self.gazetteer.ending(end) or not self.gazetteer.starting(begin)
            )
            if begin < start and len(name) > 3 and not (titled or zone or NO_NAME.match(name)):
                kind = kind_of(endings[index]) or OrganisationKind.OTHER
                yield Named(begin, end, self.body(name, kind, None))
                last = begin, end

    def _beginning(self, begin: int, end: int) -> int:
        """Where a name begins that ends as bodies' names do; its country is no part of it."""
        run = LEFT.search(self.text, begin, end)
        if run is None:
            return end
        begin = run.start()
        for bound in bounds().finditer(self.text, begin, end):
            begin = bound.end()
        inside = [
            place
            for place in self.gazetteer.inside(begin, end)
            if place.start > begin and self.text[place.start - 1] != "（"  # 论坛（澳门）秘书处
        ]
        if inside and self.text.endswith(NAMING, begin, inside[0].start):
            return begin  # 某某银行|甲省分行
        if inside and not self.gazetteer.starting(begin):
            begin = inside[0].start
        if inside and (owner := self.offices.ending(inside[0].start)):
            return owner.start  # 国家电网|宁夏电力公司
        country = self.gazetteer.starting(begin)
        if country is not None and country.level == "country" and self._named_without(country, end):
            return country.end
        return begin

    def _named_without(self, country: Place, end: int) -> bool:
        """Whether a name says enough without its country: 匈牙利|佩奇大学, not 越南|社会科学院."""
        rest = self.text[country.end : end]
        own = self.gazetteer.codes.get(country.name)
        return own not in (None, "CN") and len(rest) > 3 and not GENERAL.match(rest)


def own_kind(name: str) -> OrganisationKind:
    """我校, 我院 are institutes, 我公司 is a company, 我厅 an office."""
    if name[1] in "厅局委办":
        return OrganisationKind.GOVERNMENT
    return OrganisationKind.COMPANY if name[1] in "公司行集" else OrganisationKind.INSTITUTE


def _abbreviates(short: str, long: str) -> bool:
    """Whether a name is another's with characters left out, its first three kept."""
    if len(short) >= len(long) or len(short) < 4 or short[:3] != long[:3]:
        return False
    rest = iter(long)
    return all(character in rest for character in short)


def code_of(name: str) -> str | None:
    """The code of a province by its full name in simplified characters."""
    known = territories.candidates(name, "zh-Hans")
    return known[0].code if len(known) == 1 else None
