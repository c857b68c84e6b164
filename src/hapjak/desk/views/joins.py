"""Pages of the queue of records that may be one, and the decisions made there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from hapjak.accounts.views import SignedInRequest
from hapjak.desk import joining_up, joins, side_by_side
from hapjak.desk.actions import Outdated
from hapjak.desk.views.guards import for_registrars
from hapjak.register import joining, likeness
from hapjak.register.models import Judgement, RecordKind, Verdict

LATELY = "joins-lately"  # session key: judgements of the last decisions, the last one last
REMEMBERED = 50
PER_PAGE = 50


@require_GET
@for_registrars
def queue(request: SignedInRequest) -> HttpResponse:
    """One pair side by side."""
    kind = request.GET.get("kind", "")
    step = joins.step(kind, _number(request.GET.get("at")), _number(request.GET.get("behind")))
    context: dict[str, Any] = {
        "kind": kind if kind in joins.KINDS else "",
        "counts": _counted(),
        "step": step,
        "lately": bool(request.session.get(LATELY)),
    }
    if step is not None:
        proposal = step.proposal
        likely = likeness.compare(proposal.kind, proposal.first_id, proposal.second_id)
        lines, people = joins.goes_with(proposal), joins.people_of(proposal)
        context |= {
            "sides": side_by_side.sides_of(proposal),
            "rows": side_by_side.rows_of(proposal),
            "reasons": likely.reasons if likely else (),
            "lines": lines,
            "people": people,
            "ticked": sum(one.sure for one in lines) + sum(one.sure for one in people),
        }
    return render(request, "desk/joins.html", context)


def _counted() -> list[tuple[str, str, int]]:
    """Tabs: kind, label, how many wait."""
    labels = {
        RecordKind.MEETING: _("Meetings"),
        RecordKind.AGREEMENT: _("Agreements"),
        RecordKind.COMMITMENT: _("Commitments"),
    }
    found = joins.counts()
    rows = [(str(kind), labels[kind], found[kind]) for kind in joins.KINDS]
    return [("", _("All"), sum(found.values())), *rows]


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None


def _back(request: SignedInRequest, **further: object) -> HttpResponse:
    """The queue as it was narrowed."""
    query = {"kind": request.POST.get("kind", ""), **further}
    kept = {key: value for key, value in query.items() if value}
    return redirect(reverse("desk:joins") + (f"?{urlencode(kept)}" if kept else ""))


def _act(
    request: SignedInRequest, act: Callable[[], Sequence[Judgement]], behind: int
) -> HttpResponse:
    """Run a decision, remember it for taking back, and go on."""
    try:
        made = act()
    except Outdated:
        messages.warning(
            request, _("Somebody decided this meanwhile. The queue is shown as it is now.")
        )
        return _back(request, behind=behind)
    except joining.Blocked as blocked:
        messages.warning(request, contradicted(blocked.judgement))
        return _back(request, at=behind)
    lately = [*request.session.get(LATELY, []), [judgement.pk for judgement in made]]
    request.session[LATELY] = lately[-REMEMBERED:]
    return _back(request, behind=behind)


def contradicted(judgement: Judgement) -> str:
    """A sentence that names the judgement that stands against a decision."""
    return _(
        "%(who)s judged two of these “%(verdict)s” on %(day)s. Undo that first, under “Decided”."
    ) % {
        "who": judgement.made_by,
        "verdict": judgement.get_verdict_display(),
        "day": judgement.made_at.strftime("%Y-%m-%d"),
    }


@require_POST
@for_registrars
def decide(request: SignedInRequest, proposal_id: int) -> HttpResponse:
    """Same, different or unsure."""
    verdict = request.POST.get("verdict", "")
    if verdict not in Verdict.values:
        messages.error(request, _("Choose same, different or unsure."))
        return _back(request, at=proposal_id)
    behind = _number(request.POST.get("previous")) or proposal_id
    return _act(
        request, lambda: joining_up.decide(proposal_id, Verdict(verdict), request.user), behind
    )


@require_POST
@for_registrars
def join_all(request: SignedInRequest, proposal_id: int) -> HttpResponse:
    """A meeting with all that was ticked."""
    lines = [number for text in request.POST.getlist("line") if (number := _number(text))]
    people = list(joins.chosen(request.POST.getlist("person")))
    behind = _number(request.POST.get("previous")) or proposal_id

    def act() -> Sequence[Judgement]:
        made = joining_up.join_all(proposal_id, lines, people, request.user)
        said = ngettext("%d pair is one now.", "%d pairs are one now.", len(made)) % len(made)
        messages.success(request, said)
        return made

    return _act(request, act, behind)


@require_POST
@for_registrars
def take_back_last(request: SignedInRequest) -> HttpResponse:
    """Undo what this session decided last, and show that pair again."""
    lately = list(request.session.get(LATELY, []))
    if not lately:
        messages.warning(request, _("Nothing is left to undo here. Look under “Decided”."))
        return _back(request)
    request.session[LATELY] = lately[:-1]
    return _taken_back(request, lately[-1])


def _taken_back(request: SignedInRequest, ids: Sequence[int]) -> HttpResponse:
    try:
        undone = joining_up.take_back(ids, request.user)
    except Outdated:
        messages.warning(request, _("Somebody undid this meanwhile."))
        return _back(request)
    messages.success(
        request,
        ngettext("%d decision undone.", "%d decisions undone.", len(undone)) % len(undone),
    )
    shown = joins.proposal_of(undone)
    return _back(request, at=shown)


@require_GET
@for_registrars
def decided(request: SignedInRequest) -> HttpResponse:
    """Judgements that stand, the latest first."""
    rows = Judgement.objects.standing().filter(first__kind__in=joins.KINDS)
    rows = rows.select_related("made_by", "first__commitment", "second__commitment")
    rows = rows.select_related("first__meeting", "second__meeting")
    rows = rows.select_related("first__agreement", "second__agreement").order_by("-pk")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/joins_decided.html", {"page": page})


@require_POST
@for_registrars
def take_back(request: SignedInRequest, judgement_id: int) -> HttpResponse:
    """Undo one judgement of the list."""
    return _taken_back(request, [judgement_id])
