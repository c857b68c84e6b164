"""What a registrar decides on who is one. Each function is one transaction with its events."""

from __future__ import annotations

from django.db import transaction

from hapjak.accounts.models import User
from hapjak.desk.actions import check
from hapjak.desk.identities import seal_of
from hapjak.register import identity_proposals, joining, likeness
from hapjak.register.models import Judgement, Record, RecordKind, Verdict

MOST_MEETINGS = 50  # that are compared anew when people are joined, the newest


class Changed(Exception):
    """Somebody decided on the two meanwhile: show them anew and ask again."""


class Undone(Exception):
    """The judgement was undone already."""


@transaction.atomic
def judge(
    one: Record, other: Record, verdict: Verdict, user: User, *, seal: str, reason: str = ""
) -> Judgement:
    """Say whether two people or bodies are one, and look again for whom they may be one with.

    Raises:
        PermissionDenied, Changed, joining.Blocked, joining.OtherKind: Nothing is changed.
    """
    check(user)
    ids = sorted((one.pk, other.pk))
    list(Record.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
    if seal_of(one, other) != seal:
        raise Changed
    made = joining.judge(one, other, verdict, user, reason)
    if verdict == Verdict.SAME:
        _look_again(one.kind, [one.pk])
    return made


@transaction.atomic
def undo(judgement: Judgement, user: User, reason: str = "") -> None:
    """Take a judgement back; who was one by it is two again.

    Raises:
        PermissionDenied, Undone: Nothing is changed.
    """
    check(user)
    current = Judgement.objects.select_for_update().get(pk=judgement.pk)
    if current.undone_at is not None:
        raise Undone
    joining.undo(current, user, reason)
    _look_again(current.first.kind, [current.first_id, current.second_id])


def _look_again(kind: str, records: list[str]) -> None:
    """Propose anew around records whose family changed, and for the meetings people were at."""
    identity_proposals.propose(kind, records)
    if kind != RecordKind.PERSON:
        return
    family = [pk for record in records for pk in joining.component(record)]
    met = Record.objects.filter(meeting__attendances__person__in=family, withdrawn_at=None)
    likeness.propose(list(met.distinct().order_by("-pk")[:MOST_MEETINGS]))
