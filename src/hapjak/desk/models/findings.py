"""The inbox: readings of documents and their findings, waiting for a person."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hapjak.register.models import Document, Record


class Reading(models.Model):
    """What one reader made of a document. `payload` is the reading contract's JSON."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="readings")
    reader_name = models.CharField(max_length=40)
    reader_version = models.CharField(max_length=40)
    payload = models.JSONField()
    read_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "reader_name", "reader_version"], name="reading_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} · {self.reader_name} {self.reader_version}"


class FindingKind(models.TextChoices):
    ORGANISATION = "organisation", _("organisation")
    PERSON = "person", _("person")
    MEETING = "meeting", _("meeting")
    AGREEMENT = "agreement", _("agreement")
    COMMITMENT = "commitment", _("commitment")
    STRATEGY = "strategy", _("strategy")


class Decision(models.TextChoices):
    OPEN = "open", pgettext_lazy("decision", "open")
    ACCEPTED = "accepted", pgettext_lazy("decision", "accepted")
    REJECTED = "rejected", pgettext_lazy("decision", "rejected")


class BulkDecision(models.Model):
    """One act of a person that accepted many findings; it is undone as a whole."""

    reading = models.ForeignKey(Reading, models.PROTECT, related_name="bulk_decisions")
    threshold = models.FloatField(_("confidence"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="bulk_decisions"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("bulk decision")
        verbose_name_plural = _("bulk decisions")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.reading} ≥ {self.threshold}"


class FindingQuerySet(models.QuerySet):
    def open(self) -> FindingQuerySet:
        """What still waits for a decision."""
        return self.filter(decision=Decision.OPEN)


class Finding(models.Model):
    """One candidate fact. `data` is its object in the reading, with corrections applied.

    `version` grows with every change; a decision names the version it was
    made on, so that two people never overwrite each other unseen. `made_by` is
    the person who added what the reader missed. `along_with` is the finding
    whose acceptance took this one along, `bulk` the act that accepted many.
    """

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="findings")
    kind = models.CharField(_("kind"), max_length=16, choices=FindingKind)
    local_id = models.CharField(max_length=16)
    position = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    data = models.JSONField()
    confidence = models.FloatField(_("confidence"), null=True, blank=True)
    decision = models.CharField(
        _("decision"), max_length=16, choices=Decision, default=Decision.OPEN
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    record = models.ForeignKey(
        Record, models.PROTECT, null=True, blank=True, related_name="findings"
    )
    version = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    along_with = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="brought"
    )
    bulk = models.ForeignKey(
        BulkDecision, models.PROTECT, null=True, blank=True, related_name="findings"
    )

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["reading", "position"]
        constraints = [
            models.UniqueConstraint(fields=["reading", "local_id"], name="finding_once"),
            models.CheckConstraint(
                condition=~models.Q(decision="accepted") | models.Q(record__isnull=False),
                name="accepted_finding_has_record",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.local_id}"

    @property
    def quote(self) -> str:
        """The stretch of the document the finding stands on."""
        return self.reading.document.text[self.start : self.end]
