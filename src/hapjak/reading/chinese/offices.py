"""Offices named in a Chinese text: of a place (吉林省商务厅), of a place left out (省委), or of none (商务部).

What an elided place stands for is told later, when it is known whose paper
writes (`home.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from hapjak.reading.chinese.places import Place, Places
from hapjak.reading.chinese.unlisted import bounds
from hapjak.reading.chinese.words import HAN, sounds, words
from hapjak.reading.model import OrganisationKind
from hapjak.reading.tables import read_table

PARTY = "中共"
COMMITTEE = re.compile(r"委(?![员托派屈内])")
ELIDED = re.compile(r"(?:自治区|[省市县区州盟旗道])$")
HAN_BEFORE = re.compile(rf"[{HAN}]")
ELIDED_COMMITTEE = ("省委", "市委", "县委", "区委", "州委", "盟委", "旗委", "地委")
NOT_ELIDED = re.compile(rf"(?:[全各两本该外贵城都超跨小校园社开发新省]|[{HAN}]示范|[{HAN}]开发)$")


BARE = {  # what ends the name of an office that the words before it make up: 贸易与投资|部
    "部": "门分署队级件落位将",
    "局": "面限势部",
    "厅": "堂里",
    "署": "名",
    "处": "于理在境罚置分",
    "司": "机法",
    "课": "程题堂",
    "科": "技学研教普",
    "委": "员托派屈内",
    "办": "理事法好公学展成了会出过得",
    "委员会": "",
    "办公室": "",
    "本部": "",
    "总局": "",
    "管理局": "",
    "事务所": "",
    "联络处": "",
}
JOINS = "与和及暨"  # within such a name
LONGEST = 4  # characters of a word that tells what an office is for
NEAR = 16  # characters between a place and an office of it
ACTION = "在的了将于是为有及或被把举召签访来我该其各两三等个"  # of no office's name
PROPER = re.compile(rf"(?:(?![{ACTION}])[{HAN}])+")
BOUND = 4  # characters of a word that may stand before it
SOUNDED = 8  # characters of a place that only the name of its office prints


class Office(Struct, frozen=True):
    """An office in the text, `stem` without its place.

    `place` is None for a central one and where the place is left out: `level`
    then tells of what level it is (省), if that much is printed.
    """

    start: int
    end: int
    stem: str
    kind: OrganisationKind
    place: Place | None = None
    level: str | None = None


@cache
def _terms() -> tuple[list[str], list[tuple[OrganisationKind, bool]], AhoCorasick]:
    """Names of offices, their kind and whether they belong to a place."""
    found = {
        row["term"]: (OrganisationKind(row["kind"]), bool(row["place"]))
        for row in read_table("organs.zh.tsv")
    }
    found |= dict.fromkeys(ELIDED_COMMITTEE, (OrganisationKind.PARTY, True))
    for ending in BARE:
        found.setdefault(ending, (OrganisationKind.GOVERNMENT, True))
    names = list(found)
    return names, list(found.values()), AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)


def office_kind(stem: str) -> OrganisationKind:
    """The kind of an office by its name without its place; an office of government if no list has it."""
    names, kinds, _ = _terms()
    return kinds[names.index(stem)][0] if stem in names else OrganisationKind.GOVERNMENT


class Offices:
    """The offices of one text in order; they never overlap."""

    def __init__(self, text: str, places: Places) -> None:
        self.text = text
        self.places = places
        self.all: list[Office] = []
        for office in sorted(self._scan(), key=lambda o: (o.start, -o.end)):
            if not self.all or office.start >= self.all[-1].end:
                self.all.append(office)
        self._starts = [office.start for office in self.all]
        self._ends = [office.end for office in self.all]
        self._by_start = {office.start: office for office in self.all}
        self._by_end = {office.end: office for office in self.all}

    def ending(self, position: int) -> Office | None:
        """The office that ends at a position."""
        return self._by_end.get(position)

    def starting(self, position: int) -> Office | None:
        """The office that begins at a position."""
        return self._by_start.get(position)

    def inside(self, start: int, end: int) -> list[Office]:
        """The offices that lie wholly in a stretch."""
        return self.all[bisect_left(self._starts, start) : bisect_right(self._ends, end)]

    def _scan(self) -> Iterator[Office]:
        yield from self._committees()
        terms, kinds, matcher = _terms()
        last: Office | None = None
        for index, start, end in matcher.find_matches_as_indexes(self.text):
            kind, local = kinds[index]
            term = terms[index]
            if self.text[end : end + 1] in _never_behind(term):
                continue
            if not local:
                begin = self.places.chain(start)
                office = Office(begin, end, self.text[begin:end], kind)
            else:
                found = self._local(start, end, term, kind, last)
                if found is None:
                    continue
                office = found
            last = office
            yield office

    def _same_place(self, last: Office | None, start: int, level: str) -> Place | None:
        """The place of the office right before: 甲县委、县政府 are of one place."""
        if last is None or last.place is None or start - last.end > 1:
            return None
        together = self.text[last.end : start] in ("", "、")
        return last.place if together and last.place.official.endswith(level) else None

    def _committees(self) -> Iterator[Office]:
        """甲省委, 中共甲省委."""
        for place in self.places.all:
            if place.level != "country" and COMMITTEE.match(self.text, place.end):
                party = self.text.startswith(PARTY, max(0, place.start - 2)) * len(PARTY)
                start = place.start - party
                yield Office(start, place.end + 1, "委", OrganisationKind.PARTY, place)

    def _local(
        self, start: int, end: int, term: str, kind: OrganisationKind, last: Office | None
    ) -> Office | None:
        """An office of the place before it, of an elided place, or within the office before it."""
        begin = self._for_what(start, term, last)
        if begin is None:
            return None
        if begin < start and self._of_country(begin, start):
            return Office(begin, end, self.text[begin:end], kind)
        overlapping = (
            self.places.ending(begin + 1) if self.text[begin] in "省市县区州盟旗" else None
        )
        place = self.places.ending(begin) or overlapping
        posted = self._posted(place, last) if place else None
        if posted is not None:  # 京畿道|驻重庆代表处: of who sent it
            return Office(posted, end, self.text[posted:end], kind)
        stem = term[1:] if term in ELIDED_COMMITTEE else self.text[begin:end]
        if place:
            return Office(place.start, end, stem, kind, place)
        if last and last.end == begin:
            return Office(last.start, end, last.stem + stem, kind, last.place, last.level)
        if term in ELIDED_COMMITTEE:
            if NOT_ELIDED.search(self.text, max(0, begin - 3), begin):
                return None
            return Office(begin, end, stem, kind, self._same_place(last, begin, term[0]), term[0])
        level = ELIDED.search(self.text, max(0, begin - 3), begin)
        if level and self.text[level.start() - 1 : level.start()] == "该":
            place = self._last_of(level[0], level.start())
            return Office(level.start(), end, stem, kind, place, level[0])
        if level and not NOT_ELIDED.search(self.text, max(0, level.start() - 3), level.start()):
            place = self._same_place(last, level.start(), level[0])
            return Office(level.start(), end, stem, kind, place, level[0])
        sounded = self._sounded(begin)
        if sounded < begin:  # 波特兰港务局: of a place that no table has
            return Office(sounded, end, self.text[sounded:end], kind)
        return Office(begin, end, stem, kind)

    def _posted(self, place: Place, last: Office | None) -> int | None:
        """Where the name of an office begins that somebody keeps in a place."""
        if self.text[place.start - 1 : place.start] != "驻":
            return None
        owner = self.places.ending(place.start - 1)
        office = last if last and last.end == place.start - 1 else None
        if office is not None:
            return office.start
        return owner.start if owner else None

    def _last_of(self, level: str, position: int) -> Place | None:
        """Which place 该市 is: the last one of that level named before."""
        before = self.places.inside(0, position)
        return next((place for place in reversed(before) if place.name.endswith(level)), None)

    def _for_what(self, start: int, term: str, last: Office | None) -> int | None:
        """Where the name of an office begins: 贸易与|投资部. None where nothing tells an office."""
        known = term not in BARE
        if known and (self.places.ending(start) or (last and last.end == start)):
            return start
        begin = start
        while begin > 0:
            join = self.text[begin - 1] in JOINS and (known or begin < start)
            longer = self._word_before(begin) or (join and self._word_before(begin - 1) + 1)
            if not longer or (join and longer == 1):
                break
            begin -= longer
        behind_place = self.places.ending(begin) is not None or (last and last.end == begin)
        if not known and begin == start:
            return start if behind_place and len(term) > 1 else None
        elided = ELIDED.search(self.text, max(0, begin - 1), begin) is not None
        owner = None if behind_place else self._led_by_place(begin, term)
        if owner is not None:
            return owner
        tells = behind_place or elided or not known or self._sounded(begin) < begin
        return begin if tells else start

    def _led_by_place(self, position: int, term: str) -> int | None:
        """石荷州|欧洲事务部, 云港|国际陆港区管委会: where a place ends not far before an office."""
        near = self.places.inside(max(0, position - NEAR), position - 1)
        if not near:
            return None
        place = near[-1]
        between = self.text[place.end : position]
        if not PROPER.fullmatch(between) or bounds().search(between):
            return None
        abroad = (self.places.codes.get(place.name) or "CN")[:2] != "CN"
        abroad = abroad or self.places.ending(place.start) is not None
        zone = term.endswith(("管委会", "管理委员会"))
        return place.end if abroad or zone else None

    def _of_country(self, begin: int, start: int) -> bool:
        """法国|某某行业管理局: an office whose own words say enough without its country."""
        place = self.places.ending(begin)
        while start > begin and (length := self._word_before(start)):
            start -= length
        return place is not None and place.level == "country" and start - begin > 1

    def _word_before(self, position: int) -> int:
        """Length of the word that tells what an office is for and ends at a place; 0 if none does."""
        for length in range(LONGEST, 1, -1):
            if self.text[max(0, position - length) : position] in _purposes():
                return length
        return 0

    def _sounded(self, position: int) -> int:
        """Where a run written by sound begins that ends at a place and something bounds."""
        begin = position
        while begin > max(0, position - SOUNDED) and self.text[begin - 1] in sounds():
            begin -= 1
        if position - begin < 3:
            return position
        before = max(0, begin - BOUND)
        found = (bound.end() for bound in bounds().finditer(self.text, before, position))
        bounded = [end for end in found if end >= begin]
        begin = max(bounded, default=begin)
        closed = begin == 0 or not HAN_BEFORE.match(self.text, begin - 1)
        known = self.places.ending(begin) is not None or bool(bounded)
        return begin if position - begin > 2 and (closed or known) else position


@cache
def _purposes() -> frozenset[str]:
    return frozenset(words("department"))


@cache
def _never_behind(term: str) -> frozenset[str]:
    """What may not stand behind an office's name: 农业部|门 is no ministry."""
    if term in BARE:
        return frozenset(BARE[term])
    return frozenset("门") if term.endswith("部") else frozenset()
