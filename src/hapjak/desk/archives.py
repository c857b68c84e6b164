"""What an upload holds: files as they are, and the members of archives one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Protocol

from django.conf import settings

from hapjak.text.article import Refusal, RefusalCode
from hapjak.text.charset import decode
from hapjak.text.limits import Limits
from hapjak.text.media import FileKind, name_package
from hapjak.text.package import Package

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
# What systems put into archives beside the files a person chose.
LEFT_BY_SYSTEMS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
ARCHIVE_TOO_LARGE = "archive"
NESTED = "nested"
UNPACKED = 8  # an archive may unpack to so many times the limit of its packed size
PARTS = 10_000  # of an archive, what systems put into it among them


class Upload(Protocol):
    """A file of a request, perhaps still on disk."""

    name: str | None
    size: int | None

    @property
    def file(self) -> IO[bytes]: ...


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to read, or why it is not: a refusal's code."""

    name: str
    data: bytes = b""
    refusal: str = ""


def items_of(name: str, file: IO[bytes], size: int) -> Iterator[Item]:
    """The file itself, or each member where it is an archive of files.

    Nothing over a limit is taken into memory. A zipped document (DOCX, HWPX) is
    a file, whatever it is called; an archive in an archive is refused by name.
    """
    start = file.read(len(ZIP))
    file.seek(0)
    zipped = start in (ZIP, EMPTY_ZIP)
    if size > (settings.ARCHIVE_LIMIT if zipped else settings.UPLOAD_LIMIT):
        yield Item(name, refusal=ARCHIVE_TOO_LARGE if zipped else RefusalCode.TOO_LARGE)
        return
    data = file.read()
    if zipped and is_archive(data):
        yield from _members(name, data)
    elif len(data) > settings.UPLOAD_LIMIT:
        yield Item(name, refusal=RefusalCode.TOO_LARGE)
    else:
        yield Item(name, data)


def is_archive(data: bytes) -> bool:
    """Whether a zipped file is an archive of files and no document; unsound ones count as one."""
    try:
        names = Package(data, _limits()).names()
    except Refusal as refusal:
        return refusal.code != RefusalCode.DAMAGED
    document = any(name.startswith(("word/", "Contents/")) for name in names)
    return not document and name_package(names) == FileKind.PACKAGE.value


def _limits() -> Limits:
    return Limits(
        size_bytes=settings.ARCHIVE_LIMIT,
        entries=PARTS,
        unpacked_bytes=settings.ARCHIVE_LIMIT * UNPACKED,
    )


def _members(archive: str, data: bytes) -> Iterator[Item]:
    try:
        package = Package(data, _limits())
    except Refusal as refusal:
        large = refusal.code == RefusalCode.TOO_LARGE
        yield Item(archive, refusal=ARCHIVE_TOO_LARGE if large else refusal.code)
        return
    chosen = [name for name in package.names() if _is_chosen(name)]
    if not chosen or len(chosen) > settings.ARCHIVE_FILES:
        yield Item(archive, refusal=ARCHIVE_TOO_LARGE if chosen else RefusalCode.EMPTY)
        return
    for member in chosen:
        yield _member(package, member, f"{archive} › {readable(member)}")


def _is_chosen(name: str) -> bool:
    """Whether a person put it there: no folder, nothing a system left."""
    if name.endswith("/") or name.startswith(LEFT_BY_SYSTEMS[0]):
        return False
    return name.rpartition("/")[2] not in LEFT_BY_SYSTEMS


def _member(package: Package, member: str, name: str) -> Item:
    if package.size(member) > settings.UPLOAD_LIMIT:
        return Item(name, refusal=RefusalCode.TOO_LARGE)
    try:
        content = package.read(member)
    except Refusal as refusal:
        return Item(name, refusal=refusal.code)
    if content[: len(ZIP)] in (ZIP, EMPTY_ZIP) and is_archive(content):
        return Item(name, refusal=NESTED)
    return Item(name, content)


def readable(name: str) -> str:
    """The name of a member as its writer saw it: old archivers use the system's charset."""
    try:
        data = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    try:
        return decode(data).text
    except Refusal:
        return name


def all_items(uploads: Iterable[Upload], pasted: tuple[str, str]) -> Iterator[Item]:
    """Everything of an upload; `pasted` is a name and a text, which may be empty."""
    for upload in uploads:
        yield from items_of(upload.name or "", upload.file, upload.size or 0)
    name, text = pasted
    if text:
        yield Item(name, text.encode())
