"""Meetings that a Chinese report tells of: who met whom, when, where; and the visit around them.

Most reports tell of one meeting, several times over: in the lead, at 会上, in
the list of who took part. A mention is another meeting only where its day is
another one, or where people of another partner are named.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from hapjak.reading.chinese.bodies import ChineseBodies
from hapjak.reading.chinese.people import ChinesePeople
from hapjak.reading.chinese.turns import SIDES, Turn
from hapjak.reading.cues import Cues, meeting_kinds
from hapjak.reading.dates import DateMention
from hapjak.reading.drafts import Body, Encounter, Figure
from hapjak.reading.lines import Lines
from hapjak.reading.meetings import Meetings
from hapjak.reading.model import MeetingKind, OrganisationKind, Role
from hapjak.reading.sentences import Sentence

CLAUSE = re.compile(r"[，；。：！？]")
ACTS = re.compile(
    r"[与和同、]|(?:党政|政府|经贸|友好)?(?:代表|考察|访问|学习考察)团|一行|两[地省市]|双方|政府|签|举行|召开|就|分别|联合|共同|缔结|正式|还|今天|在[^，。]{2,16}(?:签|举行|召开|举办)|以视频|之间|间|愿|将|近日|日前|：|（"
)
ACTED_ON = re.compile(r"(?:与|和|同|、|会见|会见了|访问|走访|对|拜会|拜访|暨)$")
LOCATES = re.compile(r"(?:在|于|从|位于|途经|抵达|离开|驻)$")
ACTS_NOT = re.compile(
    r"的(?!党政|政府|代表)|日报|晚报|经济社会|市场|企业|特色|地区|人民(?!政府)|籍|方面|产业|境内|期间|各界|大米|牛肉|农产品"
)
VISIT = re.compile(
    r"(?:赴|来|到|访问|出访|前往|率[^，。]{2,12}团(?:赴|到|来))(?P<where>[^，。；赴来到]{2,22}?)(?:学习考察|考察学习|考察调研|考察交流|考察访问|友好访问|参观考察|参访|考察|访问|调研|学习|开展|进行|推进|对接|，|$)(?!的)"
)
DELEGATION = re.compile(r"代表团|考察团|访问团|率团|率队|带队|带领|一行|率领")
STAY = re.compile(r"(?:在[^，。]{1,8}(?:考察|访问|学习)?|考察|访问|在此)期间")
STOPS = re.compile(r"参观|考察了|走访|瞻仰|实地|先后(?:到|前往|来到|考察)|前往|来到|走进")
NOUNS = ("会", "会议", "仪式", "论坛", "班", "周", "节", "展会", "活动", "展", "大会")
HELD = re.compile(r"举行|召开|举办|开幕|出席|参加|主持|开班|共同主办|开展|进行|开启|启动|落幕|闭幕")
REFERS = re.compile(r"了?(?:时|中|上|前|后|期间|过程中|的|以来|结束)")
ATTENDS = re.compile(r"(?:出席|参加|见证)(?:了)?[^，。]{0,16}$")
BOTH = re.compile(SIDES)
WILL = re.compile(r"(?:商定|约定|争取|希望|推动|鼓励|支持)[^。]{0,30}$")
LARGE = (MeetingKind.FORUM, MeetingKind.EXHIBITION, MeetingKind.TRAINING)
HOSTED = re.compile(r"举行|召开|举办|开幕|开班|主办|承办|启动|落幕|闭幕")
AT_IT = re.compile(r"[上中]，")
STOP = re.compile(r"[。；！？]")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts in a sentence, in its order: a body, or the side of a person."""

    start: int
    end: int
    party: Body
    person: Figure | None = None


class ChineseMeetings(Meetings):
    """The meetings of a Chinese text."""

    def __init__(
        self,
        turns: list[Turn],
        bodies: ChineseBodies,
        people: ChinesePeople,
        lines: Lines,
        cues: Cues,
        published: str | None,
    ) -> None:
        self._own = bodies
        self._persons = people
        self._kinds = meeting_kinds("zh")
        self._stop = 0
        self._trip_at = -1
        self._last_day: DateMention | None = None
        self._day_text: str | None = None
        super().__init__([], bodies, people, lines, cues, published, set())
        for turn in turns:
            sentence = turn.sentence
            if turn.begin is None:
                self._narrative(sentence, sentence.end)
            else:
                self._narrative(sentence, turn.begin, opening=True)
        self._settle()

    def _narrative(self, sentence: Sentence, stop: int, opening: bool = False) -> None:
        """One sentence, up to where a speech begins in it."""
        told = sentence.text[: stop - sentence.start]
        if not told:
            return
        self._stop = stop
        self._note_day(sentence, told)
        stay = self._cues.stay.search(told)
        if stay and self._visit is None and self._bodies.is_place(stay["place"]):
            self._stay(sentence, stay)
        terms = list(self._terms(told))
        visit = self._visit_of(sentence, told)
        stop_over = bool(STAY.match(told) and STOPS.search(told) and self._found)
        held = [term for term in terms if not self._only_refers(told, *term[:2])]
        if visit:
            self._trip(sentence, visit)
        for start, end, _ in terms:
            self._dated_by(sentence, start, end)
        if stop_over:
            held = []
        for start, end, kind in held:
            self._meeting(sentence, told, start, end, kind)
        if not held and not visit:
            if self._found and self._cues.took_part.search(told):
                self._attend(sentence)
            elif stop_over and self._visit is None:
                self._stay_told(sentence)
            elif not opening:
                self._told_roles(sentence)
        if opening:
            self._speak_together(sentence, told)
        else:
            self._topics(sentence)

    def _dated_by(self, sentence: Sentence, start: int, end: int) -> None:
        """在29日召开的座谈会上: a later mention may tell the day of the meeting."""
        proper = self._meetings_proper()
        if proper and proper[-1].date is None and proper[-1].kind is not MeetingKind.VISIT:
            mention = Encounter(proper[-1].kind, [(sentence.start + start, sentence.start + end)])
            days = self._cues.dates(sentence.text[:start], self._published)
            if days and days[-1].value and len(days[-1].value) == 10:
                self._date(mention, sentence)
                self._day_of(proper[-1], mention)

    def _day_of(self, known: Encounter, mention: Encounter) -> None:
        known.date, known.until, known.date_text = mention.date, mention.until, mention.date_text

    def _terms(self, told: str) -> Iterator[tuple[int, int, MeetingKind]]:
        """Words for meetings and signings; of several kinds in one clause each once."""
        seen: set[MeetingKind] = set()
        for match in self._cues.meeting.finditer(told):
            kind = self._kinds[match["term"]]
            if kind not in seen and self._is_held(told, match):
                seen.add(kind)
                yield match.start("term"), match.end("term"), kind
        signed = self._cues.sign.search(told)
        if signed and WILL.search(told, 0, signed.start()):
            signed = None
        if signed and MeetingKind.SIGNING not in seen:
            yield signed.start(), signed.end(), MeetingKind.SIGNING

    def _speak_together(self, sentence: Sentence, told: str) -> None:
        """王一、李二均表示: both spoke; 王一介绍: presented."""
        places = self._people.places(sentence.start, sentence.start + len(told))
        meeting = self.at(sentence.start)
        if meeting is None or not places:
            return
        role = Role.PRESENTED if told.endswith(("介绍，", "介绍说", "通报，")) else Role.SPOKE
        end = places[0][0]
        for start, stop, person in places:
            if self._text[end:start] not in ("", "、", "和", "与"):
                return
            meeting.take(person, role)
            end = stop

    def _is_held(self, told: str, match: re.Match[str]) -> bool:
        """A verb (会见) tells of a meeting by itself, a noun (座谈会) only with one that holds it."""
        if not match["term"].endswith(NOUNS):
            return True
        if self._kinds[match["term"]] in LARGE:
            return bool(HOSTED.search(told)) and not self._meetings_proper()
        if AT_IT.match(told, match.end()) and not self._meetings_proper():
            return True
        begin = max((m.end() for m in STOP.finditer(told, 0, match.start())), default=0)
        end = STOP.search(told, match.end())
        return bool(HELD.search(told, begin, end.start() if end else len(told)))

    def _only_refers(self, told: str, start: int, end: int) -> bool:
        """会见时, 座谈会上: where one speaks, not that one meets; unless nothing else tells it."""
        proper = bool(self._meetings_proper())
        if proper and ATTENDS.search(told, max(0, start - 24), start):
            return True
        return bool(REFERS.match(told, end)) and proper

    # dates

    def _note_day(self, sentence: Sentence, told: str) -> None:
        """The latest day told holds for what comes after it without a day of its own."""
        for day in self._cues.dates(told, self._published):
            if day.value is None or len(day.value) == 10:
                self._last_day, self._day_text = day, told[day.start : day.end]

    def _date(self, meeting: Encounter, sentence: Sentence) -> None:
        """The day before the word for the meeting, else the first of the sentence, else the lead's."""
        at = meeting.spans[-1][0] - sentence.start
        told = self._cues.dates(sentence.text, self._published)
        days = [d for d in told if d.value is None or len(d.value) == 10]
        if meeting.planned:
            days = days or [d for d in told if d.value and "-" in d.value]
        before = [d for d in days if d.start <= at]
        day = before[-1] if before else days[0] if days else None
        if day is not None:
            meeting.date, meeting.until = day.value, day.until
            meeting.date_text = sentence.text[day.start : day.end]
        elif self._last_day is not None and not meeting.planned and not self._found:
            meeting.date, meeting.until = self._last_day.value, self._last_day.until
            meeting.date_text = self._day_text
        elif self._cues.same_day.search(sentence.text) and self._found:
            meeting.date, meeting.date_text = self._found[-1].date, self._found[-1].date_text

    def _place(self, meeting: Encounter, sentence: Sentence) -> None:
        """Where it was held: 在郑州黄河迎宾馆举行, 在宁波市北仑区签订."""
        for match in self._cues.place.finditer(sentence.text, 0, self._stop - sentence.start):
            start, end = (sentence.start + place for place in match.span("place"))
            words = self._text[start:end]
            if self._own.gazetteer.ending(end) or self._cues.venue.search(words):
                meeting.place = words
                return

    # who acts

    def _actors(self, start: int, end: int) -> list[Actor]:
        """Who acts in a stretch: people for their sides, and bodies named as acting."""
        found: list[Actor] = []
        for left, right, person in self._persons.places(start, end):
            party = self._party_of(person)
            if party is not None:
                found.append(Actor(left, right, party, person))
        for mention in self._bodies.inside(start, end):
            if self._persons.introduces(mention.start) or not self._acting(
                mention.start, mention.end
            ):
                continue
            party = (
                self._bodies.side_of(mention.body)
                if mention.body.kind is OrganisationKind.PARTY
                else mention.body
            )
            if party is not None and party.kind is not OrganisationKind.MEDIA:
                found.append(Actor(mention.start, mention.end, party))
        return sorted(found, key=lambda actor: actor.start)

    def _acting(self, start: int, end: int) -> bool:
        if self._own.gazetteer.starting(end) is not None:
            return False  # 宁波市|北仑区 is one place
        start = self._own.gazetteer.chain(start)
        if LOCATES.search(self._text, max(0, start - 2), start) and not re.match(
            r"(?:党政|政府)?代表团", self._text[end : end + 5]
        ):
            return False
        if ACTS_NOT.match(self._text, end):
            return False
        before = ACTED_ON.search(self._text, max(0, start - 3), start)
        return bool(before or ACTS.match(self._text, end) or CLAUSE.match(self._text, end))

    def _party_of(self, person: Figure) -> Body | None:
        """For whom a person acts: a government where one of the posts is of it, else the office."""
        posts = sorted(person.posts, key=lambda post: post.title == "领导")
        held = [post.body for post in posts if post.body and not _is_group(post.body)]
        for body in held:
            if body.kind is OrganisationKind.PARTY:
                return body.side or body
            if body.side is None:
                return body
        return held[0] if held else person.side

    def _fill_parties(self, meeting: Encounter, sentence: Sentence) -> None:
        """The two who meet: from the clause of the word for it, then from the clauses before."""
        at = meeting.spans[-1][0]
        cuts = [sentence.start, *(sentence.start + m.end() for m in CLAUSE.finditer(sentence.text))]
        cuts = [*dict.fromkeys([*(cut for cut in cuts if cut < self._stop), self._stop])]
        index = max(i for i, cut in enumerate(cuts) if cut <= at)
        stop = cuts[index + 1] if index + 1 < len(cuts) else self._stop
        for first in range(index, -1, -1):
            self._add(meeting, self._actors(cuts[first], stop))
            if len(meeting.parties) > 1:
                return
        for last in range(index + 1, len(cuts)):
            self._add(meeting, self._actors(at, cuts[last]))
            if len(meeting.parties) > 1:
                return

    def _add(self, meeting: Encounter, actors: list[Actor]) -> None:
        for actor in actors:
            if not any(_within(actor.party, party) for party in meeting.parties):
                meeting.party(actor.party)

    def signers(self, start: int, stop: int) -> list[Body]:
        """Who signs, of the actors before an instrument, the nearest clause that names two."""
        cuts = [start, *(start + m.end() for m in CLAUSE.finditer(self._text[start:stop]))]
        for cut in reversed(cuts):
            found = list(dict.fromkeys(actor.party for actor in self._actors(cut, stop)))
            if len(found) > 1:
                return found
        return []

    def pairs(self, start: int, stop: int) -> list[list[Body]]:
        """甲与乙、丙与丁: bodies that stand in pairs, one pair behind the other."""
        found: list[list[Body]] = []
        actors = [actor for actor in self._actors(start, stop) if actor.person is None]
        for one, other in itertools.pairwise(actors):
            if self._text[one.end : other.start] in ("与", "和", "同"):
                found.append([one.party, other.party])
        return found

    # meetings

    def _meeting(
        self, sentence: Sentence, told: str, start: int, end: int, kind: MeetingKind
    ) -> None:
        meeting = Encounter(kind, [(sentence.start + start, sentence.start + end)])
        meeting.planned = bool(self._cues.planned.search(told[:end]))
        self._date(meeting, sentence)
        self._place(meeting, sentence)
        self._fill_parties(meeting, sentence)
        self._roles(meeting, sentence)
        visit = self._visit
        if visit and self._trip_at == sentence.start and len(visit.parties) > 1:
            meeting.parties = list(visit.parties)
        known = self._same(meeting)
        if known is not None:
            self._join(known, meeting)
        elif len(meeting.parties) > 1 or meeting.people or not self._meetings_proper():
            if not meeting.parties and BOTH.search(told):
                meeting.parties = self._both(sentence.start + start)
            self._found.append(meeting)

    def _both(self, position: int) -> list[Body]:
        """Who 两省 and 双方 are: those who met before, else the first two governments of the text."""
        if self._found:
            return list(self._found[-1].parties)
        named = [
            self._bodies.side_of(mention.body)
            for mention in self._bodies.inside(0, position)
            if mention.body.kind is OrganisationKind.GOVERNMENT
            and not LOCATES.search(self._text, max(0, mention.start - 2), mention.start)
        ]
        return [body for body in dict.fromkeys(named) if body is not None][:2]

    def _meetings_proper(self) -> list[Encounter]:
        return [meeting for meeting in self._found if meeting is not self._visit]

    def _same(self, meeting: Encounter) -> Encounter | None:
        """The meeting told of before that this mention is, if it is none of its own."""
        for known in reversed(self._found):
            if known is self._visit or known.planned != meeting.planned:
                continue
            other_day = meeting.date and known.date and not _on(known, meeting.date)
            if other_day:
                continue
            news = [p for p in meeting.parties if not any(_within(p, k) for k in known.parties)]
            named = {self._party_of(person) for person in meeting.people}
            if (
                len(known.parties) > 1
                and any(party in named for party in news)
                and len(meeting.parties) > 1
            ):
                continue
            return known
        return None

    def _join(self, known: Encounter, meeting: Encounter) -> None:
        super()._join(known, meeting)
        for person, role in meeting.people.items():
            if role in (Role.SIGNED, Role.CHAIRED) and known.people.get(person) is Role.SPOKE:
                known.people[person] = role  # one person, one role: the act before the speech
        if len(known.parties) < 2:
            named = {id(self._party_of(person)) for person in meeting.people}
            for party in meeting.parties:
                acts = id(party) in named or party.kind is not OrganisationKind.INSTITUTE
                if acts and not any(_within(party, other) for other in known.parties):
                    known.party(party)
        if known.date is None and meeting.date:
            known.date, known.until, known.date_text = (
                meeting.date,
                meeting.until,
                meeting.date_text,
            )

    # the visit around

    def _visit_of(self, sentence: Sentence, told: str) -> re.Match[str] | None:
        """A delegation goes to a place: 率代表团赴浙江省考察."""
        if not DELEGATION.search(told) or "欢迎" in told:
            return None
        for match in VISIT.finditer(told):
            start, end = (sentence.start + place for place in match.span("where"))
            places = self._own.gazetteer.inside(start, end)
            if places or self._bodies.inside(start, end):
                return match
        return None

    def _trip(self, sentence: Sentence, match: re.Match[str]) -> None:
        if self._visit is not None:
            return
        visit = Encounter(
            MeetingKind.VISIT, [(sentence.start + match.start(), sentence.start + match.end())]
        )
        visit.planned = bool(self._cues.planned.search(sentence.text[: match.start()]))
        self._date(visit, sentence)
        start, end = (sentence.start + place for place in match.span("where"))
        places = self._own.gazetteer.inside(start, end)
        visit.place = places[-1].name if places else None
        self._add(visit, self._actors(sentence.start, start)[:3])
        for body in [m.body for m in self._bodies.inside(start, end)][-1:]:
            of_party = body.kind is OrganisationKind.PARTY
            visit.party(self._bodies.side_of(body) if of_party else body)
        visit.parties = [b for b in visit.parties if b.kind is not OrganisationKind.COMPANY][:2]
        for person in self._people.named(sentence.start, start):
            visit.take(person, Role.ATTENDED)
        self._visit, self._trip_at = visit, sentence.start
        self._found.append(visit)

    def _stay_told(self, sentence: Sentence) -> None:
        """考察期间, …: stops on the way make the visit around the meeting."""
        main = self._found[0]
        self._visit = Encounter(MeetingKind.VISIT, [(sentence.start, sentence.end)])
        self._visit.parties = list(main.parties)
        for person in self._people.named(sentence.start, sentence.end):
            self._visit.take(person, Role.ATTENDED)
        self._found.append(self._visit)

    def _settle(self) -> None:
        """Parts of a visit; the other party where only the report as a whole tells it."""
        sides = list(
            dict.fromkeys(
                side for p in self._persons.in_order() if (side := self._party_of(p)) is not None
            )
        )
        home = [self._bodies.government(name) for name in self._own.home.values()]
        spoke = [
            side
            for meeting in self._found
            for person, role in meeting.people.items()
            if role is Role.SPOKE and (side := self._party_of(person)) is not None
        ]
        met = [party for meeting in self._meetings_proper() for party in meeting.parties]
        for meeting in self._found:
            for side in [*spoke, *met, *sides, *home]:
                if len(meeting.parties) < 2 and not any(_within(side, p) for p in meeting.parties):
                    meeting.party(side)
            if self._visit and meeting is not self._visit and not meeting.planned:
                meeting.part_of = self._visit
        self._one_event()
        self._found = [m for m in self._found if len(m.parties) > 1 or len(m.people) > 1]
        for meeting in self._found:
            if meeting.part_of not in self._found:
                meeting.part_of = None

    def _one_event(self) -> None:
        """A visit for one meeting is that meeting: a visit that was also talks, or a signing."""
        visit, proper = self._visit, self._meetings_proper()
        if visit is None or len(proper) != 1:
            return
        [meeting] = proper
        own_day = meeting.date is not None and meeting.date != visit.date
        same = {id(party) for party in visit.parties} <= {id(p) for p in meeting.parties}
        if own_day or not same or meeting.planned != visit.planned:
            return
        kinds = [meeting.kind, *meeting.also]
        signed = meeting.kind is MeetingKind.SIGNING
        meeting.kind = meeting.kind if signed else MeetingKind.VISIT
        meeting.also = [*meeting.also, MeetingKind.VISIT] if signed else kinds
        meeting.date, meeting.until, meeting.date_text = visit.date, visit.until, visit.date_text
        meeting.place = meeting.place or visit.place
        meeting.part_of = None
        for person, role in visit.people.items():
            meeting.take(person, role)
        meeting.spans = [*visit.spans, *meeting.spans]
        self._found.remove(visit)
        self._visit = None


def _on(meeting: Encounter, day: str) -> bool:
    """Whether a day falls on a meeting's days."""
    first = meeting.date or day
    return first <= day <= (meeting.until or first)


def _is_group(body: Body) -> bool:
    """党委 and 党组 of an office: who holds such a post acts for the office."""
    return body.name.endswith(
        ("局党委", "厅党委", "党组", "会党委", "院党委", "集团党委", "公司党委")
    )


def _within(body: Body | None, other: Body) -> bool:
    """Whether a body is another, or one of the two an office of the other."""
    return body is None or body is other or body.side is other or other.side is body
