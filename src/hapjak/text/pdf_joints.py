"""What goes between two printed lines of a paragraph: nothing, a blank, no hyphen.

A producer that writes the blank at which it breaks a Korean line tells where
words end; one that never does leaves it open, and then a blank is put in
unless the next line begins with a particle or an ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hapjak.text.lists import read_list
from hapjak.text.paragraphs import Piece
from hapjak.text.pdf_lines import HYPHEN, PrintedLine, PrintedPage

_HAN = re.compile(r"[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_FULL_WIDTH_SIGN = re.compile(r"[\u3000-\u303f\uff00-\uffef—…·]")
_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f가-힣]")
_OPENING = frozenset("([{（［《〈「『【〔“‘")
_CLOSING = frozenset(")]}）］》〉」』】〕”’,.;:!?，。、；：！？")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_LAST_WORD = re.compile(r"[A-Za-z]+$")
_FIRST_WORD = re.compile(r"[A-Za-z]+")
WRITES_BLANKS = (
    0.1  # share of Korean lines that end in a blank, from which the others end in a word
)


class Joints:
    """How the lines of one document are joined."""

    def __init__(self, pages: Sequence[PrintedPage]) -> None:
        lines = [line.text for page in pages for line in page.lines]
        korean = [text for text in lines if _HANGUL.search(text.rstrip()[-1:])]
        blanks = sum(text.endswith(" ") for text in korean)
        self._breaks_words = bool(korean) and blanks >= WRITES_BLANKS * len(korean)
        self._words = {word for text in lines for word in _WORD.findall(text)}
        self._endings = frozenset(row["ending"] for row in read_list("endings.tsv"))

    def join(self, pieces: list[Piece], line: PrintedLine) -> None:
        """Put a line behind the pieces of a paragraph."""
        before = "".join(char for char, _ in pieces[-40:])
        after = line.text
        if before.endswith((HYPHEN, "-", "\xad")) and self._undo_hyphen(before[:-1], after):
            pieces.pop()
        elif self._needs_blank(before, after):
            pieces.append((" ", pieces[-1][1] + 1))
        pieces += line.pieces

    def hyphens_shown(self, pieces: Sequence[Piece]) -> Iterator[Piece]:
        """The pieces with the hyphens that stand, as hyphens."""
        return ((("-" if char == HYPHEN else char), place) for char, place in pieces)

    def _undo_hyphen(self, before: str, after: str) -> bool:
        """Whether a hyphen only breaks a word: unless the word has one elsewhere."""
        first, last = _LAST_WORD.search(before), _FIRST_WORD.match(after)
        if first is None or last is None or not last[0][0].islower():
            return False
        return f"{first[0]}-{last[0]}" not in self._words

    def _needs_blank(self, before: str, after: str) -> bool:
        last, first = before[-1:], after[:1]
        if not last.strip() or not first.strip() or last in {HYPHEN, "-"}:
            return False
        if last in _OPENING or (first in _CLOSING):
            return False
        signs = _FULL_WIDTH_SIGN.match(last) or _FULL_WIDTH_SIGN.match(first)
        if signs or (_HAN.match(last) and not _HANGUL.match(first)):
            return False
        if _HAN.match(first) and not _HANGUL.match(last):
            return False
        if _HANGUL.match(first):
            return not self._breaks_words and not self._continues_word(last, after)
        return True

    def _continues_word(self, last: str, after: str) -> bool:
        word = re.match(r"[가-힣]+[.,]?", after)
        return last.isdigit() or (word is not None and word[0] in self._endings)
