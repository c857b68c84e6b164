"""Decisions on findings, one at a time."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hapjak.accounts.views import SignedInRequest
from hapjak.desk import actions, sheets, standing, undoing
from hapjak.desk.models import Finding
from hapjak.desk.views.guards import for_registrars
from hapjak.desk.views.review import order_of
from hapjak.register import joining
from hapjak.register.models import Record

ANEW = "new"
Act = Callable[[Finding, int], object]


def finding_or_404(finding_id: int) -> Finding:
    findings = Finding.objects.select_related("reading__document")
    return get_object_or_404(findings, pk=finding_id)


def version_of(request: SignedInRequest) -> int:
    """The version the user saw; one that never was where the form says none."""
    word = request.POST.get("version", "")
    return int(word) if word.isdecimal() and len(word) < 9 else 0


def decide(
    request: SignedInRequest, finding_id: int, act: Act, *, stay: bool = False
) -> HttpResponse:
    """Run a decision on the version the user saw, then show the sheet where it goes on.

    After a decision that is at the next open finding; where somebody was
    faster, at this one with what they did.
    """
    finding = finding_or_404(finding_id)
    version, order = version_of(request), order_of(request.POST.get("order", ""))
    try:
        act(finding, version)
    except actions.Outdated:
        messages.warning(
            request,
            _("Someone changed this finding meanwhile. It is shown as it is now; decide again."),
        )
        return redirect(sheets.address(finding, order, version))
    except (actions.Decided, undoing.NotAccepted):
        messages.warning(request, _("This finding is decided already."))
        return redirect(sheets.address(finding, order, version))
    except undoing.BuiltOn as built:
        messages.warning(request, standing.sentence(built))
        return redirect(sheets.address(finding, order))
    except joining.Blocked:
        messages.warning(
            request, _("Somebody judged that the two are different. Undo that judgement first.")
        )
        return redirect(sheets.address(finding, order))
    return redirect(sheets.address(finding if stay else sheets.next_after(finding, order), order))


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
        undoing.undo(finding, request.user, version=version)

    return decide(request, finding_id, act, stay=True)


@require_POST
@for_registrars
def reopen(request: SignedInRequest, finding_id: int) -> HttpResponse:
    def act(finding: Finding, version: int) -> None:
        actions.reopen(finding, request.user, version=version)

    return decide(request, finding_id, act, stay=True)
