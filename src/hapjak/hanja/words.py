"""Names of places and bodies in their parts: what is a name and what says the kind.

吉林省, 지린성 and Jilin Province are one core and one level; 国家发展和改革委员会
and National Development and Reform Commission are words alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from hapjak.hanja import tables
from hapjak.hanja.script import Script, base_form
from hapjak.hanja.tables import Part

BINDING = "和与及및"  # and
LITTLE = frozenset({"of", "the", "and", "for", "to", "in", "a"})
ENDS = ("level", "tail")
USUAL = frozenset({"province", "city", "county", "district", "gun", "university", "ministry"})


class Kind(StrEnum):
    """What a name names."""

    PERSON = "person"
    PLACE = "place"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a name: a known word, or what no table knows (the core)."""

    text: str
    parts: tuple[Part, ...]  # several where one text is several words: 상무 商务 and 常务

    def is_a(self, *kinds: str) -> bool:
        return any(part.kind in kinds for part in self.parts)

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(part.id for part in self.parts)


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to take a name apart: the core, and the ids of its words."""

    core: str
    words: tuple[frozenset[str], ...]
    levels: tuple[frozenset[str], ...]
    pieces: tuple[Piece, ...]


def wordings(name: str, script: Script, kind: Kind | None = None) -> tuple[Wording, ...]:
    """The ways to take a name apart: as it stands, and with its known words taken out.

    Names of their own (陕西 Shaanxi) are once taken as known and once left to
    the rules. A person's name is never taken apart.
    """
    whole = Wording(name, (), (), (Piece(name, ()),))
    pieces = pieces_of(name, script)
    if kind is Kind.PERSON:
        known = len(pieces) == 1 and pieces[0].is_a("name")  # 乌兰夫 Ulanhu
        return (whole, _wording(pieces)) if known else (whole,)
    if kind is Kind.PLACE:  # 의정부 is no government, 长银 no bank
        pieces = tuple(Piece(p.text, tuple(filter(_of_places, p.parts))) for p in pieces)
    left = tuple(Piece(p.text, () if p.is_a("name") else p.parts) for p in pieces)
    taken = [_wording(pieces), _wording(left)]
    if script is not Script.LATIN:
        taken.append(_wording(_together(base_form(name), script, inner=False)))
    if len(pieces) > 1 and _may_be_one(pieces[-2], pieces[-1], script):
        joined = Piece(pieces[-2].text + pieces[-1].text, ())
        taken.append(_wording((*pieces[:-2], joined)))
    return tuple(dict.fromkeys(taken if kind else (whole, *taken)))


def _may_be_one(core: Piece, end: Piece, script: Script) -> bool:
    """Whether an end may belong to the name itself: 안동 安东 is no 동 of 안."""
    if script is Script.LATIN or core.parts or not end.is_a(*ENDS):
        return False
    return len(core.text) == 1 or not end.ids & USUAL


def _of_places(part: Part) -> bool:
    """Whether a word stands in names of places: levels, names and peoples."""
    return part.kind in ("level", "name") or part.id.endswith("-people")


def pieces_of(name: str, script: Script) -> tuple[Piece, ...]:
    """A name in known words and what lies between them."""
    return _latin(name) if script is Script.LATIN else _together(base_form(name), script)


def _wording(pieces: tuple[Piece, ...]) -> Wording:
    core = "".join(p.text for p in pieces if not p.parts)
    said = [p for p in pieces if p.parts and not p.is_a("small")]
    return Wording(
        core.strip(),
        tuple(p.ids for p in said if not p.is_a("level")),
        tuple(p.ids for p in said if p.is_a("level")),
        pieces,
    )


def _together(name: str, script: Script, inner: bool = True) -> tuple[Piece, ...]:
    """Pieces of a name written without spaces, by longest match.

    `inner`: whether a level of one syllable may end a core within: 吉林省委员会
    has one, 광시좡족자치구 (广西) has none.
    """
    anywhere, ends = _by_text(script)
    pieces: list[Piece] = []
    core = ""
    place = 0
    while place < len(name):
        found = _longest(name, place, anywhere)
        if found is None:
            core += name[place]
            place += 1
            continue
        pieces.extend(_ended(core, ends if inner else {}, bool(pieces), within=True))
        core = ""
        pieces.append(Piece(found, anywhere[found]))
        place += len(found)
    pieces.extend(_ended(core, ends, bool(pieces)))
    return tuple(pieces)


def _ended(
    core: str, ends: dict[str, tuple[Part, ...]], follows: bool, within: bool = False
) -> list[Piece]:
    """A core with the level or tail at its end cut off; nothing for a binding word.

    Within a name 大 and 部 are no tails: 恒大集团.
    """
    core = core.lstrip(BINDING) if follows else core
    core = core.rstrip(BINDING) if within else core
    rest, end = core[:-1], core[-1:]
    found = ends.get(end, ())
    if within:
        found = tuple(part for part in found if part.kind == "level")
    if found and (rest or follows):
        return [Piece(t, p) for t, p in ((rest, ()), (end, found)) if t]
    return [Piece(core, ())] if core else []


def _longest(name: str, place: int, known: dict[str, tuple[Part, ...]]) -> str | None:
    for length in range(min(16, len(name) - place), 0, -1):
        if name[place : place + length] in known:
            return name[place : place + length]
    return None


def _latin(name: str) -> tuple[Piece, ...]:
    """Pieces of a Latin name, word by word, the longest run of words first."""
    found = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", name.lower().replace("-", " "))
    known = _by_words()
    pieces: list[Piece] = []
    place = 0
    while place < len(found):
        for length in range(min(8, len(found) - place), 0, -1):
            text = " ".join(found[place : place + length]).replace("’", "'")
            piece = Piece(text, known.get(text, ()))
            if piece.parts and (place or not piece.is_a("level")):
                pieces.append(piece)
                place += length
                break
        else:
            if found[place] not in LITTLE:
                pieces.append(Piece(found[place] + " ", ()))
            place += 1
    return tuple(pieces)


@cache
def _by_text(script: Script) -> tuple[dict[str, tuple[Part, ...]], dict[str, tuple[Part, ...]]]:
    """Words that stand anywhere, and those of one syllable, which only end a core."""
    anywhere: dict[str, tuple[Part, ...]] = {}
    ends: dict[str, tuple[Part, ...]] = {}
    for part in tables.parts():
        texts = [base_form(t) for t in part.zh] if script is Script.HAN else part.china + part.south
        for text in dict.fromkeys(texts):
            table = ends if len(text) == 1 else anywhere
            table[text] = (*table.get(text, ()), part)
    return anywhere, ends


@cache
def _by_words() -> dict[str, tuple[Part, ...]]:
    found: dict[str, tuple[Part, ...]] = {}
    for part in tables.parts():
        for text in part.en:
            words = text.lower().replace("-", " ")
            found[words] = (*found.get(words, ()), part)
    return found


def agree(one: tuple[frozenset[str], ...], other: tuple[frozenset[str], ...]) -> bool:
    """Whether two names have the same words, in any order."""
    left = list(other)
    for ids in one:
        match = next((i for i, more in enumerate(left) if ids & more), None)
        if match is None:
            return False
        del left[match]
    return not left
