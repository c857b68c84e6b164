"""Traditional and simplified characters, and other shapes of them."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from hapjak.hanja import tables
from hapjak.hanja.plain import is_han, is_hangul, is_latin

MOST = 64  # combinations that are told; a name with more is rare and its likeliest come first


class Script(StrEnum):
    """Writing of a name."""

    HAN = "han"
    HANGUL = "hangul"
    LATIN = "latin"


def script_of(name: str) -> Script | None:
    """The one script of a name's letters; None for none, several or another one."""
    letters = [c for c in name if c.isalnum()]
    for script, belongs in (
        (Script.HAN, is_han),
        (Script.HANGUL, is_hangul),
        (Script.LATIN, is_latin),
    ):
        if letters and all(map(belongs, letters)):
            return script
    return None


def simplify(text: str) -> str:
    """A text in simplified characters, as long as it was: 書記 → 书记.

    Character by character (Unihan kSimplifiedVariant), so it is for matching,
    not for print: 著 and 乾, which stay in use, stay themselves.
    """
    return text if _unsimplified().search(text) is None else text.translate(_simplified())


def base_form(text: str) -> str:
    """A text in one shape of each character, for comparing: 敎育 and 教育, 靑島 and 青岛."""
    return text.translate(_shapes()).translate(_simplified())


def traditional_forms(text: str) -> tuple[str, ...]:
    """All texts in traditional characters a simplified one may stand for, the likeliest first.

    叶 is 葉 or 叶, 范 is 範 or 范; at most `MOST` are told. Characters that have
    no other form stay.
    """
    table = tables.traditional()
    return combinations([table.get(c, (c,)) for c in text])


def combinations(options: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Texts made of one option at each place; those of the lowest ranks first, at most `MOST`."""
    best: list[tuple[int, str]] = [(0, "")]
    for choices in options:
        longer = [
            (cost + rank, text + one) for cost, text in best for rank, one in enumerate(choices)
        ]
        best = sorted(longer, key=lambda pair: pair[0])[:MOST]
    return tuple(dict.fromkeys(text for _, text in best)) if options else ()


@cache
def _simplified() -> dict[int, str]:
    return str.maketrans(tables.simplified())


@cache
def _unsimplified() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(map(chr, sorted(_simplified()))))}]")


@cache
def _shapes() -> dict[int, str]:
    return str.maketrans(tables.shapes())
