"""Instruments in South Korean reports: signed now, planned, or told of as history.

What stands in a quotation is talk about an instrument, not the act. The lead
calls it by a general word (협약을 맺었다) that the body makes precise (의향서를 체결했다):
that is one instrument. One of an earlier year keeps its own date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from hapjak.reading.cues import Cues, agreement_kinds
from hapjak.reading.drafts import Instrument
from hapjak.reading.korean.south.dates import is_history
from hapjak.reading.korean.south.speech import without_speech
from hapjak.reading.meetings import Meetings
from hapjak.reading.model import AgreementKind, Span
from hapjak.reading.sentences import Sentence

SISTERLY = re.compile(r"(?:자매|우호|친선|결연|교류\s?(?:협력)?\s?강화)[가-힣\s]{0,8}$")
GENERAL = (AgreementKind.OTHER, AgreementKind.SISTER_TIE)
ABOUT = 14  # characters before an instrument's name that tell its kind
# 의향서를 체결한 이후, 협정을 맺은 데 이어, 의향서를 교환했던: one of earlier
EARLIER = re.compile(
    r"(?:\s?\([^()]{1,12}\))?[’'”]?(?:을|를|이)?\s?(?:체결|교환|서명)?(?:한|맺은|했던|맺었던|된|하고 있는)\s?(?:이후|이래|뒤로|뒤|지|데 이어|곳|베트남|중국|일본|도시)"
)
PURPOSE_ONLY = re.compile(r"(?:을|를)?\s?(?:체결|맺|서명)(?:하기|기|을|를)? (?:위|앞두)")


def find_agreements(sentences: list[Sentence], meetings: Meetings, cues: Cues) -> list[Instrument]:
    """All instruments, each once."""
    now: list[Instrument] = []
    past: dict[tuple[AgreementKind, str | None], Instrument] = {}
    for sentence in sentences:
        for instrument, earlier in _of_sentence(sentence, meetings, cues):
            if earlier:
                past.setdefault((instrument.kind, instrument.date), instrument)
            else:
                _keep(now, instrument)
    return [*now, *past.values()]


@cache
def _terms(language: str) -> tuple[list[str], AhoCorasick]:
    """Names of instruments; one that stands inside a longer one is no mention."""
    terms = list(agreement_kinds(language))
    return terms, AhoCorasick(terms, matchkind=MatchKind.LeftmostLongest)


def _of_sentence(
    sentence: Sentence, meetings: Meetings, cues: Cues
) -> Iterator[tuple[Instrument, bool]]:
    """Instruments, and whether each is one of earlier (2019년 의향서를 체결한 이후 …)."""
    text = without_speech(sentence.text)
    kinds = agreement_kinds(cues.language)
    titled: dict[Span, AgreementKind] = {}
    names: dict[Span, str | None] = {}
    terms, matcher = _terms(cues.language)
    small = text.lower()
    small = small if len(small) == len(text) else text
    for index, left, right in matcher.find_matches_as_indexes(small):
        start, end, title = _titled(text, left, right, cues)
        before = EARLIER.match(text, end) is not None
        if (not before and not cues.signing.match(text, end)) or PURPOSE_ONLY.match(text, end):
            continue
        kind = kinds[terms[index]]
        if kind is AgreementKind.OTHER and cues.known.search(text[:start]):
            continue
        if kind is AgreementKind.OTHER and SISTERLY.search(text[max(0, start - ABOUT) : start]):
            kind = AgreementKind.SISTER_TIE
        titled[(start, end)] = kind  # the last word of a title tells what it is
        names[(start, end)] = title
    if not titled:
        return
    history = is_history(sentence.text, meetings.published)
    now = None if history else meetings.at(sentence.end)
    dates = [d for d in cues.dates(sentence.text, meetings.published) if d.value]
    for (start, end), kind in titled.items():
        earlier = history or EARLIER.match(text, end) is not None
        meeting = None if earlier else now
        told = [d.value for d in dates if d.end <= start] or [d.value for d in dates[:1]]
        instrument = Instrument(
            kind,
            [(sentence.start + start, sentence.start + end)],
            names[(start, end)],
            (told[-1] if told else None) if earlier else (meeting.date if meeting else None),
            list(meeting.parties) if meeting else [],
            None,
            not earlier and bool(cues.planned.search(text)),
        )
        yield instrument, earlier


def _titled(text: str, start: int, end: int, cues: Cues) -> tuple[int, int, str | None]:
    """Where an instrument's name stands, with its title if it is in quotation marks."""
    close = re.compile(r"[^“”‘’'\"]{0,12}[’”'\"]").match(text, end)
    titled = cues.titled.search(text[: close.end()]) if close else None
    if close and titled:
        return titled.start(), close.end(), titled["b"].strip()
    return start, end, None


def _keep(found: list[Instrument], new: Instrument) -> None:
    """Join what is told twice: by the same word, or by a general one and its precise name."""
    for known in found:
        if known.planned != new.planned or (known.title and new.title and known.title != new.title):
            continue
        if known.parties and new.parties and not _same_parties(known, new):
            continue
        general = known.kind in GENERAL or new.kind in GENERAL
        if known.kind is new.kind or general:
            known.kind = _preciser(known.kind, new.kind)
            known.title = known.title or new.title
            known.spans += new.spans
            return
    found.append(new)


def _preciser(one: AgreementKind, other: AgreementKind) -> AgreementKind:
    ranked = sorted((one, other), key=lambda kind: GENERAL.index(kind) if kind in GENERAL else 2)
    return ranked[-1]


def _same_parties(one: Instrument, other: Instrument) -> bool:
    """Whether all parties of one are in the other."""
    fewer, more = sorted((one.parties, other.parties), key=len)
    return all(body in more for body in fewer)
