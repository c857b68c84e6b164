"""Finding the other commitment: by its words in any language, by its address, or by what is likely."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from hapjak.accounts.models import User
from hapjak.desk.forms.notes import PUBLIC_ID
from hapjak.register import amendments, days, joining, search
from hapjak.register.models import Commitment, Document, RecordKind

SHOWN = 12
LOOKED_AT = 200  # of many finds the last registered are shown


@dataclass(frozen=True, slots=True)
class Pick:
    """A commitment to choose, with the day it was made on."""

    commitment: Commitment
    day: str


def picks(commitment: Commitment, user: User, query: str) -> list[Pick]:
    """Commitments to choose from, the latest first; none that is one with this."""
    family = joining.component(commitment.pk)
    seen = Commitment.objects.visible_to(user).standing().exclude(pk__in=family)
    shown = seen.select_related("meeting").filter(pk__in=_found(commitment, user, query))
    lines = list(shown)
    when = days.said_on(lines, Document.objects.visible_to(user).values("pk"))
    made = [Pick(line, when[line.pk]) for line in lines]
    return sorted(made, key=lambda pick: (pick.day, pick.commitment.pk), reverse=True)


def _found(commitment: Commitment, user: User, query: str) -> Iterable[str]:
    address = PUBLIC_ID.search(query)
    if address:
        return [address[0]]
    if query.strip():
        finds = islice(search.finds([query[: search.QUERY_LIMIT]], user), LOOKED_AT)
        heads = dict.fromkeys(f.head for f in finds if f.kind == RecordKind.COMMITMENT)
        return list(heads)[:SHOWN]
    return _likely(commitment, user)


def _likely(commitment: Commitment, user: User) -> list[str]:
    """Lines of the same partners in the same field."""
    sides = amendments.sides_of(commitment)
    same = Commitment.objects.visible_to(user).standing()
    same = same.filter(field__startswith=commitment.field[:3]).exclude(pk=commitment.pk)
    same = same.filter(meeting__parties__partner__in=sides) | same.filter(by__partner__in=sides)
    return list(
        same.distinct().order_by("-meeting__date", "-pk").values_list("pk", flat=True)[:SHOWN]
    )
