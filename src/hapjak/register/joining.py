"""Who is one: judgements over records, and what follows from them.

Nothing is moved when records are joined. Each keeps its wording, its citations
and its own facts; one of them stands for all and is the one that is listed and
counted. Undoing a judgement therefore restores what was before it.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from hapjak.accounts.models import User
from hapjak.register import history, likeness, proposals
from hapjak.register.models import Action, Judgement, Record, Verdict, Visibility


class Blocked(Exception):
    """A standing judgement says otherwise; `judgement` is that one. Undo it first."""

    def __init__(self, judgement: Judgement) -> None:
        super().__init__(str(judgement))
        self.judgement = judgement


class OtherKind(ValueError):
    """Records of two kinds, or one record twice, cannot be one thing."""


@transaction.atomic
def judge(one: Record, other: Record, verdict: Verdict, user: User, reason: str = "") -> Judgement:
    """Say whether two records are the same thing. A standing judgement on the two is kept once.

    Raises:
        Blocked: It would contradict a standing judgement, of these two or of
            records they are joined with.
        OtherKind: They cannot be one.
    """
    if one.pk == other.pk or one.kind != other.kind:
        raise OtherKind(f"{one.pk} {other.pk}")
    first, second = sorted((one, other), key=lambda record: record.pk)
    said = {"first": first.pk, "second": second.pk, "verdict": str(verdict)}
    for record in (first, second):
        history.append(record, Action.JUDGED, actor=user, reason=reason, payload=said)
    standing = Judgement.objects.standing().filter(first=first, second=second).first()
    if standing is not None and standing.verdict == Verdict.UNSURE:
        _undo(standing, user)
        standing = None
    if standing is not None:
        if standing.verdict != verdict:
            raise Blocked(standing)
        return standing
    _check(component(first.pk), component(second.pk), verdict)
    judgement = Judgement.objects.create(
        first=first, second=second, verdict=verdict, reason=reason, made_by=user
    )
    settle(first.pk)
    likeness.follow(judgement)
    return judgement


@transaction.atomic
def undo(judgement: Judgement, user: User, reason: str = "") -> None:
    """Take a judgement back; what it joined is apart again, what it kept apart may be joined."""
    said = {"first": judgement.first_id, "second": judgement.second_id, "was": judgement.verdict}
    for record in (judgement.first, judgement.second):
        history.append(record, Action.PARTED, actor=user, reason=reason, payload=said)
    current = Judgement.objects.select_for_update().get(pk=judgement.pk)
    if current.undone_at is None:
        _undo(current, user)
        settle(current.first_id)
        settle(current.second_id)
        likeness.follow(current)


def _undo(judgement: Judgement, user: User) -> None:
    judgement.undone_by = user
    judgement.undone_at = timezone.now()
    judgement.save(update_fields=["undone_by", "undone_at"])


def _check(ours: set[str], theirs: set[str], verdict: Verdict) -> None:
    """Refuse to join what was told apart, and to tell apart what is joined."""
    if verdict == Verdict.SAME:
        apart = Judgement.objects.standing().filter(verdict=Verdict.DIFFERENT)
        across = apart.filter(first__in=ours, second__in=theirs) | apart.filter(
            first__in=theirs, second__in=ours
        )
        blocking = across.first()
    else:
        same = Judgement.objects.standing().filter(verdict=Verdict.SAME)
        blocking = same.about(*ours).first() if ours == theirs else None
    if blocking is not None:
        raise Blocked(blocking)


def component(record_id: str) -> set[str]:
    """Ids of all records that standing judgements make one with this, itself among them."""
    seen = {record_id}
    front = {record_id}
    same = Judgement.objects.standing().filter(verdict=Verdict.SAME)
    while front:
        edges = same.about(*front).values_list("first_id", "second_id")
        front = {end for edge in edges for end in edge} - seen
        seen |= front
    return seen


def settle(record_id: str) -> None:
    """Choose again which record stands for all it is one with: a public one, then the oldest."""
    records = list(Record.objects.filter(pk__in=component(record_id)))
    there = [record for record in records if record.withdrawn_at is None]
    head = min(there, key=lambda r: (r.visibility != Visibility.PUBLIC, r.pk), default=None)
    for record in records:
        into = head if head is not None and record.pk != head.pk else None
        if record.joined_into_id != (into.pk if into else None):
            record.joined_into = into
            record.save(update_fields=["joined_into"])
    proposals.settle(record.pk for record in records)


def stands_for(record: Record) -> Record:
    """The record that is shown for this one: itself, or the one it was joined into."""
    return record.joined_into or record


def family(record: Record) -> QuerySet[Record]:
    """The record that stands for all, and all it stands for."""
    head = stands_for(record).pk
    return Record.objects.filter(pk=head) | Record.objects.filter(joined_into=head)
