"""Correcting what the reader found, and adding what it missed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hapjak.accounts.views import SignedInRequest
from hapjak.desk import actions, adding, sheets
from hapjak.desk.changes import changes_since
from hapjak.desk.forms import AdditionForm, CorrectionForm, correction_form
from hapjak.desk.models import Finding
from hapjak.desk.views.decisions import decide, finding_or_404
from hapjak.desk.views.guards import for_registrars
from hapjak.desk.views.review import order_of, reading_of
from hapjak.desk.wording import names_of


@require_http_methods(["GET", "POST"])
@for_registrars
def correct(request: SignedInRequest, finding_id: int) -> HttpResponse:
    """Change an open finding: its span, and what its kind has to change.

    Where somebody was faster, what they did is shown beside what was typed.
    """
    finding = finding_or_404(finding_id)
    order = order_of(request.GET.get("order", ""))
    form: CorrectionForm = correction_form(finding, request.POST or None)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["version"]
        try:
            actions.correct(finding, request.user, form.changes(), version=seen)
        except actions.Decided:
            messages.warning(request, _("This finding is decided already."))
            return redirect(sheets.address(finding, order, seen))
        except actions.Outdated:
            finding.refresh_from_db()
            return _correction(request, finding, form.at(finding.version), order, seen)
        return redirect(sheets.address(finding, order))
    return _correction(request, finding, form, order)


def _correction(
    request: SignedInRequest,
    finding: Finding,
    form: CorrectionForm,
    order: str,
    seen: int | None = None,
) -> HttpResponse:
    names = names_of(list(finding.reading.findings.all()))
    context = {
        "form": form,
        "finding": finding,
        "document": finding.reading.document,
        "order": order,
        "changes": changes_since(finding, seen, names) if seen is not None else [],
    }
    return render(request, "desk/correct.html", context)


@require_POST
@for_registrars
def respan(request: SignedInRequest, finding_id: int) -> HttpResponse:
    """Let a finding stand on the words that are selected in the article."""
    try:
        span = int(request.POST.get("start", "")), int(request.POST.get("end", ""))
    except ValueError:
        span = (0, 0)

    def act(finding: Finding, version: int) -> None:
        start, end = span
        changes: dict[str, Any] = {"start": start, "end": end}
        if "spans" in finding.data:
            changes = {"spans": [[start, end], *finding.data["spans"][1:]]}
        try:
            actions.correct(finding, request.user, changes, version=version)
        except ValueError:
            messages.warning(request, _("Select words in the article first."))

    return decide(request, finding_id, act, stay=True)


@require_http_methods(["GET", "POST"])
@for_registrars
def add(request: SignedInRequest, record_id: str) -> HttpResponse:
    """Add a finding that the reader missed, from words of the article."""
    reading = reading_of(record_id)
    order = order_of(request.POST.get("order", request.GET.get("order", "")))
    form = AdditionForm(reading, request.POST or None)
    if request.method == "POST" and form.is_valid():
        start, end = form.cleaned_data["span"]
        try:
            made = adding.add(reading, form.cleaned_data["kind"], start, end, request.user)
        except ValueError:
            form.add_error("quote", _("A name is at most 200 characters. Select only the name."))
        else:
            messages.success(request, _("Added. It waits for a decision like the others."))
            return redirect(sheets.address(made, order))
    context = {"form": form, "document": reading.document}
    return render(request, "desk/add.html", context)
