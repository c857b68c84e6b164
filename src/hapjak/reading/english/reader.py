"""Reads reports of talks in English."""

from __future__ import annotations

from hapjak.reading.english.bodies import EnglishBodies
from hapjak.reading.english.cues import CUES
from hapjak.reading.english.lines import EnglishLines
from hapjak.reading.english.meetings import EnglishMeetings
from hapjak.reading.english.people import EnglishPeople
from hapjak.reading.english.speech import speeches
from hapjak.reading.facts import Facts
from hapjak.reading.report import read_report
from hapjak.reading.sentences import split
from hapjak.text.article import Article


def read_facts(article: Article) -> Facts:
    """The facts of one article; empty lists where it tells of no talks."""
    sentences = split(article.text)
    bodies = EnglishBodies(article.text)
    people = EnglishPeople(article.text, sentences, bodies)
    lines = EnglishLines(bodies, article.variety, article.published)
    said = list(speeches(article.text, sentences, people, bodies, article.published))
    return read_report(article, sentences, bodies, people, lines, said, CUES, EnglishMeetings)
