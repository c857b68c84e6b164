"""How far a text can be trusted to say what its first author wrote.

A page that a program translated names wrong countries for one-character short
forms and wrong bodies. It is read all the same, with low confidence, so that
the registrar looks at every find.
"""

from __future__ import annotations

import dataclasses
import re
from functools import cache

from ahocorasick_rs import AhoCorasick
from msgspec import structs

from hapjak.reading.facts import Facts
from hapjak.reading.tables import read_table

MACHINE = 0.5  # factor on the confidence of what a program translated
# What programs leave behind: a particle in both its shapes, a small word twice.
MARKS = re.compile(
    r"[가-힣](?:은\(는\)|이\(가\)|을\(를\)|와\(과\)|\(으\)로)|\b(the|of|to|and|in) \1\b|的的|了了"
)
SIGNS = re.compile(  # no mark is without one of them
    r"은\(는\)|이\(가\)|을\(를\)|와\(과\)|\(으\)로|the the|of of|to to|and and|in in|的的|了了"
)
LEAST_MARKS = 2


def is_machine_translated(text: str) -> bool:
    """Whether a page says so, or shows marks that people do not leave."""
    if _notices().find_matches_as_indexes(text):
        return True
    if SIGNS.search(text) is None:
        return False
    marks = MARKS.finditer(text)
    return sum(1 for _mark, _count in zip(marks, range(LEAST_MARKS), strict=False)) == LEAST_MARKS


@cache
def _notices() -> AhoCorasick:
    return AhoCorasick([row["notice"] for row in read_table("translations.tsv")])


def doubted(facts: Facts, factor: float = MACHINE) -> Facts:
    """The same facts with lower confidence."""
    lines = [
        structs.replace(line, confidence=round(line.confidence * factor, 2))
        for line in facts.commitments
    ]
    return dataclasses.replace(facts, commitments=lines)
