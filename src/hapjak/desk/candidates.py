"""Registered records that a finding may be, for a person to choose from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hapjak.accounts.models import User
from hapjak.desk.models import Decision, Finding, FindingKind
from hapjak.register import facts, identity
from hapjak.register.facts import Source
from hapjak.register.models import NameKey, Person

MOST = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A registered record that a finding may be. `taken` is the one it is taken for unasked."""

    record_id: str
    label: str
    language: str
    taken: bool


def candidates_of(
    findings: Sequence[Finding], source: Source, user: User
) -> dict[str, list[Candidate]]:
    """Candidates of all open findings, by local id.

    People whose spelling shares the key, found in two queries however many there
    are; the meeting that a meeting most likely tells of.
    """
    waiting = [finding for finding in findings if finding.decision == Decision.OPEN]
    found = _people([f for f in waiting if f.kind == FindingKind.PERSON], source, user)
    for finding in waiting:
        if finding.kind == FindingKind.MEETING:
            meeting = facts.known_meeting(finding.data, source)
            if meeting is not None:
                label = f"{meeting} · {meeting.place}"
                found[finding.local_id] = [Candidate(meeting.pk, label, "", False)]
    return found


def _people(findings: Sequence[Finding], source: Source, user: User) -> dict[str, list[Candidate]]:
    keys = {finding.local_id: set(identity.keys_of(finding.data["name"])) for finding in findings}
    people = people_by_key({key for own in keys.values() for key in own}, user)
    found: dict[str, list[Candidate]] = {}
    for finding in findings:
        likely = {person.pk: person for key in keys[finding.local_id] for person in people[key]}
        if likely:
            taken = facts.known_person(finding.data, source)
            first = [taken] if taken is not None else []
            shown = [*first, *(person for pk, person in sorted(likely.items()) if person != taken)]
            found[finding.local_id] = [
                Candidate(person.pk, _label(person), person.language, person == taken)
                for person in shown[:MOST]
            ]
    return found


def people_by_key(keys: Iterable[str], user: User) -> Mapping[str, list[Person]]:
    """Registered people by the keys of their spellings."""
    pairs = NameKey.objects.filter(key__in=list(keys), name__record__kind="person").values_list(
        "key", "name__record_id"
    )
    held = list(pairs)
    shown = Person.objects.visible_to(user).standing().select_related("side")
    people = shown.in_bulk([record for _, record in held])
    found: dict[str, list[Person]] = defaultdict(list)
    for key, record in dict.fromkeys(held):
        if record in people:
            found[key].append(people[record])
    return found


def _label(person: Person) -> str:
    return f"{person.name} · {person.side}" if person.side else person.name
