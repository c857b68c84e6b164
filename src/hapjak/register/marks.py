"""Marks in a text: overlapping spans cut into pieces that nest cleanly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to show. `key` names what it stands for; `url` is where it leads, if anywhere."""

    start: int
    end: int
    kind: str
    key: str
    label: str = ""
    url: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch with the marks that cover it, widest first, and those that begin with it."""

    text: str
    start: int
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]


def cut(text: str, marks: Iterable[Mark]) -> Iterator[list[Piece]]:
    """The lines of a text, each as pieces. Marks outside the text are left out.

    Joining all pieces of a line gives the line back, whatever the marks.
    """
    valid = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    widest_first = sorted(valid, key=lambda mark: (mark.start - mark.end, mark.start))
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        inside = [mark for mark in widest_first if mark.start < end and mark.end > start]
        yield list(_cut_line(text, start, end, inside))
        start = end + 1


def _cut_line(text: str, start: int, end: int, marks: list[Mark]) -> Iterator[Piece]:
    edges = {start, end}
    for mark in marks:
        edges.update((max(start, mark.start), min(end, mark.end)))
    borders = sorted(edges)
    for left, right in pairwise(borders):
        covering = tuple(mark for mark in marks if mark.start <= left and mark.end >= right)
        begins = tuple(mark for mark in covering if mark.start == left)
        yield Piece(text[left:right], left, covering, begins)


def neighbours(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The sentence before, the sentence or sentences of the span, and the one after.

    What the public may see of other people's texts. Sentences end at the
    usual marks of the four languages or at a line's end.
    """
    left = _sentence_start(text, start)
    right = _sentence_end(text, end)
    before = text[_sentence_start(text, max(0, left - 1)) : left]
    after = text[right : _sentence_end(text, min(len(text), right + 1))]
    return before.strip(), text[left:right].strip(), after.strip()


ENDS = frozenset("。！？!?\n")
CLOSERS = frozenset("”’\"'」』）)》〉")


def _is_end(text: str, index: int) -> bool:
    """Whether a sentence ends with the character; a point counts only before a blank."""
    character = text[index]
    return character in ENDS or (
        character == "." and text[index + 1 : index + 2] in (" ", "\n", "")
    )


def _sentence_start(text: str, index: int) -> int:
    """Where the sentence that holds `index` begins."""
    position = index
    while position > 0 and not _closes(text, position - 1):
        position -= 1
    while position < index and text[position] in " \n":
        position += 1
    return position


def _closes(text: str, index: int) -> bool:
    """Whether a sentence is over after the character: an end mark, or a bracket behind one."""
    while index > 0 and text[index] in CLOSERS:
        index -= 1
    return _is_end(text, index)


def _sentence_end(text: str, index: int) -> int:
    """Where the sentence that holds the character before `index` ends."""
    position = max(index, 1)
    while position < len(text) and not _is_end(text, position - 1):
        position += 1
    while position < len(text) and text[position] in CLOSERS:
        position += 1
    return position
