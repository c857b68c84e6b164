"""The search key: one spelling for Chinese and Korean words that share their hanja.

冰雪产业, 빙설산업 and 빙설 산업 have one key; so have 利用, 리용 and 이용. The key
is for finding and proposing, never for joining: 蔡奇 and 蔡琪 share it.
"""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from hapjak.hanja import tables
from hapjak.hanja.hangul import fold
from hapjak.hanja.plain import plain


def search_key(text: str) -> str:
    """The key of a text; spaces and punctuation gone, linear in its length.

    Chinese words are read by longest match in the word list, other characters
    by their first Sino-Korean reading; then ㄹ and ㄴ are folded at every
    syllable, on Chinese and Korean alike, because where a word begins is not
    known. Characters without a reading stay themselves. The key of a key is
    the key, and composition, width and invisible characters do not matter.
    """
    read = _read(plain(text).lower())
    letters = plain("".join(c for c in read if c.isalnum())).lower()
    return "".join(fold(c) for c in letters if c.isalnum())


def _read(text: str) -> str:
    readings = tables.readings()
    parts: list[str] = []
    position = 0
    for start, end, word in _words(text):
        parts.extend(_first(readings, c) for c in text[position:start])
        parts.append(tables.words()[word])
        position = end
    parts.extend(_first(readings, c) for c in text[position:])
    return "".join(parts)


def _first(readings: dict[str, tuple[str, ...]], character: str) -> str:
    found = readings.get(character)
    return found[0] if found else character


def _words(text: str) -> list[tuple[int, int, str]]:
    found = _matcher().find_matches_as_indexes(text)
    return [(start, end, text[start:end]) for _, start, end in found]


@cache
def _matcher() -> AhoCorasick:
    return AhoCorasick(list(tables.words()), matchkind=MatchKind.LeftmostLongest)
