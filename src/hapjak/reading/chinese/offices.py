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
from hapjak.reading.chinese.words import HAN
from hapjak.reading.model import OrganisationKind
from hapjak.reading.tables import read_table

COMMITTEE = re.compile(r"委(?![员托派屈内])")
ELIDED = re.compile(r"(?:自治区|[省市县区州盟旗道])$")
ELIDED_COMMITTEE = ("省委", "市委", "县委", "区委", "州委", "盟委", "旗委", "地委")
NOT_ELIDED = re.compile(rf"(?:[全各两本该外贵城都超跨小校园社开发新省]|[{HAN}]示范|[{HAN}]开发)$")


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

    def ending(self, position: int) -> Office | None:
        """The office that ends at a position."""
        index = bisect_left(self._ends, position)
        found = self.all[index] if index < len(self.all) else None
        return found if found and found.end == position else None

    def starting(self, position: int) -> Office | None:
        """The office that begins at a position."""
        index = bisect_left(self._starts, position)
        found = self.all[index] if index < len(self.all) else None
        return found if found and found.start == position else None

    def inside(self, start: int, end: int) -> list[Office]:
        """The offices that lie wholly in a stretch."""
        return self.all[bisect_left(self._starts, start) : bisect_right(self._ends, end)]

    def _scan(self) -> Iterator[Office]:
        yield from self._committees()
        terms, kinds, matcher = _terms()
        last: Office | None = None
        for index, start, end in matcher.find_matches_as_indexes(self.text):
            kind, local = kinds[index]
            if not local:
                begin = self.places.chain(start)
                office = Office(begin, end, self.text[begin:end], kind)
            else:
                found = self._local(start, end, terms[index], kind, last)
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
                yield Office(place.start, place.end + 1, "委", OrganisationKind.PARTY, place)

    def _local(
        self, start: int, end: int, term: str, kind: OrganisationKind, last: Office | None
    ) -> Office | None:
        """An office of the place before it, of an elided place, or within the office before it."""
        overlapping = self.places.ending(start + 1) if term[0] in "省市县区州盟旗" else None
        place = self.places.ending(start) or overlapping
        stem = term[1:] if term in ELIDED_COMMITTEE else term
        if place:
            return Office(place.start, end, stem, kind, place)
        if last and last.end == start:
            return Office(last.start, end, last.stem + term, kind, last.place, last.level)
        if term in ELIDED_COMMITTEE:
            if NOT_ELIDED.search(self.text, max(0, start - 3), start):
                return None
            return Office(start, end, stem, kind, self._same_place(last, start, term[0]), term[0])
        level = ELIDED.search(self.text, max(0, start - 3), start)
        if level and not NOT_ELIDED.search(self.text, max(0, level.start() - 3), level.start()):
            place = self._same_place(last, level.start(), level[0])
            return Office(level.start(), end, term, kind, place, level[0])
        return Office(start, end, term, kind)
