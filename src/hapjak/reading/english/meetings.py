"""Who meets whom in an English report.

A place that is named is a party only where it acts (`X and Y held talks`, `a
delegation from X`, `between X and Y`) or where its people do; where something
takes place is no party.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec.structs import replace

from hapjak.reading.bodies import Named
from hapjak.reading.dates import long_before
from hapjak.reading.drafts import Body, Encounter, Figure
from hapjak.reading.english.cues import INSTRUMENTS
from hapjak.reading.english.occasions import (
    ACTS,
    AFTER,
    ATTENDED,
    ENVOY,
    EVENT,
    FIRST,
    GUESTS,
    HEADING,
    HELD_WITH,
    IN_YEAR,
    INVITED,
    JOINING,
    MONTHS,
    OWNER,
    PAST,
    PLACED,
    PLACING,
    REGIONS,
    TOWN,
    UNIT,
    VENUE,
    VISITING,
    WIDE,
    YEAR,
    Touch,
    touched,
)
from hapjak.reading.english.sides import side_by_side
from hapjak.reading.meetings import Meetings, acts_for
from hapjak.reading.model import MeetingKind, OrganisationKind, Role
from hapjak.reading.sentences import Sentence

MANY = 4  # countries
MEETING_AND_VISIT = 2
BETWEEN = re.compile(
    r"\b(?:talks|meeting|session|commission|committee|consultations|dialogue|agreement|memorandum|protocol)s?[^.;]{0,40}? between (?:the )?",
    re.I,
)
AND = re.compile(r" and (?:the )?")
SAYS = re.compile(r"\b(?:said|says|noted|added|stressed|expressed|stated|told)\b")
FIRST_TOLD = re.compile(
    r"\b(?:first|originally|initially) (?:signed|established|concluded|forged|formed|agreed) (?:in|on) [\w ,]{0,20}"
)
WILL_SIGN = re.compile(
    rf"\b(?:will|would|is to|are to) (?:also |jointly |formally |soon )*(?:sign|renew|conclude|ink) (?:an?|the|their|its) [^.;]{{0,60}}?\b{INSTRUMENTS}\b"
)
DAY = 10  # characters of a whole day
# SYDNEY, Sept 9 (Agency) -- the report begins behind it
DATELINE = re.compile(r"[A-ZÀ-Þ][\w.'’ ,/-]{2,60}?(?: \([\w ./]{2,30}\))? ?(?:--|—|–|:) ")
COUNTRY = 2  # letters of a country's code


class EnglishMeetings(Meetings):
    """The meetings of an English text."""

    _touched: dict[Touch | None, list[int]] | None = None  # where such words stand, found once

    def _read(self, sentence: Sentence) -> None:
        """A headline left in the text, and words that touch no meeting, tell of none."""
        if not _is_heading(sentence.text) and self._touches(sentence):
            self._tell(sentence)

    def _tell(self, sentence: Sentence) -> None:
        """A list of who attended the meeting told before is no meeting of its own."""
        known = [m for m in self._found if m is not self._visit]
        if known and ATTENDED.search(sentence.text) and not FIRST.search(sentence.text):
            self._attended(known[-1], sentence)
        elif not (INVITED.search(sentence.text) and not self._meets(sentence)):
            found = len(self._found)
            super()._read(sentence)
            toured = VISITING.search(sentence.text)
            if toured and len(self._found) == found and not self._visit and not self._old(sentence):
                self._go(sentence, toured)

    def _read_wish(self, sentence: Sentence, wish: int) -> None:
        """What comes before the wish is told: X met Y and hoped that …; a signing to come is one."""
        told = sentence.text[: wish - sentence.start].rstrip()
        if WILL_SIGN.search(sentence.text):
            self._read(sentence)
            return
        before = replace(sentence, text=told, end=sentence.start + len(told))
        found = self._meets(before) or self._signs(before)
        if found and not SAYS.search(told[: found.start()]):
            self._tell(before)
        else:
            self._topics(sentence)

    def _meets(self, sentence: Sentence) -> re.Match[str] | None:
        return super()._meets(sentence) if self._touches(sentence, Touch.MEETING) else None

    def _signs(self, sentence: Sentence) -> re.Match[str] | None:
        return super()._signs(sentence) if self._touches(sentence, Touch.SIGNING) else None

    def _touches(self, sentence: Sentence, touch: Touch | None = None) -> bool:
        """Whether words of meeting or of signing stand in a sentence; most of a speech has none."""
        if self._touched is None:
            self._touched = touched(self._text)
        places = self._touched[touch]
        index = bisect_left(places, sentence.start)
        return index < len(places) and places[index] < sentence.end

    def _attended(self, meeting: Encounter, sentence: Sentence) -> None:
        if len(meeting.parties) < 2:
            self._fill_parties(meeting, sentence)
        if meeting.date is None:
            self._date(meeting, sentence)
        self._roles(meeting, sentence)
        if self._signs(sentence) and not self._old(sentence):
            self._join(meeting, Encounter(MeetingKind.SIGNING, [(sentence.start, sentence.end)]))

    def _stay(self, sentence: Sentence, match: re.Match[str]) -> None:
        if not self._old(sentence) and not INVITED.search(sentence.text):
            super()._stay(sentence, match)

    def _go(self, sentence: Sentence, match: re.Match[str]) -> None:
        """A trip of a region's people to another country has only their own side."""
        if self._old(sentence) or INVITED.search(sentence.text):
            return
        super()._go(sentence, match)
        visit = self._visit
        local = [b for b in visit.parties if not _is_country(b)] if visit else []
        if visit and local and visit.spans[-1][0] == sentence.start:
            visit.parties = local

    def _old(self, sentence: Sentence) -> bool:
        """What was done before: last October, had met, at the 2007 conference."""
        year = (self._published or "")[:4]
        told = YEAR.findall(FIRST_TOLD.sub("", sentence.text))
        days = [d for d in self._cues.dates(sentence.text, self._published) if d.value]
        now = any((day.value or "").startswith(year) for day in days)
        before = (
            bool(told) and not now and all(long_before(other, self._published) for other in told)
        )
        undated = not year and not days and bool(IN_YEAR.search(sentence.text))
        return before or undated or bool(PAST.search(sentence.text)) or super()._old(sentence)

    def _same(self, meeting: Encounter) -> Encounter | None:
        """A meeting told before; its day may be told only now."""
        same = super()._same(meeting)
        if same is not None and meeting.planned and set(meeting.people) - set(same.people):
            return None  # what is still to come is one call after the other
        if same is not None or meeting.date is None:
            return same
        for known in self._found:
            apart = known is self._visit or known.planned != meeting.planned
            if not apart and known.date is None and set(meeting.parties) <= set(known.parties):
                known.date, known.until = meeting.date, meeting.until
                known.date_text = meeting.date_text
                return known
        return None

    def _date(self, meeting: Encounter, sentence: Sentence) -> None:
        """The day told of the meeting, not the one in the dateline before the report."""
        line = DATELINE.match(sentence.text)
        rest = sentence.text[line.end() :] if line else ""
        days = [
            d for d in self._cues.dates(rest, self._published) if d.value and len(d.value) == DAY
        ]
        if line and days:
            begin = sentence.start + line.end()
            super()._date(meeting, Sentence(rest, begin, sentence.end, sentence.paragraph))
        else:
            super()._date(meeting, sentence)

    def _fill_parties(self, meeting: Encounter, sentence: Sentence) -> None:
        people = self._people.named(sentence.start, sentence.end)
        named = self._bodies.inside(sentence.start, sentence.end)
        acting = [m.body for m in named if self._is_party(m, sentence)]
        sides = [body for person in people if person.posts and (body := acts_for(person))]
        for body in [*(self._bodies.side_of(b) for b in acting), *sides]:
            if body is not None and body.kind in MEETING and not _is_country(body):
                meeting.party(body)
        self._countries(meeting, people, sides)
        self._between_states(meeting, sentence)
        lands = [m.body for m in named if _is_country(m.body) and self._sends(m, sentence)]
        for body in [*sides, *lands]:
            if len(meeting.parties) < 2:
                meeting.party(body)
        if HELD_WITH.search(sentence.text) and self._found and self._found[0].parties:
            meeting.party(self._found[0].parties[0])
        first = [
            body for body in meeting.parties if body.territory or body.name in self._bodies.places
        ]
        if len(first) > 1:  # a ministry or a parliament beside its own state
            meeting.parties = [b for b in meeting.parties if b in first or b.kind not in PARTIES]

    def _between_states(self, meeting: Encounter, sentence: Sentence) -> None:
        """A commission or talks between two countries, where no region takes part."""
        if any(not _is_country(b) and b.name in self._bodies.places for b in meeting.parties):
            return
        for match in BETWEEN.finditer(sentence.text):
            one = self._bodies.at(sentence.start + match.end())
            after = AND.match(self._text, one.end) if one else None
            other = self._bodies.at(after.end()) if after else None
            if one and other and _is_country(one.body) and _is_country(other.body):
                meeting.parties = [one.body, other.body]

    @staticmethod
    def _countries(meeting: Encounter, people: list[Figure], sides: list[Body]) -> None:
        """Countries meet where their ministers do; a consul among mayors is no party."""
        local = len(meeting.parties)
        held = {id(p.side) for p in people if p.side and not _is_envoy(p)}
        for body in sides:
            if _is_country(body) and (local < 2 or id(body) in held):
                meeting.party(body)

    def _meet(self, sentence: Sentence, match: re.Match[str], kind: MeetingKind) -> None:
        """A speech at somebody's conference to come: the host is the party."""
        if not match.groupdict().get("term4"):
            super()._meet(sentence, match, kind)
            return
        span = (sentence.start + match.start(), sentence.start + match.end())
        meeting = Encounter(MeetingKind.FORUM, [span], planned=True)
        host = self._host(match, sentence)
        self._date(meeting, sentence)
        self._roles(meeting, sentence)
        for person in self._visit.people if self._visit and not meeting.people else ():
            meeting.take(person, Role.ATTENDED)
        if host is not None:
            meeting.parties = [host]
            self._found.append(meeting)

    def _host(self, match: re.Match[str], sentence: Sentence) -> Body | None:
        """Who holds a conference: the body named in the words for it."""
        start, end = sentence.start + match.start(), sentence.start + match.end()
        named = (m.body for m in self._bodies.inside(start, end))
        return next((body for body in named if body.kind in HOSTS), None)

    def _sends(self, mention: Named, sentence: Sentence) -> bool:
        """Whether a country's people meet: a delegation from Cambodia."""
        before = self._text[max(sentence.start, mention.start - 30) : mention.start]
        after = self._text[mention.end : min(sentence.end, mention.end + 60)]
        placed = (
            PLACED.search(before)
            or OWNER.match(after)
            or before.endswith((" of ", " of the ", ", "))
        )
        return bool(GUESTS.search(before) or (ACTS.match(after) and not placed))

    def _is_party(self, mention: Named, sentence: Sentence) -> bool:
        """Whether a body named in a sentence acts in it."""
        if mention.body.kind is not OrganisationKind.GOVERNMENT or _is_country(mention.body):
            return False
        before = self._text[max(sentence.start, mention.start - 60) : mention.start]
        after = self._text[mention.end : min(sentence.end, mention.end + 60)]
        last = before.rstrip(" ").rpartition(" ")[2]
        placed = last.lower() in PLACING and PLACED.search(before)
        if placed or OWNER.match(after) or self._is_seat(mention, sentence):
            return bool(UNIT.search(before))
        if last.lower() in JOINING and AFTER.search(before):
            return True
        return bool(ACTS.match(after) or self._is_joined(mention, sentence))

    def _is_seat(self, mention: Named, sentence: Sentence) -> bool:
        """Whether a place only tells where another lies: Lancaster, California."""
        before = self._bodies.before(max(sentence.start, mention.start - 2), sentence.start)
        if before is None or self._text[before.end : mention.start] != ", ":
            return False
        wide = mention.body.territory or ""
        narrow = before.body.territory or ""
        return len(wide) == COUNTRY or (
            "-" in wide and not WIDE.search(before.body.name) and "-" not in narrow
        )

    def _is_joined(self, mention: Named, sentence: Sentence) -> bool:
        """Whether commas and an `and` join a place to others that act."""
        rest = self._text[mention.end : sentence.end]
        return bool(
            re.match(
                r"(?:, [^,]{2,40}){0,3},? and [^,.;]{2,60}? (?:signed|held|met|agreed|entered|concluded)\b",
                rest,
            )
        )

    def _place(self, meeting: Encounter, sentence: Sentence) -> None:
        for match in VENUE.finditer(sentence.text):
            if match["place"].isupper():
                continue
            if not EVENT.search(match["place"]) and not self._people.at(
                sentence.start + match.start("place")
            ):
                meeting.place = match["place"]
                return
        for match in TOWN.finditer(sentence.text):
            named = self._bodies.over(sentence.start + match.start("place"))
            if named and named.start < sentence.start + match.start("place"):
                continue
            if named and not _is_country(named.body):
                meeting.place = self._text[named.start : named.end]
                return
            if (
                named is None
                and not MONTHS.match(match["place"])
                and match["place"].split()[-1] not in REGIONS
            ):
                meeting.place = match["place"]
                return

    def _settle(self) -> None:
        """Meetings of fewer than two sides are left out."""
        super()._settle()
        self._merge()
        kept = [m for m in self._found if self._is_meeting(m) and not self._is_aside(m)]
        for meeting in kept:
            if meeting.part_of not in kept:
                meeting.part_of = None
        self._found = kept

    def _is_aside(self, meeting: Encounter) -> bool:
        """A visit told only in passing, before the one meeting held on it: during his visit to X."""
        told = meeting.spans[0]
        aside = meeting is self._visit and self._cues.stay.fullmatch(self._text[told[0] : told[1]])
        return bool(aside) and meeting.date is None and len(self._found) == MEETING_AND_VISIT

    def _merge(self) -> None:
        """Meetings of the same parties, all but one without a day, are one."""
        kept: list[Encounter] = []
        for meeting in self._found:
            known = next((m for m in kept if self._is_same_told(m, meeting)), None)
            if known is None:
                kept.append(meeting)
                continue
            if known.date is None:
                known.date, known.until = meeting.date, meeting.until
                known.date_text = meeting.date_text
            known.topics += meeting.topics
            self._join(known, meeting)
        self._found = kept

    def _is_same_told(self, known: Encounter, meeting: Encounter) -> bool:
        visit = self._visit in (known, meeting)
        apart = known.planned or meeting.planned or visit or not meeting.parties
        dated = known.date is not None and meeting.date is not None
        return not apart and not dated and set(known.parties) == set(meeting.parties)

    def _complete(self, meeting: Encounter) -> None:
        """A meeting of fewer than two parties takes the sides of its people, then of all."""
        if _is_hosted(meeting):
            return
        signing = meeting.planned and meeting.kind is MeetingKind.SIGNING
        first = meeting is self._found[0] and not meeting.planned
        others = self._people.all() if signing or first else []
        people = [*dict.fromkeys([*meeting.people, *others])]
        sides = [side for person in people if person.posts and (side := acts_for(person))]
        for side in sorted(sides, key=lambda body: (body.kind not in MEETING, _is_country(body))):
            if len(meeting.parties) < 2:
                meeting.party(side)
        told = meeting.people or meeting.kind is MeetingKind.SIGNING
        if len(meeting.parties) < 2 and told and not meeting.planned:
            self._complete_from_pair(meeting)

    def _complete_from_pair(self, meeting: Encounter) -> None:
        """The two governments that the report names side by side, if they fit the one known."""
        pair = side_by_side(self._text, self._bodies)
        if pair and (not meeting.parties or meeting.parties[0] in pair):
            for body in pair:
                meeting.party(body)

    def _is_meeting(self, meeting: Encounter) -> bool:
        governs = [b for b in meeting.parties if b.kind in PARTIES]
        alone = len(governs) < 2 and len(meeting.people) < 2
        if meeting.kind is MeetingKind.SIGNING and alone and self._states() >= MANY:
            return True  # a treaty's signatories are a list elsewhere in the report
        if _is_hosted(meeting):
            return True
        return bool(governs) and (not alone or meeting.kind is MeetingKind.VISIT)

    def _states(self) -> int:
        """How many countries a text names."""
        return len({m.body.territory for m in self._bodies.mentions if _is_country(m.body)})


PARTIES = (OrganisationKind.GOVERNMENT, OrganisationKind.LEGISLATURE, OrganisationKind.PARTY)
HOSTS = (OrganisationKind.ASSOCIATION, OrganisationKind.INSTITUTE)
MEETING = (*PARTIES, OrganisationKind.COMPANY)


def _is_hosted(meeting: Encounter) -> bool:
    """Whether a meeting is a body's own conference to come."""
    hosts = [body for body in meeting.parties if body.kind in HOSTS]
    return meeting.kind is MeetingKind.FORUM and meeting.planned and len(hosts) == 1


def _is_heading(text: str) -> bool:
    """Whether a line is a headline left in the text: short, without a full stop."""
    return len(text) < HEADING and text[-1] not in '.!?:;”"’)]' and not text[0].islower()


def _is_envoy(person: Figure) -> bool:
    return any(ENVOY.search(post.title) for post in person.posts)


def _is_country(body: Body) -> bool:
    return body.territory is not None and len(body.territory) == COUNTRY
