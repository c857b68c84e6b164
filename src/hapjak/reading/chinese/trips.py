"""Visits that a Chinese report tells of, and whose turn it is on the way."""

from __future__ import annotations

import re

from hapjak.reading.bodies import GOVERNING
from hapjak.reading.chinese.actors import Actor, Actors, within
from hapjak.reading.chinese.bodies import ChineseBodies
from hapjak.reading.chinese.cues import ARRIVES, DELEGATION, LISTS, VISIT
from hapjak.reading.chinese.days import Days
from hapjak.reading.drafts import Body, Encounter
from hapjak.reading.model import MeetingKind, OrganisationKind, Role
from hapjak.reading.sentences import Sentence

ATTENDS = re.compile(r"出席|参加")


class Trips(Days):
    """Meetings of which a visit may be the frame."""

    _own: ChineseBodies
    actors: Actors
    _trip_at: int  # where the sentence begins that tells of the visit
    _host: Body | None  # of a visit to several places, whose turn it is

    def _visit_of(self, sentence: Sentence, told: str) -> re.Match[str] | None:
        """A delegation goes to a place: 率代表团赴浙江省考察."""
        if not DELEGATION.search(told) or "欢迎" in told:
            return None
        for match in VISIT.finditer(told):
            start, end = (sentence.start + place for place in match.span("where"))
            places = self._own.gazetteer.inside(start, end)
            attends = ATTENDS.search(told, *match.span("where")) is not None  # 到广州出席会议
            if not attends and (places or self._bodies.inside(start, end)):
                return match
        return None

    def _trip(self, sentence: Sentence, match: re.Match[str]) -> None:
        if self._visit is not None:
            return
        visit = Encounter(
            MeetingKind.VISIT, [(sentence.start + match.start(), sentence.start + match.end())]
        )
        visit.planned = bool(self._cues.planned.search(sentence.text[: match.start()]))
        self._date(visit, sentence)
        start, end = (sentence.start + place for place in match.span("where"))
        guests = [
            actor for actor in self.actors.inside(sentence.start, start) if is_public(actor.party)
        ]
        self._add(visit, guests[:1])
        self._goals(visit, start, end)
        self._met_by_office(visit, sentence)
        for person in self._people.named(sentence.start, start):
            visit.take(person, Role.ATTENDED)
        if not self._is_told_already(visit):
            self._visit, self._trip_at = visit, sentence.start
            self._found.append(visit)

    def _met_by_office(self, meeting: Encounter, sentence: Sentence) -> None:
        """走进甲区，与甲区文旅局商讨: an office meets the office of the place it goes to."""
        if all(party.side is None for party in meeting.parties):
            return
        acting = [actor.party for actor in self.actors.inside(sentence.start, sentence.end)]
        for index, party in enumerate(meeting.parties):
            offices = list(dict.fromkeys(body for body in acting if body.side is party))
            placed = party.side is None and party.kind in GOVERNING
            if placed and len(offices) == 1 and offices[0] not in meeting.parties:
                meeting.parties[index] = offices[0]

    def _is_told_already(self, visit: Encounter) -> bool:
        """A visit without a day or a partner of its own behind a meeting was made for it."""
        return any(
            visit.date in (None, known.date)
            and all(any(within(party, k) for k in known.parties) for party in visit.parties)
            for known in self._found
            if known.parties
        )

    def _goals(self, visit: Encounter, start: int, end: int) -> None:
        """Where a delegation goes: the last of 吉林省|长春市, all of 长春市、吉林市."""
        goals = [
            mention
            for mention in self._bodies.inside(start, end)
            if self._may_host(mention.body, visit) and not self._own.gazetteer.starting(mention.end)
        ]
        first = next(
            (i for i, m in enumerate(goals) if self._text[m.end : m.end + 1] in LISTS), None
        )
        goals = goals[-1:] if first is None else goals[first:]
        for mention in goals:
            of_party = mention.body.kind is OrganisationKind.PARTY
            visit.party(self._bodies.side_of(mention.body) if of_party else mention.body)
        places = self._own.gazetteer.inside(start, end)
        if len(goals) > 1:
            visit.place = self._text[self._own.gazetteer.chain(goals[0].start) : goals[-1].end]
        elif places:
            visit.place = places[-1].name

    def _may_host(self, body: Body, visit: Encounter) -> bool:
        """A school that officials come by is a stop, no partner."""
        official = any(guest.kind in GOVERNING for guest in visit.parties)
        return is_public(body) and (body.kind in GOVERNING or not official)

    def _stay_told(self, sentence: Sentence) -> None:
        """考察期间, …: stops on the way make the visit around the meeting."""
        main = self._found[0]
        self._visit = Encounter(MeetingKind.VISIT, [(sentence.start, sentence.end)])
        self._visit.parties = list(main.parties)
        for person in self._people.named(sentence.start, sentence.end):
            self._visit.take(person, Role.ATTENDED)
        self._found.append(self._visit)

    def _note_host(self, sentence: Sentence, told: str) -> None:
        """来到乙市: of a visit to several places, whose turn it is."""
        if self._visit is None or len(self._visit.parties) < 3:
            return
        for match in ARRIVES.finditer(told):
            at = sentence.start + match.end()
            hosts = [m.body for m in self._bodies.inside(at, at + 12) if m.start == at]
            self._host = next((b for b in hosts if b in self._visit.parties[1:]), self._host)

    def _met_on_the_way(self, meeting: Encounter) -> None:
        """Governments whose people a delegation met are parties of its visit."""
        named = [self.actors.party_of(person) for person in meeting.people]
        for party in meeting.parties if self._visit and len(self._visit.parties) > 2 else ():
            if (
                party in named
                and self._visit
                and not any(within(party, p) for p in self._visit.parties)
            ):
                self._visit.party(party)

    def _add(self, meeting: Encounter, actors: list[Actor]) -> None:
        for actor in actors:
            if not any(within(actor.party, party) for party in meeting.parties):
                meeting.party(actor.party)


def is_public(body: Body) -> bool:
    """A visit is one of governments and institutes; companies travel along."""
    return body.kind is not OrganisationKind.COMPANY
