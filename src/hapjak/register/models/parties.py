"""Partners, their partnerships, and the bodies that act for them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hapjak.register.models.documents import WrittenForm
from hapjak.register.models.records import FactQuerySet, Record


class OrganisationKind(models.TextChoices):
    GOVERNMENT = "government", _("government")
    PARTY = "party", _("party body")
    LEGISLATURE = "legislature", _("legislature")
    COMPANY = "company", _("company")
    INSTITUTE = "institute", _("institute")
    ASSOCIATION = "association", _("association")
    MEDIA = "media", _("media")
    OTHER = "other", _("other body")


class Partner(models.Model):
    """A government on one side of a partnership, with its name in four written forms."""

    record = models.OneToOneField(Record, models.PROTECT, primary_key=True)
    code = models.CharField(_("territory code"), max_length=12, unique=True)
    name_zh_hans = models.CharField(_("name in Chinese"), max_length=100)
    name_ko_kr = models.CharField(_("name in Korean"), max_length=100)
    name_ko_cn = models.CharField(_("name in Korean as written in China"), max_length=100)
    name_en = models.CharField(_("name in English"), max_length=100)
    invented = models.BooleanField(_("invented for the demonstration"), default=False)

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints = [
            models.CheckConstraint(condition=~Q(name_en=""), name="partner_has_name"),
        ]

    def __str__(self) -> str:
        return self.name_en

    def name_in(self, language: str) -> str:
        """The name for an interface language (en, ko, ko-cn, zh-hans)."""
        column = {"zh-hans": "name_zh_hans", "ko": "name_ko_kr", "ko-cn": "name_ko_cn"}
        return getattr(self, column.get(language, "name_en")) or self.name_en


class Partnership(models.Model):
    """The standing relation between two or more partners."""

    record = models.OneToOneField(Record, models.PROTECT, primary_key=True)
    partners = models.ManyToManyField(Partner, related_name="partnerships")
    key = models.CharField(max_length=200, unique=True, help_text=_("sorted territory codes"))

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")

    def __str__(self) -> str:
        return self.key


class Organisation(models.Model):
    """A body that acts or is named. `partner` is the side it belongs to, if known."""

    record = models.OneToOneField(Record, models.PROTECT, primary_key=True)
    name = models.CharField(_("name"), max_length=300)
    language = models.CharField(_("written form"), max_length=8, choices=WrittenForm)
    kind = models.CharField(_("kind"), max_length=16, choices=OrganisationKind)
    territory = models.CharField(_("territory code"), max_length=12, blank=True)
    partner = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="organisations"
    )

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="organisation_has_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Strategy(models.Model):
    """A national or regional strategy that talks say they serve."""

    record = models.OneToOneField(Record, models.PROTECT, primary_key=True)
    name = models.CharField(_("name"), max_length=300)
    language = models.CharField(_("written form"), max_length=8, choices=WrittenForm)

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("strategy")
        verbose_name_plural = _("strategies")
        constraints = [
            models.UniqueConstraint(fields=["name", "language"], name="strategy_once"),
        ]

    def __str__(self) -> str:
        return self.name
