"""Hangul syllables by their parts, and the South's initial-sound law.

Source of the law: orthography of South Korea, articles 10 to 12; Chinese
Korean keeps the sound (리용, 녀성) where the South writes 이용, 여성.
"""

from __future__ import annotations

FIRST, LAST = 0xAC00, 0xD7A3
FINALS = 28
ONSET = 21 * FINALS
NIEUN, RIEUL, SILENT = 2, 5, 11
Y_VOWELS = frozenset({2, 3, 6, 7, 12, 17, 20})  # ㅑ ㅕ ㅖ ㅛ ㅠ ㅣ and ㅒ
RYEOL = frozenset({"렬", "률"})


def is_syllable(character: str) -> bool:
    return FIRST <= ord(character) <= LAST


def has_final(syllable: str) -> bool:
    """Whether a syllable ends in a consonant."""
    return (ord(syllable) - FIRST) % FINALS > 0


def final(syllable: str) -> int:
    """Number of the final consonant; 0 for none, 4 for ㄴ."""
    return (ord(syllable) - FIRST) % FINALS


def fold(syllable: str) -> str:
    """A syllable as the law writes it at the head of a word; others unchanged."""
    if not is_syllable(syllable):
        return syllable
    code = ord(syllable) - FIRST
    onset, vowel = code // ONSET, code % ONSET // FINALS
    if onset == RIEUL:
        return chr(ord(syllable) + ((SILENT if vowel in Y_VOWELS else NIEUN) - RIEUL) * ONSET)
    if onset == NIEUN and vowel in Y_VOWELS:
        return chr(ord(syllable) + (SILENT - NIEUN) * ONSET)
    return syllable
