"""Places that only stand beside another tells: in one word with it, or acting together with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hapjak.reading.english.capitals import Capitals
from hapjak.reading.english.gazetteer import listed, no_place

LONGEST = 3  # words of a place's name without its level
TOGETHER = re.compile(r" and (?:the )?(?=[A-Z])")
SISTERS = re.compile(
    r"\b(?:[Ss]ister|[Tt]win|[Ff]riendship)[\w -]{2,40}? between (?:the )?(?:[Cc]ity of )?(?=[A-Z])"
)
ACT_TOGETHER = re.compile(
    r"(?:, [^,;.]{3,60},)?(?: (?:provinces|cities|states|prefectures|counties|regions|governments))? (?:have|will|are|agree|sign|renew|bec[ao]me|celebrat|held|hold|establish|forg|enter|exchang|mark|met|meet|launch|conclud|ink)"
)


def sisters(capitals: Capitals) -> Iterator[str]:
    """Both of two that a tie is between, if no list has them: a sister-city tie between X and Y."""
    for match in SISTERS.finditer(capitals.text):
        first = capitals.at(match.end())
        last = capitals.run_right(first, no_place(), LONGEST) if first is not None else None
        joined = TOGETHER.match(capitals.text, capitals.ends[last]) if last is not None else None
        other = capitals.at(joined.end()) if joined else None
        for index in (first, other) if other is not None else ():
            if index is not None and capitals.words[index] not in no_place():
                end = capitals.ends[capitals.run_right(index, no_place(), LONGEST)]
                yield capitals.text[capitals.starts[index] : end]


def beside(capitals: Capitals, bases: set[str], ends: set[int]) -> Iterator[str]:
    """What acts together with a known place: Suwon and Harwick have agreed."""
    for match in TOGETHER.finditer(capitals.text):
        last, first = capitals.until(match.start()), capitals.at(match.end())
        if last is None or first is None:
            continue
        left = capitals.run_left(last, no_place(), LONGEST)
        right = capitals.run_right(first, no_place(), LONGEST)
        one = capitals.text[capitals.starts[left] : capitals.ends[last]]
        other = capitals.text[capitals.starts[first] : capitals.ends[right]]
        known = [name in listed() or name in bases for name in (one, other)]
        known[0] |= match.start() in ends  # X City and Y
        named = capitals.words[first] not in no_place() and (
            known[0] or capitals.words[last] not in no_place()
        )
        if any(known) and named and ACT_TOGETHER.match(capitals.text, capitals.ends[right]):
            yield other if known[0] else one


def hyphened(capitals: Capitals, bases: set[str]) -> Iterator[tuple[int, int, str]]:
    """Both places of a pair in one word: the Noland-Westmark Joint Committee."""
    for index, word in enumerate(capitals.words):
        left, dash, right = word.partition("-")
        if not dash or not (right in listed() or right in bases):
            continue
        middle = capitals.starts[index] + len(left)
        for first in range(max(0, index - LONGEST + 1), index + 1):
            name = capitals.text[capitals.starts[first] : middle]
            if name in listed() or name in bases:
                yield capitals.starts[first], middle, name
                yield middle + 1, capitals.ends[index], right
                break
