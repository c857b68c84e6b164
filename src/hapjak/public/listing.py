"""What lists share: pages, and facts with what a line shows in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from django.core.paginator import Paginator
from django.db.models import Model, Prefetch, QuerySet
from django.http import HttpRequest

from hapjak.public import finder, sources
from hapjak.register.models import Commitment, Document, Name, Organisation, Partnership

PER_PAGE = 25
LATEST = 6
M = TypeVar("M", bound=Model)

COMMITMENT_PARTS = ("by__partner", "to__partner")
PARTIES = Prefetch("parties", Organisation.objects.select_related("partner"))


def spellings(path: str) -> list[Prefetch]:
    """Names of people at a path, and of what they are one with: a fixed number of queries."""
    steps = ("names", "members__names", "joined_into__names", "joined_into__members__names")
    return [Prefetch(f"{path}record__{step}", Name.objects.order_by("pk")) for step in steps]


def page(request: HttpRequest, items: QuerySet[M] | Sequence[finder.Hit]) -> Any:
    """One page of a list; a number out of range gives the nearest."""
    return Paginator(items, PER_PAGE).get_page(request.GET.get("page"))


def lined(commitments: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """Commitments with what a line in a list shows."""
    rows = commitments.select_related("speaker__record", "meeting__record")
    return rows.prefetch_related(*COMMITMENT_PARTS, *spellings("speaker__"))


def basis_of(found: list[sources.Source]) -> dict[str, Any]:
    """What a page must say about documents of the demonstration."""
    documents = [source.document for source in found]
    return {
        "sources": found,
        "invented": any(document.basis == "invented" for document in documents),
        "fact_sources": list(
            dict.fromkeys(url for document in documents for url in document.fact_sources)
        ),
    }


def listed_partnerships(request: HttpRequest) -> QuerySet[Partnership]:
    visible = Partnership.objects.visible_to(request.user)
    return visible.prefetch_related("partners").order_by("key")


def invented(request: HttpRequest) -> bool:
    """Whether demonstration documents are shown here."""
    return Document.objects.visible_to(request.user).exclude(basis="received").exists()
