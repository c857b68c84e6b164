"""Public pages: every fact with its sentence, nothing of what is not public."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from django.utils.translation import override

from hapjak.register.models import (
    Commitment,
    Document,
    Meeting,
    Organisation,
    Partnership,
    Person,
    Record,
    Rights,
)
from tests.conftest import english_words

pytestmark = [pytest.mark.django_db, pytest.mark.database]

LANGUAGES = ("en", "ko", "ko-cn", "zh-hans")
LISTS = ("start", "partnerships", "commitments", "meetings", "people", "documents", "search")
SINGLE = {
    "partnership": Partnership,
    "commitment": Commitment,
    "meeting": Meeting,
    "person": Person,
    "organisation": Organisation,
    "document": Document,
}


def address(name: str, language: str = "en", **query: str) -> str:
    with override(language):
        model = SINGLE.get(name)
        arguments = [model.objects.first().pk] if model else []
        return reverse(f"public:{name}", args=arguments)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*LISTS, *SINGLE])
def test_every_page_is_there_in_every_language(client, registered, name, language):
    page = client.get(address(name, language))
    assert page.status_code == 200
    assert "{{" not in page.content.decode()


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("name", [*LISTS, *SINGLE])
def test_nothing_is_left_in_english(client, registered, name, language):
    page = client.get(address(name, language), {"q": "빙설"}).content.decode()
    assert english_words(page) <= {"hapjak", "UTC", "rice"}


@pytest.mark.parametrize("name", SINGLE)
def test_what_is_not_public_is_not_there(client, hidden, name):
    assert client.get(address(name)).status_code == 404


@pytest.mark.parametrize("name", LISTS)
def test_lists_and_search_do_not_tell_of_it(client, hidden, name):
    page = client.get(address(name), {"q": "빙설"}).content.decode()
    for word in ("심약천", "량식", "빙설산업", "사업회담"):
        assert word not in page


def test_the_office_sees_what_is_not_public(client, hidden, registrar):
    client.force_login(registrar)
    assert "심약천" in client.get(address("people")).content.decode()


def test_a_commitment_shows_who_how_firmly_and_its_sentence(client, registered):
    page = client.get(address("commitment")).content.decode()
    plain = re.sub(r"<[^>]+>", "", page)
    assert "빙설산업 협력을 강화하고 운항에 량식을 공급하기를 희망했다." in plain
    for words in ("심약천", "Qinglan Province", "Yungang Municipality", ">hope<", "청람일보"):
        assert words in page
    assert "2021-05-13" in plain


def test_a_hope_is_not_counted_among_what_was_agreed(client, registered):
    page = client.get(address("start")).content.decode()
    assert "2 commitments" in page
    assert "0 of them agreed or signed" in page


@pytest.mark.parametrize("query", ["빙설", "冰雪", "冰雪产业", "ᄇ" + "ᅵᆼ설산업"])
def test_chinese_and_korean_find_each_other(client, registered, query):
    page = client.get(address("search"), {"q": query}).content.decode()
    assert address("commitment") in page


@pytest.mark.parametrize("query", ["", "   ", "%", "'; drop table", "x" * 500, '"', "水産業無"])
def test_odd_queries_find_nothing_and_break_nothing(client, registered, query):
    page = client.get(address("search"), {"q": query})
    assert page.status_code == 200
    assert address("commitment") not in page.content.decode()


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"field": "ICE"}, 1),
        ({"field": "AGR01"}, 1),
        ({"field": "SOC"}, 0),
        ({"firmness": "hope"}, 2),
        ({"firmness": "signed"}, 0),
        ({"partner": "XA-QL"}, 2),
        ({"partner": "XX"}, 0),
    ],
)
def test_lists_are_narrowed_by_what_is_chosen(client, registered, query, count):
    page = client.get(address("commitments"), query)
    assert page.context["page"].paginator.count == count


@pytest.mark.parametrize("name", ["commitments", "people", "meetings", "start", "partnership"])
def test_lists_need_a_fixed_number_of_queries(
    client, registered, name, django_assert_max_num_queries
):
    with django_assert_max_num_queries(16):
        client.get(address(name))


def test_other_peoples_texts_are_quoted_not_shown(client, registered):
    Document.objects.update(rights=Rights.QUOTE)
    page = client.get(address("document")).content.decode()
    assert "빙설산업 협력을 강화" in page
    assert "Shown are the sentences that facts rest on" in page
    assert "<article" not in page


@pytest.mark.parametrize(
    ("basis", "sources", "words"),
    [
        ("invented", [], "are invented"),
        ("facts", ["https://example.org/page"], "after published facts"),
    ],
)
@pytest.mark.parametrize("name", ["commitment", "meeting", "person", "document"])
def test_demonstration_pages_say_what_they_are(client, registered, name, basis, sources, words):
    Document.objects.update(basis=basis, fact_sources=sources)
    page = client.get(address(name)).content.decode()
    assert words in page
    assert all(source in page for source in sources)


def test_text_of_a_source_stays_text(client, registered, intruder):
    hostile = "<script>alert(1)</script>\u202e<img src=x onerror=alert(1)>"
    Document.objects.update(title=hostile, origin=hostile, editors=[hostile])
    Commitment.objects.update(wording=hostile)
    Meeting.objects.update(place=hostile)
    for name in ("document", "documents", "commitment", "commitments", "meeting", "start"):
        page = client.get(address(name)).content.decode()
        assert "<script>alert" not in page
        assert "<img" not in page


def test_pages_forbid_scripts_and_styles_of_others(client, registered):
    header = client.get(address("start"))["Content-Security-Policy"]
    assert "script-src 'self'" in header
    assert "unsafe" not in header


@pytest.mark.parametrize("path", ["/en/commitments/nothing/", "/en/people/../", "/en/nowhere/"])
def test_unknown_addresses_say_so(client, db, path):
    page = client.get(path)
    assert page.status_code == 404
    assert "Nothing stands here" in page.content.decode()


def test_pages_are_only_read(client, registered):
    before = Record.objects.count()
    assert client.post(address("commitments")).status_code in (403, 405)
    assert Record.objects.count() == before
