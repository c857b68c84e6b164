"""One fact for all that were judged one: whom it stands for, and what each report says of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Max, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpResponse
from django.shortcuts import redirect

from hapjak.accounts.models import User
from hapjak.public.sources import page_of
from hapjak.register import joining
from hapjak.register.families import HEAD_OF_FACT
from hapjak.register.models import Citation, Document, Meeting, Record
from hapjak.register.models.records import FactQuerySet

Viewer = User | AnonymousUser


def elsewhere(record: Record) -> HttpResponse | None:
    """The way to the record that stands for this one; None where it stands for itself."""
    return redirect(page_of(record)) if record.joined_into_id else None


def family_ids(record: Record) -> list[str]:
    """The record and all it stands for."""
    return list(joining.family(record).values_list("pk", flat=True))


def standing_for(facts: QuerySet) -> QuerySet:
    """Ids of the records that stand for facts: each thing once."""
    return facts.order_by().values_list(HEAD_OF_FACT, flat=True)


def one_each(shown: FactQuerySet, facts: QuerySet) -> FactQuerySet:
    """Of the facts that may be shown, those that stand for some: each thing once."""
    return shown.standing().filter(pk__in=standing_for(facts))


def dated(meetings: FactQuerySet, user: Viewer) -> FactQuerySet:
    """Meetings with `day`: their own, or else what another report of the same says."""
    members = Meeting.objects.visible_to(user).filter(record__joined_into=OuterRef("pk"))
    told = members.values("record__joined_into").annotate(day=Max("date")).values("day")
    own = NullIf("date", Value(""))
    return meetings.annotate(day=Coalesce(own, Subquery(told), Value("")))


@dataclass
class Said:
    """One value, and the reports that give it."""

    value: Any
    documents: list[Document] = field(default_factory=list)

    @property
    def reports(self) -> int:
        return len(self.documents)


@dataclass(frozen=True, slots=True)
class Member:
    """A record of a family with its fact and the report it is from, if that may be seen."""

    fact: Any
    document: Document | None


def members(facts: QuerySet, record: Record, user: Viewer) -> list[Member]:
    """What each report says, the record that stands for all first, then as they were reported."""
    found = {fact.pk: fact for fact in facts.filter(pk__in=family_ids(record))}
    cited = Citation.objects.visible_to(user).filter(record__in=found)
    documents: dict[str, Document] = {}
    for citation in cited.select_related("document__record").order_by("start"):
        documents.setdefault(citation.record_id, citation.document)
    told = [Member(fact, documents.get(pk)) for pk, fact in found.items()]
    return sorted(told, key=lambda m: (m.fact.pk != record.pk, _when(m.document), m.fact.pk))


def _when(document: Document | None) -> str:
    return document.published if document else "9999"


def said_of(
    told: Sequence[Member],
    value: Callable[[Any], Any],
    same: Callable[[Any], Hashable] = lambda given: given,
) -> list[Said]:
    """The values that reports give, the most told first; a report that is silent says nothing.

    Args:
        told: The members of a family.
        value: What a fact says; empty for nothing.
        same: What two values must share to be one.
    """
    found: dict[Hashable, Said] = {}
    for member in told:
        given = value(member.fact)
        if given:
            said = found.setdefault(same(given), Said(given))
            if member.document is not None and member.document not in said.documents:
                said.documents.append(member.document)
    return sorted(found.values(), key=lambda said: -said.reports)
