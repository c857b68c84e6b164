"""Whose side people are on, where a post is printed without its place."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import pairwise

from msgspec.structs import replace

from hapjak.reading.bodies import Bodies, Named
from hapjak.reading.drafts import Body, Figure
from hapjak.reading.english.offices import (
    BACK,
    DATELINE,
    ENVOY,
    FOR,
    GOVERNS,
    GROUP,
    HALL,
    HEADS_REGION,
    JOINS,
    LEADS,
    LED,
    MEETS,
    NATIONAL,
    NEAR,
    NEXT,
    OF_STATE,
    OFFICES,
    PARTNER,
    SEAT,
    SENT,
    SHORT,
    SITE,
    VISITED,
    WHERE,
    WIDE,
    WITH,
)
from hapjak.reading.model import OrganisationKind
from hapjak.reading.sentences import ABBREVIATIONS

GOVERNMENT = OrganisationKind.GOVERNMENT
COUNTRY = 2  # letters of a country's code


class Sides:
    """The sides of one text."""

    def __init__(self, text: str, bodies: Bodies) -> None:
        self._text = text
        self._bodies = bodies

    def _sited(self, named: Named) -> bool:
        """Whether a place only tells where something is done."""
        return bool(SITE.search(self._text[max(0, named.start - 12) : named.start]))

    def _clause(self, position: int) -> int:
        """Where the clause of a place begins; the points of Nov. 3 and Gov. Fox end none."""
        stop = position
        while (stop := self._text.rfind(". ", 0, stop)) > 0:
            if (
                f"{self._text[max(0, stop - 12) : stop].rpartition(' ')[2].lower()}."
                not in ABBREVIATIONS
            ):
                break
        return max(stop, *(self._text.rfind(mark, 0, position) for mark in ("\n", ": ", "; "))) + 1

    def nearest(self, position: int, title: str) -> Body | None:
        """The government named last before an elided post in its clause, else the one acted for."""
        begin = self._clause(position)
        before = self._bodies.inside(begin, position) or self._led(begin, position)
        arrived = WHERE.search(self._text, begin, position)
        there = self._bodies.over(arrived.start() - 1) if arrived else None
        if there is not None and before and before[-1] is there:
            return self._bodies.side_of(there.body)  # travelled to X, where the mayor …
        unsited = [n for n in before if not self._sited(n)]
        if self._paired(unsited):
            return None
        seats = {id(b) for a, b in pairwise(before) if is_seat(self._text, a, b)}
        before = [n for n in before if id(n) not in seats and not DATELINE.match(self._text, n.end)]
        before = self._across(before, begin, position)
        if NATIONAL.search(title):
            before = []  # a prime minister serves no province or city
        end = self._text.find(". ", position)
        end = min(
            at for at in (end, self._text.find(" while ", position), len(self._text)) if at > 0
        )
        acted = FOR.search(self._text, position, end)
        after = self._bodies.at(acted.end()) if acted else None
        other = self._beside(position)
        sides = [
            self._bodies.side_of(n.body) for n in [*reversed(before), *([after] if after else [])]
        ]
        sides = [side for side in sides if side is not other]
        heads = HEADS_REGION.search(title) is not None
        fitting = (s for s in sides if s and _is_local(s) and not (heads and _is_listed_city(s)))
        return next(fitting, None)

    def _beside(self, position: int) -> Body | None:
        """The side of who is named next: Governor A and X Governor B are of two."""
        joined = NEXT.match(self._text, position)
        named = self._bodies.at(joined.end()) if joined else None
        return self._bodies.side_of(named.body) if named else None

    def _across(self, named: list[Named], begin: int, position: int) -> list[Named]:
        """Without the side that receives or meets the holder of a post: its own leads the clause."""
        verbs = list(MEETS.finditer(self._text, begin, position))
        subjects = [n for n in named if verbs and n.end <= verbs[-1].start()]
        own = next(
            (n for n in subjects if not VISITED.search(self._text[max(0, n.start - 24) : n.start])),
            None,
        )
        kept = [n for n in named if own is None or n.body is not own.body]
        apart = [n for n in kept if not PARTNER.search(self._text, max(0, n.start - 16), n.start)]
        return apart or kept

    def _paired(self, named: list[Named]) -> bool:
        """Whether the last two places named stand side by side, so that either may be meant."""
        if len(named) < 2:
            return False
        one, other = named[-2:]
        apart = self._bodies.side_of(one.body) is not self._bodies.side_of(other.body)
        return apart and bool(JOINS.fullmatch(self._text, one.end, other.start))

    def _led(self, begin: int, position: int) -> list[Named]:
        """The delegation told of before that a person leads."""
        if not LED.search(self._text, begin, position):
            return []
        earlier = self._bodies.inside(max(0, begin - BACK), begin)
        sent = (
            n
            for n in earlier
            if GROUP.match(self._text, n.end)
            or SENT.search(self._text, max(0, n.start - 30), n.start)
        )
        return list(sent)[-1:]

    def give(self, people: dict[str, Figure]) -> None:
        """Who holds an office without a place acts for the one place that nobody else does."""
        self._in_order(list(people.values()))
        self._at_home(list(people.values()))
        for governs, fits in ((GOVERNS, _is_local), (OF_STATE, _is_country)):
            homeless = [p for p in people.values() if p.side is None and _holds(p, governs)]
            taken = {id(p.side) for p in people.values() if p.side}
            mayors = any(q.title.lower().endswith("mayor") for p in homeless for q in p.posts)
            fitting = [
                {
                    id(body): body
                    for body in bodies
                    if fits(body) and id(body) not in taken and _is_city(body) is mayors
                }
                for bodies in self._acting()
            ]
            free = next(filter(None, fitting), {})
            if len(free) == 1 and (fits is _is_local or self._is_between_states(free)):
                for person in homeless:
                    _settle(person, next(iter(free.values())), governs)
        self._follow(list(people.values()))
        self._other_of_pair(list(people.values()))
        self._of_only_state(list(people.values()))
        self._of_departments(list(people.values()))

    def _at_home(self, people: list[Figure]) -> None:
        """Who receives guests at a place's own hall or capitol holds the office of that place."""
        homeless = [p for p in people if p.side is None and _is_local_office(p)]
        halls = [n for n in self._bodies.mentions if homeless and self._is_hall(n)]
        side = self._bodies.side_of(halls[0].body) if halls else None
        taken = any(p.side is side for p in people)
        if len(homeless) == 1 and side is not None and _is_local(side) and not taken:
            _settle(homeless[0], side, OFFICES)

    def _is_hall(self, named: Named) -> bool:
        """Whether a place is named for its hall or its seat: the X Capitol, in Harrisburg, X."""
        seat = SEAT.search(self._text, max(0, named.start - 40), named.start)
        return bool(seat or HALL.match(self._text, named.end))

    def _joins(self, person: Figure) -> re.Match[str] | None:
        """Words before a person that tell whom he goes with: the Governor, accompanied by …"""
        start = person.spans[0][0]
        begin = max(0, start - BACK, self._text.rfind("\n", 0, start))
        return next(iter(list(WITH.finditer(self._text, begin, start))[-1:]), None)

    def _follow(self, people: list[Figure]) -> None:
        """Who accompanies somebody is on the same side."""
        for person in people:
            joins = self._joins(person) if person.side is None else None
            if joins is None or ". " in self._text[joins.end() : person.spans[0][0]]:
                continue
            before = [p.side for p in people if p.side and p.spans[0][0] < joins.start()]
            if before:
                _settle(person, before[-1], OFFICES)

    def _other_of_pair(self, people: list[Figure]) -> None:
        """Who alone has no side acts for the one of two places side by side that nobody acts for."""
        homeless = [p for p in people if p.side is None and _is_local_office(p)]
        pair = side_by_side(self._text, self._bodies) if len(homeless) == 1 else None
        taken = {id(p.side) for p in people if p.side}
        free = [body for body in pair or () if id(body) not in taken]
        if len(free) == 1:
            _settle(homeless[0], free[0], OFFICES)

    def _of_only_state(self, people: list[Figure]) -> None:
        """A prime minister or foreign minister serves the one country that a report names."""
        states = {id(n.body): n.body for n in self._bodies.mentions if _is_country(n.body)}
        if len(states) > 1:  # whom somebody acts for is another
            acting = {id(p.side) for p in people if p.side}
            states = {key: body for key, body in states.items() if key not in acting}
        envoys = any(id(p.side) in states and _holds(p, ENVOY) for p in people)
        if len(states) != 1 or envoys:  # the envoy's own country, not the receiving one
            return
        for person in people:
            if person.side is None and _holds(person, NATIONAL):
                _settle(person, next(iter(states.values())), NATIONAL)

    def _of_departments(self, people: list[Figure]) -> None:
        """Directors without a body lead the departments named before them, in their order."""
        homeless = [p for p in people if p.side is None and _holds(p, LEADS)]
        first = homeless[0].spans[0][0] if homeless else 0
        named = self._bodies.inside(max(0, first - BACK), first)
        offices = {id(n.body): n.body for n in named if n.body.kind is GOVERNMENT and n.body.side}
        if len(offices) != len(homeless):
            return
        for person, body in zip(homeless, offices.values(), strict=True):
            _settle(person, body, LEADS)
            person.side = self._bodies.side_of(body)

    def _acting(self) -> tuple[list[Body], list[Body]]:
        """The governments named otherwise than as where something is, then all."""
        named = [(n, side) for n in self._bodies.mentions if (side := self._bodies.side_of(n.body))]
        acting = [side for mention, side in named if not self._sited(mention)]
        return acting, [side for _, side in named]

    def _in_order(self, people: list[Figure]) -> None:
        """Two who are named side by side act for the two places named side by side before.

        Reports keep one order: "X and Y signed … Governor A and Mayor B exchanged copies".
        """
        homeless = [
            p for p in people if p.side is None and _is_local_office(p) and not self._joins(p)
        ]
        near = (two for two in pairwise(homeless) if 0 < _apart(*two) < NEAR)
        two = next(near, None)
        taken = {id(p.side) for p in people if p.side}
        pair = side_by_side(self._text, self._bodies, taken) if two else None
        for person, body in zip(two or (), pair or (), strict=False):
            _settle(person, body, OFFICES)

    def _is_between_states(self, free: dict[int, Body]) -> bool:
        """Whether a country is named more often than all places below countries together."""
        named = [n.body for n in self._bodies.mentions]
        local = sum(_is_local(body) and body.name in self._bodies.places for body in named)
        return sum(id(body) in free for body in named) >= local


def side_by_side(
    text: str, bodies: Bodies, taken: Set[int] = frozenset()
) -> tuple[Body, Body] | None:
    """The first two governments named side by side; none of them for whom somebody acts."""
    named = [n for n in bodies.mentions if n.body.kind is GOVERNMENT]
    for one, other in pairwise(named):
        left, right = bodies.side_of(one.body), bodies.side_of(other.body)
        if left is None or right is None or left is right or {id(left), id(right)} & taken:
            continue
        alike = _is_country(left) is _is_country(right)
        visited = VISITED.search(text[max(0, one.start - 24) : one.start])
        if alike and not visited and JOINS.fullmatch(text, one.end, other.start):
            return left, right
    return None


def is_seat(text: str, inner: Named, outer: Named) -> bool:
    """Whether a place only tells where the one before it lies: Lancaster, California."""
    if text[inner.end : outer.start] != ", ":
        return False
    wide, narrow = outer.body.territory or "", inner.body.territory or ""
    if len(wide) == COUNTRY:
        return True
    region = "-" in wide and not wide[3:].lstrip("G").isdigit()
    town = "-" not in narrow or narrow[3:].lstrip("G").isdigit()
    closed = not text.startswith(" and", outer.end)  # Busan, Jeju and Osaka are a list
    return region and town and closed and inner.body.kind is GOVERNMENT


def _settle(person: Figure, side: Body, offices: re.Pattern[str]) -> None:
    """A person's side, which an office printed without a body is an office of."""
    person.side = side
    person.posts = [
        replace(post, body=side) if post.body is None and offices.search(post.title) else post
        for post in person.posts
    ]


def _is_local(body: Body) -> bool:
    """Whether a body is the government of a place below a country."""
    return body.kind is GOVERNMENT and len(body.territory or "") != COUNTRY


def _holds(person: Figure, offices: re.Pattern[str]) -> bool:
    """Whether a person holds one of some offices."""
    return any(offices.search(post.title) for post in person.posts)


def _is_local_office(person: Figure) -> bool:
    """Whether a person may serve a place below a country: no prime minister does."""
    return _holds(person, OFFICES) and not _holds(person, NATIONAL)


def _is_country(body: Body) -> bool:
    return len(body.territory or "") == COUNTRY


def _apart(one: Figure, other: Figure) -> int:
    """How far apart two people are named first."""
    return other.spans[0][0] - one.spans[0][1]


def _is_listed_city(body: Body) -> bool:
    """Whether a place is a city by its code, below regions."""
    return len((body.territory or "")[3:].lstrip("G")) > SHORT


def _is_city(body: Body) -> bool:
    """Whether a government is a city's: by its code, or by its name where no list has it."""
    code = body.territory or ""
    listed_wide = len(code) == COUNTRY or ("-" in code and not code[3:].lstrip("G").isdigit())
    return not (WIDE.search(body.name) or listed_wide)
