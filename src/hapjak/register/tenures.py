"""Posts over time, from what documents show and what people state.

A document that shows somebody in a post is evidence for one day: that of the
meeting it tells of, else that of its publication. Between the first and the last
day nobody says more than the documents do; who held a post on a day in between is
answered from the evidence on both sides of it.

A post is the same across languages where its titles are (`titles.py`) and its body
is one (`joining.py`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from hapjak.accounts.models import User
from hapjak.accounts.policy import may_see_office
from hapjak.register.families import heads_of, members_of
from hapjak.register.models import (
    Attendance,
    Citation,
    Document,
    Meeting,
    Name,
    Organisation,
    Person,
    Post,
    Record,
    Tenure,
)
from hapjak.register.titles import READ, code_of, is_single, says_a_post, titles

Viewer = User | AnonymousUser
SPELLED = (
    Prefetch("record__names", Name.objects.order_by("pk")),
    Prefetch("record__members", Record.objects.order_by("pk")),
    Prefetch("record__members__names", Name.objects.order_by("pk")),
)
DAY = re.compile(
    r"(\d{4})(?:[-./年년]\s*(\d{1,2})(?:[-./月월]\s*(\d{1,2})[日일]?|[月월])?|[年년])?",
    re.ASCII,
)


def read_day(text: str) -> str | None:
    """A day, month or year as a person types it (2021, 2021-5, 2021年5月1日); None for nothing of these."""
    match = DAY.fullmatch(text.strip())
    if match is None:
        return None
    year, *rest = match.groups()
    parts = [int(part) for part in rest if part]
    try:
        date(int(year), *[*parts, 1, 1][:2])
    except ValueError:  # of no calendar
        return None
    return "-".join([year, *(f"{part:02}" for part in parts)])


def bounds(day: str) -> tuple[str, str]:
    """The first and last day that a date as precise as it is known may mean; they only order."""
    return (day + "-01-01"[len(day) - 4 :], day + "-12-31"[len(day) - 4 :])


def date_evidence(people: Iterable[str], document: Document) -> None:
    """Say on which day a document shows people in their posts.

    The first day of a meeting that was held and that it tells they were at, as
    precise as it says; else the day it was published.
    """
    own = set(people)
    told = Citation.objects.standing().filter(record=OuterRef("meeting"), document=document)
    met = Attendance.objects.filter(
        Exists(told), person__in=own, meeting__planned=False, meeting__record__withdrawn_at=None
    ).exclude(meeting__date="")
    latest_first = met.order_by("-meeting__date").values_list("person_id", "meeting__date")
    days: dict[str, str] = dict(latest_first)
    changed = []
    for tenure in Tenure.objects.filter(document=document, person__in=own):
        day = days.get(tenure.person_id, document.published[:10])
        if tenure.seen_on != day:
            tenure.seen_on = day
            changed.append(tenure)
    Tenure.objects.bulk_update(changed, ["seen_on"])


def date_evidence_of(meeting: Meeting, document: Document) -> None:
    """Say it anew for all who were at a meeting, after it was registered or taken back."""
    date_evidence(meeting.attendances.values_list("person_id", flat=True), document)


@dataclass(frozen=True, slots=True)
class Office:
    """A post of a body, under all its titles. `code` is one of `titles.py`, or `=` and a key."""

    code: str
    body: Organisation | None

    @property
    def single(self) -> bool:
        """Whether one person holds it at a time."""
        return self.body is not None and is_single(self.code)

    def title(self, language: str) -> tuple[str, str] | None:
        """Its title in an interface language, with the written form, where the table has it."""
        known = titles().get(self.code)
        return known.in_language(language) if known else None


@dataclass(frozen=True, slots=True)
class Shown:
    """A document that shows somebody in a post."""

    day: str
    tenure: Tenure
    document: Document

    @property
    def span(self) -> tuple[str, str]:
        return bounds(self.day)


@dataclass
class Holding:
    """One person in one post: evidence by day, and what was last stated by hand."""

    person: Person
    office: Office
    shown: list[Shown] = field(default_factory=list)
    undated: list[Shown] = field(default_factory=list)
    stated: Tenure | None = None

    @property
    def first(self) -> str:
        """The first day on which a document shows it; empty where none has a day."""
        return self.shown[0].day if self.shown else ""

    @property
    def last(self) -> str:
        return self.shown[-1].day if self.shown else ""

    @property
    def since(self) -> str:
        return self.stated.since if self.stated else ""

    @property
    def until(self) -> str:
        return self.stated.until if self.stated else ""

    @property
    def post(self) -> Post:
        """The post as it was last printed."""
        rows = [one.tenure for one in (*self.undated, *self.shown)]
        rows += [self.stated] if self.stated else []
        return rows[-1].post

    def printed_in(self, form: str) -> str:
        """Its title as a document of a written form last printed it; empty where none did."""
        titles_there = [
            one.tenure.post.title for one in self.evidence if one.document.variety == form
        ]
        return titles_there[-1] if titles_there else ""

    def title_in(self, language: str) -> tuple[str, str]:
        """Its title in the reader's writing, with the written form.

        As a document prints it so; else as the table of titles has it; else as printed.
        """
        for form in READ.get(language, ("en",)):
            if printed := self.printed_in(form):
                return printed, form
        return self.office.title(language) or self.printed

    @property
    def printed(self) -> tuple[str, str]:
        """Its title as last printed, with the written form."""
        for one in reversed([*self.undated, *self.shown]):
            return one.tenure.post.title, one.document.variety
        return (self.stated.post.title, self.person.language) if self.stated else ("", "")

    @property
    def evidence(self) -> list[Shown]:
        """All documents that show it, those with a day first."""
        return [*self.shown, *self.undated]


def of_body(body: Record, user: Viewer) -> list[Holding]:
    """Who held which posts of a body and of all it is one with."""
    family = members_of([body.joined_into_id or body.pk])
    return _holdings(Tenure.objects.filter(post__organisation__in=family), user)


def of_people(people: Iterable[str], user: Viewer) -> list[Holding]:
    """Which posts people held."""
    family = members_of(heads_of(people).values())
    return _holdings(Tenure.objects.filter(person__in=family), user)


def _holdings(rows: QuerySet[Tenure], user: Viewer) -> list[Holding]:
    """Evidence that may be seen and still stands, by person and post, in the order of time."""
    seen = _seen(rows, user)
    heads = heads_of({pk for row in seen for pk in (row.person_id, row.post.organisation_id) if pk})
    shown = Person.objects.visible_to(user).select_related("record", "side")
    people = shown.prefetch_related(*SPELLED).in_bulk({heads[row.person_id] for row in seen})
    bodies = (
        Organisation.objects.visible_to(user)
        .select_related("record", "partner")
        .in_bulk({heads[row.post.organisation_id] for row in seen if row.post.organisation_id})
    )
    found: dict[tuple[str, str, str], Holding] = {}
    for row in seen:
        person = people.get(heads[row.person_id])
        body = heads.get(row.post.organisation_id or "", "")
        if person is None or not says_a_post(row.post.title):
            continue
        code = code_of(row.post.title, row.post.organisation.kind if row.post.organisation else "")
        key = (person.pk, code, body)
        _put(found.setdefault(key, Holding(person, Office(code, bodies.get(body)))), row)
    return sorted(found.values(), key=lambda holding: (_begin(holding), holding.person.pk))


def _seen(rows: QuerySet[Tenure], user: Viewer) -> list[Tenure]:
    """Evidence in documents that are cited for the person; statements by hand for the office alone."""
    cited = Citation.objects.standing().filter(
        record=OuterRef("person"), document=OuterRef("document")
    )
    shown = rows.filter(Exists(cited), document__in=Document.objects.visible_to(user))
    found = list(_joined(shown).order_by("seen_on", "document_id", "order"))
    if may_see_office(user):
        found += _joined(rows.filter(document=None)).order_by("pk")
    return found


def _joined(rows: QuerySet[Tenure]) -> QuerySet[Tenure]:
    return rows.select_related("post__organisation", "document__record", "attested_by")


def _put(holding: Holding, row: Tenure) -> None:
    if row.document is not None:
        place = holding.shown if row.seen_on else holding.undated
        place.append(Shown(row.seen_on, row, row.document))
    else:  # the last statement counts; one without dates takes the others back
        holding.stated = row if row.since or row.until else None


def _begin(holding: Holding) -> str:
    return holding.since or holding.first or holding.until or "9999"


def by_office(holdings: Iterable[Holding]) -> dict[str, list[Holding]]:
    """Holdings of one body by the code of the post, the single-holder posts first."""
    found: Mapping[str, list[Holding]] = defaultdict(list)
    for holding in holdings:
        if holding.shown or holding.undated or holding.stated:
            found[holding.office.code].append(holding)
    order = {code: number for number, code in enumerate(titles())}
    return dict(sorted(found.items(), key=lambda item: (order.get(item[0], len(order)), item[0])))


def posts_like(post: Post) -> list[int]:
    """Ids of the posts that are one with a post: the same title in any language, the same body."""
    if post.organisation is None:
        return [post.pk]
    record = post.organisation.record
    code = code_of(post.title, post.organisation.kind)
    family = members_of([record.joined_into_id or record.pk])
    rows = Post.objects.filter(organisation__in=family).select_related("organisation")
    return [
        one.pk
        for one in rows
        if one.organisation is not None and code_of(one.title, one.organisation.kind) == code
    ]
