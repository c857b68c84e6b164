"""The sentence behind a fact, and what of a document its reader may see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from hapjak.accounts.models import User
from hapjak.accounts.policy import may_see_office
from hapjak.register import joining
from hapjak.register.marks import Mark, Piece, cut, neighbours
from hapjak.register.models import Citation, Document, Record, RecordKind, Rights

PAGES = {
    RecordKind.COMMITMENT: "public:commitment",
    RecordKind.MEETING: "public:meeting",
    RecordKind.PERSON: "public:person",
    RecordKind.ORGANISATION: "public:organisation",
    RecordKind.AGREEMENT: "public:agreement",
    RecordKind.STRATEGY: "public:strategy",
    RecordKind.DOCUMENT: "public:document",
    RecordKind.PARTNERSHIP: "public:partnership",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A citation with its sentence, and one neighbour on each side."""

    citation: Citation
    before: str
    left: str
    quote: str
    right: str
    after: str

    @property
    def document(self) -> Document:
        return self.citation.document


def source_of(citation: Citation) -> Source:
    """The place of a citation in its document."""
    before, whole, after = neighbours(citation.document.text, citation.start, citation.end)
    left, quote, right = whole.partition(citation.quote)
    return Source(citation, before, left, quote or citation.quote, right, after)


def sources_of(record: Record, user: User | AnonymousUser) -> list[Source]:
    """All visible places a fact was told, by it and by what was joined with it.

    One a document, the earliest report first.
    """
    citations = (
        Citation.objects.visible_to(user)
        .filter(record__in=joining.family(record))
        .select_related("document__record")
        .order_by("document__published", "document_id", "start")
    )
    first: dict[str, Citation] = {}
    for citation in citations:
        first.setdefault(citation.document_id, citation)
    return [source_of(citation) for citation in first.values()]


def page_of(record: Record) -> str:
    """The address of a fact's page, by the record that stands for it; empty for kinds without one."""
    name = PAGES.get(RecordKind(record.kind))
    return reverse(name, args=[record.joined_into_id or record.pk]) if name else ""


def may_see_whole(document: Document, user: User | AnonymousUser) -> bool:
    """Other people's texts are shown whole to the office alone."""
    return document.rights in (Rights.OWN, Rights.LICENSED) or may_see_office(user)


def marked_lines(document: Document, citations: Iterable[Citation]) -> Sequence[Sequence[Piece]]:
    """The text, line by line, every cited place marked and linked to its fact."""
    marks = [
        Mark(
            citation.start,
            citation.end,
            citation.record.kind,
            f"{citation.record_id}-{citation.start}",
            str(citation.record.get_kind_display()),
            page_of(citation.record),
        )
        for citation in citations
    ]
    return list(cut(document.text, marks))
