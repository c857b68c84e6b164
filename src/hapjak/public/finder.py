"""Search over all of the register, and lists narrowed by what the reader chose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.http import QueryDict

from hapjak.accounts.models import User
from hapjak.hanja import search_key
from hapjak.public.sources import PAGES, may_see_whole, page_of
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


class Found(Sequence[Hit]):
    """The first `MOST` things that hold a query, the last told first; each is one hit.

    A hit is cut out of its passage when it is asked for: a page costs a page.
    """

    def __init__(self, query: str, user: User | AnonymousUser) -> None:
        self._user = user
        self._spellings = widened(query)
        once: dict[str, int] = {}
        for find in search.finds(self._spellings, user):
            if find.kind in PAGES:
                once.setdefault(find.head, find.passage)
            if len(once) == MOST:
                break
        self._passages = list(once.values())

    def __len__(self) -> int:
        return len(self._passages)

    @overload
    def __getitem__(self, index: int) -> Hit: ...

    @overload
    def __getitem__(self, index: slice) -> list[Hit]: ...

    def __getitem__(self, index: int | slice) -> Hit | list[Hit]:
        if isinstance(index, int):
            return self[index : index + 1][0]
        passages = Passage.objects.select_related("record__document")
        found = passages.in_bulk(self._passages[index])
        return [self._hit(found[passage]) for passage in self._passages[index]]

    def _hit(self, passage: Passage) -> Hit:
        """A passage cut to what surrounds the find; of other people's texts the public sees the title."""
        record = passage.record
        url = page_of(record)
        if record.kind == RecordKind.DOCUMENT and not may_see_whole(record.document, self._user):
            passage = record.passages.order_by("pk").first() or passage
        for spelling in self._spellings:
            place = find_in(passage.text, spelling)
            if place:
                return _cut(record, url, passage, *place)
        return _cut(record, url, passage, 0, 0)


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
