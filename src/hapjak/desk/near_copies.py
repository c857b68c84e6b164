"""Which stored document prints the same report: a sample finds it, the whole texts decide.

Of each document every thirty-second stretch of letters is kept as a number
(those whose checksum divides by it: the same in every copy, Manber, Finding
similar files in a large file system, 1994). A new document is compared in
full only with the few that share most numbers.
"""

from __future__ import annotations

from zlib import crc32

from django.db.models import Count

from hapjak.desk.models import NearCopy, Shingle
from hapjak.register.models import Document
from hapjak.text.copies import likeness, shingles

SAMPLED = 32
MOST = 1000  # numbers of one document
COMPARED = 5


def sample(text: str) -> set[int]:
    """Numbers of a text's sampled stretches."""
    numbers = (crc32(stretch.encode()) for stretch in shingles(text))
    return set(sorted(number for number in numbers if number % SAMPLED == 0)[:MOST])


def note(document: Document) -> list[NearCopy]:
    """Keep a document's sample and the stored documents it is a copy of, likest first."""
    numbers = sample(document.text)
    found = [
        NearCopy(document=document, earlier=other, share=share)
        for other in _candidates(document, numbers)
        if (share := _share(document, other)) is not None
    ]
    Shingle.objects.bulk_create(
        [Shingle(document=document, value=number) for number in sorted(numbers)],
        ignore_conflicts=True,
    )
    return NearCopy.objects.bulk_create(sorted(found, key=lambda copy: -copy.share))


def _candidates(document: Document, numbers: set[int]) -> list[Document]:
    shared = Shingle.objects.filter(value__in=numbers).exclude(document=document)
    most = shared.values("document").annotate(times=Count("pk")).order_by("-times")[:COMPARED]
    return list(Document.objects.filter(pk__in=[row["document"] for row in most]))


def _share(document: Document, other: Document) -> float | None:
    alike = likeness(document.text, other.text)
    return max(alike.of_first, alike.of_second) if alike.is_copy else None
