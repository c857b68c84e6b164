"""Meetings: who met whom, when, where, in which role, and what was touched."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

from hapjak.reading.bodies import Bodies
from hapjak.reading.cues import Cues, meeting_kinds
from hapjak.reading.dates import DateMention, long_before
from hapjak.reading.drafts import Body, Encounter, Figure, Touched
from hapjak.reading.fields import UNKNOWN
from hapjak.reading.lines import Lines
from hapjak.reading.model import MeetingKind, OrganisationKind, Role, TopicKind
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence

SHORTEST_TOPIC = 4
TERMS = ("term", *(f"term{number}" for number in range(2, 12)))  # groups of the cue for a meeting
ACTING = (OrganisationKind.COMPANY, OrganisationKind.MEDIA, OrganisationKind.INSTITUTE)


class Meetings:
    """All meetings of one text, and which of them a place in it belongs to."""

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
        """`wished`: where sentences begin that tell of wishes and plans, and where the wish does."""
        self._text = bodies.text
        self._bodies = bodies
        self._people = people
        self._lines = lines
        self._cues = cues
        self._published = published
        self._found: list[Encounter] = []
        self._visit: Encounter | None = None
        for sentence in sentences:
            if sentence.start in wished:
                self._read_wish(sentence, wished[sentence.start])
            else:
                self._read(sentence)
        self._settle()

    @property
    def published(self) -> str | None:
        """Day of the report, from which its dates are told."""
        return self._published

    def all(self) -> list[Encounter]:
        return self._found

    def is_history(self, sentence: Sentence) -> bool:
        """Whether the instruments that a sentence names were signed long ago."""
        return False

    def at(self, position: int) -> Encounter | None:
        """The meeting that words at a place belong to: the last one begun, visits aside."""
        planned: Encounter | None = None
        for index in range(bisect_right(self._found, position, key=_begin) - 1, -1, -1):
            meeting = self._found[index]
            if meeting is not self._visit:
                if not meeting.planned:
                    return meeting
                planned = planned or meeting
        return planned or next((m for m in self._found if not m.planned), None)

    def _read(self, sentence: Sentence) -> None:
        text = sentence.text
        stay = self._cues.stay.search(text)
        if stay and self._bodies.is_place(stay["place"]):
            self._stay(sentence, stay)
        match = self._meets(sentence)
        signed = self._signs(sentence)
        visit = self._cues.visit.search(text)
        if match and not self._old(sentence):
            self._meet(
                sentence,
                match,
                meeting_kinds(self._cues.language).get(_term(match), MeetingKind.TALKS),
            )
            if signed:
                self._meet(sentence, signed, MeetingKind.SIGNING)
        elif signed and not self._old(sentence):
            self._meet(sentence, signed, MeetingKind.SIGNING)
        elif visit and self._bodies.is_place(visit["place"]) and self._cues.delegation.search(text):
            self._go(sentence, visit)
        elif self._cues.took_part.search(text):
            self._attend(sentence)
        else:
            self._told_roles(sentence)
            self._topics(sentence)

    def _meets(self, sentence: Sentence) -> re.Match[str] | None:
        """Where a sentence tells of a meeting that is held."""
        return self._cues.meeting.search(sentence.text)

    def _signs(self, sentence: Sentence) -> re.Match[str] | None:
        """Where a sentence tells of a signing."""
        return self._cues.sign.search(sentence.text)

    def _read_wish(self, sentence: Sentence, wish: int) -> None:
        """A sentence of wishes and plans, the first of which begins at `wish`: no meeting is held."""
        self._topics(sentence)

    def _told_roles(self, sentence: Sentence) -> None:
        """Who presided, spoke or presented, told right after the meeting, in its paragraph."""
        meeting = self._latest() if self._found else None
        named = self._people.named(sentence.start, sentence.end)
        if meeting is None or not named or not self._role_told(sentence):
            return
        if "\n" not in self._text[meeting.spans[-1][1] : sentence.start]:
            self._roles(meeting, sentence)

    def _old(self, sentence: Sentence) -> bool:
        """A signing of long ago is history, not a meeting of this report."""
        told = self._cues.dates(sentence.text, self._published)
        values = [mention.value for mention in told if mention.value]
        return bool(values) and all(long_before(value, self._published) for value in values)

    def _stay(self, sentence: Sentence, match: re.Match[str]) -> None:
        start = sentence.start + match.start()
        self._visit = Encounter(MeetingKind.VISIT, [(start, sentence.start + match.end())])
        self._visit.place = match["place"]
        self._fill_parties(self._visit, sentence)
        self._visit.parties = [
            b for b in self._visit.parties if b.kind is OrganisationKind.GOVERNMENT
        ]
        self._visit.party(self._bodies.government(match["place"]))
        self._found.append(self._visit)

    def _go(self, sentence: Sentence, match: re.Match[str]) -> None:
        """A delegation goes to the partner: the visit around what follows."""
        if self._visit:
            return
        self._visit = Encounter(MeetingKind.VISIT, [(sentence.start, sentence.end)])
        self._visit.place = match["place"]
        self._date(self._visit, sentence)
        self._fill_parties(self._visit, sentence)
        self._visit.party(self._bodies.government(match["place"]))
        self._visit.planned = bool(self._cues.planned.search(sentence.text))
        for person in self._people.named(sentence.start, sentence.end):
            self._visit.take(person, Role.ATTENDED)
        self._found.append(self._visit)

    def _meet(self, sentence: Sentence, match: re.Match[str], kind: MeetingKind) -> None:
        meeting = Encounter(kind, [(sentence.start + match.start(), sentence.start + match.end())])
        meeting.planned = bool(self._cues.planned.search(sentence.text[match.start() :]))
        self._date(meeting, sentence)
        self._place(meeting, sentence)
        self._fill_parties(meeting, sentence)
        if kind is MeetingKind.TALKS and meeting.place and self._cues.stop.search(sentence.text):
            meeting.kind, meeting.also = MeetingKind.VISIT, [kind]
        self._roles(meeting, sentence)
        apart = self._visit is not None and self._visit.spans[-1][0] >= sentence.start
        same = None if apart else self._same(meeting)
        if same is None:
            self._found.append(meeting)
        else:
            self._join(same, meeting)
        if kind is not MeetingKind.SIGNING:
            self._topics(sentence)

    def _same(self, meeting: Encounter) -> Encounter | None:
        """A meeting told of before: no day of its own, and nobody new on the other side."""
        for known in self._found:
            if known is self._visit or known.planned != meeting.planned:
                continue
            one_day = meeting.date is None or meeting.date == known.date
            others = {id(b) for b in meeting.parties} - {id(b) for b in known.parties}
            if one_day and (not others or not meeting.parties):
                return known
        return None

    def _join(self, known: Encounter, meeting: Encounter) -> None:
        """Talks that end in a signing are one meeting, a signing that was also talks."""
        known.spans += meeting.spans
        known.place = known.place or meeting.place
        for person, role in meeting.people.items():
            known.take(person, role)
        kinds = {known.kind, meeting.kind}
        if MeetingKind.SIGNING in kinds and len(kinds) > 1:
            other = next(
                kind for kind in (known.kind, meeting.kind) if kind is not MeetingKind.SIGNING
            )
            known.kind = MeetingKind.SIGNING
            known.also = list(dict.fromkeys([*known.also, other]))

    def _date(self, meeting: Encounter, sentence: Sentence) -> None:
        told = self._cues.dates(sentence.text, self._published)
        days = [d for d in told if _is_day(d) or (meeting.planned and d.value and "-" in d.value)]
        same = self._cues.same_day.search(sentence.text)
        if days:
            day = days[0]
            meeting.date, meeting.until = day.value, day.until
            meeting.date_text = sentence.text[day.start : day.end]
        elif same and self._found:
            meeting.date, meeting.date_text = self._found[-1].date, same[0]

    def _place(self, meeting: Encounter, sentence: Sentence) -> None:
        for match in self._cues.place.finditer(sentence.text):
            words = match["place"].split()
            if self._cues.venue.search(words[-1]):
                named = " ".join(words) if self._bodies.is_place(words[0]) else words[-1]
                meeting.place = named
                return
            if self._bodies.is_place(words[-1]):
                within = len(words) > 1 and self._bodies.is_place(words[0])
                meeting.place = " ".join(words) if within else words[-1]
                return

    def _fill_parties(self, meeting: Encounter, sentence: Sentence) -> None:
        """Governments named in the sentence as acting, and the sides of the people in it."""
        for mention in self._bodies.inside(sentence.start, sentence.end):
            governs = mention.body.kind is OrganisationKind.GOVERNMENT
            if governs and not self._cues.acts_not.match(self._text, mention.end):
                meeting.party(self._bodies.side_of(mention.body))
            elif mention.body.kind in ACTING and self._cues.acts.match(self._text, mention.end):
                meeting.party(mention.body)
        named = (name for name in self._bodies.short_names() if name in sentence.text)
        for name in named:
            for found in re.finditer(rf"(?<![가-힣A-Za-z]){re.escape(name)}", sentence.text):
                if self._cues.acts.match(sentence.text, found.end()):
                    meeting.party(self._bodies.government(name))
        for person in self._people.named(sentence.start, sentence.end):
            meeting.party(acts_for(person))

    def _roles(self, meeting: Encounter, sentence: Sentence) -> None:
        """Roles by the verb of each clause; who stands in a clause without one waits for the next."""
        waiting: list[Figure] = []
        begin = 0
        for end in [
            *(m.end() for m in self._cues.clause.finditer(sentence.text)),
            len(sentence.text),
        ]:
            clause = sentence.text[begin:end]
            waiting += self._people.named(sentence.start + begin, sentence.start + end)
            role = self._role_of(clause) if waiting else None
            if role is not None or end == len(sentence.text):
                for person in waiting:
                    meeting.take(person, role or Role.ATTENDED)
                waiting = []
            begin = end

    def _role_of(self, clause: str) -> Role | None:
        for pattern, role in self._cues.roles:
            if pattern.search(clause):
                return role
        return None

    def _attend(self, sentence: Sentence) -> None:
        """A list of who took part belongs to the visit around, else to the last meeting."""
        named = self._people.named(sentence.start, sentence.end)
        frame = self._visit or (self._found[-1] if self._found else None)
        if frame is None or not named:
            return
        main = next((m for m in self._found if m is not self._visit), None)
        about_talks = self._cues.about_talks.search(sentence.text)
        chosen = main if about_talks and main else frame
        if self._role_told(sentence):
            self._roles(chosen, sentence)
            return
        for person in named:
            chosen.take(person, Role.ATTENDED)

    def _role_told(self, sentence: Sentence) -> bool:
        told = (role for pattern, role in self._cues.roles if pattern.search(sentence.text))
        return any(role is not Role.ATTENDED for role in told)

    def _topics(self, sentence: Sentence) -> None:
        """What was discussed, promoted or will be learned, without a promise."""
        found = self._topic(sentence) if self._found else None
        if found is None:
            return
        start, end, kind = found
        start, end = self._lines.trim(start, end)
        field = self._lines.field_of_topic(start, end)
        if field is None and kind is TopicKind.LEARNED:
            field = UNKNOWN
        meeting = self.at(sentence.start) if kind is TopicKind.LEARNED else self._latest()
        if end - start >= SHORTEST_TOPIC and field and meeting:
            meeting.topics.append(Touched(start, end, field, kind))

    def _topic(self, sentence: Sentence) -> tuple[int, int, TopicKind] | None:
        text = sentence.text
        if self._cues.learned.search(text):
            return *self._last_clause(sentence), TopicKind.LEARNED
        discussed = self._cues.discussed.search(text)
        if discussed:
            words = discussed.groupdict().get("words")
            if words:
                left, right = discussed.span("words")
                return sentence.start + left, sentence.start + right, TopicKind.DISCUSSED
            return sentence.start, sentence.start + discussed.start(), TopicKind.DISCUSSED
        if self._cues.promoted.search(text) and self._found[-1] is not self._visit:
            return *self._last_clause(sentence), TopicKind.PROMOTED
        return None

    def _last_clause(self, sentence: Sentence) -> tuple[int, int]:
        """Where the last clause of a sentence begins and ends, its mark left out."""
        last = max((m.end() for m in self._cues.clause.finditer(sentence.text)), default=0)
        return sentence.start + last, sentence.start + len(sentence.text.rstrip(".。 "))

    def _latest(self) -> Encounter:
        return next((m for m in reversed(self._found) if m is not self._visit), self._found[-1])

    def _settle(self) -> None:
        """Parts of a visit, a stop that is one, and parties that only the report as a whole tells."""
        for meeting in self._found:
            self._complete(meeting)
            if self._visit and meeting is not self._visit and not meeting.planned:
                meeting.part_of = self._visit
        dropped = [m for m in self._found if not self._is_told(m)]
        self._found = [m for m in self._found if m not in dropped]
        for meeting in self._found:
            if meeting.part_of in dropped:
                meeting.part_of = None

    def _is_told(self, meeting: Encounter) -> bool:
        """Whether a report names enough of those who met for a meeting."""
        return len(meeting.parties) > 1 or bool(meeting.people)

    def _complete(self, meeting: Encounter) -> None:
        """A meeting of fewer than two parties takes the sides of all people."""
        if len(meeting.parties) >= 2:
            return
        for person in self._people.all():
            if person.side and person.side.kind is OrganisationKind.GOVERNMENT:
                meeting.party(person.side)

    def speaks(self, person: Figure, position: int) -> None:
        """A person whose words are reported spoke at the meeting they belong to."""
        meeting = self.at(position)
        if meeting:
            meeting.take(person, Role.SPOKE)


def _begin(meeting: Encounter) -> int:
    return meeting.spans[0][0]


def _is_day(mention: DateMention) -> bool:
    return mention.value is not None and len(mention.value) == 10


def acts_for(person: Figure) -> Body | None:
    """The company a person speaks for, else the side the person is on."""
    held = (post.body for post in person.posts if post.body)
    company = next((body for body in held if body.kind is OrganisationKind.COMPANY), None)
    return company or person.side


def _term(match: re.Match[str]) -> str:
    """The word for the meeting, whichever group of the cue found it."""
    groups = match.groupdict()
    return next(filter(None, (groups.get(name) for name in TERMS)), "").lower()
