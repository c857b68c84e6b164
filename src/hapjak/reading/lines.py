"""Lines of cooperation in what is said: one clause with an object of its own is one line.

The rules and their numbers are those of “What counts as a commitment” in the
reader's contract (docs/reader.md). A language says where clauses lie and
which words are slogans; the rest is common.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import Struct

from hapjak.reading.bodies import Bodies
from hapjak.reading.cues import Cues
from hapjak.reading.drafts import Body, Encounter, Figure, Line
from hapjak.reading.fields import UNKNOWN
from hapjak.reading.line_fields import LineFields
from hapjak.reading.model import Firmness, Quantity
from hapjak.reading.quantities import find_quantity
from hapjak.reading.sentences import Sentence
from hapjak.text.patterns import Pattern

Match = re.Match[str]
SHORTEST = 4
# Shares of lines that were right on annotated real reports, some of them also learnt
# from (docs/measured.md), drawn toward the mean where few were seen.
RIGHT = {
    Firmness.HOPE: 0.71,
    Firmness.PROPOSAL: 0.80,
    Firmness.INTENTION: 0.74,
    Firmness.AGREEMENT: 0.71,
    Firmness.SIGNED: 0.64,
    Firmness.DONE: 0.5,
}


class Said(Struct, frozen=True):
    """Words with one firmness: `start` and `end` bound them in the article, speech verbs cut."""

    start: int
    end: int
    speaker: Figure | None
    firmness: Firmness | None
    inherited: bool
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class LineCues:
    """Patterns of one language about single lines."""

    slogan: Pattern  # praise, thanks, doctrine: no commitment
    concrete: Pattern  # things of the cooperation itself that can be built: a mechanism, a model
    named: Pattern  # an initiative in quotes; every group may hold its name
    leading: Pattern  # words at the head that say nothing
    both: Pattern  # acting together
    until: Pattern  # behind a date: it is a deadline
    until_before: Pattern  # before a date
    occasion: Pattern  # "taking … as an occasion": not what is promised
    means: Pattern  # "by strengthening …": how, not what


class Lines(LineFields, ABC):
    """Makes commitments of what is said. Languages give clauses and own objects."""

    def __init__(
        self, bodies: Bodies, variety: str, published: str | None, cues: Cues, own: LineCues
    ) -> None:
        super().__init__(bodies, cues.language, variety, own.occasion, own.means)
        self.cues = cues
        self.own = own
        self._variety = variety
        self._published = published

    @abstractmethod
    def clauses(self, said: Said) -> Iterator[tuple[int, int]]:
        """The stretches of a sentence that may each be a line."""

    def firmness_of(self, said: Said) -> Firmness:
        """The firmness of a stretch, whom it addresses considered (rule 4)."""
        return said.firmness or Firmness.HOPE

    def lead(self, start: int, end: int) -> Match | None:
        """What stands before a line and is no part of it."""
        return self.own.leading.match(self.text, start, end)

    def of(self, said: Said, meeting: Encounter | None) -> Iterator[Line]:
        """The lines of one stretch; none where nothing concrete is promised."""
        if said.firmness is None or self.cues.learned.search(self.text[said.start : said.end]):
            return
        firmness = self.firmness_of(said)
        if firmness is Firmness.DONE and not self._has_figure(said):
            return
        clauses = list(self.clauses(said))
        for start, end in clauses:
            line = self._line(start, end, said, firmness, meeting, len(clauses))
            if line:
                yield line

    def tells_of_talks(self) -> bool:
        """Whether a text that names no meeting speaks of dealings between sides at all."""
        return True

    def is_concrete(self, text: str, firmness: Firmness) -> bool:
        """Whether a line of no field says what of the cooperation itself is to be built."""
        return self.own.concrete.search(text) is not None

    def settle(self, lines: list[Line]) -> list[Line]:
        """All lines of a report in order, those left out that another says better."""
        return lines

    def _has_figure(self, said: Said) -> bool:
        """What was carried out counts only with its substance: a figure (rule 5)."""
        words = self.text[said.start : said.sentence.end]
        return self.quantity(words) is not None

    def quantity(self, text: str) -> Quantity | None:
        """The first figure of a line."""
        return find_quantity(text, self._variety)

    def _line(
        self,
        start: int,
        end: int,
        said: Said,
        firmness: Firmness,
        meeting: Encounter | None,
        siblings: int,
    ) -> Line | None:
        start, end = self.trim(start, end)
        text = self.text[start:end]
        if len(text) < SHORTEST or self.own.slogan.search(text):
            return None
        codes = self.codes(start, end)
        named = self._named(text)
        generic = all(code == UNKNOWN for code in codes)
        if generic and not named and not self.is_concrete(text, firmness):
            return None
        by, to = self._sides(said, text, firmness, meeting)
        field, *others = self.fields_of(start, end, firmness, codes)
        return Line(
            start,
            end,
            firmness,
            field,
            self._confidence(said, firmness, generic, siblings),
            said.speaker,
            by,
            to,
            others,
            named,
            self._due(text),
            self.quantity(text),
            meeting,
        )

    def _named(self, text: str) -> list[str]:
        found = (next(filter(None, match.groups())) for match in self.own.named.finditer(text))
        return [name.strip() for name in found]

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """A stretch without what says nothing at its head and without marks at its end."""
        while match := self.lead(start, end):
            if end - match.end() < SHORTEST:
                break
            start = match.end()
        while end > start and self.text[end - 1] in " ,，、;；.。":
            end -= 1
        return start, end

    def _sides(
        self, said: Said, text: str, firmness: Firmness, meeting: Encounter | None
    ) -> tuple[list[Body], list[Body]]:
        """Who acts toward whom: the speaker's side, or all where they act jointly."""
        parties = list(meeting.parties) if meeting else []
        joint = firmness in (Firmness.AGREEMENT, Firmness.SIGNED) or self.own.both.search(text)
        side = said.speaker.side if said.speaker else self._subject(said, parties)
        if side is None or (joint and len(parties) > 1):
            return parties, []
        return [side], [party for party in parties if party is not side]

    def _subject(self, said: Said, parties: list[Body]) -> Body | None:
        """The one party that a sentence without a speaker names."""
        inside = self._bodies.inside(said.sentence.start, said.end)
        named = {id(m.body): m.body for m in inside if m.body in parties}
        return next(iter(named.values())) if len(named) == 1 else None

    def _due(self, text: str) -> str | None:
        for mention in self.cues.dates(text, self._published):
            behind = self.own.until.match(text, mention.end)
            if behind or self.own.until_before.search(text[: mention.start]):
                return mention.value
        return None

    def _confidence(self, said: Said, firmness: Firmness, generic: bool, siblings: int) -> float:
        """The share of such lines that were right; less for what is known to go wrong."""
        return (
            RIGHT[firmness] - 0.05 * said.inherited - 0.15 * generic - 0.02 * min(siblings - 1, 3)
        )
