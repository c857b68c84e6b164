"""Reads reports of talks in Chinese-Korean."""

from __future__ import annotations

from hapjak.reading.facts import Facts
from hapjak.reading.korean.china.bodies import ChinaBodies
from hapjak.reading.korean.china.cues import CUES
from hapjak.reading.korean.china.instruments import instruments_of
from hapjak.reading.korean.china.lines import ChinaLines
from hapjak.reading.korean.china.meetings import ChinaMeetings
from hapjak.reading.korean.china.people import ChinaPeople
from hapjak.reading.korean.china.speech import speeches
from hapjak.reading.report import read_report
from hapjak.reading.sentences import split
from hapjak.text.article import Article


def read_facts(article: Article) -> Facts:
    """The facts of one article; empty lists where it tells of no talks."""
    sentences = split(article.text)
    bodies = ChinaBodies(article.text)
    people = ChinaPeople(article.text, sentences, bodies)
    lines = ChinaLines(bodies, article.published)
    said = list(speeches(sentences, people))
    return read_report(
        article,
        sentences,
        bodies,
        people,
        lines,
        said,
        CUES,
        ChinaMeetings,
        instruments_of(bodies),
    )
