"""The written forms a name takes in the four writings of the register.

景俊海 is 경준해 in Chinese Korean, 징쥔하이 in South Korea (and 경준해 where the
South reads characters), Jing Junhai in Latin. Forms are candidates in order of
likelihood; what a paper prints is for the register to keep as its source.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from hapjak.hanja import latin, romanised
from hapjak.hanja.hangul import fold
from hapjak.hanja.names import (
    LONGEST,
    candidate_readings,
    hangul_surname_of,
    pinyins_of,
    south,
    surname_of,
)
from hapjak.hanja.script import Script, script_of, simplify, traditional_forms
from hapjak.hanja.spelling import bare
from hapjak.hanja.tables import Part
from hapjak.hanja.transcription import hangul_of, pinyin_to_hangul
from hapjak.hanja.words import USUAL, Kind, Piece, pieces_of


@dataclass(frozen=True, slots=True)
class Forms:
    """Spellings of one name, the likeliest first in each form; empty where none can be told.

    Attributes:
        simplified, traditional: Characters; one simplified may be several traditional.
        china: Korean of China: every reading of every character (료녕).
        south: Korean of the South: read, by its law at the heads (요녕).
        sound: Korean of the South: Chinese sounds by its rule of loan words (랴오닝).
        latin: Pinyin for Chinese names, Revised Romanisation and custom for Korean ones.
    """

    simplified: tuple[str, ...] = ()
    traditional: tuple[str, ...] = ()
    china: tuple[str, ...] = ()
    south: tuple[str, ...] = ()
    sound: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()

    def spellings(self) -> tuple[str, ...]:
        """All forms, each spelling once."""
        return tuple(dict.fromkeys(s for field in fields(self) for s in getattr(self, field.name)))


def written_forms(name: str, kind: Kind | None = None) -> Forms:
    """The forms a name may take, from a spelling in characters, Hangul or Latin letters.

    Characters lead to all forms; Hangul and Latin only to the forms of the same
    sound, because 채기 may be 蔡奇 or 蔡琪. Without a kind a name that ends in
    省, 대학 or the like is no person's.
    """
    shown = bare(name)
    script = script_of(shown)
    if script is None or len(shown) > 5 * LONGEST:
        return Forms()
    if script is Script.LATIN:
        sound = pinyin_to_hangul(shown)
        return Forms(sound=(sound,) if sound else (), latin=(shown,))
    if len(shown) > LONGEST:
        return Forms()
    if script is Script.HANGUL:
        return _of_hangul(shown, kind)
    pieces = () if kind is Kind.PERSON else pieces_of(shown, script)
    if kind is None and pieces and not pieces[-1].parts:
        pieces = ()
    if not any(piece.parts for piece in pieces):
        return _of_name(shown, kind)
    return _of_pieces(shown, pieces)


def _of_name(name: str, kind: Kind | None) -> Forms:
    """Forms of a person's name, or of a place's without its level."""
    plain = simplify(name)
    surname = "" if kind is Kind.PLACE else surname_of(name) or name[:1]
    readings = candidate_readings(name)
    read = tuple(dict.fromkeys(south(r, len(surname)) for r in readings))
    pinyin = [found[0] for found in pinyins_of(name) if found]
    if len(pinyin) != len(name):
        return Forms((plain,), traditional_forms(plain), readings, read)
    sounds = [hangul_of(p) for p in pinyin]
    size = len(surname)
    return Forms(
        (plain,),
        traditional_forms(plain) if plain == name else (name,),
        readings,
        read,
        ("".join(s for s in sounds if s),) if all(sounds) else (),
        (latin.pinyin_name(pinyin[:size], pinyin[size:]),),
    )


def _of_pieces(name: str, pieces: tuple[Piece, ...]) -> Forms:
    """Forms of a name made of cores and known words: 吉林省, 北京大学."""
    parts = [
        _of_part(piece.parts[0]) if piece.parts else _of_name(piece.text, Kind.PLACE)
        for piece in pieces
    ]
    plain = simplify(name)
    return Forms(
        (plain,),
        traditional_forms(plain) if plain == name else (name,),
        _joined([p.china for p in parts]),
        _joined([p.south for p in parts]),
        _joined([p.sound for p in parts]),
        _joined([p.latin for p in parts], " "),
    )


def _of_part(part: Part) -> Forms:
    return Forms((), (), part.china[:1], part.south[:1], part.south[:1], part.en[:1])


def _joined(columns: list[tuple[str, ...]], between: str = "") -> tuple[str, ...]:
    """Pieces one after another: the first of each, then the others of the first piece."""
    if not all(columns):
        return ()
    rest = between.join(("", *(column[0] for column in columns[1:])))
    return tuple(head + rest for head in columns[0])


def _of_hangul(name: str, kind: Kind | None) -> Forms:
    """Forms of a name in Hangul: the other norm, and Latin letters as Korea writes them."""
    surname = hangul_surname_of(name) if kind in (None, Kind.PERSON) else ""
    size = len(surname)
    law = "".join(fold(c) if i in (0, size) else c for i, c in enumerate(name))
    both = (law, name) if law[0] != name[0] else (name, law)
    if surname and len(name) <= size + 3 and not _is_place(name, kind):
        return Forms(south=tuple(dict.fromkeys(both)), latin=(romanised.person(law, law[:size]),))
    spelled = _romanised_place(fold(name[0]) + name[1:])
    return Forms(south=tuple(dict.fromkeys(both)), latin=(spelled,) if spelled else ())


def _is_place(name: str, kind: Kind | None) -> bool:
    """Whether a name of no known kind says itself what place it is: 강릉시."""
    pieces = pieces_of(name, Script.HANGUL)
    if kind is not None or len(pieces) < 2 or not pieces[-1].is_a("level"):
        return False
    return len(name) > (2 if pieces[-1].ids & USUAL else 3)


def _romanised_place(name: str) -> str:
    """A place of Korea in Latin letters: Gangneung-si."""
    pieces = pieces_of(name, Script.HANGUL)
    spelled = [
        _ending(piece.parts[0]) if piece.parts else romanised.official(piece.text).capitalize()
        for piece in pieces
    ]
    return " ".join(spelled).replace(" -", "-").strip()


def _ending(part: Part) -> str:
    """A word in Latin letters; endings Korea romanises stand after a hyphen."""
    own = next((text for text in part.en if text.islower()), "")
    return f"-{own}" if own else part.en[0]
