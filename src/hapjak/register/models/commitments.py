"""Commitments: what was said, by whom, to whom, how firmly, in which field."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hapjak.register.models.documents import WrittenForm
from hapjak.register.models.fields import FIELD_CHOICES
from hapjak.register.models.parties import Organisation
from hapjak.register.models.people import Person
from hapjak.register.models.records import FactQuerySet, Record
from hapjak.register.models.talks import Meeting

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from hapjak.accounts.models import User


class Firmness(models.TextChoices):
    """Weakest first. A hope is never called a promise."""

    HOPE = "hope", pgettext_lazy("firmness", "hope")
    PROPOSAL = "proposal", pgettext_lazy("firmness", "proposal")
    INTENTION = "intention", pgettext_lazy("firmness", "intention")
    AGREEMENT = "agreement", pgettext_lazy("firmness", "agreement")
    SIGNED = "signed", pgettext_lazy("firmness", "signed")
    DONE = "done", pgettext_lazy("firmness", "done")


class CommitmentQuerySet(FactQuerySet):
    def visible_to(self, user: User | AnonymousUser) -> CommitmentQuerySet:
        """As for all facts, narrowed in its type."""
        return cast("CommitmentQuerySet", super().visible_to(user))

    def binding(self) -> CommitmentQuerySet:
        """What the parties agreed or signed; hopes are counted apart."""
        return self.filter(firmness__in=[Firmness.AGREEMENT, Firmness.SIGNED])


class Commitment(models.Model):
    """One line of cooperation, worded as its source words it.

    Where it was said stands in its record's citations. The wording is frozen
    when it is registered.
    """

    record = models.OneToOneField(Record, models.PROTECT, primary_key=True)
    wording = models.TextField(_("wording"), editable=False)
    language = models.CharField(_("written form"), max_length=8, choices=WrittenForm)
    speaker = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="commitments"
    )
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="commitments"
    )
    by = models.ManyToManyField(Organisation, related_name="commitments_by", blank=True)
    to = models.ManyToManyField(Organisation, related_name="commitments_to", blank=True)
    firmness = models.CharField(_("firmness"), max_length=16, choices=Firmness)
    field = models.CharField(_("field"), max_length=5, choices=FIELD_CHOICES)
    other_fields = models.JSONField(_("other fields"), default=list, blank=True)
    initiatives = models.JSONField(_("initiatives"), default=list, blank=True)
    due = models.CharField(
        _("due"), max_length=10, blank=True, help_text=_("2025, 2025-06 or 2025-06-30")
    )
    quantity = models.JSONField(_("quantity"), null=True, blank=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        constraints = [
            models.CheckConstraint(condition=~Q(wording=""), name="commitment_has_wording"),
        ]
        indexes = [models.Index(fields=["field", "firmness"], name="commitment_field_firmness")]

    def __str__(self) -> str:
        return self.wording[:80]
