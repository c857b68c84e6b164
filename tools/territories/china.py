"""China's provinces, prefectures and counties in five written forms (GB/T 2260)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from hapjak.hanja.hangul import fold
from territories.rows import Row, others
from territories.spelling import joined, pinyin, plain_latin, reading, sound, table, traditional

PROVINCES = {
    "11": "BJ", "12": "TJ", "13": "HE", "14": "SX", "15": "NM", "21": "LN", "22": "JL", "23": "HL",
    "31": "SH", "32": "JS", "33": "ZJ", "34": "AH", "35": "FJ", "36": "JX", "37": "SD", "41": "HA",
    "42": "HB", "43": "HN", "44": "GD", "45": "GX", "46": "HI", "50": "CQ", "51": "SC", "52": "GZ",
    "53": "YN", "54": "XZ", "61": "SN", "62": "GS", "63": "QH", "64": "NX", "65": "XJ", "71": "TW",
    "81": "HK", "82": "MO",
}  # fmt: skip
# Level: traditional, Chinese-Korean, South Korean, English.
LEVELS = {
    "自治州": ("自治州", "자치주", "자치주", "Autonomous Prefecture"),
    "自治县": ("自治縣", "자치현", "자치현", "Autonomous County"),
    "自治旗": ("自治旗", "자치기", "자치기", "Autonomous Banner"),
    "地区": ("地區", "지구", "지구", "Prefecture"),
    "林区": ("林區", "림구", "임구", "Forestry District"),
    "特区": ("特區", "특구", "특구", "Special District"),
    "新区": ("新區", "신구", "신구", "New Area"),
    "矿区": ("礦區", "광구", "광구", "Mining District"),
    "市": ("市", "시", "시", "City"),
    "县": ("縣", "현", "현", "County"),
    "区": ("區", "구", "구", "District"),
    "旗": ("旗", "기", "기", "Banner"),
    "盟": ("盟", "맹", "맹", "League"),
}
NOT_LEVEL = frozenset({"清新区", "云梦县", "矿区", "新区"})  # 清新 is the name, 区 the level
READ = ("21", "22", "23", "LN", "JL", "HL")  # where the South also reads the hanja of counties
SHORT_LEVEL = {"自治州": "州", "自治县": "县", "自治旗": "旗"}
WING = re.compile(r"(?P<side>左翼|右翼)?(?P<part>[前中后左右]|联合)?$")
WINGS = {
    "左翼": ("左翼", "좌익", "Left"), "右翼": ("右翼", "우익", "Right"), "前": ("前", "전", "Front"),
    "中": ("中", "중", "Middle"), "后": ("後", "후", "Rear"), "左": ("左", "좌", "Left"),
    "右": ("右", "우", "Right"), "联合": ("聯合", "련합", "United"),
}  # fmt: skip
SOURCE = "GB/T 2260; Korean by orthography §7"


@dataclass(frozen=True, slots=True)
class Spelled:
    """One part of a name in all forms; an empty form is not known."""

    hans: str
    hant: str
    ko_cn: str
    ko_kr: str
    en: str
    also_kr: tuple[str, ...] = ()
    also_en: tuple[str, ...] = ()


def parts(name: str) -> tuple[str, str, str]:
    """A name as base, nationalities and level: 长白|朝鲜族|自治县."""
    level = next(lv for lv in LEVELS if name.endswith(lv) and len(name) > len(lv))
    if name in NOT_LEVEL or (len(name) == len(level) + 1 and len(level) > 1):
        level = level[-1]
    if level == "新区" and name not in ("浦东新区", "滨海新区"):
        level = "区"
    rest = name.removesuffix(level)
    base = rest
    if level.startswith("自治") or rest.endswith(("回族", "达斡尔族")):
        while nation := next((n for n in table("nations.tsv") if base.endswith(n)), None):
            if base == nation:
                break
            base = base.removesuffix(nation)
    return base, rest.removeprefix(base), level


def spell(base: str, kind: str = "") -> Spelled:
    """A base in all forms: by the list of sounds, else by reading and pinyin."""
    listed = table("sounds.tsv").get(base + kind) or table("sounds.tsv").get(base)
    if listed is None:
        return _wing(base) or _read(base)
    en, *also_en = listed[0].split("|")
    own = pinyin(base)
    also = [*filter(None, listed[2].split("|")), listed[1]]
    latin = joined(own)
    return Spelled(
        base, traditional(base), listed[1], _south(base, own), en, tuple(also),
        (*also_en, latin) if latin != en else tuple(also_en),
    )  # fmt: skip


def _wing(base: str) -> Spelled | None:
    """科尔沁左翼中 of a banner: the sound, then the wing by its reading."""
    found = WING.search(base)
    head = base[: found.start()] if found else base
    if not found or head == base or head not in table("sounds.tsv"):
        return None
    name = spell(head)
    wings = [WINGS[part] for part in (found["side"], found["part"]) if part]
    tail = ["".join(wing[i] for wing in wings) for i in (0, 1)]
    latin = " ".join(wing[2] for wing in wings)
    ko_cn = name.ko_cn + tail[1] if name.ko_cn else ""
    south = tail[1].replace("련합", "연합")
    return Spelled(
        base, name.hant + tail[0], ko_cn, name.ko_kr + south, f"{name.en} {latin}",
        tuple(k + south for k in name.also_kr if k),
    )  # fmt: skip


def _read(base: str) -> Spelled:
    own = pinyin(base)
    korean = reading(base) or ""
    folded = fold(korean[0]) + korean[1:] if korean else ""
    latin = joined(own)
    also_en = tuple(
        dict.fromkeys(
            form
            for form in (plain_latin(latin), latin.replace("ü", "v"), latin.replace("'", ""))
            if form != latin
        )
    )
    return Spelled(base, traditional(base), korean, _south(base, own), latin, (folded,), also_en)


def _south(base: str, own: list[str]) -> str:
    return table("south.tsv").get(base, [sound(own)])[0]


def nation(names: str) -> Spelled:
    """藏族羌族 in all forms."""
    found = ["", "", "", "", ""]
    while names:
        name = next(n for n in table("nations.tsv") if names.startswith(n))
        en, ko_cn, ko_kr, hant = table("nations.tsv")[name]
        found = [
            found[0] + name, found[1] + hant, found[2] + ko_cn, found[3] + ko_kr,
            f"{found[4]} and {en}" if found[4] else en,
        ]  # fmt: skip
        names = names.removeprefix(name)
    if found[4].count(" and ") > 1:
        found[4] = found[4].replace(" and ", ", ", found[4].count(" and ") - 1)
    return Spelled(*found)


def row_of(code: str, name: str, within: str, level: str, source: str = SOURCE) -> Row:
    base, nations, kind = parts(name)
    own, people = spell(base, kind), nation(nations)
    hant, ko_cn, ko_kr, en = LEVELS[kind]
    if level == "county" and within[3:5] not in READ:
        own = replace(own, also_kr=own.also_kr if base in table("sounds.tsv") else ())
    names = (
        name,
        own.hant + people.hant + hant,
        own.ko_cn + people.ko_cn + ko_cn if own.ko_cn else "",
        own.ko_kr + people.ko_kr + ko_kr,
        " ".join(filter(None, (own.en, people.en, en))),
    )
    short = _short(own, kind) if kind not in ("区", "矿区") else [[] for _ in names]
    if kind in SHORT_LEVEL:
        plain = LEVELS["县"] if kind == "自治县" else LEVELS["旗"]
        end = ("州", "州", "주", "주", "Prefecture") if kind == "自治州" else (kind[-1], *plain)
        for index, form in enumerate((own.hans, own.hant, own.ko_cn, own.ko_kr, own.en)):
            if form:
                short[index].append(f"={form} {end[4]}" if index == 4 else f"={form}{end[index]}")
    if kind in ("市", "县", "旗", "自治州", "盟", "地区"):
        people_kr = "" if kind == "自治州" else people.ko_kr
        tail = "주" if kind == "自治州" else people_kr + ko_kr
        short[3] += [f"={form}{tail}" for form in own.also_kr if form]
        short[4] += [f"={form} {en}" for form in own.also_en] if not nations else []
    if own.ko_cn and "台" in base:  # read 대 or 태
        other = own.ko_cn.translate(str.maketrans("대태", "태대"))
        short[2] += [f"={other}{people.ko_cn}{ko_cn}", *([other] if short[2] else [])]
    if base == "深圳":
        short[2] += ["=심천시", "심천"]
    if len(base) == 1:
        short[4].append(f"={joined([*pinyin(base), *pinyin(kind)])}")
    return Row(code, level, within, names, others(names, short), source)


def _short(own: Spelled, kind: str) -> list[list[str]]:
    """The usual names without level; single characters are none."""
    if len(own.hans) < 2 or own.hans.endswith("族"):
        return [[], [], [], [], []]
    if kind == "旗" and own.hans.endswith(tuple(WINGS)):
        return [[], [], [], [], []]
    return [
        [own.hans],
        [own.hant],
        [own.ko_cn],
        [own.ko_kr, *own.also_kr],
        [own.en, *own.also_en],
    ]


def rows(package: Path) -> Iterator[Row]:
    """All places of the package and of the list of changes, by code."""
    found: dict[str, tuple[str, str]] = {}
    for file in ("city", "area"):
        with (package / "dist" / f"{file}.csv").open(encoding="utf-8") as lines:
            for record in csv.DictReader(lines):
                if "-" not in record["name"]:
                    found[record["code"]] = (record["name"], SOURCE)
    for code, (name, source) in table("changes.tsv").items():
        found[code] = (name, source)
    cities = {code[:4] for code in found if code.endswith("00")}
    for code, (name, source) in sorted(found.items()):
        if name.endswith(("群岛", "海域")):
            continue
        province = f"CN-{PROVINCES[code[:2]]}"
        if code.endswith("00"):
            yield row_of(f"CN-{code}", name, province, "city", source)
        else:
            within = f"CN-{code[:4]}00" if code[:4] in cities else province
            yield row_of(f"CN-{code}", name, within, "county", source)
