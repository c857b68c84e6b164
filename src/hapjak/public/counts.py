"""Commitments counted by field and firmness. A hope is never counted as a promise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from hapjak.register.models import FIELDS, Commitment, Firmness

BINDING = (Firmness.AGREEMENT, Firmness.SIGNED)


@dataclass(frozen=True, slots=True)
class Part:
    """One firmness of a bar: how many, and where it lies, in units of one commitment."""

    firmness: str
    label: str
    count: int
    start: int


@dataclass(frozen=True, slots=True)
class FieldCount:
    """One field's commitments by firmness, the firmest first."""

    code: str
    label: str
    total: int
    binding: int
    parts: Sequence[Part]
    widest: int  # of all fields counted together: the bar's full width


def by_field(commitments: QuerySet[Commitment]) -> list[FieldCount]:
    """Counts by top-level field, the largest first. Each commitment counts once."""
    counts: dict[str, dict[str, int]] = {}
    grouped = (
        commitments.order_by().values("field", "firmness").annotate(n=Count("pk", distinct=True))
    )
    for row in grouped:
        field = counts.setdefault(row["field"][:3], {})
        field[row["firmness"]] = field.get(row["firmness"], 0) + row["n"]
    widest = max((sum(field.values()) for field in counts.values()), default=0)
    rows = [_field_count(code, field, widest) for code, field in counts.items()]
    return sorted(rows, key=lambda row: (-row.total, row.code))


def _field_count(code: str, counts: dict[str, int], widest: int) -> FieldCount:
    parts = []
    position = 0
    for firmness in reversed(Firmness):
        count = counts.get(firmness, 0)
        if count:
            parts.append(Part(firmness.value, str(firmness.label), count, position))
            position += count
    binding = sum(counts.get(firmness, 0) for firmness in BINDING)
    return FieldCount(code, str(FIELDS.get(code, code)), position, binding, parts, widest)
