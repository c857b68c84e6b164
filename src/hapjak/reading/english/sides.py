"""Whose side people are on, where a post is printed without its place."""

from __future__ import annotations

import re

from hapjak.reading.bodies import Bodies, Named
from hapjak.reading.drafts import Body, Figure
from hapjak.reading.model import OrganisationKind

GOVERNMENT = OrganisationKind.GOVERNMENT
COUNTRY = 2  # letters of a country's code
FOR = re.compile(r" (?:for|on behalf of|representing) (?:the )?(?=[A-Z])")
LED = re.compile(r"\b(?:led|headed) by\b")
GROUP = re.compile(r"(?:['’]s)?(?: [Gg]overnment)? delegation\b")
GOVERNS = re.compile(
    r"(?:governor|mayor|premier|gov\.|minister-president|(?:deputy|party|vice) secretary|^secretary|party chief)$",
    re.I,
)
OF_STATE = re.compile(
    r"\b(?:minister|minister (?:of|for) [\w ,]+|prime minister|chief justice|attorney-general|secretary of state|ambassador|permanent secretary(?: \(\w+\))?)$"
    r"|^(?:senior |second |deputy |vice |state )*minister\b",
    re.I,
)
WIDE = re.compile(r"Province|Prefecture|State|Region|Oblast|Kra[iy]|County|-do\b", re.I)
BACK = 400  # characters before a sentence in which its delegation was named


class Sides:
    """The sides of one text."""

    def __init__(self, text: str, bodies: Bodies) -> None:
        self._text = text
        self._bodies = bodies

    def nearest(self, position: int) -> Body | None:
        """The government named last before an elided post in its clause, else the one acted for."""
        marks = (". ", "\n", ": ", "; ")
        begin = max(self._text.rfind(mark, 0, position) for mark in marks) + 1
        before = self._bodies.inside(begin, position) or self._led(begin, position)
        end = self._text.find(". ", position)
        acted = FOR.search(self._text, position, end if end > 0 else len(self._text))
        after = self._bodies.at(acted.end()) if acted else None
        sides = [
            self._bodies.side_of(n.body) for n in [*reversed(before), *([after] if after else [])]
        ]
        return next((side for side in sides if side and _is_local(side)), None)

    def _led(self, begin: int, position: int) -> list[Named]:
        """The delegation told of before that a person leads."""
        if not LED.search(self._text, begin, position):
            return []
        earlier = self._bodies.inside(max(0, begin - BACK), begin)
        return [n for n in earlier if GROUP.match(self._text, n.end)][-1:]

    def give(self, people: dict[str, Figure]) -> None:
        """Who holds an office without a place acts for the one place that nobody else does."""
        for governs, fits in ((GOVERNS, _is_local), (OF_STATE, _is_country)):
            homeless = [p for p in people.values() if p.side is None and _holds(p, governs)]
            taken = {id(p.side) for p in people.values() if p.side}
            mayors = any(q.title.lower().endswith("mayor") for p in homeless for q in p.posts)
            free = {
                id(n.body): n.body
                for n in self._bodies.mentions
                if fits(n.body) and id(n.body) not in taken and _is_city(n.body) is mayors
            }
            if len(free) == 1 and (fits is _is_local or self._is_between_states(free)):
                for person in homeless:
                    person.side = next(iter(free.values()))

    def _is_between_states(self, free: dict[int, Body]) -> bool:
        """Whether a country is named more often than all places below countries together."""
        named = [n.body for n in self._bodies.mentions]
        local = sum(_is_local(body) and body.name in self._bodies.places for body in named)
        return sum(id(body) in free for body in named) > local


def _is_local(body: Body) -> bool:
    """Whether a body is the government of a place below a country."""
    return body.kind is GOVERNMENT and len(body.territory or "") != COUNTRY


def _holds(person: Figure, offices: re.Pattern[str]) -> bool:
    """Whether a person holds one of some offices."""
    return any(offices.search(post.title) for post in person.posts)


def _is_country(body: Body) -> bool:
    return len(body.territory or "") == COUNTRY


def _is_city(body: Body) -> bool:
    """Whether a government is a city's: by its code, or by its name where no list has it."""
    code = body.territory or ""
    listed_wide = len(code) == COUNTRY or ("-" in code and not code[3:].isdigit())
    return not (WIDE.search(body.name) or listed_wide)
