"""The shape that intake returns: a cleaned article, or a refusal.

`Article.text` is what every span in hapjak points into. It holds the body as
printed, NFC, one paragraph or subtitle a line (joined by a single newline),
runs of blanks folded into one. It does not hold the title, captions, bylines
that stand alone, page furniture, or the second copy of a paragraph printed
twice in a row.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RefusalCode(StrEnum):
    """Why a document was not read. Listed in `docs/reader.md`."""

    EMPTY = "empty"  # no bytes, or no text once furniture is off
    TOO_LARGE = "too_large"  # over the size limit
    MEDIA_TYPE = "media_type"  # not a kind of file that is read
    CHARSET = "charset"  # bytes decode in none of the known charsets
    LANGUAGE = "language"  # neither Korean, Chinese nor English
    UNREADABLE = "unreadable"  # cannot be opened: missing, no permission, not a file


class Refusal(Exception):
    """A document that cannot be read, with a sentence that says what to do."""

    def __init__(self, code: RefusalCode, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Article:
    """A document after intake.

    `published` is ISO 8601, as precise as the source: a day, or a time with
    the offset of the publisher's zone. None means the source does not say.
    """

    sha256: str
    media_type: str
    charset: str
    language: str  # ko, zh, en
    variety: str  # ko-CN, ko-KR, zh-Hans, zh-Hant, en
    title: str | None
    published: str | None
    outlet: str | None  # the paper or page itself
    origin: str | None  # the outlet it was taken from
    editors: tuple[str, ...]
    reporters: tuple[str, ...]
    translators: tuple[str, ...]
    captions: tuple[str, ...]
    text: str
    url: str | None = None
