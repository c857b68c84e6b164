"""Territories under any name, partners made of them, and what the table holds."""

from __future__ import annotations

from collections import Counter

import pytest
from django.core.exceptions import PermissionDenied

from hapjak.accounts.models import User
from hapjak.reading.territory import by_code, of_row, rows
from hapjak.register import history, identity, partners
from hapjak.register.models import Action, Partner
from hapjak.register.partners import Entered
from hapjak.register.refused import Outdated, Refused
from hapjak.register.territory_finder import find

FOUR = ("zh-Hans", "ko-CN", "ko-KR", "en")


def territories(country: str, level: str):
    found = (of_row(number) for number in range(len(rows())))
    return [t for t in found if t.country == country and t.level == level]


@pytest.mark.parametrize(
    ("country", "level", "least", "without"),
    [
        ("CN", "province", 34, {}),
        ("CN", "city", 333, {"ko-CN": 1}),  # 昌都市 as one of two rows
        ("KR", "province", 17, {}),  # 시·도
        ("KR", "city", 226, {}),  # 시·군·구
        ("JP", "province", 47, {}),
    ],
)
def test_the_table_is_whole_in_four_forms(country, level, least, without):
    found = territories(country, level)
    missing = Counter(form for t in found for form in FOUR if form not in t.names)
    assert len(found) >= least
    assert missing == without


def test_the_far_east_of_russia_is_whole():
    codes = [
        "RU-PRI",
        "RU-KHA",
        "RU-AMU",
        "RU-SAK",
        "RU-KAM",
        "RU-MAG",
        "RU-CHU",
        "RU-SA",
        "RU-YEV",
        "RU-BU",
        "RU-ZAB",
    ]
    for code in codes:
        assert set(FOUR) <= set(by_code(code).names)


def test_every_country_has_four_names_and_every_territory_an_english_one():
    everything = [of_row(number) for number in range(len(rows()))]
    assert all("en" in territory.names for territory in everything)
    countries = [t for t in everything if t.level == "country"]
    assert len(countries) > 200
    assert all(set(FOUR) <= set(country.names) for country in countries)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("延边", "CN-222400"),
        ("延邊", "CN-222400"),
        ("연변", "CN-222400"),
        ("옌볜", "CN-222400"),
        ("yanbian", "CN-222400"),
        ("忠清北道", "KR-43"),
        ("충북", "KR-43"),
        ("연해주", "RU-PRI"),
        ("青森", "JP-02"),
        ("cn-jl", "CN-JL"),
    ],
)
def test_a_territory_is_found_under_any_name(query, code):
    assert code in [territory.code for territory in find(query)[:2]]


@pytest.mark.parametrize("query", ["", " ", "…", "없는고장", "x" * 5000])
def test_nothing_is_found_for_no_name(query):
    assert find(query) == []


@pytest.mark.django_db
@pytest.mark.database
def test_a_territory_becomes_a_partner_once(registrar):
    made = partners.register("CN-222400", registrar, Entered({"en": "Something else"}))
    assert (made.name_zh_hans, made.name_en) == (
        "延边朝鲜族自治州",
        "Yanbian Korean Autonomous Prefecture",
    )
    assert made.record.attested_by == registrar
    assert partners.register("CN-222400", registrar, Entered({})) == made
    assert identity.partner_of("延边州政府", "government", "CN-222400") == made
    assert [event.action for event in made.record.events.all()] == [Action.ENTERED]
    assert history.verify() == []


@pytest.mark.django_db
@pytest.mark.database
def test_names_that_the_table_lacks_are_entered(registrar):
    lacking = next(t for t in territories("TR", "province") if "ko-KR" not in t.names)
    made = partners.register(lacking.code, registrar, Entered({"ko-KR": " 어느  주 "}))
    assert made.name_ko_kr == "어느 주"
    with pytest.raises(Refused):
        partners.register("XX-1", registrar, Entered({"en": "Nowhere"}))


@pytest.fixture
def partner(registrar):
    return partners.register("CN-222400", registrar, Entered({}))


def now(partner: Partner, **changed: str) -> Entered:
    names = {form: getattr(partner, column) for form, column in partners.COLUMNS.items()}
    return Entered(names | {key.replace("_", "-"): value for key, value in changed.items()})


@pytest.mark.django_db
@pytest.mark.database
def test_a_name_is_set_right_with_a_reason_and_stays_known(partner, registrar):
    given = now(partner, ko_KR="연변조선족자치주")
    with pytest.raises(Refused):
        partners.set_names(partner, registrar, given, 1, " ")
    other = User.objects.create_user("other")
    with pytest.raises(PermissionDenied):
        partners.set_names(partner, other, given, 1, "why")
    partners.set_names(partner, registrar, given, 1, "the prefecture's own spelling")
    with pytest.raises(Outdated):
        partners.set_names(partner, registrar, now(partner, ko_KR="옌볜"), 1, "why")
    current = Partner.objects.get()
    assert current.name_ko_kr == "연변조선족자치주"
    assert "옌볜조선족자치주" in identity.names_of(current)
    event = current.record.events.last()
    assert event.payload.content["before"] == {"ko-KR": "옌볜조선족자치주"}
    assert event.reason == "the prefecture's own spelling"


@pytest.mark.django_db
@pytest.mark.database
@pytest.mark.parametrize("wrong", [{"en": " "}, {"zh_Hans": "州" * 101}])
def test_a_wrong_name_changes_nothing(partner, registrar, wrong):
    with pytest.raises(Refused):
        partners.set_names(partner, registrar, now(partner, **wrong), 1, "why")
    assert Partner.objects.get().name_en == partner.name_en
