"""The shape that intake returns: a cleaned article, or a refusal.

`Article.text` is what every span in hapjak points into. It holds the body as
printed, NFC, one paragraph or subtitle a line (joined by a single newline),
runs of blanks folded into one. It does not hold the title, captions, bylines
that stand alone, page furniture, or the second copy of a paragraph printed
twice in a row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hapjak.text.origins import Block, Place, Run, places


class RefusalCode(StrEnum):
    """Why a document was not read. Listed in `docs/reader.md`."""

    EMPTY = "empty"  # no bytes, or no text once furniture is off
    TOO_LARGE = "too_large"  # over the size limit
    MEDIA_TYPE = "media_type"  # not a kind of file that is read
    CHARSET = "charset"  # bytes decode in none of the known charsets
    NO_TEXT = "no_text"  # pages that are pictures
    ENCRYPTED = "encrypted"  # needs a password
    DAMAGED = "damaged"  # a PDF, DOCX or HWPX that is broken
    LANGUAGE = "language"  # neither Korean, Chinese nor English
    COSTLY = "costly"  # takes more time or memory than one document may
    UNREADABLE = "unreadable"  # cannot be opened: missing, no permission, not a file


class Refusal(Exception):
    """A document that cannot be read, with a sentence that says what to do.

    `template` is the sentence with its gaps (`%(limit)s`), constant for each
    reason and so fit for translation; `params` fills the gaps; `message` is
    the English sentence with the gaps filled.
    """

    def __init__(
        self, code: RefusalCode, template: str, params: Mapping[str, str] | None = None
    ) -> None:
        self.code = code
        self.template = template
        self.params = dict(params or {})
        self.message = template % self.params if self.params else template
        super().__init__(self.message)


@dataclass(frozen=True, slots=True)
class Article:
    """A document after intake.

    `published` is ISO 8601, as precise as the source: a day, or a time with
    the offset of the publisher's zone. None means the source does not say.

    `origins` maps `text` back to the source: runs of (start in text, start
    in source, length), in code points, in order; `blocks` cuts the source at
    pages or paragraphs (see `origins.py`), `places` reads both. Every
    character of `text` but the line breaks between paragraphs stands in a
    run; it may be printed otherwise in the source (a no-break space, the
    first of several blanks or of several jamo, a character reference).

    `hidden` counts the characters that were left out because a reader of the
    document does not see them (hidden or deleted runs, white or tiny letters,
    letters off the page): a notice should say so.
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
    origins: tuple[Run, ...] = ()
    blocks: tuple[Block, ...] = ()
    hidden: int = 0

    def places(self, start: int, end: int) -> list[Place]:
        """Where `text[start:end]` stands in the file as received."""
        return places(self.origins, self.blocks, start, end)
