"""Meetings told by an English report: which are one, which are history, who else takes part.

One act that only goes on from the last joins it; one of one side takes the other
from its people, from the nearest sentence that names two, or from the pair the
report is about.
"""

from __future__ import annotations

from collections.abc import Mapping

from hapjak.reading.bodies import Bodies
from hapjak.reading.cues import Cues
from hapjak.reading.dates import long_before
from hapjak.reading.drafts import Body, Encounter, Figure
from hapjak.reading.english.acts import Acts
from hapjak.reading.english.days import DAY, day_told, report_day
from hapjak.reading.english.gazetteer import one_case
from hapjak.reading.english.occasions import (
    EVENT,
    FIRST_TOLD,
    IN_YEAR,
    MONTHS,
    PAST,
    REGIONS,
    REMARKS,
    SAID_HAD,
    TOWN,
    VENUE,
    YEAR,
)
from hapjak.reading.english.parties import GOVERNS, Parties, acts_for, is_country
from hapjak.reading.english.sides import side_by_side
from hapjak.reading.lines import Lines
from hapjak.reading.meetings import Meetings
from hapjak.reading.model import MeetingKind, OrganisationKind
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence

MANY = 4  # countries
LEAD = 2  # sentences
NEAREST = 4  # sentences before a meeting that may name its sides
HEAD = 700  # characters in which a report tells what it is about
UNSPOKEN = (MeetingKind.SIGNING, MeetingKind.FORUM, MeetingKind.CALL)
HOSTS = (OrganisationKind.ASSOCIATION, OrganisationKind.INSTITUTE)


class ToldMeetings(Meetings):
    """The meetings of one text, whichever way its sentences tell them."""

    _acts: Acts
    _parties: Parties
    _day: str | None

    def __init__(
        self,
        sentences: list[Sentence],
        bodies: Bodies,
        people: People,
        lines: Lines,
        cues: Cues,
        published: str | None,
        wished: Mapping[int, int],
    ) -> None:
        self._acts = Acts(bodies.text, one_case(bodies.text))
        self._parties = Parties(bodies, people)
        self._day = report_day(bodies.text, cues, published)
        self._sentences = sentences
        super().__init__(sentences, bodies, people, lines, cues, published, wished)

    def _old(self, sentence: Sentence) -> bool:
        """What was done before: last October, had met, at the 2007 conference."""
        text = FIRST_TOLD.sub("", SAID_HAD.sub("", sentence.text))
        if PAST.search(text):
            return True
        year = (self._published or "")[:4]
        days = [d.value for d in self._cues.dates(text, self._published) if d.value]
        if any(len(day) == DAY for day in days):
            return False  # told by `_history`, once all days of the report are known
        told = YEAR.findall(text)
        now = any(day.startswith(year) for day in days)
        before = bool(told) and not now
        undated = not year and not days and bool(IN_YEAR.search(text))
        return undated or (before and all(long_before(y, self._published) for y in told))

    def _history(self) -> list[Encounter]:
        """Meetings long before the last one, or told far behind the head of a later report."""
        held = [m for m in self._found if m.date and not m.planned]
        last = max((m.date or "" for m in held), default="")
        return [
            m
            for m in held
            if long_before(m.date or "", last)
            or (m.spans[0][0] > HEAD and long_before(m.date or "", self._published))
        ]

    def _date(self, meeting: Encounter, sentence: Sentence) -> None:
        """The day of the act, not of the dateline or of who told it."""
        told = day_told(
            sentence, meeting.spans[0], self._cues, self._published, self._day, meeting.planned
        )
        if told is not None:
            meeting.date, meeting.until, meeting.date_text = told
        elif self._day and REMARKS.search(sentence.text):
            meeting.date = self._day
        elif (same := self._cues.same_day.search(sentence.text)) and self._found:
            meeting.date, meeting.date_text = self._found[-1].date, same[0]

    def _date_from_lead(self, meeting: Encounter) -> None:
        """The day that the sentences right before the first meeting tell: a landmark was reached yesterday."""
        begin = meeting.spans[0][0]
        for sentence in [s for s in self._sentences if s.end <= begin][-LEAD:]:
            at = (sentence.start, sentence.end)
            told = day_told(sentence, at, self._cues, self._published, self._day, False)
            if told is not None and told[0] and not long_before(told[0], self._published):
                meeting.date, meeting.until, meeting.date_text = told
                return

    def _place(self, meeting: Encounter, sentence: Sentence) -> None:
        for match in VENUE.finditer(sentence.text):
            start = sentence.start + match.start("place")
            if match["place"].isupper() or EVENT.search(match["place"]) or self._people.at(start):
                continue
            meeting.place = match["place"]
            return
        for match in TOWN.finditer(sentence.text):
            start = sentence.start + match.start("place")
            named = self._bodies.over(start)
            if named and (named.start < start or is_country(named.body)):
                continue
            other = MONTHS.match(match["place"]) or match["place"].split()[-1] in REGIONS
            if named or not other:
                meeting.place = self._text[named.start : named.end] if named else match["place"]
                return

    def _same(self, meeting: Encounter, again: bool = False) -> Encounter | None:
        """A meeting told before: no other day, and no other side than it has; or `again` named."""
        for known in reversed(self._found):
            if known is not self._visit and again and known.kind is meeting.kind:
                return known
            if known is self._visit or known.planned != meeting.planned:
                continue
            if meeting.planned and set(meeting.people) - set(known.people):
                continue  # what is still to come is one call after the other
            if self._days_agree(known, meeting) and self._one_set(known, meeting):
                return known
        return None

    @staticmethod
    def _days_agree(known: Encounter, meeting: Encounter) -> bool:
        one, other = known.date or "", meeting.date or ""
        return one.startswith(other) or other.startswith(one)

    def _join(self, known: Encounter, meeting: Encounter) -> None:
        if len(known.parties) < 2 or self._one_set(known, meeting):
            for body in meeting.parties:
                if self._is_other(body, known):
                    known.party(body)
        if len(meeting.date or "") > len(known.date or ""):
            known.date, known.until = meeting.date, meeting.until
            known.date_text = meeting.date_text
        super()._join(known, meeting)

    def _settle(self) -> None:
        """Meetings of fewer than two sides are left out; a visit that is one meeting is that one."""
        if self._found and self._found[0].date is None and not self._found[0].planned:
            self._date_from_lead(self._found[0])
        history = self._history()
        self._found = [m for m in self._found if m not in history]
        super()._settle()
        self._merge()
        kept = [m for m in self._found if self._is_meeting(m)]
        for meeting in kept:
            if meeting.part_of not in kept:
                meeting.part_of = None
        self._found = kept

    def _merge(self) -> None:
        """Meetings of the same sides are one unless each has a day; so is a visit for one of them."""
        kept: list[Encounter] = []
        for meeting in self._found:
            known = next((m for m in kept if self._is_same_told(m, meeting)), None)
            if known is None:
                kept.append(meeting)
                continue
            known.topics += meeting.topics
            self._join(known, meeting)
        visit, others = self._visit, [m for m in kept if m is not self._visit]
        if visit in kept and len(others) == 1 and self._is_one(visit, others[0]):
            known = others[0]
            known.date = known.date or visit.date
            known.date_text = known.date_text or visit.date_text
            for person, role in visit.people.items():
                known.take(person, role)
            kept = others
        self._found = kept

    def _is_one(self, visit: Encounter, meeting: Encounter) -> bool:
        """Whether a visit is no more than the one meeting held on it."""
        if visit.planned or meeting.planned or visit.until:
            return False
        days = visit.date is None or meeting.date is None or visit.date == meeting.date
        return days and self._sides(visit) <= self._sides(meeting)

    def _is_same_told(self, known: Encounter, meeting: Encounter) -> bool:
        visit = self._visit in (known, meeting)
        apart = known.planned or meeting.planned or visit or not meeting.parties
        return not apart and self._days_agree(known, meeting) and self._one_set(known, meeting)

    def _complete(self, meeting: Encounter) -> None:
        """A meeting of fewer than two parties takes the sides of its people, then of all."""
        alone = meeting is self._visit and bool(meeting.parties)
        if _is_hosted(meeting) or alone or len(meeting.parties) > 1:
            return
        signing = meeting.planned and meeting.kind is MeetingKind.SIGNING
        first = meeting is self._found[0] and not meeting.planned
        others = self._people.all() if signing or first else []
        people = [*dict.fromkeys([*meeting.people, *others])]
        sides = [side for person in people if person.posts and (side := acts_for(person))]
        for side in sorted(sides, key=lambda body: (body.kind not in GOVERNS, is_country(body))):
            if len(meeting.parties) < 2 and self._is_other(side, meeting):
                meeting.party(side)
        told = meeting.people or meeting.kind is MeetingKind.SIGNING
        if told and not meeting.planned and len(meeting.parties) < 2:
            self._complete_from_pair(meeting)

    def _complete_from_pair(self, meeting: Encounter) -> None:
        """The sides that the nearest sentence before it names, else the first in the report."""
        before = [s for s in self._sentences if s.start < meeting.spans[0][0]][-NEAREST:]
        pairs = (self._parties.of(s.start, s.start, s.end) for s in reversed(before))
        fitting = (p for p in pairs if len(p) == 2 and self._fit(meeting, p))
        pair = next(fitting, side_by_side(self._text, self._bodies))
        if pair and self._fit(meeting, list(pair)):
            meeting.parties = list(pair)

    def _fit(self, meeting: Encounter, pair: list[Body]) -> bool:
        """Whether two bodies are of the sides that a meeting has, and of one more."""
        return self._sides(meeting) <= {self._side(body) for body in pair}

    def _is_other(self, body: Body, meeting: Encounter) -> bool:
        """Whether a body is of another side than those that a meeting has."""
        return self._side(body) not in self._sides(meeting)

    def _is_meeting(self, meeting: Encounter) -> bool:
        governs = [b for b in meeting.parties if b.kind in GOVERNS]
        if meeting.kind is MeetingKind.SIGNING and len(governs) < 2 and self._states() >= MANY:
            return True  # a treaty's signatories are a list elsewhere in the report
        if _is_hosted(meeting):
            return True
        if meeting is self._visit:
            return bool(governs)
        signing = meeting.kind is MeetingKind.SIGNING
        sides = [b for b in meeting.parties if self._takes_part(b, meeting)]
        official = bool(governs) or (signing and any(map(_governs, meeting.people)))
        return len(sides) > 1 and official

    def _takes_part(self, body: Body, meeting: Encounter) -> bool:
        """Whether a party is one: a company or institute that nobody speaks for only signs or confers."""
        if body.kind in GOVERNS or any(acts_for(person) is body for person in meeting.people):
            return True
        told = " ".join(self._text[start:end] for start, end in meeting.spans)
        return meeting.kind in UNSPOKEN and "contract" not in told

    def _one_set(self, known: Encounter, meeting: Encounter) -> bool:
        """Whether the sides of one meeting are all among those of the other."""
        one, other = self._sides(known), self._sides(meeting)
        return one <= other or other <= one

    def _sides(self, meeting: Encounter) -> set[int]:
        return {self._side(body) for body in meeting.parties}

    def _side(self, body: Body) -> int:
        """A department acts for its government, a company or institute for itself."""
        return id(self._bodies.side_of(body) if body.kind in GOVERNS else body)

    def _states(self) -> int:
        """How many countries a text names."""
        return len({m.body.territory for m in self._bodies.mentions if is_country(m.body)})


def _governs(person: Figure) -> bool:
    return person.side is not None and person.side.kind is OrganisationKind.GOVERNMENT


def _is_hosted(meeting: Encounter) -> bool:
    """Whether a meeting is a body's own conference to come."""
    hosts = [body for body in meeting.parties if body.kind in HOSTS]
    return meeting.kind is MeetingKind.FORUM and meeting.planned and len(hosts) == 1
