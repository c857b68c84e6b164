"""HWPX to a page: what Hancom Office prints, in order (KS X 6101, OWPML).

Deleted text stands between two marks and is left out, as are hidden remarks
(숨은 설명), headers, footers and page numbers. Notes follow the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from hapjak.text import refusals
from hapjak.text.hwpx_looks import Looks, read_looks
from hapjak.text.limits import Limits
from hapjak.text.office import (
    CELL_END,
    PARAGRAPH_END,
    Manuscript,
    Paragraph,
    attribute,
    local,
    read_xml,
)
from hapjak.text.package import Package
from hapjak.text.pages import Kind, Page

HEADER = "Contents/header.xml"
MANIFEST = "META-INF/manifest.xml"
_SECTION = re.compile(r"Contents/section(\d{1,4})\.xml")
_BLANKS = {"tab": "\t", "lineBreak": " ", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
_UNSEEN = frozenset(
    ["header", "footer", "hiddenComment", "pageNum", "secPr", "colPr", "fieldBegin"]
) | frozenset(
    ["shapeComment", "script", "linesegarray", "parameters", "memo", "subText", "metaTag"]
)
_COUNTED = frozenset(["hiddenComment", "memo"])
_NOTES = frozenset(["footNote", "endNote"])


def read_hwpx(package: Package, limits: Limits) -> Page:
    """Read a Hancom document.

    Raises:
        Refusal: `damaged`, `encrypted`, `too_large`, `no_text`.
    """
    if MANIFEST in package and b"encryption-data" in package.read(MANIFEST):
        raise refusals.encrypted()
    sections = [match for name in package.names() if (match := _SECTION.fullmatch(name))]
    if not sections:
        raise refusals.damaged()
    looks = read_looks(read_xml(package, HEADER, limits)) if HEADER in package else Looks()
    manuscript = Manuscript()
    reader = _Reader(looks, manuscript, limits)
    for match in sorted(sections, key=lambda match: int(match[1])):
        reader.read(match[0], read_xml(package, match[0], limits))
    reader.write_notes()
    if not manuscript.lines and any(name.startswith("BinData/") for name in package.names()):
        raise refusals.no_text()
    return Page(
        tuple(manuscript.lines),
        titles=tuple(manuscript.titles),
        blocks=tuple(manuscript.blocks),
        hidden=manuscript.hidden,
    )


class _Reader:
    """One walk over the sections; notes are kept for the end."""

    def __init__(self, looks: Looks, manuscript: Manuscript, limits: Limits) -> None:
        self.looks = looks
        self.manuscript = manuscript
        self.limits = limits
        self.part = ""
        self.numbers: dict[etree._Element, int] = {}
        self.deleting = 0
        self.shaded = 0
        self.notes: list[Paragraph] = []
        self.inner: list[tuple[etree._Element, bool]] = []  # boxes and tables of a paragraph

    def read(self, part: str, root: etree._Element) -> None:
        self.part = part
        self.numbers = {element: at for at, element in enumerate(root.iter("{*}p"), 1)}
        for paragraph in self._blocks(root, PARAGRAPH_END):
            self.manuscript.write(paragraph)

    def write_notes(self) -> None:
        for note in self.notes:
            self.manuscript.write(note)

    def _blocks(self, element: etree._Element, end: str) -> Iterator[Paragraph]:
        for child in element:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child, end)
            elif name == "tbl":
                self._table(child)
            elif name == "caption":
                for paragraph in self._blocks(child, PARAGRAPH_END):
                    yield replace(paragraph, kind=Kind.CAPTION)
            elif name == "switch":
                yield from self._blocks(_shown_case(child), end)
            elif name not in _UNSEEN:
                yield from self._blocks(child, end)

    def _table(self, table: etree._Element) -> None:
        for row in table.iterfind("{*}tr"):
            cells = []
            for cell in row.iterfind("{*}tc"):
                filled = attribute(cell, "borderFillIDRef") in self.looks.filled
                self.shaded += filled
                cells.append(list(self._blocks(cell, CELL_END)))
                self.shaded -= filled
            self.manuscript.write_row(cells)
        for caption in table.iterfind("{*}caption"):
            for paragraph in self._blocks(caption, PARAGRAPH_END):
                self.manuscript.write(replace(paragraph, kind=Kind.CAPTION))

    def _paragraph(self, element: etree._Element, end: str) -> Iterator[Paragraph]:
        outer, self.inner = self.inner, []
        pen: list[str] = []
        for run in element.iterfind("{*}run"):
            self._run(run, pen)
        style = attribute(element, "styleIDRef") or ""
        kind = self.looks.kinds.get(style, Kind.TEXT)
        text = "".join(pen)
        taken = self.manuscript.take(self.part, self.numbers[element], text, kind, end)
        if self.manuscript.length > self.limits.characters:
            raise refusals.too_many_characters(self.limits.characters)
        if style in self.looks.titles and text.strip():
            self.manuscript.titles.append(" ".join(text.split()))
        yield taken
        inner, self.inner = self.inner, outer
        for child, is_note in inner:
            yield from self._boxed(child, is_note, end)

    def _boxed(self, element: etree._Element, is_note: bool, end: str) -> Iterator[Paragraph]:
        """A table, a drawing or a note that hangs on a paragraph."""
        if is_note:
            self.notes += self._blocks(element, PARAGRAPH_END)
        elif local(element) == "tbl":
            self._table(element)
        else:
            self.shaded += 1  # a shape may be filled: white letters in it may be seen
            yield from self._blocks(element, end)
            self.shaded -= 1

    def _run(self, run: etree._Element, pen: list[str]) -> None:
        reference = attribute(run, "charPrIDRef") or ""
        hidden = reference in self.looks.tiny or (reference in self.looks.white and not self.shaded)
        for child in run:
            name = local(child)
            if name == "t":
                self._text(child, hidden, pen)
            elif name == "ctrl":
                self._controls(child)
            elif name in {"compose", "dutmal"}:
                self._write(_main_text(child), hidden, pen)
            elif name == "switch":
                self._run(_shown_case(child), pen)
            elif name not in _UNSEEN:
                self.inner.append((child, False))

    def _controls(self, element: etree._Element) -> None:
        for child in element:
            name = local(child)
            if name in _NOTES:
                self.inner.append((child, True))
            elif name in _COUNTED:
                self.manuscript.hidden += _letters(child)
            else:
                self._mark(name)

    def _text(self, element: etree._Element, hidden: bool, pen: list[str]) -> None:
        """Text with marks inside it: tabs, breaks, where deleted text begins and ends."""
        self._write(element.text or "", hidden, pen)
        for child in element:
            name = local(child)
            self._mark(name)
            self._write(_BLANKS.get(name, ""), hidden, pen)
            self._write(child.tail or "", hidden, pen)

    def _mark(self, name: str) -> None:
        if name == "deleteBegin":
            self.deleting += 1
        elif name == "deleteEnd":
            self.deleting = max(0, self.deleting - 1)

    def _write(self, text: str, hidden: bool, pen: list[str]) -> None:
        if hidden or self.deleting:
            self.manuscript.hidden += len(text.strip())
        else:
            pen.append(text)


def _shown_case(switch: etree._Element) -> etree._Element:
    """The first alternative: only one is ever shown."""
    return next(iter(switch), switch)


def _main_text(element: etree._Element) -> str:
    """The characters that are put together, or the text below a gloss."""
    composed = attribute(element, "composeText")
    if composed is not None:
        return composed
    main = element.find("{*}mainText")
    return "" if main is None else main.text or ""


def _letters(element: etree._Element) -> int:
    return sum(len("".join(text.itertext()).strip()) for text in element.iter("{*}t"))
