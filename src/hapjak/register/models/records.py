"""What all facts share: a record to point to, and the one history of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from ulid import ULID

from hapjak.accounts.policy import may_see_office

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from hapjak.accounts.models import User


def new_ulid() -> str:
    """A public id: 26 characters that sort by time."""
    return str(ULID())


class RecordKind(models.TextChoices):
    DOCUMENT = "document", _("document")
    PARTNER = "partner", _("partner")
    PARTNERSHIP = "partnership", _("partnership")
    ORGANISATION = "organisation", _("organisation")
    PERSON = "person", _("person")
    MEETING = "meeting", _("meeting")
    AGREEMENT = "agreement", _("agreement")
    COMMITMENT = "commitment", _("commitment")
    STRATEGY = "strategy", _("strategy")
    BODY = "body", _("standing body")
    PAIRING = "pairing", _("pairing")


class Visibility(models.TextChoices):
    OFFICE = "office", _("office only")
    PUBLIC = "public", _("public")


class RecordQuerySet(models.QuerySet):
    def visible_to(self, user: User | AnonymousUser) -> RecordQuerySet:
        """What the user may see; the rest, and what was taken back, looks as if it did not exist."""
        there = self.filter(withdrawn_at=None)
        return there if may_see_office(user) else there.filter(visibility=Visibility.PUBLIC)

    def standing(self) -> RecordQuerySet:
        """One record for each thing: those that others were joined to stand for them."""
        return self.filter(joined_into=None, withdrawn_at=None)


class FactQuerySet(models.QuerySet):
    """For models that hang on a record one to one."""

    def visible_to(self, user: User | AnonymousUser) -> FactQuerySet:
        """What the user may see; the rest, and what was taken back, looks as if it did not exist."""
        there = self.filter(record__withdrawn_at=None)
        return there if may_see_office(user) else there.filter(record__visibility=Visibility.PUBLIC)

    def standing(self) -> FactQuerySet:
        """One row for each thing, however many reports tell of it: what is counted and listed."""
        return self.filter(record__joined_into=None, record__withdrawn_at=None)


class Record(models.Model):
    """Anything that can be cited, seen or judged. Facts hang on it one to one.

    `joined_into` is computed from the judgements that stand (`joining.py`): the
    record that is shown and counted for all that are one. `withdrawn_at` says
    when the decision that made it was undone. `attested_by` names the person a
    fact stands on where no document does.
    """

    id = models.CharField(primary_key=True, max_length=26, default=new_ulid, editable=False)
    kind = models.CharField(_("kind"), max_length=16, choices=RecordKind, editable=False)
    owner = models.ForeignKey(
        "register.Partner", models.PROTECT, null=True, blank=True, related_name="owned_records"
    )
    visibility = models.CharField(
        _("visibility"), max_length=8, choices=Visibility, default=Visibility.OFFICE
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    attested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="attested"
    )
    joined_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="members", editable=False
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("record")
        verbose_name_plural = _("records")
        indexes = [models.Index(fields=["kind", "visibility"], name="record_kind_visibility")]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class Action(models.TextChoices):
    RECEIVED = "received", _("received")
    READ = "read", _("read")
    REGISTERED = "registered", _("registered")
    CITED = "cited", _("cited again")
    CORRECTED = "corrected", _("corrected before registering")
    REJECTED = "rejected", _("rejected")
    REOPENED = "reopened", _("reopened")
    PUBLISHED = "published", _("published")
    READ_AGAIN = "read_again", _("read a second time")
    ADJUDICATED = "adjudicated", _("adjudicated")
    WITHDRAWN = "withdrawn", _("decision undone")
    JUDGED = "judged", _("judged to be the same or not")
    PARTED = "parted", _("judgement undone")
    LINKED = "linked", _("linked")
    UNLINKED = "unlinked", _("link undone")
    TRANSLATED = "translated", _("translated")
    REVIEWED = "reviewed", _("translation reviewed")
    ATTACHED = "attached", _("file attached")
    COMMENTED = "commented", _("commented")
    PROPOSED = "proposed", _("amendment proposed")
    CONSENTED = "consented", _("consented")
    ENTERED = "entered", _("entered by hand")
    ENDED = "ended", _("ended")


class Event(models.Model):
    """One step of history: who did what to which record, when and why.

    Append-only. `digest` covers the step, the digest of its payload and the
    digest of the step before, so that a changed or missing row shows.
    """

    sequence = models.PositiveBigIntegerField(primary_key=True)
    record = models.ForeignKey(Record, models.PROTECT, related_name="events")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="events"
    )
    action = models.CharField(max_length=16, choices=Action)
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    payload_digest = models.CharField(max_length=64)
    previous_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["sequence"]

    def __str__(self) -> str:
        return f"{self.sequence} {self.action}"


class EventPayload(models.Model):
    """Before and after of a step, apart from the chain: it can be erased, the chain holds."""

    event = models.OneToOneField(Event, models.PROTECT, primary_key=True, related_name="payload")
    salt = models.CharField(max_length=32)
    content = models.JSONField()

    def __str__(self) -> str:
        return str(self.event_id)


class ChainHead(models.Model):
    """The last event. Writers lock this one row, so the chain has no forks."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_chain_head")]

    def __str__(self) -> str:
        return str(self.sequence)
