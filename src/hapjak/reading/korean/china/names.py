"""What can be a person's name in Korean text.

A name of China or Korea is a surname with one or two syllables behind it.
Names without a surname (Mongolian, Russian, Japanese) are told by what
stands around them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from hapjak.hanja import tables
from hapjak.reading.korean.words import PARTICLES, has_final
from hapjak.reading.tables import read_table

NAME_ENDS = ("은", "가", "도", "로", "만", "인", "의")  # syllables that names end in as well
GLOSS = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]{2,5}$")
NO_NAME = frozenset(
    row["word"] for row in read_table("words.ko-CN.tsv") if row["list"] == "no name"
)
NO_NAME_ENDS = tuple(
    row["word"] for row in read_table("words.ko-CN.tsv") if row["list"] == "no name end"
)
BY_LENGTH = tuple(sorted(PARTICLES, key=len, reverse=True))
AFTER_FINAL = frozenset(("이", "은", "을", "과", "으로", "이며", "이자", "과의", "과는"))
SUBJECTS = ("은", "는", "이", "가")
AFTER_VOWEL = frozenset(("가", "는", "를", "와", "와의", "와는"))


def stems(token: str, stands_alone: Callable[[str], bool], carries: bool = False) -> list[str]:
    """A word and the word without its particle, the likelier reading first.

    한준이 is 한준 with 이, 김정은 a name: endings that names often have are cut
    only if the text shows the shorter word elsewhere, or where no name can
    stand without a particle (`carries`).
    """
    cut = [token.removesuffix(particle) for particle in BY_LENGTH if token.endswith(particle)]
    fitting = [s for s in cut if len(s) >= 2 and _fits(s[-1], token[len(s) :])]
    likely = [
        s
        for s in fitting
        if len(token) > 4
        or token[len(s) :] not in NAME_ENDS
        or stands_alone(s)
        or (carries and token[len(s) :] in SUBJECTS)
    ]
    return [*likely, token, *(s for s in fitting if s not in likely)]


def _fits(last: str, particle: str) -> bool:
    """가 and 는 follow a vowel, 이 and 은 a consonant (orthography §8)."""
    if particle in AFTER_FINAL:
        return has_final(last)
    return particle not in AFTER_VOWEL or not has_final(last)


@cache
def surnames() -> frozenset[str]:
    """Surnames as they are read: all of China by the hanja, and those of Korea."""
    return (
        frozenset(reading for reading, _ in tables.surnames().values()) | tables.korean_surnames()
    )


def is_name(word: str, glossed: bool = False) -> bool:
    """Whether a word can be a person's name: by surname and length, or by its hanja."""
    if word in NO_NAME or not re.fullmatch(r"[가-힣]{2,6}", word):
        return False
    if glossed:
        return True
    if word.endswith(NO_NAME_ENDS):
        return False
    return (len(word) in (2, 3) and word[0] in surnames()) or (
        len(word) == 4 and word[:2] in surnames()
    )


def may_be_foreign(word: str) -> bool:
    """Whether a word can be a name without a Chinese or Korean surname, if its place says so."""
    return word not in NO_NAME and bool(re.fullmatch(r"[가-힣]{2,9}(?:·[가-힣]{1,9}){0,3}", word))
