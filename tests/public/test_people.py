"""Pages of people, bodies and posts: one identity, every spelling with its source, posts over time."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from hapjak.register import joining
from hapjak.register.models import Organisation, Post, Tenure, Verdict
from tests.conftest import english_words
from tests.register.test_identity_candidates import EN, KO_CN, KO_KR, ZH, person
from tests.register.test_tenures import report
from tests.reports import record_of, register

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def plain(page) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


@pytest.fixture
def four(partners, registrar):
    people = [person(register(one, registrar)) for one in (ZH, KO_CN, KO_KR, EN)]
    for other in people[1:]:
        joining.judge(people[0], other, Verdict.SAME, registrar)
    return people


def test_every_spelling_stands_with_its_form_and_source(client, four):
    page = client.get(reverse("public:person", args=[four[0].pk]))
    text = page.content.decode()
    for name, outlet in (("沈若川", "青岚日报"), ("심약천", "청람신문"), ("선뤄촨", "해솔일보"), ("Shen Ruochuan", "Qinglan Times")):  # fmt: skip
        spelled = next(li for li in text.split("<li>")[1:] if f">{name}</span>" in li)
        assert outlet in spelled
        assert "printed in a source" in spelled


def test_addresses_of_the_others_lead_to_the_one(client, four):
    for other in four[1:]:
        page = client.get(reverse("public:person", args=[other.pk]))
        assert (page.status_code, page.url) == (302, reverse("public:person", args=[four[0].pk]))


def test_posts_of_four_languages_are_one_line(client, four):
    page = client.get(reverse("public:person", args=[four[0].pk]))
    [holding] = page.context["holdings"]
    assert len(holding.shown) == 4
    assert "Governor" in plain(page)


def test_a_spelling_of_a_hidden_document_stays_hidden(client, partners, registrar):
    one = person(register(ZH, registrar))
    two = person(register(KO_CN, registrar, visibility="office"))
    joining.judge(one, two, Verdict.SAME, registrar)
    page = plain(client.get(reverse("public:person", args=[one.pk])))
    assert "심약천" not in page
    assert "청람신문" not in page
    client.force_login(registrar)
    assert "심약천" in plain(client.get(reverse("public:person", args=[one.pk])))


def test_only_the_office_sees_who_was_joined_by_whom(client, four, registrar):
    address = reverse("public:person", args=[four[0].pk])
    assert "Joined and parted" not in plain(client.get(address))
    client.force_login(registrar)
    page = plain(client.get(address))
    assert "Joined and parted" in page
    assert page.count("Undo") == 3


@pytest.fixture
def posts(partners, registrar):
    for name, day in (("沈若川", "2030-01-10"), ("何知秋", "2030-02-10"), ("沈若川", "2030-03-10"), ("沈若川", "2031-01")):  # fmt: skip
        register(report(name, day), registrar)
    body = Organisation.objects.get()
    return reverse("public:office", args=[body.pk, "governor"])


def test_a_post_shows_its_holders_over_the_years(client, posts):
    page = client.get(posts)
    text = page.content.decode()
    assert text.count('<circle class="seen"') == 4
    assert "2030-01-10 – 2031-01" in plain(page)


def test_a_contradiction_is_shown_with_its_sentences(client, posts):
    page = client.get(posts)
    assert "two people in a post that one holds" in plain(page)
    told = page.content.decode()
    told = told[told.index('class="told"') :]
    told = told[: told.index("</ol>")]
    assert told.count("<mark") == 3


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2030-02", "何知秋 surely: shown or stated then"),
        ("2030-06", "沈若川 surely: shown before and after"),
        ("2029年", "沈若川 first shown after"),
        ("2035", "沈若川 last shown before"),
        ("Mai 2030", "This is no year, month or day of the calendar."),
    ],
)
def test_who_held_it_on_a_day(client, posts, on, said):
    assert said in plain(client.get(posts, {"on": on}))


def test_the_sentence_behind_an_answer_is_shown(client, posts):
    page = client.get(posts, {"on": "2030-02-10"})
    assert "</mark> 省长" in page.content.decode()


def test_statements_are_for_the_office_alone(client, posts, registrar):
    tenure = Tenure.objects.first()
    Tenure.objects.create(person=tenure.person, post=Post.objects.get(), attested_by=registrar, text="省长", since="2028")  # fmt: skip
    assert "2028" not in plain(client.get(posts))
    client.force_login(registrar)
    assert "2028" in plain(client.get(posts))


def test_an_unknown_post_is_not_found_and_a_joined_body_leads_on(client, posts, registrar):
    body = Organisation.objects.get()
    for code in ("mayor", "=없음", "nothing"):
        assert client.get(reverse("public:office", args=[body.pk, code])).status_code == 404
    two = record_of(register(report("何知秋", "2032-01-10", side="松原省"), registrar), "o0")
    joining.judge(body.record, two, Verdict.SAME, registrar)
    page = client.get(reverse("public:office", args=[two.pk, "governor"]))
    assert (page.status_code, page.url) == (302, posts)


def test_a_body_lists_its_posts(client, posts):
    body = Organisation.objects.get()
    page = client.get(reverse("public:organisation", args=[body.pk]))
    assert posts in page.content.decode()


@pytest.mark.parametrize("language", ["ko", "ko-cn", "zh-hans"])
def test_pages_are_in_the_readers_language(client, posts, registrar, language):
    person = Tenure.objects.first().person
    body = Organisation.objects.get()
    for address in (
        posts + "?on=2030-02",
        reverse("public:person", args=[person.pk]),
        reverse("public:organisation", args=[body.pk]),
        reverse("desk:identities"),
        reverse("desk:tenure", args=[body.pk, "governor"]),
        reverse("desk:identity-others", args=[person.pk]),
    ):
        client.force_login(registrar)
        page = client.get(address.replace("/en/", f"/{language}/"))
        assert page.status_code == 200
        assert english_words(page.content.decode()) <= {"hapjak", "registrar", "English", "rice"}


def test_pages_take_a_fixed_number_of_queries(client, posts, four, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        client.get(posts, {"on": "2030-02"})
    with django_assert_max_num_queries(45):
        client.get(reverse("public:person", args=[four[0].pk]))
