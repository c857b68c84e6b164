"""A read document comes to the desk with its findings open."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec
from django.db import transaction

from hapjak.accounts.models import User
from hapjak.desk.models import Finding, FindingKind, Reading
from hapjak.reading import model
from hapjak.register import documents, history
from hapjak.register.models import Action, Document


@transaction.atomic
def take_in(
    data: bytes, reading: model.Reading, provenance: documents.Provenance, actor: User | None
) -> Reading:
    """Store a document with its reading, findings open. The same bytes are stored once."""
    copy = documents.find_copy(reading.document.sha256)
    document = copy or documents.receive(data, reading.document, provenance, actor)
    return add_reading(document, reading, actor)


def add_reading(document: Document, reading: model.Reading, actor: User | None) -> Reading:
    """Keep a reader's findings of a document; the same reader's are kept once."""
    payload = json.loads(msgspec.json.encode(reading))
    stored, created = Reading.objects.get_or_create(
        document=document,
        reader_name=reading.reader.name,
        reader_version=reading.reader.version,
        defaults={"payload": payload},
    )
    if created:
        Finding.objects.bulk_create(findings_of(stored, payload))
        history.append(
            document.record,
            Action.READ,
            actor=actor,
            payload={"reader": payload["reader"], "findings": stored.findings.count()},
        )
    return stored


LISTS = {
    FindingKind.STRATEGY: "strategies",
    FindingKind.ORGANISATION: "organisations",
    FindingKind.PERSON: "people",
    FindingKind.MEETING: "meetings",
    FindingKind.AGREEMENT: "agreements",
    FindingKind.COMMITMENT: "commitments",
}


def findings_of(reading: Reading, payload: dict[str, Any]) -> Iterator[Finding]:
    """Findings in the order of the text."""
    found = [
        (first_span(data), kind, data) for kind, name in LISTS.items() for data in payload[name]
    ]
    found.sort(key=lambda item: item[0])
    for position, ((start, end), kind, data) in enumerate(found):
        yield Finding(
            reading=reading,
            kind=kind,
            local_id=data["id"],
            position=position,
            start=start,
            end=end,
            data=data,
            confidence=data.get("confidence"),
        )


def first_span(data: dict[str, Any]) -> tuple[int, int]:
    """Where a finding first stands in the text."""
    start, end = data["spans"][0] if "spans" in data else (data["start"], data["end"])
    return start, end
