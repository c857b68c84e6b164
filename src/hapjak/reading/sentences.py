"""Sentences of an article, with their places in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

ENDS = frozenset("。！？!?")
CLOSERS = frozenset("”’」』）)》〉\"'")
OPENERS = frozenset("“‘「『（(《〈")
TURNS = re.compile(f"[{re.escape(''.join(sorted(ENDS | CLOSERS | OPENERS)))}.]")
ABBREVIATIONS = (
    "mr.",
    "ms.",
    "mrs.",
    "dr.",
    "no.",
    "vs.",
    "st.",
    "prof.",
    "gen.",
    "gov.",
    "sec.",
    "lt.",
    "hon.",
    "rt.",
    "sen.",
    "rep.",
    "atty.",
    "engr.",
    "rev.",
    "col.",
    "capt.",
    "brig.",
    "maj.",
    "s.",
    "approx.",
    "etc.",
    "jan.",
    "feb.",
    "mar.",
    "apr.",
    "jun.",
    "jul.",
    "aug.",
    "sept.",
    "sep.",
    "oct.",
    "nov.",
    "dec.",
    "u.s.",
    "u.k.",
    "u.n.",
    "d.c.",
    "p.r.",
    "co.",
    "corp.",
    "inc.",
    "ltd.",
    "vol.",
    "fig.",
    "art.",
    "mt.",
    "ft.",
    "jr.",
    "sr.",
    "e.g.",
    "i.e.",
    "dept.",
    "univ.",
    "assn.",
    "bros.",
    "gov’t.",
    "datu.",
)
WORD = 16  # characters in which an abbreviation before a point is looked for
LONGEST = 2_000  # characters; no written sentence is longer, so a longer one is no sentence
BREAKS = "；;，,、 "


class Sentence(Struct, frozen=True):
    """A sentence: `text == article.text[start:end]`; `paragraph` counts lines from 0."""

    text: str
    start: int
    end: int
    paragraph: int


def split(text: str) -> list[Sentence]:
    """Split at lines and at sentence marks that stand outside of quotation marks.

    A mark inside quotes ends no sentence, because who speaks stands outside;
    a quotation never closed ends with its line. A point counts only before a
    blank or the line's end, and not after a single capital or a title (Mr.).
    What goes on for longer than `LONGEST` is cut at a lesser mark.
    """
    sentences: list[Sentence] = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        sentences.extend(_split_line(line, start, number))
        start += len(line) + 1
    return sentences


def _split_line(line: str, offset: int, paragraph: int) -> list[Sentence]:
    found = []
    begin = 0
    ends = [*_ends(line), len(line)]
    for end in _cut(line, ends) if len(line) > LONGEST else ends:
        piece = line[begin:end]
        stripped = piece.strip()
        if stripped:
            start = offset + begin + len(piece) - len(piece.lstrip())
            found.append(Sentence(stripped, start, start + len(stripped), paragraph))
        begin = end
    return found


def _cut(line: str, ends: list[int]) -> Iterator[int]:
    """The ends, and places to part what is too long for a sentence."""
    begin = 0
    for end in ends:
        while end - begin > LONGEST:
            stop = begin + LONGEST
            begin = max(line.rfind(mark, begin, stop) + 1 for mark in BREAKS) or stop
            yield begin
        yield end
        begin = end


def _ends(line: str) -> list[int]:
    ends = []
    depth = 0
    straight = False
    for match in TURNS.finditer(line):
        index, character = match.start(), match[0]
        if character in OPENERS:
            depth += 1
        elif character in CLOSERS and character not in "\"'":
            depth = max(0, depth - 1)
        elif character == '"':
            straight = not straight
        open_quote = depth > 0 or straight
        if not open_quote and (_is_mark(line, index) or _closes(line, index)):
            ends.append(index + 1)
    return [end for end in ends if line[end : end + 1] not in CLOSERS]


def _closes(line: str, index: int) -> bool:
    """Whether a quotation that holds whole sentences ends the sentence around it."""
    if line[index] not in CLOSERS or index == 0 or not _is_mark(line, index - 1):
        return False
    after = line[index + 1 : index + 3]
    return (
        not after.strip()
        or line[index - 1] in "。！？"
        or (after[:1] == " " and after[1:].isupper())
    )


def _is_mark(line: str, index: int) -> bool:
    character = line[index]
    if character in ENDS:
        return True
    if character != "." or line[index + 1 : index + 2] not in ("", " ", "”", '"', "’"):
        return False
    if line[:index].strip().isdigit():  # the number of a paragraph: 1. The minister …
        return False
    word = line[max(0, index + 1 - WORD) : index + 1].rpartition(" ")[2].lower().lstrip("(“\"'")
    single = len(word) == 2 and word[0].isalpha() and word[0].isascii()
    return not single and word not in ABBREVIATIONS
