"""Proposals kept in step with the judgements: what still waits for a decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from hapjak.register.families import heads_of, members_of
from hapjak.register.models import Judgement, Proposal, ProposalState, Verdict

Pair = tuple[str, str]
LEFT = Coalesce("first__joined_into_id", "first_id")
RIGHT = Coalesce("second__joined_into_id", "second_id")


def ordered(one: str, other: str) -> Pair:
    """Two ids as a proposal holds them."""
    return (one, other) if one < other else (other, one)


def put(kind: str, scores: Mapping[Pair, int]) -> None:
    """Keep proposals with their scores, and settle them."""
    Proposal.objects.bulk_create(
        (Proposal(first_id=a, second_id=b, kind=kind, score=s) for (a, b), s in scores.items()),
        update_conflicts=True,
        unique_fields=["first", "second"],
        update_fields=["score"],
    )
    settle({record for pair in scores for record in pair})


def drop(pairs: Iterable[Pair]) -> None:
    """Forget proposals that are better not made; one that somebody was unsure of stays."""
    wanted = set(pairs)
    firsts = {first for first, _ in wanted}
    waiting = Proposal.objects.filter(first__in=firsts, state=ProposalState.OPEN)
    known = waiting.values_list("pk", "first_id", "second_id")
    Proposal.objects.filter(pk__in=[pk for pk, a, b in known if (a, b) in wanted]).delete()


def about(records: Iterable[str]) -> QuerySet[Proposal]:
    """Proposals that name one of the records."""
    ids = set(records)
    return Proposal.objects.filter(Q(first__in=ids) | Q(second__in=ids))


def settle(records: Iterable[str]) -> None:
    """Say again of every proposal about the records whether something is left to decide.

    Nothing is where the two are one, were judged different, or are proposed
    more strongly through others that they are one with.
    """
    found = about(_families(records)).order_by("-score", "first_id", "second_id")
    rows = list(found.values_list("pk", "state", LEFT, RIGHT))
    if not rows:
        return
    said = verdicts({head for row in rows for head in row[2:]})
    best: set[Pair] = set()
    changed: dict[ProposalState, list[int]] = defaultdict(list)
    for pk, before, left, right in rows:
        state = _state(ordered(left, right), said, best)
        if state != before:
            changed[state].append(pk)
    for state, ids in changed.items():
        Proposal.objects.filter(pk__in=ids).update(state=state)


def _families(records: Iterable[str]) -> set[str]:
    """The records and all that each is one with."""
    ids = set(records)
    return ids | set(members_of(heads_of(ids).values()))


def _state(pair: Pair, said: Mapping[Pair, set[str]], best: set[Pair]) -> ProposalState:
    verdicts = said[pair]
    if pair[0] == pair[1] or Verdict.DIFFERENT in verdicts or pair in best:
        return ProposalState.SETTLED
    best.add(pair)
    return ProposalState.UNSURE if Verdict.UNSURE in verdicts else ProposalState.OPEN


def verdicts(heads: set[str]) -> Mapping[Pair, set[str]]:
    """What was judged of each two families, by the records that stand for them."""
    standing = Judgement.objects.standing().exclude(verdict=Verdict.SAME)
    rows = standing.about(*members_of(heads))
    said: dict[Pair, set[str]] = defaultdict(set)
    for left, right, verdict in rows.values_list(LEFT, RIGHT, "verdict"):
        said[ordered(left, right)].add(verdict)
    return said
