"""What people add to a record: translations, attachments, comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hapjak.accounts.policy import may_see_office
from hapjak.register.models.documents import Document, WrittenForm
from hapjak.register.models.records import Record

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from hapjak.accounts.models import User


class TextOrigin(models.TextChoices):
    SOURCE = "source", _("printed in a source")
    MACHINE = "machine", _("translated by a program")
    HUMAN = "human", _("translated by a person")


class TextQuerySet(models.QuerySet):
    def visible_to(self, user: User | AnonymousUser) -> TextQuerySet:
        """Translations that stand, of what the user may see.

        The public sees none by a program before somebody reviewed it, and none
        taken from a document it may not see.
        """
        records = Record.objects.visible_to(user)
        there = self.filter(replaced_by=None, record__in=records)
        if may_see_office(user):
            return there
        return there.filter(
            Q(document=None) | Q(document__record__in=records),
            ~Q(origin=TextOrigin.MACHINE) | Q(reviewed_by__isnull=False),
        )


class Text(models.Model):
    """A record's wording in another language: a translation is itself a sourced fact.

    Machine translations are shown as such and never to the public before somebody
    reviewed them. Texts are replaced by newer ones, never changed.
    """

    record = models.ForeignKey(Record, models.PROTECT, related_name="texts")
    field = models.CharField(_("what is translated"), max_length=32)
    language = models.CharField(_("written form"), max_length=8, choices=WrittenForm)
    text = models.TextField(_("text"))
    origin = models.CharField(_("origin"), max_length=8, choices=TextOrigin)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="texts"
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    replaced_by = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaces", editable=False
    )

    objects = TextQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="text_not_empty"),
            models.CheckConstraint(
                condition=~Q(origin="source") | Q(document__isnull=False),
                name="text_from_source_has_document",
            ),
            models.UniqueConstraint(
                fields=["record", "field", "language"],
                condition=Q(replaced_by=None),
                name="text_once",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]


def attachment_name(attachment: Attachment, filename: str) -> str:
    """A generated name; the name the file came with is kept for display only."""
    return f"attachments/{attachment.sha256[:2]}/{attachment.sha256}"


class OfficeQuerySet(models.QuerySet):
    def visible_to(self, user: User | AnonymousUser) -> OfficeQuerySet:
        """What lies on records the user may see; the office alone sees any."""
        if not may_see_office(user):
            return self.none()
        return self.filter(record__in=Record.objects.visible_to(user))


class Attachment(models.Model):
    """A file added to a record: a signed scan, an annex. Stored as received, never opened here."""

    record = models.ForeignKey(Record, models.PROTECT, related_name="attachments")
    sha256 = models.CharField(max_length=64, editable=False)
    file = models.FileField(_("file"), upload_to=attachment_name, max_length=100)
    file_name = models.CharField(_("file name"), max_length=255)
    media_type = models.CharField(_("media type"), max_length=80)
    size_bytes = models.PositiveBigIntegerField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["added_at"]
        constraints = [
            models.UniqueConstraint(fields=["record", "sha256"], name="attachment_once"),
        ]

    def __str__(self) -> str:
        return self.file_name


class Comment(models.Model):
    """What colleagues say to one another about a record. Never public."""

    record = models.ForeignKey(Record, models.PROTECT, related_name="comments")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="comments")
    text = models.TextField(_("text"))
    mentions = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="mentioned_in", blank=True
    )
    written_at = models.DateTimeField(auto_now_add=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["written_at"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="comment_not_empty")]

    def __str__(self) -> str:
        return self.text[:60]


class MentionRead(models.Model):
    """That a colleague has seen a comment that mentions them. Says nothing about the record."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="mentions_read")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mentions_read")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "comment"], name="mention_read_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.comment_id}"
