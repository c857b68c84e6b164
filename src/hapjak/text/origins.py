"""Where the characters of an article stand in the file as received.

A `Run` points from clean text into the *source*: the decoded text of a text
or HTML file, or the texts of a document's pages or paragraphs, one after the
other. `Block`s cut the latter at pages and paragraphs. `places` puts both
together into what a person can look up: page 3, character 120; or paragraph
14 of `word/document.xml`, character 7.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

Run = tuple[int, int, int]  # start in the clean text, start in the source, length


class Block(NamedTuple):
    """A page or paragraph: where it begins in the source, and its name in the file."""

    start: int
    part: str  # part of a package (`word/document.xml`), empty for a PDF
    number: int  # from 1: page of a PDF, or paragraph in its part


class Place(NamedTuple):
    """One stretch of an article's text and where it stands in the file.

    `part` and `number` are those of its block: both empty (`""`, 0) for text
    and HTML, whose `place` counts in the decoded file (a byte order mark not
    counted). For a PDF `number` is the page and `place` the index of the
    character as PDFium counts them; for an office document `number` is the
    paragraph among all of the part and `place` counts in its shown text. All
    in code points from 0, pages and paragraphs from 1.
    """

    start: int  # in the article's text
    end: int  # exclusive
    part: str
    number: int
    place: int


def places(runs: Sequence[Run], blocks: Sequence[Block], start: int, end: int) -> list[Place]:
    """Where `text[start:end]` stands, in reading order; empty where it is not known."""
    found: list[Place] = []
    first = max(0, bisect_right(runs, start, key=itemgetter(0)) - 1)
    for at, source, length in runs[first:]:
        if at >= end:
            break
        low, high = max(at, start), min(at + length, end)
        if low < high:
            found += _in_blocks(blocks, low, high, source + low - at)
    return found


def _in_blocks(blocks: Sequence[Block], low: int, high: int, source: int) -> list[Place]:
    """One stretch, cut where a block ends."""
    if not blocks:
        return [Place(low, high, "", 0, source)]
    found: list[Place] = []
    number = max(0, bisect_right(blocks, source, key=itemgetter(0)) - 1)
    while low < high:
        block = blocks[number]
        after = blocks[number + 1].start if number + 1 < len(blocks) else source + high - low
        step = min(high - low, max(1, after - source))
        found.append(Place(low, low + step, block.part, block.number, source - block.start))
        low, source, number = low + step, source + step, min(number + 1, len(blocks) - 1)
    return found
