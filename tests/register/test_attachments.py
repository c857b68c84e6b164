"""Attached files: told by what they hold, kept once, never anything a browser would run."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied

from hapjak.accounts.models import User
from hapjak.register import history
from hapjak.register.attachments import File, attach, display_name, told_type
from hapjak.register.models import Action, Attachment, Record, RecordKind
from hapjak.register.refused import Refused

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def zipped(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name in names:
            target.writestr(name, "x")
    return packed.getvalue()


def compound(*streams: str) -> bytes:
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    return head + b"".join(stream.encode("utf-16-le") + bytes(64) for stream in streams)


TAKEN = [
    (PDF, "application/pdf"),
    (bytes.fromhex("89504e470d0a1a0a") + bytes(20), "image/png"),
    (bytes.fromhex("ffd8ffe0") + bytes(20), "image/jpeg"),
    (compound("HwpSummaryInformation"), "application/x-hwp"),
    (compound("WordDocument"), "application/msword"),
    (zipped("[Content_Types].xml", "word/document.xml"), "wordprocessingml.document"),
    (zipped("[Content_Types].xml", "xl/workbook.xml"), "spreadsheetml.sheet"),
    (zipped("mimetype", "Contents/section0.xml"), "application/hwp+zip"),
    ("쌍방은 협력을 강화한다.".encode(), "text/plain"),
    ("双方深化合作。".encode("gb18030"), "text/plain"),
]
REFUSED = [
    b"",
    b"<!doctype html><script>alert(1)</script>",
    b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    b"<script>alert(1)</script>\n" + PDF,  # a page that is a PDF too
    b"GIF89a" + PDF,
    b"MZ\x90\x00" + bytes(64),
    b"\x7fELF" + bytes(64),
    zipped("talks.html"),  # an archive of anything
    zipped("word/document.xml", "word/vbaProject.bin"),
    compound("WordDocument", "_VBA_PROJECT"),
    compound("EncryptedPackage"),
    b"PK\x03\x04" + bytes(40),
    bytes(range(256)) * 8,
    b"x" * 1025,
]


@pytest.fixture(autouse=True)
def limit(settings):
    settings.ATTACHMENT_LIMIT = 4096


@pytest.mark.parametrize(("data", "media_type"), TAKEN)
def test_the_kind_is_told_by_the_content(data, media_type):
    assert told_type(data).endswith(media_type)


@pytest.mark.parametrize("data", REFUSED)
def test_other_kinds_are_refused(settings, data):
    settings.ATTACHMENT_LIMIT = 1024 if data.startswith(b"xx") else 4096
    with pytest.raises(Refused):
        told_type(data)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\협약.pdf", "협약.pdf"),
        ("a\r\nContent-Type: text/html\r\n\r\n.pdf", ".pdf"),
        ("x\u202efdp.exe", "x\ufffdfdp.exe"),
        ("", "file"),
        ("n" * 300 + ".pdf", "n" * 251 + ".pdf"),
    ],
)
def test_a_name_is_for_reading_only(name, shown):
    assert display_name(name).endswith(shown)
    assert display_name(name).isprintable()
    assert len(display_name(name)) <= 255


@pytest.fixture
def records(db):
    kinds = (RecordKind.AGREEMENT, RecordKind.COMMITMENT)
    return [Record.objects.create(kind=kind) for kind in kinds]


@pytest.mark.django_db
@pytest.mark.database
def test_the_same_bytes_are_kept_once_for_all_records(settings, records, registrar):
    first = attach(records[0], registrar, File("협약.pdf", PDF))
    assert attach(records[0], registrar, File("again.pdf", PDF)) == first
    second = attach(records[1], registrar, File("annex.pdf", PDF))
    assert first.file.name == second.file.name == f"attachments/{first.sha256[:2]}/{first.sha256}"
    stored = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in stored] == [PDF]
    assert [event.action for event in records[0].events.all()] == [Action.ATTACHED]
    assert history.verify() == []


@pytest.mark.django_db
@pytest.mark.database
def test_files_go_to_agreements_and_commitments_by_registrars(records, registrar):
    meeting = Record.objects.create(kind=RecordKind.MEETING)
    with pytest.raises(Refused):
        attach(meeting, registrar, File("a.pdf", PDF))
    with pytest.raises(PermissionDenied):
        attach(records[0], User.objects.create_user("stranger"), File("a.pdf", PDF))
    assert not Attachment.objects.exists()
