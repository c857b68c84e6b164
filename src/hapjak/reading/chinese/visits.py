"""A visit and the one meeting it was made for are one event."""

from __future__ import annotations

from hapjak.reading.chinese.actors import within
from hapjak.reading.drafts import Encounter
from hapjak.reading.model import MeetingKind


def is_one_event(visit: Encounter, meetings: list[Encounter]) -> bool:
    """Whether a visit was for one meeting alone: the same parties, and no day of its own."""
    if len(meetings) != 1:
        return False
    [meeting] = meetings
    own_day = meeting.date is not None and meeting.date != visit.date
    same = all(any(within(party, met) for met in meeting.parties) for party in visit.parties)
    return same and not own_day and meeting.planned == visit.planned


def join_visit(visit: Encounter, meeting: Encounter) -> None:
    """A meeting takes over its visit: a visit that was also talks, or a signing that was also a visit."""
    if meeting.kind is MeetingKind.SIGNING:
        meeting.also = [*meeting.also, MeetingKind.VISIT]
    else:
        meeting.kind, meeting.also = MeetingKind.VISIT, [meeting.kind, *meeting.also]
    meeting.date, meeting.until, meeting.date_text = visit.date, visit.until, visit.date_text
    meeting.place = meeting.place or visit.place
    meeting.part_of = None
    for person, role in visit.people.items():
        meeting.take(person, role)
    meeting.spans = [*visit.spans, *meeting.spans]
