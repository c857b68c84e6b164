"""Visits in South Korean reports: who goes, to which region or house."""

from __future__ import annotations

import re

from hapjak.reading.drafts import Body, Encounter
from hapjak.reading.korean.south.dated import DatedMeetings
from hapjak.reading.model import MeetingKind, OrganisationKind, Role
from hapjak.reading.sentences import Sentence

ITSELF = re.compile(r"(?:교육청|교육위원회|영사관|대사관|부|청|사무소|대표처|위원회)$")
VISIT_MAIN = re.compile(
    r"방문(?:,\s|했|하였|한다|할 (?:예정|계획)|하고 있|길에 올랐|에 나[섰선])|찾았다|(?:방문|순방)(?:을 (?:위해|마치)|차)|내방했|방한했|일정으로\s[^.]{0,40}(?:방문|찾)|방문하는\s[^.]{0,30}(?:대표단|방문단)|\d일까지\s[^.]{0,40}방문"
)
VISITED = re.compile(
    r"(?:\s본사|\s본부|\s청사)?(?:\([^()]{1,12}\))?(?:을|를|에|도)?\s?(?:\S{1,6}\s)?(?:방문|순방|찾)"
)


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
