"""The review of a reading, and decisions on its findings."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hapjak.accounts.views import SignedInRequest
from hapjak.desk import actions, sheets, undoing
from hapjak.desk.forms import CorrectionForm, correction_form
from hapjak.desk.inbox import copies_of
from hapjak.desk.models import Finding, Reading
from hapjak.desk.views.guards import for_registrars
from hapjak.register.models import Document, Record

ANEW = "new"


@require_GET
@for_registrars
def review(request: SignedInRequest, record_id: str) -> HttpResponse:
    """The article left with its marks, the findings right."""
    reading = reading_of(record_id)
    sheet = sheets.sheet_of(reading, request.GET.get("at", ""))
    context = {
        "sheet": sheet,
        "document": reading.document,
        "copies": copies_of([record_id]).get(record_id, []),
    }
    return render(request, "desk/review.html", context)


def reading_of(record_id: str) -> Reading:
    """The latest reading of a document."""
    readings = Reading.objects.select_related("document__record").order_by("-pk")
    reading = readings.filter(document_id=record_id).first()
    if reading is None:
        raise Http404
    return reading


@require_POST
@for_registrars
def publish(request: SignedInRequest, record_id: str) -> HttpResponse:
    """Show a document and its facts to the public."""
    document = get_object_or_404(Document, pk=record_id)
    actions.publish(document, request.user)
    messages.success(request, _("The document and its registered facts are public now."))
    return redirect("desk:review", record_id=record_id)


def decide(
    request: SignedInRequest, finding_id: int, act: Callable[[Finding, int], object]
) -> HttpResponse:
    """Run a decision on the version the user saw, then show the sheet at the next finding."""
    finding = get_object_or_404(Finding.objects.select_related("reading"), pk=finding_id)
    try:
        version = int(request.POST.get("version", ""))
    except ValueError:
        version = -1
    try:
        act(finding, version)
    except actions.Outdated:
        messages.warning(
            request,
            _("Someone changed this finding meanwhile. It is shown as it is now; decide again."),
        )
    except (actions.Decided, undoing.NotAccepted):
        messages.warning(request, _("This finding is decided already."))
    return redirect(sheets.address_after(finding))


@require_POST
@for_registrars
def accept(request: SignedInRequest, finding_id: int) -> HttpResponse:
    """Register a finding; a person may be chosen to be a registered one."""
    chosen = request.POST.get("same_as", "")
    known = None if chosen in ("", ANEW) else get_object_or_404(Record, pk=chosen)
    choice = actions.Choice(same_as=known, anew=chosen == ANEW)

    def act(finding: Finding, version: int) -> None:
        actions.accept(finding, request.user, version=version, choice=choice)

    return decide(request, finding_id, act)


@require_POST
@for_registrars
def reject(request: SignedInRequest, finding_id: int) -> HttpResponse:
    def act(finding: Finding, version: int) -> None:
        actions.reject(finding, request.user, version=version)

    return decide(request, finding_id, act)


@require_POST
@for_registrars
def undo(request: SignedInRequest, finding_id: int) -> HttpResponse:
    """Take an acceptance back, or say what stands on it."""

    def act(finding: Finding, version: int) -> None:
        try:
            undoing.undo(finding, request.user, version=version)
        except undoing.BuiltOn as built:
            messages.warning(request, built_on(built))

    return decide(request, finding_id, act)


def built_on(built: undoing.BuiltOn) -> str:
    """A sentence that names what must be undone first."""
    words = [other.data.get("name") or other.quote for other in built.findings]
    if words:
        return _("Other decisions stand on this one. Undo them first: %(what)s") % {
            "what": " · ".join(words)
        }
    return _(
        "Somebody judged, translated, linked or commented this fact. Undo that first, then this."
    )


@require_POST
@for_registrars
def reopen(request: SignedInRequest, finding_id: int) -> HttpResponse:
    def act(finding: Finding, version: int) -> None:
        actions.reopen(finding, request.user, version=version)

    return decide(request, finding_id, act)


@require_http_methods(["GET", "POST"])
@for_registrars
def correct(request: SignedInRequest, finding_id: int) -> HttpResponse:
    """Change an open finding: its span, and what its kind has to change."""
    finding = get_object_or_404(Finding.objects.select_related("reading__document"), pk=finding_id)
    form: CorrectionForm = correction_form(finding, request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act(found: Finding, version: int) -> None:
            actions.correct(found, request.user, form.changes(), version=version)

        decide(request, finding_id, act)
        return redirect(
            reverse("desk:review", args=[finding.reading.document_id]) + f"?at={finding.local_id}"
        )
    context = {"form": form, "finding": finding, "document": finding.reading.document}
    return render(request, "desk/correct.html", context)
