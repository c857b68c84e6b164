"""What office documents share: their XML read safely, their paragraphs kept in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from hapjak.text import refusals
from hapjak.text.furniture import is_prose
from hapjak.text.limits import Limits
from hapjak.text.origins import Block
from hapjak.text.package import Package
from hapjak.text.pages import Kind, Line
from hapjak.text.paragraphs import clean

CELL_END = "\t"
PARAGRAPH_END = "\n"


def read_xml(package: Package, name: str, limits: Limits) -> etree._Element:
    """Parse a part: no entity, no network, no document type, bounded in nodes.

    Raises:
        KeyError: There is no such part.
        Refusal: `damaged`, no well-formed XML or one with a document type, which
            office documents never have; `too_large`, more nodes than the limit.
    """
    data = package.read(name)
    if data.count(b"<") + data.count(b"=") > limits.xml_marks:
        raise refusals.too_many_elements(limits.xml_marks)
    if b"<!DOCTYPE" in data.replace(b"\0", b"") or b"<!ENTITY" in data.replace(b"\0", b""):
        raise refusals.damaged()
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refusals.damaged() from error
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise refusals.damaged()
    if root.xpath(f"boolean({'/*' * (limits.nesting + 1)})"):
        raise refusals.damaged()
    return root


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for what is none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute by its name without namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def is_white(colour: str | None) -> bool:
    """Whether a colour (`FFFFFF`, `#fffffe`) cannot be told from white paper."""
    digits = (colour or "").lstrip("#")
    if len(digits) != 6:
        return False
    try:
        return all(int(digits[at : at + 2], 16) >= 250 for at in (0, 2, 4))
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's shown text and where it stands in the source."""

    text: str
    start: int
    piece: int  # its number among the pieces of the source
    kind: Kind = Kind.TEXT


@dataclass(slots=True)
class Manuscript:
    """The shown text of a document, paragraph by paragraph.

    `source` is what runs point into: all paragraphs, each with the mark that
    ends it. `hidden` counts the characters left out because a reader of the
    printed document does not see them.
    """

    source: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    length: int = 0
    hidden: int = 0

    def take(
        self, part: str, number: int, text: str, kind: Kind = Kind.TEXT, end: str = PARAGRAPH_END
    ) -> Paragraph:
        """Take a paragraph into the source, not yet among the lines."""
        start = self.length
        self.blocks.append(Block(start, part, number))
        self.source.append(text + end)
        self.length += len(text) + len(end)
        return Paragraph(text + end, start, len(self.source) - 1, kind)

    def write(self, paragraph: Paragraph) -> None:
        """Make a paragraph a line; blank ones leave nothing."""
        cleaned = clean(paragraph.text, paragraph.start)
        if cleaned.text:
            self.lines.append(Line(cleaned.text, cleaned.runs, paragraph.kind))

    def write_row(self, cells: Sequence[Sequence[Paragraph]]) -> None:
        """Make a row of a table one line, unless its cells hold prose or several paragraphs.

        Names and posts stand in cells side by side; whole reports stand in
        tables that only lay out the page.
        """
        shown = [[held for held in cell if held.text.strip()] for cell in cells]
        held = [paragraph for cell in shown for paragraph in cell]
        if not held:
            return
        if any(len(cell) > 1 for cell in shown) or any(is_prose(p.text.strip()) for p in held):
            for paragraph in held:
                self.write(paragraph)
            return
        first, last = held[0], held[-1]
        whole = "".join(self.source[first.piece : last.piece + 1])
        self.write(Paragraph(whole, first.start, first.piece))
