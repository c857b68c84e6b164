"""Words and patterns sought in a text.

`re` runs along a text fast where a pattern begins with a letter or a class of
them, and tries every alternative at every place where it begins with anything
else (a look behind, a group, a choice of groups). `Anchored` reads from the
pattern which characters its matches begin with and tries it only there.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from ahocorasick_rs import AhoCorasick

_PLAIN_CLASSES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}
_NO_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")


FEW = 24  # words for which the building of an automaton costs more than it saves


def occurrences(words: Sequence[str], text: str) -> Iterator[tuple[str, int, int]]:
    """Every place where one of the words of this text alone stands, overlapping or not, in no order."""
    if len(words) > FEW:
        for index, start, end in AhoCorasick(words).find_matches_as_indexes(text, overlapping=True):
            yield words[index], start, end
        return
    for word in words:
        start = text.find(word)
        while start >= 0:
            yield word, start, start + len(word)
            start = text.find(word, start + 1)


class Anchored:
    """A pattern with the search and finditer of `re`, for patterns that no letter or class opens.

    Raises:
        ValueError: Its matches may be empty or begin with any character.
    """

    __slots__ = ("_begins", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)
        firsts, empty = _firsts(_parser.parse(pattern, flags))
        if empty or not firsts:
            raise ValueError(f"may begin anywhere: {pattern!r}")
        self._begins = re.compile(f"[{''.join(sorted(firsts))}]", flags & re.IGNORECASE)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match, as `re` finds it."""
        match = self.pattern.match
        for begin in self._begins.finditer(text, start, end):
            if found := match(text, begin.start(), end):
                return found
        return None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """All matches, as `re` finds them."""
        match = self.pattern.match
        for begin in self._begins.finditer(text, start, end):
            at = begin.start()
            if at >= start and (found := match(text, at, end)):
                start = found.end()
                yield found


def _firsts(items: Iterable[tuple[Any, Any]]) -> tuple[set[str], bool]:
    """What matches of a sequence begin with, as pieces of a class, and whether they may be empty."""
    found: set[str] = set()
    for operation, value in items:
        firsts, empty = _of_item(str(operation), value)
        found |= firsts
        if not empty:
            return found, False
    return found, True


def _of_item(operation: str, value: Any) -> tuple[set[str], bool]:
    if operation in _NO_WIDTH:
        return set(), True
    if operation == "LITERAL":
        return {re.escape(chr(value))}, False
    if operation == "IN":
        return {_of_class(str(kind), member) for kind, member in value}, False
    if operation == "SUBPATTERN":
        return _firsts(value[-1])
    if operation == "BRANCH":
        parts = [_firsts(part) for part in value[1]]
        return set().union(*(firsts for firsts, _ in parts)), any(empty for _, empty in parts)
    if operation in ("MAX_REPEAT", "MIN_REPEAT"):
        firsts, empty = _firsts(value[2])
        return firsts, empty or value[0] == 0
    raise ValueError(f"begins with any character: {operation} {value}")


def _of_class(kind: str, member: Any) -> str:
    if kind == "LITERAL":
        return re.escape(chr(member))
    if kind == "RANGE":
        return f"{re.escape(chr(member[0]))}-{re.escape(chr(member[1]))}"
    if kind == "CATEGORY" and str(member) in _PLAIN_CLASSES:
        return _PLAIN_CLASSES[str(member)]
    raise ValueError(f"begins with any character: {kind} {member}")
