"""The fields of cooperation that a line is of (rules 1 and 10 of the contract).

In this order: what the line names, the first thing first, with what it is
done through behind it; for a signing, the tie it founds or what both signers
are there for; a body named in it (two hospitals); what the report's title and
opening are about; that there is exchange; else the cooperation itself.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import islice

from hapjak.reading.bodies import GOVERNING, Bodies
from hapjak.reading.fields import (
    GENERAL,
    NAMES,
    OFFICE,
    UNKNOWN,
    WAYS,
    WEAK,
    Hit,
    codes_of,
    field_words,
    theme_of,
)
from hapjak.reading.model import Firmness, OrganisationKind
from hapjak.text.patterns import Pattern

# Kinds of bodies whose names tell no field: 관광국 may agree on anything.
NAMELESS = (
    *GOVERNING,
    OrganisationKind.COMPANY,
    OrganisationKind.MEDIA,
    OrganisationKind.INSTITUTE,
    OrganisationKind.ASSOCIATION,
)
# Bodies that are themselves what is exchanged: 청년예술단 상호 파견.
TROUPE = re.compile(
    r"(?:(?:예술|공연|무용|악|합창|선수|시범|축구)단|(?:艺术|歌舞|乐|剧|合唱|舞)团|球队"
    r"|troupe|orchestra|choir|ensemble|team)$",
    re.I,
)
FIRST = 4  # bodies that a report names first
TRADES = ("EDU", "SOC")  # of schools and hospitals, which deal with nothing else
OPENING = 400  # characters of a report that tell what it is about
TIE = "EXT03"  # a tie of two regions is that, whatever fields its instrument lists
MASK = "_"  # no letter of any word


class LineFields:
    """Tells the fields of stretches of one text; `title` is the report's, where it is known."""

    def __init__(
        self, bodies: Bodies, language: str, variety: str, occasion: Pattern, means: Pattern
    ) -> None:
        self.text = bodies.text
        self.title = ""
        self._bodies = bodies
        self._fields = field_words(language, variety)
        self._behind_occasion = occasion
        self._behind_means = means
        self._known_hits: dict[tuple[int, int], list[Hit]] = {}

    def codes(self, start: int, end: int) -> list[str]:
        """Fields that a stretch names, the main one first; those of its means come after."""
        return codes_of(self._hits(start, end), NAMES, WEAK)

    def own_fields(self, start: int, end: int) -> list[str]:
        """Fields that a stretch names by words of their own, the cooperation itself aside."""
        return [c for c in codes_of(self._hits(start, end), NAMES) if c != UNKNOWN]

    def fields_of(
        self, start: int, end: int, firmness: Firmness, codes: list[str] | None = None
    ) -> list[str]:
        """Fields of a line, the main one first (rules 1 and 10); never empty.

        What it names; else what the report is about; else exchange, or the cooperation itself.
        """
        codes = self.codes(start, end) if codes is None else codes
        signed = firmness is Firmness.SIGNED
        if signed and TIE in codes and self._ties(start, end):
            return [TIE, *(code for code in codes if code != TIE)]
        if signed and self.trade_of_parties and all(code in WAYS for code in codes):
            return [self.trade_of_parties, *codes]
        if codes:
            return codes
        general = codes_of(self._hits(start, end), GENERAL)
        if firmness is Firmness.AGREEMENT and general and self._opening_ties:
            general = [TIE]
        return (
            codes_of(self._in_names(start, end, firmness), NAMES, OFFICE)[:1]
            or ([self.theme] if self.theme and not signed else [])
            or general
            or [UNKNOWN]
        )

    def field_of_topic(self, start: int, end: int) -> str | None:
        """The field of what was talked about; None where neither words nor report tell one."""
        codes = self.codes(start, end)
        if codes:
            return codes[0]
        exchange = codes_of(self._hits(start, end), GENERAL)
        return TIE if exchange and self._opening_ties else self.theme

    def _ties(self, start: int, end: int) -> bool:
        """Whether a tie is named before any field: 友好城市协议, but not 冰雪产业友好城市协议."""
        named = [hit.code for hit in self._hits(start, end) if hit.rank == NAMES]
        return next((code for code in named if code[:3] != UNKNOWN), None) == TIE

    @cached_property
    def trade_of_parties(self) -> str | None:
        """What the first bodies of a report are there for, if two of one kind: schools, hospitals."""
        names = (body.name for body in self._bodies.all() if body.spans)
        hits = [self._fields.hits(name) for name in islice(names, FIRST)]
        told = Counter(found[-1].code for found in hits if found)
        code, times = next(iter(told.most_common(1)), ("", 0))
        return code if times * 2 >= FIRST and code.startswith(TRADES) else None

    @cached_property
    def theme(self) -> str | None:
        """The one field that the report's title and opening are about."""
        return theme_of(self._opening)

    @property
    def _opening_ties(self) -> bool:
        """Whether the report is one of sister regions: what they exchange is their tie's."""
        return any(hit.code == TIE and hit.rank == NAMES for hit in self._opening)

    @cached_property
    def _opening(self) -> list[Hit]:
        opening = self._masked(0, min(OPENING, len(self.text)))
        return self._fields.hits(f"{self.title}\n{opening}")

    def _hits(self, start: int, end: int) -> list[Hit]:
        """Field words of a stretch, looked for once."""
        known = self._known_hits.get((start, end))
        if known is None:
            known = self._known_hits[start, end] = self._find_hits(start, end)
        return known

    def _find_hits(self, start: int, end: int) -> list[Hit]:
        """Field words of what is promised, then of its means; its occasion counts alone at most."""
        whole = self._masked(start, end)
        text = whole[_last_end(self._behind_occasion, whole) :]
        main = text[_last_end(self._behind_means, text) :]
        found = self._fields.hits(main)
        if text != main:
            found += self._fields.hits(text)
        if whole != text and not any(hit.rank == NAMES for hit in found):
            found += self._fields.hits(whole)
        return found

    def _in_names(self, start: int, end: int, firmness: Firmness) -> list[Hit]:
        """Field words in names of bodies: two hospitals are to cooperate, two offices signed."""
        kinds = () if firmness is Firmness.SIGNED else GOVERNING
        hits = self._fields.hits(self._masked(start, end, kinds))
        return [hit for hit in hits if firmness is Firmness.SIGNED or hit.rank != OFFICE]

    def _masked(self, start: int, end: int, kinds: tuple[OrganisationKind, ...] = NAMELESS) -> str:
        """A stretch with names of bodies blanked: a car maker's name is no field."""
        text = self.text[start:end]
        for mention in self._bodies.inside(start, end):
            if mention.body.kind in kinds and not TROUPE.search(mention.body.name):
                left, right = mention.start - start, mention.end - start
                text = text[:left] + MASK * (right - left) + text[right:]
        return text


def _last_end(pattern: Pattern, text: str) -> int:
    """Where the last match ends; 0 where there is none."""
    end = 0
    for match in pattern.finditer(text):
        end = match.end()
    return end
