"""The desk's pages: who gets in, what an upload does, and how two people meet."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from hapjak.accounts.models import User
from hapjak.desk.models import Finding, Reading
from hapjak.register.models import Commitment, Document, Event
from tests.conftest import english_words

pytestmark = [pytest.mark.django_db, pytest.mark.database]

REPORT = (
    "<!doctype html><html lang='zh'><head><meta charset='utf-8'><title>两地会谈</title></head>"
    "<body><h1>两地会谈</h1><p>5月12日，青岚省与云港市在云港举行工作会谈。</p>"
    "<p>青岚省省长沈若川表示，希望深化冰雪产业合作。</p></body></html>"
)


@pytest.fixture
def desk(client, registrar):
    client.force_login(registrar)
    return client


def send(client, *files: tuple[str, bytes], text: str = ""):
    uploads = [SimpleUploadedFile(name, data) for name, data in files]
    data = {"uploads": uploads, "text": text}
    return client.post(reverse("desk:upload"), data, follow=True)


def said(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


PAGES = ["desk:inbox", "desk:review", "desk:correct"]


def address(name, reading):
    if name == "desk:review":
        return reverse(name, args=[reading.document_id])
    if name == "desk:correct":
        return reverse(name, args=[reading.findings.get(local_id="c1").pk])
    return reverse(name)


@pytest.mark.parametrize("language", ["ko", "ko-cn", "zh-hans"])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_left_in_english(desk, taken_in, name, language):
    with override(language):
        page = desk.get(address(name, taken_in)).content.decode()
    assert english_words(page) <= {"hapjak", "UTC", "HTML", "registrar", "rice", "rules", "test"}


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
    with django_assert_max_num_queries(25):
        assert desk.get(address(name, taken_in)).status_code == 200


def test_an_uploaded_report_waits_for_decisions(desk):
    response = send(desk, ("talks.html", REPORT.encode()))
    reading = Reading.objects.get()
    assert response.redirect_chain[-1][0] == reverse("desk:review", args=[reading.document_id])
    assert "冰雪产业" in response.content.decode()
    assert reading.document.record.visibility == "office"
    assert not Commitment.objects.exists()


def test_a_pasted_report_is_read(desk):
    send(desk, text="5月12日，青岚省与云港市在云港举行工作会谈。")
    assert Document.objects.get().text == "5月12日，青岚省与云港市在云港举行工作会谈。"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "no text"),
        ("blank.html", b"<html><body> </body></html>", "no text"),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(64), "no kind of file"),
        ("archive.txt", b"PK\x03\x04" + bytes(64), "damaged"),
        ("russian.txt", "Стороны подписали соглашение о сотрудничестве.".encode() * 5, "languages"),
    ],
)
def test_a_bad_file_is_named_and_the_others_are_read(desk, name, data, words):
    response = send(desk, (name, data), ("good.html", REPORT.encode()))
    texts = said(response)
    assert any(name in text and words in text for text in texts)
    assert Document.objects.get().file_name == "good.html"


def test_a_file_over_the_limit_is_refused_whole(desk, settings):
    settings.UPLOAD_LIMIT = 1024
    response = send(desk, ("big.txt", b"x" * 2048))
    assert any("big.txt" in text for text in said(response))
    assert not Document.objects.exists()


def test_nothing_chosen_says_what_to_do(desk):
    assert said(send(desk)) == ["Choose a file or paste a text first."]


def test_a_document_twice_is_stored_once(desk):
    send(desk, ("talks.html", REPORT.encode()))
    events = Event.objects.count()
    response = send(desk, ("other name.html", REPORT.encode()))
    assert "received before" in said(response)[0]
    assert Document.objects.count() == Reading.objects.count() == 1
    assert Event.objects.count() == events


def test_a_hostile_file_name_is_only_shown(desk, settings):
    send(desk, ("../../<script>alert(1)</script>.html", REPORT.encode()))
    document = Document.objects.get()
    assert document.file.name == f"{document.sha256[:2]}/{document.sha256}"
    assert b"<script>alert" not in desk.get(reverse("desk:inbox")).content


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
