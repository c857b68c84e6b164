"""Instruments of Chinese-Korean reports: a sentence may tell of several, each with its own parties."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from hapjak.reading.agreements import find_agreements
from hapjak.reading.bodies import Bodies
from hapjak.reading.cues import Cues
from hapjak.reading.drafts import Body, Instrument
from hapjak.reading.korean.china.cues import CLAUSE, SIGN
from hapjak.reading.meetings import Meetings
from hapjak.reading.sentences import Sentence

Finder = Callable[[list[Sentence], Meetings, Cues], list[Instrument]]


def instruments_of(bodies: Bodies) -> Finder:
    """갑과 을은 각서를 체결하고 병과 정은 협의를 달성했다: clauses with two bodies each sign apart."""

    def find(sentences: list[Sentence], meetings: Meetings, cues: Cues) -> list[Instrument]:
        found: list[Instrument] = []
        whole: list[Sentence] = []
        for sentence in sentences:
            apart = _apart(sentence, bodies)
            for clause, parties in apart:
                for instrument in find_agreements([clause], meetings, cues):
                    instrument.parties = parties
                    found.append(instrument)
            if not apart:
                whole.append(sentence)
        told = find_agreements(whole, meetings, cues)
        for instrument in told:
            instrument.parties = _named(instrument, sentences, bodies)
        return sorted([*found, *told], key=lambda i: i.spans[0])

    return find


def _named(instrument: Instrument, sentences: list[Sentence], bodies: Bodies) -> list[Body]:
    """Of the parties of a meeting, two that the instrument's own sentence names have signed it."""
    place = instrument.spans[0][0]
    sentence = next(s for s in sentences if s.start <= place < s.end)
    inside = bodies.inside(sentence.start, sentence.end)
    near = {id(m.body) for m in inside} | {id(bodies.side_of(m.body)) for m in inside}
    named = [party for party in instrument.parties if id(party) in near]
    return named if len(named) > 1 else instrument.parties


def _apart(sentence: Sentence, bodies: Bodies) -> list[tuple[Sentence, list[Body]]]:
    """The clauses that each sign something between bodies of their own; none where one does."""
    ends = [
        m.end() for m in CLAUSE.finditer(sentence.text) if SIGN.search(sentence.text[: m.end()])
    ]
    found = []
    begin = 0
    for end in [*ends, len(sentence.text)]:
        text = sentence.text[begin:end]
        inside = bodies.inside(sentence.start + begin, sentence.start + end)
        parties = list({id(m.body): m.body for m in inside}.values())
        if SIGN.search(text) and len(parties) > 1:
            found.append(
                (
                    replace(
                        sentence, text=text, start=sentence.start + begin, end=sentence.start + end
                    ),
                    parties,
                )
            )
            begin = end
    return found if len(found) > 1 else []
