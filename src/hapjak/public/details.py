"""Pages of single facts: one page for all records that are one, each report's words kept."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from hapjak.public import attendance, counts, pairs, said, sources
from hapjak.public.facts import (
    Member,
    Viewer,
    elsewhere,
    family_ids,
    members,
    one_each,
)
from hapjak.public.listing import basis_of, lined, listed_partnerships, spellings
from hapjak.register import agreements
from hapjak.register.models import (
    Agreement,
    Citation,
    Commitment,
    Document,
    Meeting,
    Person,
    Strategy,
    Topic,
)


def lines_of(user: Viewer, **condition: Any) -> Any:
    """Commitments that some report of a family tells, each once, as they are listed."""
    seen = Commitment.objects.visible_to(user)
    return lined(one_each(seen, seen.filter(**condition)).order_by("pk"))


@require_safe
def partnership(request: HttpRequest, pk: str) -> HttpResponse:
    found = get_object_or_404(listed_partnerships(request), pk=pk)
    commitments = pairs.commitments_of(found, request.user)
    partners = list(found.partners.all())
    people = Person.objects.visible_to(request.user).standing().filter(side__in=partners)
    context = {
        "partnership": found,
        "partners": partners,
        "fields": counts.by_field(commitments),
        "events": list(pairs.events_of(found, request.user)),
        "agreements": pairs.agreements_of(found, request.user),
        "people": people.select_related("side", "record")
        .prefetch_related(*spellings(""))
        .order_by("side", "pk"),
        "total": commitments.count(),
        "binding": commitments.binding().count(),
        "invented": any(partner.invented for partner in partners),
    }
    return render(request, "public/partnership.html", context)


@require_safe
def commitment(request: HttpRequest, pk: str) -> HttpResponse:
    visible = lined(Commitment.objects.visible_to(request.user)).select_related("record")
    found = get_object_or_404(visible, pk=pk)
    if moved := elsewhere(found.record):
        return moved
    told = members(visible, found.record, request.user)
    meetings = [member.fact.meeting for member in told if member.fact.meeting]
    beside = [pk for meeting in meetings[:1] for pk in family_ids(meeting.record)]
    others = lines_of(request.user, meeting__in=beside)
    context = {
        "commitment": found,
        "meeting": meetings[0] if meetings else None,
        "told": said.of_commitment(told),
        "wordings": told[1:],
        "same_meeting": others.exclude(pk=pk),
        "under": under_of(found, request.user),
        "attested": found.record.attested_by_id is not None,
        "events": found.record.events.order_by("sequence"),
        **basis_of(sources.sources_of(found.record, request.user)),
    }
    return render(request, "public/commitment.html", context)


@require_safe
def meeting(request: HttpRequest, pk: str) -> HttpResponse:
    visible = Meeting.objects.visible_to(request.user).select_related("record", "part_of__record")
    found = get_object_or_404(visible, pk=pk)
    if moved := elsewhere(found.record):
        return moved
    told = members(
        visible.prefetch_related("parties__partner", "parties__record"), found.record, request.user
    )
    family = [member.fact.pk for member in told]
    found.planned = all(member.fact.planned for member in told)  # one that tells what was knows
    language = get_language() or "en"
    attended = attendance.entries(told, request.user)
    context = {
        "meeting": found,
        "part_of": next((m.fact.part_of for m in told if m.fact.part_of), None),
        "told": said.of_meeting(told),
        "parties": said.parties(told),
        "attended": [(entry, *entry.post_in(language)) for entry in attended],
        "reports": len(told),
        "topics": topics_of(told, request.user),
        "parts": one_each(visible, visible.filter(part_of__in=family)).order_by("date", "pk"),
        "agreements": agreements_of(told, request.user),
        "lines": lines_of(request.user, meeting__in=family),
        **basis_of(sources.sources_of(found.record, request.user)),
    }
    return render(request, "public/meeting.html", context)


def under_of(line: Commitment, user: Viewer) -> Agreement | None:
    """The agreement a line stands under, if it may be seen."""
    seen: Agreement | None = Agreement.objects.visible_to(user).filter(pk=line.under_id).first()
    return seen


def topics_of(told: list[Member], user: Viewer) -> list[Topic]:
    """Each touched line once: of a field and kind, those of the report that names most."""
    family = [member.fact.pk for member in told]
    shown = Topic.objects.filter(
        meeting__in=family, document__in=Document.objects.visible_to(user)
    ).select_related("document")
    by_kind: dict[tuple[str, str], dict[str, list[Topic]]] = {}
    for topic in shown.order_by("document__published", "start"):
        reports = by_kind.setdefault((topic.field, topic.kind), {})
        reports.setdefault(topic.document_id, []).append(topic)
    return [topic for reports in by_kind.values() for topic in max(reports.values(), key=len)]


def agreements_of(told: list[Member], user: Viewer) -> Any:
    """Instruments of the same bodies on a day that some report gives."""
    days = {member.fact.date for member in told} - {""}
    seen = Agreement.objects.visible_to(user)
    family = [member.fact.pk for member in told]
    return one_each(seen, seen.filter(parties__meetings__in=family, date__in=days))


@require_safe
def agreement(request: HttpRequest, pk: str) -> HttpResponse:
    visible = Agreement.objects.visible_to(request.user).select_related("record", "part_of__record")
    found = get_object_or_404(visible, pk=pk)
    if moved := elsewhere(found.record):
        return moved
    told = members(
        visible.prefetch_related("parties__partner", "parties__record"), found.record, request.user
    )
    family = [member.fact.pk for member in told]
    context = {
        "agreement": found,
        "told": said.of_agreement(told),
        "parties": said.parties(told),
        "titles": [member for member in told[1:] if member.fact.title],
        "tree": agreements.tree_of(found, request.user),
        "signers": Person.objects.visible_to(request.user)
        .filter(signed__in=family)
        .select_related("record")
        .prefetch_related(*spellings(""))
        .distinct()
        .order_by("pk"),
        "lines": lines_of(request.user, under__in=family),
        **basis_of(sources.sources_of(found.record, request.user)),
    }
    return render(request, "public/agreement.html", context)


@require_safe
def strategy(request: HttpRequest, pk: str) -> HttpResponse:
    visible = Strategy.objects.visible_to(request.user).select_related("record")
    found = get_object_or_404(visible, pk=pk)
    if moved := elsewhere(found.record):
        return moved
    told = sources.sources_of(found.record, request.user)
    return render(request, "public/strategy.html", {"strategy": found, **basis_of(told)})


@require_safe
def document(request: HttpRequest, pk: str) -> HttpResponse:
    visible = Document.objects.visible_to(request.user).select_related("record")
    found = get_object_or_404(visible, pk=pk)
    cited = Citation.objects.visible_to(request.user).filter(document=found)
    cited = cited.select_related("record", "document").order_by("start", "-end")
    whole = sources.may_see_whole(found, request.user)
    context = {
        "document": found,
        "whole": whole,
        "lines": sources.marked_lines(found, cited) if whole else [],
        "quotes": [] if whole else [sources.source_of(citation) for citation in cited],
        "cited": cited,
        "invented": found.basis == "invented",
        "fact_sources": found.fact_sources,
    }
    return render(request, "public/document.html", context)
