"""Which part of a page is the report.

Prose gathers in one box: from the page downwards, the box that holds nearly
all prose is followed. Zones (navigation, asides, boxes named as related,
share, comment) are left out unless they hold much of the page's prose: names
of classes are hints, not facts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hapjak.text.furniture import PROSE, is_furniture, is_linked_list_item, is_prose
from hapjak.text.pages import Kind, Line
from hapjak.text.walk import Box, Placed, Walk

NEARLY_ALL = 0.9
MUCH = 0.4
LINES_AFTER = 12  # lines after the report in which its editor is named


@dataclass(frozen=True, slots=True)
class Region:
    """The report's lines, with those before and after it that may hold bylines."""

    before: tuple[Placed, ...]
    inside: tuple[Placed, ...]
    after: tuple[Placed, ...]
    hidden: int  # characters inside that are not shown


def find_region(walk: Walk) -> Region:
    """Cut the page into what stands before, in and after the report."""
    _weigh(walk)
    dropped = _dropped(walk.boxes)
    placed = [place for place in walk.placed if not dropped[place.box] and place.line.text]
    root = _descend(walk.boxes, dropped)
    last = walk.boxes[root].last
    inside = [place for place in placed if root <= place.box <= last]
    first_at = placed.index(inside[0]) if inside else len(placed)
    after_at = first_at + len(inside)
    return Region(
        tuple(placed[:first_at]),
        tuple(inside),
        tuple(placed[after_at : after_at + LINES_AFTER]),
        sum(size for box, size in walk.hidden if root <= box <= last and not dropped[box]),
    )


def _weigh(walk: Walk) -> None:
    """Give every box the prose and the number of lines inside it."""
    for place in walk.placed:
        box = walk.boxes[place.box]
        box.lines += 1
        if place.raw_length < PROSE:
            continue
        line = place.line
        if line.kind is not Kind.CAPTION and line.linked < 0.5 and is_prose(line.text):
            box.prose += 0 if is_furniture(line.text) else len(line.text)
    for box in reversed(walk.boxes[1:]):  # children come after their parents
        parent = walk.boxes[box.parent]
        parent.prose += box.prose
        parent.lines += box.lines


def _dropped(boxes: list[Box]) -> list[bool]:
    """Whether each box is furniture, by itself or by the box around it."""
    enough = boxes[0].prose * MUCH
    dropped = [False] * len(boxes)
    for number, box in enumerate(boxes[1:], start=1):
        furniture = box.zone and (box.prose < enough or boxes[0].prose == 0)
        dropped[number] = dropped[box.parent] or furniture
    return dropped


def _descend(boxes: list[Box], dropped: list[bool]) -> int:
    """The innermost box of several lines that holds nearly all prose."""
    prose = sum(
        box.prose for number, box in enumerate(boxes) if not dropped[number] and box.parent < 0
    ) - sum(
        box.prose for number, box in enumerate(boxes) if dropped[number] and not dropped[box.parent]
    )
    root = 0
    for number, box in enumerate(boxes):
        if number == 0 or dropped[number] or box.parent != root:
            continue
        if prose > 0 and box.prose >= prose * NEARLY_ALL and box.lines > 1:
            root = number
    return root


def report_lines(places: Iterable[Placed]) -> list[Line]:
    """The lines without headlines of other reports (nearly all link, no sentence)."""
    return [place.line for place in places if not is_linked_list_item(place.line)]
