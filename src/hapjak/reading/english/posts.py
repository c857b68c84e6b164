"""Posts in English reports: a title with the body before or behind it.

`Deputy Secretary of the CPC X Committee and Governor of X` are two posts;
what a post is for (`Vice Mayor for Trade`) is part of its title, the body it
belongs to is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct
from msgspec.structs import replace

from hapjak.reading.bodies import Named
from hapjak.reading.drafts import Body
from hapjak.reading.english.bodies import RUN, EnglishBodies, domain_end
from hapjak.reading.english.capitals import WORD
from hapjak.reading.english.gazetteer import one_case, peoples, regional
from hapjak.reading.english.vocabulary import alternatives, titles, words
from hapjak.reading.model import OrganisationKind

# Before the body that a post belongs to, the plainest first.
OF = tuple(
    re.compile(rf" (?:of|for|to|at|in|from|with) (?:the |its |his |her )?{inner}")
    for inner in (
        "",
        r"(?:provincial|municipal|city|district|state|county|prefectural|regional) ",
        r"(?:[A-Z]\w+ )?(?:[a-z]+ )?(?:province|state|city|region|prefecture|county) of ",
        r"(?:[A-Z]\w+ )?[A-Z]\w+['’]s (?:sister (?:city|province|state) )?",
        r"(?:North|South|East|West|Central|Northeast|Northwest|Southeast|Southwest) [A-Z]\w+['’]s ",
    )
)
FOR = re.compile(
    rf" (?:for|of) (?:the )?(?P<words>{RUN}(?:(?:, {WORD}(?: {WORD}){{0,2}}){{0,3}},? (?:and|&) {WORD}(?: {WORD}){{0,2}})?)"
)
# minister of trade and industry of X
FOR_SMALL = re.compile(
    r" (?:for|of) (?P<words>[a-z]+(?:(?:,| and|, and)? (?!of\b|for\b|in\b|from\b|and\b)[a-z]+){0,4})(?= of | from | in |,)"
)
BETWEEN = re.compile(
    r",? (?:and|as well as|&) (?:also |concurrently )?(?:the |its |a )?|, (?:the |its )?| and "
)
LOCAL = re.compile(
    r"(?:[Pp]rovincial|[Mm]unicipal|[Pp]refectural|[Ss]tate|[Cc]ounty|[Dd]istrict|[Cc]ity|[Pp]rovince|[Gg]overnment)(?:['’]s)? $"
)
IN_PLACE = re.compile(r",? (?:in|to|of) (?:the )?")


class Title(Struct, frozen=True):
    """A title in the text, with whose post it is."""

    start: int
    end: int
    kind: str
    plural: bool


class Office(Struct, frozen=True):
    """A post in the text: from its body or title to its end."""

    start: int
    end: int
    title: str
    kind: str
    body: Body | None
    plural: bool


@cache
def _matcher() -> tuple[list[str], AhoCorasick]:
    names = list(titles())
    return names, AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)


@cache
def _modifier() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:(?:{alternatives('modifier')})[ -])*(?:(?:{alternatives('field_of_office')}) )?"
        rf"(?:(?:{alternatives('modifier')})[ -])*$"
    )


# Senior Minister (SMS) for Health; Permanent Secretary (Law)
BRACKET = re.compile(r" \([A-Z][\w&]*(?: [A-Z&][\w]*)?\)(?=,| (?:for|of)\b)")
LAND = re.compile(r" (?:of|in) (?:the )?(?=[A-Z])|, (?=[A-Z])")
COUNTRY = 2  # letters of a country's code
# Director of admissions, assistant director of residential and family services
WITHIN = re.compile(
    r" (?:of|for) (?!the\b|an?\b|its\b|his\b|her\b|both\b|this\b|their\b)[a-z]+(?:(?:,| and|, and)? [a-z]+){0,5}(?=[,;.)])"
)
OFFICES = re.compile(
    r"\b(?:government|attended|the|committee|council|office|city|province|state|met|said)\b"
)
SERVES = re.compile(r" to (?:the )?")
BEHALF = re.compile(r"\b(?:[Oo]n behalf of|[Ii]nstead of|[Ii]n place of) (?:the |its |their )?$")
COMMA = re.compile(r", (?:the )?(?=[A-Z])")
ENDS = re.compile(r"$|[,.;](?! and )| (?:and [A-Z]|will|met|visited|signed|said|called)", re.M)
ADDRESS = re.compile(r"(?:Associate )?Professor |Judge ")
GROUP = re.compile(
    r" (?:in|of|at) the (?:[A-Z][\w’']+ ){1,3}(?:Department|Office|Cabinet)\b"
    r"| of the (?:Political Bureau|Politburo)(?: of the [A-Z][\w’' ()]{3,60}?Central Committee)?"
    r"| of the (?:forum|association|council|committee|group|federation|union|assembly|board|delegation|league|conference)\b"
)
REACH = 40  # characters before a title in which words that raise or lower it stand


def find_titles(text: str) -> Iterator[Title]:
    """All titles in order, with what raises or lowers them: Executive Vice Mayor."""
    names, matcher = _matcher()
    lowered = one_case(text)
    last = 0
    for index, start, end in matcher.find_matches_as_indexes(lowered):
        plural = lowered[end : end + 1] == "s"
        stop = end + plural
        if lowered[stop : stop + 1].isalnum() or lowered[start - 1 : start].isalnum():
            continue
        if lowered[stop : stop + 1] == "-" or (lowered[start - 1 : start] == "-" and start < 1):
            continue
        if names[index] == "counterpart" and not NAMED.match(text, stop):
            continue  # nobody is named by it
        raised = _modifier().search(lowered[max(last, start - REACH) : start])
        first = start - len(raised[0]) if raised else start
        first = min(first, _with_field(text, start)) if names[index] in OF_FIELD else first
        local = re.compile(r"(?:municipal|provincial)[ ]").match(lowered, first)
        first = local.end() if local else first
        yield Title(first, stop, titles()[names[index]], plural or names[index] in PLURALS)
        last = stop


NAMED = re.compile(rf" (?:(?:Mr|Ms|Mrs|Dr)\.? )?{WORD} {WORD}")
OF_FIELD = ("minister", "secretary", "commissioner")  # Industries and Commerce Minister
FIELDS = re.compile(rf"(?:{WORD}(?:,| and| &)? ){{0,4}}{WORD} $")


def _with_field(text: str, start: int) -> int:
    """Where a title begins that names its field of government before it."""
    match = FIELDS.search(text, max(0, start - 2 * REACH), start)
    while match:
        named = re.findall(WORD, match[0])
        if all(word in words("domain") for word in named):
            return match.start()
        match = FIELDS.search(text, match.start() + 1, start)
    return start


PLURALS = frozenset(
    ["consuls general", "consuls-general", "directors general", "directors-general", "secretaries"]
)


class Posts:
    """The posts of one text."""

    def __init__(self, text: str, bodies: EnglishBodies) -> None:
        self._text = text
        self._bodies = bodies
        self.titles = [self._outside(title) for title in find_titles(text)]
        self._at = {title.start: title for title in self.titles}

    def _outside(self, title: Title) -> Title:
        """A title without words that belong to the body before it."""
        named = self._bodies.over(title.start)
        inside = named is not None and named.end < title.end - 2
        return replace(title, start=named.end + 1) if named and inside else title

    def runs(self) -> Iterator[list[Office]]:
        """Posts that follow one another, as one person's."""
        position = 0
        for title in self.titles:
            if title.start < position:
                continue
            if BEHALF.search(self._text, max(0, title.start - REACH), title.start):
                continue  # on behalf of the Governor, Secretary A …
            if title.start == position + 1 and ADDRESS.match(self._text, title.start):
                continue  # Minister for Law Professor S Lin: a form of address
            run = [self._office(title, position)]
            while following := self._next(run[-1]):
                run.append(following)
            position = run[-1].end
            yield run

    def _next(self, office: Office) -> Office | None:
        """The post that goes on from another: Deputy Secretary … and Governor."""
        between = BETWEEN.match(self._text, office.end)
        if between is None:
            return None
        begin = between.end()
        named = self._bodies.at(begin)
        at = named.end + 1 if named else begin
        title = self._at.get(at)
        if title is None or title.plural != office.plural:
            return None
        following = self._office(title, begin)
        apart = following.body and office.body and self._side(following) is not self._side(office)
        if apart and "and" not in between[0]:
            return None
        return following

    def _side(self, office: Office) -> Body | None:
        return self._bodies.side_of(office.body)

    def _office(self, title: Title, floor: int) -> Office:
        """A title with what it is for, and the body behind it or before it."""
        paren = BRACKET.match(self._text, title.end)
        end = paren.end() if paren else title.end
        branch = self._branch(end)
        about = domain_end(self._text, branch.start("words"), branch.end()) if branch else 0
        behind = self._behind(end)
        inside = WITHIN.match(self._text, end)
        weak = self._text[title.start : title.end].split(" ")[-1].lower() in words("weak_title")
        if inside and weak and not about and not OFFICES.search(inside[0]):
            end = inside.end()
        served = SERVES.match(self._text, end)
        if served and served.end() in self._at:  # Counsel to the Secretary of the Presidency
            end = self._at[served.end()].end
            branch = self._branch(end)
            about = domain_end(self._text, branch.start("words"), branch.end()) if branch else 0
        minister = self._text[title.start : title.end].lower().endswith("minister")
        if about and (behind is None or (minister and behind.end <= about)):
            end = about
        printed = self._text[title.start : end]
        named = self._behind(end)
        if title.kind == "envoy" and self._text.startswith(" to ", end):
            named, sent = (
                None,
                self._sent_to(end),
            )  # an ambassador to a country is not that country's
            end = sent.end if sent else end
        if named:
            stop = named.end
            seat = IN_PLACE.match(self._text, stop)
            if (
                seat
                and title.kind == "government"
                and "onsul" in printed
                and self._bodies.at(seat.end())
            ):
                stop = self._bodies.at(seat.end()).end  # type: ignore[union-attr]
            start, party = self._before(title.start, floor)
            start = start if party and party.kind is OrganisationKind.PARTY else title.start
            sent = self._sent_to(stop) if title.kind == "envoy" else None
            stop = sent.end if sent else stop
            land = LAND.match(self._text, stop)
            within = self._bodies.at(land.end()) if land else None
            if within and len(within.body.territory or "") == COUNTRY:
                stop = within.end  # Governor of X province of Laos
            return Office(start, stop, printed, title.kind, named.body, title.plural)
        group = GROUP.match(self._text, end)
        end = group.end() if group else end
        start, body = self._before(title.start, floor)
        if body is None and title.kind in ("government", "envoy", "body"):
            body = self._of_people(title.start)
        if body is None:
            apposed = self._apposed(end)
            end, body = (apposed.end, apposed.body) if apposed else (end, None)
        return Office(start, end, printed, title.kind, body, title.plural)

    def _behind(self, position: int) -> Named | None:
        """The body behind a title: of Jilin Province, of Northeast China's Jilin Province."""
        direct = self._bodies.at(position + 1)  # Governor Sindh Kamran Khan
        if (
            direct
            and self._text[position : position + 1] == " "
            and direct.body.name in self._bodies.places
        ):
            return direct
        for pattern in OF:
            of = pattern.match(self._text, position)
            named = self._bodies.at(of.end()) if of else None
            if of and named and self._text[named.end : named.end + 2] not in ("'s", "’s"):
                return named
        return None

    def _sent_to(self, position: int) -> Named | None:
        """The country an envoy is sent to, between the post and the name."""
        to = SERVES.match(self._text, position)
        return self._bodies.at(to.end()) if to else None

    def _apposed(self, position: int) -> Named | None:
        """The body behind a comma: Head of Planning, X County Council; minister, Noland."""
        comma = COMMA.match(self._text, position)
        named = self._bodies.at(comma.end()) if comma else None
        return named if named and ENDS.match(self._text, named.end) else None

    def _branch(self, position: int) -> re.Match[str] | None:
        """What a post is about: Minister of Health, Director of International Relations."""
        match = FOR.match(self._text, position) or FOR_SMALL.match(self._text, position)
        first = match["words"].split(" ")[0].rstrip(",") if match else ""
        return match if match and first.capitalize() in words("domain") else None

    def _before(self, position: int, floor: int) -> tuple[int, Body | None]:
        """The body right before a title: Gyeonggi Province Governor, Seoul's Mayor."""
        local = LOCAL.search(self._text[max(floor, position - 24) : position])
        for begin in (position, position - len(local[0]) if local else position):
            for genitive in ("", "'s", "’s"):
                stop = begin - 1 - len(genitive)
                named = self._bodies.before(stop, floor)
                if named and self._text[stop:begin] == f"{genitive} ":
                    return named.start, named.body
        return begin, None

    def _of_people(self, position: int) -> Body | None:
        """The state that an adjective before a title tells: the Mongolian Deputy Prime Minister."""
        word = self._text[max(0, position - 24) : position - 1].rpartition(" ")[2]
        if position < 2 or not word:
            return None
        start = position - 1 - len(word)
        land = peoples().get(word)
        if land:
            return self._bodies.state(land, start)
        before = self._text[max(0, start - 12) : start].strip().rpartition(" ")[2]
        for adjective in (f"{before} {word}", word):
            if adjective in regional():
                begin = position - 1 - len(adjective)
                return self._bodies.region(regional()[adjective], begin, position - 1)
        return None
