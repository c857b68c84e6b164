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
from datetime import date, timedelta

from hapjak.reading.bodies import Bodies, Named
from hapjak.reading.cues import Cues, meeting_kinds
from hapjak.reading.dates import DateMention
from hapjak.reading.drafts import Body, Encounter, Figure
from hapjak.reading.korean.south.dates import ahead, is_history
from hapjak.reading.korean.south.regions import is_abroad
from hapjak.reading.korean.south.speech import QUOTE, without_speech
from hapjak.reading.lines import Lines
from hapjak.reading.meetings import Meetings
from hapjak.reading.model import MeetingKind, OrganisationKind, Role
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence

ITSELF = re.compile(r"(?:교육청|교육위원회|영사관|대사관|부|청|사무소|대표처|위원회)$")
OF_GOVERNMENT = re.compile(
    r"(?:인민위원회|인민정부|당위원회|시위원회|성위원회|상무청|상무국|판공실)$"
)
ANNOUNCED = re.compile(
    r"\s(?:\S{1,14}\s)?\S{1,14}에 따르면|(?:\s?\([^()]{1,12}\))?\s(?:\S{1,8}\s)?(?:밝혔|전했|보도|발표|말했|설명했|알려졌)|\s?현재"
)
VISIT_MAIN = re.compile(
    r"방문(?:,\s|했|하였|한다|할 (?:예정|계획)|하고 있|길에 올랐|에 나[섰선])|찾았다|(?:방문|순방)(?:을 (?:위해|마치)|차)|내방했|방한했|일정으로\s[^.]{0,40}(?:방문|찾)|방문하는\s[^.]{0,30}(?:대표단|방문단)|\d일까지\s[^.]{0,40}방문"
)
VISITED = re.compile(
    r"(?:\s본사|\s본부|\s청사)?(?:\([^()]{1,12}\))?(?:을|를|에|도)?\s?(?:\S{1,6}\s)?(?:방문|순방|찾)"
)
NEXT_DAY = re.compile(r"이튿날|다음 ?날")
ACTS = re.compile(
    r"(?:\([^()]{1,60}\))?(?:의?\s?(?:대표단|방문단|교류단|사절단|시찰단|일행|측|관계자)(?:은|는|이|가|과|와|을|를|\()|과|와|은|는|이|가|와의|과의|간|\s간|측은|측과|[-–])(?=[\s,·가-힣])"
)
SUBJECT = re.compile(r"(?:\([^()]{1,60}\))?(?:은|는|이|가)\s")
LISTED = re.compile(
    r"(?:\([^()]{1,60}\))?,\s(?:\([재사]\))?(?:(?:[가-힣]{1,10}\s){0,2}[가-힣]{2,12}인\s)?"
)
ITEM = 40  # characters of an item of a list
DISCUSSED = re.compile(
    r"(?:논의|협의|환담|교류 활동을 진행|의견을 교환|뜻을 모|의견을 나눴|협력을 약속)\S{0,4}[했고눴았,며 ]"
)
GIVEN_OUT = re.compile(r"일 (?:밝혔|전했|발표)")
CLOSE = (MeetingKind.TALKS, MeetingKind.SIGNING, MeetingKind.CALL)
OBJECT_PARTICLE = re.compile(r"(?:은|는|이|가|과|와|을|를|과의|와의|께서)[\s,]")
PHRASE_END = re.compile(
    r"(?:[은는이가와과을를해고며,의]|최근|현재|열린|위치한|있는|에|\d일|오전|오후|\d시|\d분|이날|함께)$"
)
NOT_VENUE = re.compile(
    r"(?:분야|자리|가운데|차원|과정|측면|면|부문|인사말|축사|면담|회담|협약식|간담회|회의|현장|대회|행사|포럼|이|그|국내|세계|지역|도시|곳|등|지방)$"
)


class SouthMeetings(Meetings):
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
        self._acting: dict[int, tuple[Body, int]] = {}
        quoted = {
            s.start: wished[s.start]
            for s in sentences
            if s.start in wished and QUOTE.search(s.text)
        }
        self._sentences = sentences
        self._announced: str | None = None  # the day a report was given out
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
        visit = VISIT_MAIN.search(text)
        if visit and self._go_to(sentence, text):
            self._topics(sentence)
            if not self._cues.sign.search(text):
                return
        signed, met = self._cues.sign.search(text), self._cues.meeting.search(text)
        if signed:
            self._meet(sentence, signed, MeetingKind.SIGNING)
            if met and met.start() < signed.start() and self._found[-1].kind is MeetingKind.SIGNING:
                kind = self._kind(met)
                if kind is MeetingKind.TALKS and kind not in self._found[-1].also:
                    self._found[-1].also.append(kind)
        elif met and (not self._found or self._kind(met) in CLOSE):
            self._meet(sentence, met, self._kind(met))
        elif self._cues.took_part.search(text):
            self._attend(sentence)
        else:
            self._told_roles(sentence)
            self._topics(sentence)

    def _kind(self, match: re.Match[str]) -> MeetingKind:
        term = match.groupdict().get("term") or ""
        return meeting_kinds(self._cues.language).get(term, MeetingKind.TALKS)

    def _old(self, sentence: Sentence) -> bool:
        """History: before the paper's month, or said to be."""
        if is_history(sentence.text, self._published):
            return True
        return "이날" not in sentence.text and super()._old(sentence)

    def _told(self, sentence: Sentence) -> list[DateMention]:
        """The dates of a sentence but for the day a report was given out, which is kept apart."""
        told = []
        for day in self._cues.dates(sentence.text, self._published):
            if ANNOUNCED.match(sentence.text, day.end):
                self._announced = day.value or self._announced
            else:
                told.append(day)
        return told

    def _date(self, meeting: Encounter, sentence: Sentence) -> None:
        told = self._told(sentence)
        days = [d for d in told if d.value and (len(d.value) == 10 or meeting.planned)]
        days = [d for d in days if "-" in (d.value or "")] or [d for d in told if d.value is None]
        before = next((m.date for m in reversed(self._found) if m.date), self._announced)
        next_day = NEXT_DAY.search(sentence.text)
        same_day = self._cues.same_day.search(sentence.text)
        if days:
            anchor = meeting.spans[0][0] - sentence.start
            self._on(meeting, _nearest(days, anchor), sentence)
        elif next_day and before and len(before) == 10:
            meeting.date = (date.fromisoformat(before) + timedelta(1)).isoformat()
            meeting.date_text = next_day[0]
        elif same_day and before and not meeting.planned:
            meeting.date, meeting.date_text = before, same_day[0]

    def _on(self, meeting: Encounter, day: DateMention, sentence: Sentence) -> None:
        """Set the day; what is planned lies ahead of the paper."""
        meeting.date, meeting.until = day.value, day.until
        meeting.date_text = sentence.text[day.start : day.end]
        if sentence.text[day.end : day.end + 2] == "까지":
            meeting.date, meeting.until = None, day.value
        elif meeting.planned and self._published and day.value and len(day.value) == 10:
            report = date.fromisoformat(self._published[:10])
            if (day.until or day.value) < report.isoformat():
                meeting.date = ahead(day.value, report)
                meeting.until = ahead(day.until, report) if day.until else None

    def _place(self, meeting: Encounter, sentence: Sentence) -> None:
        for match in self._cues.place.finditer(sentence.text):
            words = match["place"].split()
            cut = max((n + 1 for n, w in enumerate(words[:-1]) if PHRASE_END.search(w)), default=0)
            words = words[cut:]
            if NOT_VENUE.search(words[-1]):
                continue
            if self._cues.venue.search(words[-1]) or self._bodies.is_place(words[-1]):
                meeting.place = " ".join(words)
                return

    def _go_to(self, sentence: Sentence, text: str) -> bool:
        """A visit: who goes, to which government."""
        match, place = self._visited(sentence, text)
        named = self._people.named(sentence.start, sentence.end)
        if match is None or not (
            named or self._cues.delegation.search(text) or self._goes(sentence, place)
        ):
            return False
        span = (sentence.start + match.start(), sentence.end)
        visit = Encounter(MeetingKind.VISIT, [span], place=place)
        visit.planned = bool(self._cues.planned.search(text[match.end() - 2 :]))
        self._date(visit, sentence)
        self._fill_parties(visit, sentence)
        visit.party(self._bodies.government(place) or self._host(place))
        for person in named:
            visit.take(person, Role.ATTENDED)
        known = self._visit
        if known is not None and (known.date == visit.date or visit.date is None):
            known.spans.append(span)
            return True
        if known is None:
            self._visit = visit
        self._found.append(visit)
        return True

    def _host(self, name: str) -> Body | None:
        """An assembly or an office that is visited."""
        return next((b for b in self._bodies.all() if b.name == name), None)

    def _visited(self, sentence: Sentence, text: str) -> tuple[re.Match[str] | None, str]:
        """Where a visit goes: the first of the regions right before the verb (갑성 및 을시를 방문)."""
        found: tuple[re.Match[str] | None, str] = (None, "")
        for named in reversed(self._bodies.inside(sentence.start, sentence.end)):
            hosts = named.body.kind in (OrganisationKind.LEGISLATURE, OrganisationKind.COMPANY)
            if not (
                hosts or self._bodies.is_place(named.body.name) or ITSELF.search(named.body.name)
            ):
                continue
            begin = named.end - sentence.start
            match = found[0] or VISITED.match(text, begin)
            linked = found[0] is not None and text[begin:].startswith((" 및 ", ", ", "과 ", "와 "))
            near = found[0] is None or found[0].start() - begin < 20
            if match and (found[0] is None or (linked and near)):
                found = (match, self._text[named.start : named.end])
        return found

    def _goes(self, sentence: Sentence, place: str) -> bool:
        """Whether a body is the subject of a visit: 해솔시는 …을 방문했다."""
        inside = self._bodies.inside(sentence.start, sentence.end)
        subject = re.compile(r"(?:은|는|이|가)\s")
        return any(subject.match(self._text, n.end) and n.body.name != place for n in inside)

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
        known.date = known.date or meeting.date
        known.date_text = known.date_text or meeting.date_text
        if len(known.parties) < 2:
            for body in meeting.parties:
                known.party(body)

    def _fill_parties(self, meeting: Encounter, sentence: Sentence) -> None:
        """Bodies that act in the sentence; else those of the people who do."""
        for mention in self._bodies.inside(sentence.start, sentence.end):
            if self._acts(mention):
                meeting.party(self._party(mention.body))
        enough = 0 if meeting.kind is MeetingKind.VISIT else 1
        several = len(meeting.parties) > enough  # the bodies say who meets
        for _, end, person in self._people.places(sentence.start, sentence.end):
            if several:
                break
            if OBJECT_PARTICLE.match(self._text, end) and not self._cues.took_part.search(
                sentence.text
            ):
                meeting.party(self._of_person(person))
        if len(meeting.parties) < 2 and not self._cues.took_part.search(sentence.text):
            for person in self._people.named(sentence.start, sentence.end):
                meeting.party(self._of_person(person))
        self._unnamed_subject(meeting, sentence)
        for body in meeting.parties:
            self._acting[id(body)] = (body, self._acting.get(id(body), (body, 0))[1] + 1)

    def _unnamed_subject(self, meeting: Encounter, sentence: Sentence) -> None:
        """Companies sign with somebody: without a subject it is the report's own government."""
        if not meeting.parties or any(
            b.kind is not OrganisationKind.COMPANY for b in meeting.parties
        ):
            return
        inside = self._bodies.inside(sentence.start, sentence.end)
        if not any(SUBJECT.match(self._text, n.end) for n in inside):
            told = (body for body, _ in self._acting.values())
            meeting.party(next((b for b in told if b.kind is OrganisationKind.GOVERNMENT), None))

    def _acts(self, mention: Named) -> bool:
        listed = LISTED.match(self._text, mention.end)
        following = self._listed(listed.end()) if listed else None
        if following is not None and following.body.kind is mention.body.kind:
            return self._acts(following)  # 갑물산, 을물산과
        acts = ACTS.match(self._text, mention.end)
        return bool(acts) and mention.body.kind is not OrganisationKind.PARTY

    def _listed(self, position: int) -> Named | None:
        """The body that the next item of a list is, with a word or two before it."""
        inside = self._bodies.inside(position, position + ITEM)
        if inside and not re.search(r"[,.“”]", self._text[position : inside[0].start]):
            return inside[0]
        return self._bodies.at(position)

    def _party(self, body: Body) -> Body:
        """A department acts for its government, a school board for itself."""
        if body.kind is OrganisationKind.PARTY or OF_GOVERNMENT.search(body.name):
            return body.side if body.side and body.side.spans else body
        return body

    def _of_person(self, person: Figure) -> Body | None:
        body = next((post.body for post in person.posts if post.body), None)
        return self._party(body) if body else person.side

    def _settle(self) -> None:
        """Parties that only the report as a whole tells, and the visit around."""
        if not self._found:
            self._only_discussed()
        weak = [
            m
            for m in self._found
            if m.kind is MeetingKind.TALKS and len(m.parties) < 2 and m.planned and not m.people
        ]
        for named in self._bodies.mentions:
            if self._acts(named) and id(named.body) not in self._acting:
                self._acting[id(named.body)] = (named.body, 0)
        ranked = sorted(self._acting.values(), key=lambda pair: -pair[1])
        people = [self._of_person(person) for person in self._people.all()]
        for meeting in self._found:
            for body in [*(body for body, _ in ranked), *people]:
                if (
                    len(meeting.parties) < 2
                    and body is not None
                    and self._other_side(meeting, body)
                ):
                    meeting.party(body)
            if self._visit and meeting is not self._visit and meeting.kind is not MeetingKind.VISIT:
                meeting.part_of = self._visit
        self._found = [m for m in self._found if len(m.parties) > 1 and m not in weak]
        for meeting in self._found:
            if meeting.part_of not in self._found:
                meeting.part_of = None

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

    def _other_side(self, meeting: Encounter, body: Body) -> bool:
        """From another country: of two at home both must be told to meet."""
        sides = [self._bodies.side_of(b) for b in meeting.parties]
        side = self._bodies.side_of(body)
        countries = {self._is_abroad(s) for s in sides}
        return not sides or (side not in sides and self._is_abroad(side) not in countries)

    def _is_abroad(self, side: Body | None) -> bool:
        """Whether a side is a region abroad; an institution of no known place is at home."""
        place = side is not None and self._bodies.is_place(side.name)
        return side is not None and place and is_abroad(side.name, side.territory)


def _nearest(days: list[DateMention], anchor: int) -> DateMention:
    """The day told last before a place in the sentence, else the first."""
    before = [day for day in days if day.start < anchor]
    return before[-1] if before else days[0]
