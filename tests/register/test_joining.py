"""Judgements: who is one, what blocks it, and that undoing restores."""

from __future__ import annotations

import itertools

import pytest

from hapjak.register import history, joining
from hapjak.register.models import Judgement, Record, RecordKind, Verdict, Visibility

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def people(db):
    return [Record.objects.create(kind=RecordKind.PERSON) for _ in range(4)]


def heads() -> list[str | None]:
    return list(Record.objects.order_by("pk").values_list("joined_into_id", flat=True))


def test_the_oldest_stands_for_all(people, registrar):
    a, b, c, d = people
    joining.judge(c, b, Verdict.SAME, registrar)
    joining.judge(b, a, Verdict.SAME, registrar)
    assert heads() == [None, a.pk, a.pk, None]
    assert list(Record.objects.standing().order_by("pk")) == [a, d]
    assert {record.pk for record in joining.family(Record.objects.get(pk=c.pk))} == {
        a.pk,
        b.pk,
        c.pk,
    }


def test_a_public_one_stands_before_an_older_one_of_the_office(people, registrar):
    a, b, *_ = people
    Record.objects.filter(pk=b.pk).update(visibility=Visibility.PUBLIC)
    joining.judge(a, b, Verdict.SAME, registrar)
    assert heads()[:2] == [b.pk, None]


def test_undoing_restores_whatever_the_order(people, registrar):
    pairs = list(itertools.pairwise(people))
    for undone in range(3):
        made = [joining.judge(*pair, Verdict.SAME, registrar) for pair in pairs]
        assert heads() == [None, *[people[0].pk] * 3]
        joining.undo(made[undone], registrar)
        left, right = people[: undone + 1], people[undone + 1 :]
        assert heads() == [
            *[None, *[left[0].pk] * (len(left) - 1)],
            *[None, *[right[0].pk] * (len(right) - 1)],
        ]
        for judgement in made:
            joining.undo(judgement, registrar)
        assert heads() == [None] * 4


def test_what_was_told_apart_is_not_joined_through_others(people, registrar):
    a, b, c, _ = people
    apart = joining.judge(a, c, Verdict.DIFFERENT, registrar)
    joining.judge(a, b, Verdict.SAME, registrar)
    with pytest.raises(joining.Blocked) as blocked:
        joining.judge(b, c, Verdict.SAME, registrar)
    assert blocked.value.judgement == apart
    joining.undo(apart, registrar)
    joining.judge(b, c, Verdict.SAME, registrar)
    assert heads()[:3] == [None, a.pk, a.pk]


def test_what_is_joined_is_not_told_apart_before_it_is_undone(people, registrar):
    a, b, c, _ = people
    joining.judge(a, b, Verdict.SAME, registrar)
    joining.judge(b, c, Verdict.SAME, registrar)
    for pair in ((a, b), (a, c)):
        with pytest.raises(joining.Blocked):
            joining.judge(*pair, Verdict.DIFFERENT, registrar)


def test_unsure_gives_way_and_a_repeated_judgement_is_one(people, registrar):
    a, b, *_ = people
    joining.judge(a, b, Verdict.UNSURE, registrar)
    first = joining.judge(b, a, Verdict.SAME, registrar)
    assert joining.judge(a, b, Verdict.SAME, registrar) == first
    assert Judgement.objects.standing().count() == 1


def test_two_kinds_or_one_record_are_no_pair(people, registrar):
    meeting = Record.objects.create(kind=RecordKind.MEETING)
    for other in (meeting, people[0]):
        with pytest.raises(joining.OtherKind):
            joining.judge(people[0], other, Verdict.SAME, registrar)
    assert not Judgement.objects.exists()


def test_history_names_both_and_holds(people, registrar):
    a, b, *_ = people
    joining.undo(joining.judge(a, b, Verdict.SAME, registrar, "one face"), registrar)
    for record in (a, b):
        assert [event.action for event in record.events.all()] == ["judged", "parted"]
    assert history.verify() == []
