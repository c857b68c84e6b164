"""Under what a person or body is looked for beside the keys of its spellings.

A search key leads from characters to every form they may take. It does not lead
from a reading to a sound (채기 and 차이치) nor to customary Latin letters
(박정희 and Park Chung Hee). So people are also looked for by side and surname, and
bodies by the name of their place without its level.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from hapjak.hanja import search_key, surname_of, tables, written_forms
from hapjak.hanja.hangul import fold
from hapjak.hanja.latin import printed, words
from hapjak.hanja.romanised import official
from hapjak.hanja.script import Script, base_form, script_of
from hapjak.hanja.spelling import bare
from hapjak.hanja.transcription import pinyin_to_hangul
from hapjak.hanja.words import Kind, wordings

LONGEST = 120  # of a key


def keys_of(name: str) -> list[str]:
    """Search keys of all forms a name may be written in."""
    keys = [search_key(reading) for reading in (name, *written_forms(name).spellings())]
    return [key[:300] for key in dict.fromkeys(keys) if key]


def person_keys(names: Iterable[str], side: str) -> list[str]:
    """Side and surname of a person; without a side they are looked for by spelling alone."""
    return sorted({f"person|{side}|{one}" for name in names for one in surnames(name)})


def body_keys(names: Iterable[str]) -> list[str]:
    """Names of the places that bodies are named after."""
    return sorted({f"body|{key}"[:LONGEST] for name in names for key in _cores(name)})


@lru_cache(maxsize=4096)
def surnames(name: str) -> frozenset[str]:
    """What a name's surname may be: in pinyin, and folded in Hangul."""
    shown = bare(name)
    match script_of(shown):
        case Script.HAN:
            surname = surname_of(shown) or shown[:1]
            return _of_characters().get(base_form(surname), frozenset())
        case Script.HANGUL:
            return _of_hangul(shown)
        case Script.LATIN:
            return _of_latin(shown)
        case _:
            return frozenset()


def _of_hangul(name: str) -> frozenset[str]:
    """A name in Hangul begins with a surname read, or with one as it sounds in Chinese."""
    found: set[str] = set()
    for length in (1, 2):
        head = name[:length]
        if len(name) > length:
            found |= _by_reading().get(fold(head[0]) + head[1:], frozenset())
            found |= _by_sound().get(head, frozenset())
    return frozenset(found)


def _of_latin(name: str) -> frozenset[str]:
    found: set[str] = set()
    said = words(name)
    for word in (said[0], said[-1]) if said else ():
        found |= _by_latin().get(word, frozenset())
    return frozenset(found)


@cache
def _of_characters() -> dict[str, frozenset[str]]:
    """Pinyin and readings of surnames in characters, of China and of Korea."""
    found: dict[str, set[str]] = {}
    for surname, (read, _) in tables.surnames().items():
        said = ("".join(one) for one in _spoken(surname))
        found.setdefault(base_form(surname), set()).update(said, (fold(read[0]) + read[1:],))
    for hangul, (characters, _) in tables.surnames_of_korea().items():
        for surname in characters:
            found.setdefault(base_form(surname), set()).add(fold(hangul[0]) + hangul[1:])
    return {surname: frozenset(ones) for surname, ones in found.items()}


def _spoken(surname: str) -> Iterator[tuple[str, ...]]:
    syllables = tables.surname_pinyins()[surname]
    if len(syllables) == 1:
        yield from ((one,) for one in syllables[0])
    else:
        yield tuple(said[0] for said in syllables)


@cache
def _by_reading() -> dict[str, frozenset[str]]:
    """All that a surname read in Korean may be: itself, and the pinyin of its characters."""
    found: dict[str, set[str]] = {}
    for ones in _of_characters().values():
        for read in (one for one in ones if not one.isascii()):
            found.setdefault(read, set()).update(ones)
    for hangul in tables.surnames_of_korea():
        found.setdefault(fold(hangul[0]) + hangul[1:], set()).add(fold(hangul[0]) + hangul[1:])
    return {read: frozenset(ones) for read, ones in found.items()}


@cache
def _by_sound() -> dict[str, frozenset[str]]:
    """The pinyin of surnames by their sound in Hangul."""
    found: dict[str, set[str]] = {}
    for ones in _of_characters().values():
        for pinyin in (one for one in ones if one.isascii()):
            sound = pinyin_to_hangul(pinyin)
            if sound:
                found.setdefault(sound[:2], set()).add(pinyin)
    return {sound: frozenset(ones) for sound, ones in found.items()}


@cache
def _by_latin() -> dict[str, frozenset[str]]:
    """What a word in Latin letters may be as a surname: pinyin, or as Koreans spell theirs."""
    found: dict[str, set[str]] = {}
    for ones in _of_characters().values():
        for pinyin in (one for one in ones if one.isascii()):
            for spelled in printed(pinyin):
                found.setdefault(spelled, set()).add(pinyin)
    for hangul, (_, latin) in tables.surnames_of_korea().items():
        for spelled in latin:
            found.setdefault(spelled.lower(), set()).add(fold(hangul[0]) + hangul[1:])
    return {spelled: frozenset(ones) for spelled, ones in found.items()}


def _cores(name: str) -> Iterator[str]:
    """Keys of what is left of a body's name without its level and other known words."""
    shown = bare(name)
    script = script_of(shown)
    if script is None:
        return
    for wording in wordings(shown, script, Kind.BODY):
        core = wording.core.strip()
        if len(core) > 1:
            yield from keys_of(core)
            for hangul in dict.fromkeys((core, *written_forms(core, Kind.PLACE).south[:2])):
                if script_of(hangul) is Script.HANGUL:
                    yield search_key(official(hangul))
        elif not core:  # words alone: 国务院, State Council
            yield "+".join(sorted(min(ids) for ids in (*wording.words, *wording.levels)))
