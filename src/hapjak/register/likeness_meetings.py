"""How alike two meetings are: parties, days, people, kind, place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from hapjak.hanja import match_spelling
from hapjak.hanja.words import Kind
from hapjak.register.likeness_days import Nearness, Precision, Window, nearness, window_of
from hapjak.register.likeness_people import in_common
from hapjak.register.likeness_reasons import Likeness, Reason, Why, weighed
from hapjak.register.likeness_shapes import MeetingShape, PartyShape
from hapjak.register.models import MeetingKind as Kinds

PROPOSED = 65  # from this score on
NEAR = {
    frozenset(pair)
    for pair in (
        (Kinds.TALKS, Kinds.SIGNING),
        (Kinds.TALKS, Kinds.VISIT),
        (Kinds.TALKS, Kinds.CALL),
        (Kinds.TALKS, Kinds.FORUM),
        (Kinds.SIGNING, Kinds.VISIT),
        (Kinds.SIGNING, Kinds.FORUM),
        (Kinds.SIGNING, Kinds.EXHIBITION),
        (Kinds.FORUM, Kinds.EXHIBITION),
    )
}
DAYS = {
    Nearness.SAME_DAY: (Why.SAME_DAY, 25),
    Nearness.SAME_DAYS: (Why.SAME_DAYS, 20),
    Nearness.DAY_APART: (Why.DAY_APART, 18),
    Nearness.SAME_MONTH: (Why.SAME_MONTH, 10),
    Nearness.REPORTED: (Why.REPORTED, 8),
}
PEOPLE = (0, 12, 20, 25)


def window(meeting: MeetingShape) -> Window | None:
    """When it was; an announced one without a date has no window."""
    found = window_of(meeting.date, meeting.until, meeting.place.published)
    announced = meeting.planned and found is not None and found.precision is Precision.REPORTED
    return None if announced else found


def compare(one: MeetingShape, other: MeetingShape) -> Likeness | None:
    """How alike two meetings are; None where they cannot be one.

    They cannot where a report tells of both, where one is a part of the other, and
    where days, kinds or parties exclude it.
    """
    if _told_apart(one, other):
        return None
    left, right = window(one), window(other)
    near = nearness(left, right) if left and right else None
    kind = _kind(one, other)
    parties = parties_in_common(one.parties, other.parties)
    if near is None or kind is None or parties is None:
        return None
    why, points = DAYS[near]
    reasons = [Reason(why, points), kind, parties, *_people(one, other), *_place(one, other)]
    if one.planned != other.planned:
        reasons.append(Reason(Why.PLANNED, -10))
    return weighed(reasons)


def _told_apart(one: MeetingShape, other: MeetingShape) -> bool:
    parts = {one.part_of, other.part_of} & {
        one.record,
        one.place.head,
        other.record,
        other.place.head,
    }
    return one.place.told_beside(other.place) or bool(parts - {None})


def _kind(one: MeetingShape, other: MeetingShape) -> Reason | None:
    if one.kind == other.kind:
        return Reason(Why.SAME_KIND, 10)
    shared = one.kinds & other.kinds
    near = any(frozenset((a, b)) in NEAR for a in one.kinds for b in other.kinds)
    return Reason(Why.NEAR_KIND, 7 if shared else 5) if shared or near else None


def parties_in_common(ours: Iterable[PartyShape], theirs: Iterable[PartyShape]) -> Reason | None:
    """Partners or bodies that both name; None where both name two and share too few.

    A body that is named without its place (市委) may be of any side: it speaks
    neither for nor against.
    """
    left, right = _once(ours), _once(theirs)
    shared = [one for one in left if any(one.keys & other.keys for other in right)]
    names = [party.label for party in shared]
    if len(shared) > 1:
        placed = all(party.is_placed for party in shared)
        return Reason(Why.SAME_PARTNERS if placed else Why.SAME_BODIES, 40, names)
    if not shared or not shared[0].is_placed:
        return None
    placed_on = [sum(party.is_placed for party in side) for side in (left, right)]
    return Reason(Why.SHARED_PARTNER, 25, names) if min(placed_on) == 1 else None


def _once(parties: Iterable[PartyShape]) -> list[PartyShape]:
    """Each party once, however many of its bodies are named."""
    return list({party.keys: party for party in parties}.values())


def _people(one: MeetingShape, other: MeetingShape) -> Sequence[Reason]:
    if not one.people or not other.people:
        return ()
    both = [person.names[0] for person, _ in in_common(one.people, other.people) if person.names]
    if both:
        points = PEOPLE[min(len(both), len(PEOPLE) - 1)]
        return (Reason(Why.PEOPLE, points, both, len(both)),)
    few = min(len(one.people), len(other.people))
    return (Reason(Why.NOBODY, -12 if few == 1 else -25),)


def _place(one: MeetingShape, other: MeetingShape) -> Sequence[Reason]:
    if one.where and other.where and _same_place(one.where, other.where):
        return (Reason(Why.SAME_PLACE, 5, (one.where,)),)
    return ()


@lru_cache(maxsize=4096)
def _same_place(one: str, other: str) -> bool:
    return one == other or match_spelling(one, other, Kind.PLACE) is not None
