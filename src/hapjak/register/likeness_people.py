"""Whether two people named in two reports may be one: for comparing reports, never to join."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from hapjak.hanja import match_spelling
from hapjak.hanja.words import Kind
from hapjak.register.likeness_shapes import PersonShape


def may_be_one(one: PersonShape, other: PersonShape) -> bool:
    """The same person, or a name that may be the same, and no other side."""
    if one.head == other.head:
        return True
    if one.side and other.side and one.side != other.side:
        return False
    return any(match_spelling(a, b, Kind.PERSON) for a, b in product(one.names, other.names))


def in_common(
    ours: Sequence[PersonShape], theirs: Sequence[PersonShape]
) -> Iterator[tuple[PersonShape, PersonShape]]:
    """People of both lists, each taken once; those known to be one before those who may be."""
    free = {person.head: person for person in theirs}
    rest = []
    for person in ours:
        same = free.pop(person.head, None)
        if same is not None:
            yield person, same
        else:
            rest.append(person)
    for person in rest:
        match = next((p for p in free.values() if may_be_one(person, p)), None)
        if match is not None:
            del free[match.head]
            yield person, match
