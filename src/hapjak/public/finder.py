"""Search over all of the register, and lists narrowed by what the reader chose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, Q, QuerySet
from django.http import QueryDict

from hapjak.accounts.models import User
from hapjak.hanja import search_key
from hapjak.public.sources import may_see_whole, page_of
from hapjak.register import search
from hapjak.register.families import HEAD_OF_FACT, heads_of, members_of
from hapjak.register.models import Commitment, Name, Passage, Record, RecordKind

MOST = 200  # hits shown; more are counted as "more than"
AROUND = 60  # characters shown on each side of a hit


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that holds the query: where to go, and the passage around the find."""

    record: Record
    url: str
    language: str
    left: str
    found: str
    right: str


def widened(query: str) -> list[str]:
    """The query, and other spellings of whom or what it names exactly."""
    named = Name.objects.filter(text=query.strip()).values_list("record_id", flat=True)
    family = members_of(heads_of(named).values())
    others = Name.objects.filter(record_id__in=family).values_list("text", flat=True)
    return list(dict.fromkeys([query, *others]))


def hits(query: str, user: User | AnonymousUser) -> list[Hit]:
    """What holds the query in any of its spellings, newest first, `MOST` at the most.

    Records that are one are one hit.
    """
    spellings = widened(query)
    condition = Q(pk__in=search.find(spellings[0], user).values("pk"))
    for spelling in spellings[1:]:
        condition |= Q(pk__in=search.find(spelling, user).values("pk"))
    records = Record.objects.visible_to(user).filter(condition).order_by("-pk")
    passages = Prefetch("passages", Passage.objects.order_by("pk"))
    found = records.select_related("document").prefetch_related(passages)[:MOST]
    once = {record.joined_into_id or record.pk: record for record in reversed(found)}
    shown = [hit_of(record, spellings, user) for record in reversed(once.values())]
    return [hit for hit in shown if hit is not None]


def hit_of(record: Record, spellings: Sequence[str], user: User | AnonymousUser) -> Hit | None:
    """The first passage of a record with the query in it, cut to what surrounds it.

    Of other people's texts the public sees the title alone.
    """
    url = page_of(record)
    if not url:
        return None
    passages = list(record.passages.all())
    if record.kind == RecordKind.DOCUMENT and not may_see_whole(record.document, user):
        passages = passages[:1]
    for passage in passages:
        for spelling in spellings:
            place = find_in(passage.text, spelling)
            if place:
                return _cut(record, url, passage, *place)
    return _cut(record, url, passages[0], 0, 0) if passages else None


def find_in(text: str, query: str) -> tuple[int, int] | None:
    """The stretch of a text that has the query's key; None if no stretch has."""
    wanted = search_key(query)
    keys = [search_key(character) for character in text]
    key, places = "", []
    for index, part in enumerate(keys):
        key += part
        places += [index] * len(part)
    at = key.find(wanted) if wanted else -1
    return (places[at], places[at + len(wanted) - 1] + 1) if at >= 0 else None


def _cut(record: Record, url: str, passage: Passage, start: int, end: int) -> Hit:
    text = passage.text
    left = text[max(0, start - AROUND) : start]
    right = text[end : end + 2 * AROUND]
    left = f"…{left}" if start > AROUND else left
    right = f"{right}…" if end + 2 * AROUND < len(text) else right
    return Hit(record, url, passage.language, left, text[start:end], right)


def narrowed(
    commitments: QuerySet[Commitment], told: QuerySet[Commitment], chosen: QueryDict
) -> QuerySet[Commitment]:
    """Commitments of a field, a firmness or a partner; unknown values narrow nothing away silently.

    A partner acts where one report (of those `told`) says so.
    """
    field, firmness, partner = (chosen.get(key, "") for key in ("field", "firmness", "partner"))
    if field:
        commitments = commitments.filter(field__startswith=field[:5])
    if firmness:
        commitments = commitments.filter(firmness=firmness)
    if partner:
        acting = Q(by__partner__code=partner) | Q(to__partner__code=partner)
        commitments = commitments.filter(pk__in=told.filter(acting).values_list(HEAD_OF_FACT))
    return commitments
