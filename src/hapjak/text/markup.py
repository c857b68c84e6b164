"""Making hostile HTML harmless before it is parsed.

Parsing by the HTML standard is quadratic on some input: thousands of open
elements, a tag with thousands of attributes, formatting elements that are
opened again in every paragraph. Reports have none of these, so pages that
look like it are rewritten here in one linear pass: long tags lose their
attributes, formatting tags go, tags too deep become line breaks.
"""

from __future__ import annotations

import re
from collections import Counter

LONG_TAG = 6000  # characters
MANY_TAGS = 4000
MANY_FORMATTING = 300
DEEPEST = 200
FORMATTING = frozenset(
    ["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]
)
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "frame",
        "keygen",
    ]
)
CLOSED_BY_NEXT = frozenset(
    [
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "option",
        "optgroup",
        "thead",
        "tbody",
        "tfoot",
        "colgroup",
    ]
)
RAW = frozenset(
    [
        "script",
        "style",
        "textarea",
        "title",
        "xmp",
        "noscript",
        "iframe",
        "noembed",
        "noframes",
        "template",
    ]
)
_FORMATTING_OPEN = re.compile(
    r"<(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s>/]", re.I
)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]{0,40})")


def count_tags(source: str) -> int:
    """An upper bound of the number of elements."""
    return source.count("<")


def tame(source: str) -> str:
    """The source itself, or a harmless rewriting where it may be hostile."""
    if _is_harmless(source):
        return source
    return "".join(_rewritten(source))


def _is_harmless(source: str) -> bool:
    if source.count("<") > MANY_TAGS:
        return False
    if max(map(len, source.split(">"))) > LONG_TAG:
        return False
    return sum(1 for _ in _FORMATTING_OPEN.finditer(source)) <= MANY_FORMATTING


def _rewritten(source: str) -> list[str]:
    """Text as it is, tags one by one."""
    out: list[str] = []
    opened: Counter[str] = Counter()
    depth = done = 0
    while True:
        begin = source.find("<", done)
        if begin < 0:
            out.append(source[done:])
            return out
        out.append(source[done:begin])
        match = _TAG.match(source, begin)
        if match is None:
            done = _after_oddity(source, begin, out)
            continue
        end = source.find(">", match.end())
        end = len(source) if end < 0 else end + 1
        name, closing = match["name"].lower(), bool(match["close"])
        done = end
        if name in RAW:
            done = _after_raw(source, begin, end, name, closing, out)
        elif name in FORMATTING:
            continue
        elif name in VOID or name in CLOSED_BY_NEXT:
            out.append(_short(source[begin:end], name, closing))
        elif closing:
            if opened[name]:
                opened[name] -= 1
                depth -= 1
                out.append(f"</{name}>")
        elif depth < DEEPEST:
            opened[name] += 1
            depth += 1
            out.append(_short(source[begin:end], name, closing))
        else:
            out.append("<br>")


def _short(tag: str, name: str, closing: bool) -> str:
    if len(tag) <= LONG_TAG // 4:
        return tag
    return f"</{name}>" if closing else f"<{name}>"


def _after_oddity(source: str, begin: int, out: list[str]) -> int:
    """Where to go on after a comment, a declaration or a lone `<`."""
    if source.startswith("<!--", begin):
        end = source.find("-->", begin + 4)
        return len(source) if end < 0 else end + 3
    if source.startswith(("<!", "<?", "</"), begin):
        end = source.find(">", begin)
        return len(source) if end < 0 else end + 1
    out.append("&lt;")
    return begin + 1


def _after_raw(source: str, begin: int, end: int, name: str, closing: bool, out: list[str]) -> int:
    """Leave out what is no text; keep the title and machine-readable facts."""
    if closing:
        return end
    stop = re.compile(f"</{name}", re.I).search(source, end)
    stop_at = len(source) if stop is None else stop.start()
    after = source.find(">", stop_at)
    after = len(source) if after < 0 else after + 1
    if name == "title" or (name == "script" and "ld+json" in source[begin:end]):
        out.append(source[begin:stop_at] + f"</{name}>")
    return after
