"""Word lists of Chinese office language, and what asks them at a place in a text."""

from __future__ import annotations

import re
from functools import cache

from hapjak.reading.tables import read_table

HAN = r"\u3400-\u9fff"


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of one list of `data/words.zh.tsv`, the longest first."""
    found = {row["word"] for row in read_table("words.zh.tsv") if row["list"] == name}
    return tuple(sorted(found, key=len, reverse=True))


@cache
def word_pattern(name: str) -> re.Pattern[str]:
    """A list as one pattern, longest words first."""
    return re.compile("|".join(map(re.escape, words(name))))


@cache
def _by_head(name: str) -> dict[str, tuple[str, ...]]:
    heads: dict[str, list[str]] = {}
    for word in words(name):
        heads.setdefault(word[0], []).append(word)
    return {head: tuple(found) for head, found in heads.items()}


def begins(name: str, text: str, position: int) -> str | None:
    """The word of a list that begins at a place, the longest; None if there is none."""
    for word in _by_head(name).get(text[position : position + 1], ()):
        if text.startswith(word, position):
            return word
    return None


@cache
def sounds() -> frozenset[str]:
    """Characters that write names by sound."""
    return frozenset(words("transliteration")[0])
