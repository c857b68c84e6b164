"""One territory: its code, its names, what it lies in, and the tables it comes from.

Codes: ISO 3166-2 for provinces (CN-JL, KR-41), below them the national code
(CN-220100 by GB/T 2260, KR-41110 by the Korean administrative code), ISO
3166-1 for countries, and for other big cities the country with the number
GeoNames gives them (RU-G2013348). `tools/make_territories.py` makes the tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

FORMS = ("zh-Hans", "zh-Hant", "ko-CN", "ko-KR", "en")
TABLES = ("countries", "china", "korea", "world", "cities")
RANKS = ("country", "province", "city", "county")
CODE, LEVEL, WITHIN, NAMES, SOUTH, OTHERS = 0, 1, 2, 3, 6, 8  # columns of the tables
# Countries whose divisions are known by their names alone; others where the country is named too.
NEAR = frozenset({"CN", "KR", "KP", "JP", "RU", "MN"})


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory: its name and further names by written form; a form without a name is left out."""

    code: str
    level: str  # country, province, city (prefectures too), county (districts too)
    within: str  # code of the territory around it; empty for countries
    names: Mapping[str, str]
    full: Mapping[str, tuple[str, ...]]  # further full names: 延边州, Jilin-si
    short: Mapping[str, tuple[str, ...]]  # usual names without a level

    @property
    def country(self) -> str:
        """ISO 3166-1 code of the country."""
        return self.code[:2]


def by_code(code: str) -> Territory | None:
    """The territory of a code, if the tables have it."""
    number = numbers().get(code)
    return None if number is None else of_row(number)


def around(territory: Territory) -> tuple[Territory, ...]:
    """What a territory lies in, the nearest first: the city, the province, the country."""
    return _from(territory.within)


@cache
def _from(code: str) -> tuple[Territory, ...]:
    """The territory of a code and what it lies in; nothing for an unknown code."""
    inner = by_code(code) if code else None
    return () if inner is None else (inner, *_from(inner.within))


def widest(found: tuple[Territory, ...]) -> Territory | None:
    """The one of several that lies around all others, if there is one."""
    first, *others = found
    inside = all(any(outer.code == first.code for outer in around(one)) for one in others)
    return first if inside else None


def is_known_alone(territory: Territory) -> bool:
    """Whether a short name means a territory without its surroundings named."""
    if territory.level == "county":
        return territory.code in _cities_known()
    return territory.country in NEAR or territory.level == "country" or "ko-KR" in territory.names


@cache
def _cities_known() -> frozenset[str]:
    return frozenset(line.split("\t")[0] for line in _lines("known"))


@cache
def ordinary(form: str) -> frozenset[str]:
    """Names that are ordinary words too (和平, 경기, Nice), by the language of a form."""
    languages = {"zh-Hant": "zh-Hans", "ko-CN": "ko", "ko-KR": "ko"}
    language = languages.get(form, form)
    rows = (line.split("\t") for line in _lines("ordinary"))
    return frozenset(row[1] for row in rows if row[0] == language)


def _lines(name: str) -> list[str]:
    path = resources.files("hapjak.reading") / "data" / "territories" / f"{name}.tsv"
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and line[0] != "#"][1:]


@cache
def rows() -> list[list[str]]:
    return [line.split("\t") for name in TABLES for line in _lines(name)]


@cache
def numbers() -> dict[str, int]:
    return {row[CODE]: number for number, row in enumerate(rows())}


@cache
def of_row(number: int) -> Territory:
    row = rows()[number]
    names = {form: row[NAMES + i] for i, form in enumerate(FORMS) if row[NAMES + i]}
    others = {form: row[OTHERS + i].split("|") for i, form in enumerate(FORMS) if row[OTHERS + i]}
    return Territory(
        row[CODE],
        row[LEVEL],
        row[WITHIN],
        names,
        {form: tuple(n[1:] for n in more if n[0] == "=") for form, more in others.items()},
        {form: tuple(n for n in more if n[0] != "=") for form, more in others.items()},
    )
