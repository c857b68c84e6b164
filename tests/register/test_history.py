"""The chain of events shows every change to it."""

import pytest
from django.db import transaction

from hapjak.register import history
from hapjak.register.models import Action, Event, EventPayload, Record, RecordKind

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def three_events():
    record = Record.objects.create(kind=RecordKind.PERSON)
    return [
        history.append(record, Action.REGISTERED, actor=None, payload={"name": name})
        for name in ("심약천", "沈若川", "Shen Ruochuan")
    ]


def test_a_whole_chain_has_no_faults(three_events):
    assert [event.sequence for event in three_events] == [1, 2, 3]
    assert history.verify() == []


def test_a_changed_step_shows(three_events, intruder):
    Event.objects.filter(sequence=2).update(reason="changed later")
    assert history.verify() == ["event 2 does not follow from the one before"]


def test_a_changed_payload_shows(three_events, intruder):
    EventPayload.objects.filter(event_id=2).update(content={"name": "someone else"})
    assert history.verify() == ["the payload of event 2 was changed"]


def test_a_missing_step_shows(three_events, intruder):
    EventPayload.objects.filter(event_id=2).delete()
    Event.objects.filter(sequence=2).delete()
    assert "event 2 is missing" in history.verify()


def test_a_cut_off_end_shows(three_events, intruder):
    EventPayload.objects.filter(event_id=3).delete()
    Event.objects.filter(sequence=3).delete()
    assert history.verify() == ["the head of the chain does not match the last event"]


def test_an_erased_payload_leaves_the_chain_whole(three_events):
    EventPayload.objects.filter(event_id=2).delete()
    assert history.verify() == []


@pytest.mark.django_db(transaction=True)
def test_an_event_needs_a_transaction():
    record = Record.objects.create(kind=RecordKind.PERSON)
    with pytest.raises(transaction.TransactionManagementError):
        history.append(record, Action.REGISTERED, actor=None)
    assert not Event.objects.exists()
