"""Judgements: whether two records are the same thing."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hapjak.register.models.records import Record


class Verdict(models.TextChoices):
    SAME = "same", pgettext_lazy("verdict", "the same")
    DIFFERENT = "different", pgettext_lazy("verdict", "different")
    UNSURE = "unsure", pgettext_lazy("verdict", "unsure")


class JudgementQuerySet(models.QuerySet):
    def standing(self) -> JudgementQuerySet:
        """Those that were not undone."""
        return self.filter(undone_at=None)

    def about(self, *records: str) -> JudgementQuerySet:
        """Those that name one of the records."""
        return self.filter(Q(first__in=records) | Q(second__in=records))


class Judgement(models.Model):
    """That somebody judged two records to be one thing, two, or could not tell.

    `first` has the smaller id. Never changed: it is undone, and made anew.
    """

    first = models.ForeignKey(Record, models.PROTECT, related_name="judged_first")
    second = models.ForeignKey(Record, models.PROTECT, related_name="judged_second")
    verdict = models.CharField(_("verdict"), max_length=16, choices=Verdict)
    reason = models.TextField(_("reason"), blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="judgements")
    made_at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = JudgementQuerySet.as_manager()

    class Meta:
        verbose_name = _("judgement")
        verbose_name_plural = _("judgements")
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="judgement_of_two_in_order"
            ),
            models.UniqueConstraint(
                fields=["first", "second"],
                condition=Q(undone_at=None),
                name="judgement_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} {self.verdict} {self.second_id}"

    @property
    def records(self) -> tuple[Record, Record]:
        return self.first, self.second
