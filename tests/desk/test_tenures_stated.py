"""Dates of a post stated by hand: an attester, an event, and two people at once."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from hapjak.accounts.models import Membership, Role, User
from hapjak.desk import identities_tenures
from hapjak.register import history, tenures
from hapjak.register.models import Action, Organisation, Tenure
from tests.register.test_tenures import report
from tests.reports import record_of, register

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def person(partners, registrar):
    return record_of(register(report("沈若川", "2031-08-30"), registrar), "p0").person


@pytest.fixture
def address(person):
    body = Organisation.objects.get()
    return reverse("desk:tenure", args=[body.pk, "governor"])


def holding(user):
    [found] = tenures.of_body(Organisation.objects.get().record, user)
    return found


def send(client, address, person, **data):
    page = client.get(address)
    return client.post(
        address, {"person": person.pk, "seen": page.context["seen"], **data}, follow=True
    )


def test_a_registrar_states_since_and_until(desk, registrar, person, address):
    page = send(desk, address, person, since="2030年1月", until="2032-03-01", reason="gazette")
    assert "2030-01" in page.content.decode()
    stated = Tenure.objects.get(document=None)
    assert (stated.since, stated.until, stated.attested_by) == ("2030-01", "2032-03-01", registrar)
    event = person.record.events.last()
    assert (event.action, event.actor, event.reason) == (Action.ENTERED, registrar, "gazette")
    assert history.verify() == []


def test_the_last_statement_counts_and_none_takes_back(desk, registrar, person, address):
    send(desk, address, person, since="2030")
    send(desk, address, person, since="2029-05")
    assert holding(registrar).since == "2029-05"
    send(desk, address, person)
    assert holding(registrar).stated is None
    assert Tenure.objects.filter(document=None).count() == 3


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"since": "May 2021"}, "no year, month or day"),
        ({"since": "2021-02-30"}, "no year, month or day"),
        ({"since": "2022", "until": "2021"}, "end lies before the start"),
        ({}, "since when or until when"),
        ({"since": "9" * 6000}, "at most 20"),
    ],
)
def test_bad_dates_are_refused_with_a_sentence(desk, person, address, data, fault):
    page = send(desk, address, person, **data)
    assert page.status_code == 400
    assert fault in page.content.decode()
    assert not Tenure.objects.filter(document=None).exists()


def test_two_people_at_once_do_not_cross(desk, registrar, person, address):
    seen = desk.get(address).context["seen"]
    send(desk, address, person, since="2030")
    page = desk.post(address, {"person": person.pk, "seen": seen, "since": "2020"})
    assert "meanwhile" in page.content.decode()
    assert holding(registrar).since == "2030"


def test_only_registrars_state(person, address, client):
    analyst = User.objects.create_user("analyst", password="a long pass phrase")
    Membership.objects.create(user=analyst, role=Role.ANALYST)
    client.force_login(analyst)
    assert client.get(address).status_code == 403
    with pytest.raises(PermissionDenied):
        identities_tenures.state(
            person, holding(analyst).post, analyst, since="2030", until="", seen="0"
        )


def test_an_unknown_post_or_person_is_not_found(desk, person, address):
    body = Organisation.objects.get()
    assert desk.get(reverse("desk:tenure", args=[body.pk, "mayor"])).status_code == 404
    page = desk.post(address, {"person": "nobody", "seen": "0", "since": "2030"})
    assert page.status_code == 400


def test_a_person_is_compared_with_a_name_that_is_typed(desk, person):
    other = reverse("desk:identity-others", args=[person.pk])
    assert "No registered spelling leads here." in desk.get(other).content.decode()
    register(report("赵明哲", "2031-08-30"), User.objects.get(username="registrar"))
    page = desk.get(other + "?name=조명철")
    assert "赵明哲" in page.content.decode()
