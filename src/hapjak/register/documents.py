"""Taking a document into the register: the file as received and its text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.db import transaction

from hapjak.accounts.models import User
from hapjak.reading import model
from hapjak.register import history, search
from hapjak.register.models import (
    Action,
    Basis,
    Document,
    Record,
    RecordKind,
    Rights,
    Visibility,
)


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the office knows about a document beyond the document itself."""

    file_name: str
    rights: str = Rights.QUOTE
    basis: str = Basis.RECEIVED
    fact_sources: tuple[str, ...] = field(default=())
    visibility: str = Visibility.OFFICE
    hidden_characters: int = 0


def digest(data: bytes) -> str:
    """What a document is known by: SHA-256 of its bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def find_copy(sha256: str) -> Document | None:
    """The same bytes, if they were received before."""
    return Document.objects.filter(sha256=sha256).first()


@transaction.atomic
def receive(
    data: bytes, source: model.Document, provenance: Provenance, actor: User | None
) -> Document:
    """Store a read document. One transaction; the file is named by its digest."""
    record = Record.objects.create(kind=RecordKind.DOCUMENT, visibility=provenance.visibility)
    document = Document(
        record=record,
        sha256=source.sha256,
        file_name=provenance.file_name[-255:],
        media_type=source.media_type,
        charset=source.charset,
        language=source.language,
        variety=source.variety,
        title=source.title or "",
        text=source.text,
        url=source.url or "",
        published=source.published or "",
        outlet=source.outlet or "",
        origin=source.origin or "",
        editors=source.editors,
        reporters=source.reporters,
        translators=source.translators,
        rights=provenance.rights,
        basis=provenance.basis,
        fact_sources=list(provenance.fact_sources),
        hidden_characters=provenance.hidden_characters,
    )
    document.file.save(source.sha256, ContentFile(data), save=False)
    document.save(force_insert=True)
    search.index(record)
    history.append(
        record,
        Action.RECEIVED,
        actor=actor,
        payload={"sha256": source.sha256, "file_name": provenance.file_name},
    )
    return document
