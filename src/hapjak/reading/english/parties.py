"""Which bodies take part in what an English sentence tells.

A body that is named is a party where it stands as one (`X and Y signed`, `a delegation
from X`, `with X`), or where somebody of it is named; not where it only tells
a place (`in X`), an owner (`X's exports`) or what something is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hapjak.reading.bodies import Bodies, Named
from hapjak.reading.drafts import Body, Figure
from hapjak.reading.english.gazetteer import LEVELS
from hapjak.reading.english.sides import is_seat
from hapjak.reading.english.vocabulary import words
from hapjak.reading.model import OrganisationKind
from hapjak.reading.people import People

GOVERNMENT = OrganisationKind.GOVERNMENT
GOVERNS = (GOVERNMENT, OrganisationKind.LEGISLATURE, OrganisationKind.PARTY)
COUNTRY = 2  # letters of a country's code
LEFT, RIGHT = 90, 40  # characters around a mention that tell what it is
# Where what is done ends and what it is for, or what follows, begins.
BOUNDARY = re.compile(
    r"; | (?:to|that|which|where|who|aimed at|aiming|including|such as) (?=[a-z])(?!the (?:[A-Z]|city|province|state))|,? (?:and |also |then |they )*(?:agreed|pledged|vowed|promised|discussed|invited|hoped|proposed|said|called for|explored)\b"
    r"|, (?:which|where|who|with a focus|focusing|saying|adding)\b"
)
# Levels and articles before a place, which tell no more than the place does.
LEVEL_OF = frozenset(LEVELS) | {
    "municipality",
    "government",
    "governments",
    "capital",
    "regions",
    "provinces",
    "states",
    "cities",
    "prefectures",
    "commonwealth",
    "committee",
}
ARTICLES = frozenset(["the", "its", "their"])
SMALL = re.compile(r"(?:[a-z]+ern|[a-z]+ing|central|north|south|east|west)$")
PEOPLE = re.compile(r"[A-Z]\w+(?:an|sh|ese|ch|ek|ss|[a-z]i)$")
SENT = re.compile(
    r"\b(?:delegat(?:ions?|es)|officials?|leaders?|representatives?|mission|group|team|party|guests?|visitors|counterparts?|members|governments?|governors?|mayors?|premiers?|ministers?|presidents?|heads?"
    r"|chair\w*|directors?|secretar(?:y|ies)|council|assembly|committee|department|ministry|people|officers?|behalf|side|host(?:ed)?)(?: [\w-]+){0,3} (?:from|of|for)$",
    re.I,
)
SAID = re.compile(r"agreed|pledged|vowed|promised|invited|hoped|proposed|said|called|explored")
CAPITAL = re.compile(
    r", (?:the |a )?(?:[\w’'-]+ ){0,2}(?:capital|seat|largest city|second city|third city|part|home|located|situated)(?: city)? (?:of|in) (?:[\w’'-]+ ){0,3}$"
)
AT_VENUE = re.compile(r"\b(?:at|in) (?:the )?[A-Z][^,;]{1,50}, $")
# Who only looks on: in the presence of the ambassador, before representatives of X
PRESENCE = re.compile(
    r"\b(?:in the presence of|in front of|before (?:members|representatives|guests|an audience)|witnessed by|accompanied by|supported by|facilitated by|organi[sz]ed by)\b"
    r"(?:(?! by [A-Z]| (?:met|signed|held|visited|received|welcomed|called)\b)[^;])*"
)
BETWEEN = re.compile(
    r"\b(?:agreements?|memorand\w+|MO[Uu]|relationship|relations|ties|partnership|sisterhood|friendship|talks|meeting|session|pact|accord|protocol|letter|plan|ceremony|dialogue|statement|declaration|committee|commission)"
    r"(?: [\w-]+){0,5}? between (?:the )?(?:(?:[A-Z]\w+['’]s |[A-Z]\w+ )?(?:city|state|province|region|prefecture|government|county)(?: governments)? of )?(?:the )?(?=[A-Z])"
)
WITH = re.compile(
    r" with (?:the |its )?(?:(?:government|people|city|province|state|region|prefecture) of (?:the )?)?(?=[A-Z])"
)
JOINS = re.compile(
    r"(?:, South Korea|, Japan|, China)?(?:,? (?:and|&|or|as well as) |, |-|–|/)(?:the |its |their )?(?:(?:[A-Z]\w+['’]s |[A-Z]\w+ )?(?:[Cc]ity|[Ss]tate|[Pp]rovince|[Gg]overnment|[Cc]ounty|[Rr]egion|[Pp]refecture) of )?(?:the )?"
)
OWNED = re.compile(r"(?:['’]s? |-based )")
# What may follow a body that acts.
FOLLOWS = re.compile(
    r"(?: \([^()]{1,40}\))?(?: (?:provinces|cities|states|prefectures|counties|regions))?(?:$|[,.;:)\n]|[-–][A-Z]|(?:['’]s?)? (?:[\w-]+ )?(?:delegations?|governments?|officials?|representatives?|sides?|party|mission|team|leaders?|authorities|administration)\b"
    r"| (?:and|&|or|on|in|at|for|to|with|by|during|after|as|under|both|who|which|that|where|when|through|via|from|into|before|since|until|over|upon|following|earlier|here|today|yesterday|jointly|officially|formally"
    r"|recently|this|last|next|again|the (?:previous|same|following|next|other)|tomorrow|later|soon|but|amid|alongside|whose|while|because|if|so|also|is|are|was|were|will|would|has|have|had|may|can|should|\d|led|headed|represented|attending|participating|present|taking|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[a-z]+ed|[a-z]*met|held|hold|sit|sat|sign|meet|agree|began|begin"
    r"|become|became|renew|mark|join|launch|host|conclude|establish|forge|share|celebrate|set|take|took|put|struck|strengthen|discuss|reach|exchange|enter|plan|inks?|signs|say|says|said)\b)"
)
COMMON = re.compile(
    r"(?:(?:,? |/)[\w-]+){0,4}? (?:committee|council|commission|dialogue|forum|meeting|conference|group|summit|symposium|talks|seminar|agreement|memorandum|plan|statement|declaration)\b",
    re.I,
)


class Parties:
    """The parties of one text's acts."""

    def __init__(self, bodies: Bodies, people: People) -> None:
        self._text = bodies.text
        self._bodies = bodies
        self._people = people

    def of(self, start: int, act_end: int, end: int) -> list[Body]:
        """The bodies that take part in an act of the sentence from `start` to `end`, in order."""
        pair = self._between(start, end)
        if pair:
            return pair
        boundary = BOUNDARY.search(self._text, act_end, end)
        witness = PRESENCE.search(self._text, start, end)
        seen = witness.span() if witness else (end, end)
        stop = boundary.start() if boundary else end
        found = [
            (place, party)
            for place, _, person in self._people.places(start, end)
            if place < stop
            and not seen[0] <= place < seen[1]
            and person.posts
            and (party := acts_for(person))
        ]
        found += [
            (mention.start, mention.body)
            for mention in self._acting(start, stop, end)
            if not seen[0] <= mention.start < seen[1]
        ]
        parties = self._settled(found)
        told = boundary is not None and SAID.search(boundary[0])
        if len(parties) > 1 or stop == end or told:
            return parties
        found += self._with_whom(stop, end)
        return self._settled(found)

    def _between(self, start: int, end: int) -> list[Body]:
        """Both sides of what is told to be between them: the agreement between A and B."""
        for match in BETWEEN.finditer(self._text, start, end):
            one = self._place_at(match.end())
            joined = JOINS.match(self._text, one.end, end) if one else None
            other = self._place_at(joined.end()) if joined else None
            if one and other and one.body.kind in GOVERNS and other.body.kind in GOVERNS:
                return self._settled([(one.start, one.body), (other.start, other.body)])
        return []

    def _place_at(self, position: int) -> Named | None:
        """The body named at a place; of a country's region the region."""
        named = self._bodies.at(position)
        if named and is_country(named.body) and self._text.startswith(("'s ", "’s "), named.end):
            inner = self._bodies.inside(named.end, named.end + RIGHT)
            return inner[0] if inner else named
        return named

    def _with_whom(self, start: int, end: int) -> Iterator[tuple[int, Body]]:
        """Who something is done with, named behind what it is for: signed a plan to …, with X."""
        for match in WITH.finditer(self._text, start, end):
            named = self._bodies.at(match.end())
            people = self._people.places(match.end(), min(end, match.end() + LEFT))[:1]
            if named:
                yield named.start, named.body
            for place, _, person in people:
                if person.posts and (party := acts_for(person)):
                    yield place, party

    def _acting(self, start: int, stop: int, end: int) -> Iterator[Named]:
        """Mentions that stand as parties; one that is joined to another is what that is."""
        before: Named | None = None
        verdict = False
        for mention in self._bodies.inside(start, end):
            if CAPITAL.search(self._text, max(start, mention.start - LEFT), mention.start):
                continue  # A, capital of X, and B
            between = self._text[before.end : mention.start] if before else ""
            country = before is not None and is_country(before.body) and between[:2] in ("'s", "’s")
            joined = (
                before is not None
                and JOINS.fullmatch(between)
                and not is_seat(self._text, before, mention)
            )
            if before is None or not (country or joined):
                verdict = self._stands(mention, start, stop)
            if paired := before is not None and self._is_pair(before, mention, end):
                yield before
            before = mention
            if paired or (verdict and self._goes_on(mention, end)):
                yield mention

    def _is_pair(self, one: Named, other: Named, end: int) -> bool:
        """Whether two places name what they have in common: the A-B Joint Committee."""
        dash = self._text[one.end : other.start] in ("-", "–", "—")
        more = self._text[one.start - 1 : one.start] in ("-", "–")
        return dash and not more and bool(COMMON.match(self._text, other.end, end))

    def _stands(self, mention: Named, start: int, stop: int) -> bool:
        """Whether the words before a mention let it be a party."""
        before = self._text[max(start, mention.start - LEFT) : mention.start]
        left = before.split()
        _drop_apposed(left, is_country(mention.body))
        last = left[-1].lower() if left else ""
        stripped = " ".join(left)
        if last in ("from", "of", "for", "by", "to"):
            return bool(SENT.search(stripped)) or last == "by"
        if last in words("placing") or stripped.endswith("(") or AT_VENUE.search(before):
            return False
        return mention.start < stop

    def _goes_on(self, mention: Named, end: int) -> bool:
        """Whether the words behind a mention let it be a party: no owner, no part of a name."""
        if self._seat_of(mention):
            return False
        of = (
            self._bodies.at(mention.end + 4) if self._text.startswith(" of ", mention.end) else None
        )
        stop = of.end if of and is_country(of.body) else mention.end
        return FOLLOWS.match(self._text, stop, end) is not None

    def _seat_of(self, mention: Named) -> bool:
        before = self._bodies.before(max(0, mention.start - 2), max(0, mention.start - LEFT))
        return before is not None and is_seat(self._text, before, mention)

    def _settled(self, found: list[tuple[int, Body]]) -> list[Body]:
        """One body for each side: its government where that acts, else its department."""
        sides: dict[int, Body] = {}
        bodies = [body for _, body in sorted(found, key=lambda pair: pair[0])]
        for body in dict.fromkeys(bodies):
            side = self._bodies.side_of(body)
            if side is None:
                continue
            own = side if body.kind is OrganisationKind.PARTY else body
            if id(side) not in sides or own is side:
                sides[id(side)] = own
        chosen = list(sides.values())
        local = [b for b in chosen if not is_country(b)]
        governing = [b for b in local if b.kind in GOVERNS]
        if len(governing) > 1:
            return governing
        inner = {(b.territory or "")[:COUNTRY] for b in governing}
        return [b for b in chosen if not (is_country(b) and b.territory in inner)]


def _drop_apposed(left: list[str], country: bool) -> None:
    """Leave out a country, a people or a level right before a place: South Korea's province of X."""
    _drop(left, ARTICLES)
    if country:
        return
    if len(left) > 1 and left[-1] == "of" and left[-2].lower() in LEVEL_OF:
        del left[-2:]
    if left and SMALL.match(left[-1]):
        left.pop()
    if left and left[-1].endswith(("'s", "’s")) and left[-1][0].isupper():
        left.pop()
        for _ in range(2):
            if left and left[-1][0].isupper() and left[-1].isalpha() and len(left) > 1:
                left.pop()
    elif left and PEOPLE.match(left[-1]):
        left.pop()
    _drop(left, ARTICLES)


def _drop(left: list[str], words: frozenset[str]) -> None:
    if left and left[-1].lower() in words:
        left.pop()


def acts_for(person: Figure) -> Body | None:
    """The body whose post a person holds; the government where one post is the government's own."""
    held = [post.body for post in person.posts if post.body]
    if not held or person.side in held:
        return person.side
    return held[0]


def is_country(body: Body) -> bool:
    """Whether a body is a state's government."""
    return len(body.territory or "") == COUNTRY
