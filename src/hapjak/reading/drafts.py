"""Facts while an article is being read: they point to each other, ids come last.

Language modules fill `Drafts`; `assemble` turns it into the contract's
`Facts` in reading order. Nothing here knows a language.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from msgspec import Struct

from hapjak.reading import model
from hapjak.reading.facts import Facts
from hapjak.reading.model import Span


class Body(Struct, eq=False):
    """An organisation. `side` is the body for whose side it acts; None for itself.

    `acts` is False for what is named only as a place so far: it is a fact of
    the reading only where a person, a meeting or a commitment points to it.
    """

    name: str
    kind: model.OrganisationKind
    territory: str | None = None
    spans: list[Span] = []
    side: Body | None = None
    acts: bool = True


class PostHeld(Struct, frozen=True):
    """A post as printed. `text` keeps the body as written, `body` is who it was taken for."""

    title: str
    body: Body | None
    text: str


class Figure(Struct, eq=False):
    """A person named with a post."""

    name: str
    posts: list[PostHeld] = []
    side: Body | None = None
    forms: dict[str, list[str]] = {}
    spans: list[Span] = []


class Touched(Struct, frozen=True):
    """A topic of a meeting."""

    start: int
    end: int
    field: str
    kind: model.TopicKind


class Encounter(Struct, eq=False):
    """A meeting."""

    kind: model.MeetingKind
    spans: list[Span]
    also: list[model.MeetingKind] = []
    date: str | None = None
    until: str | None = None
    date_text: str | None = None
    place: str | None = None
    parties: list[Body] = []
    people: dict[Figure, model.Role] = {}
    planned: bool = False
    part_of: Encounter | None = None
    topics: list[Touched] = []

    def take(self, person: Figure, role: model.Role) -> None:
        """Add a person; a role that says more replaces mere attendance."""
        if self.people.get(person, model.Role.ATTENDED) is model.Role.ATTENDED:
            self.people[person] = role

    def party(self, body: Body | None) -> None:
        """Add a party once."""
        if body is not None and body not in self.parties:
            self.parties.append(body)


class Line(Struct, eq=False):
    """A commitment: one line of cooperation."""

    start: int
    end: int
    firmness: model.Firmness
    field: str
    confidence: float
    speaker: Figure | None = None
    by: list[Body] = []
    to: list[Body] = []
    other_fields: list[str] = []
    initiatives: list[str] = []
    due: str | None = None
    quantity: model.Quantity | None = None
    meeting: Encounter | None = None


class Instrument(Struct, eq=False):
    """An agreement."""

    kind: model.AgreementKind
    spans: list[Span]
    title: str | None = None
    date: str | None = None
    parties: list[Body] = []
    part_of: Instrument | None = None
    planned: bool = False


class Plan(Struct):
    """A strategy."""

    name: str
    spans: list[Span]


class Drafts(Struct):
    """All facts of one article under construction."""

    bodies: list[Body] = []
    people: list[Figure] = []
    meetings: list[Encounter] = []
    lines: list[Line] = []
    instruments: list[Instrument] = []
    plans: list[Plan] = []


def assemble(drafts: Drafts, text: str) -> Facts:
    """Sort by place, give ids, and resolve who points to whom."""
    pointed = _pointed_to(drafts)
    named = (b for b in drafts.bodies if b.spans and (b.acts or id(b) in pointed))
    bodies = sorted(named, key=lambda b: min(b.spans))
    people = sorted((p for p in drafts.people if p.spans), key=lambda p: min(p.spans))
    meetings = sorted(drafts.meetings, key=lambda m: min(m.spans))
    instruments = sorted(drafts.instruments, key=lambda a: min(a.spans))
    lines = sorted(drafts.lines, key=lambda c: (c.start, c.end))
    ids = _ids("o", bodies) | _ids("p", people) | _ids("m", meetings) | _ids("a", instruments)
    known = _Ids(ids)
    return Facts(
        [_organisation(body, known) for body in bodies],
        [_person(person, known) for person in people],
        [_meeting(meeting, known, text) for meeting in meetings],
        [_commitment(line, f"c{n}", known, text) for n, line in enumerate(lines, 1)],
        [_agreement(instrument, known) for instrument in instruments],
        [
            model.Strategy(id=f"s{n}", name=plan.name, spans=sorted(plan.spans))
            for n, plan in enumerate(sorted(drafts.plans, key=lambda p: min(p.spans)), 1)
        ],
    )


def _pointed_to(drafts: Drafts) -> set[int]:
    """The bodies that another fact speaks of."""
    held = ((person.side, *(post.body for post in person.posts)) for person in drafts.people)
    acting = (meeting.parties for meeting in drafts.meetings)
    bound = (instrument.parties for instrument in drafts.instruments)
    promised = ([*line.by, *line.to] for line in drafts.lines)
    return {id(body) for group in chain(held, acting, bound, promised) for body in group}


def _ids(letter: str, drafts: Iterable[object]) -> dict[int, str]:
    return {id(draft): f"{letter}{number}" for number, draft in enumerate(drafts, 1)}


class _Ids:
    """Local ids of drafts; what is not in the reading has none."""

    def __init__(self, ids: dict[int, str]) -> None:
        self._ids = ids

    def of(self, draft: object) -> str:
        return self._ids[id(draft)]

    def maybe(self, draft: object | None) -> str | None:
        return self._ids.get(id(draft))

    def all(self, drafts: Iterable[object]) -> list[str]:
        return [self._ids[id(draft)] for draft in drafts if id(draft) in self._ids]


def _organisation(body: Body, ids: _Ids) -> model.Organisation:
    return model.Organisation(
        id=ids.of(body),
        name=body.name,
        kind=body.kind,
        territory=body.territory,
        spans=sorted(set(body.spans)),
    )


def _person(person: Figure, ids: _Ids) -> model.Person:
    posts = [
        model.Post(title=post.title, organisation=ids.maybe(post.body), text=post.text)
        for post in person.posts
    ]
    return model.Person(
        id=ids.of(person),
        name=person.name,
        side=ids.maybe(person.side),
        posts=posts,
        forms=model.Forms(**person.forms),
        spans=sorted(set(person.spans)),
    )


def _meeting(meeting: Encounter, ids: _Ids, text: str) -> model.Meeting:
    return model.Meeting(
        id=ids.of(meeting),
        kind=meeting.kind,
        also=meeting.also,
        date=meeting.date,
        until=meeting.until,
        date_text=meeting.date_text,
        place=meeting.place,
        parties=ids.all(meeting.parties),
        people=[
            model.Participant(person=ids.of(person), role=role)
            for person, role in meeting.people.items()
            if ids.maybe(person)
        ],
        planned=meeting.planned,
        part_of=ids.maybe(meeting.part_of),
        topics=[
            model.Topic(
                start=topic.start,
                end=topic.end,
                quote=text[topic.start : topic.end],
                field=topic.field,
                kind=topic.kind,
            )
            for topic in sorted(meeting.topics, key=lambda topic: topic.start)
        ],
        spans=sorted(set(meeting.spans)),
    )


def _commitment(line: Line, local_id: str, ids: _Ids, text: str) -> model.Commitment:
    return model.Commitment(
        id=local_id,
        start=line.start,
        end=line.end,
        quote=text[line.start : line.end],
        speaker=ids.maybe(line.speaker),
        by=ids.all(line.by),
        to=ids.all(line.to),
        firmness=line.firmness,
        field=line.field,
        other_fields=line.other_fields,
        initiatives=line.initiatives,
        due=line.due,
        quantity=line.quantity,
        meeting=ids.maybe(line.meeting),
        confidence=round(line.confidence, 2),
    )


def _agreement(instrument: Instrument, ids: _Ids) -> model.Agreement:
    return model.Agreement(
        id=ids.of(instrument),
        kind=instrument.kind,
        title=instrument.title,
        date=instrument.date,
        parties=ids.all(instrument.parties),
        part_of=ids.maybe(instrument.part_of),
        planned=instrument.planned,
        spans=sorted(set(instrument.spans)),
    )
