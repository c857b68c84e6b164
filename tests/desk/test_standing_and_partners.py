"""Standing bodies, pairings and partners at the desk, and what the public sees of them."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from hapjak.accounts.models import Membership, Role, User
from hapjak.register import standing
from hapjak.register.models import Body, Organisation, Pairing, Partner, Partnership
from tests.conftest import english_words
from tests.reports import Report, register

pytestmark = [pytest.mark.django_db, pytest.mark.database]
CONFERENCE = {"kind": "joint_conference", "name": "청람 운항 련석회의", "language": "ko-CN"}


@pytest.fixture
def partnership(partners, registrar):
    people = [("심약천", "청람성", "성장"), ("조명철", "운항시", "시장")]
    report = Report(outlet="청람일보", form="ko-CN", sides=("청람성", "운항시"), people=people)
    register(report, registrar)
    return Partnership.objects.get()


def to(name: str, *args: object) -> str:
    return reverse(f"desk:{name}", args=args)


def pairing(partners, **changed: object) -> dict[str, object]:
    data = {
        "first_side": partners[0].pk,
        "first": "청람성 농업농촌청",
        "second_side": partners[1].pk,
        "second": "운항시 농업농촌국",
        "fields_of": ["AGR", "TRD"],
        "rhythm": "quarterly",
        "since": "2031-5",
    }
    return data | changed


def test_a_body_is_entered_shown_and_ended(desk, partnership):
    page = desk.post(to("standing-body", partnership.pk), CONFERENCE, follow=True)
    assert "The standing body was entered." in page.content.decode()
    public = reverse("public:partnership", args=[partnership.pk])
    assert CONFERENCE["name"] not in Client().get(public).content.decode()
    body = Body.objects.get()
    desk.post(to("standing-publish", body.pk))
    assert CONFERENCE["name"] in Client().get(public).content.decode()
    desk.post(to("standing-end", body.pk), {"until": "2033", "version": 1, "reason": "merged"})
    shown = Client().get(public).content.decode()
    assert "ended" in shown and "2033" in shown and "merged" not in shown


def test_departments_are_paired_with_all_that_is_new_or_nothing(desk, partnership, partners):
    address = to("standing-pairing", partnership.pk)
    count = Organisation.objects.count()
    for wrong in ({"since": "2031-13"}, {"second_side": partners[0].pk}, {"second": ""}):
        response = desk.post(address, pairing(partners, **wrong))
        assert response.status_code == 400
        assert "청람성 농업농촌청" in response.content.decode()
    assert Organisation.objects.count() == count
    assert desk.post(address, pairing(partners)).status_code == 302
    made = Pairing.objects.get()
    assert (made.fields, made.since) == (["AGR", "TRD"], "2031-05")
    desk.post(to("standing-publish", made.pk))
    public = reverse("public:partnership", args=[partnership.pk])
    shown = Client().get(public).content.decode()
    assert "운항시 농업농촌국" in shown and "Agriculture and food supply" in shown


def test_an_analyst_sees_and_enters_nothing(client, partnership, partners):
    analyst = User.objects.create_user("lim")
    Membership.objects.create(user=analyst, role=Role.ANALYST)
    client.force_login(analyst)
    page = client.get(to("standing", partnership.pk)).content.decode()
    assert "Enter a standing body" not in page
    assert client.post(to("standing-body", partnership.pk), CONFERENCE).status_code == 403
    assert client.post(to("standing-pairing", partnership.pk), {}).status_code == 403
    assert client.get(to("partners")).status_code == 403
    assert not Body.objects.exists()


def test_a_territory_is_found_and_registered(desk):
    page = desk.get(to("partners"), {"q": "옌볜"}).content.decode()
    assert "延边朝鲜族自治州" in page and to("partner-new", "CN-222400") in page
    assert "Jilin Province" in desk.get(to("partner-new", "CN-222400")).content.decode()
    desk.post(to("partner-new", "CN-222400"))
    made = Partner.objects.get(code="CN-222400")
    assert to("partner", made.pk) in desk.get(to("partners"), {"q": "연변"}).content.decode()
    assert desk.get(to("partner-new", "CN-222400"))["Location"] == to("partner", made.pk)
    assert desk.get(to("partner-new", "XX-1")).status_code == 404


def test_a_name_is_set_right_with_its_reason(desk, partners):
    one = partners[0]
    data = {"zh_hans": one.name_zh_hans, "ko_kr": "청람주", "ko_cn": one.name_ko_cn}
    data |= {"en": one.name_en, "version": 1}
    response = desk.post(to("partner-names", one.pk), data)
    assert response.status_code == 400
    assert "청람주" in response.content.decode()
    data["reason"] = "own <spelling>"
    page = desk.post(to("partner-names", one.pk), data, follow=True).content.decode()
    assert "own &lt;spelling&gt;" in page and "registrar" in page
    page = desk.post(to("partner-names", one.pk), data | {"ko_kr": "다른"}, follow=True)
    assert "Somebody changed this meanwhile" in page.content.decode()
    assert Partner.objects.get(pk=one.pk).name_ko_kr == "청람주"


@pytest.mark.parametrize("bodies", [1, 6])
def test_pages_cost_few_queries(
    desk, partnership, partners, registrar, bodies, django_assert_max_num_queries
):
    for number in range(bodies):
        given = standing.NewBody("task_force", f"전담반 {number}", "ko-KR")
        standing.enter_body(partnership, registrar, given)
        first = standing.department(partners[0], f"청 {number}", "", registrar)
        second = standing.department(partners[1], f"국 {number}", "", registrar)
        people = list(partners[0].people.all())
        pair = standing.NewPairing(first, second, liaisons=people)
        standing.enter_pairing(partnership, registrar, pair)
    with django_assert_max_num_queries(45):
        assert desk.get(to("standing", partnership.pk)).status_code == 200
    with django_assert_max_num_queries(12):
        assert desk.get(to("partners"), {"q": "연변"}).status_code == 200


@pytest.mark.parametrize("language", ["ko", "ko-cn", "zh-hans"])
def test_nothing_is_left_in_english(desk, partnership, partners, registrar, language):
    standing.enter_body(partnership, registrar, standing.NewBody("other", "련석회의", "ko-CN"))
    kept = {"hapjak", "UTC", "registrar", "rice", "Hans", "CN", "KR", "en", "ko", "zh", "Yanbian"}
    pages = [("standing", partnership.pk), ("partners",), ("partner", partners[0].pk)]
    with override(language):
        for name, *arguments in [*pages, ("partner-new", "CN-222400")]:
            assert english_words(desk.get(to(name, *arguments)).content.decode()) <= kept
