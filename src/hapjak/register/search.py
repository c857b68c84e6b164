"""Search by the hanja key: 빙설 finds 冰雪, and the other way round.

Every passage is stored with the 2-grams of its key. A 2-gram is written as
one word of letters and digits (`x` and the code points), so that SQLite's
FTS5 and PostgreSQL's `simple` configuration cut it alike. The index is
written in the register's transaction and can be made anew by `reindex()`.
"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from hapjak.accounts.models import User
from hapjak.hanja import search_key
from hapjak.register.models import Passage, Record

SQLITE_MATCH = "SELECT rowid FROM register_passage_index WHERE register_passage_index MATCH %s"
POSTGRES_MATCH = (
    "SELECT id FROM register_passage "
    "WHERE to_tsvector('simple', grams) @@ phraseto_tsquery('simple', %s)"
)
QUERY_LIMIT = 100  # characters; longer queries are cut


def gram_words(key: str) -> list[str]:
    """The 2-grams of a key as index words; a single character stands alone."""
    pairs = [key[i : i + 2] for i in range(len(key) - 1)] or ([key] if key else [])
    return ["x" + "".join(f"{ord(character):05x}" for character in pair) for pair in pairs]


def index(record: Record, language: str, *texts: str) -> None:
    """Replace the passages of a record. Call in the transaction of the write."""
    Passage.objects.filter(record=record).delete()
    Passage.objects.bulk_create(
        Passage(record=record, language=language, text=text, grams=grams_of(text))
        for text in dict.fromkeys(texts)
        if text
    )


def grams_of(text: str) -> str:
    """Index words of a text: its 2-grams, and its single characters for one-letter queries."""
    key = search_key(text)
    singles = [f"s{ord(character):05x}" for character in dict.fromkeys(key)]
    return " ".join([*gram_words(key), *singles])


def find(query: str, user: User | AnonymousUser) -> QuerySet[Record]:
    """Records visible to the user that hold the query as one stretch of the key.

    An empty query, or one without any letter, finds nothing.
    """
    key = search_key(query[:QUERY_LIMIT])
    if not key:
        return Record.objects.none()
    words = gram_words(key) if len(key) > 1 else [f"s{ord(key):05x}"]
    if connection.vendor == "sqlite":
        matches = RawSQL(SQLITE_MATCH, ['"' + " ".join(words) + '"'])  # noqa: S611
    else:
        matches = RawSQL(POSTGRES_MATCH, [" ".join(words)])  # noqa: S611
    found = Passage.objects.filter(id__in=matches).values("record_id")
    return Record.objects.visible_to(user).filter(id__in=found).order_by("-id")
