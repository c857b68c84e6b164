"""Surnames, and the Korean readings a name in characters may have.

Every reading of every character counts (宁 녕/령/저), because a paper's reading
need not be the dictionary's: the seed of this rule was 진담순 for 陈炎顺.
"""

from __future__ import annotations

from functools import cache

from hapjak.hanja import tables
from hapjak.hanja.hangul import RYEOL, final, fold
from hapjak.hanja.plain import is_han, plain
from hapjak.hanja.script import base_form, combinations
from hapjak.hanja.transcription import pinyin_to_hangul

LONGEST = 40  # characters; longer strings are no names


def surname_of(name: str) -> str | None:
    """The Chinese surname a name in characters begins with; two characters before one."""
    known = tables.surnames()
    first = _base_of(name[:1])
    if len(name) > 2 and first + _base_of(name[1]) in known:
        return name[:2]
    return name[:1] if first in known and len(name) > 1 else None


@cache
def _base_of(character: str) -> str:
    return base_form(character)


def hangul_surname_of(name: str) -> str:
    """The Korean surname a name in Hangul begins with; empty if it begins with none."""
    known = tables.surnames_of_korea()
    if len(name) > 2 and name[:2] in known:
        return name[:2]
    head = name[:1]
    return head if len(name) > 1 and (head in known or fold(head) in known) else ""


@cache
def hangul_surnames() -> frozenset[str]:
    """Surnames in Hangul: Korean readings with and without folding, and those of Korea."""
    read = {reading for reading, _ in tables.surnames().values()}
    sounded = {
        s for _, pinyin in tables.surnames().values() if (s := pinyin_to_hangul("".join(pinyin)))
    }
    heads = {sound[0] for sound in sounded}
    return frozenset(
        {*read, *(fold(r[0]) + r[1:] for r in read), *sounded, *heads, *tables.surnames_of_korea()}
    )


def candidate_readings(name: str) -> tuple[str, ...]:
    """Every Korean reading of a name in characters, unfolded, the likeliest first.

    For identity only: 陈吉宁 is 진길녕, but also 진길령 and 진길저. Empty for
    names in other writing and for characters without a reading; at most 64.
    """
    bare = "".join(plain(name).split())
    if not bare or len(bare) > LONGEST or not all(map(is_han, bare)):
        return ()
    return combinations(readings_of(bare))


def readings_of(name: str) -> list[tuple[str, ...]]:
    """The readings of each character, the surname's own reading first."""
    table = tables.readings()
    options = [
        table.get(c, ()) or table.get(b, ()) for c, b in zip(name, base_form(name), strict=True)
    ]
    surname = surname_of(name)
    if surname:
        read = tables.surnames()[base_form(surname)][0]
        for index, syllable in enumerate(read[: len(surname)]):
            options[index] = tuple(dict.fromkeys((syllable, *options[index])))
    return options


def pinyins_of(name: str) -> list[tuple[str, ...]]:
    """The pinyin readings of each character; a known word's and the surname's own first."""
    table = tables.pinyins()
    shown = base_form(name)
    options = [table.get(c, ()) or table.get(b, ()) for c, b in zip(name, shown, strict=True)]
    surname = surname_of(name)
    said = tables.surname_pinyins()[base_form(surname)] if surname else ()
    if shown[:2] in tables.pinyin_words():
        said = tuple((one,) for one in tables.pinyin_words()[shown[:2]])
    for index, spoken in enumerate(said[: len(name)]):
        options[index] = tuple(dict.fromkeys((*spoken, *options[index])))
    return options


def south(reading: str, surname: int) -> str:
    """A reading as the South writes it: the law at the head of surname and given name.

    Within a name 렬 and 률 become 열 and 율 after a vowel and after ㄴ. With a
    surname of 0 syllables the reading is one word (a place).
    """
    heads = {0, surname}
    syllables = list(reading)
    for index, syllable in enumerate(reading):
        after = final(reading[index - 1]) if index else -1
        if index in heads or (syllable in RYEOL and after in (0, 4)):
            syllables[index] = fold(syllable)
    return "".join(syllables)
