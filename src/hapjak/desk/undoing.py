"""Taking a decision back, as long as nobody built on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from hapjak.accounts.models import User
from hapjak.desk.actions import Outdated, check, decide, needs
from hapjak.desk.models import BulkDecision, Decision, Finding, FindingKind, Reading
from hapjak.register import history, search, tenures
from hapjak.register.models import Action, Citation, Judgement, Record


@dataclass(frozen=True, slots=True)
class Standing:
    """Something a person added to a fact: what kind of thing, and the record it leads to."""

    kind: str
    record: Record


class BuiltOn(Exception):
    """Something stands on the fact: findings and additions that must be undone first."""

    def __init__(self, findings: list[Finding], others: list[Standing]) -> None:
        super().__init__(f"{len(findings)} findings, {[other.kind for other in others]}")
        self.findings = findings
        self.others = others


class NotAccepted(Exception):
    """Only what is accepted can be taken back."""


@transaction.atomic
def undo(finding: Finding, user: User, *, version: int | None = None, reason: str = "") -> None:
    """Open an accepted finding again, with what its acceptance took along and nothing else needs.

    The citations, and a fact that was made by it, are withdrawn. Nothing is
    deleted: the fact, its citations and both decisions stay in the history.

    Raises:
        PermissionDenied, Outdated, NotAccepted, BuiltOn: Nothing is changed.
    """
    check(user)
    current = Finding.objects.select_for_update().get(pk=finding.pk)
    if version is not None and current.version != version:
        raise Outdated
    if current.decision != Decision.ACCEPTED or current.record is None:
        raise NotAccepted
    undone = Undoing(current.reading, user, reason)
    undone.take_back(undone.accepted[current.local_id])
    brought = [other for other in undone.accepted.values() if other.along_with_id == current.pk]
    for other in dependents_first(brought):
        if not undone.built_on(other):
            undone.take_back(other)


@transaction.atomic
def undo_bulk(bulk: BulkDecision, user: User, reason: str = "") -> int:
    """Open again all that one act accepted and that still stands; returns how many.

    Raises:
        PermissionDenied, BuiltOn: Nothing is changed.
        NotAccepted: Nothing of it stands.
    """
    check(user)
    undone = Undoing(bulk.reading, user, reason)
    held = [finding for finding in undone.accepted.values() if finding.bulk_id == bulk.pk]
    if not held:
        raise NotAccepted
    for finding in dependents_first(held):
        undone.take_back(finding)
    bulk.undone_at = timezone.now()
    bulk.save(update_fields=["undone_at"])
    return len(held)


def dependents_first(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings in an order in which each comes before those it refers to."""
    waiting = {finding.local_id: finding for finding in findings}
    seen: set[str] = set()
    order: list[Finding] = []

    def visit(finding: Finding) -> None:
        seen.add(finding.local_id)
        for local_id in needs(finding.data):
            if local_id in waiting and local_id not in seen:
                visit(waiting[local_id])
        order.append(finding)

    for local_id, finding in waiting.items():
        if local_id not in seen:
            visit(finding)
    return reversed(order)


class Undoing:
    """The accepted findings of a reading, locked, while some are taken back."""

    def __init__(self, reading: Reading, user: User, reason: str) -> None:
        locked = reading.findings.select_for_update().filter(decision=Decision.ACCEPTED)
        self.reading = reading
        self.user = user
        self.reason = reason
        self.accepted = {finding.local_id: finding for finding in locked}

    def take_back(self, finding: Finding) -> None:
        """Withdraw what a finding made, and open it.

        Raises:
            BuiltOn: Something stands on it. The caller's transaction must not go on.
        """
        built = self.built_on(finding)
        if built is not None:
            raise built
        record = finding.record
        assert record is not None
        alone = not self._told_elsewhere(finding)
        event = history.append(
            record,
            Action.WITHDRAWN,
            actor=self.user,
            reason=self.reason,
            payload={"finding": finding.pk, "data": finding.data, "record": alone},
        )
        if not self._cited_by_others(finding):
            cited = Citation.objects.standing().filter(record=record)
            cited.filter(document=self.reading.document).update(withdrawn=event)
        if alone:
            record.withdrawn_at = timezone.now()
            record.save(update_fields=["withdrawn_at"])
            search.index(record)
        if finding.kind == FindingKind.MEETING:
            tenures.date_evidence_of(record.meeting, self.reading.document)
        decide(finding, Decision.OPEN, None)
        del self.accepted[finding.local_id]

    def built_on(self, finding: Finding) -> BuiltOn | None:
        """What stands on an accepted finding; None if it is free."""
        above = [
            other
            for other in self.accepted.values()
            if other is not finding and finding.local_id in needs(other.data)
        ]
        assert finding.record is not None
        others = [] if self._told_elsewhere(finding) else list(standing_on(finding.record))
        return BuiltOn(above, others) if above or others else None

    def _cited_by_others(self, finding: Finding) -> bool:
        """Whether another accepted finding of the reading stands for the same record."""
        return any(
            other.record_id == finding.record_id
            for other in self.accepted.values()
            if other is not finding
        )

    def _told_elsewhere(self, finding: Finding) -> bool:
        """Whether the record stands on more than this finding."""
        cited = Citation.objects.standing().filter(record=finding.record_id)
        return (
            self._cited_by_others(finding)
            or cited.exclude(document=self.reading.document_id).exists()
        )


def standing_on(record: Record) -> Iterator[Standing]:
    """What people added to a record, each with the record it leads to."""
    for judgement in (
        Judgement.objects.standing().about(record.pk).select_related("first", "second")
    ):
        other = judgement.second if judgement.first_id == record.pk else judgement.first
        yield Standing("judgement", other)
    for kind in ("texts", "attachments", "comments"):
        if getattr(record, kind).exists():
            yield Standing(kind, record)
    commitment = getattr(record, "commitment", None)
    if commitment is None:
        return
    for links, end in (("links_back", "earlier"), ("links_on", "later")):
        for link in getattr(commitment, links).filter(undone_at=None).select_related(end):
            yield Standing("links", getattr(link, end).record)
    for amendment in commitment.amendments.filter(record__withdrawn_at=None):
        yield Standing("amendments", amendment.record)
