"""What a registrar does at the desk. Each function is one transaction with its events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from hapjak.accounts.models import User
from hapjak.accounts.policy import may_decide
from hapjak.desk.models import BulkDecision, Decision, Finding, FindingKind
from hapjak.desk.taking_in import first_span, take_in
from hapjak.register import facts, history, joining, likeness, search
from hapjak.register.facts import REGISTER, Source, register_person
from hapjak.register.models import Action, Document, Meeting, Person, Record, Verdict, Visibility

__all__ = ["take_in"]  # a document comes to the desk by the same door as decisions


class Outdated(Exception):
    """Someone else changed the finding meanwhile: show it anew and ask again."""


class Decided(Exception):
    """The finding is registered or rejected already, so it cannot be changed."""


def _lock(finding: Finding, version: int | None) -> Finding:
    """The finding as it is now, locked.

    Raises:
        Outdated: It is no longer of the version the user saw.
        Decided: A decision stands.
    """
    current = Finding.objects.select_for_update().get(pk=finding.pk)
    if version is not None and current.version != version:
        raise Outdated
    if current.decision != Decision.OPEN:
        raise Decided
    return current


def check(user: User) -> None:
    if not may_decide(user):
        raise PermissionDenied


def needs(data: dict[str, Any]) -> list[str]:
    """Local ids a finding refers to, in the order they must be registered."""
    ids = [data.get("side"), data.get("speaker"), data.get("meeting"), data.get("part_of")]
    for name in ("by", "to", "parties"):
        ids += data.get(name) or []
    ids += [post["organisation"] for post in data.get("posts", [])]
    ids += [participant["person"] for participant in data.get("people", [])]
    return list(dict.fromkeys(local_id for local_id in ids if local_id))


@dataclass(frozen=True, slots=True)
class Choice:
    """Which registered record a finding is, as far as a registrar said.

    Without a word a person is taken for the registered one of the same
    spelling, side and post, if there is one. `anew` says it is none of them.
    """

    same_as: Record | None = None
    anew: bool = False


UNSAID = Choice()
DECIDED = ("decision", "decided_by", "decided_at", "record", "along_with", "bulk", "version")
JOINED = (FindingKind.MEETING, FindingKind.AGREEMENT, FindingKind.COMMITMENT)


@transaction.atomic
def accept(
    finding: Finding,
    user: User,
    *,
    version: int | None = None,
    choice: Choice = UNSAID,
    reason: str = "",
) -> Record:
    """Register a finding, with the open ones it refers to. Rejected ones stay out.

    A person or body that is registered already is cited again. A meeting, an
    agreement or a commitment becomes a record of its own, with the wording of
    its source, and is judged the same as the one that was chosen.

    Raises:
        PermissionDenied, Outdated, Decided: Nothing is changed.
        joining.Blocked: What was chosen was judged different. Nothing is changed.
    """
    check(user)
    current = _lock(finding, version)
    family = {other.local_id: other for other in current.reading.findings.select_for_update()}
    act = Act(user, reason)
    return act.accept([family[current.local_id]], family, choice)[0]


@dataclass(frozen=True, slots=True)
class Step:
    """One finding that an act registered, and whether its fact was registered before."""

    finding: Finding
    record: Record
    is_new: bool


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a person that accepts: a finding with what it takes along, or many at once."""

    user: User
    reason: str = ""
    bulk: BulkDecision | None = None
    steps: list[Step] = field(default_factory=list)
    unindexed: list[Record] = field(default_factory=list)
    joins: list[tuple[Record, Record]] = field(default_factory=list)

    def accept(
        self, findings: Iterable[Finding], family: dict[str, Finding], choice: Choice = UNSAID
    ) -> list[Record]:
        """Register open findings with what they take along, and propose what the new may be one with.

        Args:
            family: All findings of the reading by local id, locked; brought up to date.
        """
        made = [self.register(finding, family, choice) for finding in findings]
        self.finish()
        return made

    def finish(self) -> None:
        """Write the history and the index of all that was registered, and propose joins."""
        history.append_all(
            [
                history.Step(
                    step.record,
                    Action.REGISTERED if step.is_new else Action.CITED,
                    self.user,
                    self.reason,
                    {"finding": step.finding.pk, "data": step.finding.data},
                )
                for step in self.steps
            ]
        )
        search.index_all(self.unindexed)
        for record, same in self.joins:
            joining.judge(record, same, Verdict.SAME, self.user, self.reason)
        likeness.propose(step.record for step in self.steps)

    def register(
        self,
        finding: Finding,
        family: dict[str, Finding],
        choice: Choice = UNSAID,
        above: tuple[Finding, ...] = (),
    ) -> Record:
        """Register a finding after the open ones it refers to.

        `above` are the findings this one is taken along by, outermost first.
        """
        above = (*above, finding)
        for local_id in needs(finding.data):
            other = family.get(local_id)
            if other is not None and other.decision == Decision.OPEN and other not in above:
                self.register(other, family, UNSAID, above)
        records = {i: f.record for i, f in family.items() if f.record is not None}
        record = _record_of(
            finding, Source(finding.reading.document, records, self.unindexed), choice
        )
        self._note(finding, record, along_with=above[0] if len(above) > 1 else None)
        if choice.same_as is not None and finding.kind in JOINED:
            self.joins.append((record, choice.same_as))
        return record

    def _note(self, finding: Finding, record: Record, along_with: Finding | None) -> None:
        seen = any(step.record.pk == record.pk for step in self.steps)
        is_new = not seen and (finding.kind in JOINED or not record.events.exists())
        self.steps.append(Step(finding, record, is_new))
        decide(finding, Decision.ACCEPTED, self.user, record, along_with, self.bulk)


def known_person(finding: Finding) -> Person | None:
    """The registered person a finding is taken for where the registrar says nothing."""
    return facts.known_person(finding.data, _source_of(finding))


def known_meeting(finding: Finding) -> Meeting | None:
    """The registered meeting a finding most likely tells of: to propose, never to join."""
    return facts.known_meeting(finding.data, _source_of(finding))


def _source_of(finding: Finding) -> Source:
    family = finding.reading.findings.exclude(record=None).select_related("record")
    records = {other.local_id: other.record for other in family if other.record is not None}
    return Source(finding.reading.document, records)


def _record_of(finding: Finding, source: Source, choice: Choice) -> Record:
    """The record of a finding: a new one, or the registered one of a person or body."""
    if finding.kind != FindingKind.PERSON:
        return REGISTER[finding.kind](finding.data, source)
    chosen = choice.same_as.person if choice.same_as else None
    if chosen is None and not choice.anew:
        chosen = facts.known_person(finding.data, source)
    return register_person(finding.data, source, chosen)


def decide(
    finding: Finding,
    decision: Decision,
    user: User | None,
    record: Record | None = None,
    along_with: Finding | None = None,
    bulk: BulkDecision | None = None,
) -> None:
    """Set a finding's decision and what it was part of. The caller writes the event."""
    finding.decision = decision
    finding.along_with = along_with
    finding.bulk = bulk
    finding.decided_by = user
    finding.decided_at = timezone.now() if user else None
    finding.record = record
    finding.version += 1
    finding.save(update_fields=DECIDED)


@transaction.atomic
def reject(finding: Finding, user: User, *, version: int | None = None, reason: str = "") -> None:
    """Say that a finding is no fact. It can be reopened.

    Raises:
        PermissionDenied, Outdated, Decided: Nothing is changed.
    """
    check(user)
    current = _lock(finding, version)
    decide(current, Decision.REJECTED, user)
    _log(current, Action.REJECTED, user, reason, current.data)


@transaction.atomic
def reopen(finding: Finding, user: User, *, version: int | None = None) -> None:
    """Take a rejection back.

    Raises:
        PermissionDenied, Outdated: Nothing is changed.
        Decided: The finding is not rejected.
    """
    check(user)
    current = Finding.objects.select_for_update().get(pk=finding.pk)
    if version is not None and current.version != version:
        raise Outdated
    if current.decision != Decision.REJECTED:
        raise Decided
    decide(current, Decision.OPEN, None)
    _log(current, Action.REOPENED, user, "", current.data)


@transaction.atomic
def correct(
    finding: Finding, user: User, changes: dict[str, Any], *, version: int | None = None
) -> Finding:
    """Change an open finding before it is registered. `changes` are keys of its data.

    A new span brings its quote. Raises like `accept()`, and ValueError for a
    span outside the text.
    """
    check(user)
    current = _lock(finding, version)
    before = dict(current.data)
    data = current.data | changes
    start, end = first_span(data)
    text = current.reading.document.text
    if not 0 <= start < end <= len(text):
        raise ValueError((start, end))
    if "quote" in data:
        data["quote"] = text[start:end]
    current.start, current.end = start, end
    current.data = data
    current.version += 1
    current.save()
    _log(current, Action.CORRECTED, user, "", {"before": before, "after": data})
    return current


def _log(finding: Finding, action: Action, user: User, reason: str, payload: Any) -> None:
    """Events on findings hang on the document's record: a finding has none of its own."""
    history.append(
        finding.reading.document.record,
        action,
        actor=user,
        reason=reason,
        payload={"finding": finding.pk, "data": payload},
    )


@transaction.atomic
def publish(document: Document, user: User) -> None:
    """Show a document and the facts registered from it to the public.

    Raises:
        PermissionDenied: The user may not decide.
    """
    check(user)
    cited = Record.objects.filter(citations__document=document, citations__withdrawn=None)
    partners = Record.objects.filter(
        Q(partner__organisations__record__in=cited)
        | Q(partnership__partners__organisations__record__in=cited)
    )
    amended = Record.objects.filter(
        commitment__amends__record__in=cited, commitment__in_force=True, withdrawn_at=None
    )
    shown = Record.objects.filter(
        Q(pk=document.pk) | Q(pk__in=cited) | Q(pk__in=partners) | Q(pk__in=amended),
        visibility=Visibility.OFFICE,
    )
    for record in shown:
        record.visibility = Visibility.PUBLIC
        record.save(update_fields=["visibility"])
        history.append(record, Action.PUBLISHED, actor=user)
        joining.settle(record.pk)
