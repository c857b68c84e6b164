"""The demonstration register: documents read, and a registrar's decisions replayed.

The reader proposes; the decisions are those of the people who wrote the gold
files: a finding that stands in the gold file is accepted, with its span,
field, firmness and speaker corrected where the reader was wrong; what does
not stand there is rejected. Documents listed in `waiting.tsv` are read and
left open, so that a visitor finds work on the desk.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import override
from rich.console import Console
from rich.progress import track
from rich.table import Table
from sesame.utils import get_query_string

from hapjak.accounts.models import Membership, Role, User
from hapjak.desk import actions
from hapjak.desk.models import Decision, Finding, FindingKind, Reading
from hapjak.project.gold import Gold
from hapjak.reading import model
from hapjak.reading.rules import read_bytes
from hapjak.register import documents, identity
from hapjak.register.models import Basis, Name, Partner, Record, Rights, Visibility

REGISTRAR = "demonstration-registrar"
REASON = "decided by the people who wrote the demonstration's gold files"
ORDER = [
    FindingKind.ORGANISATION,
    FindingKind.STRATEGY,
    FindingKind.PERSON,
    FindingKind.MEETING,
    FindingKind.AGREEMENT,
    FindingKind.COMMITMENT,
]
console = Console(stderr=False)


@dataclass(frozen=True, slots=True)
class Demonstration:
    """The folder: documents, gold files, partners, people, and what is left waiting."""

    folder: Path

    def rows(self, name: str) -> list[dict[str, str]]:
        path = self.folder / name
        if not path.exists():
            return []
        with path.open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))

    def documents(self) -> list[Path]:
        return sorted(p for p in (self.folder / "documents").iterdir() if p.is_file())

    def gold(self, document: Path) -> dict[str, Any]:
        path = self.folder / "gold" / f"{document.stem}.json"
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return content


def load(folder: Path) -> None:
    """Load what is not loaded yet; one transaction a document, so that a stop loses nothing."""
    demonstration = Demonstration(folder)
    user = registrar()
    add_partners(demonstration.rows("partners.tsv"))
    waiting = {row["document"] for row in demonstration.rows("waiting.tsv")}
    people = demonstration.rows("people.tsv")
    new = [path for path in demonstration.documents() if not is_loaded(path)]
    for path in track(new, description="Reading", console=Console(stderr=True), disable=not new):
        with transaction.atomic():
            gold = demonstration.gold(path)
            reading = take_in(path, gold, user)
            if path.stem not in waiting:
                decide(reading, Gold(gold), people, user)
    print_summary(waiting)


def registrar() -> User:
    """The demonstration's registrar. Signs in by link; there is no password."""
    user, created = User.objects.get_or_create(
        username=REGISTRAR, defaults={"is_staff": True, "is_superuser": True}
    )
    if created:
        user.set_unusable_password()
        user.save()
        Membership.objects.create(user=user, role=Role.REGISTRAR)
    return user


def sign_in_link(port: int) -> str:
    """An address that signs the registrar in once."""
    with override("en"):
        path = reverse("accounts:sign-in-link")
    return f"http://127.0.0.1:{port}{path}{get_query_string(registrar())}"


@transaction.atomic
def add_partners(rows: list[dict[str, str]]) -> None:
    """The invented partners, under codes that ISO 3166 leaves to users."""
    for row in rows:
        if not Partner.objects.filter(code=row["code"]).exists():
            names = {form: row[form] for form in ("zh-Hans", "zh-Hant", "ko-CN", "ko-KR", "en")}
            identity.create_partner(row["code"], names, invented=True)


def is_loaded(path: Path) -> bool:
    """Whether these bytes were read before."""
    return Reading.objects.filter(document__sha256=documents.digest(path.read_bytes())).exists()


def take_in(path: Path, gold: dict[str, Any], user: User) -> Reading:
    """Read one document into the register."""
    data = path.read_bytes()
    reading = read_bytes(data, path.name, url=gold["document"].get("url"))
    if isinstance(reading, model.RefusedReading):
        raise ValueError(f"{path.name}: {reading.refusal.message}")
    invented = bool(gold.get("invented"))
    provenance = documents.Provenance(
        file_name=path.name,
        rights=Rights.OWN,
        basis=Basis.DEMONSTRATION_INVENTED if invented else Basis.DEMONSTRATION_FACTS,
        fact_sources=() if invented else tuple(gold["facts"]),
        visibility=Visibility.PUBLIC,
    )
    return actions.take_in(data, reading, provenance, user)


def decide(reading: Reading, gold: Gold, people: list[dict[str, str]], user: User) -> None:
    """Replay a registrar's decisions on all findings of a reading."""
    agreed = {finding.pk: gold.find(finding) for finding in reading.findings.all()}
    for finding in reading.findings.all():
        if agreed[finding.pk] is None:
            actions.reject(finding, user, reason=REASON)
    for kind in ORDER:
        for finding in reading.findings.filter(kind=kind):
            expected = agreed[finding.pk]
            if expected is None or is_decided(finding):
                continue
            changes = gold.corrections(finding, expected)
            if changes:
                finding = actions.correct(finding, user, changes)  # noqa: PLW2901
            choice = actions.Choice(same_as=known_record(finding, people))
            actions.accept(finding, user, choice=choice, reason=REASON)


def is_decided(finding: Finding) -> bool:
    """Whether an earlier acceptance took this finding along."""
    return Finding.objects.filter(pk=finding.pk).exclude(decision=Decision.OPEN).exists()


def known_record(finding: Finding, people: list[dict[str, str]]) -> Record | None:
    """What the writers of the demonstration know a person or a meeting to be already."""
    if finding.kind == FindingKind.PERSON:
        return known_person(finding, people)
    if finding.kind == FindingKind.MEETING:
        known = actions.known_meeting(finding)
        return known.record if known else None
    return None


def known_person(finding: Finding, people: list[dict[str, str]]) -> Record | None:
    """The registered person another spelling of this name stands for, as the cast list says."""
    name = finding.data["name"]
    for row in people:
        spellings = {text for key, text in row.items() if key != "source" and text}
        if name in spellings:
            known = Name.objects.filter(text__in=spellings, record__kind="person").first()
            return known.record if known else None
    return None


def print_summary(waiting: set[str]) -> None:
    """A short table of what was found, a row a written form."""
    table = Table(title="What the demonstration register holds")
    columns = ["Written form", "Documents", "Meetings", "People", "Commitments", "Agreements"]
    for column in columns:
        table.add_column(column, justify="left" if column == "Written form" else "right")
    for form, counts in counted():
        table.add_row(form, *(str(count) for count in counts))
    console.print(table)
    if waiting:
        console.print(f"{len(waiting)} documents wait on the desk for a decision.")


def counted() -> Iterator[tuple[str, list[int]]]:
    """Findings accepted, by written form of the document."""
    kinds = [
        FindingKind.MEETING,
        FindingKind.PERSON,
        FindingKind.COMMITMENT,
        FindingKind.AGREEMENT,
    ]
    readings = Reading.objects.order_by("document__variety")
    for form in readings.values_list("document__variety", flat=True).distinct():
        accepted = Finding.objects.filter(
            reading__document__variety=form, decision=Decision.ACCEPTED
        )
        counts = [accepted.filter(kind=kind).count() for kind in kinds]
        yield form, [readings.filter(document__variety=form).count(), *counts]
