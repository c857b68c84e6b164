"""Which registered people and bodies may be one: proposed when a name is written, decided by a person.

The queue is kept in `Proposal`, in the transaction that writes a name or joins two.
Of each record the likeliest few are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from hapjak.register import identity_candidates, identity_compare, identity_profiles, proposals
from hapjak.register.families import heads_of
from hapjak.register.identity_candidates import Candidate
from hapjak.register.identity_keys import body_keys, person_keys
from hapjak.register.identity_profiles import Profile
from hapjak.register.identity_reasons import Likelihood
from hapjak.register.models import (
    Attendance,
    LikenessKey,
    Organisation,
    ProposalState,
    Record,
    RecordKind,
)
from hapjak.register.proposals import ordered

KINDS = (RecordKind.PERSON, RecordKind.ORGANISATION)
MOST = 8  # proposals that are kept of one record

Load = Callable[[Iterable[str]], dict[str, Profile]]
LOAD: Mapping[str, Load] = {
    RecordKind.PERSON: identity_profiles.people,
    RecordKind.ORGANISATION: identity_profiles.bodies,
}


def propose_around(people: Iterable[str], bodies: Iterable[str], meetings: Iterable[str]) -> None:
    """Look again for people and bodies that were written, and for those who met at meetings."""
    attended = Attendance.objects.filter(meeting__in=meetings).values_list("person_id", flat=True)
    met = Organisation.objects.filter(meetings__in=meetings).values_list("pk", flat=True)
    propose(RecordKind.PERSON, {*people, *attended})
    propose(RecordKind.ORGANISATION, {*bodies, *met})


def propose(kind: str, records: Iterable[str]) -> None:
    """Look for whom people or bodies may be one with, and keep it.

    Call it in the transaction that wrote their names or joined them.
    """
    own = LOAD[kind](set(heads_of(records).values()))
    if not own:
        return
    profiles = list(own.values())
    _write_keys(kind, profiles)
    scores: dict[proposals.Pair, int] = {}
    for profile, found in zip(profiles, _candidates(kind, profiles), strict=True):
        for candidate in found[:MOST]:
            scores[ordered(profile.head, candidate.head)] = candidate.likelihood.score
    waiting = proposals.about(own).filter(state=ProposalState.OPEN, kind=kind)
    proposals.drop(set(waiting.values_list("first_id", "second_id")) - set(scores))
    proposals.put(kind, scores)


def candidates_of(record: Record, name: str = "") -> list[Candidate]:
    """Whom a registered record may be one with; with a name, those whom the name may be."""
    head = record.joined_into_id or record.pk
    own = LOAD[record.kind]([head]).get(head)
    if own is None:
        return []
    asked = replace(own, names=(name,)) if name else own
    return _candidates(record.kind, [asked])[0]


def compare(kind: str, one: str, other: str) -> Likelihood | None:
    """How likely two registered records are one, with the reasons."""
    heads = heads_of((one, other))
    known = LOAD[kind](set(heads.values()))
    if {one, other} - set(heads) or set(heads.values()) - set(known):
        return None
    left, right = known[heads[one]], known[heads[other]]
    if kind == RecordKind.PERSON:
        return identity_compare.people(left, right)
    return identity_compare.bodies(left, right)


def _candidates(kind: str, profiles: Sequence[Profile]) -> list[list[Candidate]]:
    if kind == RecordKind.PERSON:
        return identity_candidates.of_people(profiles)
    return identity_candidates.of_bodies(profiles)


def _write_keys(kind: str, profiles: Iterable[Profile]) -> None:
    LikenessKey.objects.bulk_create(
        (
            LikenessKey(record_id=profile.head, key=key)
            for profile in profiles
            for key in _keys(kind, profile)
        ),
        ignore_conflicts=True,
    )


def _keys(kind: str, profile: Profile) -> list[str]:
    if kind == RecordKind.PERSON:
        return person_keys(profile.names, profile.side)
    return body_keys(profile.names)
