"""Making registered facts out of accepted findings.

One function a kind. Each returns the record of the fact: a new one, or the
registered one the finding is another mention of. The caller holds the
transaction, has checked the permission and appends the event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hapjak.register import identity, search, tenures
from hapjak.register.models import (
    Agreement,
    Attendance,
    Citation,
    Commitment,
    Document,
    Meeting,
    Organisation,
    Partner,
    Partnership,
    Person,
    Post,
    Record,
    RecordKind,
    Strategy,
    Tenure,
    Topic,
)

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """The document a finding stands in, and the records its local ids stand for.

    Who registers many collects in `unindexed` what to index at the end.
    """

    document: Document
    records: Mapping[str, Record]
    unindexed: list[Record] | None = None

    def organisations(self, ids: Iterable[str]) -> list[Organisation]:
        """Registered bodies of local ids; a rejected one is left out."""
        records = [self.records[i] for i in ids if i in self.records]
        return [record.organisation for record in records]

    def person(self, local_id: str | None) -> Person | None:
        record = self.records.get(local_id or "")
        return record.person if record else None

    def meeting(self, local_id: str | None) -> Meeting | None:
        record = self.records.get(local_id or "")
        return record.meeting if record else None

    def agreement(self, local_id: str | None) -> Agreement | None:
        record = self.records.get(local_id or "")
        return record.agreement if record else None


def new_record(kind: RecordKind, document: Document) -> Record:
    """A record that belongs to and is seen like the document it comes from."""
    origin = document.record
    return Record.objects.create(kind=kind, visibility=origin.visibility, owner=origin.owner)


def cite(record: Record, document: Document, spans: Iterable[Iterable[int]]) -> None:
    """Citations of a record at spans of the document's text."""
    standing = record.citations.standing().filter(document=document)
    known = set(standing.values_list("start", "end"))
    places = dict.fromkeys((start, end) for start, end in spans)
    Citation.objects.bulk_create(
        Citation(
            record=record, document=document, start=start, end=end, quote=document.text[start:end]
        )
        for start, end in places
        if (start, end) not in known
    )


def register_organisation(data: Data, source: Source) -> Record:
    form, kind, territory = source.document.variety, data["kind"], data["territory"]
    partner = identity.partner_of(data["name"], kind, territory)
    known = identity.find_organisation(data["name"], form, kind, territory, partner)
    organisation = known or Organisation.objects.create(
        record=new_record(RecordKind.ORGANISATION, source.document),
        name=data["name"],
        language=form,
        kind=kind,
        territory=territory or "",
        partner=partner,
    )
    record = organisation.record
    identity.add_name(record, data["name"], form, document=source.document)
    if partner is not None:
        _show_like(partner.record, source.document)
    return _finish(record, source, data["spans"])


def register_person(data: Data, source: Source, same_as: Person | None = None) -> Record:
    """Register a person with their posts. `same_as` is the registered one they are."""
    form = source.document.variety
    side = _side(data, source)
    person = same_as
    if person is None:
        person = Person.objects.create(
            record=new_record(RecordKind.PERSON, source.document),
            name=data["name"],
            language=form,
            side=side,
        )
    printed = [(text, written) for written, texts in data["forms"].items() for text in texts]
    for spelling, written in dict.fromkeys([*printed, (data["name"], form)]):
        identity.add_name(person.record, spelling, written, document=source.document)
    _add_tenures(person, data["posts"], source)
    return _finish(person.record, source, data["spans"])


def _side(data: Data, source: Source) -> Partner | None:
    sides = source.organisations([data["side"]] if data["side"] else [])
    return sides[0].partner if sides else None


def known_person(data: Data, source: Source) -> Person | None:
    """The registered person a finding is taken for unless the registrar says otherwise."""
    titles = [post["title"] for post in data["posts"]]
    return identity.find_person(data["name"], source.document.variety, _side(data, source), titles)


def known_meeting(data: Data, source: Source) -> Meeting | None:
    """The registered meeting a finding most likely tells of; for the registrar to confirm."""
    people = [source.person(entry["person"]) for entry in data["people"]]
    parties = source.organisations(data["parties"])
    if data["planned"]:
        return None
    return identity.find_meeting(data["kind"], data["date"] or "", parties, people)


def _add_tenures(person: Person, posts: Iterable[Data], source: Source) -> None:
    for order, printed in enumerate(posts):
        bodies = source.organisations([printed["organisation"]] if printed["organisation"] else [])
        post, _ = Post.objects.get_or_create(
            title=printed["title"], organisation=bodies[0] if bodies else None
        )
        Tenure.objects.get_or_create(
            person=person,
            post=post,
            document=source.document,
            defaults={
                "text": printed["text"],
                "order": order,
                "seen_on": source.document.published[:10],
            },
        )


def register_meeting(data: Data, source: Source) -> Record:
    parties = source.organisations(data["parties"])
    record = new_record(RecordKind.MEETING, source.document)
    meeting = Meeting.objects.create(
        record=record,
        kind=data["kind"],
        also=data["also"],
        date=data["date"] or "",
        until=data["until"] or "",
        date_text=data["date_text"] or "",
        place=data["place"] or "",
        planned=data["planned"],
        part_of=source.meeting(data["part_of"]),
    )
    meeting.parties.set(parties)
    _add_attendances(meeting, data["people"], source)
    for topic in data["topics"]:
        Topic.objects.create(
            meeting=meeting,
            document=source.document,
            start=topic["start"],
            end=topic["end"],
            quote=topic["quote"],
            field=topic["field"],
            kind=topic["kind"],
        )
    add_partnership(parties, source.document)
    _finish(record, source, data["spans"])
    tenures.date_evidence_of(meeting, source.document)
    return record


def _add_attendances(meeting: Meeting, people: Iterable[Data], source: Source) -> None:
    for order, participant in enumerate(people, meeting.attendances.count()):
        person = source.person(participant["person"])
        if person is None:
            continue
        posts = person.tenures.filter(document=source.document).values_list("text", flat=True)
        Attendance.objects.get_or_create(
            meeting=meeting,
            person=person,
            role=participant["role"],
            defaults={"post_text": " · ".join(posts)[:400], "order": order},
        )


def register_agreement(data: Data, source: Source) -> Record:
    record = new_record(RecordKind.AGREEMENT, source.document)
    agreement = Agreement.objects.create(
        record=record,
        kind=data["kind"],
        title=(data["title"] or "")[:500],
        date=data["date"] or "",
        planned=data["planned"],
        part_of=source.agreement(data["part_of"]),
    )
    parties = source.organisations(data["parties"])
    agreement.parties.set(parties)
    add_partnership(parties, source.document)
    return _finish(record, source, data["spans"])


def register_commitment(data: Data, source: Source) -> Record:
    record = new_record(RecordKind.COMMITMENT, source.document)
    span = (data["start"], data["end"])
    wording = source.document.text[data["start"] : data["end"]]
    commitment = Commitment.objects.create(
        record=record,
        wording=wording,
        language=source.document.variety,
        speaker=source.person(data["speaker"]),
        meeting=source.meeting(data["meeting"]),
        firmness=data["firmness"],
        field=data["field"],
        other_fields=data["other_fields"],
        initiatives=data["initiatives"],
        due=data["due"] or "",
        quantity=data["quantity"],
    )
    acting, addressed = source.organisations(data["by"]), source.organisations(data["to"])
    commitment.by.add(*acting)
    commitment.to.add(*addressed)
    add_partnership([*acting, *addressed], source.document)
    return _finish(record, source, [span])


def register_strategy(data: Data, source: Source) -> Record:
    form = source.document.variety
    known = Strategy.objects.filter(name=data["name"], language=form).first()
    strategy = known or Strategy.objects.create(
        record=new_record(RecordKind.STRATEGY, source.document), name=data["name"], language=form
    )
    if strategy.record.withdrawn_at is not None:  # taken back before, and accepted anew
        strategy.record.withdrawn_at = None
        strategy.record.save(update_fields=["withdrawn_at"])
    return _finish(strategy.record, source, data["spans"])


def add_partnership(parties: Iterable[Organisation], document: Document) -> Partnership | None:
    """The partnership of the partners that act; None where fewer than two do."""
    partners = {body.partner.code: body.partner for body in parties if body.partner is not None}
    if len(partners) < 2:
        return None
    key = "+".join(sorted(partners))
    partnership = Partnership.objects.select_related("record").filter(key=key).first()
    if partnership is None:
        partnership = Partnership.objects.create(
            record=new_record(RecordKind.PARTNERSHIP, document), key=key
        )
        partnership.partners.set(partners.values())
    _show_like(partnership.record, document)
    for partner in partners.values():
        _show_like(partner.record, document)
    return partnership


def _show_like(record: Record, document: Document) -> None:
    """A fact that a public document also tells of is public."""
    if document.record.visibility == "public" and record.visibility != "public":
        record.visibility = document.record.visibility
        record.save(update_fields=["visibility"])


def _finish(record: Record, source: Source, spans: Iterable[Iterable[int]]) -> Record:
    """Cite, show and index a record."""
    cite(record, source.document, spans)
    _show_like(record, source.document)
    if source.unindexed is None:
        search.index(record)
    else:
        source.unindexed.append(record)
    return record


REGISTER = {
    "organisation": register_organisation,
    "person": register_person,
    "strategy": register_strategy,
    "meeting": register_meeting,
    "agreement": register_agreement,
    "commitment": register_commitment,
}
