"""The office's page of a record: what people added to it, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from hapjak.accounts.policy import colleagues, may_decide
from hapjak.accounts.views import SignedInRequest
from hapjak.desk import records, sections
from hapjak.desk.forms.notes import AttachForm, CommentForm, TranslationForm, latest_documents
from hapjak.desk.views.office import for_office, seen_record
from hapjak.register import attachments, translations
from hapjak.register.models import Record
from hapjak.register.refused import Outdated, Refused


@require_GET
@for_office
def record(request: SignedInRequest, record_id: str) -> HttpResponse:
    """Comments, files, translations and history of a record."""
    return page(request, seen_record(request, record_id))


def page(
    request: SignedInRequest, found: Record, forms: dict[str, Form] | None = None
) -> HttpResponse:
    """The page, with the forms somebody filled in wrongly as they left them."""
    decides = may_decide(request.user)
    context: dict[str, Any] = {
        "record": found,
        "named": records.one(found),
        "original": translations.original_of(found),
        "decides": decides,
        **added(found),
        **sections.own(found, request.user, find_of(request)),
        **(blank_forms(request, found) if decides else {"comment_form": CommentForm()}),
        **(forms or {}),
    }
    status = 400 if forms else 200
    return render(request, "desk/record/record.html", context, status=status)


def added(found: Record) -> dict[str, Any]:
    """What people added, and every step of the record's history."""
    texts = found.texts.filter(replaced_by=None).order_by("field", "language")
    return {
        "comments": found.comments.select_related("author").prefetch_related("mentions"),
        "attachments": found.attachments.select_related("added_by"),
        "attaches": found.kind in attachments.KINDS,
        "texts": texts.select_related("made_by", "reviewed_by", "document"),
        "events": found.events.select_related("actor").order_by("sequence"),
        "colleagues": colleagues(),
    }


def blank_forms(request: SignedInRequest, found: Record) -> dict[str, Any]:
    """Forms of a registrar."""
    original = translations.original_of(found)
    forms: dict[str, Any] = {
        "comment_form": CommentForm(),
        "attach_form": AttachForm(),
        "documents": latest_documents(request.user),
    }
    if original is not None:
        forms["translation_form"] = TranslationForm(user=request.user, original=original.language)
    return {**forms, **sections.own_forms(found, request.user)}


def find_of(request: SignedInRequest) -> str:
    """What the reader looks for on the page, kept when a form comes back."""
    return (request.POST.get("find") or request.GET.get("find") or "")[:200]


def submit(
    request: SignedInRequest,
    found: Record,
    form: Form,
    act: Callable[[], object],
    *,
    name: str,
    part: str,
    said: str,
) -> HttpResponse:
    """Do what a form asks and go back to its part of the page; or show it with its faults.

    Args:
        name: The form's name in the page.
        part: The id of its part of the page.
        said: What is told when it is done.
    """
    if form.is_valid():
        try:
            act()
        except Outdated as outdated:
            messages.warning(request, str(outdated))
            return redirect(reverse("desk:record", args=[found.pk]) + f"#{part}")
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, said)
            return redirect(reverse("desk:record", args=[found.pk]) + f"#{part}")
    return page(request, found, {name: form})
