"""Names that are not what they seem: told with the reason, never joined by themselves.

A name may look like another and be spelled with other characters: Cyrillic а
in "Cаi Qi", an invisible mark inside 蔡奇, 金 as the compatibility character
U+F90A. Some of this is an accident of old files, some is meant to mislead; a
person decides which.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from hapjak.hanja.hangul import is_syllable
from hapjak.hanja.plain import UNSEEN, is_han, is_latin

ALIKE = re.compile("(CYRILLIC|GREEK|COPTIC|CHEROKEE|ARMENIAN|LISU|DESERET|MATHEMATICAL)")
KANA = re.compile("[\u3040-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff]")
DIGIT_IN_WORD = re.compile("[A-Za-zÀ-ɏ][0-9]+[A-Za-zÀ-ɏ]")
MARKS_IN_A_ROW = 3


class Suspicion(StrEnum):
    """Why a name is shown as suspect."""

    INVISIBLE = "invisible"  # marks without width, joiners, variation selectors, fillers
    CONTROL = "control"  # control characters, direction overrides, broken surrogates
    COMPATIBILITY = "compatibility"  # ﬁ, Ａ, 金 U+F90A, ⼈: another code for the same shape
    MIXED = "mixed"  # letters of scripts that look alike in one name
    DIGIT = "digit"  # J1nping, 0h Se-hoon
    MARKS = "marks"  # several accents on one letter


def suspicions(name: str) -> tuple[Suspicion, ...]:
    """What is odd about a name, in a fixed order; nothing for a clean one.

    Composition alone (NFD) is no reason, nor is a space, a hyphen or an accent.
    """
    composed = unicodedata.normalize("NFC", name)
    found = {
        Suspicion.INVISIBLE: _invisible(composed),
        Suspicion.CONTROL: any(unicodedata.category(c) in ("Cc", "Cs", "Co") for c in composed)
        or re.search("[\u202a-\u202e\u2066-\u2069]", composed) is not None,
        Suspicion.COMPATIBILITY: any(map(_other_code, name)),
        Suspicion.MIXED: _mixed(composed),
        Suspicion.DIGIT: DIGIT_IN_WORD.search(composed) is not None,
        Suspicion.MARKS: _marks(composed),
    }
    return tuple(reason for reason, applies in found.items() if applies)


def is_suspect(name: str) -> bool:
    """Whether a name must be shown as suspect and never joined without a person."""
    return bool(suspicions(name))


def _invisible(name: str) -> bool:
    return UNSEEN.search(name) is not None or any(unicodedata.category(c) == "Cf" for c in name)


def _other_code(character: str) -> bool:
    """Whether a letter or digit is only another code of a usual one.

    Conjoining letters and syllables of Hangul are alike; separate letters (ㅎ)
    are letters of their own.
    """
    if is_syllable(character) or "\u3131" <= character <= "\u318e":
        return False
    changed = unicodedata.normalize("NFKC", character) != character
    return changed and (unicodedata.category(character)[0] in "LN" or is_han(character))


def _mixed(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    alike = any(ALIKE.match(unicodedata.name(c, "")) for c in letters)
    return (alike and any(map(is_latin, letters))) or (
        any(map(KANA.match, letters)) and any(map(is_han, letters))
    )


def _marks(name: str) -> bool:
    decomposed = unicodedata.normalize("NFD", name)
    row = 0
    for character in decomposed:
        row = row + 1 if unicodedata.combining(character) else 0
        if row >= MARKS_IN_A_ROW:
            return True
    return False
