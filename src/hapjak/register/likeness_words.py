"""How much two wordings share, across Chinese and Korean: the 2-grams of their keys.

English shares no characters with the others; there the fields that a line's words
belong to stand in for them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hapjak.hanja import search_key
from hapjak.reading.fields import field_words

STOP_WORDS = Path(__file__).parent / "data" / "stop_words.tsv"
LATIN = re.compile(r"[a-z0-9]")
LATIN_WORD = re.compile(r"[a-z][a-z-]{3,}")
FEW = 4  # 2-grams; what is shorter agrees by chance
NUMBER = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Words:
    """What of a wording is compared."""

    text: str
    language: str
    grams: frozenset[str]
    themes: frozenset[str]
    tops: frozenset[str]
    numbers: frozenset[str]


@cache
def stop_grams() -> frozenset[str]:
    with STOP_WORDS.open(encoding="utf-8", newline="") as lines:
        words = [row["word"] for row in csv.DictReader(lines, delimiter="\t")]
    return frozenset(gram for word in words for gram in grams_of(search_key(word)))


def grams_of(key: str) -> list[str]:
    return [key[i : i + 2] for i in range(len(key) - 1)]


def words_of(text: str, language: str) -> Words:
    """A wording taken apart."""
    key = search_key(text)
    if language == "en":
        grams = frozenset(word for word in LATIN_WORD.findall(text.lower()))
    else:
        grams = frozenset(g for g in grams_of(key) if not LATIN.search(g)) - stop_grams()
    hits = field_words(language[:2], language).hits(text)
    themes = frozenset(hit.code for hit in hits if len(hit.code) > 3)
    numbers = frozenset(number.strip(",.") for number in NUMBER.findall(text))
    tops = frozenset(hit.code[:3] for hit in hits)
    return Words(text, language, grams, themes, tops, numbers)


def comparable(one: Words, other: Words) -> bool:
    """Whether the two are written so that their letters can be compared."""
    return (one.language == "en") == (other.language == "en")


def overlap(one: Words, other: Words) -> float:
    """The share of the shorter wording that stands in the other, 0 to 1."""
    shorter = min(len(one.grams), len(other.grams))
    return len(one.grams & other.grams) / max(shorter, FEW) if shorter else 0.0


def stretches(one: Words, other: Words) -> list[str]:
    """What the two have in common, as stretches of the key (words, in English)."""
    shared = one.grams & other.grams
    if one.language == "en":
        return [w for w in dict.fromkeys(LATIN_WORD.findall(one.text.lower())) if w in shared]
    found: list[str] = []
    end = -2
    for place, gram in enumerate(grams_of(search_key(one.text))):
        if gram not in shared:
            continue
        if place == end + 1:
            found[-1] += gram[1]
        else:
            found.append(gram)
        end = place
    return list(dict.fromkeys(found))


def cut(text: str, shared: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """A wording in stretches, each with whether the shared 2-grams cover it."""
    places, key = [], ""
    for index, character in enumerate(text):
        part = search_key(character)
        key += part
        places += [index] * len(part)
    inside = [False] * len(text)
    for place, gram in enumerate(grams_of(key)):
        if gram in shared:
            for index in range(places[place], places[place + 1] + 1):
                inside[index] = True
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or inside[index] != inside[start]:
            yield text[start:index], inside[start]
            start = index
