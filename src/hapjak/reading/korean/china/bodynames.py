"""How a word names a body: by its ending, and by what stands before it.

An ending (`data/bodies.ko-CN.tsv`) needs a place, or any name; a word of the
text may carry particles, or a post glued behind a company.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from hapjak.reading.korean.china.places import PREFIXES
from hapjak.reading.korean.words import PARTICLES
from hapjak.reading.tables import read_table

LEVEL_WORDS = frozenset("성주시현구진향")
LONGEST_TAIL = 12
REMEMBERED = 65_536  # words whose reading is kept
_PARTICLES = frozenset(PARTICLES)
# 항대그룹리사장: a post glued behind the company it is held in
COMPANIES = ("그룹", "회사", "공사", "은행")
HELD_POST = re.compile(
    r"(?P<body>[가-힣A-Za-z]{2,20}(?:그룹|회사|공사|은행|대학|병원|협회|상회))"
    r"(?:부?총경리|부?총재|(?:부|명예)?리사장|동사장|부?회장|리사회주석|부?교장|부?총장|부?원장|당위서기|부?비서장)"
)


SENT_BY = re.compile(
    r"(?<=[교학원회룹사행])(?:대표단|방문단|고찰단|시찰단|참관단|사절단|교류단|일행)$"
)
# 갑성당정대표단, 을대학방문단: people sent by whoever stands before
SENT = re.compile(
    r"(?:당정|정부|시정부|경제무역|경제|무역|문화|관광|문화관광|우호|친선|체육|농업|청소년|기업가|기업|투자유치|실무|학습|공무원|의원)*"
    r"(?:대표단|방문단|고찰단|시찰단|참관단|사절단|교류단|대표팀|학습고찰단|조사연구조|고찰조)"
)


@dataclass(frozen=True, slots=True)
class Tail:
    """How a body's name ends, and what must stand before it."""

    text: str
    kind: str
    where: str


@cache
def _tails() -> dict[str, Tail]:
    rows = read_table("bodies.ko-CN.tsv")
    return {row["tail"]: Tail(row["tail"], row["kind"], row["where"]) for row in rows}


@cache
def words(name: str) -> tuple[str, ...]:
    return tuple(row["word"] for row in read_table("words.ko-CN.tsv") if row["list"] == name)


def place_tail(rest: str, elided: bool) -> str | None:
    """The kind of body that stands on a place; 외사판공실 and the like are its parts."""
    tail = _tails().get(rest)
    if tail and tail.where == "place":
        return None if elided and rest in ("위원회", "의회") else tail.kind
    if SENT.fullmatch(rest):
        return "same"
    if rest.startswith(("당위", "인대")) and len(rest) > 2:
        inner = _tails().get(rest[2:].removeprefix("원회"))
        return "party" if inner and inner.kind == "party" else None
    if elided:
        known = rest.startswith(words("department")) and rest.endswith(words("department end"))
        return "part" if known else None
    return "part" if len(rest) > 2 and rest.endswith(words("department end")) else None


def alone(word: str) -> str | None:
    """The kind of the body that a word names all by itself: 산업통상자원부."""
    tail = _tails().get(word)
    return tail.kind if tail is not None and tail.where == "alone" else None


def bare_tail(word: str) -> Tail | None:
    """An association's ending that stands as a word of its own: 무역촉진회."""
    tail = _tails().get(word)
    fits = tail is not None and tail.where == "name" and tail.kind == "association"
    return tail if fits and len(word) > 3 else None


def name_tail(word: str) -> Tail | None:
    """The longest ending of a word that needs a name before it."""
    for length in range(min(len(word) - 2, LONGEST_TAIL), 1, -1):
        tail = _tails().get(word[-length:])
        if tail and tail.where == "name":
            return tail
    return None


def is_generic(prefix: str) -> bool:
    """Whether what stands before an ending is made of common words alone: 국내 유명 대학."""
    while prefix:
        word = next((w for w in words("no body name") if prefix.endswith(w)), None)
        if word is None:
            return False
        prefix = prefix[: -len(word)]
    return True


@lru_cache(maxsize=REMEMBERED)
def bare(word: str) -> tuple[str, ...]:
    """A word as it stands, without one particle, without two, then without a post glued to it."""
    found = [word]
    for _ in range(2):
        last = found[-1]
        ending = next(
            (last[-n:] for n in range(min(4, len(last) - 2), 0, -1) if last[-n:] in _PARTICLES),
            None,
        )
        if ending is None:
            break
        found.append(last[: -len(ending)])
    held = HELD_POST.fullmatch(found[-1])
    sent = SENT_BY.search(found[-1])
    if sent:
        found.append(found[-1][: sent.start()])
    return (*found, held["body"]) if held else tuple(found)


@lru_cache(maxsize=REMEMBERED)
def may_be_body(word: str) -> bool:
    """Whether a word has a body's ending, or a beginning that could be one's."""
    ends = (*_tails(), *words("department end"), *words("inner department"))
    return any(
        stem[0] in LEVEL_WORDS or stem.startswith(PREFIXES) or stem.endswith(ends)
        for stem in bare(word)
    )
