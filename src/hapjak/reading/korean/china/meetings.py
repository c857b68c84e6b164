"""Meetings as Chinese-Korean reports tell them: guests received in turn, hosts, visits of old."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hapjak.reading.cues import Cues
from hapjak.reading.drafts import Encounter
from hapjak.reading.korean.china.acts import ACT, FAR, TOLD
from hapjak.reading.korean.china.bodies import ChinaBodies
from hapjak.reading.korean.china.cues import TERMS, WEAK_TERMS
from hapjak.reading.korean.china.endings import read_ending
from hapjak.reading.korean.china.parties import HOSTS, Parties
from hapjak.reading.lines import Lines
from hapjak.reading.meetings import TERMS as TERM_GROUPS
from hapjak.reading.meetings import Meetings, acts_for
from hapjak.reading.model import MeetingKind, OrganisationKind
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence

# 귀빈들을 각각 회견했다: told once for all, then guest by guest
IN_TURN = re.compile(r"(?:각각|각기|따로|선후하여|선후로|련이어)\s?(?:회견|접견|만났|만나)")
JOINTLY = re.compile(r"량측|쌍방|양측|량지|두 (?:도시|시|성|지역|주|현|구|대학|병원|측|기관|단위)")
EVENTS = (MeetingKind.FORUM, MeetingKind.EXHIBITION, MeetingKind.SIGNING)
GUESTS = (OrganisationKind.GOVERNMENT, OrganisationKind.LEGISLATURE)
WELCOME = re.compile(r"(?:환영|감사)(?:을|를)?\s?(?:표|드|했|하|의 뜻)")
LARGE = ("성", "자치구", "도", "주")  # too large to be the host of an event
IN_A_YEAR = re.compile(r"(?:19|20)\d\d년(?:\s?\d{1,2}월)?(?:\s?\d{1,2}일)?(?:에|,)?\s")
FIRST_DAY = re.compile(r"(?:(?P<year>(?:19|20)\d\d)년\s?)?(?:\d{1,2}월\s?)?(?<!\d)\d{1,2}일")
YEAR = re.compile(r"(?:19|20)\d\d")


class ChinaMeetings(Meetings):
    """All meetings of one Chinese-Korean text."""

    _bodies: ChinaBodies
    _summary: Encounter | None = None
    _begins: dict[int, int]  # where the sentence of each meeting begins
    _doubtful: set[int]  # meetings only if two sides took part

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
        self._sides = Parties(bodies, people)
        self._begins = {}
        self._doubtful = set()
        super().__init__(sentences, bodies, people, lines, cues, published, wished)

    def _old(self, sentence: Sentence) -> bool:
        """A year told beside days without one is a year of old, though no date is printed."""
        if super()._old(sentence):
            return True
        first = FIRST_DAY.search(self._text)
        if self._published or first is None or first["year"]:
            return False
        return sentence.start > first.start() and bool(IN_A_YEAR.search(sentence.text))

    def is_history(self, sentence: Sentence) -> bool:
        return self._old(sentence)

    def _read(self, sentence: Sentence) -> None:
        hosted = HOSTS.search(sentence.text)
        if hosted:
            self._hosted(sentence, hosted)
        super()._read(sentence)

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
        return super()._meets(sentence) or self._acts(sentence)

    def _acts(self, sentence: Sentence) -> re.Match[str] | None:
        match = ACT.search(sentence.text)
        if match is None or not TOLD.search(sentence.text) or read_ending(sentence.text).spoken:
            return None
        return match if self._between_sides(sentence) else None

    def _between_sides(self, sentence: Sentence) -> bool:
        trial = Encounter(MeetingKind.TALKS, [])
        self._fill_parties(trial, sentence)
        return len(trial.parties) > 1

    def _read_wish(self, sentence: Sentence, wish: int) -> None:
        """일행을 회견하고 …하기로 했다: the meeting is told in the sentence of its wish."""
        match = super()._meets(sentence)
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

    def _same(self, meeting: Encounter) -> Encounter | None:
        """An event that ends in a signing tells its other party only there."""
        known = super()._same(meeting)
        if known and known.date_text and meeting.date_text not in (None, known.date_text):
            return None  # another day, though no year is known
        latest = self._latest() if self._found else None
        signs = meeting.kind is MeetingKind.SIGNING and meeting.date is None
        if known or not signs or latest is None or latest is self._visit:
            return known
        if len(latest.parties) > 1 or latest.planned != meeting.planned:
            return None
        for party in meeting.parties:
            latest.party(party)
        return latest

    def _hosted(self, sentence: Sentence, hosted: re.Match[str]) -> None:
        """An event of several hosts is theirs, whoever else meets at it."""
        hosts = self._sides.hosts(sentence, hosted)
        if len(hosts) < 2:
            return
        latest = self._latest() if self._found else None
        if latest and not latest.planned and "행사" in hosted["event"]:
            for host in hosts:
                latest.party(self._bodies.side_of(host))
            return
        kind = next((k for t, k in TERMS.items() if hosted["event"].endswith(t)), MeetingKind.FORUM)
        event = Encounter(
            MeetingKind.FORUM if kind is MeetingKind.TALKS else kind,
            [(sentence.start + hosted.start("event"), sentence.start + hosted.end())],
        )
        self._date(event, sentence)
        event.parties = hosts
        self._found.append(event)

    def _go(self, sentence: Sentence, match: re.Match[str]) -> None:
        """A visit of old, told with its year, stands for itself; another is the frame of all."""
        if WELCOME.search(sentence.text):
            return  # who is thanked for coming has been received already
        if not self._old(sentence):
            super()._go(sentence, match)
            return
        past = Encounter(MeetingKind.VISIT, [(sentence.start, sentence.end)])
        past.place = match["place"]
        told = [d for d in self._cues.dates(sentence.text, self._published) if d.value]
        past.date, past.until = told[0].value, told[0].until
        past.date_text = sentence.text[told[0].start : told[0].end]
        self._fill_parties(past, sentence)
        past.party(self._bodies.government(match["place"]))
        if len(past.parties) > 1 and YEAR.match(past.date or ""):
            self._found.append(past)

    def _fill_parties(self, meeting: Encounter, sentence: Sentence) -> None:
        for party in self._sides.acting(sentence, self._cues):
            meeting.party(party)
        within = self._sides.named_within(sentence)
        meeting.parties = [party for party in meeting.parties if id(party) not in within]
        for party in self._sides.pair(sentence, within):
            meeting.party(party)
        if len(meeting.parties) > 2:
            meeting.parties = self._sides.without_hosts(meeting.parties, sentence)
        if not meeting.parties and JOINTLY.search(sentence.text):
            meeting.parties = self._sides.both(self._found, sentence.start)

    def _at_home(self, meeting: Encounter) -> None:
        """An event held in a partner's city: the city is the other party."""
        if meeting.kind not in EVENTS or len(meeting.parties) > 1 or meeting.place is None:
            return
        where = meeting.place.split()[-1]
        city = None if where.endswith(LARGE) else self._bodies.government(where)
        sides = {id(p.side): p.side for p in self._people.all() if p.side}.values()
        for side in sides if not meeting.parties else ():
            meeting.party(side)
        if city is not None and len(meeting.parties) < 2:
            meeting.party(city)

    def _attend(self, sentence: Sentence) -> None:
        """갑시, 을시와 병시의 책임자들이 행사에 참가했다: bodies take part where no people are named."""
        super()._attend(sentence)
        latest = self._latest() if self._found else None
        if latest is None or self._people.named(sentence.start, sentence.end):
            return
        sides = (
            self._bodies.side_of(mention.body)
            for mention in self._bodies.inside(sentence.start, sentence.end)
            if mention.body.kind in GUESTS
        )
        present = list({id(side): side for side in sides if side is not None}.values())
        for side in present if len(latest.parties) + len(present) > 1 else ():
            latest.party(side)

    def _told_again(self, meeting: Encounter) -> bool:
        """An event that a headline or a caption names without its day, told in full elsewhere."""
        if meeting.kind not in EVENTS or meeting.date is not None:
            return False
        same = [m for m in self._found if m.kind is meeting.kind and m.date]
        told = next((m for m in same if all(party in m.parties for party in meeting.parties)), None)
        if told is None:
            return False
        for person, role in meeting.people.items():
            told.take(person, role)
        told.place = told.place or meeting.place
        told.spans = [*told.spans, *meeting.spans]
        told.topics.extend(topic for topic in meeting.topics if topic not in told.topics)
        return True

    def _settle(self) -> None:
        summary = self._summary
        parts = (
            [
                meeting
                for meeting in self._found[self._found.index(summary) + 1 :]
                if meeting is not self._visit and meeting.kind is MeetingKind.TALKS
            ]
            if summary
            else []
        )
        if summary and parts:
            for part in parts:
                part.date = part.date or summary.date
                part.date_text = part.date_text or summary.date_text
                part.place = part.place or summary.place
                if len(part.parties) < 2:
                    part.parties = [*summary.parties[:1], *part.parties]
            self._found.remove(summary)
        for meeting in self._found:
            self._at_home(meeting)
        super()._settle()
        self._found = [m for m in self._found if not self._told_again(m)]
        self._found = [m for m in self._found if self._is_told(m)]
        for meeting in self._found:
            for party in meeting.parties:
                self._bodies.use(party)

    def _is_told(self, meeting: Encounter) -> bool:
        """One side alone, with nobody or one person, met nobody that the report names."""
        alone = len(meeting.people) > 1 and id(meeting) not in self._doubtful
        return len(meeting.parties) > 1 or alone

    def _complete(self, meeting: Encounter) -> None:
        """Fewer than two parties: those for whom its people spoke, then all people's sides."""
        for person in meeting.people if len(meeting.parties) < 2 else ():
            meeting.party(acts_for(person))
        super()._complete(meeting)


def _kind(sentence: Sentence, match: re.Match[str], kind: MeetingKind) -> MeetingKind:
    """What an act of no listed word is: on the way, over a line, or talks."""
    if match.re is not ACT:
        return kind
    if match["visit"]:
        return MeetingKind.VISIT
    return MeetingKind.CALL if FAR.search(sentence.text) else kind


def _term(match: re.Match[str]) -> str:
    return next(filter(None, (match.groupdict().get(name) for name in TERM_GROUPS)), "")
