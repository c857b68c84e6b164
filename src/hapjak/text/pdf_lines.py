"""Printed lines of a PDF page: characters side by side on one baseline.

A wide gap ends a line, so that the cells of a table and the columns of a
page do not run together. Places are in points along the direction of the
text, also on pages printed sideways.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from hapjak.text import refusals
from hapjak.text.paragraphs import Piece
from hapjak.text.pdf_sight import Box, Handle, Sight

HYPHEN = "\x02"  # what PDFium gives for a hyphen at the end of a line
GAP = 2.5  # ems between characters that end a line
_BREAKS = frozenset("\r\n")


@dataclass(slots=True)
class PrintedLine:
    """Characters on one baseline, from left to right."""

    left: float
    right: float
    base: float
    size: float
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(char for char, _ in self.pieces)


@dataclass(slots=True)
class PrintedPage:
    """One page. `length` is the number of characters that PDFium counts on it."""

    bottom: float
    top: float
    length: int
    lines: list[PrintedLine] = field(default_factory=list)
    hidden: int = 0


def read_page(document: Handle, number: int, start: int, most: int) -> PrintedPage | None:
    """Read a page whose characters stand at `start` and after in the source.

    None where PDFium cannot open it.

    Raises:
        Refusal: `too_large`, more characters than `most`.
    """
    with _opened(document, number) as opened:
        if opened is None:
            return None
        page, text = opened
        count = pdfium.FPDFText_CountChars(text)
        if count > most:
            raise refusals.too_many_characters(most + start)
        edges = _edges(page)
        printed = PrintedPage(edges[1], edges[3], max(0, count))
        _gather(printed, text, Sight(page, edges), start)
        return printed


@contextmanager
def _opened(document: Handle, number: int) -> Iterator[tuple[Handle, Handle] | None]:
    page = pdfium.FPDF_LoadPage(document, number)
    text = pdfium.FPDFText_LoadPage(page) if page else None
    try:
        yield (page, text) if text else None
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        if page:
            pdfium.FPDF_ClosePage(page)


def _edges(page: Handle) -> Box:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return box.left, box.bottom, box.right, box.top


def _gather(page: PrintedPage, text: Handle, sight: Sight, start: int) -> None:
    """Put the seen characters into lines."""
    frames = _Frames(text)
    line: PrintedLine | None = None
    high = ""  # first half of a character beyond the basic plane
    for index in range(page.length):
        code = pdfium.FPDFText_GetUnicode(text, index)
        char = chr(code) if 0 < code <= 0x10FFFF else "\ufffd"
        if char in _BREAKS:
            line = None
            continue
        if "\ud800" <= char <= "\udbff":
            high = char
            continue
        char, high = _joined(high, char), ""
        frame = frames.of(index)
        if frame is None:  # a blank that PDFium put in
            if line is not None and char == " ":
                line.pieces.append((" ", start + index))
            continue
        box, left, right, base, size = frame
        if sight.is_hidden(text, index, box, size):
            page.hidden += not char.isspace()
            continue
        if line is None or not _goes_on(line, left, base, size):
            line = PrintedLine(left, right, base, size)
            page.lines.append(line)
        line.pieces.append((char, start + index))
        line.right = max(line.right, right)
        line.size = max(line.size, size) if not char.isspace() else line.size
        if char == HYPHEN:
            line = None


def _joined(high: str, char: str) -> str:
    if high and "\udc00" <= char <= "\udfff":
        return chr(0x10000 + ((ord(high) - 0xD800) << 10) + ord(char) - 0xDC00)
    return char


def _goes_on(line: PrintedLine, left: float, base: float, size: float) -> bool:
    near = -size <= left - line.right <= GAP * max(size, line.size)
    return near and abs(base - line.base) <= 0.6 * max(size, line.size)


Frame = tuple[Box, float, float, float, float]  # box, left, right, base, size


class _Frames:
    """Where characters stand along the direction of their text."""

    def __init__(self, text: Handle) -> None:
        self._text = text
        self._sizes: dict[int, tuple[float, int]] = {}
        self._rectangle = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def of(self, index: int) -> Frame | None:
        """None for what PDFium has put in by itself."""
        printed = pdfium.FPDFText_GetTextObject(self._text, index)
        if not printed or pdfium.FPDFText_IsGenerated(self._text, index) == 1:
            return None
        address = ctypes.addressof(printed.contents)
        if address not in self._sizes:
            self._sizes[address] = self._size(index)
        size, turned = self._sizes[address]
        box = self._rectangle
        pdfium.FPDFText_GetLooseCharBox(self._text, index, box)
        pdfium.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        x, y = self._x.value, self._y.value
        rectangle = (box.left, box.bottom, box.right, box.top)
        if turned == 0:
            return rectangle, box.left, box.right, y, size
        if turned == 1:  # upwards
            return rectangle, box.bottom, box.top, -x, size
        if turned == 2:
            return rectangle, -box.right, -box.left, -y, size
        return rectangle, -box.top, -box.bottom, x, size

    def _size(self, index: int) -> tuple[float, int]:
        """Height as printed, in points, and the quarter turns of the direction."""
        matrix = pdfium.FS_MATRIX()
        height = pdfium.FPDFText_GetFontSize(self._text, index)
        if not pdfium.FPDFText_GetMatrix(self._text, index, matrix):
            return height, 0
        turned = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
        return abs(height) * math.hypot(matrix.c, matrix.d), turned
