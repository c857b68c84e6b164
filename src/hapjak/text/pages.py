"""What a file looks like between its format and the article: lines in order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from msgspec import Struct

from hapjak.text.origins import Block, Run


class Kind(Enum):
    """What a line is, as far as its format tells."""

    TEXT = "text"
    HEADING = "heading"
    CAPTION = "caption"


class Line(Struct, frozen=True):
    """A paragraph, heading or caption, already cleaned.

    `linked` is the share of its letters that are link text, 0 to 1, which
    hints at furniture.
    """

    text: str
    runs: tuple[Run, ...] = ()
    kind: Kind = Kind.TEXT
    linked: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """Lines of a document, with what its head says about it.

    `titles` are candidates, best first; `dates` are ISO 8601 as given in the
    head, best first. `blocks` and `hidden` are those of `Article`.
    """

    lines: tuple[Line, ...]
    titles: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    outlet: str | None = None
    origin: str | None = None
    authors: tuple[str, ...] = ()
    address: str | None = None
    blocks: tuple[Block, ...] = ()
    hidden: int = 0
