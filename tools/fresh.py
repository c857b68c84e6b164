"""Name the texts of a set that rules may have been learnt from.

    .venv/bin/python tools/fresh.py SET FOLDER…

SET and each FOLDER hold `documents/`, or the texts themselves. A text of SET
that shares more than `SHARED` of its shingles (see `hapjak.text.copies`) with
one of a FOLDER, or with another of SET, is printed with its nearest; the exit
status is 1 then. Two reports of one meeting in different words share less:
who gathers must not take both.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from hapjak.text.article import Refusal
from hapjak.text.copies import shingles
from hapjak.text.intake import read_article

SHARED = 0.1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("set", type=Path, metavar="SET")
    parser.add_argument("others", type=Path, nargs="+", metavar="FOLDER")
    wanted = parser.parse_args()
    ours = texts(wanted.set)
    known = {path: text for folder in wanted.others for path, text in texts(folder).items()}
    stale = list(not_fresh(ours, known))
    for path, share, nearest in stale:
        print(f"{path}: shares {share:.0%} with {nearest}")
    print(f"{len(ours)} texts against {len(known)}: {len(stale)} not fresh")
    return int(bool(stale))


def texts(folder: Path) -> dict[Path, frozenset[str]]:
    """Shingles of each text in a folder; one that cannot be read is compared as it is."""
    inner = folder / "documents"
    files = sorted(p for p in (inner if inner.is_dir() else folder).iterdir() if p.is_file())
    return {path: shingles(_text(path)) for path in files}


def _text(path: Path) -> str:
    data = path.read_bytes()
    try:
        return read_article(data, name=path.name).text
    except Refusal:
        return data.decode(errors="replace")


def not_fresh(
    ours: dict[Path, frozenset[str]], known: dict[Path, frozenset[str]]
) -> Iterator[tuple[Path, float, Path]]:
    """Each text that shares too much, the share, and with which."""
    for path, mine in ours.items():
        others = (known | ours).items()
        shares = [
            (len(mine & theirs) / min(len(mine), len(theirs)), other)
            for other, theirs in others
            if other != path and mine and theirs
        ]
        share, nearest = max(shares, default=(0.0, path))
        if share > SHARED:
            yield path, share, nearest


if __name__ == "__main__":
    sys.exit(main())
