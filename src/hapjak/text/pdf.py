"""PDF to a page: what PDFium says stands on the pages, put into paragraphs.

PDFium gives characters with their places and looks. Those that nobody sees
are left out and counted (`pdf_sight`), the others become lines
(`pdf_lines`), the lines paragraphs (`pdf_paragraphs`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2.raw as pdfium

from hapjak.text import refusals
from hapjak.text.limits import Limits
from hapjak.text.origins import Block
from hapjak.text.pages import Page
from hapjak.text.pdf_lines import PrintedPage, read_page
from hapjak.text.pdf_paragraphs import paragraphs
from hapjak.text.pdf_sight import Handle
from hapjak.text.pdf_streams import check_streams

_initialised = False


def read_pdf(data: bytes, limits: Limits) -> Page:
    """Read a PDF file.

    Raises:
        Refusal: `encrypted`; `damaged`; `too_large`, by pages, characters or what
            its streams unpack to; `no_text`, its pages are pictures.
    """
    check_streams(data, limits)
    printed: list[PrintedPage] = []
    blocks: list[Block] = []
    length = 0
    with _document(data) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count > limits.pages:
            raise refusals.too_many_pages(limits.pages)
        for number in range(count):
            page = read_page(document, number, length, limits.characters - length)
            if page is None:
                continue
            blocks.append(Block(length, "", number + 1))
            printed.append(page)
            length += page.length
    if not any(page.lines for page in printed):
        raise refusals.no_text()
    lines, titles = paragraphs(printed)
    return Page(
        tuple(lines),
        titles=titles,
        blocks=tuple(blocks),
        hidden=sum(page.hidden for page in printed),
    )


@contextmanager
def _document(data: bytes) -> Iterator[Handle]:
    """An open document, closed afterwards; PDFium is started once a process.

    Raises:
        Refusal: `encrypted`, `damaged`.
    """
    global _initialised  # noqa: PLW0603 (PDFium itself is one a process)
    if not _initialised:
        pdfium.FPDF_InitLibrary()
        _initialised = True
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if pdfium.FPDF_GetLastError() in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise refusals.encrypted()
        raise refusals.damaged()
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)
