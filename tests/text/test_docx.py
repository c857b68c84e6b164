"""DOCX: what Word prints is read, what it hides is counted."""

from __future__ import annotations

import io

import docx as python_docx
import pytest

from hapjak.text.article import Refusal, RefusalCode
from hapjak.text.intake import read_article
from tests.text.packages import docx, pack, word_paragraph, word_run

TALKS = "On 12 May, Qinglan Province and Yungang City agreed to widen trade in the coming year."
SHOWN = word_paragraph(TALKS)
HIDDEN_STYLE = (
    '<w:style w:type="character" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Secret"><w:basedOn w:val="Base"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Aside"><w:rPr><w:vanish/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("paragraph", "shown", "hidden"),
    [
        (word_paragraph("They meet. ", word_run("secret", "<w:vanish/>")), "They meet.", 6),
        (word_paragraph("They ", word_run("meet.", '<w:vanish w:val="0"/>')), "They meet.", 0),
        (word_paragraph(word_run("secret", '<w:rStyle w:val="Secret"/>'), "They meet."), "They meet.", 6),
        (word_paragraph(word_run("seen", '<w:vanish w:val="false"/>'), "secret", style="Aside"), "seen", 6),
        (word_paragraph("They meet.", word_run("white", '<w:color w:val="FFFFFF"/>')), "They meet.", 5),
        (
            word_paragraph(word_run("on blue", '<w:color w:val="FFFFFF"/><w:shd w:fill="1F3864"/>')),
            "on blue",
            0,
        ),
        (word_paragraph("They meet.", word_run("tiny", '<w:sz w:val="2"/>')), "They meet.", 4),
        (
            f"<w:p><w:del>{word_run('never').replace('w:t', 'w:delText')}</w:del>"
            f"<w:ins>{word_run('They meet.')}</w:ins></w:p>",
            "They meet.",
            5,
        ),
        (f"<w:p><w:moveFrom>{word_run('gone')}</w:moveFrom>{word_run('They meet.')}</w:p>", "They meet.", 4),
        (
            "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
            f"{word_run('12 May')}</w:p>",
            "12 May",
            0,
        ),
        ("<w:p><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t></w:r></w:p>", "A B C", 0),
        ("<w:p><w:hyperlink><w:r><w:t>A link</w:t></w:r></w:hyperlink></w:p>", "A link", 0),
    ],
)  # fmt: skip
def test_what_word_prints(paragraph: str, shown: str, hidden: int) -> None:
    article = read_article(docx(SHOWN + paragraph, styles=HIDDEN_STYLE))
    assert article.text.split("\n") == [TALKS, shown]
    assert article.hidden == hidden


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent>" + word_paragraph("Boxed words.") + "</w:txbxContent>"
    run = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    article = read_article(docx(f"<w:p>{run}{word_run(TALKS)}</w:p>"))
    assert article.text.split("\n") == [TALKS, "Boxed words."]


def test_rows_of_short_cells_are_lines_and_laid_out_prose_stays_paragraphs() -> None:
    def table(*cells: str) -> str:
        inside = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
        return f"<w:tbl><w:tr>{inside}</w:tr></w:tbl>"

    names = table(word_paragraph("Governor"), word_paragraph("Ann Lee"))
    laid_out = table(SHOWN + word_paragraph("They met in Yungang."), word_paragraph("Side"))
    lines = read_article(docx(laid_out + names)).text.split("\n")
    assert lines == [TALKS, "They met in Yungang.", "Side", "Governor Ann Lee"]


def test_notes_follow_the_text_and_headers_are_left_out() -> None:
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:type="separator"><w:p><w:r><w:t>—</w:t></w:r></w:p></w:footnote>'
        f"<w:footnote>{word_paragraph('Figures of 2020.')}</w:footnote></w:footnotes>"
    )
    parts = {"word/footnotes.xml": notes, "word/header1.xml": notes.replace("2020", "2021")}
    article = read_article(docx(SHOWN, parts=parts))
    assert article.text.split("\n") == [TALKS, "Figures of 2020."]


def test_a_document_of_word_with_title_and_a_place_in_the_file() -> None:
    document = python_docx.Document()
    document.add_heading("Qinglan and Yungang widen trade", 0)
    document.add_paragraph(TALKS)
    document.add_table(1, 2).cell(0, 1).text = "Ann Lee, Governor"
    out = io.BytesIO()
    document.save(out)
    article = read_article(out.getvalue())
    assert article.title == "Qinglan and Yungang widen trade"
    start = article.text.index("Ann Lee")
    [place] = article.places(start, start + 7)
    body = python_docx.Document(io.BytesIO(out.getvalue())).element.body
    paragraph = list(body.iter("{*}p"))[place.number - 1]
    assert place.part == "word/document.xml"
    assert "".join(paragraph.itertext())[place.place :].startswith("Ann Lee")


@pytest.mark.parametrize(
    "attack",
    [
        '<!DOCTYPE w [<!ENTITY a "b">]>',
        '<!DOCTYPE w SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE w [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a"> %a;]>',
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(attack: str, charset: str) -> None:
    part = f'<?xml version="1.0" encoding="{charset}"?>{attack}<w:document xmlns:w="x">&a;</w:document>'
    with pytest.raises(Refusal) as caught:
        read_article(docx(SHOWN, parts={"word/document.xml": part.encode(charset)}))
    assert caught.value.code is RefusalCode.DAMAGED


def test_elements_in_one_another_are_bounded() -> None:
    with pytest.raises(Refusal) as caught:
        read_article(docx("<w:sdt>" * 300 + SHOWN + "</w:sdt>" * 300))
    assert caught.value.code is RefusalCode.DAMAGED


def test_pictures_alone_are_no_text() -> None:
    with pytest.raises(Refusal) as caught:
        read_article(docx("<w:p/>", parts={"word/media/scan.png": b"\x89PNG"}))
    assert caught.value.code is RefusalCode.NO_TEXT


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pack({"xl/workbook.xml": "<x/>"}), RefusalCode.MEDIA_TYPE),
        (pack({"readme.txt": "hello"}), RefusalCode.MEDIA_TYPE),
        (docx("<w:p>"), RefusalCode.DAMAGED),
        (docx(SHOWN)[:-30], RefusalCode.DAMAGED),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + bytes(600)
            + "EncryptedPackage".encode("utf-16-le"),
            RefusalCode.ENCRYPTED,
        ),
    ],
)
def test_refusals(data: bytes, code: RefusalCode) -> None:
    with pytest.raises(Refusal) as caught:
        read_article(data)
    assert caught.value.code is code
