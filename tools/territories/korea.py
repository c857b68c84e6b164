"""Cities, counties and districts of South Korea, and the provinces of the North."""

from __future__ import annotations

from collections.abc import Iterator

from hapjak.hanja import simplify
from hapjak.hanja.hangul import fold
from territories.latin import romanised
from territories.rows import Row, others
from territories.spelling import reading, table

LEVELS = {"시": ("City", "si"), "군": ("County", "gun"), "구": ("District", "gu")}
# Characters as Korea's registers write them → as Chinese texts do, in either script.
CHINESE = str.maketrans("淸靑鎭鷄尙陜", "清青鎮雞尚陝")
PLAIN = str.maketrans("巖甕", "岩瓮")
SOURCE = "MOIS administrative code; hanja of the place's register; Revised Romanisation"


def rows() -> Iterator[Row]:
    for code, (name, hanja, within) in table("korea.tsv").items():
        base, level = name[:-1], name[-1]
        latin, (word, ending) = romanised(base), LEVELS[level]
        hant = hanja.translate(CHINESE)
        hans = simplify(hant).translate(PLAIN)
        names = (hans, hant, _north(base, hanja) + level, name, f"{latin} {word}")
        short = [[], [f"={hanja}"], [], [], [f"={latin}-{ending}"]]
        if level != "구" and len(base) > 1:
            for cell, form in zip(short, names, strict=True):
                cell.append(form.removesuffix(f" {word}") if form is names[4] else form[:-1])
        if names[2] != name:
            short[2].append(f"={name}")
        special = table("special.tsv").get(code)
        if special:
            short[2].append(f"={special[0]}")
            short[3].append(f"={special[0]}")
        rank = "city" if len(within) == len("KR-11") else "county"
        yield Row(code, rank, within, names, others(names, short), SOURCE)


def _north(base: str, hanja: str) -> str:
    """The name without initial-sound law, as Chinese-Korean papers write it: 룡인, 려수."""
    first = reading(simplify(hanja[0]))
    return first + base[1:] if first and fold(first) == base[0] else base
