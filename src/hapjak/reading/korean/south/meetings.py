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
from hapjak.reading.korean.south.cues import find_meeting
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
        if self._old(sentence):
            return
        if GIVEN_OUT.search(text):
            self._told(sentence)
        visit = VISIT_MAIN.search(text) if VISITING.search(text) else None
        if visit and self._go_to(sentence, text):
            self._topics(sentence)
            if not self._cues.sign.search(text):
                return
        signed, met = self._cues.sign.search(text), find_meeting(text)
        if signed:
            self._meet(sentence, signed, MeetingKind.SIGNING)
            self._on_a_visit(sentence, text)
            if met and met.start() < signed.start() and self._found[-1].kind is MeetingKind.SIGNING:
                kind = self._kind(met)
                if kind is MeetingKind.TALKS and kind not in self._found[-1].also:
                    self._found[-1].also.append(kind)
        elif met and (not self._found or self._kind(met) in CLOSE):
            self._meet(sentence, met, self._kind(met))
            self._on_a_visit(sentence, text)
        elif self._cues.took_part.search(text):
            self._attend(sentence)
        else:
            self._told_roles(sentence)
            self._topics(sentence)

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
            self._only_discussed()
        if not self._found:
            self._only_visited()
        weak = [m for m in self._found if _is_weak(m)]
        acting = self._parties.ranked()
        for meeting in self._found:
            self._parties.complete(meeting, acting)
            if self._visit and meeting is not self._visit and meeting.kind is not MeetingKind.VISIT:
                meeting.part_of = self._visit
        self._found = [m for m in self._found if len(m.parties) > 1 and m not in weak]
        for meeting in self._found:
            if meeting.part_of not in self._found:
                meeting.part_of = None

    def _fill_parties(self, meeting: Encounter, sentence: Sentence) -> None:
        self._parties.fill(meeting, sentence)

    def _topics(self, sentence: Sentence) -> None:
        """The cue for topics is costly; most sentences have no word of them."""
        if TOPICAL.search(sentence.text):
            super()._topics(sentence)

    def _attend(self, sentence: Sentence) -> None:
        """Who took part; of a conference the regions listed are its parties."""
        super()._attend(sentence)
        if self._found:
            self._parties.took_part(self._found[-1], sentence)

    def _only_discussed(self) -> None:
        """Talks without the word: two sides discussed something on a day."""
        for sentence in self._sentences:
            match = DISCUSSED.search(without_speech(sentence.text))
            if match is None or self._old(sentence):
                continue
            meeting = Encounter(MeetingKind.TALKS, [(sentence.start, sentence.end)])
            self._date(meeting, sentence)
            self._fill_parties(meeting, sentence)
            if len(meeting.parties) > 1 and meeting.date_text:
                self._roles(meeting, sentence)
                self._found.append(meeting)
                return


def _told(sentence: Sentence) -> str:
    """A sentence without its quotations, if it has any."""
    return without_speech(sentence.text) if QUOTE.search(sentence.text) else sentence.text


def _is_weak(meeting: Encounter) -> bool:
    """Talks planned with nobody named on one side are a plan at most."""
    alone = len(meeting.parties) < 2 and not meeting.people
    return meeting.planned and meeting.kind is MeetingKind.TALKS and alone
