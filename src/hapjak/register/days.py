"""Days as precise as they are known: `2021`, `2021-08` or `2021-08-30`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Min, QuerySet
from django.utils.translation import gettext as _

from hapjak.register.models import Citation, Commitment
from hapjak.register.refused import Refused
from hapjak.register.tenures import read_day


def checked(text: str) -> str:
    """A day as it is kept; empty for none.

    Raises:
        Refused: It is no day of the calendar.
    """
    day = read_day(text) if text.strip() else ""
    if day is None:
        raise Refused(
            _("%(day)s is no date. Write 2025, 2025-06 or 2025-06-30.") % {"day": text[:20]}
        )
    return day


def is_after(one: str, other: str) -> bool:
    """Whether one day is surely later than another, as far as both are known."""
    known = min(len(one), len(other))
    return bool(known) and one[:known] > other[:known]


def said_on(commitments: Iterable[Commitment], documents: QuerySet[Any, Any]) -> dict[str, str]:
    """When commitments were made: the day of the meeting, else of the first report. By their ids.

    Args:
        commitments: With their meetings joined.
        documents: Ids of the documents the reader may see.
    """
    found = {line.pk: line.meeting.date if line.meeting else "" for line in commitments}
    without = [pk for pk, day in found.items() if not day]
    if without:
        cited = Citation.objects.standing().filter(record__in=without, document__in=documents)
        first = cited.values_list("record").annotate(Min("document__published")).order_by()
        found |= {pk: (published or "")[:10] for pk, published in first}
    return found
