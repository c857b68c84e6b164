"""What programs propose: that two records may be one. Only a judgement decides it.

Both tables are made from the facts and can be made anew (`likeness.py`); they
are no part of the history.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from hapjak.register.models.records import Record, RecordKind


class ProposalState(models.TextChoices):
    OPEN = "open", _("waits for a decision")
    UNSURE = "unsure", _("somebody could not tell")
    SETTLED = "settled", _("nothing to decide")


class Proposal(models.Model):
    """That two records may tell of one thing, and how strongly (0 to 100).

    `first` has the smaller id. `state` follows from the judgements that stand.
    """

    first = models.ForeignKey(Record, models.CASCADE, related_name="proposed_first")
    second = models.ForeignKey(Record, models.CASCADE, related_name="proposed_second")
    kind = models.CharField(_("kind"), max_length=16, choices=RecordKind)
    score = models.PositiveSmallIntegerField(_("score"))
    state = models.CharField(
        _("state"), max_length=8, choices=ProposalState, default=ProposalState.OPEN
    )

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        constraints = [
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="proposal_in_order"),
            models.UniqueConstraint(fields=["first", "second"], name="proposal_once"),
        ]
        indexes = [models.Index(fields=["state", "kind", "-score"], name="proposal_queue")]

    def __str__(self) -> str:
        return f"{self.first_id} ? {self.second_id} {self.score}"


class LikenessKey(models.Model):
    """Under what a record is looked for when another is compared: a day and a party."""

    record = models.ForeignKey(Record, models.CASCADE, related_name="likeness_keys")
    key = models.CharField(max_length=120, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "record"], name="likeness_key_once"),
        ]

    def __str__(self) -> str:
        return self.key
