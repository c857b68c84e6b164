"""The queue of records that may be one: which pair comes next, and what goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from hapjak.desk import side_by_side
from hapjak.hanja import match_spelling
from hapjak.hanja.words import Kind
from hapjak.register import likeness_people, likeness_shapes, proposals
from hapjak.register.families import heads_of, members_of
from hapjak.register.likeness_shapes import PersonShape
from hapjak.register.models import (
    Citation,
    Commitment,
    Judgement,
    Proposal,
    ProposalState,
    RecordKind,
    Tenure,
)

KINDS = (RecordKind.MEETING, RecordKind.AGREEMENT, RecordKind.COMMITMENT)
SURE = 70  # from this score on a line is ticked beforehand
MOST = 2000  # pairs that a queue is walked through at once


def waiting(kind: str = "") -> QuerySet[Proposal]:
    """Pairs to decide: meetings first, for they settle their lines; unsure ones last."""
    found = Proposal.objects.exclude(state=ProposalState.SETTLED).filter(
        first__withdrawn_at=None, second__withdrawn_at=None
    )
    found = found.filter(kind__in=[kind] if kind in KINDS else KINDS)
    rank = Case(
        *(When(kind=one, then=Value(place)) for place, one in enumerate(KINDS)),
        output_field=IntegerField(),
    )
    return found.annotate(rank=rank).order_by(
        "state", "rank", "first__commitment__meeting", "-score", "pk"
    )


def counts() -> dict[str, int]:
    """How many pairs wait, by kind."""
    found = dict.fromkeys(KINDS, 0)
    for kind in waiting().order_by().values_list("kind", flat=True):
        found[RecordKind(kind)] += 1
    return {str(kind): count for kind, count in found.items()}


@dataclass(frozen=True, slots=True)
class Step:
    """A pair of the queue, the ones around it, and its place."""

    proposal: Proposal
    previous: int | None
    next: int | None
    place: int
    total: int


def step(kind: str, at: int | None, behind: int | None) -> Step | None:
    """The pair to show: `at` if it waits, else the one that comes after `behind`, else the first."""
    ids = list(waiting(kind).values_list("pk", flat=True)[:MOST])
    if not ids:
        return None
    if at in ids:
        place = ids.index(at)
    elif behind in ids:
        place = (ids.index(behind) + 1) % len(ids)
    else:
        place = 0
    proposal = Proposal.objects.select_related("first", "second").get(pk=ids[place])
    around = [ids[i] if 0 <= i < len(ids) else None for i in (place - 1, place + 1)]
    return Step(proposal, around[0], around[1], place + 1, len(ids))


@dataclass(frozen=True, slots=True)
class LinePair:
    """Two lines or agreements that would be joined with their meetings."""

    proposal: Proposal
    left: str
    left_language: str
    right: str
    right_language: str
    sure: bool


@dataclass(frozen=True, slots=True)
class PersonPair:
    """Two people of the two meetings who may be one, with their posts."""

    left: str
    right: str
    left_name: str
    right_name: str
    left_form: str
    right_form: str
    left_posts: str
    right_posts: str
    sure: bool

    @property
    def value(self) -> str:
        return f"{self.left} {self.right}"


def goes_with(proposal: Proposal) -> list[LinePair]:
    """What of two meetings is proposed to be one, too: their lines and their agreements."""
    if proposal.kind != RecordKind.MEETING:
        return []
    left, right = families(proposal)
    lines = [
        set(Commitment.objects.filter(meeting__in=family).values_list("pk", flat=True))
        for family in (left, right)
    ]
    papers = [_papers(family) for family in (left, right)]
    sides = [a | b for a, b in zip(lines, papers, strict=True)]
    found = waiting().filter(
        Q(first__in=sides[0], second__in=sides[1]) | Q(first__in=sides[1], second__in=sides[0])
    )
    rows = found.select_related("first__commitment", "second__commitment")
    rows = rows.select_related("first__agreement", "second__agreement")
    forms = _forms({pk for side in sides for pk in side})
    return [_line_pair(row, row.first_id in sides[1], forms) for row in rows]


def families(proposal: Proposal) -> tuple[list[str], list[str]]:
    """All records on either side of a proposal."""
    heads = heads_of((proposal.first_id, proposal.second_id))
    left, right = (list(members_of([heads[pk]])) for pk in (proposal.first_id, proposal.second_id))
    return left, right


def _papers(meetings: Iterable[str]) -> set[str]:
    """Agreements that the reports of meetings tell of."""
    told = Citation.objects.standing().filter(record__in=meetings).values("document")
    papers = Citation.objects.standing().filter(
        document__in=told, record__kind=RecordKind.AGREEMENT
    )
    return set(papers.values_list("record_id", flat=True))


def _forms(records: set[str]) -> dict[str, str]:
    cited = Citation.objects.standing().filter(record__in=records)
    return dict(cited.values_list("record_id", "document__variety"))


def _line_pair(row: Proposal, turned: bool, forms: dict[str, str]) -> LinePair:
    one, other = (row.second, row.first) if turned else (row.first, row.second)
    words = [
        record.commitment.wording if row.kind == RecordKind.COMMITMENT else str(record.agreement)
        for record in (one, other)
    ]
    sure = row.score >= SURE and row.state == ProposalState.OPEN
    return LinePair(row, words[0], forms.get(one.pk, ""), words[1], forms.get(other.pk, ""), sure)


def people_of(proposal: Proposal) -> list[PersonPair]:
    """People of two meetings who may be one and are not yet; nobody judged on is asked again."""
    if proposal.kind != RecordKind.MEETING:
        return []
    left, right = families(proposal)
    shapes = likeness_shapes.meetings([*left, *right])
    ours = _everybody(shapes[pk].people for pk in left if pk in shapes)
    theirs = _everybody(shapes[pk].people for pk in right if pk in shapes)
    pairs = [(a, b) for a, b in likeness_people.in_common(ours, theirs) if a.head != b.head]
    judged = proposals.verdicts({head for pair in pairs for head in (pair[0].head, pair[1].head)})
    asked = [(a, b) for a, b in pairs if proposals.ordered(a.head, b.head) not in judged]
    posts = _posts({head for a, b in asked for head in (a.head, b.head)})
    one, other = proposal.first_id, proposal.second_id
    spelled, forms = side_by_side.printed((one, other)), side_by_side.varieties((one, other))
    return [
        PersonPair(
            a.head, b.head, spelled[one].get(a.head, a.names[0]),
            spelled[other].get(b.head, b.names[0]), forms[one], forms[other], posts.get(a.head, ""), posts.get(b.head, ""),
            bool(a.side and a.side == b.side) and _clear(a, b),
        )
        for a, b in asked
    ]  # fmt: skip


def _everybody(lists: Iterable[Iterable[PersonShape]]) -> list[PersonShape]:
    return list({person.head: person for people in lists for person in people}.values())


def _clear(one: PersonShape, other: PersonShape) -> bool:
    matches = (match_spelling(a, b, Kind.PERSON) for a in one.names for b in other.names)
    return any(match is not None and match.clear for match in matches)


def _posts(heads: set[str]) -> dict[str, str]:
    """The post of each person as it was last printed."""
    members = members_of(heads)
    held = Tenure.objects.filter(person__in=members).order_by("seen_on", "-order")
    return {members[person]: text for person, text in held.values_list("person_id", "text")}


def chosen(values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of people as a form sends them; what is no pair is left out."""
    for value in values:
        one, _, other = value.partition(" ")
        if one and other:
            yield one, other


def proposal_of(judgements: Iterable[Judgement]) -> int | None:
    """The proposal to show after judgements were undone: of the meetings, if there are."""
    pairs = {(j.first_id, j.second_id) for j in judgements}
    found = waiting().filter(first__in={a for a, _ in pairs}, second__in={b for _, b in pairs})
    known = found.values_list("pk", "first_id", "second_id")
    return next((pk for pk, one, other in known if (one, other) in pairs), None)
