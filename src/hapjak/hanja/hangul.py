"""Hangul syllables by their parts, and the South's initial-sound law.

Source of the law: orthography of South Korea, articles 10 to 12; Chinese
Korean keeps the sound (리용, 녀성) where the South writes 이용, 여성.
"""

from __future__ import annotations

import re

FIRST, LAST = 0xAC00, 0xD7A3
FINALS = 28
ONSET = 21 * FINALS
NIEUN, RIEUL, SILENT = 2, 5, 11
Y_VOWELS = frozenset({2, 3, 6, 7, 12, 17, 20})  # ㅑ ㅕ ㅖ ㅛ ㅠ ㅣ and ㅒ
RYEOL = frozenset({"렬", "률"})
LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
TAILS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
LOOSE_LETTERS = re.compile(f"([{LEADS}])([{VOWELS}])(?:([{TAILS[1:]}])(?![{VOWELS}]))?")
LAX = str.maketrans("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ")
GLIDES = str.maketrans("ㅑㅕㅛㅠㅖㅒ", "ㅏㅓㅗㅜㅔㅐ")


def is_syllable(character: str) -> bool:
    return FIRST <= ord(character) <= LAST


def has_final(syllable: str) -> bool:
    """Whether a syllable ends in a consonant."""
    return (ord(syllable) - FIRST) % FINALS > 0


def final(syllable: str) -> int:
    """Number of the final consonant; 0 for none, 4 for ㄴ."""
    return (ord(syllable) - FIRST) % FINALS


def parts(syllable: str) -> tuple[int, int, int]:
    """Numbers of a syllable's initial, vowel and final."""
    code = ord(syllable) - FIRST
    return code // ONSET, code % ONSET // FINALS, code % FINALS


def compose(lead: int, vowel: int, tail: int = 0) -> str:
    """The syllable of an initial, a vowel and a final."""
    return chr(FIRST + lead * ONSET + vowel * FINALS + tail)


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


def join_letters(text: str) -> str:
    """Separate letters written one after another as syllables: ㄱㅏㄴ → 간."""

    def syllable(match: re.Match[str]) -> str:
        tail = TAILS.index(match[3]) if match[3] else 0
        return compose(LEADS.index(match[1]), VOWELS.index(match[2]), tail)

    return LOOSE_LETTERS.sub(syllable, text)


def slack(text: str) -> str:
    """Hangul as it sounds to those who do not keep the rule of loan words.

    Tense sounds as lax ones, no y after ㅈ and ㅊ: 칭따오 = 칭다오, 쟝쑤 = 장쑤.
    """
    return "".join(_slack(c) if is_syllable(c) else c for c in text)


def _slack(syllable: str) -> str:
    lead, vowel, tail = parts(syllable)
    plain = LEADS[lead].translate(LAX)
    sound = VOWELS[vowel].translate(GLIDES) if plain in "ㅈㅊ" else VOWELS[vowel]
    return compose(LEADS.index(plain), VOWELS.index(sound), tail)
