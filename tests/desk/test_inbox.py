"""Sending files: each is read or refused by name, and listed by what became of it."""

from __future__ import annotations

import threading

import pytest
from django.urls import reverse
from django.utils.translation import override

from hapjak.desk import intake
from hapjak.desk.models import Arrival, ArrivalState, NearCopy, Reading
from hapjak.register.models import Commitment, Document, Event
from tests.conftest import english_words
from tests.desk.conftest import REPORT, archive, send

pytestmark = [pytest.mark.django_db, pytest.mark.database]
OTHER = REPORT.replace("5月12日", "6月3日").replace("冰雪产业", "粮食供应")
WEATHER = "<html><body><p>3月2日，云港市多云转晴，气温二十度，适宜户外活动。</p></body></html>"


def states() -> dict[str, str]:
    return dict(Arrival.objects.values_list("name", "state"))


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
        ("nothing.zip", archive(), "no text"),
        ("book.epub", archive(("META-INF/container.xml", b"<a/>")), "no kind of file"),
    ],
)
def test_a_bad_file_is_named_and_the_others_are_read(desk, name, data, words):
    page = send(desk, (name, data), ("good.html", REPORT.encode())).content.decode()
    assert name in page
    assert words in page
    assert states() == {name: ArrivalState.REFUSED, "good.html": ArrivalState.READ}
    assert Document.objects.get().file_name == "good.html"
    assert words in desk.get(reverse("desk:inbox") + "?state=refused").content.decode()


def test_a_file_over_the_limit_is_refused_by_name_and_the_others_are_read(desk, settings):
    settings.UPLOAD_LIMIT = 1024
    page = send(desk, ("big.txt", b"x" * 2048), ("good.html", REPORT.encode()))
    assert "larger than the limit" in page.content.decode()
    assert states() == {"big.txt": ArrivalState.REFUSED, "good.html": ArrivalState.READ}


def test_nothing_chosen_says_what_to_do(desk):
    response = send(desk)
    assert response.status_code == 400
    assert "Choose a file or paste a text first." in response.content.decode()


def test_more_files_than_a_request_may_hold_are_refused_with_a_sentence(desk, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    response = send(desk, *((f"{n}.html", REPORT.encode()) for n in range(3)))
    assert response.status_code == 400
    assert "More than 2 files came at once" in response.content.decode()
    assert not Document.objects.exists()


def test_a_document_twice_is_stored_once(desk):
    send(desk, ("talks.html", REPORT.encode()))
    events = Event.objects.count()
    response = send(desk, ("other name.html", REPORT.encode()))
    assert "Received before" in response.content.decode()
    assert Document.objects.count() == Reading.objects.count() == 1
    assert Event.objects.count() == events


def test_a_document_twice_in_one_upload_is_stored_once(desk):
    send(desk, ("one.html", REPORT.encode()), ("two.html", REPORT.encode()))
    assert states() == {"one.html": ArrivalState.READ, "two.html": ArrivalState.KNOWN}
    assert Document.objects.count() == 1


def test_the_members_of_an_archive_are_read_one_by_one(desk):
    packed = archive(
        ("2021/talks.html", REPORT.encode()),
        ("2021/weather.html", WEATHER.encode()),
        ("2021/more.zip", archive(("deep.html", OTHER.encode()))),
        ("2021/broken.pdf", b"%PDF-1.4 broken"),
        ("__MACOSX/._talks.html", b"x"),
        ("2021/.DS_Store", b"x"),
    )
    response = send(desk, ("may.zip", packed))
    assert states() == {
        "may.zip › 2021/talks.html": ArrivalState.READ,
        "may.zip › 2021/weather.html": ArrivalState.NO_TALKS,
        "may.zip › 2021/more.zip": ArrivalState.REFUSED,
        "may.zip › 2021/broken.pdf": ArrivalState.REFUSED,
    }
    page = response.content.decode()
    assert "archive within an archive" in page
    assert "tells of no talks" in page


def test_a_member_name_in_an_old_charset_is_readable(desk):
    packed = archive(("AAAA.html", REPORT.encode()))
    name = "회담".encode("cp949")
    send(desk, ("old.zip", packed.replace(b"AAAA", name)))
    assert list(states()) == ["old.zip › 회담.html"]


def test_a_bomb_is_refused_before_it_unpacks(desk):
    bomb = archive(("zeros.txt", bytes(32 * 1024 * 1024)))
    assert len(bomb) < 64 * 1024
    page = send(desk, ("bomb.zip", bomb), ("good.html", REPORT.encode())).content.decode()
    assert states() == {"bomb.zip": ArrivalState.REFUSED, "good.html": ArrivalState.READ}
    assert "too large once unpacked" in page


def test_an_archive_of_too_many_files_is_refused(desk, settings):
    settings.ARCHIVE_FILES = 3
    send(desk, ("many.zip", archive(*((f"{n}.txt", b"x") for n in range(4)))))
    assert states() == {"many.zip": ArrivalState.REFUSED}


def test_a_copy_in_another_outlet_is_pointed_out(desk):
    body = "".join(
        f"<p>{number}일, 청람성과 운항시는 {field} 협력을 넓히기로 하고 실무진을 보내기로 했다.</p>"
        for number, field in enumerate(["농업", "관광", "빙설산업", "교육", "물류", "에너지"], 1)
    )
    first = f"<html><head><title>첫 신문</title></head><body>{body}</body></html>"
    second = (
        f"<html><head><title>둘째 신문</title></head><body>{body}<p>사진은 두 측.</p></body></html>"
    )
    send(desk, ("first.html", first.encode()))
    page = send(
        desk, ("second.html", second.encode()), ("o.html", REPORT.encode())
    ).content.decode()
    copy = NearCopy.objects.get()
    assert (copy.document.title, copy.earlier.title) == ("둘째 신문", "첫 신문")
    assert "Prints the same report as" in page
    assert reverse("desk:review", args=[copy.earlier_id]) in page
    assert "첫 신문" in desk.get(reverse("desk:review", args=[copy.document_id])).content.decode()


@pytest.mark.parametrize(
    ("state", "shown"),
    [("waiting", "talks"), ("no-talks", "weather"), ("refused", "bad"), ("done", None)],
)
def test_documents_are_listed_by_state(desk, state, shown):
    send(
        desk,
        ("a.html", REPORT.replace("两地会谈", "talks").encode()),
        ("b.html", WEATHER.replace("<body>", "<head><title>weather</title></head><body>").encode()),
        ("bad", b"\x89PNG\r\n\x1a\n"),
    )
    page = desk.get(reverse("desk:inbox"), {"state": state}).content.decode()
    table = page[page.index("<h2>") :]
    for name in ("talks", "weather", "bad"):
        assert (f">{name}<" in table) == (name == shown)


def test_a_long_list_comes_in_pages_at_a_fixed_price(desk, taken_in, django_assert_max_num_queries):
    document = taken_in.document
    Reading.objects.bulk_create(
        Reading(document=document, reader_name="r", reader_version=str(n), payload={})
        for n in range(120)
    )
    with django_assert_max_num_queries(15):
        page = desk.get(reverse("desk:inbox") + "?state=all&sort=title&page=2")
    assert len(page.context["rows"]) == 50
    assert "state=all&amp;sort=title&amp;page=3" in page.content.decode()


def test_uploads_beyond_the_limit_are_asked_to_come_back(desk, monkeypatch):
    none = threading.BoundedSemaphore(1)
    none.acquire()
    monkeypatch.setattr(intake, "_turns", lambda: none)
    monkeypatch.setattr(intake, "PATIENCE", 0.01)
    response = send(desk, ("talks.html", REPORT.encode()))
    assert response.status_code == 503
    assert response["Retry-After"]
    assert not Arrival.objects.exists()


def test_a_hostile_file_name_is_only_shown(desk):
    send(desk, ("../../<script>alert(1)</script>.html", REPORT.encode()))
    document = Document.objects.get()
    assert document.file.name == f"{document.sha256[:2]}/{document.sha256}"
    assert b"<script>alert" not in desk.get(reverse("desk:inbox")).content
    packed = archive(("../../etc/\x1b[31m\u202egnp.html", OTHER.encode()))
    page = send(desk, ("a\x00.zip", packed), ("b.png", b"x")).content.decode()
    assert "\u202e" not in page
    assert "\x1b" not in page


@pytest.mark.parametrize("language", ["ko", "ko-cn", "zh-hans"])
def test_what_became_of_files_is_told_in_every_language(desk, language):
    with override(language):
        packed = archive(("a.html", REPORT.encode()), ("b.png", b"\x89PNG\r\n\x1a\n"))
        pages = [
            send(desk, ("x.zip", packed), ("y.html", WEATHER.encode()), ("z", b"")),
            send(desk, ("x.zip", packed)),
            desk.get(reverse("desk:inbox") + "?state=refused"),
        ]
    names = {
        "hapjak",
        "HTML",
        "TXT",
        "UTC",
        "PDF",
        "DOCX",
        "HWPX",
        "ZIP",
        "registrar",
        "rice",
        "html",
        "zip",
    }
    for page in pages:
        assert english_words(page.content.decode()) <= names | {"png"}
