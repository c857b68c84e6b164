"""Written forms a name may take: for proposing identities, never for joining.

景俊海 is 경준해 in Chinese Korean, 징쥔하이 in South Korea, Jing Junhai in Latin.
Every reading of every character counts (宁 녕/령/저), because a paper's reading
need not be the dictionary's.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, product

from hapjak.hanja import tables
from hapjak.hanja.hangul import fold, is_syllable
from hapjak.hanja.transcription import pinyin_to_hangul

HANZI = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]{2,6}")
LATIN = re.compile(r"[A-Za-zÀ-ɏ'’\-]{1,20}(?: [A-Za-zÀ-ɏ'’\-]{1,20}){1,2}")
MOST = 64


def surname_of(name: str) -> str | None:
    """The Chinese surname a name in characters begins with; two characters before one."""
    known = tables.surnames()
    if len(name) > 2 and name[:2] in known:
        return name[:2]
    return name[:1] if name[:1] in known and len(name) > 1 else None


@cache
def hangul_surnames() -> frozenset[str]:
    """Surnames in Hangul: Korean readings with and without folding, and those of Korea."""
    read = {reading for reading, _ in tables.surnames().values()}
    sounded = {
        s for _, pinyin in tables.surnames().values() if (s := pinyin_to_hangul("".join(pinyin)))
    }
    heads = {sound[0] for sound in sounded}
    return frozenset(
        {*read, *(fold(r[0]) + r[1:] for r in read), *sounded, *heads, *tables.korean_surnames()}
    )


def candidate_readings(name: str) -> tuple[str, ...]:
    """Other spellings a name may have, the likeliest first; empty where none can be told.

    For characters: all Korean readings, their South form, the transcription
    by sound, and pinyin. For pinyin: the transcription. For Hangul with ㄹ or
    ㄴ: the South form.
    """
    if HANZI.fullmatch(name):
        return _of_characters(name)
    if LATIN.fullmatch(name):
        return _of_pinyin(name)
    if 2 <= len(name) <= 6 and all(map(is_syllable, name)):
        south = fold(name[0]) + name[1:]
        return (south,) if south != name else ()
    return ()


def _of_characters(name: str) -> tuple[str, ...]:
    surname = surname_of(name) or name[0]
    korean = _korean(name, surname)
    south = [
        fold(k[0]) + k[1 : len(surname)] + fold(k[len(surname)]) + k[len(surname) + 1 :]
        for k in korean
    ]
    latin = _pinyin(name, surname)
    sounds = [pinyin_to_hangul(latin.replace(" ", "").lower()) or ""] if latin else []
    found = [*korean, *south, *sounds, latin]
    return tuple(dict.fromkeys(spelling for spelling in found if spelling))


def _korean(name: str, surname: str) -> list[str]:
    """Every combination of readings, the surname's own reading first."""
    readings = tables.readings()
    if not all(character in readings for character in name):
        return []
    options = [list(readings[character]) for character in name]
    known = tables.surnames().get(surname)
    if known:
        for index, syllable in enumerate(known[0][: len(surname)]):
            options[index] = list(dict.fromkeys([syllable, *options[index]]))
    return ["".join(parts) for parts in islice(product(*options), MOST)]


def _pinyin(name: str, surname: str) -> str:
    """Pinyin, surname and given name as two words; empty if a character has none."""
    pinyin = tables.pinyin()
    known = tables.surnames().get(surname)
    family = "".join(known[1]) if known else pinyin.get(surname, "")
    given = [pinyin.get(character, "") for character in name[len(surname) :]]
    if not family or not all(given):
        return ""
    joined = given[0] + "".join(f"'{s}" if s[0] in "aeo" else s for s in given[1:])
    return f"{family.capitalize()} {joined.capitalize()}"


def _of_pinyin(name: str) -> tuple[str, ...]:
    sound = pinyin_to_hangul(name)
    return (sound,) if sound else ()
