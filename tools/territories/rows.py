"""A row of the table of territories and how it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

FORMS = ("zh-Hans", "zh-Hant", "ko-CN", "ko-KR", "en")
HEAD = ["code", "level", "within", *FORMS, *(f"other {form}" for form in FORMS), "source"]


@dataclass(frozen=True, slots=True)
class Row:
    """A territory; `others` are further names by form, full ones marked by `=`."""

    code: str
    level: str
    within: str
    names: Sequence[str]
    others: Sequence[str]
    source: str

    def line(self) -> str:
        cells = [self.code, self.level, self.within, *self.names, *self.others, self.source]
        if any("\t" in cell or "\n" in cell for cell in cells) or len(cells) != len(HEAD):
            raise ValueError(f"not a row: {cells}")
        return "\t".join(cells) + "\n"


def others(names: Sequence[str], found: Sequence[Iterable[str]]) -> list[str]:
    """Further names by form, each once, none that is the name itself."""
    return [
        "|".join(dict.fromkeys(s for s in more if s.lstrip("=") and s.lstrip("=") != name))
        for name, more in zip(names, found, strict=True)
    ]


def write(path: Path, remark: str, rows: Iterable[Row]) -> int:
    """Write rows under a remark and the head; the number of rows."""
    lines = [row.line() for row in rows]
    codes = [line.split("\t", 1)[0] for line in lines]
    if len(set(codes)) != len(codes):
        raise ValueError(f"{path.name}: {[c for c in codes if codes.count(c) > 1]} stand twice")
    path.write_text(f"# {remark}\n" + "\t".join(HEAD) + "\n" + "".join(lines), encoding="utf-8")
    return len(lines)
