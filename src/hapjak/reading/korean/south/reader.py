"""Reads reports of talks in South Korean."""

from __future__ import annotations

from hapjak.reading.facts import Facts
from hapjak.reading.korean.south.agreements import find_agreements
from hapjak.reading.korean.south.bodies import SouthBodies
from hapjak.reading.korean.south.cues import CUES
from hapjak.reading.korean.south.lines import SouthLines
from hapjak.reading.korean.south.meetings import SouthMeetings
from hapjak.reading.korean.south.people import SouthPeople
from hapjak.reading.korean.south.speech import speeches
from hapjak.reading.report import read_report
from hapjak.reading.sentences import split
from hapjak.text.article import Article


def read_facts(article: Article) -> Facts:
    """The facts of one article; empty lists where it tells of no talks."""
    sentences = split(article.text)
    bodies = SouthBodies(article.text)
    people = SouthPeople(article.text, bodies)
    lines = SouthLines(bodies, people, article.variety, article.published)
    said = list(speeches(sentences, people))
    return read_report(
        article, sentences, bodies, people, lines, said, CUES, SouthMeetings, find_agreements
    )
