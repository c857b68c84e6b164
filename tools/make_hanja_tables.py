"""Make the tables of `hapjak.hanja` from Unihan and libhangul.

    python3 tools/make_hanja_tables.py

Sources (Debian packages): `unicode-data` (Unihan, Unicode licence) and
`libhangul-data` (hanja.txt, BSD-3-Clause). The tables are kept in the
repository; this is run again only when a source changes.
"""

from __future__ import annotations

import bz2
import re
from collections import Counter, defaultdict
from pathlib import Path

UNIHAN = Path("/usr/share/unicode")
HANJA = Path("/usr/share/libhangul/hanja/hanja.txt")
DATA = Path(__file__).parents[1] / "src" / "hapjak" / "hanja" / "data"
UNICODE_NOTICE = "# From the Unicode Han Database (NOTICE.txt), cut by tools/make_hanja_tables.py\n"
LIBHANGUL_NOTICE = "# From libhangul hanja.txt (NOTICE.txt), cut by tools/make_hanja_tables.py\n"
TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ", "aaaaeeeeiiiioooouuuuüüüünnnm")
Y_VOWELS = {2, 3, 6, 7, 12, 17, 20}


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


def readings() -> dict[str, tuple[list[str], str]]:
    """Character to Sino-Korean readings, first the likeliest, and toneless pinyin."""
    sounds = unihan("Readings", "kHangul", "kMandarin")
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
        pinyin = sounds[character].get("kMandarin", "").split()
        if found:
            table[character] = (found, pinyin[0].translate(TONES) if pinyin else "")
    return table


def words(table: dict[str, tuple[list[str], str]]) -> dict[str, str]:
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


def main() -> None:
    table = readings()
    lines = [f"{c}\t{' '.join(found)}\t{pinyin}\n" for c, (found, pinyin) in table.items()]
    write("readings.tsv", UNICODE_NOTICE + "character\thangul\tpinyin\n", lines)
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
