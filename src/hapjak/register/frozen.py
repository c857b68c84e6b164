"""Rows the database itself refuses to rewrite or delete, whoever asks.

A citation, a judgement and a link change once, when they are undone, a translation
when it is reviewed or replaced; a commitment's wording, a comment, a file, an event
and its payload never. A payload may be erased, for the chain
holds its digest; nothing else of these is ever deleted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

# table, columns that never change
FROZEN = {
    "register_citation": ("record_id", "document_id", "start", "end", "quote"),
    "register_commitment": ("wording", "language", "amends_id"),
    "register_document": ("sha256", "text"),
    "register_event": (
        *("sequence", "record_id", "actor_id", "action", "at", "reason"),
        *("payload_digest", "previous_digest", "digest"),
    ),
    "register_eventpayload": ("salt", "content"),
    "register_judgement": ("first_id", "second_id", "verdict", "reason", "made_by_id", "made_at"),
    "register_consent": ("commitment_id", "partner_id", "given_by_id", "given_at"),
    "register_commitmentlink": (
        *("later_id", "earlier_id", "kind", "reason"),
        *("made_by_id", "made_at"),
    ),
    "register_text": (
        *("record_id", "field", "language", "text", "origin", "document_id"),
        *("made_by_id", "made_at"),
    ),
    "register_attachment": (
        *("record_id", "sha256", "file", "file_name", "media_type", "size_bytes"),
        *("added_by_id", "added_at"),
    ),
    "register_comment": ("record_id", "author_id", "text", "written_at"),
}
KEPT = (
    *("register_citation", "register_commitment", "register_event", "register_judgement"),
    *("register_consent", "register_commitmentlink", "register_text"),
    *("register_attachment", "register_comment"),
)
REFUSE = (
    "CREATE OR REPLACE FUNCTION register_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION '% %', TG_TABLE_NAME, TG_ARGV[0] "
    "USING ERRCODE = 'integrity_constraint_violation'; END $$"
)


def freeze(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers; those that are there are made anew."""
    thaw(connection)
    statements = _sqlite() if connection.vendor == "sqlite" else _postgres()
    _run(connection, statements)


def thaw(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for a migration back, and for tests that play an intruder."""
    of_table = connection.vendor != "sqlite"
    names = [(table, "frozen") for table in FROZEN] + [(table, "kept") for table in KEPT]
    _run(
        connection,
        (
            f"DROP TRIGGER IF EXISTS {table}_{what}" + (f" ON {table}" if of_table else "")
            for table, what in names
        ),
    )


def _run(connection: BaseDatabaseWrapper, statements: Iterator[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _sqlite() -> Iterator[str]:
    for table, columns in FROZEN.items():
        changed = " OR ".join(f'old."{column}" IS NOT new."{column}"' for column in columns)
        yield (
            f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} WHEN {changed} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is frozen'); END"
        )
    for table in KEPT:
        yield (
            f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is kept'); END"
        )


def _postgres() -> Iterator[str]:
    yield REFUSE
    for table, columns in FROZEN.items():
        changed = " OR ".join(
            f'old."{column}" IS DISTINCT FROM new."{column}"' for column in columns
        )
        yield (
            f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} FOR EACH ROW "
            f"WHEN ({changed}) EXECUTE FUNCTION register_refuse('is frozen')"
        )
    for table in KEPT:
        yield (
            f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} FOR EACH ROW "
            f"EXECUTE FUNCTION register_refuse('is kept')"
        )
