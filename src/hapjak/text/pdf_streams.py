"""What the streams of a PDF unpack to, before PDFium unpacks any.

A stream of some kilobytes may hold gigabytes, also packed twice. Every run of
bytes after `stream` that looks packed is unpacked here in pieces and thrown
away, and the file refused once all together pass the limit; what the
dictionaries claim (length, filter, picture) is not believed.
"""

from __future__ import annotations

import re
import zlib

from hapjak.text import refusals
from hapjak.text.limits import Limits

_STREAM = re.compile(rb"stream\r?\n")
_PICTURE = re.compile(rb"/Subtype\s{0,3}/Image")
_STEP = 1024 * 1024
_DEEPEST = 3
_DICTIONARY = 600  # bytes before a stream in which it says that it is a picture


def check_streams(data: bytes, limits: Limits) -> None:
    """Refuse a file that would unpack beyond the limit.

    Pictures are never unpacked for their text: they may take four times as much.

    Raises:
        Refusal: `too_large`.
    """
    text, pictures = limits.unpacked_bytes, 4 * limits.unpacked_bytes
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _DICTIONARY) : match.start()]
        is_picture = _PICTURE.search(head[head.rfind(b" obj") + 1 :]) is not None
        size = _unpacked(memoryview(data)[match.end() :], pictures if is_picture else text)
        pictures -= size
        text -= 0 if is_picture else size
        if text < 0 or pictures < 0:
            raise refusals.unpacks_too_large(limits.unpacked_bytes)


def _unpacked(data: memoryview, most: int, depth: int = 0) -> int:
    """The size of what a zlib stream holds, up to a little over `most`; 0 for none."""
    if not _looks_packed(data):
        return 0
    unpacker = zlib.decompressobj()
    size = 0
    rest: bytes | memoryview = data
    begun = b""
    try:
        while not unpacker.eof and size <= most:
            piece = unpacker.decompress(rest, _STEP)
            rest = unpacker.unconsumed_tail
            begun = begun or piece
            size += len(piece)
            if not piece and not rest:
                break
    except zlib.error:
        pass
    if depth < _DEEPEST and _looks_packed(memoryview(begun)):
        size += _unpacked(memoryview(begun), most - size, depth + 1) * max(1, size // len(begun))
    return size


def _looks_packed(data: memoryview) -> bool:
    """Whether bytes begin as zlib does (RFC 1950, 2.2)."""
    return len(data) > 2 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
