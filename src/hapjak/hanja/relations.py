"""Which written form leads from one spelling of a core to another, script by script.

Each function answers with a `Link` or nothing. The core is a person's name or
the name of a place without 省, 市 and the like.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from hapjak.hanja import latin, romanised, tables
from hapjak.hanja.chain import chains, is_chain
from hapjak.hanja.hangul import fold, slack
from hapjak.hanja.names import (
    hangul_surname_of,
    pinyins_of,
    readings_of,
    south,
    surname_of,
)
from hapjak.hanja.script import base_form
from hapjak.hanja.transcription import hangul_of


class How(StrEnum):
    """The written form that explains why two spellings may be one name."""

    SAME = "same"  # the same letters in another code, width, case or order
    CHARACTERS = "characters"  # traditional, simplified and other shapes of a character
    READING = "reading"  # read character by character in Korean
    NORM = "norm"  # the two Korean spellings: 류 and 유
    SOUND = "sound"  # Chinese sounds in Hangul: 차이치
    PINYIN = "pinyin"
    OLDER = "older"  # Wade-Giles
    CANTONESE = "cantonese"  # as Hong Kong spells
    ROMANISED = "romanised"  # Korean in Latin letters
    BY_CHARACTER = "by-character"  # there are characters that are both: 채기 and 차이치


@dataclass(frozen=True, slots=True)
class Link:
    """How two spellings belong together, by the rule or only possibly."""

    how: How
    regular: bool


def characters(one: str, other: str) -> Link | None:
    """Two names in characters."""
    return Link(How.CHARACTERS, True) if base_form(one) == base_form(other) else None


def characters_hangul(name: str, hangul: str) -> Link | None:
    """A name in characters and one in Hangul: read, or written by its sound."""
    if len(name) == len(hangul):
        options = readings_of(name)
        surname = len(surname_of(name) or "")
        first = "".join(found[0] for found in options if found)
        if len(first) == len(name) and hangul in (first, south(first, surname), south(first, 0)):
            return Link(How.READING, True)
    sounds = pinyins_of(name)
    if is_chain(hangul, [_sounds(found[:1]) for found in sounds]):
        return Link(How.SOUND, True)
    if _reads(hangul, readings_of(name)):
        return Link(How.READING, False)
    if is_chain(slack(hangul), [map(slack, _printed_sounds(found)) for found in sounds]):
        return Link(How.SOUND, False)
    return None


def characters_latin(name: str, text: str) -> Link | None:
    """A name in characters and one in Latin letters: pinyin, older spellings, Korean."""
    spelled = latin.orders(text)
    sounds = pinyins_of(name)
    for how, regular, links in (
        (How.PINYIN, True, [_spread(latin.printed, found[:1]) for found in sounds]),
        (How.PINYIN, False, [_spread(latin.printed, found) for found in sounds]),
        (How.OLDER, False, [_spread(latin.older, found) for found in sounds]),
        (How.CANTONESE, False, [latin.hong_kong(c) for c in _cantonese(name)]),
    ):
        if any(is_chain(one, links) for one in spelled):
            return Link(how, regular)
    return _read_latin(name, spelled)


def hangul(one: str, other: str) -> Link | None:
    """Two names in Hangul: the two norms, loose sounds, or a reading and a sound."""
    if len(one) == len(other):
        apart = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if all(fold(one[i]) == fold(other[i]) for i in apart):
            return Link(How.NORM, set(apart) <= {0, 1, 2})
    if slack(one) == slack(other):
        return Link(How.SOUND, False)
    for read, heard in ((one, slack(other)), (other, slack(one))):
        if is_chain(heard, [map(slack, _sounds(_read_as(c, i))) for i, c in enumerate(read)]):
            return Link(How.BY_CHARACTER, False)
    return None


def hangul_latin(name: str, text: str) -> Link | None:
    """A name in Hangul and one in Latin letters: sound, Korean, or by their characters."""
    spelled = latin.orders(text)
    if any(chains(one, name, _sounding(one, name, hangul_of)) for one in spelled):
        return Link(How.SOUND, True)
    if romanised.official(name) in spelled:
        return Link(How.ROMANISED, True)
    surname = hangul_surname_of(name)
    if any(is_chain(one, romanised.links(name, surname)) for one in spelled):
        return Link(How.ROMANISED, bool(surname) and len(name) > 2)
    loose = slack(name)
    if any(chains(one, loose, _sounding(one, loose, _slack_sound)) for one in spelled):
        return Link(How.SOUND, False)
    links = [_spread(latin.printed, _read_as(c, i)) for i, c in enumerate(name)]
    if any(is_chain(one, links) for one in spelled):
        return Link(How.BY_CHARACTER, False)
    return None


def latin_latin(one: str, other: str) -> Link | None:
    """Two names in Latin letters: another order, an older spelling, Korean spellings."""
    left, right = latin.orders(one), latin.orders(other)
    if set(left) & set(right):
        return Link(How.SAME, True)
    for how, table, least in (
        (How.PINYIN, _only_printed(), 1),
        (How.OLDER, latin.by_print(), 2),
        (How.ROMANISED, romanised.by_print(), 2),
    ):
        surnames = romanised.surnames_by_print() if how is How.ROMANISED else {}
        for a in left:
            if any(chains(a, b, _units(a, b, table, surnames)) >= least for b in right[:1]):
                return Link(how, how is not How.OLDER)
    return None


def _read_latin(name: str, spelled: tuple[str, ...]) -> Link | None:
    """Characters read in Korean and romanised: 金瑛錄 and Kim Young-rok."""
    options = readings_of(name)
    if not all(options):
        return None
    first = "".join(found[0] for found in options)
    if any(romanised.official(south(first, size)) in spelled for size in (0, 1)):
        return Link(How.ROMANISED, True)
    links = [
        tuple(
            dict.fromkeys(
                form
                for reading in found
                for s in dict.fromkeys((fold(reading), reading))
                for form in (
                    *(romanised.surname_spellings(s) if not i else ()),
                    *romanised.customary(s),
                )
            )
        )
        for i, found in enumerate(options)
    ]
    if any(is_chain(one, links) for one in spelled):
        return Link(How.ROMANISED, len(name) > 2)
    return None


def _heard(readings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for r in readings for form in (r, fold(r)))


def _reads(hangul: str, options: list[tuple[str, ...]]) -> bool:
    """Whether every syllable is a reading of its character, in either norm."""
    return len(hangul) == len(options) and all(
        syllable in _heard(found) for syllable, found in zip(hangul, options, strict=True)
    )


def _sounds(pinyins: Iterable[str]) -> tuple[str, ...]:
    return tuple(s for p in pinyins if (s := hangul_of(p)))


def _printed_sounds(pinyins: Iterable[str]) -> tuple[str, ...]:
    """Sounds by the rule, and what papers make of them: 여우 for 유 (you)."""
    sounds = _sounds(pinyins)
    return (*sounds, *("여우" for sound in sounds if sound == "유"))


def _spread(spell: Callable[[str], tuple[str, ...]], found: Iterable[str]) -> tuple[str, ...]:
    return tuple(form for one in found for form in spell(one))


def _cantonese(name: str) -> list[str]:
    table = tables.cantonese()
    return [
        table.get(c, "") or table.get(b, "") for c, b in zip(name, base_form(name), strict=True)
    ]


@cache
def _pinyins_by_reading() -> dict[str, tuple[str, ...]]:
    """Pinyin syllables of the characters that are first read so."""
    found: dict[str, dict[str, None]] = {}
    pinyins = tables.pinyins()
    for character, readings in tables.readings().items():
        if character not in tables.common():
            continue
        for reading in readings:
            for pinyin in pinyins.get(character, ())[:1]:
                found.setdefault(reading, {})[pinyin] = None
    for word, said in tables.pinyin_words().items():
        for options, pinyin in zip(readings_of(word), said, strict=True):
            for reading in options[:1]:
                found.setdefault(reading, {})[pinyin] = None
    for surname, (read, spoken) in tables.surnames().items():
        if len(surname) == 1:
            found.setdefault(read, {})[spoken[0]] = None
    return {reading: tuple(ones) for reading, ones in found.items()}


@cache
def _unfolded() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for reading in _pinyins_by_reading():
        if fold(reading) != reading:
            found.setdefault(fold(reading), []).append(reading)
    return {folded: tuple(ones) for folded, ones in found.items()}


def _read_as(syllable: str, place: int) -> tuple[str, ...]:
    """Pinyin a syllable may stand for, read in Korean; at the heads also without the law."""
    table = _pinyins_by_reading()
    forms = (syllable, *(_unfolded().get(syllable, ()) if place < 2 else ()))
    return tuple(dict.fromkeys(p for form in forms for p in table.get(form, ())))


@cache
def _slack_sound(syllable: str) -> str | None:
    sound = hangul_of(syllable)
    return slack(sound) if sound else None


def _sounding(
    text: str, name: str, sound_of: Callable[[str], str | None]
) -> Callable[[int, int], Iterator[tuple[int, int]]]:
    """Steps over a Latin and a Hangul spelling: one pinyin syllable and its sound."""
    known = latin.by_print()

    def steps(i: int, j: int) -> Iterator[tuple[int, int]]:
        for end in range(i + 1, min(len(text), i + latin.LONGEST) + 1):
            for one in known.get(text[i:end], ()):
                if text[i:end] not in latin.printed(one):
                    continue
                sound = sound_of(one)
                if sound and name.startswith(sound, j):
                    yield end, j + len(sound)

    return steps


@cache
def _only_printed() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in latin.syllables():
        for form in latin.printed(one):
            found.setdefault(form, set()).add(one)
    return {form: frozenset(ones) for form, ones in found.items()}


def _units(
    one: str, other: str, table: dict[str, frozenset[str]], surnames: dict[str, frozenset[str]]
) -> Callable[[int, int], Iterator[tuple[int, int]]]:
    """Steps over two Latin spellings that may be of one syllable."""

    def steps(i: int, j: int) -> Iterator[tuple[int, int]]:
        for known in (table, surnames) if not i and not j else (table,):
            for end in range(i + 1, min(len(one), i + 8) + 1):
                left = known.get(one[i:end])
                if not left:
                    continue
                for stop in range(j + 1, min(len(other), j + 8) + 1):
                    right = known.get(other[j:stop])
                    if right and left & right:
                        yield end, stop

    return steps
