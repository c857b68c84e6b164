"""One walk over an HTML source: its lines, their boxes and where they stood.

Every block becomes a line that remembers the box (container) it stands in;
what a browser does not show is left out. `region.py` then finds the report
among the boxes. Only elements that matter for that are kept open: boxes,
headings, captions and whatever is not shown.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import NamedTuple

from hapjak.text import elements
from hapjak.text.looks import PLAIN, Look, look_of, may_hide
from hapjak.text.pages import Kind, Line
from hapjak.text.paragraphs import Piece, clean_spans
from hapjak.text.styles import hidden_names
from hapjak.text.tags import Source, read_attributes, resolve, split

DEEPEST = 200  # elements kept open; deeper ones only end a line
MOST_META = 300


@dataclass(slots=True)
class Box:
    """A container of the page. `last` is the number of the last box inside it."""

    parent: int
    name: str
    zone: bool
    last: int = 0
    prose: int = 0
    lines: int = 0


@dataclass
class Placed:
    """A line with the number of its box and the level of its heading, 0 for none.

    The line is cleaned when it is asked for: most of a page is never looked at.
    """

    spans: list[Piece]
    box: int
    level: int
    caption: bool
    linked: int

    @property
    def raw_length(self) -> int:
        """Characters before cleaning, which never adds any."""
        return sum(len(text) for text, _ in self.spans)

    @cached_property
    def line(self) -> Line:
        spans: list[Piece] = []
        for text, place in self.spans:
            if "&" in text:
                spans += resolve(text, place)
            else:
                spans.append((text, place))
        cleaned = clean_spans(spans)
        kind = Kind.CAPTION if self.caption else Kind.HEADING if self.level else Kind.TEXT
        share = min(1.0, self.linked / len(cleaned.text)) if cleaned.text else 0.0
        return Line(cleaned.text, cleaned.runs, kind, share)


@dataclass(slots=True)
class Walk:
    """What one walk over the page collects."""

    boxes: list[Box] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    metas: list[str] = field(default_factory=list)  # attributes as written
    links: list[str] = field(default_factory=list)
    hidden: list[tuple[int, int]] = field(default_factory=list)  # box, characters


_PLAINEST = frozenset(["p", "li"])
_INLINE_ENDS = elements.INLINE_ENDS
_LEAF_ENDS = elements.LEAF_ENDS


class _Open(NamedTuple):
    name: str
    box: bool
    caption: bool
    heading: bool


def walk_source(source: Source) -> Walk:
    """Gather the lines of a page, in order, hidden ones left out."""
    styles = "\n".join(raw.content for raw in source.raw if raw.name == "style")
    walker = _Walker(hidden_names(styles))
    for start, end in source.stretches:
        walker.read(source.text[start:end], start)
    walker.end_line()
    walker.close_all()
    return walker.walk


class _Walker:
    """The walk: a pen that gathers the text of the block at hand."""

    def __init__(self, hidden: frozenset[str]) -> None:
        self.walk = Walk([Box(-1, "page", zone=False)])
        self.hidden_names = hidden
        self.box = 0
        self.pen: list[Piece] = []
        self.linked = 0
        self.in_link = False
        self.captions = 0
        self.level = 0
        self.stack: list[_Open] = []
        self.counts: Counter[str] = Counter()
        self.too_deep: Counter[str] = Counter()
        self.unseen_from = -1  # number of the open element that is not shown
        self.counted = False  # whether its text is for people
        self.looks: dict[str, Look] = {}

    def read(self, stretch: str, place: int) -> None:  # noqa: PLR0912
        """Walk over a stretch of markup.

        The commonest tags, which leave nothing open, are dealt with here and
        not in methods of their own: they are four in five, a page has a
        thousand, and calls would cost as much as all the rest.
        """
        parts, rest = split(stretch)
        counts = self.counts.get
        for text, name, attributes, oddity in parts:
            if text:
                self.write(text, place)
                place += len(text)
            if name is None:
                place += len(oddity) + 1
                continue
            place += len(name) + len(attributes) + 1
            if self.unseen_from < 0:
                if (ended := _INLINE_ENDS.get(name)) is not None:
                    if ended == "a":
                        self.in_link = False
                    if not counts(ended):
                        continue
                elif (ended := _LEAF_ENDS.get(name)) is not None:
                    if self.pen:
                        self.end_line()
                    if not counts(ended):
                        continue
                elif name == "a":
                    if not may_hide(attributes):
                        self.in_link = True
                        continue
                elif name in _PLAINEST and self.is_plain_leaf(name, attributes):
                    if self.pen:
                        self.end_line()
                    continue
            self.tag(name, attributes)
        if rest:
            self.write(rest, place)

    def is_plain_leaf(self, name: str, attributes: str) -> bool:
        """Whether a paragraph or item begins that closes nothing and says nothing of itself."""
        if self.counts.get(name) or (self.stack and self.stack[-1].name == "p"):
            return False
        return len(attributes) < 2 or self.look(attributes) is PLAIN

    def write(self, text: str, place: int) -> None:
        if self.unseen_from >= 0:
            if self.counted and (length := len(unescape(text).strip())):
                self.walk.hidden.append((self.box, length))
        elif self.pen or not text.isspace():
            self.pen.append((text, place))
            if self.in_link:
                self.linked += len(text.strip())

    def end_line(self) -> None:
        """Close the block at hand."""
        if not self.pen:
            return
        placed = Placed(self.pen, self.box, self.level, self.captions > 0, self.linked)
        self.walk.placed.append(placed)
        self.pen = []
        self.linked = 0

    def tag(self, name: str, attributes: str) -> None:
        if not name.islower():
            name = name.lower()
        if name[0] == "/":
            self.close(name[1:])
        elif name in elements.INLINE and self.unseen_from < 0:
            if len(attributes) > 1 or name in {"a", "ruby"}:
                self.inline(name, attributes)
        elif name in elements.VOID:
            self.void(name, attributes)
        elif name not in elements.IGNORED:
            self.block(name, attributes)

    def inline(self, name: str, attributes: str) -> None:
        if name == "a":
            self.in_link = True
        elif name == "time" and (moment := read_attributes(attributes).get("datetime")):
            self.walk.times.append(moment)
        if may_hide(attributes) and (look := self.look(attributes)).unseen:
            self.push(name, look)
        elif name == "ruby":
            self.push(name, PLAIN)

    def void(self, name: str, attributes: str) -> None:
        if name in elements.BREAKS:
            self.end_line()
        elif name == "meta" and len(self.walk.metas) < MOST_META:
            self.walk.metas.append(attributes)
        elif name == "link" and len(self.walk.links) < MOST_META:
            self.walk.links.append(attributes)

    def block(self, name: str, attributes: str) -> None:
        if name in elements.TABLE_PARTS and not self.counts.get("table"):
            return  # as in a browser
        if self.stack:
            self.close_implied(name)
        look = self.look(attributes) if len(attributes) > 1 else PLAIN
        if name in elements.UNSEEN:
            if name in elements.FOREIGN and attributes.endswith("/>"):
                return
            look = look._replace(unseen=True)
        if self.unseen_from < 0 and not look.unseen:
            if self.pen:
                self.end_line()
            if name in elements.PLAIN_LEAVES and look is PLAIN:
                return
            if name in elements.HEADINGS:
                self.level = int(name[1])
        self.push(name, look)

    def look(self, attributes: str) -> Look:
        """What attributes say, remembered: a page repeats its own."""
        look = self.looks.get(attributes)
        if look is None:
            look = look_of(attributes, self.hidden_names)
            self.looks[attributes] = look
        return look

    def push(self, name: str, look: Look) -> None:
        """Keep an element open, if it matters that it is."""
        inside_unseen = self.unseen_from >= 0
        caption = name == "figcaption" or (look.caption and name != "table")
        is_box = name not in elements.LEAVES and name not in elements.INLINE
        is_heading = name in elements.HEADINGS
        if not (inside_unseen or look.unseen or is_box or caption or is_heading or name == "ruby"):
            return
        if len(self.stack) >= DEEPEST and (inside_unseen or not look.unseen):
            self.too_deep[name] += 1
            return
        is_box = is_box and not inside_unseen and not look.unseen
        if is_box:
            zone = look.zone or name in elements.ZONES
            self.walk.boxes.append(Box(self.box, name, zone))
            self.box = len(self.walk.boxes) - 1
        if look.unseen and not inside_unseen:
            self.unseen_from = len(self.stack)
            self.counted = look.hidden
        self.captions += caption
        self.stack.append(_Open(name, is_box, caption, is_heading))
        self.counts[name] += 1

    def close_implied(self, name: str) -> None:
        """Close elements whose end tag was left out because another opens."""
        top = self.stack[-1]
        while (top.name == "p" and name not in elements.UNSEEN) or (
            top.heading and name in elements.HEADINGS
        ):
            self.pop()
            if not self.stack:
                return
            top = self.stack[-1]
        closed = elements.CLOSED_BY.get(name)
        if closed is None or not any(map(self.counts.get, closed)):
            return
        bounds = elements.BOUNDS[name]
        reach = len(self.stack)
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at].name in bounds:
                break
            if self.stack[at].name in closed:
                reach = at
        while len(self.stack) > reach:
            self.pop()

    def close(self, name: str) -> None:
        """An end tag; one that closes nothing says nothing, as in a browser."""
        inline = name in elements.INLINE
        if name == "a":
            self.in_link = False
        if self.too_deep.get(name):
            self.too_deep[name] -= 1
            self.end_line()
            return
        if name in elements.LEAVES and self.unseen_from < 0:
            self.end_line()
        if not self.counts.get(name):
            if name in elements.HEADINGS and self.stack and self.stack[-1].heading:
                self.pop()
            return
        bounds = elements.BOUNDS.get(name, elements.CELL)
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at].name == name:
                while len(self.stack) > at:
                    self.pop()
                return
            if self.stack[at].name in bounds or (inline and self.stack[at].box):
                return

    def pop(self) -> None:
        opened = self.stack.pop()
        self.counts[opened.name] -= 1
        if len(self.stack) <= self.unseen_from:
            self.unseen_from = -1
        elif self.unseen_from < 0 and opened.name not in elements.INLINE:
            self.end_line()
        self.captions -= opened.caption
        if opened.heading:
            self.level = 0
        if opened.box:
            self.walk.boxes[self.box].last = len(self.walk.boxes) - 1
            self.box = self.walk.boxes[self.box].parent

    def close_all(self) -> None:
        while self.stack:
            self.pop()
        self.walk.boxes[0].last = len(self.walk.boxes) - 1
