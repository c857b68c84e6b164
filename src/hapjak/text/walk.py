"""One walk over an HTML tree, without recursion: its lines and their boxes.

Every block becomes a line that remembers the box (container) it stands in;
what a browser does not show is left out. `region.py` then finds the report
among the boxes.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from selectolax.lexbor import LexborNode

from hapjak.text.lists import read_list
from hapjak.text.pages import Kind, Line
from hapjak.text.paragraphs import clean

UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "video",
        "audio",
        "map",
        "select",
        "button",
        "textarea",
        "input",
        "label",
        "datalist",
        "head",
        "title",
        "rp",
        "rt",
        "dialog",
        "frameset",
    ]
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
        "nobr",
        "q",
        "ruby",
        "rb",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "picture",
        "source",
    ]
)
ZONES = frozenset(["nav", "aside", "footer", "form", "menu", "dir"])
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
LEAVES = HEADINGS | {"p", "li", "dt", "dd", "figcaption", "caption", "br", "hr", "pre"}
_HIDDEN_STYLE = re.compile(
    r"display\s?:\s?none|visibility\s?:\s?hidden|opacity\s?:\s?0(?:\.0{1,3})?\s?(?:;|!|$)"
    r"|font-size\s?:\s?0(?:px|pt|em|%)?\s?(?:;|!|$)|text-indent\s?:\s?-\d{3,5}|clip\s?:\s?rect\(0|"
    r"(?:left|top)\s?:\s?-\d{3,5}px",
    re.I,
)
_HIDDEN_CLASS = frozenset(
    ["hidden", "hide", "blind", "invisible", "sr-only", "visually-hidden", "screen-reader-text"]
)
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@dataclass(slots=True)
class Box:
    """A container of the page. `last` is the number of the last box inside it."""

    parent: int
    name: str
    zone: bool
    last: int = 0
    prose: int = 0
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with the number of its box and the level of its heading, 0 for none."""

    line: Line
    box: int
    level: int


@dataclass(slots=True)
class Walk:
    """What one walk over the page collects."""

    boxes: list[Box] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    times: list[tuple[str, int]] = field(default_factory=list)  # datetime, box


class _Walker:
    """The walk: a pen that gathers the text of the block at hand."""

    def __init__(self) -> None:
        self.walk = Walk([Box(-1, "page", zone=False)])
        self.box = 0
        self.pen: list[str] = []
        self.linked = 0
        self.in_link = 0
        self.in_list = 0
        self.caption = 0
        self.level = 0

    def write(self, text: str) -> None:
        self.pen.append(text)
        if self.in_link:
            self.linked += len(text.strip())

    def end_line(self) -> None:
        """Close the block at hand; blank ones leave nothing."""
        if not self.pen:
            return
        cleaned = clean("".join(self.pen)).text
        if cleaned:
            kind = Kind.CAPTION if self.caption else Kind.HEADING if self.level else Kind.TEXT
            share = min(1.0, self.linked / len(cleaned))
            line = Line(cleaned, kind=kind, linked=share, listed=self.in_list > 0)
            self.walk.placed.append(Placed(line, self.box, self.level))
        self.pen = []
        self.linked = 0

    def enter(self, name: str, words: frozenset[str]) -> None:
        if name in INLINE:
            self.in_link += name == "a"
            return
        self.end_line()
        if name in HEADINGS:
            self.level = int(name[1])
        if name in {"li", "dt", "dd"}:
            self.in_list += 1
        if _is_caption(name, words):
            self.caption += 1
        if name not in LEAVES:
            zone = name in ZONES or bool(words & _zone_words("drop"))
            self.walk.boxes.append(Box(self.box, name, zone))
            self.box = len(self.walk.boxes) - 1

    def leave(self, name: str, words: frozenset[str]) -> None:
        if name in INLINE:
            self.in_link -= name == "a"
            return
        self.end_line()
        if name in HEADINGS:
            self.level = 0
        if name in {"li", "dt", "dd"}:
            self.in_list -= 1
        if _is_caption(name, words):
            self.caption -= 1
        if name not in LEAVES:
            self.walk.boxes[self.box].last = len(self.walk.boxes) - 1
            self.box = self.walk.boxes[self.box].parent


def _is_caption(name: str, words: frozenset[str]) -> bool:
    return name == "figcaption" or (name != "table" and bool(words & _zone_words("caption")))


@cache
def _zone_words(effect: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_list("zones.tsv") if row["effect"] == effect)


def walk_tree(root: LexborNode) -> Walk:
    """Gather the lines of a page, in order, hidden ones left out."""
    walker = _Walker()
    node: LexborNode | None = root.child
    path: list[tuple[LexborNode, str, frozenset[str]]] = []
    while True:
        if node is None:
            if not path:
                break
            parent, name, words = path.pop()
            walker.leave(name, words)
            node = parent.next
            continue
        if node.is_text_node:
            walker.write(node.text_content or "")
        elif node.is_element_node:
            name = node.tag or ""
            seen = _seen_words(node, name, walker)
            if seen is not None:
                walker.enter(name, seen)
                path.append((node, name, seen))
                node = node.child
                continue
        node = node.next
    walker.end_line()
    walker.walk.boxes[0].last = len(walker.walk.boxes) - 1
    return walker.walk


_NO_WORDS: frozenset[str] = frozenset()


def _seen_words(node: LexborNode, name: str, walker: _Walker) -> frozenset[str] | None:
    """The words of an element's class and id; None when it is not shown."""
    if name in UNSEEN:
        return None
    attributes = node.attributes
    if not attributes:
        return _NO_WORDS
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return None
    style = attributes.get("style")
    if style and _HIDDEN_STYLE.search(style[:2000]):
        return None
    if name == "time" and (moment := attributes.get("datetime")):
        walker.walk.times.append((moment, walker.box))
    classes = attributes.get("class") or ""
    if classes and not _HIDDEN_CLASS.isdisjoint(classes[:1000].split()):
        return None
    if name in INLINE:
        return _NO_WORDS
    named = f"{classes[:1000]} {(attributes.get('id') or '')[:200]}"
    return frozenset(word.lower() for word in _TOKEN.findall(named))
