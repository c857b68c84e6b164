"""The order in which the lines of a page are read.

Most programs write a page in reading order, and that is kept. Where the
order jumps back up the page, or writes two columns line by line, the page is
cut at its widest gaps, columns before rows (recursive x-y cut: Nagy, Seth
and Viswanathan, 1992).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from hapjak.text.pdf_lines import PrintedLine

GUTTER = 1.0  # ems between columns
COLUMN = 12  # characters of a line from which it is no cell of a table
ROWS = 4
_DEEPEST = 12


def in_reading_order(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of a page as they are read."""
    if len(lines) < 2 or not (_jumps_back(lines) or _alternates(lines)):
        return list(lines)
    return _cut(list(lines), 0)


def _jumps_back(lines: Sequence[PrintedLine]) -> bool:
    """Whether a line stands above the one before it in the same column."""
    return any(
        line.base > last.base + line.size and line.left < last.right and last.left < line.right
        for last, line in pairwise(lines)
    )


def _alternates(lines: Sequence[PrintedLine]) -> bool:
    """Whether long lines stand side by side, row after row."""
    pairs = [
        (last, line)
        for last, line in pairwise(lines)
        if abs(last.base - line.base) <= 0.3 * line.size and line.left > last.right
    ]
    long = [pair for pair in pairs if min(len(pair[0].pieces), len(pair[1].pieces)) >= COLUMN]
    return len(long) >= ROWS and len(long) * 2 > len(pairs)


def _cut(lines: list[PrintedLine], depth: int) -> list[PrintedLine]:
    if len(lines) < 2 or depth > _DEEPEST:
        return _from_top(lines)
    size = max(line.size for line in lines)
    columns = _parts(lines, lambda line: (line.left, line.right), GUTTER * size)
    if len(columns) > 1:
        return [line for part in columns for line in _cut(part, depth + 1)]
    rows = _parts(lines, lambda line: (-line.base - line.size, -line.base), 0.2 * size)
    if len(rows) > 1 and len(rows) < len(lines):
        return [line for part in _runs(rows) for line in _cut(part, depth + 1)]
    return _from_top(lines)


def _parts(
    lines: list[PrintedLine], extent: Callable[[PrintedLine], tuple[float, float]], gap: float
) -> list[list[PrintedLine]]:
    """Lines cut where nothing stands for `gap` points along one axis."""
    parts: list[list[PrintedLine]] = []
    reach = 0.0
    for line in sorted(lines, key=extent):
        begin, end = extent(line)
        if parts and begin - reach <= gap:
            parts[-1].append(line)
            reach = max(reach, end)
        else:
            parts.append([line])
            reach = end
    return parts


def _runs(rows: list[list[PrintedLine]]) -> list[list[PrintedLine]]:
    """Rows of one line (headings over all columns) apart, others in a row together."""
    runs: list[list[PrintedLine]] = []
    single = True
    for row in rows:
        if runs and single == (len(row) == 1):
            runs[-1] += row
        else:
            runs.append(list(row))
            single = len(row) == 1
    return runs


def _from_top(lines: list[PrintedLine]) -> list[PrintedLine]:
    return sorted(lines, key=lambda line: (-round(line.base, 1), line.left))
