"""Taking a decision back, as long as nobody built on it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from hapjak.accounts.models import User
from hapjak.desk.actions import Outdated, check, decide, needs
from hapjak.desk.models import Decision, Finding
from hapjak.register import history, search
from hapjak.register.models import Action, Citation, Judgement, Record


class BuiltOn(Exception):
    """Something stands on the fact: `reasons` name it, so that it can be undone first."""

    def __init__(self, findings: list[Finding], others: list[str]) -> None:
        super().__init__(f"{len(findings)} findings, {others}")
        self.findings = findings
        self.others = others


class NotAccepted(Exception):
    """Only an accepted finding can be taken back."""


@transaction.atomic
def undo(finding: Finding, user: User, *, version: int | None = None, reason: str = "") -> None:
    """Open an accepted finding again. Its citations, and a fact that was made by it, are withdrawn.

    Nothing is deleted: the fact, its citations and both decisions stay in the history.

    Raises:
        PermissionDenied, Outdated, NotAccepted, BuiltOn: Nothing is changed.
    """
    check(user)
    current = Finding.objects.select_for_update().get(pk=finding.pk)
    if version is not None and current.version != version:
        raise Outdated
    if current.decision != Decision.ACCEPTED or current.record is None:
        raise NotAccepted
    record, document = current.record, current.reading.document
    alone = not _told_elsewhere(current)
    _check_free(current, alone)
    event = history.append(
        record,
        Action.WITHDRAWN,
        actor=user,
        reason=reason,
        payload={"finding": current.pk, "data": current.data, "record": alone},
    )
    if not _cited_by_others(current):
        cited = Citation.objects.standing().filter(record=record, document=document)
        cited.update(withdrawn=event)
    if alone:
        record.withdrawn_at = timezone.now()
        record.save(update_fields=["withdrawn_at"])
        search.index(record)
    decide(current, Decision.OPEN, None)


def _cited_by_others(finding: Finding) -> bool:
    """Whether another accepted finding of the same reading stands for the same record."""
    others = finding.reading.findings.filter(record=finding.record, decision=Decision.ACCEPTED)
    return others.exclude(pk=finding.pk).exists()


def _told_elsewhere(finding: Finding) -> bool:
    """Whether the record stands on more than this finding."""
    record = finding.record
    others = Finding.objects.filter(record=record, decision=Decision.ACCEPTED)
    documents = Citation.objects.standing().filter(record=record)
    return (
        others.exclude(pk=finding.pk).exists()
        or documents.exclude(document=finding.reading.document).exists()
    )


def _check_free(finding: Finding, alone: bool) -> None:
    record = finding.record
    assert record is not None
    accepted = finding.reading.findings.filter(decision=Decision.ACCEPTED).exclude(pk=finding.pk)
    above = [other for other in accepted if finding.local_id in needs(other.data)]
    others = _standing_on(record) if alone else []
    if above or others:
        raise BuiltOn(above, others)


def _standing_on(record: Record) -> list[str]:
    """What people added to a record, by the name of its model."""
    found = []
    if Judgement.objects.standing().about(record.pk).exists():
        found.append("judgement")
    found += [
        kind for kind in ("texts", "attachments", "comments") if getattr(record, kind).exists()
    ]
    commitment = getattr(record, "commitment", None)
    if commitment is not None and any(
        getattr(commitment, links).filter(undone_at=None).exists()
        for links in ("links_back", "links_on")
    ):
        found.append("links")
    return found
