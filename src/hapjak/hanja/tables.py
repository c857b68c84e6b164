"""The tables beside this module; `tools/make_hanja_tables.py` makes them."""

from __future__ import annotations

from functools import cache
from importlib import resources


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
def pinyin() -> dict[str, str]:
    """Pinyin of a character without tone; ü is kept."""
    return {row[0]: row[2] for row in _rows("readings.tsv") if row[2]}


@cache
def simplified() -> dict[str, str]:
    """The simplified character of a traditional one that has only one."""
    return {row[0]: row[1] for row in _rows("simplified.tsv")}


@cache
def words() -> dict[str, str]:
    """Words that are not read by the first readings of their characters (复兴 부흥)."""
    return {row[0]: row[1] for row in _rows("words.tsv")}


@cache
def surnames() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Chinese surnames, one or two characters: Korean reading and pinyin syllables."""
    return {row[0]: (row[1], tuple(row[2].split(" "))) for row in _rows("surnames.tsv")}


@cache
def korean_surnames() -> frozenset[str]:
    """Surnames of Korea, as the South writes them."""
    return frozenset(row[0] for row in _rows("surnames_korea.tsv"))
