"""Which open findings a decision takes along, and how few decisions are left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hapjak.desk.actions import needs
from hapjak.desk.models import BulkDecision, Decision, Finding, Reading
from hapjak.register.models import Action


def brought_by(finding: Finding, family: Mapping[str, Finding]) -> list[Finding]:
    """The open findings that accepting this one accepts too, in the order they are registered."""
    order: dict[str, Finding] = {finding.local_id: finding}

    def visit(current: Finding) -> None:
        for local_id in needs(current.data):
            other = family.get(local_id)
            if other is not None and other.decision == Decision.OPEN and local_id not in order:
                order[local_id] = other
                visit(other)

    visit(finding)
    return list(order.values())[1:]


def heads(findings: Iterable[Finding]) -> list[Finding]:
    """The open findings to decide on: those that no other open one would take along.

    Findings that only take each other along are decided by the first of them.
    """
    open_ones = [finding for finding in findings if finding.decision == Decision.OPEN]
    family = {finding.local_id: finding for finding in open_ones}
    taken: set[str] = set()
    for finding in open_ones:
        if finding.local_id not in taken:
            brought = {other.local_id for other in brought_by(finding, family)}
            taken |= brought - {finding.local_id}
    return [finding for finding in open_ones if finding.local_id not in taken]


def decisions_made(reading: Reading, findings: Sequence[Finding]) -> int:
    """How many acts of people brought a reading where it stands.

    What an acceptance took along, and all that a bulk decision accepted, is one
    act; a correction and an addition are one each.
    """
    single = [
        finding
        for finding in findings
        if finding.decision != Decision.OPEN and not finding.along_with_id and not finding.bulk_id
    ]
    bulk = BulkDecision.objects.filter(reading=reading, undone_at=None).count()
    entered = (Action.CORRECTED, Action.ENTERED)
    edits = reading.document.record.events.filter(action__in=entered).count()
    return len(single) + bulk + edits
