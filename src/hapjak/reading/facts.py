"""What a language module returns: the facts of one article, without its document."""

from __future__ import annotations

from dataclasses import dataclass, field

from hapjak.reading.model import (
    Agreement,
    Commitment,
    Meeting,
    Organisation,
    Person,
    Strategy,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """Lists in reading order; ids unique within the facts; spans into `Article.text`.

    Empty lists mean that the article tells of no talks. A language module
    offers `read_facts(article: Article) -> Facts` and never raises for any text.
    """

    organisations: list[Organisation] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    strategies: list[Strategy] = field(default_factory=list)
