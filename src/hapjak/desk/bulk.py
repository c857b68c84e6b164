"""Accepting all findings above a confidence: shown first, then done in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from hapjak.accounts.models import User
from hapjak.desk.actions import Act, Outdated, Step, check
from hapjak.desk.models import BulkDecision, Decision, Finding, Reading


@dataclass(frozen=True, slots=True)
class Bar:
    """Which open findings are accepted: from a confidence on, and perhaps those without one."""

    above: float
    unrated: bool = False

    def takes(self, finding: Finding) -> bool:
        if finding.decision != Decision.OPEN:
            return False
        if finding.confidence is None:
            return self.unrated
        return finding.confidence >= self.above


@dataclass(frozen=True, slots=True)
class Outcome:
    """What accepting does: each step in order, what stays open, and a mark that tells it."""

    steps: Sequence[Step]
    left: Sequence[Finding]
    mark: str

    @property
    def chosen(self) -> list[Step]:
        """Accepted for their confidence."""
        return [step for step in self.steps if step.finding.along_with_id is None]

    @property
    def along(self) -> list[Step]:
        """Taken along because a chosen one refers to them."""
        return [step for step in self.steps if step.finding.along_with_id is not None]


def preview(reading: Reading, user: User, bar: Bar) -> Outcome:
    """What `accept_above()` would do now. It is done and rolled back, so that it says exactly that.

    Raises:
        PermissionDenied: The user may not decide.
    """
    check(user)
    with transaction.atomic():
        outcome, _act = _run(reading, user, bar)
        transaction.set_rollback(True)
    return outcome


@transaction.atomic
def accept_above(reading: Reading, user: User, bar: Bar, mark: str) -> Outcome:
    """Accept what was shown, all or nothing.

    Args:
        mark: That of the outcome the user saw.

    Raises:
        PermissionDenied: Nothing is changed.
        Outdated: It would do something else now: somebody decided, corrected
            or registered meanwhile. Nothing is changed.
    """
    check(user)
    outcome, act = _run(reading, user, bar)
    if outcome.mark != mark:
        raise Outdated
    act.finish()
    return outcome


def _run(reading: Reading, user: User, bar: Bar) -> tuple[Outcome, Act]:
    Reading.objects.select_for_update().get(pk=reading.pk)
    locked = reading.findings.select_for_update(of=("self",))  # not the records: some have none
    findings = list(locked.select_related("record"))
    versions = {finding.pk: finding.version for finding in findings}
    family = {finding.local_id: finding for finding in findings}
    decision = BulkDecision.objects.create(reading=reading, threshold=bar.above, made_by=user)
    act = Act(user, bulk=decision)
    for finding in findings:
        if bar.takes(finding):
            act.register(finding, family)
    left = [finding for finding in findings if finding.decision == Decision.OPEN]
    return Outcome(act.steps, left, _mark(act.steps, left, versions)), act


def _mark(steps: Sequence[Step], left: Sequence[Finding], versions: dict[int, int]) -> str:
    """Tells one outcome from another: findings, their versions, and who people are taken for."""
    parts = [
        f"{step.finding.pk}.{versions[step.finding.pk]}.{'' if step.is_new else step.record.pk}"
        for step in steps
    ]
    parts += [f"-{finding.pk}.{finding.version}" for finding in left]
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()
