"""Chinese names in Latin letters: pinyin as it is printed, Wade-Giles, Hong Kong.

Pinyin stands without tones here. Print writes Lü, Lu, Lyu and Lv, Xi'an and
Xian, joins or hyphenates given names, and puts the surname last or in capitals.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from hapjak.hanja import tables
from hapjak.hanja.plain import plain

LONGEST = 6  # letters of the longest pinyin syllable
WORD = re.compile("[a-zü]+")


def letters(name: str) -> str:
    """The letters of a Latin name alone: small, without tone marks, ü kept."""
    return "".join(words(name))


def words(name: str) -> list[str]:
    """The words of a Latin name in small letters: Xi'an and Xian are one word each."""
    decomposed = unicodedata.normalize("NFD", plain(name).lower())
    kept = unicodedata.normalize("NFC", "".join(c for c in decomposed if _stays(c)))
    return WORD.findall(re.sub("['’ʼ`·]", "", kept))


def orders(name: str) -> tuple[str, ...]:
    """The letters of a name as printed, and with its last word first: Jinping Xi.

    A comma says which word is the surname: Xi, Jinping.
    """
    found = words(name)
    turned = found[-1:] + found[:-1]
    both = [found] if "," in name else [found, turned]
    if len(found) > 2:
        both.append(found[1:] + found[:1])
    return tuple(dict.fromkeys("".join(order) for order in both))


@cache
def syllables() -> frozenset[str]:
    """All syllables of pinyin that a character of the table has."""
    return frozenset(one for found in tables.pinyins().values() for one in found)


@cache
def printed(syllable: str) -> tuple[str, ...]:
    """A pinyin syllable as print writes it: lü lu lyu lv."""
    if "ü" not in syllable:
        return (syllable,)
    return tuple(dict.fromkeys(syllable.replace("ü", v) for v in ("ü", "u", "yu", "v")))


@cache
def older(syllable: str) -> tuple[str, ...]:
    """A pinyin syllable in Wade-Giles, without apostrophes; also what print makes of ü."""
    table = tables.wade_giles()
    if syllable in table:
        found = table[syllable]
    else:
        initial = next((i for i in _initials() if syllable.startswith(i)), "")
        final = syllable[len(initial) :]
        head = table.get(f"{initial}-", (initial,))
        found = tuple(h + f for h in head for f in table.get(f"-{final}", (final,)))
    return tuple(dict.fromkeys(form for one in found for form in (one, one.replace("ü", "u"))))


@cache
def hong_kong(jyutping: str) -> tuple[str, ...]:
    """A Cantonese syllable as names of Hong Kong spell it: can → chan, loeng → leung."""
    table = tables.hong_kong()
    initials = sorted((k[:-1] for k in table if k.endswith("-")), key=len, reverse=True)
    initial = next((i for i in initials if jyutping.startswith(i)), "")
    final = jyutping[len(initial) :]
    if not final:
        initial, final = "", jyutping
    heads = table.get(f"{initial}-", ("",))
    return tuple(h + f for h in heads for f in table.get(f"-{final}", ()))


@cache
def by_print() -> dict[str, frozenset[str]]:
    """Pinyin syllables by every way to print them, Wade-Giles among them."""
    found: dict[str, set[str]] = {}
    for one in syllables():
        for form in (*printed(one), *older(one)):
            found.setdefault(form, set()).add(one)
    return {form: frozenset(ones) for form, ones in found.items()}


def pinyin_name(family: list[str], given: list[str]) -> str:
    """Surname and given name as two words, with apostrophes: Xi Jinping, Ouyang Xi'an."""
    return " ".join(_word(part) for part in (family, given) if part)


def _word(parts: list[str]) -> str:
    rest = "".join(f"'{p}" if p[0] in "aeo" else p for p in parts[1:])
    return (parts[0] + rest).capitalize()


def _stays(character: str) -> bool:
    return not unicodedata.combining(character) or character == "\u0308"


@cache
def _initials() -> tuple[str, ...]:
    found = {key[:-1] for key in tables.wade_giles() if key.endswith("-")}
    return tuple(sorted(found, key=len, reverse=True))
