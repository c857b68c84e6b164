"""Commitments: what was said, by whom, to whom, how firmly, in which field."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hapjak.register.models.documents import WrittenForm
from hapjak.register.models.fields import FIELD_CHOICES
from hapjak.register.models.parties import Organisation, Partner
from hapjak.register.models.people import Person
from hapjak.register.models.records import FactQuerySet, Record
from hapjak.register.models.talks import Agreement, Meeting

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

    def standing(self) -> CommitmentQuerySet:
        """As for all facts, and of a wording with its amendments the one in force."""
        return cast("CommitmentQuerySet", super().standing().filter(in_force=True))

    def binding(self) -> CommitmentQuerySet:
        """What the parties agreed or signed; hopes are counted apart."""
        return self.filter(firmness__in=[Firmness.AGREEMENT, Firmness.SIGNED])


class Commitment(models.Model):
    """One line of cooperation, worded as its source words it.

    Where it was said stands in its record's citations. The wording is frozen
    when it is registered; an amendment is a commitment of its own that `amends`
    this one, and stands once both sides consented (`Consent`).
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
    amends = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="amendments", editable=False
    )
    in_force = models.BooleanField(
        default=True,
        editable=False,
        help_text=_("not before both sides consented, nor after an amendment took its place"),
    )
    under = models.ForeignKey(
        Agreement, models.PROTECT, null=True, blank=True, related_name="commitments"
    )

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


class LinkKind(models.TextChoices):
    """How a later commitment stands to an earlier one (`glossary.md` section 3)."""

    RESTATES = "restates", pgettext_lazy("link", "restates")
    SPECIFIES = "specifies", pgettext_lazy("link", "specifies")
    FULFILS = "fulfils", pgettext_lazy("link", "fulfils")
    SUPERSEDES = "supersedes", pgettext_lazy("link", "supersedes")
    CONTRADICTS = "contradicts", pgettext_lazy("link", "contradicts")


class CommitmentLink(models.Model):
    """That a person linked a commitment to an earlier one. It can be undone, never changed."""

    later = models.ForeignKey(Commitment, models.PROTECT, related_name="links_back")
    earlier = models.ForeignKey(Commitment, models.PROTECT, related_name="links_on")
    kind = models.CharField(_("kind"), max_length=16, choices=LinkKind)
    reason = models.TextField(_("reason"), blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        constraints = [
            models.CheckConstraint(condition=~Q(later=F("earlier")), name="link_of_two"),
            models.UniqueConstraint(
                fields=["later", "earlier", "kind"],
                condition=Q(undone_at=None),
                name="link_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.later_id} {self.kind} {self.earlier_id}"


class Consent(models.Model):
    """That one side consented to an amendment."""

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="consents")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="+")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.UniqueConstraint(fields=["commitment", "partner"], name="consent_once"),
        ]

    def __str__(self) -> str:
        return f"{self.partner} · {self.commitment_id}"
