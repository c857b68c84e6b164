"""Agreements as objects: what they belong to, who signed, how long they hold, the lines under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils.translation import gettext as _

from hapjak.accounts.models import User
from hapjak.accounts.policy import check_decides
from hapjak.register import days, history, joining
from hapjak.register.families import members_of
from hapjak.register.models import Action, Agreement, Commitment, Person, Record
from hapjak.register.models.records import FactQuerySet
from hapjak.register.refused import Outdated, Refused

DEPTH = 8  # agreements within one another


@dataclass(frozen=True, slots=True)
class Terms:
    """What a registrar knows of an agreement beyond its title and parties."""

    part_of: Agreement | None = None
    date: str = ""
    expires: str = ""
    signed_by: Sequence[Person] = ()


@transaction.atomic
def set_terms(agreement: Agreement, user: User, terms: Terms, version: int) -> None:
    """Set parent, day of signing, signers and term by hand, as one step of the history.

    Raises:
        PermissionDenied, Refused: Nothing is changed.
    """
    check_decides(user)
    record = lock(agreement.record, version)
    current = Agreement.objects.get(pk=agreement.pk)
    before = _said(current)
    date, expires = days.checked(terms.date), days.checked(terms.expires)
    if days.is_after(date, expires):
        raise Refused(_("It cannot end before it was signed. Check the two dates."))
    _check_parent(current, terms.part_of)
    current.part_of, current.date, current.expires = terms.part_of, date, expires
    current.save(update_fields=["part_of", "date", "expires"])
    current.signed_by.set(terms.signed_by)
    after = _said(current)
    if after != before:
        step(record)
        said = {"before": before, "after": after}
        history.append(record, Action.ENTERED, actor=user, payload=said)


def lock(record: Record, version: int) -> Record:
    """The record, locked, if it is still of the version the user saw.

    Raises:
        Outdated: Somebody changed it meanwhile.
    """
    current = Record.objects.select_for_update().get(pk=record.pk)
    if current.version != version:
        raise Outdated(
            _("Somebody changed this meanwhile. It is shown as it is now; enter yours again.")
        )
    return current


def step(record: Record) -> None:
    """Count a change of a record, so that who saw it before is told."""
    record.version += 1
    record.save(update_fields=["version"])


def _said(agreement: Agreement) -> dict[str, object]:
    return {
        "part_of": agreement.part_of_id,
        "date": agreement.date,
        "expires": agreement.expires,
        "signed_by": sorted(agreement.signed_by.values_list("pk", flat=True)),
    }


def _check_parent(agreement: Agreement, parent: Agreement | None) -> None:
    """No agreement lies within itself, and none deeper than a page can show."""
    own = joining.component(agreement.pk)
    for _level in range(DEPTH):
        if parent is None:
            return
        if parent.pk in own:
            raise Refused(_("An agreement cannot belong to itself or to one of its own parts."))
        parent = parent_of(parent)
    raise Refused(_("The agreements would lie too deep within one another. Choose one above."))


def parent_of(agreement: Agreement) -> Agreement | None:
    """The agreement it belongs to, as itself or a report that is one with it says."""
    family = joining.family(agreement.record)
    told = Agreement.objects.filter(record__in=family).exclude(part_of=None)
    member = told.select_related("part_of__record__joined_into").order_by("pk").first()
    if member is None or member.part_of is None:
        return None
    return joining.stands_for(member.part_of.record).agreement


@dataclass(slots=True)
class Node:
    """An agreement in a tree. `here` is the one whose page it is."""

    agreement: Agreement
    here: bool
    parts: list[Node] = field(default_factory=list)


def tree_of(agreement: Agreement, user: User | AnonymousUser) -> Node | None:
    """The whole tree an agreement stands in; None if it stands alone.

    What the user may not see is left out, with what lies below it.
    """
    visible: FactQuerySet = Agreement.objects.visible_to(user)
    root = agreement
    for _level in range(DEPTH):
        above = parent_of(root)
        if above is None or not visible.filter(pk=above.pk).exists():
            break
        root = above
    node = Node(root, root.pk == agreement.pk)
    _grow({root.pk: node}, visible, agreement.pk)
    return node if node.parts else None


def _grow(level: dict[str, Node], visible: FactQuerySet, here: str) -> None:
    """Add the parts below, a level at a time, each agreement once however many reports tell of it."""
    placed = set(level)
    for _level in range(DEPTH):
        heads = members_of(level)
        told = visible.filter(part_of__in=heads).values_list(
            "pk", "part_of_id", "record__joined_into"
        )
        above = {joined or pk: heads[part_of] for pk, part_of, joined in told}
        below = {}
        shown = visible.standing().filter(pk__in=set(above) - placed).order_by("date", "pk")
        for part in shown:
            below[part.pk] = Node(part, part.pk == here)
            level[above[part.pk]].parts.append(below[part.pk])
        if not below:
            return
        placed |= set(below)
        level = below


@transaction.atomic
def put_under(commitment: Commitment, agreement: Agreement | None, user: User) -> None:
    """Say which agreement a line stands under; None for none.

    Raises:
        PermissionDenied: Nothing is changed.
    """
    check_decides(user)
    current = Commitment.objects.select_for_update(of=("self",)).get(pk=commitment.pk)
    before = current.under_id
    if before != (agreement.pk if agreement else None):
        current.under = agreement
        current.save(update_fields=["under"])
        said = {"before": {"under": before}, "after": {"under": current.under_id}}
        history.append(current.record, Action.ENTERED, actor=user, payload=said)
