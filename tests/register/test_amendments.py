"""Registered wording changes by consent of all sides alone, whatever the tool."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from hapjak.accounts.models import Membership, Role, User
from hapjak.desk import actions
from hapjak.register import amendments, frozen, history
from hapjak.register.amendments import NewWording, consent, propose, withdraw
from hapjak.register.models import Action, Citation, Commitment, Consent
from hapjak.register.refused import Refused
from tests.conftest import TEXT

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PUBLIC = AnonymousUser()
NEW = NewWording("빙설산업과 관광 협력을 강화", "ko-CN")


@pytest.fixture
def line(taken_in, registrar):
    return actions.accept(taken_in.findings.get(local_id="c1"), registrar).commitment


@pytest.fixture
def bound(partners):
    """A registrar for each side."""
    users = [User.objects.create_user(f"side-{n}") for n in range(len(partners))]
    for user, partner in zip(users, partners, strict=True):
        Membership.objects.create(user=user, role=Role.REGISTRAR, partner=partner)
    return users


def test_it_stands_when_every_side_consented(line, registrar, partners, bound):
    amendment = propose(line, registrar, NEW, "agreed at the joint conference")
    assert amendment.record.attested_by == registrar
    assert not consent(amendment, partners[0], bound[0])
    assert list(Commitment.objects.visible_to(PUBLIC).standing()) == [line]
    assert consent(amendment, partners[1], bound[1])
    assert list(Commitment.objects.visible_to(PUBLIC).standing()) == [amendment]
    assert list(Commitment.objects.visible_to(registrar).standing()) == [amendment]
    line.refresh_from_db()
    assert line.wording == "빙설산업 협력을 강화"
    shown = amendments.versions(line, PUBLIC)
    assert [version.commitment for version in shown] == [line, amendment]
    assert [given.partner for given in shown[1].consents] == partners
    told = [event.action for event in amendment.record.events.all()]
    assert told == [
        *(Action.PROPOSED, Action.CONSENTED, Action.CONSENTED),
        *(Action.REGISTERED, Action.PUBLISHED),
    ]
    assert Action.ENDED in [event.action for event in line.record.events.all()]
    assert history.verify() == []


def test_the_public_sees_nothing_of_a_proposal(line, registrar):
    amendment = propose(line, registrar, NEW)
    assert not Commitment.objects.visible_to(PUBLIC).filter(pk=amendment.pk).exists()
    assert not amendments.versions(line, PUBLIC)
    [_, proposed] = amendments.versions(line, registrar)
    assert proposed.proposed and len(proposed.missing) == 2


def test_who_is_bound_to_no_side_cannot_consent(line, registrar, partners, bound):
    amendment = propose(line, registrar, NEW)
    analyst = User.objects.create_user("analyst")
    Membership.objects.create(user=analyst, role=Role.ANALYST, partner=partners[0])
    for user, partner in [
        (registrar, partners[0]),  # for the whole register, so for no side
        (bound[1], partners[0]),  # of the other side
        (analyst, partners[0]),  # no registrar
    ]:
        with pytest.raises(PermissionDenied):
            consent(amendment, partner, user)
    assert not Consent.objects.exists()


def test_nobody_consents_for_two_sides(line, registrar, partners, bound):
    Membership.objects.create(user=bound[0], role=Role.REGISTRAR, partner=partners[1])
    amendment = propose(line, registrar, NEW)
    consent(amendment, partners[0], bound[0])
    consent(amendment, partners[0], bound[0])
    with pytest.raises(Refused):
        consent(amendment, partners[1], bound[0])
    assert Consent.objects.count() == 1


def test_a_third_partner_has_no_say(line, registrar, bound):
    from hapjak.register.identity import create_partner

    third = create_partner("XA-HS", {"en": "Heshan County"}, invented=True)
    Membership.objects.create(user=bound[0], role=Role.REGISTRAR, partner=third)
    with pytest.raises(PermissionDenied):
        consent(propose(line, registrar, NEW), third, bound[0])


def test_one_amendment_at_a_time_and_of_the_wording_in_force(line, registrar, partners, bound):
    amendment = propose(line, registrar, NEW)
    with pytest.raises(Refused):
        propose(line, registrar, NewWording("또 다른 문구", "ko-CN"))
    with pytest.raises(Refused):
        propose(amendment, registrar, NewWording("또 다른 문구", "ko-CN"))
    for user, partner in zip(bound, partners, strict=True):
        consent(amendment, partner, user)
    with pytest.raises(Refused):
        propose(line, registrar, NewWording("또 다른 문구", "ko-CN"))
    third = propose(amendment, registrar, NewWording("또 다른 문구", "ko-CN"))
    assert [v.commitment for v in amendments.versions(line, registrar)] == [line, amendment, third]
    with pytest.raises(Refused):
        consent(amendment, partners[0], bound[0])


def test_a_withdrawn_proposal_is_gone_and_another_may_come(line, registrar, partners, bound):
    amendment = propose(line, registrar, NEW)
    consent(amendment, partners[0], bound[0])
    withdraw(amendment, registrar, "wrong word")
    with pytest.raises(Refused):
        consent(amendment, partners[1], bound[1])
    assert not amendments.versions(line, registrar)
    assert amendment.record.events.last().reason == "wrong word"
    again = propose(line, registrar, NEW)
    for user, partner in zip(bound, partners, strict=True):
        consent(again, partner, user)
    with pytest.raises(Refused):
        withdraw(again, registrar)


def test_words_of_a_document_are_cited_where_they_stand(line, registrar, taken_in):
    given = NewWording("운항에 량식을 공급", "en", document=taken_in.document)
    amendment = propose(line, registrar, given)
    cited = Citation.objects.get(record=amendment.record)
    assert TEXT[cited.start : cited.end] == cited.quote == amendment.wording
    assert (amendment.language, amendment.record.attested_by) == ("ko-CN", None)


@pytest.mark.parametrize(
    "wrong",
    [{"wording": " "}, {"wording": "빙설산업 협력을 강화"}, {"due": "2031-02-30"}],
)
def test_a_wrong_proposal_changes_nothing(line, registrar, wrong):
    from dataclasses import replace

    count = Commitment.objects.count()
    with pytest.raises(Refused):
        propose(line, registrar, replace(NEW, **wrong))
    assert Commitment.objects.count() == count


def test_words_that_do_not_stand_in_the_document_are_refused(line, registrar, taken_in):
    with pytest.raises(Refused):
        propose(line, registrar, NewWording("없는 말", "ko-CN", document=taken_in.document))


def test_a_line_of_one_side_has_nobody_to_decide_with(line, registrar):
    line.to.clear()
    line.meeting.parties.clear()
    with pytest.raises(Refused):
        propose(line, registrar, NEW)


def test_code_admin_and_sql_cannot_change_registered_wording(line, client):
    frozen.freeze(connection)
    softer = "빙설산업을 소개"
    line.wording = softer
    with pytest.raises(IntegrityError), transaction.atomic():
        line.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.filter(pk=line.pk).update(wording=softer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.bulk_update([line], ["wording"])
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE register_commitment SET wording = %s", [softer])
    with pytest.raises(IntegrityError), transaction.atomic():
        line.delete()
    client.force_login(User.objects.create_superuser("root"))
    for view in ("change", "delete"):
        address = reverse(f"admin:register_commitment_{view}", args=[line.pk])
        assert client.post(address, {"wording": softer, "post": "yes"}).status_code == 403
    assert client.post(reverse("admin:register_commitment_add")).status_code == 403
    line.refresh_from_db()
    assert line.wording == "빙설산업 협력을 강화"
