"""Whether two spellings, in whatever writing, may be one name, and which form says so.

    match_spelling("蔡奇", "차이치")        sound
    match_spelling("길림성", "Jilin Province")  by-character

A match proposes. Even a regular one is no proof: 蔡奇 and 蔡琪 are both 채기,
and many people are called 王伟. Namesakes are told apart by post, body and
date, never here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hapjak.hanja import relations, tables
from hapjak.hanja.names import LONGEST
from hapjak.hanja.plain import plain
from hapjak.hanja.relations import How, Link
from hapjak.hanja.script import Script, script_of
from hapjak.hanja.suspect import is_suspect
from hapjak.hanja.words import Kind, Wording, agree, wordings

BETWEEN_KOREAN = (How.BY_CHARACTER, How.NORM, How.SOUND)
MOST_LETTERS = 200  # of a body's name in Latin letters; longer strings are no names


@dataclass(frozen=True, slots=True)
class Match:
    """Why two spellings may be one name.

    Attributes:
        how: The written form that leads from one to the other.
        regular: By the rule or the first reading; others are only possible.
        syllables: Length of what agrees; two syllables say little.
        level_missing: One side leaves out 省 or 市, and places of two levels bear the name.
        suspect: One side has look-alike or invisible characters.
    """

    how: How
    regular: bool
    syllables: int
    level_missing: bool = False
    suspect: bool = False

    @property
    def clear(self) -> bool:
        """Whether the spellings alone say it: no other likely name is spelled so.

        True by the rule, or for three syllables and more; never for a suspect
        name or where the kind of place is left open.
        """
        sure = self.regular or self.syllables > 2
        return sure and not self.level_missing and not self.suspect


def match_spelling(one: str, other: str, kind: Kind | None = None) -> Match | None:
    """How two spellings may be one name of a person, place or body; None if they may not.

    Any two strings may be asked for, in either order, with the same answer. The
    kind, where it is known, keeps 왕기산 from being a mountain.
    """
    if len(one) > MOST_LETTERS or len(other) > MOST_LETTERS:
        return None
    first, second = sorted((one, other))
    found = _matched(bare(first), bare(second), kind)
    if found is None or not (is_suspect(one) or is_suspect(other)):
        return found
    return Match(found.how, found.regular, found.syllables, found.level_missing, suspect=True)


def bare(name: str) -> str:
    """A name as it is compared: plain; Chinese and Korean without spaces and marks."""
    shown = plain(name).strip()
    script = script_of(shown)
    if script in (Script.HAN, Script.HANGUL):
        return "".join(c for c in shown if c.isalnum())
    return " ".join(shown.split())


@lru_cache(maxsize=4096)
def _matched(one: str, other: str, kind: Kind | None) -> Match | None:
    scripts = script_of(one), script_of(other)
    if not one or not other:
        return None
    if one.casefold() == other.casefold():
        return Match(How.SAME, True, _length(one, scripts[0]))
    if scripts[0] is None or scripts[1] is None:
        return None
    left, right = wordings(one, scripts[0], kind), wordings(other, scripts[1], kind)
    pairs = [(a, b) for a in left for b in right]
    found = [match for a, b in pairs if (match := _worded(a, b, scripts[0], scripts[1]))]
    return min(found, key=lambda m: (m.level_missing, not m.regular), default=None)


def _worded(a: Wording, b: Wording, script: Script, other: Script) -> Match | None:
    """The match of two names taken apart: the same words, and cores that belong together."""
    if not agree(a.words, b.words) or bool(a.core) != bool(b.core):
        return None
    missing = bool(a.levels) != bool(b.levels)
    if not missing and not agree(a.levels, b.levels):
        return None
    said = len(a.words)
    if not a.core:
        return Match(How.SAME, True, 2 * said) if said else None
    link = _linked(a.core, b.core, script, other)
    if link is None or (missing and not link.regular and link.how not in BETWEEN_KOREAN):
        return None
    missing = missing and bool({a.core.lower(), b.core.lower()} & tables.shared_places())
    shorter = min(_length(a.core, script), _length(b.core, other))
    return Match(link.how, link.regular, shorter + 2 * said, missing)


def _linked(a: str, b: str, script: Script, other: Script) -> Link | None:
    """The relation of two cores; long strings are no names."""
    if len(a) > LONGEST or len(b) > LONGEST:
        return None
    match script, other:
        case (Script.HAN, Script.HAN):
            return relations.characters(a, b)
        case (Script.HAN, Script.HANGUL):
            return relations.characters_hangul(a, b)
        case (Script.HANGUL, Script.HAN):
            return relations.characters_hangul(b, a)
        case (Script.HAN, Script.LATIN):
            return relations.characters_latin(a, b)
        case (Script.LATIN, Script.HAN):
            return relations.characters_latin(b, a)
        case (Script.HANGUL, Script.HANGUL):
            return Link(How.SAME, True) if a == b else relations.hangul(a, b)
        case (Script.HANGUL, Script.LATIN):
            return relations.hangul_latin(a, b)
        case (Script.LATIN, Script.HANGUL):
            return relations.hangul_latin(b, a)
        case _:
            return relations.latin_latin(a, b)


def _length(name: str, script: Script | None) -> int:
    """About how many syllables a name has."""
    letters = sum(c.isalnum() for c in name)
    return letters if script is not Script.LATIN else max(1, letters // 3)
