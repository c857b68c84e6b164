"""Where a finding and a gold file agree, and how a registrar would correct the finding."""

from __future__ import annotations

from typing import Any

from hapjak.desk.models import Finding, FindingKind
from hapjak.desk.taking_in import LISTS

Fact = dict[str, Any]


class Gold:
    """The expected facts of one document."""

    def __init__(self, content: dict[str, Any]) -> None:
        self._lists: dict[str, list[Fact]] = {
            kind: content.get(name, []) for kind, name in LISTS.items()
        }
        named = [*self._lists[FindingKind.ORGANISATION], *self._lists[FindingKind.PERSON]]
        self._names = {fact["id"]: fact["name"] for fact in named}

    def find(self, finding: Finding) -> Fact | None:
        """The expected fact a finding stands for; None if a person saw none there."""
        for fact in self._lists[finding.kind]:
            if self._same(finding, fact):
                return fact
        return None

    def _same(self, finding: Finding, fact: Fact) -> bool:
        data = finding.data
        if finding.kind == FindingKind.MEETING:
            same = (data["kind"], data["date"]) == (fact["kind"], fact["date"])
            return same and set(self._people(fact)) == set(self._found_people(finding))
        if "name" in fact:
            return bool(data["name"] == fact["name"])
        return overlap(spans_of(data), spans_of(fact))

    def _people(self, fact: Fact) -> list[str]:
        return [self._names.get(entry["person"], "") for entry in fact["people"]]

    def _found_people(self, finding: Finding) -> list[str]:
        names = {f.local_id: f.data.get("name", "") for f in finding.reading.findings.all()}
        return [names.get(entry["person"], "") for entry in finding.data["people"]]

    def corrections(self, finding: Finding, fact: Fact) -> Fact:
        """What a registrar changes before accepting: only what differs."""
        wanted = self._wanted(finding, fact)
        return {key: value for key, value in wanted.items() if finding.data[key] != value}

    def _wanted(self, finding: Finding, fact: Fact) -> Fact:
        if finding.kind == FindingKind.COMMITMENT:
            keys = ("start", "end", "firmness", "field", "other_fields", "initiatives", "due")
            own = {key: fact[key] for key in (*keys, "quantity")}
            return own | {"speaker": self._local_id(finding, fact["speaker"])}
        if finding.kind == FindingKind.MEETING:
            return {key: fact[key] for key in ("place", "planned", "until")}
        if finding.kind == FindingKind.AGREEMENT:
            return {key: fact[key] for key in ("kind", "date", "planned", "title")}
        return {}

    def _local_id(self, finding: Finding, gold_id: str | None) -> str | None:
        """The reading's id of the person a gold id names."""
        name = self._names.get(gold_id or "")
        people = finding.reading.findings.filter(kind=FindingKind.PERSON)
        return next((person.local_id for person in people if person.data["name"] == name), None)


def spans_of(fact: Fact) -> list[tuple[int, int]]:
    if "spans" in fact:
        return [(start, end) for start, end in fact["spans"]]
    return [(fact["start"], fact["end"])]


def overlap(found: list[tuple[int, int]], expected: list[tuple[int, int]]) -> bool:
    """Whether two spans share at least half of the shorter one."""
    return any(
        2 * (min(a[1], b[1]) - max(a[0], b[0])) >= min(a[1] - a[0], b[1] - b[0])
        for a in found
        for b in expected
    )
