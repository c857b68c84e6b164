"""The desk's pages: who gets in, what an upload does, and how two people meet."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils.translation import override

from hapjak.accounts.models import User
from hapjak.desk.models import Finding
from hapjak.register.models import Document
from tests.conftest import english_words
from tests.desk.conftest import REPORT, send
from tests.desk.test_bulk import many

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def said(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


NAMES = {"hapjak", "UTC", "registrar", "rice", "rules", "test"}
NAMES |= {"HTML", "TXT", "PDF", "DOCX", "HWPX", "ZIP"}
PAGES = ["desk:inbox", "desk:review", "desk:correct", "desk:add", "desk:accept-above"]


def address(name, reading):
    if name in ("desk:review", "desk:add", "desk:accept-above"):
        return reverse(name, args=[reading.document_id])
    if name == "desk:correct":
        return reverse(name, args=[reading.findings.get(local_id="c1").pk])
    return reverse(name)


@pytest.mark.parametrize("language", ["ko", "ko-cn", "zh-hans"])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_left_in_english(desk, taken_in, name, language):
    with override(language):
        page = desk.get(address(name, taken_in)).content.decode()
    assert english_words(page) <= NAMES


@pytest.mark.parametrize("name", PAGES)
def test_strangers_are_asked_to_sign_in(client, taken_in, name):
    response = client.get(address(name, taken_in))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("accounts:sign-in"))


@pytest.mark.parametrize("name", PAGES)
def test_who_may_not_decide_does_not_get_in(client, taken_in, name):
    client.force_login(User.objects.create_user("stranger"))
    assert client.get(address(name, taken_in)).status_code == 403


@pytest.mark.parametrize("name", ["accept", "reject", "reopen"])
def test_decisions_need_post_and_token(registrar, taken_in, name, client):
    from django.test import Client

    path = reverse(f"desk:{name}", args=[taken_in.findings.get(local_id="c1").pk])
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(registrar)
    assert strict.get(path).status_code == 405
    assert strict.post(path, {"version": 1}).status_code == 403
    assert taken_in.findings.open().count() == taken_in.findings.count()


@pytest.mark.parametrize("name", PAGES)
def test_pages_cost_few_queries(desk, taken_in, name, django_assert_max_num_queries):
    limit = 130 if name == "desk:accept-above" else 25  # what it shows is done and rolled back
    with django_assert_max_num_queries(limit):
        assert desk.get(address(name, taken_in)).status_code == 200


def test_a_long_review_costs_no_more_queries(desk, taken_in, django_assert_max_num_queries):
    many(taken_in, 60)
    with django_assert_max_num_queries(25):
        page = desk.get(address("desk:review", taken_in))
    assert len(page.context["sheet"].rows) == 66


def test_markup_in_a_text_stays_text(desk):
    hostile = (
        "5月12日，青岚省与云港市举行会谈。<script>alert('x')</script><img src=x onerror=alert(1)>"
    )
    response = send(desk, text=hostile)
    page = response.content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_the_second_reviewer_sees_what_changed(desk, taken_in):
    finding = taken_in.findings.get(local_id="c1")
    Finding.objects.filter(pk=finding.pk).update(version=2)
    response = desk.post(reverse("desk:accept", args=[finding.pk]), {"version": 1}, follow=True)
    assert "Someone changed this finding" in said(response)[0]
    assert taken_in.findings.open().count() == taken_in.findings.count()


def test_a_correction_is_saved_and_shown(desk, taken_in):
    finding = taken_in.findings.get(local_id="c1")
    data = {
        "quote": "빙설산업 협력",
        "version": 1,
        "firmness": "intention",
        "field": "ICE01",
        "speaker": "",
    }
    response = desk.post(reverse("desk:correct", args=[finding.pk]), data, follow=True)
    finding.refresh_from_db()
    assert (finding.data["quote"], finding.data["field"]) == ("빙설산업 협력", "ICE01")
    assert finding.data["speaker"] is None
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("key", "value"),
    [("firmness", "promise"), ("field", "XXX"), ("speaker", "p9"), ("quote", "없는 말")],
)
def test_a_wrong_correction_changes_nothing(desk, taken_in, key, value):
    finding = taken_in.findings.get(local_id="c1")
    data = {"quote": finding.quote, "version": 1, "firmness": "hope", "field": "ICE02"} | {
        key: value
    }
    response = desk.post(reverse("desk:correct", args=[finding.pk]), data)
    assert response.status_code == 200
    assert response.context["form"].errors
    finding.refresh_from_db()
    assert finding.version == 1


def test_text_nobody_sees_is_told_and_not_read(desk):
    hidden = "<p style='display:none'>云港市将支付一百万元。</p>"
    page = send(desk, ("talks.html", REPORT.replace("</body>", hidden + "</body>").encode()))
    assert Document.objects.get().hidden_characters == len("云港市将支付一百万元。")
    assert "The file holds 11 characters that nobody who looks at it sees." in page.content.decode()
    assert "一百万元" not in page.content.decode()
