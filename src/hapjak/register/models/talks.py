"""Meetings, who took part, what was touched, and the instruments signed."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hapjak.register.models.documents import Document
from hapjak.register.models.fields import FIELD_CHOICES
from hapjak.register.models.parties import Organisation
from hapjak.register.models.people import Person
from hapjak.register.models.records import FactQuerySet, Record


class MeetingKind(models.TextChoices):
    TALKS = "talks", _("talks")
    SIGNING = "signing", _("signing")
    VISIT = "visit", _("visit")
    FORUM = "forum", _("forum")
    TRAINING = "training", _("training")
    EXHIBITION = "exhibition", _("exhibition")
    CALL = "call", _("call")


class Role(models.TextChoices):
    CHAIRED = "chaired", pgettext_lazy("role", "chaired")
    SPOKE = "spoke", pgettext_lazy("role", "spoke")
    PRESENTED = "presented", pgettext_lazy("role", "presented")
    SIGNED = "signed", pgettext_lazy("role", "signed")
    ATTENDED = "attended", pgettext_lazy("role", "attended")


class TopicKind(models.TextChoices):
    DISCUSSED = "discussed", _("discussed")
    PROMOTED = "promoted", _("promoted")
    LEARNED = "learned", _("learned")


class AgreementKind(models.TextChoices):
    FRAMEWORK = "framework", _("framework agreement")
    SUB_AGREEMENT = "sub_agreement", _("sub-agreement")
    MEMORANDUM = "memorandum", _("memorandum")
    LETTER_OF_INTENT = "letter_of_intent", _("letter of intent")
    MINUTES = "minutes", _("minutes of talks")
    CONTRACT = "contract", _("contract")
    SISTER_TIE = "sister_tie", _("sister tie")
    STATEMENT = "statement", _("statement")
    OTHER = "other", _("other agreement")


class Meeting(models.Model):
    """A meeting, held or planned. Dates keep the precision of the source."""

    record = models.OneToOneField(Record, models.PROTECT, primary_key=True)
    kind = models.CharField(_("kind"), max_length=16, choices=MeetingKind)
    also = models.JSONField(_("also"), default=list, blank=True)
    date = models.CharField(_("date"), max_length=10, blank=True)
    until = models.CharField(_("until"), max_length=10, blank=True)
    date_text = models.CharField(_("date as printed"), max_length=100, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    planned = models.BooleanField(_("planned"), default=False)
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    parties = models.ManyToManyField(Organisation, related_name="meetings", blank=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.date}".strip()


class Attendance(models.Model):
    """Who took part, how, and in which place of the source's order (it is protocol)."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendances")
    person = models.ForeignKey(Person, models.PROTECT, related_name="attendances")
    role = models.CharField(_("role"), max_length=16, choices=Role)
    post_text = models.CharField(_("post as printed"), max_length=400, blank=True)
    order = models.PositiveSmallIntegerField(_("order"))

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["meeting", "order"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person", "role"], name="attendance_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.get_role_display()}"


class Topic(models.Model):
    """A line touched at a meeting without a promise. Never counted as a commitment."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="topics")
    document = models.ForeignKey(Document, models.PROTECT, related_name="topics")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    field = models.CharField(_("field"), max_length=5, choices=FIELD_CHOICES)
    kind = models.CharField(_("kind"), max_length=16, choices=TopicKind)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["start"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="topic_not_empty"),
        ]

    def __str__(self) -> str:
        return self.quote[:60]


class Agreement(models.Model):
    """An instrument: what it is, who its parties are, what it belongs to."""

    record = models.OneToOneField(Record, models.PROTECT, primary_key=True)
    kind = models.CharField(_("kind"), max_length=16, choices=AgreementKind)
    title = models.CharField(_("title"), max_length=500, blank=True)
    date = models.CharField(_("date"), max_length=10, blank=True)
    planned = models.BooleanField(_("planned"), default=False)
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    parties = models.ManyToManyField(Organisation, related_name="agreements", blank=True)
    signed_by = models.ManyToManyField(Person, related_name="signed", blank=True)
    expires = models.CharField(_("in force until"), max_length=10, blank=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")

    def __str__(self) -> str:
        return self.title or self.get_kind_display()
