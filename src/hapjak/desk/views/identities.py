"""The queue of who is one: a pair at a time, one key a decision."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hapjak.accounts.views import SignedInRequest
from hapjak.desk import identities, identities_judging
from hapjak.desk.views.guards import for_registrars
from hapjak.register import identity_proposals, joining
from hapjak.register.models import Judgement, Proposal, Record, Verdict


@require_GET
@for_registrars
def queue(request: SignedInRequest) -> HttpResponse:
    """The pair that waits first."""
    tab = identities.tab_of(request.GET.get("tab", ""))
    first = identities.after(tab, None)
    if first is None:
        return _shown(request, tab, None, None)
    return _shown(request, tab, first, _pair(request, first.first_id, first.second_id))


@require_http_methods(["GET", "POST"])
@for_registrars
def pair(request: SignedInRequest, one: str, other: str) -> HttpResponse:
    """Two records side by side, whether a program proposed them or a person chose them."""
    tab = identities.tab_of(request.GET.get("tab", ""))
    if request.method == "POST":
        return _judge(request, tab, one, other)
    proposal = identities.proposal_of(one, other)
    return _shown(request, tab, proposal, _pair(request, one, other))


def _records(one: str, other: str) -> tuple[Record, Record]:
    found = Record.objects.filter(
        pk__in=(one, other), kind__in=identity_proposals.KINDS, withdrawn_at=None
    )
    by_id = found.select_related("joined_into").in_bulk()
    if len(by_id) < 2 or by_id[one].kind != by_id[other].kind:
        raise Http404
    return by_id[one], by_id[other]


def _pair(request: SignedInRequest, one: str, other: str) -> identities.Pair:
    return identities.pair_of(*_records(one, other), request.user)


def _shown(
    request: SignedInRequest,
    tab: identities.Tab,
    proposal: Proposal | None,
    shown: identities.Pair | None,
) -> HttpResponse:
    following = identities.after(tab, proposal)
    if shown is None or (following and proposal and following.pk == proposal.pk):
        following = None
    context = {
        "tab": tab,
        "tabs": [(each, identities.waiting(each).count()) for each in identities.TABS],
        "pair": shown,
        "proposal": proposal,
        "next": identities.address(following, tab) if following else "",
        "last": identities.last_of(request.user),
    }
    return render(request, "desk/identities.html", context)


def _judge(request: SignedInRequest, tab: identities.Tab, one: str, other: str) -> HttpResponse:
    """Decide, then show the pair that waits behind this one."""
    verdict = request.POST.get("verdict", "")
    if verdict not in Verdict.values:
        messages.warning(request, _("Choose: the same, different, or unsure."))
        return redirect(identities.pair_address(one, other, tab))
    proposal = identities.proposal_of(one, other)
    following = identities.after(tab, proposal)
    records = _records(one, other)
    try:
        identities_judging.judge(
            *records, Verdict(verdict), request.user, seal=request.POST.get("seal", "")
        )
    except identities_judging.Changed:
        messages.warning(
            request,
            _(
                "Somebody decided on these two meanwhile. They are shown as they are now; decide again."
            ),
        )
        return redirect(identities.pair_address(one, other, tab))
    except joining.Blocked as blocked:
        messages.warning(request, _blocked(blocked.judgement))
        return redirect(identities.pair_address(one, other, tab))
    return redirect(identities.address(following, tab))


def _blocked(judgement: Judgement) -> str:
    said = _("“%(one)s” and “%(other)s” were judged %(verdict)s by %(who)s. Undo that first.")
    return said % {
        "one": identities.name_of(judgement.first),
        "other": identities.name_of(judgement.second),
        "verdict": judgement.get_verdict_display(),
        "who": judgement.made_by,
    }


@require_POST
@for_registrars
def undo(request: SignedInRequest, judgement_id: int) -> HttpResponse:
    """Take a judgement back, and show its two again."""
    judgement = get_object_or_404(
        Judgement.objects.filter(first__kind__in=identity_proposals.KINDS), pk=judgement_id
    )
    tab = identities.tab_of(request.POST.get("tab", ""))
    try:
        identities_judging.undo(judgement, request.user)
    except identities_judging.Undone:
        messages.warning(request, _("This judgement was undone already."))
    return redirect(identities.pair_address(judgement.first_id, judgement.second_id, tab))
