"""Meetings as Chinese-Korean reports tell them: guests received in turn, hosts, visits of old."""

from __future__ import annotations

import re

from hapjak.reading.dates import long_before, resolve
from hapjak.reading.drafts import Encounter
from hapjak.reading.korean.china.clauses import DAY, SO_FAR
from hapjak.reading.korean.china.cues import TERMS
from hapjak.reading.korean.china.parties import find_hosts
from hapjak.reading.korean.china.sides import is_seat
from hapjak.reading.korean.china.told import EVENTS, IN_A_YEAR, ToldMeetings
from hapjak.reading.korean.china.whole import PROSE, date_them, joined, with_its_talks
from hapjak.reading.meetings import acts_for
from hapjak.reading.model import MeetingKind, OrganisationKind
from hapjak.reading.sentences import Sentence

GUESTS = (OrganisationKind.GOVERNMENT, OrganisationKind.LEGISLATURE)
WELCOME = re.compile(r"(?:환영|감사)(?:을|를)?\s?(?:표|드|했|하|의 뜻)")
THIS = re.compile(r"(?:이번|이날)\s")
LARGE = ("성", "자치구", "도", "주")  # too large to be the host of an event
FIRST_DAY = re.compile(r"(?:(?P<year>(?:19|20)\d\d)년\s?)?(?:\d{1,2}월\s?)?(?<!\d)\d{1,2}일")
BARE_DAY = re.compile(r"\d{1,2}일")
MONTH_DAY = re.compile(r"(?<!년 )(?<!년)(?<!\d)(\d{1,2})월\s?\d{1,2}일")
YEAR = re.compile(r"(?:19|20)\d\d")


def set_of(meeting: Encounter) -> set[int]:
    """The parties of a meeting, to be compared."""
    return {id(party) for party in meeting.parties}


class ChinaMeetings(ToldMeetings):
    """All meetings of one Chinese-Korean text."""

    _headings: set[int]  # where sentences begin that are none: headlines, captions

    def _old(self, sentence: Sentence) -> bool:
        """A year told beside days without one is a year of old, though no date is printed."""
        if super()._old(sentence):
            return True
        if SO_FAR.search(sentence.text) and not DAY.search(sentence.text):
            return True  # 현재 … 체결했다: what stands today was signed before
        first = FIRST_DAY.search(self._text)
        if self._published or first is None or first["year"]:
            return False
        return sentence.start > first.start() and bool(IN_A_YEAR.search(sentence.text))

    def _date(self, meeting: Encounter, sentence: Sentence) -> None:
        """10월 17일부터 …, 17일: a day alone is of the month told last, not of the paper's."""
        super()._date(meeting, sentence)
        if meeting.date is None or not BARE_DAY.fullmatch(meeting.date_text or ""):
            return
        told = MONTH_DAY.findall(self._text[: sentence.start])
        if told:
            day = resolve(None, told[-1], meeting.date[-2:], self._published)
            if day is not None and not long_before(day, self._published):
                meeting.date = day

    def is_history(self, sentence: Sentence) -> bool:
        return self._old(sentence)

    def _read(self, sentence: Sentence) -> None:
        hosted = find_hosts(sentence.text)
        if hosted:
            self._hosted(sentence, hosted)
        super()._read(sentence)
        latest = self._latest() if self._found else None
        for inviter in self._sides.inviters(sentence):
            if latest is None:
                break
            if len(latest.parties) < 2 or any(is_seat(p, inviter) for p in latest.parties):
                latest.party(inviter)
        if latest and latest.kind in EVENTS and not latest.planned and not self._old(sentence):
            hosts = [] if hosted else self._sides.holders(sentence, "주최")
            self._hosts.setdefault(id(latest), []).extend(hosts)
            self._helpers.setdefault(id(latest), []).extend(
                [*self._sides.holders(sentence, "주관"), *self._sides.signers(sentence)]
            )

    def _same(self, meeting: Encounter) -> Encounter | None:
        """An event that ends in a signing tells its other party only there."""
        known = super()._same(meeting)
        same_day = meeting.date_text and self._cues.same_day.fullmatch(meeting.date_text)
        other_day = not same_day and meeting.date_text not in (None, known and known.date_text)
        if known and known.date_text and other_day:
            return None  # another day, though no year is known
        latest = self._latest() if self._found else None
        if latest and meeting.date_text is None and self._told_before(meeting, latest):
            for party in meeting.parties if len(latest.parties) < 2 else ():
                latest.party(party)
            return latest
        signs = meeting.kind is MeetingKind.SIGNING and meeting.date is None
        if known or not signs or latest is None or latest is self._visit:
            return known
        if len(latest.parties) > 1 or latest.planned != meeting.planned:
            return None
        for party in meeting.parties:
            latest.party(party)
        return latest

    def _told_before(self, meeting: Encounter, latest: Encounter) -> bool:
        """이번 행사, 이날 교류회: the event told last."""
        start, end = meeting.spans[0]
        told = self._text[max(0, start - 4) : end]
        event = latest is not self._visit and latest.kind in EVENTS and not latest.planned
        return event and THIS.search(told) is not None

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
        self._assemblies.add(id(event))
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

    def _at_home(self, meeting: Encounter) -> None:
        """An event held in a partner's city: the city is the other party."""
        if meeting.kind not in EVENTS or len(meeting.parties) > 1 or meeting.place is None:
            return
        for person in meeting.people:
            meeting.party(acts_for(person))
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
        heads = self._begins.get(id(meeting)) in self._headings
        told = next((m for m in same if heads or set_of(m) >= set_of(meeting)), None)
        if told is None:
            return False
        for person, role in meeting.people.items():
            told.take(person, role)
        told.place = told.place or meeting.place
        told.spans = [*told.spans, *meeting.spans]
        told.topics.extend(topic for topic in meeting.topics if topic not in told.topics)
        return True

    def _settle(self) -> None:
        self._headings = {s.start for s in self._sentences if not PROSE.search(s.text)}
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
        apart = [m for m in self._found if m is self._visit or id(m) in self._assemblies]
        self._found = joined(self._found, apart, self._text)
        visit = self._frame()
        if visit is not None and visit in self._found:
            self._found = with_its_talks(visit, self._found, self._sentences, self._text)
        date_them(self._found, self._sentences, self._cues.dates, self._published)
        for meeting in self._found:
            for party in meeting.parties:
                self._bodies.use(party)
