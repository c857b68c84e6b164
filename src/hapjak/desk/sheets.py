"""One reading as a sheet to work through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from hapjak.desk import actions
from hapjak.desk.actions import needs
from hapjak.desk.models import Decision, Finding, FindingKind, Reading
from hapjak.register import identity
from hapjak.register.marks import Mark, Piece, cut
from hapjak.register.models import (
    FIELDS,
    AgreementKind,
    Firmness,
    MeetingKind,
    OrganisationKind,
    Role,
    TopicKind,
)

KIND_LABELS = {
    FindingKind.MEETING: MeetingKind,
    FindingKind.AGREEMENT: AgreementKind,
    FindingKind.ORGANISATION: OrganisationKind,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A registered record that a finding may be. `taken` is the one it is taken for unasked."""

    record_id: str
    label: str
    language: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with what the registrar needs to see to decide."""

    finding: Finding
    names: dict[str, str]
    candidates: Sequence[Candidate]
    brings: Sequence[Finding]

    @property
    def field_label(self) -> str:
        code = self.finding.data["field"]
        return str(FIELDS.get(code, code))

    @property
    def firmness_label(self) -> str:
        return str(Firmness(self.finding.data["firmness"]).label)

    @property
    def kind_label(self) -> str:
        """The kind of a meeting, agreement or organisation, named."""
        labels = dict(KIND_LABELS[FindingKind(self.finding.kind)].choices)
        return str(labels.get(self.finding.data["kind"], self.finding.data["kind"]))

    def named(self, key: str) -> list[str]:
        """Names behind the local ids of a list in the finding's data."""
        ids = self.finding.data.get(key) or []
        return [self.names.get(i, i) for i in ([ids] if isinstance(ids, str) else ids)]

    @property
    def speaker(self) -> list[str]:
        return self.named("speaker")

    @property
    def side(self) -> list[str]:
        return self.named("side")

    @property
    def acting(self) -> list[str]:
        return self.named("by")

    @property
    def addressed(self) -> list[str]:
        return self.named("to")

    @property
    def parties(self) -> list[str]:
        return self.named("parties")

    @property
    def people(self) -> list[tuple[str, str]]:
        """Name and role, in the source's order."""
        return [
            (self.names.get(p["person"], ""), str(Role(p["role"]).label))
            for p in self.finding.data.get("people", [])
        ]

    @property
    def topics(self) -> list[tuple[str, str]]:
        """Words and kind of each topic of a meeting."""
        topics = self.finding.data.get("topics", [])
        return [(topic["quote"], str(TopicKind(topic["kind"]).label)) for topic in topics]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A reading laid out for review."""

    reading: Reading
    rows: Sequence[Row]
    lines: Sequence[Sequence[Piece]]
    current: str
    decided: int


def sheet_of(reading: Reading, at: str = "") -> Sheet:
    """Lay a reading out. `at` is the local id to work on; else the first open one."""
    findings = list(reading.findings.select_related("record"))
    names = {f.local_id: f.data.get("name") or f.data.get("title") or "" for f in findings}
    by_id = {f.local_id: f for f in findings}
    rows = [
        Row(
            finding,
            names,
            list(candidates(finding)) if finding.decision == Decision.OPEN else [],
            [
                by_id[i]
                for i in needs(finding.data)
                if i in by_id and by_id[i].decision == Decision.OPEN
            ],
        )
        for finding in findings
    ]
    open_ids = [f.local_id for f in findings if f.decision == Decision.OPEN]
    current = at if at in by_id else next(iter(open_ids), "")
    return Sheet(
        reading,
        rows,
        list(cut(reading.document.text, marks_of(findings))),
        current,
        len(findings) - len(open_ids),
    )


def candidates(finding: Finding) -> Iterator[Candidate]:
    """Registered people whose spelling shares the key; the meeting it most likely tells of."""
    if finding.kind == FindingKind.PERSON:
        taken = actions.known_person(finding)
        for person in identity.candidates_for(finding.data["name"]).select_related("side")[:5]:
            label = f"{person.name} · {person.side}" if person.side else person.name
            yield Candidate(person.pk, label, person.language, person == taken)
    elif finding.kind == FindingKind.MEETING:
        meeting = actions.known_meeting(finding)
        if meeting is not None:
            yield Candidate(meeting.pk, f"{meeting} · {meeting.place}", "", False)


def marks_of(findings: Sequence[Finding]) -> list[Mark]:
    """Every span of every finding."""
    marks = []
    for finding in findings:
        spans = finding.data.get("spans") or [(finding.start, finding.end)]
        for number, (start, end) in enumerate(spans):
            key = finding.local_id if number == 0 else f"{finding.local_id}-{number}"
            label = str(finding.get_kind_display())
            marks.append(
                Mark(start, end, finding.kind, key, label, f"#{finding.local_id}", finding.decision)
            )
    return marks


def address_after(finding: Finding) -> str:
    """The sheet at the next open finding after this one, else at this one."""
    later = finding.reading.findings.open().filter(position__gt=finding.position).first()
    at = (later or finding).local_id
    return reverse("desk:review", args=[finding.reading.document_id]) + f"?at={at}#{at}"
