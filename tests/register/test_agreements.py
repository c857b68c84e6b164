"""Agreements as objects: their tree, signers and term, and the lines under them."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from hapjak.accounts.models import User
from hapjak.register import agreements, history, joining
from hapjak.register.agreements import Terms, put_under, set_terms, tree_of
from hapjak.register.models import Action, Agreement, Person, Verdict
from hapjak.register.refused import Outdated, Refused
from tests.reports import Line, Report, record_of, register

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PAPERS = [("기본협약", "framework"), ("량식협약", "sub_agreement"), ("관광협약", "sub_agreement")]


@pytest.fixture
def reading(partners, registrar):
    report = Report(
        outlet="청람일보",
        form="ko-CN",
        sides=("청람성", "운항시"),
        people=[("심약천", "청람성", "성장")],
        lines=[Line("량식을 공급", "AGR01", "심약천", by="청람성")],
        papers=PAPERS,
    )
    return register(report, registrar)


@pytest.fixture
def papers(reading):
    return [record_of(reading, f"a{n}").agreement for n in range(3)]


def place(agreement, parent, user):
    agreement = Agreement.objects.select_related("record").get(pk=agreement.pk)
    set_terms(agreement, user, Terms(part_of=parent), agreement.record.version)


def shape(node):
    return (str(node.agreement), node.here, [shape(part) for part in node.parts])


def test_a_tree_is_shown_from_any_of_its_agreements(papers, registrar):
    frame, grain, tours = papers
    assert tree_of(frame, registrar) is None
    place(grain, frame, registrar)
    place(tours, grain, registrar)
    expected = ("기본협약", False, [("량식협약", True, [("관광협약", False, [])])])
    assert shape(tree_of(grain, AnonymousUser())) == expected


def test_a_tree_reaches_over_reports_that_are_one(papers, registrar, partners):
    again = Report(outlet="운항일보", form="ko-CN", sides=("청람성", "운항시"), papers=PAPERS[:1])
    other = record_of(register(again, registrar), "a0")
    place(papers[1], other.agreement, registrar)
    joining.judge(other, papers[0].record, Verdict.SAME, registrar)
    tree = tree_of(papers[1], registrar)
    assert shape(tree) == ("기본협약", False, [("량식협약", True, [])])


def test_what_may_not_be_seen_is_no_part_of_a_tree(papers, registrar):
    frame, grain, tours = papers
    place(grain, frame, registrar)
    place(tours, frame, registrar)
    grain.record.visibility = "office"
    grain.record.save()
    assert shape(tree_of(frame, AnonymousUser()))[2] == [("관광협약", False, [])]


def test_nothing_belongs_to_itself(papers, registrar):
    frame, grain, tours = papers
    place(grain, frame, registrar)
    place(tours, grain, registrar)
    for parent in (frame, grain, tours):
        with pytest.raises(Refused):
            place(frame, parent, registrar)


def test_terms_are_one_step_of_the_history(papers, registrar):
    signer = Person.objects.get()
    terms = Terms(papers[0], "2031-8-30", "2036", [signer])
    set_terms(papers[1], registrar, terms, 1)
    grain = Agreement.objects.get(pk=papers[1].pk)
    assert (grain.date, grain.expires, list(grain.signed_by.all())) == (
        "2031-08-30",
        "2036",
        [signer],
    )
    event = grain.record.events.last()
    assert event.action == Action.ENTERED
    assert event.payload.content["after"]["part_of"] == papers[0].pk
    set_terms(grain, registrar, terms, 2)  # nothing new, so no step
    assert grain.record.events.last() == event
    assert history.verify() == []


@pytest.mark.parametrize(
    "terms", [Terms(date="2031-02-30"), Terms(date="2031", expires="2030-12"), Terms(date="soon")]
)
def test_wrong_days_change_nothing(papers, registrar, terms):
    before = Agreement.objects.values().get(pk=papers[1].pk)
    with pytest.raises(Refused):
        set_terms(papers[1], registrar, terms, 1)
    assert Agreement.objects.values().get(pk=papers[1].pk) == before


def test_who_comes_second_is_told(papers, registrar):
    set_terms(papers[0], registrar, Terms(expires="2036"), 1)
    with pytest.raises(Outdated):
        set_terms(papers[0], registrar, Terms(expires="2040"), 1)
    assert Agreement.objects.get(pk=papers[0].pk).expires == "2036"


def test_a_line_stands_under_an_agreement(reading, papers, registrar):
    line = record_of(reading, "c0").commitment
    put_under(line, papers[1], registrar)
    put_under(line, papers[1], registrar)
    assert [event.action for event in line.record.events.all()].count(Action.ENTERED) == 1
    put_under(line, None, registrar)
    assert not papers[1].commitments.exists()


def test_only_registrars_set_terms(reading, papers):
    stranger = User.objects.create_user("stranger")
    with pytest.raises(PermissionDenied):
        set_terms(papers[0], stranger, Terms(), 1)
    with pytest.raises(PermissionDenied):
        put_under(record_of(reading, "c0").commitment, papers[0], stranger)
    assert agreements.parent_of(papers[0]) is None
