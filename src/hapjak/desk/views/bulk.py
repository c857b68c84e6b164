"""Accepting all above a confidence: a page that shows it, and the act."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from hapjak.accounts.views import SignedInRequest
from hapjak.desk import actions, bulk, standing, undoing
from hapjak.desk.forms import BarForm
from hapjak.desk.models import BulkDecision
from hapjak.desk.views.guards import for_registrars
from hapjak.desk.views.review import reading_of


@require_http_methods(["GET", "POST"])
@for_registrars
def accept_above(request: SignedInRequest, record_id: str) -> HttpResponse:
    """Show what accepting all above a confidence does; do it where that is what was shown."""
    reading = reading_of(record_id)
    form = BarForm(request.POST) if request.method == "POST" else BarForm.filled(request.GET)
    bar = form.bar()
    if request.method == "POST":
        try:
            outcome = bulk.accept_above(reading, request.user, bar, request.POST.get("mark", ""))
        except actions.Outdated:
            messages.warning(
                request,
                _("Somebody decided meanwhile, so nothing was accepted. Look again and repeat."),
            )
        else:
            count = len(outcome.steps)
            said = ngettext("%(count)d finding accepted.", "%(count)d findings accepted.", count)
            messages.success(request, said % {"count": count})
            return redirect("desk:review", record_id=record_id)
    context = {
        "form": form,
        "bar": bar,
        "outcome": bulk.preview(reading, request.user, bar),
        "document": reading.document,
    }
    return render(request, "desk/bulk.html", context)


@require_POST
@for_registrars
def undo(request: SignedInRequest, bulk_id: int) -> HttpResponse:
    """Take a bulk decision back as a whole, or say what stands on it."""
    decision = get_object_or_404(BulkDecision.objects.select_related("reading"), pk=bulk_id)
    try:
        count = undoing.undo_bulk(decision, request.user)
    except undoing.NotAccepted:
        messages.warning(request, _("Nothing of it stands any more."))
    except undoing.BuiltOn as built:
        messages.warning(request, standing.sentence(built))
    else:
        said = ngettext(
            "%(count)d finding is open again.", "%(count)d findings are open again.", count
        )
        messages.success(request, said % {"count": count})
    return redirect("desk:review", record_id=decision.reading.document_id)
