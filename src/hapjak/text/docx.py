"""DOCX to a page: what Word prints, in order (ECMA-376 part 1, WordprocessingML).

Deleted and hidden runs are left out, also those hidden by a style; inserted
ones stand. A text box is stored twice, for new and for old programs: it is
read once. Headers and footers are parts of their own and not read; notes
follow the text.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from hapjak.text import refusals
from hapjak.text.docx_styles import Look, Styles, read_styles
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
from hapjak.text.pages import Page

DEFAULT_PART = "word/document.xml"
_DELETED = frozenset(["del", "moveFrom"])
_BLANKS = {"tab": "\t", "br": " ", "cr": " ", "ptab": "\t", "noBreakHyphen": "-"}
_NOT_TEXT = frozenset(["pPr", "rPr", "instrText", "delText", "delInstrText", "sectPr", "tblPr"])


def read_docx(package: Package, limits: Limits) -> Page:
    """Read a Word document.

    Raises:
        Refusal: `damaged`, `too_large`, `no_text`.
    """
    part = _main_part(package, limits)
    folder = posixpath.dirname(part)
    styles = _styles(package, f"{folder}/styles.xml", limits)
    manuscript = Manuscript()
    body = read_xml(package, part, limits)
    _Reader(part, body, styles, manuscript, limits).read()
    for notes in ("footnotes", "endnotes"):
        name = f"{folder}/{notes}.xml"
        if name in package:
            _Reader(name, read_xml(package, name, limits), styles, manuscript, limits).read()
    if not manuscript.lines and _has_pictures(package, folder):
        raise refusals.no_text()
    return Page(
        tuple(manuscript.lines),
        titles=tuple(manuscript.titles),
        blocks=tuple(manuscript.blocks),
        hidden=manuscript.hidden,
    )


def _main_part(package: Package, limits: Limits) -> str:
    """The part that the package's relations name as the document."""
    if "_rels/.rels" in package:
        for relation in read_xml(package, "_rels/.rels", limits):
            target = (attribute(relation, "Target") or "").lstrip("/")
            if (attribute(relation, "Type") or "").endswith("/officeDocument") and (
                target in package
            ):
                return target
    if DEFAULT_PART in package:
        return DEFAULT_PART
    raise refusals.damaged()


def _styles(package: Package, name: str, limits: Limits) -> Styles:
    return read_styles(read_xml(package, name, limits)) if name in package else Styles()


def _has_pictures(package: Package, folder: str) -> bool:
    return any(name.startswith(f"{folder}/media/") for name in package.names())


class _Reader:
    """One walk over a part: paragraphs and tables become lines."""

    def __init__(
        self,
        part: str,
        root: etree._Element,
        styles: Styles,
        manuscript: Manuscript,
        limits: Limits,
    ) -> None:
        self.part = part
        self.root = root
        self.styles = styles
        self.manuscript = manuscript
        self.limits = limits
        self.shaded = 0
        paragraphs = (element for element in root.iter("{*}p") if _is_word(element))
        self.numbers = {element: number for number, element in enumerate(paragraphs, 1)}
        self.boxes: list[etree._Element] = []

    def read(self) -> None:
        for paragraph in self._blocks(self.root, PARAGRAPH_END):
            self.manuscript.write(paragraph)

    def _blocks(self, element: etree._Element, end: str) -> Iterator[Paragraph]:
        """The paragraphs inside an element; tables in it are written on the way."""
        for child in element:
            name = local(child)
            if name == "p" and child in self.numbers:
                yield from self._paragraph(child, end)
            elif name == "tbl":
                self._table(child)
            elif name in _DELETED:
                self.manuscript.hidden += _letters(child)
            elif name == "AlternateContent":
                yield from self._blocks(_shown_choice(child), end)
            elif not (name in {"footnote", "endnote"} and attribute(child, "type")):
                yield from self._blocks(child, end)

    def _table(self, table: etree._Element) -> None:
        for row in _inside(table, "tr"):
            properties = row.find("{*}trPr")
            if properties is not None and any(local(p) in {"del", "hidden"} for p in properties):
                self.manuscript.hidden += _letters(row)
                continue
            cells = []
            for cell in _inside(row, "tc"):
                shaded = any(
                    _is_shaded(shading)
                    for shading in (
                        *cell.iterfind("{*}tcPr/{*}shd"),
                        *table.iterfind("{*}tblPr/{*}shd"),
                    )
                )
                self.shaded += shaded
                cells.append(list(self._blocks(cell, CELL_END)))
                self.shaded -= shaded
            self.manuscript.write_row(cells)

    def _paragraph(self, element: etree._Element, end: str) -> Iterator[Paragraph]:
        look = self.styles.of_paragraph(element)
        boxes, self.boxes = self.boxes, []
        pen: list[str] = []
        self._runs(element, look, pen)
        text = "".join(pen)
        taken = self.manuscript.take(self.part, self.numbers[element], text, look.kind, end)
        if self.manuscript.length > self.limits.characters:
            raise refusals.too_many_characters(self.limits.characters)
        if look.is_title and text.strip():
            self.manuscript.titles.append(" ".join(text.split()))
        yield taken
        inner, self.boxes = self.boxes, boxes
        self.shaded += 1  # a box may be filled with colour: white letters in it may be seen
        for box in inner:
            yield from self._blocks(box, end)
        self.shaded -= 1

    def _runs(self, element: etree._Element, look: Look, pen: list[str]) -> None:
        """Write the runs of a paragraph, whatever wraps them."""
        for child in element:
            name = local(child)
            if name == "r":
                self._run(child, self.styles.of_run(child, look), pen)
            elif name in _DELETED:
                self.manuscript.hidden += _letters(child)
            elif name == "AlternateContent":
                self._runs(_shown_choice(child), look, pen)
            elif name == "ruby":
                for base in child.iterfind("{*}rubyBase"):
                    self._runs(base, look, pen)
            elif name not in _NOT_TEXT:
                self._runs(child, look, pen)

    def _run(self, run: etree._Element, look: Look, pen: list[str]) -> None:
        hidden = look.hidden or (look.white and not self.shaded and not look.shaded)
        for child in run:
            name = local(child)
            if name == "t":
                if hidden:
                    self.manuscript.hidden += len((child.text or "").strip())
                else:
                    pen.append(child.text or "")
            elif name == "AlternateContent":
                self._gather_boxes(_shown_choice(child))
            elif name == "ruby":
                for base in child.iterfind("{*}rubyBase"):
                    self._runs(base, look, pen)
            elif name in {"drawing", "pict", "object"}:
                self._gather_boxes(child)
            elif name in _BLANKS and not hidden:
                pen.append(_BLANKS[name])

    def _gather_boxes(self, element: etree._Element) -> None:
        """Text boxes in a drawing, the outermost ones, the old or the new form."""
        for child in element:
            name = local(child)
            if name == "txbxContent":
                self.boxes.append(child)
            elif name == "AlternateContent":
                self._gather_boxes(_shown_choice(child))
            else:
                self._gather_boxes(child)


def _is_word(element: etree._Element) -> bool:
    return "wordprocessingml" in str(element.tag)


def _inside(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also inside content controls."""
    for child in element:
        inner = local(child)
        if inner == name:
            yield child
        elif inner in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _inside(child, name)


def _shown_choice(element: etree._Element) -> etree._Element:
    """The first alternative that holds text, else the first: only one is ever shown."""
    choices = list(element)
    for choice in choices:
        if any((text.text or "").strip() for text in choice.iter("{*}t")):
            return choice
    return choices[0] if choices else element


def _is_shaded(shading: etree._Element) -> bool:
    fill = attribute(shading, "fill") or "auto"
    return fill.lower() not in {"auto", "ffffff"} or attribute(shading, "val") == "solid"


def _letters(element: etree._Element) -> int:
    """Characters of all text inside an element."""
    return sum(len((text.text or "").strip()) for text in element.iter("{*}t", "{*}delText"))
