"""The shape of an agreed text: title, parties, numbered clauses, signatures.

An agreement, minutes of talks or a joint plan is told by three signs together,
since each alone also stands in reports: a title that is an instrument's name,
numbered clauses, and words that bind the parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby, islice

from hapjak.reading.cues import agreement_kinds
from hapjak.reading.model import AgreementKind
from hapjak.reading.sentences import Sentence
from hapjak.reading.tables import read_table
from hapjak.text.article import Article

NUMBER = re.compile(
    r"\s*(?:(?P<top>第[一二三四五六七八九十百\d]{1,4}条|[一二三四五六七八九十]{1,3}、|제\s?\d{1,2}\s?조"
    r"|(?:Article|ARTICLE|Section|SECTION)\s+(?:\d{1,2}|[IVX]{1,5})|[IVX]{1,5}\.(?=\s))"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:\.\d{1,2}){0,2}[.、)](?!\d)|[①-⑳]|[가-하]\.(?=\s))"
    r"\s?(?P<heading>[(（\[【][^)）\]】\n]{1,40}[)）\]】])?[.:：\s]*"
)
NUMBERED = re.compile(rf"^(?:{NUMBER.pattern})", re.MULTILINE)
HEADING = 24  # characters; a first sentence no longer than this only names the clause
BARE = 40  # characters; an item no longer than this, without a closing mark, is a bare name
LONGEST_TITLE = 160  # characters
LEAST_CLAUSES = 2
ENDS = "。.！!？?；;다"
OPENS = ":：-—"


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph of a clause: where its own words begin and end, number and heading cut."""

    start: int
    end: int
    sentences: list[Sentence]

    @property
    def bare(self) -> bool:
        """Whether it only names a field: no sentence."""
        text = self.sentences[-1].text
        return self.end - self.start <= BARE and text[-1] not in ENDS + OPENS


@dataclass(frozen=True, slots=True)
class AgreedText:
    """An instrument's own text. `head` and `foot` bound what stands before and after its clauses."""

    title: str
    kind: AgreementKind
    joint: bool  # all parties' own, not the plan of one
    items: list[Item]
    head: int
    foot: int


@cache
def words(language: str) -> dict[str, re.Pattern[str]]:
    """Words of agreed texts by what they tell: agreed, aside, plan, reported."""
    lists: dict[str, list[str]] = {}
    for row in read_table("agreed.tsv"):
        if row["language"] == language:
            lists.setdefault(row["list"], []).append(re.escape(row["word"]))
    return {name: re.compile("|".join(found), re.IGNORECASE) for name, found in lists.items()}


def agreed_text(article: Article, sentences: list[Sentence], language: str) -> AgreedText | None:
    """The instrument that a document is; None for a report."""
    numbered = NUMBERED.finditer(article.text)
    if sum(1 for _ in islice(numbered, LEAST_CLAUSES)) < LEAST_CLAUSES:
        return None
    titled = _title(article, language)
    if titled is None:
        return None
    title, kind = titled
    told = words(language)
    paragraphs = [list(group) for _, group in groupby(sentences, key=lambda s: s.paragraph)]
    numbers = [NUMBER.match(article.text, p[0].start, p[-1].end) for p in paragraphs]
    clauses = [index for index, number in enumerate(numbers) if number]
    binding = told["agreed"].search(article.text)
    if len(clauses) < LEAST_CLAUSES or not (binding or told["plan"].search(title)):
        return None
    items, last = [], clauses[-1]
    aside = False
    for index in range(clauses[0], last + 1):
        number, paragraph = numbers[index], paragraphs[index]
        start = number.end() if number else paragraph[0].start
        begin = article.text[paragraph[0].start : start + HEADING]
        if number and (number["top"] or not aside):
            aside = bool(told["aside"].search(begin))
        if not aside and start < paragraph[-1].end:
            items.append(_item(start, paragraph))
    return AgreedText(
        title, kind, bool(binding), items, paragraphs[clauses[0]][0].start, paragraphs[last][-1].end
    )


def _item(start: int, paragraph: list[Sentence]) -> Item:
    """A paragraph without number and heading: a short first sentence only names what follows."""
    kept = [sentence for sentence in paragraph if sentence.end > start]
    if len(kept) > 1 and kept[0].end - start <= HEADING:
        kept = kept[1:]
        start = kept[0].start
    return Item(start, paragraph[-1].end, kept)


def _title(article: Article, language: str) -> tuple[str, AgreementKind] | None:
    """The title that is an instrument's name, with its kind.

    Intake may have taken it for the document's, or left it among the first lines.
    """
    told = words(language)
    for line in (article.title or "", *article.text.split("\n", 4)[:4]):
        name = line.strip().strip("《》〈〉“”\"'")
        if not name or len(name) > LONGEST_TITLE or told["reported"].search(name):
            continue
        kind = _kind(name, language)
        if kind is not None or told["plan"].search(name):
            return name, kind or AgreementKind.OTHER
    return None


def _kind(name: str, language: str) -> AgreementKind | None:
    """The kind of the longest instrument's name that a title ends with, or opens with in English."""
    kinds = agreement_kinds(language)
    plain = re.sub(r"\s+|[(（][^()（）]{0,12}[)）]$", "" if language != "en" else " ", name).lower()
    fitting = _named_in(plain.strip(), language)
    return kinds[max(fitting, key=len)] if fitting else None


def _named_in(title: str, language: str) -> list[str]:
    """The instruments' names that a title ends with, or holds near its head in English."""
    if language != "en":
        endings, bare = _bare_terms(language), _bare(title)
        found = (endings.get(bare[n:]) for n in range(len(bare)))
        return [term for term in found if term is not None]
    places = {term: title.find(term.lower()) for term in agreement_kinds(language)}
    return [
        term
        for term, place in places.items()
        if 0 <= place <= 40 and not title[:place].endswith(("a ", "an ", "new "))
    ]


@cache
def _bare_terms(language: str) -> dict[str, str]:
    """Names of instruments by their bare form; of two spellings the longer one."""
    terms = sorted(agreement_kinds(language), key=len)
    return {_bare(re.sub(r"\s", "", term.lower())): term for term in terms}


def _bare(name: str) -> str:
    """A name without the word for paper at its end: 협약서, 协议书."""
    return name.removesuffix("书").removesuffix("서")


def paragraphs_after(text: str, position: int) -> Iterator[tuple[int, int]]:
    """Lines behind a place: where the signatures stand."""
    for match in re.compile(r"[^\n]+").finditer(text, position):
        yield match.span()
