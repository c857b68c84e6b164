"""Pages in several languages: each sentence is read by the reader of its own.

A sentence of another language is blanked for the others, so that every offset
stays. A page that prints a report and its translation tells of one meeting:
what the translation says is not counted again.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from msgspec import Struct, structs

from hapjak.reading.facts import Facts
from hapjak.reading.model import Agreement, Commitment, Meeting, Person
from hapjak.reading.sentences import Sentence, split
from hapjak.text.article import Article
from hapjak.text.patterns import Anchored
from hapjak.text.variety import tell_variety

HANGUL = re.compile("[가-힣]")
HAN = re.compile("[\u3400-\u9fff]")
LATIN = re.compile("[A-Za-z]")
FOREIGN = {  # what makes it worth to look at each sentence
    "ko": Anchored("[\u3400-\u9fff][^가-힣\n]{30}|[A-Za-z][A-Za-z ,.’'()\\d-]{80}"),
    "zh": Anchored("[가-힣]{2}|[A-Za-z][A-Za-z ,.’'()\\d-]{80}"),
    "en": Anchored("[가-힣]{2}|[\u3400-\u9fff]{8}"),
}
SHORTEST = 12  # letters in which a sentence shows its language
LEAST = 60  # letters of a language that make it worth reading

Item = TypeVar("Item", bound=Struct)


def by_language(article: Article) -> list[Article]:
    """The article once for each language that a part of it is written in, its own first."""
    if not FOREIGN[article.language].search(article.text):
        return [article]
    told = [(sentence, language_of(sentence.text)) for sentence in split(article.text)]
    letters: dict[str, int] = {}
    for sentence, language in told:
        if language:
            letters[language] = letters.get(language, 0) + len(sentence.text)
    others = sorted(k for k, n in letters.items() if n >= LEAST and k != article.language)
    if not others:
        return [article]
    return [_only(article, language, told) for language in (article.language, *others)]


def language_of(sentence: str) -> str | None:
    """The language a sentence is written in; None where too little shows it."""
    hangul, han, latin = (len(p.findall(sentence)) for p in (HANGUL, HAN, LATIN))
    if hangul + han + latin < SHORTEST:
        return None
    if hangul and 2 * hangul >= han and 3 * hangul >= latin:
        return "ko"
    return "zh" if 3 * han >= latin else "en"


def _only(article: Article, language: str, told: Sequence[tuple[Sentence, str | None]]) -> Article:
    """The article with every sentence of another language blanked."""
    pieces: list[str] = []
    end = 0
    for sentence, own in told:
        pieces.append(article.text[end : sentence.start])
        foreign = own is not None and own != language
        pieces.append(" " * len(sentence.text) if foreign else sentence.text)
        end = sentence.end
    text = "".join([*pieces, article.text[end:]])
    variety = article.variety
    if language != article.language:
        variety = tell_variety(text, language).variety
    return dataclasses.replace(article, text=text, language=language, variety=variety)


def merged(main: Facts, others: Iterable[Facts], text: str) -> Facts:
    """Facts of all parts in the order of the text; a translation's are left out.

    Args:
        main: What was read in the article's own language.
        others: What was read in the others.
        text: The whole article, from which quotes are taken.
    """
    kept = [main, *(facts for facts in others if not _translates(facts, main))]
    return _quoted(_together(kept), text)


def _translates(facts: Facts, main: Facts) -> bool:
    """Whether a part tells of a meeting that the main part tells of: same day, same territories."""
    return bool(_events(facts) & _events(main))


def _events(facts: Facts) -> set[tuple[str, frozenset[str]]]:
    codes = {body.id: body.territory for body in facts.organisations if body.territory}
    found = set()
    for meeting in facts.meetings:
        parties = frozenset(codes[party] for party in meeting.parties if party in codes)
        if meeting.date and len(parties) > 1:
            found.add((meeting.date, parties))
    return found


def _together(parts: Sequence[Facts]) -> Facts:
    """All facts, sorted by place, under new ids."""
    entries: dict[str, list[tuple[int, Any]]] = {}
    ids: list[dict[str, str]] = [{} for _ in parts]
    for name in (field.name for field in dataclasses.fields(Facts)):
        found = [(part, fact) for part, facts in enumerate(parts) for fact in getattr(facts, name)]
        entries[name] = sorted(found, key=lambda entry: _place(entry[1]))
        for number, (part, fact) in enumerate(entries[name], 1):
            ids[part][fact.id] = f"{name[0]}{number}"
    return Facts(
        **{name: [_renamed(f, ids[part]) for part, f in found] for name, found in entries.items()}
    )


def _quoted(facts: Facts, text: str) -> Facts:
    """Facts whose quotes are the text's own, also over what was blanked."""

    def own(fact: Item) -> Item:
        return structs.replace(fact, quote=text[fact.start : fact.end])  # type: ignore[attr-defined]

    meetings = [structs.replace(m, topics=[own(t) for t in m.topics]) for m in facts.meetings]
    lines = [own(commitment) for commitment in facts.commitments]
    return dataclasses.replace(facts, meetings=meetings, commitments=lines)


def _place(fact: Any) -> int:
    return fact.start if isinstance(fact, Commitment) else min(fact.spans)[0]


def _renamed(fact: Item, ids: Mapping[str, str]) -> Item:
    """A fact under its new id, pointing to the new ids of others."""

    def of(name: str | None) -> str | None:
        return ids.get(name) if name else None

    def all_of(names: Iterable[str]) -> list[str]:
        return [ids[name] for name in names]

    new: dict[str, object] = {"id": ids[fact.id]}  # type: ignore[attr-defined]
    if isinstance(fact, Person):
        posts = [structs.replace(post, organisation=of(post.organisation)) for post in fact.posts]
        new |= {"side": of(fact.side), "posts": posts}
    if isinstance(fact, Commitment):
        new |= {"speaker": of(fact.speaker), "meeting": of(fact.meeting)}
        new |= {"by": all_of(fact.by), "to": all_of(fact.to)}
    if isinstance(fact, Meeting | Agreement):
        new |= {"parties": all_of(fact.parties), "part_of": of(fact.part_of)}
    if isinstance(fact, Meeting):
        new["people"] = [structs.replace(p, person=ids[p.person]) for p in fact.people]
    return structs.replace(fact, **new)
