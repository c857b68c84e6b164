"""Decisions at the desk: a person decides once, and nothing is half done."""

import pytest
from django.core.exceptions import PermissionDenied

from hapjak.accounts.models import User
from hapjak.desk import actions
from hapjak.desk.models import Decision
from hapjak.register import history
from hapjak.register.documents import Provenance
from hapjak.register.models import (
    Action,
    Citation,
    Commitment,
    Document,
    Event,
    Meeting,
    Partnership,
    Person,
    Record,
)
from tests.conftest import TEXT, make_reading

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def finding_of(reading, local_id):
    return reading.findings.get(local_id=local_id)


def test_reading_alone_registers_nothing(taken_in):
    assert taken_in.findings.open().count() == taken_in.findings.count() == 6
    assert not Commitment.objects.exists()
    assert not Person.objects.exists()


def test_an_accepted_commitment_is_a_fact_with_its_sentence(taken_in, registrar):
    actions.accept(finding_of(taken_in, "c1"), registrar)
    commitment = Commitment.objects.get()
    assert commitment.wording == "빙설산업 협력을 강화"
    assert commitment.speaker is not None and commitment.speaker.name == "심약천"
    assert [body.name for body in commitment.by.all()] == ["청람성"]
    citation = Citation.objects.get(record=commitment.record)
    assert citation.quote == TEXT[citation.start : citation.end] == commitment.wording


def test_accepting_takes_along_what_it_refers_to(taken_in, registrar):
    actions.accept(finding_of(taken_in, "c1"), registrar)
    accepted = taken_in.findings.filter(decision=Decision.ACCEPTED)
    assert set(accepted.values_list("local_id", flat=True)) == {"o1", "o2", "p1", "m1", "c1"}
    assert Meeting.objects.get().date == "2021-05-12"
    assert Partnership.objects.get().key == "XA-QL+XA-YG"


def test_what_was_rejected_stays_out(taken_in, registrar):
    actions.reject(finding_of(taken_in, "p1"), registrar)
    actions.accept(finding_of(taken_in, "c1"), registrar)
    assert Commitment.objects.get().speaker is None
    assert not Person.objects.exists()


def test_every_decision_leaves_an_event(taken_in, registrar):
    before = Event.objects.count()
    actions.accept(finding_of(taken_in, "o1"), registrar)
    actions.reject(finding_of(taken_in, "c2"), registrar, reason="praise")
    steps = Event.objects.filter(sequence__gt=before)
    assert [step.action for step in steps] == [Action.REGISTERED, Action.REJECTED]
    assert {step.actor for step in steps} == {registrar}
    assert history.verify() == []


def test_a_second_mention_cites_the_same_fact(taken_in, registrar):
    actions.accept(finding_of(taken_in, "m1"), registrar)
    text = "머리말.\n" + TEXT
    other = actions.take_in(
        text.encode(), make_reading(text, "copy.txt"), Provenance(file_name="copy.txt"), registrar
    )
    actions.accept(finding_of(other, "p1"), registrar)
    person = Person.objects.get()
    assert person.record.citations.count() == 2
    assert Event.objects.filter(record=person.record).last().action == Action.CITED


def test_a_correction_changes_the_finding_before_it_is_registered(taken_in, registrar):
    start = TEXT.index("빙설산업")
    changes = {"start": start, "end": start + 4, "firmness": "intention", "speaker": None}
    actions.correct(finding_of(taken_in, "c1"), registrar, changes)
    actions.accept(finding_of(taken_in, "c1"), registrar)
    commitment = Commitment.objects.get()
    assert (commitment.wording, commitment.firmness) == ("빙설산업", "intention")
    assert commitment.speaker is None


@pytest.mark.parametrize("span", [(-1, 3), (5, 5), (0, 10_000)])
def test_a_span_outside_the_text_is_refused(taken_in, registrar, span):
    changes = {"start": span[0], "end": span[1]}
    with pytest.raises(ValueError, match=str(span[1])):
        actions.correct(finding_of(taken_in, "c1"), registrar, changes)
    assert finding_of(taken_in, "c1").version == 1


def test_the_second_of_two_reviewers_is_told(taken_in, registrar):
    seen = finding_of(taken_in, "c1")
    actions.correct(seen, registrar, {"firmness": "proposal"}, version=1)
    with pytest.raises(actions.Outdated):
        actions.accept(seen, registrar, version=1)
    actions.accept(seen, registrar, version=2)
    with pytest.raises(actions.Decided):
        actions.reject(seen, registrar, version=3)


def test_a_rejection_can_be_taken_back(taken_in, registrar):
    actions.reject(finding_of(taken_in, "c1"), registrar)
    actions.reopen(finding_of(taken_in, "c1"), registrar)
    assert finding_of(taken_in, "c1").decision == Decision.OPEN
    with pytest.raises(actions.Decided):
        actions.reopen(finding_of(taken_in, "c1"), registrar)


@pytest.mark.parametrize("act", [actions.accept, actions.reject, actions.reopen])
def test_only_registrars_decide(taken_in, act):
    stranger = User.objects.create_user("stranger")
    with pytest.raises(PermissionDenied):
        act(finding_of(taken_in, "c1"), stranger)
    assert finding_of(taken_in, "c1").decision == Decision.OPEN


def test_the_same_bytes_are_stored_once(taken_in, reading, registrar):
    again = actions.take_in(TEXT.encode(), reading, Provenance(file_name="again.txt"), registrar)
    assert again == taken_in
    assert Document.objects.count() == 1
    assert taken_in.findings.count() == 6


def test_a_fault_half_way_changes_nothing(taken_in, registrar, monkeypatch):
    records, events = Record.objects.count(), Event.objects.count()

    def fail(*args: object, **kwargs: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("hapjak.register.search.index_all", fail)
    with pytest.raises(OSError, match="disk full"):
        actions.accept(finding_of(taken_in, "c1"), registrar)
    assert (Record.objects.count(), Event.objects.count()) == (records, events)
    assert taken_in.findings.open().count() == 6


def test_publishing_shows_a_document_with_its_facts(reading, registrar, partners):
    stored = actions.take_in(TEXT.encode(), reading, Provenance(file_name="office.txt"), registrar)
    actions.accept(finding_of(stored, "c1"), registrar)
    assert not Record.objects.filter(visibility="public").exists()
    actions.publish(stored.document, registrar)
    commitment = Commitment.objects.get()
    assert commitment.record.visibility == "public"
    assert {partner.record.visibility for partner in Partnership.objects.get().partners.all()} == {
        "public"
    }
