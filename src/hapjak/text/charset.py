"""Bytes to text: which charset, and what becomes of bytes that fit none.

Order: byte order mark, strict UTF-8, then the declared charset and the
legacy ones of the region side by side, judged by the share of common
characters (they overlap: most EUC-KR bytes are valid GB 18030 and the other
way round, and declarations lie), then charset-normalizer. A few unknown
bytes become U+FFFD; many mean that the charset is not known.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

from charset_normalizer import from_bytes

from hapjak.text import refusals
from hapjak.text.lists import read_list

SAMPLE_BYTES = 256 * 1024
ENOUGH = 6000  # characters beyond ASCII by which a charset is judged
UNKNOWN_PER_THOUSAND = 2
COMMON_SHARE = 0.25  # running Chinese or Korean has 0.5 and more, misread text 0.05
MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    ("\ufeff".encode("gb18030"), "gb18030"),
)
WIDER = {  # a declared charset is read as the superset that pages really use (WHATWG Encoding)
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "johab": "johab",
    "big5": "big5hkscs",
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
}
LEGACY = ("gb18030", "cp949", "big5hkscs")
_DECLARED = re.compile(
    rb"(?:charset|encoding)[ \t]{0,3}=[ \t]{0,3}[\"']?([A-Za-z0-9_:.-]{2,30})", re.I
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_UNKNOWN_RUN = re.compile("\ufffd+")
_WINDOWS_MARKS = re.compile(
    r"[\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac\xa0\xa9\xae\xb0\xb7\xc0-\xff]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without its byte order mark, and the charset it was read in."""

    text: str
    charset: str


def decode(data: bytes) -> Decoded:
    """Decode a file that is believed to be text.

    Raises:
        Refusal: `charset`, no known charset fits; `media_type`, not text.
    """
    return _by_mark(data) or _by_utf8(data) or _by_zeros(data) or _by_likeness(data)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, charset in MARKS:
        if data.startswith(mark):
            return _with_a_few_unknown(data[len(mark) :], charset)
    return None


def _with_a_few_unknown(data: bytes, charset: str) -> Decoded:
    text = data.decode(charset, errors="replace")
    if _few(text.count("\ufffd"), len(text)):
        return Decoded(text, charset)
    raise refusals.charset()


def _few(unknown: int, length: int) -> bool:
    return unknown <= 1 + length * UNKNOWN_PER_THOUSAND // 1000


def _by_utf8(data: bytes) -> Decoded | None:
    """UTF-8, also with a few broken bytes between many good sequences."""
    if _too_many_zeros(data):
        return None
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    unknown = text.count("\ufffd")
    places = len(_UNKNOWN_RUN.findall(text))  # one character badly written is up to four bytes
    wide = len(data) - len(text)  # continuation bytes of good sequences, roughly
    if _few(places, len(text)) and unknown <= 4 * places and wide > 4 * unknown:
        return Decoded(text, "utf-8")
    return None


def _too_many_zeros(data: bytes) -> bool:
    return data.count(0) > 4 + len(data) // 1000


def _by_zeros(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: zero bytes on one side of the pairs only.

    Raises:
        Refusal: `media_type`, when zero bytes are strewn as in a program.
    """
    if not _too_many_zeros(data):
        return None
    sample = data[: SAMPLE_BYTES // 2 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 == 0 and min(even, odd) * 20 <= max(even, odd):
        charset = "utf-16-be" if even > odd else "utf-16-le"
        text = data.decode(charset, errors="replace")
        if "\n" in text or " " in text or "。" in text:
            return _with_a_few_unknown(data, charset)
    raise refusals.media_type("a binary file")


def _by_likeness(data: bytes) -> Decoded:
    """The legacy charset whose reading looks most like language."""
    declared = declared_charset(data)
    sample = data[:SAMPLE_BYTES]
    names = dict.fromkeys((*([declared] if declared else []), *LEGACY))
    scored = [(_likeness(sample, name), name) for name in names]
    for score, name in sorted(scored, key=lambda pair: -pair[0]):
        if score < COMMON_SHARE:
            break
        decoded = _strictly(data, name)
        if decoded is not None:
            return decoded
    return _western(data) or _as_declared(data, declared) or _guessed(data)


def declared_charset(data: bytes) -> str | None:
    """The charset that an HTML or XML head names, if Python knows it."""
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    try:
        info = codecs.lookup(match[1].decode("ascii"))
    except LookupError:
        return None
    if not info._is_text_encoding or info.name in {"idna", "punycode", "utf-7"}:
        return None
    name = info.name.replace("-", "_") if info.name.startswith("euc") else info.name
    return WIDER.get(name, name)


def _strictly(data: bytes, charset: str) -> Decoded | None:
    """Decode with at most a few unknown bytes, else None."""
    try:
        text = data.decode(charset, errors="replace")
    except (UnicodeError, LookupError):
        return None
    return Decoded(text, charset) if _few(text.count("\ufffd"), len(text)) else None


def _likeness(sample: bytes, charset: str) -> float:
    """Share of common characters among those beyond ASCII, less the unknown."""
    try:
        text = sample.decode(charset, errors="replace")
    except (UnicodeError, LookupError):
        return 0.0
    beyond = "".join(_BEYOND_ASCII.findall(text))[:ENOUGH]
    if not beyond:
        return 0.0
    return max(sum(map(common.__contains__, beyond)) for common in _common()) / len(beyond)


@cache
def _common() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row["characters"]) for row in read_list("common.tsv"))


def _western(data: bytes) -> Decoded | None:
    """English with curly quotes or accents in the Windows charset."""
    text = data.decode("cp1252", errors="replace")
    beyond = sum(1 for char in text if char > "\x7f")
    typical = len(_WINDOWS_MARKS.findall(text))
    if (
        beyond * 10 <= len(text)
        and typical * 10 >= beyond * 9
        and _few(text.count("\ufffd"), len(text))
    ):
        return Decoded(text, "cp1252")
    return None


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    """A declared charset of another region (Japanese, Russian), read strictly.

    The language decides later; charsets that accept any byte prove nothing.
    """
    if declared is None or declared.startswith(("iso8859", "cp12", "latin")):
        return None
    return _strictly(data, declared)


def _guessed(data: bytes) -> Decoded:
    best = from_bytes(data[:SAMPLE_BYTES]).best()
    decoded = _strictly(data, best.encoding) if best is not None else None
    if decoded is None or _looks_binary(decoded.text):
        raise refusals.charset()
    return decoded


def _looks_binary(text: str) -> bool:
    controls = sum(1 for char in text[:SAMPLE_BYTES] if char < " " and char not in "\t\n\r\x0b\x0c")
    return controls * 100 > min(len(text), SAMPLE_BYTES)
