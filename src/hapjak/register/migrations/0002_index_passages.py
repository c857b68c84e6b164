"""The full-text index: FTS5 with external content on SQLite, GIN on PostgreSQL.

Deleting from FTS5 needs the key as it was indexed, so the triggers use the
stored one.
"""

from django.db import migrations

SQLITE = [
    "CREATE VIRTUAL TABLE register_passage_index USING fts5("
    "grams, content='register_passage', content_rowid='id')",
    "CREATE TRIGGER register_passage_added AFTER INSERT ON register_passage BEGIN "
    "INSERT INTO register_passage_index(rowid, grams) VALUES (new.id, new.grams); END",
    "CREATE TRIGGER register_passage_removed AFTER DELETE ON register_passage BEGIN "
    "INSERT INTO register_passage_index(register_passage_index, rowid, grams) "
    "VALUES ('delete', old.id, old.grams); END",
    "CREATE TRIGGER register_passage_changed AFTER UPDATE ON register_passage BEGIN "
    "INSERT INTO register_passage_index(register_passage_index, rowid, grams) "
    "VALUES ('delete', old.id, old.grams); "
    "INSERT INTO register_passage_index(rowid, grams) VALUES (new.id, new.grams); END",
]
SQLITE_BACK = [
    "DROP TRIGGER register_passage_added",
    "DROP TRIGGER register_passage_removed",
    "DROP TRIGGER register_passage_changed",
    "DROP TABLE register_passage_index",
]
POSTGRES = [
    "CREATE INDEX register_passage_index ON register_passage "
    "USING gin (to_tsvector('simple', grams))",
]
POSTGRES_BACK = ["DROP INDEX register_passage_index"]


def run(sqlite, postgres):
    def step(apps, schema_editor):
        statements = sqlite if schema_editor.connection.vendor == "sqlite" else postgres
        for statement in statements:
            schema_editor.execute(statement)

    return step


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial")]
    operations = [migrations.RunPython(run(SQLITE, POSTGRES), run(SQLITE_BACK, POSTGRES_BACK))]
