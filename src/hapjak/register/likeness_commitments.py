"""How alike two commitments are: meeting, speaker, field, and what their words share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from hapjak.register.likeness_people import may_be_one
from hapjak.register.likeness_reasons import Likeness, Reason, Why, weighed
from hapjak.register.likeness_shapes import LineShape
from hapjak.register.likeness_words import Words, comparable, overlap, stretches, words_of

PROPOSED = 58  # from this score on, where one of two is English
PROPOSED_BY_KEY = 40  # from this score on, where the letters can be compared
SHARED_WORDS = 55  # points where one wording stands in the other whole

_words = lru_cache(maxsize=4096)(words_of)


def compare(one: LineShape, other: LineShape, *, alone: bool = False) -> Likeness | None:
    """How alike two lines of meetings that are or may be one are; None where they cannot be one.

    `alone` says that no other line of the two reports is of their field.
    """
    speaker = _speaker(one, other)
    if speaker is None or one.place.told_beside(other.place):
        return None
    left, right = _words(one.wording, one.language), _words(other.wording, other.language)
    told = _letters(left, right) if comparable(left, right) else _meaning(one, other, left, right)
    reasons = [speaker, *_field(one, other), *told, *_further(one, other, left, right)]
    if alone and one.field == other.field:
        reasons.append(Reason(Why.ONLY_ONE, 12))
    return weighed(reasons)


def alone_in_field(lines: Iterable[LineShape]) -> set[str]:
    """Records of lines that are the only ones of their field in their report."""
    by_field: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for line in lines:
        by_field[line.meeting, line.field].append(line.record)
    return {found[0] for found in by_field.values() if len(found) == 1}


def is_likely(one: LineShape, other: LineShape, found: Likeness) -> bool:
    """Whether two lines are alike enough to be proposed."""
    by_key = (one.language == "en") == (other.language == "en")
    return found.score >= (PROPOSED_BY_KEY if by_key else PROPOSED)


def _speaker(one: LineShape, other: LineShape) -> Reason | None:
    if one.speaker is None or other.speaker is None:
        return Reason(Why.SPEAKER_UNKNOWN, 5)
    return Reason(Why.SAME_SPEAKER, 12) if may_be_one(one.speaker, other.speaker) else None


def _field(one: LineShape, other: LineShape) -> Iterator[Reason]:
    ours, theirs = {one.field, *one.other_fields}, {other.field, *other.other_fields}
    if one.field == other.field:
        yield Reason(Why.SAME_FIELD, 20)
    elif one.field[:3] == other.field[:3] or ours & theirs:
        yield Reason(Why.NEAR_FIELD, 12)
    else:
        yield Reason(Why.OTHER_FIELD, -10)


def _letters(left: Words, right: Words) -> Iterator[Reason]:
    share = overlap(left, right)
    if share == 0:
        yield Reason(Why.NO_WORDS, -15)
    else:
        yield Reason(Why.WORDS, round(SHARED_WORDS * min(1.0, 1.4 * share)), stretches(left, right))


def _meaning(one: LineShape, other: LineShape, left: Words, right: Words) -> Iterator[Reason]:
    """What stands in for the letters where one of the two is English."""
    themes = left.themes & right.themes
    if themes:
        share = len(themes) / max(1, min(len(left.themes), len(right.themes)))
        yield Reason(Why.THEMES, round(15 * share), sorted(themes))
    elif left.themes and right.themes:
        yield Reason(Why.OTHER_FIELD, -12)
    apart = abs(one.order - other.order)
    if apart < 0.34:
        yield Reason(Why.ORDER, round(10 * (1 - 3 * apart)))


def _further(one: LineShape, other: LineShape, left: Words, right: Words) -> Iterator[Reason]:
    yield from _quantity(one.quantity, other.quantity)
    numbers = left.numbers & right.numbers
    if numbers:
        yield Reason(Why.NUMBERS, 8, sorted(numbers))
    named = one.named & other.named
    if named:
        yield Reason(Why.NAMED, min(10, 5 * len(named)), sorted(named))
    if one.acting and one.acting == other.acting:
        yield Reason(Why.SAME_ACTING, 6)
    if abs(one.firmness - other.firmness) > 2:
        yield Reason(Why.OTHER_FIRMNESS, -8)
    if one.due and one.due == other.due:
        yield Reason(Why.SAME_DUE, 6)


def _quantity(one: Mapping[str, str], other: Mapping[str, str]) -> Iterator[Reason]:
    if not one or not other or one.get("unit") != other.get("unit"):
        return
    same = one.get("amount") == other.get("amount")
    yield Reason(Why.SAME_QUANTITY, 20) if same else Reason(Why.OTHER_QUANTITY, -15)


def assigned(
    ours: Iterable[LineShape], theirs: Iterable[LineShape], apart: frozenset[frozenset[str]]
) -> Iterator[tuple[LineShape, LineShape, Likeness]]:
    """Lines of two documents paired off, the likest first: two lines of one report are two.

    `apart` are pairs of heads that were judged different. Lines that are one already
    are paired off with each other.
    """
    left = {line.record: line for line in ours}
    right = {line.record: line for line in theirs}
    only = alone_in_field([*left.values(), *right.values()])
    heads = {line.place.head: line.record for line in right.values()}
    for line in list(left.values()):
        twin = right.pop(heads.get(line.place.head, ""), None)
        if twin is not None:
            del left[line.record]
            known = compare(line, twin, alone={line.record, twin.record} <= only)
            if known is not None and is_likely(line, twin, known):
                yield line, twin, known
    scored = []
    for one in left.values():
        for other in right.values():
            alone = one.record in only and other.record in only
            likeness = compare(one, other, alone=alone)
            pair = frozenset((one.place.head, other.place.head))
            if likeness is None or pair in apart:
                continue
            if is_likely(one, other, likeness):
                scored.append((one, other, likeness))
    scored.sort(key=lambda s: (-s[2].score, abs(s[0].order - s[1].order), s[0].record, s[1].record))
    for one, other, likeness in scored:
        if one.record in left and other.record in right:
            del left[one.record], right[other.record]
            yield one, other, likeness
