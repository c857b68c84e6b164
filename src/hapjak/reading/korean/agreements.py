"""Instruments that a Korean report says were signed, or will be."""

from __future__ import annotations

import re
from functools import cache

from hapjak.reading.drafts import Encounter, Instrument
from hapjak.reading.korean.meetings import PLANNED, Meetings
from hapjak.reading.model import AgreementKind
from hapjak.reading.sentences import Sentence
from hapjak.reading.tables import read_table

MOST_KINDS = 3
ACT = re.compile(
    r"^(?:\([^()]{1,20}\))?(?:’|”|'|\"|》)?\s?(?:\d{1,3}(?:건|개|가지|부)\s?)?(?:을|를|에|이|가|도)?\s?"
    r"(?:정식\s|공식\s|각각\s|잇달아\s|공동\s){0,2}(?:체결|싸인|사인|서명|맺|조인|채택)"
)
TITLED = re.compile(r"(?:《(?P<a>[^《》]{3,80})》|[‘'“\"](?P<b>[^‘’'“”\"]{4,60})[’'”\"])\s?$")


@cache
def _kinds() -> tuple[re.Pattern[str], dict[str, AgreementKind]]:
    kinds = {row["term"]: AgreementKind(row["kind"]) for row in read_table("agreements.ko.tsv")}
    terms = "|".join(sorted(kinds, key=len, reverse=True))
    return re.compile(rf"(?:{terms})"), kinds


def find_agreements(sentences: list[Sentence], meetings: Meetings) -> list[Instrument]:
    """Agreements with the act of signing in the same clause."""
    found: list[Instrument] = []
    pattern, kinds = _kinds()
    for sentence in sentences:
        for match in pattern.finditer(sentence.text):
            start, end, title = _titled(sentence.text, match)
            if not ACT.match(sentence.text[end:]) and not _listed(sentence.text[end:]):
                continue
            meeting = meetings.at(sentence.start)
            span = (sentence.start + start, sentence.start + end)
            found.append(_instrument(kinds[match[0]], span, title, meeting, sentence))
    _under_frame(found)
    return found


def _listed(rest: str) -> bool:
    """A 협의와 8건의 B 협의를 체결: the first of two objects of one signing."""
    match = re.match(r"(?:과|와|및|,)\s[^.]{0,60}", rest)
    return bool(match and ACT_ANYWHERE.search(match[0]))


ACT_ANYWHERE = re.compile(r"(?:을|를|에)\s(?:\S{1,4}\s)?(?:체결|싸인|사인|서명|맺)")


def _titled(text: str, match: re.Match[str]) -> tuple[int, int, str | None]:
    """Where the instrument's name stands, with its title if it is in quotes."""
    close = re.match(r"\s?[》’”'\"]", text[match.end() :])
    if close:
        end = match.end() + close.end()
        titled = TITLED.search(text[:end])
        if titled:
            return titled.start(), end, (titled["a"] or titled["b"]).strip()
    return match.start(), match.end(), None


def _instrument(
    kind: AgreementKind,
    span: tuple[int, int],
    title: str | None,
    meeting: Encounter | None,
    sentence: Sentence,
) -> Instrument:
    return Instrument(
        kind,
        [span],
        title,
        meeting.date if meeting else None,
        list(meeting.parties) if meeting else [],
        None,
        bool(PLANNED.search(sentence.text[span[1] - sentence.start :])),
    )


def _under_frame(found: list[Instrument]) -> None:
    frame = next((a for a in found if a.kind is AgreementKind.FRAMEWORK), None)
    for instrument in found:
        if frame and instrument.kind is AgreementKind.SUB_AGREEMENT:
            instrument.part_of = frame
