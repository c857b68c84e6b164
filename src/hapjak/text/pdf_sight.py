"""Which characters of a PDF page can be seen.

Unseen are letters printed in no colour (modes 3 and 7), in white on paper,
smaller than a point, off the page, outside of their clip, or under a filled
rectangle that is painted later. Colours behind white letters are looked for
among the page's own shapes and pictures.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pypdfium2.raw as pdfium

SMALLEST = 1.0  # points
_UNSEEN_MODES = frozenset([3, 7])  # ISO 32000-2, table 104
_WHITE = 250
_MOST_OBJECTS = 20_000  # of one page that are looked at for what lies behind or over text
_MOST_COMPARISONS = 3_000_000
_MARGIN = 1.0  # points that a letter may stand over a clip or the edge
Handle = Any  # what PDFium gives for a page, a text page, an object
Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled shape or picture of the page, in the order of painting."""

    order: int
    box: Box
    covers: bool  # opaque rectangle
    white: bool


class Sight:
    """The page as far as it decides what is seen."""

    def __init__(self, page: Handle, edges: Box) -> None:
        self._page = page
        self._edges = edges
        self._comparisons = 0
        self._looks: dict[int, tuple[bool, bool, Box | None, int]] = {}

    def is_hidden(self, text: Handle, index: int, box: Box, size: float) -> bool:
        """Whether a character of a text page is out of sight.

        Args:
            text: The text page.
            index: Its number there.
            box: Where it stands.
            size: Its height as printed, in points.
        """
        if size < SMALLEST or not _inside(box, self._edges):
            return True
        printed = pdfium.FPDFText_GetTextObject(text, index)
        if not printed:
            return False
        address = ctypes.addressof(printed.contents)
        look = self._looks.get(address)
        if look is None:
            look = self._looks[address] = self._look(text, index, printed, address)
        unseen, white, clip, order = look
        if unseen or (clip is not None and not _inside(box, clip)):
            return True
        if white and not self._stands_on_colour(box):
            return True
        return order >= 0 and self._is_covered(box, order)

    def _stands_on_colour(self, box: Box) -> bool:
        return any(_inside(box, shape.box) for shape in self._look_at(self._colours))

    def _is_covered(self, box: Box, order: int) -> bool:
        return any(
            shape.order > order and _inside(box, shape.box, 0)
            for shape in self._look_at(self._covers)
        )

    def _look_at(self, shapes: list[Shape]) -> list[Shape]:
        """The shapes, or none once a page has cost more comparisons than any honest one."""
        self._comparisons += len(shapes)
        return shapes if self._comparisons <= _MOST_COMPARISONS else []

    def _look(
        self, text: Handle, index: int, printed: Handle, address: int
    ) -> tuple[bool, bool, Box | None, int]:
        """No colour at all; white; its clip; its order of painting (-1 inside a form)."""
        mode = pdfium.FPDFTextObj_GetTextRenderMode(printed)
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        known = pdfium.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
        filled = bool(known) and mode in {0, 4}
        white = filled and min(red.value, green.value, blue.value) >= _WHITE
        clear = filled and alpha.value == 0
        order = self._orders.get(address, -1)
        clip = _clip(printed) if order >= 0 else None
        return mode in _UNSEEN_MODES or clear, white, clip, order

    @cached_property
    def _objects(self) -> list[Handle]:
        count = min(pdfium.FPDFPage_CountObjects(self._page), _MOST_OBJECTS)
        return [pdfium.FPDFPage_GetObject(self._page, number) for number in range(count)]

    @cached_property
    def _orders(self) -> dict[int, int]:
        return {ctypes.addressof(found.contents): at for at, found in enumerate(self._objects)}

    @cached_property
    def _colours(self) -> list[Shape]:
        return [shape for shape in self._shapes if not shape.white]

    @cached_property
    def _covers(self) -> list[Shape]:
        return [shape for shape in self._shapes if shape.covers]

    @cached_property
    def _shapes(self) -> list[Shape]:
        shapes = []
        for order, found in enumerate(self._objects):
            kind = pdfium.FPDFPageObj_GetType(found)
            if kind in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}:
                shapes.append(Shape(order, _bounds(found), covers=False, white=False))
            elif kind == pdfium.FPDF_PAGEOBJ_PATH and (shape := _path(found, order)) is not None:
                shapes.append(shape)
        return shapes


def _path(found: Handle, order: int) -> Shape | None:
    """A filled path; None for lines."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(found, fill, stroke) or fill.value == 0:
        return None
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(found, red, green, blue, alpha) or alpha.value == 0:
        return None
    opaque = alpha.value == 255 and not pdfium.FPDFPageObj_HasTransparency(found)
    rectangle = pdfium.FPDFPath_CountSegments(found) in {4, 5}
    white = min(red.value, green.value, blue.value) >= _WHITE
    return Shape(order, _bounds(found), covers=opaque and rectangle, white=white)


def _bounds(found: Handle) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(found, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _clip(printed: Handle) -> Box | None:
    """The rectangle around what every clip of an object leaves; None without a clip."""
    clip = pdfium.FPDFPageObj_GetClipPath(printed)
    count = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
    if count <= 0 or count > 100:
        return None
    boxes = [box for path in range(count) if (box := _clip_box(clip, path)) is not None]
    if not boxes:
        return None
    left, bottom = max(box[0] for box in boxes), max(box[1] for box in boxes)
    return left, bottom, min(box[2] for box in boxes), min(box[3] for box in boxes)


def _clip_box(clip: Handle, path: int) -> Box | None:
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for number in range(min(pdfium.FPDFClipPath_CountPathSegments(clip, path), 1000)):
        segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, number)
        if segment and pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            points.append((x.value, y.value))
    if not points:
        return None
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return min(xs), min(ys), max(xs), max(ys)


def _inside(box: Box, around: Box, margin: float = _MARGIN) -> bool:
    """Whether the middle of a box lies in another."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return (
        around[0] - margin <= x <= around[2] + margin
        and around[1] - margin <= y <= around[3] + margin
    )
