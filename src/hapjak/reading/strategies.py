"""National and regional strategies that talks say they serve, found by name."""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from hapjak.reading.drafts import Plan
from hapjak.reading.tables import read_table


@cache
def _names(language: str) -> tuple[list[str], AhoCorasick]:
    names = ["".join(row["name"].split()) for row in read_table(f"strategies.{language}.tsv")]
    return names, AhoCorasick([n.lower() for n in names], matchkind=MatchKind.LeftmostLongest)


def find_strategies(text: str, language: str) -> list[Plan]:
    """Strategies without regard to spacing, each as first written."""
    names, matcher = _names(language)
    if not matcher.find_matches_as_indexes("".join(text.split()).lower()):
        return []
    origin = [index for index, character in enumerate(text) if not character.isspace()]
    lowered = [text[index].lower() for index in origin]
    squeezed = "".join(c if len(c) == 1 else text[i] for c, i in zip(lowered, origin, strict=True))
    found: dict[str, Plan] = {}
    for index, start, end in matcher.find_matches_as_indexes(squeezed):
        span = (origin[start], origin[end - 1] + 1)
        plan = found.setdefault(names[index], Plan(text[slice(*span)], []))
        plan.spans.append(span)
    return list(found.values())
