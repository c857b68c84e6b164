"""Where a Chinese-Korean report tells of a meeting, and between whom.

Most sentences tell it with a usual word (회견했다, 좌담회가 열렸다), others with any act
between two sides. Where none does, the report as a whole decides: an event that
people attended, or two sides that speak to each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from hapjak.reading.cues import Cues
from hapjak.reading.drafts import Body, Encounter
from hapjak.reading.korean.china.acts import ACT, ATTENDED, FAR, TOLD
from hapjak.reading.korean.china.bodies import ChinaBodies
from hapjak.reading.korean.china.clauses import DAY
from hapjak.reading.korean.china.cues import TERMS, WEAK_TERMS, names_meeting
from hapjak.reading.korean.china.endings import read_ending
from hapjak.reading.korean.china.parties import HELD_BY, Parties
from hapjak.reading.korean.china.sides import apart, is_seat, lies_in, sides
from hapjak.reading.korean.china.whole import STOPS
from hapjak.reading.lines import Lines
from hapjak.reading.meetings import TERMS as TERM_GROUPS
from hapjak.reading.meetings import Meetings, acts_for
from hapjak.reading.model import MeetingKind, OrganisationKind, Role
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence

# 귀빈들을 각각 회견했다: told once for all, then guest by guest
IN_TURN = re.compile(r"(?:각각|각기|따로|선후하여|선후로|련이어)\s?(?:회견|접견|만났|만나)")
JOINTLY = re.compile(r"량측|쌍방|양측|량지|두 (?:도시|시|성|지역|주|현|구|대학|병원|측|기관|단위)")
OPEN_EVENTS = (MeetingKind.FORUM, MeetingKind.EXHIBITION)
EVENTS = (MeetingKind.FORUM, MeetingKind.EXHIBITION, MeetingKind.SIGNING)
ABROAD = re.compile(
    "한국|로씨야|러시아|조선(?!족)|일본|몽골|중한|한중|중로|중러|중일|중조|중몽|국제|동북아"
)
IN_A_YEAR = re.compile(r"(?:19|20)\d\d년(?:\s?\d{1,2}월)?(?:\s?\d{1,2}일)?(?:에|,)?\s")
# whoever was told to come acts again: 대표단은, 대표단 일행을 회견하고
DELEGATION = re.compile(
    r"(?<![가-힣])(?:대표단|방문단|고찰단|시찰단|일행)(?:\s일행)?(?:은|는|이|가|을|를|과|와)\s"
)
LEAD = 6  # sentences that tell what a report is about


class ToldMeetings(Meetings):
    """The meetings that sentences tell, and those that only the whole report does."""

    _bodies: ChinaBodies
    _summary: Encounter | None = None
    _begins: dict[int, int]  # where the sentence of each meeting begins
    _hosts: dict[int, list[Body]]  # who held an event, told aside
    _helpers: dict[int, list[Body]]  # who organised it or signed at it
    _doubtful: set[int]  # meetings only if two sides took part
    _assemblies: set[int]  # events of several hosts, at which others meet

    def __init__(
        self,
        sentences: list[Sentence],
        bodies: ChinaBodies,
        people: People,
        lines: Lines,
        cues: Cues,
        published: str | None,
        wished: Mapping[int, int],
    ) -> None:
        self._sides = Parties(bodies, people, cues)
        self._begins = {}
        self._doubtful, self._assemblies = set(), set()
        self._hosts, self._helpers = {}, {}
        self._wished = wished
        self._sentences = sentences
        super().__init__(sentences, bodies, people, lines, cues, published, wished)

    def at(self, position: int) -> Encounter | None:
        """The verb that tells of a meeting ends its sentence, so that sentence belongs to it."""
        begins = self._begins
        begun = [m for m in self._found if begins.get(id(m), m.spans[0][0]) <= position]
        own = [m for m in begun if m is not self._visit]
        held = [m for m in own if not m.planned]
        fallback = next((m for m in self._found if not m.planned), None)
        return held[-1] if held else own[-1] if own else fallback

    def _meets(self, sentence: Sentence) -> re.Match[str] | None:
        """The usual words for a meeting, else any act between two sides."""
        usual = super()._meets(sentence) if names_meeting(sentence.text) else None
        return usual or self._acts(sentence)

    def _acts(self, sentence: Sentence) -> re.Match[str] | None:
        match = ACT.search(sentence.text)
        text = sentence.text
        if match is None or not TOLD.search(text) or read_ending(text).spoken:
            return None
        if IN_A_YEAR.search(text) and not DAY.search(text):
            return None  # a year alone is a year of old
        if self._found and self._latest().kind in OPEN_EVENTS and HELD_BY.search(text):
            return None  # who holds the event at hand
        return match if self._between_sides(sentence) else None

    def _between_sides(self, sentence: Sentence) -> bool:
        trial = Encounter(MeetingKind.TALKS, [])
        self._fill_parties(trial, sentence)
        return apart(trial.parties)

    def _read_wish(self, sentence: Sentence, wish: int) -> None:
        """일행을 회견하고 …하기로 했다: the meeting is told in the sentence of its wish."""
        match = super()._meets(sentence) if names_meeting(sentence.text) else None
        if match and not self._old(sentence) and self._between_sides(sentence):
            self._meet(sentence, match, MeetingKind.TALKS)
        else:
            super()._read_wish(sentence, wish)

    def _meet(self, sentence: Sentence, match: re.Match[str], kind: MeetingKind) -> None:
        count = len(self._found)
        term = _term(match)
        super()._meet(sentence, match, _kind(sentence, match, TERMS.get(term, kind)))
        if len(self._found) == count:
            return
        self._begins[id(self._found[-1])] = sentence.start
        if IN_TURN.search(sentence.text):
            self._summary = self._found[-1]
        if term in WEAK_TERMS or match.re is ACT:
            self._doubtful.add(id(self._found[-1]))

    def _join(self, known: Encounter, meeting: Encounter) -> None:
        """A visit at which sides talked was talks as well."""
        super()._join(known, meeting)
        if known.kind is MeetingKind.VISIT and meeting.kind is MeetingKind.TALKS:
            known.also = list(dict.fromkeys([*known.also, MeetingKind.TALKS]))

    def _fill_parties(self, meeting: Encounter, sentence: Sentence) -> None:
        for party in self._sides.acting(sentence):
            meeting.party(party)
        within = self._sides.named_within(sentence)
        meeting.parties = [party for party in meeting.parties if id(party) not in within]
        for party in self._sides.pair(sentence, within):
            meeting.party(party)
        if len(meeting.parties) > 2:
            meeting.parties = self._sides.without_hosts(meeting.parties, sentence)
        frame = self._frame()
        if frame is not None and DELEGATION.search(sentence.text):
            for party in frame.parties[:1]:
                meeting.party(party)
        if not meeting.parties and JOINTLY.search(sentence.text):
            meeting.parties = self._sides.both(self._found, sentence.start)

    def _settle(self) -> None:
        if all(meeting.planned for meeting in self._found):
            self._whole_report()
        super()._settle()

    def _whole_report(self) -> None:
        """No sentence tells of a meeting: an event that people attended, else two sides that speak."""
        for sentence in self._sentences[:LEAD]:
            match = ATTENDED.search(sentence.text)
            if match and not self._old(sentence) and sentence.start not in self._wished:
                self._meet(sentence, match, MeetingKind.FORUM)
                self._doubtful.add(id(self._found[-1]))
                return
        self._speakers()

    def _speakers(self) -> None:
        """Two sides whose people say what they wish of each other have met."""
        said = [s for s in self._sentences if s.start in self._wished]
        speakers = [p for s in said for p in self._people.named(s.start, s.end)[:1] if p.side]
        if len({id(person.side) for person in speakers}) < 2:
            return
        lead = next((s for s in self._sentences if self._people.named(s.start, s.end)), said[0])
        meeting = Encounter(MeetingKind.TALKS, [(lead.start, lead.end)])
        self._date(meeting, lead)
        self._place(meeting, lead)
        for person in speakers:
            meeting.party(person.side)
        self._begins[id(meeting)] = lead.start
        self._found.append(meeting)

    def _complete(self, meeting: Encounter) -> None:
        """Who held an event and spoke at it; then, of fewer than two, signers and all sides."""
        if len(meeting.parties) < 2:
            self._held_by(meeting)
        for body in self._helpers.get(id(meeting), ()) if len(meeting.parties) < 2 else ():
            meeting.party(body)
        for person in meeting.people if len(meeting.parties) < 2 else ():
            meeting.party(acts_for(person))
        super()._complete(meeting)
        meeting.parties = self._without_inner(meeting.parties)
        self._held_by(meeting)
        if meeting.kind in OPEN_EVENTS:
            meeting.parties = self._without_assemblies(meeting.parties)

    def _held_by(self, meeting: Encounter) -> None:
        """The hosts and speakers of an event; a host is none whose place another party is of."""
        hosts = self._hosts.get(id(meeting), [])
        for host in hosts:
            elsewhere = all(apart([host, party]) for party in meeting.parties)
            if len(hosts) > 1 or len(meeting.parties) < 2 or elsewhere:
                meeting.party(host)
        for person, role in meeting.people.items() if meeting.kind in OPEN_EVENTS else ():
            if role is Role.SPOKE:
                meeting.party(acts_for(person))

    def _without_assemblies(self, parties: list[Body]) -> list[Body]:
        """갑성과 갑성정협: an assembly beside its government is a party where it acts itself."""
        governed = {b.territory for b in parties if b.kind is OrganisationKind.GOVERNMENT}
        return [
            body
            for body in parties
            if body.kind is not OrganisationKind.LEGISLATURE
            or body.territory is None
            or body.territory not in governed
            or self._sides.acts_anywhere(body)
        ]

    def _without_inner(self, parties: list[Body]) -> list[Body]:
        """갑성 성장 왕일의 초청으로 을시를 방문해: a city within a party is only where they met."""
        if len(parties) < 3:
            return parties
        codes = {body.territory for body in parties if body.territory}
        inner = [body for body in parties if any(code in codes for code in lies_in(body))]
        around = {code for body in inner for code in lies_in(body)}
        silent = [body for body in parties if not self._speaks_or_acts(body)]
        lost = [body for body in silent if body in inner]
        if len(inner) > 1:
            lost = [body for body in silent if body.territory in around] or lost
        lost += [body for body in silent if any(is_seat(body, other) for other in parties)]
        return [body for body in parties if body not in lost]

    def _speaks_or_acts(self, body: Body) -> bool:
        """Whether anybody speaks for a body, or it acts itself."""
        spoken = any(person.side is body for person in self._people.all())
        return spoken or self._sides.acts_anywhere(body)

    def _is_told(self, meeting: Encounter) -> bool:
        """One side alone, with nobody or one person, met nobody that the report names."""
        doubtful = id(meeting) in self._doubtful
        if self._is_stop(meeting):
            return False
        sure = not doubtful or self._crosses_borders(meeting)
        met = apart(meeting.parties) if doubtful else sides(meeting.parties) > 1
        if met or (len(meeting.people) > 1 and sure):
            return True
        return meeting.kind in EVENTS and self._crosses_borders(meeting)

    def _frame(self) -> Encounter | None:
        """The visit that what follows is part of."""
        visits = (m for m in self._found if m.kind is MeetingKind.VISIT and not m.planned)
        return self._visit or next(visits, None)

    def _is_stop(self, meeting: Encounter) -> bool:
        """돌아보고 좌담회를 가졌다: a stop on a visit with nobody of the other side named is none."""
        if self._frame() in (None, meeting) or meeting.people:
            return False
        if meeting.kind is MeetingKind.VISIT:
            return meeting.date is None
        if meeting.kind is not MeetingKind.TALKS:
            return False
        begin = self._begins.get(id(meeting), meeting.spans[0][0])
        return STOPS.search(self._text, begin, meeting.spans[0][0]) is not None

    def _crosses_borders(self, meeting: Encounter) -> bool:
        """An event of one side that the report calls one with another country."""
        begin = self._begins.get(id(meeting), meeting.spans[0][0])
        told = self._text[begin : meeting.spans[0][1]]
        return bool(meeting.parties) and ABROAD.search(told) is not None


def _kind(sentence: Sentence, match: re.Match[str], kind: MeetingKind) -> MeetingKind:
    """What an act of no listed word is: on the way, over a line, or talks."""
    if match.re is not ACT:
        return kind
    if match["visit"]:
        return MeetingKind.VISIT
    return MeetingKind.CALL if FAR.search(sentence.text) else kind


def _term(match: re.Match[str]) -> str:
    return next(filter(None, (match.groupdict().get(name) for name in TERM_GROUPS)), "")
