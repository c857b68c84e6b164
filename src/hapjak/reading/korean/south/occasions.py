"""One occasion that a South Korean report tells several times is one meeting.

The lead says that a delegation came, the body that it talked and signed: where the
sides are the same and no other day is told, that is one (rule on stops of a visit in
“What counts as a commitment”, docs/reader.md). Only a stay of several days holds
meetings of their own, each with its day.
"""

from __future__ import annotations

from hapjak.reading.drafts import Encounter
from hapjak.reading.model import MeetingKind


def joined(meetings: list[Encounter]) -> list[Encounter]:
    """The meetings of a report, those told twice put together at the first."""
    kept: list[Encounter] = []
    gone: dict[int, Encounter] = {}
    for meeting in meetings:
        known = next((other for other in kept if _is_one(other, meeting)), None)
        if known is None:
            kept.append(meeting)
        else:
            _join(known, meeting)
            gone[id(meeting)] = known
    for meeting in kept:
        around = gone.get(id(meeting.part_of), meeting.part_of)
        meeting.part_of = None if around is meeting else around
    return kept


def _is_one(known: Encounter, meeting: Encounter) -> bool:
    """Of the same sides, of no other day, and one of them a visit.

    Signings have their own day; talks in which people are named are a stop.
    """
    if known.planned != meeting.planned or MeetingKind.VISIT not in (known.kind, meeting.kind):
        return False
    ours, theirs = {id(b) for b in known.parties}, {id(b) for b in meeting.parties}
    if not (ours <= theirs or theirs <= ours):
        return False
    if MeetingKind.SIGNING in (known.kind, meeting.kind):
        return known.date is None and meeting.date is None
    stay, stop = (known, meeting) if known.kind is MeetingKind.VISIT else (meeting, known)
    if stop.people:
        return False
    return stop.date is None or (stay.date in (stop.date, None) and stay.until is None)


def _join(known: Encounter, meeting: Encounter) -> None:
    """Keep what either tells; a visit without a span of days is what was done on it."""
    known.spans += meeting.spans
    if known.date is None:
        known.date, known.until, known.date_text = meeting.date, meeting.until, meeting.date_text
    known.place = known.place or meeting.place
    for body in meeting.parties:
        known.party(body)
    for person, role in meeting.people.items():
        known.take(person, role)
    known.topics += meeting.topics
    kinds = [known.kind, *known.also, meeting.kind, *meeting.also]
    if known.until is None:
        kinds.sort(key=lambda kind: kind is MeetingKind.VISIT)
    known.kind, *known.also = dict.fromkeys(kinds)
