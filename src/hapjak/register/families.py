"""Records and what they are one with, for many records at once.

A condition on a record *or* the one it was joined into keeps a database from using
its indexes; so the members are looked up first, and facts by their ids.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.db.models.functions import Coalesce

from hapjak.register.models import Record

HEAD = Coalesce("joined_into_id", "id")
HEAD_OF_FACT = Coalesce("record__joined_into_id", "record_id")


def heads_of(records: Iterable[str]) -> dict[str, str]:
    """The record that stands for each."""
    return dict(Record.objects.filter(pk__in=set(records)).values_list("pk", HEAD))


def members_of(heads: Iterable[str]) -> dict[str, str]:
    """All records that some stand for, themselves among them, with the one that stands for each."""
    wanted = set(heads)
    rows = Record.objects.filter(Q(pk__in=wanted) | Q(joined_into__in=wanted), withdrawn_at=None)
    return dict(rows.values_list("pk", HEAD))
