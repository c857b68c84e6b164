"""Reads reports of talks in Chinese, in either script."""

from __future__ import annotations

from hapjak.reading.chinese.bodies import ChineseBodies
from hapjak.reading.chinese.cues import CUES
from hapjak.reading.chinese.lines import ChineseLines
from hapjak.reading.chinese.people import ChinesePeople
from hapjak.reading.chinese.printed import as_printed, plain
from hapjak.reading.chinese.speech import speeches
from hapjak.reading.facts import Facts
from hapjak.reading.report import read_report
from hapjak.reading.sentences import split
from hapjak.text.article import Article


def read_facts(article: Article) -> Facts:
    """The facts of one article; empty lists where it tells of no talks."""
    text = plain(article.text)
    sentences = split(text)
    bodies = ChineseBodies(text)
    people = ChinesePeople(text, sentences, bodies, article.variety)
    lines = ChineseLines(bodies, article.published)
    facts = read_report(
        article, sentences, bodies, people, lines, list(speeches(sentences, people)), CUES
    )
    return facts if text == article.text else as_printed(facts, text, article.text)
