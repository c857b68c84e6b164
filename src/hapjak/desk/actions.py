"""What a registrar does at the desk. Each function is one transaction with its events."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from hapjak.accounts.models import User
from hapjak.accounts.policy import may_decide
from hapjak.desk.models import Decision, Finding, FindingKind, Reading
from hapjak.reading import model
from hapjak.register import documents, facts, history, joining, likeness
from hapjak.register.facts import REGISTER, Source, register_person
from hapjak.register.models import Action, Document, Meeting, Person, Record, Verdict, Visibility


class Outdated(Exception):
    """Someone else changed the finding meanwhile: show it anew and ask again."""


class Decided(Exception):
    """The finding is registered or rejected already, so it cannot be changed."""


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


def _lock(finding: Finding, version: int | None) -> Finding:
    """The finding as it is now, locked.

    Raises:
        Outdated: It is no longer of the version the user saw.
        Decided: A decision stands.
    """
    current = Finding.objects.select_for_update().get(pk=finding.pk)
    if version is not None and current.version != version:
        raise Outdated
    if current.decision != Decision.OPEN:
        raise Decided
    return current


def check(user: User) -> None:
    if not may_decide(user):
        raise PermissionDenied


def needs(data: dict[str, Any]) -> list[str]:
    """Local ids a finding refers to, in the order they must be registered."""
    ids = [data.get("side"), data.get("speaker"), data.get("meeting"), data.get("part_of")]
    for name in ("by", "to", "parties"):
        ids += data.get(name) or []
    ids += [post["organisation"] for post in data.get("posts", [])]
    ids += [participant["person"] for participant in data.get("people", [])]
    return list(dict.fromkeys(local_id for local_id in ids if local_id))


@dataclass(frozen=True, slots=True)
class Choice:
    """Which registered record a finding is, as far as a registrar said.

    Without a word a person is taken for the registered one of the same
    spelling, side and post, if there is one. `anew` says it is none of them.
    """

    same_as: Record | None = None
    anew: bool = False


UNSAID = Choice()
JOINED = (FindingKind.MEETING, FindingKind.AGREEMENT, FindingKind.COMMITMENT)


@transaction.atomic
def accept(
    finding: Finding,
    user: User,
    *,
    version: int | None = None,
    choice: Choice = UNSAID,
    reason: str = "",
) -> Record:
    """Register a finding, with the open ones it refers to. Rejected ones stay out.

    A person or body that is registered already is cited again. A meeting, an
    agreement or a commitment becomes a record of its own, with the wording of
    its source, and is judged the same as the one that was chosen.

    Raises:
        PermissionDenied, Outdated, Decided: Nothing is changed.
        joining.Blocked: What was chosen was judged different. Nothing is changed.
    """
    check(user)
    current = _lock(finding, version)
    family = {other.local_id: other for other in current.reading.findings.select_for_update()}
    known = {i for i, other in family.items() if other.record is not None}
    record = _register(current, family, user, choice, reason, frozenset())
    made = (other.record for i, other in family.items() if i not in known)
    likeness.propose(new for new in made if new is not None)
    return record


def _register(
    finding: Finding,
    family: dict[str, Finding],
    user: User,
    choice: Choice,
    reason: str,
    above: frozenset[str],
) -> Record:
    above |= {finding.local_id}
    for local_id in needs(finding.data):
        other = family.get(local_id)
        if other is not None and other.decision == Decision.OPEN and local_id not in above:
            family[local_id].record = _register(other, family, user, UNSAID, reason, above)
    records = {i: f.record for i, f in family.items() if f.record is not None}
    record = _record_of(finding, Source(finding.reading.document, records), choice)
    is_new = not record.events.exists()
    decide(finding, Decision.ACCEPTED, user, record)
    family[finding.local_id] = finding
    history.append(
        record,
        Action.REGISTERED if is_new else Action.CITED,
        actor=user,
        reason=reason,
        payload={"finding": finding.pk, "data": finding.data},
    )
    if choice.same_as is not None and finding.kind in JOINED:
        joining.judge(record, choice.same_as, Verdict.SAME, user, reason)
    return record


def known_person(finding: Finding) -> Person | None:
    """The registered person a finding is taken for where the registrar says nothing."""
    return facts.known_person(finding.data, _source_of(finding))


def known_meeting(finding: Finding) -> Meeting | None:
    """The registered meeting a finding most likely tells of: to propose, never to join."""
    return facts.known_meeting(finding.data, _source_of(finding))


def _source_of(finding: Finding) -> Source:
    family = finding.reading.findings.exclude(record=None).select_related("record")
    records = {other.local_id: other.record for other in family if other.record is not None}
    return Source(finding.reading.document, records)


def _record_of(finding: Finding, source: Source, choice: Choice) -> Record:
    """The record of a finding: a new one, or the registered one of a person or body."""
    if finding.kind != FindingKind.PERSON:
        return REGISTER[finding.kind](finding.data, source)
    chosen = choice.same_as.person if choice.same_as else None
    if chosen is None and not choice.anew:
        chosen = facts.known_person(finding.data, source)
    return register_person(finding.data, source, chosen)


def decide(
    finding: Finding, decision: Decision, user: User | None, record: Record | None = None
) -> None:
    finding.decision = decision
    finding.decided_by = user
    finding.decided_at = timezone.now() if user else None
    finding.record = record
    finding.version += 1
    finding.save()


@transaction.atomic
def reject(finding: Finding, user: User, *, version: int | None = None, reason: str = "") -> None:
    """Say that a finding is no fact. It can be reopened.

    Raises:
        PermissionDenied, Outdated, Decided: Nothing is changed.
    """
    check(user)
    current = _lock(finding, version)
    decide(current, Decision.REJECTED, user)
    _log(current, Action.REJECTED, user, reason, current.data)


@transaction.atomic
def reopen(finding: Finding, user: User, *, version: int | None = None) -> None:
    """Take a rejection back.

    Raises:
        PermissionDenied, Outdated: Nothing is changed.
        Decided: The finding is not rejected.
    """
    check(user)
    current = Finding.objects.select_for_update().get(pk=finding.pk)
    if version is not None and current.version != version:
        raise Outdated
    if current.decision != Decision.REJECTED:
        raise Decided
    decide(current, Decision.OPEN, None)
    _log(current, Action.REOPENED, user, "", current.data)


@transaction.atomic
def correct(
    finding: Finding, user: User, changes: dict[str, Any], *, version: int | None = None
) -> Finding:
    """Change an open finding before it is registered. `changes` are keys of its data.

    A new span brings its quote. Raises like `accept()`, and ValueError for a
    span outside the text.
    """
    check(user)
    current = _lock(finding, version)
    before = dict(current.data)
    data = current.data | changes
    if "start" in changes or "end" in changes:
        text = current.reading.document.text
        if not 0 <= data["start"] < data["end"] <= len(text):
            raise ValueError((data["start"], data["end"]))
        data["quote"] = text[data["start"] : data["end"]]
        current.start, current.end = data["start"], data["end"]
    current.data = data
    current.version += 1
    current.save()
    _log(current, Action.CORRECTED, user, "", {"before": before, "after": data})
    return current


def _log(finding: Finding, action: Action, user: User, reason: str, payload: Any) -> None:
    """Events on findings hang on the document's record: a finding has none of its own."""
    history.append(
        finding.reading.document.record,
        action,
        actor=user,
        reason=reason,
        payload={"finding": finding.pk, "data": payload},
    )


@transaction.atomic
def publish(document: Document, user: User) -> None:
    """Show a document and the facts registered from it to the public.

    Raises:
        PermissionDenied: The user may not decide.
    """
    check(user)
    cited = Record.objects.filter(citations__document=document, citations__withdrawn=None)
    partners = Record.objects.filter(
        Q(partner__organisations__record__in=cited)
        | Q(partnership__partners__organisations__record__in=cited)
    )
    shown = Record.objects.filter(
        Q(pk=document.pk) | Q(pk__in=cited) | Q(pk__in=partners), visibility=Visibility.OFFICE
    )
    for record in shown:
        record.visibility = Visibility.PUBLIC
        record.save(update_fields=["visibility"])
        history.append(record, Action.PUBLISHED, actor=user)
        joining.settle(record.pk)
