"""Who is one and who held what, where a person asks rather than a program."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from hapjak.accounts.views import SignedInRequest
from hapjak.desk import identities, identities_tenures
from hapjak.desk.identities_tenures import TenureForm
from hapjak.desk.views.guards import for_registrars
from hapjak.register import identity_proposals, joining, tenures
from hapjak.register.models import Organisation, Record


@require_GET
@for_registrars
def others(request: SignedInRequest, one: str) -> HttpResponse:
    """Whom or which body a record may be one with: likely ones, or those of a name that is typed."""
    record = get_object_or_404(
        Record.objects.filter(kind__in=identity_proposals.KINDS, withdrawn_at=None), pk=one
    )
    record = joining.stands_for(record)
    name = request.GET.get("name", "").strip()[:200]
    context = {
        "record": record,
        "name": name,
        "tab": identities.tab_for(record),
        "found": identities.others_of(record, name, request.user),
    }
    return render(request, "desk/identity_others.html", context)


@require_http_methods(["GET", "POST"])
@for_registrars
def tenure(request: SignedInRequest, body: str, code: str) -> HttpResponse:
    """State since when or until when somebody held a post."""
    found = get_object_or_404(
        Organisation.objects.visible_to(request.user).select_related("record", "partner"), pk=body
    )
    held = tenures.by_office(tenures.of_body(found.record, request.user)).get(code)
    if held is None:
        raise Http404
    seen = identities_tenures.mark(held[0].post)
    form = TenureForm(request.POST or None, held, initial={"seen": seen})
    if request.method == "POST" and form.is_valid() and _state(request, form, held):
        return redirect("public:office", pk=found.pk, code=code)
    context = {
        "form": form,
        "seen": seen,
        "body": found,
        "holdings": held,
        "title": held[0].title_in(get_language() or "en"),
        "code": code,
    }
    return render(request, "desk/identity_tenure.html", context, status=400 if form.errors else 200)


def _state(request: SignedInRequest, form: TenureForm, held: list[tenures.Holding]) -> bool:
    """Write what the form says; a sentence where it cannot be."""
    data = form.cleaned_data
    holding = next(one for one in held if one.person.pk == data["person"])
    try:
        identities_tenures.state(
            holding.person,
            holding.post,
            request.user,
            since=data["since"],
            until=data["until"],
            seen=data["seen"],
            reason=data["reason"],
        )
    except identities_tenures.Changed:
        form.add_error(
            None,
            _(
                "Somebody stated dates of this post meanwhile. Look at them below, then decide again."
            ),
        )
    except identities_tenures.NothingStated:
        form.add_error(None, _("Write since when or until when; at least one of the two."))
    else:
        messages.success(request, _("Stated, with your name as the attester."))
        return True
    return False
