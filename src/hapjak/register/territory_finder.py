"""Territories by any of their names, in any script: 延边, 연변, 옌볜, Yanbian."""

from __future__ import annotations

from functools import cache

from hapjak.hanja import search_key
from hapjak.reading.territory import RANKS, Territory, by_code, of_row, rows

MOST = 40
LENGTH = 100  # characters of a question


@cache
def _keys() -> tuple[tuple[str, int], ...]:
    """The search key of every name, with the number of its territory. Half a second, once."""
    found: dict[tuple[str, int], None] = {}
    for number in range(len(rows())):
        territory = of_row(number)
        further = (*territory.full.values(), *territory.short.values())
        names = (*territory.names.values(), *(name for group in further for name in group))
        found |= dict.fromkeys((search_key(name), number) for name in names)
    return tuple(found)


def find(query: str) -> list[Territory]:
    """Territories with the query in one of their names or as their code, the likest first.

    A name that is the query goes before one that begins with it, that before one
    that holds it; among equals the wider territory first.
    """
    code = by_code(query.strip().upper())
    wanted = search_key(query[:LENGTH])
    best: dict[int, int] = {}
    if wanted:
        for key, number in _keys():
            rank = _rank(key, wanted)
            if rank is not None:
                best[number] = min(rank, best.get(number, rank))
    found = [(rank, of_row(number)) for number, rank in best.items()]
    found.sort(key=lambda item: (item[0], RANKS.index(item[1].level), item[1].code))
    told = [territory for _rank_, territory in found if code is None or territory.code != code.code]
    return ([code] if code else []) + told[:MOST]


def _rank(key: str, wanted: str) -> int | None:
    if wanted not in key:
        return None
    if key == wanted:
        return 0
    return 1 if key.startswith(wanted) else 2
