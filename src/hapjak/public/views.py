"""Lists and search. What the user may not see looks as if it did not exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlencode

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hapjak.public import counts, finder
from hapjak.public.facts import Viewer, dated, standing_for
from hapjak.public.listing import (
    LATEST,
    PARTIES,
    invented,
    lined,
    listed_partnerships,
    page,
    spellings,
)
from hapjak.register.families import members_of
from hapjak.register.models import (
    TOP_FIELDS,
    Commitment,
    Document,
    Firmness,
    Meeting,
    Partner,
    Person,
)


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    visible = Commitment.objects.visible_to(request.user).standing()
    meetings = Meeting.objects.visible_to(request.user).standing().filter(part_of=None)
    latest = dated(meetings, request.user).order_by("-day", "-pk")
    context = {
        "meetings": latest.prefetch_related(PARTIES)[:LATEST],
        "fields": counts.by_field(visible),
        "partnerships": listed_partnerships(request)[:LATEST],
        "total": visible.count(),
        "binding": visible.binding().count(),
        "firmness": Firmness.choices,
        "invented": invented(request),
    }
    return render(request, "public/start.html", context)


@require_safe
def partnerships(request: HttpRequest) -> HttpResponse:
    rows = page(request, listed_partnerships(request))
    return render(request, "public/partnerships.html", {"page": rows})


@require_safe
def commitments(request: HttpRequest) -> HttpResponse:
    visible = Commitment.objects.visible_to(request.user)
    narrowed = finder.narrowed(visible.standing(), visible, request.GET)
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
def meetings(request: HttpRequest) -> HttpResponse:
    visible = Meeting.objects.visible_to(request.user).standing().prefetch_related(PARTIES)
    shown = page(request, dated(visible, request.user).order_by("-day", "-pk"))
    lines = lines_of([meeting.pk for meeting in shown], request.user)
    for meeting in shown:
        meeting.lines = lines[meeting.pk]
    return render(request, "public/meetings.html", {"page": shown})


def lines_of(heads: Iterable[str], user: Viewer) -> Counter[str]:
    """How many commitments meetings brought, each once however many reports tell of it."""
    families = members_of(heads)
    said = Commitment.objects.visible_to(user)
    standing = said.standing().filter(pk__in=standing_for(said.filter(meeting__in=families)))
    count: Counter[str] = Counter()
    for meeting, lines in standing.order_by().values_list("meeting_id").annotate(Count("pk")):
        count[families.get(meeting, meeting)] += lines
    return count


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    visible = Person.objects.visible_to(request.user).standing().select_related("side", "record")
    rows = visible.prefetch_related(*spellings(""), "tenures__post").order_by("side__code", "pk")
    return render(request, "public/people.html", {"page": page(request, rows)})


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    visible = Document.objects.visible_to(request.user).order_by("-published", "-pk")
    return render(request, "public/documents.html", {"page": page(request, visible)})


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "").strip()[:100]
    found = finder.Found(query, request.user) if query else []
    kept = f"&{urlencode({'q': query})}"
    context = {"query": query, "page": page(request, found), "most": finder.MOST, "kept": kept}
    return render(request, "public/search.html", context)
