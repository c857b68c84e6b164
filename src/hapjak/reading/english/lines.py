"""Clauses of an English sentence that carry a verb and an object of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hapjak.reading.bodies import Bodies
from hapjak.reading.english.cues import CUES
from hapjak.reading.lines import LineCues, Lines, Said
from hapjak.reading.tables import read_table

LINE_CUES = LineCues(
    slogan=re.compile(
        r"\b(?:thank|gratitude|welcomed|praised|congratulat|doctrine|spirit of the)", re.I
    ),
    concrete=re.compile(
        r"\b(?:mechanism|model|platform|agreement|memorandum|conference|committee|demonstration|plan)\b",
        re.I,
    ),
    named=re.compile(r"“([^“”]{2,40})”|\"([^\"]{2,40})\""),
    leading=re.compile(
        r"(?:and|also|that|to|jointly to|in particular|the two sides|both sides|would|will|can|could|should|or|then|further)\b,? ?|[\s,;:“\"]+",
        re.I,
    ),
    both=re.compile(
        r"\b(?:both sides|two sides|jointly|together|mutual|each other|co-host|exchange)\b", re.I
    ),
    until=re.compile(r"(?!)"),
    until_before=re.compile(
        r"\b(?:by|before|until|by the end of|end of|no later than)(?: the end of)?\s?$", re.I
    ),
    occasion=re.compile(r"\b(?:on the occasion of|taking|in the spirit of) [^,]{2,60}, ", re.I),
    means=re.compile(r"(?!)"),
)


@cache
def joint() -> re.Pattern[str]:
    """Where a coordinated clause with its own verb begins."""
    words = [row["word"] for row in read_table("words.en.tsv") if row["list"] == "action"]
    verbs = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(
        rf"(?:, and|;(?: and)?|,| and) (?=(?:to |jointly |also |further )?(?:{verbs})\b(?! of| between))",
        re.I,
    )


class EnglishLines(Lines):
    """Lines of an English text."""

    def __init__(self, bodies: Bodies, variety: str, published: str | None) -> None:
        super().__init__(bodies, variety, published, CUES, LINE_CUES)

    def clauses(self, said: Said) -> Iterator[tuple[int, int]]:
        begin = said.start
        for match in joint().finditer(self.text, said.start, said.end):
            if match.start() - begin > 10:
                yield begin, match.start()
                begin = match.end()
        yield begin, said.end
