"""The second reading, and the comparison of the two."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hapjak.accounts.views import SignedInRequest
from hapjak.desk import actions, second, second_sheets, standing, undoing
from hapjak.desk.models import Decision, SecondDecision, SecondReading, Winner
from hapjak.desk.views.decisions import finding_or_404, version_of
from hapjak.desk.views.guards import for_registrars
from hapjak.desk.views.review import reading_of

DECISIONS = {"accept": Decision.ACCEPTED, "reject": Decision.REJECTED, "open": Decision.OPEN}


@require_http_methods(["GET", "POST"])
@for_registrars
def read(request: SignedInRequest, record_id: str) -> HttpResponse:
    """The document with the reader's findings, and this reviewer's decisions alone."""
    reading = reading_of(record_id)
    if request.method == "POST":
        second.start(reading, request.user)
        return redirect("desk:second", record_id=record_id)
    own = get_object_or_404(SecondReading, reading=reading, reviewer=request.user)
    if own.finished_at is not None:
        return redirect("desk:agreement", record_id=record_id)
    sheet = second_sheets.sheet_of(own, request.GET.get("at", ""))
    context = {"sheet": sheet, "second": own, "document": reading.document}
    return render(request, "desk/second.html", context)


@require_POST
@for_registrars
def decide(request: SignedInRequest, finding_id: int, word: str) -> HttpResponse:
    """One decision of the second reviewer."""
    if word not in DECISIONS:
        raise Http404
    finding = finding_or_404(finding_id)
    own = get_object_or_404(SecondReading, reading=finding.reading, reviewer=request.user)
    try:
        second.decide(own, finding, DECISIONS[word], request.user)
    except actions.Decided:
        messages.warning(request, _("This second reading is finished."))
    at = finding if word == "open" else second_sheets.next_after(own, finding)
    page = reverse("desk:second", args=[finding.reading.document_id])
    return redirect(f"{page}?at={at.local_id}#{at.local_id}")


@require_POST
@for_registrars
def finish(request: SignedInRequest, record_id: str) -> HttpResponse:
    own = get_object_or_404(SecondReading, reading=reading_of(record_id), reviewer=request.user)
    try:
        second.finish(own, request.user)
    except second.NotYet:
        messages.warning(request, _("Some findings are still open. Decide on all of them first."))
        return redirect("desk:second", record_id=record_id)
    return redirect("desk:agreement", record_id=record_id)


@require_GET
@for_registrars
def agreement(request: SignedInRequest, record_id: str) -> HttpResponse:
    """How far the two agree, and where they do not."""
    reading = reading_of(record_id)
    done = get_object_or_404(SecondReading, reading=reading, finished_at__isnull=False)
    rows = list(done.decisions.select_related("finding__decided_by").order_by("finding__start"))
    apart = [row for row in rows if row.first not in ("", row.decision)]
    found = second.agreement(rows) if done.compared_at else None
    share = found.share if found else None
    context = {
        "share": None if share is None else f"{share:.0%}",
        "second": done,
        "document": reading.document,
        "waiting": second.compared(reading).open().count(),
        "agreement": found,
        "apart": apart,
        "current": next((row.pk for row in apart if not row.winner), None),
    }
    return render(request, "desk/agreement.html", context)


@require_POST
@for_registrars
def compare(request: SignedInRequest, record_id: str) -> HttpResponse:
    done = get_object_or_404(SecondReading, reading=reading_of(record_id))
    try:
        second.compare(done, request.user)
    except second.NotYet:
        messages.warning(request, _("Some findings are still open. Decide on all of them first."))
    return redirect("desk:agreement", record_id=record_id)


@require_POST
@for_registrars
def adjudicate(request: SignedInRequest, row_id: int, winner: str) -> HttpResponse:
    """Say whose decision holds."""
    if winner not in Winner.values:
        raise Http404
    row = get_object_or_404(SecondDecision.objects.select_related("finding__reading"), pk=row_id)
    try:
        second.adjudicate(row, Winner(winner), version_of(request), request.user)
    except actions.Outdated:
        messages.warning(
            request,
            _("Someone changed this finding meanwhile. It is shown as it is now; decide again."),
        )
    except actions.Decided:
        messages.warning(request, _("This was adjudicated already."))
    except undoing.BuiltOn as built:
        messages.warning(request, standing.sentence(built))
    return redirect("desk:agreement", record_id=row.finding.reading.document_id)
