"""Traditional and simplified characters."""

from __future__ import annotations

from functools import cache

from hapjak.hanja import tables


def simplify(text: str) -> str:
    """A text in simplified characters, as long as it was: 書記 → 书记.

    Character by character (Unihan kSimplifiedVariant), so it is for matching,
    not for print: 著 and 乾, which stay in use, stay themselves.
    """
    return text.translate(_simplified())


@cache
def _simplified() -> dict[int, str]:
    return str.maketrans(tables.simplified())
