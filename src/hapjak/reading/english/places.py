"""Places of an English report: listed ones, and any that stand with a level or an office."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from hapjak.reading import territories
from hapjak.reading.english.capitals import UPPER, Capitals
from hapjak.reading.english.gazetteer import (
    DIRECTIONS,
    LANDFORMS,
    LEVELS,
    ONLY_CAPITAL,
    TAILS,
    by_first_word,
    countries,
    goes_with_place,
    level_matcher,
    listed,
    no_place,
)
from hapjak.reading.english.pairs import beside, hyphened, sisters
from hapjak.reading.english.vocabulary import title_words, words
from hapjak.reading.territory import by_code
from hapjak.text.patterns import Worded

FEW = 8  # places that are looked at within one name of a body
LONGEST = 3  # words of a place's name without its level
HEADS_OF_PLACE = ("Mayor", "Governor", "Premier", "mayor", "governor", "premier")
BEFORE = re.compile(
    r"\b(?:(?P<level>[Cc]ity|[Ss]tate|[Pp]rovince|[Pp]refecture|[Cc]ounty|[Rr]egion|[Mm]unicipality"
    r"|[Cc]ommonwealth|[Cc]anton|[Tt]own|[Dd]istrict)"
    r"|[Gg]overnments?|[Mm]ayors?|[Gg]overnors?|[Pp]remier|[Dd]elegations?|[Cc]hief [Mm]inister|[Ll]eaders|[Oo]fficials|[Rr]epresentatives|[Mm]ission|[Cc]ompanies) "
    rf"(?:of|from) (?:the )?(?=[{UPPER}])"
    rf"|\bvisit to (?:the )?(?=[{UPPER}])"
    rf"|\bsister (?:city|state|province|prefecture|county)(?: of)? (?=[{UPPER}])"
)
OFFICE = Worded(
    r"(?:['’]s)? (?:(?:[Vv]ice|[Dd]eputy|[Ee]xecutive|[Aa]cting|Lieutenant|Lord|Provincial|State|County|Metropolitan) )*(?:[Mm]ayor|[Gg]overnor|Gov\.|[Pp]remier"
    rf"|[Pp]arty [Ss]ecretary|[Pp]arty [Cc]hief|Chief Minister|Minister-President|Prefect|Executive),? (?=[{UPPER}])|(?:['’]s)? delegations?\b"
)


class PlaceMention(Struct, frozen=True):
    """A place as printed; `full` is the fullest name that the text gives it."""

    start: int
    end: int
    base: str
    level: str | None


class Places:
    """The places of one text."""

    def __init__(self, capitals: Capitals) -> None:
        self._capitals = capitals
        self._text = capitals.text
        self._full: dict[tuple[str, str], str] = {}  # fullest form by base and class
        self._first_level: dict[str, str] = {}  # the class that a base alone stands for
        found = {(m.start, m.end): m for m in self._with_level()}
        found |= {(m.start, m.end): m for m in self._behind_level()}
        self._bases = {m.base for m in found.values()} | set(self._by_office())
        self._bases |= set(sisters(capitals))
        self._bases |= set(beside(capitals, self._bases, {m.end for m in found.values()}))
        found |= {
            (m.start, m.end): m
            for m in (PlaceMention(*found, None) for found in hyphened(capitals, self._bases))
        }
        found |= {(m.start, m.end): m for m in self._alone(set(found))}
        self.mentions = sorted(found.values(), key=lambda m: (m.start, -m.end))
        self._starts = [mention.start for mention in self.mentions]

    def first_within(self, start: int, end: int) -> PlaceMention | None:
        """The first place that lies wholly in a stretch of text."""
        index = bisect_left(self._starts, start)
        inside = (m for m in self.mentions[index : index + FEW] if m.end <= end)
        return next(inside, None)

    def names(self) -> dict[str, str | None]:
        """Full names with codes; None for a place of no list."""
        return {self.full(m.base, m.level): self._code(m) for m in self.mentions}

    def full(self, base: str, level: str | None = None) -> str:
        """The fullest name of a place in this text: Jilin, Jilin Province."""
        if level is not None:
            return self._full[base, level]
        return self._full[base, self._first_level[base]] if base in self._first_level else base

    def _code(self, mention: PlaceMention) -> str | None:
        territory = territories.find(self.full(mention.base, mention.level), "en")
        code = territory.code if territory else listed().get(mention.base)
        known = by_code(code) if code else None
        is_city = known is not None and "Province" not in known.names["en"]
        return None if mention.level == "city" and code and "-" in code and not is_city else code

    def _keep(self, start: int, end: int, base: str, level: str) -> PlaceMention:
        written = self._text[start:end]
        known = self._full.get((base, level), "")
        if len(written) > len(known):
            self._full[base, level] = written
            self._first_level.setdefault(base, level)
        return PlaceMention(start, end, base, level)

    def _with_level(self) -> Iterator[PlaceMention]:
        """Jilin Province, Dongying city, Jeju Special Self-Governing Province, Jeonnam-do."""
        names, matcher = level_matcher()
        for index, start, end in matcher.find_matches_as_indexes(self._text):
            last = self._capitals.until(start)
            if last is None or self._text[end : end + 1].isalnum():
                continue
            first = self._first(last)
            if first is None:
                continue
            base = self._text[self._capitals.starts[first] : start]
            if base == "Free" and self._text.startswith(" of ", end):
                continue  # the Free State of X
            level = LEVELS.get(names[index].lower()) or ONLY_CAPITAL.get(names[index])
            hall = names[index] in (" City", " Town", "City", "Town") and self._text.startswith(
                " Hall", end
            )
            if (
                level is None or hall
            ):  # an adjective: the body behind it is named, the place is known
                yield PlaceMention(self._capitals.starts[first], start, base, None)
            else:
                yield self._keep(self._capitals.starts[first], end, base, level)
        for start, end, word in zip(
            self._capitals.starts, self._capitals.ends, self._capitals.words, strict=True
        ):
            if word.endswith(TAILS) and word.count("-") == 1:
                yield self._keep(start, end, word.rpartition("-")[0], "tail")

    def _first(self, last: int) -> int | None:
        """The first word of a place's name that ends with a word; None where it is none."""
        capitals = self._capitals
        peoples_name = capitals.words[last] in words("demonym") and last > 0
        inner = last > 0 and capitals.words[last - 1] in DIRECTIONS  # Inner Mongolian
        if (
            peoples_name and not inner and capitals.joined(last - 1)
        ):  # Yanbian Korean Autonomous Prefecture
            last -= 1
        if capitals.words[last] in no_place() and not (peoples_name and inner):
            return None
        first = capitals.run_left(last, no_place(), LONGEST)
        if first and capitals.joined(first - 1) and capitals.words[first - 1] in DIRECTIONS:
            first -= 1
        return first

    def _behind_level(self) -> Iterator[PlaceMention]:
        """City of Lancaster, the state of Iowa, Mayor of Yokohama, a delegation from Linyi."""
        for match in BEFORE.finditer(self._text):
            first = self._capitals.at(match.end())
            if first is None:
                continue
            start, end, base = self._name_from(
                first, match[0].partition(" ")[0].rstrip("s") in HEADS_OF_PLACE
            )
            if not base or base.rpartition(" ")[2] in goes_with_place():
                continue  # officials from X Chamber
            level = LEVELS.get((match["level"] or "").lower())
            if level and self._text[match.start()].isupper():
                yield self._keep(match.start(), end, base, level)
            else:
                yield PlaceMention(start, end, base, None)

    def _name_from(self, first: int, of_office: bool) -> tuple[int, int, str]:
        """A place's name from a word on; empty where it is none."""
        capitals = self._capitals
        start = capitals.starts[first]
        led = first
        if capitals.words[first] in DIRECTIONS and capitals.joined(first):
            led = first + 1
        if led >= len(capitals.words) or capitals.words[led] in no_place():
            return start, start, ""
        known = self._listed_at(start)
        if capitals.words[led].endswith(TAILS):
            known = capitals.ends[led]
        last = capitals.run_right(led, no_place(), LONGEST)
        if (
            last + 1 < len(capitals.words)
            and capitals.joined(last)
            and capitals.words[last + 1] in LANDFORMS
        ):
            last += 1
            known = None
        end = known or capitals.ends[self._without_person(led, last, of_office)]
        base = self._text[start:end]
        return (start, start, "") if base in countries() else (start, end, base)

    def _without_person(self, first: int, last: int, of_office: bool) -> int:
        """The last word of a place's name before a person's: Governor of X Oblast Ann Smith."""
        capitals = self._capitals
        for index in range(first + 1, last):
            if capitals.words[index].lower() in LEVELS:
                return index
        for index in range(first + 1, last + 1):
            if capitals.words[index] in words("surname") and index < last:
                return index - 1
            if "-" in capitals.words[index] and index - 1 > first:
                return index - 2
        for index in range(last - 1, first - 1, -1):
            shorter = self._text[capitals.starts[first] : capitals.ends[index]]
            whole = self._text[capitals.starts[first] : capitals.ends[last]]
            if self._text.count(shorter) > self._text.count(whole) and last - index > 0:
                return index
        composite = first + (capitals.words[first] in words("composite"))
        return composite if of_office and last - first > 1 else last

    def _listed_at(self, start: int) -> int | None:
        """Where a listed name that begins at a place ends."""
        first = self._capitals.at(start)
        for name in by_first_word().get(self._capitals.words[first or 0], ()):
            end = start + len(name)
            if self._text.startswith(name, start) and not self._text[end : end + 1].isalnum():
                return end
        return None

    def _by_office(self) -> Iterator[str]:
        """Linyi Mayor Wu …, the Linyi delegation."""
        for match in OFFICE.finditer(self._text):
            last = self._capitals.until(match.start())
            if last is None or self._capitals.words[last] in no_place():
                continue
            first = self._capitals.run_left(last, no_place(), 2)
            longer = self._text[self._capitals.starts[max(0, first - 1)] : match.start()]
            first -= longer in listed()  # Western Cape
            base = self._text[self._capitals.starts[first] : match.start()]
            if base not in countries() and not base.isupper():
                yield base

    def _alone(self, taken: set[tuple[int, int]]) -> Iterator[PlaceMention]:
        """Names without level: listed ones, and those that stand elsewhere with one."""
        own: dict[str, list[str]] = {}
        for base in sorted(self._bases, key=len, reverse=True):
            own.setdefault(base.partition(" ")[0], []).append(base)
        covered = {position for start, end in taken for position in range(start, end)}
        for index, word in enumerate(self._capitals.words):
            start = self._capitals.starts[index]
            if start in covered:
                continue
            for name in [*own.get(word, ()), *by_first_word().get(word, ())]:
                end = start + len(name)
                if self._text.startswith(name, start) and self._stands(index, end):
                    yield PlaceMention(start, end, name, None)
                    break

    def _stands(self, first: int, end: int) -> bool:
        """Whether a name stands by itself, not within a person's or a longer name."""
        capitals = self._capitals
        last = capitals.until(end)
        if last is None:
            return False
        before = first > 0 and capitals.joined(first - 1)
        if before and capitals.words[first - 1] not in no_place():
            return False
        start = capitals.starts[first]
        # Governor Sindh Kamran Khan, but not Mayor Victoria Alder
        follow = (
            last + 2 < len(capitals.words) and capitals.joined(last) and capitals.joined(last + 1)
        )
        held = before and follow and capitals.words[first - 1] in title_words()
        if (
            before
            and not held
            and capitals.words[first - 1] in title_words()
            and capitals.joined(last)
        ):
            return capitals.words[last + 1] in goes_with_place()
        if held or self._text.endswith((" of ", " of the "), max(0, start - 8), start):
            return True
        return not capitals.joined(last) or capitals.words[last + 1] in goes_with_place()
