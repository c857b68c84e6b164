"""Any record by the name people know it under, with the page it is seen on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

from hapjak.register.models import (
    Agreement,
    Body,
    Commitment,
    Document,
    Meeting,
    Organisation,
    Pairing,
    Partner,
    Partnership,
    Person,
    Record,
    RecordKind,
    Strategy,
)

FACTS: dict[str, tuple[Any, tuple[str, ...]]] = {
    RecordKind.COMMITMENT: (Commitment, ()),
    RecordKind.AGREEMENT: (Agreement, ()),
    RecordKind.MEETING: (Meeting, ()),
    RecordKind.PERSON: (Person, ()),
    RecordKind.ORGANISATION: (Organisation, ()),
    RecordKind.STRATEGY: (Strategy, ()),
    RecordKind.DOCUMENT: (Document, ()),
    RecordKind.PARTNER: (Partner, ()),
    RecordKind.PARTNERSHIP: (Partnership, ("partners",)),
    RecordKind.BODY: (Body, ()),
    RecordKind.PAIRING: (Pairing, ("first", "second")),
}
SHORT = 90  # characters of a wording that name it
OWN_PAGES = {
    *(RecordKind.COMMITMENT, RecordKind.AGREEMENT, RecordKind.MEETING, RecordKind.PERSON),
    *(RecordKind.ORGANISATION, RecordKind.STRATEGY, RecordKind.DOCUMENT),
    RecordKind.PARTNERSHIP,
}


@dataclass(frozen=True, slots=True)
class Named:
    """A record with its label, the written form of the label (empty: the interface's), and its page."""

    record: Record
    label: str
    language: str
    url: str

    @property
    def kind(self) -> str:
        return str(self.record.get_kind_display())


def named(records: Iterable[Record]) -> dict[str, Named]:
    """Records by id with their labels, in a query a kind."""
    kinds: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        kinds[record.kind].append(record)
    found = {}
    for kind, members in kinds.items():
        model, joined = FACTS[kind]
        facts = model.objects.prefetch_related(*joined).in_bulk([r.pk for r in members])
        for record in members:
            fact = facts[record.pk]
            label, language = label_of(fact)
            found[record.pk] = Named(record, label, language, _page(record, fact))
    return found


def one(record: Record) -> Named:
    """A record with its label."""
    return named([record])[record.pk]


def label_of(fact: Any) -> tuple[str, str]:
    """What a fact is called, and the written form of that."""
    if isinstance(fact, Partnership):
        return " – ".join(_name(partner) for partner in fact.partners.all()), ""
    if isinstance(fact, Partner):
        return _name(fact), ""
    if isinstance(fact, Document):
        return str(fact), fact.variety
    if isinstance(fact, Meeting):
        return f"{fact} {fact.place}".strip(), ""
    words = str(fact)
    short = words if len(words) <= SHORT else words[:SHORT] + "…"
    return short, getattr(fact, "language", "")


def _name(partner: Partner) -> str:
    return partner.name_in(get_language() or "en")


def _page(record: Record, fact: Any) -> str:
    kind = RecordKind(record.kind)
    if kind in OWN_PAGES:
        return reverse(f"public:{kind}", args=[record.pk])
    if isinstance(fact, (Body, Pairing)):
        return reverse("public:partnership", args=[fact.partnership_id])
    return ""
