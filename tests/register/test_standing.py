"""Standing bodies and pairings: entered by a named person, ended, never deleted."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from hapjak.accounts.models import User
from hapjak.register import history, search, standing
from hapjak.register.models import Action, Body, Organisation, Pairing, Partnership, Person
from hapjak.register.refused import Outdated, Refused
from hapjak.register.standing import NewBody, NewPairing
from tests.reports import Report, register

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PUBLIC = AnonymousUser()
CONFERENCE = NewBody("joint_conference", " 청람  운항 련석회의 ", "ko-CN", "yearly", "2031-05")


@pytest.fixture
def partnership(partners, registrar):
    people = [("심약천", "청람성", "성장"), ("조명철", "운항시", "시장")]
    report = Report(outlet="청람일보", form="ko-CN", sides=("청람성", "운항시"), people=people)
    register(report, registrar)
    return Partnership.objects.get()


@pytest.fixture
def pair(partnership, partners, registrar):
    first = standing.department(partners[0], "청람성 농업농촌청", "", registrar)
    second = standing.department(partners[1], "云港市商务局", "", registrar)
    liaisons = list(Person.objects.all())
    given = NewPairing(first, second, ["AGR"], liaisons, "quarterly", "2031")
    return standing.enter_pairing(partnership, registrar, given)


def test_a_body_is_attested_by_who_enters_it(partnership, registrar):
    body = standing.enter_body(partnership, registrar, CONFERENCE)
    assert (body.name, body.since) == ("청람 운항 련석회의", "2031-05")
    assert body.record.attested_by == registrar
    assert standing.enter_body(partnership, registrar, CONFERENCE) == body
    assert [event.action for event in body.record.events.all()] == [Action.ENTERED]
    assert not standing.bodies_of(partnership, PUBLIC)
    assert history.verify() == []


def test_it_is_ended_with_a_day_and_stays(partnership, registrar):
    body = standing.enter_body(partnership, registrar, CONFERENCE)
    for until in ("", "2031-04", "2031-13"):
        with pytest.raises(Refused):
            standing.end(body, registrar, until, "", 1)
    standing.end(body, registrar, "2033", "merged", 1)
    with pytest.raises(Outdated):
        standing.end(Body.objects.get(), registrar, "2034", "", 1)
    with pytest.raises(Refused):
        standing.end(Body.objects.get(), registrar, "2034", "", 2)
    assert [body.until for body in standing.bodies_of(partnership, registrar)] == ["2033"]
    event = body.record.events.last()
    assert (event.action, event.reason) == (Action.ENDED, "merged")
    again = standing.enter_body(partnership, registrar, CONFERENCE)
    assert [b.pk for b in standing.bodies_of(partnership, registrar)] == [again.pk, body.pk]


def test_a_body_is_seen_like_its_partnership(partnership, registrar):
    body = standing.enter_body(partnership, registrar, CONFERENCE)
    partnership.record.visibility = "office"
    partnership.record.save()
    with pytest.raises(Refused):
        standing.publish(body, registrar)
    partnership.record.visibility = "public"
    partnership.record.save()
    standing.publish(body, registrar)
    assert list(standing.bodies_of(partnership, PUBLIC)) == [body]


def test_departments_are_paired(pair, partnership, registrar):
    assert [body.language for body in (pair.first, pair.second)] == ["ko-CN", "zh-Hans"]
    assert pair.first.record.attested_by == registrar
    assert not standing.pairings_of(partnership, PUBLIC)
    standing.publish(pair, registrar)
    hidden = Person.objects.first().record
    hidden.visibility = "office"
    hidden.save()
    [shown] = standing.pairings_of(partnership, PUBLIC)
    assert (shown.pairing, len(shown.liaisons)) == (pair, 1)
    [seen] = standing.pairings_of(partnership, registrar)
    assert len(seen.liaisons) == 2
    assert history.verify() == []


def test_a_department_is_known_by_its_name(pair, partners, registrar):
    count = Organisation.objects.count()
    assert standing.department(partners[0], "청람성  농업농촌청", "", registrar) == pair.first
    other = standing.department(partners[1], "청람성 농업농촌청", "", registrar)
    assert other != pair.first
    assert Organisation.objects.count() == count + 1
    assert any(f.record == pair.first.pk for f in search.finds(["농업농촌청"], registrar))


def test_two_are_paired_once_and_again_after_an_end(pair, partnership, registrar):
    turned = NewPairing(pair.second, pair.first)
    with pytest.raises(Refused):
        standing.enter_pairing(partnership, registrar, turned)
    standing.end(pair, registrar, "2032", "", 1)
    standing.enter_pairing(partnership, registrar, turned)
    assert Pairing.objects.count() == 2


def test_a_pairing_is_of_the_two_sides(pair, partnership, partners, registrar):
    from hapjak.register.identity import create_partner

    third = create_partner("XA-HS", {"en": "Heshan County"}, invented=True)
    same = standing.department(partners[0], "청람성 상무청", "", registrar)
    strange = standing.department(third, "Office of Trade", "", registrar)
    for second in (same, strange):
        with pytest.raises(Refused):
            standing.enter_pairing(partnership, registrar, NewPairing(pair.first, second))
    assert Pairing.objects.count() == 1


def test_only_registrars_enter_and_end(pair, partnership, partners, registrar):
    stranger = User.objects.create_user("stranger")
    for act in (
        lambda: standing.enter_body(partnership, stranger, CONFERENCE),
        lambda: standing.enter_pairing(partnership, stranger, NewPairing(pair.first, pair.second)),
        lambda: standing.department(partners[0], "x", "", stranger),
        lambda: standing.end(pair, stranger, "2033", "", 1),
        lambda: standing.publish(pair, stranger),
    ):
        with pytest.raises(PermissionDenied):
            act()
