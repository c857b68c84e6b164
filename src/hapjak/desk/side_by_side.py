"""Two records beside each other: what agrees, what differs, what only one says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from hapjak.hanja import match_spelling
from hapjak.hanja.words import Kind
from hapjak.register import likeness_people, likeness_shapes, likeness_words
from hapjak.register.families import heads_of, members_of
from hapjak.register.likeness_meetings import parties_in_common
from hapjak.register.likeness_shapes import PersonShape
from hapjak.register.marks import neighbours
from hapjak.register.models import (
    Agreement,
    Attendance,
    Citation,
    Commitment,
    Meeting,
    NameSource,
    Proposal,
    Record,
    RecordKind,
)

AGREES, DIFFERS, ONE_SIDED = "agrees", "differs", "one-sided"
Words = tuple[str, str]  # text, written form


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a wording; `shared` if the other has it too."""

    text: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One record with the report it is from and the sentence it stands in."""

    record: Record
    citation: Citation
    before: str
    pieces: Sequence[Piece]
    after: str
    others: Sequence[str]  # outlets of reports it is one with already

    @property
    def document(self) -> Any:
        return self.citation.document


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that both may say."""

    label: str
    left: Sequence[Words]
    right: Sequence[Words]
    state: str

    @property
    def state_label(self) -> str:
        labels = {AGREES: _("agrees"), DIFFERS: _("differs"), ONE_SIDED: _("only one says it")}
        return labels.get(self.state, "")


def sides_of(proposal: Proposal) -> tuple[Side, Side]:
    """Both records, with what their wordings share marked."""
    cited = (
        Citation.objects.standing()
        .filter(record__in=(proposal.first_id, proposal.second_id))
        .select_related("document", "record")
        .order_by("-start")
    )
    by_record = {citation.record_id: citation for citation in cited}
    one, other = by_record[proposal.first_id], by_record[proposal.second_id]
    left, right = (likeness_words.words_of(c.quote, c.document.variety) for c in (one, other))
    compared = proposal.kind == RecordKind.COMMITMENT and likeness_words.comparable(left, right)
    shared = left.grams & right.grams if compared else frozenset()
    others = _others((one, other))
    return _side(one, shared, others), _side(other, shared, others)


def _side(citation: Citation, shared: frozenset[str], others: dict[str, list[str]]) -> Side:
    before, whole, after = neighbours(citation.document.text, citation.start, citation.end)
    left, quote, right = whole.partition(citation.quote)
    if not quote:
        left, quote, right = "", citation.quote, ""
    pieces = [Piece(text, found) for text, found in likeness_words.cut(quote, shared)]
    return Side(
        citation.record, citation, f"{before} {left}".strip(), pieces, f"{right} {after}".strip(),
        others[citation.record_id],
    )  # fmt: skip


def _others(citations: Sequence[Citation]) -> dict[str, list[str]]:
    """Outlets of the reports that each is one with, by record."""
    heads = heads_of(citation.record_id for citation in citations)
    members = members_of(heads.values())
    told = Citation.objects.standing().filter(record__in=members).select_related("document")
    found: dict[str, list[str]] = {}
    for citation in citations:
        head = heads[citation.record_id]
        outlets = [
            other.document.outlet or other.document.origin or str(other.document)
            for other in told
            if members[other.record_id] == head and other.document_id != citation.document_id
        ]
        found[citation.record_id] = list(dict.fromkeys(outlets))
    return found


def rows_of(proposal: Proposal) -> list[Row]:
    """What both say, line by line."""
    ids = (proposal.first_id, proposal.second_id)
    if proposal.kind == RecordKind.MEETING:
        return list(_meeting_rows(*ids))
    if proposal.kind == RecordKind.AGREEMENT:
        return list(_agreement_rows(*ids))
    return list(_commitment_rows(*ids))


def _row(label: str, left: Any, right: Any, same: bool | None = None) -> Iterator[Row]:
    """A row of plain values; none where neither says anything."""
    if not left and not right:
        return
    sides = [_words(side) for side in (left, right)]
    agrees = left == right if same is None else same
    state = AGREES if agrees else DIFFERS
    yield Row(label, sides[0], sides[1], state if left and right else ONE_SIDED)


def _words(value: Any) -> list[Words]:
    if not value:
        return []
    return [(str(value), "")] if not isinstance(value, list) else value


def _meeting_rows(one: str, other: str) -> Iterator[Row]:
    found = Meeting.objects.in_bulk((one, other))
    left, right = found[one], found[other]
    forms = varieties((one, other))
    shapes = likeness_shapes.meetings((one, other))
    yield from _row(_("Kind"), left.get_kind_display(), right.get_kind_display())
    yield from _row(_("Date"), _days(left), _days(right))
    yield from _row(
        _("Place"), _in(left.place, forms[one]), _in(right.place, forms[other]),
        match_spelling(left.place, right.place, Kind.PLACE) is not None,
    )  # fmt: skip
    yield from _parties(shapes[one], shapes[other], forms)
    yield from _people(shapes[one], shapes[other], forms)
    lines = [
        Commitment.objects.filter(meeting=pk, record__withdrawn_at=None).count()
        for pk in (one, other)
    ]
    yield from _row(_("Commitments"), lines[0], lines[1])


def _days(meeting: Meeting) -> str:
    return " – ".join(day for day in (meeting.date, meeting.until) if day)


def _in(text: str, form: str) -> list[Words]:
    return [(text, form)] if text else []


def varieties(records: Sequence[str]) -> dict[str, str]:
    """The written form of the report each record is from."""
    cited = Citation.objects.standing().filter(record__in=records)
    return dict.fromkeys(records, "") | dict(cited.values_list("record_id", "document__variety"))


def _parties(one: Any, other: Any, forms: dict[str, str]) -> Iterator[Row]:
    spelled = printed((one.record, other.record))
    left, right = (
        [(spelled[shape.record].get(p.record, p.label), forms[shape.record]) for p in shape.parties]
        for shape in (one, other)
    )
    reason = parties_in_common(one.parties, other.parties)
    most = max(len({p.keys for p in shape.parties}) for shape in (one, other))
    yield from _row(_("Parties"), left, right, reason is not None and len(reason.what) == most)


def _people(one: Any, other: Any, forms: dict[str, str]) -> Iterator[Row]:
    """People in common, each a row; then those whom one alone names."""
    pairs = list(likeness_people.in_common(one.people, other.people))
    posts = {shape.record: _posts(shape.record) for shape in (one, other)}
    spelled = printed((one.record, other.record))

    def named(person: PersonShape, record: str) -> Words:
        post = posts[record].get(person.head, "")
        name = spelled[record].get(person.head) or next(iter(person.names), "")
        return (f"{name} · {post}" if post else name), forms[record]

    for ours, theirs in pairs:
        yield from _row(
            _("Person"), [named(ours, one.record)], [named(theirs, other.record)], same=True
        )
    rest = [
        [
            named(p, shape.record)
            for p in shape.people
            if p.head not in {pair[n].head for pair in pairs}
        ]
        for n, shape in enumerate((one, other))
    ]
    yield from _row(_("Others"), rest[0], rest[1], same=False)


def _posts(meeting: str) -> dict[str, str]:
    """The post of each person as a meeting's report prints it."""
    present = Attendance.objects.filter(meeting=meeting).select_related("person__record")
    return {row.person.record.joined_into_id or row.person_id: row.post_text for row in present}


def printed(facts: Sequence[str]) -> dict[str, dict[str, str]]:
    """How the report of each fact spells people and bodies, by the records that stand for them."""
    cited = Citation.objects.standing().filter(record__in=facts).order_by("-start")
    told = dict(cited.values_list("record_id", "document_id"))
    found: dict[str, dict[str, str]] = {fact: {} for fact in facts}
    names = NameSource.objects.filter(document__in=told.values()).order_by("-pk")
    head = Coalesce("name__record__joined_into_id", "name__record_id")
    for document, record, text in names.values_list("document_id", head, "name__text"):
        for fact, own in told.items():
            if own == document:
                found[fact][record] = text
    return found


def _agreement_rows(one: str, other: str) -> Iterator[Row]:
    found = Agreement.objects.in_bulk((one, other))
    left, right = found[one], found[other]
    forms = varieties((one, other))
    shapes = likeness_shapes.agreements((one, other))
    yield from _row(_("Title"), _in(left.title, forms[one]), _in(right.title, forms[other]))
    yield from _row(_("Kind"), left.get_kind_display(), right.get_kind_display())
    yield from _row(_("Date"), left.date, right.date)
    yield from _parties(shapes[one], shapes[other], forms)


def _commitment_rows(one: str, other: str) -> Iterator[Row]:
    found = Commitment.objects.select_related("speaker__record", "meeting").in_bulk((one, other))
    left, right = found[one], found[other]
    ours, theirs = printed((one, other)).values()
    lines = likeness_shapes.lines([c.meeting_id for c in (left, right) if c.meeting_id])
    first, second = (lines[pk].speaker if pk in lines else None for pk in (one, other))
    yield from _row(
        _("Said by"), _speaker(left, ours), _speaker(right, theirs),
        bool(first and second and likeness_people.may_be_one(first, second)),
    )  # fmt: skip
    yield from _row(_("Field"), left.get_field_display(), right.get_field_display())
    yield from _row(_("Firmness"), left.get_firmness_display(), right.get_firmness_display())
    acting = [lines[pk].acting if pk in lines else frozenset() for pk in (one, other)]
    yield from _row(
        _("Who acts"), _acting(left, ours), _acting(right, theirs), acting[0] == acting[1]
    )
    yield from _row(_("Quantity"), *_quantities(left, right))
    yield from _row(_("Due"), left.due, right.due)
    yield from _row(_("Meeting"), _when(left.meeting), _when(right.meeting))


def _speaker(line: Commitment, spelled: dict[str, str]) -> list[Words]:
    return _in(_spelling(line.speaker, spelled), line.language) if line.speaker else []


def _acting(line: Commitment, spelled: dict[str, str]) -> list[Words]:
    bodies = line.by.select_related("record")
    return [(_spelling(body, spelled), line.language) for body in bodies]


def _spelling(named: Any, spelled: dict[str, str]) -> str:
    return spelled.get(named.record.joined_into_id or named.pk, named.name)


def _quantities(left: Commitment, right: Commitment) -> tuple[list[Words], list[Words], bool]:
    one, other = left.quantity or {}, right.quantity or {}
    same = all(one.get(key) == other.get(key) for key in ("unit", "amount", "from", "to"))
    return _in(one.get("text", ""), left.language), _in(other.get("text", ""), right.language), same


def _when(meeting: Meeting | None) -> str:
    return f"{meeting.get_kind_display()} {meeting.date}".strip() if meeting else ""
