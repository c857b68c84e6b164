"""Words of office in Korean text: a post alone, on its body, or glued behind a name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from hapjak.reading.korean.words import PARTICLES
from hapjak.reading.tables import read_table

JOINS = ("이며", "이자", "이고", "이면서", "들인", "인", "들", "겸", "")
LIST_JOINS = ("이며", "이자", "이고", "이면서", "겸")  # another post of the same person follows
HEADS = frozenset(
    {"지도자", "책임자", "대표", "관계자", "위원"}
)  # govern all names up to the next post
# Posts behind which a name of four syllables without a surname is one (파음조로)
LEADING = frozenset(
    ("서기", "부서기", "성장", "부성장", "시장", "부시장", "주석", "부주석", "주장", "부주장")
)
AMBIGUOUS = frozenset(
    {"시장", "성장", "현장", "주장", "공사", "대표", "관장", "조장", "사장", "구장"}
)
CERTAIN = frozenset(
    ("서기", "지사", "총장", "총재")
)  # words of two syllables that are only offices
LONGEST = 8
REMEMBERED = 65_536  # words whose reading is kept
_TAILS = frozenset((*JOINS, *PARTICLES))
_LONGEST_TAIL = max(map(len, _TAILS))


@cache
def titles() -> dict[str, str]:
    """Titles with the kind of body they belong to."""
    return {row["title"]: row["kind"] for row in read_table("posts.ko-CN.tsv")}


@cache
def titles_of(kind: str) -> frozenset[str]:
    """The titles that belong to one kind of body."""
    return frozenset(title for title, of in titles().items() if of == kind)


def tails(token: str) -> Iterator[tuple[str, str]]:
    """A word parted before what may hang on a post, the longest post first."""
    for length in range(min(_LONGEST_TAIL, len(token) - 1) + 1):
        tail = token[len(token) - length :]
        if tail in _TAILS:
            yield token[: len(token) - length], tail


@lru_cache(maxsize=REMEMBERED)
def part(token: str) -> tuple[str, str] | None:
    """A word as (title, what hangs on it); None if it is no post."""
    if not _may_be_post(token):
        return None
    for stem, tail in tails(token):
        if stem in titles():
            return stem, tail
    return None


@lru_cache(maxsize=REMEMBERED)
def glued(token: str) -> tuple[tuple[str, str, str], ...]:
    """A word as (what stands before the title, title, what hangs on it), the longest title first."""
    if len(token) < 4 or not _may_be_post(token):
        return ()
    return tuple(
        (stem[:-length], stem[-length:], tail)
        for stem, tail in tails(token)
        for length in range(min(LONGEST, len(stem) - 2), 1, -1)
        if stem[-length:] in titles()
    )


@cache
def _last_syllables() -> frozenset[str]:
    return frozenset(title[-1] for title in titles())


def _may_be_post(token: str) -> bool:
    return any(syllable in _last_syllables() for syllable in token[-_LONGEST_TAIL - 1 :])
