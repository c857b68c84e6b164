"""People in office: names in their written forms, posts, and when they held them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hapjak.register.models.documents import Document, WrittenForm
from hapjak.register.models.parties import Organisation, Partner
from hapjak.register.models.records import FactQuerySet, Record


class Person(models.Model):
    """One identity. `name` is the spelling it was first registered under."""

    record = models.OneToOneField(Record, models.PROTECT, primary_key=True)
    name = models.CharField(_("name"), max_length=200)
    language = models.CharField(_("written form"), max_length=8, choices=WrittenForm)
    side = models.ForeignKey(Partner, models.PROTECT, null=True, blank=True, related_name="people")

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="person_has_name")]

    def __str__(self) -> str:
        return self.name


class NameOrigin(models.TextChoices):
    SOURCE = "source", _("printed in a source")
    DERIVED = "derived", _("derived by rule")
    HUMAN = "human", _("entered by a person")


class Name(models.Model):
    """A spelling of a person, organisation or partner."""

    record = models.ForeignKey(Record, models.PROTECT, related_name="names")
    text = models.CharField(_("spelling"), max_length=300)
    form = models.CharField(_("written form"), max_length=8, choices=WrittenForm)
    origin = models.CharField(_("origin"), max_length=8, choices=NameOrigin)

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        constraints = [
            models.UniqueConstraint(fields=["record", "text", "form"], name="name_once"),
        ]

    def __str__(self) -> str:
        return self.text


class NameSource(models.Model):
    """That a document prints a spelling."""

    name = models.ForeignKey(Name, models.CASCADE, related_name="sources")
    document = models.ForeignKey(Document, models.PROTECT, related_name="spellings")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "document"], name="name_source_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.document}"


class NameKey(models.Model):
    """The hanja keys a spelling may be read by: for proposing identities, never for joining."""

    name = models.ForeignKey(Name, models.CASCADE, related_name="keys")
    key = models.CharField(max_length=300, db_index=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "key"], name="name_key_once"),
        ]

    def __str__(self) -> str:
        return self.key


class Post(models.Model):
    """An office in a body, as its title is written."""

    title = models.CharField(_("title"), max_length=200)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="posts"
    )

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints = [
            models.UniqueConstraint(
                fields=["title", "organisation"], nulls_distinct=False, name="post_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Tenure(models.Model):
    """Evidence that a person held a post: a document that shows them in it, or an attester.

    `seen_on` is the day the document speaks of. `since` and `until` are stated only
    where somebody knows them. All three are as precise as they are known.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="tenures")
    post = models.ForeignKey(Post, models.PROTECT, related_name="tenures")
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="tenures"
    )
    attested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.CharField(_("as printed"), max_length=300)
    order = models.PositiveSmallIntegerField(default=0)
    seen_on = models.CharField(_("seen on"), max_length=10, blank=True)
    since = models.CharField(_("since"), max_length=10, blank=True)
    until = models.CharField(_("until"), max_length=10, blank=True)

    class Meta:
        verbose_name = _("tenure")
        verbose_name_plural = _("tenures")
        ordering = ["seen_on", "order"]
        constraints = [
            models.UniqueConstraint(fields=["person", "post", "document"], name="tenure_once"),
            models.CheckConstraint(
                condition=Q(document__isnull=False) | Q(attested_by__isnull=False),
                name="tenure_has_evidence",
            ),
        ]
        indexes = [models.Index(fields=["post", "seen_on"], name="tenure_post_day")]

    def __str__(self) -> str:
        return self.text
