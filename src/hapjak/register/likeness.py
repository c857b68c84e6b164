"""Which registered facts may be one: proposed when a fact is written, decided by a person.

A fact is never compared with all others. It is looked for under keys of days and
parties (`LikenessKey`); the lines of two meetings are compared where the meetings
are one or proposed to be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice

from django.db import transaction

from hapjak.register import (
    identity_proposals,
    likeness_agreements,
    likeness_commitments,
    likeness_days,
    likeness_meetings,
    likeness_shapes,
    proposals,
)
from hapjak.register.families import heads_of, members_of
from hapjak.register.likeness_reasons import Likeness
from hapjak.register.likeness_shapes import AgreementShape, LineShape, MeetingShape
from hapjak.register.models import (
    Commitment,
    Judgement,
    LikenessKey,
    Proposal,
    ProposalState,
    Record,
    RecordKind,
    Verdict,
)
from hapjak.register.proposals import Pair, ordered

COMPARED = (RecordKind.MEETING, RecordKind.AGREEMENT, RecordKind.COMMITMENT)
DATED = (RecordKind.MEETING, RecordKind.AGREEMENT)
PROPOSED = {
    RecordKind.MEETING: likeness_meetings.PROPOSED,
    RecordKind.AGREEMENT: likeness_agreements.PROPOSED,
}
Dated = MeetingShape | AgreementShape
BATCH = 200
MOST_MET = 20  # meetings of a person that are compared anew, the newest
MOST = 200  # records that one is compared with, the newest


def propose(records: Iterable[Record]) -> None:
    """Compare facts with what is registered, and keep what they may be one with.

    Call it in the transaction that wrote them. It may be called again: a meeting
    whose people were joined is compared anew.
    """
    by_kind: dict[str, set[str]] = defaultdict(set)
    for record in records:
        by_kind[record.kind].add(record.pk)
    propose_facts(by_kind)
    identity_proposals.propose_around(
        by_kind[RecordKind.PERSON],
        by_kind[RecordKind.ORGANISATION],
        by_kind[RecordKind.MEETING],
    )


def propose_facts(by_kind: Mapping[str, set[str]]) -> None:
    """Compare meetings, agreements and lines, by kind, with what is registered."""
    for kind in DATED:
        if by_kind.get(kind):
            _compare_dated(kind, by_kind[kind])
    lines = Commitment.objects.filter(pk__in=by_kind.get(RecordKind.COMMITMENT, set()))
    said_at = lines.exclude(meeting=None).values_list("meeting_id", flat=True)
    compare_lines({*by_kind.get(RecordKind.MEETING, set()), *said_at})


def follow(judgement: Judgement) -> None:
    """Bring proposals in step with a judgement that was made or undone.

    Lines of meetings that are two are not proposed; the next likest line takes the
    place of one that is another; people who are one bring meetings closer.
    """
    kind = judgement.first.kind
    records = [judgement.first, judgement.second]
    if kind == RecordKind.PERSON:
        family = members_of(heads_of(record.pk for record in records).values())
        met = Record.objects.filter(meeting__attendances__person__in=family, withdrawn_at=None)
        records = list(met.distinct().order_by("-pk")[:MOST_MET])
        _compare_dated(RecordKind.MEETING, {record.pk for record in records})
    elif kind == RecordKind.MEETING:
        _part_lines(judgement)
        compare_lines(record.pk for record in records)
    elif kind == RecordKind.COMMITMENT:
        propose(records)


def _part_lines(judgement: Judgement) -> None:
    """Drop what was proposed of the lines of two meetings; those still alike are compared anew."""
    heads = heads_of((judgement.first_id, judgement.second_id))
    left, right = (
        set(Commitment.objects.filter(meeting__in=members_of([head])).values_list("pk", flat=True))
        for head in (heads[judgement.first_id], heads[judgement.second_id])
    )
    if heads[judgement.first_id] != heads[judgement.second_id]:
        proposals.drop({ordered(one, other) for one in left for other in right})


def rebuild() -> None:
    """Make all keys and proposals anew, in one transaction."""
    with transaction.atomic():
        Proposal.objects.all().delete()
        LikenessKey.objects.all().delete()
        for kind in (*DATED, RecordKind.COMMITMENT, *identity_proposals.KINDS):
            facts = Record.objects.filter(kind=kind, withdrawn_at=None).order_by("pk")
            found = facts.iterator(BATCH)
            while batch := list(islice(found, BATCH)):
                propose(batch)


def compare(kind: str, one: str, other: str) -> Likeness | None:
    """How alike two records of a kind are, with the reasons."""
    if kind == RecordKind.COMMITMENT:
        meetings = Commitment.objects.filter(pk__in=(one, other)).values_list(
            "meeting_id", flat=True
        )
        lines = likeness_shapes.lines(meeting for meeting in meetings if meeting)
        if one not in lines or other not in lines:
            return None
        alone = {one, other} <= likeness_commitments.alone_in_field(lines.values())
        return likeness_commitments.compare(lines[one], lines[other], alone=alone)
    found = _load(kind, (one, other))
    return _compare(found[one], found[other]) if len(found) == 2 else None


def _load(kind: str, ids: Iterable[str]) -> Mapping[str, Dated]:
    if kind == RecordKind.MEETING:
        return likeness_shapes.meetings(ids)
    return likeness_shapes.agreements(ids)


def _compare(one: Dated, other: Dated) -> Likeness | None:
    if isinstance(one, MeetingShape) and isinstance(other, MeetingShape):
        return likeness_meetings.compare(one, other)
    if isinstance(one, AgreementShape) and isinstance(other, AgreementShape):
        return likeness_agreements.compare(one, other)
    return None


def _compare_dated(kind: RecordKind, ids: set[str]) -> None:
    own = _load(kind, ids)
    for shape in own.values():
        _write_keys(kind, shape)
    near = {pk: _near(kind, shape) for pk, shape in own.items()}
    others = {**_load(kind, {pk for found in near.values() for pk in found} - set(own)), **own}
    scores: dict[Pair, int] = {}
    for pk, found in near.items():
        for other in found & set(others):
            likeness = _compare(own[pk], others[other])
            if likeness is not None and likeness.score >= PROPOSED[kind]:
                scores[ordered(pk, other)] = likeness.score
    known = proposals.about(own).filter(state=ProposalState.OPEN)
    proposals.drop(set(known.values_list("first_id", "second_id")) - set(scores))
    proposals.put(kind, scores)


def _window(shape: Dated) -> likeness_days.Window | None:
    if isinstance(shape, MeetingShape):
        return likeness_meetings.window(shape)
    return likeness_agreements.window(shape)


def _party_keys(shape: Dated) -> list[str]:
    return sorted(key for party in shape.parties for key in party.keys)


def _write_keys(kind: str, shape: Dated) -> None:
    window = _window(shape)
    if window is None:
        return
    keys = likeness_days.written(kind, window, _party_keys(shape))
    LikenessKey.objects.bulk_create(
        (LikenessKey(record_id=shape.record, key=key) for key in keys), ignore_conflicts=True
    )


def _near(kind: str, shape: Dated) -> set[str]:
    """Records at that time with one of the parties, the newest first where there are many."""
    window = _window(shape)
    if window is None:
        return set()
    keys = likeness_days.looked_up(kind, window, _party_keys(shape))
    found = LikenessKey.objects.filter(key__in=keys).exclude(record=shape.record)
    newest = found.order_by("-record_id").values_list("record_id", flat=True).distinct()
    return set(newest[:MOST])


def compare_lines(meetings: Iterable[str]) -> None:
    """Compare the lines of meetings with those of meetings that are or may be the same."""
    own = set(meetings)
    if not own:
        return
    like = _like(own)
    lines = likeness_shapes.lines({pk for found in like.values() for pk in found} | own)
    by_meeting: dict[str, list[LineShape]] = defaultdict(list)
    for line in lines.values():
        by_meeting[line.meeting or ""].append(line)
    apart = _apart(lines.values())
    scores: dict[Pair, int] = {}
    compared: set[Pair] = set()
    for one in sorted(own):
        for other in like[one] - {one}:
            ours, theirs = by_meeting[one], by_meeting[other]
            compared |= {ordered(a.record, b.record) for a in ours for b in theirs}
            for left, right, likeness in likeness_commitments.assigned(ours, theirs, apart):
                scores[ordered(left.record, right.record)] = likeness.score
    proposals.drop(compared - set(scores))
    proposals.put(RecordKind.COMMITMENT, scores)


def _like(meetings: set[str]) -> Mapping[str, set[str]]:
    """Meetings that each is one with, or that wait for a decision, and all these are one with."""
    heads = heads_of(meetings)
    waiting = proposals.about(members_of(heads.values())).exclude(state=ProposalState.SETTLED)
    rows = waiting.filter(kind=RecordKind.MEETING)
    near: dict[str, set[str]] = defaultdict(set)
    for left, right in rows.values_list(proposals.LEFT, proposals.RIGHT):
        near[left].add(right)
        near[right].add(left)
    wanted = {*heads.values(), *(other for found in near.values() for other in found)}
    members: dict[str, set[str]] = defaultdict(set)
    for pk, head in members_of(wanted).items():
        members[head].add(pk)
    return {
        meeting: set().union(*(members[near_by] for near_by in near[head] | {head}))
        for meeting, head in heads.items()
    }


def _apart(lines: Iterable[LineShape]) -> frozenset[frozenset[str]]:
    """Pairs of heads that were judged different."""
    members = members_of(line.place.head for line in lines)
    different = Judgement.objects.standing().about(*members).filter(verdict=Verdict.DIFFERENT)
    pairs = different.values_list(proposals.LEFT, proposals.RIGHT)
    return frozenset(frozenset(pair) for pair in pairs)
