"""Zipped documents, opened without trusting a word of their headers.

Python's `zipfile` believes the directory: a file of some kilobytes may claim
a million entries, unpack to gigabytes, or hold one stretch of data under
many names. Here the directory is checked as a whole before a byte is
unpacked (number of entries, total size, ratio, overlap), and every part is
unpacked only up to the size it claims. Layout: PKWARE APPNOTE.TXT 6.3.10.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from hapjak.text import refusals
from hapjak.text.limits import Limits

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_LONGEST_REMARK = 0xFFFF
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x1 | 0x40  # general purpose bits 0 and 6
_UTF8 = 0x800
_SMALL = 1024 * 1024  # the ratio of smaller parts does no harm


@dataclass(frozen=True, slots=True)
class Entry:
    """One part as the directory describes it."""

    name: str
    flags: int
    method: int
    checksum: int
    packed: int
    unpacked: int
    offset: int


class Package:
    """A zipped document whose directory has been checked."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Check the directory.

        Raises:
            Refusal: `damaged`, it is no sound archive; `too_large`, more than the
                limits allow once unpacked; `encrypted`.
        """
        self._data = data
        self._limits = limits
        entries = list(_directory(data, limits.entries))
        _check(entries, data, limits)
        self._entries = {entry.name: entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def names(self) -> list[str]:
        """Names of all parts, in the order of the directory."""
        return list(self._entries)

    def size(self, name: str) -> int:
        """How many bytes a part unpacks to, as the directory says; `read()` holds it to that."""
        return self._entries[name].unpacked

    def read(self, name: str) -> bytes:
        """Unpack one part.

        Raises:
            KeyError: There is no such part.
            Refusal: `damaged`, the data is not what the directory says.
        """
        entry = self._entries[name]
        start = _data_start(self._data, entry)
        packed = self._data[start : start + entry.packed]
        if entry.method == _STORED:
            content = packed
        elif entry.method == _DEFLATED:
            content = _inflate(packed, entry.unpacked)
        else:
            raise refusals.damaged()
        if len(content) != entry.unpacked or zlib.crc32(content) != entry.checksum:
            raise refusals.damaged()
        return content


def _directory(data: bytes, most: int) -> Iterator[Entry]:
    """The entries of the central directory, refused when there are too many."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - _END.size - _LONGEST_REMARK))
    if end < 0 or end + _END.size > len(data):
        raise refusals.damaged()
    _, _, _, _, count, size, offset, _ = _END.unpack_from(data, end)
    if count > most:
        raise refusals.too_many_parts(most)
    if offset + size > end:
        raise refusals.damaged()
    at = offset
    for _ in range(count):
        if at + _CENTRAL.size > end or data[at : at + 4] != b"PK\x01\x02":
            raise refusals.damaged()
        fields = _CENTRAL.unpack_from(data, at)
        name_at = at + _CENTRAL.size
        name = data[name_at : name_at + fields[10]]
        yield Entry(
            name.decode("utf-8" if fields[3] & _UTF8 else "cp437", errors="replace"),
            *(fields[3], fields[4], fields[7], fields[8], fields[9], fields[16]),
        )
        at = name_at + fields[10] + fields[11] + fields[12]


def _check(entries: list[Entry], data: bytes, limits: Limits) -> None:
    if len({entry.name for entry in entries}) != len(entries):
        raise refusals.damaged()
    if any(entry.flags & _ENCRYPTED for entry in entries):
        raise refusals.encrypted()
    if sum(entry.unpacked for entry in entries) > limits.unpacked_bytes:
        raise refusals.unpacks_too_large(limits.unpacked_bytes)
    for entry in entries:
        if entry.unpacked > max(_SMALL, limits.ratio * max(1, entry.packed)):
            raise refusals.unpacks_too_large(limits.unpacked_bytes)
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.offset):
        if entry.offset < end:
            raise refusals.damaged()
        end = _data_start(data, entry) + entry.packed
        if end > len(data):
            raise refusals.damaged()


def _data_start(data: bytes, entry: Entry) -> int:
    """Where the packed bytes begin, after the local header."""
    if data[entry.offset : entry.offset + 4] != b"PK\x03\x04":
        raise refusals.damaged()
    if entry.offset + _LOCAL.size > len(data):
        raise refusals.damaged()
    fields = _LOCAL.unpack_from(data, entry.offset)
    return entry.offset + _LOCAL.size + int(fields[9]) + int(fields[10])


def _inflate(packed: bytes, size: int) -> bytes:
    """Unpack at most one byte more than claimed; more shows that the claim lies."""
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size + 1)
    except zlib.error as error:
        raise refusals.damaged() from error
