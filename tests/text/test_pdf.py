"""PDF: seen text in paragraphs, unseen text counted, places that lead back."""

from __future__ import annotations

import fpdf
import pypdfium2
import pytest

from hapjak.text.article import Refusal, RefusalCode
from hapjak.text.intake import read_article
from tests.text.pdfs import page_of, show, write_pdf

KOREAN = (
    "5월 12일 청람성과 운항시는 운항에서 회담을 가지고 무역과 투자 협력을 ",
    "강화하며 빙설 산업과 량식 공급을 함께 늘려가기로 합의했다고 전",
    "했다.",
)
TALKS = "".join(KOREAN)
BODY = page_of(KOREAN)


@pytest.mark.parametrize(
    ("lines", "paragraph"),
    [
        (KOREAN, TALKS),
        (
            ["5月12日，青岚省与云港市在云港举行工作会谈，双方就加强贸易和投资", "合作交换意见并签署框架协议。"],
            "5月12日，青岚省与云港市在云港举行工作会谈，双方就加强贸易和投资合作交换意见并签署框架协议。",
        ),
        (
            ["On 12 May, Qinglan Province and Yungang City agreed to widen co-", "operation in trade, and in the coming year also exchanges of well-", "known crafts. The well-known crafts come first."],
            "On 12 May, Qinglan Province and Yungang City agreed to widen cooperation in trade, and in the coming year also exchanges of well-known crafts. The well-known crafts come first.",
        ),
        (
            ["운항시는 청람성과 여러 분야에서 무역과 투자를 늘리고 량식 공급", "을 강화한다. 두 지역은 다음 해에도 련석회의를 연다."],
            "운항시는 청람성과 여러 분야에서 무역과 투자를 늘리고 량식 공급을 강화한다. 두 지역은 다음 해에도 련석회의를 연다.",
        ),
    ],
)  # fmt: skip
def test_printed_lines_are_joined_as_their_script_asks(lines: list[str], paragraph: str) -> None:
    assert read_article(write_pdf([page_of(lines)])).text == paragraph


@pytest.mark.parametrize(
    "unseen",
    [
        show("hidden words", 72, 400, mode=3),
        show("hidden words", 72, 400, mode=7),
        show("hidden words", 72, 400, colour="1 g"),
        show("hidden words", 72, 400, size=0.5),
        show("hidden words", 72, -40),
        show("hidden words", 72, 400, before="0 0 10 10 re W n"),
        show("hidden words", 72, 400) + " q 1 g 60 390 300 40 re f Q",
    ],
)
def test_text_that_nobody_sees_is_left_out_and_counted(unseen: str) -> None:
    article = read_article(write_pdf([BODY + "\n" + unseen]))
    assert article.text == TALKS
    assert article.hidden == len("hiddenwords")


@pytest.mark.parametrize(
    "seen",
    [
        "q 0 0 0.5 rg 60 390 300 40 re f Q " + show("white on blue.", 72, 400, colour="1 g"),
        show("white on blue.", 72, 400, before="60 390 300 40 re W n"),
        "q 1 g 60 390 300 40 re f Q " + show("white on blue.", 72, 400),
    ],
)
def test_text_on_colour_in_its_clip_or_over_a_shape_is_seen(seen: str) -> None:
    article = read_article(write_pdf([BODY + "\n" + seen]))
    assert article.text.split("\n") == [TALKS, "white on blue."]
    assert article.hidden == 0


def test_headers_footers_and_page_numbers_go_and_a_cut_paragraph_is_one() -> None:
    def page(number: int, lines: list[str]) -> str:
        head = show("청람성 인민정부 자료", 72, 815, size=9)
        foot = show(f"- {number} -", 280, 30, size=9)
        return "\n".join([head, page_of(lines), foot])

    pages = [page(1, list(KOREAN[:1])), page(2, list(KOREAN[1:])), page(3, ["둘째 문단이다."])]
    article = read_article(write_pdf(pages))
    assert article.text.split("\n") == [TALKS, "둘째 문단이다."]
    assert {place.number for place in article.places(0, len(TALKS))} == {1, 2}


def test_columns_written_row_by_row_are_read_one_after_the_other() -> None:
    left = [f"Left column line number {number} goes on and" for number in range(6)]
    right = [f"Right column line number {number} follows it" for number in range(6)]
    rows = [
        show(words, x, 760 - 18 * number, size=9)
        for number, pair in enumerate(zip(left, right, strict=True))
        for words, x in zip(pair, (50, 320), strict=True)
    ]
    text = read_article(write_pdf(["\n".join(rows)])).text
    assert text.index("Left column line number 5") < text.index("Right column line number 0")


def test_notes_at_the_foot_follow_the_text() -> None:
    first = BODY + "\n" + show("1) 2020년 통계이다.", 72, 120, size=8)
    article = read_article(write_pdf([first, page_of(["둘째 쪽의 문단이다."])]))
    assert article.text.split("\n")[-1] == "1) 2020년 통계이다."


def test_the_largest_line_is_the_title() -> None:
    head = show("청람성 운항시 협력 새 단계에", 72, 800, size=20)
    article = read_article(write_pdf([head + "\n" + BODY]))
    assert article.title == "청람성 운항시 협력 새 단계에"
    assert article.text == TALKS


def test_places_lead_back_to_the_page_and_its_characters() -> None:
    data = write_pdf(
        [page_of(["첫 쪽이다. \U0001f600"]), "\n".join([show("숨김", 72, 800, mode=3), BODY])]
    )
    article = read_article(data)
    start = article.text.index("빙설 산업")
    [place] = article.places(start, start + 5)
    assert place.number == 2
    page = pypdfium2.PdfDocument(data)[place.number - 1].get_textpage()
    assert page.get_text_range(place.place, 5) == "빙설 산업"


def test_a_file_of_another_program() -> None:
    document = fpdf.FPDF()
    document.add_page()
    document.set_font("helvetica", size=12)
    words = (
        "On 12 May, Qinglan Province and Yungang City agreed to widen trade in the coming year. "
    )
    document.multi_cell(0, 8, words * 4)
    assert read_article(bytes(document.output())).text == (words * 4).strip()


def test_a_locked_file_is_refused() -> None:
    document = fpdf.FPDF()
    document.add_page()
    document.set_encryption(owner_password="one", user_password="two")
    with pytest.raises(Refusal) as caught:
        read_article(bytes(document.output()))
    assert caught.value.code is RefusalCode.ENCRYPTED


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n" + b"nothing of the kind\n" * 20, RefusalCode.DAMAGED),
        (write_pdf(["q 10 10 300 300 re f Q"]), RefusalCode.NO_TEXT),
        (write_pdf([show("only unseen words", 72, 400, mode=3)]), RefusalCode.NO_TEXT),
    ],
)
def test_refusals(data: bytes, code: RefusalCode) -> None:
    with pytest.raises(Refusal) as caught:
        read_article(data)
    assert caught.value.code is code
