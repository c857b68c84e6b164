"""Meetings in Korean reports: who met whom, when, where, in which role."""

from __future__ import annotations

import re
from functools import cache

from hapjak.reading.dates import DateMention, find_dates
from hapjak.reading.drafts import Body, Encounter, Figure, Touched
from hapjak.reading.fields import UNKNOWN
from hapjak.reading.korean.bodies import Bodies, base_of
from hapjak.reading.korean.lines import CLAUSE, LEARN, Lines
from hapjak.reading.korean.people import People
from hapjak.reading.model import MeetingKind, OrganisationKind, Role, TopicKind
from hapjak.reading.sentences import Sentence
from hapjak.reading.tables import read_table

HELD = (
    r"(?:을|를|이|가|도)?\s?(?:각각\s|함께\s|성황리에\s)?"
    r"(?:가졌|가지|열렸|열리|열었|열고|열린|개최|진행|했|하고|하며|하였|나눴|나누|마련)"
)
SIGN = re.compile(
    r"(?:체결|싸인|사인|서명|조인)(?:했|하였|하고|하며|됐|되였|되었|식)|(?:을|를) 맺었"
)
STAY = re.compile(
    r"(?P<place>[가-힣]{2,8}?)(?:에 있는|에 머무는|에 체류하는|을 방문한|를 방문한|\s?방문|\s?체류|\s?고찰|에서의)\s?기간"
)
VISIT = re.compile(r"(?P<place>[가-힣]{2,8}?)(?:을|를)\s(?:\S{1,6}\s)?(?:방문|고찰|시찰|찾았|찾아)")
STOP = re.compile(
    r"(?:고찰|참관|시찰|방문|돌아보)(?:했|하|았|고)"
)  # a stop on the way, where talks were held
PLACE = re.compile(
    r"(?P<place>(?:[가-힣A-Za-z0-9]{2,20}\s)?[가-힣A-Za-z0-9]{2,20}?)에서(?:는|의)?(?=[\s,])"
)
VENUE = re.compile(
    r"(?:호텔|회의실|청사|쎈터|센터|타운|원구|단지|본사|회관|빈관|홀|회의장|전람관|도청|시청|본관|문화원|회의쎈터)$"
)
PLANNED = re.compile(r"예정|계획이다|계획이라|할 것이다|열리게 된다|하게 된다|릴 것이다")
LIST = re.compile(r"(?:참가|참석|배석|동행|수행)(?:했|하였)|자리를 (?:함께|같이)|함께했")
ROLES = (
    (re.compile(r"인사말|축사|연설|발언|기조|환영사|말했|밝혔|강조|지적"), Role.SPOKE),
    (re.compile(r"소개|설명|보고했|통보"), Role.PRESENTED),
    (re.compile(r"사회를|주재|주최했|사회했"), Role.CHAIRED),
    (re.compile(r"서명|싸인|사인|체결했|체결하|조인"), Role.SIGNED),
)
DISCUSSED = re.compile(
    r"(?:할데|할 데|데)?\s?(?:대한|대해|대하여|관해|관한|둘러싸고|놓고)[^.]{0,24}?"
    r"(?:토론|론의|논의|교류|의견|협의|협상|탐토)"
)
PROMOTED = re.compile(r"(?:추동|촉진|추진|지원)했|(?:추동|촉진)하였")


@cache
def _trigger() -> tuple[re.Pattern[str], dict[str, MeetingKind]]:
    kinds = {row["term"]: MeetingKind(row["kind"]) for row in read_table("meetings.ko.tsv")}
    terms = "|".join(sorted(kinds, key=len, reverse=True))
    return re.compile(rf"(?P<term>{terms}){HELD}"), kinds


class Meetings:
    """All meetings of one text, and which of them a place in it belongs to."""

    def __init__(
        self, text: str, sentences: list[Sentence], bodies: Bodies, people: People, lines: Lines,
        published: str | None,
    ) -> None:  # fmt: skip
        self._text = text
        self._sentences = sentences
        self._bodies = bodies
        self._people = people
        self._lines = lines
        self._published = published
        self._found: list[Encounter] = []
        self._visit: Encounter | None = None
        self._last_parties: list[Body] = []
        for sentence in sentences:
            self._read(sentence)
        self._settle()

    def all(self) -> list[Encounter]:
        return self._found

    def at(self, position: int) -> Encounter | None:
        """The meeting that words at a place belong to: the last one begun, visits aside."""
        begun = [m for m in self._found if min(m.spans)[0] <= position and not self._is_frame(m)]
        if not begun:
            held = [m for m in self._found if not m.planned]
            return held[0] if held else None
        held = [m for m in begun if not m.planned]
        return (held or begun)[-1]

    def _is_frame(self, meeting: Encounter) -> bool:
        return any(part.part_of is meeting for part in self._found)

    def _read(self, sentence: Sentence) -> None:
        stay = STAY.search(sentence.text)
        if stay and self._is_place(stay["place"]):
            self._stay(sentence, stay)
        trigger, kinds = _trigger()
        for match in trigger.finditer(sentence.text):
            if self._before_is_noun(sentence.text, match.start()):
                self._meet(sentence, match, kinds[match["term"]])
                break
        else:
            visit = VISIT.search(sentence.text)
            if SIGN.search(sentence.text) and not self._old(sentence):
                self._meet(sentence, SIGN.search(sentence.text), MeetingKind.SIGNING)  # type: ignore[arg-type]
            elif visit and self._is_place(visit["place"]) and "대표단" in sentence.text:
                self._go(sentence, visit)
            elif LIST.search(sentence.text):
                self._attend(sentence)
            else:
                self._told_roles(sentence)
                self._topics(sentence, sentence.start)

    def _told_roles(self, sentence: Sentence) -> None:
        """Who presided, spoke or presented, told right after the meeting, in its paragraph."""
        meeting = self._latest() if self._found else None
        named = self._people.named(sentence.start, sentence.end)
        if meeting is None or not named or not self._role_told(sentence):
            return
        if "\n" not in self._text[max(meeting.spans)[1] : sentence.start]:
            self._roles(meeting, sentence)

    def _before_is_noun(self, text: str, position: int) -> bool:
        """회담 inside 정상회담국 and the like is no meeting; particles before are fine."""
        return not text[max(0, position - 1) : position].isdigit()

    def _old(self, sentence: Sentence) -> bool:
        """A signing of long ago is history, not a meeting of this report."""
        dates = [d for d in find_dates(sentence.text, self._published) if d.value]
        year = (self._published or "")[:4]
        return bool(dates and year) and all((d.value or "")[:4] < year for d in dates)

    def _is_place(self, name: str) -> bool:
        return name in self._bodies.places or name in self._bodies.short_names()

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
        self._visit.place = base_of(match["place"])
        self._date(self._visit, sentence)
        self._fill_parties(self._visit, sentence)
        self._visit.party(self._bodies.government(match["place"]))
        self._visit.planned = bool(PLANNED.search(sentence.text))
        for person in self._people.named(sentence.start, sentence.end):
            self._visit.take(person, Role.ATTENDED)
        self._found.append(self._visit)

    def _meet(self, sentence: Sentence, match: re.Match[str], kind: MeetingKind) -> None:
        meeting = Encounter(kind, [(sentence.start + match.start(), sentence.start + match.end())])
        self._date(meeting, sentence)
        self._place(meeting, sentence)
        self._fill_parties(meeting, sentence)
        if kind is MeetingKind.TALKS and meeting.place and STOP.search(sentence.text):
            meeting.kind, meeting.also = MeetingKind.VISIT, [kind]
        meeting.planned = bool(PLANNED.search(sentence.text[match.start() :]))
        self._roles(meeting, sentence)
        same = self._same(meeting)
        if same is None:
            self._found.append(meeting)
        else:
            self._join(same, meeting)
        if kind is not MeetingKind.SIGNING:
            self._topics(sentence, sentence.start)

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
        for person, role in meeting.people:
            known.take(person, role)
        kinds = {known.kind, meeting.kind}
        if MeetingKind.SIGNING in kinds and len(kinds) > 1:
            other = next(
                kind for kind in (known.kind, meeting.kind) if kind is not MeetingKind.SIGNING
            )
            known.kind = MeetingKind.SIGNING
            known.also = list(dict.fromkeys([*known.also, other]))

    def _date(self, meeting: Encounter, sentence: Sentence) -> None:
        days = [d for d in find_dates(sentence.text, self._published) if _is_day(d)]
        if days:
            day = days[0]
            meeting.date, meeting.until = day.value, day.until
            meeting.date_text = sentence.text[day.start : day.end]

    def _place(self, meeting: Encounter, sentence: Sentence) -> None:
        for match in PLACE.finditer(sentence.text):
            words = match["place"].split()
            if VENUE.search(words[-1]):
                named = " ".join(words) if self._is_place(words[0]) else words[-1]
                meeting.place = named
                return
            if self._is_place(words[-1]):
                meeting.place = words[-1]
                return

    def _fill_parties(self, meeting: Encounter, sentence: Sentence) -> None:
        """Governments named in the sentence, and the sides of the people in it."""
        for mention in self._bodies.inside(sentence.start, sentence.end):
            if mention.body.kind is OrganisationKind.GOVERNMENT and self._acts(mention.end):
                meeting.party(self._bodies.side_of(mention.body))
        for name in self._bodies.short_names():
            for found in re.finditer(
                rf"(?<![가-힣]){name}(?:과|와|은|는|이|가|량지|양지)[\s,]", sentence.text
            ):
                if not sentence.text[found.end() :].startswith("협력을"):
                    meeting.party(self._bodies.government(name))
        for person in self._people.named(sentence.start, sentence.end):
            meeting.party(person.side)

    def _acts(self, end: int) -> bool:
        """Whether a name stands as one who acts, not as owner or place of something."""
        return not re.match(
            r"의|에서|에\s|에서의|\s?(?:[가-힣]{1,8}에서)", self._text[end : end + 12]
        )

    def _roles(self, meeting: Encounter, sentence: Sentence) -> None:
        begin = 0
        for end in [*(m.end() for m in CLAUSE.finditer(sentence.text)), len(sentence.text)]:
            clause = sentence.text[begin:end]
            role = next((role for pattern, role in ROLES if pattern.search(clause)), Role.ATTENDED)
            for person in self._people.named(sentence.start + begin, sentence.start + end):
                meeting.take(person, role)
            begin = end

    def _attend(self, sentence: Sentence) -> None:
        """A list of who took part belongs to the visit around, else to the last meeting."""
        named = self._people.named(sentence.start, sentence.end)
        frame = self._visit or (self._found[-1] if self._found else None)
        if frame is None or not named:
            return
        main = next((m for m in self._found if m is not self._visit), None)
        about_talks = re.search(r"(?:회담|회의|좌담회|체결식|협약식)(?:에|에는)", sentence.text)
        chosen = main if about_talks and main else frame
        if self._role_told(sentence):
            self._roles(chosen, sentence)
            return
        for person in named:
            chosen.take(person, Role.ATTENDED)

    def _role_told(self, sentence: Sentence) -> bool:
        return any(pattern.search(sentence.text) for pattern, _ in ROLES)

    def _topics(self, sentence: Sentence, start: int) -> None:
        """What was discussed, promoted or will be learned, without a promise."""
        if not self._found:
            return
        found = None
        discussed = DISCUSSED.search(sentence.text)
        if LEARN.search(sentence.text):
            begins = [m.end() for m in CLAUSE.finditer(sentence.text)] or [0]
            found = (begins[-1], len(sentence.text.rstrip(".")), TopicKind.LEARNED)
        elif discussed:
            found = (0, discussed.start(), TopicKind.DISCUSSED)
        elif PROMOTED.search(sentence.text) and not self._is_frame(self._found[-1]):
            begins = [m.end() for m in CLAUSE.finditer(sentence.text)] or [0]
            found = (begins[-1], len(sentence.text.rstrip(".")), TopicKind.PROMOTED)
        if found is None:
            return
        begin, end, kind = found
        first, last = start + begin, start + end
        codes = self._lines.codes(first, last) or ([UNKNOWN] if kind is TopicKind.LEARNED else [])
        if last - first >= 5 and codes:
            meeting = self.at(sentence.start) if kind is TopicKind.LEARNED else self._latest()
            if meeting:
                meeting.topics.append(Touched(first, last, codes[0], kind))

    def _latest(self) -> Encounter:
        return next((m for m in reversed(self._found) if m is not self._visit), self._found[-1])

    def _settle(self) -> None:
        """Parts of a visit, a stop that is one, and parties that only the report as a whole tells."""
        sides = [
            p.side
            for p in self._people.all()
            if p.side and p.side.kind is OrganisationKind.GOVERNMENT
        ]
        for meeting in self._found:
            if len(meeting.parties) < 2:
                for side in sides:
                    meeting.party(side)
            if self._visit and meeting is not self._visit and not meeting.planned:
                meeting.part_of = self._visit
        dropped = [m for m in self._found if len(m.parties) < 2 and not m.people]
        self._found = [m for m in self._found if m not in dropped]
        for meeting in self._found:
            if meeting.part_of in dropped:
                meeting.part_of = None

    def speaks(self, person: Figure, position: int) -> None:
        """A person whose words are reported spoke at the meeting they belong to."""
        meeting = self.at(position)
        if meeting:
            meeting.take(person, Role.SPOKE)


def _is_day(mention: DateMention) -> bool:
    return mention.value is not None and len(mention.value) == 10
