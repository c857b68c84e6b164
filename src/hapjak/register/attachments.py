"""Files added to agreements and commitments: kept as received, never opened."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from hapjak.accounts.models import User
from hapjak.accounts.policy import check_decides
from hapjak.register import history
from hapjak.register.models import Action, Attachment, Record, RecordKind
from hapjak.register.models.notes import attachment_name
from hapjak.register.refused import Refused
from hapjak.text.article import Refusal, RefusalCode
from hapjak.text.charset import decode
from hapjak.text.limits import Limits
from hapjak.text.media import FileKind, is_html, kind_by_signature, refuse_other_markup
from hapjak.text.package import Package

KINDS = (RecordKind.AGREEMENT, RecordKind.COMMITMENT)
PLAIN = "text/plain"
# What is taken, by the kind its first bytes tell (`text/data/signatures.tsv`).
ALLOWED = {
    "a PDF file": "application/pdf",
    "a PNG image": "image/png",
    "a JPEG image": "image/jpeg",
    "a TIFF image": "image/tiff",
    "an HWP document": "application/x-hwp",
    "a Word document (DOC)": "application/msword",
    "an Excel workbook (XLS)": "application/vnd.ms-excel",
}
# Zipped documents, by the folder of their parts.
OFFICE = "application/vnd.openxmlformats-officedocument."
PACKED = {
    "word/": OFFICE + "wordprocessingml.document",
    "xl/": OFFICE + "spreadsheetml.sheet",
    "Contents/": "application/hwp+zip",
}
LABELS = {
    **{media_type: kind.split(" ", 1)[1] for kind, media_type in ALLOWED.items()},
    PACKED["word/"]: "DOCX",
    PACKED["xl/"]: "XLSX",
    PACKED["Contents/"]: "HWPX",
    PLAIN: "TXT",
    "application/pdf": "PDF",
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "image/tiff": "TIFF",
    "application/x-hwp": "HWP",
    "application/msword": "DOC",
    "application/vnd.ms-excel": "XLS",
}
PROGRAM = "_VBA_PROJECT".encode("utf-16-le")  # the stream that holds macros (MS-OVBA 2.2)
UNPACKED = 16  # a zipped document may unpack to so many times the limit
NAME = 255


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was sent."""

    name: str
    data: bytes


@transaction.atomic
def attach(record: Record, user: User, file: File) -> Attachment:
    """Add a file to an agreement or commitment. The same bytes are attached, and stored, once.

    Raises:
        PermissionDenied, Refused: Nothing is changed.
    """
    check_decides(user)
    if record.kind not in KINDS:
        raise Refused(_("Files are attached to agreements and commitments."))
    media_type = told_type(file.data)
    sha256 = hashlib.sha256(file.data).hexdigest()
    known = record.attachments.filter(sha256=sha256).first()
    if known is not None:
        return known
    attachment = Attachment(
        record=record,
        sha256=sha256,
        file_name=display_name(file.name),
        media_type=media_type,
        size_bytes=len(file.data),
        added_by=user,
    )
    attachment.file.name = _store(attachment, file.data)
    attachment.save(force_insert=True)
    said = {"sha256": sha256, "file_name": attachment.file_name, "size_bytes": len(file.data)}
    history.append(record, Action.ATTACHED, actor=user, payload=said)
    return attachment


def told_type(data: bytes) -> str:
    """The media type that the content tells, whatever the file is called.

    Raises:
        Refused: Empty, too large, or of no kind that is taken.
    """
    limit = settings.ATTACHMENT_LIMIT
    if not data:
        raise Refused(_("The file is empty. Choose another one."))
    if len(data) > limit:
        raise Refused(
            _("The file is larger than %(n)d MiB. Make it smaller, or send it in parts.")
            % {"n": limit // 1024**2}
        )
    try:
        found = _told(data)
    except Refusal as refusal:
        if refusal.code == RefusalCode.ENCRYPTED:
            raise Refused(
                _("It is locked with a password. Save it without one and try again.")
            ) from refusal
        found = None
    if found is None or PROGRAM in data:
        raise Refused(
            _(
                "This kind of file is not kept. Attach a PDF, a picture (PNG, JPEG, TIFF),"
                " DOCX, XLSX, HWP, HWPX or plain text, without macros."
            )
        )
    return found


def _told(data: bytes) -> str | None:
    kind = kind_by_signature(data)
    if kind == FileKind.PACKAGE.value:
        return _packed(data)
    if kind == FileKind.PDF.value and not data.startswith(b"%PDF-"):
        return None  # something before the head: it may be another thing too
    return ALLOWED.get(kind) if kind else _plain(data)


def _packed(data: bytes) -> str | None:
    limit: int = settings.ATTACHMENT_LIMIT
    names = list(Package(data, Limits(size_bytes=limit, unpacked_bytes=limit * UNPACKED)).names())
    if any(name.endswith("vbaProject.bin") for name in names):
        return None
    folders = (folder for folder in PACKED if any(name.startswith(folder) for name in names))
    folder = next(folders, None)
    return PACKED[folder] if folder else None


def _plain(data: bytes) -> str | None:
    text = decode(data).text
    refuse_other_markup(text)
    return None if is_html(text) else PLAIN


def _store(attachment: Attachment, data: bytes) -> str:
    """Keep the bytes under their generated name, once for all records they are attached to."""
    name = attachment_name(attachment, "")
    if not default_storage.exists(name):
        saved = default_storage.save(name, ContentFile(data))
        if saved != name:  # somebody else stored the same bytes at the same time
            default_storage.delete(saved)
    return name


def display_name(name: str) -> str:
    """The name a file came with, for people to read: no folder, nothing that is not printed."""
    last = name.replace("\\", "/").rpartition("/")[2].strip()
    clean = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in last)
    return clean[-NAME:] or _("file")
