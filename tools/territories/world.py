"""Countries and their first-level divisions: CLDR, ISO 3166-2, own lists."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from babel import Locale

from hapjak.hanja import simplify
from territories.rows import Row, others
from territories.spelling import table, traditional

HAN = re.compile(r"[\u3400-\u9fff·\-－ ]+")
# What a full name ends with, by language; what is left is the short name.
ZH_LEVEL = re.compile(r"(?:共和国|边疆区|自治区|自治州|大区|省|州|府|邦|县|市|都|区)$")
KO_LEVEL = re.compile(r"(?:공화국|자치구|자치주|변강구|변강주|아이막|준주|주|성|현|도|부|시)$")
EN_LEVEL = re.compile(
    r"^Republic of | (?:Autonomous Oblast|Autonomous Okrug|Oblast|Krai|Republic|Prefecture|Metropolis"
    r"|Province|City|Region|State|Governorate|District|Department|Territory|County)$"
)
CHINA = ("HK", "MO", "TW", "CN")
OWN = ("RU", "JP", "KP", "MN", "KR", *CHINA[:2], "CN")
OFFSHORE = frozenset({"AQ", "BV", "HM", "TF", "UM", "GS", "IO", "CP", "DG", "EA", "IC", "AC", "TA",
                      "EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "XK", "CQ"})  # fmt: skip
TAIWAN = "CN-TW"


def countries() -> Iterator[Row]:
    """All countries of ISO 3166-1 but those that stand with China's provinces."""
    locales = [Locale.parse(tag).territories for tag in ("zh_Hans", "zh_Hant", "ko", "en")]
    full, korean = table("countries.tsv"), table("countries_ko.tsv")
    for code in sorted(c for c in locales[3] if len(c) == 2 and c.isalpha()):
        if code in CHINA[:3] or code in OFFSHORE:
            continue
        hans, hant, south, en = (re.sub(r"\s*[(（].*", "", names[code]) for names in locales)
        north = korean.get(code, [south])[0]
        own = full.get(code)
        short = [[hans, *_island(hans)], [hant], [north, south], [south], [en]]
        names = (hans, hant, north, south, en)
        if own:
            names = tuple(own[:5])
            for found, more in zip(short, own[5:10], strict=True):
                found[:0] = filter(None, more.split("|"))
        for found, more in zip(short, table("countries_also.tsv").get(code, ()), strict=False):
            found.extend(filter(None, more.split("|")))
        yield Row(
            code, "country", "", names, others(names, short), "ISO 3166-1; CLDR; orthography §6"
        )


def _island(name: str) -> list[str]:
    return [name.removesuffix("群岛")] if name.endswith("群岛") and len(name) > 4 else []


def divisions(cldr: Path, package: Path) -> Iterator[Row]:
    """First-level divisions: English by CLDR, Chinese by the package, the rest by own lists."""
    english = _english(cldr)
    yield from _neighbours()
    chinese = _chinese(package)
    korean, own = table("world_ko.tsv"), table("world_zh.tsv")
    codes = {code for code in chinese if code in english} | {c for c in own if c in english}
    for code in sorted(codes | {c for c in korean if c in english}):
        if code[:2] in OWN:
            continue
        hans = own[code][0] if code in own else chinese.get(code, "")
        south, *more = korean.get(code, [""])[0].split("|")
        en = english[code]
        hant = traditional(hans)
        names = (hans, hant, "", south, en)
        short = [[_bare(ZH_LEVEL, hans)], [_bare(ZH_LEVEL, hans, hant)], [],
                 [*(f"={name}" for name in more), _bare(KO_LEVEL, south)],
                 [_bare(EN_LEVEL, en), *_plain(en)]]  # fmt: skip
        within = TAIWAN if code[:2] == "TW" else code[:2]
        source = "ISO 3166-2; CLDR; iso3166-2-db" + ("; own list" if south else "")
        yield Row(code, "province", within, names, others(names, short), source)


def _neighbours() -> Iterator[Row]:
    for code, (hans, south, north, en) in table("neighbours.tsv").items():
        hant = traditional(hans)
        names = (hans, hant, north, south, en)
        short = [[_bare(ZH_LEVEL, hans)], [_bare(ZH_LEVEL, hans, hant)],
                 [_bare(KO_LEVEL, north)], [_bare(KO_LEVEL, south)], [EN_LEVEL.sub("", en)]]  # fmt: skip
        also = table("neighbours_also.tsv").get(code)
        if also:
            for found, more in zip(short, also, strict=False):
                found.extend(filter(None, more.split("|")))
        yield Row(code, "province", code[:2], names, others(names, short), "ISO 3166-2; own list")


def _bare(level: re.Pattern[str], name: str, cut: str | None = None) -> str:
    """The name without its level; of two characters at least, else nothing."""
    found = level.search(name)
    if not found or found.start() < 2:
        return ""
    return (cut or name)[: found.start()]


def _plain(name: str) -> list[str]:
    """São Paulo as it is often printed: Sao Paulo."""
    parts = unicodedata.normalize("NFKD", name.translate(str.maketrans("đĐłŁøØıʻ", "dDlLoOi'")))
    plain = "".join(c for c in parts if not unicodedata.combining(c)).replace("’", "'")
    return [plain] if plain != name else []


def _english(cldr: Path) -> dict[str, str]:
    path = cldr / "subdivisions" / "en" / "en.json"
    names = json.loads(path.read_text(encoding="utf-8"))["subdivisions"]
    found = names["localeDisplayNames"]["subdivisions"]
    return {f"{k[:2].upper()}-{k[2:].upper()}": name.rstrip("²") for k, name in found.items()}


def _chinese(package: Path) -> dict[str, str]:
    """Chinese names of the package in simplified characters, where they are Chinese at all."""
    path = package / "data" / "iso3166-2.json"
    found = {}
    for code, country in json.loads(path.read_text(encoding="utf-8")).items():
        for region in country["regions"]:
            name = simplify(region["names"].get("zh", ""))
            if region["iso"]:
                found[f"{code}-{region['iso']}"] = name if HAN.fullmatch(name) else ""
    return found


def cities(divisions: list[Row]) -> Iterator[Row]:
    """Big cities abroad, with their GeoNames number as code; within the division of their name."""
    own = {(row.code[:2], name.lstrip("=")): row.code for row in divisions
           for name in (row.names[4], *row.others[4].split("|"))}  # fmt: skip
    for code, row in table("cities.tsv").items():
        hans, south, north, en, more_hans, more_south, more_en, source = row
        hant = traditional(hans)
        names = (hans, hant, north, south, en)
        ends = ("市", "市", "시", "시", " City")
        more = (more_hans, traditional(more_hans), "", more_south, more_en)
        short = [
            [
                *filter(None, spellings.split("|")),
                *([f"={name}{end}"] if name and not name.endswith(end) else []),
            ]
            for name, end, spellings in zip(names, ends, more, strict=True)
        ]
        short[4] += _plain(en)
        within = own.get((code[:2], en), code[:2])
        yield Row(code, "city", within, names, others(names, short), source)


def with_city(cities: list[Row]) -> Callable[[Row], Row]:
    """Gives a division without Korean names those of the city of its name: Tbilisi, 트빌리시."""
    inside = {row.within: row for row in cities}

    def filled(row: Row) -> Row:
        city = inside.get(row.code)
        if city is None or row.names[3]:
            return row
        return replace(row, names=(*row.names[:2], *city.names[2:4], row.names[4]))

    return filled
