"""Revised Romanisation of Korean place names, with sound changes inside the name."""

from __future__ import annotations

INITIALS = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k",
            "t", "p", "h"]  # fmt: skip
VOWELS = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo",
          "we", "wi", "yu", "eu", "ui", "i"]  # fmt: skip
FINALS = ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p",
          "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"]  # fmt: skip
VOICED = {"k": "g", "t": "d", "p": "b", "l": "r"}
NASAL = {"k": "ng", "t": "n", "p": "m"}


def romanised(name: str) -> str:
    """종로 → Jongno, 밀양 → Miryang; Hangul syllables only."""
    letters = ""
    ending = ""
    for syllable in name:
        code = ord(syllable) - 0xAC00
        first, vowel, last = INITIALS[code // 588], VOWELS[code % 588 // 28], FINALS[code % 28]
        ending, first = _joined(ending, first)
        letters += ending + first + vowel
        ending = last
    return (letters + ending).capitalize()


def _joined(ending: str, first: str) -> tuple[str, str]:
    """What becomes of a final consonant and the next initial one."""
    if not first:
        return VOICED.get(ending, ending), ""
    if first == "r":
        if ending in ("l", "n"):
            return "l", "l"
        return NASAL.get(ending, ending), "n" if ending else "r"
    if first in ("n", "m"):
        if ending == "l" and first == "n":
            return "l", "l"
        return NASAL.get(ending, ending), first
    return ending, first
