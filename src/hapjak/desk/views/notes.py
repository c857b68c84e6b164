"""Adding comments, files and translations; who mentioned me."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from hapjak.accounts.models import User
from hapjak.accounts.policy import colleagues
from hapjak.accounts.views import SignedInRequest
from hapjak.desk import records
from hapjak.desk.forms.notes import AttachForm, CommentForm, TranslationForm
from hapjak.desk.views.guards import for_registrars
from hapjak.desk.views.office import back_to, do, for_office, seen_record
from hapjak.desk.views.records import submit
from hapjak.register import attachments, notes, translations
from hapjak.register.models import Attachment, Comment, Text

PAGE = 30


@require_POST
@for_office
def comment(request: SignedInRequest, record_id: str) -> HttpResponse:
    found = seen_record(request, record_id)
    form = CommentForm(request.POST)
    return submit(
        request,
        found,
        form,
        lambda: notes.comment(found, request.user, form.words()),
        name="comment_form",
        part="comments",
        said=_("Your comment was added."),
    )


@require_POST
@for_registrars
def attach(request: SignedInRequest, record_id: str) -> HttpResponse:
    found = seen_record(request, record_id)
    form = AttachForm(request.POST, request.FILES)

    def act() -> None:
        sent = form.cleaned_data["file"]
        data = sent.read(settings.ATTACHMENT_LIMIT + 1)  # enough to see that it is too large
        attachments.attach(found, request.user, attachments.File(sent.name, data))

    said = _("The file was attached.")
    return submit(request, found, form, act, name="attach_form", part="attachments", said=said)


@require_GET
@for_office
def attachment(request: SignedInRequest, attachment_id: int) -> FileResponse:
    """Hand a file out to be saved: a browser is told nothing it could show or run."""
    seen = Attachment.objects.visible_to(request.user)
    found = get_object_or_404(seen, pk=attachment_id)
    response = FileResponse(
        default_storage.open(found.file.name),
        as_attachment=True,
        filename=found.file_name,
        content_type="application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@for_registrars
def translate(request: SignedInRequest, record_id: str) -> HttpResponse:
    found = seen_record(request, record_id)
    original = translations.original_of(found)
    language = original.language if original else ""
    form = TranslationForm(request.POST, user=request.user, original=language)

    def act() -> None:
        given = {key: form.cleaned_data[key] for key in ("language", "text", "origin", "document")}
        translations.translate(found, request.user, translations.Translation(**given))

    said = _("The translation was added.")
    return submit(
        request, found, form, act, name="translation_form", part="translations", said=said
    )


@require_POST
@for_registrars
def review_text(request: SignedInRequest, text_id: int) -> HttpResponse:
    text = get_object_or_404(Text, pk=text_id)
    seen_record(request, text.record_id)
    said = _("You said that the translation is right.")
    do(request, lambda: translations.review(text, request.user), said)
    return back_to(text.record_id, "translations")


@require_GET
@for_office
def mentions(request: SignedInRequest) -> HttpResponse:
    """Comments that mention the reader, what is not read yet marked."""
    fresh = set(notes.unread(request.user).values_list("pk", flat=True))
    context = {
        "fresh": fresh,
        "upto": max(fresh, default=0),
        **_listed(request, notes.mentions_of(request.user)),
    }
    return render(request, "desk/mentions.html", context)


def _listed(request: SignedInRequest, seen: QuerySet[Comment]) -> dict[str, object]:
    """A page of comments the reader may see, each with the record it is about."""
    rows = seen.select_related("author", "record").prefetch_related("mentions").order_by("-pk")
    shown = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    labels = records.named({row.record_id: row.record for row in shown}.values())
    return {"page": shown, "rows": [(row, labels[row.record_id]) for row in shown]}


@require_POST
@for_office
def mark_read(request: SignedInRequest) -> HttpResponse:
    """Mark all that was shown as read."""
    upto = request.POST.get("upto", "")
    if upto.isascii() and upto.isdigit() and len(upto) < 19:
        notes.mark_read(request.user, int(upto))
        messages.success(request, _("All mentions are marked as read."))
    return redirect("desk:mentions")


@require_GET
@for_office
def colleague(request: SignedInRequest, username: str) -> HttpResponse:
    """What a colleague said lately; a mention of them leads here."""
    found: User = get_object_or_404(colleagues(), username=username)
    said = Comment.objects.visible_to(request.user).filter(author=found)
    return render(request, "desk/colleague.html", {"colleague": found, **_listed(request, said)})
