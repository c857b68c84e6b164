"""Reads reports of talks in Korean, of the South and of China."""

from __future__ import annotations

from hapjak.reading.drafts import Drafts, Line, assemble
from hapjak.reading.facts import Facts
from hapjak.reading.fields import field_words
from hapjak.reading.korean.agreements import find_agreements
from hapjak.reading.korean.bodies import Bodies
from hapjak.reading.korean.lines import Lines
from hapjak.reading.korean.meetings import Meetings
from hapjak.reading.korean.people import People
from hapjak.reading.korean.speech import speeches
from hapjak.reading.sentences import split
from hapjak.reading.strategies import find_strategies
from hapjak.text.article import Article


def read_facts(article: Article) -> Facts:
    """The facts of one article; empty lists where it tells of no talks."""
    text = article.text
    sentences = split(text)
    bodies = Bodies(text)
    people = People(text, sentences, bodies, article.variety)
    lines = Lines(text, bodies, field_words("ko", article.variety), article.published)
    meetings = Meetings(text, sentences, bodies, people, lines, article.published)
    found: list[Line] = []
    for said in speeches(sentences, people):
        if said.speaker:
            meetings.speaks(said.speaker, said.start)
        found.extend(lines.of(said, meetings.at(said.start)))
    instruments = find_agreements(sentences, meetings)
    if not meetings.all() and not instruments:
        return Facts()  # names and wishes without any talks are no facts of talks
    return assemble(
        Drafts(
            bodies.all(),
            people.all(),
            meetings.all(),
            found,
            instruments,
            find_strategies(text, "ko"),
        ),
        text,
    )
