"""Personal names in English reports, walked word by word.

Chinese and Korean names print the family name first (Wang Xiaodong, Lee
Gae-ho) or last (Dong-yeon Kim); others last (Rex Paris). Forms of address
(Mr, Dr, Datuk) are no part of a name.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from hapjak.reading.english.bodies import EnglishBodies
from hapjak.reading.english.vocabulary import alternatives, title_words, words

STYLES = frozenset(
    [
        "YB",
        "YBhg",
        "YAB",
        "Dato",
        "Dato’",
        "Datuk",
        "Seri",
        "Prof",
        "Hon",
        "HE",
        "Mr",
        "Ms",
        "Mrs",
        "Dr",
        "Professor",
    ]
)
POSTNOMINALS = frozenset(
    ["SC", "QC", "KC", "MP", "MLA", "JP", "PhD", "MBE", "OBE", "CBE", "AM", "AO", "SJ", "Esq"]
)
SHORT = 4
MOST = 5  # words of a name


@cache
def _address() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{alternatives('honorific')}) )+")


@cache
def _particle() -> re.Pattern[str]:
    return re.compile(rf" (?:{alternatives('particle')}) $")


@cache
def _no_name() -> frozenset[str]:
    return words("not_name") | title_words() | (words("demonym") - words("surname"))


@cache
def beside_names() -> frozenset[str]:
    """Capitalised words beside which a name still stands alone."""
    return words("not_name") | title_words() | words("demonym")


class Name(Struct, frozen=True):
    """A personal name: where it stands, and how many words it has."""

    start: int
    end: int
    words: tuple[str, ...]


class Names:
    """Finds names that begin or end at a place."""

    def __init__(self, bodies: EnglishBodies) -> None:
        self._bodies = bodies
        self._capitals = bodies.capitals
        self._text = bodies.text

    def after(self, position: int) -> Name | None:
        """The name that begins at a place, forms of address skipped."""
        address = _address().match(self._text, position)
        first = self._capitals.at(address.end() if address else position)
        if first is None or not self._may_begin(first, bool(address)):
            return None
        last = first
        while last - first + 1 < MOST and self._goes_on(last):
            last += 1
        return self._name(first, last)

    def before(self, position: int) -> Name | None:
        """The name that ends at a place, what stands in brackets behind it skipped."""
        last = self._capitals.until(position)
        if last is None or self._is_other(last):
            return None
        first = last
        while last - first + 1 < MOST and first and self._goes_on(first - 1):
            if self._is_other(first - 1):
                break
            first -= 1
        return self._name(first, last)

    def _name(self, first: int, last: int) -> Name | None:
        capitals = self._capitals
        while last > first and capitals.words[last] in POSTNOMINALS:
            last -= 1
        while first < last and capitals.words[first] in STYLES:
            first += 1
        found = Name(
            capitals.starts[first], capitals.ends[last], tuple(capitals.words[first : last + 1])
        )
        if all(len(word) == 1 for word in found.words):
            return None
        return found

    def _may_begin(self, first: int, addressed: bool) -> bool:
        if not self._is_other(first):
            return True
        return addressed and self._capitals.words[first] not in title_words()

    def _goes_on(self, index: int) -> bool:
        """Whether the next word belongs to the same name."""
        capitals = self._capitals
        if index + 1 >= len(capitals.words) or self._is_other(index + 1, inside=True):
            return False
        return capitals.joined(index) or bool(_particle().match(capitals.gap(index)))

    def _is_other(self, index: int, inside: bool = False) -> bool:
        """Whether a word is a place, a title, a body or an everyday word."""
        word = self._capitals.words[index]
        if len(word) == 1:  # an initial, with or without a point
            return word in ("A", "I") and not self._capitals.gap(index).startswith(".")
        if word in words("surname"):
            follows = self._capitals.words[index + 1] if self._capitals.joined(index) else ""
            titled = index > 0 and self._capitals.joined(index - 1)
            titled = titled and self._capitals.words[index - 1] in title_words()
            if inside or titled or (follows and follows not in _no_name()):
                return False
        if inside and len(word) <= SHORT and word in words("demonym"):
            return False  # Xian Hui: peoples of China have names that are given to persons
        if word in _no_name() or (word.isupper() and word.title() in _no_name()):
            return True
        named = self._bodies.over(self._capitals.starts[index])
        return named is not None and not (inside and named.end == self._capitals.ends[index])


def is_address(text: str, position: int) -> bool:
    """Whether a form of address stands at a place, which only a name follows."""
    return bool(_address().match(text, position))


def surname(name: str) -> str:
    """The family name, by hyphens, capitals and common family names; last where nothing tells."""
    parts = name.split(" ")
    capital = [part for part in parts if part.isupper() and len(part) > 2]
    if len(capital) == 1 and len(parts) > 1:
        return capital[0]
    hyphened = [part for part in parts if "-" in part and part.partition("-")[2][:1].islower()]
    if hyphened and len(parts) == 2:
        return (
            next(part for part in parts if part is not hyphened[0])
            if len(set(parts)) == 2
            else parts[0]
        )
    if parts[0] in words("surname") and (parts[-1] not in words("surname") or len(parts) == 2):
        return parts[0]
    return parts[-1]
