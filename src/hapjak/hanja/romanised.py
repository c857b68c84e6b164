"""Korean names in Latin letters: Revised Romanisation and what people really print.

Rules: Romanisation of Korean (Ministry of Culture and Tourism 2000-8): sound
changes are written in names of places (강릉 Gangneung), never between or inside
the names of persons. Persons keep customary spellings: Lee, Park, Choi, Young, Joon.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from hapjak.hanja import tables
from hapjak.hanja.hangul import LEADS, TAILS, VOWELS, compose, is_syllable, parts

# The first spelling is the official one; the others are customary or older (McCune-Reischauer).
LEAD = {
    "ㄱ": "g k", "ㄲ": "kk gg", "ㄴ": "n", "ㄷ": "d t", "ㄸ": "tt dd", "ㄹ": "r l n", "ㅁ": "m",
    "ㅂ": "b p", "ㅃ": "pp bb", "ㅅ": "s sh", "ㅆ": "ss s", "ㅇ": " ", "ㅈ": "j ch z", "ㅉ": "jj tch",
    "ㅊ": "ch", "ㅋ": "k", "ㅌ": "t", "ㅍ": "p", "ㅎ": "h",
}  # fmt: skip
VOWEL = {
    "ㅏ": "a ah", "ㅐ": "ae ai e", "ㅑ": "ya", "ㅒ": "yae", "ㅓ": "eo u o uh", "ㅔ": "e ye",
    "ㅕ": "yeo you yo yu ye eo", "ㅖ": "ye e", "ㅗ": "o oh", "ㅘ": "wa", "ㅙ": "wae", "ㅚ": "oe oi",
    "ㅛ": "yo", "ㅜ": "u oo woo ou", "ㅝ": "wo weo", "ㅞ": "we", "ㅟ": "wi", "ㅠ": "yu you yoo",
    "ㅡ": "eu u", "ㅢ": "ui ee eui i", "ㅣ": "i ee yi",
}  # fmt: skip
TAIL = {
    "": " ", "ㄱ": "k g ck", "ㄴ": "n", "ㄷ": "t d", "ㄹ": "l r", "ㅁ": "m", "ㅂ": "p b", "ㅅ": "t s",
    "ㅇ": "ng",
}  # fmt: skip
# What a final and the next initial become in sound.
SOUNDS = {
    ("ㄱ", "ㄴ"): ("ㅇ", "ㄴ"), ("ㄱ", "ㅁ"): ("ㅇ", "ㅁ"), ("ㄱ", "ㄹ"): ("ㅇ", "ㄴ"),
    ("ㄴ", "ㄹ"): ("ㄹ", "ㄹ"), ("ㄹ", "ㄴ"): ("ㄹ", "ㄹ"), ("ㅁ", "ㄹ"): ("ㅁ", "ㄴ"),
    ("ㅇ", "ㄹ"): ("ㅇ", "ㄴ"), ("ㅂ", "ㄹ"): ("ㅁ", "ㄴ"), ("ㅂ", "ㄴ"): ("ㅁ", "ㄴ"),
    ("ㅂ", "ㅁ"): ("ㅁ", "ㅁ"), ("ㄱ", "ㅇ"): ("", "ㄱ"), ("ㄹ", "ㅇ"): ("", "ㄹ"),
    ("ㅂ", "ㅇ"): ("", "ㅂ"),
}  # fmt: skip


@cache
def customary(syllable: str) -> tuple[str, ...]:
    """All spellings of a syllable, the official one first."""
    lead, vowel, tail = _letters(syllable)
    if tail not in TAIL:
        return ()
    return tuple(
        dict.fromkeys(
            head.strip() + v + t.strip()
            for head in LEAD[lead].split(" ")
            for v in VOWEL[vowel].split(" ")
            for t in (TAIL[tail].split(" ") if tail else ("",))
        )
    )


@cache
def surname_spellings(surname: str) -> tuple[str, ...]:
    """A Korean surname as it is printed, in small letters; empty for what is none."""
    known = tables.surnames_of_korea().get(surname)
    return tuple(one.lower() for one in known[1]) if known else ()


def official(name: str) -> str:
    """Revised Romanisation of a place's name, with its sound changes, in small letters."""
    sounded = _sounded(name)
    spelled = [_official(c) for c in sounded]
    return "".join(spelled).replace("lr", "ll")


def person(name: str, surname: str) -> str:
    """A person's name by the rules: the customary surname, the given name hyphenated."""
    family = tables.surnames_of_korea().get(surname, ((), ("",)))[1][0] or _official(surname)
    given = "-".join(map(_official, name[len(surname) :]))
    return f"{family} {given.capitalize()}".strip()


def links(name: str, surname: str) -> list[tuple[str, ...]]:
    """The spellings of each part of a name: its surname, then each syllable."""
    rest = [customary(c) for c in name[len(surname) :]]
    if not surname:
        return rest
    plain = [customary(c) for c in surname]
    joined = plain[0] if len(plain) == 1 else ()
    return [tuple(dict.fromkeys((*surname_spellings(surname), *joined))), *rest]


@cache
def by_print() -> dict[str, frozenset[str]]:
    """Korean syllables by every way to print them; surnames with `*` before them."""
    found: dict[str, set[str]] = {}
    for one in _syllables():
        for form in customary(one):
            found.setdefault(form, set()).add(one)
    return {form: frozenset(ones) for form, ones in found.items()}


@cache
def surnames_by_print() -> dict[str, frozenset[str]]:
    """Korean surnames by every way to print them."""
    found: dict[str, set[str]] = {}
    for surname in tables.surnames_of_korea():
        for form in surname_spellings(surname):
            found.setdefault(form, set()).add(surname)
    return {form: frozenset(ones) for form, ones in found.items()}


@cache
def _syllables() -> frozenset[str]:
    """Syllables that names are made of: the readings of characters, as the South writes them."""
    from_readings = {one for found in tables.readings().values() for one in found}
    return frozenset(from_readings)


def _letters(syllable: str) -> tuple[str, str, str]:
    lead, vowel, tail = parts(syllable)
    return LEADS[lead], VOWELS[vowel], TAILS[tail].strip()


def _official(syllable: str) -> str:
    found = customary(syllable) if is_syllable(syllable) else ()
    return found[0] if found else ""


def _sounded(name: str) -> str:
    """A name as it is spoken: 신라 → 실라, 강릉 → 강능."""
    sounds = [list(_letters(c)) for c in name if is_syllable(c)]
    for one, following in pairwise(sounds):
        changed = SOUNDS.get((one[2], following[0]))
        if changed:
            one[2], following[0] = changed
    return "".join(
        compose(LEADS.index(lead), VOWELS.index(vowel), TAILS.index(tail or " "))
        for lead, vowel, tail in sounds
    )
