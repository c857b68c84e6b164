"""PDF files for tests, written by hand: text in any script at any place, in any mode.

The font is not embedded and needs none to be installed: two-byte codes are
Unicode code points, which is what its /ToUnicode table says.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

EM = 12.0
_RANGES = "\n".join(f"<{row:02X}00> <{row:02X}FF> <{row:02X}00>" for row in range(256))
_BLOCKS = "\n".join(
    f"{len(lines)} beginbfrange\n" + "\n".join(lines) + "\nendbfrange"
    for lines in (_RANGES.split("\n")[at : at + 100] for at in range(0, 256, 100))
)
TO_UNICODE = f"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Test def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{_BLOCKS}
endcmap end end"""
NARROW = "[ 32 126 500 ]"  # ASCII is half as wide as the rest


def show(
    text: str,
    x: float,
    y: float,
    *,
    size: float = EM,
    mode: int = 0,
    colour: str = "0 g",
    before: str = "",
) -> str:
    """Operators that print one line; `before` may clip or move."""
    codes = text.encode("utf-16-be").hex()
    return f"q {before} BT {colour} {mode} Tr /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{codes}> Tj ET Q"


def page_of(lines: Sequence[str], *, x: float = 72, top: float = 760, step: float = 18) -> str:
    """A page of lines from the top."""
    return "\n".join(show(line, x, top - at * step) for at, line in enumerate(lines))


def write_pdf(
    pages: Sequence[str],
    *,
    info: str = "",
    extra: Sequence[bytes] = (),
    resources: str = "",
    packed: bool = False,
) -> bytes:
    """A PDF of pages given as content operators; A4 portrait."""
    first = 4  # after catalogue, tree, font
    bodies: list[bytes] = []
    kids = " ".join(f"{first + 2 + 2 * at} 0 R" for at in range(len(pages)))
    bodies.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    bodies.append(f"<< /Type /Pages /Count {len(pages)} /Kids [ {kids} ] >>".encode())
    bodies.append(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H"
        b" /ToUnicode 5 0 R /DescendantFonts [ 4 0 R ] >>"
    )
    bodies.append(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /DW 1000 /W {NARROW}"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        " /FontDescriptor << /Type /FontDescriptor /FontName /Test /Flags 4 /Ascent 800"
        " /Descent -200 /CapHeight 700 /ItalicAngle 0 /StemV 80 /FontBBox [0 -200 1000 800] >> >>".encode()
    )
    bodies.append(stream(TO_UNICODE.encode()))
    for at, page in enumerate(pages):
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {first + 3 + 2 * at} 0 R"
            f" /Resources << /Font << /F1 3 0 R >> {resources} >> >>".encode()
        )
        bodies.append(stream(page.encode(), packed=packed))
    bodies += extra
    return _file(bodies, info)


def stream(content: bytes, entries: str = "", *, packed: bool = False) -> bytes:
    """A stream object's body."""
    if packed:
        content, entries = zlib.compress(content, 9), f"/Filter /FlateDecode {entries}"
    head = f"<< /Length {len(content)} {entries} >>\nstream\n".encode()
    return head + content + b"\nendstream"


def _file(bodies: Sequence[bytes], info: str) -> bytes:
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate([*bodies, f"<< {info} >>".encode()], 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += (
        f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R /Info {len(places)} 0 R >>\n"
        f"startxref\n{table}\n%%EOF\n".encode()
    )
    return bytes(out)
