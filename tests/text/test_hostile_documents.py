"""Twice the pages, runs, cells or shapes take about twice the time."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable

import pytest

from hapjak.text.article import Refusal
from hapjak.text.intake import read_article
from tests.text.packages import docx, hangul_paragraph, hwpx, word_paragraph
from tests.text.pdfs import page_of, show, write_pdf

WORDS = "Qinglan and Yungang agreed on trade. "
CELL = "<w:tc>" + word_paragraph("a") + "</w:tc>"
BOX = "<w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>ab cd</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r>"
SMALL = 1000
DOCUMENTS: dict[str, Callable[[int], bytes]] = {
    "PDF lines": lambda n: write_pdf([page_of([WORDS] * n, step=0.3)]),
    "PDF words anywhere": lambda n: write_pdf(
        ["\n".join(show("ab cd", i * 37 % 500, i * 91 % 800) for i in range(n))]
    ),
    "PDF white letters over shapes": lambda n: write_pdf(
        ["q 0 0 1 rg 9 9 5 5 re f Q\n" * n + show(WORDS * (n // 20), 10, 700, colour="1 g")]
    ),
    "DOCX paragraphs": lambda n: docx(word_paragraph(WORDS) * n),
    "DOCX runs": lambda n: docx(word_paragraph(*[WORDS] * n)),
    "DOCX one row": lambda n: docx(f"<w:tbl><w:tr>{CELL * n}</w:tr></w:tbl>"),
    "DOCX boxes": lambda n: docx(f"<w:p>{BOX * n}</w:p>"),
    "HWPX paragraphs": lambda n: hwpx(hangul_paragraph(WORDS) * n),
}


def seconds(data: bytes) -> float:
    best = 99.0
    for _ in range(2):
        start = time.process_time()
        with contextlib.suppress(Refusal):
            read_article(data)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_hostile_document_takes_linear_time(kind: str) -> None:
    """Four times the document: 4 when linear, 16 when quadratic; short times jitter."""
    one, four = seconds(DOCUMENTS[kind](SMALL)), seconds(DOCUMENTS[kind](4 * SMALL))
    assert four <= 9 * max(one, 0.004), f"{one:.4f} s, {four:.4f} s"
