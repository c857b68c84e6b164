"""The queue of pairs: one decision a key, everything of a meeting at once, and back again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils.translation import override

from hapjak.accounts.models import User
from hapjak.desk import joining_up, joins
from hapjak.desk.actions import Outdated
from hapjak.register import history, joining
from hapjak.register.models import Judgement, Proposal, Record, RecordKind, Verdict
from tests.conftest import english_words
from tests.register.test_likeness import EN, KO, ZH
from tests.reports import register

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def desk(client, registrar):
    client.force_login(registrar)
    return client


@pytest.fixture
def reports(registrar, partners):
    return [register(report, registrar) for report in (ZH, KO)]


def meeting_pair() -> Proposal:
    return joins.waiting(RecordKind.MEETING).get()


def send(desk, proposal: Proposal, verdict: str, **data):
    path = reverse("desk:join-decide", args=[proposal.pk])
    return desk.post(path, {"verdict": verdict, **data}, follow=True)


def said(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_the_meeting_comes_first_with_both_sentences_and_what_differs(desk, reports):
    page = desk.get(reverse("desk:joins")).content.decode()
    assert joins.step("", None, None).proposal == meeting_pair()
    for words in (
        "青岚日报",
        "청람신문",
        "the same partners",
        "2 people in common",
        "沈若川",
        "심약천",
    ):
        assert words in page
    assert "向云港供应大米30万吨" in page
    assert "운항에 입쌀 30만톤을 공급할것" in page
    assert 'class="one-sided"' in page  # the place, which one names


@pytest.mark.parametrize("language", ["ko", "ko-cn", "zh-hans"])
@pytest.mark.parametrize("name", ["joins", "joins-decided"])
def test_nothing_is_left_in_english(desk, reports, registrar, name, language):
    joining_up.decide(joins.waiting(RecordKind.COMMITMENT)[0].pk, Verdict.SAME, registrar)
    desk.cookies.clear()
    desk.force_login(registrar)
    with override(language):
        page = desk.get(reverse(f"desk:{name}")).content.decode()
    assert english_words(page) <= {"hapjak", "UTC", "registrar", "rice"}


@pytest.mark.parametrize("name", ["joins", "joins-decided"])
def test_strangers_and_others_do_not_get_in(client, reports, name):
    assert client.get(reverse(f"desk:{name}")).status_code == 302
    client.force_login(User.objects.create_user("stranger"))
    assert client.get(reverse(f"desk:{name}")).status_code == 403


@pytest.mark.parametrize("name", ["join-decide", "join-all", "join-take-back"])
def test_decisions_need_post_and_token(registrar, reports, name):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(registrar)
    path = reverse(f"desk:{name}", args=[meeting_pair().pk])
    assert strict.get(path).status_code == 405
    assert strict.post(path, {"verdict": "same"}).status_code == 403
    assert not Judgement.objects.exists()


def test_one_key_judges_and_shows_the_next(desk, reports):
    pair = meeting_pair()
    response = send(desk, pair, "same")
    assert Judgement.objects.get().verdict == Verdict.SAME
    assert response.context["step"].proposal.kind == RecordKind.COMMITMENT
    assert meeting_pair_is_gone()


def meeting_pair_is_gone() -> bool:
    return not joins.waiting(RecordKind.MEETING).exists()


def test_different_ends_it_and_unsure_comes_last(desk, reports):
    first, second, third = joins.waiting(RecordKind.COMMITMENT)
    send(desk, first, "unsure")
    assert [row.pk for row in joins.waiting(RecordKind.COMMITMENT)] == [
        second.pk,
        third.pk,
        first.pk,
    ]
    send(desk, second, "different")
    assert [row.pk for row in joins.waiting(RecordKind.COMMITMENT)] == [third.pk, first.pk]


def test_all_of_a_meeting_is_joined_at_once_and_taken_back_at_once(desk, reports):
    pair = meeting_pair()
    before = dump()
    lines, people = joins.goes_with(pair), joins.people_of(pair)
    assert (len(lines), len(people)) == (3, 2)
    assert all(person.sure for person in people)
    data = {"line": [line.proposal.pk for line in lines], "person": [p.value for p in people]}
    response = desk.post(reverse("desk:join-all", args=[pair.pk]), data, follow=True)
    assert "6 pairs are one now." in said(response)
    assert joins.step("", None, None) is None
    assert Record.objects.exclude(joined_into=None).count() == 6
    response = desk.post(reverse("desk:join-undo"), follow=True)
    assert "6 decisions undone." in said(response)
    assert response.context["step"].proposal.pk == pair.pk
    assert dump() == before
    assert history.verify() == []


def dump() -> list:
    """Everything that follows from judgements."""
    records = Record.objects.order_by("pk").values_list(
        "pk", "joined_into", "visibility", "version"
    )
    proposed = Proposal.objects.order_by("first", "second")
    return [*records, *proposed.values_list("first", "second", "score", "state")]


def test_what_was_not_ticked_stays(desk, reports):
    pair = meeting_pair()
    desk.post(reverse("desk:join-all", args=[pair.pk]))
    assert Judgement.objects.count() == 1
    assert joins.waiting(RecordKind.COMMITMENT).count() == 3


def test_the_second_of_two_is_told_and_nothing_is_half_done(desk, reports, registrar):
    pair = meeting_pair()
    lines = [line.proposal for line in joins.goes_with(pair)]
    joining_up.decide(lines[0].pk, Verdict.DIFFERENT, registrar)
    data = {"line": [line.pk for line in lines]}
    response = desk.post(reverse("desk:join-all", args=[pair.pk]), data, follow=True)
    assert "Somebody decided this meanwhile" in said(response)
    assert Judgement.objects.count() == 1
    with pytest.raises(Outdated):
        joining_up.decide(lines[0].pk, Verdict.SAME, registrar)


def test_a_contradiction_is_named(desk, reports, registrar):
    register(EN, registrar)
    a, _, c = (Record.objects.filter(kind=RecordKind.PERSON).order_by("pk")[n] for n in (0, 2, 4))
    joining.judge(a, c, Verdict.DIFFERENT, registrar)
    pair = joins.waiting(RecordKind.MEETING)[0]
    data = {"person": [f"{a.pk} {c.pk}"]}
    response = desk.post(reverse("desk:join-all", args=[pair.pk]), data, follow=True)
    assert "registrar judged two of these “different”" in said(response)
    assert Judgement.objects.count() == 1


@pytest.mark.parametrize(
    "data", [{"verdict": "maybe"}, {"verdict": ""}, {}, {"verdict": "same", "previous": "x' or 1"}]
)
def test_odd_input_breaks_nothing(desk, reports, data):
    path = reverse("desk:join-decide", args=[meeting_pair().pk])
    assert desk.post(path, data, follow=True).status_code == 200
    for query in ("at=x", "at=99999999999999999999", "kind=x", "behind=-1"):
        assert desk.get(reverse("desk:joins") + "?" + query).status_code == 200
    odd = {"line": ["x", "999999"], "person": ["", "a", "a b"]}
    assert desk.post(reverse("desk:join-all", args=[987654]), odd, follow=True).status_code == 200


def test_nobody_judged_apart_is_asked_again(desk, reports, registrar):
    people = joins.people_of(meeting_pair())
    one, other = (Record.objects.get(pk=pk) for pk in (people[0].left, people[0].right))
    joining.judge(one, other, Verdict.DIFFERENT, registrar)
    assert len(joins.people_of(meeting_pair())) == 1


def test_a_decision_can_be_undone_from_the_list(desk, reports, registrar):
    send(desk, meeting_pair_before := meeting_pair(), "different")
    judgement = Judgement.objects.get()
    response = desk.post(reverse("desk:join-take-back", args=[judgement.pk]), follow=True)
    assert response.context["step"].proposal == meeting_pair_before
    response = desk.post(reverse("desk:join-take-back", args=[judgement.pk]), follow=True)
    assert "Somebody undid this meanwhile" in said(response)


def test_pages_cost_few_queries(desk, reports, django_assert_max_num_queries):
    for _ in range(2):
        with django_assert_max_num_queries(80):
            assert desk.get(reverse("desk:joins")).status_code == 200
    line = joins.waiting(RecordKind.COMMITMENT)[0]
    with django_assert_max_num_queries(60):
        desk.get(reverse("desk:joins") + f"?at={line.pk}")


def test_markup_of_a_report_stays_text(desk, registrar, partners):
    hostile = "<script>alert(1)</script>"
    for outlet in ("一", "二"):
        register(replace(ZH, outlet=hostile + outlet, head=hostile), registrar)
    assert "<script>alert" not in desk.get(reverse("desk:joins")).content.decode()
