"""The review of a reading: article and findings side by side."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from hapjak.accounts.views import SignedInRequest
from hapjak.desk import actions, second, sheets
from hapjak.desk.inbox import copies_of
from hapjak.desk.models import FindingKind, Reading, SecondReading
from hapjak.desk.views.guards import for_registrars
from hapjak.register.models import Document


@require_GET
@for_registrars
def review(request: SignedInRequest, record_id: str) -> HttpResponse:
    """The article left with its marks, the findings right."""
    reading = reading_of(record_id)
    own = SecondReading.objects.filter(reading=reading, reviewer=request.user, finished_at=None)
    if own.exists():
        messages.warning(request, _("You read this document a second time. Finish that first."))
        return redirect("desk:second", record_id=record_id)
    seen = request.GET.get("seen", "")
    sheet = sheets.sheet_of(
        reading,
        request.user,
        request.GET.get("at", ""),
        order_of(request.GET.get("order", "")),
        int(seen) if seen.isdecimal() and len(seen) < 9 else None,
    )
    context = {
        "sheet": sheet,
        "document": reading.document,
        "copies": copies_of([record_id]).get(record_id, []),
        "kinds": FindingKind.choices,
        "may_read_again": second.may_start(reading, request.user),
        "second": SecondReading.objects.filter(reading=reading, finished_at__isnull=False).first(),
    }
    return render(request, "desk/review.html", context)


def reading_of(record_id: str) -> Reading:
    """The latest reading of a document."""
    readings = Reading.objects.select_related("document__record").order_by("-pk")
    reading = readings.filter(document_id=record_id).first()
    if reading is None:
        raise Http404
    return reading


def order_of(word: str) -> str:
    """The order asked for; by the text unless it is the other."""
    return sheets.BY_CONFIDENCE if word == sheets.BY_CONFIDENCE else sheets.BY_TEXT


@require_POST
@for_registrars
def publish(request: SignedInRequest, record_id: str) -> HttpResponse:
    """Show a document and its facts to the public."""
    document = get_object_or_404(Document, pk=record_id)
    actions.publish(document, request.user)
    messages.success(request, _("The document and its registered facts are public now."))
    return redirect("desk:review", record_id=record_id)
