"""The meetings of an English report, read sentence by sentence.

`acts` says what is done in a sentence and `parties` by whom; `told` joins what is one.
"""

from __future__ import annotations

import re

from hapjak.reading.drafts import Body, Encounter
from hapjak.reading.english.acts import GERUND, Act
from hapjak.reading.english.cues import INSTRUMENTS
from hapjak.reading.english.occasions import (
    AGAIN,
    ATTENDED,
    GUESTS,
    HEADING,
    HELD_WITH,
    INVITED,
    LEVEL,
    OFFICIAL,
    PLURAL_AGAIN,
    SAYS,
    SUBJECT_AGAIN,
    VIRTUAL,
)
from hapjak.reading.english.parties import is_country
from hapjak.reading.english.told import ToldMeetings
from hapjak.reading.model import MeetingKind, OrganisationKind, Role
from hapjak.reading.sentences import Sentence

BOTH = 2  # host and guest are named
MODAL = 40  # characters before a verb in which will and is to stand
HOSTS = (OrganisationKind.ASSOCIATION, OrganisationKind.INSTITUTE)
GUESTED = ("met", "host", "call")  # acts done to somebody
WILL_SIGN = re.compile(
    rf"\b(?:will|would|is to|are to) (?:also |jointly |formally |soon )*(?:sign|renew|conclude|ink) (?:an?|the|their|its) [^.;]{{0,60}}?\b{INSTRUMENTS}\b"
)
DELEGATION = re.compile(r"\b(?:delegations?|mission|study tour|entourage|trip|visit to)\b", re.I)
THE_TERM = re.compile(
    r"\b(?:the|this|their) (?:meeting|talks|ceremony|event|forum|conference|session|dialogue|reception)$"
)
CONFERENCE = re.compile(
    r"\bwill (?:also |additionally )?(?:attend|deliver|give|address|speak at|open)\b[^.;]{0,80}?\b(?:Conference|Forum|Lecture|Summit|Symposium|Reception|Seminar)\b"
)
DESTINATION = re.compile(
    r"(?: (?:to|in|at))?(?: the)?(?: [a-z]+)?(?: (?:city|province|state|prefecture|town) of)? (?P<place>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,4})(?P<more>,? and [A-Z]|, [A-Z]\w+(?:,| and) )?"
)


class EnglishMeetings(ToldMeetings):
    """The meetings of an English text."""

    def _read(self, sentence: Sentence) -> None:
        """A headline left in the text tells of no meeting."""
        if not _is_heading(sentence.text):
            self._tell(sentence, sentence.end)

    def _read_wish(self, sentence: Sentence, wish: int) -> None:
        """Of a sentence of wishes and plans only what is told counts; a signing to come is one."""
        self._tell(sentence, sentence.end if WILL_SIGN.search(sentence.text) else wish)

    def _tell(self, sentence: Sentence, wish: int) -> None:
        """The act of a sentence that tells most; else who attended what was told before."""
        acts = [a for a in self._acts.of(sentence) if self._counts(a, sentence, wish)]
        known = [m for m in self._found if m is not self._visit]
        stay = self._cues.stay.search(sentence.text) if known and not self._visit else None
        if stay and self._bodies.is_place(stay["place"]):
            self._stay(sentence, stay)
        conference = CONFERENCE.search(sentence.text) if " will " in sentence.text else None
        if (
            known
            and ATTENDED.search(sentence.text)
            and not any(a.sure and not self._is_occasion(a) for a in acts)
        ):
            self._attended(known[-1], sentence)
        elif conference:
            self._speech(sentence, conference)
        elif (
            not acts
            or self._old(sentence)
            or not any(self._meets_with(a, acts, sentence) for a in acts)
        ):
            self._told_roles(sentence)
            self._topics(sentence)

    def _is_occasion(self, act: Act) -> bool:
        """Whether an act only names what is attended: the meeting, the signing ceremony."""
        return act.group == "held" or self._text.endswith("ceremony", act.start, act.end)

    def _counts(self, act: Act, sentence: Sentence, wish: int) -> bool:
        """Whether an act is told as done or to come, not hoped for, quoted or recalled in a speech."""
        if act.start >= wish and not act.told:
            return False
        if act.group == "held" and not act.told and not self._is_planned(act, sentence):
            return False  # guests came to attend
        if self._found and act.group == "held" and THE_TERM.search(self._text, act.start, act.end):
            return False  # who opened or attended the meeting told before
        before = sentence.text[: act.start - sentence.start]
        if (before.count('"') % 2) or before.count("“") > before.count("”"):
            return False
        said = SAYS.search(before)
        if said and act.group != "event" and not WILL_SIGN.search(sentence.text):
            spoke = self._people.places(sentence.start, sentence.start + said.start())
            if spoke and not GERUND.match(self._text, act.start):
                return False
        return not (act.group in ("visit", "host", "met") and INVITED.search(sentence.text))

    def _meets_with(self, act: Act, acts: list[Act], sentence: Sentence) -> bool:
        """Make a meeting of an act, if enough is told of its sides; whether it was one."""
        parties = self._parties.of(sentence.start, act.end, sentence.end)
        if act.kind is MeetingKind.VISIT:
            return self._go_to(sentence, act, self._parties.of(sentence.start, act.start, act.end))
        if len(parties) < 2:
            self._add_host(acts, parties, sentence)
        officials = self._people.named(sentence.start, sentence.end) or OFFICIAL.search(
            sentence.text
        )
        if act.group == "shared" and not self._is_shared(parties, sentence):
            return False
        if act.group == "met" and not officials and not (act.told and LEVEL.search(sentence.text)):
            return False  # teams meet too
        if len(parties) < 2 and not self._may_be_completed(act, parties, sentence):
            return False
        meeting = Encounter(act.kind, [(act.start, act.end)], parties=parties)
        meeting.planned = self._is_planned(act, sentence)
        self._settle_kind(meeting, acts, sentence)
        self._date(meeting, sentence)
        self._place(meeting, sentence)
        self._roles(meeting, sentence)
        same = self._same(meeting, AGAIN.match(sentence.text) is not None)
        if same is None:
            self._add_subject(meeting, sentence)
            self._found.append(meeting)
        else:
            self._join(same, meeting)
        if act.kind is not MeetingKind.SIGNING:
            self._topics(sentence)
        return True

    def _is_shared(self, parties: list[Body], sentence: Sentence) -> bool:
        """Whether officials of two countries do a thing together: open a festival, plant a tree."""
        people = self._people.named(sentence.start, sentence.end)
        sides = {id(person.side) for person in people if person.side and person.posts}
        return len(sides) > 1 and len({(body.territory or "")[:2] for body in parties}) > 1

    def _add_host(self, acts: list[Act], parties: list[Body], sentence: Sentence) -> None:
        """The place that guests travelled to, where they met somebody of it."""
        if len(self._people.named(sentence.start, sentence.end)) < BOTH:
            return
        gone = next((act for act in acts if act.kind is MeetingKind.VISIT), None)
        place = DESTINATION.match(self._text, gone.end, sentence.end) if gone else None
        there = self._bodies.government(place["place"]) if place and not place["more"] else None
        if parties and there and not is_country(there) and self._is_new(there, parties):
            parties.append(there)

    def _is_new(self, body: Body, parties: list[Body]) -> bool:
        return all(self._bodies.side_of(party) is not body for party in parties)

    def _is_planned(self, act: Act, sentence: Sentence) -> bool:
        """Whether an act is still to come: will sign, is scheduled to meet."""
        begin = max(0, act.start - sentence.start - MODAL)
        return not act.told and bool(self._cues.planned.search(sentence.text, begin))

    def _may_be_completed(self, act: Act, parties: list[Body], sentence: Sentence) -> bool:
        """Whether an act of one side is a meeting whose other side is told elsewhere."""
        if act.group == "event":
            return act.kind is not MeetingKind.TRAINING
        if act.group not in GUESTED:
            return act.sure
        if PLURAL_AGAIN.match(sentence.text):
            return True
        others = len(self._people.named(sentence.start, sentence.end)) > 1
        rest = self._text[act.end : min(sentence.end, act.end + 60)]
        return (bool(parties) and (others or GUESTS.match(rest) is not None)) or bool(
            SUBJECT_AGAIN.match(sentence.text) and self._people.named(act.end, sentence.end)
        )

    @staticmethod
    def _settle_kind(meeting: Encounter, acts: list[Act], sentence: Sentence) -> None:
        """Talks before a signing; talks from afar; talks on a visit."""
        if meeting.kind is MeetingKind.TALKS and VIRTUAL.search(sentence.text):
            meeting.kind = MeetingKind.CALL
        elif meeting.kind is MeetingKind.TALKS and any(
            act.kind is MeetingKind.VISIT and act.told for act in acts
        ):
            meeting.kind, meeting.also = MeetingKind.VISIT, [MeetingKind.TALKS]
        elif meeting.kind is MeetingKind.SIGNING:
            told = {a.kind for a in acts if a.group in ("met", "held", "call", "host")}
            meeting.also = sorted(told - {MeetingKind.SIGNING, MeetingKind.VISIT})

    def _add_subject(self, meeting: Encounter, sentence: Sentence) -> None:
        """He met X, meetings were held with X: the side that the report has told of before."""
        again = SUBJECT_AGAIN.match(sentence.text) and len(meeting.parties) < 2
        if again or HELD_WITH.search(sentence.text):
            before = [p for p in self._people.named(0, sentence.start) if p.side]
            lead = self._found[0].parties[:1] if self._found else [p.side for p in before[:1]]
            meeting.parties = [b for b in [*lead, *meeting.parties] if b]
            meeting.parties = list(dict.fromkeys(meeting.parties))

    def _go_to(self, sentence: Sentence, act: Act, parties: list[Body]) -> bool:
        """A delegation goes to the partner: the visit around what follows."""
        place = DESTINATION.match(self._text, act.end, sentence.end)
        words = place["place"] if place else ""
        name = next((n for n in (words, words.split(" ")[0]) if n and self._bodies.is_place(n)), "")
        if self._visit or not name or INVITED.search(sentence.text):
            return False
        people = self._people.named(sentence.start, sentence.end)
        there = self._bodies.government(name)
        abroad = there is None or is_country(there) or _is_abroad(there, parties)
        sent = DELEGATION.search(sentence.text) or len(parties) > 1
        if not (parties or people) or not (sent or (people and abroad)):
            return False
        visit = Encounter(MeetingKind.VISIT, [(sentence.start, sentence.end)], parties=parties)
        self._date(visit, sentence)
        single = place is not None and not place["more"]
        if there and (len(parties) < 2 and single) and not is_country(there):
            visit.party(there)
        local = [b for b in visit.parties if not is_country(b)]
        visit.parties = local or visit.parties
        if there and not local:
            visit.party(there)
        visit.place = name
        visit.planned = bool(self._cues.planned.search(sentence.text))
        for person in people:
            visit.take(person, Role.ATTENDED)
        self._visit = visit
        self._found.append(visit)
        return True

    def _stay(self, sentence: Sentence, match: re.Match[str]) -> None:
        """During the stay in X: the visit around the talks told before and what follows."""
        if self._old(sentence) or INVITED.search(sentence.text):
            return
        start = sentence.start + match.start()
        visit = Encounter(MeetingKind.VISIT, [(start, sentence.start + match.end())])
        sides = map(self._bodies.side_of, self._parties.of(sentence.start, start, sentence.end))
        visit.parties = [
            side for side in sides if side and side.kind is OrganisationKind.GOVERNMENT
        ]
        visit.party(self._bodies.government(match["place"]))
        visit.place = match["place"]
        self._visit = visit
        self._found.append(visit)

    def _speech(self, sentence: Sentence, match: re.Match[str]) -> None:
        """A speech at somebody's conference to come: the host is the party."""
        start, end = sentence.start + match.start(), sentence.start + match.end()
        hosts = [m.body for m in self._bodies.inside(start, end) if m.body.kind in HOSTS]
        meeting = Encounter(MeetingKind.FORUM, [(start, end)], parties=hosts[:1], planned=True)
        self._date(meeting, sentence)
        self._roles(meeting, sentence)
        for person in self._visit.people if self._visit and not meeting.people else ():
            meeting.take(person, Role.ATTENDED)
        if hosts:
            self._found.append(meeting)

    def _attended(self, meeting: Encounter, sentence: Sentence) -> None:
        """A list of who attended the meeting told before is no meeting of its own."""
        if len(meeting.parties) < 2:
            for body in self._parties.of(sentence.start, sentence.end, sentence.end):
                meeting.party(body)
        if meeting.date is None:
            self._date(meeting, sentence)
        self._roles(meeting, sentence)
        acts = self._acts.of(sentence)
        if acts and acts[0].kind is MeetingKind.SIGNING and not self._old(sentence):
            self._join(meeting, Encounter(MeetingKind.SIGNING, [(sentence.start, sentence.end)]))


def _is_abroad(place: Body, parties: list[Body]) -> bool:
    """Whether a place lies in another country than who travels there."""
    codes = {(body.territory or "")[:2] for body in (place, *parties)}
    return "" not in codes and len(codes) > 1


def _is_heading(text: str) -> bool:
    """Whether a line is a headline left in the text: short, without a full stop."""
    return len(text) < HEADING and text[-1] not in '.!?:;”"’)]' and not text[0].islower()
