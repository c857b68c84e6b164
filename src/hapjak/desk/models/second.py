"""A second reading: another reviewer decides on the same document without seeing the first's."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hapjak.desk.models.findings import Decision, Finding, Reading


class Winner(models.TextChoices):
    """Whose decision holds after a disagreement."""

    FIRST = "first", pgettext_lazy("reviewer", "the first")
    SECOND = "second", pgettext_lazy("reviewer", "the second")


class SecondReading(models.Model):
    """One document, read again by one other reviewer."""

    reading = models.OneToOneField(Reading, models.PROTECT, related_name="second")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="second_readings"
    )
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    compared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("second reading")
        verbose_name_plural = _("second readings")

    def __str__(self) -> str:
        return f"{self.reading} · {self.reviewer}"


class SecondDecision(models.Model):
    """What the second reviewer decides on a finding as the reader proposed it.

    It registers nothing. `first` is the first reviewer's decision when the two
    were compared; where they differ, somebody adjudicates once: `winner` says
    whose holds.
    """

    second = models.ForeignKey(SecondReading, models.PROTECT, related_name="decisions")
    finding = models.ForeignKey(Finding, models.PROTECT, related_name="second_decisions")
    decision = models.CharField(
        _("decision"),
        max_length=16,
        choices=[(choice.value, choice.label) for choice in Decision if choice != Decision.OPEN],
    )
    at = models.DateTimeField(auto_now=True)
    first = models.CharField(_("first decision"), max_length=16, blank=True)
    winner = models.CharField(_("holds"), max_length=8, choices=Winner, blank=True)
    adjudicated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    adjudicated_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("second decision")
        verbose_name_plural = _("second decisions")
        constraints = [
            models.UniqueConstraint(fields=["second", "finding"], name="second_decision_once"),
            models.CheckConstraint(
                condition=Q(decision__in=["accepted", "rejected"]), name="second_decision_decides"
            ),
            models.CheckConstraint(
                condition=Q(winner="", adjudicated_by=None)
                | (~Q(winner="") & Q(adjudicated_by__isnull=False)),
                name="adjudicated_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.finding} {self.decision}"
