"""One reading as a sheet to work through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from hapjak.accounts.models import User
from hapjak.desk.candidates import Candidate, candidates_of
from hapjak.desk.changes import Change, changes_since
from hapjak.desk.models import BulkDecision, Decision, Finding, Reading
from hapjak.desk.taking_along import brought_by, decisions_made, heads
from hapjak.desk.wording import KINDS, in_words, names_of
from hapjak.register.facts import Source
from hapjak.register.marks import Mark, Piece, cut
from hapjak.register.models import Role, TopicKind

BY_TEXT, BY_CONFIDENCE = "text", "confidence"


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with what the registrar needs to see to decide."""

    finding: Finding
    names: Mapping[str, str]
    candidates: Sequence[Candidate]
    brings: Sequence[Finding]
    changes: Sequence[Change]

    @property
    def kind_label(self) -> str:
        """The kind of a meeting, agreement or organisation, named."""
        return str(KINDS.get(self.finding.data["kind"], self.finding.data["kind"]))

    @property
    def said(self) -> dict[str, str]:
        """Values in words, by key."""
        return {key: in_words(key, self.finding.data, self.names) for key in SHOWN}

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


SHOWN = ("firmness", "field", "other_fields")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A reading laid out for review.

    `made` counts the decisions so far, `left` the fewest that are still to make.
    `last` is what this user decided last, `bulk` the last bulk decision that stands.
    """

    reading: Reading
    rows: Sequence[Row]
    lines: Sequence[Sequence[Piece]]
    current: str
    order: str
    decided: int
    made: int
    left: int
    last: Finding | None
    bulk: BulkDecision | None
    rated: bool


def sheet_of(
    reading: Reading, user: User, at: str = "", order: str = BY_TEXT, seen: int | None = None
) -> Sheet:
    """Lay a reading out.

    Args:
        at: Local id of the finding to work on; else the first that waits.
        order: By the text, or the least certain first.
        seen: The version of that finding the user decided on in vain; what
            happened to it since is shown.
    """
    findings = ordered(list(reading.findings.select_related("record", "decided_by", "bulk")), order)
    family = {finding.local_id: finding for finding in findings}
    names = names_of(findings)
    waiting = heads(findings)
    current = at if at in family else next((finding.local_id for finding in waiting), "")
    candidates = candidates_of(findings, source_of(reading, findings), user)
    rows = [
        Row(
            finding,
            names,
            candidates.get(finding.local_id, []),
            brought_by(finding, family) if finding.decision == Decision.OPEN else [],
            changes_since(finding, seen, names) if seen and finding.local_id == current else [],
        )
        for finding in findings
    ]
    return Sheet(
        reading,
        rows,
        list(cut(reading.document.text, marks_of(findings))),
        current,
        order,
        sum(finding.decision != Decision.OPEN for finding in findings),
        decisions_made(reading, findings),
        len(waiting),
        last_of(findings, user),
        BulkDecision.objects.filter(reading=reading, undone_at=None).last(),
        any(f.confidence is not None and f.decision == Decision.OPEN for f in findings),
    )


def source_of(reading: Reading, findings: Sequence[Finding]) -> Source:
    """The document with the records that its findings stand for."""
    return Source(reading.document, {f.local_id: f.record for f in findings if f.record})


def ordered(findings: Sequence[Finding], order: str) -> list[Finding]:
    """By the text; or open ones first, the least certain before, those without a figure last."""
    by_text = sorted(findings, key=lambda finding: (finding.start, finding.position))
    if order != BY_CONFIDENCE:
        return by_text
    return sorted(
        by_text,
        key=lambda finding: (
            finding.decision != Decision.OPEN,
            finding.confidence is None,
            finding.confidence or 0,
        ),
    )


def last_of(findings: Sequence[Finding], user: User) -> Finding | None:
    """What this user decided last and may undo: the finding itself, not what it took along."""
    own = [f for f in findings if f.decided_by_id == user.pk and f.decided_at is not None]
    first_hand = [f for f in own if f.along_with_id is None or f.bulk_id is not None]
    return max(first_hand, key=lambda f: (f.decided_at, f.pk), default=None)


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


def next_after(finding: Finding, order: str) -> Finding:
    """The finding to decide on after this one: the next that waits, else the first, else itself."""
    findings = ordered(list(finding.reading.findings.all()), order)
    place = [other.pk for other in findings].index(finding.pk)
    waiting = {other.pk for other in heads(findings)}
    around = [*findings[place + 1 :], *findings[:place]]
    return next((other for other in around if other.pk in waiting), finding)


def address(finding: Finding, order: str = BY_TEXT, seen: int | None = None) -> str:
    """The sheet at a finding; with `seen`, what changed since that version."""
    query = f"?at={finding.local_id}"
    query += f"&order={order}" if order != BY_TEXT else ""
    query += f"&seen={seen}" if seen is not None else ""
    page = reverse("desk:review", args=[finding.reading.document_id])
    return f"{page}{query}#{finding.local_id}"
