"""Meetings that a South Korean report tells of.

Most reports tell of one meeting several times: that a paper was signed, where,
who took part. A visit is one of its own where its verb ends the sentence or
its days are a span; told on the way (방문해 … 체결했다) it is none. What lies
further back (지난해, 5월에, 체결한 바 있다) is history.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from hapjak.reading.bodies import Bodies
from hapjak.reading.cues import Cues, meeting_kinds
from hapjak.reading.drafts import Encounter
from hapjak.reading.korean.south.cues import find_meeting, find_signing
from hapjak.reading.korean.south.occasions import joined
from hapjak.reading.korean.south.parties import Parties
from hapjak.reading.korean.south.speech import QUOTE, without_speech
from hapjak.reading.korean.south.visits import VISIT_MAIN, VISITING, VisitMeetings
from hapjak.reading.lines import Lines
from hapjak.reading.model import MeetingKind
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence

DISCUSSED = re.compile(
    r"(?:논의|협의|환담|교류 활동을 진행|의견을 교환|뜻을 모|의견을 나눴|협력을 약속)\S{0,4}[했고눴았,며 ]"
)
TOPICAL = re.compile("논의|협의|의견|모색|토론|이야기|대화|벤치마킹|배우|배울")
# 이번 방문은 … 이뤄졌다: why and when, told of the meeting already told
BACKGROUND = re.compile(
    r"^(?:이번|이|이날|두|양)\s(?:\S{1,8}\s){0,3}?\S{0,8}(?:방문|면담|만남|접견|협약|협약식|협정|체결|결연|간담회|회담|회의|교류|일정|행사|방한|방중|방일)(?:은|는)\s.*(?:이뤄졌|이루어졌|마련됐|마련된|마련되|추진됐|추진된|성사됐|성사된|진행됐|진행된|진행되|위한 것|위해서다|일환|개최됐|열렸)"
)
# 을시를 방문, 시장을 면담했다: told on the way to the talks
OPENING = 6  # sentences in which a report tells what it is about
ON_THE_WAY = re.compile(r"(?:방문|찾아)(?:,|해|하고|하여|하며)\s")
GOES = re.compile(r"방문(?:했|하였|한다|할 (?:예정|계획))|찾[았는]다")
OCCASION = re.compile(
    "체결|협약|협정|결연|방문|만나|만남|면담|간담|접견|회의|회담|행사|자리|대회|식[은이을에]"
)
# A word of all that is read in a sentence which tells of no meeting or signing.
TELLING = re.compile(
    f"{TOPICAL.pattern}|{VISITING.pattern}|방문|만남|뜻을 모|환담|협력을|진행|밝혔|전했|발표|참[석가]|배석|동행|수행|함께|^(?:이번|이|이날|두|양) "
)
GIVEN_OUT = re.compile(r"일 (?:밝혔|전했|발표)")
CLOSE = (MeetingKind.TALKS, MeetingKind.SIGNING, MeetingKind.CALL)


class SouthMeetings(VisitMeetings):
    """The meetings of a South Korean text."""

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
        self._stops = [sentence.end for sentence in sentences]
        self._parties = Parties(bodies, people, cues)
        quoted = {
            s.start: wished[s.start]
            for s in sentences
            if s.start in wished and not find_meeting(_told(s))
        }
        self._sentences = sentences
        super().__init__(sentences, bodies, people, lines, cues, published, quoted)

    def at(self, position: int) -> Encounter | None:
        """The meeting of a sentence: also one that the sentence itself tells of."""
        index = bisect_left(self._stops, position)
        return super().at(self._stops[index] if index < len(self._stops) else position)

    def _read(self, sentence: Sentence) -> None:
        text = without_speech(sentence.text)
        signed, met = find_signing(text), find_meeting(text)
        if not (signed or met or TELLING.search(text)):
            if self._found and not self._old(sentence):
                self._told_roles(sentence)
            return
        if self._old(sentence):
            return
        if GIVEN_OUT.search(text):
            self._told(sentence)
        if self._found and BACKGROUND.match(text):
            self._back(sentence)
            return
        visit = VISIT_MAIN.search(text) if VISITING.search(text) else None
        on_the_way = (signed or met) and ON_THE_WAY.search(text) and not GOES.search(text)
        if visit and not on_the_way and self._go_to(sentence, text):
            self._topics(sentence)
            if not signed:
                return
        if signed:
            self._sign(sentence, text, signed, met)
        elif met and (not self._found or self._kind(met) in CLOSE):
            self._meet(sentence, met, self._kind(met))
            self._on_a_visit(sentence, text)
        elif self._cues.took_part.search(text):
            self._attend(sentence)
        elif not self._discussed(sentence, text):
            self._told_roles(sentence)
            self._topics(sentence)

    def _sign(
        self,
        sentence: Sentence,
        text: str,
        signed: re.Match[str],
        met: re.Match[str] | None,
    ) -> None:
        """A signing, also talks where they are told before it."""
        self._meet(sentence, signed, MeetingKind.SIGNING)
        self._on_a_visit(sentence, text)
        latest = self._found[-1]
        if met and met.start() < signed.start() and latest.kind is MeetingKind.SIGNING:
            kind = self._kind(met)
            if kind is MeetingKind.TALKS and kind not in latest.also:
                latest.also.append(kind)

    def _back(self, sentence: Sentence) -> None:
        """What is told of the meeting before: its days, if it has none yet."""
        self._topics(sentence)
        meeting = self._found[-1]
        if meeting.date is None and (
            meeting.date_text is None or meeting.kind is MeetingKind.VISIT
        ):
            self._date(meeting, sentence)

    def _date_of_report(self) -> None:
        """The only meeting of a report is on the first day told with a word of an occasion."""
        if len(self._found) != 1 or self._found[0].date_text or self._found[0].planned:
            return
        for sentence in self._sentences:
            text = without_speech(sentence.text)
            if OCCASION.search(text) and not self._old(sentence):
                days = [d for d in self._told(sentence) if d.value is None or len(d.value) == 10]
                if days:
                    self._on(self._found[0], days[0], sentence)
                    return

    def _kind(self, match: re.Match[str]) -> MeetingKind:
        term = match.groupdict().get("term") or ""
        return meeting_kinds(self._cues.language).get(term, MeetingKind.TALKS)

    def _same(self, meeting: Encounter) -> Encounter | None:
        """Told before: on no other day, and with nobody else alone."""
        for known in self._found:
            if known is self._visit or known.planned != meeting.planned:
                continue
            unsaid = not meeting.planned and (meeting.date is None or known.date is None)
            told = {id(b) for b in meeting.parties} <= {id(b) for b in known.parties}
            again = meeting.planned and meeting.date is None and told and meeting.kind is known.kind
            one_day = unsaid or again or meeting.date == known.date
            shared = {id(b) for b in meeting.parties} & {id(b) for b in known.parties}
            if meeting.planned and meeting.parties and not shared:
                continue
            several = len(meeting.parties) > 1 and len(known.parties) > 1
            strangers = several and len(shared) < min(len(meeting.parties), len(known.parties))
            if one_day and not strangers:
                return known
        return None

    def _join(self, known: Encounter, meeting: Encounter) -> None:
        super()._join(known, meeting)
        if known.date is None:
            known.date, known.until = meeting.date, meeting.until
        known.date_text = known.date_text or meeting.date_text
        if len(known.parties) < 2:
            for body in meeting.parties:
                known.party(body)

    def _settle(self) -> None:
        """Parties that only the report as a whole tells, and the visit around."""
        if not self._found:
            self._only_visited()
        if not self._found and not self._of_any_day:
            self._of_any_day = True
            for sentence in self._sentences[:OPENING]:
                self._read(sentence)
        self._date_of_report()
        weak = [m for m in self._found if _is_weak(m)]
        acting = self._parties.ranked()
        for meeting in self._found:
            self._parties.complete(meeting, acting)
            if self._visit and meeting is not self._visit and meeting.kind is not MeetingKind.VISIT:
                meeting.part_of = self._visit
        found = [m for m in self._found if len(m.parties) > 1 and m not in weak]
        self._found = joined(found)
        for meeting in self._found:
            if meeting.part_of not in self._found:
                meeting.part_of = None

    def _fill_parties(self, meeting: Encounter, sentence: Sentence) -> None:
        self._parties.fill(meeting, sentence)
        if meeting.kind is not MeetingKind.VISIT:
            self._with_host(meeting, sentence, sentence.text)

    def _topics(self, sentence: Sentence) -> None:
        """The cue for topics is costly; most sentences have no word of them."""
        if TOPICAL.search(sentence.text):
            super()._topics(sentence)

    def _attend(self, sentence: Sentence) -> None:
        """Who took part; of a conference the regions listed are its parties."""
        super()._attend(sentence)
        if self._found:
            self._parties.took_part(self._found[-1], sentence)

    def _discussed(self, sentence: Sentence, text: str) -> bool:
        """Talks without the word: two sides discussed something on a day."""
        match = DISCUSSED.search(text) if TOPICAL.search(text) else None
        if match is None:
            return False
        meeting = Encounter(MeetingKind.TALKS, [(sentence.start + match.start(), sentence.end)])
        self._date(meeting, sentence)
        self._fill_parties(meeting, sentence)
        if len(meeting.parties) < 2 or meeting.date_text is None or self._same(meeting):
            return False
        self._place(meeting, sentence)
        self._roles(meeting, sentence)
        self._found.append(meeting)
        self._topics(sentence)
        return True


def _told(sentence: Sentence) -> str:
    """A sentence without its quotations, if it has any."""
    return without_speech(sentence.text) if QUOTE.search(sentence.text) else sentence.text


def _is_weak(meeting: Encounter) -> bool:
    """Talks planned with nobody named on one side are a plan at most."""
    alone = len(meeting.parties) < 2 and not meeting.people
    return meeting.planned and meeting.kind is MeetingKind.TALKS and alone
