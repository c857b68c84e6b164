"""Korean text as it must be matched: particles, and fixed phrases without regard to spacing."""

from __future__ import annotations

import re
from functools import cache

from hapjak.reading.tables import read_table

# The longest first: 에서의 before 에서.
PARTICLES = tuple(row["word"] for row in read_table("words.ko.tsv") if row["list"] == "particle")
_ALTERNATIVES = "|".join(sorted(PARTICLES, key=len, reverse=True))
# What may follow a name: a particle or two, then no more Hangul.
AFTER = rf"(?=(?:{_ALTERNATIVES}){{0,2}}(?:[^가-힣]|$))"
BEFORE = r"(?<![가-힣])"
PARTICLE = re.compile(rf"(?:{_ALTERNATIVES})$")


class Squeezed:
    """A text without blanks; `origin[i]` is where its i-th character stood."""

    def __init__(self, text: str) -> None:
        self.origin = [index for index, character in enumerate(text) if not character.isspace()]
        self.text = "".join(text[index] for index in self.origin)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the squeezed text in the text itself."""
        return self.origin[start], self.origin[end - 1] + 1


@cache
def squeeze(text: str) -> str:
    """A phrase without its blanks."""
    return "".join(text.split())


def has_final(syllable: str) -> bool:
    """Whether a Hangul syllable ends in a consonant."""
    return "가" <= syllable <= "힣" and (ord(syllable) - ord("가")) % 28 > 0
