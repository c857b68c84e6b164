"""Spellings of Chinese place names: characters, pinyin, Hangul by reading and by sound."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from hapjak.hanja import pinyin_to_hangul, tables

HERE = Path(__file__).parent


@cache
def table(name: str) -> dict[str, list[str]]:
    """Rows of a hand-kept table by their first column; lines that begin with # are remarks."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    found: dict[str, list[str]] = {}
    for row in rows[1:]:
        if row[0] in found:
            raise ValueError(f"{name}: {row[0]} stands twice")
        found[row[0]] = row[1:]
    return found


@cache
def _traditional() -> dict[str, str]:
    found: dict[str, str] = {}
    for old, new in tables.simplified().items():
        found.setdefault(new, old)
    return found | {c: row[0] for c, row in table("characters.tsv").items() if row[0]}


def traditional(name: str) -> str:
    """A Chinese name in traditional characters; words of the list before single characters."""
    words = table("words.tsv")
    for word, row in words.items():
        if row[0] and word in name:
            left, _, right = name.partition(word)
            return traditional(left) + row[0] + traditional(right)
    return "".join(_traditional().get(c, c) for c in name)


def reading(name: str) -> str | None:
    """The Chinese-Korean reading without initial-sound law; None where a character has none."""
    words = table("words.tsv")
    for word, row in words.items():
        if row[1] and word in name:
            left, _, right = name.partition(word)
            parts = [reading(left), row[1], reading(right)]
            return None if None in parts else "".join(filter(None, parts))
    syllables = [_syllable(c) for c in name]
    return None if None in syllables else "".join(filter(None, syllables))


def _syllable(character: str) -> str | None:
    own = table("characters.tsv").get(character)
    if own and own[1]:
        return own[1]
    found = tables.readings().get(character)
    return found[0] if found else None


def pinyin(name: str) -> list[str]:
    """Pinyin syllables, the list of names first."""
    for word, row in table("pinyin.tsv").items():
        if word in name:
            left, _, right = name.partition(word)
            return [*pinyin(left), *row[0].split(), *pinyin(right)]
    return [tables.pinyin()[character] for character in name]


def joined(syllables: list[str]) -> str:
    """Syllables as one word: xi an → Xi'an."""
    word = syllables[0] + "".join(f"'{s}" if s[0] in "aeo" else s for s in syllables[1:])
    return word.capitalize()


def sound(syllables: list[str]) -> str:
    """The transcription in South Korea."""
    found = [pinyin_to_hangul(syllable) for syllable in syllables]
    if None in found:
        raise ValueError(f"no pinyin: {syllables}")
    return "".join(filter(None, found))


def plain_latin(name: str) -> str:
    """Lüliang as keyboards write it: Lvliang comes beside."""
    return re.sub("ü", "u", name)
