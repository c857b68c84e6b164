"""What the register knows of people and bodies, gathered for comparing: of each with all it is one with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from hapjak.register import proposals
from hapjak.register.families import members_of
from hapjak.register.models import (
    Attendance,
    Citation,
    Meeting,
    Name,
    Organisation,
    Person,
    ProposalState,
    RecordKind,
    Tenure,
)
from hapjak.register.titles import codes_of, says_a_post

HEAD_OF_PERSON = Coalesce("person__record__joined_into_id", "person_id")
MOST_NAMES = 8  # spellings of one that are compared
Sets = dict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Held:
    """A post somebody was shown in: what it is across languages, and whose."""

    codes: frozenset[str]
    body: str  # the record that stands for it; empty where nobody says
    side: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a person or body. `head` is empty for one that is not registered yet.

    Attributes:
        near: Meetings that may be one with theirs, not decided yet.
        kind: Of a body.
        people: Who held posts in a body.
    """

    head: str
    names: tuple[str, ...]
    side: str = ""
    posts: tuple[Held, ...] = ()
    days: tuple[str, ...] = ()
    documents: frozenset[str] = frozenset()
    meetings: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    kind: str = ""
    territory: str = ""
    people: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Told:
    """What reports say around a family of records."""

    names: Mapping[str, Sequence[str]]
    documents: Sets
    meetings: Sets
    near: Sets


@dataclass
class Posts:
    """Posts and days by the family of the person, and people by the body."""

    held: dict[str, list[Held]] = field(default_factory=lambda: defaultdict(list))
    days: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def people(heads: Iterable[str]) -> dict[str, Profile]:
    """Profiles of people by the record that stands for each."""
    members = members_of(heads)
    told = _told(members, _attended(members))
    sides = _sides(Person.objects.filter(pk__in=members), "side__code", members)
    posts = _posts(members)
    return {
        head: Profile(
            head,
            tuple(told.names[head]),
            next(iter(sorted(sides[head])), ""),
            tuple(posts.held[head]),
            tuple(sorted(posts.days[head])),
            frozenset(told.documents[head]),
            frozenset(told.meetings[head]),
            frozenset(told.near[head]),
        )
        for head in set(members.values())
    }


def bodies(heads: Iterable[str]) -> dict[str, Profile]:
    """Profiles of bodies by the record that stands for each."""
    members = members_of(heads)
    told = _told(members, _party_to(members))
    rows = {
        members[pk]: (side or "", kind, territory)
        for pk, side, kind, territory in Organisation.objects.filter(pk__in=members)
        .order_by("-pk")
        .values_list("pk", "partner__code", "kind", "territory")
    }
    holders: Sets = defaultdict(set)
    held = Tenure.objects.filter(post__organisation__in=members)
    for body, person in held.annotate(head=HEAD_OF_PERSON).values_list(
        "post__organisation_id", "head"
    ):
        holders[members[body]].add(person)
    return {
        head: Profile(
            head,
            tuple(told.names[head]),
            side,
            documents=frozenset(told.documents[head]),
            meetings=frozenset(told.meetings[head]),
            near=frozenset(told.near[head]),
            kind=kind,
            territory=territory,
            people=frozenset(holders[head]),
        )
        for head, (side, kind, territory) in rows.items()
    }


def names_of(members: Mapping[str, str]) -> dict[str, list[str]]:
    """Spellings by family, as they came in."""
    names: dict[str, list[str]] = defaultdict(list)
    rows = Name.objects.filter(record__in=members).order_by("pk").values_list("record_id", "text")
    for record, text in rows:
        own = names[members[record]]
        if text not in own and len(own) < MOST_NAMES:
            own.append(text)
    return names


def _told(members: Mapping[str, str], meetings: Sets) -> Told:
    documents: Sets = defaultdict(set)
    cited = Citation.objects.standing().filter(record__in=members)
    for record, document in cited.values_list("record_id", "document_id"):
        documents[members[record]].add(document)
    return Told(names_of(members), documents, meetings, _near(meetings))


def _attended(members: Mapping[str, str]) -> Sets:
    found: Sets = defaultdict(set)
    rows = Attendance.objects.filter(person__in=members, meeting__record__withdrawn_at=None)
    for person, meeting, head in rows.values_list(
        "person_id", "meeting_id", "meeting__record__joined_into"
    ):
        found[members[person]].add(head or meeting)
    return found


def _party_to(members: Mapping[str, str]) -> Sets:
    found: Sets = defaultdict(set)
    rows = Meeting.parties.through.objects.filter(
        organisation__in=members, meeting__record__withdrawn_at=None
    )
    for body, meeting, head in rows.values_list(
        "organisation_id", "meeting_id", "meeting__record__joined_into"
    ):
        found[members[body]].add(head or meeting)
    return found


def _near(meetings: Sets) -> Sets:
    """Meetings proposed to be one with those of a family."""
    wanted = {meeting for found in meetings.values() for meeting in found}
    beside: Sets = defaultdict(set)
    open_ones = proposals.about(wanted).filter(kind=RecordKind.MEETING)
    rows = open_ones.exclude(state=ProposalState.SETTLED)
    for left, right in rows.values_list(proposals.LEFT, proposals.RIGHT):
        beside[left].add(right)
        beside[right].add(left)
    near: Sets = defaultdict(set)
    for head, found in meetings.items():
        near[head] = set().union(*(beside[meeting] for meeting in found if meeting in beside))
    return near


def _sides(rows: QuerySet[Any], column: str, members: Mapping[str, str]) -> Sets:
    found: Sets = defaultdict(set)
    for pk, side in rows.values_list("pk", column):
        if side:
            found[members[pk]].add(side)
    return found


def _posts(members: Mapping[str, str]) -> Posts:
    """Posts and the days on which documents show people in them."""
    posts = Posts()
    rows = Tenure.objects.filter(person__in=members).values_list(
        "person_id",
        "post__title",
        "post__organisation_id",
        "post__organisation__record__joined_into",
        "post__organisation__kind",
        "post__organisation__partner__code",
        "seen_on",
    )
    for person, title, body, head, kind, side, seen in rows:
        own = members[person]
        if seen:
            posts.days[own].append(seen)
        if says_a_post(title):
            posts.held[own].append(held(title, kind or "", head or body or "", side or ""))
    return posts


def held(title: str, kind: str, body: str, side: str) -> Held:
    """A post as it is compared."""
    return Held(frozenset(codes_of(title, kind)), body, side)
