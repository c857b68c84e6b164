"""Readings of invented reports, put together by hand from what a reader would find."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from hapjak.desk import actions
from hapjak.desk.models import Reading
from hapjak.reading import model
from hapjak.register.documents import Provenance

LANGUAGES = {"zh-Hans": "zh", "ko-CN": "ko", "ko-KR": "ko", "en": "en"}


@dataclass(frozen=True, slots=True)
class Line:
    """A commitment as a report words it. `speaker` is a name; `by` the side that acts."""

    words: str
    field: str
    speaker: str | None = None
    firmness: str = "hope"
    by: str | None = None
    quantity: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One outlet's report of one meeting. People are name, side, title."""

    outlet: str
    form: str
    sides: Sequence[str]
    people: Sequence[tuple[str, str | None, str]] = ()
    lines: Sequence[Line] = ()
    date: str | None = "2031-08-30"
    published: str = "2031-08-31"
    kind: str = "talks"
    place: str | None = None
    papers: Sequence[tuple[str, str]] = ()
    planned: bool = False
    head: str = ""
    ids: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """Every thing a finding stands on, each on a line of its own."""
        told = [self.outlet, self.head or "*", *self.sides]
        told += [f"{title} {name}" for name, _, title in self.people]
        told += [title for title, _ in self.papers]
        told += [line.words for line in self.lines]
        return "\n".join(told)


def reading_of(report: Report) -> model.Reading:
    """The reading of a report."""
    text = report.text()
    sides = {name: f"o{n}" for n, name in enumerate(report.sides)}
    people = {name: f"p{n}" for n, (name, _, _) in enumerate(report.people)}

    def span(words: str) -> tuple[int, int]:
        start = text.index(words)
        return start, start + len(words)

    return model.Reading(
        path="report.txt",
        reader=model.ReaderInfo(name="hand", version="1"),
        document=_document(report, text),
        organisations=[
            model.Organisation(
                id=i,
                name=name,
                kind=model.OrganisationKind.GOVERNMENT,
                territory=None,
                spans=[span(name)],
            )
            for name, i in sides.items()
        ],
        people=[
            model.Person(
                id=people[name],
                name=name,
                side=sides.get(side or ""),
                posts=[model.Post(title=title, organisation=sides.get(side or ""), text=title)],
                forms=model.Forms(),
                spans=[span(name)],
            )
            for name, side, title in report.people
        ],
        meetings=[
            model.Meeting(
                id="m1",
                kind=model.MeetingKind(report.kind),
                also=[],
                date=report.date,
                until=None,
                date_text=report.date,
                place=report.place,
                parties=list(sides.values()),
                people=[
                    model.Participant(person=i, role=model.Role.ATTENDED) for i in people.values()
                ],
                planned=report.planned,
                part_of=None,
                topics=[],
                spans=[span(report.head or "*")],
            )
        ],
        commitments=[
            model.Commitment(
                id=f"c{n}",
                start=span(line.words)[0],
                end=span(line.words)[1],
                quote=line.words,
                speaker=people.get(line.speaker or ""),
                by=[sides[line.by]] if line.by else [],
                to=[],
                firmness=model.Firmness(line.firmness),
                field=line.field,
                other_fields=[],
                initiatives=[],
                due=None,
                quantity=_quantity(line),
                meeting="m1",
                confidence=0.9,
            )
            for n, line in enumerate(report.lines)
        ],
        agreements=[
            model.Agreement(
                id=f"a{n}",
                kind=model.AgreementKind(kind),
                title=title,
                date=report.date,
                parties=list(sides.values()),
                part_of=None,
                planned=report.planned,
                spans=[span(title)],
            )
            for n, (title, kind) in enumerate(report.papers)
        ],
        strategies=[],
    )


def _quantity(line: Line) -> model.Quantity | None:
    if line.quantity is None:
        return None
    amount, unit, text = line.quantity
    return model.Quantity(amount=amount, unit=unit, text=text)


def _document(report: Report, text: str) -> model.Document:
    return model.Document(
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        url=None,
        media_type="text/plain",
        charset="utf-8",
        language=LANGUAGES[report.form],
        variety=report.form,
        title=report.outlet,
        published=report.published,
        outlet=report.outlet,
        origin=None,
        editors=[],
        reporters=[],
        translators=[],
        text=text,
    )


def take_in(report: Report, user, visibility: str = "public") -> Reading:
    """The report in the inbox, its findings open."""
    provenance = Provenance(file_name="report.txt", rights="own", visibility=visibility)
    return actions.take_in(report.text().encode(), reading_of(report), provenance, user)


def register(report: Report, user, visibility: str = "public") -> Reading:
    """The report with all its findings accepted, people as new ones."""
    reading = take_in(report, user, visibility)
    for finding in reading.findings.order_by("position"):
        finding.refresh_from_db()
        if finding.decision == "open":
            actions.accept(finding, user)
    return reading


def record_of(reading: Reading, local_id: str):
    """The record a finding was registered as."""
    return reading.findings.get(local_id=local_id).record
