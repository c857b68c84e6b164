"""Whether two articles are one report, as two outlets print it.

Copies are kept, each with its own source chain: what must be known is that
they are one voice and not two. Titles, bylines and pictures differ between
copies, one may be shortened or open with another lead; the sentences are the
same. Two copies in the two scripts of Chinese share no text: compare them in
one script.

A text is cut into shingles of eight letters, twenty in Latin script (blanks
and signs aside), and the share of the shorter text's shingles that stand in the longer
one tells (Broder, On the resemblance and containment of documents, 1997).
Measured on 45,150 pairs of 301 reports in Korean, Chinese and English, many
of the same partners and of one ministry's standing wording: copies share 0.45
and more, separate reports 0.20 at most; the same event retold in other words
lies between and is no copy.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

SHINGLE = 8  # letters of Han and Hangul
LATIN_SHINGLE = 20
COPIED = 0.4  # share of the shorter text
FEWEST = 25  # shingles; less text says nothing
_LETTERS = re.compile(r"[\W_]+")


class Likeness(NamedTuple):
    """How alike two texts are: the share of each that stands in the other."""

    of_first: float
    of_second: float

    @property
    def is_copy(self) -> bool:
        """Whether one is the other, perhaps shortened."""
        return max(self.of_first, self.of_second) >= COPIED


def shingles(text: str) -> frozenset[str]:
    """Stretches of letters, one at each letter; empty for texts too short to tell."""
    letters = _LETTERS.sub("", unicodedata.normalize("NFKC", text)).casefold()
    latin = sum(map(str.isascii, letters)) * 2 > len(letters)
    size = LATIN_SHINGLE if latin else SHINGLE
    found = frozenset(letters[at : at + size] for at in range(len(letters) - size + 1))
    return found if len(found) >= FEWEST else frozenset()


def likeness(first: str, second: str) -> Likeness:
    """How much of each text stands in the other.

    Texts of two languages share nothing: a translation is no copy.
    """
    ours, theirs = shingles(first), shingles(second)
    if not ours or not theirs:
        return Likeness(0.0, 0.0)
    shared = len(ours & theirs)
    return Likeness(shared / len(ours), shared / len(theirs))


def is_copy(first: str, second: str) -> bool:
    """Whether two texts are one report."""
    return likeness(first, second).is_copy
