"""What the inbox lists: documents by what became of them, and refused files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Sum, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hapjak.desk.intake import REFUSALS
from hapjak.desk.models import Arrival, ArrivalState, Decision, Finding, NearCopy, Reading

ALL, WAITING, DONE, NO_TALKS, REFUSED = "all", "waiting", "done", "no-talks", "refused"
STATES = {
    WAITING: pgettext_lazy("documents", "waiting"),
    DONE: pgettext_lazy("documents", "done"),
    NO_TALKS: pgettext_lazy("documents", "no talks"),
    REFUSED: pgettext_lazy("documents", "refused"),
    ALL: pgettext_lazy("documents", "all"),
}
SORTS = {
    "newest": (_("last received first"), ("-read_at", "-pk")),
    "oldest": (_("first received first"), ("read_at", "pk")),
    "published": (_("last published first"), ("-document__published", "-pk")),
    "title": (_("by title"), ("document__title", "pk")),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A state or an order that can be chosen."""

    code: str
    label: str | Promise
    current: bool
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """Which documents are shown, in which order. Unknown words fall back."""

    state: str
    sort: str

    @classmethod
    def of(cls, state: str, sort: str) -> Listing:
        return cls(state if state in STATES else WAITING, sort if sort in SORTS else "newest")

    def found(self) -> QuerySet[Reading] | QuerySet[Arrival]:
        """Readings of the state; for refused files their arrivals."""
        if self.state == REFUSED:
            order = "pk" if self.sort == "oldest" else "-pk"
            return arrivals().filter(state=ArrivalState.REFUSED).order_by(order)
        known = _known().select_related("document__record")
        condition = CONDITIONS.get(self.state)
        return (known.filter(condition) if condition else known).order_by(*SORTS[self.sort][1])

    def rows(self, page: Iterable[Any]) -> Sequence[Row | Line]:
        """What is shown of one page of `found()`."""
        return lines(page) if self.state == REFUSED else counted(page)

    def states(self) -> list[Choice]:
        """Every state with its number of documents."""
        numbers = _numbers()
        return [
            Choice(code, label, code == self.state, numbers[code]) for code, label in STATES.items()
        ]

    def sorts(self) -> list[Choice]:
        return [Choice(code, label, code == self.sort) for code, (label, _) in SORTS.items()]


CONDITIONS = {
    WAITING: Q(has_open=True),
    DONE: Q(has_open=False, has_any=True),
    NO_TALKS: Q(has_any=False),
}


def _known() -> QuerySet[Reading]:
    """Readings with whether they have findings, and open ones."""
    findings = Finding.objects.filter(reading=OuterRef("pk"))
    return Reading.objects.annotate(
        has_any=Exists(findings), has_open=Exists(findings.filter(decision=Decision.OPEN))
    )


def _numbers() -> dict[str, int]:
    """How many documents are in each state, in two queries."""
    sums = {
        code.replace("-", "_"): Sum(Case(When(condition, then=1), default=0))
        for code, condition in CONDITIONS.items()
    }
    counted = _known().aggregate(all=Count("pk"), **sums)
    refused = Arrival.objects.filter(state=ArrivalState.REFUSED).count()
    found = {code.replace("_", "-"): number or 0 for code, number in counted.items()}
    return found | {REFUSED: refused}


@dataclass(frozen=True, slots=True)
class Row:
    """A document with how far its findings are decided."""

    reading: Reading
    open: int
    accepted: int
    rejected: int
    copies: Sequence[NearCopy]

    @property
    def total(self) -> int:
        return self.open + self.accepted + self.rejected


def counted(readings: Iterable[Reading]) -> list[Row]:
    """Rows of one page of readings; three queries however many they are."""
    shown = list(readings)
    numbers = {
        (row["reading"], row["decision"]): row["times"]
        for row in Finding.objects.filter(reading__in=shown)
        .order_by()
        .values("reading", "decision")
        .annotate(times=Count("pk"))
    }
    copies = copies_of([reading.document_id for reading in shown])
    return [
        Row(
            reading,
            numbers.get((reading.pk, Decision.OPEN), 0),
            numbers.get((reading.pk, Decision.ACCEPTED), 0),
            numbers.get((reading.pk, Decision.REJECTED), 0),
            copies.get(reading.document_id, []),
        )
        for reading in shown
    ]


def copies_of(documents: Iterable[str]) -> dict[str, list[NearCopy]]:
    """The earlier documents that print the same report, by document."""
    found: dict[str, list[NearCopy]] = {}
    for copy in NearCopy.objects.filter(document__in=documents).select_related("earlier"):
        found.setdefault(copy.document_id, []).append(copy)
    return found


def arrivals() -> QuerySet[Arrival]:
    return Arrival.objects.select_related("document", "sent_by")


@dataclass(frozen=True, slots=True)
class Line:
    """One file of an upload with what became of it."""

    arrival: Arrival
    waiting: int
    copies: Sequence[NearCopy]

    @property
    def reason(self) -> str | Promise:
        """Why it was refused and what to do."""
        return REFUSALS.get(self.arrival.refusal, "")


def lines(found: Iterable[Arrival]) -> list[Line]:
    """Arrivals with the findings that wait; two queries however many they are."""
    shown = list(found)
    documents = [arrival.document_id for arrival in shown if arrival.document_id]
    waiting = dict(
        Finding.objects.open()
        .filter(reading__document__in=documents)
        .order_by()
        .values_list("reading__document")
        .annotate(Count("pk"))
    )
    copies = copies_of(documents)
    return [
        Line(
            arrival,
            waiting.get(arrival.document_id, 0),
            copies.get(arrival.document_id or "", []),
        )
        for arrival in shown
    ]
