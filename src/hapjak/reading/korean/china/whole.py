"""What only a report as a whole says of its meetings: which are one, and on which day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import pairwise

from hapjak.reading.dates import DateMention, long_before
from hapjak.reading.drafts import Encounter
from hapjak.reading.model import MeetingKind
from hapjak.reading.sentences import Sentence

# 박람회, 축제: what is signed at a fair is signed apart from it
FAIR = re.compile(r"박람회|축제|전시회|전람회|교역회|[가-힣](?:절|제|전)$")
# recently: no date, and nothing that a date told elsewhere is of
VAGUE = re.compile(
    r"(?<![가-힣])(?:일전|최근|근일|요즘|얼마전|얼마 전|근래|며칠전|며칠 전)(?![가-힣]{2})"
)
STOPS = re.compile(
    r"(?:참관|돌아보|둘러보|시찰|견학|답사|유람|고찰)(?:았|았으|했|하였|하고|하며|고|며)"
    r"|(?:활동|행사)(?:을|를) (?:전개|시작|진행|펼)|방문을 통해"
)
# 회의후, 간담회에 이어, 석상에서: what is told next belongs to it
FOLLOWS = re.compile(
    r"(?:회의|회담|좌담회|간담회|교류회|행사|상담회|의식)(?:후|뒤|가 끝난|이 끝난|에 이어|에서)|석상에서|현장에서|이 자리에서"
)
PROSE = re.compile(r"[다요]\s?[.”\"’')]*\s*$")
CLOCK = re.compile(r"\d{1,2}:\d{2}|【|클릭|발표시간|작성")
EVENTS = (MeetingKind.FORUM, MeetingKind.EXHIBITION)

Dates = Callable[[str, str | None], list[DateMention]]


def joined(found: list[Encounter], apart: list[Encounter], text: str) -> list[Encounter]:
    """An event and the signing it ends in are one, as are signings side by side; some stand apart."""
    lost: list[Encounter] = []
    kept: dict[int, Encounter] = {}  # what a part was taken into
    for before, later in pairwise(found):
        if later in apart or before in apart:
            continue
        earlier = kept.get(id(before), before)
        if _signed_at(earlier, later, text) or _signed_beside(earlier, later):
            kind = [earlier.kind] if earlier.kind is not MeetingKind.SIGNING else []
            _take_in(earlier, later)
            earlier.also = list(dict.fromkeys([*earlier.also, *kind]))
            earlier.kind = MeetingKind.SIGNING
            kept[id(later)] = earlier
            lost.append(later)
    return [meeting for meeting in found if meeting not in lost]


def _signed_at(event: Encounter, signing: Encounter, text: str) -> bool:
    """설명회 … 현장에서 협의를 체결했다: an event of talks that ends in a signing is one meeting."""
    start, end = event.spans[0]
    return (
        (event.kind in EVENTS or FOLLOWS.search(_head(text, signing)) is not None)
        and event.kind is not MeetingKind.VISIT
        and signing.kind is MeetingKind.SIGNING
        and event.planned == signing.planned
        and signing.date in (None, event.date)
        and not FAIR.search(text[start:end].split("에", maxsplit=1)[0])
        and "." in text[end : signing.spans[0][0]]
    )


def _head(text: str, meeting: Encounter) -> str:
    """What stands in the sentence before the words that tell of a meeting."""
    start = meeting.spans[0][0]
    return text[max(text.rfind("다.", 0, start), text.rfind("\n", 0, start)) + 1 : start]


def _signed_beside(one: Encounter, other: Encounter) -> bool:
    """을회사와 병회사가 체결하고, 또한 정회사도 을회사와 조인했다: one occasion, one party in common."""
    both = one.kind is other.kind is MeetingKind.SIGNING and one.planned == other.planned
    shared = {id(party) for party in one.parties} & {id(party) for party in other.parties}
    return both and bool(shared) and other.date in (None, one.date)


def _take_in(known: Encounter, part: Encounter) -> None:
    for party in part.parties:
        known.party(party)
    for person, role in part.people.items():
        known.take(person, role)
    known.spans = [*known.spans, *part.spans]
    known.topics.extend(topic for topic in part.topics if topic not in known.topics)
    known.date, known.until = known.date or part.date, known.until or part.until
    known.date_text = known.date_text or part.date_text
    known.place = known.place or part.place


def with_its_talks(
    visit: Encounter, found: list[Encounter], sentences: Iterable[Sentence], text: str
) -> list[Encounter]:
    """A visit of which nothing is told but its talks is those talks (gold.md, Meetings)."""
    others = [m for m in found if m is not visit and not m.planned]
    if len(others) != 1 or visit.planned or others[0].date not in (None, visit.date):
        return found
    talks = others[0]
    sides = {id(party) for party in talks.parties}
    if any(id(party) not in sides for party in visit.parties):
        return found
    begin, _end = visit.spans[0]
    told = (text[s.start : s.end] for s in sentences if not s.start <= begin < s.end)
    if any(STOPS.search(words) for words in told):
        return found
    kind = talks.kind
    _take_in(talks, visit)
    talks.kind, talks.part_of = kind, None
    talks.date, talks.until = visit.date or talks.date, visit.until or talks.until
    talks.date_text = visit.date_text or talks.date_text
    talks.also = list(dict.fromkeys([*talks.also, MeetingKind.VISIT]))
    return [m for m in found if m is not visit]


def date_them(
    found: list[Encounter], sentences: list[Sentence], dates: Dates, published: str | None
) -> None:
    """Where no meeting has a day, the day told last before it is its, else the only one told.

    Beside a meeting of a day another's day would only be implied, which the contract leaves out.
    """
    undated = [m for m in found if m.date is None and m.date_text is None and not m.planned]
    dated = [m for m in found if not m.planned and m not in undated]
    if not undated or dated or not published:
        return
    days = _days(sentences, dates, published)
    starts = [start for start, _, _ in days]
    begins = [sentence.start for sentence in sentences]
    for meeting in undated:
        place = meeting.spans[0][0]
        own = sentences[max(0, bisect_right(begins, place) - 1)]
        if VAGUE.search(own.text) or (not starts):
            continue
        last = bisect_right(starts, place) - 1
        only = len({day.value for _, day, _ in days}) == 1
        if last < 0 and not only:
            continue
        _, day, words = days[max(last, 0)]
        meeting.date, meeting.until, meeting.date_text = day.value, day.until, words


def _days(
    sentences: list[Sentence], dates: Dates, published: str
) -> list[tuple[int, DateMention, str]]:
    """The days of recent news that a report's prose tells: where, which, in what words."""
    found = []
    for sentence in sentences:
        if not PROSE.search(sentence.text) or CLOCK.search(sentence.text):
            continue
        for day in dates(sentence.text, published):
            if sentence.text.startswith("부터", day.start - 3):
                continue  # the last day of a time told from its first
            recent = day.value and len(day.value) == 10 and not long_before(day.value, published)
            if recent:
                words = sentence.text[day.start : day.end]
                found.append((sentence.start + day.start, day, words))
    return found
