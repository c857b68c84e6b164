"""Bytes to a page, whatever kind of file they are.

The readers of PDF and office documents are imported when such a file comes:
reading text and HTML does not pay for their libraries.
"""

from __future__ import annotations

from dataclasses import dataclass

from hapjak.text import refusals
from hapjak.text.charset import decode
from hapjak.text.html import read_html
from hapjak.text.limits import Limits
from hapjak.text.media import FileKind, is_html, name_package, refuse_other_markup, tell_kind
from hapjak.text.pages import Page
from hapjak.text.plain import read_plain

HTML = "text/html"
PLAIN = "text/plain"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HWPX = "application/vnd.hancom.hwpx"
XML_CHARSET = "utf-8"
PDF_CHARSET = "unicode"  # a PDF has no charset: its fonts say what a glyph means


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A page with what kind of file it came from."""

    page: Page
    media_type: str
    charset: str


def open_file(data: bytes, limits: Limits) -> OpenedFile:
    """Read a file of any kind.

    Raises:
        Refusal: It cannot be read.
    """
    kind = tell_kind(data)
    if kind is FileKind.PDF:
        return _open_pdf(data, limits)
    if kind is FileKind.PACKAGE:
        return _open_package(data, limits)
    decoded = decode(data)
    if is_html(decoded.text):
        return OpenedFile(read_html(decoded.text, limits), HTML, decoded.charset)
    refuse_other_markup(decoded.text)
    return OpenedFile(read_plain(decoded.text), PLAIN, decoded.charset)


def _open_pdf(data: bytes, limits: Limits) -> OpenedFile:
    from hapjak.text.pdf import read_pdf

    return OpenedFile(read_pdf(data, limits), PDF, PDF_CHARSET)


def _open_package(data: bytes, limits: Limits) -> OpenedFile:
    from hapjak.text.docx import read_docx
    from hapjak.text.hwpx import read_hwpx
    from hapjak.text.package import Package

    package = Package(data, limits)
    names = package.names()
    if "Contents/content.hpf" in package or any(n.startswith("Contents/section") for n in names):
        return OpenedFile(read_hwpx(package, limits), HWPX, XML_CHARSET)
    if any(name.startswith("word/") for name in names):
        return OpenedFile(read_docx(package, limits), DOCX, XML_CHARSET)
    raise refusals.media_type(name_package(names))
