"""The office's page of a record: comments, files, translations; who gets in and what the public sees."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from hapjak.accounts.models import Membership, Role, User
from hapjak.desk import actions
from hapjak.register import notes
from hapjak.register.models import Attachment, Comment, Record, RecordKind, Text
from tests.conftest import english_words

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture
def record(taken_in, registrar):
    return actions.accept(taken_in.findings.get(local_id="c1"), registrar)


@pytest.fixture
def analyst(db):
    user = User.objects.create_user("lim")
    Membership.objects.create(user=user, role=Role.ANALYST)
    return user


def to(name: str, *args: object) -> str:
    return reverse(f"desk:{name}", args=args)


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="text/html")


def test_a_comment_is_shown_with_its_mentions_linked(desk, record, analyst):
    data = {"text": "<b>is this</b> a promise?\n둘째 줄", "to": "@lim"}
    page = desk.post(to("comment", record.pk), data, follow=True).content.decode()
    assert f'href="{to("colleague", "lim")}">@lim</a> &lt;b&gt;is this&lt;/b&gt;' in page
    assert notes.unread(analyst).count() == 1


def test_an_unknown_colleague_loses_nothing(desk, record):
    response = desk.post(to("comment", record.pk), {"text": "long thought", "to": "@nobody"})
    assert response.status_code == 400
    page = response.content.decode()
    assert "No colleague is called nobody" in page
    assert "long thought" in page
    assert not Comment.objects.exists()


def test_the_desk_tells_how_many_mentions_wait(client, desk, record, registrar, analyst):
    notes.comment(record, registrar, "@lim one")
    client.force_login(analyst)
    page = client.get(to("mentions")).content.decode()
    assert "1 not read yet." in page
    upto = Comment.objects.get().pk
    assert "new" in page
    client.post(to("mark-read"), {"upto": upto})
    assert "not read yet" not in client.get(to("mentions")).content.decode()
    client.post(to("mark-read"), {"upto": "x' OR 1"})


def test_a_file_is_handed_out_to_be_saved_only(desk, record):
    name = 'a"\r\nX: 1 협약.pdf'
    desk.post(to("attach", record.pk), {"file": upload(name, PDF)})
    response = desk.get(to("attachment", Attachment.objects.get().pk))
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment; filename")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]


def test_a_refused_file_says_what_to_do(desk, record, settings):
    settings.ATTACHMENT_LIMIT = 1024**2
    for data in (b"<html><script>alert(1)</script>", b"%PDF-" + b"x" * 1024**2):
        response = desk.post(to("attach", record.pk), {"file": upload("a.pdf", data)})
        assert response.status_code == 400
        assert "fault" in response.content.decode()
    assert not Attachment.objects.exists()


def test_files_and_comments_are_the_office_s_alone(client, desk, record, registrar, analyst):
    desk.post(to("attach", record.pk), {"file": upload("annex-7.pdf", PDF)})
    notes.comment(record, registrar, "not yet")
    found = Attachment.objects.get().pk
    client.force_login(analyst)
    assert client.get(to("attachment", found)).status_code == 200
    client.force_login(User.objects.create_user("stranger"))
    assert client.get(to("attachment", found)).status_code == 403
    assert client.get(to("record", record.pk)).status_code == 403
    client.logout()
    assert client.get(to("attachment", found)).status_code == 302
    page = client.get(reverse("public:commitment", args=[record.pk])).content.decode()
    assert "not yet" not in page and "annex-7" not in page and "desk/records" not in page


def test_an_analyst_comments_but_attaches_nothing(client, record, analyst):
    client.force_login(analyst)
    page = client.get(to("record", record.pk)).content.decode()
    assert "Attach a file" not in page
    assert client.post(to("comment", record.pk), {"text": "seen"}).status_code == 302
    for name in ("attach", "translate"):
        assert client.post(to(name, record.pk)).status_code == 403


def test_a_translation_stands_beside_the_original(client, desk, record, registrar):
    data = {"language": "zh-Hans", "text": "加强<i>冰雪</i>合作", "origin": "machine"}
    desk.post(to("translate", record.pk), data)
    address = reverse("public:commitment", args=[record.pk])
    assert "加强" not in Client().get(address).content.decode()
    other = User.objects.create_user("other")
    Membership.objects.create(user=other, role=Role.REGISTRAR)
    client.force_login(other)
    client.post(to("review-text", Text.objects.get().pk))
    page = Client().get(address).content.decode()
    assert '<p class="source" lang="zh-Hans">加强&lt;i&gt;冰雪' in page
    assert "translated by a program" in page and "reviewed by a second person" in page
    assert page.index("빙설산업 협력을 강화") < page.index("加强")
    assert "other" not in page[page.index("加强") : page.index("加强") + 400]


def test_a_translation_with_faults_is_kept_in_the_form(desk, record):
    data = {"language": "zh-Hans", "text": "加强合作", "origin": "source", "document": "x"}
    response = desk.post(to("translate", record.pk), data)
    assert response.status_code == 400
    assert "加强合作" in response.content.decode()
    data["document"] = f"http://127.0.0.1/en/documents/{record.citations.get().document_id}/"
    response = desk.post(to("translate", record.pk), data)
    assert "do not stand in the document" in response.content.decode()
    assert not Text.objects.exists()


def test_what_was_taken_back_has_no_page(desk, record):
    Record.objects.filter(pk=record.pk).update(withdrawn_at="2031-01-01T00:00Z")
    assert desk.get(to("record", record.pk)).status_code == 404


@pytest.mark.parametrize("kind", RecordKind)
def test_every_kind_has_a_page_that_costs_few_queries(
    desk, record, registrar, taken_in, kind, django_assert_max_num_queries
):
    found = Record.objects.filter(kind=kind).first()
    if found is None:
        pytest.skip("none in this register")
    for number in range(5):
        notes.comment(found, registrar, f"@registrar {number}")
    with django_assert_max_num_queries(40):
        assert desk.get(to("record", found.pk)).status_code == 200


def test_mentions_cost_few_queries(desk, record, analyst, django_assert_max_num_queries):
    for number, found in enumerate(Record.objects.all()):
        notes.comment(found, analyst, f"@registrar {number}")
    with django_assert_max_num_queries(24):
        assert desk.get(to("mentions")).status_code == 200


@pytest.mark.parametrize("language", ["ko", "ko-cn", "zh-hans"])
@pytest.mark.parametrize("name", ["record", "mentions", "colleague"])
def test_nothing_is_left_in_english(desk, record, name, language):
    kept = {"hapjak", "UTC", "registrar", "rice", "HWPX", "HWP", "DOCX", "XLSX", "JPEG"}
    kept |= {"PDF", "PNG", "TIFF", "TXT", "MiB"}
    arguments = {"record": [record.pk], "mentions": [], "colleague": ["registrar"]}[name]
    with override(language):
        page = desk.get(to(name, *arguments)).content.decode()
    assert english_words(page) <= kept
