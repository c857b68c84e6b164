"""Cleaning a paragraph, with the map back to where its characters stood.

What is printed stays; what cannot be seen goes or is made visible:

- NFC, so that a syllable typed whole or as three jamo is one text;
- every kind of blank becomes one space, none at the ends;
- zero-width characters, bidirectional controls, soft hyphens and variation
  selectors go: they hide or re-order what a reader believes to see;
- C0 controls become their visible pictures (U+2400 on); C1 controls,
  surrogates and noncharacters become U+FFFD;
- of a run of combining marks the first 30 stay (the bound of the Stream-Safe
  Text Format, Unicode UAX #15 section 13): sorting longer runs is quadratic.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from hapjak.text.origins import Run

_BLANK = (
    r"\t\n\x0b\x0c\r\x1c-\x1f \x85\xa0\u1680\u2000-\u200a\u2028\u2029"
    r"\u202f\u205f\u2800\u3000\u3164\uffa0"
)
_UNSEEN = (
    r"\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufe00-\ufe0f\ufeff\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_BROKEN = (
    r"\x80-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
    r"\U0001fffe\U0001ffff\U0010fffe\U0010ffff"
)
_CONTROL = r"\x00-\x08\x0e-\x1b\x7f"
_OTHER_BLANK = _BLANK.replace(" ", "")
_ODD = re.compile(rf"[{_UNSEEN}{_BROKEN}{_CONTROL}{_OTHER_BLANK}]")
_BLANKS = frozenset(re.findall(f"[{_BLANK}]", "".join(map(chr, range(0x10000)))))
_IS_UNSEEN = re.compile(f"[{_UNSEEN}]").match
_IS_BROKEN = re.compile(f"[{_BROKEN}]").match
MARKS_KEPT = 30


class Clean(Struct, frozen=True):
    """A cleaned piece of text and the runs of it that stand in the source."""

    text: str
    runs: tuple[Run, ...] = ()


def clean(source: str, start: int = 0) -> Clean:
    """Clean one paragraph that begins at `start` of the decoded source."""
    text = source.strip(" ")
    if is_clean(text):
        left = len(source) - len(source.lstrip(" "))
        return Clean(text, ((0, start + left, len(text)),) if text else ())
    return clean_pieces(zip(source, range(start, start + len(source)), strict=True))


def is_clean(text: str) -> bool:
    """Whether nothing in a text needs to go or change; then nothing in a part of it does."""
    return "  " not in text and _ODD.search(text) is None and unicodedata.is_normalized("NFC", text)


Piece = tuple[str, int]  # a character, or several side by side, and their place in the source


def clean_spans(spans: Sequence[Piece]) -> Clean:
    """Clean a paragraph that is put together from several stretches of the source."""
    if len(spans) == 1:
        return clean(*spans[0])
    return clean_pieces(
        piece
        for text, start in spans
        for piece in zip(text, range(start, start + len(text)), strict=True)
    )


def clean_pieces(pieces: Iterable[Piece]) -> Clean:
    """Clean a paragraph whose characters do not stand side by side in the source."""
    return _join(_clusters(_seen(pieces)))


def _seen(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Characters as they will stand; blanks folded, unseen ones left out."""
    blank_before = True
    for char, place in pieces:
        if char in _BLANKS:
            if not blank_before:
                yield " ", place
            blank_before = True
            continue
        if char > "~" and _IS_UNSEEN(char):
            continue
        blank_before = False
        yield _visible(char), place


def _visible(char: str) -> str:
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "\u2421"
    return "\ufffd" if char > "~" and _IS_BROKEN(char) else char


def _clusters(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """A character with the marks and jamo that compose with it, in NFC."""
    cluster, place, last, marks = "", 0, 0, 0
    for char, at in pieces:
        mark = unicodedata.combining(char) != 0
        if cluster and (mark or "\u1161" <= char <= "\u11ff"):
            marks = marks + 1 if mark else 0
            if marks <= MARKS_KEPT:
                cluster += char
                last = at
            continue
        yield from _composed(cluster, place, last)
        cluster, place, last, marks = char, at, at, 0
    yield from _composed(cluster, place, last)


def _composed(cluster: str, place: int, last: int) -> Iterator[Piece]:
    """The characters of a cluster in NFC: some are one in the source and two in it (ड़)."""
    for index, char in enumerate(unicodedata.normalize("NFC", cluster)):
        yield char, min(place + index, last)


def _join(clusters: Iterable[Piece]) -> Clean:
    """Put the clusters together; neighbours in text and source form one run.

    A composed syllable points at the first of its characters in the source.
    """
    text: list[str] = []
    runs: list[Run] = []
    length = 0
    for cluster, at in clusters:
        if runs and runs[-1][0] + runs[-1][2] == length and runs[-1][1] + runs[-1][2] == at:
            runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + len(cluster))
        else:
            runs.append((length, at, len(cluster)))
        text.append(cluster)
        length += len(cluster)
    joined = "".join(text)
    stripped = joined.rstrip(" ")
    return Clean(stripped, _cut(runs, len(stripped)))


def _cut(runs: Iterable[Run], length: int) -> tuple[Run, ...]:
    return tuple((at, place, min(size, length - at)) for at, place, size in runs if at < length)


def shift(runs: Iterable[Run], offset: int) -> Iterator[Run]:
    """The same runs for a piece that begins at `offset` of the whole text."""
    return ((at + offset, place, size) for at, place, size in runs)
