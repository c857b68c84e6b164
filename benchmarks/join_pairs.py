"""How good proposals of joins are, on invented pairs: a part of `make bench-joins`.

Half of the pairs are near misses: the same partners next week, the same day with
other partners or people, the same field with another object, another figure.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
NAMES = {"A": "甲", "B": "乙", "C": "丙", "D": "丁"}  # sides, by partner
Row = dict[str, str]


def rows(name: str) -> list[Row]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def place(name: str, published: str = "2031-06-13") -> Any:
    from hapjak.register.likeness_shapes import Place

    return Place(name, frozenset([name]), frozenset([name]), published)


def person(name: str, side: str | None) -> Any:
    from hapjak.register.likeness_shapes import PersonShape

    return PersonShape(name, side, (name,)) if name else None


def parties(codes: str) -> tuple[Any, ...]:
    from hapjak.register.likeness_shapes import PartyShape

    return tuple(PartyShape(c, NAMES[c], frozenset([c]), True) for c in codes.split(",") if c)


def meeting(row: Row, side: str) -> Any:
    from hapjak.register.likeness_shapes import MeetingShape

    present = [name.split("@") for name in row[f"{side}_people"].split(",") if name]
    kind = row[f"{side}_kind"]
    return MeetingShape(
        side, place(side, row[f"{side}_published"]), frozenset([kind]), kind, row[f"{side}_day"],
        row[f"{side}_until"], False, "", None, parties(row[f"{side}_parties"]),
        tuple(person(name, of) for name, of in present),
    )  # fmt: skip


def agreement(row: Row, side: str) -> Any:
    from hapjak.register.likeness_shapes import AgreementShape

    return AgreementShape(
        side, place(side), row[f"{side}_kind"], row[f"{side}_title"], row[f"{side}_form"],
        row[f"{side}_day"], False, parties(row[f"{side}_parties"]),
    )  # fmt: skip


def line(row: Row, side: str) -> Any:
    from hapjak.register.likeness_shapes import LineShape

    amount, _, unit = row[f"{side}_quantity"].partition(" ")
    quantity = {"amount": amount, "unit": unit} if amount else {}
    return LineShape(
        side, place(side), row[side], row[f"{side}_form"], side, person(row[f"{side}_speaker"], None),
        row[f"{side}_field"], frozenset(), 0, "", quantity, frozenset(), frozenset(), 0.5,
    )  # fmt: skip


def scored() -> Iterator[tuple[str, Row, int, int]]:
    """Sort, pair, score and the score from which it is proposed."""
    from hapjak.register import likeness_agreements, likeness_commitments, likeness_meetings

    for row in rows("join_meetings.tsv"):
        found = likeness_meetings.compare(meeting(row, "left"), meeting(row, "right"))
        yield "meetings", row, found.score if found else 0, likeness_meetings.PROPOSED
    for row in rows("join_agreements.tsv"):
        found = likeness_agreements.compare(agreement(row, "left"), agreement(row, "right"))
        yield "agreements", row, found.score if found else 0, likeness_agreements.PROPOSED
    for row in rows("join_lines.tsv"):
        found = likeness_commitments.compare(
            line(row, "left"), line(row, "right"), alone=row["alone"] == "1"
        )
        english = (row["left_form"] == "en") != (row["right_form"] == "en")
        sort = "commitments with English" if english else "commitments by the key"
        least = likeness_commitments.PROPOSED if english else likeness_commitments.PROPOSED_BY_KEY
        yield sort, row, found.score if found else 0, least


def figures() -> tuple[list[str], dict[str, tuple[float, float]]]:
    """Lines to print, and precision and recall of each sort and of all."""
    count: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    wrong = []
    for sort, row, score, least in scored():
        proposed, same = score >= least, row["expected"] == "same"
        for name in (sort, "all"):
            count[name][0] += proposed and same
            count[name][1] += proposed
            count[name][2] += same
        if proposed != same:
            what = "missed" if same else "wrongly proposed"
            said = " | ".join(value for key, value in row.items() if key != "expected" and value)
            wrong.append(f"    {what} ({score}): {said}")
    shares = {
        name: (right / max(1, given), right / max(1, due))
        for name, (right, given, due) in count.items()
    }
    lines = [
        f"  {name:<26} precision {precision:.2f}  recall {recall:.2f}  of {count[name][2]} pairs"
        for name, (precision, recall) in shares.items()
    ]
    return [*lines, *wrong], shares
