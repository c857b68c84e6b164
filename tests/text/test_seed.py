"""The first real document, where a copy lies beside the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from hapjak.text.article import Article
from hapjak.text.intake import read_article

SEED = Path(__file__).parents[2].parent / "shared" / "seed" / "jilin-beijing-2021-09-01.txt"

pytestmark = pytest.mark.skipif(
    not SEED.exists(), reason="the real page is not kept in the repository"
)


@pytest.fixture(scope="module")
def article() -> Article:
    return read_article(SEED.read_bytes())


def test_its_source_chain(article: Article) -> None:
    assert article.title == "길림성 북경시 협력 본격화"
    assert article.published == "2021-09-01T11:25:01+08:00"
    assert (article.outlet, article.origin) == (None, "길림일보")
    assert article.editors == article.translators == ("김영자",)
    assert article.reporters == ()
    assert (article.language, article.variety, article.charset) == ("ko", "ko-CN", "utf-8")


def test_its_paragraphs(article: Article) -> None:
    lines = article.text.split("\n")
    assert [line[0] for line in lines[:3]] == ["-", "-", "8"]
    assert len(lines) == 10
    assert len(set(lines)) == 10
    assert lines[-1].endswith("참가했다.")


@pytest.mark.parametrize("furniture", ["창닫기", "관련기사", "한길넷", "출처", "편집", "클릭"])
def test_its_furniture_is_no_text(article: Article, furniture: str) -> None:
    assert furniture not in article.text


def test_its_text_is_traced_to_the_file(article: Article) -> None:
    source = SEED.read_text(encoding="utf-8")
    for at, place, length in article.origins:
        printed = source[place : place + length].replace("\xa0", " ")
        assert article.text[at : at + length] == printed
    assert sum(length for _, _, length in article.origins) == len(
        article.text
    ) - article.text.count("\n")
