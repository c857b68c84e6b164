"""Plain text to lines: every printed line is a paragraph."""

from __future__ import annotations

import re

from hapjak.text.pages import Line, Page
from hapjak.text.paragraphs import clean

_PRINTED_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def read_plain(source: str) -> Page:
    """The lines that hold something; a blank line only separates."""
    cleaned = (clean(match[0], match.start()) for match in _PRINTED_LINE.finditer(source))
    return Page(tuple(Line(line.text, line.runs) for line in cleaned if line.text))
