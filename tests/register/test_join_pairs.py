"""How many true pairs are proposed and how few near misses, on invented pairs."""

from __future__ import annotations

import pytest

from benchmarks.join_pairs import figures, rows

LEAST = {  # precision, recall
    "meetings": (0.95, 0.95),
    "agreements": (0.8, 0.8),
    "commitments by the key": (0.85, 0.85),
    "commitments with English": (0.85, 0.85),
    "all": (0.9, 0.9),
}


def test_there_are_as_many_near_misses_as_pairs():
    expected = [
        row["expected"]
        for name in ("join_meetings.tsv", "join_agreements.tsv", "join_lines.tsv")
        for row in rows(name)
    ]
    assert len(expected) >= 100
    assert 0.45 < expected.count("other") / len(expected) < 0.55


@pytest.mark.parametrize("sort", LEAST)
def test_pairs_are_proposed_and_near_misses_are_not(sort):
    lines, shares = figures()
    precision, recall = shares[sort]
    assert (precision, recall) >= LEAST[sort] and recall >= LEAST[sort][1], "\n".join(lines)
