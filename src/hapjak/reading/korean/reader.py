"""Reads reports of talks in Korean, of the South and of China."""

from __future__ import annotations

from hapjak.reading.facts import Facts
from hapjak.reading.korean.china import reader as china
from hapjak.reading.korean.south import reader as south
from hapjak.text.article import Article


def read_facts(article: Article) -> Facts:
    """The facts of one article; each variety has its own way to name, to speak and to promise."""
    if article.variety == "ko-KR":
        return south.read_facts(article)
    return china.read_facts(article)
