"""Territories and their names in five written forms.

Codes: ISO 3166-2 for provinces (CN-JL, KR-41), below them the national code
(CN-220100 by GB/T 2260, KR-41110 by the Korean administrative code), ISO
3166-1 for countries. The table is ours because no library has Chinese
provinces in Korean or Korean regions in Chinese.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from hapjak.reading.tables import read_table

FORMS = ("zh-Hans", "zh-Hant", "ko-CN", "ko-KR", "en")


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory: full name and usual short names by written form."""

    code: str
    level: str  # country, province, city
    names: Mapping[str, str]
    short: Mapping[str, tuple[str, ...]]


@cache
def _table() -> tuple[Territory, ...]:
    return tuple(
        Territory(
            row["code"],
            row["level"],
            {form: row[form] for form in FORMS},
            {form: tuple(filter(None, row[f"short {form}"].split("|"))) for form in FORMS},
        )
        for row in read_table("territories.tsv")
    )


@cache
def _by_code() -> dict[str, Territory]:
    return {territory.code: territory for territory in _table()}


def by_code(code: str) -> Territory | None:
    """The territory of a code, if the table has it."""
    return _by_code().get(code)


@cache
def names(form: str) -> Mapping[str, Territory]:
    """All full and short names of a written form.

    Where a short name stands for two (길림 is a province and a city), the row
    that comes first in the table holds: provinces before cities.
    """
    found: dict[str, Territory] = {}
    for territory in _table():
        for name in (territory.names[form], *territory.short[form]):
            found.setdefault(name, territory)
    return found


@cache
def _all_names() -> dict[str, Territory]:
    found: dict[str, Territory] = {}
    for form in FORMS:
        for name, territory in names(form).items():
            found.setdefault(name.lower(), territory)
    return found


def find(name: str) -> Territory | None:
    """The territory of a full or short name in any written form; None for the unknown."""
    return _all_names().get(name.lower())
