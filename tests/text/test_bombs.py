"""Files that unpack to far more than they are: refused before they do."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from hapjak.text.article import Refusal, RefusalCode
from hapjak.text.intake import read_article
from hapjak.text.limits import Limits
from tests.text.packages import claim, docx, hwpx, pack, word_paragraph
from tests.text.pdfs import page_of, stream, write_pdf

GIBIBYTE = 1024**3
SHOWN = word_paragraph("On 12 May, Qinglan Province and Yungang City agreed to widen trade.")
BODY = page_of(["On 12 May, Qinglan Province and Yungang City agreed to widen trade."])


def zeros(size: int) -> bytes:
    """A zlib stream of so many zero bytes."""
    packer = zlib.compressobj(9)
    step = bytes(1024 * 1024)
    return b"".join(packer.compress(step) for _ in range(size // len(step))) + packer.flush()


def zip_of_zeros() -> bytes:
    packed = zeros(GIBIBYTE)[2:-4]
    name = b"word/document.xml"
    sizes = (0, len(packed), GIBIBYTE)
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, *sizes, len(name), 0) + name
    central = (
        struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, *sizes, len(name), *([0] * 6))
        + name
    )
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(central), len(local) + len(packed), 0
    )
    return local + packed + central + end


def overlapping() -> bytes:
    """Two thousand names for one stretch of data."""
    archive = docx(SHOWN, parts={"word/a.xml": " " * 900_000})
    data = bytearray(archive)
    start = data.rfind(b"PK\x05\x06")
    offset = struct.unpack_from("<L", data, start + 16)[0]
    directory = bytes(data[offset:start])
    last = directory[directory.rfind(b"PK\x01\x02") :]
    more = b"".join(last.replace(b"word/a.xml", b"wrd/%06d" % number) for number in range(2000))
    count = struct.unpack_from("<H", data, start + 8)[0] + 2000
    struct.pack_into("<2HL", data, start + 8, count, count, len(directory) + len(more))
    return bytes(data[:start]) + more + bytes(data[start:])


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    part = f'<!DOCTYPE w [{entities}]><w:document xmlns:w="x"><w:t>&a11;</w:t></w:document>'
    return docx(SHOWN, parts={"word/document.xml": part})


def forms_in_forms() -> bytes:
    """Every form shows the next one twenty times."""
    first = 6
    forms = [
        stream(
            b"/X1 Do\n" * 20,
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
            f" /Resources << /XObject << /X1 {first + number + 2} 0 R >> >>",
        )
        for number in range(20)
    ]
    forms.append(stream(b"0 0 1 1 re f", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"))
    page = BODY + "\n" + "/X1 Do\n" * 20
    return write_pdf([page], extra=forms, resources=f"/XObject << /X1 {first + 2} 0 R >>")


BOMBS: dict[str, Callable[[], bytes]] = {
    "a part of a gibibyte": zip_of_zeros,
    "many parts that are small alone": lambda: pack(
        {"word/document.xml": SHOWN, **{f"word/{n}.xml": bytes(900_000) for n in range(90)}}
    ),
    "a directory that claims less": lambda: claim(docx(SHOWN, parts={"word/z": ""}), size=50),
    "a directory that claims more entries": lambda: claim(docx(SHOWN), count=65_535),
    "names for one stretch": overlapping,
    "entities in entities": laughs,
    "elements without end": lambda: docx("<w:p/>" * 1_300_000),
    "attributes without end": lambda: docx(
        "<w:p " + " ".join(f"a{n}='x'" for n in range(1_300_000)) + "/>"
    ),
    "a long HWPX": lambda: hwpx("<hp:p><hp:run><hp:t>가나다라 </hp:t></hp:run></hp:p>" * 300_000),
    "a PDF stream of a gibibyte": lambda: write_pdf(
        [BODY], extra=[b"<< /Length 9 /Filter /FlateDecode >>\nstream\n" + zeros(GIBIBYTE) + b"\nendstream"]
    ),
    "a PDF stream packed twice": lambda: write_pdf(
        [BODY],
        extra=[
            b"<< /Filter [/FlateDecode /FlateDecode] >>\nstream\n"
            + zlib.compress(zeros(GIBIBYTE), 9)
            + b"\nendstream"
        ],
    ),
    "a PDF picture of a gibibyte": lambda: write_pdf(
        [BODY],
        extra=[
            b"<< /Subtype /Image /Filter /FlateDecode >>\nstream\n" + zeros(GIBIBYTE) + b"\nendstream"
        ],
    ),
    "forms in forms": forms_in_forms,
    "a form that shows itself twice": lambda: write_pdf(
        [BODY + "\n/X1 Do"],
        extra=[stream(b"/X1 Do /X1 Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")],
        resources="/XObject << /X1 8 0 R >>",
    ),
    "one content many times": lambda: write_pdf([BODY]).replace(
        b"/Contents 7 0 R", b"/Contents [ " + b"7 0 R " * 100_000 + b"]"
    ),
    "a PDF of too many pages": lambda: write_pdf(["q Q"] * 500),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_within_two_seconds_and_256_mebibytes(bomb: str, tmp_path: Path) -> None:
    path = tmp_path / "bomb"
    path.write_bytes(BOMBS[bomb]())
    program = (
        "import json, sys, time\n"
        "from hapjak.text.article import Refusal\n"
        "from hapjak.text.intake import read_article\n"
        "data = open(sys.argv[1], 'rb').read()\n"
        "start = time.process_time()\n"
        "try:\n    read_article(data)\n    code = 'read'\n"
        "except Refusal as refusal:\n    code = refusal.code\n"
        "seconds = time.process_time() - start\n"
        "status = open('/proc/self/status').read()\n"  # getrusage would tell the parent's peak too
        "peak = int(status.split('VmHWM:')[1].split()[0]) / 1024\n"
        "print(json.dumps([code, seconds, peak]))\n"
    )
    command = [sys.executable, "-c", program, str(path)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    code, seconds, mebibytes = json.loads(done.stdout)
    assert code in {RefusalCode.TOO_LARGE, RefusalCode.DAMAGED}
    assert seconds < 2
    assert mebibytes < 256


@pytest.mark.parametrize(
    ("bomb", "limits", "code"),
    [
        ("many parts that are small alone", Limits(), RefusalCode.TOO_LARGE),
        ("a directory that claims less", Limits(), RefusalCode.DAMAGED),
        ("a directory that claims more entries", Limits(), RefusalCode.TOO_LARGE),
        ("names for one stretch", Limits(unpacked_bytes=4 * GIBIBYTE), RefusalCode.DAMAGED),
        ("names for one stretch", Limits(), RefusalCode.TOO_LARGE),
        ("entities in entities", Limits(), RefusalCode.DAMAGED),
        ("a PDF of too many pages", Limits(), RefusalCode.TOO_LARGE),
    ],
)
def test_the_reason_of_a_refusal(bomb: str, limits: Limits, code: RefusalCode) -> None:
    with pytest.raises(Refusal) as caught:
        read_article(BOMBS[bomb](), limits=limits)
    assert caught.value.code is code


def test_a_packed_part_may_not_be_tighter_than_the_ratio() -> None:
    data = docx(SHOWN, parts={"word/z.xml": bytes(2_000_000)})
    with pytest.raises(Refusal) as caught:
        read_article(data)
    assert caught.value.code is RefusalCode.TOO_LARGE
    assert read_article(data, limits=Limits(ratio=5000)).text


@pytest.mark.parametrize(
    ("limits", "data"),
    [
        (Limits(entries=1), docx(SHOWN)),
        (Limits(unpacked_bytes=300), docx(SHOWN)),
        (Limits(xml_marks=5), docx(SHOWN)),
        (Limits(characters=20), docx(SHOWN)),
        (Limits(characters=20), write_pdf([BODY])),
        (Limits(pages=1), write_pdf([BODY, BODY])),
        (Limits(unpacked_bytes=100), write_pdf([BODY], packed=True)),
    ],
)
def test_limits_are_the_callers(limits: Limits, data: bytes) -> None:
    assert read_article(data).text
    with pytest.raises(Refusal) as caught:
        read_article(data, limits=limits)
    assert caught.value.code is RefusalCode.TOO_LARGE
