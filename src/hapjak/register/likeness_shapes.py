"""Facts as they are compared, loaded for many records in a fixed number of queries.

People and bodies that were judged one are one here: each stands under the
record that stands for it, with the spellings of all.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db.models import F

from hapjak.register.families import HEAD_OF_FACT, heads_of, members_of
from hapjak.register.models import (
    Agreement,
    Attendance,
    Citation,
    Commitment,
    Firmness,
    Meeting,
    Name,
    NameKey,
    Organisation,
    Person,
)

ELIDED = Path(__file__).parent / "data" / "elided_bodies.tsv"
MOST_NAMES = 6  # spellings of one person that are tried
FIRMNESS = [firmness.value for firmness in Firmness]


@dataclass(frozen=True, slots=True)
class PersonShape:
    """Who took part or spoke. `head` is the record that stands for the person."""

    head: str
    side: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartyShape:
    """A body by what tells it: its partner, else its territory, else the keys of its name."""

    record: str
    label: str
    keys: frozenset[str]
    is_placed: bool  # a paper names a body of its own place without it: 市委


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: the record for it, the documents that tell of it and of its family."""

    head: str
    own: frozenset[str]
    documents: frozenset[str]
    published: str

    def told_beside(self, other: Place) -> bool:
        """Whether one document tells of both, and so has told them apart."""
        if self.head == other.head:
            return bool(self.own & other.own)
        return bool(self.documents & other.documents)


@dataclass(frozen=True, slots=True)
class MeetingShape:
    record: str
    place: Place
    kinds: frozenset[str]
    kind: str
    date: str
    until: str
    planned: bool
    where: str
    part_of: str | None
    parties: tuple[PartyShape, ...]
    people: tuple[PersonShape, ...]


@dataclass(frozen=True, slots=True)
class AgreementShape:
    record: str
    place: Place
    kind: str
    title: str
    language: str
    date: str
    planned: bool
    parties: tuple[PartyShape, ...]


@dataclass(frozen=True, slots=True)
class LineShape:
    """A commitment. `order` is where it stands among the lines of its document, 0 to 1."""

    record: str
    place: Place
    wording: str
    language: str
    meeting: str | None
    speaker: PersonShape | None
    field: str
    other_fields: frozenset[str]
    firmness: int
    due: str
    quantity: Mapping[str, str]
    acting: frozenset[str]
    named: frozenset[str]
    order: float


def places_of(records: Iterable[str]) -> dict[str, Place]:
    """Heads and documents of records, and of all that each is one with."""
    heads = heads_of(records)
    members = members_of(heads.values())
    told = Citation.objects.standing().filter(record__in=members)
    documents: dict[str, set[str]] = defaultdict(set)
    own: dict[str, set[str]] = defaultdict(set)
    days: dict[str, str] = {}
    for record, document, published in told.values_list(
        "record_id", "document_id", "document__published"
    ):
        documents[members[record]].add(document)
        own[record].add(document)
        days.setdefault(record, published)
    return {
        record: Place(
            head, frozenset(own[record]), frozenset(documents[head]), days.get(record, "")
        )
        for record, head in heads.items()
    }


def people_of(persons: Iterable[str]) -> dict[str, PersonShape]:
    """People by the id of their record, with the spellings of all they are one with."""
    rows = list(
        Person.objects.filter(pk__in=set(persons)).values_list("pk", HEAD_OF_FACT, "side__code")
    )
    members = members_of(head for _, head, _ in rows)
    names: dict[str, list[str]] = defaultdict(list)
    spelled = Name.objects.filter(record__in=members).order_by("pk")
    for record, text in spelled.values_list("record_id", "text"):
        own = names[members[record]]
        if text not in own and len(own) < MOST_NAMES:
            own.append(text)
    return {pk: PersonShape(head, side, tuple(names[head])) for pk, head, side in rows}


@cache
def elided() -> frozenset[str]:
    """Names of bodies that say no place."""
    with ELIDED.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["name"] for row in csv.DictReader(lines, delimiter="\t"))


def parties_of(organisations: Iterable[str]) -> dict[str, PartyShape]:
    """Bodies by the id of their record."""
    wanted = set(organisations)
    rows = Organisation.objects.filter(pk__in=wanted).values_list(
        "pk", HEAD_OF_FACT, "name", "partner__code", "territory"
    )
    keys: dict[str, set[str]] = defaultdict(set)
    nameless = NameKey.objects.filter(
        name__record__in=wanted, name__record__organisation__partner=None
    )
    for record, key in nameless.values_list("name__record_id", "key"):
        keys[record].add(f"~{key}")
    found = {}
    for pk, head, name, partner, territory in rows:
        own = {partner} if partner else {territory} if territory else {head, *keys[pk]}
        found[pk] = PartyShape(head, name, frozenset(own), name not in elided() or bool(partner))
    return found


def _links(through: type, owner: str, owners: Sequence[str]) -> dict[str, list[str]]:
    """Bodies by what they are linked to, in the order they were linked."""
    rows = through.objects.filter(**{f"{owner}__in": owners}).order_by("pk")  # type: ignore[attr-defined]
    found: dict[str, list[str]] = defaultdict(list)
    for one, body in rows.values_list(f"{owner}_id", "organisation_id"):
        found[one].append(body)
    return found


def meetings(records: Iterable[str]) -> dict[str, MeetingShape]:
    """Meetings that were not withdrawn."""
    ids = list(dict.fromkeys(records))
    rows = list(
        Meeting.objects.filter(pk__in=ids, record__withdrawn_at=None).values_list(
            "pk", "kind", "also", "date", "until", "planned", "place", "part_of_id"
        )
    )
    places = places_of(ids)
    linked = _links(Meeting.parties.through, "meeting", ids)
    bodies = parties_of(body for found in linked.values() for body in found)
    attended: dict[str, list[str]] = defaultdict(list)
    present = Attendance.objects.filter(meeting__in=ids).order_by("order", "pk")
    for meeting, person in present.values_list("meeting_id", "person_id"):
        attended[meeting].append(person)
    people = people_of(person for found in attended.values() for person in found)
    return {
        pk: MeetingShape(
            pk, places[pk], frozenset([kind, *also]), kind, date, until, planned, where, part_of,
            _once(bodies[b] for b in linked[pk]), _once(people[p] for p in attended[pk]),
        )
        for pk, kind, also, date, until, planned, where, part_of in rows
    }  # fmt: skip


def agreements(records: Iterable[str]) -> dict[str, AgreementShape]:
    """Agreements that were not withdrawn."""
    ids = list(dict.fromkeys(records))
    places = places_of(ids)
    linked = _links(Agreement.parties.through, "agreement", ids)
    bodies = parties_of(body for found in linked.values() for body in found)
    spoken = dict(
        Citation.objects.standing()
        .filter(record__in=ids)
        .values_list("record_id", "document__variety")
    )
    rows = Agreement.objects.filter(pk__in=ids, record__withdrawn_at=None).values_list(
        "pk", "kind", "title", "date", "planned"
    )
    return {
        pk: AgreementShape(
            pk, places[pk], kind, title, spoken.get(pk, ""), date, planned,
            _once(bodies[b] for b in linked[pk]),
        )
        for pk, kind, title, date, planned in rows
    }  # fmt: skip


def lines(meetings_ids: Iterable[str]) -> dict[str, LineShape]:
    """Commitments of meetings that were not withdrawn, in the order of their documents."""
    rows = list(
        Commitment.objects.filter(meeting__in=set(meetings_ids), record__withdrawn_at=None)
        .order_by("pk")
        .values_list(
            "pk", "wording", "language", "meeting_id", "speaker_id", "field", "other_fields",
            "firmness", "due", "quantity",
        )
    )  # fmt: skip
    ids = [row[0] for row in rows]
    places = places_of(ids)
    people = people_of(row[4] for row in rows if row[4])
    linked = _links(Commitment.by.through, "commitment", ids)
    bodies = parties_of(body for found in linked.values() for body in found)
    spans = dict(_spans(ids))
    named = _named(spans)
    order = _order(spans)
    return {
        pk: LineShape(
            pk, places[pk], wording, language, meeting, people.get(speaker), field,
            frozenset(others), FIRMNESS.index(firmness), due, quantity or {},
            frozenset(key for b in linked[pk] for key in bodies[b].keys),
            frozenset(named[pk]), order.get(pk, 0.0),
        )
        for pk, wording, language, meeting, speaker, field, others, firmness, due, quantity in rows
    }  # fmt: skip


def _once(found: Iterable) -> tuple:
    return tuple(dict.fromkeys(found))


def _spans(ids: Sequence[str]) -> Iterator[tuple[str, tuple[str, int, int]]]:
    cited = Citation.objects.standing().filter(record__in=ids).order_by("-start")
    for record, document, start, end in cited.values_list(
        "record_id", "document_id", "start", "end"
    ):
        yield record, (document, start, end)


def _named(spans: Mapping[str, tuple[str, int, int]]) -> dict[str, set[str]]:
    """Registered partners, bodies, people and strategies that stand in the wording."""
    cited = (
        Citation.objects.standing()
        .filter(
            document__in={document for document, _, _ in spans.values()},
            record__kind__in=("organisation", "person", "strategy"),
        )
        .annotate(partner=F("record__organisation__partner__code"), head=HEAD_OF_FACT)
    )
    by_document: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for document, start, end, partner, head in cited.values_list(
        "document_id", "start", "end", "partner", "head"
    ):
        by_document[document].append((start, end, partner or head))
    found: dict[str, set[str]] = defaultdict(set)
    for record, (document, start, end) in spans.items():
        inside = by_document[document]
        found[record] |= {what for left, right, what in inside if start <= left and right <= end}
    return found


def _order(spans: Mapping[str, tuple[str, int, int]]) -> dict[str, float]:
    """Where each stands among the lines of its document: 0 the first, 1 the last."""
    found = {}
    for document in {document for document, _, _ in spans.values()}:
        own = sorted((s, r) for r, (d, s, _) in spans.items() if d == document)
        for place, (_, record) in enumerate(own):
            found[record] = place / max(1, len(own) - 1)
    return found
