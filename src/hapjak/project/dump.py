"""The whole register as canonical JSON lines, out and in again.

A line is a row, with sorted keys; rows stand by table and key, so that two
registers that hold the same give the same bytes, on whichever database. The
first line says what the file is, the last one how many lines there are, their
digest and the head of the chain: a file that was cut or changed is refused.
What can be made anew (search index, keys of names, proposals of joins) is left out; passwords
never leave. Files as received stand in lines of their own.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.models import FileField, Model

from hapjak import __version__
from hapjak.accounts.models import Membership, User
from hapjak.register import history, identity, likeness, search
from hapjak.register.models import ChainHead, LikenessKey, Name, NameKey, Passage, Proposal, Record

FORMAT = 1
DERIVED = (Passage, NameKey, Proposal, LikenessKey)
SECRET = frozenset(["password", "last_login", "groups", "user_permissions"])
BATCH = 1000
Row = dict[str, Any]


class NotARegister(ValueError):
    """The file is no register, was cut or changed, or does not fit; `faults` say where."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class NotEmpty(Exception):
    """There is a register here already; nothing is mixed into it."""


def tables() -> list[type[Model]]:
    """What is written out, in an order that never changes."""
    own = [*apps.get_app_config("register").get_models(), *apps.get_app_config("desk").get_models()]
    kept = [model for model in own if model not in DERIVED]
    return [User, Membership, *sorted(kept, key=lambda model: model._meta.label_lower)]


def lines() -> Iterator[bytes]:
    """The register, line by line; run it in a transaction to see one state."""
    digest, count = hashlib.sha256(), 0
    for row in _rows():
        line = history.canonical(row) + b"\n"
        digest.update(line)
        count += 1
        yield line
    head = ChainHead.objects.filter(id=1).first()
    end = {"end": count, "sha256": digest.hexdigest(), "head": head.digest if head else ""}
    yield history.canonical(end) + b"\n"


def _rows() -> Iterator[Row]:
    yield {"hapjak": "register", "format": FORMAT, "version": __version__}
    stored: dict[str, None] = {}
    for model in tables():
        for row in _rows_of(model):
            yield {"table": model._meta.label_lower, "row": row}
            stored.update(dict.fromkeys(_files_of(model, row)))
    for name in sorted(stored):
        with default_storage.open(name) as file:
            yield {"file": name, "base64": base64.b64encode(file.read()).decode()}


def _rows_of(model: type[Model]) -> Iterator[Row]:
    columns = [f for f in model._meta.concrete_fields if f.name not in SECRET]
    lists = [f for f in model._meta.many_to_many if f.name not in SECRET]
    names = [field.attname for field in columns]
    rows = model._default_manager.order_by("pk").values_list(*names, "pk")
    members = {field.name: _members(model, field) for field in lists}
    for *values, key in rows.iterator(chunk_size=BATCH):
        row = {name: _plain(value) for name, value in zip(names, values, strict=True)}
        yield row | {name: found.get(key, []) for name, found in members.items()}


def _members(model: type[Model], field: Any) -> dict[Any, list[Any]]:
    """Keys of a many-to-many field by the row they belong to, in order."""
    through = field.remote_field.through
    ours, theirs = field.m2m_field_name(), field.m2m_reverse_field_name()
    pairs = through._default_manager.values_list(f"{ours}_id", f"{theirs}_id").order_by(
        f"{ours}_id", f"{theirs}_id"
    )
    return {
        key: [other for _, other in group] for key, group in groupby(pairs, lambda pair: pair[0])
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _files_of(model: type[Model], row: Row) -> Iterator[str]:
    for field in model._meta.concrete_fields:
        if isinstance(field, FileField) and row[field.attname]:
            yield row[field.attname]


def write(path: Path) -> int:
    """Write the register to a file that takes its name when it is whole. Lines written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    with transaction.atomic(), part.open("wb") as file:
        count = 0
        for line in lines():
            file.write(line)
            count += 1
    part.replace(path)
    return count


def read(path: Path) -> int:
    """Take a register in, into an empty one: all of it or nothing. Rows taken.

    Raises:
        NotARegister: The file is none, was cut or changed, or does not fit this version.
        NotEmpty: There is something here already.
    """
    _check_whole(path)
    if Record.objects.exists() or User.objects.exists():
        raise NotEmpty
    with transaction.atomic():
        count = _take_in(path)
        _make_anew()
        faults = history.verify()
        if faults:
            raise NotARegister(faults)
    return count


def _check_whole(path: Path) -> None:
    digest, count, last = hashlib.sha256(), 0, b""
    with path.open("rb") as file:
        for line in file:
            if last:
                digest.update(last)
                count += 1
            last = line
    end = _parsed(last, count + 1)
    if "end" not in end:
        raise NotARegister(["The file was cut: its last line is missing. Export it again."])
    if end["end"] != count or end["sha256"] != digest.hexdigest():
        raise NotARegister(["The file was changed after it was written. Export it again."])
    with path.open("rb") as file:
        first = _parsed(file.readline(), 1)
    if first.get("hapjak") != "register":
        raise NotARegister(["This is no register. Choose a file that export-register wrote."])
    if first["format"] != FORMAT:
        fault = (
            f"It was written by hapjak {first['version']}; this one reads format {FORMAT} alone."
        )
        raise NotARegister([fault])


def _parsed(line: bytes, number: int) -> Row:
    try:
        content = json.loads(line)
    except ValueError:
        raise NotARegister([f"Line {number} is no JSON."]) from None
    if not isinstance(content, dict):
        raise NotARegister([f"Line {number} is no row."])
    return content


def _take_in(path: Path) -> int:
    known = {model._meta.label_lower: model for model in tables()}
    count = 0
    for table, rows in groupby(_contents(path), lambda row: row.get("table", "")):
        if table:
            if table not in known:
                raise NotARegister([f"This version has no table {table}."])
            while batch := [row["row"] for row in islice(rows, BATCH)]:
                count += _fill(known[table], batch)
        else:
            for row in rows:
                _store(row)
    return count


def _contents(path: Path) -> Iterator[Row]:
    with path.open("rb") as file:
        for line in file:
            row = json.loads(line)
            if "table" in row or "file" in row:
                yield row


def _store(row: Row) -> None:
    data = base64.b64decode(row["base64"])
    if hashlib.sha256(data).hexdigest() != Path(row["file"]).name:
        raise NotARegister([f"The file {row['file']} is not the one that was received."])
    if not default_storage.exists(row["file"]):
        default_storage.save(row["file"], ContentFile(data))


def _fill(model: type[Model], rows: list[Row]) -> int:
    lists = {f.name: f for f in model._meta.many_to_many if f.name not in SECRET}
    columns = {f.attname: f for f in model._meta.concrete_fields if f.name not in SECRET}
    for row in rows[:1]:
        if set(row) != {*columns, *lists}:
            raise NotARegister([f"{model._meta.label_lower} has other columns in this version."])
    made = [
        model(**{name: field.to_python(row[name]) for name, field in columns.items()})
        for row in rows
    ]
    for user in made:
        if isinstance(user, User):
            user.set_unusable_password()
    _insert(model, made)
    for name, field in lists.items():
        _fill_list(field, made, [row[name] for row in rows])
    return len(rows)


def _insert(model: type[Model], made: list[Model]) -> None:
    """Rows as they were, also those of columns that are set by themselves otherwise."""
    own = [f for f in model._meta.concrete_fields if getattr(f, "auto_now_add", False)]
    for field in own:
        field.auto_now_add = False  # type: ignore[attr-defined]
    try:
        model._default_manager.bulk_create(made, batch_size=BATCH)
    finally:
        for field in own:
            field.auto_now_add = True  # type: ignore[attr-defined]


def _fill_list(field: Any, made: Iterable[Model], members: Iterable[list[Any]]) -> None:
    through = field.remote_field.through
    ours, theirs = field.m2m_field_name(), field.m2m_reverse_field_name()
    pairs = [
        through(**{f"{ours}_id": row.pk, f"{theirs}_id": other})
        for row, others in zip(made, members, strict=True)
        for other in others
    ]
    through._default_manager.bulk_create(pairs, batch_size=BATCH)


def _make_anew() -> None:
    """The keys of names, the search index, proposals of joins, and the database's counters."""
    names = Name.objects.order_by("pk").iterator(chunk_size=BATCH)
    NameKey.objects.bulk_create(
        (NameKey(name=name, key=key) for name in names for key in identity.keys_of(name.text)),
        batch_size=BATCH,
    )
    search.reindex()
    likeness.rebuild()
    counted: list[type[models.Model]] = [*tables(), NameKey, Passage]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), counted):
            cursor.execute(statement)
