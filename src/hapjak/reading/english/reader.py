"""Reads reports of talks in English."""

from __future__ import annotations

from hapjak.reading.cues import Cues
from hapjak.reading.drafts import Instrument
from hapjak.reading.english.agreements import find_instruments
from hapjak.reading.english.bodies import EnglishBodies
from hapjak.reading.english.cues import CUES
from hapjak.reading.english.lines import EnglishLines
from hapjak.reading.english.meetings import EnglishMeetings
from hapjak.reading.english.people import EnglishPeople
from hapjak.reading.english.speech import speeches
from hapjak.reading.facts import Facts
from hapjak.reading.meetings import Meetings
from hapjak.reading.report import read_report
from hapjak.reading.sentences import Sentence, split
from hapjak.text.article import Article


def read_facts(article: Article) -> Facts:
    """The facts of one article; empty lists where it tells of no talks."""
    sentences = split(article.text)
    bodies = EnglishBodies(article.text)
    people = EnglishPeople(article.text, sentences, bodies)
    lines = EnglishLines(bodies, article.variety, article.published)
    said = list(speeches(article.text, sentences, people, bodies, article.published))
    return read_report(
        article, sentences, bodies, people, lines, said, CUES, EnglishMeetings, _instruments
    )


def _instruments(sentences: list[Sentence], meetings: Meetings, cues: Cues) -> list[Instrument]:
    """Agreements of talks: a contract on a page that tells of no meeting is none."""
    return find_instruments(sentences, meetings) if meetings.all() else []
