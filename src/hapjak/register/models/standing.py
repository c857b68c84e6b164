"""What partners set up to work together: standing bodies, and departments paired."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from hapjak.register.models.documents import WrittenForm
from hapjak.register.models.parties import Organisation, Partnership
from hapjak.register.models.people import Person
from hapjak.register.models.records import FactQuerySet, Record


class BodyKind(models.TextChoices):
    JOINT_CONFERENCE = "joint_conference", _("joint conference")
    TASK_FORCE = "task_force", _("task force")
    STATIONED_TEAM = "stationed_team", _("stationed team")
    OTHER = "other", _("other standing body")


class Rhythm(models.TextChoices):
    """How often it meets."""

    MONTHLY = "monthly", _("every month")
    QUARTERLY = "quarterly", _("every quarter")
    HALF_YEARLY = "half_yearly", _("every half year")
    YEARLY = "yearly", _("every year")
    BY_NEED = "by_need", _("when needed")


class Body(models.Model):
    """The mechanism of a partnership itself: who decides for both sides, and how often."""

    record = models.OneToOneField(Record, models.PROTECT, primary_key=True)
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="bodies")
    kind = models.CharField(_("kind"), max_length=16, choices=BodyKind)
    name = models.CharField(_("name"), max_length=300)
    language = models.CharField(_("written form"), max_length=8, choices=WrittenForm)
    rhythm = models.CharField(_("rhythm"), max_length=16, choices=Rhythm, blank=True)
    since = models.CharField(_("since"), max_length=10, blank=True)
    until = models.CharField(_("until"), max_length=10, blank=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("standing body")
        verbose_name_plural = _("standing bodies")
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="body_has_name")]

    def __str__(self) -> str:
        return self.name


class Pairing(models.Model):
    """Two departments, one of each side, that answer for a field of the partnership."""

    record = models.OneToOneField(Record, models.PROTECT, primary_key=True)
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="pairings")
    first = models.ForeignKey(Organisation, models.PROTECT, related_name="pairings_first")
    second = models.ForeignKey(Organisation, models.PROTECT, related_name="pairings_second")
    fields = models.JSONField(_("fields"), default=list, blank=True)
    liaisons = models.ManyToManyField(Person, related_name="liaison_of", blank=True)
    rhythm = models.CharField(_("rhythm"), max_length=16, choices=Rhythm, blank=True)
    since = models.CharField(_("since"), max_length=10, blank=True)
    until = models.CharField(_("until"), max_length=10, blank=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("pairing")
        verbose_name_plural = _("pairings")
        constraints = [
            models.CheckConstraint(condition=~Q(first=F("second")), name="pairing_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.first} – {self.second}"
