"""Visits in South Korean reports: who goes, to which region or house."""

from __future__ import annotations

import re

from hapjak.reading.drafts import Body, Encounter
from hapjak.reading.korean.south.bodies import SouthBodies
from hapjak.reading.korean.south.dated import DatedMeetings
from hapjak.reading.korean.south.parties import BARE_COUNCIL
from hapjak.reading.model import MeetingKind, OrganisationKind, Role
from hapjak.reading.sentences import Sentence

ITSELF = re.compile(r"(?:교육청|교육위원회|영사관|대사관|부|청|사무소|대표처|위원회)$")
VISIT_MAIN = re.compile(
    r"방문(?:,\s|했|하였|한다|할 (?:예정|계획)|하고 있|길에 올랐|에 나[섰선])|찾았다|(?:방문|순방)(?:을 (?:위해|마치)|차)|내방했|방한했|일정으로\s[^.]{0,40}(?:방문|찾)|방문하는\s[^.]{0,30}(?:대표단|방문단)|\d일까지\s[^.]{0,40}(?:방문|찾)"
)
VISITING = re.compile("방문|순방|찾[았아]|방한|일정으로")  # a word of all that VISIT_MAIN finds
VISITED = re.compile(
    r"(?:\s본사|\s본부|\s청사|시?청)?(?:\([^()]{1,60}\))?(?:을|를|에|도)?\s?(?:\S{1,6}\s)?(?:방문|순방|찾|머[물무])"
)


HOUSE = re.compile(
    r"(?:^|\s)(?P<level>[도시군구])청(?:을|에|으로)?\s(?:\S{1,6}\s)?(?:방문|찾[아은았]|예방|내방)"
)
DAYS = re.compile(r"[~∼～–-]\s?\d|부터")  # days of a stay, though of no known year
STAYED = re.compile(r"방문(?:해|하고|하여|하며|하면서|한 가운데|단을)|방한|방중|초청|찾아|출장")
LINKED = re.compile(r"(?:,|[과와])\s|\s?[·ㆍ]\s?")
JOURNEY = re.compile(r"출국|출발|입국|머[물무]|체류|떠[나났난]")
AHEAD = re.compile(r"오는|예정|계획|하게 된다|머문다|한다\.?$")


class VisitMeetings(DatedMeetings):
    """Meetings with the visits around them."""

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
        stops = self._stops_of(sentence, text)
        for body in stops if len(stops) > 1 else []:
            visit.party(body)
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

    def _on_a_visit(self, sentence: Sentence, text: str) -> None:
        """Talks or a signing told with the days of a stay (2~6일 … 방문하고) are that visit."""
        meeting = self._found[-1]
        spanned = meeting.until or DAYS.search(meeting.date_text or "")
        if not spanned or meeting.kind is MeetingKind.VISIT or meeting.planned:
            return
        if not STAYED.search(text):
            return
        match, place = self._visited(sentence, text)
        meeting.also = [meeting.kind]
        meeting.kind = MeetingKind.VISIT
        if match:
            meeting.place = meeting.place or place
            for body in self._stops_of(sentence, text):
                meeting.party(body)

    def _with_host(self, meeting: Encounter, sentence: Sentence, text: str) -> None:
        """Who goes somewhere and signs or talks there does so with the host (을시를 방문, 협약을 체결)."""
        if len(meeting.parties) != 1:
            return
        match, place = self._visited(sentence, text)
        house = HOUSE.search(text)
        if match:
            meeting.party(self._bodies.government(place) or self._host(place))
        elif house:
            meeting.party(self._own(house["level"]))

    def _stops_of(self, sentence: Sentence, text: str) -> list[Body]:
        """All regions of a row right before the verb (갑시, 을시를 잇달아 방문)."""
        stops: list[Body] = []
        for named in reversed(self._bodies.inside(sentence.start, sentence.end)):
            begin = named.end - sentence.start
            behind = LINKED.match(text, begin) if stops else VISITED.match(text, begin)
            if behind and self._bodies.is_place(named.body.name):
                stops.append(named.body)
            elif stops:
                break
        return stops[::-1]

    def _only_visited(self) -> None:
        """A report of a visit alone, whatever its verb: 교류단은 …을 방문해 …을 한다."""
        for sentence in self._sentences[:6]:
            match, place = self._visited(sentence, sentence.text)
            if match is None or self._old(sentence):
                continue
            if not self._cues.delegation.search(sentence.text[: match.start()]):
                continue
            visit = Encounter(MeetingKind.VISIT, [(sentence.start, sentence.end)], place=place)
            visit.planned = bool(self._cues.planned.search(sentence.text))
            self._dated_by_journey(visit, sentence)
            self._fill_parties(visit, sentence)
            visit.party(self._bodies.government(place))
            self._found.append(visit)
            return

    def _dated_by_journey(self, visit: Encounter, sentence: Sentence) -> None:
        """The day of a visit, else that of the journey told after it (22일 출국해)."""
        self._date(visit, sentence)
        later = (s for s in self._sentences if s.start > sentence.start)
        journey = next((s for s in later if JOURNEY.search(s.text)), None)
        if visit.date is None and journey:
            visit.planned = visit.planned or bool(AHEAD.search(journey.text))
            self._date(visit, journey)

    def _own(self, level: str) -> Body | None:
        """Whose house 군청 is: the report's own government of that level."""
        return self._bodies.main.get(level) if isinstance(self._bodies, SouthBodies) else None

    def _host(self, name: str) -> Body | None:
        """An assembly or an office that is visited."""
        return next((b for b in self._bodies.all() if b.name == name), None)

    def _visited(self, sentence: Sentence, text: str) -> tuple[re.Match[str] | None, str]:
        """Where a visit goes: the first of the regions right before the verb (갑성 및 을시를 방문)."""
        found: tuple[re.Match[str] | None, str] = (None, "")
        for named in reversed(self._bodies.inside(sentence.start, sentence.end)):
            hosts = named.body.kind in (OrganisationKind.LEGISLATURE, OrganisationKind.COMPANY)
            hosts = hosts and not BARE_COUNCIL.fullmatch(named.body.name)
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
