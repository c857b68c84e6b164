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
from hapjak.text.pdf_forms import Painted, check_forms, number_of

_STREAM = re.compile(rb"stream\r?\n")
_PICTURE = re.compile(rb"/Subtype\s{0,3}/Image")
_STEP = 1024 * 1024
_DEEPEST = 3
_DICTIONARY = 1500  # bytes before a stream in which its dictionary stands


def check_streams(data: bytes, limits: Limits) -> None:
    """Refuse a file that would unpack, or paint, beyond the limit.

    Pictures are never unpacked for their text: they may take four times as much.

    Raises:
        Refusal: `too_large`.
    """
    text, pictures = limits.unpacked_bytes, 4 * limits.unpacked_bytes
    painted: list[Painted] = []
    for match in _STREAM.finditer(data):
        number, dictionary = number_of(data[max(0, match.start() - _DICTIONARY) : match.start()])
        is_picture = _PICTURE.search(dictionary) is not None
        most = pictures if is_picture else text
        size, shows = _unpacked(memoryview(data)[match.end() :], most)
        if not size:
            end = data.find(b"endstream", match.end())
            shows = data.count(b" Do", match.end(), len(data) if end < 0 else end)
        painted.append(Painted(number, dictionary, shows))
        pictures -= size
        text -= 0 if is_picture else size
        if text < 0 or pictures < 0:
            raise refusals.unpacks_too_large(limits.unpacked_bytes)
    check_forms(data, painted, limits)


def _unpacked(data: memoryview, most: int, depth: int = 0) -> tuple[int, int]:
    """The size of what a zlib stream holds, up to a little over `most`, and how often it shows.

    Nothing for a stream that is not packed so.
    """
    if not _looks_packed(data):
        return 0, 0
    unpacker = zlib.decompressobj()
    size = shows = 0
    rest: bytes | memoryview = data
    begun = b""
    try:
        while not unpacker.eof and size <= most:
            piece = unpacker.decompress(rest, _STEP)
            rest = unpacker.unconsumed_tail
            begun = begun or piece
            size += len(piece)
            shows += piece.count(b" Do")
            if not piece and not rest:
                break
    except zlib.error:
        pass
    if depth < _DEEPEST and _looks_packed(memoryview(begun)):
        inner, shown = _unpacked(memoryview(begun), most - size, depth + 1)
        size += inner * max(1, size // len(begun))
        shows += shown
    return size, shows


def _looks_packed(data: memoryview) -> bool:
    """Whether bytes begin as zlib does (RFC 1950, 2.2)."""
    return len(data) > 2 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
