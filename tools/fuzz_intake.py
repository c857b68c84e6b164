"""Throw bad files at intake: each must give an article whose places hold, or a refusal.

    .venv/bin/python tools/fuzz_intake.py [--count N] [--seconds S] [--seed N] [--kinds text,html,package,pdf]

Inputs are the demonstration's documents and small files made here, bent at
random: bytes turned, cut, doubled, spliced; hostile tags, signs and charsets
put in; zipped parts and directories that lie. Every input follows from the
seed and its number, which a fault names. PDF files are read in a child, so
that a crash of PDFium is a fault like any other and the rest goes on.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import signal
import struct
import sys
import time
import traceback
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from hapjak.text.article import Article, Refusal
from hapjak.text.intake import read_article
from hapjak.text.limits import Limits

DEMO = Path(__file__).parents[1] / "demo" / "documents"
SLOWEST = 5.0  # seconds of one input, from which it counts as a hang
MEMORY = 1024**3  # bytes of a child
BATCH = 200  # PDF files of one child
LIMITS = Limits(unpacked_bytes=4 * 1024 * 1024)
CHARSETS = ("utf-8", "utf-16", "gb18030", "cp949", "big5hkscs", "utf-32-be", "shift_jis", "cp1252")
TOKENS = (
    *("<", ">", "</", "<!--", "-->", "<![CDATA[", "<p>", "</p>", "<div hidden>", "<b", "<table><tr><td>"),
    *("</div>", "<script>", "</script>", "<style>.a{display:none}", "<title>", "&#xD800;", "&#0;", "&amp", "&"),
    *('<p title="', "='", "<svg/>", "<a href=x>", "<ruby>漢<rt>", "<select><option>", "<label>", "<br/>"),
    *("\0", "\x1b[31m", "\u202e", "\u200b", "\xa0", "\u3000", "\r\n", "\x85", "\u2028", "\u0301" * 40, "\u1112\u1161"),
    *("来源：", "관련기사 :", "（完）", "By ", "입력 2024.03.05 10:20", "2021-02-30 25:61", "[x=홍길동 기자]", "记者 甲 乙"),
)  # fmt: skip
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HANCOM = "http://www.hancom.co.kr/hwpml/2011"
PROSE = "운항시는 청람성과 무역 협력을 강화하기로 했다. 青岚省与云港市签署协议。 Yungang agreed to trade. "
WORDML = (
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", f"<w:t>{PROSE}</w:t>", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>",
    "<w:del>", "</w:del>", "<w:rPr><w:vanish/></w:rPr>", "<w:txbxContent>", "</w:txbxContent>", "<w:tab/>", "<w:br/>",
    f"<w:p><w:r><w:t>{PROSE}</w:t></w:r></w:p>", "<w:pict>", "</w:pict>", "&x;", "<!DOCTYPE a>", "<w:ruby><w:rubyBase>",
)  # fmt: skip
OWPML = (
    "<hp:p>", "</hp:p>", "<hp:run>", "</hp:run>", f"<hp:t>{PROSE}</hp:t>", "<hp:tbl><hp:tr><hp:tc><hp:subList>",
    "</hp:subList></hp:tc></hp:tr></hp:tbl>", "<hp:ctrl><hp:footNote>", "</hp:footNote></hp:ctrl>", "<hp:deleteBegin/>",
    f"<hp:p><hp:run><hp:t>{PROSE}<hp:tab/>{PROSE}</hp:t></hp:run></hp:p>", "<hp:switch>", "</hp:switch>", "<hp:rect>",
)  # fmt: skip


@dataclass
class Report:
    """What became of the inputs."""

    inputs: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0

    def add(self, other: Report) -> None:
        self.inputs += other.inputs
        self.outcomes += other.outcomes
        self.faults += other.faults
        self.slowest = max(self.slowest, other.slowest)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default=",".join(MAKERS))
    wanted = parser.parse_args()
    start = time.monotonic()
    report = fuzz(wanted.count, wanted.seconds, wanted.seed, wanted.kinds.split(","))
    took = time.monotonic() - start
    print(
        f"{report.inputs.total():,} inputs in {took:.0f} s, seed {wanted.seed}: {dict(report.inputs)}"
    )
    print(f"outcomes: {dict(report.outcomes.most_common())}")
    print(f"slowest: {report.slowest:.2f} s; faults: {len(report.faults)}")
    for fault in report.faults[:20]:
        print(fault)
    return 1 if report.faults else 0


def fuzz(count: int, seconds: float, seed: int, kinds: list[str]) -> Report:
    """Read inputs until there are enough or the time is up."""
    report = Report()
    end = time.monotonic() + seconds
    number = 0
    while number < count and time.monotonic() < end:
        size = min(BATCH, count - number)
        for kind in kinds:
            share = size * WEIGHTS[kind] // sum(WEIGHTS[one] for one in kinds)
            names = [f"{seed}:{kind}:{number + at}" for at in range(max(1, share))]
            report.add(in_child(kind, names) if kind == "pdf" else in_process(kind, names))
        number = report.inputs.total()
    return report


def in_process(kind: str, names: list[str]) -> Report:
    """Read inputs here; one that hangs is cut off by an alarm."""
    report = Report()
    signal.signal(signal.SIGALRM, _hang)
    for name in names:
        data = MAKERS[kind](random.Random(name))
        report.inputs[kind] += 1
        began = time.monotonic()
        signal.setitimer(signal.ITIMER_REAL, SLOWEST)
        try:
            report.outcomes[outcome(data)] += 1
        except BaseException:  # whatever it is, it is a fault
            last = traceback.format_exc().strip().splitlines()
            report.faults.append(f"{name}: {last[-1]} {' '.join(last[-4:-1])[:300]}")
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        report.slowest = max(report.slowest, time.monotonic() - began)
    return report


def _hang(_signal: int, _frame: object) -> None:
    raise TimeoutError("a hang")


def in_child(kind: str, names: list[str]) -> Report:
    """Read inputs in a child; when it dies, that input is a fault and a new child goes on."""
    report = Report()
    rest = list(names)
    while rest:
        outlet, inlet = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(outlet)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            for name in rest:
                signal.setitimer(
                    signal.ITIMER_VIRTUAL, SLOWEST
                )  # ends the child, also inside PDFium
                one = in_process(kind, [name])
                line = "\t".join([*one.outcomes, *one.faults]) or "none"
                os.write(inlet, f"{line}\t{one.slowest}\n".encode()[:4000])
            os._exit(0)
        os.close(inlet)
        with os.fdopen(outlet, encoding="utf-8", errors="replace") as lines:
            told = [line.rstrip("\n").split("\t") for line in lines]
        _, status = os.waitpid(child, 0)
        for name, (result, *_others, slowest) in zip(rest, told, strict=False):
            report.inputs[kind] += 1
            report.slowest = max(report.slowest, float(slowest))
            if result.startswith(name):
                report.faults.append(result)
            else:
                report.outcomes[result] += 1
        if len(told) < len(rest):
            report.inputs[kind] += 1
            report.faults.append(f"{rest[len(told)]}: the child died, status {status}")
        rest = rest[len(told) + 1 :]
    return report


def outcome(data: bytes) -> str:
    """Read one input and check what it promises.

    Raises:
        AssertionError: An article whose text or places do not hold.
    """
    try:
        article = read_article(data, limits=LIMITS)
    except Refusal as refusal:
        return f"refused {refusal.code}"
    check(article)
    return f"article {article.media_type.rpartition('/')[2][:12]}"


def check(article: Article) -> None:
    """The promises of `Article` that need no source."""
    text = article.text
    assert text == text.strip(), "blanks at the ends"
    assert "\n\n" not in text and "  " not in text, "blank lines or double blanks"
    assert not any("\ud800" <= char <= "\udfff" or char < " " for char in text if char != "\n")
    assert len(text) <= 4 * LIMITS.characters
    done = 0
    for at, place, length in article.origins:
        assert done <= at and place >= 0 and length > 0 and at + length <= len(text), (
            "a run outside"
        )
        assert set(text[done:at]) <= {"\n"}, "a character without a place"
        done = at + length
    assert done == len(text), "an end without a place"
    starts = [block.start for block in article.blocks]
    assert starts == sorted(starts)
    told = article.places(0, len(text))
    assert sum(place.end - place.start for place in told) == len(text) - text.count("\n")
    assert all(place.place >= 0 for place in told), "a place before its block"


def bend(data: bytes, rng: random.Random) -> bytes:
    """Bytes turned, cut out, doubled or moved."""
    out = bytearray(data)
    for _ in range(rng.choice((0, 1, 1, 2, 4, 16))):
        at = rng.randrange(len(out) + 1)
        size = rng.choice((1, 1, 2, 8, 64))
        action = rng.randrange(5)
        if action == 0:
            out[at : at + size] = rng.randbytes(min(size, len(out) - at))
        elif action == 1:
            del out[at : at + size]
        elif action == 2:
            out[at:at] = out[at : at + size] * rng.choice((1, 2, 20))
        elif action == 3:
            other = rng.randrange(len(out) + 1)
            out[at:at] = out[other : other + size]
        else:
            out[at:at] = rng.choice(
                (b"\0", b"\xff", b"\x80", b"%", b"<", b"\xed\xa0\x80", b"\xe3\x80")
            )
    return bytes(out)


def sprinkle(text: str, rng: random.Random) -> str:
    """Hostile signs put in between."""
    for _ in range(rng.choice((0, 1, 3, 10))):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(TOKENS) * rng.choice((1, 1, 1, 30)) + text[at:]
    return text


def pages() -> list[str]:
    return [path.read_bytes().decode("utf-8", "replace") for path in sorted(DEMO.glob("*.html"))]


PAGES = pages()


def make_html(rng: random.Random) -> bytes:
    page = rng.choice(PAGES)
    start = rng.randrange(len(page) // 2)
    cut = page if rng.random() < 0.3 else page[start : start + rng.randrange(20, 1500)]
    if rng.random() < 0.3:
        cut += rng.choice(PAGES)[: rng.randrange(400)]
    return bend(sprinkle(cut, rng).encode(rng.choice(CHARSETS), errors="ignore"), rng)


def make_text(rng: random.Random) -> bytes:
    page = rng.choice(PAGES).replace("<", " ").replace(">", "\n")
    start = rng.randrange(len(page) // 2)
    return bend(
        sprinkle(page[start : start + rng.randrange(1200)], rng).encode(
            rng.choice(CHARSETS), errors="ignore"
        ),
        rng,
    )


def make_package(rng: random.Random) -> bytes:
    word = rng.random() < 0.5
    inside = "".join(rng.choice(WORDML if word else OWPML) for _ in range(rng.randrange(1, 12)))
    if rng.random() < 0.7:
        whole = WORDML[14] if word else OWPML[10]
        inside = whole if rng.random() < 0.5 else closed(inside)
    if word:
        parts = {
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>'
        }
    else:
        names = f'xmlns:hs="{HANCOM}/section" xmlns:hp="{HANCOM}/paragraph"'
        parts = {
            "Contents/section0.xml": f"<hs:sec {names}>{inside}</hs:sec>",
            "Contents/content.hpf": "<x/>",
        }
    out = io.BytesIO()
    with zipfile.ZipFile(
        out, "w", rng.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    ) as archive:
        for name, content in parts.items():
            data = content.encode("utf-8")
            archive.writestr(name, bend(data, rng) if rng.random() < 0.2 else data)
    return lie(out.getvalue(), rng)


def closed(inside: str) -> str:
    """Well-formed as far as order allows: every start tag closed at the end."""
    opened: list[str] = []
    out = []
    for piece in inside.replace("<", "\n<").split("\n"):
        name = piece[1:].split(">")[0].split(" ")[0]
        if piece.startswith("</"):
            if not opened or opened[-1] != name[1:]:
                continue
            opened.pop()
        elif (
            piece.startswith("<")
            and not piece[: piece.find(">")].endswith("/")
            and name[:1].isalpha()
        ):
            opened.append(name)
        out.append(piece)
    return "".join(out) + "".join(f"</{name}>" for name in reversed(opened))


def lie(archive: bytes, rng: random.Random) -> bytes:
    """A directory that claims what is not so."""
    data = bytearray(archive)
    for _ in range(rng.choice((0, 0, 0, 1, 2))):
        mark = rng.choice((b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"))
        at = data.find(mark)
        if at >= 0 and at + 30 < len(data):
            struct.pack_into(
                "<H",
                data,
                at + 4 + 2 * rng.randrange(12),
                rng.choice((0, 1, 8, 0xFFFF, rng.randrange(65536))),
            )
    return bend(bytes(data), rng) if rng.random() < 0.25 else bytes(data)


OPERATORS = (
    "q", "Q", "BT", "ET", "/F1 12 Tf", "1 0 0 1 72 700 Tm", "0 -14 Td", "3 Tr", "0 Tr", "1 g", "0 g", "(Yungang agreed.) Tj",
    "[(Qing) -200 (lan)] TJ", "10 10 200 200 re f", "0 0 100 100 re W n", "/X1 Do", "1e9 0 0 1e9 0 0 cm", "0 0 0 0 0 0 cm",
    "T*", "(" + "a" * 80 + ") '", "<FEFF> Tj", "/OC /a BDC", "EMC", "sh", "BI /W 1 /H 1 ID x EI", "99999999999 Tf",
)  # fmt: skip


def make_pdf(rng: random.Random) -> bytes:
    content = "\n".join(rng.choice(OPERATORS) for _ in range(rng.randrange(3, 60))).encode()
    if rng.random() < 0.4:
        content = (
            b"BT /F1 12 Tf 1 0 0 1 72 700 Tm (Qinglan and Yungang agreed on trade.) Tj ET\n"
            + content
        )
    packed = zlib.compress(content) if rng.random() < 0.5 else content
    filters = b"/Filter /FlateDecode" if packed is not content else b""
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 6"
        b" /Resources << /XObject << /X1 6 0 R >> >> >>\nstream\n/X1 Do\nendstream"
    )
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [ 3 0 R ] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Rotate "
        + rng.choice((b"0", b"90", b"-1"))
        + b" /Resources << /Font << /F1 4 0 R >> /XObject << /X1 6 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(packed), filters, packed),
        form,
    ]
    out = bytearray(b"%PDF-1.7\n")
    for number, body in enumerate(bodies, 1):
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    out += b"trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"
    return b"%PDF-" + bend(bytes(out[5:]), rng)


MAKERS: dict[str, Callable[[random.Random], bytes]] = {
    "text": make_text,
    "html": make_html,
    "package": make_package,
    "pdf": make_pdf,
}
WEIGHTS = {"text": 30, "html": 40, "package": 25, "pdf": 5}


if __name__ == "__main__":
    sys.exit(main())
