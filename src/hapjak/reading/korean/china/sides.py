"""Whether bodies are of one place, of places apart, or of places within each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from hapjak.reading.bodies import GOVERNING
from hapjak.reading.drafts import Body
from hapjak.reading.korean.china.places import base_of
from hapjak.reading.model import OrganisationKind
from hapjak.reading.territory import around, by_code

OUR_PROVINCE = re.compile("성(?:당위|위|정부|인대|정협)")


def sides(parties: list[Body]) -> int:
    """How many sides bodies are of: those of one place are one."""
    return len({body.territory or id(body) for body in parties})


def apart(parties: list[Body]) -> bool:
    """Whether two bodies are of places apart: who inspects a place of its own meets nobody."""
    places = {body.territory or id(body): body for body in parties}.values()
    return any(not _within(one, other) for one, other in combinations(places, 2))


def _within(one: Body, other: Body) -> bool:
    """Whether two bodies are of one place, or one of a place within the other's."""
    if _is_ours(one, other) or _is_ours(other, one):
        return True
    if one.territory is None or other.territory is None:
        return False
    return (
        one.territory == other.territory
        or one.territory in _codes_around(other)
        or other.territory in _codes_around(one)
    )


def is_seat(place: Body, other: Body) -> bool:
    """안산시 beside 안산상공회의소: where a party has its seat is only where they met."""
    if place.kind is not OrganisationKind.GOVERNMENT or place.side or other is place:
        return False
    base = base_of(place.name)
    governs = other.kind in GOVERNING and other.name.startswith(place.name)
    return len(base) > 1 and other.name.startswith(base) and not governs


def _is_ours(one: Body, other: Body) -> bool:
    """성당위 and a city of China: the province that its press does not name has it inside."""
    unnamed = one.territory is None and OUR_PROVINCE.match(one.name)
    return (
        bool(unnamed)
        and (other.territory or "").startswith("CN-")
        and len(other.territory or "") > 5
    )


def lies_in(body: Body) -> Iterator[str]:
    """Codes of what the place of a government lies in."""
    if body.kind is OrganisationKind.GOVERNMENT:
        yield from _codes_around(body)


def _codes_around(body: Body) -> Iterator[str]:
    place = by_code(body.territory) if body.territory else None
    if place is not None:
        yield from (outer.code for outer in around(place) if outer.level != "country")
