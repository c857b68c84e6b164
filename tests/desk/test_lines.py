"""Linking, amending and agreements on the office's page, and what the public sees of them."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from hapjak.accounts.models import Membership, Role, User
from hapjak.register import agreements, amendments, links
from hapjak.register.models import Agreement, Commitment, CommitmentLink, LinkKind, Person
from tests.conftest import english_words
from tests.reports import Line, Report, record_of, register

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SIDES = ("청람성", "운항시")


@pytest.fixture
def readings(partners, registrar):
    """Two years of talks on one matter, the later one in Chinese."""
    first = Report(
        outlet="청람일보",
        form="ko-CN",
        sides=SIDES,
        people=[("심약천", SIDES[0], "성장")],
        lines=[Line("량식공급을 늘이기를 희망", "AGR01", "심약천", by=SIDES[0])],
        papers=[("기본협약", "framework"), ("량식협약", "sub_agreement")],
        date="2031-05-01",
        published="2031-05-02",
    )
    second = Report(
        outlet="青岚日报",
        form="zh-Hans",
        sides=("青岚省", "云港市"),
        lines=[Line("扩大粮食供应", "AGR01", by="青岚省")],
        date="2032-05-01",
        published="2032-05-02",
    )
    return register(first, registrar), register(second, registrar)


@pytest.fixture
def lines(readings):
    return [record_of(reading, "c0").commitment for reading in readings]


def to(name: str, *args: object) -> str:
    return reverse(f"desk:{name}", args=args)


def public(kind: str, pk: str) -> str:
    return Client().get(reverse(f"public:{kind}", args=[pk])).content.decode()


def test_the_earlier_line_is_found_by_its_words_in_another_script(desk, lines):
    earlier, later = lines
    page = desk.get(to("record", later.pk), {"find": "粮食"}).content.decode()
    [offered] = re.findall(r'name="other" value="(\w+)"', page)
    assert offered == earlier.pk
    likely = desk.get(to("record", later.pk)).content.decode()
    assert f'value="{earlier.pk}"' in likely


def test_a_link_is_made_shown_on_both_pages_and_undone(desk, lines):
    earlier, later = lines
    data = {"other": earlier.pk, "kind": "restates", "reason": "same <mills>"}
    page = desk.post(to("link", later.pk), data, follow=True).content.decode()
    assert "same &lt;mills&gt;" in page
    for one, other in ((earlier, later), (later, earlier)):
        shown = public("commitment", one.pk)
        assert other.wording in shown and "Over the years" in shown
        assert "mills" not in shown
        course = shown[shown.index("Over the years") :]
        assert course.index("2031-05-01") < course.index("2032-05-01")
    made = CommitmentLink.objects.get()
    desk.post(to("unlink", made.pk), {"page": earlier.pk, "reason": "other mills"})
    assert "Over the years" not in public("commitment", earlier.pk)


def test_a_wrong_link_says_what_to_do(desk, lines):
    earlier, later = lines
    for data in ({"kind": "restates"}, {"other": later.pk, "kind": "restates"}):
        response = desk.post(to("link", earlier.pk), data | {"reason": "kept words"})
        assert response.status_code == 400
        assert "kept words" in response.content.decode()
    assert not CommitmentLink.objects.exists()


def test_an_amendment_goes_its_way(client, desk, lines, partners):
    line = lines[0]
    data = {"wording": "량식공급을 배로 늘인다", "language": "ko-CN", "firmness": "agreement"}
    page = desk.post(to("amend", line.pk), data, follow=True).content.decode()
    assert "proposed amendment" in page and "Consent for" not in page
    amendment = line.amendments.get()
    assert amendment.wording not in public("commitment", line.pk)
    for number, partner in enumerate(partners):
        user = User.objects.create_user(f"side-{number}")
        Membership.objects.create(user=user, role=Role.REGISTRAR, partner=partner)
        client.force_login(user)
        page = client.get(to("record", amendment.pk)).content.decode()
        assert f"Consent for {partner.name_en}" in page
        client.post(to("consent", amendment.pk), {"partner": partner.pk})
    assert "no longer in force" in public("commitment", line.pk)
    shown = public("commitment", amendment.pk)
    assert line.wording in shown and "The office attests it" in shown
    assert "side-0" not in shown  # accounts are the office's
    listed = Client().get(reverse("public:commitments")).content.decode()
    assert amendment.wording in listed and line.wording not in listed


def test_a_registrar_of_no_side_does_not_consent(desk, lines, registrar, partners):
    amendment = amendments.propose(
        lines[0], registrar, amendments.NewWording("량식공급을 배로 늘인다", "ko-CN")
    )
    response = desk.post(to("consent", amendment.pk), {"partner": partners[0].pk})
    assert response.status_code == 403
    desk.post(to("withdraw", amendment.pk), {"reason": "mistaken"})
    assert not Commitment.objects.visible_to(registrar).filter(pk=amendment.pk).exists()


def test_terms_are_set_and_shown(desk, readings, lines):
    frame, grain = (record_of(readings[0], f"a{n}") for n in range(2))
    data = {
        "part_of": frame.pk,
        "date": "2031-5-1",
        "expires": "2036",
        "signed_by": [Person.objects.get().pk],
        "version": grain.version,
    }
    assert desk.post(to("terms", grain.pk), data).status_code == 302
    desk.post(to("put-under", lines[0].pk), {"under": grain.pk})
    shown = public("agreement", grain.pk)
    assert "2036" in shown and "심약천" in shown and lines[0].wording in shown
    assert "기본협약" in shown
    assert "량식협약" in public("agreement", frame.pk)
    assert "량식협약" in public("commitment", lines[0].pk)


def test_who_sets_terms_second_is_shown_what_stands(desk, readings, registrar):
    frame = record_of(readings[0], "a0")
    agreements.set_terms(frame.agreement, registrar, agreements.Terms(expires="2040"), 1)
    data = {"expires": "2036", "version": 1}
    page = desk.post(to("terms", frame.pk), data, follow=True).content.decode()
    assert "Somebody changed this meanwhile" in page
    assert 'value="2040"' in page
    assert Agreement.objects.get(pk=frame.pk).expires == "2040"


def test_hidden_signers_and_lines_stay_hidden(desk, readings, lines, registrar):
    grain = record_of(readings[0], "a1")
    person = Person.objects.get()
    terms = agreements.Terms(signed_by=[person])
    agreements.set_terms(grain.agreement, registrar, terms, grain.version)
    agreements.put_under(lines[0], grain.agreement, registrar)
    for record in (person.record, lines[0].record):
        record.visibility = "office"
        record.save()
    shown = public("agreement", grain.pk)
    assert "Signed by" not in shown and lines[0].wording not in shown.split("Source")[0]


def test_pages_cost_few_queries(desk, lines, readings, registrar, django_assert_max_num_queries):
    links.link(lines[1], lines[0], LinkKind.RESTATES, registrar)
    amendments.propose(lines[0], registrar, amendments.NewWording("량식공급을 배로", "ko-CN"))
    with django_assert_max_num_queries(75):
        assert desk.get(to("record", lines[0].pk)).status_code == 200
    with django_assert_max_num_queries(45):
        assert desk.get(to("record", record_of(readings[0], "a0").pk)).status_code == 200


@pytest.mark.parametrize("language", ["ko", "ko-cn", "zh-hans"])
def test_nothing_is_left_in_english(desk, lines, readings, registrar, language):
    links.link(lines[1], lines[0], LinkKind.RESTATES, registrar)
    amendments.propose(lines[0], registrar, amendments.NewWording("량식공급을 배로", "ko-CN"))
    kept = {"hapjak", "UTC", "registrar", "rice", "HWPX", "HWP", "DOCX", "XLSX", "JPEG"}
    kept |= {"PDF", "PNG", "TIFF", "TXT", "MiB"}
    with override(language):
        for pk in (lines[0].pk, record_of(readings[0], "a0").pk):
            assert english_words(desk.get(to("record", pk)).content.decode()) <= kept
