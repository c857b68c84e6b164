"""What the second reviewer sees: the reader's proposals, and nothing of the first reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hapjak.desk.models import Decision, Finding, SecondReading
from hapjak.desk.second import compared, proposed
from hapjak.desk.sheets import Row, marks_of
from hapjak.desk.wording import names_of
from hapjak.register.marks import Piece, cut


@dataclass(frozen=True, slots=True)
class SecondSheet:
    """A reading laid out for the second reviewer; findings carry that reviewer's decisions."""

    rows: Sequence[Row]
    lines: Sequence[Sequence[Piece]]
    current: str
    decided: int
    order: str = "text"


def sheet_of(second: SecondReading, at: str = "") -> SecondSheet:
    """Lay the reader's proposals out with the second reviewer's decisions."""
    findings = _as_proposed(second)
    names = names_of(findings)
    open_ids = [f.local_id for f in findings if f.decision == Decision.OPEN]
    known = {f.local_id for f in findings}
    return SecondSheet(
        [Row(finding, names, [], [], []) for finding in findings],
        list(cut(second.reading.document.text, marks_of(findings))),
        at if at in known else next(iter(open_ids), ""),
        len(findings) - len(open_ids),
    )


def next_after(second: SecondReading, finding: Finding) -> Finding:
    """The next finding this reviewer has not decided on, else the first, else this one."""
    findings = _as_proposed(second)
    place = [other.pk for other in findings].index(finding.pk)
    around = [*findings[place + 1 :], *findings[:place]]
    return next((other for other in around if other.decision == Decision.OPEN), finding)


def _as_proposed(second: SecondReading) -> list[Finding]:
    """Findings as the reader made them. They are shown, never saved."""
    said = dict(second.decisions.values_list("finding_id", "decision"))
    original = proposed(second.reading)
    findings = list(compared(second.reading))
    for finding in findings:
        data = original.get(finding.local_id, finding.data)
        spans = data.get("spans") or [(data["start"], data["end"])]
        finding.data = data
        finding.start, finding.end = spans[0]
        finding.decision = said.get(finding.pk, Decision.OPEN)
        finding.decided_by = finding.decided_at = finding.record = None
        finding.along_with = finding.bulk = None
    return sorted(findings, key=lambda finding: (finding.start, finding.position))
