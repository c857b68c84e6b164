"""Instruments that a report says were signed, or will be."""

from __future__ import annotations

import re

from hapjak.reading.cues import Cues, agreement_kinds, agreement_terms, names_agreement
from hapjak.reading.drafts import Encounter, Instrument
from hapjak.reading.meetings import Meetings
from hapjak.reading.model import AgreementKind
from hapjak.reading.sentences import Sentence

Kind = tuple[AgreementKind, bool]  # and whether it is planned


def find_agreements(sentences: list[Sentence], meetings: Meetings, cues: Cues) -> list[Instrument]:
    """Agreements with the act of signing in the same clause."""
    found: dict[Kind, dict[str | None, Instrument]] = {}  # by title
    kinds = agreement_kinds(cues.language)
    pattern, named = agreement_terms(cues.language), names_agreement(cues.language)
    for sentence in sentences:
        if not named(sentence.text) or meetings.is_history(sentence):
            continue
        for match in pattern.finditer(sentence.text):
            start, end, title = _titled(sentence.text, match, cues)
            kind = kinds[match[0].lower()]
            told_before = kind is AgreementKind.OTHER and cues.known.search(sentence.text[:start])
            if told_before or not _signed(sentence.text, start, end, cues):
                continue
            meeting = meetings.at(sentence.start)
            span = (sentence.start + start, sentence.start + end)
            _keep(found, _instrument(kind, span, title, meeting, sentence, cues))
    instruments = [known for same_kind in found.values() for known in same_kind.values()]
    _under_frame(instruments)
    return instruments


def _keep(found: dict[Kind, dict[str | None, Instrument]], instrument: Instrument) -> None:
    """Keep an instrument; a further mention of one without another title is the same."""
    same_kind = found.setdefault((instrument.kind, instrument.planned), {})
    if None in same_kind:
        known = same_kind.pop(None)
    elif instrument.title is None and same_kind:
        known = next(iter(same_kind.values()))
    else:
        known = same_kind.get(instrument.title, instrument)
    if known is not instrument:
        known.title = known.title or instrument.title
        known.spans += instrument.spans
    same_kind[known.title] = known


def _signed(text: str, start: int, end: int, cues: Cues) -> bool:
    return bool(cues.signing.match(text, end) or cues.signing_before.search(text[:start]))


def _titled(text: str, match: re.Match[str], cues: Cues) -> tuple[int, int, str | None]:
    """Where the instrument's name stands, with its title if it is in quotes."""
    close = re.match(r"[^《》“”‘’]{0,12}[》’”'\"]", text[match.end() :])
    if close:
        end = match.end() + close.end()
        titled = cues.titled.search(text[:end])
        if titled:
            title = next(filter(None, titled.groups()))
            return titled.start(), end, title.strip()
    return match.start(), match.end(), None


def _instrument(
    kind: AgreementKind,
    span: tuple[int, int],
    title: str | None,
    meeting: Encounter | None,
    sentence: Sentence,
    cues: Cues,
) -> Instrument:
    return Instrument(
        kind,
        [span],
        title,
        meeting.date if meeting else None,
        list(meeting.parties) if meeting else [],
        None,
        bool(cues.planned.search(sentence.text)),
    )


def _under_frame(found: list[Instrument]) -> None:
    """Sub-agreements belong to the framework signed with them."""
    frame = next((a for a in found if a.kind is AgreementKind.FRAMEWORK), None)
    for instrument in found:
        if frame and instrument.kind is AgreementKind.SUB_AGREEMENT:
            instrument.part_of = frame
