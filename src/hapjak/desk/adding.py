"""Adding what the reader missed: a finding made by a person, open like any other."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from hapjak.accounts.models import User
from hapjak.desk.actions import check
from hapjak.desk.models import Finding, FindingKind, Reading
from hapjak.register import history
from hapjak.register.models import Action, AgreementKind, Firmness, MeetingKind, Name, RecordKind

PREFIXES = {
    FindingKind.COMMITMENT: "c",
    FindingKind.PERSON: "p",
    FindingKind.ORGANISATION: "o",
    FindingKind.MEETING: "m",
    FindingKind.AGREEMENT: "a",
    FindingKind.STRATEGY: "s",
}
NAME_LENGTH = 200  # of a person, body or strategy
UNKNOWN_FIELD = "MEC"  # the cooperation itself, until the registrar says more


@transaction.atomic
def add(reading: Reading, kind: str, start: int, end: int, user: User) -> Finding:
    """Make a finding of the words from `start` to `end`, to be corrected and decided.

    What the words do not say is taken from the line before: a leader's points
    are said by the same person to the same side.

    Raises:
        PermissionDenied: Nothing is changed.
        ValueError: The words lie outside the text, are blank or too long for a name.
    """
    check(user)
    locked = Reading.objects.select_for_update().get(pk=reading.pk)
    text = locked.document.text
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise ValueError((start, end))
    findings = list(locked.findings.all())
    local_id = _free_id(kind, findings)
    data = {"id": local_id} | DEFAULTS[FindingKind(kind)](locked, findings, start, end)
    if len(data.get("name", "")) > NAME_LENGTH:
        raise ValueError(data["name"])
    finding = Finding.objects.create(
        reading=locked,
        kind=kind,
        local_id=local_id,
        position=max((other.position for other in findings), default=-1) + 1,
        start=start,
        end=end,
        data=data,
        made_by=user,
    )
    payload = {"finding": finding.pk, "data": data}
    history.append(locked.document.record, Action.ENTERED, actor=user, payload=payload)
    return finding


def _free_id(kind: str, findings: list[Finding]) -> str:
    prefix = PREFIXES[FindingKind(kind)]
    numbers = [other.local_id.removeprefix(prefix) for other in findings]
    taken = [int(number) for number in numbers if number.isdecimal()]
    return f"{prefix}{max(taken, default=0) + 1}"


def _commitment(reading: Reading, findings: list[Finding], start: int, end: int) -> dict[str, Any]:
    before = [
        other for other in findings if other.kind == FindingKind.COMMITMENT and other.start <= start
    ]
    meetings = [other.local_id for other in findings if other.kind == FindingKind.MEETING]
    said: dict[str, Any] = {
        "speaker": None,
        "by": [],
        "to": [],
        "firmness": Firmness.HOPE.value,
        "meeting": meetings[0] if len(meetings) == 1 else None,
    }
    if before:
        last = max(before, key=lambda other: other.start)
        said |= {key: last.data[key] for key in said}
    return said | {
        "start": start,
        "end": end,
        "quote": reading.document.text[start:end],
        "field": UNKNOWN_FIELD,
        "other_fields": [],
        "initiatives": [],
        "due": None,
        "quantity": None,
    }


def _named(reading: Reading, start: int, end: int) -> dict[str, Any]:
    return {"name": reading.document.text[start:end].strip(), "spans": [[start, end]]}


def _person(reading: Reading, _findings: list[Finding], start: int, end: int) -> dict[str, Any]:
    named = _named(reading, start, end)
    forms = {reading.document.variety: [named["name"]]}
    return named | {"side": None, "posts": [], "forms": forms}


def _organisation(
    reading: Reading, _findings: list[Finding], start: int, end: int
) -> dict[str, Any]:
    """A partner under one of its names is known with its kind and territory."""
    named = _named(reading, start, end)
    spelled = Name.objects.filter(text=named["name"], record__kind=RecordKind.PARTNER)
    known = spelled.select_related("record__partner").first()
    code = known.record.partner.code if known else None
    return named | {"kind": "government" if known else "other", "territory": code}


def _meeting(_reading: Reading, _findings: list[Finding], start: int, end: int) -> dict[str, Any]:
    return {
        "kind": MeetingKind.TALKS.value,
        "also": [],
        "date": None,
        "until": None,
        "date_text": None,
        "place": None,
        "parties": [],
        "people": [],
        "planned": False,
        "part_of": None,
        "topics": [],
        "spans": [[start, end]],
    }


def _agreement(reading: Reading, _findings: list[Finding], start: int, end: int) -> dict[str, Any]:
    return {
        "kind": AgreementKind.OTHER.value,
        "title": reading.document.text[start:end].strip(),
        "date": None,
        "parties": [],
        "part_of": None,
        "planned": False,
        "spans": [[start, end]],
    }


def _strategy(reading: Reading, _findings: list[Finding], start: int, end: int) -> dict[str, Any]:
    return _named(reading, start, end)


DEFAULTS = {
    FindingKind.COMMITMENT: _commitment,
    FindingKind.PERSON: _person,
    FindingKind.ORGANISATION: _organisation,
    FindingKind.MEETING: _meeting,
    FindingKind.AGREEMENT: _agreement,
    FindingKind.STRATEGY: _strategy,
}
