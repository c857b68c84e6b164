"""What partners set up: standing bodies, and departments paired. Entered by people, ended, never deleted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from hapjak.accounts.models import User
from hapjak.accounts.policy import check_decides
from hapjak.register import days, history, identity, search
from hapjak.register.agreements import lock, step
from hapjak.register.models import (
    Action,
    Body,
    NameOrigin,
    Organisation,
    OrganisationKind,
    Pairing,
    Partner,
    Partnership,
    Person,
    Record,
    RecordKind,
    Visibility,
    WrittenForm,
)
from hapjak.register.refused import Refused

LENGTH = 300
HAN = re.compile(r"[㐀-鿿]")
HANGUL = re.compile(r"[가-힣]")


@dataclass(frozen=True, slots=True)
class NewBody:
    """A standing body as somebody enters it."""

    kind: str
    name: str
    language: str
    rhythm: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class NewPairing:
    """Two departments, one of each side, that answer for fields of the partnership."""

    first: Organisation
    second: Organisation
    fields: Sequence[str] = ()
    liaisons: Sequence[Person] = ()
    rhythm: str = ""
    since: str = ""


@transaction.atomic
def enter_body(partnership: Partnership, user: User, given: NewBody) -> Body:
    """Enter a standing body; who does attests it. One that stands under this name is kept once.

    Raises:
        PermissionDenied, Refused: Nothing is changed.
    """
    check_decides(user)
    name = " ".join(given.name.split())
    if not name or len(name) > LENGTH:
        raise Refused(_("Enter the name, of at most %(n)d characters.") % {"n": LENGTH})
    known = partnership.bodies.filter(name=name, until="", record__withdrawn_at=None).first()
    if known is not None:
        return known
    body = Body.objects.create(
        record=_attested(RecordKind.BODY, user),
        partnership=partnership,
        kind=given.kind,
        name=name,
        language=given.language,
        rhythm=given.rhythm,
        since=days.checked(given.since),
    )
    said = {"partnership": partnership.pk, "kind": body.kind, "name": name, "since": body.since}
    history.append(body.record, Action.ENTERED, actor=user, payload=said)
    return body


@transaction.atomic
def enter_pairing(partnership: Partnership, user: User, given: NewPairing) -> Pairing:
    """Pair two departments; who does attests it. Two that are paired now are kept once.

    Raises:
        PermissionDenied, Refused: Nothing is changed.
    """
    check_decides(user)
    sides = set(partnership.partners.values_list("pk", flat=True))
    own = {given.first.partner_id, given.second.partner_id}
    if len(own) != 2 or not own <= sides:
        raise Refused(_("A pairing is of two departments, one of each side of the partnership."))
    either = Q(first=given.first, second=given.second) | Q(first=given.second, second=given.first)
    known = partnership.pairings.filter(either, until="", record__withdrawn_at=None).first()
    if known is not None:
        raise Refused(_("The two are paired already. End that pairing first to enter another one."))
    pairing = Pairing.objects.create(
        record=_attested(RecordKind.PAIRING, user),
        partnership=partnership,
        first=given.first,
        second=given.second,
        fields=list(given.fields),
        rhythm=given.rhythm,
        since=days.checked(given.since),
    )
    pairing.liaisons.set(given.liaisons)
    said = {
        "partnership": partnership.pk,
        "first": given.first.pk,
        "second": given.second.pk,
        "fields": pairing.fields,
        "liaisons": sorted(person.pk for person in given.liaisons),
        "since": pairing.since,
    }
    history.append(pairing.record, Action.ENTERED, actor=user, payload=said)
    return pairing


def _attested(kind: RecordKind, user: User) -> Record:
    return Record.objects.create(kind=kind, attested_by=user)


@transaction.atomic
def department(partner: Partner, name: str, form: str, user: User) -> Organisation:
    """A department of a partner by its name: the registered one, or a new one the user attests.

    Raises:
        PermissionDenied, Refused: Nothing is changed.
    """
    check_decides(user)
    name = " ".join(name.split())
    if not name or len(name) > LENGTH:
        raise Refused(_("Enter the name, of at most %(n)d characters.") % {"n": LENGTH})
    spelled = Organisation.objects.standing().filter(partner=partner)
    known: Organisation | None = spelled.filter(record__names__text=name).first()
    if known is not None:
        return known
    made = Organisation.objects.create(
        record=_attested(RecordKind.ORGANISATION, user),
        name=name,
        language=form or form_of(name, partner),
        kind=OrganisationKind.GOVERNMENT,
        partner=partner,
    )
    identity.add_name(made.record, name, made.language, NameOrigin.HUMAN)
    search.index(made.record)
    said = {"name": name, "partner": partner.code}
    history.append(made.record, Action.ENTERED, actor=user, payload=said)
    return made


def form_of(name: str, partner: Partner) -> str:
    """The written form that the script of a name tells: Korean of China for partners there."""
    if HANGUL.search(name):
        south = partner.code.startswith("KR")
        return WrittenForm.KO_KR if south else WrittenForm.KO_CN
    return WrittenForm.ZH_HANS if HAN.search(name) else WrittenForm.EN


@transaction.atomic
def end(standing: Body | Pairing, user: User, until: str, reason: str, version: int) -> None:
    """Say until when a body or pairing stood. It stays, with its days.

    Raises:
        PermissionDenied, Refused: Nothing is changed.
    """
    check_decides(user)
    record = lock(standing.record, version)
    day = days.checked(until)
    if not day:
        raise Refused(_("Say when it ended: 2025, 2025-06 or 2025-06-30."))
    if standing.until:
        raise Refused(_("It was ended already."))
    if days.is_after(standing.since, day):
        raise Refused(_("It cannot end before it began. Check the two dates."))
    standing.until = day
    standing.save(update_fields=["until"])
    step(record)
    history.append(record, Action.ENDED, actor=user, reason=reason, payload={"until": day})


@transaction.atomic
def publish(standing: Body | Pairing, user: User) -> None:
    """Show a body or pairing, with its departments, to whom its partnership is shown.

    Raises:
        PermissionDenied, Refused: Nothing is changed.
    """
    check_decides(user)
    if standing.partnership.record.visibility != Visibility.PUBLIC:
        raise Refused(
            _("The partnership is not public. Make a document of its talks public first.")
        )
    records = [standing.record]
    if isinstance(standing, Pairing):
        records += [standing.first.record, standing.second.record]
    for record in records:
        if record.visibility != Visibility.PUBLIC:
            record.visibility = Visibility.PUBLIC
            record.save(update_fields=["visibility"])
            history.append(record, Action.PUBLISHED, actor=user)


@dataclass(frozen=True, slots=True)
class Paired:
    """A pairing with the liaisons that the reader may see."""

    pairing: Pairing
    liaisons: Sequence[Person]


def bodies_of(partnership: Partnership, user: User | AnonymousUser) -> Sequence[Body]:
    """Standing bodies that the user may see, what stands before what ended."""
    seen = Body.objects.visible_to(user).filter(partnership=partnership)
    return list(seen.select_related("record__attested_by").order_by("until", "since", "pk"))


def pairings_of(partnership: Partnership, user: User | AnonymousUser) -> Sequence[Paired]:
    """Pairings whose departments the user may see, what stands before what ended."""
    bodies = Organisation.objects.visible_to(user).values("pk")
    seen = Pairing.objects.visible_to(user).filter(
        partnership=partnership, first__in=bodies, second__in=bodies
    )
    rows = list(
        seen.select_related("record__attested_by", "first__partner", "second__partner")
        .prefetch_related("liaisons__record__names", "liaisons__side")
        .order_by("until", "since", "pk")
    )
    people = Person.objects.visible_to(user).filter(liaison_of__in=rows)
    visible = set(people.values_list("pk", flat=True))
    return [Paired(row, [p for p in row.liaisons.all() if p.pk in visible]) for row in rows]
