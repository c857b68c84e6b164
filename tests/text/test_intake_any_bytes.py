"""Whatever bytes come in: an article or a refusal, and an article that keeps its promises."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hapjak.text.article import Article, Refusal, RefusalCode
from hapjak.text.intake import read_article

PROSE = (
    "운항시는 청람성과 무역 협력을 강화하기를 바란다고 말했다.\n",
    "青岚省与云港市签署合作框架协议，双方将推动产业合作。\n",
    "青嵐省與雲港市簽署合作框架協議，雙方將推動產業合作。\n",
    "Qinglan Province and Yungang agreed to widen trade in the coming year.\n",
)
CHARSETS = ("utf-8", "utf-16", "utf-8-sig", "gb18030", "cp949", "big5hkscs", "utf-32")
HOSTILE = st.sampled_from(
    [
        *(
            "\0",
            "\x1b[31m",
            "\u202e",
            "\u200b",
            "\ufeff",
            "\xa0",
            "\u3000",
            "\r\n",
            "\x85",
            "\u2028",
        ),
        *("\u0301", "\u1112\u1161\u11ab", "\u1100", "\u115f", "\uf900", "\U0001f600", "\ufffe"),
        *(
            "<p>",
            "</p>",
            "<div hidden>",
            "<b",
            "<!--",
            "-->",
            "&#xD800;",
            "&#0;",
            "<![",
            "<script>",
        ),
        *(
            "关闭",
            "관련기사 :",
            "来源：",
            "2021-02-30 25:61",
            "（完）",
            "By ",
            "입력 2024.03.05 10:20",
        ),
    ]
)
PAGES = st.lists(st.one_of(st.sampled_from(PROSE), HOSTILE, st.text(max_size=8)), max_size=12).map(
    "".join
)


def read(data: bytes) -> Article | Refusal:
    try:
        return read_article(data)
    except Refusal as refusal:
        return refusal


def check(data: bytes) -> None:
    result = read(data)
    again = read(data)
    if isinstance(result, Refusal):
        assert isinstance(again, Refusal)
        assert again.message == result.message
        assert isinstance(result.code, RefusalCode)
        assert "%" not in result.message
        return
    assert again == result
    text = result.text
    assert text == text.strip()
    assert unicodedata.is_normalized("NFC", text)
    assert not [
        char for char in text if char != "\n" and unicodedata.category(char) in {"Cc", "Cs"}
    ]
    assert "\n\n" not in text
    assert "  " not in text
    if result.media_type in {"text/plain", "text/html"}:
        source = data.decode(result.charset, errors="replace").removeprefix("\ufeff")
        assert_traced(result, source)


def assert_traced(article: Article, source: str) -> None:
    """Every character but line breaks stands in a run, and the runs keep their order."""
    held = [False] * len(article.text)
    last_place = -1
    for at, place, length in article.origins:
        assert length > 0
        assert place >= last_place
        assert place + length <= len(source)
        last_place = place
        held[at : at + length] = [True] * length
    assert all(is_held or char == "\n" for is_held, char in zip(held, article.text, strict=True))


@given(st.binary(max_size=400))
@example(b"")
@example(b"\0" * 50)
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example(b"<")
@example(b"<html>")
def test_any_bytes(data: bytes) -> None:
    check(data)


@settings(max_examples=300)
@given(PAGES, st.sampled_from(CHARSETS))
@example("\ufeff<b来源：<b<b", "gb18030")
def test_any_text_in_any_charset(page: str, charset: str) -> None:
    check(page.encode(charset, errors="ignore"))


@settings(max_examples=200)
@given(PAGES)
def test_any_page_with_markup(page: str) -> None:
    check(
        f"<html><body><div><p>{page}</p><p>{PROSE[3]}</p></div></body></html>".encode(
            "utf-8", "ignore"
        )
    )


@given(st.text(max_size=200))
def test_text_with_lone_surrogates(text: str) -> None:
    check((PROSE[1] + text + "\ud800").encode("utf-8", "surrogatepass"))


@given(PAGES)
def test_plain_text_shows_the_characters_of_its_source(page: str) -> None:
    source = PROSE[0] + page.replace("<", "")
    result = read(source.encode("utf-8", "ignore"))
    if isinstance(result, Refusal):
        return
    blanks = re.compile(r"[\s\u2800\u3164\uffa0]")
    for at, place, length in result.origins:
        for shown, printed in zip(result.text[at : at + length], source[place:], strict=False):
            assert (
                shown == printed or (shown == " " and blanks.match(printed)) or not shown.isascii()
            )


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-16", "utf-16-le", "gb18030", "cp949", "big5hkscs"]
)
@pytest.mark.parametrize(
    "declared", [None, "utf-8", "gb2312", "euc-kr", "big5", "iso-8859-1", "utf-7"]
)
def test_a_charset_is_told_whatever_the_page_declares(charset: str, declared: str | None) -> None:
    prose = {"cp949": PROSE[0], "big5hkscs": PROSE[2]}.get(charset, PROSE[1])
    meta = f'<meta charset="{declared}">' if declared else ""
    page = f"<html><head>{meta}</head><body>{f'<p>{prose}</p>' * 3}</body></html>"
    article = read_article(page.encode(charset))
    assert article.text == prose.strip()
    assert article.charset == ("utf-16-le" if charset == "utf-16" else charset)


@pytest.mark.parametrize(
    ("before", "broken", "after"),
    [
        ("", b"\xed\xa0\x80", ""),  # a lone surrogate in UTF-8
        ("", b"\xff", ""),
        ("", b"\xe3\x80", "끝"),  # cut in the middle of a character
        ("", b"\0", ""),
    ],
)
def test_a_few_broken_bytes_are_marked_and_the_rest_is_read(
    before: str, broken: bytes, after: str
) -> None:
    data = f"{PROSE[0].strip()}{before}".encode() + broken + f"{after} {PROSE[0]}".encode() * 20
    article = read_article(data)
    assert article.charset == "utf-8"
    assert article.text.startswith(PROSE[0].strip())
    assert {"\ufffd", "\u2400"} & set(article.text)
    assert not {"\0", "\ud800"} & set(article.text)


@pytest.mark.slow
def test_bad_files_of_all_kinds_are_read_or_refused() -> None:
    root = Path(__file__).parents[2]
    command = [
        sys.executable,
        str(root / "tools" / "fuzz_intake.py"),
        "--count",
        "6000",
        "--seconds",
        "60",
    ]
    done = subprocess.run(command, capture_output=True, check=False, timeout=180, text=True)
    assert done.returncode == 0, done.stdout
    assert "faults: 0" in done.stdout


@pytest.mark.parametrize("text", ["4\u0958", "길림성 \u095c", "\u095c\u0958 북경", "각\u095c각"])
def test_a_character_that_composes_to_two_leads_back_to_one(text: str) -> None:
    check(text.encode())
