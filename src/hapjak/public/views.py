"""Public pages. What the user may not see looks as if it did not exist."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, Max, Model, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from hapjak.public import counts, finder, pairs, sources
from hapjak.register.models import (
    TOP_FIELDS,
    Agreement,
    Attendance,
    Citation,
    Commitment,
    Document,
    Firmness,
    Meeting,
    Name,
    Organisation,
    Partner,
    Partnership,
    Person,
    Strategy,
    Tenure,
)

PER_PAGE = 25
LATEST = 6
M = TypeVar("M", bound=Model)

COMMITMENT_PARTS = ("by__partner", "to__partner")
SPELLINGS = Prefetch("record__names", Name.objects.order_by("pk"))
SPEAKER_SPELLINGS = Prefetch("speaker__record__names", Name.objects.order_by("pk"))
PARTIES = Prefetch("parties", Organisation.objects.select_related("partner"))


def page(request: HttpRequest, items: QuerySet[M] | Sequence[finder.Hit]) -> Any:
    """One page of a list; a number out of range gives the nearest."""
    return Paginator(items, PER_PAGE).get_page(request.GET.get("page"))


def lined(commitments: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """Commitments with what a line in a list shows, in a fixed number of queries."""
    rows = commitments.select_related("speaker", "meeting")
    return rows.prefetch_related(*COMMITMENT_PARTS, SPEAKER_SPELLINGS)


def basis_of(found: list[sources.Source]) -> dict[str, Any]:
    """What a page must say about documents of the demonstration."""
    documents = [source.document for source in found]
    return {
        "sources": found,
        "invented": any(document.basis == "invented" for document in documents),
        "fact_sources": list(
            dict.fromkeys(url for document in documents for url in document.fact_sources)
        ),
    }


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    visible = Commitment.objects.visible_to(request.user).standing()
    meetings = Meeting.objects.visible_to(request.user).standing().filter(part_of=None)
    context = {
        "meetings": meetings.prefetch_related(PARTIES).order_by("-date", "-pk")[:LATEST],
        "fields": counts.by_field(visible),
        "partnerships": listed_partnerships(request)[:LATEST],
        "total": visible.count(),
        "binding": visible.binding().count(),
        "firmness": Firmness.choices,
        "invented": invented(request),
    }
    return render(request, "public/start.html", context)


def invented(request: HttpRequest) -> bool:
    """Whether demonstration documents are shown here."""
    return Document.objects.visible_to(request.user).exclude(basis="received").exists()


def listed_partnerships(request: HttpRequest) -> QuerySet[Partnership]:
    visible = Partnership.objects.visible_to(request.user)
    return visible.prefetch_related("partners").order_by("key")


@require_safe
def partnerships(request: HttpRequest) -> HttpResponse:
    rows = page(request, listed_partnerships(request))
    return render(request, "public/partnerships.html", {"page": rows})


@require_safe
def partnership(request: HttpRequest, pk: str) -> HttpResponse:
    found = get_object_or_404(listed_partnerships(request), pk=pk)
    commitments = pairs.commitments_of(found, request.user)
    partners = list(found.partners.all())
    context = {
        "partnership": found,
        "partners": partners,
        "fields": counts.by_field(commitments),
        "events": list(pairs.events_of(found, request.user)),
        "agreements": pairs.agreements_of(found, request.user),
        "people": Person.objects.visible_to(request.user)
        .standing()
        .filter(side__in=partners)
        .select_related("side")
        .prefetch_related(SPELLINGS)
        .order_by("side", "pk"),
        "total": commitments.count(),
        "binding": commitments.binding().count(),
        "invented": any(partner.invented for partner in partners),
    }
    return render(request, "public/partnership.html", context)


@require_safe
def commitments(request: HttpRequest) -> HttpResponse:
    visible = Commitment.objects.visible_to(request.user).standing()
    narrowed = finder.narrowed(visible, request.GET)
    chosen = {key: request.GET.get(key, "") for key in ("field", "firmness", "partner")}
    context = {
        "page": page(request, lined(narrowed).order_by("-meeting__date", "pk")),
        "fields": TOP_FIELDS.items(),
        "firmness": Firmness.choices,
        "partners": Partner.objects.visible_to(request.user).order_by("code"),
        "chosen": chosen,
        "kept": "&" + urlencode({key: value for key, value in chosen.items() if value}),
    }
    return render(request, "public/commitments.html", context)


@require_safe
def commitment(request: HttpRequest, pk: str) -> HttpResponse:
    visible = lined(Commitment.objects.visible_to(request.user)).select_related("record")
    found = get_object_or_404(visible, pk=pk)
    told = sources.sources_of(found.record, request.user)
    others = Commitment.objects.visible_to(request.user).filter(meeting=found.meeting)
    context = {
        "commitment": found,
        "same_meeting": others.exclude(pk=pk).order_by("pk") if found.meeting_id else [],
        "events": found.record.events.order_by("sequence"),
        **basis_of(told),
    }
    return render(request, "public/commitment.html", context)


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    visible = Meeting.objects.visible_to(request.user).standing().prefetch_related(PARTIES)
    visible = visible.annotate(lines=Count("commitments")).order_by("-date", "-pk")
    return render(request, "public/meetings.html", {"page": page(request, visible)})


@require_safe
def meeting(request: HttpRequest, pk: str) -> HttpResponse:
    visible = Meeting.objects.visible_to(request.user)
    found = get_object_or_404(visible.select_related("record", "part_of"), pk=pk)
    told = sources.sources_of(found.record, request.user)
    attended = Attendance.objects.filter(
        meeting=found, person__in=Person.objects.visible_to(request.user)
    )
    spelled = Prefetch("person__record__names", Name.objects.order_by("pk"))
    lines = Commitment.objects.visible_to(request.user).filter(meeting=found).order_by("pk")
    context = {
        "meeting": found,
        "parties": found.parties.select_related("partner"),
        "attended": attended.select_related("person__side").prefetch_related(spelled),
        "topics": found.topics.filter(document__in=Document.objects.visible_to(request.user)),
        "parts": visible.filter(part_of=found).order_by("date", "pk"),
        "agreements": Agreement.objects.visible_to(request.user)
        .filter(parties__meetings=found, date=found.date)
        .distinct()
        if found.date
        else [],
        "lines": lined(lines),
        **basis_of(told),
    }
    return render(request, "public/meeting.html", context)


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    visible = Person.objects.visible_to(request.user).standing().select_related("side")
    rows = visible.prefetch_related(SPELLINGS, "tenures__post").order_by("side__code", "pk")
    return render(request, "public/people.html", {"page": page(request, rows)})


@require_safe
def person(request: HttpRequest, pk: str) -> HttpResponse:
    visible = Person.objects.visible_to(request.user).select_related("record", "side")
    found = get_object_or_404(visible.prefetch_related(SPELLINGS), pk=pk)
    documents = Document.objects.visible_to(request.user)
    said = Commitment.objects.visible_to(request.user).filter(speaker=found).order_by("pk")
    context = {
        "person": found,
        "tenures": Tenure.objects.filter(person=found, document__in=documents)
        .select_related("post__organisation", "document")
        .order_by("-seen_on", "order"),
        "attended": Attendance.objects.filter(
            person=found, meeting__in=Meeting.objects.visible_to(request.user)
        )
        .select_related("meeting")
        .order_by("-meeting__date"),
        "lines": lined(said),
        **basis_of(sources.sources_of(found.record, request.user)),
    }
    return render(request, "public/person.html", context)


@require_safe
def organisation(request: HttpRequest, pk: str) -> HttpResponse:
    visible = Organisation.objects.visible_to(request.user).select_related("record", "partner")
    found = get_object_or_404(visible.prefetch_related(SPELLINGS), pk=pk)
    seen = Commitment.objects.visible_to(request.user)
    holders = Tenure.objects.filter(
        post__organisation=found, person__in=Person.objects.visible_to(request.user)
    )
    context = {
        "organisation": found,
        "acting": lined(seen.filter(by=found).order_by("pk"))[:PER_PAGE],
        "addressed": lined(seen.filter(to=found).order_by("pk"))[:PER_PAGE],
        "meetings": Meeting.objects.visible_to(request.user)
        .filter(parties=found)
        .order_by("-date", "pk"),
        "holders": holders.values("person_id", "person__name", "person__language", "post__title")
        .annotate(seen=Max("seen_on"))
        .order_by("person_id", "post__title"),
        **basis_of(sources.sources_of(found.record, request.user)),
    }
    return render(request, "public/organisation.html", context)


@require_safe
def agreement(request: HttpRequest, pk: str) -> HttpResponse:
    visible = Agreement.objects.visible_to(request.user)
    found = get_object_or_404(visible.select_related("record", "part_of"), pk=pk)
    context = {
        "agreement": found,
        "parties": found.parties.select_related("partner"),
        "parts": visible.filter(part_of=found).order_by("pk"),
        **basis_of(sources.sources_of(found.record, request.user)),
    }
    return render(request, "public/agreement.html", context)


@require_safe
def strategy(request: HttpRequest, pk: str) -> HttpResponse:
    visible = Strategy.objects.visible_to(request.user).select_related("record")
    found = get_object_or_404(visible, pk=pk)
    told = sources.sources_of(found.record, request.user)
    return render(request, "public/strategy.html", {"strategy": found, **basis_of(told)})


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    visible = Document.objects.visible_to(request.user).order_by("-published", "-pk")
    return render(request, "public/documents.html", {"page": page(request, visible)})


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


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "").strip()[:100]
    found = finder.hits(query, request.user) if query else []
    kept = f"&{urlencode({'q': query})}"
    context = {"query": query, "page": page(request, found), "most": finder.MOST, "kept": kept}
    return render(request, "public/search.html", context)
