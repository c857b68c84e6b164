"""Who meets whom in an English report.

A place that is named is a party only where it acts (`X and Y held talks`, `a
delegation from X`, `between X and Y`) or where its people do; where something
takes place is no party.
"""

from __future__ import annotations

import re

from hapjak.reading.bodies import Named
from hapjak.reading.drafts import Body, Encounter
from hapjak.reading.english.capitals import UPPER
from hapjak.reading.meetings import Meetings, acts_for
from hapjak.reading.model import MeetingKind, OrganisationKind
from hapjak.reading.sentences import Sentence

ACTS = re.compile(
    r"(?:['’]s)? (?:delegations?|governments?|party|side|officials|representatives)\b|,? (?:and|&) "
    r"|,? (?:(?:also|both|jointly|have|has|had|will|would|today|yesterday|formally|recently) )*"
    r"(?:signed|sign|inked|agreed|held|hold|met|meet|entered|established|forged|concluded|discussed|exchanged|convened|renewed|conducted"
    r"|launched|hosted|co-hosted|jointly|opened|celebrated|reached|became|set up|sat down|took part|talked|conferred|gathered|join)\b"
)
AFTER = re.compile(
    r"(?:\bbetween(?: the)?|\band(?: the| its| their)?|\bwith(?: the| its)?|\bfor|\bdelegations? (?:from|of)(?: the)?|\bbehalf of(?: the)?|\bboth|"
    r"\bgroup from|\bguests from|\bofficials (?:from|of)|\bleaders (?:from|of)|\bvisitors from|\bofficers? of|[a-z] of|[A-Z]\w+ of(?: the)?|[Pp]rovince of|[Cc]ity of|[Ss]tate of)"
    r"(?: (?:[A-Z]\w+ )?(?:province|city|state|prefecture|sister city|sister state|sister province|neighbou?ring province|port city)(?: of)?)? $"
)
PLACED = re.compile(
    r"(?:\b(?:in|at|to|near|across|throughout|visit(?:ed|s|ing)?|toured|into|around|inside|outside|through|capital of|hosted by|based in|part of|[Cc]onsulate \w+ in)(?: the)?"
    r"(?: (?:city|province|state|town|prefecture|county) of| [Nn]ortheast| [Cc]entral| [Ss]outh| [Nn]orth| [Ee]ast(?:ern)?| [Ww]est(?:ern)?)?|\() $|\($"
)
UNIT = re.compile(
    r"\b(?:mayor|governor|secretary|premier|minister|chair\w*|head|director|speaker|president|members?|leaders?|officials?)s?(?: \w+){0,3} (?:of|for|from)(?: the)? $",
    re.I,
)
OWNER = re.compile(r"['’]s (?!delegation|government|side|officials|representatives)")
PAST = re.compile(
    r"\b(?:[Ll]ast (?:year|month|January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|fall|winter|week when)"
    r"|had (?:met|gone|visited|travell?ed|signed|held|been)|previously|(?:two|three|four|five|six|several|a few|many) (?:years|months) (?:ago|earlier|before)"
    r"|since (?:they|signing|the|its|their|then|\d{4})|first (?:met|signed|forged|established)|in the past|ever since|founded in|[Ii]n (?:\w+ )?this year)\b"
)
VENUE = re.compile(
    rf"\bat (?:the )?(?P<place>(?:[a-z]+ )?[{UPPER}][\w'’&-]*(?:(?: (?:of|the|in|de|and))* [{UPPER}][\w'’&-]*){{0,9}})"
)
EVENT = re.compile(
    r"(?:Meeting|Forum|Conference|Expo|Exposition|Fair|Summit|Ceremony|Session|Seminar|Symposium|Congress|Committee|Games|Festival|Talks|Exhibition)\b"
)
TOWN = re.compile(
    rf"\bin (?:the )?(?:(?:city|town) of )?(?P<place>[{UPPER}][\w'’-]*(?: [{UPPER}][\w'’-]*){{0,2}})"
)
COUNTRY = 2  # letters of a country's code


class EnglishMeetings(Meetings):
    """The meetings of an English text."""

    def _old(self, sentence: Sentence) -> bool:
        """What was done before: last October, had met, since they became sisters."""
        return bool(PAST.search(sentence.text)) or super()._old(sentence)

    def _fill_parties(self, meeting: Encounter, sentence: Sentence) -> None:
        people = self._people.named(sentence.start, sentence.end)
        named = self._bodies.inside(sentence.start, sentence.end)
        acting = [m.body for m in named if self._is_party(m, sentence)]
        sides = [body for person in people if person.posts and (body := acts_for(person))]
        for body in [*(self._bodies.side_of(b) for b in acting), *sides]:
            if body is not None and body.kind in MEETING and not _is_country(body):
                meeting.party(body)
        for body in sides:
            if len(meeting.parties) < 2 and _is_country(body):
                meeting.party(body)

    def _is_party(self, mention: Named, sentence: Sentence) -> bool:
        """Whether a body named in a sentence acts in it."""
        if mention.body.kind is not OrganisationKind.GOVERNMENT or _is_country(mention.body):
            return False
        before = self._text[max(sentence.start, mention.start - 60) : mention.start]
        after = self._text[mention.end : min(sentence.end, mention.end + 60)]
        if PLACED.search(before) or OWNER.match(after) or self._is_seat(mention, sentence):
            return bool(UNIT.search(before))
        return bool(AFTER.search(before) or ACTS.match(after) or self._is_joined(mention, sentence))

    def _is_seat(self, mention: Named, sentence: Sentence) -> bool:
        """Whether a place only tells where another lies: Lancaster, California."""
        before = self._bodies.before(max(sentence.start, mention.start - 2), sentence.start)
        if before is None or self._text[before.end : mention.start] != ", ":
            return False
        after = self._text[mention.end : mention.end + 5]
        return not after.startswith((" and ", ", and")) or after.startswith(", and")

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
            if not EVENT.search(match["place"]) and not self._people.at(
                sentence.start + match.start("place")
            ):
                meeting.place = match["place"]
                return
        for match in TOWN.finditer(sentence.text):
            named = self._bodies.at(sentence.start + match.start("place"))
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
        """Meetings of fewer than two sides take those of who spoke or signed, or are left out."""
        super()._settle()
        kept = [m for m in self._found if self._is_meeting(m)]
        for meeting in kept:
            if meeting.part_of not in kept:
                meeting.part_of = None
        self._found = kept

    def _is_meeting(self, meeting: Encounter) -> bool:
        governs = [b for b in meeting.parties if b.kind in PARTIES]
        return bool(governs) and (
            len(governs) > 1 or len(meeting.people) > 1 or meeting.kind is MeetingKind.VISIT
        )


PARTIES = (OrganisationKind.GOVERNMENT, OrganisationKind.LEGISLATURE, OrganisationKind.PARTY)
MEETING = (*PARTIES, OrganisationKind.COMPANY)
MONTHS = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter)\b"
)
REGIONS = frozenset(
    [
        "Asia",
        "Europe",
        "Africa",
        "America",
        "China",
        "Korea",
        "Chinese",
        "English",
        "Korean",
        "Japanese",
    ]
)


def _is_country(body: Body) -> bool:
    return body.territory is not None and len(body.territory) == COUNTRY
