"""Paragraphs from the printed lines of a PDF, in the order they are read.

What repeats at the edges of pages and page numbers go; notes at the foot of
a page follow the text; a paragraph that a page cuts is one again. Lines are
joined as their script asks: no blank between Han characters, one between
English words, a hyphen at the end of a line undone where the word is known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from hapjak.text.pages import Kind, Line
from hapjak.text.paragraphs import Piece, clean_pieces
from hapjak.text.pdf_joints import Joints
from hapjak.text.pdf_lines import PrintedLine, PrintedPage
from hapjak.text.pdf_order import in_reading_order

EDGE = 0.09  # share of a page's height where headers, footers and numbers stand
TITLE = 1.2  # times the size of the body
NOTE = 0.9
_NUMBER = re.compile(
    r"[\s\-–—|·.]*(?:p(?:age|\.)?\s?)?(?:第\s?)?\d{1,4}(?:\s?(?:页|頁|쪽|면))?"
    r"(?:\s?(?:/|of|共)\s?(?:第\s?)?\d{1,4}(?:\s?(?:页|頁|쪽|면))?)?[\s\-–—|·.]*",
    re.IGNORECASE,
)
_NOTE_MARK = re.compile(r"\s{0,4}(?:\d{1,3}\)?|[*†‡※①-⑳¹²³])")
_ITEM = re.compile(
    r"\s{0,4}(?:[·•●○◦■□◆◇▲△▶▷※☞\-–—*①-⑳]|\(?\d{1,2}[.)]|[가나다라마바사아자차카타파하][.)]"
    r"|[一二三四五六七八九十]{1,3}[、.])\s?\S"
)
_SENTENCE_END = re.compile(r"[.。!！?？…:：][\"'”’」』）)\]]{0,3}\s{0,3}$")


@dataclass(slots=True)
class _Block:
    """Printed lines that make one paragraph."""

    lines: list[PrintedLine] = field(default_factory=list)

    @property
    def size(self) -> float:
        return median(line.size for line in self.lines)


def paragraphs(pages: Sequence[PrintedPage]) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of the document, and what is printed as its title."""
    furniture = _repeated(pages)
    joints = Joints(pages)
    body_size = _body_size(pages)
    blocks: list[_Block] = []
    notes: list[_Block] = []
    for page in pages:
        body = [line for line in page.lines if not _is_edge(line, page, furniture)]
        found = _blocks(in_reading_order(body))
        kept = _without_notes(found, page, body_size, notes)
        if blocks and kept and _goes_over(blocks[-1], kept[0]):
            blocks[-1].lines += kept.pop(0).lines
        blocks += kept
    shown = [(block, _line(block, joints, body_size)) for block in (*blocks, *notes)]
    lines = [line for _, line in shown if line.text]
    return lines, _titles(shown[: len(blocks)], body_size)


def _body_size(pages: Iterable[PrintedPage]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size * 2) / 2] += len(line.pieces)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _repeated(pages: Sequence[PrintedPage]) -> frozenset[str]:
    """Texts at the edges of several pages, numbers in them aside."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_shape(line.text) for line in page.lines if _at_edge(line, page)})
    enough = max(2, len(pages) // 3)
    return frozenset(text for text, count in seen.items() if count >= enough)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", "".join(text.split()))


def _at_edge(line: PrintedLine, page: PrintedPage) -> bool:
    height = page.top - page.bottom
    return not page.bottom + EDGE * height <= line.base <= page.top - EDGE * height


def _is_edge(line: PrintedLine, page: PrintedPage, furniture: frozenset[str]) -> bool:
    if not _at_edge(line, page):
        return False
    text = line.text
    return _NUMBER.fullmatch(text[:60]) is not None or _shape(text) in furniture


def _blocks(lines: Sequence[PrintedLine]) -> list[_Block]:
    """Cut lines at indents, gaps, short ends, changes of size and bullets."""
    blocks: list[_Block] = []
    for number, line in enumerate(lines):
        if blocks and _same_paragraph(blocks[-1], line, lines, number):
            blocks[-1].lines.append(line)
        else:
            blocks.append(_Block([line]))
    return blocks


def _same_paragraph(
    block: _Block, line: PrintedLine, lines: Sequence[PrintedLine], number: int
) -> bool:
    last = block.lines[-1]
    step = last.base - line.base
    if abs(step) <= 0.3 * line.size:  # cells of a row
        return line.left > last.left
    size = max(last.size, line.size)
    if not 0 < step <= 2.4 * size or abs(last.size - line.size) > 0.15 * size:
        return False
    if _ITEM.match(line.text) and not _ITEM.match(last.text.rstrip()[-1:] + " "):
        return False
    left, right = _margins(lines, number)
    if line.left > left + 0.8 * size and line.left > block.lines[0].left - 0.5 * size:
        return len(block.lines) > 1 and abs(line.left - last.left) < 0.5 * size
    short = last.right < right - 3 * size
    return not (short and (_SENTENCE_END.search(last.text) or last.right < right - 10 * size))


def _margins(lines: Sequence[PrintedLine], number: int) -> tuple[float, float]:
    """Left and right edge of the column around a line."""
    here = lines[number]
    near = [
        line
        for line in lines[max(0, number - 12) : number + 12]
        if line.left < here.right and here.left < line.right
    ]
    return min(line.left for line in near), max(line.right for line in near)


def _without_notes(
    blocks: list[_Block], page: PrintedPage, body_size: float, notes: list[_Block]
) -> list[_Block]:
    """The blocks of a page less the notes at its foot, which go to `notes`."""
    kept = list(blocks)
    found: list[_Block] = []
    half = (page.top + page.bottom) / 2
    while kept and kept[-1].size < NOTE * body_size and kept[-1].lines[0].base < half:
        found.insert(0, kept.pop())
    if found and not _NOTE_MARK.match(found[0].lines[0].text):
        return list(blocks)
    notes += found
    return kept


def _goes_over(last: _Block, first: _Block) -> bool:
    """Whether a paragraph goes on over the end of a page."""
    ends = _SENTENCE_END.search(last.lines[-1].text) is not None
    size = last.size
    same_size = abs(size - first.size) <= 0.1 * size
    flush = first.lines[0].left <= first.lines[-1].left + 0.5 * size
    full = len(last.lines) == 1 or last.lines[-1].right > last.lines[0].right - 3 * size
    return not ends and same_size and flush and full and not _ITEM.match(first.lines[0].text)


def _line(block: _Block, joints: Joints, body_size: float) -> Line:
    pieces: list[Piece] = []
    for line in block.lines:
        if pieces:
            joints.join(pieces, line)
        else:
            pieces += line.pieces
    cleaned = clean_pieces(joints.hyphens_shown(pieces))
    kind = Kind.HEADING if block.size >= TITLE * body_size else Kind.TEXT
    return Line(cleaned.text, cleaned.runs, kind)


def _titles(shown: Sequence[tuple[_Block, Line]], body_size: float) -> tuple[str, ...]:
    """What is printed largest among the first blocks, where that is larger than the body."""
    first = [(block.size, line.text) for block, line in shown[:12] if line.text]
    large = [pair for pair in first if pair[0] >= TITLE * body_size and len(pair[1]) > 3]
    if not large:
        return ()
    size = max(pair[0] for pair in large)
    return (next(text for found, text in large if found == size),)
