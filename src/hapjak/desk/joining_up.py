"""Decisions on pairs of the queue. Each is one transaction; what it joined can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from hapjak.accounts.models import User
from hapjak.desk.actions import Outdated, check
from hapjak.register import joining
from hapjak.register.models import Judgement, Proposal, ProposalState, Record, RecordKind, Verdict


@transaction.atomic
def decide(proposal_id: int, verdict: Verdict, user: User) -> list[Judgement]:
    """Judge a proposed pair.

    Raises:
        PermissionDenied: The user may not decide.
        Outdated: Somebody decided it meanwhile, or it is proposed no longer.
        joining.Blocked: A standing judgement says otherwise. Nothing is changed.
    """
    check(user)
    proposal = _lock([proposal_id])[0]
    return [joining.judge(proposal.first, proposal.second, verdict, user)]


@transaction.atomic
def join_all(
    proposal_id: int, others: Sequence[int], people: Iterable[tuple[str, str]], user: User
) -> list[Judgement]:
    """Join two meetings with the lines, agreements and people that were ticked. All or nothing.

    Raises like `decide()`; `Outdated` also where one of the others was decided meanwhile.
    """
    check(user)
    made = []
    for one, other in people:
        known = Record.objects.filter(kind=RecordKind.PERSON, withdrawn_at=None)
        pair = known.in_bulk((one, other))
        if len(pair) != 2:
            raise Outdated
        made.append(joining.judge(pair[one], pair[other], Verdict.SAME, user))
    for proposal in _lock([proposal_id, *others]):
        made.append(joining.judge(proposal.first, proposal.second, Verdict.SAME, user))
    return made


def _lock(ids: Sequence[int]) -> list[Proposal]:
    """Proposals as they are now, in the order asked for."""
    rows = Proposal.objects.select_for_update(of=("self",)).select_related("first", "second")
    found = {row.pk: row for row in rows.filter(pk__in=ids)}
    if any(pk not in found or found[pk].state == ProposalState.SETTLED for pk in ids):
        raise Outdated
    return [found[pk] for pk in dict.fromkeys(ids)]


@transaction.atomic
def take_back(ids: Iterable[int], user: User) -> list[Judgement]:
    """Undo judgements that were made together, the last first.

    Raises:
        PermissionDenied: The user may not decide.
        Outdated: Somebody undid one of them meanwhile.
    """
    check(user)
    wanted = set(ids)
    found = list(Judgement.objects.standing().filter(pk__in=wanted).order_by("-pk"))
    if len(found) != len(wanted):
        raise Outdated
    for judgement in found:
        joining.undo(judgement, user)
    return found
