"""A second reading: blind decisions, how far the two agree, and what holds where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from hapjak.accounts.models import User
from hapjak.desk import actions, undoing
from hapjak.desk.actions import Decided, Outdated, check
from hapjak.desk.models import (
    Decision,
    Finding,
    FindingQuerySet,
    Reading,
    SecondDecision,
    SecondReading,
    Winner,
)
from hapjak.desk.taking_in import LISTS
from hapjak.register import history
from hapjak.register.models import Action

REASON = "adjudicated between two readings"


class NotYet(Exception):
    """Decisions are missing: the first reviewer's, or the second's."""


def may_start(reading: Reading, user: User) -> bool:
    """Whether a user can read a document a second time: it is wanted, free, and theirs to see anew."""
    if not settings.SECOND_READING or SecondReading.objects.filter(reading=reading).exists():
        return False
    return (
        not reading.document.record.events.filter(
            actor=user,
            action__in=(Action.CORRECTED, Action.ENTERED, Action.REJECTED, Action.REOPENED),
        ).exists()
        and not reading.findings.filter(decided_by=user).exists()
    )


@transaction.atomic
def start(reading: Reading, user: User) -> SecondReading:
    """Begin a second reading; the reviewer's own if it is begun already.

    Raises:
        PermissionDenied: Somebody else reads it, or the user took part in the first.
    """
    check(user)
    Reading.objects.select_for_update().get(pk=reading.pk)
    own = SecondReading.objects.filter(reading=reading, reviewer=user).first()
    if own is None and not may_start(reading, user):
        raise PermissionDenied
    return own or SecondReading.objects.create(reading=reading, reviewer=user)


def compared(reading: Reading) -> FindingQuerySet:
    """What both decide on: the reader's findings. What a person added tells of the first reading."""
    return reading.findings.filter(made_by=None)


def proposed(reading: Reading) -> dict[str, dict[str, Any]]:
    """The reader's own words on each finding, before anybody corrected them."""
    return {data["id"]: data for name in LISTS.values() for data in reading.payload.get(name, [])}


@transaction.atomic
def decide(second: SecondReading, finding: Finding, decision: str, user: User) -> None:
    """Note the second reviewer's decision on a finding; an open one takes it back.

    Raises:
        PermissionDenied: The second reading is not the user's.
        Decided: It is finished.
    """
    check(user)
    current = SecondReading.objects.select_for_update().get(pk=second.pk)
    if current.reviewer_id != user.pk or finding.reading_id != current.reading_id:
        raise PermissionDenied
    if current.finished_at is not None:
        raise Decided
    known = SecondDecision.objects.filter(second=current, finding=finding)
    if decision == Decision.OPEN:
        known.delete()
    elif not known.update(decision=decision):
        SecondDecision.objects.create(second=current, finding=finding, decision=decision)


@transaction.atomic
def finish(second: SecondReading, user: User) -> None:
    """Close a second reading, so that it can be compared.

    Raises:
        PermissionDenied: It is not the user's.
        NotYet: Findings are open in it.
    """
    check(user)
    current = SecondReading.objects.select_for_update().get(pk=second.pk)
    if current.reviewer_id != user.pk:
        raise PermissionDenied
    total = compared(current.reading).count()
    if current.decisions.count() < total:
        raise NotYet
    if current.finished_at is None:
        current.finished_at = timezone.now()
        current.save(update_fields=["finished_at"])
        record = current.reading.document.record
        history.append(record, Action.READ_AGAIN, actor=user, payload={"findings": total})


@transaction.atomic
def compare(second: SecondReading, user: User) -> None:
    """Keep the first decisions beside the second, once: what is agreed later counts no more.

    Raises:
        PermissionDenied: The user may not decide.
        NotYet: One of the two is not through.
    """
    check(user)
    current = SecondReading.objects.select_for_update().get(pk=second.pk)
    waiting = compared(current.reading).open().exists()
    if current.finished_at is None or waiting:
        raise NotYet
    if current.compared_at is None:
        for row in current.decisions.select_related("finding"):
            row.first = row.finding.decision
            row.save(update_fields=["first"])
        current.compared_at = timezone.now()
        current.save(update_fields=["compared_at"])


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree on what to accept.

    `kappa` is Cohen's (1960): the share of equal decisions beyond what two would
    reach who accept as often as these and look at nothing; None where either
    way only one decision was ever made.
    """

    both_accept: int
    only_first: int
    only_second: int
    both_reject: int

    @property
    def total(self) -> int:
        return self.both_accept + self.only_first + self.only_second + self.both_reject

    @property
    def share(self) -> float | None:
        return (self.both_accept + self.both_reject) / self.total if self.total else None

    @property
    def kappa(self) -> float | None:
        if self.share is None:
            return None
        first = (self.both_accept + self.only_first) / self.total
        second = (self.both_accept + self.only_second) / self.total
        chance = first * second + (1 - first) * (1 - second)
        return (self.share - chance) / (1 - chance) if chance < 1 else None


def agreement(rows: Sequence[SecondDecision]) -> Agreement:
    """Count compared decisions."""
    pairs = [(row.first == Decision.ACCEPTED, row.decision == Decision.ACCEPTED) for row in rows]
    ways = ((True, True), (True, False), (False, True), (False, False))
    return Agreement(*(pairs.count(way) for way in ways))


@transaction.atomic
def adjudicate(row: SecondDecision, winner: Winner, version: int, user: User) -> None:
    """Say whose decision holds; where it is the second's, the register follows.

    Raises:
        PermissionDenied, Outdated: Nothing is changed.
        Decided: It was adjudicated, or there is nothing to.
        undoing.BuiltOn: The first decision cannot be undone: something stands on it.
    """
    check(user)
    current = SecondDecision.objects.select_for_update().select_related("finding").get(pk=row.pk)
    finding = current.finding
    if finding.version != version:
        raise Outdated
    if current.winner or current.first in ("", current.decision):
        raise Decided
    payload = {"finding": finding.pk, "first": current.first, "winner": str(winner)}
    record = finding.reading.document.record
    history.append(record, Action.ADJUDICATED, actor=user, reason=REASON, payload=payload)
    wanted = current.first if winner == Winner.FIRST else current.decision
    _follow(finding, wanted, user)
    current.winner = winner
    current.adjudicated_by, current.adjudicated_at = user, timezone.now()
    current.save(update_fields=["winner", "adjudicated_by", "adjudicated_at"])


def _follow(finding: Finding, wanted: str, user: User) -> None:
    """Bring a finding to the decision that holds."""
    if finding.decision == wanted:
        return
    if finding.decision == Decision.ACCEPTED:
        undoing.undo(finding, user, reason=REASON)
    elif finding.decision == Decision.REJECTED:
        actions.reopen(finding, user)
    if wanted == Decision.ACCEPTED:
        actions.accept(finding, user, reason=REASON)
    else:
        actions.reject(finding, user, reason=REASON)
