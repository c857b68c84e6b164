"""The default reader: rules and word lists, one module per language.

`Reader` is the door for other readers; whatever reads must return `Facts`
whose spans point into the article's text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from hapjak import __version__
from hapjak.reading.facts import Facts
from hapjak.reading.mixed import by_language, merged
from hapjak.reading.model import (
    Document,
    ReaderInfo,
    Reading,
    RefusalBody,
    RefusedReading,
)
from hapjak.reading.trust import doubted, is_machine_translated
from hapjak.text.article import Article, Refusal
from hapjak.text.intake import DEFAULT_LIMITS, read_article
from hapjak.text.limits import Limits

# A language is imported with its first document: who reads one pays for no other.
LANGUAGES = {
    "ko": "hapjak.reading.korean",
    "zh": "hapjak.reading.chinese",
    "en": "hapjak.reading.english",
}


class LanguageReader(Protocol):
    """What a language's package offers."""

    def read_facts(self, article: Article) -> Facts:
        """The facts of one article; empty lists where it tells of no talks."""


@cache
def language_reader(language: str) -> LanguageReader:
    """The reader of a language.

    Raises:
        KeyError: None of the languages read.
    """
    return cast(LanguageReader, import_module(LANGUAGES[language]))


class Reader(Protocol):
    """Turns an article into facts. Never raises, whatever the text."""

    @property
    def info(self) -> ReaderInfo:
        """Name and version, kept with every reading."""

    def read(self, article: Article) -> Facts:
        """The facts of an article; empty lists where it tells of no talks."""


class RulesReader:
    """Word lists and linear patterns; the same text always gives the same facts."""

    info = ReaderInfo(name="rules", version=__version__)

    def read(self, article: Article) -> Facts:
        main, *others = (
            language_reader(part.language).read_facts(part) for part in by_language(article)
        )
        facts = merged(main, others, article.text) if others else main
        return doubted(facts) if is_machine_translated(article.text) else facts


RULES = RulesReader()


def read_bytes(
    data: bytes,
    name: str,
    *,
    published: str | None = None,
    url: str | None = None,
    language: str = "auto",
    reader: Reader = RULES,
    limits: Limits = DEFAULT_LIMITS,
    on_article: Callable[[Article], None] | None = None,
) -> Reading | RefusedReading:
    """Read one file as received; see `read_article` for the arguments.

    `on_article` gets the article, for what the reading does not carry (text
    that was left out because nobody sees it, places in the file).

    A file that cannot be read gives a `RefusedReading`, never an exception.

    Raises:
        ValueError: `published` is no date, or `language` none of the known.
    """
    try:
        article = read_article(
            data, name=name, published=published, url=url, language=language, limits=limits
        )
    except Refusal as refusal:
        return refused(name, refusal)
    if on_article is not None:
        on_article(article)
    facts = reader.read(article)
    return Reading(
        path=name,
        reader=reader.info,
        document=document_of(article),
        organisations=facts.organisations,
        people=facts.people,
        meetings=facts.meetings,
        commitments=facts.commitments,
        agreements=facts.agreements,
        strategies=facts.strategies,
    )


def refused(name: str, refusal: Refusal) -> RefusedReading:
    """A refusal in the shape of the contract."""
    return RefusedReading(
        path=name, refusal=RefusalBody(code=refusal.code, message=refusal.message)
    )


def document_of(article: Article) -> Document:
    """The document part of a reading."""
    return Document(
        sha256=article.sha256,
        url=article.url,
        media_type=article.media_type,
        charset=article.charset,
        language=article.language,
        variety=article.variety,
        title=article.title,
        published=article.published,
        outlet=article.outlet,
        origin=article.origin,
        editors=list(article.editors),
        reporters=list(article.reporters),
        translators=list(article.translators),
        text=article.text,
    )
