"""Pages of people and bodies: one identity for all that were judged one, every spelling with its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from hapjak.accounts.policy import may_decide, may_see_office
from hapjak.public import evidence, sources
from hapjak.public.details import lines_of
from hapjak.public.facts import Viewer, elsewhere, members, one_each
from hapjak.public.listing import PER_PAGE, basis_of, spellings
from hapjak.register import tenures
from hapjak.register.models import Attendance, Judgement, Meeting, Organisation, Person, Record
from hapjak.register.spellings import spellings_of
from hapjak.register.tenures import Holding


@dataclass(frozen=True, slots=True)
class Group:
    """A post of a body with those who held it."""

    code: str
    holdings: Sequence[Holding]

    @property
    def office(self) -> tenures.Office:
        return self.holdings[0].office


@require_safe
def person(request: HttpRequest, pk: str) -> HttpResponse:
    visible = Person.objects.visible_to(request.user).select_related("record__joined_into", "side")
    found = get_object_or_404(visible.prefetch_related(*spellings("")), pk=pk)
    if moved := elsewhere(found.record):
        return moved
    family = [member.fact.pk for member in members(visible, found.record, request.user)]
    holdings = tenures.of_people([found.pk], request.user)
    context = {
        "person": found,
        "spelled": spellings_of(found.record, request.user),
        "holdings": holdings[::-1],
        "clashes": evidence.clashes_of(holdings, request.user),
        "attended": attended_by(family, request.user),
        "lines": lines_of(request.user, speaker__in=family),
        **judged(found.record, request.user),
        **basis_of(sources.sources_of(found.record, request.user)),
    }
    return render(request, "public/person.html", context)


def judged(record: Record, user: Viewer) -> dict[str, Any]:
    """What was judged of a record and all it is one with; for the office alone."""
    if not may_see_office(user):
        return {}
    family = [record.pk, *record.members.values_list("pk", flat=True)]
    about = Judgement.objects.about(*family).select_related(
        "made_by",
        "undone_by",
        *(f"{end}__{kind}" for end in ("first", "second") for kind in ("person", "organisation")),
    )
    return {"judgements": about.order_by("-pk"), "may_decide": may_decide(user)}


def attended_by(family: list[str], user: Viewer) -> list[tuple[Meeting, list[str]]]:
    """Meetings with the roles a person had there, each once, the latest first."""
    seen = Meeting.objects.visible_to(user)
    rows = Attendance.objects.filter(person__in=family, meeting__in=seen).order_by("pk")
    roles: dict[str, list[str]] = {}
    for row in rows.select_related("meeting__record"):
        head = row.meeting.record.joined_into_id or row.meeting_id
        labels = roles.setdefault(head, [])
        if row.get_role_display() not in labels:
            labels.append(row.get_role_display())
    shown = seen.filter(pk__in=roles).order_by("-date", "pk")
    return [(meeting, roles[meeting.pk]) for meeting in shown]


@require_safe
def organisation(request: HttpRequest, pk: str) -> HttpResponse:
    visible = Organisation.objects.visible_to(request.user).select_related("record", "partner")
    found = get_object_or_404(visible, pk=pk)
    if moved := elsewhere(found.record):
        return moved
    family = [member.fact.pk for member in members(visible, found.record, request.user)]
    seen = Meeting.objects.visible_to(request.user)
    holdings = tenures.of_body(found.record, request.user)
    context = {
        "organisation": found,
        "spelled": spellings_of(found.record, request.user),
        "acting": lines_of(request.user, by__in=family)[:PER_PAGE],
        "addressed": lines_of(request.user, to__in=family)[:PER_PAGE],
        "meetings": one_each(seen, seen.filter(parties__in=family)).order_by("-date", "pk"),
        "posts": [Group(code, held) for code, held in tenures.by_office(holdings).items()],
        "clashes": evidence.clashes_of(holdings, request.user),
        **judged(found.record, request.user),
        **basis_of(sources.sources_of(found.record, request.user)),
    }
    return render(request, "public/organisation.html", context)


@require_safe
def office(request: HttpRequest, pk: str, code: str) -> HttpResponse:
    """A post over the years, and who held it on a day that is asked for."""
    visible = Organisation.objects.visible_to(request.user).select_related("record", "partner")
    body = get_object_or_404(visible, pk=pk)
    if body.record.joined_into_id:
        return redirect("public:office", pk=body.record.joined_into_id, code=code)
    held = tenures.by_office(tenures.of_body(body.record, request.user)).get(code)
    if held is None:
        raise Http404
    asked = request.GET.get("on", "").strip()[:40]
    day = tenures.read_day(asked) if asked else None
    context = {
        "organisation": body,
        "office": held[0].office,
        "holdings": held,
        "timeline": evidence.timeline(held),
        "clashes": evidence.clashes_of(held, request.user),
        "asked": asked,
        "day": day,
        "replies": evidence.replies_of(held, day, request.user) if day else [],
        "may_decide": may_decide(request.user),
    }
    return render(request, "public/office.html", context)
