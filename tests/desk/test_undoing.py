"""Taking decisions back: what is withdrawn, what stands in the way, and that it can be made again."""

from __future__ import annotations

import pytest
from django.urls import reverse

from hapjak.desk import actions
from hapjak.desk.models import Decision
from hapjak.desk.undoing import BuiltOn, NotAccepted, undo
from hapjak.register import history, search
from hapjak.register.models import Citation, Comment, Commitment, Person, Record
from tests.conftest import TEXT, make_reading

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def finding(reading, local_id):
    return reading.findings.get(local_id=local_id)


def test_an_accepted_line_is_open_again_and_its_fact_is_not_there(taken_in, registrar):
    record = actions.accept(finding(taken_in, "c2"), registrar)
    undo(finding(taken_in, "c2"), registrar, reason="misread")
    assert finding(taken_in, "c2").decision == Decision.OPEN
    assert not Commitment.objects.visible_to(registrar).exists()
    assert record.pk not in [find.record for find in search.finds(["량식"], registrar)]
    assert Record.objects.get(pk=record.pk).events.last().reason == "misread"
    assert history.verify() == []


def test_it_can_be_accepted_anew(taken_in, registrar):
    actions.accept(finding(taken_in, "c2"), registrar)
    undo(finding(taken_in, "c2"), registrar)
    record = actions.accept(finding(taken_in, "c2"), registrar)
    assert list(Commitment.objects.visible_to(registrar)) == [record.commitment]
    assert Citation.objects.standing().filter(record=record).count() == 1


def test_what_others_stand_on_is_named_and_kept(taken_in, registrar):
    actions.accept(finding(taken_in, "c2"), registrar)
    with pytest.raises(BuiltOn) as built:
        undo(finding(taken_in, "p1"), registrar)
    assert {other.local_id for other in built.value.findings} == {"m1", "c2"}
    assert finding(taken_in, "p1").decision == Decision.ACCEPTED


def test_a_fact_with_a_comment_is_kept(taken_in, registrar):
    record = actions.accept(finding(taken_in, "c1"), registrar)
    Comment.objects.create(record=record, author=registrar, text="asked the farm bureau")
    with pytest.raises(BuiltOn):
        undo(finding(taken_in, "c1"), registrar)


def test_a_person_told_of_elsewhere_stays_without_this_citation(taken_in, registrar):
    actions.accept(finding(taken_in, "p1"), registrar)
    text = TEXT.replace("5월 12일", "6월 20일")
    other = make_reading(text, "later.txt")
    from hapjak.register.documents import Provenance

    later = actions.take_in(text.encode(), other, Provenance(file_name="later.txt"), registrar)
    actions.accept(finding(later, "p1"), registrar)
    assert Person.objects.count() == 1
    undo(finding(later, "p1"), registrar)
    person = Person.objects.visible_to(registrar).get()
    documents = Citation.objects.visible_to(registrar).filter(record=person.record)
    assert {citation.document_id for citation in documents} == {taken_in.document_id}


def test_only_what_was_accepted_can_be_taken_back(taken_in, registrar):
    with pytest.raises(NotAccepted):
        undo(finding(taken_in, "c1"), registrar)


def test_an_old_version_is_refused(taken_in, registrar):
    seen = finding(taken_in, "c1").version
    actions.accept(finding(taken_in, "c1"), registrar)
    with pytest.raises(actions.Outdated):
        undo(finding(taken_in, "c1"), registrar, version=seen)


def test_a_meeting_taken_back_takes_its_people_and_bodies_back_too(taken_in, registrar):
    actions.accept(finding(taken_in, "m1"), registrar)
    assert taken_in.findings.filter(decision=Decision.ACCEPTED).count() == 4
    undo(finding(taken_in, "m1"), registrar)
    assert not taken_in.findings.exclude(decision=Decision.OPEN).exists()
    assert not Person.objects.visible_to(registrar).exists()
    actions.accept(finding(taken_in, "m1"), registrar)
    assert [person.name for person in Person.objects.visible_to(registrar)] == ["심약천"]


def test_what_another_decision_needs_stays(taken_in, registrar):
    actions.accept(finding(taken_in, "m1"), registrar)
    actions.accept(finding(taken_in, "c1"), registrar)
    undo(finding(taken_in, "c1"), registrar)
    assert finding(taken_in, "m1").decision == Decision.ACCEPTED
    actions.accept(finding(taken_in, "c1"), registrar)
    with pytest.raises(BuiltOn) as built:
        undo(finding(taken_in, "m1"), registrar)
    assert [other.local_id for other in built.value.findings] == ["c1"]


def test_the_page_says_who_decided_and_links_what_stands_on_it(desk, taken_in, registrar):
    record = actions.accept(finding(taken_in, "c2"), registrar)
    page = reverse("desk:undo", args=[finding(taken_in, "m1").pk])
    shown = desk.post(page, {"version": finding(taken_in, "m1").version}, follow=True)
    text = shown.content.decode()
    assert "Undo them first" in text
    assert 'at=c2#c2"' in text
    assert "registrar <time" in text
    Comment.objects.create(record=record, author=registrar, text="asked")
    page = reverse("desk:undo", args=[finding(taken_in, "c2").pk])
    text = desk.post(page, {"version": 2}, follow=True).content.decode()
    assert reverse("public:commitment", args=[record.pk]) in text
    assert "commented" in text
