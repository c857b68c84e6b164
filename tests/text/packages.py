"""Zipped documents for tests, written part by part so that any part may be wrong."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
HANCOM = "http://www.hancom.co.kr/hwpml/2011"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of parts, packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(body: str, *, styles: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word document of a body, which is WordprocessingML without its root."""
    names = f'xmlns:w="{WORD}" xmlns:mc="{COMPATIBLE}"'
    held: dict[str, str | bytes] = {
        "_rels/.rels": RELATIONS,
        "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
    }
    if styles:
        held["word/styles.xml"] = f"<w:styles {names}>{styles}</w:styles>"
    return pack({**held, **(parts or {})})


def word_paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of runs; a run given as plain text is one without properties."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(run if run.startswith('<') else word_run(run) for run in runs)}</w:p>"


def word_run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def hwpx(*sections: str, header: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Hancom document of sections, each OWPML without its root."""
    names = f'xmlns:hs="{HANCOM}/section" xmlns:hp="{HANCOM}/paragraph" xmlns:hh="{HANCOM}/head"'
    held: dict[str, str | bytes] = {
        "mimetype": "application/hwp+zip",
        "Contents/content.hpf": "<package/>",
        "Contents/header.xml": f"<hh:head {names}>{header}</hh:head>",
    }
    for number, section in enumerate(sections):
        held[f"Contents/section{number}.xml"] = f"<hs:sec {names}>{section}</hs:sec>"
    return pack({**held, **(parts or {})})


def hangul_paragraph(*runs: str, style: str = "0") -> str:
    """A paragraph; a run given as plain text is one of the first look."""
    inside = "".join(run if run.startswith("<") else hangul_run(run) for run in runs)
    return f'<hp:p styleIDRef="{style}">{inside}</hp:p>'


def hangul_run(text: str, look: str = "0") -> str:
    return f'<hp:run charPrIDRef="{look}"><hp:t>{text}</hp:t></hp:run>'


def claim(archive: bytes, *, size: int | None = None, count: int | None = None) -> bytes:
    """The archive with a directory that lies: the first entry's size, the number of entries."""
    data = bytearray(archive)
    central = data.find(b"PK\x01\x02")
    if size is not None:
        struct.pack_into("<L", data, central + 24, size)
    if count is not None:
        end = data.rfind(b"PK\x05\x06")
        struct.pack_into("<2H", data, end + 8, count, count)
    return bytes(data)
