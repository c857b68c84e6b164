"""What kind of file the bytes are, told from the bytes alone.

Names and declared types lie; the first bytes seldom do. Only text and HTML
are read; everything else is named, so that the refusal can say what it is.
"""

from __future__ import annotations

import re

from hapjak.text.lists import read_list
from hapjak.text.refusals import media_type

_HEAD = 4096
_HTML_START = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,2000}-->\s{0,200}){0,5}"
    r"<(?:!doctype html|html|head|body|meta|title|base|link|script|style|div|section|article|main"
    r"|table|center|h[1-6]|p|ul|ol|span|font|a|img|br|hr|form|header|nav)\b",
    re.IGNORECASE,
)
_CLOSING_TAG = re.compile(
    r"</(?:p|div|span|a|td|tr|li|h[1-6]|body|html|table)\s{0,5}>", re.IGNORECASE
)
_XML_START = re.compile(r"\s{0,200}<(?:\?xml|svg|rss|feed|!DOCTYPE)\b", re.IGNORECASE)


def refuse_other_kinds(data: bytes) -> None:
    """Pass text on, name anything else.

    Raises:
        Refusal: `media_type`, when the bytes are of a kind that is not read.
    """
    kind = _kind_by_signature(data)
    if kind is not None:
        raise media_type(kind)


def _kind_by_signature(data: bytes) -> str | None:
    head = data[:_HEAD]
    for row in read_list("signatures.tsv"):
        offset = int(row["offset"])
        mark = bytes.fromhex(row["bytes"])
        if head[offset : offset + len(mark)] == mark:
            return _inside(row["kind"], data)
    if b"%PDF-" in head[:1024] and b"%%EOF" in data[-2048:]:
        return "a PDF file"
    return None


_CONTAINED = (
    ("a ZIP archive", b"application/hwp+zip", "an HWPX document"),
    ("a ZIP archive", b"word/", "a DOCX document"),
    ("a ZIP archive", b"xl/", "an Excel workbook"),
    ("a ZIP archive", b"ppt/", "a PowerPoint presentation"),
    ("a ZIP archive", b"Contents/content.hpf", "an HWPX document"),
    ("a ZIP archive", b"application/vnd.oasis", "an OpenDocument file"),
    ("a ZIP archive", b"application/epub+zip", "an EPUB book"),
    ("an Office document", b"HWP Document File", "an HWP document"),
    ("an Office document", "HwpSummaryInformation".encode("utf-16-le"), "an HWP document"),
    ("an Office document", "WordDocument".encode("utf-16-le"), "a Word document (DOC)"),
)


def _inside(kind: str, data: bytes) -> str:
    """A container's own kind, by names in its first and last bytes; nothing is unpacked."""
    edges = data[:65536] + data[-65536:]
    for container, mark, contained in _CONTAINED:
        if kind == container and mark in edges:
            return contained
    return kind


def is_html(source: str) -> bool:
    """Whether decoded text is HTML: by its first tag, or by several closing tags."""
    if _HTML_START.match(source[:_HEAD]):
        return True
    closing = _CLOSING_TAG.finditer(source[: 64 * 1024])
    return sum(1 for _ in zip(closing, range(3), strict=False)) == 3


def refuse_other_markup(source: str) -> None:
    """Name XML that is no HTML (feeds, drawings, office files).

    Raises:
        Refusal: `media_type`.
    """
    if _XML_START.match(source[:_HEAD]):
        raise media_type("an XML file")
