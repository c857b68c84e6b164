"""A spelling without what the eye does not see: composition, width, invisible characters."""

from __future__ import annotations

import re
import unicodedata

from hapjak.hanja.hangul import FIRST, LAST, join_letters

# Cf is told by category; these are letters or marks by category, and yet show nothing.
UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
HAN = re.compile(
    "[\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
)
LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")


def visible(text: str) -> str:
    """A text without invisible and control characters; tab and line ends become spaces."""
    seen = UNSEEN.sub("", text)
    kept = (
        " " if c in "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85" else c
        for c in seen
        if c.isspace() or unicodedata.category(c) not in ("Cf", "Cc", "Cs")
    )
    return "".join(kept)


def plain(text: str) -> str:
    """The same letters in one shape: composed, of usual width, Hangul as syllables.

    Characters of compatibility (ﾊ, Ａ, 金 U+F90A, ⼈) become the usual ones. Applied
    twice it changes nothing more.
    """
    joined = join_letters(visible(unicodedata.normalize("NFC", text)))
    return visible(unicodedata.normalize("NFKC", joined))


def is_han(character: str) -> bool:
    return HAN.match(character) is not None


def is_hangul(character: str) -> bool:
    return FIRST <= ord(character) <= LAST


def is_latin(character: str) -> bool:
    return LATIN.match(character) is not None
