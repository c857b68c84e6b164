"""Names of territories in five written forms."""

from __future__ import annotations

import pytest

from hapjak.reading import territories
from hapjak.reading.tables import read_table


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("吉林省", "CN-JL"),
        ("길림성", "CN-JL"),
        ("지린성", "CN-JL"),
        ("Jilin Province", "CN-JL"),
        ("jilin", "CN-JL"),
        ("길림", "CN-JL"),  # the province, though a city shares it
        ("吉林市", "CN-220200"),
        ("长春市", "CN-220100"),
        ("연변조선족자치주", "CN-222400"),
        ("옌볜", "CN-222400"),
        ("경기도", "KR-41"),
        ("京畿道", "KR-41"),
        ("遼寧", "CN-LN"),
        ("로씨야", "RU"),
        ("러시아", "RU"),
    ],
)
def test_a_name_of_any_form_finds_its_territory(name: str, code: str) -> None:
    found = territories.find(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("name", ["", "吉", "청람성", "지난", "Province"])
def test_abbreviations_common_words_and_invented_places_are_not_in_the_table(name: str) -> None:
    assert territories.find(name) is None


def test_every_row_has_a_code_of_its_own_and_five_names() -> None:
    rows = read_table("territories.tsv")
    assert len({row["code"] for row in rows}) == len(rows)
    assert not [row["code"] for row in rows if not all(row[form] for form in territories.FORMS)]


def test_full_names_of_a_form_are_different() -> None:
    shared = {"산시성", "광주시"}  # Shanxi and Shaanxi in South Korean transcription
    for form in territories.FORMS:
        full = [row[form] for row in read_table("territories.tsv")]
        assert {name for name in full if full.count(name) > 1} <= shared
