"""From a language's mentions to the facts of a report: the steps all languages share."""

from __future__ import annotations

from collections.abc import Callable

from hapjak.reading.agreed.facts import AgreedFacts
from hapjak.reading.agreed.text import agreed_text
from hapjak.reading.agreements import find_agreements
from hapjak.reading.bodies import GOVERNING, Bodies
from hapjak.reading.cues import Cues
from hapjak.reading.drafts import Drafts, Instrument, Line, assemble
from hapjak.reading.facts import Facts
from hapjak.reading.lines import Lines, Said
from hapjak.reading.meetings import Meetings
from hapjak.reading.model import Firmness
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence
from hapjak.reading.strategies import find_strategies
from hapjak.text.article import Article

BINDING = (Firmness.AGREEMENT, Firmness.SIGNED)
WISHES = (Firmness.HOPE, Firmness.PROPOSAL, Firmness.INTENTION, Firmness.AGREEMENT)


def read_report(
    article: Article,
    sentences: list[Sentence],
    bodies: Bodies,
    people: People,
    lines: Lines,
    speeches: list[Said],
    cues: Cues,
    meetings_of: Callable[..., Meetings] = Meetings,
    instruments_of: Callable[[list[Sentence], Meetings, Cues], list[Instrument]] = find_agreements,
) -> Facts:
    """Meetings, then what was said at them, then what was signed.

    `meetings_of` and `instruments_of` where a language reads them its own way.
    Names and wishes without any talks are no facts of talks: then all is empty,
    but where two governments are named and something was agreed.
    """
    lines.title = article.title or ""
    agreed = agreed_text(article, sentences, cues.language)
    if agreed is not None:
        facts = AgreedFacts(agreed, bodies, people, lines, cues, article.published)
        return _read_agreed(article, facts, bodies, people, cues.language)
    wished = _wished(speeches)
    meetings = meetings_of(sentences, bodies, people, lines, cues, article.published, wished)
    found: list[Line] = []
    for said in speeches:
        if said.speaker:
            meetings.speaks(said.speaker, said.start)
        found.extend(lines.of(said, meetings.at(said.start)))
    instruments = instruments_of(sentences, meetings, cues)
    told = lines.tells_of_talks() and _between_sides(found, bodies, people)
    if not meetings.all() and not instruments and not told:
        return Facts()
    strategies = find_strategies(bodies.text, cues.language)
    drafts = Drafts(
        bodies.all(), people.all(), meetings.all(), lines.settle(found), instruments, strategies
    )
    return assemble(drafts, article.text)


def _wished(speeches: list[Said]) -> dict[int, int]:
    """Where sentences begin that tell of somebody's wishes and plans, and where the first wish does."""
    wished: dict[int, int] = {}
    for said in speeches:
        if said.speaker and said.firmness in WISHES:
            begin = said.sentence.start
            wished[begin] = min(said.start, wished.get(begin, said.start))
    return wished


def _between_sides(found: list[Line], bodies: Bodies, people: People) -> bool:
    """Whether a report without any meeting still tells of two sides and what they will do.

    Either people of two sides are named beside a line, or two governments
    beside more than one line that was agreed or signed, or that somebody speaks for.
    """
    if len({id(person.side) for person in people.all() if person.side}) > 1:
        return bool(found)
    named = (body for body in bodies.all() if body.spans and body.kind in GOVERNING)
    firm = sum(line.firmness in BINDING or line.speaker is not None for line in found)
    return len({id(bodies.side_of(body)) for body in named}) > 1 and firm > 1


def _read_agreed(
    article: Article, agreed: AgreedFacts, bodies: Bodies, people: People, language: str
) -> Facts:
    """The instrument, what it binds its parties to, and its signing."""
    meeting = agreed.meeting()
    drafts = Drafts(
        bodies.all(),
        people.all(),
        [meeting] if meeting else [],
        agreed.lines(),
        [agreed.instrument()],
        find_strategies(bodies.text, language),
    )
    return assemble(drafts, article.text)
