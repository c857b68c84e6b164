"""The register in the admin: to look things up, never to write past the desk."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from hapjak.register import models


class ReadOnly(admin.ModelAdmin):
    """Facts are changed by actions that leave an event, so the admin only shows them."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(models.Document)
class DocumentAdmin(ReadOnly):
    list_display = ("title", "variety", "published", "origin", "rights", "basis")
    list_filter = ("variety", "rights", "basis")
    search_fields = ("title", "origin")


@admin.register(models.Commitment)
class CommitmentAdmin(ReadOnly):
    list_display = ("wording", "firmness", "field", "due")
    list_filter = ("firmness", "field", "language")
    search_fields = ("wording",)


@admin.register(models.Meeting)
class MeetingAdmin(ReadOnly):
    list_display = ("kind", "date", "place", "planned")
    list_filter = ("kind", "planned")


@admin.register(models.Agreement)
class AgreementAdmin(ReadOnly):
    list_display = ("title", "kind", "date", "planned")
    list_filter = ("kind",)


@admin.register(models.Person)
class PersonAdmin(ReadOnly):
    list_display = ("name", "language", "side")
    search_fields = ("name", "record__names__text")


@admin.register(models.Organisation)
class OrganisationAdmin(ReadOnly):
    list_display = ("name", "kind", "territory", "partner")
    list_filter = ("kind",)
    search_fields = ("name",)


@admin.register(models.Attachment)
class AttachmentAdmin(ReadOnly):
    """Without the file itself: it is handed out at the desk, to be saved only."""

    list_display = ("file_name", "media_type", "size_bytes", "added_by", "record")
    exclude = ("file",)


@admin.register(models.Event)
class EventAdmin(ReadOnly):
    list_display = ("sequence", "at", "actor", "action", "record", "reason")
    list_filter = ("action",)


admin.site.register(
    [
        models.Partner,
        models.Partnership,
        models.Strategy,
        models.Citation,
        models.Name,
        models.Post,
        models.Tenure,
        models.Attendance,
        models.Topic,
        models.Record,
        models.Body,
        models.Pairing,
        models.Judgement,
        models.CommitmentLink,
        models.Consent,
        models.Text,
        models.Comment,
        models.EventPayload,
        models.ChainHead,
    ],
    ReadOnly,
)
