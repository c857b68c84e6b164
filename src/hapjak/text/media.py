"""What kind of file the bytes are, told from the bytes alone.

Names and declared types lie; the first bytes seldom do. What is not read is
named, so that the refusal can say what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from functools import cache

from hapjak.text.lists import read_list
from hapjak.text.refusals import encrypted, media_type

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


class FileKind(Enum):
    """Kinds of files that are read."""

    TEXT = "text"  # plain text or HTML, told apart once decoded
    PDF = "a PDF file"
    PACKAGE = "a ZIP archive"  # a zipped document


def tell_kind(data: bytes) -> FileKind:
    """The kind of a file, by its first bytes.

    Raises:
        Refusal: `media_type`, it is of a kind that is not read; `encrypted`, an
            office document locked with a password.
    """
    kind = kind_by_signature(data)
    if kind is None:
        return FileKind.TEXT
    if kind in (FileKind.PDF.value, FileKind.PACKAGE.value):
        return FileKind(kind)
    raise media_type(kind)


def kind_by_signature(data: bytes) -> str | None:
    """What the first bytes say, as named in `signatures.tsv`; None where they carry no mark.

    Raises:
        Refusal: `encrypted`, an office document locked with a password.
    """
    for offset, mark, kind in _signatures():
        if data.startswith(mark, offset):
            return _compound(data) if kind == _COMPOUND else kind
    if b"%PDF-" in data[:1024] and b"%%EOF" in data[-2048:]:
        return FileKind.PDF.value
    return None


@cache
def _signatures() -> tuple[tuple[int, bytes, str], ...]:
    """Where a mark stands, the mark, and the kind of file it tells."""
    rows = read_list("signatures.tsv")
    return tuple((int(row["offset"]), bytes.fromhex(row["bytes"]), row["kind"]) for row in rows)


_COMPOUND = "an Office document"
_STREAMS = (
    ("HWP Document File", "an HWP document"),
    ("HwpSummaryInformation", "an HWP document"),
    ("WordDocument", "a Word document (DOC)"),
    ("Workbook", "an Excel workbook (XLS)"),
    ("PowerPoint Document", "a PowerPoint presentation (PPT)"),
)


def _compound(data: bytes) -> str:
    """What a compound file holds, by the names of its streams; nothing is unpacked.

    Raises:
        Refusal: `encrypted`; locked DOCX files are packed into one (MS-OFFCRYPTO 2.1).
    """
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise encrypted()
    for name, kind in _STREAMS:
        if name.encode("utf-16-le") in data or (name.startswith("HWP") and name.encode() in data):
            return kind
    return _COMPOUND


_PACKAGES = (
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("content.xml", "an OpenDocument file"),
    ("META-INF/container.xml", "an EPUB book"),
)


def name_package(names: Iterable[str]) -> str:
    """What a zipped file that is no document is, by the names of its parts."""
    held = list(names)
    for start, kind in _PACKAGES:
        if any(name.startswith(start) for name in held):
            return kind
    return FileKind.PACKAGE.value


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
