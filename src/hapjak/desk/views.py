"""Pages of the desk: the inbox, the review of a reading, and decisions."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hapjak.accounts.policy import may_decide
from hapjak.accounts.views import SignedInRequest
from hapjak.desk import actions, intake, sheets, undoing
from hapjak.desk.forms import CorrectionForm, UploadForm, correction_form
from hapjak.desk.models import Finding, Reading
from hapjak.register.models import Document, Record

ANEW = "new"
View = Callable[..., HttpResponse]


def for_registrars(view: View) -> View:
    """Let registrars in; ask others to sign in, and refuse who may not decide."""

    @wraps(view)
    @login_required
    def guarded(request: SignedInRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not may_decide(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@require_GET
@for_registrars
def inbox(request: SignedInRequest, form: UploadForm | None = None) -> HttpResponse:
    """All readings, those that wait first."""
    pages = Paginator(sheets.waiting_first(), 50)
    context = {"page": pages.get_page(request.GET.get("page")), "form": form or UploadForm()}
    return render(request, "desk/inbox.html", context)


@require_POST
@for_registrars
def upload(request: SignedInRequest) -> HttpResponse:
    """Read what was uploaded or pasted; each file is a transaction of its own."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        for fault in form.non_field_errors():
            messages.error(request, str(fault))
        return redirect("desk:inbox")
    results = [intake.take_in(*item, request.user) for item in form.items()]
    for result in results:
        messages.add_message(
            request, messages.SUCCESS if result.reading else messages.ERROR, result.message
        )
    read = [result.reading for result in results if result.reading]
    if len(results) == len(read) == 1:
        return redirect("desk:review", record_id=read[0].document_id)
    return redirect("desk:inbox")


@require_GET
@for_registrars
def review(request: SignedInRequest, record_id: str) -> HttpResponse:
    """The article left with its marks, the findings right."""
    reading = get_object_or_404(
        Reading.objects.select_related("document__record"), document_id=record_id
    )
    sheet = sheets.sheet_of(reading, request.GET.get("at", ""))
    return render(request, "desk/review.html", {"sheet": sheet, "document": reading.document})


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
