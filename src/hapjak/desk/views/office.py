"""What the office's pages about a record have in common."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from hapjak.accounts.policy import may_see_office
from hapjak.accounts.views import SignedInRequest
from hapjak.register.models import Record
from hapjak.register.refused import Refused

View = Callable[..., HttpResponseBase]


def for_office(view: View) -> View:
    """Let in who may see the office's pages; ask others to sign in."""

    @wraps(view)
    @login_required
    def guarded(request: SignedInRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not may_see_office(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def seen_record(request: SignedInRequest, record_id: str) -> Record:
    """A record the user may see; else the page does not exist."""
    return get_object_or_404(Record.objects.visible_to(request.user), pk=record_id)


def do(request: SignedInRequest, act: Callable[[], object], said: str = "") -> bool:
    """Run an action; say what was done, or why not. Whether it was done."""
    try:
        act()
    except Refused as refused:
        messages.error(request, str(refused))
        return False
    if said:
        messages.success(request, said)
    return True


def back_to(record_id: str, part: str) -> HttpResponse:
    """To a part of a record's page."""
    return redirect(reverse("desk:record", args=[record_id]) + f"#{part}")
