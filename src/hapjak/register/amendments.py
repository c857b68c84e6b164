"""Changing a registered wording: a new, linked version that both sides decide.

The registered wording is frozen. An amendment is a commitment of its own; it
stands once every side consented, and the one before it is kept and shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from hapjak.accounts.models import User
from hapjak.accounts.policy import check_decides, may_consent
from hapjak.register import days, facts, history, search
from hapjak.register.models import (
    Action,
    Commitment,
    Consent,
    Document,
    Firmness,
    Partner,
    Record,
    RecordKind,
    Visibility,
)
from hapjak.register.refused import Refused

VERSIONS = 50  # of one line that are shown


@dataclass(frozen=True, slots=True)
class NewWording:
    """What is proposed. Without a document the one who proposes it attests it."""

    wording: str
    language: str
    firmness: str = Firmness.AGREEMENT
    due: str = ""
    document: Document | None = None


def sides_of(commitment: Commitment) -> list[Partner]:
    """Who decides on a line: the partners that act and are acted toward, else all who met."""
    acting = Q(organisations__commitments_by=commitment) | Q(
        organisations__commitments_to=commitment
    )
    found = list(Partner.objects.filter(acting).distinct().order_by("code"))
    if len(found) < 2 and commitment.meeting_id:
        met = Q(organisations__meetings=commitment.meeting_id)
        found = list(Partner.objects.filter(acting | met).distinct().order_by("code"))
    return found


@transaction.atomic
def propose(commitment: Commitment, user: User, given: NewWording, reason: str = "") -> Commitment:
    """Propose another wording of a registered line. The office alone sees it until it stands.

    Raises:
        PermissionDenied, Refused: Nothing is changed.
    """
    check_decides(user)
    line = Commitment.objects.select_for_update(of=("self",)).select_related("record")
    current = line.get(pk=commitment.pk)
    place = _check(current, given)
    record = Record.objects.create(
        kind=RecordKind.COMMITMENT,
        owner=current.record.owner,
        attested_by=None if given.document else user,
    )
    amendment = Commitment.objects.create(
        record=record,
        wording=given.wording.strip(),
        language=given.document.variety if given.document else given.language,
        meeting=current.meeting,
        firmness=given.firmness,
        field=current.field,
        other_fields=current.other_fields,
        initiatives=current.initiatives,
        due=days.checked(given.due),
        quantity=current.quantity,
        amends=current,
        in_force=False,
        under=current.under,
    )
    amendment.by.set(current.by.all())
    amendment.to.set(current.to.all())
    if given.document is not None and place is not None:
        facts.cite(record, given.document, [(place, place + len(amendment.wording))])
    search.index(record)
    said = {"amendment": record.pk, "amends": current.pk, "wording": amendment.wording}
    both = (record, current.record)
    history.append_all([history.Step(one, Action.PROPOSED, user, reason, said) for one in both])
    return amendment


def _check(current: Commitment, given: NewWording) -> int | None:
    """Where the document prints the new wording; None without a document."""
    if current.record.joined_into_id or current.record.withdrawn_at:
        raise Refused(_("This report's line was joined into another one. Amend that one."))
    if not current.in_force:
        raise Refused(_("This wording is not in force. Amend the one that is."))
    if waiting_for(current) is not None:
        raise Refused(_("An amendment waits for consent. Decide on it or withdraw it first."))
    if len(sides_of(current)) < 2:
        raise Refused(_("An amendment is decided by two sides, but the register knows only one."))
    wording = given.wording.strip()
    if not wording or wording == current.wording:
        raise Refused(_("Enter a wording that differs from the registered one."))
    if given.document is None:
        return None
    place = given.document.text.find(wording)
    if place < 0:
        raise Refused(
            _("These words do not stand in the document like this. Copy them from the article.")
        )
    return place


def waiting_for(commitment: Commitment) -> Commitment | None:
    """The amendment of a line that is proposed and not decided yet."""
    open_ones = commitment.amendments.filter(in_force=False, record__withdrawn_at=None)
    return open_ones.select_related("record").first()


@transaction.atomic
def consent(amendment: Commitment, partner: Partner, user: User) -> bool:
    """Consent for a side; whether the amendment stands now.

    Raises:
        PermissionDenied: The user is no registrar of that side.
        Refused: Nothing is left to decide, or the user spoke for another side already.
    """
    if not may_consent(user, partner.pk):
        raise PermissionDenied
    current = _open(amendment)
    sides = sides_of(current)
    if partner not in sides:
        raise PermissionDenied
    others = current.consents.filter(given_by=user).exclude(partner=partner)
    if others.exists():
        raise Refused(_("You consented for another side. Somebody else must decide for this one."))
    _given, is_new = Consent.objects.get_or_create(
        commitment=current, partner=partner, defaults={"given_by": user}
    )
    if is_new:
        said = {"amendment": current.pk, "partner": partner.code}
        history.append(current.record, Action.CONSENTED, actor=user, payload=said)
    given = set(current.consents.values_list("partner_id", flat=True))
    if not given >= {side.pk for side in sides}:
        return False
    _put_in_force(current, user)
    return True


def _open(amendment: Commitment) -> Commitment:
    """The proposed amendment, locked.

    Raises:
        Refused: It stands, or was withdrawn.
    """
    rows = Commitment.objects.select_for_update(of=("self",)).select_related("record")
    current = rows.filter(pk=amendment.pk, record__withdrawn_at=None).first()
    if current is None or current.amends_id is None:
        raise Refused(_("This is no amendment that waits for consent."))
    if current.in_force or current.amendments.exists():
        raise Refused(_("All sides consented: the amendment stands."))
    return current


def _put_in_force(amendment: Commitment, user: User) -> None:
    before = amendment.amends
    assert before is not None
    for line, stands in ((before, False), (amendment, True)):
        line.in_force = stands
        line.save(update_fields=["in_force"])
    said = {"amendment": amendment.pk, "amends": before.pk}
    steps = [
        history.Step(before.record, Action.ENDED, user, "", said),
        history.Step(amendment.record, Action.REGISTERED, user, "", said),
    ]
    if before.record.visibility == Visibility.PUBLIC:
        amendment.record.visibility = Visibility.PUBLIC
        amendment.record.save(update_fields=["visibility"])
        steps.append(history.Step(amendment.record, Action.PUBLISHED, user))
    history.append_all(steps)


@transaction.atomic
def withdraw(amendment: Commitment, user: User, reason: str = "") -> None:
    """Take a proposal back before it stands. It is kept in the history.

    Raises:
        PermissionDenied, Refused: Nothing is changed.
    """
    check_decides(user)
    current = _open(amendment)
    current.record.withdrawn_at = timezone.now()
    current.record.save(update_fields=["withdrawn_at"])
    search.index(current.record)
    said = {"amendment": current.pk, "amends": current.amends_id}
    history.append(current.record, Action.WITHDRAWN, actor=user, reason=reason, payload=said)


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of a line, with the consents it has and the sides it waits for."""

    commitment: Commitment
    consents: Sequence[Consent]
    missing: Sequence[Partner]

    @property
    def proposed(self) -> bool:
        """Whether it is an amendment that does not stand yet."""
        return bool(self.missing)


def versions(commitment: Commitment, user: User | AnonymousUser) -> list[Version]:
    """All wordings of a line that the user may see, the first one first; empty if it has one only."""
    chain = [commitment]
    while chain[0].amends is not None and len(chain) < VERSIONS:
        chain.insert(0, chain[0].amends)
    while len(chain) < VERSIONS and (later := _next(chain[-1])) is not None:
        chain.append(later)
    if len(chain) == 1:
        return []
    seen = Commitment.objects.visible_to(user).filter(pk__in=[line.pk for line in chain])
    visible = set(seen.values_list("pk", flat=True))
    found = [_version(line, last=line is chain[-1]) for line in chain if line.pk in visible]
    return found if len(found) > 1 else []


def _next(commitment: Commitment) -> Commitment | None:
    """The amendment of a line that was not withdrawn."""
    kept = commitment.amendments.filter(record__withdrawn_at=None)
    return kept.select_related("record").order_by("-in_force", "-pk").first()


def _version(line: Commitment, *, last: bool) -> Version:
    if line.amends_id is None:
        return Version(line, (), ())
    given = list(line.consents.select_related("partner", "given_by").order_by("given_at"))
    if line.in_force or not last:
        return Version(line, given, ())
    consented = {consent.partner_id for consent in given}
    return Version(line, given, [side for side in sides_of(line) if side.pk not in consented])
