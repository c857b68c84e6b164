"""What came in: each file with what became of it, and which documents print one report."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hapjak.register.models import Document
from hapjak.register.models.records import new_ulid


class ArrivalState(models.TextChoices):
    """What became of a file."""

    READ = "read", pgettext_lazy("arrival", "read")
    NO_TALKS = "no_talks", pgettext_lazy("arrival", "no talks")
    KNOWN = "known", pgettext_lazy("arrival", "received before")
    REFUSED = "refused", pgettext_lazy("arrival", "refused")


class Arrival(models.Model):
    """One file of an upload, or one member of an archive in it.

    A refused file is not kept; its name and the reason are, so that who sent it
    can look up what to do. `upload` is common to the files that came together.
    """

    upload = models.CharField(max_length=26, default=new_ulid, db_index=True)
    name = models.CharField(_("file name"), max_length=255)
    state = models.CharField(_("state"), max_length=16, choices=ArrivalState)
    refusal = models.CharField(max_length=24, blank=True, help_text=_("code of the reason"))
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="arrivals"
    )
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="arrivals")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("arrival")
        verbose_name_plural = _("arrivals")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ArrivalState.REFUSED, document=None, refusal__gt="")
                | (~Q(state=ArrivalState.REFUSED) & Q(document__isnull=False, refusal="")),
                name="arrival_is_document_or_refused",
            ),
        ]
        indexes = [models.Index(fields=["state", "-at"], name="arrival_state_at")]

    def __str__(self) -> str:
        return f"{self.name} {self.state}"


class Shingle(models.Model):
    """A sampled stretch of a document's letters, as a number: finds copies among many."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="shingles")
    value = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["value", "document"], name="shingle_once"),
        ]

    def __str__(self) -> str:
        return str(self.value)


class NearCopy(models.Model):
    """That two documents print one report. `share` is how much of the shorter stands in the longer."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="copies_of")
    earlier = models.ForeignKey(Document, models.PROTECT, related_name="copied_by")
    share = models.FloatField(_("share in common"))

    class Meta:
        verbose_name = _("copy")
        verbose_name_plural = _("copies")
        ordering = ["-share", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "earlier"], name="near_copy_once"),
            models.CheckConstraint(
                condition=~Q(document=F("earlier")), name="near_copy_of_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} ~ {self.earlier_id}"
