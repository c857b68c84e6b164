"""The database refuses to rewrite what is registered, also from outside the code."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from hapjak.desk import actions
from hapjak.register import frozen, joining
from hapjak.register.models import (
    Citation,
    Commitment,
    Document,
    Event,
    EventPayload,
    Judgement,
    Record,
    RecordKind,
    Verdict,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def register(taken_in, registrar):
    frozen.freeze(connection)
    actions.accept(taken_in.findings.get(local_id="c1"), registrar)
    people = [Record.objects.create(kind=RecordKind.PERSON) for _ in range(2)]
    joining.judge(*people, Verdict.SAME, registrar)


CHANGES = [
    (Commitment, {"wording": "something softer"}),
    (Citation, {"quote": "something else"}),
    (Citation, {"start": 0}),
    (Document, {"text": "something else"}),
    (Event, {"reason": "another reason"}),
    (EventPayload, {"content": {}}),
    (Judgement, {"verdict": Verdict.DIFFERENT}),
]


@pytest.mark.parametrize(("model", "change"), CHANGES)
def test_no_row_is_rewritten(register, model, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(**change)


@pytest.mark.parametrize("model", [Commitment, Citation, Event, Judgement])
def test_no_row_is_deleted(register, model):
    table = connection.ops.quote_name(model._meta.db_table)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")


def test_what_is_no_wording_may_be_set_right(register):
    assert Commitment.objects.update(due="2026-01")
    assert Document.objects.update(title="another title")


def test_a_payload_may_be_erased(register):
    assert EventPayload.objects.all().delete()[0]
