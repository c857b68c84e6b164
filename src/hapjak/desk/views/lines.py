"""Linking lines, amending them, and the terms of agreements."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hapjak.accounts.views import SignedInRequest
from hapjak.desk.forms.lines import AmendForm, LinkForm, TermsForm, UnderForm
from hapjak.desk.views.guards import for_registrars
from hapjak.desk.views.office import back_to, do
from hapjak.desk.views.records import submit
from hapjak.register import agreements, amendments, links
from hapjak.register.models import Agreement, Commitment, CommitmentLink, LinkKind, Partner


def line(request: SignedInRequest, record_id: str) -> Commitment:
    """A commitment the user may see, with its record."""
    seen = Commitment.objects.visible_to(request.user).select_related("record", "meeting")
    found: Commitment = get_object_or_404(seen, pk=record_id)
    return found


@require_POST
@for_registrars
def link(request: SignedInRequest, record_id: str) -> HttpResponse:
    """Link this line to an earlier one."""
    found = line(request, record_id)
    form = LinkForm(request.POST, user=request.user)

    def act() -> None:
        data = form.cleaned_data
        kind = LinkKind(data["kind"])
        links.link(found, data["other"], kind, request.user, data["reason"])

    said = _("The two lines are linked.")
    return submit(request, found.record, form, act, name="link_form", part="links", said=said)


@require_POST
@for_registrars
def unlink(request: SignedInRequest, link_id: int) -> HttpResponse:
    made = get_object_or_404(CommitmentLink, pk=link_id)
    page = request.POST.get("page", "")
    record_id = page if page in (made.later_id, made.earlier_id) else made.later_id
    line(request, record_id)
    reason = request.POST.get("reason", "")[: links.REASON]
    do(request, lambda: links.unlink(made, request.user, reason), _("The link was undone."))
    return back_to(record_id, "links")


@require_POST
@for_registrars
def amend(request: SignedInRequest, record_id: str) -> HttpResponse:
    """Propose another wording."""
    found = line(request, record_id)
    form = AmendForm(request.POST, user=request.user, commitment=found)

    def act() -> None:
        data = dict(form.cleaned_data)
        reason = data.pop("reason")
        amendments.propose(found, request.user, amendments.NewWording(**data), reason)

    said = _("The amendment was proposed. It stands when all sides consented.")
    return submit(request, found.record, form, act, name="amend_form", part="amendments", said=said)


@require_POST
@for_registrars
def consent(request: SignedInRequest, record_id: str) -> HttpResponse:
    """Consent to an amendment for the side the user is bound to."""
    found = line(request, record_id)
    partner = get_object_or_404(Partner, pk=request.POST.get("partner", ""))
    do(
        request,
        lambda: amendments.consent(found, partner, request.user),
        _("You consented to the amendment."),
    )
    return back_to(record_id, "amendments")


@require_POST
@for_registrars
def withdraw(request: SignedInRequest, record_id: str) -> HttpResponse:
    """Take a proposed amendment back."""
    found = line(request, record_id)
    reason = request.POST.get("reason", "")[: links.REASON]
    done = do(
        request,
        lambda: amendments.withdraw(found, request.user, reason),
        _("The proposal was withdrawn."),
    )
    return back_to(found.amends_id if done and found.amends_id else record_id, "amendments")


@require_POST
@for_registrars
def put_under(request: SignedInRequest, record_id: str) -> HttpResponse:
    """Say which agreement a line stands under."""
    found = line(request, record_id)
    form = UnderForm(request.POST, user=request.user, commitment=found)

    def act() -> None:
        agreements.put_under(found, form.cleaned_data["under"], request.user)

    said = _("Saved.")
    return submit(request, found.record, form, act, name="under_form", part="under", said=said)


@require_POST
@for_registrars
def terms(request: SignedInRequest, record_id: str) -> HttpResponse:
    """Set what an agreement belongs to, its day, signers and term."""
    seen = Agreement.objects.visible_to(request.user).select_related("record")
    found: Agreement = get_object_or_404(seen, pk=record_id)
    form = TermsForm(request.POST, user=request.user, agreement=found)

    def act() -> None:
        data = dict(form.cleaned_data)
        version = data.pop("version")
        data["signed_by"] = list(data["signed_by"])
        agreements.set_terms(found, request.user, agreements.Terms(**data), version)

    said = _("Saved.")
    return submit(request, found.record, form, act, name="terms_form", part="terms", said=said)
