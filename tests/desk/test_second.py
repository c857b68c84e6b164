"""A second reading: blind, compared once, adjudicated by a third act."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import override

from hapjak.accounts.models import Membership, Role, User
from hapjak.desk import actions, second
from hapjak.desk.models import Decision, SecondDecision, Winner
from hapjak.desk.second import Agreement
from hapjak.register import history
from hapjak.register.models import Action, Commitment
from tests.conftest import english_words

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ACCEPTED, REJECTED = Decision.ACCEPTED, Decision.REJECTED


@pytest.fixture(autouse=True)
def wanted(settings):
    settings.SECOND_READING = True


@pytest.fixture
def colleague(db):
    user = User.objects.create_user("colleague")
    Membership.objects.create(user=user, role=Role.REGISTRAR)
    return user


@pytest.fixture
def begun(taken_in, registrar, colleague):
    """The first accepted all but c2; the second has begun."""
    actions.reject(taken_in.findings.get(local_id="c2"), registrar)
    actions.accept(taken_in.findings.get(local_id="c1"), registrar)
    return second.start(taken_in, colleague)


def read_all(begun, colleague, **decisions: str) -> None:
    for finding in begun.reading.findings.all():
        decision = decisions.get(finding.local_id, ACCEPTED)
        second.decide(begun, finding, decision, colleague)
    second.finish(begun, colleague)


@pytest.fixture
def apart(begun, colleague):
    """Compared: the two differ on c1 (first accepts) and c2 (second accepts)."""
    read_all(begun, colleague, c1=REJECTED, c2=ACCEPTED)
    second.compare(begun, colleague)
    return begun


def row(apart, local_id: str) -> SecondDecision:
    return apart.decisions.get(finding__local_id=local_id)


@pytest.mark.parametrize(
    ("counts", "share", "kappa"),
    [
        ((20, 5, 10, 15), 0.7, 0.4),  # the example of Cohen's kappa in textbooks
        ((45, 15, 25, 15), 0.6, 0.1304),
        ((3, 0, 0, 2), 1.0, 1.0),
        ((0, 2, 2, 0), 0.0, -1.0),
        ((4, 0, 0, 0), 1.0, None),
        ((0, 0, 0, 0), None, None),
    ],
)
def test_agreement_is_counted_beyond_chance(counts, share, kappa):
    found = Agreement(*counts)
    assert found.share == (share if share is None else pytest.approx(share))
    assert found.kappa == (kappa if kappa is None else pytest.approx(kappa, abs=1e-4))


def test_who_took_part_in_the_first_reading_cannot_read_it_again(begun, taken_in, registrar):
    with pytest.raises(PermissionDenied):
        second.start(taken_in, registrar)


def test_it_is_off_unless_an_office_wants_it(taken_in, colleague, settings):
    settings.SECOND_READING = False
    with pytest.raises(PermissionDenied):
        second.start(taken_in, colleague)


def test_a_second_reading_registers_nothing(begun, colleague, taken_in):
    before = Commitment.objects.count()
    read_all(begun, colleague, c2=ACCEPTED)
    assert Commitment.objects.count() == before
    assert taken_in.document.record.events.last().action == Action.READ_AGAIN


def test_the_second_sees_nothing_of_the_first(begun, client, colleague, taken_in):
    client.force_login(colleague)
    review = client.get(reverse("desk:review", args=[taken_in.document_id]))
    assert review.status_code == 302
    assert review["Location"] == reverse("desk:second", args=[taken_in.document_id])
    page = client.get(reverse("desk:second", args=[taken_in.document_id])).content.decode()
    assert "registrar" not in page.split("<main")[1].split("<footer")[0]
    assert 'class="finding open"' in page
    assert 'class="finding accepted"' not in page
    assert 'class="finding rejected"' not in page


def test_corrections_and_additions_of_the_first_are_not_seen(
    taken_in, registrar, colleague, client
):
    from hapjak.desk.adding import add

    actions.correct(taken_in.findings.get(local_id="c1"), registrar, {"start": 60, "end": 65})
    add(taken_in, "person", 0, 3, registrar)
    original = taken_in.payload["commitments"][0]["quote"]
    client.force_login(colleague)
    client.post(reverse("desk:second", args=[taken_in.document_id]))
    sheet = client.get(reverse("desk:second", args=[taken_in.document_id])).context["sheet"]
    assert len(sheet.rows) == 6
    shown = next(r.finding for r in sheet.rows if r.finding.local_id == "c1")
    assert shown.quote == original


def test_only_its_reviewer_decides_in_it(begun, registrar, taken_in):
    with pytest.raises(PermissionDenied):
        second.decide(begun, taken_in.findings.first(), ACCEPTED, registrar)
    with pytest.raises(PermissionDenied):
        second.finish(begun, registrar)


def test_it_is_finished_when_all_is_decided_and_then_closed(begun, colleague, taken_in):
    with pytest.raises(second.NotYet):
        second.finish(begun, colleague)
    read_all(begun, colleague)
    with pytest.raises(actions.Decided):
        second.decide(begun, taken_in.findings.first(), REJECTED, colleague)


def test_the_two_are_compared_when_both_are_through(taken_in, registrar, colleague):
    begun = second.start(taken_in, colleague)
    read_all(begun, colleague)
    with pytest.raises(second.NotYet):
        second.compare(begun, registrar)


def test_the_first_holds_and_nothing_changes(apart, registrar):
    finding = row(apart, "c1").finding
    second.adjudicate(row(apart, "c1"), Winner.FIRST, finding.version, registrar)
    finding.refresh_from_db()
    assert (finding.decision, row(apart, "c1").winner) == (ACCEPTED, Winner.FIRST)


def test_the_second_holds_and_the_register_follows(apart, registrar):
    for local_id in ("c1", "c2"):
        version = row(apart, local_id).finding.version
        second.adjudicate(row(apart, local_id), Winner.SECOND, version, registrar)
    assert [c.wording for c in Commitment.objects.visible_to(registrar)] == ["운항에 량식을 공급"]
    assert history.verify() == []
    counts = second.agreement(list(apart.decisions.all()))
    assert (counts.only_first, counts.only_second) == (
        1,
        1,
    )  # what was adjudicated counts as before


def test_it_is_adjudicated_once_and_on_what_was_seen(apart, registrar):
    finding = row(apart, "c1").finding
    with pytest.raises(actions.Outdated):
        second.adjudicate(row(apart, "c1"), Winner.FIRST, finding.version + 1, registrar)
    second.adjudicate(row(apart, "c1"), Winner.FIRST, finding.version, registrar)
    with pytest.raises(actions.Decided):
        second.adjudicate(row(apart, "c1"), Winner.SECOND, finding.version, registrar)
    with pytest.raises(actions.Decided):  # the two agree on it
        second.adjudicate(
            row(apart, "p1"), Winner.SECOND, row(apart, "p1").finding.version, registrar
        )


def test_the_whole_way_on_pages(begun, client, colleague, registrar, taken_in):
    document = taken_in.document_id
    client.force_login(colleague)
    for finding in taken_in.findings.all():
        word = "reject" if finding.local_id == "c1" else "accept"
        client.post(reverse("desk:decide-second", args=[finding.pk, word]))
    page = client.post(reverse("desk:finish-second", args=[document]), follow=True)
    assert "Both are through" in page.content.decode()
    page = client.post(reverse("desk:compare", args=[document]), follow=True).content.decode()
    assert "67%" in page
    assert "<dd>-0.20</dd>" in page
    client.force_login(registrar)
    version = row(begun, "c1").finding.version
    address = reverse("desk:adjudicate", args=[row(begun, "c1").pk, "second"])
    page = client.post(address, {"version": version}, follow=True).content.decode()
    assert "the second · registrar" in page
    taken_in.findings.get(local_id="c1", decision=REJECTED)


@pytest.mark.parametrize("word", ["drop", "accepted"])
def test_other_words_are_no_decision(begun, client, colleague, taken_in, word):
    client.force_login(colleague)
    address = reverse("desk:decide-second", args=[taken_in.findings.first().pk, word])
    assert client.post(address).status_code == 404


@pytest.mark.parametrize("language", ["ko", "ko-cn", "zh-hans"])
def test_its_pages_are_translated(begun, client, colleague, registrar, taken_in, language):
    document = taken_in.document_id
    client.force_login(colleague)
    with override(language):
        pages = [client.get(reverse("desk:second", args=[document]))]
        read_all(begun, colleague, c1=REJECTED)
        pages.append(client.get(reverse("desk:agreement", args=[document])))
        second.compare(begun, registrar)
        pages.append(client.get(reverse("desk:agreement", args=[document])))
    for page in pages:
        assert english_words(page.content.decode()) <= {"hapjak", "colleague", "registrar", "rice"}
