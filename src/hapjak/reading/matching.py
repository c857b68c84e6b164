"""Which found facts are which expected ones: one to one, the best pair first.

What a fact is, not how it was written down, decides: bodies are the same where
their name or one of their places in the text is the same, so that a reader
that calls a party by its full name is not blamed for meetings held by its
short one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from hapjak.reading.model import Commitment, Meeting, Organisation, Reading

Fact = dict[str, Any]
Found = TypeVar("Found")


def paired(
    found: Sequence[Found], expected: Sequence[Fact], worth: Callable[[Found, Fact], float]
) -> list[tuple[Found, Fact]]:
    """Pairs worth more than nothing, each fact once, the worthiest first; in order of `found`."""
    pairs = [
        (worth(ours, theirs), number, other)
        for number, ours in enumerate(found)
        for other, theirs in enumerate(expected)
    ]
    taken: dict[int, int] = {}
    used: set[int] = set()
    for value, number, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if value > 0 and number not in taken and other not in used:
            taken[number] = other
            used.add(other)
    return [(found[number], expected[other]) for number, other in sorted(taken.items())]


def same_bodies(reading: Reading, gold: Fact) -> dict[str, str]:
    """Ids of found organisations with the ids of the expected ones they are."""
    pairs = paired(reading.organisations, gold["organisations"], _body_worth)
    return {ours.id: theirs["id"] for ours, theirs in pairs}


def _body_worth(ours: Organisation, theirs: Fact) -> float:
    if ours.name == theirs["name"]:
        return 3
    places = {tuple(span) for span in theirs["spans"]}
    if places & set(ours.spans):
        return 2
    return any(_share(a, b) for a in ours.spans for b in places)


def _share(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two stretches share at least half of the shorter."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * common >= min(one[1] - one[0], other[1] - other[0]) > 0


def same_meetings(
    reading: Reading, gold: Fact, bodies: dict[str, str]
) -> list[tuple[Meeting, Fact]]:
    """Meetings of one day with the same parties; of several such, those of one kind and place."""

    def worth(ours: Meeting, theirs: Fact) -> float:
        parties = {bodies.get(party, party) for party in ours.parties}
        if ours.date != theirs["date"] or parties != set(theirs["parties"]):
            return 0
        kind, place = ours.kind == theirs["kind"], same_place(ours.place, theirs["place"])
        return 1 + 2 * bool(kind) + place

    return paired(reading.meetings, gold["meetings"], worth)


def same_place(ours: str | None, theirs: str | None) -> bool:
    """Whether two words for a place are one: 북경 and 북경 경동방타운 are not, 북경 and 북경시 are."""
    if ours is None or theirs is None:
        return ours is theirs
    return theirs.startswith(ours) or ours.startswith(theirs)


def same_commitments(reading: Reading, gold: Fact) -> list[tuple[Commitment, Fact]]:
    """Commitments that share at least half of the shorter span, the widest overlap first."""

    def worth(ours: Commitment, theirs: Fact) -> float:
        spans = (ours.start, ours.end), (theirs["start"], theirs["end"])
        return shared(ours, theirs) if _share(*spans) else 0

    return paired(reading.commitments, gold["commitments"], worth)


def shared(ours: Commitment, theirs: Fact) -> int:
    """Code points that two commitments have in common."""
    return max(0, min(ours.end, int(theirs["end"])) - max(ours.start, int(theirs["start"])))
