"""Plain text to lines: every printed line is a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hapjak.text.pages import Line, Page
from hapjak.text.paragraphs import clean, is_clean

_PRINTED_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def read_plain(source: str) -> Page:
    """The lines that hold something; a blank line only separates."""
    if is_clean(source.replace("\n", "")):
        return Page(tuple(_clean_lines(source)))
    cleaned = (clean(match[0], match.start()) for match in _PRINTED_LINE.finditer(source))
    return Page(tuple(Line(line.text, line.runs) for line in cleaned if line.text))


def _clean_lines(source: str) -> Iterator[Line]:
    """The lines of a source in which nothing but blanks at their ends needs to go."""
    start = 0
    for line in source.split("\n"):
        text = line.strip(" ")
        if text:
            place = start if text == line else start + line.index(text)
            yield Line(text, ((0, place, len(text)),))
        start += len(line) + 1
