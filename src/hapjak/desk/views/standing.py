"""What partners set up: entering, ending and showing bodies and pairings."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from hapjak.accounts.policy import may_decide
from hapjak.accounts.views import SignedInRequest
from hapjak.desk.forms.standing import BodyForm, EndForm, PairingForm, name_of
from hapjak.desk.views.guards import for_registrars
from hapjak.desk.views.office import do, for_office
from hapjak.register import standing
from hapjak.register.models import Body, Organisation, Pairing, Partner, Partnership, Record
from hapjak.register.refused import Refused


def found_partnership(request: SignedInRequest, record_id: str) -> Partnership:
    seen = Partnership.objects.visible_to(request.user).select_related("record")
    found: Partnership = get_object_or_404(seen.prefetch_related("partners"), pk=record_id)
    return found


@require_GET
@for_office
def page(request: SignedInRequest, record_id: str) -> HttpResponse:
    """The bodies and pairings of a partnership, what ended among them."""
    return shown(request, found_partnership(request, record_id))


def shown(
    request: SignedInRequest, partnership: Partnership, forms: dict[str, Form] | None = None
) -> HttpResponse:
    partners = list(partnership.partners.all())
    bodies = Organisation.objects.visible_to(request.user).standing()
    context: dict[str, Any] = {
        "partnership": partnership,
        "title": " – ".join(name_of(partner) for partner in partners),
        "bodies": standing.bodies_of(partnership, request.user),
        "pairings": standing.pairings_of(partnership, request.user),
        "decides": may_decide(request.user),
        "public": partnership.record.visibility == "public",
        "departments": bodies.filter(partner__in=partners).order_by("name")[:400],
        "body_form": BodyForm(),
        "pairing_form": PairingForm(user=request.user, partnership=partnership),
        **(forms or {}),
    }
    return render(request, "desk/standing.html", context, status=400 if forms else 200)


@require_POST
@for_registrars
def enter_body(request: SignedInRequest, record_id: str) -> HttpResponse:
    partnership = found_partnership(request, record_id)
    form = BodyForm(request.POST)
    if form.is_valid():
        try:
            standing.enter_body(partnership, request.user, standing.NewBody(**form.cleaned_data))
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The standing body was entered."))
            return redirect("desk:standing", record_id=record_id)
    return shown(request, partnership, {"body_form": form})


@require_POST
@for_registrars
def enter_pairing(request: SignedInRequest, record_id: str) -> HttpResponse:
    partnership = found_partnership(request, record_id)
    form = PairingForm(request.POST, user=request.user, partnership=partnership)
    if form.is_valid():
        try:
            pair(request, partnership, form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The pairing was entered."))
            return redirect("desk:standing", record_id=record_id)
    return shown(request, partnership, {"pairing_form": form})


@transaction.atomic
def pair(request: SignedInRequest, partnership: Partnership, data: dict[str, Any]) -> None:
    """Enter the pairing with departments that are new: all of it or nothing."""
    user = request.user

    def department(side: Partner, name: str) -> Organisation:
        return standing.department(side, name, data["language"], user)

    given = standing.NewPairing(
        first=department(data["first_side"], data["first"]),
        second=department(data["second_side"], data["second"]),
        fields=data["fields_of"],
        liaisons=list(data["liaisons"]),
        rhythm=data["rhythm"],
        since=data["since"],
    )
    standing.enter_pairing(partnership, user, given)


def found_standing(request: SignedInRequest, record_id: str) -> Body | Pairing:
    seen = Record.objects.visible_to(request.user).filter(kind__in=("body", "pairing"))
    record = get_object_or_404(seen, pk=record_id)
    found = getattr(record, record.kind, None)
    if found is None:
        raise Http404
    return found


@require_POST
@for_registrars
def end(request: SignedInRequest, record_id: str) -> HttpResponse:
    """Say until when it stood."""
    found = found_standing(request, record_id)
    form = EndForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data

        def act() -> None:
            standing.end(found, request.user, data["until"], data["reason"], data["version"])

        do(request, act, _("It was ended. It stays on the page with its days."))
    return redirect("desk:standing", record_id=found.partnership_id)


@require_POST
@for_registrars
def publish(request: SignedInRequest, record_id: str) -> HttpResponse:
    found = found_standing(request, record_id)
    do(request, lambda: standing.publish(found, request.user), _("It is public now."))
    return redirect("desk:standing", record_id=found.partnership_id)
