"""HWPX: what Hancom Office prints is read, what it hides is counted."""

from __future__ import annotations

import pytest

from hapjak.text.article import Refusal, RefusalCode
from hapjak.text.intake import read_article
from tests.text.packages import hangul_paragraph, hangul_run, hwpx

TALKS = "5월 12일, 청람성과 운항시는 운항에서 회담을 가지고 무역 협력을 강화하기로 했다."
SHOWN = hangul_paragraph(TALKS)
HEADER = (
    '<hh:borderFill id="1"/><hh:borderFill id="2"><hh:fillBrush><hh:winBrush faceColor="#1F3864"/>'
    '</hh:fillBrush></hh:borderFill><hh:charPr id="0" height="1000" textColor="#000000"/>'
    '<hh:charPr id="1" height="1000" textColor="#FFFFFF" shadeColor="none"/>'
    '<hh:charPr id="2" height="50" textColor="#000000"/>'
    '<hh:style id="0" name="바탕글"/><hh:style id="1" name="제목"/><hh:style id="2" name="캡션"/>'
)


def control(inside: str) -> str:
    return f'<hp:run charPrIDRef="0"><hp:ctrl>{inside}</hp:ctrl></hp:run>'


def listed(*paragraphs: str) -> str:
    return f"<hp:subList>{''.join(paragraphs)}</hp:subList>"


@pytest.mark.parametrize(
    ("paragraph", "shown", "hidden"),
    [
        (hangul_paragraph("만났다. ", hangul_run("숨은 말", "1")), "만났다.", 4),
        (hangul_paragraph("만났다. ", hangul_run("작은 말", "2")), "만났다.", 4),
        (
            hangul_paragraph(
                "<hp:run><hp:t>만<hp:deleteBegin/>지운 말<hp:deleteEnd/>났다.</hp:t></hp:run>"
            ),
            "만났다.",
            4,
        ),
        (
            hangul_paragraph(
                "<hp:run><hp:t>만<hp:insertBegin/>났<hp:insertEnd/>다.</hp:t></hp:run>"
            ),
            "만났다.",
            0,
        ),
        (
            hangul_paragraph(
                control(f"<hp:hiddenComment>{listed(hangul_paragraph('숨은 설명'))}</hp:hiddenComment>"),
                "만났다.",
            ),
            "만났다.",
            5,
        ),
        (
            hangul_paragraph(
                control(f"<hp:header>{listed(hangul_paragraph('머리말'))}</hp:header>"), "만났다."
            ),
            "만났다.",
            0,
        ),
        (
            hangul_paragraph("<hp:run><hp:t>가<hp:tab/>나<hp:lineBreak/>다<hp:nbSpace/>라</hp:t></hp:run>"),
            "가 나 다 라",
            0,
        ),
    ],
)  # fmt: skip
def test_what_hancom_prints(paragraph: str, shown: str, hidden: int) -> None:
    article = read_article(hwpx(SHOWN + paragraph, header=HEADER))
    assert article.text.split("\n") == [TALKS, shown]
    assert article.hidden == hidden


def test_deleted_text_may_run_over_paragraphs() -> None:
    begin = hangul_paragraph("<hp:run><hp:t>만났다.<hp:deleteBegin/>지운</hp:t></hp:run>")
    end = hangul_paragraph("<hp:run><hp:t>말<hp:deleteEnd/>끝났다.</hp:t></hp:run>")
    assert read_article(hwpx(SHOWN + begin + end)).text.split("\n")[1:] == ["만났다.", "끝났다."]


def test_notes_follow_all_sections() -> None:
    note = control(f"<hp:footNote>{listed(hangul_paragraph('2020년 통계이다.'))}</hp:footNote>")
    article = read_article(hwpx(hangul_paragraph(TALKS, note), hangul_paragraph("둘째 구역이다.")))
    assert article.text.split("\n") == [TALKS, "둘째 구역이다.", "2020년 통계이다."]


def test_white_letters_in_a_filled_cell_are_seen() -> None:
    def cell(words: str, fill: str) -> str:
        inside = listed(hangul_paragraph(hangul_run(words, "1")))
        return f'<hp:tc borderFillIDRef="{fill}">{inside}</hp:tc>'

    table = (
        f"<hp:run><hp:tbl><hp:tr>{cell('직위', '2')}{cell('숨김', '1')}</hp:tr></hp:tbl></hp:run>"
    )
    article = read_article(hwpx(SHOWN + hangul_paragraph(table), header=HEADER))
    assert article.text.split("\n") == [TALKS, "직위"]
    assert article.hidden == 2


def test_title_caption_and_place() -> None:
    title = hangul_paragraph("청람성 운항시 협력 새 단계에", style="1")
    caption = hangul_paragraph("두 시장이 악수하고 있다", style="2")
    article = read_article(hwpx(title, SHOWN + caption, header=HEADER))
    assert article.title == "청람성 운항시 협력 새 단계에"
    assert article.captions == ("두 시장이 악수하고 있다",)
    start = article.text.index("운항에서")
    [place] = article.places(start, start + 4)
    assert (place.part, place.number) == ("Contents/section1.xml", 1)
    assert TALKS[place.place :].startswith("운항에서")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (
            hwpx(SHOWN, parts={"META-INF/manifest.xml": "<m><encryption-data/></m>"}),
            RefusalCode.ENCRYPTED,
        ),
        (hwpx(), RefusalCode.DAMAGED),
        (hwpx("<hp:p/>", parts={"BinData/image1.png": b"\x89PNG"}), RefusalCode.NO_TEXT),
    ],
)
def test_refusals(data: bytes, code: RefusalCode) -> None:
    with pytest.raises(Refusal) as caught:
        read_article(data)
    assert caught.value.code is code
