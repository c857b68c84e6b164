"""Instruments that a Chinese report says were signed, with who signed them.

One title is one agreement, whoever signs it; A与B、C与D sign one each. What a
speaker mentions of earlier instruments is no act of signing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from hapjak.reading.chinese.dates import find_dates
from hapjak.reading.chinese.meetings import ChineseMeetings
from hapjak.reading.chinese.turns import Turn
from hapjak.reading.cues import agreement_kinds, agreement_terms
from hapjak.reading.dates import long_before
from hapjak.reading.drafts import Body, Instrument
from hapjak.reading.model import AgreementKind

TERM = agreement_terms("zh")
TITLE = re.compile(r"[《“「『]([^《》“”「」『』]{3,80})[》”」』]")
SIGNS = re.compile(
    r"(?:签署|签订|签下|互签|续签|补签|换签|共签|签约|缔结|结成|达成|[交互]换)(?!后的)|签字|结为|建立(?=友好)"
)
TIE = "友好城市关系"
TIES = re.compile(  # 结为友好城市: the tie itself, without an instrument's name
    r"(?:结为|结成|缔结为?|建立|正式成为)了?(?P<tie>(?:国际|对口|兄弟|全面)?(?:友好|姊妹|姐妹|友谊)[\u4e00-\u9fff]{0,6}?"
    r"(?:城市关系|港关系|省州|省道|省县|城市|[省市县区州港校村镇]|学校|港口|医院|社团|协会|园区|机场|图书馆|商会|单位)(?:关系)?)"
    r"(?![^，。；]{0,8}(?:周年|以来|多年|[\d一二三四五六七八九十余]年|超过|已|半|情谊|协议|意向|备忘|协定|合作))"
)
NEAR = 30  # instruments told before among which a further mention is looked for
BEFORE = 60  # characters between the verb and the instrument
EARLIER = re.compile(
    r"(?:签订|签署|缔结)(?:的|了?[^，。]{0,24}(?:以来|\d+周年|年来|多年))"
)  # told of as history
OTHERS = re.compile(
    r"(?:鼓励|支持|引导|推动|促进|探索)[^，。]{0,16}$"
)  # what third parties may sign
PLANNED = re.compile(
    r"(?:商定|约定|计划|争取)[^。]{0,30}(?:签署|签订)|将(?:于|在|会)?[^，。]{0,16}(?:签署|签订|签约)|拟(?:签署|签订)|推动[^，。]{0,8}签署|要(?:适时|尽快|争取|抓紧)?签|争取[^，。]{0,8}签"
)


class Printed(Struct, frozen=True):
    """An instrument as one sentence prints it; offsets into the text."""

    start: int
    end: int
    term: str
    title: str | None


def instruments(turns: list[Turn], meetings: ChineseMeetings) -> list[Instrument]:
    """All instruments that the narrative tells of as signed."""
    found: list[Instrument] = []
    for turn in turns:
        told = turn.sentence.text
        if turn.begin is not None and not EARLIER.search(told):
            told = told[: turn.begin - turn.sentence.start]
        if SIGNS.search(told) and "元首" not in told:
            for printed in _printed(told, turn.sentence.start):
                _keep(found, _signed(printed, told, turn, meetings))
    return _under_frame(found)


def _printed(told: str, offset: int) -> Iterator[Printed]:
    """Titles in quotes that end as instruments do, and words for instruments outside of quotes."""
    taken: list[tuple[int, int]] = []
    for match in TITLE.finditer(told):
        terms = [*TERM.finditer(match[1])]
        if terms and len(match[1]) - terms[-1].end() <= 12 and _is_signed(told, *match.span()):
            yield Printed(offset + match.start(), offset + match.end(), terms[-1][0], match[1])
        taken.append(match.span())
    for start, end, term in _words(told):
        inside = any(left <= start < right for left, right in taken)
        if not inside and _is_signed(told, start, end):
            yield Printed(offset + start, offset + end, term, None)


def _words(told: str) -> list[tuple[int, int, str]]:
    """Words for instruments; of two that are one word (友好城市关系|意向书) the last tells the kind."""
    found: list[tuple[int, int, str]] = []
    ties = [(*match.span("tie"), TIE) for match in TIES.finditer(told)]
    terms = [(match.start(), match.end(), match[0]) for match in TERM.finditer(told)]
    for start, end, term in sorted([*ties, *terms]):
        if found and start < found[-1][1]:
            continue
        if found and found[-1][1] == start:
            found.append((found.pop()[0], end, term))
        else:
            found.append((start, end, term))
    return found


def _is_signed(told: str, start: int, end: int) -> bool:
    """签署…协议, or 在…协议上签字, within one clause."""
    left = max(told.rfind(mark, 0, start) for mark in "。；") + 1
    before = told[max(left, start - BEFORE) : start]
    verb = next(reversed([*SIGNS.finditer(before)]), None)
    if verb and OTHERS.search(before, 0, verb.start()):
        return False
    if verb and "，" not in re.sub(r"[《“][^》”]*[》”]", "", before[verb.end() :]):
        return True
    return bool(re.match(r"[^，。；]{0,20}(?:上签字|签署|签订|签约|签字)", told[end:]))


def _signed(printed: Printed, told: str, turn: Turn, meetings: ChineseMeetings) -> list[Instrument]:
    """One instrument; one for each pair where pairs of governments sign."""
    kind = agreement_kinds("zh")[printed.term.lower()]
    meeting = meetings.at(turn.sentence.start)
    at = printed.start - turn.sentence.start
    planned = bool(PLANNED.search(told[max(0, at - BEFORE) : printed.end]))
    verbs = [verb.end() for verb in SIGNS.finditer(told, 0, at)]
    begin = turn.sentence.start + (verbs[-2] if len(verbs) > 1 else 0)
    pairs = meetings.actors.pairs(begin, printed.start)
    several = (
        pairs
        if printed.title is None and len(pairs) > 1
        else [
            meetings.actors.signers(turn.sentence.start, printed.start)
            or (meeting.parties if meeting else [])
        ]
    )
    before = EARLIER.search(told) is not None
    date = meeting.date if meeting and not planned and not before else None
    if before:
        date = _earlier(told[:at], meetings.published)
    span = (printed.start, printed.end)
    return [
        Instrument(kind, [span], printed.title, date, list(parties), None, planned)
        for parties in several
    ]


def _earlier(told: str, published: str | None) -> str | None:
    """自2007年11月…签署以来: the day an instrument of before was signed."""
    years = [day.value for day in find_dates(told, published) if day.value]
    return years[-1] if years and long_before(years[-1], published) else None


def _keep(found: list[Instrument], signed: list[Instrument]) -> None:
    """Keep instruments; a further mention of one without a title of its own is the same."""
    if len(signed) > 1:
        found += signed
        return
    [instrument] = signed
    for known in found[-NEAR:]:
        same_title = known.title == instrument.title or None in (known.title, instrument.title)
        if known.planned == instrument.planned and same_title and _alike(known, instrument):
            known.spans += instrument.spans
            known.title = known.title or instrument.title
            if known.kind is AgreementKind.OTHER:
                known.kind = instrument.kind
            return
    found.append(instrument)


def _alike(known: Instrument, other: Instrument) -> bool:
    """Whether a mention names no other kind and no other signers.

    Where one of the two has a title, offices sign for their governments.
    """
    kinds = known.kind is other.kind or AgreementKind.OTHER in (known.kind, other.kind)
    one_titled = (known.title is None) != (other.title is None)
    ours, theirs = (_signers(a.parties, one_titled) for a in (known, other))
    return kinds and (not ours or not theirs or ours == theirs)


def _signers(parties: list[Body], sides: bool) -> set[int]:
    return {id(body.side if sides and body.side else body) for body in parties}


def _under_frame(found: list[Instrument]) -> list[Instrument]:
    """Sub-agreements belong to the framework signed with them."""
    frame = next((a for a in found if a.kind is AgreementKind.FRAMEWORK), None)
    for instrument in found:
        if frame and instrument.kind is AgreementKind.SUB_AGREEMENT:
            instrument.part_of = frame
    return found
