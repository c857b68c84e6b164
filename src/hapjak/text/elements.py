"""What HTML elements are for a reader: shown or not, in a line or a block of their own."""

from __future__ import annotations

UNSEEN = frozenset(
    [
        "audio",
        "button",
        "canvas",
        "datalist",
        "dialog",
        "frameset",
        "label",
        "map",
        "math",
        "object",
        "rp",
        "rt",
        "select",
        "svg",
        "template",
        "video",
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
        "ins",
        "kbd",
        "mark",
        "nobr",
        "picture",
        "q",
        "rb",
        "ruby",
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
    ]
)
VOID = frozenset(
    [
        "area",
        "base",
        "basefont",
        "bgsound",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "keygen",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
BREAKS = frozenset(["br", "hr"])
FOREIGN = frozenset(["svg", "math"])  # these may close themselves
IGNORED = frozenset(["html", "head", "body"])
ZONES = frozenset(["nav", "aside", "footer", "form", "menu", "dir"])
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
LEAVES = HEADINGS | frozenset(["p", "li", "dt", "dd", "figcaption", "caption", "pre", "option"])

_ROW = frozenset(["tr", "td", "th"])
_GROUP = _ROW | frozenset(["tbody", "thead", "tfoot"])
TABLE_PARTS = _GROUP | frozenset(["caption", "colgroup"])
CLOSED_BY = {  # elements whose end tag is left out, by what opens after them
    "li": frozenset(["li"]),
    "dt": frozenset(["dt", "dd"]),
    "dd": frozenset(["dt", "dd"]),
    "option": frozenset(["option"]),
    "rt": frozenset(["rt", "rp"]),
    "rp": frozenset(["rt", "rp"]),
    "td": frozenset(["td", "th"]),
    "th": frozenset(["td", "th"]),
    "tr": _ROW,
    "tbody": _GROUP,
    "thead": _GROUP,
    "tfoot": _GROUP,
}
_LISTS = frozenset(["ul", "ol", "menu", "dir", "dl", "table", "td", "th", "select", "section"])
_TABLE = frozenset(["table"])
BOUNDS = {  # beyond which an implied or written end tag does not reach
    **dict.fromkeys(["li", "dt", "dd", "option", "rt", "rp"], _LISTS),
    **dict.fromkeys(["td", "th", "tr", "tbody", "thead", "tfoot"], _TABLE),
    "table": frozenset[str](),
}
CELL = frozenset(["td", "th", "caption", "table"])
PLAIN_LEAVES = frozenset(["p", "li", "dt", "dd", "pre", "option"])
INLINE_ENDS = {f"/{name}": name for name in INLINE}
LEAF_ENDS = {f"/{name}": name for name in PLAIN_LEAVES}
