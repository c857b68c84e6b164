"""The queue of who is one: what it shows, what it decides, and that two people do not cross."""

from __future__ import annotations

import pytest
from django.urls import reverse

from hapjak.desk import identities, identities_judging
from hapjak.project import dump
from hapjak.register import history, joining
from hapjak.register.models import Citation, Judgement, Person, Record, Verdict
from tests.register.test_identity_candidates import EN, KO_CN, KO_KR, ZH, named, person
from tests.reports import Report, record_of, register

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def two(partners, registrar):
    return person(register(ZH, registrar)), person(register(KO_CN, registrar))


def address(one, other, tab="people") -> str:
    return reverse("desk:identity", args=[one.pk, other.pk]) + f"?tab={tab}"


def decide(client, one, other, verdict, seal=None, **extra):
    one, other = Record.objects.get(pk=one.pk), Record.objects.get(pk=other.pk)
    data = {"verdict": verdict, "seal": identities.seal_of(one, other) if seal is None else seal}
    return client.post(address(one, other), data, follow=True, **extra)


def fact(page, name):
    return page.content.decode().count(name)


def test_the_queue_shows_both_with_sentences_and_reasons(desk, two):
    page = desk.get(reverse("desk:identities"))
    text = page.content.decode()
    for words in ("沈若川", "심약천", "<mark>沈若川</mark>", "<mark>심약천</mark>"):
        assert words in text
    assert "the Korean reading of the characters" in text
    assert "the same post in the same body" in text


def test_four_spellings_become_one_person_by_three_decisions(desk, registrar, partners):
    for report in (ZH, KO_CN, KO_KR, EN):
        register(report, registrar)
    assert Person.objects.standing().count() == 4
    decisions = 0
    while identities.waiting(identities.TABS[0]).exists():
        shown = desk.get(reverse("desk:identities")).context["pair"]
        decide(desk, shown.one.record, shown.other.record, "same")
        decisions += 1
    assert decisions == 3
    assert Person.objects.standing().count() == 1
    head = Person.objects.standing().get()
    assert joining.family(head.record).count() == 4
    assert history.verify() == []


def test_namesakes_stay_two(desk, registrar, partners):
    one = person(register(named("蔡奇"), registrar))
    two = person(register(named("蔡琪"), registrar))
    decide(desk, one, two, "different")
    assert not identities.waiting(identities.TABS[0]).exists()
    assert Person.objects.standing().count() == 2
    register(named("蔡琪", "厅长"), registrar)
    pairs = identities.waiting(identities.TABS[0]).values_list("first_id", "second_id")
    assert tuple(sorted((one.pk, two.pk))) not in set(pairs)


def test_undoing_a_join_restores_exactly_and_keeps_every_citation(desk, registrar, two):
    one, other = two
    volatile = (
        "register.event",
        "register.eventpayload",
        "register.chainhead",
        "register.judgement",
    )
    citations = list(Citation.objects.order_by("pk").values())

    def kept() -> list[bytes]:
        rows = dump.lines()
        return [
            line for line in rows if b'"end"' not in line[:8]
            and not any(f'"table":"{name}"'.encode() in line for name in volatile)
        ]  # fmt: skip

    before = kept()
    decide(desk, one, other, "same")
    assert kept() != before
    judgement = Judgement.objects.get()
    page = desk.post(reverse("desk:identity-undo", args=[judgement.pk]), follow=True)
    assert page.status_code == 200
    assert kept() == before
    assert list(Citation.objects.order_by("pk").values()) == citations
    assert identities.waiting(identities.TABS[0]).count() == 1


def test_the_second_of_two_reviewers_sees_what_was_decided(desk, registrar, two):
    one, other = two
    seal = identities.seal_of(one, other)
    decide(desk, one, other, "same")
    page = decide(desk, one, other, "different", seal=seal)
    assert "decided on these two meanwhile" in page.content.decode()
    assert Judgement.objects.standing().get().verdict == Verdict.SAME


def test_a_contradiction_is_refused_with_what_stands_against_it(desk, registrar, two):
    one, other = two
    third = person(register(EN, registrar))
    decide(desk, one, other, "different")
    decide(desk, other, third, "same")
    page = decide(desk, one, third, "same")
    assert "Undo that first" in page.content.decode()
    assert Person.objects.standing().count() == 2


def test_unsure_comes_last_and_gives_way(desk, registrar, two):
    one, other = two
    decide(desk, one, other, "unsure")
    register(named("蔡奇", "书记"), registrar)
    register(named("蔡琪", "书记"), registrar)
    queue = list(identities.waiting(identities.TABS[0]))
    assert [p.state for p in queue] == ["open", "unsure"]
    decide(desk, one, other, "same")
    assert Person.objects.standing().count() == 3


def test_next_leads_through_the_queue_and_ends(desk, registrar, two):
    register(named("蔡奇", "书记"), registrar)
    register(named("蔡琪", "书记"), registrar)
    page = desk.get(reverse("desk:identities"))
    page = desk.get(page.context["next"])
    assert page.context["pair"].one.fact.name.startswith("蔡")
    assert page.context["next"] == ""


def test_bodies_and_places_have_queues_of_their_own(desk, registrar, partners):
    from hapjak.register.models import Organisation

    reports = [Report("甲", "zh-Hans", ("松原集团",)), Report("을", "ko-CN", ("송원그룹",))]
    made = [record_of(register(report, registrar), "o0") for report in reports]
    Organisation.objects.filter(pk__in=[r.pk for r in made]).update(kind="company")
    bodies, places = identities.TABS[1:]
    assert (identities.waiting(bodies).count(), identities.waiting(places).count()) == (1, 0)
    page = desk.get(reverse("desk:identities") + "?tab=bodies")
    assert "松原集团" in page.content.decode()


@pytest.mark.parametrize("verdict", ["", "joined", "SAME"])
def test_an_unknown_verdict_changes_nothing(desk, two, verdict):
    page = decide(desk, *two, verdict)
    assert "Choose: the same, different, or unsure." in page.content.decode()
    assert not Judgement.objects.exists()


def test_records_of_two_kinds_and_the_unknown_are_not_found(desk, registrar, two):
    one = two[0]
    body = Record.objects.filter(kind="organisation").first()
    for pair in ((one.pk, body.pk), (one.pk, "nobody"), (one.pk, one.pk)):
        assert desk.get(reverse("desk:identity", args=pair)).status_code == 404


def test_only_registrars_decide(client, registrar, two):
    from django.core.exceptions import PermissionDenied

    from hapjak.accounts.models import Membership, Role, User

    analyst = User.objects.create_user("analyst", password="a long pass phrase")
    Membership.objects.create(user=analyst, role=Role.ANALYST)
    client.force_login(analyst)
    assert client.get(reverse("desk:identities")).status_code == 403
    with pytest.raises(PermissionDenied):
        identities_judging.judge(*two, Verdict.SAME, analyst, seal=identities.seal_of(*two))
    assert not Judgement.objects.exists()


def test_the_queue_takes_a_fixed_number_of_queries(
    desk, registrar, two, django_assert_max_num_queries
):
    for report in (KO_KR, EN):
        decide(desk, two[0], person(register(report, registrar)), "same")
    with django_assert_max_num_queries(60):
        desk.get(reverse("desk:identities"))
