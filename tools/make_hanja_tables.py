"""Make the tables of `hapjak.hanja` from Unihan and libhangul.

    python3 tools/make_hanja_tables.py
    HANJA_SOURCES=dir python3 tools/make_hanja_tables.py    # packages unpacked under dir

Sources (Debian packages): `unicode-data` (Unihan, Unicode licence) and
`libhangul-data` (hanja.txt, BSD-3-Clause). The tables are kept in the
repository; this is run again only when a source changes.
"""

from __future__ import annotations

import bz2
import os
import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

ROOT = Path(os.environ.get("HANJA_SOURCES", "/"))  # where the packages are unpacked
UNIHAN = ROOT / "usr/share/unicode"
HANJA = ROOT / "usr/share/libhangul/hanja/hanja.txt"
DATA = Path(__file__).parents[1] / "src" / "hapjak" / "hanja" / "data"
UNICODE_NOTICE = "# From the Unicode Han Database (NOTICE.txt), cut by tools/make_hanja_tables.py\n"
LIBHANGUL_NOTICE = "# From libhangul hanja.txt (NOTICE.txt), cut by tools/make_hanja_tables.py\n"
TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ", "aaaaeeeeiiiioooouuuuüüüünnnm")
Y_VOWELS = {2, 3, 6, 7, 12, 17, 20}


@cache
def unihan(name: str, *fields: str) -> dict[str, dict[str, str]]:
    """Values of fields by character."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    with bz2.open(UNIHAN / f"Unihan_{name}.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] in fields:
                found[chr(int(parts[0][2:], 16))][parts[1]] = parts[2]
    return found


def folded(syllable: str) -> str:
    """A syllable by the South's initial-sound law."""
    code = ord(syllable) - 0xAC00
    onset, vowel = code // 588, code % 588 // 28
    if onset == 5:
        return chr(ord(syllable) + ((11 if vowel in Y_VOWELS else 2) - 5) * 588)
    if onset == 2 and vowel in Y_VOWELS:
        return chr(ord(syllable) + 9 * 588)
    return syllable


def without_folded(readings: list[str]) -> list[str]:
    """Readings without those that only follow the initial-sound law from another."""
    return [r for r in readings if not any(o != r and folded(o) == r for o in readings)]


def hangul_of(value: str) -> list[str]:
    """kHangul: syllables with class marks; standard ones (0, 1, E) first, as listed."""
    parts = [part.partition(":") for part in value.split()]
    standard = [syllable for syllable, _, marks in parts if re.search("[01E]", marks)]
    return list(dict.fromkeys([*standard, *(syllable for syllable, _, _ in parts)]))


def variants(value: str) -> list[str]:
    return [chr(int(code.split("<")[0][2:], 16)) for code in value.split()]


def entries() -> list[tuple[str, str]]:
    """Words of two to four characters with their readings."""
    found = []
    for line in HANJA.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#") and line.count(":") >= 2:
            reading, word, _ = line.split(":", 2)
            if 2 <= len(word) <= 4 and len(word) == len(reading):
                found.append((word, reading))
    return found


def usage() -> Counter[tuple[str, str]]:
    """How often a character is read so in the dictionary's words, initial sounds folded."""
    return Counter(
        (c, folded(s)) for word, reading in entries() for c, s in zip(word, reading, strict=True)
    )


# Shapes of KS X 1001 that Unihan does not link to the general ones.
KOREAN = """
屛屏 喩喻 囟囱
靑青 淸清 鄕乡 旣既 槪概 漑溉 尙尚 衆众 郞郎 虛虚 戶户 稅税 說说 悅悦 銳锐 閱阅 愼慎 鎔镕
產产 産产 彥彦 顔颜 緖绪 諸诸 晩晚 兗兖 濬浚 晳晰 飮饮 絕绝 絶绝 錄录 祿禄 綠绿 卽即 鄧邓
曺曹 裵裴 廏厩 嶋岛 峽峡 橫横 勳勋 昻昂 栢柏 鍊炼 煉炼 羣群 硏研 囯国 囲围 汚污 鉉铉 鎬镐
"""
PINYIN = ("kMandarin", "kHanyuPinlu", "kXHC1983", "kTGHZ2013")


def pinyin_of(fields: dict[str, str]) -> list[str]:
    """Toneless pinyin of a character: the usual reading first, then the dictionaries' others."""
    marked = [re.sub(r"[\d.,:*()]", " ", fields.get(field, "")).split() for field in PINYIN]
    plain = [
        unicodedata.normalize("NFC", one).translate(TONES) for found in marked for one in found
    ]
    return [one for one in dict.fromkeys(plain) if re.fullmatch("[a-zü]+", one)]


def readings() -> dict[str, tuple[list[str], list[str], str]]:
    """Character to Sino-Korean readings, the likeliest first, toneless pinyin and Cantonese."""
    sounds = unihan("Readings", "kHangul", *PINYIN, "kCantonese")
    forms = unihan("Variants", "kTraditionalVariant", "kSemanticVariant", "kZVariant")
    used = usage()
    table = {}
    for character in sorted({*sounds, *forms}):
        if not "\u3400" <= character <= "\u9fff" and not "\uf900" <= character <= "\ufaff":
            continue
        others = [
            v for v in variants(forms[character].get("kTraditionalVariant", "")) if v != character
        ]
        own = hangul_of(sounds[character].get("kHangul", ""))
        found = [h for v in others for h in hangul_of(sounds[v].get("kHangul", ""))]
        if not found and not own:
            near = [character, *others]
            others = [
                w
                for v in near
                for f in ("kZVariant", "kSemanticVariant")
                for w in variants(forms[v].get(f, ""))
            ]
            found = [h for v in others for h in hangul_of(sounds[v].get("kHangul", ""))]
        found = without_folded(list(dict.fromkeys([*found, *own])))
        spelled = [*others, character]
        found.sort(key=lambda r: -sum(used[form, folded(r)] for form in spelled))
        cantonese = sounds[character].get("kCantonese", "").split()
        if found:
            spoken = cantonese[0].rstrip("123456") if cantonese else ""
            table[character] = (found, pinyin_of(sounds[character]), spoken)
    for shape, character in same().items():
        if shape in table and character not in table:  # 尚, whose reading stands at 尙
            cantonese = sounds[character].get("kCantonese", "").split()
            spoken = cantonese[0].rstrip("123456") if cantonese else ""
            table[character] = (table[shape][0], pinyin_of(sounds[character]), spoken)
    return dict(sorted(table.items()))


def words(table: dict[str, tuple[list[str], list[str], str]]) -> dict[str, str]:
    """Words of two to four characters that are not read by their first readings."""
    simplified = unihan("Variants", "kSimplifiedVariant")
    found: dict[str, str] = {}
    for word, reading in entries():
        plain = "".join(
            (variants(simplified[c]["kSimplifiedVariant"])[0] if c in simplified else c)
            for c in word
        )
        for form in {word, plain}:
            if not all(c in table for c in form):
                continue
            first = "".join(folded(table[c][0][0]) for c in form)
            if "".join(map(folded, reading)) != first:
                found.setdefault(form, reading)
    return found


def simplified() -> dict[str, str]:
    """Traditional characters with the one that replaces them; what stays in use stays itself."""
    found = {}
    for character, fields in sorted(unihan("Variants", "kSimplifiedVariant").items()):
        forms = variants(fields["kSimplifiedVariant"])
        if character not in forms and character <= "\uffff":
            found[character] = forms[0]
    return found


def traditional() -> dict[str, list[str]]:
    """Simplified characters with the traditional ones they stand for, the commonest first."""
    used: Counter[str] = Counter(c for word, _ in entries() for c in word)
    found: dict[str, list[str]] = {}
    for character, fields in sorted(unihan("Variants", "kTraditionalVariant").items()):
        forms = [v for v in variants(fields["kTraditionalVariant"]) if v <= "\uffff"]
        if character <= "\uffff" and forms != [character]:
            found[character] = sorted(forms, key=lambda form: -used[form])
    return found


def same() -> dict[str, str]:
    """Other shapes of a character, as Korea, Japan or Hong Kong print it: 敎 → 教, 靑 → 青.

    Only into the characters of the list of general use (kTGH), and only where
    Unihan names one of them; a simplification stands in `simplified.tsv`.
    """
    general = {c for c, _ in unihan("OtherMappings", "kTGH").items()}
    plain = simplified()
    forms = unihan("Variants", "kZVariant", "kSemanticVariant")
    links: dict[str, list[str]] = defaultdict(list)
    for field in ("kZVariant", "kSemanticVariant"):
        for character, fields in forms.items():
            for other in variants(fields.get(field, "")):
                links[character].append(other)
                if field == "kZVariant":
                    links[other].append(character)
    found = {one: other for one, other in map(tuple, KOREAN.split()) if one != other}
    for character in sorted(links):
        if character in general or character in plain or character > "\uffff":
            continue
        targets = [plain.get(other, other) for other in links[character]]
        target = next((t for t in targets if t in general and t != character), None)
        if target:
            found.setdefault(character, target)
    return dict(sorted((one, other) for one, other in found.items() if plain.get(one) != other))


def spelled() -> list[tuple[str, str, str]]:
    """Words whose head the South changes: Chinese-Korean spelling, South spelling, characters.

    The reading of each character gives the one, the dictionary the other. Only
    words whose Chinese-Korean spelling is no word of the South are kept.
    """
    table = readings()
    south = {reading for reading, _ in korea()}
    pairs: dict[str, tuple[str, str]] = {}
    for reading, word in korea():
        if len(word) < 2 or len(word) != len(reading) or not all(c in table for c in word):
            continue
        unfolded = "".join(
            next((r for r in table[c][0] if r == s or folded(r) == s), s)
            for c, s in zip(word, reading, strict=True)
        )
        if unfolded != reading and unfolded not in south:
            pairs.setdefault(unfolded, (reading, word))
    return [(china, korea, word) for china, (korea, word) in sorted(pairs.items())]


@cache
def korea() -> list[tuple[str, str]]:
    """The dictionary without the spellings of the North that stand beside the South's.

    It lists 력사 and 역사 for 歷史; where two readings of one word differ by the
    law alone, the one that follows it is the South's.
    """
    by_word: dict[str, set[str]] = defaultdict(set)
    for reading, word in dictionary():
        by_word[word].add(reading)

    def lawful(reading: str, word: str) -> bool:
        twins = by_word[word] - {reading}
        return not any(
            len(twin) == len(reading)
            and all(a == b or folded(a) == b for a, b in zip(reading, twin, strict=True))
            for twin in twins
        )

    return [(reading, word) for reading, word in dictionary() if lawful(reading, word)]


def kept() -> list[str]:
    """Words of two or three syllables that keep ㄹ or ㄴ inside in both norms (협력, 권리).

    They say that a word does not begin there: 협력사업 holds no 력사.
    """
    heads = {
        reading for reading, word in korea() if len(reading) == len(word) and len(word) in (2, 3)
    }
    return sorted(r for r in heads if any(folded(s) != s for s in r[1:] if "가" <= s <= "힣"))


def firsts() -> list[str]:
    """Words of two syllables that begin at least three longer words of the dictionary."""
    begun = Counter(
        reading[:2]
        for reading, word in korea()
        if len(word) == len(reading) and len(word) in (4, 5, 6)
    )
    short = {reading for reading, word in korea() if len(word) == 2 == len(reading)}
    return sorted(first for first, times in begun.items() if times > 2 and first in short)


def dictionary() -> list[tuple[str, str]]:
    """Readings and words of the dictionary, of any length."""
    lines = [line for line in HANJA.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    split = [line.split(":", 2) for line in lines if line.count(":") >= 2]
    return [(reading, word) for reading, word, _ in split]


def main() -> None:
    table = readings()
    general = unihan("OtherMappings", "kTGH")
    ranks = {c: fields["kTGH"].rpartition(":")[2] for c, fields in general.items()}
    lines = [
        f"{c}\t{' '.join(found)}\t{' '.join(pinyin)}\t{cantonese}\t{ranks.get(c, '')}\n"
        for c, (found, pinyin, cantonese) in table.items()
    ]
    head = "character\thangul\tpinyin\tcantonese\tgeneral\n"
    write("readings.tsv", UNICODE_NOTICE + head, lines)
    old = [f"{new}\t{' '.join(olds)}\n" for new, olds in traditional().items()]
    write("traditional.tsv", UNICODE_NOTICE + "simplified\ttraditional\n", old)
    shapes = [f"{one}\t{other}\n" for one, other in same().items()]
    write("shapes.tsv", UNICODE_NOTICE + "shape\tcharacter\n", shapes)
    norms = [f"{china}\t{korea}\t{word}\n" for china, korea, word in spelled()]
    notice = LIBHANGUL_NOTICE.replace("hanja.txt (", "hanja.txt and Unihan (")
    write("south.tsv", notice + "china\tsouth\thanja\n", norms)
    write("kept.tsv", LIBHANGUL_NOTICE + "word\n", [f"{word}\n" for word in kept()])
    write("firsts.tsv", LIBHANGUL_NOTICE + "word\n", [f"{word}\n" for word in firsts()])
    forms = [f"{old}\t{new}\n" for old, new in simplified().items() if new <= "\uffff"]
    write("simplified.tsv", UNICODE_NOTICE + "traditional\tsimplified\n", forms)
    pairs = [f"{word}\t{reading}\n" for word, reading in sorted(words(table).items())]
    write("words.tsv", LIBHANGUL_NOTICE + "word\thangul\n", pairs)


def write(name: str, head: str, lines: list[str]) -> None:
    DATA.mkdir(exist_ok=True)
    (DATA / name).write_text(head + "".join(lines), encoding="utf-8")
    print(f"{name}: {len(lines)} rows")


if __name__ == "__main__":
    main()
