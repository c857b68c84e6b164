"""How a later commitment stands to an earlier one: made and undone by people, with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from hapjak.accounts.models import User
from hapjak.accounts.policy import check_decides
from hapjak.register import days, history, joining
from hapjak.register.models import Action, Commitment, CommitmentLink, Document, LinkKind
from hapjak.register.refused import Refused

REASON = 2_000  # characters


@transaction.atomic
def link(
    later: Commitment, earlier: Commitment, kind: LinkKind, user: User, reason: str = ""
) -> CommitmentLink:
    """Say how a later line stands to an earlier one. The same said twice is one link.

    Raises:
        PermissionDenied, Refused: Nothing is changed.
    """
    check_decides(user)
    _check(later, earlier, kind, user)
    made, is_new = CommitmentLink.objects.get_or_create(
        later=later,
        earlier=earlier,
        kind=kind,
        undone_at=None,
        defaults={"made_by": user, "reason": reason[:REASON]},
    )
    if is_new:
        _log(made, Action.LINKED, user, reason)
    return made


def _check(later: Commitment, earlier: Commitment, kind: LinkKind, user: User) -> None:
    if earlier.record_id in joining.component(later.record_id):
        raise Refused(_("Both are one fact, or the same line. Choose another one."))
    seen = Document.objects.visible_to(user).values("pk")
    when = days.said_on((later, earlier), seen)
    if days.is_after(when[earlier.pk], when[later.pk]):
        raise Refused(
            _("The other line is the later one. Open it, and link it to this one from there.")
        )
    turned = CommitmentLink.objects.filter(later=earlier, earlier=later, kind=kind, undone_at=None)
    if turned.exists():
        raise Refused(_("The two are linked the other way round. Undo that link first."))


@transaction.atomic
def unlink(made: CommitmentLink, user: User, reason: str = "") -> None:
    """Take a link back. It is kept with who undid it.

    Raises:
        PermissionDenied: Nothing is changed.
    """
    check_decides(user)
    current = CommitmentLink.objects.select_for_update().get(pk=made.pk)
    if current.undone_at is None:
        current.undone_by = user
        current.undone_at = timezone.now()
        current.save(update_fields=["undone_by", "undone_at"])
        _log(current, Action.UNLINKED, user, reason)


def _log(made: CommitmentLink, action: Action, user: User, reason: str) -> None:
    """A link is a step of both lines."""
    said = {
        "link": made.pk,
        "later": made.later_id,
        "earlier": made.earlier_id,
        "kind": str(made.kind),
    }
    steps = [
        history.Step(line.record, action, user, reason, said) for line in (made.later, made.earlier)
    ]
    history.append_all(steps)


@dataclass(frozen=True, slots=True)
class Linked:
    """A line in the course of a commitment: itself (without a link), or one linked with it."""

    commitment: Commitment
    day: str
    link: CommitmentLink | None = None
    is_earlier: bool = False  # than the one whose course it is


def course(commitment: Commitment, user: User | AnonymousUser) -> Sequence[Linked]:
    """A commitment among the lines linked with it, the earliest first; empty without any.

    Links of all records that are one with it count. What the user may not see is left out.
    """
    family = set(joining.family(commitment.record).values_list("pk", flat=True))
    found = (
        CommitmentLink.objects.filter(Q(later__in=family) | Q(earlier__in=family), undone_at=None)
        .select_related("later__meeting", "earlier__meeting", "made_by")
        .order_by("pk")
    )
    pairs = [
        (made, made.earlier if made.later_id in family else made.later)
        for made in found
        if not {made.later_id, made.earlier_id} <= family
    ]
    seen = Commitment.objects.visible_to(user).filter(pk__in=[other.pk for _made, other in pairs])
    visible = set(seen.values_list("pk", flat=True))
    shown = [(made, other) for made, other in pairs if other.pk in visible]
    if not shown:
        return []
    documents = Document.objects.visible_to(user).values("pk")
    when = days.said_on([commitment, *(other for _made, other in shown)], documents)
    lines = [Linked(commitment, when[commitment.pk])]
    lines += [Linked(o, when[o.pk], made, made.later_id in family) for made, o in shown]
    return sorted(lines, key=_place)


def _place(line: Linked) -> tuple[str, int]:
    """By day; on one day the earlier of a link first."""
    rank = 1 if line.link is None else 0 if line.is_earlier else 2
    return line.day or "9999", rank
