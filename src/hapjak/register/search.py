"""Search by the hanja key: 빙설 finds 冰雪, and the other way round.

Every passage is stored with the 2-grams of its key. A 2-gram is written as
one word of letters and digits (`x` and the code points), so that SQLite's
FTS5 and PostgreSQL's `simple` configuration cut it alike. The index is
written in the register's transaction and can be made anew by `reindex()`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction

from hapjak.accounts.models import User
from hapjak.hanja import search_key
from hapjak.register.families import HEAD
from hapjak.register.models import Citation, Name, Passage, Record, RecordKind

SQLITE_MATCH = (
    "SELECT rowid FROM register_passage_index WHERE register_passage_index MATCH %s "
    "AND rowid < %s ORDER BY rowid DESC LIMIT %s"
)
POSTGRES_MATCH = (
    "SELECT id FROM register_passage WHERE to_tsvector('simple', grams) @@ "
    "to_tsquery('simple', %s) AND id < %s ORDER BY id DESC LIMIT %s"
)
LAST_ID = 2**63 - 1
PORTION = 100  # passages looked up at first; each further time more
LARGEST = 1600  # at once: databases bound the parameters of a question
BATCH = 500
QUERY_LIMIT = 100  # characters; longer queries are cut


def gram_words(key: str) -> list[str]:
    """The 2-grams of a key as index words; a single character stands alone."""
    pairs = [key[i : i + 2] for i in range(len(key) - 1)] or ([key] if key else [])
    return ["x" + "".join(f"{ord(character):05x}" for character in pair) for pair in pairs]


def index(record: Record) -> None:
    """Make the passages of a record anew. Call in the transaction of the write."""
    Passage.objects.filter(record=record).delete()
    Passage.objects.bulk_create(_passages(record))


def index_all(records: Iterable[Record]) -> None:
    """Make the passages of facts anew: many cost as few queries as one. No documents."""
    for batch in batched({record.pk: record for record in records}.values()):
        kept = [record.pk for record in batch if record.withdrawn_at is None]
        texts: dict[str, dict[tuple[str, str], None]] = {pk: {} for pk in kept}
        cited = Citation.objects.standing().filter(record__in=kept)
        named = Name.objects.filter(record__in=kept).order_by("pk")
        for pk, form, text in chain(
            cited.order_by("document_id", "start").values_list(
                "record_id", "document__variety", "quote"
            ),
            named.values_list("record_id", "form", "text"),
        ):
            texts[pk][form, text] = None
        Passage.objects.filter(record__in=batch).delete()
        Passage.objects.bulk_create(
            Passage(record_id=pk, language=form, text=text, grams=grams_of(text))
            for pk, found in texts.items()
            for form, text in found
            if text
        )


def batched(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Records in lists that a query takes."""
    waiting = iter(records)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def reindex() -> None:
    """Make the whole index anew, in one transaction."""
    with transaction.atomic():
        Passage.objects.all().delete()
        records = Record.objects.select_related("document").order_by("pk")
        found = (passage for record in records.iterator(BATCH) for passage in _passages(record))
        while batch := list(islice(found, BATCH)):
            Passage.objects.bulk_create(batch)


def _passages(record: Record) -> Iterator[Passage]:
    """What a record is found by: a document's lines, else its quotes and spellings."""
    texts = dict.fromkeys((form, text) for form, text in _texts(record) if text)
    for form, text in texts:
        yield Passage(record=record, language=form, text=text, grams=grams_of(text))


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    """Texts of a record with their written form; none where there is nothing to show."""
    if record.withdrawn_at is not None or record.kind == RecordKind.PARTNER:
        return
    if record.kind == RecordKind.DOCUMENT:
        document = record.document
        yield from (
            (document.variety, text) for text in (document.title, *document.text.split("\n"))
        )
        return
    cited = record.citations.standing().order_by("document_id", "start")
    yield from cited.values_list("document__variety", "quote")
    yield from record.names.order_by("pk").values_list("form", "text")


def grams_of(text: str) -> str:
    """Index words of a text: its 2-grams, and its single characters for one-letter queries."""
    key = search_key(text)
    singles = [f"s{ord(character):05x}" for character in dict.fromkeys(key)]
    return " ".join([*gram_words(key), *singles])


class Find(NamedTuple):
    """Where a query stands: a passage, its record, its kind, and the record that stands for it."""

    passage: int
    record: str
    kind: str
    head: str


def finds(spellings: Sequence[str], user: User | AnonymousUser) -> Iterator[Find]:
    """Passages visible to the user that hold one of the spellings as one stretch of the key.

    The last indexed first, looked up as they are asked for: whoever wants a page
    pays for a page. Spellings without any letter find nothing.
    """
    for portion in _portions(_phrase(spellings)):
        rows = Passage.objects.filter(pk__in=portion).order_by("-pk").values_list("pk", "record_id")
        held = list(rows)
        records = Record.objects.visible_to(user).filter(pk__in={record for _, record in held})
        seen = {pk: (kind, head) for pk, kind, head in records.values_list("pk", "kind", HEAD)}
        yield from (Find(at, record, *seen[record]) for at, record in held if record in seen)


def ids(spellings: Sequence[str]) -> Iterator[int]:
    """Ids of passages that hold one of the spellings, as the index has them: for measuring."""
    return chain.from_iterable(_portions(_phrase(spellings)))


def _portions(phrase: str) -> Iterator[list[int]]:
    """Passages that answer the question, the last indexed first, some at a time."""
    before, size = LAST_ID, PORTION
    while phrase and (portion := _ids(phrase, before, size)):
        yield portion
        before, size = portion[-1], min(4 * size, LARGEST)


def _phrase(spellings: Iterable[str]) -> str:
    """The spellings as a question to the index, any of which will do."""
    keys = dict.fromkeys(search_key(spelling[:QUERY_LIMIT]) for spelling in spellings)
    phrases = [
        " ".join(gram_words(key) if len(key) > 1 else [f"s{ord(key):05x}"]) for key in keys if key
    ]
    if connection.vendor == "sqlite":
        return " OR ".join(f'"{phrase}"' for phrase in phrases)
    return " | ".join(f"({phrase.replace(' ', ' <-> ')})" for phrase in phrases)


def _ids(phrase: str, before: int, size: int) -> list[int]:
    """The next passages below an id that answer the question."""
    sql = SQLITE_MATCH if connection.vendor == "sqlite" else POSTGRES_MATCH
    with connection.cursor() as cursor:
        cursor.execute(sql, [phrase, before, size])
        return [row[0] for row in cursor.fetchall()]
