"""Who the parties of a Chinese-Korean meeting are, as its sentence tells it."""

from __future__ import annotations

import re
from itertools import pairwise

from hapjak.reading.bodies import Named
from hapjak.reading.cues import Cues
from hapjak.reading.drafts import Body, Encounter
from hapjak.reading.korean.china.acting import LONGEST_ROW, ROW_JOINT
from hapjak.reading.korean.china.acts import THERE
from hapjak.reading.korean.china.bodies import ChinaBodies
from hapjak.reading.korean.china.rows import ROUTE
from hapjak.reading.meetings import acts_for
from hapjak.reading.model import OrganisationKind
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence

HOSTS = re.compile(
    r"(?P<hosts>[^.]{4,120}?)(?:이|가|에서)\s(?:(?:공동으로\s|공동\s?|련합으로\s|련합\s)?(?:주최|주관)"
    r"|(?:공동으로\s|공동\s?|련합으로\s|련합\s|함께\s)(?:마련|개최|조직|거행))(?:한|하고|하는|하여)"
    r"(?P<event>[^.]{0,60}?(?:대회|포럼|박람회|교류회|론단|회의|설명회|심포지엄|행사|축제|상담회|간담회|좌담회|토론회"
    r"|세미나|추천회|전시회|미술전|사진전|음악회|공연|문화절|련환회|모임|의 밤))"
)
BESIDE = re.compile(
    r"(?:와|과)\s(?:[가-힣]{2,4}(?:성|도|주)\s|한국\s|일본\s|로씨야\s|러시아\s|조선\s|몽골\s)?|[-—–―~·]"
)
MEETS = (
    OrganisationKind.GOVERNMENT,
    OrganisationKind.LEGISLATURE,
    OrganisationKind.COMPANY,
    OrganisationKind.INSTITUTE,
    OrganisationKind.ASSOCIATION,
    OrganisationKind.MEDIA,
    OrganisationKind.OTHER,
)
ROW = re.compile(  # between bodies in a row
    r"(?:[,、]|와|과|및|\s및)?\s?(?:(?:중국|한국|일본|로씨야|러시아|조선|몽골)\s)?"
)
COUNTED = re.compile(
    r"\s등\s\d{1,2}개\s?(?:도시|시|성|지역|주|현|구)(?:과|와|은|는|이|가|의\s)"
)  # 갑, 을 등 2개 시와
# 을시의 공동주최로, 을시가 주최하고, 을시에서 련합으로 주최했다; who only organises is told the same way
HELD_BY = re.compile(
    r"(?:\([^()]{1,20}\))?(?:의|이|가|에서|은|는|측에서|측이)?\s(?:(?:공동으로|련합으로|함께|공동|련합)\s?)?"
    r"(?P<verb>주최|주관)(?:로|하에|에 의해|하고|한|했|하여|하였|하며)"
)
# 갑시가 을그룹과 맺은 계약, 갑시와 을그룹이 체결한 계약
SIGNED_BY = re.compile(
    r"(?:과|와|이|가)\s(?:[가-힣]{1,6}\s)?(?:체결한|맺은|조인한|싸인한|사인한|서명한|달성한)"
)
BETWEEN = re.compile(r"(?:이|가|은|는|과|와)\s(?:[가-힣]{2,6}\s){0,2}")
# 갑협회 책임자들과: whom a body sent stands for it
STAFF = re.compile(
    r"(?:\s등)?(?:\s[가-힣]{1,10}){0,5}?(?:의)?\s?(?:책임자|관계자|대표|지도자|간부|성원|대표단|일행|방문단|고찰단|시찰단)(?:들)?"
    r"(?:(?:과|와|은|는|이|가)\s|(?:을|를)\s(?:각각\s|함께\s)?(?:초청|초대|청해|맞이|맞아|접견|회견|접대|만나|만났|영접))"
)


INVITED = re.compile(r"(?:의|\s측의?)?\s초청(?:으로|에 의해|에 따라|에 응해|을 받)")
LED = re.compile(r"(?:이끄는|이끈|인솔하는|인솔한|단장으로 (?:하는|한))\s$")  # people sent, no body


# who only gives means or rooms
SUPPORTS = re.compile(
    r"(?:이|가|에서)\s(?:협찬|후원|협조|협력지원|특별후원|지원)(?:한|하고|하는|했|하였)"
)


def find_hosts(text: str) -> re.Match[str] | None:
    """Where a text tells who holds an event together."""
    return HOSTS.search(text) if "주최" in text or "주관" in text else None


class Parties:
    """Reads the parties out of one text's sentences."""

    def __init__(self, bodies: ChinaBodies, people: People, cues: Cues) -> None:
        self._bodies = bodies
        self._people = people
        self._cues = cues
        self._text = bodies.text

    def acts_anywhere(self, body: Body) -> bool:
        """Whether a body acts at any of its mentions."""
        return any(self._acts(Named(start, end, body)) for start, end in body.spans)

    def acting(self, sentence: Sentence) -> list[Body]:
        """Bodies named in the sentence as acting or gone to, and the sides of the people in it."""
        found: list[Body | None] = []
        for mention in self._bodies.inside(sentence.start, sentence.end):
            governs = mention.body.kind is OrganisationKind.GOVERNMENT
            only_placed = governs and self._cues.acts_not.match(self._text, mention.end)
            acts = governs or self._acts(mention)
            there = THERE.match(self._text, mention.end)
            if ROUTE.match(self._text, mention.end) or SUPPORTS.match(self._text, mention.end):
                continue
            if there or (acts and mention.body.kind in MEETS and not only_placed):
                found.append(self.party_of(mention.body))
        for name in self._bodies.short_names():
            for match in re.finditer(rf"(?<![가-힣A-Za-z]){re.escape(name)}", sentence.text):
                if self._cues.acts.match(sentence.text, match.end()):
                    found.append(self._bodies.government(name))
        found += [acts_for(p) for p in self._people.named(sentence.start, sentence.end)]
        return list({id(body): body for body in found if body is not None}.values())

    def _acts(self, mention: Named) -> bool:
        """Whether a body acts, or stands in a row whose last body, or its people, do."""
        if LED.search(self._text, max(0, mention.start - 8), mention.start):
            return False
        if SUPPORTS.match(self._text, mention.end):
            return False
        one: Named | None = mention
        for _ in range(LONGEST_ROW):
            if one is None:
                return False
            if any(p.match(self._text, one.end) for p in (self._cues.acts, STAFF, COUNTED)):
                return True
            joint = ROW_JOINT.match(self._text, one.end)
            one = self._bodies.at(joint.end()) if joint else None
        return False

    def party_of(self, body: Body) -> Body:
        """The government for its departments, once the text names it; an assembly is itself."""
        if body.kind is not OrganisationKind.GOVERNMENT or body.side is None:
            return body
        return body.side if body.side.spans else body

    def named_within(self, sentence: Sentence) -> set[int]:
        """길림성 통화시, 강원도 을군협회: a place right before a body only says where it lies."""
        mentions = self._bodies.inside(sentence.start, sentence.end)
        larger: set[int] = set()
        acting: set[int] = set()
        for index, one in enumerate(mentions):
            other = mentions[index + 1] if index + 1 < len(mentions) else None
            beside = other is not None and self._text[one.end : other.start] == " "
            governs = one.body.kind is OrganisationKind.GOVERNMENT
            if beside and governs:
                larger.add(id(self._bodies.side_of(one.body)))
            elif not THERE.match(self._text, one.end):
                acting.add(id(self._bodies.side_of(one.body)))
        return larger - acting

    def both(self, found: list[Encounter], position: int) -> list[Body]:
        """쌍방, 두 성: the parties of the meeting before, else the two named last."""
        known = next((m for m in reversed(found) if len(m.parties) > 1), None)
        if known is not None:
            return list(known.parties)
        if len({id(person.side) for person in self._people.all() if person.side}) > 1:
            return []  # whom the people speak for says it better
        named = self._bodies.inside(0, position)
        sides = (
            self._bodies.side_of(m.body)
            for m in reversed(named)
            if m.body.kind is OrganisationKind.GOVERNMENT
        )
        both = list({id(side): side for side in sides if side is not None}.values())[:2]
        return both[::-1] if len(both) == 2 else []

    def pair(self, sentence: Sentence, within: set[int]) -> list[Body]:
        """갑성과 을시의 …: two bodies side by side act, whatever follows the second."""
        named = self._bodies.inside(sentence.start, sentence.end)
        mentions = [(m, self.party_of(m.body)) for m in named]
        acting = [pair for pair in mentions if id(pair[1]) not in within]
        for (one, first), (other, second) in pairwise(acting):
            between = self._text[one.end : other.start]
            sides = [first, second]
            if BESIDE.fullmatch(between) and first is not second:
                return [side for side in sides if side.kind in MEETS]
        return []

    def hosts(self, sentence: Sentence, hosted: re.Match[str]) -> list[Body]:
        """The bodies in a row that the verb of hosting ends."""
        start, end = hosted.span("hosts")
        return self._row(sentence.start + start, sentence.start + end)

    def _row(self, start: int, end: int) -> list[Body]:
        """The bodies in the row that ends at a place."""
        row: list[Body] = []
        for mention in reversed(self._bodies.inside(start, end)):
            if not ROW.fullmatch(self._text[mention.end : end]):
                break
            row.insert(0, mention.body)
            end = mention.start
        return row

    def holders(self, sentence: Sentence, verb: str) -> list[Body]:
        """을시와 병협회의 공동주최로 열린 이번 행사: who holds, or organises, the event at hand."""
        found: list[Body] = []
        for told in HELD_BY.finditer(sentence.text) if verb in sentence.text else ():
            if told["verb"] == verb:
                row = self._row(sentence.start, sentence.start + told.start())
                found += [self.party_of(body) for body in row]
        return found

    def inviters(self, sentence: Sentence) -> list[Body]:
        """을협회의 초청으로: whose guests came."""
        if "초청" not in sentence.text:
            return []
        named = self._bodies.inside(sentence.start, sentence.end)
        return [self.party_of(m.body) for m in named if INVITED.match(self._text, m.end)]

    def signers(self, sentence: Sentence) -> list[Body]:
        """Pairs whose instruments an event's report tells in a participle."""
        named = self._bodies.inside(sentence.start, sentence.end)
        found = []
        for one, other in pairwise(named):
            beside = BETWEEN.fullmatch(self._text, one.end, other.start)
            if beside and SIGNED_BY.match(self._text, other.end):
                found += [self.party_of(one.body), self.party_of(other.body)]
        return found

    def without_hosts(self, parties: list[Body], sentence: Sentence) -> list[Body]:
        """Who hosts the event at which others meet is no party of theirs."""
        hosted = find_hosts(sentence.text)
        if hosted is None:
            return parties
        behind = sentence.start + hosted.end()
        acting = {id(self.party_of(m.body)) for m in self._bodies.inside(behind, sentence.end)}
        acting |= {id(p.side) for p in self._people.named(behind, sentence.end)}
        hosts = {id(self._bodies.side_of(host)) for host in self.hosts(sentence, hosted)} - acting
        others = [party for party in parties if id(party) not in hosts]
        return others if len(others) > 1 else parties
