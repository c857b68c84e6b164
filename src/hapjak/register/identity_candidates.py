"""Candidates: whom or which registered body a name may be, the likeliest first, with reasons.

Nobody is compared with all. A name is looked for under the keys of its spellings;
a person also under side and surname, a body under the place it is named after and
among the bodies of its side. Spellings are compared for these few, the rest of what
is known for fewer still.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

from django.db.models import QuerySet

from hapjak.hanja.words import Kind
from hapjak.register import identity_compare, identity_profiles
from hapjak.register.families import HEAD, members_of
from hapjak.register.identity_keys import body_keys, keys_of, person_keys
from hapjak.register.identity_profiles import Profile
from hapjak.register.identity_reasons import Likelihood
from hapjak.register.models import (
    LikenessKey,
    Name,
    NameKey,
    Organisation,
    Record,
    RecordKind,
)

MOST_NEAR = 120  # records whose spellings are compared, the newest
MOST_KNOWN = 20  # of these, records of which the rest is looked at
MOST_SIDE = 5000  # bodies of the sides asked for
BATCH = 900  # keys asked for at once

Compare = Callable[[Profile, Profile], Likelihood | None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that stands for somebody or some body, and how likely it is the one."""

    head: str
    likelihood: Likelihood


@dataclass
class Near:
    """Where a name was found: under a key of its own spelling, or in its neighbourhood."""

    by_spelling: dict[str, str] = field(default_factory=dict)  # head, side
    around: dict[str, None] = field(default_factory=dict)


def of_people(profiles: Sequence[Profile]) -> list[list[Candidate]]:
    """Registered people that each may be."""
    keys = [[key for side in {p.side, ""} for key in person_keys(p.names, side)] for p in profiles]
    near = _near(profiles, RecordKind.PERSON, keys)
    load, compare = identity_profiles.people, identity_compare.people
    return _compared(profiles, near, Kind.PERSON, load, compare, identity_compare.PEOPLE_PROPOSED)


def of_bodies(profiles: Sequence[Profile]) -> list[list[Candidate]]:
    """Registered bodies that each may be."""
    near = _near(profiles, RecordKind.ORGANISATION, [body_keys(p.names) for p in profiles])
    _add_side(profiles, near)
    load, compare = identity_profiles.bodies, identity_compare.bodies
    return _compared(profiles, near, Kind.BODY, load, compare, identity_compare.BODIES_PROPOSED)


def _near(
    profiles: Sequence[Profile], kind: RecordKind, wide: Sequence[Sequence[str]]
) -> list[Near]:
    """Records that share a key with each, themselves left out."""
    spelled = [[key for name in p.names for key in keys_of(name)] for p in profiles]
    names = _asked(NameKey.objects.all(), "key", chain(*spelled), "name_id")
    owners = dict(_asked(Name.objects.all(), "pk", (name for _, name in names), "record_id"))
    found = _asked(LikenessKey.objects.all(), "key", chain(*wide), "record_id")
    heads = _heads(kind, {*owners.values(), *(record for _, record in found)})
    by_spelling: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, name in names:
        if owners[name] in heads:
            by_spelling[key].append(heads[owners[name]])
    around: dict[str, list[str]] = defaultdict(list)
    for key, record in found:
        if record in heads:
            around[key].append(heads[record][0])
    return [
        _near_one(profile, own_keys, wide_keys, by_spelling, around)
        for profile, own_keys, wide_keys in zip(profiles, spelled, wide, strict=True)
    ]


def _asked(rows: QuerySet, column: str, keys: Iterable[Any], wanted: str) -> list[tuple[Any, Any]]:
    """One table asked by one index, without a join: many keys make databases plan joins badly."""
    asked = iter(dict.fromkeys(keys))
    found: list[tuple[Any, Any]] = []
    while part := list(islice(asked, BATCH)):
        found.extend(rows.filter(**{f"{column}__in": part}).values_list(column, wanted))
    return found


def _heads(kind: RecordKind, records: set[str]) -> dict[str, tuple[str, str]]:
    """The record that stands for each of a kind, with the side of a person."""
    side = "person__side__code" if kind == RecordKind.PERSON else "organisation__partner__code"
    asked = iter(sorted(records))
    found: dict[str, tuple[str, str]] = {}
    while part := list(islice(asked, BATCH)):
        rows = Record.objects.filter(pk__in=part).values_list(
            "pk", HEAD, side, "kind", "withdrawn_at"
        )
        for pk, head, code, own_kind, withdrawn in rows:
            if own_kind == kind and withdrawn is None:
                found[pk] = (head, code or "")
    return found


def _near_one(
    profile: Profile,
    own: Iterable[str],
    wide: Iterable[str],
    by_spelling: Mapping[str, list[tuple[str, str]]],
    around: Mapping[str, list[str]],
) -> Near:
    near = Near()
    for key in own:
        near.by_spelling.update(by_spelling.get(key, ()))
    for key in wide:
        near.around.update(dict.fromkeys(around.get(key, ())))
    near.by_spelling.pop(profile.head, None)
    near.around.pop(profile.head, None)
    return near


def _add_side(profiles: Sequence[Profile], near: Sequence[Near]) -> None:
    """Bodies of the same side and kind, and those of the same territory."""
    sides = {p.side for p in profiles if p.side}
    rows = Organisation.objects.filter(
        partner__code__in=sides, record__joined_into=None, record__withdrawn_at=None
    )
    beside: dict[tuple[str, str], list[str]] = defaultdict(list)
    rows = rows.filter(kind__in={p.kind for p in profiles}).order_by("-pk")
    for pk, side, kind in rows.values_list("pk", "partner__code", "kind")[:MOST_SIDE]:
        if len(beside[side, kind]) < MOST_NEAR:
            beside[side, kind].append(pk)
    for profile, found in zip(profiles, near, strict=True):
        others = beside.get((profile.side, profile.kind), ()) if profile.side else ()
        found.around.update(dict.fromkeys(pk for pk in others if pk != profile.head))


def _compared(
    profiles: Sequence[Profile],
    near: Sequence[Near],
    kind: Kind,
    load: Callable[[Iterable[str]], dict[str, Profile]],
    compare: Compare,
    least: int,
) -> list[list[Candidate]]:
    names = _names({head for one in near for head in (*one.by_spelling, *one.around)})
    kept = [_kept(profile, one, names, kind) for profile, one in zip(profiles, near, strict=True)]
    known = load({head for heads in kept for head in heads})
    found = []
    for profile, heads in zip(profiles, kept, strict=True):
        said = ((head, compare(profile, known[head])) for head in heads if head in known)
        likely = [Candidate(head, said) for head, said in said if said and said.score >= least]
        found.append(sorted(likely, key=lambda c: (-c.likelihood.score, c.head)))
    return found


def _names(heads: set[str]) -> Mapping[str, Sequence[str]]:
    return identity_profiles.names_of(members_of(heads))


def _kept(
    profile: Profile, near: Near, names: Mapping[str, Sequence[str]], kind: Kind
) -> list[str]:
    """The few whose spellings speak loudest; of many namesakes those of the same side."""
    spelled = sorted(near.by_spelling, reverse=True)
    spelled.sort(key=lambda head: near.by_spelling[head] != profile.side)
    others = sorted(near.around.keys() - near.by_spelling.keys(), reverse=True)
    ranked: list[tuple[int, bool, str]] = []
    for head in [*spelled, *others][:MOST_NEAR]:
        shares = head in near.by_spelling
        reasons = identity_compare.spelling(
            profile.names, names.get(head, ()), kind, shares_key=shares
        ) or identity_compare.one_organ(profile.names, names.get(head, ()), profile.kind)
        if reasons:
            points = sum(reason.points for reason in reasons)
            side = shares and near.by_spelling[head] != profile.side
            ranked.append((-points, side, head))
    return [head for _, _, head in sorted(ranked)[:MOST_KNOWN]]
