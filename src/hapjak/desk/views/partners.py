"""Finding a territory under any of its names, registering it, and setting its names right."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hapjak.accounts.views import SignedInRequest
from hapjak.desk.forms.standing import NamesForm
from hapjak.desk.territories import Found, found, found_of
from hapjak.desk.views.guards import for_registrars
from hapjak.reading.territory import by_code
from hapjak.register import partners as actions
from hapjak.register.models import Partner
from hapjak.register.refused import Outdated, Refused

PAGE = 50


@require_GET
@for_registrars
def partners(request: SignedInRequest) -> HttpResponse:
    """Registered partners, and territories under a name in any script."""
    query = request.GET.get("q", "").strip()[:100]
    registered = Partner.objects.visible_to(request.user).select_related("record").order_by("code")
    page = Paginator(registered, PAGE).get_page(request.GET.get("page"))
    context = {"query_of": query, "found": found(query) if query else [], "page": page}
    return render(request, "desk/partners.html", context)


@require_http_methods(["GET", "POST"])
@for_registrars
def add(request: SignedInRequest, code: str) -> HttpResponse:
    """Register a territory; names that the table lacks can be entered."""
    territory = by_code(code)
    if territory is None:
        raise Http404
    known = Partner.objects.filter(code=code).first()
    if known is not None:
        return redirect("desk:partner", record_id=known.pk)
    shown: Found = found_of(territory)
    if request.method == "POST":
        names = {form: request.POST.get(form, "")[:200] for form in actions.COLUMNS}
        try:
            made = actions.register(code, request.user, actions.Entered(names))
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("The partner was registered."))
            return redirect("desk:partner", record_id=made.pk)
    return render(request, "desk/partner_new.html", {"found": shown})


@require_GET
@for_registrars
def partner(request: SignedInRequest, record_id: str) -> HttpResponse:
    """A partner's names, with every change and who attests it."""
    one = _partner(request, record_id)
    return _shown(request, one, NamesForm(partner=one))


@require_POST
@for_registrars
def set_names(request: SignedInRequest, record_id: str) -> HttpResponse:
    one = _partner(request, record_id)
    form = NamesForm(request.POST, partner=one)
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.set_names(one, request.user, form.entered(), data["version"], data["reason"])
        except Outdated as outdated:
            messages.warning(request, str(outdated))
            return redirect("desk:partner", record_id=record_id)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The names were saved."))
            return redirect("desk:partner", record_id=record_id)
    return _shown(request, one, form)


def _partner(request: SignedInRequest, record_id: str) -> Partner:
    seen = Partner.objects.visible_to(request.user).select_related("record__attested_by")
    found_one: Partner = get_object_or_404(seen, pk=record_id)
    return found_one


def _shown(request: SignedInRequest, one: Partner, form: NamesForm) -> HttpResponse:
    territory = by_code(one.code)
    context = {
        "partner": one,
        "territory": found_of(territory) if territory else None,
        "names": one.record.names.order_by("form", "pk"),
        "events": one.record.events.select_related("actor").order_by("sequence"),
        "form": form,
    }
    return render(request, "desk/partner.html", context, status=400 if form.errors else 200)
