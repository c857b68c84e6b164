"""Which of several territories of one name a text means.

吉林 is a province and a city, 朝阳区 lies in Beijing and in Changchun, 광주 is in
Korea and in China, Georgia is a country and a state. What the text itself
says decides, in this order: the place printed beside the name, the places it
names of which one is around or inside a candidate, and the countries it speaks
of. Where that leaves more than one the name stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hapjak.reading.territories import TerritoryMention
from hapjak.reading.territory import NEAR, Territory, around, is_known_alone, ordinary, widest

# The country a text speaks of where nothing else tells.
HOME = {"zh-Hans": "CN", "zh-Hant": "CN", "ko-CN": "CN", "ko-KR": "KR"}
BESIDE = re.compile(r"(?:\s|의\s|的|특별시|광역시)?")
BEHIND = re.compile(r"(?:,| of| in) (?:the )?")


@dataclass(frozen=True, slots=True)
class _Context:
    """What the certain names of a text tell: places, what lies around them, countries."""

    named: frozenset[str]
    around: frozenset[str]
    countries: frozenset[str]


def resolve(text: str, mentions: Sequence[TerritoryMention], form: str) -> list[Territory | None]:
    """The territory each mention means; None where the text does not tell, or it is no place.

    A name that is an ordinary word too counts only beside the place around it
    (甘南州合作市); the short name of a county only where the text names the city or
    the province around it, that of a division abroad where it names the country.

    Args:
        text: The text the mentions were found in.
        mentions: As `territories.find_in` gives them, in order.
        form: The written form of the text: whose ordinary words count, and which country is home.
    """
    words = ordinary(form)
    first = [
        _beside(text, mentions, index) or _sure(mention, words, form)
        for index, mention in enumerate(mentions)
    ]
    context = _context([place for place in first if place])
    found = [
        place or (None if mention.name in words else _by_context(mention, context, form))
        for mention, place in zip(mentions, first, strict=True)
    ]
    return _as_in_full(mentions, found)


def _as_in_full(
    mentions: Sequence[TerritoryMention], found: list[Territory | None]
) -> list[Territory | None]:
    """A short name means the place that the text prints in full, if it prints one of that name."""
    printed: dict[str, set[str]] = {}
    for mention, place in zip(mentions, found, strict=True):
        if mention.full:
            base = mention.name[:-1] if mention.name[0] > "z" else mention.name.rpartition(" ")[0]
            printed.setdefault(base, set()).add(place.code if place else "")
    return [
        place
        if mention.full or place is None or place.code in printed.get(mention.name, {place.code})
        else next((o for o in mention.candidates if o.code in printed[mention.name]), None)
        for mention, place in zip(mentions, found, strict=True)
    ]


def _context(certain: Sequence[Territory]) -> _Context:
    outer = {place.code for one in certain for place in around(one) if place.level != "country"}
    named = {one.code for one in certain if one.level != "country"}
    return _Context(frozenset(named), frozenset(outer), frozenset(one.country for one in certain))


def _sure(mention: TerritoryMention, words: frozenset[str], form: str) -> Territory | None:
    """The territory of a name that means one wherever it stands."""
    one = widest(mention.candidates)
    if one is None or mention.name in words:
        return None
    known = len(mention.name) > 2 if mention.full else is_known_alone(one)
    return one if known and not _is_district_abroad(one, form) else None


def _is_district_abroad(one: Territory, form: str) -> bool:
    """江东区 in a Chinese text: too many places have districts of such names."""
    home = HOME.get(form)
    return home is not None and one.country != home and _is_district(one)


def _is_district(one: Territory) -> bool:
    return one.names.get("zh-Hans", "").endswith("区")


def _beside(text: str, mentions: Sequence[TerritoryMention], index: int) -> Territory | None:
    """What a name means beside one that lies around it (長春市|朝阳区) or inside it (경기|수원시)."""
    mention = mentions[index]
    outer: list[Territory] = []
    inner: list[Territory] = []
    if index and BESIDE.fullmatch(text, mentions[index - 1].end, mention.start):
        outer.extend(mentions[index - 1].candidates)
    if index + 1 < len(mentions):
        gap = (mention.end, mentions[index + 1].start)
        if BESIDE.fullmatch(text, *gap):
            inner.extend(mentions[index + 1].candidates)
        elif BEHIND.fullmatch(text, *gap):
            outer.extend(mentions[index + 1].candidates)
    outside = {one.code for one in outer}
    if not outer and not inner:
        return None
    inside = {place.code for one in inner for place in around(one)}
    found = [
        one
        for one in mention.candidates
        if one.code in inside or any(place.code in outside for place in around(one))
    ]
    return widest(tuple(found)) if found else None


def _by_context(mention: TerritoryMention, context: _Context, form: str) -> Territory | None:
    found = [one for one in mention.candidates if _may_be(one, mention, context, form)]
    tests: tuple[Callable[[Territory], bool], ...] = (
        lambda one: one.code in context.around,
        lambda one: any(place.code in context.named for place in around(one)),
        lambda one: any(place.code in context.around for place in around(one)),
        lambda one: one.country in context.countries,
        lambda one: one.country == HOME.get(form) and not _is_district(one),
    )
    for test in tests:
        found = [one for one in found if test(one)] or found
    if not mention.full:
        found = [one for one in found if one.level == found[0].level]
    meant = widest(tuple(found)) if found else None
    return meant if meant and not _has_rival(meant, mention, context, form) else None


def _may_be(one: Territory, mention: TerritoryMention, context: _Context, form: str) -> bool:
    """Whether the text names enough of a candidate's surroundings for a name of this kind."""
    if one.level == "country":
        return True
    known = any(place.code in context.named | context.around for place in around(one))
    abroad = one.country in context.countries
    if mention.full:
        return known or (len(mention.name) > 2 and (abroad or not _is_district_abroad(one, form)))
    return known or is_known_alone(one) or (abroad and one.level != "county")


def _has_rival(one: Territory, mention: TerritoryMention, context: _Context, form: str) -> bool:
    """Whether another country has the name too, and nothing tells the countries apart."""
    if one.country in context.countries:
        return False
    if one.country == HOME.get(form) and not _is_district(one):
        return False
    return any(
        other.country != one.country and (other.level != "county" or one.country not in NEAR)
        for other in mention.candidates
    )
