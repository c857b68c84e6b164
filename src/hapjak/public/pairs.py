"""A partnership seen from both sides: what each is to do, along the talks it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from hapjak.accounts.models import User
from hapjak.public.facts import dated, one_each, standing_for
from hapjak.register.models import Agreement, Commitment, Meeting, Partner, Partnership
from hapjak.register.models.commitments import CommitmentQuerySet
from hapjak.register.models.records import FactQuerySet


@dataclass(frozen=True, slots=True)
class Lean:
    """A commitment on the side that acts: `a`, `b` or `both`."""

    commitment: Commitment
    side: str
    partner: Partner | None


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting of the two, with what came from it."""

    meeting: Meeting
    lines: list[Lean]


def meetings_of(partnership: Partnership, user: User | AnonymousUser) -> FactQuerySet:
    """Meetings in which bodies of all of the partners took part, each report's, the latest first."""
    meetings: FactQuerySet = Meeting.objects.visible_to(user)
    for partner in partnership.partners.all():
        meetings = meetings.filter(parties__partner=partner)
    return meetings.distinct().order_by("-date", "-pk")


def commitments_of(partnership: Partnership, user: User | AnonymousUser) -> CommitmentQuerySet:
    """Commitments made at their meetings, each once."""
    meetings = meetings_of(partnership, user).order_by()
    seen: CommitmentQuerySet = Commitment.objects.visible_to(user)
    told = seen.filter(meeting__in=meetings.values("pk"))
    return seen.standing().filter(pk__in=standing_for(told))


def agreements_of(partnership: Partnership, user: User | AnonymousUser) -> QuerySet[Agreement]:
    """Instruments to which bodies of all of them are parties."""
    seen = told = Agreement.objects.visible_to(user)
    for partner in partnership.partners.all():
        told = told.filter(parties__partner=partner)
    return one_each(seen, told).order_by("-date", "pk")


def events_of(partnership: Partnership, user: User | AnonymousUser) -> Iterator[Event]:
    """Meetings with their commitments, each leaning to the side that acts."""
    sides = list(partnership.partners.all())
    commitments = commitments_of(partnership, user).select_related("meeting__record")
    lines: dict[str, list[Lean]] = {}
    for commitment in commitments.prefetch_related("by").order_by("pk"):
        record = commitment.meeting.record if commitment.meeting else None
        head = (record.joined_into_id or record.pk) if record else ""
        lines.setdefault(head, []).append(lean(commitment, sides))
    meetings = one_each(Meeting.objects.visible_to(user), meetings_of(partnership, user))
    for meeting in dated(meetings, user).order_by("-day", "-pk"):
        yield Event(meeting, lines.get(meeting.pk, []))


def lean(commitment: Commitment, sides: list[Partner]) -> Lean:
    """The side a commitment leans to: who alone acts, else both."""
    acting = {body.partner_id for body in commitment.by.all()}
    inside = [partner for partner in sides if partner.pk in acting]
    if len(inside) != 1:
        return Lean(commitment, "both", None)
    return Lean(commitment, "a" if inside[0] == sides[0] else "b", inside[0])
