"""What people see when a request cannot be taken as it was sent."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what was too much, where that is known."""
    return render(request, "400.html", {"reason": reason_of(exception)}, status=400)


def reason_of(exception: Exception) -> str:
    """A sentence that says what to do; empty where nothing better than "go back" is known."""
    if isinstance(exception, TooManyFilesSent):
        return _(
            "More than %(limit)d files came at once, so nothing was read."
            " Send fewer, or pack them into a ZIP archive."
        ) % {"limit": settings.DATA_UPLOAD_MAX_NUMBER_FILES}
    if isinstance(exception, RequestDataTooBig):
        return _("The pasted text is too long, so nothing was read. Send it as a file.")
    return ""
