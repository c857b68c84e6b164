"""Chinese-Korean spelling as the South spells it, with the way back.

    to_south("량국의 혁명력사").text   양국의 혁명역사

Nothing is replaced blindly: a stretch is changed only where it is no word of
the South and the result is one (12,981 pairs of the dictionary), by the list
of words no rule covers, or by the rule of 여 and 였 after certain stems. Words
are not exchanged: 령도자 becomes 영도자, not 지도자. Rules: orthography of
Chinese Korean (조선말규범집, 2016) against that of the South.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hapjak.hanja import tables
from hapjak.hanja.hangul import final, parts

WORD = re.compile("[가-힣]+")
COUNTED = frozenset({"년간", "년도", "년대", "리터"})  # stay after a figure: 5년간, 2021년도
PREFIXES = frozenset("다신총대반준초비무불재전부제각")  # what a compound may begin with
OPEN_VOWELS = frozenset({1, 5, 11, 16, 19})  # ㅐ ㅔ ㅚ ㅟ ㅢ
STEMS_IN_I = frozenset({"피", "비", "끼", "띠", "디디", "꽃피", "꾀이"})
STAY = ("귀여", "대여금", "대여료", "대여소", "대여하", "대여받", "대여점", "기여")
CALLS = ("구태여", "그대여")
STEM_SOUNDS = {"여": "어", "였": "었"}
LONGEST = 8


@dataclass(frozen=True, slots=True)
class Run:
    """One replaced stretch: its place in the result and in the source."""

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class South:
    """A text in the South's spelling and the stretches that were replaced, in order."""

    text: str
    runs: tuple[Run, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that a stretch of the result stands for.

        A stretch that begins or ends inside a replaced one takes all of it, so
        that `source[a:b]` always holds what is quoted.
        """
        return self._source(start, False), self._source(end, True)

    def _source(self, place: int, is_end: bool) -> int:
        shift = 0
        for run in self.runs:
            if place < run.start or (is_end and place == run.start):
                break
            if place < run.end:
                return run.source_end if is_end else run.source_start
            shift = run.source_end - run.end
        return place + shift


def to_south(text: str) -> South:
    """A text with its Chinese-Korean spellings replaced; as it was where nothing is sure.

    Linear in the text; a text already in the South's spelling stays as it is.
    """
    pieces: list[str] = []
    runs: list[Run] = []
    done = length = 0
    for start, end, new in _changes(text):
        kept = text[done:start]
        length += len(kept)
        runs.append(Run(length, length + len(new), start, end))
        pieces += [kept, new]
        length += len(new)
        done = end
    pieces.append(text[done:])
    return South("".join(pieces), tuple(runs))


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    """Stretches to replace, in order and apart."""
    for match in WORD.finditer(text):
        counted = match.start() > 0 and text[: match.start()].rstrip(" ")[-1:].isdecimal()
        for start, end, new in _word_changes(match[0], counted):
            yield match.start() + start, match.start() + end, new


def _word_changes(word: str, counted: bool) -> Iterator[tuple[int, int, str]]:
    """Replacements within one run of Hangul: at its head, after known heads, and at stems."""
    place = 0
    while place < len(word):
        found = _pair(word, place, counted and place == 0)
        if found is None:
            stem = _stem(word, place)
            if stem:
                yield place, place + 1, stem
            place += 1
            continue
        old, new = found
        if old != new:
            yield place, place + len(old), new
        place += len(old)


def _pair(word: str, place: int, counted: bool) -> tuple[str, str] | None:
    """The longest known spelling that begins at a place, and what replaces it."""
    heads = _heads()
    if word[place] not in heads:
        return None
    for length in range(min(LONGEST, len(word) - place), 0, -1):
        old = word[place : place + length]
        new = _spellings().get(old)
        if new is None:
            continue
        if place and not _may_begin(word, place, old):
            return None
        return (old, old) if counted and old in COUNTED else (old, new)
    return None


def _may_begin(word: str, place: int, old: str) -> bool:
    """Whether a word may begin inside a run: 혁명력사, but not 협력사업 or 가려고."""
    if len(old) < 2 or old in tables.left_alone():
        return False
    if place == 1 and word[0] not in PREFIXES:
        return False
    kept = tables.kept()
    around = [word[i : i + 3] for i in range(max(0, place - 2), place)]
    if any(three in kept for three in around):
        return False
    first = word[place - 2 : place] in tables.firsts()
    return first or word[place - 1 : place + 1] not in kept


def _stem(word: str, place: int) -> str | None:
    """어 for 여 and 었 for 였 where the stem before takes them in the South (되여, 학생이였다)."""
    new = STEM_SOUNDS.get(word[place])
    if new is None or place == 0:
        return None
    before = word[place - 1]
    if any(word.startswith(stay, place - 1) for stay in STAY):
        return None
    if word[: place + 1].endswith(CALLS):
        return None
    _, vowel, tail = parts(before)
    if tail:
        return None
    if vowel in OPEN_VOWELS:
        return new
    if before == "니" and word[max(0, place - 2) : place] == "아니":
        return new
    if before == "이" and word[place] == "였" and place > 1 and final(word[place - 2]):
        return new
    return new if word[:place] in STEMS_IN_I else None


@cache
def _spellings() -> dict[str, str]:
    return {
        **tables.south(),
        **tables.china_words(),
        **{word: word for word in tables.left_alone()},
    }


@cache
def _heads() -> frozenset[str]:
    return frozenset(old[0] for old in _spellings())
