"""Reads reports of talks in Korean, of the South and of China."""

from __future__ import annotations

from hapjak.reading.facts import Facts
from hapjak.reading.korean.bodies import KoreanBodies
from hapjak.reading.korean.china.lines import ChinaLines
from hapjak.reading.korean.cues import CUES
from hapjak.reading.korean.lines import KoreanLines
from hapjak.reading.korean.people import KoreanPeople
from hapjak.reading.korean.south import reader as south
from hapjak.reading.korean.speech import speeches
from hapjak.reading.report import read_report
from hapjak.reading.sentences import split
from hapjak.text.article import Article


def read_facts(article: Article) -> Facts:
    """The facts of one article; empty lists where it tells of no talks."""
    if article.variety == "ko-KR":
        return south.read_facts(article)
    sentences = split(article.text)
    bodies = KoreanBodies(article.text, article.variety)
    people = KoreanPeople(article.text, sentences, bodies, article.variety)
    kind = ChinaLines if article.variety == "ko-CN" else KoreanLines
    lines = kind(bodies, article.variety, article.published)
    return read_report(
        article, sentences, bodies, people, lines, list(speeches(sentences, people)), CUES
    )
