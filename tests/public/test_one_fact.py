"""One event, one fact: a family of records is one page, one line, one count, one hit."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.urls import reverse

from hapjak.register import joining
from hapjak.register.models import (
    Agreement,
    Commitment,
    Judgement,
    Meeting,
    Person,
    Record,
    Verdict,
)
from tests.register.test_likeness import EN, KO, ZH
from tests.reports import record_of, register

pytestmark = [pytest.mark.django_db, pytest.mark.database]

LISTS = ("start", "partnerships", "commitments", "meetings", "people", "documents")
PAPER = (("粮食合作框架协议", "framework"),)


def address(kind: str, record: Record) -> str:
    return reverse(f"public:{kind}", args=[record.pk])


def plain(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


@pytest.fixture
def reports(registrar, partners):
    two = replace(KO, date="2031-08-31", papers=(("량식협력기본협의", "framework"),))
    three = replace(EN, published="2031-09-01", date="2031-08-31")
    return [register(report, registrar) for report in (replace(ZH, papers=PAPER), two, three)]


def join(user, *records: Record) -> list[Judgement]:
    return [joining.judge(records[0], other, Verdict.SAME, user) for other in records[1:]]


@pytest.fixture
def joined(reports, registrar):
    """The three reports' meeting, their first lines and the governor, each one thing."""
    by_field = [{record_of(r, f.local_id).commitment.field: record_of(r, f.local_id) for f in r.findings.filter(kind="commitment")} for r in reports]  # fmt: skip
    made = join(registrar, *(record_of(reading, "m1") for reading in reports))
    for field in ("AGR01", "ICE02", "EDU01"):
        made += join(registrar, *(lines[field] for lines in by_field))
    made += join(registrar, *(record_of(reading, "p0") for reading in reports))
    made += join(registrar, *(record_of(reading, "p1") for reading in reports[:2]))
    made += join(registrar, *(record_of(reading, "a0") for reading in reports[:2]))
    return made


def test_a_meeting_is_listed_and_counted_once(client, joined):
    page = client.get(reverse("public:meetings")).content.decode()
    assert page.count('class="row-words"') == 1
    assert "3 commitments" in plain(page)
    assert "3 commitments" in plain(client.get(reverse("public:start")).content.decode())
    assert client.get(reverse("public:people")).content.decode().count('class="row-words"') == 2


def test_its_page_names_everybody_once_and_shows_what_differs(client, reports, joined):
    page = client.get(address("meeting", record_of(reports[0], "m1"))).content.decode()
    table = page[page.index("<tbody>") : page.index("</tbody>")]
    assert table.count("<tr>") == 2
    said = plain(page)
    assert "2031-08-31 2 reports: 청람신문 , Qinglan Times" in said
    assert "2031-08-30 1 report: 青岚日报" in said
    assert "3 sources" in said
    assert said.count("粮食合作框架协议") == 1


def test_a_line_keeps_the_words_of_each_report(client, reports, joined):
    page = client.get(address("commitment", record_of(reports[0], "c0"))).content.decode()
    said = plain(page)
    for words in (
        "向云港供应大米30万吨",
        "운항에 입쌀 30만톤을 공급할것",
        "supply Yungang with 300,000 tons",
    ):
        assert words in said
    assert "In the words of other reports" in said
    assert "Qinglan Times" in said
    assert "3 sources" in said


def test_the_address_of_a_joined_record_leads_to_the_fact(client, reports, joined):
    for kind, first, other in (
        ("meeting", "m1", "m1"),
        ("commitment", "c0", "c2"),
        ("person", "p0", "p0"),
        ("agreement", "a0", "a0"),
    ):
        response = client.get(address(kind, record_of(reports[1], other)))
        assert response.status_code == 302
        assert response["Location"] == address(kind, record_of(reports[0], first))


def test_a_hidden_report_of_a_public_fact_stays_hidden(client, registrar, partners):
    shown = register(ZH, registrar)
    hidden = register(replace(KO, date="2031-08-29"), registrar, visibility="office")
    join(registrar, record_of(hidden, "m1"), record_of(shown, "m1"))
    join(registrar, record_of(hidden, "p0"), record_of(shown, "p0"))
    join(registrar, record_of(hidden, "c2"), record_of(shown, "c0"))
    assert client.get(address("meeting", record_of(hidden, "m1"))).status_code == 404
    for kind, local_id in (("meeting", "m1"), ("person", "p0"), ("commitment", "c0")):
        page = client.get(address(kind, record_of(shown, local_id))).content.decode()
        for words in ("청람신문", "심약천", "입쌀", "2031-08-29"):
            assert words not in page
    client.force_login(registrar)
    page = client.get(address("meeting", record_of(shown, "m1"))).content.decode()
    assert "청람신문" in page


def test_search_finds_a_fact_once_in_any_words(client, reports, joined):
    for query in ("冰雪装备", "빙설장비", "snow equipment"):
        page = client.get(reverse("public:search"), {"q": query}).content.decode()
        hits = re.findall(r'href="(/en/commitments/[^"]+)"', page)
        assert hits == [address("commitment", record_of(reports[0], "c1"))]


def test_people_and_bodies_have_one_page(client, reports, joined):
    person = client.get(address("person", record_of(reports[0], "p0"))).content.decode()
    for name in ("沈若川", "심약천", "Shen Ruochuan"):
        assert name in person
    assert len(re.findall(r'href="/en/meetings/0', person)) == 1
    assert len(set(re.findall(r'href="(/en/commitments/0[^"]+)"', person))) == 2
    body = client.get(address("organisation", record_of(reports[0], "o0"))).content.decode()
    assert len(re.findall(r'href="/en/meetings/0', body)) == 1


def test_a_partnership_shows_talks_and_lines_once(client, reports, joined):
    from hapjak.register.models import Partnership

    page = client.get(reverse("public:partnership", args=[Partnership.objects.get().pk]))
    text = page.content.decode()
    assert text.count('class="both event"') == 1
    assert len(re.findall(r'<a href="/en/commitments/0', text)) == 3
    assert len(re.findall(r'<a href="/en/agreements/0', text)) == 1


def test_pages_of_a_family_cost_a_fixed_number_of_queries(
    client, reports, joined, django_assert_max_num_queries
):
    for kind, local_id, most in (
        ("meeting", "m1", 45),
        ("commitment", "c0", 45),
        ("person", "p0", 40),
    ):
        with django_assert_max_num_queries(most):
            client.get(address(kind, record_of(reports[0], local_id)))


def everything(client) -> dict[str, str]:
    """All public pages as they are shown, but for what the history tells of judgements."""
    addresses = [reverse(f"public:{name}") for name in LISTS]
    for kind, model in (
        ("meeting", Meeting), ("commitment", Commitment), ("person", Person), ("agreement", Agreement)
    ):  # fmt: skip
        addresses += [address(kind, fact.record) for fact in model.objects.order_by("pk")]
    pages = {path: client.get(path).content.decode() for path in addresses}
    return {path: re.sub(r"(?s)\s*<li>judg.*?</li>", "", page) for path, page in pages.items()}


def rows() -> list[tuple]:
    return list(Record.objects.order_by("pk").values_list("pk", "joined_into", "visibility"))


@pytest.fixture
def before(client, reports):
    return everything(client), rows()


def test_undoing_restores_every_page(client, before, joined, registrar):
    pages, records = before
    assert everything(client) != pages
    for judgement in reversed(joined):
        joining.undo(judgement, registrar)
    assert everything(client) == pages
    assert rows() == records
