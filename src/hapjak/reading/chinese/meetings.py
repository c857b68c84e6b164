"""Meetings that a Chinese report tells of: who met whom, when, where; and the visit around them.

Most reports tell of one meeting, several times over: in the lead, at 会上, in
the list of who took part. A mention is another meeting only where its day is
another one, or where people of another partner are named.
"""

from __future__ import annotations

from hapjak.reading.chinese.actors import CLAUSE, LOCATES, Actors, within
from hapjak.reading.chinese.acts import Act, Acts
from hapjak.reading.chinese.bodies import ChineseBodies
from hapjak.reading.chinese.cues import (
    ATTENDS,
    REFERS,
    STAY,
    STOPS,
)
from hapjak.reading.chinese.people import ChinesePeople
from hapjak.reading.chinese.trips import Trips
from hapjak.reading.chinese.turns import BOTH_SIDES, Turn
from hapjak.reading.chinese.visits import is_one_event, join_visit
from hapjak.reading.cues import Cues, meeting_kinds
from hapjak.reading.dates import DateMention
from hapjak.reading.drafts import Body, Encounter
from hapjak.reading.lines import Lines
from hapjak.reading.model import OrganisationKind, Role
from hapjak.reading.sentences import Sentence


class ChineseMeetings(Trips):
    """The meetings of a Chinese text."""

    def __init__(
        self,
        turns: list[Turn],
        bodies: ChineseBodies,
        people: ChinesePeople,
        lines: Lines,
        cues: Cues,
        published: str | None,
    ) -> None:
        self._own = bodies
        self._persons = people
        self.actors = Actors(bodies, people)
        self._kinds = meeting_kinds("zh")
        self._stop = 0
        self._trip_at = -1
        self._host: Body | None = None
        self._last_day: DateMention | None = None
        self._day_text: str | None = None
        super().__init__([], bodies, people, lines, cues, published, {})
        self._acts = Acts(bodies.text)
        self._weak = False
        self._read_all(turns)
        if not self._found:  # no listed word tells of a meeting
            self._visit, self._weak = None, True
            self._read_all(turns)

    def _read_all(self, turns: list[Turn]) -> None:
        for turn in turns:
            sentence = turn.sentence
            if turn.begin is None:
                self._narrative(sentence, sentence.end)
            else:
                self._narrative(sentence, turn.begin, opening=True)
        self._settle()

    def _narrative(self, sentence: Sentence, stop: int, opening: bool = False) -> None:
        """One sentence, up to where a speech begins in it."""
        told = sentence.text[: stop - sentence.start]
        if not told:
            return
        self._stop = stop
        self._note_day(sentence, told)
        stay = self._cues.stay.search(told)
        if stay and self._visit is None and self._bodies.is_place(stay["place"]):
            self._stay(sentence, stay)
        terms = self._terms(sentence, told)
        visit = self._visit_of(sentence, told)
        stop_over = bool(STAY.match(told) and STOPS.search(told) and self._found)
        held = [act for act in terms if not self._only_refers(sentence, told, act.start, act.end)]
        self._note_host(sentence, told)
        if visit:
            self._trip(sentence, visit)
        for act in terms:
            self._dated_by(sentence, act.start, act.end)
        if stop_over:
            held = []
        for act in held:
            self._meeting(sentence, told, act)
        if not held and not visit:
            if self._found and self._cues.took_part.search(told):
                self._attend(sentence)
            elif stop_over and self._visit is None:
                self._stay_told(sentence)
            elif not opening:
                self._told_roles(sentence)
        if opening:
            self._speak_together(sentence, told)
        else:
            self._topics(sentence)

    def _terms(self, sentence: Sentence, told: str) -> list[Act]:
        """What tells of meetings; acts of no list only where the whole text has no listed one."""
        signed = self._cues.sign.search(told)
        known = bool(self._meetings_proper())
        listed = self._acts.listed(sentence.start, told, signed, known)
        return listed or (list(self._acts.told(told)) if self._weak and not known else [])

    def _speak_together(self, sentence: Sentence, told: str) -> None:
        """王一、李二均表示: both spoke; 王一介绍: presented."""
        places = self._people.places(sentence.start, sentence.start + len(told))
        meeting = self.at(sentence.start)
        if meeting is None or not places:
            return
        role = Role.PRESENTED if told.endswith(("介绍，", "介绍说", "通报，")) else Role.SPOKE
        end = places[0][0]
        for start, stop, person in places:
            if self._text[end:start] not in ("", "、", "和", "与"):
                return
            meeting.take(person, role)
            end = stop

    def _only_refers(self, sentence: Sentence, told: str, start: int, end: int) -> bool:
        """会见时, 座谈会上: where one speaks, not that one meets; unless nothing else tells it."""
        if not self._meetings_proper():
            return False
        if ATTENDS.search(told, max(0, start - 24), start):
            return True
        return REFERS.match(told, end) is not None and not self._meets_others(sentence, start)

    def _meets_others(self, sentence: Sentence, at: int) -> bool:
        """在与王一会谈时: whether nobody of 王一's side was met before."""
        begin = max(sentence.text.rfind(mark, 0, at) for mark in "，；：") + 1
        met = [party for meeting in self._meetings_proper() for party in meeting.parties]
        sides = [
            self.actors.party_of(person)
            for person in self._people.named(sentence.start + begin, sentence.start + at)
        ]
        return any(side and not any(within(side, party) for party in met) for side in sides)

    def _place(self, meeting: Encounter, sentence: Sentence) -> None:
        """Where it was held: 在郑州黄河迎宾馆举行, 在宁波市北仑区签订."""
        for match in self._cues.place.finditer(sentence.text, 0, self._stop - sentence.start):
            start, end = (sentence.start + place for place in match.span("place"))
            words = self._text[start:end]
            if self._own.gazetteer.ending(end) or self._cues.venue.search(words):
                meeting.place = words
                return

    def _fill_parties(self, meeting: Encounter, sentence: Sentence) -> None:
        """The two who meet: from the clause of the word for it, then from the clauses before."""
        at = meeting.spans[-1][0]
        cuts = [sentence.start, *(sentence.start + m.end() for m in CLAUSE.finditer(sentence.text))]
        cuts = [*dict.fromkeys([*(cut for cut in cuts if cut < self._stop), self._stop])]
        index = max(i for i, cut in enumerate(cuts) if cut <= at)
        stop = cuts[index + 1] if index + 1 < len(cuts) else self._stop
        for first in range(index, -1, -1):
            self._add(meeting, self.actors.inside(cuts[first], stop))
            if len(meeting.parties) > 1:
                return
        for last in range(index + 1, len(cuts)):
            self._add(meeting, self.actors.inside(at, cuts[last]))
            if len(meeting.parties) > 1:
                return
        for party in self.actors.paired(sentence.start, self._stop):
            if not any(within(party, known) for known in meeting.parties):
                meeting.party(party)

    # meetings

    def _meeting(self, sentence: Sentence, told: str, act: Act) -> None:
        start = act.start
        meeting = Encounter(act.kind, [(sentence.start + start, sentence.start + act.end)])
        meeting.planned = bool(self._cues.planned.search(told[: act.end]))
        self._date(meeting, sentence)
        self._place(meeting, sentence)
        self._fill_parties(meeting, sentence)
        self._met_by_office(meeting, sentence)
        self._roles(meeting, sentence)
        visit = self._visit
        if visit and self._trip_at == sentence.start and len(visit.parties) > 1:
            meeting.parties = list(visit.parties)
        host = self._host if BOTH_SIDES.search(told) else None
        if host and len(meeting.parties) < 2 and not any(within(host, p) for p in meeting.parties):
            meeting.party(host)
        if act.weak and len(meeting.parties) < 2:
            return
        known = self._same(meeting)
        if known is not None:
            self._join(known, meeting)
        elif len(meeting.parties) > 1 or meeting.people or not self._meetings_proper():
            if not meeting.parties and BOTH_SIDES.search(told):
                meeting.parties = self._both(sentence.start + start)
            self._found.append(meeting)

    def _both(self, position: int) -> list[Body]:
        """Who 两省 and 双方 are: those who met before, else the first two governments of the text."""
        return list(self._found[-1].parties) if self._found else self._named_first(position)

    def _named_first(self, position: int) -> list[Body]:
        """The first two governments of the text, those aside where something lies."""
        named: list[Body] = []
        for mention in self.actors.mentions(0, position):
            governs = mention.body.kind is OrganisationKind.GOVERNMENT
            side = self._bodies.side_of(mention.body) if governs else None
            if side is None or side in named:
                continue
            if not LOCATES.search(self._text, max(0, mention.start - 2), mention.start):
                named.append(side)
                if len(named) == 2:
                    break
        return named

    def _same(self, meeting: Encounter) -> Encounter | None:
        """The meeting told of before that this mention is, if it is none of its own."""
        for known in reversed(self._found):
            if known is self._visit or known.planned != meeting.planned:
                continue
            other_day = meeting.date and known.date and not _on(known, meeting.date)
            if other_day:
                continue
            news = [p for p in meeting.parties if not any(within(p, k) for k in known.parties)]
            named = {self.actors.party_of(person) for person in meeting.people}
            if (
                len(known.parties) > 1
                and any(party in named or party is self._host for party in news)
                and len(meeting.parties) > 1
            ):
                continue
            return known
        return None

    def _join(self, known: Encounter, meeting: Encounter) -> None:
        super()._join(known, meeting)
        for person, role in meeting.people.items():
            if role in (Role.SIGNED, Role.CHAIRED) and known.people.get(person) is Role.SPOKE:
                known.people[person] = role  # one person, one role: the act before the speech
        if len(known.parties) < 2:
            named = {id(self.actors.party_of(person)) for person in meeting.people}
            for party in meeting.parties:
                acts = id(party) in named or party.kind is not OrganisationKind.INSTITUTE
                if acts and not any(within(party, other) for other in known.parties):
                    known.party(party)
        if known.date is None and meeting.date:
            known.date, known.until, known.date_text = (
                meeting.date,
                meeting.until,
                meeting.date_text,
            )

    def _offices_met(self, meeting: Encounter) -> None:
        """An office was met by the office of the other side that sent people, not by its place."""
        if all(party.side is None for party in meeting.parties):
            return
        acting = [self.actors.party_of(person) for person in meeting.people]
        for index, party in enumerate(meeting.parties):
            offices = {id(body): body for body in acting if body and body.side is party}
            placed = party.side is None and party.kind is OrganisationKind.GOVERNMENT
            if placed and len(offices) == 1 and party not in acting:
                [office] = offices.values()
                if office not in meeting.parties:
                    meeting.parties[index] = office

    def _settle(self) -> None:
        """Parts of a visit; the other party where only the report as a whole tells it."""
        if not self._found:
            return
        sides = list(
            dict.fromkeys(
                side
                for p in self._persons.in_order()
                if (side := self.actors.party_of(p)) is not None
            )
        )
        home = [self._bodies.government(name) for name in self._own.home.values()]
        spoke = [
            side
            for meeting in self._found
            for person, role in meeting.people.items()
            if role is Role.SPOKE and (side := self.actors.party_of(person)) is not None
        ]
        met = [party for meeting in self._meetings_proper() for party in meeting.parties]
        named = self._named_first(len(self._text)) if met or sides else []
        for meeting in self._found:
            for side in [*spoke, *met, *sides, *home, *named]:
                if len(meeting.parties) < 2 and not any(within(side, p) for p in meeting.parties):
                    meeting.party(side)
            self._offices_met(meeting)
            if self._visit and meeting is not self._visit and not meeting.planned:
                meeting.part_of = self._visit
                self._met_on_the_way(meeting)
        if self._visit and is_one_event(self._visit, self._meetings_proper()):
            join_visit(self._visit, self._meetings_proper()[0])
            self._found.remove(self._visit)
            self._visit = None
        self._found = [m for m in self._found if len(m.parties) > 1 or len(m.people) > 1]
        for meeting in self._found:
            if meeting.part_of not in self._found:
                meeting.part_of = None


def _on(meeting: Encounter, day: str) -> bool:
    """Whether a day falls on a meeting's days."""
    first = meeting.date or day
    return first <= day <= (meeting.until or first)
