"""Gold spans carried over to a text cut otherwise than when people described it.

Intake learns to leave out more of a page's furniture; what people quoted is
then found again by its words, and of several places by the words around it.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

Fact = dict[str, Any]
SPANNED = ("organisations", "people", "meetings", "agreements", "strategies")
AROUND = 40  # characters on each side that tell places apart


def anchored(gold: Fact, text: str) -> Fact:
    """A gold file whose spans point into `text`.

    What no longer stands in it keeps no place at all: it can only be missed.
    """
    old = gold.get("document", {}).get("text", text)
    if old == text:
        return gold
    moved = deepcopy(gold)
    topics = [topic for meeting in moved["meetings"] for topic in meeting["topics"]]
    for quoted in (*moved["commitments"], *topics):
        start = _place(old, quoted["start"], quoted["quote"], text)
        quoted["start"], quoted["end"] = start, start + len(quoted["quote"])
    for kind in SPANNED:
        for fact in moved.get(kind, []):
            fact["spans"] = [_span(old, span, text) for span in fact["spans"]]
    return moved


def _span(old: str, span: list[int], text: str) -> list[int]:
    words = old[span[0] : span[1]]
    start = _place(old, span[0], words, text)
    return [start, start + len(words)]


def _place(old: str, start: int, quote: str, text: str) -> int:
    """The place of a quote whose surroundings are most alike; beyond the text if there is none."""
    before, after = old[max(0, start - AROUND) : start], old[start + len(quote) :][:AROUND]
    best, best_at = -1, len(text) + 1
    at = text.find(quote)
    while at >= 0:
        end = at + len(quote)
        alike = _common(before[::-1], text[max(0, at - AROUND) : at][::-1])
        alike += _common(after, text[end : end + AROUND])
        if alike > best:
            best, best_at = alike, at
        at = text.find(quote, at + 1)
    return best_at


def _common(one: str, other: str) -> int:
    """Length of the beginning that two texts share."""
    for number, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return number
    return min(len(one), len(other))
