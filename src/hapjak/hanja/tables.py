"""The tables beside this module; `tools/make_hanja_tables.py` makes them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

COMMON = 6500


@dataclass(frozen=True, slots=True)
class Part:
    """One word of names in all written forms; equal ids mean the same.

    Kinds: `level` ends the name of a place (省, 성, Province), `tail` ends that
    of a body and may be one syllable (部, 부), `word` stands anywhere, `name`
    is a name of its own that no rule leads to (서울 首尔), `small` may be missing.
    """

    id: str
    kind: str
    zh: tuple[str, ...]
    china: tuple[str, ...]
    south: tuple[str, ...]
    en: tuple[str, ...]


def _rows(name: str) -> list[list[str]]:
    path = resources.files("hapjak.hanja") / "data" / name
    lines = path.read_text(encoding="utf-8").splitlines()
    body = [line for line in lines if not line.startswith("#")]
    return [line.split("\t") for line in body[1:]]


@cache
def readings() -> dict[str, tuple[str, ...]]:
    """Sino-Korean readings of a character, the likeliest first, ㄹ and ㄴ unfolded."""
    return {row[0]: tuple(row[1].split(" ")) for row in _rows("readings.tsv")}


@cache
def pinyins() -> dict[str, tuple[str, ...]]:
    """Pinyin of a character without tone, the usual reading first; ü is kept."""
    return {row[0]: tuple(row[2].split(" ")) for row in _rows("readings.tsv") if row[2]}


@cache
def pinyin() -> dict[str, str]:
    """The usual pinyin of a character without tone."""
    return {character: found[0] for character, found in pinyins().items()}


@cache
def pinyin_words() -> dict[str, tuple[str, ...]]:
    """Names whose characters are not read by their usual pinyin: 重庆 chong qing."""
    return {row[0]: tuple(row[1].split(" ")) for row in _rows("pinyin_words.tsv")}


@cache
def cantonese() -> dict[str, str]:
    """Cantonese of a character in Jyutping without tone."""
    return {row[0]: row[3] for row in _rows("readings.tsv") if row[3]}


@cache
def common() -> frozenset[str]:
    """The 6,500 characters of general use (levels 1 and 2 of the list of 2013)."""
    return frozenset(row[0] for row in _rows("readings.tsv") if row[4] and int(row[4]) <= COMMON)


@cache
def simplified() -> dict[str, str]:
    """The simplified character of a traditional one that has only one."""
    return {row[0]: row[1] for row in _rows("simplified.tsv")}


@cache
def traditional() -> dict[str, tuple[str, ...]]:
    """Traditional characters a simplified one may stand for, the commonest first."""
    return {row[0]: tuple(row[1].split(" ")) for row in _rows("traditional.tsv")}


@cache
def shapes() -> dict[str, str]:
    """Other shapes of a character in Korean, Japanese and older print: 敎 → 教."""
    return {row[0]: row[1] for row in _rows("shapes.tsv")}


@cache
def words() -> dict[str, str]:
    """Words that are not read by the first readings of their characters (复兴 부흥)."""
    return {row[0]: row[1] for row in _rows("words.tsv")}


@cache
def surnames() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Chinese surnames, one or two characters: Korean reading and pinyin syllables."""
    return {
        row[0]: (row[1], tuple(said.split("/")[0] for said in row[2].split(" ")))
        for row in _rows("surnames.tsv")
    }


@cache
def surname_pinyins() -> dict[str, tuple[tuple[str, ...], ...]]:
    """All pinyin in use for each syllable of a Chinese surname: 覃 qin and tan."""
    return {
        row[0]: tuple(tuple(said.split("/")) for said in row[2].split(" "))
        for row in _rows("surnames.tsv")
    }


@cache
def surnames_of_korea() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Surnames of Korea as the South writes them: their characters and customary Latin."""
    return {
        row[0]: (tuple(row[1].split(" ")), tuple(row[2].split(" ")))
        for row in _rows("surnames_korea.tsv")
    }


@cache
def korean_surnames() -> frozenset[str]:
    """Surnames of Korea, as the South writes them."""
    return frozenset(surnames_of_korea())


@cache
def parts() -> tuple[Part, ...]:
    """Words that names of places and bodies are made of, in all written forms."""
    return tuple(
        Part(row[0], row[1], *(tuple(filter(None, cell.split("|"))) for cell in row[2:6]))
        for row in _rows("parts.tsv")
    )


@cache
def shared_places() -> frozenset[str]:
    """Names that say a place only together with its level: 吉林, 광주."""
    return frozenset(row[0] for row in _rows("shared_places.tsv"))


@cache
def hong_kong() -> dict[str, tuple[str, ...]]:
    """Initials (`b-`) and finals (`-aa`) of Jyutping as Hong Kong spells names."""
    return {row[0]: tuple(row[1].split(" ")) for row in _rows("hong_kong.tsv")}


@cache
def wade_giles() -> dict[str, tuple[str, ...]]:
    """Initials and finals of pinyin, and whole syllables, in Wade-Giles."""
    return {row[0]: tuple(row[1].split(" ")) for row in _rows("wade_giles.tsv")}


@cache
def south() -> dict[str, str]:
    """Chinese-Korean spellings that are no words of the South, and the South's."""
    return {row[0]: row[1] for row in _rows("south.tsv")}


@cache
def kept() -> frozenset[str]:
    """Words that keep ㄹ or ㄴ inside in both norms: 협력, 권리."""
    return frozenset(row[0] for row in _rows("kept.tsv"))


@cache
def firsts() -> frozenset[str]:
    """Words of two syllables that begin compounds: 혁명, 농업."""
    return frozenset(row[0] for row in _rows("firsts.tsv"))


@cache
def china_words() -> dict[str, str]:
    """Words Chinese Korean spells in its own way where no rule leads over."""
    return {row[0]: row[1] for row in _rows("china_words.tsv")}


@cache
def left_alone() -> frozenset[str]:
    """Loan words and endings that begin with ㄹ or ㄴ in both norms."""
    return frozenset(row[0] for row in _rows("left_alone.tsv"))
