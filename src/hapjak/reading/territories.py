"""The names of territories in five written forms, and where a text prints them.

One name may stand for several territories (吉林 is a province and a city):
`find_in` gives all of them, `hapjak.reading.homonyms` tells which is meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct
from msgspec.structs import replace

from hapjak.reading.territory import (
    CODE,
    FORMS,
    LEVEL,
    NAMES,
    NEAR,
    OTHERS,
    RANKS,
    SOUTH,
    Territory,
    is_known_alone,
    of_row,
    ordinary,
    rows,
    widest,
)

LONGEST = 12  # characters of a name that may begin inside another
LEVELS_ABROAD = (*"省州县府邦区市郡성주현부시", " Province", " State", " County", " Region")
GLUED = ("중공", "한국", "조선", "일본", "로씨야", "러시아", "몽골", "중국")


class TerritoryMention(Struct, frozen=True):
    """A name in a text, and every territory that bears it."""

    start: int  # code points into the text
    end: int  # exclusive
    name: str
    candidates: tuple[Territory, ...]  # the wider ones first
    full: bool  # whether it is a full name of one of them; only these then are candidates


@dataclass(frozen=True, slots=True)
class _Index:
    """Names of some forms, in the order of the matcher's, with the numbers of their rows."""

    forms: tuple[str, ...]
    far: bool
    names: list[str]
    full: dict[str, list[int]]
    short: dict[str, list[int]]


def candidates(name: str, *forms: str) -> tuple[Territory, ...]:
    """All territories of a name in some written forms (all, if none is given), wider ones first.

    Full names come before short ones: of 吉林市 the city alone is a candidate.
    Divisions far abroad are candidates only where nothing nearer bears the name.
    """
    for far in (False, True):
        index = _index(forms or FORMS, far)
        numbers = index.full.get(name) or index.short.get(name)
        if numbers:
            return tuple(map(of_row, numbers))
    return ()


def is_full(name: str, *forms: str) -> bool:
    """Whether a name is a full one, with its level, of some territory."""
    return name in _index(forms, False).full


def find(name: str, *forms: str) -> Territory | None:
    """The territory a name means where nothing else tells; None for the unknown and the doubtful.

    Of several the one that lies around all others holds (吉林: the province),
    then the one city among counties (옌볜); an ordinary word is none.
    """
    found = candidates(name, *forms) or candidates(name.title(), "en")
    if not found or any(name in ordinary(form) for form in forms or FORMS):
        return None
    return widest(found) or widest(tuple(one for one in found if one.level == found[0].level))


def find_in(text: str, *forms: str) -> list[TerritoryMention]:
    """All names of territories that a text prints, the longest where names overlap.

    Names are found whole: Latin ones between other letters and Korean ones
    behind another syllable are none, but for a place or a word written as one
    with them (중공길림성위원회, 길림성장춘시).

    Args:
        text: The text as read; offsets refer to it.
        forms: The written forms whose names count.
    """
    found = _matches(text, _index(forms, False))
    if any(one.level == "country" and one.code not in NEAR for m in found for one in m.candidates):
        found = _merged(found, _matches(text, _index(forms, True)))
    return found


def _matches(text: str, index: _Index) -> list[TerritoryMention]:
    found: list[TerritoryMention] = []
    for number, start, end in _matcher(index.forms, index.far).find_matches_as_indexes(text):
        last = found[-1].end if found else 0
        mention = _mention(text, index, number, start, end, last)
        if mention is not None and _is_weak(mention):
            mention = _stronger(text, index, mention) or mention
        if mention is not None and mention.start >= last:
            found.append(mention)
    return found


def _mention(
    text: str, index: _Index, number: int, start: int, end: int, last: int
) -> TerritoryMention | None:
    name = index.names[number]
    numbers = index.full.get(name)
    if not _stands_alone(text, start, end, numbers is not None and 0 < last == start):
        return None
    places = tuple(map(of_row, numbers or index.short[name]))
    return TerritoryMention(start, end, name, places, numbers is not None)


def _is_weak(mention: TerritoryMention) -> bool:
    """A county's short name, which two other words may make up: 同江 in 同江苏."""
    return not mention.full and mention.candidates[0].level == "county"


def _stronger(text: str, index: _Index, weak: TerritoryMention) -> TerritoryMention | None:
    """A name that begins inside a weak one and is none itself."""
    offset = weak.start + 1
    inside = _matcher(index.forms, index.far).find_matches_as_indexes(
        text[offset : weak.end + LONGEST]
    )
    for number, start, end in inside:
        if start + offset >= weak.end:
            return None
        found = _mention(text, index, number, start + offset, end + offset, 0)
        if found is not None and not _is_weak(found):
            return found
    return None


def _merged(near: list[TerritoryMention], far: list[TerritoryMention]) -> list[TerritoryMention]:
    """Mentions in order, the first and longest where they overlap; of one name all candidates."""
    found: list[TerritoryMention] = []
    for mention in sorted([*near, *far], key=lambda m: (m.start, -m.end)):
        last = found[-1] if found else None
        if last is None or mention.start >= last.end:
            found.append(mention)
        elif (mention.start, mention.end, mention.full) == (last.start, last.end, last.full):
            both = sorted((*last.candidates, *mention.candidates), key=_level)
            found[-1] = replace(last, candidates=tuple(both))
    return found


@cache
def full_names(form: str) -> dict[str, tuple[str, ...]]:
    """The full names of a form with the codes of all that bear each.

    Left out are divisions far abroad, and of China every name but the first:
    북경시 in a text that writes 베이징시 elsewhere.
    """
    table, column = rows(), NAMES + FORMS.index(form)
    found = {
        name: tuple(
            table[i][CODE]
            for i in numbers
            if table[i][CODE][:2] != "CN" or table[i][column] == name
        )
        for name, numbers in _index((form,), False).full.items()
    }
    return {name: codes for name, codes in found.items() if codes}


@cache
def country_names(*forms: str) -> dict[str, str]:
    """Names of countries in some written forms, full and short, with their codes."""
    index = _index(forms, False)
    found = ((n, rows()[numbers[0]]) for n, numbers in (*index.full.items(), *index.short.items()))
    return {name: row[CODE] for name, row in found if row[LEVEL] == "country"}


@cache
def known_names(form: str) -> dict[str, str]:
    """Short names of provinces and cities that mean one wherever they stand, with its code."""
    found = {}
    for name, numbers in _index((form,), False).short.items():
        one = widest(tuple(map(of_row, numbers))) if name not in ordinary(form) else None
        if one is not None and one.level in ("province", "city") and is_known_alone(one):
            found[name] = one.code
    return found


def _stands_alone(text: str, start: int, end: int, glued: bool) -> bool:
    """Whether a name is no part of another word; a full one may be glued to a place before it."""
    before, first = text[start - 1 : start], text[start]
    if first.isascii() or text[end - 1].isascii():
        return not (before.isalnum() and first.isalnum()) and not text[end : end + 1].isalnum()
    if "가" <= first <= "힣" and "가" <= before <= "힣" and not glued:
        return text[max(0, start - 3) : start].endswith(GLUED)
    return True


@cache
def _index(forms: tuple[str, ...], far: bool) -> _Index:
    """The names of some forms; those of divisions far abroad stand in an index of their own.

    They are many and count only where their country is named, so most texts do
    without them.
    """
    full: dict[str, list[int]] = {}
    short: dict[str, list[int]] = {}
    columns = [FORMS.index(form) for form in forms]
    for number in _by_rank():
        row = rows()[number]
        if far is not _is_far(row):
            continue
        # countries and cities abroad go by their usual names
        for column in columns:
            name = row[NAMES + column]
            _note(full if _has_level(row, name) else short, name, number)
            for other in row[OTHERS + column].split("|"):
                if other[:1] == "=":
                    _note(full, other[1:], number)
                elif row[LEVEL] != "county" or forms != ("en",):
                    _note(short, other, number)
    return _Index(forms, far, list(full | short), full, short)


@cache
def _matcher(forms: tuple[str, ...], far: bool) -> AhoCorasick:
    return AhoCorasick(_index(forms, far).names, matchkind=MatchKind.LeftmostLongest)


def _has_level(row: list[str], name: str) -> bool:
    """Whether a territory's name says its level; countries, cities and states abroad go by less."""
    if row[LEVEL] == "country" or (row[LEVEL] == "city" and row[CODE][3:4] == "G"):
        return False
    return row[CODE][:2] in NEAR or name.endswith(LEVELS_ABROAD)


def _is_far(row: list[str]) -> bool:
    """Whether a row is a division far abroad that has no name of its own in Korean."""
    return row[LEVEL] == "province" and row[CODE][:2] not in NEAR and not row[SOUTH]


def _level(territory: Territory) -> int:
    return RANKS.index(territory.level)


def _rank(number: int) -> int:
    return RANKS.index(rows()[number][LEVEL])


@cache
def _by_rank() -> list[int]:
    """Row numbers, countries first and counties last."""
    return sorted(range(len(rows())), key=_rank)


def _note(found: dict[str, list[int]], name: str, number: int) -> None:
    if name:
        numbers = found.setdefault(name, [])
        if number not in numbers:
            numbers.append(number)
