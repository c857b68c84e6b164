"""Signing in by a link that works once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from sesame.views import LoginView

from hapjak.accounts.models import User


class SignedInRequest(HttpRequest):
    """A request behind a sign-in guard."""

    user: User


class SignInByLink(LoginView):
    """Open the desk for the bearer of a one-time link; a spent link says so."""

    def login_failed(self) -> HttpResponseBase:
        messages.error(
            self.request, _("This sign-in link was used before or is too old. Ask for a new one.")
        )
        return redirect("accounts:sign-in")
