"""Who gets into the desk's pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from hapjak.accounts.policy import may_decide
from hapjak.accounts.views import SignedInRequest

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
