"""The inbox: what came in, and sending more."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_list_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from hapjak.accounts.views import SignedInRequest
from hapjak.desk import inbox as rows
from hapjak.desk import intake
from hapjak.desk.forms import UploadForm
from hapjak.desk.models import Arrival, ArrivalState
from hapjak.desk.views.guards import for_registrars

PAGE = 50


@require_GET
@for_registrars
def inbox(request: SignedInRequest) -> HttpResponse:
    """Documents and refused files, by what became of them."""
    return _inbox(request, UploadForm())


def _inbox(request: SignedInRequest, form: UploadForm, status: int = 200) -> HttpResponse:
    listing = rows.Listing.of(request.GET.get("state", ""), request.GET.get("sort", ""))
    page = Paginator(listing.found(), PAGE).get_page(request.GET.get("page"))
    context = {"listing": listing, "page": page, "form": form}
    context["rows"] = listing.rows(page)
    return render(request, "desk/inbox.html", context, status=status)


@require_POST
@for_registrars
def upload(request: SignedInRequest) -> HttpResponse:
    """Read what was uploaded or pasted; each file is a transaction of its own."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _inbox(request, form, 400)
    try:
        sent = intake.take_in(form.items(), request.user)
    except intake.Busy:
        messages.warning(
            request, _("Others are sending files just now, so nothing was read. Try again soon.")
        )
        response = _inbox(request, form, 503)
        response["Retry-After"] = "15"
        return response
    arrivals = Arrival.objects.filter(upload=sent)
    if len(arrivals) == 1 and arrivals[0].state == ArrivalState.READ:
        return redirect("desk:review", record_id=arrivals[0].document_id)
    return redirect("desk:uploaded", upload=sent)


@require_GET
@for_registrars
def uploaded(request: SignedInRequest, upload: str) -> HttpResponse:
    """What became of each file of one upload."""
    arrivals = get_list_or_404(rows.arrivals(), upload=upload)
    return render(request, "desk/uploaded.html", {"lines": rows.lines(arrivals)})
