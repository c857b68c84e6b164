"""Words and patterns sought in a text.

`re` runs along a text fast where a pattern begins with a letter or a class of
them, and tries every alternative at every place where it begins with anything
else (a look behind, a group, a choice of groups). Two ways around that, both
read from the pattern itself:

- `Anchored` knows which characters a match begins with and tries it only there;
- `Worded` knows words of which every match holds one, and tries it only in
  texts that hold one. Most sentences hold none.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from ahocorasick_rs import AhoCorasick

FEW = 24  # words for which the building of an automaton costs more than it saves
FEW_WORDS = 12  # that are found sooner one after the other
MOST_WORDS = 128  # of which one must stand in every match
TELLING = 4  # letters; longer words tell little more than fewer ones


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
    """A pattern that is tried only where a match can begin, for those that no letter or class opens.

    Args:
        behind: A look behind that every match stands after.

    Raises:
        ValueError: Its matches may be empty or begin with any character.
    """

    __slots__ = ("_begins", "fullmatch", "match", "pattern")

    def __init__(self, pattern: str, flags: int = 0, behind: str = "") -> None:
        self.pattern = re.compile(behind + pattern, flags)
        self.match, self.fullmatch = self.pattern.match, self.pattern.fullmatch
        firsts, empty = _firsts(_parser.parse(pattern, flags))
        if empty or not firsts:
            raise ValueError(f"may begin anywhere, so compile it with re: {pattern!r}")
        self._begins = re.compile(f"{behind}[{''.join(sorted(firsts))}]", flags & re.IGNORECASE)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match, as `re` finds it."""
        match = self.match
        for begin in self._begins.finditer(text, start, end):
            if found := match(text, begin.start(), end):
                return found
        return None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """All matches, as `re` finds them."""
        match = self.match
        for begin in self._begins.finditer(text, start, end):
            at = begin.start()
            if at >= start and (found := match(text, at, end)):
                start = found.end()
                yield found


class Worded:
    """A pattern that is tried only in texts that hold one of the words without which nothing matches.

    Raises:
        ValueError: There are no such words, or too many.
    """

    __slots__ = ("_folds", "_matcher", "_words", "fullmatch", "match", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)
        self.match, self.fullmatch = self.pattern.match, self.pattern.fullmatch
        words = needed(_parser.parse(pattern, flags))
        if words is None:
            raise ValueError(
                f"matches without any of few words, so compile it with re: {pattern!r}"
            )
        self._folds = bool(flags & re.IGNORECASE)
        self._words = sorted({word.lower() if self._folds else word for word in words})
        self._matcher = AhoCorasick(self._words) if len(words) > FEW_WORDS else None

    def may_match(self, text: str) -> bool:
        """Whether a text holds one of the words."""
        if self._folds:
            text = text.lower()
        if self._matcher is not None:
            return bool(self._matcher.find_matches_as_indexes(text))
        return any(map(text.__contains__, self._words))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match, as `re` finds it."""
        return self.pattern.search(text, start, end) if self.may_match(text) else None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """All matches, as `re` finds them."""
        return self.pattern.finditer(text, start, end) if self.may_match(text) else iter(())


Pattern = re.Pattern[str] | Anchored | Worded
Items = Iterable[tuple[Any, Any]]


def needed(items: Items) -> frozenset[str] | None:
    """Words of which every match of a sequence holds one, the longest such set; None if there is none."""
    found: list[frozenset[str]] = []
    run: frozenset[str] = frozenset({""})  # all that the items since the last open one can be
    for operation, value in items:
        own = _strings(str(operation), value)
        if own is None:
            inner = _needed_in(str(operation), value)
            run = frozenset({""})
            found += [] if inner is None else [inner]
        else:
            fits = len(own) * len(run) <= MOST_WORDS
            run = frozenset(map("".join, product(run, own))) if fits else own
            found += [own, run]
    told = [_shortest(words) for words in found if "" not in words]
    return max(told, key=_worth, default=None)


def _worth(words: frozenset[str]) -> tuple[int, int, int]:
    lengths = [len(word) for word in words]
    return min(TELLING, *lengths), -len(words), sum(lengths)


def _shortest(words: frozenset[str]) -> frozenset[str]:
    """The words that hold no other of them."""
    return frozenset(w for w in words if not any(o in w for o in words if o != w))


def _needed_in(operation: str, value: Any) -> frozenset[str] | None:
    if operation == "SUBPATTERN":
        return needed(value[-1])
    if operation == "BRANCH":
        parts = [needed(part) for part in value[1]]
        every = [words for words in parts if words is not None]
        whole = frozenset().union(*every)
        return whole if len(every) == len(parts) and len(whole) <= MOST_WORDS else None
    if operation in ("MAX_REPEAT", "MIN_REPEAT") and value[0] > 0:
        return needed(value[2])
    return None


def _strings(operation: str, value: Any) -> frozenset[str] | None:
    """All that an item can match, if that is a few strings; None if it is more."""
    if operation in _NO_WIDTH:
        return frozenset({""})
    if operation == "LITERAL":
        return frozenset({chr(value)})
    if operation == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return frozenset(chr(member) for _, member in value)
    if operation == "SUBPATTERN":
        return _all_strings(value[-1])
    if operation == "BRANCH":
        parts = [_all_strings(part) for part in value[1]]
        return None if None in parts else frozenset().union(*(p for p in parts if p is not None))
    if operation in ("MAX_REPEAT", "MIN_REPEAT") and value[1] == 1:
        once = _all_strings(value[2])
        return once if once is None or value[0] else once | {""}
    return None


def _all_strings(items: Items) -> frozenset[str] | None:
    every: frozenset[str] = frozenset({""})
    for operation, value in items:
        own = _strings(str(operation), value)
        if own is None or len(own) * len(every) > MOST_WORDS:
            return None
        every = frozenset(map("".join, product(every, own)))
    return every


_PLAIN_CLASSES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}
_NO_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")


def _firsts(items: Items) -> tuple[set[str], bool]:
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
