"""What a language's reports say at the turns that matter, as patterns.

`Meetings`, `Lines` and agreements read all languages alike; a language
module fills one `Cues`. Every pattern is linear: no nested repetition.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from ahocorasick_rs import AhoCorasick
from msgspec import Struct

from hapjak.reading.dates import DateMention
from hapjak.reading.model import AgreementKind, MeetingKind, Role
from hapjak.reading.tables import read_table
from hapjak.text.patterns import Pattern


class Cues(Struct, frozen=True):
    """Patterns of one language. Groups: `term` in meeting, `place` in stay, visit and place."""

    language: str
    dates: Callable[[str, str | None], list[DateMention]]
    meeting: Pattern  # a meeting that is held
    sign: Pattern  # an instrument is being signed
    stay: Pattern  # "during the stay in …": the visit around
    visit: Pattern  # a delegation goes to …
    delegation: Pattern
    stop: Pattern  # a stop on the way, where talks were held
    place: Pattern
    venue: Pattern  # a word that is a place of meeting
    planned: Pattern
    same_day: Pattern  # "this day": the day told before
    took_part: Pattern  # a list of who took part
    about_talks: Pattern  # such a list names the talks themselves
    acts: Pattern  # what may follow the short name of a party that acts
    acts_not: Pattern  # what follows a name that only owns or locates
    roles: tuple[tuple[Pattern, Role], ...]
    clause: Pattern  # where a coordinated clause ends
    discussed: Pattern
    promoted: Pattern
    learned: Pattern
    signing: Pattern  # behind an instrument's name: it is signed
    signing_before: Pattern  # before it
    known: Pattern  # before an instrument's name: one told of before
    titled: Pattern  # a title in quotes that ends with the instrument's name


@cache
def meeting_kinds(language: str) -> dict[str, MeetingKind]:
    return {row["term"]: MeetingKind(row["kind"]) for row in read_table(f"meetings.{language}.tsv")}


@cache
def agreement_kinds(language: str) -> dict[str, AgreementKind]:
    """Names of instruments in small letters with their kinds."""
    rows = read_table(f"agreements.{language}.tsv")
    return {row["term"].lower(): AgreementKind(row["kind"]) for row in rows}


def alternatives(words: dict[str, MeetingKind] | dict[str, AgreementKind]) -> str:
    """Words as one pattern, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def names_agreement(language: str) -> Callable[[str], bool]:
    """Whether a text names an instrument at all, told in one pass."""
    kinds = [term.lower() for term in agreement_kinds(language)]
    matcher = AhoCorasick(kinds)
    return lambda text: bool(matcher.find_matches_as_indexes(text.lower()))


@cache
def agreement_terms(language: str) -> Pattern:
    """Names of instruments as one pattern."""
    return re.compile(alternatives(agreement_kinds(language)), re.IGNORECASE)
