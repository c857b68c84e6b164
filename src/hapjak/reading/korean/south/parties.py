"""The parties of a South Korean meeting: bodies that act in a sentence, or those of its people."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from hapjak.reading.bodies import Bodies, Named
from hapjak.reading.cues import Cues
from hapjak.reading.drafts import Body, Encounter, Figure
from hapjak.reading.korean.south.gazetteer import is_abroad
from hapjak.reading.model import MeetingKind, OrganisationKind
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence

OF_GOVERNMENT = re.compile(
    r"(?:인민위원회|인민정부|당위원회|시위원회|성위원회|상무청|상무국|판공실)$"
)
ACTS = re.compile(
    r"청?(?:\([^()]{1,60}\))?(?:(?:의?|의?\s(?:[가-힣]{1,8}\s){0,2}?[가-힣A-Z+]{0,5}?)(?:대표단|방문단|교류단|사절단|시찰단|출장단|연수단|참관단|의장단|의원단|의원들|사업단|산학협력단|일행|측|관계자)(?:들|\s?\d{1,3}여?\s?명)?(?:은|는|이|가|과|와|을|를|\()|과|와|은|는|이|가|와의|과의|간|\s간|측은|측과|[-–])(?=[\s,·가-힣])"
)
# … 등 이웃 4개 시·군이, … 등 8개 시·도·현 지사가
LIST_END = re.compile(
    r"(?:\s?등의?\s(?:[가-힣]{1,8}\s){0,2}?(?:\d{1,3}개\s?)?(?:시·도·현|시도현|시·군·구|시·군|시·도|시군구?|시도|지자체|자치단체|지방자치단체|지방정부|도시|성·시|시|군|구|도|기관|단체|지역|대학교?|기업|업체|회사|병원|학교|교육청|의회)|의)"
    r"(?:\s?(?:지사|시장|군수|단체장|지자체장|성장|대표|관계자)[가-힣 ]{0,10}?)?(?:은|는|이|가|과|와|간)?[\s,]"
)
ALL_CAME = re.compile(r"[이가]\s(?:모두\s|함께\s)?(?:참석|참가|참여)")  # 갑시, 을시가 참석해
PRECEDED = re.compile(r"(?:[·ㆍ‧•,]\s?|[과와및]\s(?:[가-힣]{2,6}의?\s)?)$")
BETWEEN = re.compile(r"\s?[·ㆍ‧•,]\s?|(?:,?\s및|[과와])\s(?:[가-힣]{2,6}의?\s)?")
TOGETHER = re.compile(
    r"(?:^|\s)(?:세|네|다섯|\d{1,2}개)\s?(?:시·군|시·도|시·도·현|시|군|구|도|지자체|도시|지역|자치단체|(?P<house>대학교?|기관|단체|병원|기업|교육청))(?:은|는|이|가)\s"
)
PAIRED = re.compile(r"(?:과|와|은|는)[\s,]")  # 갑시장과 을도지사는
PAIR = re.compile(
    r"(?:^|\s)(?:두|양)\s?(?:기관|도시|지역|시|군|구|도|단체|대학|병원|지자체|자치단체|의회|교육청|시군|시·군)(?:은|는|이|가)\s"
)
# 현지 유통업체와: partners that the report does not name
UNNAMED = re.compile(
    r"(?:업체|기업|회사|기관|농가|단체|관계자들|투자자들|바이어들?)(?:\s?\d{1,3}[곳개]사?)?[과와](?:의)?\s"
)
SUBJECT = re.compile(r"(?:\([^()]{1,60}\))?(?:은|는|이|가)\s")
LISTED = re.compile(
    r"(?:\([^()]{1,60}\))?(?:,\s|\s?[·ㆍ‧•]\s?|\s및\s|[과와]\s(?:[가-힣]{2,6}의?\s)?)(?:\([재사]\))?(?:(?:[가-힣]{1,10}\s){0,2}[가-힣]{2,12}인\s)?"
)
BARE_COUNCIL = re.compile("[도시군구]의회")
NEXT = 24  # characters from a name with its post to the next one listed
NO_ITEM = re.compile(r"[,.“”]|\d일|이날|함께")  # 갑시와 30일 을시청에서: no list goes on there
ITEM = 40  # characters of an item of a list
OBJECT_PARTICLE = re.compile(r"(?:은|는|이|가|과|와|을|를|과의|와의|께서)[\s,]")


class Parties:
    """Who acts in the sentences of one text, and how often."""

    def __init__(self, bodies: Bodies, people: People, cues: Cues) -> None:
        self._text = bodies.text
        self._bodies = bodies
        self._people = people
        self._cues = cues
        self._acting: dict[int, tuple[Body, int]] = {}
        self._acts: dict[int, bool] = {}
        self._with_others: set[int] = set()  # meetings with partners that have no name
        self._pairs: set[int] = set()  # meetings of 두 기관
        self._lists = [row for row in self._rows() if len(row) > 1]
        self._starts = [row[0].start for row in self._lists]
        self._longest = list(accumulate(self._lists, _longer))

    def _rows(self) -> Iterator[list[Named]]:
        """Mentions in rows: 여수·순천·광양시, 갑시와 을시."""
        row: list[Named] = []
        for mention in self._bodies.mentions:
            if row and not BETWEEN.fullmatch(self._text, row[-1].end, mention.start):
                yield row
                row = []
            row.append(mention)
        yield row

    def ranked(self) -> list[Body | None]:
        """All that act: the busiest first, those of people last."""
        for named in self._bodies.mentions:
            if self.acts(named) and id(named.body) not in self._acting:
                self._acting[id(named.body)] = (named.body, 0)
        ranked = sorted(self._acting.values(), key=lambda pair: -pair[1])
        people = [self.of_person(person) for person in self._people.all()]
        return [*(body for body, _ in ranked), *people]

    def complete(self, meeting: Encounter, acting: list[Body | None]) -> None:
        """A meeting of fewer than two parties, or a visit without a guest, takes one of the other side."""
        if len(meeting.parties) < 2 and id(meeting) in self._pairs:
            for one in self._two_that_act():
                meeting.party(one)
        for body in acting:
            if id(meeting) in self._with_others:
                return
            short = len(meeting.parties) < 2 or (
                meeting.kind is MeetingKind.VISIT and self._all_abroad(meeting)
            )
            if short and body and self.other_side(meeting, body):
                meeting.party(body)

    def _two_that_act(self) -> list[Body]:
        """두 기관은: the first two bodies that act in the report."""
        acting = [n.body for n in self._bodies.mentions if self.acts(n)]
        return list({id(body): self._party(body) for body in acting}.values())[:2]

    def _all_abroad(self, meeting: Encounter) -> bool:
        return all(self._is_abroad(self._bodies.side_of(body)) for body in meeting.parties)

    def fill(self, meeting: Encounter, sentence: Sentence) -> None:
        """Bodies that act in the sentence; else those of the people who do."""
        for mention in self._bodies.inside(sentence.start, sentence.end):
            if self.acts(mention):
                meeting.party(self._party(mention.body))
        enough = 0 if meeting.kind is MeetingKind.VISIT else 1
        several = len(meeting.parties) > enough  # the bodies say who meets
        if not self._cues.took_part.search(sentence.text):
            for end, person in self._who_meet(sentence):
                paired = meeting.kind is not MeetingKind.VISIT and PAIRED.match(self._text, end)
                if paired or not several:
                    meeting.party(self.of_person(person))
        if len(meeting.parties) < 2 and not self._cues.took_part.search(sentence.text):
            for person in self._people.named(sentence.start, sentence.end):
                meeting.party(self.of_person(person))
        together = TOGETHER.search(sentence.text) if len(meeting.parties) < 2 else None
        if together:
            self._as_listed(meeting, sentence.start, governing=together["house"] is None)
        if UNNAMED.search(sentence.text):
            self._with_others.add(id(meeting))
        if PAIR.search(sentence.text):
            self._pairs.add(id(meeting))
        self._unnamed_subject(meeting, sentence)
        for body in meeting.parties:
            self._acting[id(body)] = (body, self._acting.get(id(body), (body, 0))[1] + 1)

    def _who_meet(self, sentence: Sentence) -> list[tuple[int, Figure]]:
        """People with a particle of their own, or of the list they stand in (갑 지사, 을 지사와)."""
        found: list[tuple[int, Figure]] = []
        following: tuple[int, int] | None = None  # where the next name begins, and its particle
        for start, end, person in reversed(self._people.places(sentence.start, sentence.end)):
            own = OBJECT_PARTICLE.match(self._text, end) is not None
            listed = following and self._text[end : end + 2] == ", " and following[0] - end < NEXT
            if own or (listed and following):
                particle = end if own or following is None else following[1]
                found.append((particle, person))
                following = (start, particle)
            else:
                following = None
        return found[::-1]

    def _as_listed(self, meeting: Encounter, position: int, governing: bool) -> None:
        """3개 시는, 두 군이: those of the longest row named before that are so many."""
        before = bisect_left(self._starts, position)
        for mention in self._longest[before - 1] if before else []:
            if not governing or mention.body.kind is OrganisationKind.GOVERNMENT:
                meeting.party(self._party(mention.body))

    def took_part(self, meeting: Encounter, sentence: Sentence) -> None:
        """A list of regions whose heads took part: they are the parties of a conference."""
        first = bisect_left(self._starts, sentence.start)
        for row in self._lists[first : bisect_left(self._starts, sentence.end)]:
            end = row[-1].end
            if LIST_END.match(self._text, end) or ALL_CAME.match(self._text, end):
                for mention in row:
                    meeting.party(self._party(mention.body))

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

    def acts(self, mention: Named) -> bool:
        """Whether a body acts where it is named; all of a row act where its last does."""
        if not self._acts:
            for named in reversed(self._bodies.mentions):
                self._acts[named.start] = self._acts_there(named)
        return self._acts[mention.start]

    def _acts_there(self, mention: Named) -> bool:
        listed = LISTED.match(self._text, mention.end)
        following = self._innermost(self._listed(listed.end())) if listed else None
        if following is not None and following.body.kind is mention.body.kind:
            return self._acts[following.start]  # 갑물산, 을물산과
        if mention.body.kind is OrganisationKind.PARTY:
            return False
        acts = ACTS.match(self._text, mention.end)
        if acts:  # 갑성 을시의 대표단: the nearer acts
            return not self._bodies.inside(mention.end, acts.end())
        return self._ends_list(mention)

    def _ends_list(self, mention: Named) -> bool:
        """The last of a list that acts as one: … 등 8개 시·도·현이."""
        before = self._text[max(0, mention.start - 12) : mention.start]
        return bool(LIST_END.match(self._text, mention.end) and PRECEDED.search(before))

    def _listed(self, position: int) -> Named | None:
        """The body that the next item of a list is, with a word or two before it."""
        inside = self._bodies.inside(position, position + ITEM)
        if inside and not NO_ITEM.search(self._text[position : inside[0].start]):
            return inside[0]
        return self._bodies.at(position)

    def _innermost(self, mention: Named | None) -> Named | None:
        """Of 울란바토르시 수흐바타르구 the district: the nearer to the particle acts."""
        while mention is not None and self._text[mention.end : mention.end + 1] == " ":
            inner = self._bodies.at(mention.end + 1)
            if inner is None:
                break
            mention = inner
        return mention

    def _party(self, body: Body) -> Body:
        """A department acts for its government, a school board for itself."""
        if body.kind is OrganisationKind.PARTY or OF_GOVERNMENT.search(body.name):
            return body.side if body.side and body.side.spans else body
        return body

    def of_person(self, person: Figure) -> Body | None:
        body = next((post.body for post in person.posts if post.body), None)
        if body is not None and BARE_COUNCIL.fullmatch(body.name):
            return body.side  # 시의회 의장 comes along with his mayor
        return self._party(body) if body else person.side

    def other_side(self, meeting: Encounter, body: Body) -> bool:
        """From another country: of two at home both must be told to meet."""
        sides = [self._bodies.side_of(b) for b in meeting.parties]
        side = self._bodies.side_of(body)
        countries = {self._is_abroad(s) for s in sides}
        return not sides or (side not in sides and self._is_abroad(side) not in countries)

    def _is_abroad(self, side: Body | None) -> bool:
        """Whether a side is a region abroad; an institution of no known place is at home."""
        place = side is not None and self._bodies.is_place(side.name)
        return side is not None and place and is_abroad(side.name, side.territory)


def _longer(one: list[Named], other: list[Named]) -> list[Named]:
    return other if len(other) > len(one) else one
