"""The one history: append an event, verify the chain.

Every write of the register appends its event in the same transaction. The
chain holds digests of salted payloads; a payload can be erased without
breaking it.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from hapjak.accounts.models import User
from hapjak.register.models import Action, ChainHead, Event, EventPayload, Record


def canonical(content: Any) -> bytes:
    """JSON with sorted keys and no blanks, so that equal content has equal bytes."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def payload_digest(salt: str, content: Any) -> str:
    return hashlib.sha256(salt.encode() + canonical(content)).hexdigest()


def step_digest(event: Event) -> str:
    """Digest of a step with all it stands on."""
    step = [
        event.sequence,
        event.record_id,
        event.actor_id,
        event.action,
        event.at.isoformat(),
        event.reason,
        event.payload_digest,
        event.previous_digest,
    ]
    return hashlib.sha256(canonical(step)).hexdigest()


def append(
    record: Record,
    action: Action,
    *,
    actor: User | None,
    reason: str = "",
    payload: dict[str, Any] | None = None,
) -> Event:
    """Append one event. `actor` None means a program, which may only receive and read.

    Raises:
        django.db.transaction.TransactionManagementError: Called outside a transaction.
    """
    [event] = append_all([Step(record, action, actor, reason, payload)])
    return event


@dataclass(frozen=True, slots=True)
class Step:
    """What an event tells; see `append()`."""

    record: Record
    action: Action
    actor: User | None
    reason: str = ""
    payload: dict[str, Any] | None = None


def append_all(steps: Sequence[Step]) -> list[Event]:
    """Append an event for each step, in order: many cost as few queries as one.

    Raises:
        django.db.transaction.TransactionManagementError: Called outside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("history.append() needs a transaction")
    ChainHead.objects.get_or_create(id=1)
    head = ChainHead.objects.select_for_update().get(id=1)
    events, payloads = [], []
    for step in steps:
        salt = secrets.token_hex(16)
        event = Event(
            sequence=head.sequence + 1,
            record=step.record,
            actor=step.actor,
            action=step.action,
            at=timezone.now(),
            reason=step.reason,
            payload_digest=payload_digest(salt, step.payload or {}),
            previous_digest=head.digest,
        )
        event.digest = step_digest(event)
        head.sequence, head.digest = event.sequence, event.digest
        events.append(event)
        payloads.append(EventPayload(event=event, salt=salt, content=step.payload or {}))
    Event.objects.bulk_create(events)
    EventPayload.objects.bulk_create(payloads)
    head.save()
    return events


def verify() -> list[str]:
    """Faults of the chain, one sentence each; an empty list means it holds."""
    faults = []
    previous, sequence = "", 0
    for event in Event.objects.select_related("payload").iterator():
        sequence += 1
        if event.sequence != sequence:
            faults.append(f"event {sequence} is missing")
            sequence = event.sequence
        if event.previous_digest != previous or event.digest != step_digest(event):
            faults.append(f"event {event.sequence} does not follow from the one before")
        payload = getattr(event, "payload", None)
        if payload and payload_digest(payload.salt, payload.content) != event.payload_digest:
            faults.append(f"the payload of event {event.sequence} was changed")
        previous = event.digest
    head = ChainHead.objects.filter(id=1).first()
    if head and (head.sequence, head.digest) != (sequence, previous):
        faults.append("the head of the chain does not match the last event")
    return faults
